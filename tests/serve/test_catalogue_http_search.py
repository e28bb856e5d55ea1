"""Searching over HTTP: is what is found what the index finds, in pages, and is no typed string ever more than words?"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from shutil import copytree

import pytest
from calling import Calling
from test_hostile import HOSTILE

import rapporteur
from rapporteur.query import Collection
from rapporteur.serve import Settings, make_app
from rapporteur.store import open_store, remove

PAGE = {"Accept": "text/html,*/*;q=0.8"}


@pytest.fixture(scope="module")
def held(main_store: Path) -> Collection:
    return rapporteur.open(main_store)


def test_it_finds_what_the_index_finds(client: Calling, held: Collection) -> None:
    """Are hits, marks, totals and counts those of `Following.search`, filters included?"""
    for words, filters in (
        ("victim protect*", {}),
        ("", {"kind": ["recommendation", "note"]}),
        ("traffick*", {"state": ["THA"]}),
    ):
        said = client.get("/search", params={"q": words, **filters, "limit": 7}).json()
        found = held.index.search(words, limit=7, **filters).as_json()  # type: ignore[arg-type]
        assert {name: said[name] for name in found} == found
        assert found["total"] > 0


def test_pages_of_a_search(client: Calling) -> None:
    """Do the pages make up the whole, and does CSV hold the same hits?"""
    whole = client.get("/search", params={"q": "victim", "limit": 1000, "facets": "false"}).json()
    assert whole["facets"] == {} and whole["next"] is None
    found, address = [], "/search?q=victim&limit=10&facets=false"
    while address:
        answer = client.get(address)
        found += [hit["iri"] for hit in answer.json()["hits"]]
        assert answer.links.get("next", {}).get("url") == answer.json()["next"]
        address = answer.json()["next"]
    assert found == [hit["iri"] for hit in whole["hits"]] and len(found) == whole["total"] > 20
    answer = client.get("/search", params={"q": "victim", "limit": 1000}, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["iri"] for row in rows] == found and "«" in rows[0]["snippet"]
    assert answer.headers["rapporteur-total"] == str(whole["total"])


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ('/search?q="victim', "^"),
        ("/search?q=a&kind=novel", "kind"),
        ("/search?q=a&sate=THA", "filter"),
        ("/search?q=a&limit=2000", "whole number"),
        ("/search?q=a&facets=maybe", "true or false"),
        ("/search?q=" + "a" * 2001, "characters"),
    ],
)
def test_what_is_wrong_is_told(client: Calling, address: str, says: str) -> None:
    """Does a slip in a search get a problem, with a caret where words cannot be read, and a page for a browser?"""
    answer = client.get(address)
    assert answer.status_code == 400 and answer.headers["content-type"] == "application/problem+json"
    assert any(says in answer.json()[part] for part in ("seen", "expected", "where"))
    page = client.get(address, headers=PAGE)
    assert page.status_code == 400 and "Expected" in page.text


def test_what_no_index_has_is_a_note(client: Calling) -> None:
    """Does a filter that nothing has find nothing, and say so with what is near?"""
    said = client.get("/search", params={"state": "Thailnd"}).json()
    assert said["total"] == 0 and "Thailand" in said["notes"][0]


def test_hundreds_of_hostile_strings_are_words(client: Calling, held: Collection) -> None:
    """Is each answered as the index answers it, or refused for its grammar; does the page show it as text?"""
    hostile = list(dict.fromkeys(HOSTILE))
    assert len(hostile) > 200
    refused = 0
    for turn, text in enumerate(hostile):
        params = {"q": text} if turn % 2 else {"q": "victim", "theme": text, "report": text}
        answer = client.get("/search", params={**params, "facets": "false"})
        if answer.status_code == 400:
            refused += 1
            continue
        assert answer.status_code == 200, (text, answer.text)
        if not turn % 2:
            assert answer.json()["total"] == 0 or not text.strip(), text
    assert 0 < refused < len(hostile)
    for text in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}"):
        page = client.get("/search", params={"q": text, "state": text}, headers=PAGE).text
        assert "<script>alert" not in page and "<img" not in page
        assert ("{{ 7*7 }}" in page) == (text == "{{ 7*7 }}")


@pytest.mark.slow
def test_an_index_that_lags_is_brought_up_to_date(main_store: Path, tmp_path: Path) -> None:
    """Does the first search of a store without an index find what is there, and one after a removal nothing?"""
    copy = copytree(main_store, tmp_path / "store")
    (copy / "search.sqlite").unlink(missing_ok=True)
    with Calling(make_app(Settings(copy, workers=1, long_workers=1))) as fresh:
        said = fresh.get("/search", params={"q": "victim"}).json()
        assert said["total"] > 20 and said["stale"] == ""
        assert (copy / "search.sqlite").is_file()
        assert [one.done for one in remove(open_store(copy), ["CTOC/COP/WG.4/2010/6"])] == ["removed"]
        gone = fresh.get("/search", params={"q": "victim"}).json()
    assert (gone["total"], gone["stale"]) == (0, "")
