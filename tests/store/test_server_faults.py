"""Faults of a server: is one that is gone, busy, closed, old, strange or dying told, healed, and no password shown?"""

from __future__ import annotations

import base64
import logging
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from servers import free_port, oxigraph, oxigraph_binary
from small import ID, build, command, symbol

from rapporteur.errors import UnusableStore
from rapporteur.store import load, open_store, remove, verify, web
from rapporteur.store.credentials import FILE, PASSWORD, USER, credentials_for
from rapporteur.store.web import Web

ROWS = b'{"head":{"vars":["one"]},"results":{"bindings":[{"one":{"type":"literal","value":"1"}}]}}'
needs_oxigraph = pytest.mark.skipif(not oxigraph_binary(), reason="the package oxigraph is not installed")


class Scripted(BaseHTTPRequestHandler):
    """Answers one after the other what the test wrote down: status, headers, body."""

    script: ClassVar[list[tuple[int, dict[str, str], bytes]]] = []
    seen: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        Scripted.seen.append((f"{self.command} {self.path}", dict(self.headers)))
        status, headers, body = Scripted.script.pop(0) if len(Scripted.script) > 1 else Scripted.script[0]
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_GET

    def log_message(self, *words: object) -> None:
        """Nothing."""


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that answers by the script; waits between tries take no time."""
    monkeypatch.setattr(web.time, "sleep", lambda seconds: None)
    Scripted.script, Scripted.seen = [(200, {}, ROWS)], []
    server = HTTPServer(("127.0.0.1", 0), Scripted)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


def test_a_server_that_is_not_there_is_told_after_three_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is there a limit to trying, and does the message say the address and what to do?"""
    waits: list[float] = []
    monkeypatch.setattr(web.time, "sleep", waits.append)
    with pytest.raises(UnusableStore, match="not there") as caught:
        open_store(f"http://127.0.0.1:{free_port()}")
    assert waits == [1.0, 4.0] and "asked 3 times" in caught.value.seen


def test_a_busy_server_is_asked_again(scripted: str) -> None:
    """Is a 503 with Retry-After waited for, and given up in the end?"""
    Scripted.script = [(503, {"Retry-After": "1"}, b"busy"), (200, {}, ROWS)]
    assert open_store(scripted).select("SELECT ?one WHERE {}").variables == ("one",)
    Scripted.script = [(503, {"Retry-After": "1"}, b"busy")]
    with pytest.raises(UnusableStore, match="busy: status 503"):
        open_store(scripted)


@pytest.mark.parametrize(
    ("status", "headers", "body", "seen", "remedy"),
    [
        (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"", "asks who you are", USER),
        (403, {}, b"", "asks who you are", "right to do it"),
        (301, {"Location": "https://elsewhere.example/"}, b"", "elsewhere.example", "if you trust it"),
        (200, {}, b"<html>Welcome</html>", "does not answer a small SPARQL 1.1 query", "Check the address"),
        (400, {}, b"Parse error at VALUES", "Parse error at VALUES", "too old"),
        (404, {}, b"", "does not answer a small SPARQL 1.1 query", "Check the address"),
    ],
)
def test_a_server_that_refuses_or_is_none_is_told(
    scripted: str, status: int, headers: dict[str, str], body: bytes, seen: str, remedy: str
) -> None:
    """Does each kind of refusal have its own words and its own remedy?"""
    Scripted.script = [(status, headers, body)]
    with pytest.raises(UnusableStore) as caught:
        open_store(scripted)
    assert seen in caught.value.seen and remedy in caught.value.remedy


def test_an_answer_that_was_cut_or_garbled_is_no_answer(scripted: str) -> None:
    """Is a server's silent limit (Virtuoso says it in a header only) told, and half a JSON refused?"""
    store = open_store(scripted)
    Scripted.script = [(200, {"X-SPARQL-MaxRows": "1"}, ROWS)]
    with pytest.raises(UnusableStore, match="cut the answer off after 1 rows"):
        store.select("SELECT ?one WHERE {}")
    Scripted.script = [(200, {}, ROWS[:40])]
    with pytest.raises(UnusableStore, match="rows as SPARQL"):
        store.select("SELECT ?one WHERE {}")


