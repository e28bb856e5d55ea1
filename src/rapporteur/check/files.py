"""A NAME.trig with the text beside it, or a folder with an ontology → a check, as `rapporteur check` runs it."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset, Graph

from rapporteur.check.findings import CheckResult
from rapporteur.check.parsing import Unparsable, parse
from rapporteur.check.passes import check_graph, check_ontology
from rapporteur.errors import UnusableInput


def check_file(trig: str | Path, text: str | Path | None = None, *, shapes: Path | None = None) -> CheckResult:
    """Check the graphs of a build, or an ontology.

    :param trig: the ``NAME.trig`` that `rapporteur build` wrote; or a folder, whose Turtle files are held to the
        rules of the ontology, as ``ontology/`` of this project.
    :param text: the text as read, ``NAME.txt``; the one beside ``trig`` where there is one and none is given.
    :param shapes: a folder with the shapes files; the package's own without it.
    :raises UnusableInput: if a file cannot be read; it names the line.
    :raises UnusableShapes: if the shapes cannot be read or run.
    """
    trig = Path(trig)
    if trig.is_dir():
        return CheckResult(check_ontology(_ontology(trig), shapes=shapes), frozenset())
    dataset = _dataset(trig)
    beside = trig.with_suffix(".txt")
    path = Path(text) if text is not None else beside if beside.is_file() else None
    return check_graph(dataset, None if path is None else _words(path), shapes=shapes)


def _dataset(path: Path) -> Dataset:
    dataset = Dataset(default_union=True)
    _parse(dataset, path, "trig", "the graphs of a build, in TriG.", "Build the report again with `rapporteur build`.")
    return dataset


def _ontology(folder: Path) -> Graph:
    """All Turtle files of the folder together."""
    graph = Graph()
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise UnusableInput(
            "There is no Turtle file in this folder.",
            where=str(folder),
            expected="an ontology in Turtle, or a NAME.trig.",
            remedy="Name the graph of a build, or a folder with an ontology.",
        )
    for path in files:
        _parse(graph, path, "turtle", "an ontology in Turtle.", "Correct the file at that line.")
    return graph


def _parse(graph: Graph, path: Path, format: str, expected: str, remedy: str) -> None:
    try:
        parse(graph, _words(path), format, path)
    except Unparsable as fault:
        seen, where = f"This does not parse: {fault.reason}.", f"{path}, line {fault.line}"
        raise UnusableInput(seen, where=where, expected=expected, remedy=remedy) from fault


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
