"""Updates over HTTP: only where asked for and with the token, whole or not at all, and told by `store verify`."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from calling import Calling
from small import ID, SHARED, build, symbol

from rapporteur.errors import UnusableInput, UnusableQuery
from rapporteur.query.updates import graphs_changed
from rapporteur.serve import Settings, make_app
from rapporteur.serve.tokens import token_for_updates
from rapporteur.serve.updater import COMMAND, done
from rapporteur.store import Store, load, open_store, verify

TOKEN = "a-token-of-ferries-and-lamps"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
UPDATE = "application/sparql-update"
FORM = "application/x-www-form-urlencoded"
FACTS = f"{ID}document/{symbol(1)}/graph"
EVIDENCE = f"{FACTS}/evidence"
PART = f"{ID}document/{symbol(1)}/paragraph/1"
TEXT = "<https://w3id.org/rapporteur/ontology#text>"
MORE = f'INSERT DATA {{ GRAPH <{FACTS}> {{ <{PART}> {TEXT} "On lamps." }} }}'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store with two small reports."""
    files = [build(tmp_path / "built", number, paragraphs=5) for number in (1, 2)]
    list(load(open_store(tmp_path / "store"), files))
    return tmp_path / "store"


@pytest.fixture
def writing(place: Path) -> Iterator[Calling]:
    """A client of an application that takes updates."""
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN))) as found:
        yield found


def texts(store: Store, graph: str = "") -> set[str]:
    """The texts of the paragraph 1, in a graph or in the union."""
    pattern = f"<{PART}> {TEXT} ?t"
    rows = store.select(f"SELECT ?t {{ {f'GRAPH <{graph}> {{ {pattern} }}' if graph else pattern} }}").rows
    return {term.value for (term,) in rows if term}


def make(place: Path, text: str) -> dict[str, object]:
    """What the updater makes of an update, in this process, which is not limited for good."""
    return done(str(place), text, "", lambda: None)


def test_an_update_is_made_read_and_told(place: Path, writing: Calling) -> None:
    """Is a triple in graph and union at once, does the next query see it, and say `verify` and the description so?"""
    store = open_store(place)
    before = store.state()
    assert writing.get(f"/graph-store?graph={FACTS}").text.count("On lamps") == 0
    answer = writing.request("POST", "/sparql", content=MORE, headers={**BEARER, "Content-Type": UPDATE})
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"changed": [{"graph": FACTS, "added": 1, "removed": 0}]}
    assert answer.headers["cache-control"] == "no-store"
    asked = writing.get("/sparql", params={"query": f"SELECT ?t {{ <{PART}> {TEXT} ?t }}", "format": "csv"})
    assert sorted(asked.text.split("\r\n")[1:-1]) == ["On ferries 1.", "On lamps."]
    assert texts(store) == texts(store, FACTS) == {"On ferries 1.", "On lamps."}
    assert store.state() != before
    (fault,) = verify(store)
    assert fault.graph == FACTS and "An update changed it" in fault.seen and "it has 1 triples" in fault.seen
    assert "SPARQL11Update" in writing.get("/sparql", headers={"Accept": "text/turtle"}).text
    list(load(store, [place.parent / "built" / "FERRY-WG.1-2031-1.trig"], replace=True))
    assert list(verify(store)) == [] and store.state() == before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer another-token-of-some-length"}, 401),
        ({"Authorization": "Basic ?"}, 401),
        (BEARER, 200),
        ({"Authorization": "Basic " + base64.b64encode(f"me:{TOKEN}".encode()).decode()}, 200),
    ],
)
def test_only_who_has_the_token_updates(
    place: Path, writing: Calling, monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], status: int
) -> None:
    """Is an update refused with 401 and the ways to authenticate, unless the token is right?"""
    monkeypatch.setattr("rapporteur.serve.updating._PAUSE", 0)
    answer = writing.request("POST", "/sparql", data={"update": MORE}, headers=headers)
    assert answer.status_code == status, answer.text
    assert ("www-authenticate" in answer.headers) == (status == 401) and TOKEN not in answer.text
    assert ("On lamps." in texts(open_store(place))) == (status == 200)


def test_no_token_goes_in_the_clear(place: Path) -> None:
    """Does a public server refuse an update that did not come over TLS, and take one that did?"""
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN, public=True))) as client:
        answers = [
            client.request("POST", f"{scheme}://localhost/sparql", data={"update": MORE}, headers=BEARER).status_code
            for scheme in ("http", "https")
        ]
    assert answers == [403, 200]


