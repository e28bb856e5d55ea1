"""Values: a parameter and what is loaded → what the parameter can be given, as a person types it, with its name.

Each list is an answer to a question of ``queries/values/``, which the header of a question names as ``allowed``.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Graph

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.query.headers import Parameter, Query
from rapporteur.query.library import read_file
from rapporteur.query.parameters import Given
from rapporteur.query.run import ask
from rapporteur.resources import resource
from rapporteur.store import Store


@dataclass(frozen=True, slots=True)
class Allowed:
    """One thing that a parameter can be given, and its name; "" where it has none."""

    value: str
    label: str = ""


def values_of(dataset: Graph | Store, query: Query, name: str) -> tuple[Allowed, ...]:
    """What the parameter ``name`` of a question can be given, of what is loaded.

    :raises UnusableQuery: if the question has no such parameter, or any text or number can be given.
    """
    parameter = query.parameter(name)
    if parameter is None:
        raise UnusableQuery(
            f"A parameter {name!r}.",
            where=f"query {query.name}",
            expected=f"one of {', '.join(p.name for p in query.parameters)}.",
            remedy="Take one of these.",
        )
    if parameter.values:
        return tuple(Allowed(value) for value in parameter.values)
    if not parameter.allowed:
        raise UnusableQuery(
            f"The parameter {name}, whose values are no list.",
            where=f"query {query.name}",
            expected=f"a parameter that a list of values belongs to; this one takes any {parameter.type}"
            + (f", such as {parameter.example}." if parameter.example else "."),
            remedy="Give it a value of that kind.",
        )
    asked = read_file(resource("queries") / "values" / f"{parameter.allowed}.rq")
    room = Iris.from_setting().root
    scheme = {"scheme": room + parameter.under.rstrip("/")} if asked.parameter("scheme") else {}
    return tuple(
        Allowed(_typed(str(value), parameter, room), str(label or ""))
        for value, label in ask(dataset, asked, scheme).rows
    )


def nearest(dataset: Graph | Store, query: Query, given: Mapping[str, Given]) -> str:
    """A hint for an answer without a row: which given value is none that is loaded, and which come near; else ""."""
    for name, value in given.items():
        parameter = query.parameter(name)
        if parameter is None or not parameter.allowed or not isinstance(value, str):
            continue
        allowed = [one.value for one in values_of(dataset, query, name)]
        short = _typed(value, parameter, Iris.from_setting().root)
        if short not in (*allowed, "any"):
            close = difflib.get_close_matches(short, allowed, n=3, cutoff=0.5)
            said = f"{name}={value} is none of the {len(allowed)} values here"
            return f"{said}; near it: {', '.join(close)}." if close else f"{said}, and near to none."
    return ""


def _typed(iri: str, parameter: Parameter, room: str) -> str:
    """An IRI as a person types it for this parameter."""
    return iri.removeprefix(room).removeprefix(parameter.under)
