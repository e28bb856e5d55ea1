"""Do clients that nobody here wrote work unmodified, against ``rapporteur serve`` as one starts it?"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pandas
import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from small import ID, build, symbol
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

import rapporteur
from rapporteur.cli import main
from rapporteur.errors import RapporteurError, UnusableStore
from rapporteur.store import Change, remove, verify

TEXT = "https://w3id.org/rapporteur/ontology#text"
QUERY = f"SELECT ?p ?t {{ ?p <{TEXT}> ?t }} ORDER BY ?p"


@contextlib.contextmanager
def serving(place: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server of its own, which is ended afterwards, and its process."""
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "serve", str(place), "--port", "0"]
    with subprocess.Popen(
        [*command, "--workers", "3", *options], stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}
    ) as process:
        try:
            assert process.stderr is not None
            said = ""
            while not (found := re.search(r"http://\S+:\d+", said)):
                line = process.stderr.readline()
                assert line, f"the server ended: {said}"
                said += line
            address = found[0].replace("0.0.0.0", "127.0.0.1")
            _wait_for(address)
            yield address, process
        finally:
            process.kill()


def _wait_for(address: str) -> None:
    for _ in range(300):
        with contextlib.suppress(httpx.TransportError, httpx.HTTPStatusError):
            httpx.get(f"{address}/health/ready", timeout=5).raise_for_status()
            return
        time.sleep(0.1)
    raise AssertionError("the server does not become ready")


@pytest.fixture(scope="module")
def address(ferry_store: Path) -> Iterator[str]:
    """Where a server over the two invented reports is."""
    with serving(ferry_store, "--timeout", "5", "--rows", "5000") as (found, _):
        yield found


def test_rdflib_asks_it(address: str) -> None:
    """Do rdflib's `SPARQLStore` and a `Graph` over it answer SELECT, ASK, CONSTRUCT and a triple pattern?"""
    store = SPARQLStore(f"{address}/sparql")
    assert len(list(store.query(QUERY))) == 10
    graph = Graph(store=store)
    assert graph.query("ASK {}").askAnswer is True
    assert len(graph.query(f"CONSTRUCT WHERE {{ ?p <{TEXT}> ?t }}").graph or ()) == 10
    subjects = list(graph.subjects(URIRef(TEXT), None))
    assert len(subjects) == 10
    assert len(list(graph.predicate_objects(subjects[0]))) == 1


@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_reads_rows(address: str, form: str) -> None:
    """Does SPARQLWrapper get each format that it asks for, and read it?"""
    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setQuery(QUERY)
    wrapper.setReturnFormat(form)
    answer = wrapper.query()
    read = answer.convert()
    if form == JSON:
        assert len(read["results"]["bindings"]) == 10
    elif form == XML:
        assert len(read.getElementsByTagName("result")) == 10
    else:
        assert len(read.decode().splitlines()) == 11


@pytest.mark.parametrize("form", [TURTLE, RDFXML, N3, JSONLD, XML])
def test_sparqlwrapper_reads_graphs(address: str, form: str) -> None:
    """Does SPARQLWrapper get triples, by POST, in each format?"""
    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setMethod(POST)
    wrapper.setQuery(f"CONSTRUCT WHERE {{ ?p <{TEXT}> ?t }}")
    wrapper.setReturnFormat(form)
    read = wrapper.query().convert()
    graph = read if isinstance(read, Graph) else Graph().parse(data=read, format="turtle")
    assert len(graph) == 10


def test_sparqlwrapper_understands_a_refusal(address: str) -> None:
    """Is a broken query the error that SPARQLWrapper has for it, with our words?"""
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

    wrapper = SPARQLWrapper(f"{address}/sparql")
    wrapper.setQuery("SELECT ?s { ?s }")
    with pytest.raises(QueryBadFormed, match="no SPARQL"):
        wrapper.query()


def test_pandas_reads_csv(address: str) -> None:
    """Does `pandas.read_csv` read an answer by its address alone?"""
    frame = pandas.read_csv(f"{address}/sparql?{urlencode({'query': QUERY, 'format': 'csv'})}")
    assert list(frame.columns) == ["p", "t"]
    assert len(frame) == 10


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_curl_asks_it(address: str) -> None:
    """Does curl get rows by a form, and by a body in a file?"""
    said = ["curl", "-sS", "--max-time", "20", "-H", "Accept: text/csv", f"{address}/sparql"]
    form = subprocess.run([*said, "--data-urlencode", f"query={QUERY}"], capture_output=True, text=True, check=True)
    kind = ["-H", "Content-Type: application/sparql-query", "--data-binary", "@-"]
    body = subprocess.run([*said, *kind], input=QUERY, capture_output=True, text=True, check=True)
    assert len(pandas.read_csv(io.StringIO(form.stdout))) == 10
    assert form.stdout == body.stdout


