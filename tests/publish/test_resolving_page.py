"""The page that leads from a symbol, an article or a name: from a disk, by keyboard, and never by a guess?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from invented import DOCUMENT, invented
from selectolax.lexbor import LexborHTMLParser

from rapporteur.publish import read_site
from rapporteur.publish.pages import write_pages
from rapporteur.publish.pages.frame import assets
from rapporteur.publish.pages.resolving import key_of
from rapporteur.publish.writer import Writer

PAPER = "document/FERRY/WG.1/2029/2"
LEADS = [
    ("id/state/ALB/", "albania"),
    ("id/state/ALB/", "https://w3id.org/rapporteur/id/state/ALB"),
    ("id/organization/=C3=A9t=C3=A9/", "Ete"),
    (f"id/{DOCUMENT}/", " ferry / wg.1 / 2031 / 1."),
    (f"id/{DOCUMENT}/", "FERRY-WG.1-2031-1"),
    (f"id/{PAPER}/", "UN Doc. FERRY/WG.1/2029/2"),
    (f"id/{PAPER}/paragraph/17/", "FERRY/WG.1/2029/2, para. 17"),
    (f"id/{DOCUMENT}/#paragraph/1", "paragraph 1 of the report FERRY/WG.1/2031/1"),
    (f"id/{DOCUMENT}/recommendation/1.1/", "FERRY/WG.1/2031/1, recommendation 1.1"),
    ("id/document/A/RES/1450(XIV)/", "https://docs.un.org/fr/A/RES/1450%28XIV%29"),
    ("id/document/A/RES/1450(XIV)/", "/akn/un/collection/publication/un-ga/1959-12-07/A-RES-1450_(XIV)/eng@1960-01-02"),
    ("id/instrument/untoc/article/26/", "untoc art. 26"),
    ("id/instrument/untoc/article/26/", "article 26 of the Organized Crime Convention"),
]
"""Where it leads, and the words."""
SHOWN = [
    ("Nothing here names paragraph 2; this stands above it.", "untoc art. 26 (2)", 1),
    ("Nothing here names paragraph 999; this stands above it.", "paragraph 999 of FERRY/WG.1/2031/1", 1),
    ("Which body's is not said; here it may be this.", "resolution 1450 (XIV)", 1),
    ("It may be any of these.", "FERRY-WG.1-2030-1", 2),
    ("Nothing here is called so; these are near.", "article", 1),
    ("Nothing here is called so.", "article 26 of the untoc and a word more", 0),
    ("Nothing here is called so.", "untoc articles 26 and 27", 0),
    ("Nothing here is called so.", "/akn/un/statement/deliberation/fao-council/2016-05-30/154-1", 0),
    ("Nothing here is called so.", "constructor", 0),
    ("", " ", 0),
]
"""What is told, the words, and how many places are shown."""
WORDS = (
    " A / RES / 1450 (XIV). ",
    "C\u00f4te d\u2019Ivoire",
    "\u1e9e \ufb01sh\u00a0; (a)",
    "I\u0307zmir,",
    "a/ b /c (d)",
    "",
    "..",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Pages of an invented report; two papers of it differ in strokes and dashes alone."""
    built = tmp_path_factory.mktemp("resolving")
    file = invented(built / "built", "https://w3id.org/rapporteur/")
    papers = " ".join(
        f'<document/{symbol}> a rap:Document ; rdfs:label "{symbol}"@en ; rap:symbol "{symbol}" .'
        for symbol in ("FERRY/WG.1/2030/1", "FERRY/WG.1-2030/1")
    )
    begin = f"<{DOCUMENT}/graph> {{"
    file.write_text(file.read_text("utf-8").replace(begin, f"{begin} {papers}"), "utf-8")
    with pytest.MonkeyPatch.context() as patch, Writer(built / "site") as writer:
        patch.setattr("rapporteur.publish.pages.write_questions", lambda pages: 0)
        write_pages(read_site(built / "built"), writer)
    yield built / "site"


@pytest.fixture
def page(browser: Any, folder: Path) -> Iterator[Any]:
    """The page, opened from the disk; the test fails on an error in it, or if it asked for anything outside."""
    context = browser.new_context(base_url=f"{folder.as_uri()}/")
    found = context.new_page()
    wrong: list[str] = []
    found.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    found.on("pageerror", lambda fault: wrong.append(str(fault)))
    found.on("request", lambda asked: None if asked.url.startswith(folder.as_uri()) else wrong.append(asked.url))
    found.goto("resolve/index.html")
    yield found
    context.close()
    assert wrong == []


