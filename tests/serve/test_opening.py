"""Does a server of built graphs answer at once, say how far it is, and answer questions only once all are read?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
from calling import Calling
from small import build
from test_clients import serving

from rapporteur.errors import UnusableInput
from rapporteur.serve import Settings, opening
from rapporteur.serve.opening import Opening

COUNT = {"query": "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "format": "csv"}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(opening, "_AT_ONCE", 0.0)


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    """Is each request told to come again while the second of two files is read, and answered after?"""
    for number in (1, 2):
        build(tmp_path / "built", number, paragraphs=5)
    told: list[str] = []
    at_second, go_on, whole = threading.Event(), threading.Event(), threading.Event()

    def tell(words: str) -> None:
        told.append(words)
        if not words:
            whole.set()
        elif "2 of 2" in words:
            at_second.set()
            go_on.wait(30)

    app = Opening(tmp_path / "built", Settings(tmp_path, workers=1, long_workers=1), tell, lambda: None)
    with Calling(app) as client:
        assert at_second.wait(30)
        assert client.get("/health/live").status_code == 200
        for address in ("/health", "/sparql?query=ASK{}", "/api/", "/search?q=x", "/nothing"):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "2"), address
            assert "2 of 2" in answer.json()["seen"] and answer.headers["cache-control"] == "no-store"
            assert answer.headers["x-content-type-options"] == "nosniff"
        assert client.request("POST", "/sparql", data=COUNT).status_code == 503
        page = client.get("/", headers={"Accept": "text/html"})
        assert page.status_code == 503 and page.headers["refresh"] == "2" and "2 of 2" in page.text
        assert "refresh" not in client.get("/").headers
        go_on.set()
        assert whole.wait(60)
        assert client.get("/health").json()["status"] == "ready"
        assert client.get("/sparql", params=COUNT).text.split()[1] == "8"
    assert told == ["Reading 1 of 2: FERRY-WG.1-2031-1.trig", "Reading 2 of 2: FERRY-WG.1-2031-2.trig", ""]


def test_a_broken_file_ends_it(tmp_path: Path) -> None:
    """Is the server ended by a file that is no built graph, with the error that says which?"""
    build(tmp_path / "built", 1, paragraphs=5)
    (tmp_path / "built" / "FERRY-WG.1-2031-9.trig").write_text("<a> <b", "utf-8")
    ended = threading.Event()
    app = Opening(tmp_path / "built", Settings(tmp_path, workers=1), lambda words: None, ended.set)
    with Calling(app):
        assert ended.wait(60)
    assert isinstance(app.fault, UnusableInput) and app.fault.where.endswith("2031-9.trig")


def test_it_can_be_ended_before_it_is_whole(tmp_path: Path) -> None:
    """Does it stop reading at the next file when it is told to end, and leave no store that counts as whole?"""
    for number in (1, 2):
        build(tmp_path / "built", number, paragraphs=5)
    reading, ending = threading.Event(), threading.Event()
    told: list[str] = []

    def tell(words: str) -> None:
        told.append(words)
        if words.startswith("Reading"):
            reading.set()
            ending.wait(30)

    app = Opening(tmp_path / "built", Settings(tmp_path, workers=1), tell, lambda: None)
    client = Calling(app)
    with client:
        assert reading.wait(30)
        client.loop.call_soon_threadsafe(client.loop.call_later, 0.2, ending.set)
    assert app.fault is None
    assert told[1:] == ["Ending, once what is being written is whole"]
    assert not list((tmp_path / "cache").rglob("files.json"))


def test_the_command_reads_and_answers(tmp_path: Path) -> None:
    """Does `rapporteur serve` of a folder become ready, and of a broken file leave with its error?"""
    build(tmp_path / "built", 1, paragraphs=5)
    with serving(tmp_path / "built") as (address, process):
        assert httpx.get(f"{address}/sparql", params=COUNT, timeout=10).text.split()[1] == "5"
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    broken = tmp_path / "broken.trig"
    broken.write_text("<a> <b", "utf-8")
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", "serve", str(broken), "--port", "0"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "NO_COLOR": "1"})
    assert ended.returncode == 2 and "broken" in ended.stderr and "Traceback" not in ended.stderr
