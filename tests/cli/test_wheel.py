"""Does an installed wheel build a report, and run the notebooks, from an empty folder?"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "graphs" / "sources"


RUN = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config
shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
for path in sys.argv[1:]:
    shell.reset()
    for cell in json.load(open(path, encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            meant = "raises-exception" in cell["metadata"].get("tags", ())
            if shell.run_cell("".join(cell["source"]), store_history=False).success == meant:
                sys.exit(f"{path}: {cell['source']}")
"""
"""Runs every code cell of notebooks, one notebook after the other in one process, which is quicker than kernels."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the package of the wheel alone.

    The libraries it depends on are lent to it by a path file, so that the test works offline.
    """
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", folder, ROOT], check=True)
    (wheel,) = folder.glob("rapporteur-*.whl")
    made = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", made], check=True)
    python = made / "bin" / "python"
    purelib = _printed(python, "import sysconfig; print(sysconfig.get_path('purelib'))", folder)
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel], check=True)
    (Path(purelib) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    where = _printed(python, "import rapporteur; print(rapporteur.__file__)", folder)
    assert where.startswith(purelib), "the package is not the one of the wheel"
    return made


def _printed(python: Path, code: str, folder: Path) -> str:
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout.strip()


@pytest.mark.slow
def test_a_wheel_builds_a_report_from_an_empty_folder(home: Path, tmp_path: Path) -> None:
    """Does the wheel carry all that a build, a check and a query need, in a new environment and an empty folder?"""
    empty = tmp_path / "empty"
    empty.mkdir()
    for path in SOURCES.iterdir():
        shutil.copy(path, empty)
    command = home / "bin" / "rapporteur"
    built = subprocess.run(
        [command, "build", "CTOC-COP-WG.4-2010-6.md", "--out", "out"], cwd=empty, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    for path in (empty / "out").iterdir():
        assert path.read_bytes() == (ROOT / "graphs" / path.name).read_bytes()
    asked = subprocess.run(
        [command, "query", "themes-by-strength", "--graph", "out/CTOC-COP-WG.4-2010-6.trig", "--csv"],
        cwd=empty,
        capture_output=True,
        text=True,
    )
    assert asked.returncode == 0, asked.stderr
    assert len(asked.stdout.splitlines()) > 10
    unbundled = subprocess.run([command, "query", "themes-by-strength"], cwd=empty, capture_output=True, text=True)
    assert unbundled.returncode == 2
    assert "--graph" in unbundled.stderr


@pytest.mark.slow
def test_the_notebooks_of_a_wheel_run_in_an_empty_folder(home: Path, tmp_path: Path) -> None:
    """Are all seven copied from the wheel, does each run where no clone is, and is the report built once?

    The wheel carries the report's text, not its graph: a fortieth of the size, and the build gives the same bytes.
    """
    command, python = home / "bin" / "rapporteur", home / "bin" / "python"
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "MPLBACKEND": "agg"}
    folder = {"cwd": tmp_path, "env": env, "capture_output": True, "text": True}
    copied = subprocess.run([command, "notebooks", "mine"], **folder)
    assert copied.returncode == 0, copied.stderr
    notebooks = sorted(path.name for path in (tmp_path / "mine").iterdir())
    assert len(notebooks) == 7
    ran = subprocess.run([python, "-c", RUN, *notebooks], **{**folder, "cwd": tmp_path / "mine"})
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
    assert ran.stderr.count("Building the graph of CTOC-COP-WG.4-2010-6 once") == 1
    (built,) = (tmp_path / "cache" / "rapporteur" / "graphs").iterdir()
    for path in built.iterdir():
        assert path.read_bytes() == (ROOT / "graphs" / path.name).read_bytes()
