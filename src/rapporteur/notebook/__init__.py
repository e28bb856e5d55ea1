"""Notebooks: what a notebook asks for → the bundled report as a graph, ``%%sparql`` with its comforts, copies of ours.

A door like the command line: ``%load_ext rapporteur.notebook`` opens it to a running IPython, `bundled_report` is the
first line of every notebook that we carry, `copy_notebooks` lays them where a reader can run them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapporteur.notebook.bundled import bundled_report
from rapporteur.notebook.copies import copy_notebooks, list_notebooks

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__all__ = ["bundled_report", "copy_notebooks", "list_notebooks", "load_ipython_extension", "unload_ipython_extension"]


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Give a notebook ``%%sparql``, and completion within its cells: what ``%load_ext rapporteur.notebook`` calls."""
    from rapporteur.notebook.completion import complete  # IPython is not needed to build or copy
    from rapporteur.notebook.magic import NAME, Magic

    shell.magics_manager.register_function(Magic(shell.user_ns).sparql, "cell", NAME)
    if shell.Completer is not None and complete not in shell.Completer.custom_matchers:
        shell.Completer.custom_matchers.append(complete)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """Take both away again."""
    from rapporteur.notebook.completion import complete
    from rapporteur.notebook.magic import NAME

    shell.magics_manager.magics["cell"].pop(NAME, None)
    if shell.Completer is not None and complete in shell.Completer.custom_matchers:
        shell.Completer.custom_matchers.remove(complete)
