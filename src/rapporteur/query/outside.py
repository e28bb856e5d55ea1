"""Outside: the text of any SPARQL query → the graphs its ``FROM`` clauses name; a query that reaches out is refused.

The query's own tree is asked, not its text: the words stand in strings, comments and names as well. Only a text without
the letters of such a word, its code points decoded, is not worth a tree. What could be read in two ways is refused:
engines differ in where they decode an escape such as ``\\u0053``, and in what ends a line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from pyparsing import ParseResults
from pyparsing.exceptions import ParseBaseException
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError

from rapporteur.errors import UnusableQuery
from rapporteur.query.names import Names

_WORDS = re.compile("service|from|load")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""Code points of SPARQL 1.1 Query, section 19.2."""

_EXPECTED = "a query over the graphs of this store alone."


@dataclass(frozen=True, slots=True)
class Clauses:
    """The dataset that a query names itself; () and () where it names none."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def clauses_of(text: str, known: Container[str], base: str = "") -> Clauses:
    """The graphs that a query is to be asked of, all of them known.

    :param known: IRIs of the graphs of the store.
    :param base: against which relative IRIs are read.
    :raises UnusableQuery: if it names a service or a graph that is not there, or cannot be read for sure.
    """
    plain = decoded(text)
    found = set(_WORDS.findall(plain.casefold()))
    if not found:
        return Clauses()
    if plain != text:
        words = ", ".join(sorted(word.upper() for word in found))
        raise _refused(
            f"The letters of {words} beside code points written as \\u….", "Write the characters themselves."
        )
    try:
        tree = parseQuery(text.replace("\r", "\n"))
        names = Names(base)
        names.read(tree[0])
        clauses = tuple(_clauses(tree[1], names))
        services = list(parts_named(tree[1], "ServiceGraphPattern"))
    except RecursionError as fault:
        raise _refused("A query that is nested too deeply to be read.", "Write it flatter.") from fault
    except (ParseBaseException, SPARQLError, ValueError) as fault:
        return _unreadable(found, fault)
    if services:
        raise _refused("A SERVICE clause, which asks another server.", "Ask that server itself.")
    for graph in (iri for _, iri in clauses):
        if graph not in known:
            raise _refused(f"FROM <{graph}>, a graph that is not in this store.", "Ask with GRAPH ?g which there are.")
    return Clauses(
        tuple(dict.fromkeys(iri for named, iri in clauses if not named)),
        tuple(dict.fromkeys(iri for named, iri in clauses if named)),
    )


def decoded(text: str) -> str:
    """The text with its code points written out (SPARQL 1.1 Query, section 19.2)."""
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    point = int(match[1] or match[2], 16)
    return chr(point) if point <= 0x10FFFF else match[0]


def _clauses(query: CompValue, names: Names) -> Iterator[tuple[bool, str]]:
    """Each FROM and FROM NAMED with its IRI in full."""
    for clause in query.datasetClause or ():
        named = "named" in clause
        term = clause["named"] if named else clause["default"]
        yield named, str(names.absolutize(term))


def parts_named(node: object, name: str) -> Iterator[CompValue]:
    """Every part of this name in a tree."""
    if isinstance(node, CompValue):
        if node.name == name:
            yield node
        for value in node.values():
            yield from parts_named(value, name)
    elif isinstance(node, list | tuple | ParseResults):
        for part in node:
            yield from parts_named(part, name)


def _unreadable(found: set[str], fault: Exception) -> Clauses:
    raise _refused(
        f"A query with the letters of {', '.join(sorted(word.upper() for word in found))} that is no plain SPARQL 1.1: "
        f"{str(fault).splitlines()[0][:200]}",
        "Mend it, or write it in SPARQL 1.1.",
    ) from fault


def _refused(seen: str, remedy: str) -> UnusableQuery:
    return UnusableQuery(seen, where="the query", expected=_EXPECTED, remedy=remedy)
