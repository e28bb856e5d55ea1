"""Does the index hold what it was told, nothing that it was told to forget, and one whole state at any moment?"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lamps import LAMPS, REEFS, ROOT, lamps, reefs, report

from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.search import SearchIndex, Staleness, UnusableIndex, ask, cache_place, index_graphs, search_reports
from rapporteur.search.sources import staleness


def trig(folder: Path, name: str, facts: list[tuple[str, str, str]]) -> Path:
    """A file as a build writes it, with a graph of evidence that must not be searched."""
    lines = [
        f"<{s}> <{p}> " + (f"<{o}>" if o.startswith("http") else '"' + o.replace('"', '\\"') + '"') + " ."
        for s, p, o in facts
    ]
    home = facts[0][0]
    apart = f'<{home}/paragraph/1> <https://w3id.org/rapporteur/ontology#text> "evidence" .'
    path = folder / name
    path.write_text(f"<{home}/graph> {{ {' '.join(lines)} }}\n<{home}/graph/evidence> {{ {apart} }}\n", "utf-8")
    return path


def contents(index: SearchIndex) -> tuple[object, ...]:
    """All that a search can see, without the numbers of rows."""
    hits = [(hit.iri, hit.score, hit.snippet) for hit in ask(index, "lamp* OR reef OR a", limit=100).hits]
    facets = ask(index, "", limit=0).facets
    return hits, facets


def test_a_removed_report_leaves_no_trace(invented: SearchIndex, tmp_path: Path) -> None:
    """Is the index as if the report had never come: its words not in the file, scores and counts those of the rest?"""
    assert invented.path is not None
    assert b"yzzyva" in invented.path.read_bytes()
    assert invented.drop(REEFS)
    assert not invented.drop(REEFS)
    assert b"yzzyva" not in invented.path.read_bytes()
    with SearchIndex(tmp_path / "never.sqlite", writing=True) as never:
        never.put(LAMPS, lamps())
        assert contents(invented) == contents(never)
    assert [report.symbol for report in invented.reports()] == ["LAMPS/1"]
    assert invented.drop(LAMPS)
    for table in ("part", "mark", "value", "report"):
        assert invented.database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    assert invented.database.execute("SELECT count(*) FROM vocabulary").fetchone() == (0,)


def test_a_report_is_replaced_as_a_whole(invented: SearchIndex) -> None:
    """Does putting a report again leave the new words alone, and the other report as it was?"""
    before = ask(invented, "", report="LAMPS/1").total
    assert invented.put(REEFS, report("REEFS/2", "Tides turn.")) == 1
    assert ask(invented, "zyzzyvas").total == 0
    assert ask(invented, "tide").total == 1
    assert ask(invented, "", report="LAMPS/1").total == before
    with pytest.raises(UnusableInput, match="no such report"):
        invented.put(REEFS, lamps())
    assert ask(invented, "tide").total == 1


def test_a_report_put_again_in_part_is_as_if_it_were_new(invented: SearchIndex, tmp_path: Path) -> None:
    """Where some parts keep their words, are their filters, labels and places the new ones, and the old words gone?"""
    renamed = {f"{ROOT}state/FJI": f"{ROOT}state/KEN", "Lamps on reefs burn kelp.": "Tides burn kelp."}
    moved = [(s, p, renamed.get(o, o)) for s, p, o in lamps() if not s.endswith("/note/1")]
    moved = [(s, p, "4321" if (p.endswith("#start") and o == "3000") else o) for s, p, o in moved]
    invented.put(LAMPS, moved, "abc")
    with SearchIndex(tmp_path / "never.sqlite", writing=True) as never:
        never.put(REEFS, reefs())
        never.put(LAMPS, moved, "abc")
        assert contents(invented) == contents(never)
        assert ask(invented, "", state="KEN", limit=99).hits == ask(never, "", state="KEN", limit=99).hits
        assert [r for r in invented.reports() if r.iri == LAMPS] == [r for r in never.reports() if r.iri == LAMPS]
    assert ask(invented, "almanac").total == 0 and ask(invented, "", state="FJI").total == 0
    for table in ("stems", "exact"):
        invented.database.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


def test_hashes_tell_what_is_stale(invented: SearchIndex) -> None:
    """Are reports named that are new, changed or gone, by the hashes of the store or of what is searched?"""
    held = {report.iri: report.fingerprint for report in invented.reports()}
    assert invented.stale(held) == Staleness()
    assert not invented.stale(held)
    invented.put(REEFS, reefs(), fingerprint="abc")
    stale = invented.stale({REEFS: "abd", "https://x.example/3": "e"})
    assert stale == Staleness(new=("https://x.example/3",), changed=(REEFS,), gone=(LAMPS,))
    assert str(stale) == "1 new, 1 changed, 1 gone"
    invented.put(REEFS, report("REEFS/2", "Tides turn."))
    invented.put(LAMPS, lamps())
    assert {r.iri for r in invented.reports() if r.fingerprint != held[r.iri]} == {REEFS}


def test_an_index_follows_its_folder(tmp_path: Path) -> None:
    """Are files that came, changed and went told of and followed, and is nothing written when nothing did?"""
    folder, place, said = tmp_path / "graphs", tmp_path / "index.sqlite", list[str]()
    folder.mkdir()
    trig(folder, "lamps.trig", lamps())
    trig(folder, "reefs.trig", reefs())
    with index_graphs(folder, place, said.append) as index:
        assert ask(index, "reef").total == 4
        assert ask(index, "evidence").total == 0
        assert not staleness(index)
    assert said == [f"Making the index {place}", "Indexing 1 of 2: lamps.trig", "Indexing 2 of 2: reefs.trig"]
    before, said[:] = place.read_bytes(), []
    with index_graphs(folder, place, said.append):
        assert (place.read_bytes(), said) == (before, [])
    (folder / "reefs.trig").unlink()
    trig(folder, "tides.trig", report("TIDES/3", "Tides turn."))
    trig(folder, "lamps.trig", report("LAMPS/1", "A lamp alone."))
    with SearchIndex(place) as index:
        assert str(staleness(index)) == "1 changed, 1 gone"
    with index_graphs(folder, place, said.append) as index:
        assert said[0] == "The index is stale (1 new, 1 changed, 1 gone); it is brought up to date"
        assert [report.symbol for report in index.reports()] == ["LAMPS/1", "TIDES/3"]
        assert ask(index, "", limit=0).total == 2


def test_a_change_within_the_same_moment_is_seen(tmp_path: Path) -> None:
    """Is a file of the same size and time known by its hash while its time is young?"""
    path = trig(tmp_path, "tides.trig", report("TIDES/3", "Tides turn."))
    state = path.stat()
    index_graphs(path, tmp_path / "i.sqlite").close()
    trig(tmp_path, "tides.trig", report("TIDES/3", "Tides burn."))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    with index_graphs(path, tmp_path / "i.sqlite") as index:
        assert ask(index, "burn").total == 1


def test_two_files_of_one_report_are_told(tmp_path: Path) -> None:
    """Is the second file that holds a report left out, and said to be?"""
    said = list[str]()
    trig(tmp_path, "a.trig", report("TIDES/3", "Tides turn."))
    trig(tmp_path, "b.trig", report("TIDES/3", "Tides burn."))
    with index_graphs(tmp_path, tmp_path / "i.sqlite", said.append) as index:
        assert ask(index, "tides").total == 1
    assert said[-1] == "TIDES/3 stands in a.trig too; b.trig is left out"


def test_a_broken_graph_leaves_no_index(tmp_path: Path) -> None:
    """Is a file that is no TriG named, and the last good index left as it was?"""
    good = trig(tmp_path, "tides.trig", report("TIDES/3", "Tides turn."))
    place = tmp_path / "i.sqlite"
    index_graphs(good, place).close()
    bad = tmp_path / "bad.trig"
    bad.write_text("<a> <b")
    with pytest.raises(UnusableInput, match=r"bad\.trig"):
        index_graphs([good, bad], place)
    with SearchIndex(place) as index:
        assert ask(index, "tides").total == 1
    with pytest.raises(UnusableInput, match=r"bad\.trig"):
        index_graphs(bad, tmp_path / "new.sqlite")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.trig", "i.sqlite", "tides.trig"]
    for nothing in (tmp_path / "none", tmp_path / "i.sqlite", []):
        with pytest.raises(UnusableInput):
            index_graphs(nothing)


def test_a_damaged_index_is_said_and_a_cache_made_anew(tmp_path: Path, own_cache: Path) -> None:
    """Is damage told as damage, a file that is not ours left alone, and only our own cache thrown away?"""
    graphs = trig(tmp_path, "tides.trig", report("TIDES/3", *[f"Tides turn {n}." for n in range(300)]))
    assert search_reports(graphs, "tides").total == 300
    place = cache_place(graphs)
    assert place.is_file() and own_cache in place.parents
    whole = place.read_bytes()
    middle = b"\xff" * 4096
    faces = {
        "header": b"no index" * 600,
        "tables": whole[:4096] + middle * (len(whole) // 4096 - 1),
        "empty database": b"",
    }
    for name, damaged in faces.items():
        named = tmp_path / f"{name}.sqlite"
        named.write_bytes(damaged)
        if damaged:
            with pytest.raises(UnusableIndex, match="damaged"):
                index_graphs(graphs, named)
            assert named.read_bytes() == damaged
            with pytest.raises(UnusableIndex, match="damaged"), SearchIndex(named) as index:
                ask(index, "tides")
        place.write_bytes(damaged)
        assert search_reports(graphs, "tides").total == 300
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE mine (a)")
    with pytest.raises(UnusableIndex, match="did not make"):
        index_graphs(graphs, other)
    shutil.copy(place, other)
    with sqlite3.connect(other) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(UnusableIndex, match="version 99"):
        SearchIndex(other)
    with pytest.raises(UnusableIndex, match="no such index"):
        SearchIndex(tmp_path / "none.sqlite")


def test_nothing_need_be_written_beside_the_graphs(
    tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does a search leave the graphs' folder alone, and do without a cache where none can be written?"""
    folder = tmp_path / "graphs"
    folder.mkdir()
    trig(folder, "tides.trig", report("TIDES/3", "Tides turn."))
    assert search_reports(folder, "tides").total == 1
    assert [path.name for path in folder.iterdir()] == ["tides.trig"]
    no_folder = tmp_path / "file"
    no_folder.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(no_folder))
    said = list[str]()
    with index_graphs(folder, watch=said.append) as index:
        assert ask(index, "tides").total == 1
    assert said[1].endswith("The index is kept in memory")
    with pytest.raises(UnwritableOutput):
        index_graphs(folder, no_folder / "index.sqlite")


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


