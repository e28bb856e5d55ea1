"""Does the server keep its limits, say so, and serve everybody else meanwhile?"""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from calling import Calling

from rapporteur.serve import Settings, make_app

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i) }"
GREEDY = "SELECT ?a ?f { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?a"
DEEP = "SELECT * {" + "{" * 900 + "}" * 900 + "}"
ALL = "SELECT ?s ?o { ?s a ?o }"


def _ask(ferry: Calling, query: str, accept: str = "application/sparql-results+json", **headers: str) -> httpx.Response:
    return ferry.get("/sparql", params={"query": query}, headers={"Accept": accept, **headers})


def _metric(ferry: Calling, name: str) -> float:
    found = [line for line in ferry.get("/metrics").text.splitlines() if line.startswith(f"rapporteur_{name}")]
    return sum(float(line.rsplit(" ", 1)[1]) for line in found)


def test_an_answer_of_too_many_rows_is_cut_after_a_row_and_says_so(ferry: Calling) -> None:
    """Are JSON and XML cut to the cap, well formed, with a link in the head and a header?"""
    as_json = _ask(ferry, ALL)
    assert as_json.headers["rapporteur-cut"] == "rows; rows=40"
    assert 'rel="describedby"' in as_json.headers["link"]
    assert len(as_json.json()["results"]["bindings"]) == 40
    assert as_json.json()["head"]["link"] == ["urn:rapporteur:cut"]
    as_xml = _ask(ferry, ALL, "application/sparql-results+xml")
    assert as_xml.text.count("<result>") == 40
    assert '<link href="urn:rapporteur:cut"/></head>' in as_xml.text


@pytest.mark.parametrize("form", ["text/turtle", "application/n-triples", "application/rdf+xml"])
def test_a_graph_of_too_many_triples_says_so_at_its_end(ferry: Calling, form: str) -> None:
    """Is a graph cut to the cap, well formed, with a comment at its end and a header?"""
    from rdflib import Graph

    answer = _ask(ferry, "CONSTRUCT WHERE { ?s a ?o }", form)
    assert answer.headers["rapporteur-cut"].startswith("rows")
    assert "Cut after 40 triples" in answer.text.splitlines()[-1]
    assert len(Graph().parse(data=answer.text, format=form)) == 40


@pytest.mark.parametrize("form", ["text/csv", "text/tab-separated-values", "application/ld+json"])
def test_a_format_without_room_to_say_so_is_refused_unless_the_client_knows(ferry: Calling, form: str) -> None:
    """Is a cut CSV, TSV or JSON-LD refused in words, and given to who says that it may be cut?"""
    query = ALL if "ld" not in form else "CONSTRUCT WHERE { ?s a ?o }"
    refused = _ask(ferry, query, f"{form}, application/problem+json;q=0.1")
    assert refused.status_code == 403
    assert "Prefer: handling=lenient" in refused.json()["to_do"]
    given = _ask(ferry, query, form, Prefer="handling=lenient")
    assert (given.status_code, given.headers["rapporteur-cut"]) == (200, "rows; rows=40")
    if form != "application/ld+json":
        assert len(given.text.splitlines()) == 41


def test_an_answer_that_fits_exactly_is_not_cut(ferry: Calling) -> None:
    """Is an answer of as many rows as may be whole, and does it say nothing of a cut?"""
    answer = _ask(ferry, f"{ALL} LIMIT 40")
    assert len(answer.json()["results"]["bindings"]) == 40
    assert "rapporteur-cut" not in answer.headers
    assert "link" not in answer.json()["head"]


def test_an_answer_of_too_many_bytes_is_cut_after_a_row(ferry: Calling) -> None:
    """Is an answer of few but long rows cut below the cap of bytes, well formed?"""
    long = "CONCAT(" + ",".join(["?x"] * 12) + ")"
    query = f"SELECT ({long} AS ?y) {{ VALUES ?n {{ 1 2 3 4 5 6 }} BIND('{'a' * 200}' AS ?w) BIND("
    query += "CONCAT(?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w,?w) AS ?z) "
    query += "BIND(CONCAT(?z,?z,?z,?z) AS ?x) }"
    answer = ferry.request("POST", "/sparql", data={"query": query}, headers={"Accept-Encoding": "identity"})
    assert answer.headers["rapporteur-cut"].startswith("size")
    rows = answer.json()["results"]["bindings"]
    assert 1 <= len(rows) < 6
    assert len(answer.content) <= 2**20 + 1000


