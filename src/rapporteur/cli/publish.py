"""The verb ``publish``: built reports as a folder that any web server can give away."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import out as answers
from rapporteur.cli.show import print_json, progress


def publish(
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="The folder to publish into; an earlier publication is replaced.")
    ],
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FILE|FOLDER|STORE",
            help="A NAME.trig, a folder of them, a store, or a SPARQL server; the bundled graphs without it.",
            show_default=False,
        ),
    ] = "",
    base: Annotated[
        str,
        typer.Option(
            "--base",
            envvar="RAPPORTEUR_BASE",
            help="What the IRIs begin with, as they were built; https://w3id.org/rapporteur/ without it.",
            show_default=False,
        ),
    ] = "",
    home: Annotated[
        str,
        typer.Option(
            "--home", help="The address at which the folder will lie; the base without it.", show_default=False
        ),
    ] = "",
    publisher: Annotated[
        str, typer.Option("--publisher", help="Who publishes; Rapporteur without it.", show_default=False)
    ] = "",
    licence: Annotated[
        str,
        typer.Option(
            "--licence",
            metavar="ADDRESS",
            help="The address of the licence of the data; that of the ontology without it.",
            show_default=False,
        ),
    ] = "",
    day: Annotated[
        str,
        typer.Option(
            "--date",
            metavar="DAY",
            help="The day of publication, as 2031-05-06; that of the newest thing in it without it.",
            show_default=False,
        ),
    ] = "",
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Also write the compendium as PDF; needs the extra `pdf`.")
    ] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="Also draw figures of each report; needs the extra `notebook`.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, max=2, help="Processes: one, or two where they can be had, as without it."),
    ] = None,
    json: AsJson = False,
) -> int:
    """Publish built reports as files, description and pages that need no server of ours."""
    from rapporteur.publish import publish_site
    from rapporteur.query.load import bundled_graphs

    with progress(quiet=json) as step:
        terms = {"publisher": publisher, "licence": licence, "day": day}
        named = source or bundled_graphs()[0].parent
        done = publish_site(
            out,
            named,
            base=base or None,
            home=home or None,
            terms=terms,
            pdf=pdf,
            figures=figures,
            jobs=jobs,
            progress=step,
        )
    if json:
        print_json(
            {
                "out": str(done.out),
                "reports": done.reports,
                "things": done.things,
                "files": done.files,
                "bytes": done.size,
                "state": done.state,
                "seconds": {part: round(seconds, 2) for part, seconds in done.spent.items()},
            }
        )
    else:
        reports = "1 report" if done.reports == 1 else f"{done.reports} reports"
        answers().print(
            f"Published {reports}, {done.things} things, {done.files} files, {done.size / 1e6:.1f} MB, to {done.out}",
            markup=False,
        )
        spent = "; ".join(f"{part[0].lower()}{part[1:]} {seconds:.1f}" for part, seconds in done.spent.items())
        answers().print(f"CPU seconds: {spent}", markup=False)
    return 0
