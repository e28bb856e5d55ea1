"""Lines in the browser: how many pass behind what they do not touch, and do they keep their ends when things change?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from rapporteur.view import picture
from rapporteur.view.networks import PROJECTIONS, project, read_facts

pytestmark = pytest.mark.slow

TRIG = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
MOST_BEHIND = {"everything": 4, "participation": 4, "themes": 50}
"""Lines of a network that may pass behind something, elsewhere none: in lanes where the page breaks a name that was
reckoned to fit one line; of themes, which lie close and have three lines each, some cannot be led round."""
BEHIND = """() => {
  const { cy } = rapporteur;
  const shown = cy.elements().filter((one) => !one.hasClass("hidden"));
  const boxOf = (one) => ({ id: one.id(), ...one.position(), w: one.width(), h: one.height() });
  const things = shown.filter("node.thing").map(boxOf);
  const mix = (a, b, t) => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
  const steps = [...Array(61).keys()].map((at) => at / 60);
  return shown.filter("edge").filter((edge) => {
    const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    const bends = edge.hasClass("bent") ? edge.segmentPoints() : [];
    const arch = edge.hasClass("arched") ? edge.controlPoints()[0] : null;
    const course = [from, ...bends, to];
    const spots = arch ? steps.map((t) => mix(mix(from, arch, t), mix(arch, to, t), t))
      : course.slice(1).flatMap((end, at) => steps.map((t) => mix(course[at], end, t)));
    const ends = [edge.source().id(), edge.target().id()];
    const inside = (one, { x, y }) => Math.abs(x - one.x) < one.w / 2 - 2 && Math.abs(y - one.y) < one.h / 2 - 2;
    const meets = (one) => spots.some((spot) => inside(one, spot));
    return things.some((one) => !ends.includes(one.id) && meets(one));
  }).length;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    facts = read_facts(TRIG)
    drawn = picture([project(facts, name) for name in PROJECTIONS])
    return drawn.save(tmp_path_factory.mktemp("ways") / "picture.html").as_uri()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (390, 844)], ids=str)
def test_lines_pass_behind_nothing_they_do_not_touch(browser: Any, address: str, size: tuple[int, int]) -> None:
    """Is it so in each network of the bundled report, on a small screen, a large one and a phone?"""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address)
    for at, name in enumerate(PROJECTIONS):
        page.select_option("#picture", str(at))
        assert page.evaluate(BEHIND) <= MOST_BEHIND.get(name, 0), name
        assert page.evaluate("rapporteur.cy.edges().every((edge) => Number.isFinite(edge.midpoint().x))"), name
    page.close()


def test_a_line_lets_go_of_its_way_when_an_end_moves(browser: Any, tmp_path: Path) -> None:
    """Does a line run straight from what was moved or a box that shrank, and take its way again after undo?"""
    network = nx.MultiDiGraph(layout="lanes", lanes=("Lamps", "Piers"), projection="lit")
    for at in range(80):
        network.add_node(f"urn:x:{at}", kind="state", label=f"Lamp {at}", short=f"Lamp {at}", lane=0, group="Lamps")
        network.add_node(f"urn:y:{at}", kind="theme", label=f"{at}", short=f"{at}", lane=1, within="urn:y:pier")
        network.add_edge(f"urn:x:{at}", "urn:y:pier", property="speaker")
    network.add_node("urn:y:pier", kind="item", label="Pier", short="Pier", lane=1)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(picture(network).save(tmp_path / "piers.html").as_uri())
    bent = "rapporteur.cy.edges('.bent').length"
    whole = page.evaluate(bent)
    assert whole > 40
    page.evaluate("rapporteur.change({ moved: { 'urn:x:0': [-400, 20] } })")
    assert page.evaluate(bent) == whole - 1
    page.evaluate("rapporteur.undo()")
    assert page.evaluate(bent) == whole
    page.evaluate("rapporteur.change({ gone: ['urn:y:79', 'urn:y:78'] })")
    ends = page.evaluate("""() => rapporteur.cy.edges().map((edge) => {
      const box = edge.target(), at = edge.targetEndpoint();
      return Math.abs(Math.abs(at.x - box.position().x) - box.width() / 2);
    })""")
    assert max(ends) < 2
    page.close()
