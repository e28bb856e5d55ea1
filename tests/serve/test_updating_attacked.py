"""Updates tried to do harm: to read the manifest, blame the store, be read in two ways, come in the clear."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from calling import Calling
from openapi_spec_validator import OpenAPIV31SpecValidator
from small import ID, build, symbol

from rapporteur.errors import UnusableQuery
from rapporteur.query.updates import graphs_changed
from rapporteur.serve import Settings, make_app
from rapporteur.serve.updater import COMMAND, done
from rapporteur.store import load, open_store, verify
from rapporteur.store.amending import reading_stops

TOKEN = "a-token-of-ferries-and-lamps"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
FACTS = f"{ID}document/{symbol(1)}/graph"
ROOT = ID.removesuffix("/")
MORE = f'INSERT DATA {{ GRAPH <{FACTS}> {{ <http://a> <http://b> "lamps" }} }}'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with two small reports."""
    files = [build(tmp_path / "built", number, paragraphs=2) for number in (1, 2)]
    list(load(open_store(tmp_path / "store"), files))
    return tmp_path / "store"


def make(place: Path, text: str, base: str = "") -> dict[str, object]:
    """What the updater makes of an update, in this process."""
    return done(str(place), text, base, lambda: None)


def refused(said: dict[str, object]) -> tuple[int, str]:
    """Status and words of a refusal."""
    told = said["refusal"]
    assert isinstance(told, dict), said
    return told["status"], f"{told['seen']} {told['remedy']}"


@pytest.mark.parametrize("graph", [f"<{ID}graph/manifest>", "?g"])
def test_no_pattern_reads_the_manifest(place: Path, graph: str) -> None:
    """Can an update carry what the manifest says of files into a report, or learn that it is there?"""
    store = open_store(place)
    entries = store.entries()
    text = (
        f"INSERT {{ GRAPH <{FACTS}> {{ ?s <http://leak> ?o }} }} WHERE {{ GRAPH {graph} {{ "
        "{ ?s <https://schema.org/sha256>|<http://purl.org/dc/terms/modified> ?o } UNION "
        "{ ?s <http://purl.org/dc/terms/source> ?o FILTER(CONTAINS(STR(?o), '.trig')) } } }"
    )
    assert make(place, text) == {"changed": [{"graph": FACTS, "added": 0, "removed": 0}]}
    assert store.entries() == entries and list(verify(store)) == [] and store.astray() == 0
    seen = f"INSERT {{ GRAPH <{FACTS}> {{ ?g <http://leak> 1 }} }} WHERE {{ GRAPH ?g {{}} }}"
    assert "changed" in make(place, seen)
    assert store.ask(f"ASK {{ <{FACTS}> <http://leak> 1 }}")
    assert not store.ask(f"ASK {{ <{ID}graph/manifest> <http://leak> 1 }}")
    assert {entry.graph for entry in store.entries()} == {entry.graph for entry in entries}


def test_an_update_that_cannot_be_evaluated_blames_itself(place: Path) -> None:
    """Is a function that nobody knows the fault of the update, and not damage of the store?"""
    text = f"INSERT {{ GRAPH <{FACTS}> {{ <http://a> <http://b> ?x }} }} WHERE {{ BIND(<http://no/f>(1) AS ?x) }}"
    status, words = refused(make(place, text))
    assert status == 400 and "cannot evaluate" in words and "damaged" not in words and "Nothing was changed" in words


@pytest.mark.parametrize(
    ("text", "line", "under"),
    [
        (
            f"INSERT DATA {{\n  GRAPH <{FACTS}> {{ <http://a> <http://b> }}\n}}",
            f"  GRAPH <{FACTS}> {{ <http://a> <",
            "}",
        ),
        (f"INSERT DATA {{ GRAPH <{FACTS}> {{ a:b a:c 1 }} }}", "INSERT DATA", "a:b a:c"),
        (f"INSERT DATA {{ GRAPH <{FACTS}> {{ <http://a> <http://b> 1 }}", "INSERT DATA", "{ GRAPH"),
    ],
)
def test_a_broken_update_shows_its_line_with_a_caret(place: Path, text: str, line: str, under: str) -> None:
    """Is the place told, as a broken query's is?"""
    status, words = refused(make(place, text))
    assert status == 400 and "It is no SPARQL 1.1 Update: line " in words, words
    _, shown, caret = words.split("\n")
    assert shown.strip().startswith(line.strip()[:20])
    assert shown[caret.index("^") :].startswith(under), words


