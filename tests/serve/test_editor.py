"""The SPARQL editor in a browser: does it open, ask this server and no other, complete our terms, and show rows?"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from rapporteur.query import list_queries
from rapporteur.serve import Settings, make_app

pytestmark = pytest.mark.slow
RUN = ".tabPanel.active .yasqe_queryButton"
ROWS = ".tabPanel.active .yasr table.dataTable tbody tr"


@pytest.fixture(scope="module")
def server(main_store: Path) -> Iterator[str]:
    """The address of a server on this machine."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(make_app(Settings(main_store, workers=2, long_workers=1)), log_level="error")
    served = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(served.serve([listening])), daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    assert httpx.get(f"{address}/health/live", timeout=20).status_code == 200
    yield address
    served.should_exit = True
    thread.join(15)


@pytest.fixture
def page(browser: Any, server: str) -> Iterator[Any]:
    """A page with nothing stored; the test fails on an error in it, or if it asked another address."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=server)
    context.set_default_timeout(20_000)
    found = context.new_page()
    wrong: list[str] = []
    found.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    found.on("pageerror", lambda fault: wrong.append(str(fault)))
    found.on("request", lambda asked: None if asked.url.startswith((server, "data:")) else wrong.append(asked.url))
    found.wrong = wrong
    yield found
    context.close()
    assert wrong == []


def opened(page: Any, address: str = "/editor") -> Any:
    """The page once the editor is there."""
    page.goto(address)
    page.wait_for_selector(RUN)
    return page


def write(page: Any, text: str, line: int, column: int) -> None:
    """Put a query into the editor and the cursor to a place in it."""
    page.evaluate(
        "([text, line, column]) => { const y = yasgui.getTab().getYasqe(); y.setValue(text); y.focus();"
        " y.getDoc().setCursor({ line, ch: column }); }",
        [text, line, column],
    )


def test_it_opens_and_an_example_shows_its_rows(page: Any, server: str) -> None:
    """Does the page open without an error, offer each question, and show the rows that the question has?"""
    opened(page)
    names = page.eval_on_selector_all("#examples a", "links => links.map(link => link.dataset.name)")
    assert names == [query.name for query in list_queries()]
    page.fill("#filter", "agenda")
    page.click("#examples a[data-name=agenda]")
    page.click(RUN)
    page.wait_for_selector(ROWS)
    expected = httpx.get(f"{server}/api/agenda", timeout=20).json()
    assert page.locator(ROWS).count() == len(expected["rows"]) > 5
    shown = page.locator(ROWS).first.inner_text()
    assert str(expected["rows"][0]["title"])[:8] in shown
    page.click("#examples a[data-name=agenda]")
    assert page.locator(".tabsList .tab").count() == 2


def test_examples_run_as_they_stand_in_the_editor(server: str) -> None:
    """Is each example, its header cut down to a few lines, still the question it was?"""
    setup = httpx.get(f"{server}/editor/setup.json", timeout=20).json()
    assert len(setup["examples"]) == len(list_queries())
    for example in [*setup["examples"][::5], {"text": setup["start"], "name": ""}]:
        answer = httpx.post(
            f"{server}/sparql",
            data={"query": example["text"]},
            headers={"Accept": "application/sparql-results+json"},
            timeout=30,
        )
        assert answer.status_code == 200, answer.text
        if example["name"]:
            asked = httpx.get(f"{server}/api/{example['name']}.srj", timeout=30).json()
            assert answer.json()["results"]["bindings"] == asked["results"]["bindings"]


@pytest.mark.parametrize(
    ("text", "column", "typed", "offered"),
    [
        ("SELECT * WHERE {\n  ?unit a \n}", 10, "rap:Rec", "rap:Recommendation"),
        ("SELECT * WHERE {\n  ?unit a \n}", 10, "recomm", "rap:Recommendation"),
        ("SELECT * WHERE {\n  ?unit  ?x\n}", 8, "rap:cit", "rap:cites"),
        ("SELECT * WHERE {\n  ?unit  ?x\n}", 8, "dcterms:isP", "dcterms:isPartOf"),
    ],
)
def test_it_completes_our_terms(page: Any, text: str, column: int, typed: str, offered: str) -> None:
    """Is a class or property of ours offered for what was typed, and its prefix declared when it is taken?"""
    opened(page)
    write(page, text, 1, column)
    page.keyboard.type(typed, delay=20)
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hint")
    assert offered in page.locator(".CodeMirror-hint").all_inner_texts()
    page.locator(".CodeMirror-hint", has_text=offered).first.click()
    page.wait_for_function("yasgui.getTab().getYasqe().getValue().includes('PREFIX')")
    written = page.evaluate("yasgui.getTab().getYasqe().getValue()")
    assert f" {offered}" in written and f"PREFIX {offered.split(':')[0]}: <http" in written


def test_it_completes_prefixes(page: Any) -> None:
    """Are our prefixes offered after PREFIX, and none of the thousands that the editor brings?"""
    opened(page)
    write(page, "PREFIX ", 0, 7)
    page.keyboard.type("ra", delay=20)
    page.keyboard.press("Control+Space")
    page.wait_for_selector(".CodeMirror-hint")
    assert page.locator(".CodeMirror-hint").all_inner_texts() == ["rap: <https://w3id.org/rapporteur/ontology#>"]


def test_it_can_be_used_from_the_keyboard(page: Any) -> None:
    """Can one run a query and leave the text without a pointer, and has every control a name?"""
    opened(page)
    write(page, "SELECT (6 AS ?six) WHERE { }", 0, 0)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(ROWS)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") != "TEXTAREA"
    page.wait_for_timeout(100)
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea, a[href]')]
          .filter(part => part.offsetParent !== null || part.closest('.CodeMirror'))
          .filter(part => !(part.getAttribute('aria-label') || part.title || part.textContent.trim()
            || (part.labels && part.labels.length)))
          .map(part => part.outerHTML.slice(0, 160))"""
    )
    assert nameless == []


