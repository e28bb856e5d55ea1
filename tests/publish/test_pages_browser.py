"""The pages in a browser: no request outside, no error, nothing that axe-core finds, and usable by keyboard alone?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

axe_api = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed")

pytestmark = pytest.mark.slow

REPORT = "id/document/CTOC/COP/WG.4/2010/6/"
MEETING = "id/meeting/CTOC/COP/WG.4/2010-01-27/"
KINDS = {
    "front": "",
    "report": REPORT,
    "recommendation": f"{REPORT}recommendation/31.b.1/",
    "paragraph elsewhere": "id/document/CTOC/COP/WG.4/2009/2/paragraph/7/",
    "document": "id/document/CTOC/COP/WG.4/2009/2/",
    "decision": "id/decision/CTOC/COP/4/4/",
    "publication": "id/publication/affected-for-life/",
    "meeting": MEETING,
    "item": f"{MEETING}item/3/",
    "person": f"{MEETING}person/dominika-krois/",
    "State": "id/state/ALB/",
    "organization": "id/organization/unodc/",
    "instrument": "id/instrument/tip-protocol/",
    "provision": "id/instrument/untoc/article/25/",
    "theme": "id/theme/consent/",
    "scheme": "id/theme/",
    "recommendations": "recommendations/",
    "States": "id/state/",
    "rules": "id/rule/",
    "questions": "questions/",
    "question": "questions/recommendations-by-theme/",
    "compendium": "compendium/",
    "pictures": "pictures/CTOC-COP-WG.4-2010-6/",
    "data": "downloads/",
    "data of a report": "downloads/CTOC-COP-WG.4-2010-6/",
    "search": "search/?q=victim",
    "resolve": "resolve/?words=article",
}
FEWER = """() => document.querySelectorAll(".report > :nth-child(n+45), tbody tr:nth-child(n+20), "
  + ".many li:nth-child(n+40), .quotes li:nth-child(n+30), .compendium section:nth-of-type(n+12)")
  .forEach(one => one.remove())"""
"""Long pages repeat themselves, and axe-core takes its time for each element: later ones of a kind are taken out."""
AXE = {"resultTypes": ["violations"]}


@pytest.fixture(scope="module")
def server(out: Path, hosted: Callable[[Path], Any]) -> Iterator[str]:
    """The folder on plain hosting."""
    with hosted(out) as address:
        yield address


@pytest.fixture
def page(browser: Any, server: str) -> Iterator[Any]:
    """A page; the test fails on an error in it, or if it asked another address."""
    yield from _page(browser, server)


def _page(browser: Any, server: str, **settings: Any) -> Iterator[Any]:
    context = browser.new_context(base_url=server, **{"viewport": {"width": 1280, "height": 900}, **settings})
    context.set_default_timeout(20_000)
    found = context.new_page()
    wrong: list[str] = []
    found.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
    found.on("pageerror", lambda fault: wrong.append(str(fault)))
    found.on("request", lambda asked: None if asked.url.startswith((server, "data:")) else wrong.append(asked.url))
    yield found
    context.close()
    assert wrong == []


def _violations(page: Any, options: dict[str, Any]) -> list[str]:
    found = axe_api.Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_each_kind_is_sound(page: Any, kind: str) -> None:
    """Does it open without an error or an outside request, and does axe-core find nothing?"""
    page.goto(KINDS[kind])
    assert page.locator("h1").count() == 1
    page.evaluate(FEWER)
    assert _violations(page, AXE) == []


@pytest.mark.parametrize("kind", ["front", "recommendation", "State", "recommendations", "search"])
def test_dark_pages_can_be_read(page: Any, kind: str) -> None:
    """Is the contrast of words enough where the system asks for dark pages?"""
    page.emulate_media(color_scheme="dark")
    page.goto(KINDS[kind])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    assert _violations(page, {**AXE, "runOnly": ["color-contrast", "link-in-text-block"]}) == []


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_page_is_broader_than_the_window(browser: Any, server: str, width: int) -> None:
    """Can every kind be read without scrolling sideways, on a phone, a tablet and a desk?"""
    for page in _page(browser, server, viewport={"width": width, "height": 800}):
        for kind, address in KINDS.items():
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, kind


def test_a_shade_at_the_edge_of_a_table_hides_words(browser: Any, server: str) -> None:
    """On phones of any width: where a table can be scrolled, does the edge cut off a word, not mere paper?"""
    cut = """() => {
      const wide = [...document.querySelectorAll(".scroll")].filter((one) => one.scrollWidth > one.clientWidth);
      return wide.map((one) => {
        const words = [...one.querySelectorAll("td, th")].map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return Math.max(0, ...[...range.getClientRects()].map((box) => box.right));
        });
        return Math.max(...words) - one.getBoundingClientRect().left - one.clientWidth;
      });
    }"""
    for width in (320, 340, 360, 375, 412):
        for page in _page(browser, server, viewport={"width": width, "height": 844}):
            for kind in ("data", "data of a report"):
                page.goto(KINDS[kind])
                assert all(hidden > 0 for hidden in page.evaluate(cut)), (kind, width)


def _card(page: Any) -> Any:
    return page.locator("[id='paragraph/31'] .c:visible")


def test_a_phrase_shows_its_evidence_by_pointer_and_keyboard(page: Any) -> None:
    """Does a phrase show target, grade and rule when pointed at, and when reached by Tab; does Escape close it?"""
    page.goto(REPORT)
    phrase = page.locator("[id='paragraph/31'] .w > a", has_text="Trafficking in Persons Protocol").first
    assert _card(page).count() == 0
    phrase.hover()
    said = _card(page).inner_text()
    assert "mentions" in said and "explicit" in said and "settled short title" in said and "31(b).1" in said
    page.mouse.move(5, 5)
    assert _card(page).count() == 0
    page.locator("[id='paragraph/31'] .n").focus()
    page.keyboard.press("Tab")
    assert "settled short title" in _card(page).inner_text()
    page.keyboard.press("Escape")
    assert _card(page).count() == 0


def test_the_report_needs_no_script(browser: Any, server: str) -> None:
    """Without a script: does touching a phrase open its card, and does the address of a link's IRI show it?"""
    for page in _page(
        browser, server, java_script_enabled=False, viewport={"width": 390, "height": 800}, has_touch=True
    ):
        page.goto(REPORT)
        page.locator("[id='paragraph/31'] .w > a").first.tap()
        assert page.url.partition("#")[2].startswith("link/")
        assert "mentions" in _card(page).inner_text()
        address = page.url
        page.goto("about:blank")
        page.goto(address)
        assert _card(page).count() == 1
        page.goto("recommendations/")
        assert page.locator("tbody tr").count() == 77 and page.locator(".tools:visible").count() == 0
        page.goto("id/state/")
        page.locator("#in-fr").check()
        assert "Allemagne" in page.locator("tbody").inner_text() and "Germany" not in page.locator("tbody").inner_text()


