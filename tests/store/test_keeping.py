"""Keeping: do whole reports come and go, does the union stay one, and is every difference from the files told?"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from small import ID, build, symbol

from rapporteur.errors import UnusableInput, UnusableStore
from rapporteur.store import Store, embedded, load, open_store, remove, verify

COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ {} }}"
TEXT = "<https://w3id.org/rapporteur/ontology#text>"


def count(store: Store, pattern: str) -> int:
    """How many answers a pattern has over the union."""
    ((term,),) = store.select(COUNT.format(pattern)).rows
    assert term is not None
    return int(term.value)


def reports(store: Store) -> list[str]:
    """The reports of a store."""
    return sorted({e.document.removeprefix(f"{ID}document/") for e in store.entries() if not e.shared})


def test_a_triple_of_two_graphs_is_one_answer(place: Path) -> None:
    """Is the name of a State, which both reports carry, counted once, and does each named graph still hold it?"""
    store = open_store(place)
    assert count(store, '?s ?p "Ruritania"@en') == 1
    assert count(store, 'GRAPH ?g { ?s ?p "Ruritania"@en }') == 2
    assert count(store, f"?s {TEXT} ?o") == 40


def test_a_report_is_removed_whole_and_takes_nothing_of_another(place: Path) -> None:
    """Are the three graphs gone, and the triple kept that the other report holds too?"""
    store = open_store(place)
    (outcome,) = remove(store, [symbol(1)])
    assert (outcome.done, outcome.triples) == ("removed", 43)
    assert reports(store) == [symbol(2)]
    assert count(store, '?s ?p "Ruritania"@en') == 1
    assert count(store, f"?s {TEXT} ?o") == count(store, f"GRAPH ?g {{ ?s {TEXT} ?o }}") == 20
    assert list(verify(store)) == []
    (outcome,) = remove(store, ["FERRY-WG.1-2031-2"])
    assert count(store, '?s ?p "Ruritania"@en') == 0
    assert list(verify(store)) == []


def test_a_report_is_replaced_whole(place: Path, tmp_path: Path) -> None:
    """Does nothing of the old text remain, in any graph or in the union?"""
    store = open_store(place)
    file = build(tmp_path, 1, paragraphs=7, word="barges")
    assert [o.done for o in load(store, [file], replace=True)] == ["unchanged", "unchanged", "replaced"]
    assert count(store, f'?s {TEXT} ?o FILTER(CONTAINS(?o, "barges"))') == 7
    assert count(store, f"?s {TEXT} ?o") == count(store, f"GRAPH ?g {{ ?s {TEXT} ?o }}") == 27
    assert list(verify(store)) == []


def test_loading_again_changes_nothing_and_another_form_is_refused(place: Path, tmp_path: Path) -> None:
    """Can a stopped command be given again, and is a newer build not slipped in by `load`?"""
    store = open_store(place)
    before = store.entries()
    assert {o.done for o in load(store, [build(tmp_path, 1)])} == {"unchanged"}
    with pytest.raises(UnusableStore, match="there already, with other triples") as caught:
        list(load(store, [build(tmp_path, 3), build(tmp_path, 1, word="barges")]))
    assert "replace" in caught.value.remedy
    assert reports(store) == [symbol(1), symbol(2), symbol(3)], "what came before the refusal is kept"
    assert [e for e in store.entries() if e.document.endswith("/1")] == [e for e in before if e.document.endswith("/1")]


def test_verify_tells_what_differs(place: Path, tmp_path: Path) -> None:
    """Is a file that was built anew, one that is gone and a graph that somebody changed told by name?"""
    store = open_store(place)
    first, second = build(tmp_path, 1), build(tmp_path, 2)
    assert list(verify(store)) == []
    list(load(store, [build(tmp_path, 1, word="barges"), build(tmp_path, 2, word="barges")], replace=True))
    build(tmp_path, 1, word="rafts")
    second.unlink()
    seen = {fault.graph.removeprefix(f"{ID}document/FERRY/WG.1/2031/"): fault.seen for fault in verify(store)}
    assert set(seen) == {"1/graph", "1/graph/evidence", "2/graph", "2/graph/evidence", "2/graph/inferred"}
    assert "holds other triples now" in seen["1/graph"] and str(first) in seen["1/graph"]
    assert "cannot be compared" in seen["2/graph"]


def test_verify_tells_of_a_graph_that_changed_in_the_store(tmp_path: Path) -> None:
    """Is a triple that came into the store past `load` found, in its graph and in the union?"""
    store = open_store(build(tmp_path, 1))
    store._store.update(f"INSERT DATA {{ GRAPH <{ID}document/{symbol(1)}/graph> {{ <http://e/s> <http://e/p> 1 }} }}")  # type: ignore[attr-defined]
    graph, union = verify(store)
    assert graph.graph == f"{ID}document/{symbol(1)}/graph" and "23 triples" in graph.seen
    assert union.seen == "1 triples of the union fit no graph."


def test_a_backup_is_a_store_and_a_file_that_can_be_loaded(place: Path, tmp_path: Path) -> None:
    """Does a copy answer as the original, and is none written over another?"""
    store = open_store(place)
    store.backup(tmp_path / "copy")
    copy = open_store(tmp_path / "copy")
    assert copy.entries() == store.entries() and list(verify(copy)) == []
    store.backup(tmp_path / "all.nq.gz")
    other = open_store(tmp_path / "other")
    list(load(other, [tmp_path / "all.nq.gz"]))
    assert [(e.graph, e.sha256) for e in other.entries()] == [(e.graph, e.sha256) for e in store.entries()]
    for taken in ("copy", "all.nq.gz"):
        with pytest.raises(UnusableStore, match="there already"):
            store.backup(tmp_path / taken)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<http://e/g> { <http://e/s> <http://e/p> 1 }", "no graph of a report"),
        ("<http://e/s> <http://e/p> <http://e/o> .", "A default graph"),
        ("<http://e/d/graph> { _:a <http://e/p> 1 }", "A blank node"),
        ("<http://e/d/graph> { <http://e/s> <http://e/p> _:a }", "A blank node"),
        (
            "<http://e/d/graph> { <http://e/s> <http://e/p> 1 . _:a <http://e/p> 2 . <http://e/t> <http://e/p> 3 }",
            "blank",
        ),
        ("<http://e/d/graph> { <http://e/s> <http://e/p> 1 ; <http://e/q> _:a ; <http://e/r> 2 }", "A blank node"),
        ("<http://e/d/graph> { <http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> 1 )>> }", "A blank node"),
        ("<http://e/d/graph> { <http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> 1 )>> }", "a triple within"),
        ('<http://e/d/graph> { <http://e/s> <http://e/p> "a <b> ." ', "broken"),
        ("", "No triple"),
    ],
)
def test_a_file_that_no_build_wrote_is_refused(place: Path, tmp_path: Path, text: str, seen: str) -> None:
    """Is a foreign or broken file told, and nothing of it loaded?"""
    (tmp_path / "strange.trig").write_text(text, "utf-8")
    store = open_store(place)
    before = store.entries()
    with pytest.raises(UnusableInput, match=seen):
        list(load(store, [tmp_path / "strange.trig"]))
    assert store.entries() == before


def test_texts_that_look_like_quads_are_read_as_what_they_are(tmp_path: Path) -> None:
    """Does a quote with angle brackets, quotes, dots and newlines stay one literal of its graph?"""
    nasty = r'a <b> . \n "<http://e/g> ." ^^<http://e/t> > _:b << <http://e/s> _:a'
    text = nasty.replace('"', '\\"')
    (tmp_path / "n.trig").write_text(f'<http://e/d/graph> {{ <http://e/s> <http://e/p> "{text}" }}', "utf-8")
    store = open_store(tmp_path / "n.trig")
    ((term,),) = store.select("SELECT ?o WHERE { <http://e/s> <http://e/p> ?o }").rows
    assert term is not None and term.value == nasty.replace("\\n", "\n")
    assert list(verify(store)) == []


def test_a_graph_is_the_same_however_its_file_is_written(tmp_path: Path) -> None:
    """Is a graph in two pieces, out of order and with a triple said twice the graph that is written once?"""
    one, two = "<http://e/s> <http://e/p> 1 .", '<http://e/s> <http://e/p> "ä"@en .'
    other = "<http://e/d/graph/evidence> { <http://e/s> <http://e/p> 2 }"
    (tmp_path / "a.trig").write_text(f"<http://e/d/graph> {{ {one} {two} }} {other}", "utf-8")
    (tmp_path / "b.trig").write_text(f"<http://e/d/graph> {{ {two} {two} }} {other} <http://e/d/graph> {{ {one} }}")
    first, second = (open_store(tmp_path / name).entries() for name in ("a.trig", "b.trig"))
    assert [(e.graph, e.sha256, e.triples) for e in first] == [(e.graph, e.sha256, e.triples) for e in second]
    assert [e.triples for e in first if not e.shared] == [2, 1]


def test_a_report_that_is_not_there_is_told_with_the_nearest(place: Path) -> None:
    """Does a slip in a symbol remove nothing, not even the other report named?"""
    store = open_store(place)
    with pytest.raises(UnusableInput) as caught:
        list(remove(store, [symbol(1), symbol(22)]))
    assert "Did you mean" in caught.value.remedy
    assert reports(store) == [symbol(1), symbol(2)]


def test_a_reader_sees_what_a_writer_put_in_place(place: Path, tmp_path: Path) -> None:
    """Does an object that is open see the next state at its next question, and the sweep leave one generation?"""
    reader, writer = open_store(place), open_store(place)
    assert count(reader, f"?s {TEXT} ?o") == 40
    list(load(writer, [build(tmp_path, 3)]))
    assert count(reader, f"?s {TEXT} ?o") == 60
    list(load(writer, [build(tmp_path, 4)]))
    assert count(reader, f"?s {TEXT} ?o") == 80
    list(load(writer, [build(tmp_path, 5)]))
    assert len([p for p in (place / "generations").iterdir() if p.is_dir()]) == 2, "the current, and the one in use"


@pytest.mark.parametrize("room", [1, 10**9])
def test_the_files_are_put_together_once_a_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    """Where reports are made durable one by one, does the engine's tidying wait for the last, and is it done then?"""
    monkeypatch.setattr("rapporteur.store.keep.BATCH", room)
    asked: list[int] = []
    monkeypatch.setattr("rapporteur.store.filling._is_scattered", lambda total, tidied: not asked.append(tidied))
    place = tmp_path / "store"
    files = [build(tmp_path, number) for number in (1, 2, 3)]
    assert len(list(load(open_store(place), files))) == 5
    assert asked == [0], "once, for all that came"
    begun = (place / "journal.log").read_text("utf-8").count(" begins ")
    assert begun == (6 if room == 1 else 1), "each of the five, and the tidying"
    assert len(list((place / "generations").glob("*/*.sst"))) < 20
    assert list(verify(open_store(place))) == []


