"""The walk over the lines of a layout: the corridor through headings, notes, paragraphs and what is only page.

Takes a `Layout`, gives the `Position` at its end, whose drafts hold what was found. Linear: each line is taken up once,
and at most a bounded number of lines ahead is looked at.
"""

from __future__ import annotations

import re

from rapporteur.model import Furniture, Span
from rapporteur.read.annexed_texts import lists_inside
from rapporteur.read.bare_headings import heads_excerpt
from rapporteur.read.contents_apart import with_contents_apart
from rapporteur.read.drawn_front import with_cells_apart
from rapporteur.read.excerpts import is_first_number, opens_list
from rapporteur.read.front import read_front
from rapporteur.read.glued_labels import with_glued_label
from rapporteur.read.headings import enacted, plain_heading, write_heading
from rapporteur.read.labels import LAYOUT, heading_labels
from rapporteur.read.layout import Layout, LineKind
from rapporteur.read.leaps import passed_over
from rapporteur.read.midst import begins_in_midst
from rapporteur.read.notes import begin_note, continues_note, take_note_line
from rapporteur.read.numbers_apart import APART, with_numbers_apart
from rapporteur.read.paragraphs import begin_item, begin_paragraph, go_on
from rapporteur.read.position import Position
from rapporteur.read.rows_of_headings import first_of_rows
from rapporteur.read.run_on import with_run_on
from rapporteur.read.stroke_notes import with_stroke_notes
from rapporteur.read.title_lines import rest_of_heading
from rapporteur.read.unnumbered import end_of_front, numeral_alone, open_text

_OPENINGS = tuple(LAYOUT[f"heading/{kind}"].regex for kind in ("stock", "abbreviations", "part"))
_JOB = LAYOUT["masthead/job"].regex
_PAGE_FURNITURE = (
    ("page-number", LAYOUT["masthead/page"].regex),
    ("running-head", LAYOUT["masthead/symbol"].regex),
)
_ENCLOSED = LAYOUT["heading/enclosed"].regex
_MEETING, _DAY = LAYOUT["closing/meeting"].regex, LAYOUT["closing/date"].regex
_ATTENDANCE = LAYOUT["heading/attendance"].regex
_REPORT = re.compile(r"[#*\s]*(?:Report|REPORT)\s(?:of|on|OF|ON)\b")
_LONGEST_PAGE_FURNITURE = 48


def walk(layout: Layout, known_title: str | None = None, *, numbered: bool = True) -> Position:
    """Walk from the first line to the last.

    :param known_title: the title by the record, which settles which lines of the front print it.
    :param numbered: paragraphs bear numbers; else the words behind masthead and title are text of sections.
    """
    at = Position(
        with_glued_label(
            with_numbers_apart(with_stroke_notes(with_run_on(with_contents_apart(with_cells_apart(layout)))))
        )
    )
    at.numbered = numbered
    at.rows = first_of_rows(at.lines, at.text)
    i = write_heading(at, 0, end) if (end := _heading_of_excerpt(at, known_title)) else _front(at, known_title)
    if (
        (not numbered or at.midst)
        and i < len(at.lines)
        and at.lines[i].kind is LineKind.TEXT
        and plain_heading(at, i) is None
    ):
        open_text(at, i)
    while i < len(at.lines):
        i = _step(at, i)
    _set_wordless_apart(at)
    return at


def _heading_of_excerpt(at: Position, known_title: str | None) -> int:
    """Index of the first paragraph, where a text opens with the heading right above it; else 0."""
    first = next((i for i, line in enumerate(at.lines) if at.number(line) is not None), 0)
    return first if at.numbered and not known_title and heads_excerpt(at, first) and is_first_number(at, first) else 0


def _set_wordless_apart(at: Position) -> None:
    """Leave out the paragraphs of which nothing but the number is printed, and say so of the number."""
    for draft in list(at.drafts.paragraphs):
        if not draft.items and not at.cleaner.clean(span for part in draft.segments for span in part).text.strip():
            at.drafts.paragraphs.remove(draft)
            at.drafts.strays.append(Span(draft.start, draft.start + len(draft.number) + 1))


