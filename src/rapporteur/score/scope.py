"""Scope: which facts of the graph stand in the annotated paragraphs and notes."""

from __future__ import annotations

import re

from rapporteur.model import Span
from rapporteur.score.facts import GraphFacts, LinkFact
from rapporteur.score.gold import Gold

AGREEMENT = 0.5
"""Words are the same when their spans share at least this Jaccard measure."""


def place_of(source: str) -> tuple[str, str, str]:
    """A local source as (paragraph, subparagraph, note); a heading is three empty strings.

    >>> place_of("paragraph/31/b"), place_of("note/3"), place_of("section/II.A")
    (('31', 'b', ''), ('', '', '3'), ('', '', ''))
    """
    kind, _, rest = source.partition("/")
    if kind == "paragraph":
        number, _, label = rest.partition("/")
        return number, label, ""
    return ("", "", rest) if kind == "note" else ("", "", "")


def in_scope(gold: Gold, source: str) -> bool:
    """Does the source lie in an annotated paragraph or note?"""
    paragraph, _, note = place_of(source)
    return paragraph in gold.paragraph_numbers or note in gold.note_numbers


def scoped_links(gold: Gold, facts: GraphFacts, property_: str, target: str = "") -> list[LinkFact]:
    """Links of one property from annotated text parts, whose target's local id matches ``target``."""
    return [
        link
        for link in facts.links
        if link.property == property_ and in_scope(gold, link.source) and re.match(target, link.target)
    ]


def is_open(facts: GraphFacts, span: Span) -> bool:
    """Are these words an open mention?"""
    return any(span.jaccard(Span(mention.start, mention.end)) >= AGREEMENT for mention in facts.open)


def annotated_place(gold: Gold, start: int, end: int) -> bool:
    """Do the characters lie in the envelope of an annotated paragraph?"""
    return any(int(row["start"]) <= start and end <= int(row["end"]) for row in gold.paragraphs)
