"""A text on pages before anything is decided: each printed line with its place, shared by text and PDF.

An adapter of a format with pages makes a `Sheet`; `running`, `contents`, `feet` and `display` say what each line is
there for (its role); `rapporteur.read.page_layout` turns the sheet into a `Layout`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from rapporteur.model import Span
from rapporteur.read.layout import Mark
from rapporteur.read.unseen import as_seen


class Role(StrEnum):
    """What a printed line is there for; the values that begin with the name of page furniture are its kinds."""

    BODY = "body"
    HEADING = "heading"
    NOTE = "note"
    PAGE_NUMBER = "page-number"
    RUNNING_HEAD = "running-head"
    CONTENTS = "contents"
    MASTHEAD = "masthead"
    RULE = "rule"

    @property
    def furniture(self) -> bool:
        """Is such a line no part of the report's words?"""
        return self not in (Role.BODY, Role.HEADING, Role.NOTE)


@dataclass(slots=True)
class Printed:
    """One printed line that is not blank.

    :ivar span: its words in the text as read.
    :ivar page: from 1.
    :ivar left: where it begins, in columns of the text, or in points from the left edge of the paper.
    :ivar above: empty lines above it on the page; in a PDF the white space above it, in lines.
    :ivar size: of the type in points, 0 where the format does not say.
    :ivar bold: all its words are bold.
    :ivar depth: of a heading, from 1; 0 for other lines.
    """

    span: Span
    page: int
    left: float
    above: float
    size: float = 0.0
    bold: bool = False
    role: Role = Role.BODY
    depth: int = 0


@dataclass
class Sheet:
    """A text and its printed lines in reading order.

    :ivar text: the text as read.
    :ivar paged: the format itself says where pages end.
    :ivar marks: note markers and the like that the format itself shows, in order.
    :ivar italics: what is printed in italics, in order.
    """

    text: str
    lines: list[Printed]
    paged: bool
    marks: list[Mark] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)

    def words(self, line: Printed) -> str:
        """The words of a line as they are printed."""
        return as_seen(self.text[line.span.start : line.span.end])

    def pages(self) -> Iterator[list[Printed]]:
        """The lines of one page after another."""
        for _, lines in groupby(self.lines, key=lambda line: line.page):
            yield list(lines)