def test_a_load_that_ends_in_a_fault_is_tidied_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are the files put together where the second of two reports cannot be read?"""
    monkeypatch.setattr("rapporteur.store.keep.BATCH", 1)
    asked: list[int] = []
    monkeypatch.setattr("rapporteur.store.filling._is_scattered", lambda total, tidied: not asked.append(tidied))
    broken = tmp_path / "z.trig"
    broken.write_text("<http://a> {", "utf-8")
    store = open_store(tmp_path / "store")
    with pytest.raises(UnusableInput):
        list(load(store, [build(tmp_path, 1), broken]))
    assert asked == [0] and reports(store) == [symbol(1)]


def test_reports_that_come_one_by_one_are_tidied_when_they_are_a_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a store that is not small, is the tidying put off until what came is a share of it, over several commands?"""
    monkeypatch.setattr("rapporteur.store.filling._SMALL", 0)
    place = tmp_path / "store"
    list(load(open_store(place), [build(tmp_path, 1, 20_000)]))

    def files() -> int:
        return len(list(max(p for p in (place / "generations").iterdir() if p.is_dir()).glob("*.sst")))

    tidy = files()
    counts = []
    for number in range(2, 6):
        list(load(open_store(place), [build(tmp_path, number, 400)]))
        counts.append(files())
    assert counts[0] > tidy, "one report of 400 paragraphs beside one of 20,000 is left as it came"
    assert min(counts[1:]) <= tidy, "two to four of them are not"
    assert list(verify(open_store(place))) == []


def test_the_files_are_read_once_for_several_long_questions(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a question that takes long have them compared, the next one within a minute not, and one after it again?"""
    read: list[Path] = []
    monkeypatch.setattr(embedded, "_PATIENCE", 0.01)
    monkeypatch.setattr(embedded, "wrong_file", lambda path: read.append(path) or "")
    store = embedded.EmbeddedStore(place, "urn:x")
    store.ask("ASK {}")
    read.clear()
    for expected in (1, 1):
        assert store._patiently(lambda: time.sleep(0.1)) is None
        assert len(read) == expected
    monkeypatch.setattr(embedded, "_AGAIN", 0.02)
    store._patiently(lambda: time.sleep(0.2))
    assert len(read) > 2
