"""What a page of each tool is asked: its counts, the boxes of its labels, whether a line tells its words, its frames.

Takes an open page of Playwright and the tool's name, gives numbers. What a tool draws on a bare canvas cannot be asked
for; there the answer is None.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Error

LABELS = {
    "rapporteur": """() => {
      const cy = rapporteur.cy, z = cy.zoom(), pan = cy.pan();
      const at = document.getElementById("drawing").getBoundingClientRect();
      return cy.nodes(".thing").map((node) => {
        const place = node.position(), w = node.width() * z, h = node.height() * z;
        return [place.x * z + pan.x + at.x - w / 2, place.y * z + pan.y + at.y - h / 2, w, h, 15 * z];
      });
    }""",
    "pyvis": """() => {
      const z = network.getScale();
      const drawn = (node) => node.options.label && node.labelModule.size.width && 14 * z >= 4;
      return Object.values(network.body.nodes).filter(drawn).map((node) => {
        const size = node.labelModule.size, place = network.canvasToDOM({ x: size.left, y: size.top });
        return [place.x, place.y, size.width * z, size.height * z, 14 * z];
      });
    }""",
    "gravis": """() => [...document.querySelectorAll("[id$=node-label-group] > g > text:last-child")].map((text) => {
      const box = text.getBoundingClientRect();
      return [box.x, box.y, box.width, box.height, 12 * text.getScreenCTM().a];
    })""",
}
"""Boxes of labels on the screen: left, top, width, height, and the size of letters. vis-network, which pyvis draws
with, leaves out labels whose letters would be smaller than 4 pixels."""

COUNTS = {
    "rapporteur": "() => [rapporteur.shown().nodes, rapporteur.shown().edges]",
    "pyvis": "() => [network.body.data.nodes.length, network.body.data.edges.length]",
    "gravis": """() => ["node", "edge"].map((of) =>
      document.querySelector(`[id$="-${of}-group"]`).childElementCount)""",
    "ipysigma": """() => {
      const found = document.body.innerText.match(/([0-9,]+) nodes[^0-9]+([0-9,]+) edges/);
      return found ? [Number(found[1].replace(",", "")), Number(found[2].replace(",", ""))] : [0, 0];
    }""",
}
"""Things and lines that are drawn, of ipysigma what its panel says."""

PLACED = "() => typeof network === 'undefined' || !network.physics || network.physics.ready"
MIDDLE_OF_A_LINE = """(at) => {
  network.stopSimulation();
  const place = network.canvasToDOM(Object.values(network.body.edges)[at].edgeType.getPoint(0.5));
  const frame = document.getElementById("mynetwork").getBoundingClientRect();
  return [place.x + frame.x, place.y + frame.y];
}"""
CLICK_A_LINE = """() => document.querySelector('[id$="-edge-group"] > g').dispatchEvent(new MouseEvent("click"))"""
COUNT_FRAMES = """() => {
  [window.frames_, window.began] = [0, performance.now()];
  const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); };
  tick();
}"""


def asked_of(frame: Any, script: str) -> Any:
    """What a script answers there, or nothing where the tool has not drawn."""
    try:
        return frame.evaluate(script)
    except Error:
        return None


def meeting(rects: list[list[float]]) -> dict[str, Any]:
    """How many labels stand in view, how many of these meet another, how large their letters are."""
    seen = [r for r in rects if r[0] + r[2] > 0 and r[0] < 1280 and r[1] + r[3] > 0 and r[1] < 800]
    met = set()
    for at, a in enumerate(seen):
        for to in range(at + 1, len(seen)):
            b = seen[to]
            if a[0] < b[0] + b[2] - 1 and b[0] < a[0] + a[2] - 1 and a[1] < b[1] + b[3] - 1 and b[1] < a[1] + a[3] - 1:
                met |= {at, to}
    letters = round(min((r[4] for r in seen), default=0), 1)
    return {"labels drawn": len(rects), "in view": len(seen), "meet": len(met), "letters px": letters}


def tab_stops(page: Any) -> int:
    """How many different elements Tab reaches, sixty at most."""
    page.evaluate("() => { window.stops = new Set(); }")
    for _ in range(60):
        page.keyboard.press("Tab")
        page.evaluate("() => { if (document.activeElement !== document.body) stops.add(document.activeElement); }")
    return int(page.evaluate("() => stops.size"))


def words(page: Any, tool: str, quotes: set[str]) -> bool | None:
    """Whether a line tells its words, by a click, of pyvis under the pointer; None where lines cannot be found."""
    if tool == "rapporteur":
        page.evaluate("() => rapporteur.choose([...rapporteur.scene().edges.keys()][0])")
        told = " ".join(page.locator("#details mark").all_inner_texts())
    elif tool == "pyvis":
        told = " ".join(under_the_pointer(page, at) for at in range(5))
    elif tool == "gravis":
        page.evaluate(CLICK_A_LINE)
        page.wait_for_timeout(500)
        told = page.evaluate("""() => document.querySelector('[id$="details-div"]').textContent""")
    else:
        return None
    return any(quote in told for quote in quotes)


def under_the_pointer(page: Any, at: int) -> str:
    """What pyvis tells when the pointer comes to rest in the middle of a line."""
    x, y = page.evaluate(MIDDLE_OF_A_LINE, at)
    for step in (30, 3, 0):
        page.mouse.move(x + step, y)
        page.wait_for_timeout(400)
    return str(page.evaluate("() => document.querySelector('.vis-tooltip')?.innerText || ''"))


def frames_while_panned(page: Any, steps: int = 90) -> int:
    """Frames a second that the page could show while its drawing is dragged."""
    page.mouse.move(500, 620)
    page.mouse.down()
    page.evaluate(COUNT_FRAMES)
    for step in range(steps):
        page.mouse.move(500 + step, 620 - step % 40)
    frames = page.evaluate("() => Math.round(frames_ / ((performance.now() - began) / 1000))")
    page.mouse.up()
    return int(frames)