def test_the_place_of_a_fault_is_found_without_evaluating() -> None:
    """Does the engine find nothing wrong in what can be read, whatever stands at its end?"""
    for text in (MORE, f"{MORE} ;", f"{MORE} # a comment", "LOAD <file:///etc/passwd>", "DROP ALL"):
        assert reading_stops(text) == "", text
    assert reading_stops("INSERT DATA {\n GRAPH <http://a> { <http://a> <http://b> } }").startswith("error at 2:")


@pytest.mark.parametrize(
    ("text", "graphs"),
    [
        ("PREFIX a: <http://a/> PREFIX b: <http://a/> INSERT DATA { GRAPH a:g { a:x b:y 1 } }", ("http://a/g",)),
        (
            "BASE <http://a/> INSERT DATA { GRAPH <g> { <x> <y> 1 } } ; INSERT DATA { GRAPH <h> { <x> <y> 1 } } ;",
            ("http://a/g", "http://a/h"),
        ),
        ("PREFIX : <http://a/> DELETE WHERE { GRAPH :g { ?s ?p ?o } }", ("http://a/g",)),
        ("BASE <http://a/> INSERT DATA { GRAPH <x//../g> { <x> <y> 1 } }", None),
        ("INSERT DATA { GRAPH schema:g { <http://x> <http://y> 1 } }", None),
        ("PREFIX a: <http://a/>", None),
    ],
)
def test_names_are_read_as_the_engine_reads_them(text: str, graphs: tuple[str, ...] | None) -> None:
    """Are aliases, a base that goes on, and the empty prefix known, and what can be read in two ways refused?"""
    known = {"http://a/g", "http://a/h"}
    if graphs is not None:
        assert graphs_changed(text, known, "http://here/sparql") == graphs
        return
    with pytest.raises(UnusableQuery):
        graphs_changed(text, {*known, "https://schema.org/g"}, "http://here/sparql")


@pytest.mark.parametrize(
    ("where", "fine"),
    [
        ("{ <http://a> <http://b> 1 }", False),
        ("{ FILTER NOT EXISTS { <http://a> <http://b>/<http://c>* 1 } }", False),
        ("{ GRAPH <http://a/h> { <http://a> <http://b> 1 FILTER EXISTS { <http://a> <http://b> 1 } } }", True),
        ("{ BIND(1 AS ?x) }", True),
    ],
)
def test_a_later_operation_does_not_ask_a_union_that_lags(where: str, fine: bool) -> None:
    """3: operations follow one another; is a pattern refused that would not see what came before it?"""
    first = "INSERT DATA { GRAPH <http://a/g> { <http://a> <http://b> 1 } } ; "
    text = f"{first} INSERT {{ GRAPH <http://a/g> {{ <http://a> <http://b> 2 }} }} WHERE {where}"
    if fine:
        assert graphs_changed(text, {"http://a/g", "http://a/h"}) == ("http://a/g",)
        return
    with pytest.raises(UnusableQuery, match="without GRAPH after another operation"):
        graphs_changed(text, {"http://a/g", "http://a/h"})


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_a_proxy_on_this_machine_is_not_its_user(place: Path, name: str) -> None:
    """Is an update refused that a proxy here hands on in the clear, also where the server is not public?"""
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN))) as client:
        headers = {**BEARER, name: "for=203.0.113.9"}
        answer = client.request("POST", "/sparql", data={"update": MORE}, headers=headers)
        assert answer.status_code == 403 and "in the clear" in answer.json()["seen"]


