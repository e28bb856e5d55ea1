"""The two passes: structure on what was asserted, then the closure, then consistency on the closed graph.

A domain or range axiom gives its class to whatever stands at either end, so that on a closed graph every test for a
class holds: structure is checked before closing, consistency after (ontology/decisions/two-pass-check.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from rdflib import Dataset, Graph, URIRef
from rdflib.term import Node

from rapporteur.check.catalogue import (
    ASSERTED,
    CLOSED,
    ONTOLOGY,
    SHAPE,
    Constraint,
    packaged_constraints,
    split_message,
)
from rapporteur.check.closure import Closed, close
from rapporteur.check.findings import CheckResult, ShapeFinding, Triple, in_order
from rapporteur.check.graphs import Parts, memory_graph, parts_of
from rapporteur.check.places import finding
from rapporteur.check.quotes import quote_findings
from rapporteur.check.rules import blank_nodes, labelled_twice, types_nobody_gave, unlabelled
from rapporteur.check.shacl import validate
from rapporteur.graph import Built
from rapporteur.graph.load import ontology_triples

T = TypeVar("T")


def check_graph(
    graph: Dataset | Built,
    text: str | None = None,
    *,
    all_authorities: bool = False,
    shapes: Path | None = None,
) -> CheckResult:
    """Check a report's graphs, and find what follows from them.

    :param graph: a build, or a dataset in rdflib's own memory store: no other hands literals back as they were.
    :param text: the text as read; with it every quote is compared too.
    :param all_authorities: check the authorities whole, not only what the reports name.
    :param shapes: a folder with the shapes files; the package's own without it.
    :raises UnusableInput: if no graph of it holds a report.
    :raises UnusableShapes: if the shapes cannot be read or run.
    """
    clock = _Clock()
    parts = parts_of(graph, all_authorities)
    asserted = parts.asserted
    findings = clock.time("pass one", lambda: [*validate(asserted, ASSERTED, shapes), *_whole(parts, asserted)])
    closed = clock.time("closure", lambda: close(parts.to_close, parts.ontology))
    findings += clock.time("pass two", lambda: [*_consistent(parts, closed, asserted, shapes)])
    if text is not None:
        findings += clock.time("quotes", lambda: list(quote_findings(asserted, text)))
    return CheckResult(in_order(findings), closed.inferred, tuple(clock.seconds))


def check_ontology(triples: Iterable[Triple] | None = None, *, shapes: Path | None = None) -> tuple[ShapeFinding, ...]:
    """Hold the ontology and its alignments to the rules of hygiene.

    :param triples: of both files together; the package's own without them.
    :raises UnusableShapes: if the shapes cannot be read or run.
    """
    graph = memory_graph(ontology_triples() if triples is None else triples)
    found = validate(graph, ONTOLOGY, shapes)
    found += _by_rule("OntologyHoldsNoBlankNode", blank_nodes(graph), graph)
    return in_order(found)


def _whole(parts: Parts, asserted: Graph) -> Iterator[ShapeFinding]:
    """The rules about the asserted graph as a whole."""
    triples = parts.report | parts.evidence | parts.authorities
    yield from _by_rule("EveryResourceHasALabel", unlabelled(triples, parts.labelled), asserted)
    yield from _by_rule("LabelIsOnePerLanguage", labelled_twice(triples), asserted)
    yield from _by_rule("NoBlankNode", blank_nodes(triples), asserted)


def _consistent(parts: Parts, closed: Closed, asserted: Graph, shapes: Path | None) -> Iterator[ShapeFinding]:
    """Pass two; places are looked up in the asserted graph, where the words are.

    Of what is wrong with one node a shape says most, a contradiction less, a type that nobody gave it least: only the
    first is told.
    """
    known = packaged_constraints()
    found = validate(closed.graph, CLOSED, shapes, words=asserted)
    yield from found
    told = {finding.node for finding in found}
    contradiction = known[str(SHAPE["ClosureHoldsNoContradiction"])]
    for words in closed.contradictions:
        node = next((URIRef(word) for word in reversed(words.split()) if "://" in word), URIRef(""))
        if str(node) not in told:
            told.add(str(node))
            yield finding(contradiction, asserted, node, f"{words}. {_remedy(contradiction)}")
    given = known[str(SHAPE["TypeWasGivenByTheBuilder"])]
    for subject, type_ in types_nobody_gave(parts.report, closed.inferred, parts.ontology):
        if str(subject) not in told:
            message = f"It follows that this resource is a {type_}, which nobody gave it. {_remedy(given)}"
            yield finding(given, asserted, subject, message, type_)


def _remedy(constraint: Constraint) -> str:
    return split_message(constraint.message)[1]


def _by_rule(name: str, nodes: Iterable[Node], graph: Graph) -> list[ShapeFinding]:
    constraint = packaged_constraints()[str(SHAPE[name])]
    return [finding(constraint, graph, node) for node in nodes]


class _Clock:
    """Seconds of each part, in the order in which they ran."""

    def __init__(self) -> None:
        self.seconds: list[tuple[str, float]] = []

    def time(self, part: str, work: Callable[[], T]) -> T:
        started = perf_counter()
        result = work()
        self.seconds.append((part, round(perf_counter() - started, 3)))
        return result