@pytest.mark.parametrize(
    ("kind", "body", "address"),
    [
        (FORM, "update=A&update=B", "/sparql"),
        (FORM, "update=A&query=B", "/sparql"),
        (FORM, "update=A&using-graph-uri=http://a", "/sparql"),
        (UPDATE, "A", "/sparql?using-named-graph-uri=http://a"),
        (UPDATE, "A", "/sparql?update=B"),
        (UPDATE, "", "/sparql"),
        (UPDATE, "INSERT DATA {", "/sparql"),
    ],
)
def test_a_request_has_one_update_that_can_be_read(writing: Calling, kind: str, body: str, address: str) -> None:
    """2.2: is every other request refused with 400 and nothing changed?"""
    answer = writing.request("POST", address, content=body, headers={**BEARER, "Content-Type": kind})
    assert answer.status_code == 400, answer.text
    assert writing.get("/sparql", params={"update": MORE}).status_code == 400


@pytest.mark.parametrize(
    "text",
    [
        "CLEAR ALL",
        "DROP GRAPH <{g}>",
        "CREATE GRAPH <http://new.example/>",
        "LOAD <http://elsewhere.example/> INTO GRAPH <{g}>",
        "COPY <{g}> TO <http://new.example/>",
        "MOVE DEFAULT TO <{g}>",
        "INSERT DATA {{ <http://a> <http://b> <http://c> }}",
        "INSERT DATA {{ GRAPH <http://new.example/> {{ <http://a> <http://b> <http://c> }} }}",
        "INSERT DATA {{ GRAPH <{root}graph/manifest> {{ <http://a> <http://b> <http://c> }} }}",
        "INSERT DATA {{ GRAPH <{root}graph/ontology> {{ <http://a> <http://b> <http://c> }} }}",
        "DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "DELETE WHERE {{ ?s ?p ?o }}",
        "DELETE WHERE {{ GRAPH <{g}> {{ ?s ?p ?o }} }}",
        "WITH <{g}> INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <http://elsewhere.example/> {{ ?s ?p ?o }} }}",
        "WITH <{g}> INSERT {{ ?s ?p ?o }} USING <http://elsewhere.example/> WHERE {{ ?s ?p ?o }}",
        "INSERT DATA {{ GRAPH <{g}> {{ [] <http://b> <http://c> }} }}",
        "INSERT DATA {{ GRAPH <{g}> {{ <http://a> <http://b> <http://c> }} }} ; DROP ALL",
        "\\u0044ROP ALL",
        "SELECT * {{ ?s ?p ?o }}",
        "",
    ],
)
def test_what_is_more_than_a_change_of_reports_changes_nothing(place: Path, text: str) -> None:
    """Is it refused in words, the store as it was, and its journal without an end of a write?"""
    store = open_store(place)
    before = store.state()
    said = make(place, text.format(g=FACTS, root=ID))
    assert said["refusal"]["status"] == 400, said  # type: ignore[index]
    assert open_store(place).state() == before and list(verify(open_store(place))) == []


def test_the_union_follows(place: Path) -> None:
    """Does a triple leave the union with its last graph only, and can one update move many between graphs?"""
    store = open_store(place)
    label = SHARED.removesuffix(" .")
    assert "changed" in make(place, f"DELETE DATA {{ GRAPH <{FACTS}> {{ {label} }} }}")
    assert store.ask(f"ASK {{ {label} }}"), "the other report has it still"
    moved = make(
        place,
        f"DELETE {{ GRAPH <{FACTS}> {{ ?s {TEXT} ?o }} }} INSERT {{ GRAPH <{EVIDENCE}> {{ ?s {TEXT} ?o }} }} "
        f"WHERE {{ GRAPH <{FACTS}> {{ ?s {TEXT} ?o }} }} ; DELETE DATA {{ GRAPH <{EVIDENCE}> {{ <{PART}> {TEXT} "
        '"On ferries 1."@en } }',
    )
    assert moved == {
        "changed": [
            {"graph": FACTS, "added": 0, "removed": 5},
            {"graph": EVIDENCE, "added": 4, "removed": 0},
        ]
    }
    assert texts(store) == set() and store.astray() == 0
    assert {fault.graph for fault in verify(store)} == {FACTS, EVIDENCE}


def test_one_writes_at_a_time(place: Path) -> None:
    """Is who comes while another writes told to come again, and nothing changed?"""
    store = open_store(place)
    with store.folder.writing("load"):  # type: ignore[attr-defined]
        said = make(place, MORE)
    assert said["refusal"]["status"] == 503  # type: ignore[index]
    assert "Retry-After" in said["refusal"]["headers"]  # type: ignore[index]
    assert texts(store) == {"On ferries 1."}


