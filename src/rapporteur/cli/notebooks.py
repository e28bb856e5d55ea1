"""The verb ``notebooks``: list the notebooks that the package carries, or copy them into a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import out, print_json, print_table


def notebooks(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Copy them there; without one, they are listed.")
    ] = None,
    json: AsJson = False,
) -> int:
    """Copy the notebooks that the package carries into a folder, to run and to change."""
    from rapporteur.notebook import copy_notebooks, list_notebooks

    if folder is None:
        rows = [{"name": one.name, "title": one.title, "about": one.about} for one in list_notebooks()]
        if json:
            print_json(rows)
        else:
            print_table("Notebooks", ("name", "what it answers"), ((row["name"], row["about"]) for row in rows))
        return 0
    written = copy_notebooks(folder)
    if json:
        print_json([str(path) for path in written])
    else:
        for path in written:
            out().print(str(path), markup=False)
        out().print(
            f"{len(written)} notebooks. Open the folder in JupyterLab, or in an editor that runs notebooks."
            if written
            else "All are there already."
        )
    return 0