def _index(folder: Path) -> dict[str, Any]:
    node = LexborHTMLParser((folder / "resolve/index.html").read_text("utf-8")).css_first("#index")
    assert node is not None
    index: dict[str, Any] = json.loads(node.text())
    return index


def test_the_index_leads_to_pages(folder: Path) -> None:
    """Is each thing of the index a page, found by its IRI, and is each part of a report where its number says?"""
    index = _index(folder)
    assert len(index["things"]) > 8
    for at, (_, way) in enumerate(index["things"]):
        file = folder / "resolve" / way / "index.html"
        assert file.is_file() and [at] in (places for places in index["keys"].values() if at in places)
    assert list(index["parts"].values()) == [{"paragraph": "1", "recommendation": "1.1"}]
    assert index["numbers"].keys() == {"resolution 1450(xiv)"}


def test_what_is_elsewhere_leads_to_its_official_address(folder: Path) -> None:
    """Does a document that is not here, and a part of one, lead to where its symbol is resolved, and only it?"""
    address = "https://docs.un.org/en/FERRY/WG.1/2029/2"
    for path, wanted in ((PAPER, [address]), (f"{PAPER}/paragraph/17", [address]), ("state/ALB", [])):
        page = LexborHTMLParser((folder / f"id/{path}/index.html").read_text("utf-8"))
        assert [a.attributes["href"] for a in page.css("a[href*='docs.un.org']")] == wanted


@pytest.mark.slow
def test_words_are_compared_in_the_browser_as_here(page: Any) -> None:
    """Does the script fold words into the same keys as the program that wrote the index?"""
    script = assets()["resolve.js"].decode()
    folded, key = (re.search(rf"^  const {name} = .*;$", script, re.MULTILINE) for name in ("folded", "keyOf"))
    assert folded and key
    found = page.evaluate(f"words => {{ {folded[0]} {key[0]} return words.map(keyOf); }}", list(WORDS))
    assert found == [key_of(words) for words in WORDS]


@pytest.mark.slow
def test_every_key_finds_its_things(page: Any, folder: Path) -> None:
    """Is each key of the index, typed, answered with all that it names?"""
    index = _index(folder)
    shown = page.evaluate(
        """keys => keys.map(key => {
          const input = document.getElementById("words");
          input.value = key;
          input.dispatchEvent(new Event("input"));
          return [...document.querySelectorAll("#hits a")].map(link => link.getAttribute("href"));
        })""",
        list(index["keys"]),
    )
    ways = [{re.sub("/$", "/index.html", index["things"][at][1]) for at in places} for places in index["keys"].values()]
    assert len(shown) > 20
    assert [key for key, hits, way in zip(index["keys"], shown, ways, strict=True) if not way <= set(hits)] == []


@pytest.mark.slow
@pytest.mark.parametrize(("way", "words"), LEADS)
def test_plain_words_lead_on(page: Any, folder: Path, way: str, words: str) -> None:
    """By keyboard alone, from a disk: do words that mean one thing open its page?"""
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/resolve/" not in url)
    assert page.url == f"{folder.as_uri()}/{re.sub('/(?=#|$)', '/index.html', way)}"
    assert page.locator("h1").count() == 1


@pytest.mark.slow
def test_what_is_not_plain_is_shown(page: Any) -> None:
    """Do words that mean several things, or nothing whole, stay on the page with what is near and the reason?"""
    for told, words, places in SHOWN:
        page.locator("#words").fill(words)
        page.keyboard.press("Enter")
        assert page.locator("#told").inner_text() == told, words
        assert page.locator("#hits a").count() == places, words
    assert "/resolve/" in page.url


@pytest.mark.slow
def test_an_address_with_words_leads_on(page: Any, folder: Path) -> None:
    """Does ``?words=…`` open the thing, and do links of other pages open pages from a disk, not folders?"""
    page.goto("resolve/index.html?words=untoc%20art.%2026", wait_until="commit")
    page.wait_for_url(f"{folder.as_uri()}/id/instrument/untoc/article/26/index.html")
    page.locator("nav.top a", has_text="States").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{folder.as_uri()}/id/state/index.html")
    page.goto("search/index.html")
    assert "From a disk" in page.locator("#told").inner_text()
