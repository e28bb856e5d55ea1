"""Does an installed wheel build a report from an empty folder?"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "graphs" / "sources"


@pytest.mark.slow
def test_a_wheel_builds_a_report_from_an_empty_folder(tmp_path: Path) -> None:
    """Does the wheel carry all that a build, a check and a query need, in a new environment and an empty folder?

    The libraries it depends on are lent to the new environment by a path file, so that the test works offline; the
    package itself comes from the wheel alone.
    """
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("rapporteur-*.whl")
    home = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    python = home / "bin" / "python"
    purelib = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel], check=True)
    (Path(purelib) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    empty = tmp_path / "empty"
    empty.mkdir()
    for path in SOURCES.iterdir():
        shutil.copy(path, empty)
    where = subprocess.run(
        [python, "-c", "import rapporteur; print(rapporteur.__file__)"], capture_output=True, text=True, cwd=empty
    )
    assert where.stdout.startswith(purelib), "the package is not the one of the wheel"
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
