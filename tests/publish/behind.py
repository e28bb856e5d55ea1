"""Debian's Apache and nginx over a publication: started on loopback as an ordinary user, ended when the test is."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

_MODULES = Path("/usr/lib/apache2/modules")
_ORDINARY = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
"""Servers are no business of root's: who runs the tests as root has them run as nobody."""


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def apache(folder: Path, sites: dict[int, Path]) -> Iterator[None]:
    """Apache with what a plain host lets a folder say of itself (AllowOverride FileInfo).

    :param folder: for its configuration and logs.
    :param sites: port → folder whose contents it serves.
    """
    program = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None or not (_MODULES / "mod_rewrite.so").is_file():
        pytest.skip("Debian's package apache2 is not installed")
    modules = ("mpm_event", "authz_core", "mime", "dir", "rewrite", "headers", "alias", "env", "setenvif")
    lines = [f"LoadModule {name}_module {_MODULES}/mod_{name}.so" for name in modules]
    lines += [f"ServerName 127.0.0.1\nPidFile {folder}/apache.pid\nErrorLog {folder}/apache.log\nMutex pthread"]
    lines += ["StartServers 1\nThreadsPerChild 8\nMaxRequestWorkers 8\nServerLimit 1\nTypesConfig /dev/null"]
    lines += ["AddType text/html .html\nAddType text/css .css"]
    for port, root in sites.items():
        lines += [f"Listen 127.0.0.1:{port}\n<VirtualHost 127.0.0.1:{port}>\nDocumentRoot {root}"]
        lines += [f"<Directory {root}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n</VirtualHost>"]
    settings = folder / "apache.conf"
    settings.write_text("\n".join(lines) + "\n", "utf-8")
    with _running([program, "-f", str(settings), "-D", "FOREGROUND"], list(sites), folder / "apache.log"):
        yield


@contextlib.contextmanager
def nginx(folder: Path, port: int, root: Path, snippet: Path) -> Iterator[None]:
    """nginx with the published snippet in its server block."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        pytest.skip("Debian's package nginx is not installed")
    scratch = "".join(
        f"{kind}_temp_path {folder}/nginx-{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    settings = folder / "nginx.conf"
    settings.write_text(
        f"daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\n"
        f"events {{ worker_connections 64; }}\nhttp {{\naccess_log off;\n{scratch}"
        f"server {{ listen 127.0.0.1:{port}; root {root}; include {snippet}; }}\n}}\n",
        "utf-8",
    )
    with _running(
        [program, "-p", str(folder), "-e", f"{folder}/nginx.log", "-c", str(settings)], [port], folder / "nginx.log"
    ):
        yield


@contextlib.contextmanager
def _running(command: list[str], ports: list[int], log: Path) -> Iterator[None]:
    """The program, until the block is left; it is waited for until it listens."""
    with (log.with_suffix(".out")).open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, **_ORDINARY)
    try:
        deadline = time.monotonic() + 30
        for port in ports:
            while process.poll() is None and time.monotonic() < deadline:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.5):
                    break
                time.sleep(0.05)
        assert process.poll() is None, log.with_suffix(".out").read_text("utf-8") + (
            log.read_text("utf-8") if log.exists() else ""
        )
        yield
    finally:
        process.terminate()
        process.wait(20)
