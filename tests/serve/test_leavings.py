"""Leavings: is what a killed server left among the temporary files swept by the next, and nothing of anybody else?"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from rapporteur.serve.leavings import Temporary

PREFIX = "lamps-"
KILLED = f"""
import os, signal
from rapporteur.serve.leavings import Temporary
folder = Temporary("{PREFIX}")
(folder.path / "answer").write_text("long")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of our own, for child processes too."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_next_server_sweeps_what_a_killed_one_left(here: Path) -> None:
    """Is the folder of a process that was killed -9 gone, and that of one that lives still there?"""
    living = Temporary(PREFIX)
    assert subprocess.run([sys.executable, "-c", KILLED], check=False, timeout=60).returncode == -9
    (left,) = set(here.iterdir()) - {living.path}
    assert (left / "answer").read_text() == "long"
    with Temporary(PREFIX) as new:
        assert set(here.iterdir()) == {living.path, new}
    living.cleanup()
    assert not list(here.iterdir())


def test_what_is_not_ours_stays(here: Path) -> None:
    """Is a folder without the mark, a file, a link to elsewhere and another prefix left as it was?"""
    elsewhere = here / "elsewhere"
    for folder in (elsewhere, here / "ferries-1", here / f"{PREFIX}2"):
        folder.mkdir()
    for folder in (elsewhere, here / "ferries-1"):
        (folder / "held").touch()
    (here / f"{PREFIX}3").touch()
    (here / f"{PREFIX}4").symlink_to(elsewhere)
    there = set(here.rglob("*"))
    Temporary(PREFIX).cleanup()
    assert set(here.rglob("*")) == there