def test_a_broken_query_shows_what_the_server_says(page: Any) -> None:
    """Is the place of a syntax error told where the rows would stand?"""
    opened(page)
    write(page, "SELECT * WHERE { ?s ?p }", 0, 0)
    page.click(RUN)
    page.wait_for_selector(".tabPanel.active .errorResult")
    said = page.locator(".tabPanel.active .errorResult").inner_text()
    assert "line 1" in said and "Traceback" not in said
    page.wrong[:] = [text for text in page.wrong if "400" not in text]  # the browser itself tells of the status


def test_a_shared_link_cannot_send_it_elsewhere(page: Any) -> None:
    """Does a link that names another endpoint, and headers for it, ask this server and keep nothing of theirs?"""
    shared = {
        "query": "SELECT (7 AS ?seven) WHERE { }",
        "endpoint": "http://192.0.2.1/sparql",
        "headers": json.dumps({"X-Stolen": "1"}),
    }
    opened(page, f"/editor#{urllib.parse.urlencode(shared, quote_via=urllib.parse.quote)}")
    page.wait_for_selector(ROWS)
    assert "7" in page.locator(ROWS).first.inner_text()
    assert "192.0.2.1" not in page.evaluate("JSON.stringify(localStorage)")


def test_what_was_written_is_there_after_a_reload(page: Any) -> None:
    """Does the editor keep the text of a tab in the browser, and no answer?"""
    opened(page)
    write(page, "SELECT (8 AS ?eight) WHERE { }", 0, 0)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(ROWS)
    page.wait_for_timeout(300)
    opened(page)
    assert "?eight" in page.evaluate("yasgui.getTab().getYasqe().getValue()")
    assert page.locator(ROWS).count() == 0


def test_pages_work_without_a_script(browser: Any, server: str) -> None:
    """Do the pages for people, and the plain form of the editor, work where scripts are off?"""
    context = browser.new_context(java_script_enabled=False, base_url=server)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/")
    page.fill("#q", "victim protect*")
    page.click("form button")
    assert page.locator(".hits li").count() > 3 and page.locator(".hits mark").count() > 3
    page.goto("/api/recommendations-by-theme?theme=training")
    assert page.locator("tbody tr").count() > 3
    page.goto("/editor")
    page.fill("textarea[name=query]", "SELECT (9 AS ?nine) WHERE { }")
    with page.expect_download() as given:
        page.click("noscript button")
    assert Path(given.value.path()).read_text("utf-8").split() == ["nine", "9"]
    context.close()
