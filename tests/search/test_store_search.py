"""Are a store on disk, graphs in memory and a store that others filled searched alike, from Python and the command?"""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

import pytest
from lamps import LAMPS, lamps
from test_index import trig
from test_search_command import run

import rapporteur
from rapporteur.cli import main
from rapporteur.errors import UnusableStore
from rapporteur.query import Collection
from rapporteur.query.searching import NAME, places_of, search_of, told_late
from rapporteur.search import Found, SearchIndex
from rapporteur.store import load, open_store, remove

BUNDLED = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
REPORT = "document/CTOC/COP/WG.4/2010/6"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the bundled report, never searched."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    assert [done.done for done in load(open_store(folder), [BUNDLED])] == ["loaded"] * 3
    return folder


@pytest.fixture
def place(filled: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(filled, tmp_path / "store"))


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """The bundled report, in French where it can be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        opened = rapporteur.open(BUNDLED, language="fr")
        opened.index.refresh()
        return opened


def test_the_index_lies_in_the_folder_of_the_store_and_follows_it(place: Path, tmp_path: Path) -> None:
    """Does loading make no index, the first search one, and each later search follow load, replace and remove?"""
    assert not (place / NAME).exists()
    with search_of(open_store(place)) as search:
        assert search.search("compensation", kind="recommendation", limit=0).total == 1
        assert (place / NAME).is_file()
        file = trig(tmp_path, "lamps.trig", lamps())
        list(load(open_store(place), [file]))
        assert search.search("lamp", refresh=False).stale == "1 new"
        assert search.search("lamp").total == 9
        burnt = [(s, p, "Lamps burn oil." if o == "Lamps on reefs burn kelp." else o) for s, p, o in lamps()]
        trig(tmp_path, "lamps.trig", burnt)
        list(load(open_store(place), [file], replace=True))
        assert search.search("oil").hits[0].iri == f"{LAMPS}/paragraph/1"
        list(remove(open_store(place), [LAMPS]))
        assert search.search("lamp").total == 0
        assert search.search("compensation", kind="recommendation", limit=0).total == 1
    with SearchIndex(place / NAME) as index:
        assert LAMPS not in {report.iri for report in index.reports()}


def test_what_the_command_removes_leaves_the_index_at_once(
    capsys: pytest.CaptureFixture[str], place: Path, tmp_path: Path
) -> None:
    """Does no word of a removed report stay on the disk until somebody searches, and is no index made for it?"""
    list(load(open_store(place), [trig(tmp_path, "lamps.trig", lamps())]))

    def removed(name: str) -> int:
        with pytest.raises(SystemExit) as left:
            main(["store", "remove", name, "--store", str(place)])
        return int(left.value.code or 0)

    search_of(open_store(place)).refresh()
    assert b"lmanac" in (place / NAME).read_bytes()
    assert removed("LAMPS/1") == 0
    assert b"lmanac" not in (place / NAME).read_bytes()
    (place / NAME).unlink()
    assert removed("CTOC/COP/WG.4/2010/6") == 0
    assert not (place / NAME).exists()


def test_a_copy_of_a_store_is_searched_as_it_is(place: Path, tmp_path: Path) -> None:
    """Does an index that came with another state of the store, or none, give what this one holds?"""
    search_of(open_store(place)).refresh()
    list(load(open_store(place), [trig(tmp_path, "lamps.trig", lamps())]))
    copy = tmp_path / "copy"
    open_store(place).backup(copy)
    assert not (copy / NAME).exists()
    assert search_of(open_store(copy)).search("lamp").total == 9
    shutil.copy(place / NAME, copy / NAME)
    assert search_of(open_store(copy)).search("lamp").total == 9


def test_a_store_that_others_filled_gives_the_same_answers(collection: Collection) -> None:
    """Where no manifest tells of hashes, are hits and counts the same as where one does?"""

    class Foreign:
        """The same graphs, asked through SPARQL alone."""

        product = ""
        address = "http://server.example/sparql"
        select = staticmethod(collection.store.select)
        construct = staticmethod(collection.store.construct)

        @staticmethod
        def entries() -> tuple[()]:
            return ()

    search = search_of(Foreign())  # type: ignore[arg-type]
    for words, filters in (("victim protect*", {}), ("", {"provision": "untoc/article/26"}), ("", {"speaker": "USA"})):
        ours, theirs = collection.index.search(words, **filters), search.search(words, **filters)
        assert ours == theirs and ours.total
    assert not search.staleness()
    assert places_of(Foreign())[0].name != places_of(collection.store)[0].name  # type: ignore[arg-type]


def test_one_search_serves_threads(collection: Collection) -> None:
    """Does each of eight threads get the answer to its own question?"""
    words = ("victim", "child", "training", "data")
    alone = {word: collection.index.search(word) for word in words}
    faults: list[tuple[str, Found]] = []

    def ask(word: str) -> None:
        for _ in range(10):
            if (found := collection.index.search(word)) != alone[word]:
                faults.append((word, found))

    threads = [threading.Thread(target=ask, args=(word,)) for word in words * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({found.total for found in alone.values()}) > 1 and not faults


def test_hits_come_as_a_frame(collection: Collection) -> None:
    """Are hits typed, with short IRIs that can be given back, marked, counted on all pages, and filtered?"""
    found = collection.search('"victims" OR compens*', kind="recommendation", limit=3)
    assert {name: str(found[name].dtype) for name in ("score", "iri", "start", "page")} == {
        "score": "float64",
        "iri": "string",
        "start": "Int64",
        "page": "Int64",
    }
    assert len(found) == 3 < found.attrs["total"]
    assert found["snippet"].str.contains("«.+»").all()
    assert found["iri"].str.startswith(f"{REPORT}/recommendation/").all()
    near = collection.related(found["iri"][0], limit=5)
    assert set(near["kind"]) == {"recommendation"} and found["iri"][0] not in set(near["iri"])
    assert len(collection.search("", state="THA")) == len(collection.search("", state="Thailand")) > 0
    with pytest.warns(UserWarning, match="Near it: Thailand"):
        assert collection.search("", state="Tailand").empty


def test_facets_come_as_a_frame_in_the_language_asked_for(collection: Collection) -> None:
    """Do counts add up to the hits, and does a State have its name in the language of the collection?"""
    counted = collection.facets("traffick*")
    assert counted[counted["filter"] == "kind"]["hits"].sum() == collection.search("traffick*").attrs["total"]
    names = counted[counted["filter"] == "state"].set_index("value")["name"]
    assert names["USA"] == "États-Unis d'Amérique"
    english = Collection(collection.store).facets("traffick*")
    assert "United States of America" in set(english["name"])


def test_the_command_searches_a_store(capsys: pytest.CaptureFixture[str], place: Path, tmp_path: Path) -> None:
    """Are the answers those of the graphs, is it said what was made, and is a store that is none told in four parts?"""
    asked = ("compensation fund", "--facets", "--json")
    code, out, err = run(capsys, *asked, "--store", str(place))
    assert code == 0 and f"Making the index {place.resolve() / NAME}" in err
    assert json.loads(out) == json.loads(run(capsys, *asked, "--graph", str(BUNDLED))[1])
    assert run(capsys, "compensation fund", "--store", str(place))[2] == ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAPPORTEUR_STORE", str(place))
        rows = json.loads(run(capsys, "--related", f"{REPORT}/paragraph/31", "--limit", "2", "--json")[1])
        more = json.loads(
            run(capsys, "--related", f"{REPORT}/paragraph/31", "--limit", "1", "--offset", "1", "--json")[1]
        )
    assert rows["hits"][1] == more["hits"][0]
    code, out, err = run(capsys, "lamp", "--store", str(tmp_path / "none"))
    assert (code, out) == (2, "") and "There is no store yet." in err and "To do:" in err
    with pytest.raises(UnusableStore):
        rapporteur.open(tmp_path / "none")


def test_progress_is_told_where_it_takes_long(capsys: pytest.CaptureFixture[str]) -> None:
    """Is a short search silent, and a long one not?"""
    told_late(60)("Indexing 1 of 100")
    assert capsys.readouterr().err == ""
    told_late(-1)("Indexing 1 of 100")
    assert "Indexing 1 of 100" in capsys.readouterr().err
