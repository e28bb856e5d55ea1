"""Built graphs that are served: a file or a folder of them → a store in the user's cache, filled by the first server.

A later server of the same files finds all there, the search index too; what has changed since is replaced, what has
gone is removed, and a store that is damaged is made anew. A store of files that are gone is swept. Where the cache
cannot be written, or another server writes it just now, the store is a temporary one.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import IO

from rapporteur.errors import UnusableStore
from rapporteur.graph.iris import Iris
from rapporteur.serve.leavings import Temporary
from rapporteur.store import load, open_store
from rapporteur.store.bundle import built_files
from rapporteur.store.keep import remove

_STAMP = "files.json"
_HELD = "held"
_STORE = "store"


Watch = Callable[[int, int, Path], object]
"""Told before a file is read: the how-manieth it is, of how many, and which."""


@contextlib.contextmanager
def store_of(path: Path, watch: Watch) -> Iterator[Path]:
    """The folder of a store that holds the built graphs at ``path``, for as long as it is needed.

    :param watch: not told where no file has changed. What it raises ends the work.
    :raises UnusableInput: if a file is missing, or is no built graph.
    """
    path = path.resolve()
    files = [file.resolve() for file in built_files([path])]
    with contextlib.ExitStack() as stack:
        try:
            place = _kept(path, files, watch, stack)
        except (UnusableStore, OSError):
            place = stack.enter_context(Temporary("rapporteur-store-")) / "store"
            for _ in load(open_store(place), files, watch=watch):
                pass
        yield place


def _kept(path: Path, files: Sequence[Path], watch: Watch, stack: contextlib.ExitStack) -> Path:
    """The store in the cache, as the files are now; made anew where it is damaged and nobody else has it."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur" / "serve"
    root = Iris.from_setting().root
    folder = home / hashlib.sha256(f"{root} {path}".encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    held = stack.enter_context((folder / _HELD).open("a"))
    fcntl.flock(held, fcntl.LOCK_SH)
    _sweep(home)
    try:
        _follow(folder, path, files, watch)
    except UnusableStore:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # else others have it, and it is theirs
        (folder / _STAMP).unlink(missing_ok=True)
        shutil.rmtree(folder / _STORE, ignore_errors=True)
        fcntl.flock(held, fcntl.LOCK_SH)
        _follow(folder, path, files, watch)
    return folder / _STORE


def _follow(folder: Path, path: Path, files: Sequence[Path], watch: Watch) -> None:
    """Let the store in a folder of the cache hold what the files hold, and nothing else."""
    place, stamp = folder / _STORE, folder / _STAMP
    told = {
        "path": str(path),
        "version": version("rapporteur"),
        "files": {str(file): [file.stat().st_size, file.stat().st_mtime_ns] for file in files},
    }
    open_store(place).check()
    if _read(stamp) != told:
        stamp.unlink(missing_ok=True)  # so that whoever comes after a kill looks at all of them again
        store = open_store(place)
        documents = {outcome.document for outcome in load(store, files, replace=True, watch=watch)}
        gone = {entry.document for entry in store.entries() if not entry.shared} - documents
        for _ in remove(store, sorted(gone)) if gone else ():
            pass
        beside = stamp.with_name(f"{_STAMP}.{os.getpid()}")
        beside.write_text(json.dumps(told), "utf-8")
        beside.replace(stamp)
    open_store(place, there=True).state()


def _read(stamp: Path) -> object:
    """What was written of the files when they were loaded; None where that cannot be read."""
    try:
        return json.loads(stamp.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _sweep(home: Path) -> None:
    """Remove the stores of files that are gone, unless a server still has one."""
    for folder in home.iterdir():
        said = _read(folder / _STAMP)
        if isinstance(said, dict) and not Path(str(said.get("path"))).exists():
            with contextlib.suppress(OSError), _exclusive(folder / _HELD):
                shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _exclusive(held: Path) -> Iterator[IO[bytes]]:
    with held.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield file
