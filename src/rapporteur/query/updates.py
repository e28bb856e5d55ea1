"""Updates: the text of a SPARQL Update → the graphs it writes into; one that does more than change reports is refused.

Read off its tree, before an engine sees it. An update may add and take away triples of graphs that it names itself
(`INSERT DATA`, `DELETE DATA`, `DELETE WHERE`, `DELETE … INSERT … WHERE`); whole graphs come and go with
`rapporteur store`, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from pyparsing.exceptions import ParseBaseException
from rdflib import URIRef
from rdflib.plugins.sparql.algebra import translateUpdate
from rdflib.plugins.sparql.parser import parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError

from rapporteur.errors import UnusableQuery
from rapporteur.query.outside import decoded, parts_named

_FINE = ("InsertData", "DeleteData", "DeleteWhere", "Modify")


def graphs_changed(text: str, known: Container[str], base: str = "") -> tuple[str, ...]:
    """The graphs that an update writes into, all of them known, in the order in which it names them.

    :param known: IRIs of the graphs that may be changed.
    :param base: against which relative IRIs are read.
    :raises UnusableQuery: if it cannot be read for sure, names another graph or none, asks another server, or loads,
        makes, empties, copies or drops graphs.
    """
    if decoded(text) != text:
        raise _refused(
            "Code points written as \\u…, which engines decode in different places.", "Write the characters."
        )
    try:
        tree = parseUpdate(text.replace("\r", "\n"))
        services = list(parts_named(list(tree.request), "ServiceGraphPattern"))
        steps = translateUpdate(tree, base or None).algebra
    except RecursionError as fault:
        raise _refused("An update that is nested too deeply to be read.", "Write it flatter.") from fault
    except (ParseBaseException, SPARQLError, ValueError, TypeError, AttributeError) as fault:
        said = (str(fault).splitlines() or ["no reason given"])[0][:200]
        raise _refused(f"It is no SPARQL 1.1 Update: {said}", "Mend it.") from fault
    if services:
        raise _refused("A SERVICE clause, which asks another server.", "Leave it out.")
    if strange := [step.name for step in steps if step.name not in _FINE]:
        raise _refused(
            f"The operation {strange[0].upper()}, on whole graphs.",
            "Load, replace and remove whole reports with `rapporteur store`.",
        )
    found: list[str] = []
    for step in steps:
        if step.using:
            raise _refused("A USING clause.", "Name graphs with GRAPH in the pattern.")
        found += [_known(graph, known) for graph in _graphs(step)]
    if not found:
        raise _refused("An update that changes nothing.", "Say what to add or take away.")
    return tuple(dict.fromkeys(found))


def _graphs(step: CompValue) -> Iterator[object]:
    """Each graph that a step writes into; None for the default graph."""
    if step.name == "Modify":
        for part in (step.delete, step.insert):
            if part:
                yield from part.quads
                if part.triples:
                    yield step.withClause or None
        return
    yield from step.quads
    if step.triples:
        yield None


def _known(graph: object, known: Container[str]) -> str:
    if graph is None:
        raise _refused(
            "A triple for the default graph, which is made of all graphs here.",
            "Name the graph: GRAPH <…/graph> { … }.",
        )
    if not isinstance(graph, URIRef):
        raise _refused(f"The variable ?{graph} in place of a graph to write into.", "Name the graph itself.")
    if str(graph) not in known:
        raise _refused(
            f"The graph <{str(graph)[:500]}>, which is no graph of a report that is here.",
            "Name one of a report: SELECT DISTINCT ?g { GRAPH ?g {} } lists them.",
        )
    return str(graph)


def _refused(seen: str, remedy: str) -> UnusableQuery:
    return UnusableQuery(
        seen,
        where="the update",
        expected="triples to add to or take from graphs of reports that are here.",
        remedy=f"{remedy} Nothing was changed.",
    )
