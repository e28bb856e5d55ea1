"""The first look in JupyterLab, live: a server on loopback, a browser that runs the cells and uses the picture.

A long round (`make soak`): a server, a kernel and a browser start for it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_notebook import NOTEBOOKS, open_a_sentence

pytest.importorskip("jupyterlab", reason="jupyterlab is not installed")
pytestmark = pytest.mark.soak

SECONDS = 180
"""How long the server may take to answer, and a cell to show what it shows, on a busy machine."""


NEWS = "@jupyterlab/apputils-extension:announcements"
"""What of JupyterLab asks whether it may fetch news."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab whose folder holds the first look without answers; it keeps nothing of a reader's."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "notebooks").mkdir()
    from nbformat import read, write

    notebook = read(NOTEBOOKS / "first-look.ipynb", as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    write(notebook, folder / "notebooks" / "first-look.ipynb")
    config = folder / "CONFIG_DIR" / "labconfig"
    config.mkdir(parents=True)
    (config / "page_config.json").write_text(json.dumps({"disabledExtensions": {NEWS: True}}))
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    places = {f"JUPYTER_{name}": str(folder / name) for name in ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")} | {
        "IPYTHONDIR": str(folder / "ipython")
    }
    options = [
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={folder / 'notebooks'}",
        "--IdentityProvider.token=",
        "--LabApp.extension_manager=readonly",
    ]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], env=os.environ | places, stdout=log, stderr=log, cwd=folder
        )
    try:
        _wait(address, server, folder / "log")
        yield address
    finally:
        server.terminate()  # it stops its kernels
        server.wait(30)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/api/status", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"JupyterLab did not answer: {log.read_text()[-2000:]}")


def run_all(page: Any, address: str) -> None:
    """Open the notebook and run it by the menu, as a reader does."""
    page.goto(f"{address}/lab/tree/first-look.ipynb")
    page.locator(".jp-Notebook h1").first.wait_for()
    page.get_by_text("| Idle").wait_for()  # what is run before its kernel is there is not run at all
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def test_the_first_look_runs_in_jupyterlab(browser: Any, lab: str) -> None:
    """Does a run show frames and the picture, does a line open its sentence there, and is nothing asked outside?"""
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(SECONDS * 1000)
    page.on("request", lambda request: asked.append(request.url))
    run_all(page, lab)
    shown = page.locator(".jp-OutputArea iframe")
    shown.wait_for(state="attached")
    shown.scroll_into_view_if_needed()
    frame = shown.element_handle().content_frame()
    open_a_sentence(frame)
    assert frame.locator("#picture option").count() == 3
    if folder := os.environ.get("RAPPORTEUR_SCREENSHOTS"):
        page.screenshot(path=Path(folder, "jupyterlab.png"))
    assert page.locator(".jp-OutputArea table.dataframe").count() >= 3
    assert page.locator(".jp-OutputArea [data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    page.close()
    outside = [url for url in asked if not url.startswith((lab, lab.replace("http", "ws"), "data:", "blob:", "about:"))]
    assert outside == []
