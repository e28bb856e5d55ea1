"""Killed: whatever the moment, does the store open and hold exactly the old state or the new?

A few moments here; `make soak` takes fifty a verb and asks that at least thirty lie within the write, by the journal.
"""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from small import build, copy_of, symbol

from rapporteur.store import Store, load, open_store, verify

LINE = re.compile(r"(?P<when>\S+) process (?P<process>\d+) on \S+: \w+ (?P<what>begins|ends|gives up) ")
PARAGRAPHS = 2000


def contents(store: Store) -> dict[str, str]:
    """The hash of each report's graphs."""
    return {entry.graph: entry.sha256 for entry in store.entries() if not entry.shared}


@pytest.fixture(scope="module")
def full(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a report that is long enough for its change to take a while."""
    folder = tmp_path_factory.mktemp("full")
    place = copy_of(template, folder / "store")
    list(load(open_store(place), [build(folder, 7, PARAGRAPHS)]))
    return place


def journal(place: Path, process: int) -> dict[str, float]:
    """When a process began and ended its write."""
    found = {}
    for line in (place / "journal.log").read_text("utf-8").splitlines():
        match = LINE.match(line)
        if match and int(match["process"]) == process:
            found[match["what"]] = datetime.fromisoformat(match["when"]).timestamp()
    return found


def run(place: Path, arguments: list[str], moment: float | None) -> tuple[int, dict[str, float], str]:
    """Run a verb, and kill it ``moment`` seconds after it began to write; its exit code, its journal and its words."""
    with (place / "words.txt").open("w+", encoding="utf-8") as words:
        process = subprocess.Popen(
            [sys.executable, "-c", "from rapporteur.cli import main; main()", "store", *arguments, "--store", place],
            stdout=subprocess.DEVNULL,
            stderr=words,
        )
        if moment is not None:
            while process.poll() is None and "begins" not in journal(place, process.pid):
                time.sleep(0.001)
            time.sleep(moment)
            process.send_signal(signal.SIGKILL)
        code = process.wait(timeout=120)
        words.seek(0)
        return code, journal(place, process.pid), words.read()


def verbs(folder: Path) -> dict[str, list[str]]:
    """What is done to a store that has the reports 1, 2 and 7."""
    return {
        "load": ["load", str(build(folder / "new", 8, PARAGRAPHS))],
        "replace": ["replace", str(build(folder / "new", 7, PARAGRAPHS, "barges"))],
        "remove": ["remove", symbol(7)],
    }


def kill_at(full: Path, folder: Path, verb: str, moments: int) -> int:
    """Kill a verb at moments spread over its write, check the store after each; how many lay within the write."""
    arguments = verbs(folder)[verb]
    calm = copy_of(full, folder / "calm")
    old = contents(open_store(calm))
    code, told, words = run(calm, arguments, None)
    assert code == 0, words
    new = contents(open_store(calm))
    assert new != old
    length = told["ends"] - told["begins"]
    luck = random.Random(20310506)
    within = 0
    for turn in range(moments):
        place = copy_of(full, folder / f"turn{turn}")
        code, told, words = run(place, arguments, length * (turn + luck.random()) / moments)
        assert "begins" in told, f"{verb}, moment {turn}: it never wrote: {words}"
        store = open_store(place)
        found = contents(store)
        assert found in (old, new), f"{verb}, moment {turn}: neither the old state nor the new"
        assert list(verify(store)) == []
        if "ends" in told:
            length = min(length, told["ends"] - told["begins"])  # the calm run was slowed down by others on the machine
        elif code == -signal.SIGKILL:
            within += 1
        code, _, words = run(place, ["replace" if verb == "load" else verb, *arguments[1:]], None)
        assert code == (0 if verb != "remove" or found == old else 2), f"the store cannot be written again: {words}"
        assert contents(open_store(place)) == new
    return within


@pytest.mark.parametrize("verb", ["load", "replace", "remove"])
def test_a_killed_writer_leaves_the_old_state_or_the_new(full: Path, tmp_path: Path, verb: str) -> None:
    """Does the store open, hold one of the two states and take the command again, at two moments of the write?"""
    assert kill_at(full, tmp_path, verb, 2) >= 1


@pytest.mark.soak
@pytest.mark.parametrize("verb", ["load", "replace", "remove"])
def test_fifty_moments(full: Path, tmp_path: Path, verb: str) -> None:
    """Is it so at fifty moments, thirty of them within the write?"""
    assert kill_at(full, tmp_path, verb, 50) >= 30