def test_an_update_is_never_sent_twice(scripted: str, tmp_path: Path) -> None:
    """Where nobody knows whether the server took a change, is it not given again by itself?"""
    store = open_store(scripted)
    Scripted.script = [
        (200, {}, b'{"head":{"vars":[]},"results":{"bindings":[]}}'),
        *[(201, {}, b"")] * 3,
        (503, {}, b"busy"),
        (200, {}, b'{"head":{"vars":[]},"results":{"bindings":[]}}'),
    ]
    Scripted.seen.clear()
    from rapporteur.store.asking import Change
    from rapporteur.store.bundle import read_bundles

    (bundle,) = read_bundles(build(tmp_path, 1))
    store.entries()
    with pytest.raises(UnusableStore, match="not known to have taken the change"):
        store.apply([Change(bundle.document, (), bundle)], "load")
    assert [asked for asked, _ in Scripted.seen].count("POST /sparql-auth") == 1


def test_a_password_is_taken_from_the_environment_or_a_file_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Is one in the address refused without being repeated, and does the environment come before the file?"""
    with pytest.raises(UnusableStore) as caught:
        credentials_for("https://ann:s3cret@store.example/sparql")
    assert "s3cret" not in str(caught.value) and "ann" not in str(caught.value)
    (tmp_path / "netrc").write_text("machine store.example login ann password fromfile\n", "utf-8")
    monkeypatch.setenv(FILE, str(tmp_path / "netrc"))
    found = credentials_for("https://store.example/sparql")
    assert found is not None and (found.user, found.password) == ("ann", "fromfile")
    assert "fromfile" not in repr(found)
    assert credentials_for("https://other.example/sparql") is None
    monkeypatch.setenv(USER, "bob")
    monkeypatch.setenv(PASSWORD, "fromenv")
    found = credentials_for("https://store.example/sparql")
    assert found is not None and (found.user, found.password) == ("bob", "fromenv")
    monkeypatch.delenv(USER)
    (tmp_path / "netrc").write_text("machine\n", "utf-8")
    with pytest.raises(UnusableStore, match="cannot be read"):
        credentials_for("https://store.example/sparql")


def test_a_password_is_sent_only_when_asked_for_and_never_in_the_clear(
    scripted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does it go out after a 401 only, and to a host elsewhere only encrypted?"""
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, "s3cret")
    Scripted.script = [(401, {"WWW-Authenticate": 'Basic realm="x"'}, b""), (200, {}, ROWS)]
    open_store(scripted)
    sent = ["Authorization" in headers for _, headers in Scripted.seen]
    assert sent[:2] == [False, True]
    with pytest.raises(UnusableStore, match="unencrypted") as caught:
        Web("http://store.example/sparql")._answer_to('Basic realm="x"')
    assert "s3cret" not in str(caught.value)


