"""Sentences of a passage, for finders that read one sentence after the other.

Takes a passage, gives its `Sentence`s with the names in each, and places in them as the fields of a mention.
"""

from __future__ import annotations

from typing import TypedDict

from rapporteur.find.passages import Passage
from rapporteur.find.passages import Sentence as Sentence
from rapporteur.model import PartRef, Rule, Span
from rapporteur.model.citations import NameMention

Range = tuple[int, int]


class ActorPlace(TypedDict):
    """The fields that every `ActorMention` has."""

    part: PartRef
    span: Span
    words: str
    rule: Rule
    text_part: PartRef
    at: Range


def sentences(passage: Passage) -> tuple[Sentence, ...]:
    """The sentences of a passage, in reading order."""
    return passage.sentences


def names_in(passage: Passage, start: int, end: int) -> tuple[NameMention, ...]:
    """The names of a passage that lie wholly between two indexes."""
    return passage.names_between(start, end)


def place(passage: Passage, start: int, end: int, rule: Rule) -> ActorPlace:
    """The fields of a mention of ``text[start:end]``, ``start < end``."""
    span = passage.clean.span(start, end)
    return ActorPlace(
        part=passage.report.innermost(passage.part, span),
        span=span,
        words=passage.text[start:end],
        rule=rule,
        text_part=passage.part,
        at=(start, end),
    )
