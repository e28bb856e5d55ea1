"""Charts in a browser: drawn offline, without a fault, told to everybody, and answering mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas
import pytest

from rapporteur.query import open_collection
from rapporteur.view import charts, figures
from rapporteur.view.charts import Chart

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")
pytest.importorskip("altair", reason="altair is not installed")

pytestmark = pytest.mark.slow
BUNDLED = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@pytest.fixture(scope="module")
def made() -> dict[str, Chart]:
    reports = open_collection(BUNDLED)
    return {name: getattr(charts, name)(reports) for name in figures.__all__}


def shown(browser: Any, address: str, **settings: Any) -> Iterator[Any]:
    """A page with its chart; the test fails on an error or warning in it, or if it asked for anything but itself."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings})
    context.set_default_timeout(20_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    own = (address, "data:", "blob:", "about:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else wrong.append(asked.url))
    page.goto(address)
    yield page
    context.close()
    assert wrong == []


def drawing(page: Any) -> Any:
    page.wait_for_selector("#chart svg .mark-group")
    return page.locator("#chart svg")


@pytest.mark.parametrize("name", figures.__all__)
def test_a_chart_is_drawn_in_light_and_dark_without_a_fault(
    browser: Any, made: dict[str, Chart], tmp_path: Path, name: str
) -> None:
    """Is it drawn, with colours of its own in the dark, no request outside, nothing that axe finds, and described?"""
    address = made[name].save(tmp_path / "chart.html").as_uri()
    grounds = []
    for settings in ({}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 800}}):
        for page in shown(browser, address, **settings):
            drawing(page)
            told = page.locator("#chart[role=graphics-document]")
            assert told.get_attribute("aria-label") == made[name].alternative
            marks = [
                mark.get_attribute("aria-label")
                for mark in page.locator("#chart path[role=graphics-symbol]").all()[-9:]
            ]
            assert marks and all(mark and ": " in mark and "undefined" not in mark for mark in marks)
            found = axe_api.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "only the chart scrolls"
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            if name != "map_of_attendance":
                texts = set(page.locator("#chart svg text").all_text_contents())
                assert len(texts) > 8
    assert grounds == ["rgb(255, 255, 255)", "rgb(20, 23, 27)", "rgb(255, 255, 255)"]


def test_a_kind_is_picked_by_keyboard_and_kept_through_a_change_of_colours(
    browser: Any, made: dict[str, Chart], tmp_path: Path
) -> None:
    """Does the list above a chart leave one strength bright, by keys alone, and still in dark colours?"""
    faint = "document.querySelectorAll('#chart svg path[opacity^=\"0.1\"]').length"
    for page in shown(browser, made["themes_by_strength"].save(tmp_path / "chart.html").as_uri()):
        drawing(page)
        assert page.evaluate(faint) == 0
        page.locator("#picks select").focus()
        page.keyboard.press("ArrowDown")
        page.wait_for_function(f"{faint} > 0")
        first = page.evaluate(faint)
        page.select_option("#colours", "dark")
        page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
        page.wait_for_function(f"{faint} === {first}")
        assert page.locator("#picks select").input_value() == "may"


def test_a_mark_says_what_it_is(browser: Any, made: dict[str, Chart], tmp_path: Path) -> None:
    """Does the pointer on a country tell who came and as what, and is it told to a screen reader?"""
    for page in shown(browser, made["map_of_attendance"].save(tmp_path / "chart.html").as_uri()):
        drawing(page)
        page.locator('#chart svg path[aria-label*="Brazil"]').first.hover()
        page.wait_for_selector("#vg-tooltip-element.visible")
        told = page.locator("#vg-tooltip-element").inner_text()
        assert "Brazil" in told and "State party" in told


def test_it_is_saved_with_its_words(browser: Any, made: dict[str, Chart], tmp_path: Path) -> None:
    """Do PNG and SVG bear title, counts and source?"""
    one = made["who_was_asked"]
    for page in shown(browser, one.save(tmp_path / "chart.html").as_uri(), accept_downloads=True):
        drawing(page)
        with page.expect_download() as waiting:
            page.click("#as-svg")
        saved = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(saved)
        assert saved.name == "who-was-asked-how-strongly-and-to-do-what.svg"
        words = " ".join(ElementTree.parse(saved).getroot().itertext())
        assert one.title in words and one.counts in words and "query who-was-asked-to-do-what" in words
        with page.expect_download() as waiting:
            page.click("#as-png")
        waiting.value.save_as(tmp_path / "a.png")
        assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_a_frame_of_a_notebook_holds_the_chart(browser: Any, made: dict[str, Chart], tmp_path: Path) -> None:
    """Is it drawn within a frame that may run scripts and nothing else, as notebooks and editors have them?"""
    (tmp_path / "notebook.html").write_text(f"<!doctype html>{made['states_by_item']._repr_html_()}", "utf-8")
    for page in shown(browser, (tmp_path / "notebook.html").as_uri()):
        inner = page.frame_locator("iframe")
        inner.locator("#chart svg .mark-group").first.wait_for()
        inner.locator("#chart svg path[aria-label*='Argentina']").first.hover()
        inner.locator("#vg-tooltip-element.visible").wait_for()


def test_one_kind_alone_is_drawn_without_a_list(browser: Any, tmp_path: Path) -> None:
    """Is a single theme of a single strength, or a single State that came, no fault?"""
    rows = {
        "themes_by_strength": {"theme": "Ferries", "how": "should", "recommendations": 1},
        "who_was_asked": {"asked": "States", "how": "should", "actions": "moor", "unit": "urn:x:1"},
        "provisions_by_citation": {"article": "Pier Act, article 3", "of": "Pier Act", "text_parts": 1}
        | {"recommendations": 0},
        "states_by_item": {"state": "Fiji", "item": None, "title": None, "spoke_as": "observer", "statements": 12},
        "map_of_attendance": {"participant": "Fiji", "kind": "State", "attended_as": "observer", "m49": "242"}
        | {"who": "urn:x:FJI"},
    }
    for name, row in rows.items():
        one = getattr(charts, name)(pandas.DataFrame([row]))
        for page in shown(browser, one.save(tmp_path / f"{name}.html").as_uri()):
            drawing(page)
            assert page.locator("#picks select").count() == 0
            assert page.locator("#chart path[role=graphics-symbol]").count() > 0
