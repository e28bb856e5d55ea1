"""Does a search follow what it is an index of: by hashes, from any place, through damage, death and company?"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lamps import LAMPS, REEFS, Fact, lamps, reefs, report

from rapporteur.errors import UnusableQuery
from rapporteur.search import Following, SearchIndex, Staleness, UnusableIndex
from rapporteur.search.schema import BusyIndex, connect


class Shelf:
    """Reports that tests put and take away, as an index follows them."""

    def __init__(self, *reports: list[Fact]) -> None:
        self.held = {facts[0][0]: facts for facts in reports}
        self.asked = 0

    def state(self) -> str:
        return str(sorted(self._hashes().items()))

    def _hashes(self) -> dict[str, str]:
        return {iri: str(hash(tuple(facts))) for iri, facts in self.held.items()}

    def hashes(self) -> dict[str, str]:
        self.asked += 1
        return self._hashes()

    def facts(self, report: str) -> list[Fact]:
        return self.held.get(report, [])


def totals(following: Following, *words: str, refresh: bool = True) -> list[int]:
    return [following.search(word, refresh=refresh).total for word in words]


def test_a_search_follows_what_comes_changes_and_goes(tmp_path: Path) -> None:
    """Does each search see the reports as they are, is each step told, and is nothing compared without need?"""
    shelf, said = Shelf(lamps()), list[str]()
    with Following(shelf, [tmp_path / "index.sqlite"]) as following:
        assert following.staleness() == Staleness(new=(LAMPS,))
        assert following.search("lamp", watch=said.append).total == 9
        assert said == [f"Making the index {tmp_path / 'index.sqlite'}", "Indexing 1 of 1: LAMPS/1"]
        asked = shelf.asked
        assert totals(following, "lamp", "reef") == [9, 3]
        assert shelf.asked == asked
        shelf.held[REEFS] = reefs()
        said.clear()
        assert following.search("zyzzyvas", watch=said.append).total == 1
        assert said == ["The index is stale (1 new); it is brought up to date", "Indexing 1 of 1: REEFS/2"]
        shelf.held = {REEFS: report("REEFS/2", "Tides turn.")}
        assert totals(following, "lamp", "zyzzyvas", "tide") == [0, 0, 1]
        assert following.search("").stale == ""
        assert following.refresh() == Staleness()
    assert b"yzzyva" not in (tmp_path / "index.sqlite").read_bytes()


def test_a_search_that_may_not_renew_says_what_it_lacks(tmp_path: Path) -> None:
    """Is the answer from the index as it is, with how stale it is, and does a renewal elsewhere reach it?"""
    shelf = Shelf(lamps())
    with Following(shelf, [tmp_path / "index.sqlite"]) as following:
        found = following.search("lamp", refresh=False)
        assert (found.total, found.stale, found.as_json()["stale"]) == (0, "1 new", "1 new")
        with pytest.raises(UnusableQuery):
            following.search("lamp AND", refresh=False)
        assert following.refresh() == Staleness(new=(LAMPS,))
        assert following.search("lamp", refresh=False).total == 9
        shelf.held = {LAMPS: report("LAMPS/1", "Tides turn."), REEFS: reefs()}
        found = following.search("lamp", refresh=False)
        assert (found.total, found.stale) == (9, "1 new, 1 changed")
        assert following.related(f"{LAMPS}/paragraph/1", refresh=False).stale == "1 new, 1 changed"
        with Following(shelf, [tmp_path / "index.sqlite"]) as other:
            other.refresh()
        assert following.search("tide", refresh=False).total == 1
        (tmp_path / "index.sqlite").unlink()
        with Following(shelf, [tmp_path / "index.sqlite"]) as other:
            assert totals(other, "tide") == [1]
        assert following.search("tide", refresh=False).stale == ""


@contextmanager
def nobody() -> Iterator[None]:
    """As one who may write nowhere, where the tests run as root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_where_nothing_can_be_written_the_next_place_is_used() -> None:
    """Is an index that may only be read used while it is fresh, then one in the next place, then one in memory?"""
    shelf, said = Shelf(lamps()), list[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = folder / "first", folder / "second"
        first.mkdir()
        second.mkdir(mode=0o777)
        second.chmod(0o777)
        with Following(shelf, [first / "i.sqlite"]) as owner:
            owner.refresh()
        (first / "i.sqlite").chmod(0o444)
        first.chmod(0o555)
        folder.chmod(0o755)
        try:
            with nobody():
                places = [first / "i.sqlite", second / "i.sqlite"]
                with Following(shelf, places) as reader:
                    assert reader.search("lamp", watch=said.append).total == 9
                    assert said == []
                    shelf.held[REEFS] = reefs()
                    assert reader.search("zyzzyvas", watch=said.append).total == 1
                    assert said[3] == f"Making the index {second / 'i.sqlite'}"
                    assert reader.search("zyzzyvas").stale == ""
                said.clear()
                with Following(shelf, places) as again:
                    assert again.search("zyzzyvas", watch=said.append).total == 1
                    assert not any(step.startswith(("Making", "Indexing 2")) for step in said)
                said.clear()
                with Following(shelf, [first / "none" / "i.sqlite"]) as bare:
                    assert bare.search("lamp", watch=said.append).total == 10
                    assert "The index is kept in memory" in said
                    shelf.held.pop(LAMPS)
                    assert totals(bare, "lamp", "zyzzyvas") == [1, 1]
        finally:
            first.chmod(0o755)


def test_what_is_damaged_or_old_is_made_anew(tmp_path: Path) -> None:
    """Is an index that is garbage, of another version, cut short or gone made again, before and while it is open?"""
    place, shelf = tmp_path / "index.sqlite", Shelf(lamps())
    with Following(shelf, [place]) as following:
        following.refresh()
        whole = place.read_bytes()
        other = connect(place, writing=True)
        other.execute("PRAGMA user_version = 99")
        other.close()
        old = place.read_bytes()
        torn = whole[:4096] + b"\xff" * 4096 * (len(whole) // 4096 - 1)
        for damaged in (b"no index" * 600, old, torn, b""):
            place.unlink()
            place.write_bytes(damaged)
            with Following(shelf, [place]) as fresh:
                assert totals(fresh, "lamp") == [9]
            place.unlink()
            place.write_bytes(damaged)
            assert totals(following, "lamp") == [9]
        place.unlink()
        assert totals(following, "lamp") == [9]
        place.write_bytes(torn)  # under its feet: the same file
        assert totals(following, "lamp") == [9]


def test_an_index_that_another_keeps_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is one who is kept waiting too long told so, with the index left as it was?"""
    place, shelf = tmp_path / "index.sqlite", Shelf(lamps())
    monkeypatch.setattr("rapporteur.search.schema._WAIT", 0.1)
    with Following(shelf, [place]) as following:
        following.refresh()
        before = place.read_bytes()
        shelf.held[REEFS] = reefs()
        with SearchIndex(place, writing=True) as other, other.transaction("BEGIN EXCLUSIVE"), pytest.raises(BusyIndex):
            following.search("lamp")
        assert place.read_bytes() == before
        assert totals(following, "zyzzyvas") == [1]
    assert issubclass(BusyIndex, UnusableIndex)


KILLED = """
import os, signal, sys
from pathlib import Path
from test_following import Shelf
from lamps import report
from rapporteur.search import Following

class Dying(Shelf):
    def facts(self, report):
        if report.endswith(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().facts(report)

shelf = Dying(*[report(f"TIDES/{n}", *[f"Tides burn {n} {m}." for m in range(50)]) for n in range(6)])
Following(shelf, [Path(sys.argv[1])]).refresh()
"""


def test_a_process_that_dies_leaves_an_index_that_can_be_renewed(tmp_path: Path) -> None:
    """Is there no index after a kill while it was first made, a usable one after a kill while it was renewed?"""
    place = tmp_path / "index.sqlite"

    def die(at: str) -> None:
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(place), at],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parent), "PYTHONHASHSEED": "0"},
            timeout=60,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL

    die("TIDES/3")
    assert not place.exists()
    (left,) = tmp_path.iterdir()
    shelf = Shelf(lamps())
    with Following(shelf, [place]) as following:
        assert totals(following, "lamp", "tide") == [9, 0]
        die("TIDES/3")
        with SearchIndex(place) as index:
            assert [one.symbol for one in index.reports()] == ["TIDES/0", "TIDES/1", "TIDES/2"]
        shelf.held[REEFS] = reefs()
        assert totals(following, "lamp", "tide", "zyzzyvas") == [10, 0, 1]
        assert left.exists()
        long_ago = time.time() - 4000
        os.utime(left, (long_ago, long_ago))
        place.unlink()
        assert totals(following, "lamp") == [10]
    assert not left.exists()


def test_many_ask_while_one_renews(tmp_path: Path) -> None:
    """Do eight threads find all of a report or nothing of it, while reports come and go beside them?"""
    old = [report(f"TIDES/{n}", *[f"Tides turn {m}." for m in range(20)]) for n in range(3)]
    shelf = Shelf(*old)
    faults: list[BaseException] = []
    seen: set[int] = set()
    done = threading.Event()
    with Following(shelf, [tmp_path / "index.sqlite"]) as following:
        following.refresh()

        def ask() -> None:
            try:
                while not done.is_set():
                    seen.add(following.search("tide", limit=0, refresh=False).total)
            except BaseException as fault:
                faults.append(fault)

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for turn in range(6):
            facts = old[turn % 3]
            shelf.held = {**shelf.held, facts[0][0]: report(facts[0][0].partition("/id/document/")[2], "Tides.")}
            following.refresh()
        done.set()
        for thread in threads:
            thread.join()
    assert not faults
    assert seen <= {60, 41, 22, 3} and seen


def test_two_processes_make_one_index(tmp_path: Path) -> None:
    """Does one whole index come of two that are made at once, with nothing left beside it?"""
    place = tmp_path / "index.sqlite"
    shelves = [Shelf(lamps(), reefs()) for _ in range(2)]
    threads = [threading.Thread(target=Following(shelf, [place]).refresh) for shelf in shelves]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Following(shelves[0], [place]) as following:
        found = following.search("lamp", refresh=False)
        assert (found.total, found.stale) == (following.search("lamp").total, "")
    assert [path.name for path in tmp_path.iterdir()] == ["index.sqlite"]
    shutil.rmtree(tmp_path)


def test_a_report_that_tells_nothing_is_asked_for_once(tmp_path: Path) -> None:
    """Is a report without a fact in it kept as one, so that not every search reads it again?"""
    shelf = Shelf(lamps())
    shelf.held["https://x.example/empty"] = []
    with Following(shelf, [tmp_path / "i.sqlite"]) as following:
        assert totals(following, "lamp") == [9]
        assert not following.staleness()