def test_the_token_comes_in_no_other_way(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a token in the address, a cookie or a bare header none, and one with bytes of no text only wrong?"""
    monkeypatch.setattr("rapporteur.serve.updating._PAUSE", 0)
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN))) as client:
        for address, headers in (
            (f"/sparql?access_token={TOKEN}&token={TOKEN}", {}),
            ("/sparql", {"Cookie": f"token={TOKEN}"}),
            ("/sparql", {"Authorization": TOKEN}),
            ("/sparql", {"Authorization": b"Bearer \xe9\xff"}),
        ):
            answer: httpx.Response = client.request("POST", address, data={"update": MORE}, headers=headers)
            assert answer.status_code == 401, (address, headers)
    assert list(verify(open_store(place))) == []


def test_updates_are_described_where_they_are_taken(place: Path, ferry: Calling) -> None:
    """Do OpenAPI, its page and Accept-Post name the update and the token where it is on, and not where it is off?"""
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN))) as client:
        said = client.get("/openapi.json").json()
        assert [str(fault) for fault in OpenAPIV31SpecValidator(said).iter_errors()] == []
        post = said["paths"]["/sparql"]["post"]
        assert "application/sparql-update" in post["requestBody"]["content"]
        assert {} in post["security"] and {"token": []} in post["security"] and "401" in post["responses"]
        assert set(said["components"]["securitySchemes"]) == {"token", "password"}
        assert "application/sparql-update" in client.request("OPTIONS", "/sparql").headers["accept-post"]
        assert "sparql-update" in client.get("/api/docs").text and "read only" not in client.get("/api/docs").text
        assert TOKEN not in str(said) + client.get("/api/docs").text
    assert "update" not in str(ferry.get("/openapi.json").json()["paths"]["/sparql"])
    assert "sparql-update" not in ferry.request("OPTIONS", "/sparql").headers["accept-post"]


def test_an_ended_update_says_what_became_of_the_store(place: Path) -> None:
    """Is who sent an update that was ended told that nothing was changed, and that it was an update?"""
    every = " . ".join(f"?a{n} ?p{n} ?o{n}" for n in range(12))
    text = f"INSERT {{ GRAPH <{FACTS}> {{ ?a0 ?p1 ?o2 }} }} WHERE {{ {every} }}"
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN, seconds=1.5))) as client:
        answer = client.request("POST", "/sparql", data={"update": text}, headers=BEARER).json()
    assert answer["status"] == 504 and answer["seen"].startswith("The update was ended after 1.5 seconds")
    assert answer["to_do"].endswith("Nothing was changed.")


def test_an_updater_whose_server_ended_makes_nothing(place: Path) -> None:
    """Is nothing written by a process that is ready only when who asked for it is gone?"""
    asked = {"store": str(place), "text": MORE, "base": "", "seconds": 60, "memory": 2**34, "parent": 1}
    ended = subprocess.run([sys.executable, "-c", COMMAND], input=json.dumps(asked), text=True, capture_output=True)
    assert ended.returncode == 0 and not ended.stdout and not ended.stderr
    assert "update begins" not in (place / "journal.log").read_text("utf-8")


def test_a_fault_of_the_disk_names_no_place(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a client told that there is no room, and not where the store lies?"""

    def full(*_: object) -> None:
        raise OSError(f"IO error: No space left on device: While appending to file: {place}/generations/000002/1.sst")

    monkeypatch.setattr("rapporteur.store.amending.settle", full)
    status, words = refused(make(place, MORE))
    assert status == 503 and "no room left" in words and str(place) not in words
    monkeypatch.undo()
    assert "changed" in make(place, MORE)


@pytest.mark.parametrize("text", ["SELECT * FROM zz:x { ?s ?p ?o }", "SELECT * FROM schema:x { ?s ?p ?o }"])
def test_a_query_from_an_undeclared_name_takes_no_worker_down(ferry: Calling, text: str) -> None:
    """Is it told as a fault of the query?"""
    answer = ferry.get("/sparql", params={"query": text})
    assert answer.status_code == 400 and "is not declared" in answer.json()["seen"]
