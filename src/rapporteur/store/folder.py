"""The folder of an embedded store: a lock, numbered generations, and the one word that says which is current.

    STORE/
      rapporteur-store.json   whose it is, and the version of this layout
      current                 the number of the generation that readers open
      lock                    who is writing
      journal.log             what was written, when and by whom
      generations/000007/     the engine's own files

A writer never touches the generation that others read. It makes the next one beside it, of hard links to files that the
engine never changes, alters that, and then replaces the one word: a rename, so that a reader, and whoever comes after a
kill at any moment, finds the old state or the new one. A generation that nobody reads any more is swept by the next
writer.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from rapporteur.errors import UnusableStore

try:
    import fcntl
except ImportError:  # Windows has no flock, and its own locks cannot be shared by readers
    fcntl = None  # type: ignore[assignment]

LAYOUT = 1
MARK = "rapporteur-store.json"
_POINTER = "current"
_GENERATIONS = "generations"
_UNFINISHED = {f"{MARK}.new"}
"""What a process leaves that was killed before it had made a new store."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A state of the store that never changes while it is held."""

    number: int
    path: Path


class StoreFolder:
    """The folder at ``path``, which need not exist before something is written.

    :raises UnusableStore: if there is something else, a layout of another version, or a system without flock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if fcntl is None:
            raise UnusableStore(
                "This system has no flock, which keeps two writers apart.",
                where=str(path),
                expected="Linux or macOS for a store in a folder.",
                remedy="Ask the built graphs themselves (--graph NAME.trig), or name the address of a SPARQL server.",
            )
        self._check()

    def _check(self) -> None:
        mark = self.path / MARK
        if not self.path.exists() or (self.path.is_dir() and {e.name for e in self.path.iterdir()} <= _UNFINISHED):
            return
        try:
            said = json.loads(mark.read_text("utf-8"))
            layout, writer = said["layout"], said["writer"]
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise UnusableStore(
                "Something else is there, or the mark of the store is damaged." if self.path.is_dir() else "A file.",
                where=str(self.path),
                expected=f"a folder with the file {MARK}, or none yet.",
                remedy="Name another folder; nothing was written into this one.",
            ) from fault
        if layout != LAYOUT:
            raise UnusableStore(
                f"A store of layout {layout}, written by rapporteur {writer}.",
                where=str(self.path),
                expected=f"layout {LAYOUT}, which rapporteur {version('rapporteur')} reads.",
                remedy="Use the version that wrote it, or load the built graphs elsewhere. Nothing was changed.",
            )

    def number(self) -> int:
        """The number of the current generation; 0 where nothing was ever loaded."""
        try:
            return int((self.path / _POINTER).read_text("ascii"))
        except FileNotFoundError:
            return 0
        except (OSError, ValueError) as fault:
            raise damaged(self.path, f"The file {_POINTER} holds no number.") from fault

    def stamp(self) -> tuple[int, int]:
        """What differs once a writer has put another generation in place, also in a folder that was made anew.

        One look at the file system, so that it can be taken before every question; (0, 0) where nothing was loaded.
        """
        try:
            seen = (self.path / _POINTER).stat()
        except FileNotFoundError:
            return 0, 0
        return seen.st_ino, seen.st_mtime_ns

    @contextlib.contextmanager
    def reading(self) -> Iterator[Generation | None]:
        """Hold the current generation, None where there is none: no writer sweeps it meanwhile."""
        while True:
            number = self.number()
            if not number:
                yield None
                return
            path = self._generation(number)
            with contextlib.ExitStack() as stack:
                try:
                    held = stack.enter_context(path.with_suffix(".held").open("rb"))
                    fcntl.flock(held, fcntl.LOCK_SH)
                except FileNotFoundError as fault:
                    if self.number() != number:
                        continue
                    raise damaged(self.path, f"The generation {number} is gone.") from fault
                if self.number() != number:
                    continue
                yield Generation(number, path)
                return

    @contextlib.contextmanager
    def writing(self, verb: str) -> Iterator[Path]:
        """The next generation, a copy of the current one; it becomes current where the block ends without an error.

        :raises UnusableStore: if another process is writing; it says which.
        """
        self._make()
        with self._lock(verb):
            self._check()
            (self.path / _GENERATIONS).mkdir(exist_ok=True)
            old = self.number()
            self._sweep(keep=old)
            number = old + 1
            path = self._generation(number)
            try:
                self.log(f"{verb} begins generation {number}")
                if old:
                    _link(self._generation(old), path)
                yield path
                path.with_suffix(".held").touch()
                _sync(path)
                self._point(number)
            except BaseException:
                shutil.rmtree(path, ignore_errors=True)
                with contextlib.suppress(OSError):
                    self.log(f"{verb} gives up generation {number}")
                raise
            self.log(f"{verb} ends generation {number}")

    def sweep(self) -> None:
        """Remove the generations that nobody reads any more, unless somebody writes."""
        with contextlib.suppress(UnusableStore), self._lock("sweep"):
            self._sweep(keep=self.number())

    def log(self, words: str) -> None:
        """Add a line to the journal."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        with (self.path / "journal.log").open("a", encoding="utf-8") as journal:
            journal.write(f"{now} process {os.getpid()} on {socket.gethostname()}: {words}\n")

    def _make(self) -> None:
        if (self.path / MARK).is_file():
            return
        self.path.mkdir(parents=True, exist_ok=True)
        said = {"layout": LAYOUT, "writer": version("rapporteur"), "engine": f"oxigraph {version('pyoxigraph')}"}
        _replace(self.path / MARK, json.dumps(said, indent=2) + "\n")

    @contextlib.contextmanager
    def _lock(self, verb: str) -> Iterator[None]:
        """Be the only writer; the system takes the lock back from a process that dies."""
        with (self.path / "lock").open("a+", encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fault:
                lock.seek(0)
                raise UnusableStore(
                    f"Another process is writing: {lock.read().strip() or 'it has not said who it is'}.",
                    where=str(self.path),
                    expected="one writer at a time; readers are never kept waiting.",
                    remedy="Wait until it is done, or end it: what it had not finished is then as it was.",
                ) from fault
            lock.truncate(0)
            since = datetime.now(UTC).isoformat(timespec="seconds")
            lock.write(f"process {os.getpid()} on {socket.gethostname()}, `store {verb}` since {since}\n")
            lock.flush()
            yield
            lock.truncate(0)

    def _sweep(self, keep: int) -> None:
        """Remove every generation but one, except those that somebody still reads."""
        for path in (self.path / _GENERATIONS).iterdir():
            if path.suffix or path == self._generation(keep):
                continue
            mark = path.with_suffix(".held")
            with contextlib.suppress(BlockingIOError), contextlib.ExitStack() as stack:
                if mark.exists():
                    held = stack.enter_context(mark.open("rb"))
                    fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    mark.unlink()
                shutil.rmtree(path, ignore_errors=True)

    def _point(self, number: int) -> None:
        _replace(self.path / _POINTER, f"{number}\n")

    def _generation(self, number: int) -> Path:
        return self.path / _GENERATIONS / f"{number:06}"


def damaged(path: Path, seen: str) -> UnusableStore:
    """The error for a store whose files do not fit together."""
    return UnusableStore(
        f"The store is damaged: {seen}",
        where=str(path),
        expected="the files as `rapporteur store` wrote them.",
        remedy="Use a backup that was made of it, or load the built graphs into a new folder. Nothing was changed.",
    )


def unwritten(path: Path, fault: OSError | RuntimeError, said: str) -> UnusableStore:
    """The error for a store that the engine or the system could not write.

    :param said: the first line of what ``fault`` says.
    """
    full = getattr(fault, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    if full or "No space left" in said or "File too large" in said or "quota" in said:
        return UnusableStore(
            f"There is no room left: {said}",
            where=str(path),
            expected="room for what is new, and for the old state until the new one is in its place.",
            remedy="Make room or name another folder, then run the same command again. The store is as it was.",
        )
    if isinstance(fault, PermissionError):
        return UnusableStore(
            f"It cannot be written: {said}",
            where=str(path),
            expected="a folder that this user may write.",
            remedy="Change its permissions, or name another folder. Nothing was changed.",
        )
    return damaged(path, said)


def _link(old: Path, new: Path) -> None:
    """The files of a generation in a new folder: those the engine never changes as links, the rest copied."""
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    for file in old.iterdir():
        if file.suffix == ".sst":
            try:
                os.link(file, new / file.name)
                continue
            except OSError:  # no hard links here: a copy is as good
                pass
        if file.name != "LOCK" and not file.name.startswith("LOG"):
            shutil.copy2(file, new / file.name)


def _replace(path: Path, text: str) -> None:
    """Put ``text`` in place of a file at once, and on the disk."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Have the names of a folder's files on the disk."""
    at = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(at)
    finally:
        os.close(at)