def test_an_index_in_a_read_only_folder_is_read(tmp_path: Path) -> None:
    """Can an index be searched where nothing may be written, and is a write there refused in four parts?"""
    made = tmp_path / "index.sqlite"
    index_graphs(trig(tmp_path, "tides.trig", report("TIDES/3", "Tides turn.")), made).close()
    with tempfile.TemporaryDirectory() as name:
        place = Path(shutil.copy(made, name))
        place.chmod(0o444)
        place.parent.chmod(0o555)
        try:
            with nobody():
                assert not os.access(place.parent, os.W_OK, effective_ids=True)
                assert search_reports(place, "tides").total == 1
                facts = report("REEFS/2", "Reefs rest.")
                with SearchIndex(place, writing=True) as index, pytest.raises(UnwritableOutput, match="written"):
                    index.put(facts[0][0], facts)
        finally:
            place.parent.chmod(0o755)


def test_readers_see_one_state_while_a_writer_writes(tmp_path: Path) -> None:
    """Does each of four readers find all 40 paragraphs of the old state or of the new, never some of each?"""
    place = tmp_path / "index.sqlite"
    old = report("TIDES/3", *[f"Tides turn {n}." for n in range(40)])
    new = report("TIDES/3", *[f"Tides burn {n}." for n in range(40)])
    with SearchIndex(place, writing=True) as writer:
        writer.put(old[0][0], old)
        seen: set[tuple[int, int]] = set()
        faults: list[BaseException] = []
        done = threading.Event()

        def read() -> None:
            try:
                with SearchIndex(place) as index:
                    while not done.is_set():
                        with index.transaction():
                            seen.add((ask(index, "turn").total, ask(index, "burn").total))
            except BaseException as fault:
                faults.append(fault)

        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        for turn in range(10):
            writer.put(old[0][0], (new, old)[turn % 2])
        done.set()
        for reader in readers:
            reader.join()
    assert not faults
    assert seen <= {(40, 0), (0, 40)} and seen


