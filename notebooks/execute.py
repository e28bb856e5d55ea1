"""Run the notebooks and keep what they show: ``python notebooks/execute.py [--check] [--html FOLDER] [NOTEBOOK …]``.

What goes in is a notebook, what comes out is the same file with its answers, the same bytes on every run: times and
counters are left out, and so is any HTML above 100 kB (the interactive picture), for which its one-line text stays.
``--check`` writes nothing and names the first cell that answers otherwise than what is committed. ``--html`` writes the
executed notebooks as pages, pictures included, that ask no outside address.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import difflib
import io
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from ipykernel.kernelspec import write_kernel_spec
from matplotlib import font_manager  # found once here; a kernel that must look for fonts says so in its answers
from matplotlib.image import imread
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

HERE = Path(__file__).parent
LARGEST_HTML = 100_000
"""Characters of HTML above which an answer is left out of the project."""
KERNEL = "rapporteur-notebooks"
SECONDS = 300
"""How long one cell may take."""
AT_ONCE = 2
SAME = 0.01
"""How far, of 1, two pictures may differ on average: versions of matplotlib and of its fonts move a pixel."""
OFFLINE = {
    "require_js_url": "",
    "mathjax_url": "",
    "jquery_url": "",
    "mermaid_js_url": "",
    "mermaid_layout_elk_js_url": "",
    "jupyter_widgets_base_url": "",
}
"""The scripts that nbconvert's own template would fetch: our notebooks have no formulas, diagrams or widgets."""


def all_notebooks() -> list[Path]:
    """Every notebook of the project."""
    return sorted(HERE.glob("*.ipynb"))


def executed(paths: Sequence[Path]) -> list[NotebookNode]:
    """The notebooks run, each in a kernel of this very interpreter and an empty folder, with all they showed.

    :raises CellExecutionError: if a cell fails that is not meant to.
    """
    assert font_manager.fontManager
    before = os.environ.get("JUPYTER_PATH")
    with TemporaryDirectory() as folder:
        write_kernel_spec(Path(folder, "kernels", KERNEL))
        os.environ["JUPYTER_PATH"] = folder if before is None else os.pathsep.join((folder, before))
        try:
            return asyncio.run(_executed(paths, folder))
        finally:
            if before is None:
                del os.environ["JUPYTER_PATH"]
            else:
                os.environ["JUPYTER_PATH"] = before


async def _executed(paths: Sequence[Path], folder: str) -> list[NotebookNode]:
    """Two at a time, because most of a run is one core's work."""
    free = asyncio.Semaphore(AT_ONCE)

    async def one(path: Path) -> NotebookNode:
        notebook = nbformat.read(path, as_version=4)
        client = NotebookClient(
            notebook,
            timeout=SECONDS,
            kernel_name=KERNEL,
            record_timing=False,
            extra_arguments=["--IPKernelApp.log_level=40"],
            resources={"metadata": {"path": folder}},
        )
        async with free:
            started = time.monotonic()
            await client.async_execute()
        print(f"{path.name}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
        return notebook

    return list(await asyncio.gather(*map(one, paths)))


def kept(notebook: NotebookNode) -> NotebookNode:
    """What of an executed notebook is worth keeping in the project."""
    notebook = nbformat.from_dict(notebook)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        cell.execution_count = None
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = None
            data = output.get("data", {})
            if len(data.get("text/html", "")) > LARGEST_HTML:
                del data["text/html"]
    notebook.metadata.language_info = {"name": "python"}
    notebook.metadata.kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return notebook


def difference(committed: NotebookNode, fresh: NotebookNode) -> str:
    """What the first cell that answers otherwise showed and shows; "" where all cells answer as they did."""
    for number, (old, new) in enumerate(zip(committed.cells, fresh.cells, strict=True), 1):
        if old.cell_type == "code" and (said := "\n".join(_differing(old.outputs, new.outputs))):
            return f"cell {number}, which begins with {new.source.splitlines()[0]!r}:\n{said}"
    return ""


def _differing(old: Sequence[NotebookNode], new: Sequence[NotebookNode]) -> Iterator[str]:
    """The lines that tell two lists of outputs apart."""
    if len(old) != len(new):
        yield f"  {len(old)} outputs are committed, {len(new)} are shown now"
        return
    for before, now in zip(old, new, strict=True):
        was, is_ = _texts(before), _texts(now)
        for kind in sorted({*was, *is_}):
            if kind == "image/png" and kind in was and kind in is_:
                if not _alike(was[kind], is_[kind]):
                    yield "  the figure is another"
            elif was.get(kind) != is_.get(kind):
                yield f"  {kind}:"
                lines = difflib.unified_diff(
                    was.get(kind, "").splitlines(), is_.get(kind, "").splitlines(), "committed", "now", lineterm="", n=1
                )
                yield from (f"    {line[:200]}" for line in list(lines)[:24])


def _texts(output: NotebookNode) -> dict[str, str]:
    """What an output shows, by kind."""
    found = {kind: value if isinstance(value, str) else repr(value) for kind, value in output.get("data", {}).items()}
    if output.output_type == "stream":
        found[output.name] = output.text
    elif output.output_type == "error":
        found["error"] = "\n".join(output.traceback)
    return found


def _alike(old: str, new: str) -> bool:
    """Whether two figures, as PNG in base64, look the same."""
    if old == new:
        return True
    one, other = (imread(io.BytesIO(base64.b64decode(text)), format="png") for text in (old, new))
    return one.shape == other.shape and float(abs(one - other).mean()) < SAME


def as_page(notebook: NotebookNode, title: str) -> str:
    """An executed notebook as a page that asks no outside address."""
    from nbconvert import HTMLExporter

    page, _ = HTMLExporter(**OFFLINE).from_notebook_node(notebook, {"metadata": {"name": title}})
    return str(page)


def write(notebook: NotebookNode, path: Path) -> None:
    """Write the notebook as nbformat does, ending in one line feed."""
    path.write_text(nbformat.writes(notebook).rstrip("\n") + "\n", "utf-8")


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(description="Run the notebooks and keep what they show.")
    reader.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK", help="all of the project without one")
    reader.add_argument("--check", action="store_true", help="write nothing; say which cell answers otherwise")
    reader.add_argument("--html", type=Path, metavar="FOLDER", help="write pages there instead, pictures included")
    given = reader.parse_args(arguments)
    paths = given.notebooks or all_notebooks()
    if missing := [str(path) for path in paths if not path.is_file()]:
        reader.error(f"no notebook is at {', '.join(missing)}; those of the project are in {Path(__file__).parent}")
    started = time.monotonic()
    try:
        fresh = executed(paths)
    except CellExecutionError as fault:
        print(fault, file=sys.stderr)
        return 1
    wrong = 0
    for path, notebook in zip(paths, fresh, strict=True):
        if given.html:
            given.html.mkdir(parents=True, exist_ok=True)
            (given.html / f"{path.stem}.html").write_text(as_page(notebook, path.stem), "utf-8")
        elif not given.check:
            write(kept(notebook), path)
        elif said := difference(nbformat.read(path, as_version=4), kept(notebook)):
            wrong += 1
            print(f"{path.name}, {said}")
    if wrong:
        print("If the change is meant: python notebooks/execute.py, and read the diff.")
    took = f"{time.monotonic() - started:.0f} s"
    print(f"{len(paths)} notebooks ran in {took}" + (f"; {wrong} answer otherwise." if given.check else "."))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
