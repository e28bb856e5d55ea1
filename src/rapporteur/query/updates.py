"""Updates: the text of a SPARQL Update → the graphs it writes into; one that does more than change reports is refused.

Read off its tree, before an engine sees it. An update may add and take away triples of graphs that it names itself
(`INSERT DATA`, `DELETE DATA`, `DELETE WHERE`, `DELETE … INSERT … WHERE`); whole graphs come and go with
`rapporteur store`, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import partial

from pyparsing import ParseResults
from pyparsing.exceptions import ParseBaseException
from rdflib import URIRef
from rdflib.plugins.sparql.algebra import translatePName, translateUpdate, traverse
from rdflib.plugins.sparql.parser import parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import SPARQLError

from rapporteur.errors import UnusableQuery
from rapporteur.query.names import Names
from rapporteur.query.outside import decoded, parts_named

_FINE = ("InsertData", "DeleteData", "DeleteWhere", "Modify")


class BrokenUpdate(UnusableQuery):
    """A text that is no SPARQL 1.1 Update."""


def graphs_changed(text: str, known: Container[str], base: str = "") -> tuple[str, ...]:
    """The graphs that an update writes into, all of them known, in the order in which it names them.

    :param known: IRIs of the graphs that may be changed.
    :param base: against which relative IRIs are read.
    :raises BrokenUpdate: if it is none.
    :raises UnusableQuery: if it cannot be read for sure, names another graph or none, asks another server, or loads,
        makes, empties, copies or drops graphs.
    """
    if decoded(text) != text:
        raise _refused(
            "Code points written as \\u…, which engines decode in different places.", "Write the characters."
        )
    try:
        tree = parseUpdate(text.replace("\r", "\n"))
        services = list(parts_named(list(tree.request or ()), "ServiceGraphPattern"))
        steps = _steps(tree, base)
    except RecursionError as fault:
        raise _refused("An update that is nested too deeply to be read.", "Write it flatter.") from fault
    except (ParseBaseException, SPARQLError, ValueError, TypeError, AttributeError) as fault:
        said = (str(fault).splitlines() or ["no reason given"])[0][:200]
        raise BrokenUpdate(
            f"It is no SPARQL 1.1 Update: {said}",
            where="the update",
            expected="SPARQL 1.1 Update.",
            remedy="Mend it. Nothing was changed.",
        ) from fault
    if services:
        raise _refused("A SERVICE clause, which asks another server.", "Leave it out.")
    if strange := [step.name for step in steps if step.name not in _FINE]:
        raise _refused(
            f"The operation {strange[0].upper()}, on whole graphs.",
            "Load, replace and remove whole reports with `rapporteur store`.",
        )
    _refuse_later_union(steps)
    found: list[str] = []
    for step in steps:
        if step.using:
            raise _refused("A USING clause.", "Name graphs with GRAPH in the pattern.")
        found += [_known(graph, known) for graph in _graphs(step)]
    if not found:
        raise _refused("An update that changes nothing.", "Say what to add or take away.")
    return tuple(dict.fromkeys(found))


def _steps(tree: CompValue, base: str) -> list[CompValue]:
    """The operations one after the other, their IRIs in full."""
    names, full = Names(base), []
    for prologue, operation in zip(
        tree.prologue or (), tree.request or (), strict=False
    ):  # after a last ; stands one prologue more
        names.read(prologue)
        full.append(traverse(operation, visitPost=partial(translatePName, prologue=names)))
    tree["prologue"], tree["request"] = [[] for _ in full], full
    return list(translateUpdate(tree).algebra) if full else []


def _refuse_later_union(steps: list[CompValue]) -> None:
    """Refuse a pattern over the union after another operation: the union follows when all are done."""
    for step in steps[1:]:
        if step.name == "Modify" and not step.withClause and _asks_the_union(step.where):
            raise _refused(
                "A pattern without GRAPH after another operation, whose changes it would not see.",
                "Name the graph with GRAPH or WITH, or send it by itself.",
            )


def _asks_the_union(node: object) -> bool:
    """Whether a triple is looked for outside GRAPH."""
    if isinstance(node, CompValue):
        if node.name == "Graph":
            return False
        return (node.name in ("BGP", "TriplesBlock") and bool(node.triples)) or any(map(_asks_the_union, node.values()))
    return isinstance(node, list | tuple | ParseResults) and any(map(_asks_the_union, node))


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
