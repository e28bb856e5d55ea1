"""SPARQL servers that tests start, on free ports, and end."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

VIRTUOSO = """[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = t.db
TransactionFile = t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {rows}
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def oxigraph_binary() -> str:
    """The program of the Python package ``oxigraph``, "" where it is not installed."""
    return shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph") or ""


@contextlib.contextmanager
def oxigraph(*options: str, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """An Oxigraph server in memory (with ``--location FOLDER`` on disk): its address and process."""
    port = port or free_port()
    process = subprocess.Popen(
        [oxigraph_binary(), "serve", "--bind", f"127.0.0.1:{port}", *options], stderr=subprocess.DEVNULL
    )
    try:
        _await(f"http://127.0.0.1:{port}/query", process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def virtuoso(folder: Path, rows: int = 1_000_000) -> Iterator[str]:
    """A Virtuoso server with its files in ``folder``: its address. The user is dba, the password dba."""
    http = free_port()
    (folder / "v.ini").write_text(VIRTUOSO.format(sql=free_port(), http=http, rows=rows), "utf-8")
    process = subprocess.Popen(
        ["virtuoso-t", "+foreground", "+configfile", "v.ini"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(f"http://127.0.0.1:{http}/sparql", process)
        yield f"http://127.0.0.1:{http}/sparql"
    finally:
        process.kill()
        process.wait()


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server answers anything."""
    for _ in range(300):
        assert process.poll() is None, f"the server ended with {process.returncode}"
        try:
            urllib.request.urlopen(f"{address}?query=ASK%20%7B%7D", timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"no server at {address} within half a minute")
