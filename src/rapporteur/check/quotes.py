"""The text as read and a graph → every quote that does not stand where it says, and a text that is another one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from rdflib import Dataset, Graph

from rapporteur.check.catalogue import SHAPE, Constraint, split_message
from rapporteur.check.findings import ShapeFinding, in_order
from rapporteur.check.graphs import memory_graph, parts_of
from rapporteur.check.places import RAP, finding, shorten

TEXT_IS_THE_ONE_THAT_WAS_READ = Constraint(
    SHAPE["TextIsTheOneThatWasRead"],
    "The text has the SHA-256 that the graph names.",
    "This is not the text that the offsets count. Give the NAME.txt of the same build.",
    "quotes",
)
QUOTE_STANDS_IN_THE_TEXT = Constraint(
    SHAPE["QuoteStandsInTheText"],
    "The text has the quote between its offsets, character for character.",
    "The quote does not stand there. Copy the words between the offsets.",
    "quotes",
)
CONSTRAINTS = (TEXT_IS_THE_ONE_THAT_WAS_READ, QUOTE_STANDS_IN_THE_TEXT)
"""The two constraints that need the text itself, and so are held in Python."""


def check_quotes(dataset: Dataset, text: str) -> tuple[ShapeFinding, ...]:
    """Compare every quote of a report's graphs with the text as read, and the text with the SHA-256 of the graph.

    :param text: what the offsets count: ``NAME.txt``, newlines untouched.
    :raises UnusableInput: if no graph of the dataset holds a report.
    """
    parts = parts_of(dataset)
    return in_order(list(quote_findings(memory_graph(parts.report, parts.evidence), text)))


def quote_findings(graph: Graph, text: str) -> Iterator[ShapeFinding]:
    """The same over the asserted graph of one report.

    Where the text is another one altogether only that is said: no quote could be expected to stand.
    """
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    expected = {str(value): node for node, value in graph.subject_objects(RAP["sha256"])}
    if expected and digest not in expected:
        message = f"The SHA-256 of this text is {digest[:12]}…, which is not the text that the offsets count."
        for node in expected.values():
            yield finding(
                TEXT_IS_THE_ONE_THAT_WAS_READ, graph, node, f"{message} {_remedy(TEXT_IS_THE_ONE_THAT_WAS_READ)}"
            )
        return
    document = expected.get(digest)
    others = {node for node in expected.values() if node != document}
    for node, quote in graph.subject_objects(RAP["quote"]):
        start, end = graph.value(node, RAP["start"]), graph.value(node, RAP["end"])
        if start is None or end is None or any(str(node).startswith(f"{other}/") for other in others):
            continue
        there = text[int(str(start)) : int(str(end))]
        if there != str(quote):
            message = f"Between {start} and {end} stands “{shorten(there)}”, not “{shorten(str(quote))}”."
            yield finding(QUOTE_STANDS_IN_THE_TEXT, graph, node, f"{message} {_remedy(QUOTE_STANDS_IN_THE_TEXT)}")


def _remedy(constraint: Constraint) -> str:
    return split_message(constraint.message)[1]
