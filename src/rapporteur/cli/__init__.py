"""The street door: one verb a room, tables for people, ``--json`` for programs.

Exit codes: 0 fine (warnings and open mentions included), 1 findings, 2 misuse or input that cannot be used. An error
says what was seen, where, what was expected and what to do; a user's mistake never shows a traceback.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from importlib import metadata
from typing import Annotated

import typer

from rapporteur.cli.ask import query, score
from rapporteur.cli.make import build, check
from rapporteur.cli.notebooks import notebooks
from rapporteur.cli.ontology import ontology
from rapporteur.cli.open import find, link, read
from rapporteur.cli.publish import publish
from rapporteur.cli.resolve import resolve
from rapporteur.cli.search import search
from rapporteur.cli.serve import serve
from rapporteur.cli.show import print_error
from rapporteur.cli.store import store
from rapporteur.cli.styles import styles
from rapporteur.cli.view import view
from rapporteur.errors import RapporteurError

app = typer.Typer(
    name="rapporteur",
    help="Turn the report of an intergovernmental meeting into a knowledge graph, checked against its words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        print(f"rapporteur {metadata.version('rapporteur')}")
        raise typer.Exit(0)


@app.callback()
def _anywhere(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Say the version and leave.")
    ] = False,
) -> None:
    """Options that stand before any verb."""


def _leaving(verb: Callable[..., int]) -> Callable[..., None]:
    """The verb, leaving with the exit code that it returns."""

    @functools.wraps(verb)
    def leave(*args: object, **options: object) -> None:
        raise typer.Exit(verb(*args, **options))

    return leave


for _verb in (read, find, link, build, check, query, search, resolve, publish, serve, view, notebooks, score, styles):
    app.command()(_leaving(_verb))
app.add_typer(store)
app.add_typer(ontology)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0, 1 for findings, 2 for misuse or unusable input."""
    try:
        app(arguments)
    except RapporteurError as error:
        print_error(error)
        sys.exit(2)
    except KeyboardInterrupt:
        print("Stopped; nothing more was written.", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
