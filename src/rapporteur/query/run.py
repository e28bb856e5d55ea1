"""Asking: a graph, a query and its parameters → rows, or a pandas data frame.

IRIs come as their text, whole numbers as `int`, decimals as `float`, dates in ISO form, what is unbound as
None. Codes stay text: the "NA" of Namibia is never a missing value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pyparsing.exceptions import ParseBaseException
from rdflib import Graph, Literal, Variable
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query as Prepared
from rdflib.plugins.sparql.sparql import SPARQLError
from rdflib.term import Node

from rapporteur.errors import UnusableQuery
from rapporteur.query.headers import Query
from rapporteur.query.library import find_query
from rapporteur.query.load import union_of
from rapporteur.query.parameters import Given, bind, terms_of

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | None

_NOT_CODE = re.compile(r"<[^<>\"{}|^`\s]*>|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|#[^\n]*")
_PREFIX = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w.-]*|):(?=[\w%\\])")
_GROUPED = re.compile(r"\bGROUP\s+BY\b", re.IGNORECASE)
_REMOTE = re.compile(r"\b(SERVICE|FROM)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: the names of the columns and the rows under them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def run_query(
    dataset: Graph, name_or_path: str | Path | Query, params: Mapping[str, Given] | None = None
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


def ask(dataset: Graph, name_or_path: str | Path | Query, params: Mapping[str, Given] | None = None) -> Rows:
    """The answer to a query as rows.

    :param dataset: a graph as `load_dataset` gives it; a `Dataset` is poured together first, each time anew.
    :raises UnusableQuery: if the query is unknown or broken, or a parameter has the wrong name or type.
    """
    query = name_or_path if isinstance(name_or_path, Query) else find_query(name_or_path)
    graph = union_of(dataset)
    terms = terms_of(query, params or {}, graph)
    text = bind(query, terms)
    prepared = _prepare(query, text)
    variables = tuple(str(variable) for variable in prepared.algebra.PV)
    columns = tuple(query.columns) or variables
    if set(columns) != set(variables):
        raise UnusableQuery(
            f"The header names the columns {', '.join(columns)}; the query selects {', '.join(variables)}.",
            where=str(query.path or query.name),
            expected="the same columns in both.",
            remedy="Mend '#+ columns:' or the SELECT line.",
        )
    names = [Variable(column) for column in columns]
    bound = {name: term for name, term in terms.items() if term is not None}
    answers = graph.query(prepared, initBindings=bound).bindings  # rdflib narrows its search by these only
    if len(answers) == 1 and _GROUPED.search(_code(text)) and not any(_value(answers[0].get(n)) for n in names):
        answers = []  # rdflib answers a GROUP BY over nothing with one row of nothings
    return Rows(columns, tuple(tuple(_value(answer.get(name)) for name in names) for answer in answers))


def _prepare(query: Query, text: str) -> Prepared:
    """Parse the query, refusing what is broken and what would reach out of the loaded graphs."""
    where = str(query.path or query.name)
    code = _code(text)
    declared = set(_PREFIX.findall(code))
    for match in _NAME.finditer(_PREFIX.sub(lambda m: " " * len(m[0]), code)):
        if match[1] not in declared:
            raise UnusableQuery(
                f"The prefix {match[1]}: is not declared.",
                where=f"{where}, line {code.count(chr(10), 0, match.start()) + 1}",
                expected=f"a line PREFIX {match[1]}: <…> above the query.",
                remedy="Declare the prefix.",
            )
    if remote := _REMOTE.search(code):
        raise UnusableQuery(
            f"The word {remote[0]}, which fetches from elsewhere.",
            where=f"{where}, line {code.count(chr(10), 0, remote.start()) + 1}",
            expected="a query over the loaded graphs alone.",
            remedy="Load the data with --graph instead.",
        )
    try:
        prepared = prepareQuery(text)
    except ParseBaseException as fault:
        raise UnusableQuery(
            f"The query is no SPARQL: {fault.msg}, near {fault.line.strip()[:60]!r}.",
            where=f"{where}, line {_line(code, fault)}",
            expected="a well-formed SPARQL 1.1 SELECT query.",
            remedy="Mend the query at that line.",
        ) from fault
    except (SPARQLError, RecursionError) as fault:
        raise UnusableQuery(
            f"The query is no SPARQL: {str(fault).splitlines()[0][:160]}",
            where=where,
            expected="a well-formed SPARQL 1.1 SELECT query.",
            remedy="Mend the query.",
        ) from fault
    if prepared.algebra.name != "SelectQuery":
        raise UnusableQuery(
            f"A query of another form: {prepared.algebra.name.removesuffix('Query').upper()}.",
            where=where,
            expected="a SELECT query, whose answer is a table.",
            remedy="Write it as a SELECT.",
        )
    return prepared


def _code(text: str) -> str:
    """The query with its IRIs, strings and comments blanked, so that only its own words are left in place."""
    return _NOT_CODE.sub(lambda m: " " * len(m[0]), text)


def _line(code: str, fault: ParseBaseException) -> int:
    """The line of the fault: that of the brace left open where there is one, else the parser's."""
    opened: list[int] = []
    for at, character in enumerate(code):
        if character == "{":
            opened.append(at)
        elif character == "}" and opened:
            opened.pop()
    return code.count("\n", 0, opened[-1]) + 1 if opened else fault.lineno


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
