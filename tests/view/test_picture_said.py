"""What the picture says in numbers: counts, who cites, the footer, the legend, and whether all of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapporteur.view import picture
from rapporteur.view.networks import PROJECTIONS, project, read_facts

pytestmark = pytest.mark.slow
TRIG = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    facts = read_facts(TRIG)
    drawn = picture([project(facts, name) for name in PROJECTIONS]).save(tmp_path / "all.html")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(drawn.as_uri())
    yield page
    page.close()


def switch(page: Any, name: str) -> None:
    page.select_option("#picture", str(list(PROJECTIONS).index(name)))


HEADS = "rapporteur.cy.nodes('.box').filter((one) => !one.hasClass('hidden')).map((one) => one.data('shown'))"
NUMBERS = "rapporteur.cy.edges().map((edge) => edge.data('first') + edge.data('last')).filter(Boolean)"
DASHED = "rapporteur.cy.edges('[property = \"secondaryActor\"]').map((edge) => edge.data('phase'))"
DECISION = "rapporteur.cy.nodes('.thing[kind = \"decision\"]').map((node) => node.data('shown'))"


def test_counts_stand_where_they_can_be_read(page: Any) -> None:
    """Says each box its number, the decision who cites it, the footer what is shown, and the map covers nothing?"""
    switch(page, "everything")
    assert page.inner_text("#count") == "191 of 247 things, 189 lines"
    heads = page.evaluate(HEADS)
    assert len(heads) > 10 and all(head.endswith(")") for head in heads)
    assert page.evaluate(DECISION) == ["CTOC/COP decision 4/4\n(5: 1, 2, 3, 4, 6)"]
    switch(page, "citations")
    assert page.evaluate(NUMBERS) == ["2"] and "the number on a line says it" in page.inner_text("#legend")
    switch(page, "participation")
    drawing, small = page.locator("#drawing").bounding_box(), page.locator("#map").bounding_box()
    assert small["x"] >= drawing["x"] + drawing["width"] and "no number: did not speak" in page.inner_text("#legend")


def test_dashes_of_lines_that_come_together_lie_upon_each_other(page: Any) -> None:
    """Begins each line its dashes where they meet those of the others, however long its own way?"""
    switch(page, "addressees")
    phases = page.evaluate(DASHED)
    assert len(phases) == 5 and len(set(phases)) > 1 and all(0 <= phase < 10 for phase in phases)
