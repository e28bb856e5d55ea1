"""Leavings: a temporary folder for as long as a server runs; what servers that were killed left is swept by the next.

A file in the folder is locked while its server lives, and the system takes the lock back from one that died. So a
folder whose lock can be had is nobody's any more, and one without that file is left alone.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
from pathlib import Path

_MARK = "held"


class Temporary:
    """A new folder among the temporary files; others with the same prefix are removed if their server was killed.

    :ivar path: the folder; it holds a file `held`, which must stay.
    """

    def __init__(self, prefix: str) -> None:
        _sweep(prefix)
        self._folder = tempfile.TemporaryDirectory(prefix=prefix)
        self.path = Path(self._folder.name)
        beside = self.path / f"{_MARK}.new"
        self._held = beside.open("w")
        fcntl.flock(self._held, fcntl.LOCK_EX)
        beside.rename(self.path / _MARK)  # nobody sees the mark before it is locked

    def cleanup(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()
        self._held.close()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *fault: object) -> None:
        self.cleanup()


def _sweep(prefix: str) -> None:
    """Remove the folders of this user whose server is dead."""
    for folder in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with contextlib.suppress(OSError):  # gone meanwhile, held by a server that lives, or another user's
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
                continue
            with (folder / _MARK).open("rb") as held:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
