"""Where a finding is, in words: label of the node, the paragraph it is about, its first words."""

from __future__ import annotations

from rdflib import RDFS, Graph, Literal, Namespace
from rdflib.term import Node

from rapporteur.check.catalogue import Constraint, split_message
from rapporteur.check.findings import ShapeFinding, iri_text

RAP = Namespace("https://w3id.org/rapporteur/ontology#")
_WORDS = ("quote", "text", "nameAsWritten")
_LONGEST = 80
"""Characters of a paragraph that a message shows."""


def place(graph: Graph, node: Node) -> str:
    """The label of a node, the text part it belongs to, and the words it is about.

    What stands in no text part, a concept or a State, is named with the first thing that uses it. A node without
    label is named by its IRI.
    """
    shown = label(graph, node)
    part = graph.value(node, RAP["recordedIn"])
    words = next(filter(None, (graph.value(node, RAP[name]) for name in _WORDS)), None)
    if part is not None:
        shown += f", in {label(graph, part)}"
        words = words or graph.value(part, RAP["text"])
    elif words is None and graph.value(node, RAP["inDocument"]) is None:
        users = (user for user, property_ in graph.subject_predicates(node) if str(property_).startswith(str(RAP)))
        user = min(users, key=lambda user: (graph.value(user, RAP["target"]) is not None, str(user)), default=None)
        return shown if user is None else f"{shown}, used by {label(graph, user)}"
    return shown if words is None else f"{shown} (“{shorten(str(words))}”)"


def label(graph: Graph, node: Node) -> str:
    """The English label of a node, else the first of those it has, else its IRI."""
    labels = [value for value in graph.objects(node, RDFS.label) if isinstance(value, Literal)]
    if not labels:
        return iri_text(node)
    return str(min(labels, key=lambda value: (value.language != "en", value.language or "", str(value))))


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