def test_threads_take_turns_at_one_index(invented: SearchIndex) -> None:
    """Does one open index answer many threads, each its own question?"""
    answers: dict[int, list[int]] = {}

    def work(number: int) -> None:
        words = ("lamp", "reef")[number % 2]
        answers[number] = [ask(invented, words).total for _ in range(20)]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = [ask(invented, words).total for words in ("lamp", "reef")]
    assert expected[0] != expected[1]
    assert all(answers[number] == [expected[number % 2]] * 20 for number in range(6))


KILLED = """
import os, signal, sys
from rapporteur.search import SearchIndex
from rapporteur.search.parts import parts_of
from lamps import report
facts = report("TIDES/3", *[f"Tides burn {n}." for n in range(2000)])
index = SearchIndex(sys.argv[1], writing=True)
index.database.execute("PRAGMA cache_size = 10")  # so that pages reach the file before the end
with index.transaction("BEGIN IMMEDIATE"):
    index.write(parts_of(facts)[facts[0][0]])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_writer_leaves_the_old_state(tmp_path: Path) -> None:
    """Is a report that was being replaced when its process was killed still the old one?"""
    place = tmp_path / "index.sqlite"
    facts = report("TIDES/3", "Tides turn.")
    with SearchIndex(place, writing=True) as index:
        index.put(facts[0][0], facts)
    before = place.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(place)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert place.read_bytes() != before  # it was killed within the write
    with SearchIndex(place) as index:  # a reader heals it
        assert (ask(index, "turn").total, ask(index, "burn").total) == (1, 0)
        with pytest.raises(UnwritableOutput, match="opened to be read"):
            index.drop(facts[0][0])
    assert not place.with_name(f"{place.name}-journal").exists()
