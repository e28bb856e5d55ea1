"""Take the screenshots of docs/pictures.md of the bundled report: ``python docs/pictures/draw.py [NAME …]``.

Every network at first sight, 1280 × 800; some on a phone, 390 × 844; a line with its words, the table, dark colours.
Each goes to ``NAME.png`` beside this file. Needs Playwright, Chromium and Pillow.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from rapporteur.query import load_dataset
from rapporteur.view import picture
from rapporteur.view.networks import PROJECTIONS, project, read_facts

HERE = Path(__file__).parent
DESK, PHONE = (1280, 800), (390, 844)
ON_PHONES = ("citations", "themes")
BUILT_ON = """() => {
  const line = [...rapporteur.scene().edges.values()].find((edge) => edge.property === "buildsOn");
  rapporteur.choose(line.id);
}"""
UNODC = """() => {
  const asked = [...rapporteur.scene().nodes.values()].find((one) => one.kind === "addressee" && one.short === "UNODC");
  rapporteur.choose(asked.id);
}"""
SCENES = {
    "words": ("citations", BUILT_ON),
    "table": ("citations", "() => document.getElementById('as-table').click()"),
    "dark": ("addressees", UNODC),
}


def shots(browser: Any, address: str) -> Iterator[tuple[str, bytes]]:
    """Every screenshot with its name."""
    names = list(PROJECTIONS)
    wanted = [(name, name, DESK, None) for name in names]
    wanted += [(f"{name}-phone", name, PHONE, None) for name in ON_PHONES]
    wanted += [(shot, name, DESK, does) for shot, (name, does) in SCENES.items()]
    for shot, name, (width, height), does in wanted:
        dark = "dark" if shot == "dark" else "light"
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=dark)
        page.goto(address)
        page.select_option("#picture", str(names.index(name)))
        if does:
            page.evaluate(does)
        page.wait_for_timeout(500)
        yield shot.replace("_", "-"), page.screenshot()
        page.close()


def main(only: list[str]) -> None:
    """Take them all, or those named."""
    facts = read_facts(load_dataset())
    drawn = picture([project(facts, name) for name in PROJECTIONS])
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playing:
        address = drawn.save(Path(folder) / "pictures.html").as_uri()
        browser = playing.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, taken in shots(browser, address):
            if only and name not in only:
                continue
            path = HERE / f"{name}.png"
            image = Image.open(io.BytesIO(taken)).convert("RGB")
            image.quantize(200, method=Image.Quantize.MAXCOVERAGE).save(path, optimize=True)
            print(f"{path.name}: {path.stat().st_size:,} bytes")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
