"""The notebooks: are they whole and small, is a change of an answer seen, and do pages of them work alone?

That they run, and answer as committed, `.ci/run` holds with ``python notebooks/execute.py --check``; that they run from
an installed package, `tests/cli/test_wheel.py`.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from rdflib import Graph

from rapporteur.notebook import list_notebooks
from rapporteur.view import picture, project

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
spec = importlib.util.spec_from_file_location("execute_notebook", NOTEBOOKS / "execute.py")
assert spec is not None and spec.loader is not None
execute = importlib.util.module_from_spec(spec)
spec.loader.exec_module(execute)
PATHS = execute.all_notebooks()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def code_of(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_seven_notebooks_are_there() -> None:
    """Were all notebooks found, the first look first in the list, and does the wheel carry each of them?"""
    assert len(PATHS) == 7
    assert [one.path for one in list_notebooks()][1:] == [path for path in PATHS if path.stem != "first-look"]
    carried = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert {key for key in carried["force-include"] if key.startswith("notebooks/")} == {
        f"notebooks/{path.name}" for path in PATHS
    }


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_committed_notebook_is_small_and_whole(path: Path) -> None:
    """Is it below 450 kB, executed, without an error that is not meant, without counters, times and machine paths?"""
    text = path.read_text("utf-8")
    assert len(text) < 450_000
    notebook = read(path)
    assert sum(bool(cell.outputs) for cell in code_of(notebook)) >= len(code_of(notebook)) - 2
    for cell in notebook.cells:
        assert "execution" not in cell.metadata and cell.get("execution_count") is None
    for cell in code_of(notebook):
        failed = [output for output in cell.outputs if output.output_type == "error"]
        assert bool(failed) == ("raises-exception" in cell.metadata.get("tags", [])), cell.source
        assert not [output for output in cell.outputs if output.get("name") == "stderr"]
    assert not re.search(r"/(?:home|tmp|root|work|Users)/", text)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_notebook_opens_with_its_question(path: Path) -> None:
    """Does it say what it answers, open the bundled report without a clone, and link to notebooks that are there?"""
    cells = read(path).cells
    assert cells[0].cell_type == "markdown" and cells[0].source.startswith("# ")
    source = "\n".join(cell.source for cell in cells)
    assert "rapporteur.bundled_report()" in source or path.stem == "your-own-report"
    assert "graphs/" not in "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    for link in re.findall(r"\]\(([^)]+)\)", source):
        assert (NOTEBOOKS / link).is_file(), link


def notebook_with(*cells: tuple[str, dict[str, str]]) -> NotebookNode:
    """A notebook of a heading and code cells with one answer each."""
    made = [
        new_code_cell(source, outputs=[new_output("execute_result", data, execution_count=7)], execution_count=7)
        for source, data in cells
    ]
    return new_notebook(cells=[new_markdown_cell("# A question"), *made])


def test_what_changes_is_kept_out() -> None:
    """Do counters, times and long HTML go, and is what was given left as it was?"""
    ran = notebook_with(("1 + 1", {"text/plain": "2"}), ("page", {"text/html": "x" * 100_001, "text/plain": "<Page>"}))
    ran.cells[1].metadata["execution"] = {"iopub.status.busy": "2033-06-09"}
    kept = execute.kept(ran)
    assert kept.cells[1].execution_count is None and kept.cells[1].outputs[0].execution_count is None
    assert kept.cells[1].metadata == {} and kept.cells[2].outputs[0].data == {"text/plain": "<Page>"}
    assert len(ran.cells[2].outputs[0].data["text/html"]) == 100_001


def test_the_first_cell_that_differs_is_named() -> None:
    """Is an answer that is another, or gone, told with its cell and its lines, and nothing where all are the same?"""
    old = notebook_with(("first()", {"text/plain": "1"}), ("second()", {"text/plain": "two\nlines"}))
    new = notebook_with(("first()", {"text/plain": "1"}), ("second()", {"text/plain": "two\nwords"}))
    assert execute.difference(old, old) == ""
    said = execute.difference(old, new)
    assert said.startswith("cell 3, which begins with 'second()':")
    assert "-lines" in said and "+words" in said
    new.cells[1].outputs = []
    assert "1 outputs are committed, 0 are shown now" in execute.difference(old, new)


def test_two_figures_are_compared_by_sight() -> None:
    """Is a figure with a pixel moved the same, and another figure another?"""
    (png,) = (
        output.data["image/png"]
        for cell in code_of(read(NOTEBOOKS / "first-look.ipynb"))
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    )
    other = next(
        output.data["image/png"]
        for cell in code_of(read(NOTEBOOKS / "states-at-the-meeting.ipynb"))
        for output in cell.outputs
        if "image/png" in output.get("data", {})
    )
    old = notebook_with(("figure()", {"image/png": png}))
    assert execute.difference(old, notebook_with(("figure()", {"image/png": png.rstrip("\n") + "\n\n"}))) == ""
    assert "the figure is another" in execute.difference(old, notebook_with(("figure()", {"image/png": other})))


@pytest.fixture(scope="module")
def first_look(graph: Graph) -> NotebookNode:
    """The first look with the picture that its committed form leaves out for its size."""
    notebook = read(NOTEBOOKS / "first-look.ipynb")
    (shown,) = (
        o for c in code_of(notebook) for o in c.outputs if "<Picture" in o.get("data", {}).get("text/plain", "")
    )
    shown.data["text/html"] = picture(project(graph, "citations"))._repr_html_()
    return notebook


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")
def test_a_page_of_a_notebook_works_offline(first_look: NotebookNode, tmp_path: Path) -> None:
    """Does a page that nbconvert made open a line's sentence in the picture, ask nothing outside, report no error?"""
    pytest.importorskip("nbconvert", reason="nbconvert is not installed")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    page_file = tmp_path / "first-look.html"
    page_file.write_text(execute.as_page(first_look, "first-look"), "utf-8")
    asked: list[str] = []
    wrong: list[str] = []
    with sync_api.sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda fault: wrong.append(str(fault)))
        page.goto(page_file.as_uri())
        assert page.locator("table.dataframe").count() >= 4
        open_a_sentence(page.locator("iframe").element_handle().content_frame())
        browser.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "about:", "blob:"))] == []
    assert wrong == []


def open_a_sentence(frame: Any) -> None:
    """In a picture, click a line that says "builds on", and read its sentence."""
    frame.wait_for_function("window.rapporteur && rapporteur.cy.edges().length > 0")
    frame.evaluate("""() => {
      const edge = [...rapporteur.scene().edges.values()].find((one) => one.property === "buildsOn");
      rapporteur.change({ only: [edge.source, edge.target] });
      rapporteur.choose(null);
    }""")
    at = frame.evaluate("rapporteur.cy.edges().filter(e => !e.hasClass('hidden'))[0].renderedMidpoint()")
    frame.locator("#drawing").click(position=at)
    assert "builds on" in frame.locator("#details h2").inner_text()
    assert frame.locator("#details mark").count() == 1
    assert "paragraph 17" in frame.locator("#details blockquote").inner_text()