def test_an_answer_that_is_cut_nowhere_comes_whole_from_its_file(ferry_store: Path) -> None:
    """Does a long answer, which waits in a file, come whole, and is the file gone?"""
    with Calling(make_app(Settings(ferry_store, workers=1, long_workers=1))) as ferry:
        answer = _ask(ferry, "SELECT * { ?s ?p ?o }", **{"Accept-Encoding": "identity"})
        assert len(answer.content) > 2**20
        assert int(answer.headers["content-length"]) == len(answer.content)
        assert len(answer.json()["results"]["bindings"]) > 10_000
        spool: Path = ferry.app.state.service._spool.path
        assert [file.name for file in spool.iterdir()] == ["held"]
        assert spool.exists()
    assert not spool.exists()


def test_a_query_without_end_is_ended_at_the_limit(ferry: Calling) -> None:
    """Is it told with 504 soon after the limit of three seconds, and is its worker gone?"""
    killed, begun = _metric(ferry, 'killed_total{why="time"'), time.monotonic()
    answer = _ask(ferry, ENDLESS)
    assert answer.status_code == 504
    assert "3 seconds" in answer.json()["seen"]
    assert 2.5 < time.monotonic() - begun < 20
    assert _metric(ferry, 'killed_total{why="time"') == killed + 1
    assert _ask(ferry, "ASK {}").status_code == 200


def test_a_query_that_breaks_its_worker_is_told(ferry: Calling) -> None:
    """Is a query that wants more memory than there is answered in words, and the next one answered as ever?"""
    answer = _ask(ferry, GREEDY)
    assert answer.status_code == 507
    assert "memory" in answer.json()["seen"]
    assert _ask(ferry, "ASK {}").status_code == 200
    deep = ferry.request("POST", "/sparql", content=DEEP, headers={"Content-Type": "application/sparql-query"})
    assert deep.status_code == 200


def test_long_queries_do_not_hold_the_place_of_short_ones(ferry_store: Path) -> None:
    """Are short queries answered while thrice as many endless ones are asked as there are places for short ones?"""
    settings = Settings(ferry_store, seconds=8, quick=0.2, workers=2, long_workers=1)

    async def both(ferry: Calling) -> tuple[list[float], int]:
        long = [asyncio.create_task(_get(ferry, f"{ENDLESS} # {number}")) for number in range(6)]
        await asyncio.sleep(0.5)
        times = []
        for number in range(20):
            begun = time.monotonic()
            assert (await _get(ferry, f"SELECT ({number} AS ?n) {{}}")).status_code == 200
            times.append(time.monotonic() - begun)
        left = sum(not one.done() for one in long)
        for one in long:
            one.cancel()
        return times, left

    with Calling(make_app(settings)) as ferry:
        times, left = ferry.run(both(ferry))
    assert max(times) < 7, "one after the other, the endless ones would have taken 24 seconds first"
    assert sorted(times)[10] < 1
    assert left >= 4


async def _get(ferry: Calling, query: str) -> httpx.Response:
    answer: httpx.Response = await ferry._client.get("/sparql", params={"query": query}, timeout=60)
    return answer


@pytest.fixture
def narrow(ferry_store: Path) -> Iterator[Calling]:
    """A server with one worker for each lane, and room for two to wait."""
    settings = Settings(ferry_store, seconds=2, quick=0.1, workers=1, long_workers=1, waiting=2)
    with Calling(make_app(settings)) as found:
        yield found