def test_lists_are_filtered_and_sorted_from_the_keyboard(page: Any) -> None:
    """By keyboard alone: do words and choices narrow the list, and does a column's head sort it both ways?"""
    page.goto("recommendations/")
    rows = page.locator("tbody tr:visible")
    page.locator(".tools input").focus()
    page.keyboard.type("victim protection")
    assert 0 < rows.count() < 77
    few = rows.count()
    page.keyboard.press("Tab")
    page.keyboard.type("Train")
    page.keyboard.press("Enter")
    assert page.locator(".tools output").inner_text() == f"{rows.count()} of 77" and rows.count() <= few
    page.goto("id/state/")
    button = page.locator("th button", has_text="statements")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=descending]").count() == 1
    counts = [int(text) for text in page.locator("tbody tr td:nth-child(4)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True) and counts[0] > 1


def test_the_search_finds_from_the_keyboard(page: Any) -> None:
    """Do words typed on the front page lead to hits, in any order and without accents, and does a hit open?"""
    page.goto("")
    page.locator("#q").focus()
    page.keyboard.type("cote ivoire")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits a")
    assert "Côte d’Ivoire" in page.locator("#hits a").first.inner_text().replace("'", "’")
    page.locator("#q").fill("2010 nothing-like-this")
    page.wait_for_function("document.getElementById('told').textContent.startsWith('0 ')")
    page.locator("#q").fill("non-punishment")
    page.wait_for_function("document.querySelectorAll('#hits a').length > 2")
    page.locator("#hits a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    assert "search" not in page.url.partition("?")[0]


def test_the_language_of_names_is_kept(page: Any) -> None:
    """Is the language chosen on one page that of the next, and are Arabic names set from right to left?"""
    page.goto("id/state/")
    page.locator("#in-ar").check()
    page.reload()
    assert page.locator("#in-ar").is_checked()
    name = page.locator("tbody a.many:visible span:visible").first
    assert name.get_attribute("lang") == "ar" and name.evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_a_thing_is_seen_in_the_network(page: Any) -> None:
    """Does a recommendation's page lead to the picture in which it is chosen, and the picture ask nothing outside?"""
    page.goto(f"{REPORT}recommendation/31.b.1/")
    page.locator(".see a").click()
    page.wait_for_function("window.rapporteur !== undefined")
    assert page.url.endswith("everything.html#https://w3id.org/rapporteur/" + REPORT + "recommendation/31.b.1")
    assert "31(b).1" in page.locator("#details:visible").inner_text()
