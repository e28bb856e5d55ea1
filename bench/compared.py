"""The picture beside three other tools: docs/compared.md's figures and screenshots, from the bundled report.

    python bench/compared.py --others PYTHON [--npm FOLDER] [--shots FOLDER] [--work FOLDER] [--part PART …]

PYTHON is that of an environment with pyvis, gravis, ipysigma, nbconvert, ipykernel and jupyterlab. FOLDER of ``--npm``
is a node_modules with @jupyter-widgets/html-manager, requirejs and bootstrap@5.0.0-beta3: what two of them fetch from
elsewhere is then given from there, to see what a reader with a network sees; as digests of a minified file differ, the
page's `integrity` is left out. Needs Playwright, Chromium, axe-playwright-python, nbconvert, ipykernel and Pillow.

Everything but loopback and files is kept from the browser and counted. JupyterLab runs on a loopback port and is
stopped at the end. Prints JSON, a page a row; takes a quarter of an hour on two busy cores, each PART of "alone",
"many" and "notebooks" about a third of it.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
from axe_playwright_python.sync_playwright import Axe
from compared_pages import COUNTS, LABELS, PLACED, asked_of, frames_while_panned, meeting, tab_stops, words
from picture import invented
from PIL import Image
from playwright.sync_api import sync_playwright

from rapporteur.query import load_dataset
from rapporteur.view import picture
from rapporteur.view.networks import project, read_facts
from rapporteur.view.networks.flat import as_file

NAMES = ("citations", "everything")
PARTS = ("alone", "many", "notebooks")
TOOLS = ("rapporteur", "pyvis", "gravis", "ipysigma")
HERE = Path(__file__).parent
SETTLED = 8000
"""Milliseconds that a page gets until it is looked at; pyvis gets more, until it has placed things."""
MANY = 2000
FEW = 4
"""Names of so few characters are not looked for: a figure stands anywhere."""
AXE = {"resultTypes": ["violations"]}


@dataclass(frozen=True)
class Given:
    """Packages of npm, and the script that ipysigma installs."""

    npm: Path
    sigma: Path

    def file_of(self, address: str) -> Path | None:
        """The file that a package has at this address of a mirror."""
        if "/require.js/" in address:
            return self.npm / "requirejs" / "require.js"
        if "/npm/ipysigma" in address:
            return self.sigma
        named = re.search(r"/npm/((?:@[^/]+/)?[^@/]+)@[^/]+/(.+)$", address)
        path = self.npm / named[1] / named[2] if named else None
        return path if path and path.is_file() else None


class Outside:
    """What a page asks for beyond files and this machine: refused and counted, or given from node_modules."""

    def __init__(self, given: Given | None = None) -> None:
        self.asked: list[str] = []
        self.given = given

    def __call__(self, route: Any) -> None:
        address = route.request.url
        if re.match(r"(file|data|blob):|https?://127\.0\.0\.1", address):
            route.continue_()
            return
        self.asked.append(address)
        found = self.given.file_of(address) if self.given else None
        if found is None:
            route.abort()
        else:
            route.fulfill(path=found, headers={"Access-Control-Allow-Origin": "*"})


def opened(browser: Any, address: str, outside: Outside, errors: list[str]) -> Any:
    """A page at 1280 × 800 that has had time to settle."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.on("pageerror", lambda error: errors.append(str(error)[:120]))
    page.on("console", lambda said: errors.append(said.text[:120]) if said.type == "error" else None)
    page.route("**/*", outside)
    page.goto(address)
    page.wait_for_timeout(SETTLED)
    for _ in range(60):
        if asked_of(page, PLACED):
            break
        page.wait_for_timeout(1000)
    page.wait_for_timeout(2000)
    return page