def test_our_own_client_asks_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does `rapporteur.open` of the address answer as it does from the folder, read graphs, find no way to write?"""
    monkeypatch.setenv("RAPPORTEUR_STORE_GRAPHS", f"{address}/graph-store")
    reports = rapporteur.open(f"{address}/sparql")
    assert len(reports.sparql(QUERY)) == 10
    assert len(reports.store.graph(f"{ID}document/{symbol(1)}/graph").splitlines()) == 8
    with pytest.raises(RapporteurError, match="cut the answer off after 5000 rows"):
        reports.sparql("SELECT * { ?s ?p ?o }")
    with pytest.raises(RapporteurError):
        list(remove(reports.store, [symbol(1)]))
    with pytest.raises(UnusableStore, match="takes nothing at") as caught:
        reports.store.apply([Change(f"{ID}document/{symbol(1)}", (), None)], "remove")
    assert "status 404" in caught.value.seen and "name that folder" in caught.value.remedy
    (fault,) = verify(reports.store)
    assert "cannot be compared" in fault.seen


def test_what_hangs_up_and_what_never_ends_harm_nobody(address: str) -> None:
    """Over real sockets: are queries answered beside clients that hang up, send half a request, or ask without end?"""
    endless = urlencode({"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i) }"})
    host, port = address.removeprefix("http://").split(":")
    for request in (f"GET /sparql?{endless} HTTP/1.1\r\nHost: x\r\n\r\n", "GET /spa", "POST /sparql HTTP/1.1\r\n\r\n"):
        for _ in range(4):
            with socket.create_connection((host, int(port))) as leaving:
                leaving.sendall(request.encode())
                time.sleep(0.05)
    begun = time.monotonic()
    for _ in range(10):
        assert httpx.get(f"{address}/sparql", params={"query": QUERY}, timeout=20).status_code == 200
    assert time.monotonic() - begun < 10


def test_built_graphs_are_served_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a folder of built graphs served, by a store that is made for it in the cache, and is the folder left alone?"""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    build(tmp_path / "built", 1, paragraphs=3)
    with serving(tmp_path / "built") as (found, process):
        answer = httpx.get(f"{found}/sparql", params={"query": QUERY}, timeout=20)
        assert len(answer.json()["results"]["bindings"]) == 3
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
        assert process.stderr is not None and "Traceback" not in process.stderr.read()
    assert [file.name for file in (tmp_path / "built").iterdir()] == ["FERRY-WG.1-2031-1.trig"]


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc, to look for processes that are left")
def test_a_server_that_is_killed_leaves_no_worker(ferry_store: Path) -> None:
    """Are the workers of a server gone soon after it was killed, though one is in the middle of a query?"""
    with serving(ferry_store) as (found, process):
        before = _family(process.pid)
        assert len(before) >= 3
        with contextlib.suppress(httpx.TransportError):
            httpx.get(f"{found}/sparql", params={"query": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f"}, timeout=0.3)
        process.kill()
        process.wait(10)
        for _ in range(100):
            if not [pid for pid in before if Path(f"/proc/{pid}/cmdline").exists() and _is_ours(pid)]:
                return
            time.sleep(0.1)
    raise AssertionError("workers are left")


def _family(parent: int) -> list[int]:
    """The processes below one."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            pid, after = int(place.parent.name), place.read_text().rpartition(")")[2].split()
            if int(after[1]) == parent:
                found += [pid, *_family(pid)]
    return found


def _is_ours(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return b"rapporteur.serve.nursery" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def test_what_cannot_be_served_is_told(
    tmp_path: Path, ferry_store: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Are no store, a server's address, an open host and a port in use each told in four parts, leaving with 2?"""
    port = address.rsplit(":", 1)[1]
    faults = {
        "no store": [str(tmp_path / "none")],
        "answers over HTTP itself": ["http://127.0.0.1:9/sparql"],
        "--public": [str(ferry_store), "--host", "0.0.0.0"],
        "--port": [str(ferry_store), "--port", port],
    }
    for words, arguments in faults.items():
        with pytest.raises(SystemExit) as left:
            main(["serve", *arguments])
        told = capsys.readouterr().err
        assert left.value.code == 2, words
        assert words in told and "To do:" in told, told


def test_public_is_explained(ferry_store: Path) -> None:
    """Does ``--public`` say what changes, and does the server then listen at every address?"""
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "serve", str(ferry_store), "--public"]
    with subprocess.Popen([*command, "--port", "0"], stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            lines = [process.stderr.readline() for _ in range(3)]
        finally:
            process.kill()
    assert "http://0.0.0.0:" in lines[0]
    assert "What changes" in lines[2]
