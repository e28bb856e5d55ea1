"""The drawing under the hand: is as little done anew as can be while it is dragged about?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from rapporteur.view import picture

pytestmark = pytest.mark.slow


def test_dragging_the_drawing_computes_no_style_anew(browser: Any, tmp_path: Path) -> None:
    """Does a step aside and a step nearer move the drawing, and leave the style of every thing and line as it was?"""
    network = nx.path_graph(40, create_using=nx.MultiDiGraph)
    nx.set_node_attributes(network, "provision", "kind")
    saved = picture(network).save(tmp_path / "dragged.html")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(saved.as_uri())
    page.evaluate("() => { window.anew = 0; rapporteur.cy.on('style', () => { window.anew += 1; }); }")
    page.evaluate("() => { const { x, y } = rapporteur.cy.pan(); rapporteur.cy.pan({ x: x + 40, y: y + 20 }); }")
    page.evaluate("() => rapporteur.cy.zoom(rapporteur.cy.zoom() * 1.1)")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.anew") == 0
    page.evaluate("() => rapporteur.cy.nodes()[0].addClass('match')")
    assert page.evaluate("window.anew") > 0
    page.close()
