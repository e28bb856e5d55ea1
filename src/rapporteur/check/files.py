"""A NAME.trig and the text beside it → a check of both, as `rapporteur check` runs it."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from rapporteur.check.catalogue import why
from rapporteur.check.findings import CheckResult
from rapporteur.check.passes import check_graph
from rapporteur.errors import UnusableInput


def check_file(trig: str | Path, text: str | Path | None = None, *, shapes: Path | None = None) -> CheckResult:
    """Check the graphs of a build.

    :param trig: the ``NAME.trig`` that `rapporteur build` wrote.
    :param text: the text as read, ``NAME.txt``; the one beside ``trig`` where there is one and none is given.
    :param shapes: a folder with the shapes files; the package's own without it.
    :raises UnusableInput: if a file cannot be read; it names the line.
    :raises UnusableShapes: if the shapes cannot be read or run.
    """
    trig = Path(trig)
    dataset = _dataset(trig)
    beside = trig.with_suffix(".txt")
    path = Path(text) if text is not None else beside if beside.is_file() else None
    return check_graph(dataset, None if path is None else _words(path), shapes=shapes)


def _dataset(path: Path) -> Dataset:
    words = _words(path)
    dataset = Dataset(default_union=True)
    try:
        dataset.parse(data=words, format="trig", publicID=path.resolve().as_uri())
    except BadSyntax as fault:
        raise UnusableInput(
            f"This is no TriG: {why(fault)}.",
            where=f"{path}, line {fault.lines + 1}",
            expected="the graphs of a build, in TriG.",
            remedy="Build the report again with `rapporteur build`.",
        ) from fault
    except ParserError as fault:
        raise UnusableInput(
            f"This is no TriG: {fault}.",
            where=str(path),
            expected="the graphs of a build, in TriG.",
            remedy="Build the report again with `rapporteur build`.",
        ) from fault
    return dataset


def _words(path: Path) -> str:
    """The text of a file, newlines untouched."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as fault:
        raise UnusableInput(
            f"The file cannot be read: {fault.strerror or fault}.",
            where=str(path),
            expected="a file that `rapporteur build` wrote.",
            remedy="Build the report first, or name another file.",
        ) from fault
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        raise UnusableInput(
            f"This is no UTF-8 text: {fault.reason}.",
            where=f"{path}, line {line}",
            expected="a file that `rapporteur build` wrote.",
            remedy="Build the report again with `rapporteur build`.",
        ) from fault
