"""Headings of the texts that an act carries behind its last paragraph: declarations and resolutions, and their numbers.

Takes a `Position` and the index of a line, says where such a heading ends. Nothing marks it in a plain copy: what tells
it is the text below, "The Conference on Lamps, Recalling …", or the title below a number that stands alone.
"""

from __future__ import annotations

import re

from rapporteur.model import Span
from rapporteur.read.bare_headings import LONGEST_BARE
from rapporteur.read.labels import LAYOUT, HeadingLabel, heading_labels
from rapporteur.read.layout import Line, LineKind
from rapporteur.read.position import Position

LONGEST_TITLE = 300
_SPEAKS = LAYOUT["heading/speaks"].regex
_ENACTS = LAYOUT["heading/enacts"].regex
_WITNESS = LAYOUT["heading/witness"].regex
_CONTENTS = LAYOUT["masthead/contents"].regex
_ABBREVIATIONS = LAYOUT["heading/abbreviations"].regex
_COLUMNS = re.compile(r"\S[ \u00a0]{3,}\S")
_MOST_LINES = 6
_OPENING = 320


def speaks(at: Position, i: int) -> bool:
    """Do the words of who adopts a text begin at line ``i``: "The Conference on Lamps, Recalling …"?"""
    line = at.line(i)
    if line is None or line.kind is not LineKind.TEXT:
        return False
    if _ENACTS.match(at.head(line).text):
        return True
    parts: list[Span] = []
    for further in at.lines[i : i + _MOST_LINES]:
        if parts and (further.gap or further.kind is not LineKind.TEXT):
            break
        parts.append(Span(further.span.start, min(further.span.end, further.span.start + _OPENING)))
    words = at.cleaner.clean(parts).text
    return _SPEAKS.match(words) is not None or _ENACTS.match(words) is not None


def annexed_heading(at: Position, i: int, end: int) -> int | None:
    """Index after the heading of an annexed text that begins at line ``i``, or None; ``end``: where its words end."""
    return i + 1 if _label_alone(at, i) or _letter_alone(at, i) else _titled_text(at, i, end)


def _titled_text(at: Position, i: int, end: int) -> int | None:
    """``end`` where lines ``i`` to ``end`` are the title of an annexed text that nothing marks, else None.

    It stands between blank lines, in an annex or behind the witnesses of the act, over the words of who adopts it.
    """
    if not (at.begins(i) and at.line(end) is not None and at.begins(end)) or at.number(at.lines[i]) is not None:
        return None
    if not _is_title(at, i, end) or heading_labels(at.head(at.lines[i])) or not speaks(at, end):
        return None
    return end if at.outline.annex or _behind_witnesses(at) else None


def _label_alone(at: Position, i: int) -> bool:
    """Is line ``i`` nothing but "ANNEX", or the roman number that is due, alone over the title of an annexed text?"""
    line, below = at.lines[i], at.line(i + 1)
    readings = heading_labels(at.head(line))
    label = next((r for r in readings if r.style in ("annex", "roman")), None)
    if label is None or label.end < len(at.head(line).text) or below is None or below.kind is not LineKind.TEXT:
        return False
    if not (at.begins(i) and below.gap) or at.number(below) is not None or heading_labels(at.head(below)):
        return False
    if label.style == "roman" and label.value != at.outline.last().get("roman", 0) + 1:
        return False
    if not at.drafts.paragraphs:
        return False
    end = _paragraph_end(at, i + 1)
    after = at.line(end)
    return after is not None and _is_title(at, i + 1, end) and (label.style == "annex" or at.number(after) is None)


def _letter_alone(at: Position, i: int) -> bool:
    """Is line ``i`` in an annex nothing but the letter that is due, over a resolution: its title, or who adopts it?"""
    line, below = at.lines[i], at.line(i + 1)
    if not at.outline.annex or below is None or not (at.begins(i) and below.gap):
        return False
    if not (speaks(at, i + 1) or titles_text(at, i + 1)):
        return False
    due = at.outline.last().get("letter", 0) + 1
    words = at.head(line).text
    return any((r.style, r.value, r.end) == ("letter", due, len(words)) for r in heading_labels(at.head(line)))