def test_an_update_that_does_not_end_is_ended(place: Path) -> None:
    """Is it killed at the time limit, and the store as it was and writable?"""
    every = " . ".join(f"?a{n} ?p{n} ?o{n}" for n in range(12))
    endless = f"WITH <{FACTS}> INSERT {{ ?a0 {TEXT} ?o1 }} WHERE {{ {every} }}"
    with Calling(make_app(Settings(place, workers=1, long_workers=1, token=TOKEN, seconds=2))) as client:
        answer = client.request("POST", "/sparql", content=endless, headers={**BEARER, "Content-Type": UPDATE})
    assert answer.status_code == 504, answer.text
    assert list(verify(open_store(place))) == []
    assert "changed" in make(place, MORE)


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.08, 0.2])
def test_a_killed_update_leaves_the_old_state_or_the_new(place: Path, moment: float) -> None:
    """Does a store whose updater was killed in the middle of its write hold one of the two, and take the next?"""
    store, journal = open_store(place), place / "journal.log"
    asked = {"store": str(place), "text": MORE, "base": "", "seconds": 60, "memory": 2**34}
    process = subprocess.Popen([sys.executable, "-c", COMMAND], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin is not None
    process.stdin.write(json.dumps(asked).encode())
    process.stdin.close()
    while process.poll() is None and "update begins" not in journal.read_text("utf-8"):
        time.sleep(0.001)
    time.sleep(moment)
    process.kill()
    process.wait()
    assert "update begins" in journal.read_text("utf-8")
    assert texts(store) in ({"On ferries 1."}, {"On ferries 1.", "On lamps."}) and store.astray() == 0
    assert "changed" in make(place, MORE) and len(texts(store)) == 2


def test_a_server_without_a_token_takes_none(ferry: Calling) -> None:
    """Is an update with any token refused as not offered, where nobody asked for it?"""
    answer = ferry.request("POST", "/sparql", data={"update": MORE}, headers=BEARER)
    assert answer.status_code == 403 and "only reads" in answer.json()["expected"]


def test_a_web_page_cannot_send_a_token(writing: Calling) -> None:
    """Is neither the header of a token let through from another page, nor an update that a browser sends from one?"""
    asked = {
        "Origin": "https://page.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    answer = writing.request("OPTIONS", "/sparql", headers=asked)
    assert answer.status_code == 400 and "authorization" not in answer.headers["access-control-allow-headers"].lower()
    for origin, status in (("https://page.example", 403), ("null", 403), ("http://localhost", 200)):
        headers = {**BEARER, "Origin": origin}
        assert writing.request("POST", "/sparql", data={"update": MORE}, headers=headers).status_code == status
    refused = writing.request("POST", "/sparql", data={"update": MORE})
    assert "Basic" not in refused.headers["www-authenticate"], "a browser would ask for it, and send it from any page"


def test_a_token_comes_from_the_environment_or_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a token refused that is missing, short, or in a file that others may read?"""
    monkeypatch.delenv("RAPPORTEUR_SERVE_TOKEN", raising=False)
    monkeypatch.delenv("RAPPORTEUR_SERVE_TOKEN_FILE", raising=False)
    with pytest.raises(UnusableInput, match="No token"):
        token_for_updates()
    monkeypatch.setenv("RAPPORTEUR_SERVE_TOKEN", "short")
    with pytest.raises(UnusableInput, match="too short"):
        token_for_updates()
    monkeypatch.setenv("RAPPORTEUR_SERVE_TOKEN", TOKEN)
    assert token_for_updates() == TOKEN and TOKEN not in repr(Settings(tmp_path, token=TOKEN))
    file = tmp_path / "token"
    file.write_text("from-a-file-of-its-owner\n", "utf-8")
    file.chmod(0o644)
    monkeypatch.setenv("RAPPORTEUR_SERVE_TOKEN_FILE", str(file))
    with pytest.raises(UnusableInput, match="others may read"):
        token_for_updates()
    file.chmod(0o600)
    assert token_for_updates() == "from-a-file-of-its-owner"


def test_the_command_asks_for_token_and_store(place: Path) -> None:
    """Does `serve --update` end with 2 without a token, and over built graphs with one?"""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("RAPPORTEUR_SERVE")}
    for named, settings, words in (
        (place, {}, "No token"),
        (place.parent / "built", {"RAPPORTEUR_SERVE_TOKEN": TOKEN}, "built graphs"),
    ):
        command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "serve", str(named), "--update"]
        ended = subprocess.run(command, capture_output=True, text=True, env={**bare, **settings}, timeout=60)
        assert ended.returncode == 2 and words in ended.stderr and TOKEN not in ended.stderr


def test_the_graphs_of_an_update_are_read_off_its_tree() -> None:
    """Are prefixes, a base, WITH and comments read as the standard has it?"""
    known = {"http://a.example/g", "http://a.example/h"}
    text = (
        "BASE <http://a.example/> PREFIX a: <http://a.example/> # GRAPH <http://no>\n"
        'WITH a:g DELETE { ?s ?p ?o } INSERT { GRAPH <h> { ?s ?p "DROP ALL" } } WHERE { ?s ?p ?o }'
    )
    assert graphs_changed(text, known) == ("http://a.example/g", "http://a.example/h")
    with pytest.raises(UnusableQuery, match="no graph of a report"):
        graphs_changed(text, {"http://a.example/g"})
