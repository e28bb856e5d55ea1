"""Files, folders and a list → the `Source`s to build, and what was left aside.

A folder gives, at any depth, every file whose ending the read room knows. Hidden files are not looked at; nor is the
output folder; nor a text that a build wrote beside its graph. What else lies there is counted by ending, so that a
file in a format that nobody reads is not passed over in silence.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rapporteur.errors import UnusableInput
from rapporteur.many.values import Source
from rapporteur.read import FORMATS, record_path
from rapporteur.read.files import ending


def gather(given: Sequence[str | Path], out: Path) -> tuple[tuple[Source, ...], dict[str, int]]:
    """The sources in the order of their labels, each file once, and how many files were left aside by ending.

    :param given: files and folders; a file is taken whatever its ending, there or not.
    :param out: where builds are written.
    :raises UnusableInput: if there is nothing to build, or reports and builds would lie in one folder.
    """
    paths: set[str] = set()
    aside: Counter[str] = Counter()
    for one in map(Path, given):
        if one.is_dir():
            if _same(one, out):
                raise UnusableInput(
                    "The folder of the reports is also the one to write into.",
                    where=str(one),
                    expected="two folders: a built text would be taken for a report the next time.",
                    remedy="Give another folder with --out.",
                )
            paths.update(_walk(one, out, aside))
        else:
            paths.add(_absolute(one))
    if not paths:
        raise UnusableInput(
            "There is no report here.",
            where=", ".join(str(one) for one in given) or "an empty list",
            expected=f"files that end in {', '.join(endings())}.",
            remedy="Name another folder, or the files one by one.",
        )
    labels = _labels(paths)
    ordered = sorted(paths, key=lambda path: (labels[path], path))
    return tuple(Source(at, labels[path], Path(path)) for at, path in enumerate(ordered)), dict(sorted(aside.items()))


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read, sorted."""
    return tuple(sorted({one for format in FORMATS for one in format.endings}))


def read_list(lines: Iterable[str]) -> list[Path]:
    """The paths of a list, one a line; lines without words are left out.

    >>> read_list(["a.md\\n", "\\n", "b c.pdf\\r\\n"])
    [PosixPath('a.md'), PosixPath('b c.pdf')]
    """
    return [Path(path) for line in lines if (path := line.rstrip("\r\n")).strip()]


def _walk(folder: Path, out: Path, aside: Counter[str]) -> Iterable[str]:
    known = endings()
    for at, folders, files in os.walk(folder):
        here = Path(at)
        folders[:] = [name for name in folders if not name.startswith(".") and not _same(here / name, out)]
        there = set(files)
        reports = [here / name for name in files if ending(Path(name)) in known and not _built(name, there)]
        records = {record_path(path).name for path in reports if not path.name.startswith(".")}
        for name in files:
            if name.startswith(".") or name in records:
                continue
            if here / name in reports:
                yield _absolute(here / name)
            else:
                aside[ending(Path(name))] += 1


def _built(name: str, there: set[str]) -> bool:
    """Is this the text that a build wrote beside its graph?"""
    stem = name.removesuffix(".txt")
    return stem != name and {f"{stem}.trig", f"{stem}.summary.json"} <= there


def _absolute(path: Path) -> str:
    """From the root and without "..", links as they are: their names are what a person knows."""
    return os.path.normpath(path.absolute())


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _labels(paths: set[str]) -> dict[str, str]:
    """Each path from the folder that all lie in, so that labels do not depend on where the command runs."""
    try:
        common = os.path.commonpath([Path(path).parent for path in paths])
    except ValueError:  # drives of Windows have no folder in common
        return {path: Path(path).as_posix() for path in paths}
    return {
        path: os.fsencode(Path(os.path.relpath(path, common)).as_posix()).decode("utf-8", "replace") for path in paths
    }
