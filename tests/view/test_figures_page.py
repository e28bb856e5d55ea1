"""The page of figures: is each there, small, told to those who do not see it, and of today's graph?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from rapporteur.query import Collection, open_collection
from rapporteur.view import figures

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "figures.md").read_text("utf-8")


@pytest.fixture(scope="module")
def reports() -> Collection:
    return open_collection(ROOT / "graphs" / "CTOC-COP-WG.4-2010-6.trig")


@pytest.mark.parametrize("name", figures.__all__)
def test_a_picture_of_the_page_is_of_todays_graph(reports: Collection, name: str) -> None:
    """Do page and picture say what the figure says today? If not: python docs/figures/draw.py, and look at them."""
    path = ROOT / "docs" / "figures" / f"{name.replace('_', '-')}.png"
    alternative = getattr(figures, name)(reports).alternative
    (told,) = re.findall(rf"!\[([^\n]*)\]\(figures/{path.name}\)", PAGE)
    assert told == alternative
    assert f"`{name}(reports)`" in PAGE
    with Image.open(path) as image:
        assert image.info["Description"] == alternative
    assert path.stat().st_size < 150_000


def test_the_python_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    """Does the example do what it says?"""
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    graph = str(ROOT / "graphs" / "CTOC-COP-WG.4-2010-6.trig")
    monkeypatch.chdir(tmp_path)
    exec(compile(block.replace("graphs/CTOC-COP-WG.4-2010-6.trig", graph), "docs/figures.md", "exec"), {})
    assert {path.name for path in tmp_path.iterdir()} == {"themes.png", "themes.svg"}
