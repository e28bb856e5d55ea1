"""Where tests find one another's files, and what tests of pages in a browser share."""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "changes"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The browser of the machine, none is downloaded; a test that wants one is passed over where there is none."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as playing:
        opened = playing.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def hosted() -> Callable[[Path], Any]:
    """What puts a folder on plain hosting: the address of a server that knows files and nothing else."""

    @contextmanager
    def serving(folder: Path) -> Iterator[str]:
        served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_address[1]}/"
        served.shutdown()
        served.server_close()
        thread.join(10)

    return serving
