"""A `Built` → its six files in a folder, all of them or none.

Everything is rendered before the folder is touched, written beside the files it replaces, and then put in
their place; should that fail midway, what stood there before is put back.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from rapporteur.errors import unwritable
from rapporteur.graph.built import Built
from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import by_subject, trig, turtle
from rapporteur.graph.summary import summary_json

_REMEDY = "Give another folder with --out, or the right to write this one."


def render(built: Built) -> dict[str, str]:
    """The six files by name, ready to be written as UTF-8."""
    root = built.iris.iris.root
    graphs = {name: by_subject(triples) for name, triples in built.graphs.items()}
    facts = graphs[built.iris.graph()]
    return {
        f"{built.name}.trig": trig(root, graphs),
        f"{built.name}.ttl": turtle(root, facts),
        f"{built.name}.jsonld": jsonld(facts),
        f"{built.name}.evidence.ttl": turtle(root, graphs[built.iris.graph("evidence")]),
        f"{built.name}.txt": built.text,
        f"{built.name}.summary.json": summary_json(built),
    }


def write_built(built: Built, folder: str | Path) -> tuple[Path, ...]:
    """Write the six files of a build into ``folder``, which is made where it does not exist.

    :returns: the paths written.
    :raises UnwritableOutput: if the folder cannot be written; the last build is then as it was.
    """
    return write_files(built.name, {name: text.encode("utf-8") for name, text in render(built).items()}, folder)


def write_files(build: str, files: Mapping[str, bytes], folder: str | Path) -> tuple[Path, ...]:
    """Write the files of a build, rendered here or elsewhere, as `write_built` does.

    :param build: what the files are called before their endings.
    :param files: bytes by file name.
    """
    folder = Path(folder)
    with unwritable("The graph", folder, remedy=_REMEDY):
        folder.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(prefix=f".{build}.", dir=folder))
    try:
        with unwritable("The graph", folder, remedy=_REMEDY):
            for name, data in files.items():
                (workshop / name).write_bytes(data)
            _replace(files, workshop, folder)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return tuple(folder / name for name in files)


def _replace(names: Iterable[str], workshop: Path, folder: Path) -> None:
    """Put the new files in place of the old; if one cannot be put there, or Ctrl-C comes, put all the old ones back."""
    old = workshop / "old"
    old.mkdir()
    done: list[str] = []
    try:
        for name in names:
            if (folder / name).is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))
            if (folder / name).exists():
                (folder / name).replace(old / name)
            done.append(name)
            (workshop / name).replace(folder / name)
    except BaseException:
        for name in names:
            if (old / name).exists():
                (old / name).replace(folder / name)
            elif name in done:
                (folder / name).unlink(missing_ok=True)
        raise
