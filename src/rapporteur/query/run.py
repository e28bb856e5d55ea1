"""Asking: a graph or a store, a query and its parameters → rows, or a pandas data frame.

IRIs come as their text, whole numbers as `int`, decimals as `float`, dates in ISO form, what is unbound as
None. Codes stay text: the "NA" of Namibia is never a missing value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import index
from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import Graph, Literal, Variable
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query as Prepared
from rdflib.term import Node

from rapporteur.errors import UnusableQuery
from rapporteur.query.grammar import check, is_grouped, is_sliced, prepare, refused
from rapporteur.query.headers import Query
from rapporteur.query.library import find_query
from rapporteur.query.load import union_of
from rapporteur.query.parameters import Given, bind, terms_of
from rapporteur.query.parameters import Term as Bound
from rapporteur.store import Answer, Store, SyntaxRefused, Term

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | None

_GARBLED = frozenset("\t\\")
"""What rdflib's parser changes within a string: a tab becomes spaces, an escaped backslash before ``u0022`` a quote."""

_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: the names of the columns and the rows under them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def run_query(
    dataset: Graph | Store, name_or_path: str | Path | Query, params: Mapping[str, Given] | None = None
) -> pandas.DataFrame:
    """The answer to a query as a data frame: columns in the order of the header, rows in that of the query.

    A column of whole numbers without a gap is ``int64``; every other is ``object``.

    :raises UnusableQuery: as `ask`.
    """
    import pandas  # takes longer to import than a query to answer, and rows do without it

    answer = ask(dataset, name_or_path, params)
    frame = pandas.DataFrame(list(answer.rows), columns=list(answer.columns), dtype=object)
    for column in answer.columns:
        if len(frame) and all(type(value) is int for value in frame[column]):
            frame[column] = frame[column].astype("int64")
    return frame


def ask(dataset: Graph | Store, name_or_path: str | Path | Query, params: Mapping[str, Given] | None = None) -> Rows:
    """The answer to a query as rows.

    :param dataset: a store; or a graph as `load_dataset` gives it, a `Dataset` being poured together each time anew.
    :raises UnusableQuery: if the query is unknown or broken, or a parameter has the wrong name or type.
    :raises UnusableStore: if the store cannot answer.
    """
    query = name_or_path if isinstance(name_or_path, Query) else find_query(name_or_path)
    if isinstance(dataset, Graph):
        return _ask_graph(union_of(dataset), query, params or {})
    answer = ask_store(dataset, query, params or {})
    return Rows(answer.variables, tuple(tuple(_value_of(term) for term in row) for row in answer.rows))


def page(query: Query, limit: int = 0, offset: int = 0) -> Query:
    """The same question for some of its rows: ``limit`` of them, 0 being all, after the first ``offset``.

    :raises UnusableQuery: if a number is none or negative, or the question has a LIMIT or OFFSET of its own.
    """
    try:
        first, rows = index(offset), index(limit)
    except TypeError:
        first = rows = -1
    if not (rows or first):
        return query
    if rows < 0 or first < 0 or is_sliced(query):
        raise UnusableQuery(
            "A page of a query that is cut already."
            if is_sliced(query)
            else f"A limit {limit!r}, an offset {offset!r}.",
            where=f"query {query.name}",
            expected="whole numbers from 0 up, and a query without LIMIT and OFFSET.",
            remedy="Ask for the whole, or change the numbers in the query.",
        )
    cut = (f"\nLIMIT {rows}" if rows else "") + (f"\nOFFSET {first}" if first else "")
    return replace(query, text=query.text.rstrip() + cut + "\n")


def ask_store(store: Store, query: Query, params: Mapping[str, Given]) -> Answer:
    """The answer of a store as terms, under the columns of the query's header; raises as `ask`."""
    check(query)
    if why := query.not_on.get(store.product):
        raise UnusableQuery(
            f"A question that {store.product} cannot answer rightly: {why}.",
            where=store.address,
            expected="another server, a store on disk, or built graphs.",
            remedy="Ask it there: `--graph NAME.trig`, or `--store` with a folder.",
        )
    text = bind(query, terms_of(query, params, store))
    try:
        answer = store.select(text)
    except SyntaxRefused as fault:
        raise refused(query, text, str(fault)) from fault
    columns = _columns(query, answer.variables)
    if columns == answer.variables:
        return answer
    places = [answer.variables.index(column) for column in columns]
    return Answer(columns, tuple(tuple(row[place] for place in places) for row in answer.rows))


def _ask_graph(graph: Graph, query: Query, params: Mapping[str, Given]) -> Rows:
    """The rows that rdflib finds."""
    check(query)
    terms = terms_of(query, params, graph)
    prepared = prepare_bound(query, terms)
    columns = _columns(query, tuple(str(variable) for variable in prepared.algebra.PV))
    names = [Variable(column) for column in columns]
    bound = {name: term for name, term in terms.items() if term is not None}
    answers = graph.query(prepared, initBindings=bound).bindings  # rdflib narrows its search by these only
    if len(answers) == 1 and is_grouped(query) and not any(_value(answers[0].get(n)) for n in names):
        answers = []  # rdflib answers a GROUP BY over nothing with one row of nothings
    return Rows(columns, tuple(tuple(_value(answer.get(name)) for name in names) for answer in answers))


def prepare_bound(query: Query, terms: Mapping[str, Bound], form: str = "SELECT") -> Prepared:
    """The query as rdflib has parsed it, each parameter's term in its place; raises as `prepare`."""
    garbled = {n: t for n, t in terms.items() if isinstance(t, Literal) and not _GARBLED.isdisjoint(t)}
    prepared = prepare(query, bind(query, {**terms, **dict.fromkeys(garbled, Literal(""))}), form)
    _put(prepared.algebra, garbled)
    return prepared


def _put(node: object, terms: Mapping[str, Literal]) -> None:
    """Write terms into the ``VALUES`` rows of a query that rdflib has parsed."""
    if not isinstance(node, CompValue):
        return
    for value in node.values():
        _put(value, terms)
    if node.name == "values":
        for row in node["res"]:
            row.update({variable: terms[str(variable)] for variable in row if str(variable) in terms})


def _columns(query: Query, variables: tuple[str, ...]) -> tuple[str, ...]:
    """The columns in the order of the header, which must name what the query selects."""
    columns = tuple(query.columns) or variables
    if set(columns) != set(variables):
        raise UnusableQuery(
            f"The header names the columns {', '.join(columns)}; the query selects {', '.join(variables)}.",
            where=str(query.path or query.name),
            expected="the same columns in both.",
            remedy="Mend '#+ columns:' or the SELECT line.",
        )
    return columns


def _value_of(term: Term | None) -> Value:
    """The Python value of a store's term."""
    if term is None:
        return None
    if not term.datatype.startswith(_XSD):
        return term.value
    match term.datatype.removeprefix(_XSD):
        case "integer" | "int" | "long" | "nonNegativeInteger" | "positiveInteger":
            return int(term.value)
        case "decimal" | "double" | "float":
            return float(term.value)
        case "boolean":
            return term.value in ("true", "1")
    return term.value


def _value(term: Node | None) -> Value:
    """The Python value of a term."""
    if term is None:
        return None
    if isinstance(term, Literal):
        value = term.toPython()
        if isinstance(value, bool | int | float | str) and not isinstance(value, Literal):
            return value
        if isinstance(value, Decimal):
            return float(value)
    return str(term)
