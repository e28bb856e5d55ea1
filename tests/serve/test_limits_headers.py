"""What do answers carry beside their bodies: ETag, gzip, CORS, safety; what is logged, counted and told of health?"""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from calling import Calling
from small import build, copy_of

from rapporteur.serve import Settings, make_app
from rapporteur.serve.headers import LOG
from rapporteur.store import load, open_store

QUERY = {"query": "SELECT ?s { ?s a ?o } ORDER BY ?s LIMIT 30"}


def test_what_a_client_has_is_not_sent_again(ferry: Calling) -> None:
    """Is an answer that has not changed 304 for who names its ETag, and does each request have its own?"""
    first = ferry.get("/sparql", params=QUERY)
    tag = first.headers["etag"]
    for named in (tag, f'"other", {tag}', "*", tag.removeprefix("W/")):
        again = ferry.get("/sparql", params=QUERY, headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert ferry.get("/sparql", params=QUERY, headers={"If-None-Match": '"other"'}).status_code == 200
    others = [
        ferry.get("/sparql", params={**QUERY, "format": "csv"}),
        ferry.get("/sparql", params={"query": QUERY["query"] + " "}),
        ferry.get("/sparql", params={**QUERY, "default-graph-uri": sorted(ferry.app.state.service.graphs())[0]}),
    ]
    assert len({tag, *(answer.headers["etag"] for answer in others)}) == 4


def test_an_answer_of_chance_has_no_etag(ferry: Calling) -> None:
    """Is an answer that differs each time marked as one not to be kept?"""
    for query in ("SELECT (RAND() AS ?x) {}", "SELECT (now() AS ?x) {}", "SELECT (STRUUID() AS ?x) {}"):
        answer = ferry.get("/sparql", params={"query": query})
        assert "etag" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"


def test_a_new_state_of_the_store_is_noticed(ferry_store: Path, tmp_path: Path) -> None:
    """Does a server that runs answer from what a writer has put in place, with another ETag?"""
    place = copy_of(ferry_store, tmp_path / "store")
    count = {"query": "SELECT (COUNT(?p) AS ?n) { ?p <https://w3id.org/rapporteur/ontology#text> ?t }"}
    with Calling(make_app(Settings(place, workers=1, long_workers=1))) as ferry:
        before = ferry.get("/sparql", params=count)
        assert [o.done for o in load(open_store(place), [build(tmp_path / "built", 3, paragraphs=4)])][-1] == "loaded"
        after = ferry.get("/sparql", params=count, headers={"If-None-Match": before.headers["etag"]})
        assert after.status_code == 200
        values = [a.json()["results"]["bindings"][0]["n"]["value"] for a in (before, after)]
        assert values == ["10", "14"]
        assert len(ferry.get("/sparql", headers={"Accept": "text/turtle"}).text.split("sd:NamedGraph")) == 12


def test_long_answers_are_packed_for_who_unpacks(ferry: Calling) -> None:
    """Is a long answer sent as gzip, a short one and one for who does not unpack as it is?"""
    packed = ferry.get("/sparql", params=QUERY, headers={"Accept-Encoding": "gzip"})
    plain = ferry.get("/sparql", params=QUERY, headers={"Accept-Encoding": "identity"})
    short = ferry.get("/sparql", params={"query": "ASK {}"}, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in short.headers
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "Accept-Encoding" in packed.headers["vary"]


def test_pages_of_others_may_ask(ferry: Calling) -> None:
    """Is every origin let in, for reading, its preflight answered, and no cookie wanted?"""
    answer = ferry.get("/sparql", params=QUERY, headers={"Origin": "https://notebook.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "Rapporteur-Cut" in answer.headers["access-control-expose-headers"]
    asks = {"Origin": "https://notebook.example", "Access-Control-Request-Method": "POST"}
    asks["Access-Control-Request-Headers"] = "content-type"
    preflight = ferry.request("OPTIONS", "/sparql", headers=asks)
    assert preflight.status_code == 200
    assert "POST" in preflight.headers["access-control-allow-methods"]
    asks["Access-Control-Request-Method"] = "DELETE"
    assert ferry.request("OPTIONS", "/sparql", headers=asks).status_code == 400
    refused = ferry.get("/sparql", params={"query": "ASK {"}, headers={"Origin": "https://notebook.example"})
    assert refused.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(("origins", "allowed"), [((), None), (("https://a.example",), "https://a.example")])
def test_origins_can_be_chosen(ferry_store: Path, origins: tuple[str, ...], allowed: str | None) -> None:
    """Is nobody let in, or one, where that was chosen?"""
    with Calling(make_app(Settings(ferry_store, workers=1, long_workers=1, origins=origins))) as ferry:
        for origin, wanted in (("https://a.example", allowed), ("https://b.example", None)):
            answer = ferry.get("/limits", headers={"Origin": origin})
            assert answer.headers.get("access-control-allow-origin") == wanted


@pytest.mark.parametrize(
    "address", ["/sparql?query=ASK%7B%7D", "/sparql?query=ASK%7B", "/nothing", "/health", "/graph-store"]
)
def test_every_answer_is_safe_in_a_browser(ferry: Calling, address: str) -> None:
    """Do answers and refusals forbid what a page could misuse, and say nothing of what runs here?"""
    headers = ferry.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_a_fault_of_ours_shows_no_trace(ferry_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a fault of the server 500 in words, without a line of code, and safe in a browser?"""
    with Calling(make_app(Settings(ferry_store, workers=1, long_workers=1))) as ferry:

        def broken() -> str:
            raise ZeroDivisionError("a secret of the house")

        monkeypatch.setattr(ferry.app.state.service, "state", broken)
        ferry._client._transport.raise_app_exceptions = False  # type: ignore[attr-defined]
        answer = ferry.get("/sparql", params=QUERY)
    assert answer.status_code == 500
    assert answer.json()["title"] == "Internal Server Error"
    assert "secret" not in answer.text and "Traceback" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_what_is_not_there_is_told(ferry: Calling) -> None:
    """Is an address that is none 404 in words?"""
    answer = ferry.get("/nothing")
    assert answer.status_code == 404
    assert "/sparql" in answer.json()["expected"]


def test_health_is_told(ferry: Calling) -> None:
    """Are being alive and being ready told apart, with the state of the store and the walls around workers?"""
    assert ferry.get("/health/live").text == "alive\n"
    for address in ("/health", "/health/ready"):
        found = ferry.get(address).json()
        assert found["status"] == "ready"
        assert len(found["state"]) == 64
        assert "memory" in found["walls"] or "network" in found["walls"] or found["walls"] == []


def test_a_store_that_has_gone_is_not_ready(ferry_store: Path, tmp_path: Path) -> None:
    """Is a server whose store was damaged under it not ready, yet alive, and its queries refused in words?"""
    place = copy_of(ferry_store, tmp_path / "store")
    with Calling(make_app(Settings(place, workers=1, long_workers=1))) as ferry:
        (place / "current").write_text("nonsense", "ascii")
        assert ferry.get("/health/live").status_code == 200
        ready = ferry.get("/health/ready")
        assert (ready.status_code, ready.json()["status"]) == (503, "no store")
        answer = ferry.get("/sparql", params=QUERY)
        assert answer.status_code == 503
        assert "damaged" in answer.json()["seen"]
        assert str(tmp_path) not in answer.text


def test_a_query_is_not_blamed_for_damage(ferry_store: Path, tmp_path: Path) -> None:
    """Is the store told to be damaged where a query was ended over it, ready no more, and the server yet alive?"""
    place = copy_of(ferry_store, tmp_path / "store")
    endless = {"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"}
    with Calling(make_app(Settings(place, seconds=0.5, workers=1, long_workers=1))) as ferry:
        assert ferry.get("/sparql", params=endless).status_code == 504
        ferry.app.state.service.damage.forget()  # as after a minute
        file = max((place / "generations").rglob("*.sst"), key=lambda path: path.stat().st_size)
        with file.open("r+b") as data:
            data.seek(100)
            data.write(bytes(100))
        answer = ferry.get("/sparql", params=endless)
        assert answer.status_code == 503 and "damaged" in answer.json()["seen"]
        assert str(tmp_path) not in answer.text
        ready = ferry.get("/health")
        assert (ready.status_code, ready.json()["status"]) == (503, "damaged")
        assert ferry.get("/health/live").status_code == 200


def test_metrics_are_in_the_form_that_prometheus_reads(ferry: Calling) -> None:
    """Has each line a known form, has the histogram its sums, and does a query count?"""
    ferry.get("/sparql", params=QUERY)
    lines = ferry.get("/metrics").text.splitlines()
    values = {}
    for line in lines:
        if not line.startswith("#"):
            name, value = line.rsplit(" ", 1)
            values[name] = float(value)
    assert values["rapporteur_query_seconds_count"] == values['rapporteur_query_seconds_bucket{le="+Inf"}'] >= 1
    assert values['rapporteur_queries_total{ended="answered"}'] >= 1
    assert values['rapporteur_requests_total{method="GET",status="200"}'] >= 1
    types = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(types) == len(set(types)) >= 9


def test_the_log_holds_no_query(ferry: Calling, caplog: pytest.LogCaptureFixture) -> None:
    """Is a request one line of JSON, with status and time, and without what was asked?"""
    caplog.set_level(logging.INFO, LOG.name)
    ferry.get("/sparql", params={"query": "SELECT ('confidential' AS ?x) {}"})
    (line,) = [record.getMessage() for record in caplog.records if record.name == LOG.name]
    found = json.loads(line)
    assert (found["method"], found["path"], found["status"]) == ("GET", "/sparql", 200)
    assert found["bytes"] > 0 and found["ms"] > 0
    assert "confidential" not in line
