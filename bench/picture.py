"""The picture under the hand: how many frames a second a browser draws while a thing of a big network is dragged.

    python bench/picture.py [LINES …]

A network of invented provisions, by springs and in three lanes whose lines lead round what they do not touch, is drawn
in headless Chromium at 1280 × 800 and its most tied thing is dragged for 120 steps of the pointer. Told are seconds
until the page can be used, frames the drawing renders a second, and frames the page could show a second. Needs
Playwright and Chromium; asks for nothing outside.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import sync_playwright

from rapporteur.view import picture

STEPS = 120
MOST_TIED = """() => {
  const at = document.getElementById("drawing").getBoundingClientRect();
  const inside = (node) => {
    const place = node.renderedPosition();
    return place.x > 200 && place.x < 600 && place.y > 150 && place.y < 450;
  };
  const node = rapporteur.cy.nodes(".thing").filter(inside).max((one) => one.degree()).ele;
  rapporteur.cy.on("render", () => { window.renders += 1; });
  const place = node.renderedPosition();
  return [place.x + at.x, place.y + at.y];
}"""
COUNT = """() => {
  [window.frames_, window.renders, window.began] = [0, 0, performance.now()];
  const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); };
  tick();
}"""
TELL = "(() => { const s = (performance.now() - began) / 1000; return [renders / s, frames_ / s]; })()"


def invented(lines: int) -> nx.MultiDiGraph:
    """A network of so many lines between a fifth as many provisions."""
    order, things = random.Random(5), max(10, lines // 5)
    made = nx.MultiDiGraph(projection="invented", title=f"{lines} invented lines", layout="force", evidence={})
    for at in range(things):
        made.add_node(f"urn:x:{at}", kind="provision", label=f"article {at}", short=f"article {at}", group="")
    for at in range(lines):
        ends = (f"urn:x:{order.randrange(things)}" for _ in "ab")
        made.add_edge(*ends, property="cites", weight=1, links=(f"urn:x:link:{at}",))
    return made


def in_lanes(lines: int) -> nx.MultiDiGraph:
    """The same in three lanes, six in ten of the lines to the second, the others past it to the third."""
    made, order = invented(lines), random.Random(7)
    for at, (_, data) in enumerate(made.nodes(data=True)):
        data.update(lane=at % 3, group=f"Treaty {at % 3}.{at // 40}")
    lanes: list[list[str]] = [[node for node, lane in made.nodes(data="lane") if lane == at] for at in range(3)]
    made.remove_edges_from(list(made.edges(keys=True)))
    for at in range(lines):
        ends = order.choice(lanes[0]), order.choice(lanes[1 if order.random() < 0.6 else 2])
        made.add_edge(*ends, property="cites", weight=1, links=(f"urn:x:link:{at}",))
    made.graph |= {"layout": "lanes", "lanes": ("Who", "What", "Where")}
    return made


def measure(browser: Any, page_file: Path) -> tuple[float, float, float]:
    """Seconds to open, frames drawn a second, frames shown a second."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    began = time.perf_counter()
    page.goto(page_file.as_uri())
    page.evaluate("rapporteur.shown()")
    seconds = time.perf_counter() - began
    page.wait_for_timeout(500)
    x, y = page.evaluate(MOST_TIED)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT)
    for step in range(STEPS):
        page.mouse.move(x + step, y + step % 40)
    drawn, shown = page.evaluate(TELL)
    page.mouse.up()
    page.close()
    return seconds, drawn, shown


def main(counts: list[int]) -> None:
    """Measure each count of lines and print a row."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print("lines         opened in  drawn a second  shown a second")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for lines, (kind, make) in product(counts, (("springs", invented), ("lanes", in_lanes))):
            saved = picture(make(lines), most_edges=lines).save(Path(folder) / f"{lines}-{kind}.html")
            seconds, drawn, shown = measure(browser, saved)
            print(f"{lines:5} {kind:7} {seconds:7.1f} s  {drawn:14.0f}  {shown:14.0f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [200, 2000])