def test_no_password_is_printed(scripted: str) -> None:
    """Does a command that fails say nothing of it?"""
    Scripted.script = [(401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")]
    done = command("store", "list", "--store", scripted, **{USER: "ann", PASSWORD: "s3cret"})
    assert done.returncode == 2 and "does not let this user" in done.stderr
    assert "s3cret" not in done.stdout + done.stderr


def test_no_password_is_logged(
    scripted: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With every logger at its most talkative, is it in no line, neither as it is nor encoded?"""
    monkeypatch.setenv(USER, "ann")
    monkeypatch.setenv(PASSWORD, "s3cret")
    Scripted.script = [(401, {"WWW-Authenticate": 'Basic realm="x"'}, b""), (200, {}, ROWS)]
    with caplog.at_level(logging.DEBUG):
        open_store(scripted)
    assert any("Authorization" in headers for _, headers in Scripted.seen), "it was sent"
    assert caplog.records, "the client does log"
    for hidden in ("s3cret", base64.b64encode(b"ann:s3cret").decode()):
        assert hidden not in caplog.text


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is one that takes the question and is silent left after the time that is set, thrice, and is that told?"""
    monkeypatch.setattr(web.time, "sleep", lambda seconds: None)
    monkeypatch.setenv(web.TIMEOUT, "0.2")
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(UnusableStore) as caught:
        open_store(f"http://127.0.0.1:{silent.getsockname()[1]}/sparql")
    assert "No answer within the time" in caught.value.seen and "asked 3 times" in caught.value.seen
    assert web.TIMEOUT in caught.value.remedy


def test_connections_are_closed_and_opened_again(scripted: str) -> None:
    """Does a server store that was released answer the next question, and is it never out of date?"""
    store = open_store(scripted)
    store.release()
    assert store.select("SELECT ?one WHERE {}").variables == ("one",) and not store.is_stale()


def test_a_time_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a setting that is no number of seconds refused with an example?"""
    monkeypatch.setenv(web.TIMEOUT, "soon")
    with pytest.raises(UnusableStore, match="such as 120"):
        Web("http://127.0.0.1:1")


@needs_oxigraph
def test_a_server_is_kept_as_a_folder_is(tmp_path: Path) -> None:
    """Are load, replace, remove, list, verify, backup and query the same commands with the same answers?"""
    first, second = build(tmp_path / "built", 1), build(tmp_path / "built", 2)
    with oxigraph() as (address, _):
        place = ("--store", address)
        assert command("store", "load", str(first), str(second), *place).stdout.count("loaded: ") == 4
        assert "8 graphs compared, 0 differ" in command("store", "verify", *place).stdout
        build(tmp_path / "built", 1, 5, "barges")
        changed = command("store", "verify", *place)
        assert changed.returncode == 1 and "8 graphs compared, 2 differ" in changed.stdout
        assert "replaced: " in command("store", "replace", str(first), *place).stdout
        assert command("store", "verify", *place).returncode == 0
        assert command("store", "backup", str(tmp_path / "all.nq"), *place).returncode == 0
        assert len((tmp_path / "all.nq").read_text("utf-8").splitlines()) == 43 + 13
        assert "removed: " in command("store", "remove", symbol(2), *place).stdout
        asked = command("query", "outline", "--csv", RAPPORTEUR_STORE=address)
        assert asked.returncode == 0 and asked.stdout.startswith("section,title,"), asked.stdout + asked.stderr
        store = open_store(address)
        assert {e.document for e in store.entries() if not e.shared} == {f"{ID}document/{symbol(1)}"}
        ((graphs,),) = store.select("SELECT (COUNT(DISTINCT ?g) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }").rows
        assert graphs is not None and graphs.value == "5", "named graphs can be asked for too"


@needs_oxigraph
@pytest.mark.parametrize("union", [False, True])
def test_a_server_that_others_filled_is_asked_or_told_what_to_set(tmp_path: Path, union: bool) -> None:
    """Are reports in the default graph answered, and named graphs that are not shown together told?"""
    report = f"<{ID}document/A/1> a <https://w3id.org/rapporteur/ontology#Report>"
    label = f'<{ID}state/ZZZ> <http://www.w3.org/2000/01/rdf-schema#label> "Ruritania"@en'
    import httpx

    with oxigraph(*(["--union-default-graph"] if union else [])) as (address, _):
        httpx.post(
            f"{address}/update", data={"update": f"INSERT DATA {{ GRAPH <http://e/1> {{ {report} . {label} }} }}"}
        )
        if not union:
            with pytest.raises(UnusableStore, match="does not show the named graphs"):
                open_store(address)
            httpx.post(f"{address}/update", data={"update": f"INSERT DATA {{ {report} }}"})
            assert len(open_store(address, there=True).select("SELECT ?r WHERE { ?r a ?c }").rows) == 1
        else:
            assert len(open_store(address, there=True).select("SELECT ?r WHERE { ?r a ?c }").rows) == 1
            httpx.post(f"{address}/update", data={"update": f"INSERT DATA {{ GRAPH <http://e/2> {{ {label} }} }}"})
            with pytest.raises(UnusableStore, match="counts a triple that stands in two graphs twice"):
                open_store(address)


@needs_oxigraph
@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_server_that_dies_half_way_is_healed_by_a_second_replace(tmp_path: Path, share: float) -> None:
    """After a kill in the middle of a replace, is the state old or new, and right after the second try?"""
    disk, port = str(tmp_path / "disk"), free_port()
    file = build(tmp_path, 1, 500)
    with oxigraph("--location", disk, port=port) as (address, _):
        list(load(open_store(address), [file, build(tmp_path, 2)]))
        old = {e.graph: e.sha256 for e in open_store(address).entries()}
        begun = time.monotonic()
        list(load(open_store(address), [build(tmp_path, 1, 500, "rafts")], replace=True))
        length = time.monotonic() - begun
        list(load(open_store(address), [build(tmp_path, 1, 500)], replace=True))
    with oxigraph("--location", disk, port=port) as (address, server):
        store = open_store(address)
        build(tmp_path, 1, 500, "barges")
        threading.Timer(length * share, server.kill).start()
        try:
            list(load(store, [file], replace=True))
        except UnusableStore as fault:
            assert "not there, or broke off" in fault.seen
        server.wait()
    with oxigraph("--location", disk, port=port) as (address, _):
        store = open_store(address)
        found = {e.graph: e.sha256 for e in store.entries()}
        for graph, hash_ in found.items():
            assert hash_ == old[graph] or "/1/graph" in graph
        list(load(store, [file], replace=True))
        assert list(verify(store)) == []
        assert [outcome.done for outcome in remove(store, [symbol(1)])] == ["removed"]
        assert list(verify(store)) == []
