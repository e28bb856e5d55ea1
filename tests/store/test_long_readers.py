"""Long readers: does who keeps a store open see, name and cheaply notice each new state, and hold no file for ever?"""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from small import build, copy_of, symbol

from rapporteur.store import load, open_store, remove
from rapporteur.store.embedded import EmbeddedStore


def generations(place: Path) -> list[str]:
    """The states that are on the disk."""
    return sorted(path.name for path in (place / "generations").iterdir() if path.is_dir())


def opened(place: Path) -> EmbeddedStore:
    """The store in a folder."""
    store = open_store(place)
    assert isinstance(store, EmbeddedStore)
    return store


def test_a_state_is_named_by_what_it_holds(place: Path, tmp_path: Path) -> None:
    """Does the name change with each change, come back with the old triples, and is it the same for a copy?"""
    store = opened(place)
    first = store.state()
    assert len(first) == 64 and first == opened(place).state()
    list(load(store, [build(tmp_path, 3)]))
    second = store.state()
    assert second != first
    list(load(store, [build(tmp_path, 3, word="barges")], replace=True))
    assert store.state() not in (first, second)
    list(remove(store, [symbol(3)]))
    assert store.state() == first
    store.backup(tmp_path / "all.nq")
    assert open_store(tmp_path / "all.nq").state() == first, "in memory too"
    assert opened(tmp_path / "none").state() != first


def test_a_reader_notices_that_its_state_was_replaced(place: Path, tmp_path: Path) -> None:
    """Is it told before a question is asked, and no longer once one was?"""
    reader = opened(place)
    assert not reader.is_stale(), "nothing was read yet"
    old = reader.state()
    assert not reader.is_stale()
    list(load(open_store(place), [build(tmp_path, 3)]))
    assert reader.is_stale()
    assert reader.state() != old and not reader.is_stale()


def test_a_folder_that_was_made_anew_is_noticed(place: Path, template: Path) -> None:
    """Where the number of the state happens to be the same, is the other store still seen?"""
    reader = opened(place)
    assert len(reader.entries()) == 8
    shutil.rmtree(place)
    assert reader.is_stale() and reader.entries() == ()
    copy_of(template, place)
    assert reader.is_stale() and len(reader.entries()) == 8


def test_a_block_of_questions_is_answered_from_one_state(place: Path, tmp_path: Path) -> None:
    """May a writer finish in the middle without two answers that do not fit together?"""
    reader = opened(place)
    with reader.steady():
        state, before = reader.state(), reader.entries()
        list(load(open_store(place), [build(tmp_path, 3)]))
        assert reader.entries() == before and reader.state() == state and reader.is_stale()
    assert len(reader.entries()) == 11 and reader.state() != state


def test_a_reader_that_lets_go_keeps_no_old_state_on_the_disk(place: Path, tmp_path: Path) -> None:
    """Is the state that an idle reader held swept by the next writer once it was released, and does it read on?"""
    reader = opened(place)
    held = generations(place)
    assert len(reader.entries()) == 8
    list(load(open_store(place), [build(tmp_path, 3)]))
    assert set(held) < set(generations(place)), "still held"
    reader.release()
    list(load(open_store(place), [build(tmp_path, 4)]))
    assert len(generations(place)) == 1
    assert len(reader.entries()) == 14


def test_reading_writes_nothing(place: Path) -> None:
    """Does a store on a disk that cannot be written answer, for all that reading changes in its folder?"""
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    store = opened(place)
    assert len(store.entries()) == 8
    assert len(store.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 5").rows) == 5
    store.release()
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before


def test_threads_may_share_a_reader_while_a_writer_works(place: Path, tmp_path: Path) -> None:
    """Is every answer that of one whole state, and every thread without an error?"""
    reader = opened(place)
    counts: set[int] = set()
    faults: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        try:
            while not done.is_set():
                ((term,),) = reader.select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").rows
                assert term is not None
                counts.add(int(term.value))
        except BaseException as fault:
            faults.append(fault)
            raise

    crew = [threading.Thread(target=ask) for _ in range(3)]
    for thread in crew:
        thread.start()
    whole = []
    for number in (3, 4, 5):
        list(load(open_store(place), [build(tmp_path, number)]))
        ((term,),) = open_store(place).select("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").rows
        assert term is not None
        whole.append(int(term.value))
    done.set()
    for thread in crew:
        thread.join()
    assert faults == []
    assert counts <= {whole[0] - (whole[1] - whole[0]), *whole}
