"""Run a notebook and keep what it showed: ``python notebooks/execute.py [NOTEBOOK]``.

What goes in is the notebook, what comes out is the same file with its answers, the same bytes on every run: times and
counters are left out, and so is any HTML above 100 kB (the interactive picture), for which its one-line text stays.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from ipykernel.kernelspec import write_kernel_spec
from nbclient import NotebookClient
from nbformat import NotebookNode

FIRST_LOOK = Path(__file__).with_name("first-look.ipynb")
LARGEST_HTML = 100_000
KERNEL = "rapporteur-first-look"


def executed(path: Path = FIRST_LOOK) -> NotebookNode:
    """The notebook run in a kernel of this very interpreter, with all it showed."""
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as folder:
        write_kernel_spec(Path(folder, "kernels", KERNEL))
        before = os.environ.get("JUPYTER_PATH")
        os.environ["JUPYTER_PATH"] = folder if before is None else os.pathsep.join((folder, before))
        try:
            NotebookClient(notebook, timeout=120, kernel_name=KERNEL).execute()
        finally:
            if before is None:
                del os.environ["JUPYTER_PATH"]
            else:
                os.environ["JUPYTER_PATH"] = before
    return notebook


def kept(notebook: NotebookNode) -> NotebookNode:
    """What of an executed notebook is worth keeping in the project."""
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


def write(notebook: NotebookNode, path: Path) -> None:
    """Write the notebook as nbformat does, ending in one line feed."""
    path.write_text(nbformat.writes(notebook).rstrip("\n") + "\n", "utf-8")


def main(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else FIRST_LOOK
    write(kept(executed(path)), path)
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
