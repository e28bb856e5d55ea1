"""What stands between the parts of a report: the text as read and its parts' ranges in, pieces for people to read out.

A title block, the lines under a heading of an annex, an agenda item in brackets: the graph has them in no numbered
part. What is no text is left out: rules, labels of the part that follows, page numbers, running heads, bar codes, and
the table of contents, which the page has beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapporteur.patterns import load_patterns

_LINES = re.compile(r"[\r\n\f\v\u2028\u2029]+")
_MARKUP = re.compile(
    r"^\s*(?:#{1,6}(?![#\d])|>(?=\s))\s*|\*\*|__|<sup>[^<]*</sup>|</?(?:b|i|u|em|strong|p|div|br|center)\b[^<>]*>",
    re.IGNORECASE,
)
"""Marks of headings, emphasis and notes; a note's marker is shown with the way to its note."""
_EMPHASIS = re.compile(r"\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])")
"""Words between two asterisks; one that stands alone calls a note."""
_NO_CELL = re.compile(r"(?<=\|)\s*(?:None|nan)\s*(?=\|)")
"""What converters write into the empty cell of a table."""
_LAYOUT = load_patterns("layout")
_CONTENTS, _COLUMNS, _ENTRY = (_LAYOUT[f"contents/{name}"].regex for name in ("title", "columns", "entry"))
_ROWS_APART = 4
"""Lines at most between two of a table of contents that end in a page: one long entry is broken over several."""
_CELLS = re.compile(r"\s*\|\s*|\s{3,}|\t+")
_NOTE_LABEL = re.compile(r"<sup>[^<]*</sup>\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Range:
    """A part that is shown: its offsets, half-open, its kind ("section", "paragraph", "footnote") and its number."""

    start: int
    end: int
    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text between two parts.

    :ivar start: offset into the text as read, half-open with ``end``.
    :ivar text: its lines as people read them.
    :ivar before: place of the part that follows in the list of ranges; its length for what ends the report.
    """

    start: int
    end: int
    text: str
    before: int


def between(text: str, ranges: list[Range], symbol: str = "") -> list[Piece]:
    """The pieces in order.

    :param ranges: of all parts shown, by their start; a note may lie within a paragraph.
    :param symbol: of the document, which running heads repeat.

    >>> parts = [Range(26, 29, "section", "I"), Range(30, 36, "paragraph", "1")]
    >>> [piece.text for piece in between("Distr.: General\\n---\\n## I. War\\n1. Now\\nend", parts)]
    ['Distr.: General', 'end']
    """
    found, at = [], 0
    for place, part in enumerate([*ranges, Range(len(text), len(text), "", "")]):
        if part.start > at:
            raw = _without_label(text[at : part.start], part)
            lines = _joined(_lines(raw, symbol if at else ""))
            if lines:
                found.append(Piece(at, at + len(raw), "\n".join(lines), place))
        at = max(at, part.end)
    return found


def _without_label(raw: str, part: Range) -> str:
    """A piece without the label of the section or note that follows it."""
    if part.kind == "footnote":
        raw = raw[: found.start()] if (found := _NOTE_LABEL.search(raw)) else raw
    if part.kind in ("section", "footnote") and part.number:
        label = re.search(rf"(?<![^\W_])(?:{re.escape(part.number)})[\W_]*$", raw)
        raw = raw[: label.start()] if label else raw
    return raw


def _lines(raw: str, symbol: str) -> Iterator[str]:
    """The lines that hold words; in the midst of a report no page numbers and no running heads."""
    for line in _without_contents(_LINES.split(raw)):
        plain = _EMPHASIS.sub(r"\1", _MARKUP.sub("", _NO_CELL.sub("", line)))
        words = " ".join(_CELLS.sub("\u2003", plain).split(" ")).strip()
        bare = words.replace(symbol, "") if symbol else words
        if _LETTER.search(bare) or (_WORD.search(bare) and _more_than_a_number(bare)):
            yield words


def _without_contents(lines: list[str]) -> list[str]:
    """The lines without a table of contents: from its title to the last line that ends in a page.

    >>> _without_contents(["Board", "Contents", "\\tParagraphs\\tPage", "I.\\tWar\\t1–2\\t5", "II.\\tPeace\\t7", "Now"])
    ['Board', 'Now']
    """
    for at, line in enumerate(lines):
        if _CONTENTS.search(line.strip()):
            last = at
            for row in range(at + 1, len(lines)):
                if row - last > _ROWS_APART:
                    break
                if _ENTRY.search(lines[row]) or _COLUMNS.search(lines[row].strip()):
                    last = row
            return lines[:at] + lines[last + 1 :] if last > at else lines
    return lines


def _joined(lines: Iterable[str]) -> list[str]:
    """Lines that a page's width broke as one: the next begins with a small letter, or a comma ends the first.

    >>> _joined(["Head of a division of the Ministry", "of Ferries,", "Lamp Bay", "• Ben Rock"])
    ['Head of a division of the Ministry of Ferries, Lamp Bay', '• Ben Rock']
    """
    found: list[str] = []
    for line in lines:
        if found and (line[:1].islower() or found[-1].endswith(",")):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _more_than_a_number(words: str) -> bool:
    """Whether there is more in a line than the number of a page."""
    return len(re.findall(r"\d+", words)) > 1
