"""The vocabulary's page in a browser: sound for everybody, at each width, dark and in print, and asking nothing?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

pytestmark = pytest.mark.slow
FEWER = """() => document.querySelectorAll("section.term:nth-of-type(n+16), li[id^='shape/']:nth-child(n+20)")
  .forEach(one => one.remove())"""
"""The page repeats itself, and axe-core takes its time for each element: later ones of a kind are taken out."""


@pytest.fixture(scope="module")
def page(browser: Any, out: Path, hosted: Callable[[Path], Any]) -> Iterator[Any]:
    """The page on plain hosting; a test fails on an error in it, or if it asked another address."""
    wrong: list[str] = []
    with hosted(out) as address:
        opened = browser.new_page(base_url=address)
        opened.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        opened.on("pageerror", lambda fault: wrong.append(str(fault)))
        opened.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
        opened.goto("ontology/")
        yield opened
        opened.close()
    assert wrong == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_it_is_sound_for_everybody(page: Any, width: int, scheme: str) -> None:
    """Does axe-core find nothing, diagrams included, and is nothing wider than the window?"""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.evaluate(FEWER)
    found = axe_api.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    assert [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_name_in_a_diagram_leads_to_its_term(page: Any) -> None:
    """Does a click on a class that is drawn go to it, and does the address of a term show that term first?"""
    page.reload()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("figure[aria-label='Overview, drawn'] a", has_text="wording").click()
    assert page.url.endswith("#Wording")
    page.goto("ontology/#Recommendation")
    top = page.locator("section[id='Recommendation'] h3").bounding_box()
    assert top is not None and 0 <= top["y"] < 120


def test_it_prints(page: Any) -> None:
    """Are contents and menus left out of print, and are the words black on white?"""
    page.emulate_media(media="print", color_scheme="light")
    assert not page.locator("nav.contents").is_visible() and not page.locator("nav.top").is_visible()
    assert page.locator("section.term p").first.evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"
    page.emulate_media(media="screen")
