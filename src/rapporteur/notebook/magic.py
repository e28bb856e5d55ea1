"""``%%sparql``: a cell with a query in, its answer out, as a frame, as yes or no, or as Turtle.

Prefixes need not be declared. ``<state/ALB>`` is what an answer shows as ``state/ALB``. The line an error names is the
line of the cell, the magic's own being the first.
"""

from __future__ import annotations

import argparse
import shlex
from typing import Any, NoReturn

import pandas
from rdflib import Graph

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.notebook.answer import ROWS, Answer
from rapporteur.notebook.completion import strange
from rapporteur.query import Collection, open_collection

NAME = "sparql"


class _Line(argparse.ArgumentParser):
    """The line of the magic; what is wrong in it is an error of ours, and leaves nothing."""

    def error(self, message: str) -> NoReturn:
        raise UnusableQuery(
            f"The line cannot be read: {message}.",
            where=f"the line %%{NAME}",
            expected=f"%%{NAME} [SOURCE] [--as NAME] [--rows NUMBER].",
            remedy=f"Write it so; %%{NAME}? tells more.",
        )


_LINE = _Line(add_help=False, allow_abbrev=False)
_LINE.add_argument("source", nargs="?", default="")
_LINE.add_argument("--as", dest="name", default="")
_LINE.add_argument("--rows", type=int, default=ROWS)


class Magic:
    """The magic of one notebook.

    :param names: the variables of the notebook.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names

    def sparql(self, line: str, cell: str) -> pandas.DataFrame | bool | None:
        """Ask reports a query of your own: %%sparql [SOURCE] [--as NAME] [--rows NUMBER], and the query below it.

        SOURCE is a variable that rapporteur.open gave, or what it opens: a path, an address. Without one, the only such
        variable is asked. --as keeps the answer under a name, --rows says how many rows are shown, 0 being all.
        Prefixes need not be declared; <state/ALB> is what an answer shows as state/ALB.
        """
        try:
            given = _LINE.parse_args(shlex.split(line))
        except ValueError as fault:
            _LINE.error(str(fault))
        answer = self._source(given.source).sparql(with_prologue(cell))
        if isinstance(answer, pandas.DataFrame):
            for note in strange(cell) if answer.empty else ():
                print(note)
            answer = _shown(answer, given.rows)
        if given.name:
            self._names[given.name] = answer
        if isinstance(answer, Graph):
            print(answer.serialize(format="turtle").rstrip())
            return None
        return answer

    def _source(self, name: str) -> Collection:
        """What is asked: a variable, the only collection there is, or what a path or address opens."""
        known = {key: value for key, value in self._names.items() if isinstance(value, Collection)}
        if name in known:
            return known[name]
        if name:
            return open_collection(name)
        different = {id(value): value for key, value in known.items() if not key.startswith("_")}
        if len(different) == 1:
            return next(iter(different.values()))
        names = ", ".join(sorted(key for key in known if not key.startswith("_")))
        raise UnusableQuery(
            "It is not said whom to ask, and several could be." if known else "There is nothing to ask yet.",
            where=f"the line %%{NAME}",
            expected=f"one of {names}." if known else "a variable that rapporteur.open gave.",
            remedy=f"Write %%{NAME} {min(known)}." if known else 'Write reports = rapporteur.open("NAME.trig") above.',
        )


def with_prologue(query: str) -> str:
    """The query below one line that declares our prefixes, and what short IRIs begin with.

    >>> with_prologue("ASK { <state/ALB> a rap:State }").count("\\n")
    1
    """
    declared = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items())
    return f"BASE <{Iris.from_setting().root}> {declared}\n{query}"


def _shown(frame: pandas.DataFrame, rows: int) -> Answer:
    answer = Answer(frame)
    answer.rows_shown = rows
    return answer
