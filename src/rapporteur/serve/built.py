"""Built graphs that are served: a file or a folder of them → a store in the user's cache, filled by the first server.

A later server of the same files finds all there, the search index too, and answers at once; what has changed since is
replaced, what has gone is removed. A store of files that are gone is swept. Where the cache cannot be written, is
damaged, or another server writes it just now, the store is a temporary one.
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


@contextlib.contextmanager
def store_of(path: Path, step: Callable[[str], object]) -> Iterator[Path]:
    """The folder of a store that holds the built graphs at ``path``, for as long as it is needed.

    :param step: told what is done where it takes a while.
    :raises UnusableInput: if a file is missing, or is no built graph.
    """
    path = path.resolve()
    files = [file.resolve() for file in built_files([path])]
    with contextlib.ExitStack() as stack:
        try:
            place = _kept(path, files, step, stack)
        except (UnusableStore, OSError):
            place = stack.enter_context(Temporary("rapporteur-store-")) / "store"
            step("Loading the built graphs")
            for _ in load(open_store(place), files):
                pass
        yield place


def _kept(path: Path, files: Sequence[Path], step: Callable[[str], object], stack: contextlib.ExitStack) -> Path:
    """The store in the cache, as the files are now."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rapporteur" / "serve"
    root = Iris.from_setting().root
    folder = home / hashlib.sha256(f"{root} {path}".encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fcntl.flock(stack.enter_context((folder / _HELD).open("a")), fcntl.LOCK_SH)
    _sweep(home)
    place, stamp = folder / "store", folder / _STAMP
    told = {
        "path": str(path),
        "version": version("rapporteur"),
        "files": {str(file): [file.stat().st_size, file.stat().st_mtime_ns] for file in files},
    }
    if _read(stamp) != told:
        stamp.unlink(missing_ok=True)  # so that whoever comes after a kill looks at all of them again
        step("Loading the built graphs")
        store = open_store(place)
        documents = {outcome.document for outcome in load(store, files, replace=True)}
        gone = {entry.document for entry in store.entries() if not entry.shared} - documents
        for _ in remove(store, sorted(gone)) if gone else ():
            pass
        beside = stamp.with_name(f"{_STAMP}.{os.getpid()}")
        beside.write_text(json.dumps(told), "utf-8")
        beside.replace(stamp)
    open_store(place, there=True).state()
    return place


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