def titles_text(at: Position, i: int) -> bool:
    """Do words that are no heading by themselves, in an annex, stand over those of who adopts a text?"""
    line = at.line(i)
    if line is None or line.kind is not LineKind.TEXT or heading_labels(at.head(line)):
        return False
    end = _paragraph_end(at, i)
    return bool(at.outline.annex) and at.line(end) is not None and _is_title(at, i, end) and speaks(at, end)


def _paragraph_end(at: Position, i: int) -> int:
    """Index of the first line behind line ``i`` that stands apart from it."""
    end = i + 1
    while end < len(at.lines) and not at.begins(end) and at.lines[end].kind is LineKind.TEXT:
        end += 1
    return end


def _is_title(at: Position, i: int, end: int) -> bool:
    if any(line.bullet or line.kind is not LineKind.TEXT for line in at.lines[i:end]):
        return False
    words = at.cleaner.clean(line.span for line in at.lines[i:end]).text
    return words[:1].isupper() and len(words) <= LONGEST_TITLE and words[-1:] not in ".,;:!?" and "|" not in words


def _behind_witnesses(at: Position) -> bool:
    """Do the words "In witness whereof" stand in a paragraph before?"""
    for draft in reversed(at.drafts.paragraphs):
        spans = [line for segment in draft.segments for line in segment]
        if _WITNESS.search(at.cleaner.clean(spans).text) is not None:
            return True
    return False


def stands_over(at: Position, i: int) -> bool:
    """Is line ``i``, right under a bare label, the title of a text that begins right below it, at another column?"""
    line, after = at.line(i), at.line(i + 1)
    if line is None or after is None or line.kind is not LineKind.TEXT or after.kind is not LineKind.TEXT:
        return False
    if line.gap or at.indent(after) == at.indent(line):
        return False
    words = at.head(line).text
    title = words[:1].isupper() and len(words) <= LONGEST_BARE and not words.endswith((".", ",", ";", ":"))
    below = at.head(after).text[:1]
    return title and (below.isupper() or below == "|") and not _CONTENTS.search(words)


def is_row(at: Position, i: int, label: HeadingLabel) -> bool:
    """Is line ``i`` no heading but a row that begins as that of an annex does: "Annex II body    body of Annex II"?

    White space as wide as between columns stands inside its words, or it stands in a list of abbreviations, over
    another of its rows.
    """
    line, below = at.lines[i], at.line(i + 1)
    title = at.after_label(line, label.end)
    if _COLUMNS.search(at.text, title.start, title.end):
        return True
    return below is not None and not at.begins(i + 1) and title.start < title.end and in_abbreviations(at)


def in_abbreviations(at: Position) -> bool:
    """Does the last heading stand over a list of abbreviations?"""
    section = at.drafts.sections[-1] if at.drafts.sections else None
    return section is not None and _ABBREVIATIONS.match(at.cleaner.clean(section.lines).text) is not None


def lists_inside(at: Position, i: int) -> bool:
    """Is line ``i``, marked as a heading, words in italics over a list that the open text announces?

    "The following bodies came:", then "*Agencies*" in italics and their names: the list is the paragraph's. It stands
    right behind a colon, or further down in the list that such words opened.
    """
    line = at.lines[i]
    text = at.open_text
    if text is None or at.note is not None or not (at.announced or at.inner_list is text):
        return False
    below = at.line(i + 1)
    names = below is not None and below.kind is LineKind.TEXT and at.number(below) is None
    if not (names or (not line.gap and at.announced)) or not _in_italics(at, line):
        return False
    return not heading_labels(at.head(line))


def _in_italics(at: Position, line: Line) -> bool:
    words = at.cleaner.clean((line.span,))
    inside = {k for first, last in words.emphasis for k in range(first, last)}
    letters = [k for k, sign in enumerate(words.text) if sign.isalpha()]
    return bool(letters) and inside.issuperset(letters)
