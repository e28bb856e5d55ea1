"""Files into a new folder beside the publication, which takes its place once it is whole.

The old publication stays as it is until then. A folder that holds anything that no publication put there is refused:
each publication bears a marker, ``.rapporteur-publication``.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from rapporteur.errors import UnwritableOutput, unwritable

MARK = ".rapporteur-publication"
_REMEDY = "Name another folder, or get the right to write this one; the old publication is as it was."
_WORDS = "This folder was made by `rapporteur publish`, which replaces it as a whole. Keep nothing of your own here.\n"


class Writer:
    """Writes one publication: ``with Writer(out) as writer: writer.write("index.html", …)``.

    On leaving without an error the new folder takes the place of the old; with one, nothing has changed.

    :raises UnwritableOutput: if the folder holds other people's files, is being written now, or cannot be written.
    """

    def __init__(self, out: str | Path) -> None:
        self.out = Path(out).resolve()
        self._new = self.out.with_name(f".{self.out.name}.new")
        self._old = self.out.with_name(f".{self.out.name}.old")
        self._files: dict[str, str] = {}
        self._sums: dict[str, tuple[int, str]] = {}
        self._folders: set[Path] = set()

    def __enter__(self) -> Writer:
        with unwritable("The publication", self.out, remedy=_REMEDY):
            self.out.parent.mkdir(parents=True, exist_ok=True)
            if not self.out.exists() and (self._old / MARK).is_file():
                self._old.rename(self.out)  # a change of folders was cut between its two steps
            _require_ours(self.out)
            _clear(self._new)
            if self.out.exists():
                _clear(self._old)
            self._new.mkdir()
            (self._new / MARK).write_text(f"{_WORDS}{os.getpid()}\n", "utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            shutil.rmtree(self._new, ignore_errors=True)
            return
        with unwritable("The publication", self.out, remedy=_REMEDY):
            (self._new / MARK).write_text(_WORDS, "utf-8")
            _require_ours(self.out)
            try:
                if self.out.exists():
                    self.out.rename(self._old)
                self._new.rename(self.out)
            except OSError:
                if not self.out.exists() and self._old.exists():
                    self._old.rename(self.out)
                shutil.rmtree(self._new, ignore_errors=True)
                raise
            shutil.rmtree(self._old, ignore_errors=True)

    def write(self, path: str, content: bytes | str) -> None:
        """Write a file.

        :param path: from the top of the publication, steps parted by ``/``; each path once, whatever its case.
        :raises ValueError: if the path is taken, or leads out of the publication.
        """
        target = self._target(path)
        data = content.encode("utf-8") if isinstance(content, str) else content
        with unwritable("The publication", self.out, remedy=_REMEDY):
            target.write_bytes(data)
        self._sums[path] = (len(data), hashlib.sha256(data).hexdigest())

    @contextlib.contextmanager
    def stream(self, path: str) -> Iterator[BinaryIO]:
        """Write a file piece by piece, as one that is too large for memory; raises as `write`."""
        target = self._target(path)
        with unwritable("The publication", self.out, remedy=_REMEDY):
            with target.open("wb") as file:
                yield file
            with target.open("rb") as file:
                self._sums[path] = (target.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())

    def take(self, files: Mapping[str, tuple[int, str]]) -> None:
        """Count in files that another process wrote here: bytes and SHA-256 by path; raises as `write`."""
        for path, said in files.items():
            self._steps(path)
            self._sums[path] = said

    def _steps(self, path: str) -> list[str]:
        """The steps of a path that is free."""
        steps = path.split("/")
        if not path or any(step in ("", ".", "..") for step in steps) or "\\" in path:
            raise ValueError(f"{path!r} is no path within a publication")
        if path in self._sums:
            raise ValueError(f"{path!r} is written already")
        if (before := self._files.setdefault(path.casefold(), path)) != path:
            raise ValueError(f"{path!r} and {before!r} would share a file where case counts for nothing")
        return steps

    def _target(self, path: str) -> Path:
        """The file of a path that is free, in a folder that is there."""
        steps = self._steps(path)
        target = self._new.joinpath(*steps)
        with unwritable("The publication", self.out, remedy=_REMEDY):
            if target.parent not in self._folders:
                target.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(target.parent)
        return target

    def read(self, path: str) -> bytes:
        """What was written at a path."""
        with unwritable("The publication", self.out, remedy=_REMEDY):
            return self._new.joinpath(*path.split("/")).read_bytes()

    @property
    def files(self) -> Mapping[str, tuple[int, str]]:
        """Bytes and SHA-256 of every file written so far, by path, sorted."""
        return dict(sorted(self._sums.items()))


def _require_ours(folder: Path) -> None:
    """The folder is not there, empty, or a publication."""
    if not folder.exists() or (folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))):
        return
    raise UnwritableOutput(
        "A folder that holds other files." if folder.is_dir() else "This is no folder.",
        where=str(folder),
        expected=f"a new or empty folder, or one that was published before (it holds {MARK}).",
        remedy="Name another folder; a publication replaces the whole of it.",
    )


def _clear(folder: Path) -> None:
    """Remove what a publication that was cut left behind; one that is being written now is left alone."""
    if not folder.exists():
        return
    mark = folder / MARK
    said = mark.read_text("utf-8").split()[-1] if mark.is_file() else ""
    if said.isdigit() and int(said) != os.getpid() and _runs(int(said)):
        raise UnwritableOutput(
            f"Another publication is being written there, by the process {said}.",
            where=str(folder),
            expected="one at a time.",
            remedy="Wait until it is done; if it is not running any more, remove this folder.",
        )
    if not said and any(folder.iterdir()):
        raise UnwritableOutput(
            "A folder of this name that no publication made.",
            where=str(folder),
            expected="nothing there: the new publication is made under this name.",
            remedy="Move that folder away, or publish elsewhere.",
        )
    shutil.rmtree(folder)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError as fault:
        return fault.errno == errno.EPERM
    return True
