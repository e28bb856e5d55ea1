"""Where a finding is, in words: label of the node, the paragraph it is about, its first words."""

from __future__ import annotations

from rdflib import RDFS, Graph, Namespace
from rdflib.term import Node

from rapporteur.check.catalogue import Constraint, split_message
from rapporteur.check.findings import ShapeFinding, iri_text

RAP = Namespace("https://w3id.org/rapporteur/ontology#")
_LONGEST = 80
"""Characters of a paragraph that a message shows."""


def place(graph: Graph, node: Node) -> str:
    """The label of a node, where it is recorded, and the words it is about.

    A node without label is named by its IRI. Concepts and other shared things are named with one thing that uses them.
    """
    label = graph.value(node, RDFS.label)
    shown = str(label) if label is not None else iri_text(node)
    part = graph.value(node, RAP["recordedIn"])
    if part is not None:
        shown += f", in {graph.value(part, RDFS.label) or part}"
    words = next((graph.value(node, RAP[name]) for name in ("quote", "text", "nameAsWritten")
                  if graph.value(node, RAP[name]) is not None), None)  # fmt: skip
    if words is None and part is not None:
        words = graph.value(part, RAP["text"])
    return f"{shown} (“{shorten(str(words))}”)" if words is not None else shown


def shorten(words: str) -> str:
    """The first words, on one line.

    >>> shorten("one\\ntwo")
    'one two'
    """
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def finding(
    constraint: Constraint, graph: Graph, node: Node, message: str | None = None, value: Node | None = None
) -> ShapeFinding:
    """A finding of ``constraint`` at ``node``, its place looked up in ``graph``."""
    message = message if message is not None else constraint.message
    seen, remedy = split_message(message)
    return ShapeFinding(
        code=constraint.name,
        seen=seen,
        where=place(graph, node),
        expected=constraint.expected,
        remedy=remedy,
        severity="warning" if constraint.warning else "finding",
        constraint=str(constraint.iri),
        node=iri_text(node),
        value=None if value is None else iri_text(value),
        message=message,
    )
