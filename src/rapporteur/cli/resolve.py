"""The verb ``resolve``: a symbol, an Akoma Ntoso IRI, a citation or a name → the one thing it means."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import out, print_json, print_table


def resolve(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="A symbol, an IRI, a treaty's article, a decision, a State, a body."),
    ],
    issued: Annotated[
        str,
        typer.Option(
            "--issued", metavar="DAY", help="The day of a document, for its Akoma Ntoso IRI.", show_default=False
        ),
    ] = "",
    base: Annotated[
        str,
        typer.Option(
            "--base",
            envvar="RAPPORTEUR_BASE",
            help="What our IRIs begin with; https://w3id.org/rapporteur/ without it.",
            show_default=False,
        ),
    ] = "",
    json: AsJson = False,
) -> int:
    """Say what a symbol or a citation means: our IRI, its official address, its Akoma Ntoso IRI. Nothing is guessed."""
    from rapporteur.resolving import Resolved
    from rapporteur.resolving import resolve as resolved

    found = resolved(" ".join(words), issued=issued, base=base or None)
    if json:
        print_json({"resolved": isinstance(found, Resolved), **asdict(found)})
    elif isinstance(found, Resolved):
        rows = (
            ("IRI", found.iri),
            ("official address", found.official),
            ("Akoma Ntoso", found.akn or (found.akn_number and f"…/{found.akn_number}")),
        )
        print_table(found.label, ("", ""), (row for row in rows if row[1]))
    else:
        out().print(found.because, markup=False)
        if found.rivals:
            print_table("It may be", ("label", "IRI"), ((one.label, one.iri) for one in found.rivals))
    return 0 if isinstance(found, Resolved) else 1
