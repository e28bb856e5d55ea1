"""What an adapter hands over: the lines of a file with their places, and the characters that are markup, not words.

One adapter a format makes a `Layout`; `rapporteur.read.walk` turns any layout into paragraphs, notes and headings. A
new format is a new file that ends here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapporteur.model import Furniture, Span


class LineKind(StrEnum):
    """What the format itself says of a line.

    A note begins at each `NOTE` line that begins with a note marker; the others go on with it.
    """

    TEXT = "text"
    HEADING = "heading"
    NOTE = "note"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that is not blank.

    :ivar span: its words: without indentation, bullet, heading signs and white space at the end. It may still hold
        marks.
    :ivar depth: of a heading, as the format has it (the number of ``#``), else 0.
    :ivar gap: a blank line, or the start of the text, stands before it.
    :ivar bullet: it began with a bullet.
    :ivar page: the page it stands on, from 1, where the format has pages.
    :ivar turn: it is the first line of its page.
    :ivar anchor: the id of the element of an HTML page that it came from, where it has one.
    """

    span: Span
    kind: LineKind
    gap: bool
    depth: int = 0
    bullet: bool = False
    page: int | None = None
    turn: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters between the words that are no words.

    :ivar kind: "emphasis", "markup", "note-marker", "letter-spacing", "soft-hyphen" (put there by a line break) or
        "unseen" (it prints nothing).
    :ivar numbers: of a note marker, the notes it calls: ("8", "9").
    """

    kind: str
    span: Span
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    """A text as its format lays it out.

    :ivar lines: every line with words, and every rule, in order.
    :ivar marks: in order, none overlapping another; all lie within the span of a line.
    :ivar italics: what was printed in italics, in order.
    :ivar pictures: pages, from 1, that hold something but no text.
    :ivar numbers_apart: paragraph numbers stand alone, each above the words of its paragraph.
    :ivar run_on: the paragraph numbers before which lines were cut, as printed.
    :ivar furniture: what the adapter itself set aside: indentation signs, bullets, heading signs, rules.
    """

    text: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    italics: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    pictures: tuple[int, ...] = ()
    numbers_apart: bool = False
    run_on: tuple[str, ...] = ()