def _step(at: Position, i: int) -> int:
    """Take up line ``i``, with the further lines of a heading; gives the index of the next line."""
    line = at.lines[i]
    if line.turn and at.paragraph is not None:
        at.interrupted = True
    if line.kind is LineKind.NOTE:
        take_note_line(at, line)
        return i + 1
    if line.kind is LineKind.RULE:
        at.note, at.after_rule, at.interrupted = None, True, at.paragraph is not None
        return i + 1
    if line.kind is LineKind.HEADING:
        at.after_rule = False
        if lists_inside(at, i):
            at.inner_list = at.open_text
            go_on(at, line)
            at.tail = at.cleaner.tail(line.span)
            return i + 1
        return write_heading(at, i, rest_of_heading(at, i))
    begun = begin_note(at, i)
    at.after_rule = False
    if begun:
        return i + 1
    if at.note is not None and continues_note(at, i):
        at.note.lines.append(line.span)
        return i + 1
    at.note = None
    if kind := _page_furniture(at, i):
        at.drafts.furniture.append(Furniture(kind, line.span))
        at.interrupted = at.paragraph is not None
        return i + 1
    end = i + 1 if not at.numbered and numeral_alone(at, i) else plain_heading(at, i)
    if end is not None:
        return write_heading(at, i, end)
    if _tells_adoption(at, i):
        at.drafts.furniture.append(Furniture("adoption", line.span))
        return i + 1
    if not (begin_paragraph(at, i) or begin_item(at, line)):
        if passed_over(at, i):
            at.drafts.passed_over.append(line.span)
        go_on(at, line)
    at.tail = at.cleaner.tail(line.span)
    return i + 1


def _tells_adoption(at: Position, i: int) -> bool:
    """Is line ``i`` that of the meeting at which the text above was adopted, or below it that of its day?"""
    words = at.cleaner.clean((at.lines[i].span,)).text if at.open_text is not None else ""
    if _MEETING.match(words):
        return at.finished
    above = at.cleaner.clean((at.lines[i - 1].span,)).text if i and _DAY.match(words) else ""
    return _MEETING.match(above) is not None


def _page_furniture(at: Position, i: int) -> str | None:
    """The kind of page furniture that line ``i`` is, where it stands alone between blank lines.

    A job number is furniture anywhere, and the document's own symbol where a page begins: below that, or set apart.
    """
    line = at.lines[i]
    if len(line.span) > _LONGEST_PAGE_FURNITURE:
        return None
    words = at.cleaner.clean((line.span,)).text
    if _JOB.match(words) or (words == at.drafts.symbol and (at.begins(i) or at.interrupted)):
        return "running-head"
    alone = at.begins(i) and (i + 1 == len(at.lines) or at.begins(i + 1))
    if not alone or (at.number_form is APART and at.number(line)):
        return None
    return next((kind for kind, form in _PAGE_FURNITURE if form.match(words)), None)


def _front(at: Position, known_title: str | None) -> int:
    """Read masthead and title; gives the index of the first line after them."""
    end, headed = 0, False
    while end < len(at.lines) and not _begins_body(at, end, headed):
        headed = headed or at.lines[end].kind is LineKind.HEADING
        end += 1
    end = end if at.numbered else end_of_front(at, end)
    midst = begins_in_midst(at, end) if at.numbered and end < len(at.lines) else None
    end, at.midst = (end, False) if midst is None else (midst, True)
    front = read_front(at, end, known_title)
    at.drafts.furniture += front.furniture
    at.drafts.strays += front.strays
    at.drafts.symbol, at.drafts.issued = front.symbol, front.issued
    at.drafts.title = [line.span for line in front.title]
    for line in at.lines[:end]:
        if line.kind is LineKind.NOTE:
            take_note_line(at, line)
    return end


def _begins_body(at: Position, i: int, headed: bool) -> bool:
    """Does the first heading or numbered paragraph begin at line ``i``?

    :param headed: a heading stood before, so that one without label need not be the title.
    """
    line = at.lines[i]
    if line.kind in (LineKind.RULE, LineKind.NOTE):
        return False
    head = at.head(line)
    if line.kind is LineKind.HEADING:
        after = at.line(rest_of_heading(at, i))
        heads_paragraph = headed and after is not None and at.number(after) is not None
        known = any(form.match(head.text) for form in _OPENINGS) or _carries(at, i)
        known = known or (headed and _ATTENDANCE.match(head.text) is not None)
        return heads_paragraph or known or bool(heading_labels(head))
    first = is_first_number(at, i) or opens_list(at, i) is not None
    return first or plain_heading(at, i) is not None


def _carries(at: Position, i: int) -> bool:
    """Does the first decision or resolution that a report carries begin at line ``i``, the report named before?

    A number and a title over the words of who adopts it are a resolution's own, whatever stands before.
    """
    if enacted(at, i):
        return True
    carried = _ENCLOSED.match(at.head(at.lines[i]).text) is not None
    return carried and any(_REPORT.match(at.head(line).text) for line in at.lines[:i])