def test_who_cannot_even_wait_is_told_when_to_come_again(narrow: Calling) -> None:
    """Is a query beyond the queue refused at once with 503 and Retry-After, and answered later?"""

    async def crowd() -> list[httpx.Response]:
        return await asyncio.gather(*(_get(narrow, f"{ENDLESS} # {number}") for number in range(9)))

    answers = narrow.run(crowd())
    busy = [answer for answer in answers if answer.status_code == 503]
    assert len(busy) >= 3
    assert all(1 <= int(answer.headers["retry-after"]) <= 30 for answer in busy)
    assert {answer.status_code for answer in answers} <= {503, 504}
    assert narrow.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_a_client_that_hangs_up_frees_its_worker(narrow: Calling) -> None:
    """Is the query of a client that has gone ended long before its limit, and another served by the only worker?"""

    async def leave() -> tuple[float, httpx.Response]:
        left = asyncio.Event()
        coming = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> dict[str, Any]:
            if coming:
                return coming.pop()
            await left.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            return None

        scope = {
            "type": "http",
            "method": "GET",
            "path": "/sparql",
            "raw_path": b"/sparql",
            "query_string": str(httpx.QueryParams(query=ENDLESS)).encode(),
            "headers": [],
            "scheme": "http",
            "client": ("127.0.0.9", 1),
            "http_version": "1.1",
            "root_path": "",
        }
        task = asyncio.create_task(narrow.app(scope, receive, send))
        await asyncio.sleep(0.5)
        begun = time.monotonic()
        left.set()
        await task
        answer = await _get(narrow, "ASK {}")
        return time.monotonic() - begun, answer

    took, answer = narrow.run(leave())
    assert answer.status_code == 200
    assert took < 1.5
    assert _metric(narrow, 'killed_total{why="client left"') == 1


def test_a_body_that_is_too_long_is_refused_while_it_comes(ferry: Calling) -> None:
    """Is it 413, whether its length was said or not, and is one that fits still read?"""

    async def pieces() -> Any:
        for _ in range(10):
            yield b"#" * 1000

    kind = {"Content-Type": "application/sparql-query"}
    said = ferry.request("POST", "/sparql", content=b"#" * 2001, headers=kind)
    unsaid = ferry.request("POST", "/sparql", content=pieces(), headers=kind)
    huge = ferry.request("POST", "/sparql", content=b"", headers={**kind, "Content-Length": str(2**40)})
    assert [answer.status_code for answer in (said, unsaid, huge)] == [413] * 3
    assert "2000 bytes" in said.json()["expected"]
    fits = ferry.request("POST", "/sparql", content=b"ASK {}" + b" " * 1994, headers=kind)
    assert fits.status_code == 200


def test_an_address_that_is_too_long_is_told_to_post(ferry: Calling) -> None:
    """Is it 414, with the way out?"""
    answer = ferry.get("/sparql", params={"query": "ASK {}" + " " * 2000})
    assert answer.status_code == 414
    assert "POST" in answer.json()["to_do"]


def test_headers_that_are_too_long_are_refused(ferry: Calling) -> None:
    """Is it 431?"""
    assert ferry.get("/limits", headers={"X-Long": "a" * 40_000}).status_code == 431


def test_a_body_that_does_not_come_is_not_waited_for(ferry: Calling) -> None:
    """Is it 408 after the patience of one second?"""

    async def slowly() -> Any:
        yield b"ASK"
        await asyncio.sleep(3)
        yield b" {}"

    answer = ferry.request("POST", "/sparql", content=slowly(), headers={"Content-Type": "application/sparql-query"})
    assert answer.status_code == 408


def test_a_compressed_body_is_not_unpacked(ferry: Calling) -> None:
    """Is a body that could grow without measure refused with 415?"""
    said = {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}
    assert ferry.request("POST", "/sparql", content=gzip.compress(b"ASK {}"), headers=said).status_code == 415


def test_the_limits_are_told(ferry: Calling) -> None:
    """Does ``/limits`` say what one may have, and what a cut is?"""
    found = ferry.get("/limits").json()
    assert (found["seconds"], found["rows"], found["bytes"], found["body"]) == (3, 40, 2**20, 2000)
    assert "Rapporteur-Cut" in json.dumps(found)