def alone(browser: Any, file: Path, tool: str, network: nx.Graph, given: Given | None, shot: Path) -> dict[str, Any]:
    """One page by itself: what it draws without a network, and what the rest of the row says."""
    errors: list[str] = []
    blocked = Outside()
    page = opened(browser, file.as_uri(), blocked, errors)
    row: dict[str, Any] = {"tool": tool, "network": file.stem.split("-")[0], "bytes": file.stat().st_size}
    row |= {"outside": sorted(set(blocked.asked)), "errors": len(errors), "alone": asked_of(page, COUNTS[tool])}
    if given and blocked.asked:
        save(page.screenshot(), file.with_name(f"{file.stem}-offline.png"))
        page.close()
        told = file.read_text("utf-8")
        file = file.with_name(f"{file.stem}-given.html")
        file.write_text(re.sub(r'integrity="[^"]*"', "", told), "utf-8")
        page = opened(browser, file.as_uri(), Outside(given), [])
        row["with a network"] = asked_of(page, COUNTS[tool])
    save(page.screenshot(), shot)
    if tool in LABELS:
        rects = page.evaluate(LABELS[tool])
        row |= meeting(rects)
        other = opened(browser, file.as_uri(), Outside(given), [])
        row["same places again"] = rects == other.evaluate(LABELS[tool]) if rects else None
        other.close()
    row["axe"] = [f"{one['id']} ({one['impact']})" for one in Axe().run(page, options=AXE).response["violations"]]
    labels = {data["short"] or data["label"] for _, data in network.nodes(data=True)}
    labels = {label for label in labels if len(label) > FEW}
    row["names"] = len(labels)
    tree = page.locator("body").aria_snapshot()
    row["names told to a screen reader"] = sum(name in tree for name in labels)
    if tool == "rapporteur":
        page.click("#as-table")
        page.click("#list-things")
        row["rows of things"] = page.locator("#rows tr").count()
        page.click("#as-table")
    row["tab stops"] = tab_stops(page)
    row["words"] = words(page, tool, {data["quote"] for *_, data in network.edges(data=True) if data["quote"]})
    page.close()
    return row


def many(browser: Any, file: Path, tool: str, given: Given | None) -> dict[str, Any]:
    """Frames a second while a drawing of many lines is dragged about, settled."""
    told = file.read_text("utf-8")
    file.write_text(re.sub(r'integrity="[^"]*"', "", told), "utf-8")
    page = opened(browser, file.as_uri(), Outside(given), [])
    page.wait_for_timeout(2 * SETTLED)
    row = {"lines": MANY, "drawn": asked_of(page, COUNTS[tool]), "frames": frames_while_panned(page)}
    page.close()
    return row


def save(taken: bytes, path: Path) -> None:
    """A screenshot of few colours."""
    image = Image.open(io.BytesIO(taken)).convert("RGB")
    image.quantize(128, method=Image.Quantize.MAXCOVERAGE).save(path, optimize=True)


CELLS = {
    "rapporteur": "from rapporteur.query import load_dataset\nfrom rapporteur.view import picture\n"
    "from rapporteur.view.networks import project, read_facts\n"
    "picture(project(read_facts(load_dataset()), 'citations'))",
    "pyvis": "by_pyvis(network, notebook=True).show('pyvis-shown.html')",
    "gravis": "by_gravis(network, high=500)",
    "ipysigma": "by_ipysigma(network)",
}


