"""The street door: one verb a room, tables for people, ``--json`` for programs.

Exit codes: 0 fine (warnings and open mentions included), 1 findings, 2 misuse or input that cannot be used. An error
says what was seen, where, what was expected and what to do; a user's mistake never shows a traceback.
"""

from __future__ import annotations

import sys

import click
import typer

from rapporteur.cli.ask import query, score, view
from rapporteur.cli.make import build, check
from rapporteur.cli.open import find, link, read
from rapporteur.cli.show import print_error
from rapporteur.errors import RapporteurError

app = typer.Typer(
    name="rapporteur",
    help="Turn the report of an intergovernmental meeting into a knowledge graph, checked against its words.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

for _verb in (read, find, link, build, check, query, view, score):
    app.command()(_verb)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line.

    :returns: the exit code: 0, 1 for findings, 2 for misuse or input that cannot be used.
    """
    try:
        code = app(arguments, standalone_mode=False)
    except RapporteurError as error:
        print_error(error)
        return 2
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("Stopped; nothing more was written.", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code if isinstance(code, int) else 0
