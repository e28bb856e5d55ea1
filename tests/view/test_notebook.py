"""The notebook: does it run from top to bottom, and show what is committed?"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
spec = importlib.util.spec_from_file_location("execute_notebook", NOTEBOOKS / "execute.py")
assert spec is not None and spec.loader is not None
execute = importlib.util.module_from_spec(spec)
spec.loader.exec_module(execute)


@pytest.fixture(scope="module")
def run() -> NotebookNode:
    return execute.executed()


def outputs(notebook: NotebookNode) -> list[NotebookNode]:
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


@pytest.mark.slow
def test_it_runs_and_shows_frames_picture_and_figure(run: NotebookNode) -> None:
    """Are there three data frames, one interactive picture and one figure, and no error?"""
    shown = outputs(run)
    assert not [output for output in shown if output.output_type == "error"]
    pages = [output.data["text/html"] for output in shown if "text/html" in output.get("data", {})]
    assert sum("<table" in page and "dataframe" in page for page in pages) == 3
    assert sum(page.startswith("<iframe") and len(page) > execute.LARGEST_HTML for page in pages) == 1
    assert sum("image/png" in output.get("data", {}) for output in shown) == 1


@pytest.mark.slow
def test_what_is_committed_is_what_it_shows(run: NotebookNode) -> None:
    """Are the committed answers those of today's graph? If not: python notebooks/execute.py, and read the diff."""
    committed = nbformat.read(execute.FIRST_LOOK, as_version=4)
    fresh = execute.kept(nbformat.from_dict(run))
    assert len(outputs(committed)) == len(outputs(fresh))
    for old, new in zip(outputs(committed), outputs(fresh), strict=True):
        assert old.get("text") == new.get("text")
        for kind in sorted({*old.get("data", {}), *new.get("data", {})}):
            if kind == "image/png":  # the pixels depend on the version of matplotlib
                assert kind in old.data and kind in new.data
            else:
                assert old.data.get(kind) == new.data.get(kind)


def test_the_committed_notebook_is_small_and_keeps_no_times() -> None:
    """Is it below 300 kB, without counters or time stamps that would change on each run?"""
    text = execute.FIRST_LOOK.read_text("utf-8")
    assert len(text) < 300_000
    for cell in nbformat.reads(text, as_version=4).cells:
        assert "execution" not in cell.metadata
        assert cell.get("execution_count") is None