def notebooks(others: str, work: Path) -> None:
    """A notebook a tool, run once by nbconvert, its kernel gone; and each as nbconvert's page."""
    before = f"import sys\nsys.path.insert(0, {str(HERE)!r})\nfrom compared_others import *\n"
    before += "network = read('citations.json')\n"
    for tool, cell in (*CELLS.items(), ("empty", "1")):
        ours = tool in ("rapporteur", "empty")
        made = {"cell_type": "code", "source": (cell if ours else before + cell), "metadata": {}, "outputs": []}
        made |= {"execution_count": None, "id": tool}
        told = {"cells": [made], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (work / f"{tool}.ipynb").write_text(json.dumps(told), "utf-8")
        python = sys.executable if ours else others
        for more in (["--execute", "--to", "notebook", "--inplace"], ["--to", "html"]):
            run = [python, "-m", "nbconvert", "--log-level=ERROR", *more, f"{tool}.ipynb"]
            subprocess.run(run, cwd=work, check=True, timeout=300)
    subprocess.run([others, "-m", "jupyter", "trust", *(f"{tool}.ipynb" for tool in TOOLS)], cwd=work, check=True)


def drawn_in(page: Any, tool: str) -> list[int] | None:
    """What the tool has drawn in the page or a frame of it."""
    for frame in page.frames:
        found = asked_of(frame, COUNTS[tool])
        if found and found[0] > 0:
            return found
    return None


def in_notebooks(browser: Any, work: Path, lab: str) -> dict[str, dict[str, Any]]:
    """Each tool in nbconvert's page and in JupyterLab, no kernel having run the cell there, without a network."""
    usual = Outside()
    opened(browser, (work / "empty.html").as_uri(), usual, []).close()
    found: dict[str, dict[str, Any]] = {}
    for tool in TOOLS:
        outside = Outside()
        page = opened(browser, (work / f"{tool}.html").as_uri(), outside, [])
        more = sorted(set(outside.asked) - set(usual.asked))
        found[tool] = {"nbconvert": drawn_in(page, tool), "nbconvert asks": more}
        found[tool]["notebook bytes"] = (work / f"{tool}.ipynb").stat().st_size
        page.close()
        outside = Outside()
        page = opened(browser, f"{lab}/lab/workspaces/{tool}/tree/{tool}.ipynb", outside, [])
        page.wait_for_timeout(SETTLED)
        found[tool] |= {"lab": drawn_in(page, tool), "lab asks": sorted(set(outside.asked))}
        save(page.screenshot(), work / f"lab-{tool}.png")
        page.close()
    return found


def main() -> None:
    """Draw, open, measure, and print what was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--others", required=True)
    options.add_argument("--npm", type=Path)
    options.add_argument("--shots", type=Path, default=HERE.parent / "docs" / "pictures" / "compared")
    options.add_argument("--work", type=Path)
    options.add_argument("--part", nargs="+", choices=PARTS, default=PARTS)
    chosen = options.parse_args()
    work = chosen.work or Path(tempfile.mkdtemp())
    chosen.shots.mkdir(parents=True, exist_ok=True)
    ask = [chosen.others, "-c", "import ipysigma; print(ipysigma.__path__[0])"]
    sigma = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    given = Given(chosen.npm, sigma / "nbextension" / "index.js") if chosen.npm else None
    facts = read_facts(load_dataset())
    networks = {name: project(facts, name) for name in NAMES}
    for name, network in (networks | {"many": invented(MANY)}).items():
        (work / f"{name}.json").write_bytes(as_file(network, "json"))
        picture(network).save(work / f"{name}-rapporteur.html")
        draw = [chosen.others, str(HERE / "compared_others.py"), str(work / f"{name}.json"), str(work)]
        subprocess.run(draw, check=True, timeout=120)
    if "notebooks" in chosen.part:
        notebooks(chosen.others, work)
    print((work / "versions.json").read_text("utf-8"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = ["--no-browser", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token=", "--allow-root"]
    told += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    serving = subprocess.Popen([chosen.others, "-m", "jupyter", "lab", *told], cwd=work, stderr=subprocess.DEVNULL)
    lab = f"http://127.0.0.1:{port}"
    try:
        with sync_playwright() as playing:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            flags = ["--no-sandbox", "--enable-unsafe-swiftshader"]
            browser = playing.chromium.launch(executable_path=chromium, args=flags)
            for name in NAMES if "alone" in chosen.part else ():
                for tool in TOOLS:
                    file, shot = work / f"{name}-{tool}.html", chosen.shots / f"{name}-{tool}.png"
                    row = alone(browser, file, tool, networks[name], given, shot)
                    print(json.dumps(row, ensure_ascii=False), flush=True)
            for tool in TOOLS if "many" in chosen.part else ():
                print(json.dumps({"tool": tool, **many(browser, work / f"many-{tool}.html", tool, given)}), flush=True)
            for _ in range(60 if "notebooks" in chosen.part else 0):
                try:
                    urllib.request.urlopen(f"{lab}/api", timeout=2).close()
                    break
                except OSError:
                    time.sleep(1)
            rows = in_notebooks(browser, work, lab) if "notebooks" in chosen.part else {}
            for tool, row in rows.items():
                print(json.dumps({"tool": tool, **row}, ensure_ascii=False), flush=True)
            browser.close()
    finally:
        serving.terminate()
        serving.wait(20)


if __name__ == "__main__":
    main()
