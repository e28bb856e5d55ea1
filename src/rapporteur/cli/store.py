"""The verb ``store``: keep built graphs where they can be asked, on disk or on a SPARQL server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import err, out, print_json, print_table, progress
from rapporteur.errors import RapporteurError

store = typer.Typer(
    name="store",
    help="Keep built graphs in a store, on disk or on a SPARQL server, from which all questions are answered.",
    no_args_is_help=True,
)

Place = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="FOLDER|ADDRESS",
        envvar="RAPPORTEUR_STORE",
        help="A folder, or the address of a SPARQL server; in the user's data folder if neither is named.",
        show_default=False,
    ),
]
Built = Annotated[list[Path], typer.Argument(metavar="NAME.trig...", help="Built graphs, or folders of them.")]


@store.command()
def load(graphs: Built, place: Place = "", json: AsJson = False) -> None:
    """Load built reports; those that are there already with the same triples are left alone."""
    _load(graphs, place, json, replace=False)


@store.command()
def replace(graphs: Built, place: Place = "", json: AsJson = False) -> None:
    """Put built reports in place of what the store has of them, each as a whole."""
    _load(graphs, place, json, replace=True)


def _load(graphs: list[Path], place: str, json: bool, *, replace: bool) -> None:
    from rapporteur.store import default_store, open_store
    from rapporteur.store import load as load_built

    told = []
    with progress(quiet=json) as step:
        step("Opening the store")
        opened = open_store(place or default_store())
        step("Loading")

        def watch(number: int, of: int, file: Path) -> None:
            step(f"Reading {number} of {of}: {file.name}")

        for outcome in load_built(opened, graphs, replace=replace, watch=watch):
            told.append(outcome)
            step(f"{outcome.done.capitalize()} {outcome.document}")
            if not json:
                out().print(f"{outcome.done}: {outcome.document} ({outcome.triples} triples)", markup=False)
    if json:
        print_json([{"document": o.document, "done": o.done, "triples": o.triples, "file": o.file} for o in told])


@store.command()
def remove(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Symbols, IRIs or names of builds, as `list` shows them.")
    ],
    place: Place = "",
    json: AsJson = False,
) -> None:
    """Remove reports, each as a whole."""
    from rapporteur.query.searching import search_of
    from rapporteur.store import default_store, open_store
    from rapporteur.store import remove as remove_reports

    opened = open_store(place or default_store())
    outcomes = list(remove_reports(opened, reports))
    try:
        with search_of(opened) as search:
            search.forget()
    except RapporteurError as fault:
        err().print(f"Removed; its words are still in the search index. {fault}", markup=False)
    if json:
        print_json([{"document": o.document, "done": o.done, "triples": o.triples} for o in outcomes])
    else:
        for outcome in outcomes:
            out().print(f"{outcome.done}: {outcome.document} ({outcome.triples} triples)", markup=False)


@store.command(name="list")
def list_(place: Place = "", json: AsJson = False) -> None:
    """List every graph with its size, hash, time and the file it came from."""
    from rapporteur.graph.iris import Iris
    from rapporteur.store import default_store, is_undescribed, open_store

    address = place or default_store()
    opened = open_store(address, there=not address.startswith(("http://", "https://")))  # a server may well be empty
    entries = opened.entries()
    if is_undescribed(opened):
        err().print(
            "Reports are there, but no manifest that tells of them: others filled it, or it only reads. "
            f"Their names: rapporteur query reports --store {opened.address}",
            markup=False,
        )
    root = Iris.from_setting().root
    if json:
        print_json(
            [
                {
                    "graph": e.graph,
                    "document": e.document,
                    "triples": e.triples,
                    "sha256": e.sha256,
                    "loaded": e.loaded,
                    "file": e.file,
                    "version": e.version,
                }
                for e in entries
            ]
        )
        return
    print_table(
        "Graphs",
        ("graph", "triples", "sha256", "loaded", "from"),
        (
            (e.graph.removeprefix(root), e.triples, e.sha256[:12], e.loaded, e.file or f"rapporteur {e.version}")
            for e in entries
        ),
    )
    reports = len({e.document for e in entries if not e.shared})
    out().print(f"{reports} report{'' if reports == 1 else 's'}")


@store.command()
def backup(
    target: Annotated[
        Path, typer.Argument(metavar="TARGET", help="A new folder, or a file ending in .nq or .nq.gz; must not exist.")
    ],
    place: Place = "",
) -> None:
    """Copy the store: to a folder that is a store itself, or as N-Quads that `load` reads."""
    from rapporteur.store import default_store, open_store

    with progress() as step:
        step("Copying")
        open_store(place or default_store(), there=True).backup(target)
    out().print(f"Copied to {target}", markup=False)


@store.command()
def verify(place: Place = "", json: AsJson = False) -> None:
    """Compare every graph with what was loaded and with its file, by hash; leaves with 1 where one differs."""
    from rapporteur.store import default_store, open_store
    from rapporteur.store import verify as verify_store

    with progress(quiet=json) as step:
        step("Comparing")
        opened = open_store(place or default_store(), there=True)
        faults = list(verify_store(opened))
    if json:
        print_json([{"graph": f.graph, "seen": f.seen, "to_do": f.remedy} for f in faults])
    else:
        for fault in faults:
            out().print(f"{fault.graph or 'The store'}: {fault.seen} {fault.remedy}", markup=False)
        out().print(f"{len(opened.entries())} graphs compared, {len(faults)} differ")
    raise typer.Exit(1 if faults else 0)
