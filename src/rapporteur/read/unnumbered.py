"""Documents that number no paragraph: a decision, a final act, a list of questions → text of sections.

Takes a `Position` before its front is read, says where the body begins; and tells whether what was read is such a
document. Words before the first heading stand in a section of their own, named "text", without title.
"""

from __future__ import annotations

import re

from rapporteur.model import Finding, Record, Span
from rapporteur.read.drafts import SectionDraft
from rapporteur.read.front import is_sentence, lines_together
from rapporteur.read.labels import LAYOUT, heading_labels
from rapporteur.read.position import Position

_TITLE = LAYOUT["title/document"].regex
_ACT = re.compile(r"\bfinal\s+act\b", re.IGNORECASE)
_SENTENCE = 40
"""Characters of a sentence, at least."""
_PATH = "text"
_DEPTH = 12
"""Depth of the section without heading: below those that a format or a label marks."""


def end_of_front(at: Position, end: int) -> int:
    """Index of the first line of the body: of words that are neither masthead nor title, or of a heading below them.

    :param end: index of the first heading or paragraph that marks itself, or behind the last line.
    """
    i, titled, depth = 0, False, 0
    for group in lines_together(at, end):
        first = group.lines[0]
        if is_sentence(group) or (titled and not group.masthead) or (group.heading and 0 < depth < first.depth):
            return i
        titled = titled or (group.says_report and not group.masthead) or _TITLE.match(group.text) is not None
        depth = depth or (first.depth if group.heading and not group.masthead else 0)
        i = group.after
    return end


def open_text(at: Position, i: int) -> None:
    """Open the section of the words that stand under no heading, where line ``i`` begins such words."""
    line = at.line(i)
    if line is None or at.drafts.sections:
        return
    start = line.span.start
    place = at.outline.add_unlabelled(_PATH, _DEPTH)
    at.drafts.sections.append(SectionDraft(place, start, [Span(start, start)], line.page))


def numeral_alone(at: Position, i: int) -> bool:
    """Is line ``i`` nothing but the roman number that is due, between blank lines?"""
    line, below = at.lines[i], at.line(i + 1)
    words = at.head(line).text
    label = next((r for r in heading_labels(at.head(line)) if r.style == "roman"), None)
    if label is None or label.end < len(words) or below is None or not (at.begins(i) and below.gap):
        return False
    return label.value == at.outline.last().get("roman", 0) + 1


def is_document(at: Position, record: Record) -> bool:
    """Has the text a symbol, or a title that documents of intergovernmental bodies bear, and words under it?"""
    drafts = at.drafts
    if not any(draft.text for draft in drafts.sections):
        return False
    title = record.title or (at.cleaner.clean(drafts.title).text if drafts.title else "")
    return bool(record.symbol or drafts.symbol or _TITLE.match(title))


def words_lost(at: Position) -> bool:
    """Do sentences stand before the first heading of an act whose body numbers none of its paragraphs?

    Those that it has are of its resolutions, or of an annex.
    """
    drafts = at.drafts
    starts = [*(draft.start for draft in drafts.sections), *(draft.start for draft in drafts.paragraphs)]
    first = min(starts, default=0)
    front = [span for span in drafts.strays if span.start < first and len(span) >= _SENTENCE]
    own = any(not (draft.annex or draft.enclosed) for draft in drafts.paragraphs)
    act = bool(drafts.title) and _ACT.search(at.cleaner.clean(drafts.title).text) is not None
    return len(front) > 0 and (act or not own)


def said_of(name: str) -> Finding:
    """That no paragraph is numbered, so that no address is finer than a section."""
    return Finding(
        "no-numbers",
        "No paragraph of this text is numbered: all of it is read as text of sections.",
        name,
        "paragraphs that begin with a number and a full stop, as “1. The Committee met …”.",
        "If the document prints numbers, check that the conversion kept them; else there is nothing to do, and a link "
        "or a recommendation is known by its section and its words.",
    )
