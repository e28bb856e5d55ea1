"""The verb ``ontology``: what changed between two versions of the vocabulary."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import out, print_json, print_table

ontology = typer.Typer(
    name="ontology", help="Look at the vocabulary: what changed between two versions of it.", no_args_is_help=True
)


@ontology.callback()
def _versions() -> None:
    """Look at the vocabulary: what changed between two versions of it."""


@ontology.command()
def changes(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier version, in Turtle.", show_default=False)],
    new: Annotated[
        Path | None, typer.Argument(metavar="NEW", help="The later version; the package's own without it.")
    ] = None,
    json: AsJson = False,
) -> None:
    """List what changed between two versions of the vocabulary, term by term, and what may break."""
    from rapporteur.publish.ontology_changes import ontology_changes, read_ontology
    from rapporteur.resources import resource

    found = ontology_changes(read_ontology(old), read_ontology(new or resource("ontology", "rapporteur.ttl")))
    if json:
        print_json([asdict(change) for change in found])
        return
    breaking = sum(change.breaks for change in found)
    if not found:
        out().print("Nothing changed.", markup=False)
        return
    rows = ((c.term, c.what, c.before, c.after, "yes" if c.breaks else "") for c in found)
    print_table(f"{len(found)} changes, {breaking} may break", ("term", "what", "before", "after", "may break"), rows)
