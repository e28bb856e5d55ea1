"""Copies: the notebooks that the package carries → a list of them, or copies in a folder of the reader's."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rapporteur.errors import UnwritableOutput
from rapporteur.resources import resource

_FIRST = "first-look"


@dataclass(frozen=True, slots=True)
class Carried:
    """A notebook that the package carries.

    :ivar name: its file without the ending.
    :ivar title: its heading.
    :ivar about: the sentences below the heading.
    """

    name: str
    title: str
    about: str
    path: Path


def list_notebooks() -> tuple[Carried, ...]:
    """The carried notebooks, the first look first.

    :raises FileNotFoundError: if this installation carries none.
    """
    paths = sorted(resource("notebooks").glob("*.ipynb"), key=lambda path: (path.stem != _FIRST, path.stem))
    return tuple(_carried(path) for path in paths)


def copy_notebooks(folder: str | Path) -> list[Path]:
    """Copy every carried notebook into ``folder``; one that is there with other bytes is the reader's, and stays.

    :returns: the files that were written.
    :raises UnwritableOutput: if a notebook of the same name is there and differs, before any is written; or if the
        folder cannot be written.
    """
    folder = Path(folder)
    try:
        wanted = {folder / one.path.name: one.path.read_bytes() for one in list_notebooks()}
        there = {path for path in wanted if path.exists()}
        if theirs := sorted(path.name for path in there if path.read_bytes() != wanted[path]):
            raise UnwritableOutput(
                f"Notebooks of these names are there, and differ: {', '.join(theirs)}.",
                where=str(folder),
                expected="a folder without them; what a reader has changed is never written over.",
                remedy="Name another folder.",
            )
        folder.mkdir(parents=True, exist_ok=True)
        for path in wanted.keys() - there:
            path.write_bytes(wanted[path])
    except OSError as fault:
        raise UnwritableOutput(
            f"The notebooks cannot be written: {fault.strerror}.",
            where=str(folder),
            expected="a folder that may be written.",
            remedy="Name another folder.",
        ) from fault
    return sorted(wanted.keys() - there)


def _carried(path: Path) -> Carried:
    """A notebook with what its first cell says of it."""
    first = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
    title, _, rest = first.partition("\n")
    return Carried(path.stem, title.lstrip("# "), " ".join(rest.strip().split("\n\n")[0].split()), path)
