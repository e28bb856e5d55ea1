"""Sentences of a passage, for finders that read one sentence after the other.

Takes a passage, gives its `Sentence`s with the names in each. A full stop after an initial or a title ("John F.",
"St.") ends no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from rapporteur.find.passages import Passage
from rapporteur.model import PartRef, Rule, Span
from rapporteur.model.citations import NameMention
from rapporteur.patterns import PatternFile, load_patterns

Range = tuple[int, int]

_NO_END = re.compile(r"(?:\b[A-ZÀ-Þ]|\b(?:Mrs|Dr|Drs|Prof|St|Messrs|H\.E|Hon|Rev|Gen|Col))\.\s+$")


class ActorPlace(TypedDict):
    """The fields that every `ActorMention` has."""

    part: PartRef
    span: Span
    words: str
    rule: Rule
    text_part: PartRef
    at: Range


@dataclass(frozen=True)
class Sentence:
    """One sentence of a passage: its index range, without the space behind it, and the names in it."""

    passage: Passage
    start: int
    end: int
    names: tuple[NameMention, ...]

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def patterns(self, name: str) -> PatternFile:
        """The pattern file of that name, with what the house style of the report lays over it."""
        return load_patterns(name, self.passage.report.house.style)


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage, in reading order."""
    text = passage.text
    starts = [s for s in passage.sentence_starts if not (s and _NO_END.search(text, max(0, s - 8), s))]
    for start, after in zip(starts, [*starts[1:], len(text)], strict=True):
        end = start + len(text[start:after].rstrip())
        if end > start:
            yield Sentence(passage, start, end, names_in(passage, start, end))


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
