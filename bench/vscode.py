"""The picture in VS Code: a notebook with it, opened by code-server, used by a browser.

    python bench/vscode.py ENTRY [SHOT.png]

ENTRY is ``out/node/entry.js`` of the npm package code-server. With Node 20, version 4.100.3 was set up so:

    npm install --ignore-scripts code-server@4.100.3
    cd node_modules/code-server/lib/vscode && npm install --omit=dev --ignore-scripts --legacy-peer-deps
    npm rebuild @vscode/spdlog native-watchdog kerberos @parcel/watcher     # kerberos wants the headers of libkrb5
    cd extensions && npm install --omit=dev --ignore-scripts --legacy-peer-deps

No kernel runs: what is shown is what the notebook kept. Told are the things and lines drawn, what a click on a thing
and on its words opens, what search finds, the name of the PNG that is saved, and every address outside that was asked
for. Needs Playwright and Chromium.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from rapporteur.query import load_dataset
from rapporteur.view import picture
from rapporteur.view.networks import project, read_facts

OWN = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "vscode")
RESOURCES = ".vscode-cdn.net/"
"""The host that VS Code gives to files of its own; a worker in the page answers for it."""
BUILT_ON = """() => {
  const line = [...rapporteur.scene().edges.values()].find((edge) => edge.property === "buildsOn");
  rapporteur.choose(line.id);
}"""


def notebook() -> dict[str, Any]:
    """A notebook whose one cell has shown the citations of the bundled report."""
    drawn = picture(project(read_facts(load_dataset()), "citations"))
    shown = {"text/html": drawn._repr_html_(), "text/plain": repr(drawn)}
    output = {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": shown}
    cell = {"cell_type": "code", "source": "picture(citations)", "metadata": {}, "outputs": [output]}
    return {
        "cells": [cell | {"execution_count": 1, "id": "picture"}],
        "metadata": {"language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def frame_of(page: Any, seconds: int = 60) -> Any:
    """The frame in which the picture is drawn."""
    for _ in range(seconds):
        for frame in page.frames:
            if frame.evaluate("typeof rapporteur !== 'undefined'"):
                return frame
        page.wait_for_timeout(1000)
    raise SystemExit("VS Code shows no picture.")


def used(page: Any, shot: str | None) -> dict[str, Any]:
    """What the picture does there under the hand."""
    frame = frame_of(page)
    told: dict[str, Any] = {"drawn": frame.evaluate("rapporteur.shown()")}
    at = frame.evaluate("rapporteur.cy.$('node[kind = \"recommendation\"]')[3].renderedPosition()")
    box = frame.locator("#drawing").bounding_box()
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    told["clicked"] = frame.locator("#details h2").inner_text()
    frame.locator("#details .row.small").first.press("Enter")
    frame.locator("#details mark").first.wait_for()
    told["words"] = frame.locator("#details mark").all_inner_texts()
    frame.fill("#search", "article 25")
    frame.press("#search", "ArrowDown")
    frame.press("#search", "Enter")
    told["found"] = frame.locator("#details h2").inner_text()
    frame.fill("#search", "")
    with page.expect_download() as saved:
        frame.click("#as-png")
    told["saved"] = saved.value.suggested_filename
    if shot:
        frame.evaluate(BUILT_ON)
        page.wait_for_timeout(500)
        page.screenshot(path=shot)
    return told


def main(entry: str, shot: str | None = None) -> None:
    """Start code-server, open the notebook, use the picture, print what was found."""
    asked: list[str] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playing, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
        free.close()
        here = Path(folder, "work")
        here.mkdir()
        (here / "picture.ipynb").write_text(json.dumps(notebook()), "utf-8")
        told = ["--auth=none", f"--bind-addr={at}", "--disable-telemetry", "--disable-update-check"]
        told += ["--disable-workspace-trust", f"--user-data-dir={folder}/data", f"--config={folder}/config.yaml"]
        server = subprocess.Popen(
            ["node", entry, *told, str(here)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playing.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1400, "height": 1000})
            page.set_default_timeout(60_000)
            page.on("request", lambda request: asked.append(request.url))
            for _ in range(30):
                page.wait_for_timeout(1000)
                try:
                    page.goto(f"http://{at}/?folder={here}")
                    break
                except Exception as fault:  # it does not answer yet
                    print(str(fault).splitlines()[0], file=sys.stderr)
            file = page.get_by_role("treeitem", name="picture.ipynb")
            file.wait_for()
            page.wait_for_timeout(5000)  # its own extension for notebooks starts after the list of files
            file.dblclick()
            found = used(page, shot)
            found["outside"] = sorted({url for url in asked if not url.startswith(OWN) and RESOURCES not in url})
            print(json.dumps(found, ensure_ascii=False, indent=1))
            browser.close()
        finally:
            server.terminate()
            server.wait(20)


if __name__ == "__main__":
    main(*sys.argv[1:3])
