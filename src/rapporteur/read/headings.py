"""Headings: with ``#`` or bare, with label or without, wrapped over several lines.

Takes a `Position` and the index of a line, says where a heading that begins there ends, and writes it down.
"""

from __future__ import annotations

import re

from rapporteur.model import Furniture
from rapporteur.read.annexed_texts import (
    annexed_heading,
    in_abbreviations,
    is_row,
    stands_over,
    titles_text,
)
from rapporteur.read.bare_headings import (
    MOST_LINES,
    MOST_LINES_UNDER,
    bare_heading,
    chapter_due,
    is_year,
    lettered_heading,
    opens_body,
    opens_chapters,
    over_due,
    over_gap,
)
from rapporteur.read.drafts import SectionDraft
from rapporteur.read.excerpts import opens_excerpt
from rapporteur.read.labels import LAYOUT, HeadingLabel, heading_labels
from rapporteur.read.layout import LineKind
from rapporteur.read.leaps import over_leap
from rapporteur.read.paragraphs import opens_list
from rapporteur.read.position import Position
from rapporteur.read.reply_rows import heads_table, over_position_row
from rapporteur.read.rows_of_headings import begins_row, over_row
from rapporteur.read.title_lines import heads_option, rest_of_heading, words_under
from rapporteur.read.titles_below import closed, gives_title, part_alone, title_below

_FINISHED = LAYOUT["tail/finished"].regex
_NOTES_HEADING = LAYOUT["heading/notes"].regex
_STOCK = LAYOUT["heading/stock"].regex
_ABBREVIATIONS = LAYOUT["heading/abbreviations"].regex
_ANNEX = LAYOUT["heading/annex"].regex
_PART = LAYOUT["heading/part"].regex
_ENCLOSED = LAYOUT["heading/enclosed"].regex
_ACT = LAYOUT["heading/act"].regex
_ENACTS = LAYOUT["heading/enacts"].regex
_CONTENTS = LAYOUT["masthead/contents"].regex
_ITEM = LAYOUT["heading/item"].regex
_RUNNING_HEADS = (LAYOUT["masthead/symbol"].regex, LAYOUT["masthead/job"].regex)
_INITIAL = re.compile(r"[A-Z]\.")
_OPENING = "[{“"
"""Signs that a title may open with: words under negotiation stand in square brackets."""
_LONGEST = 500
_BARE_DEPTH = 9
"""Depth of a heading with a label that the format does not mark: below every marked one."""
_UNMARKED_DEPTH = 12
"""Depth of a heading that neither the format nor a label marks: below those that a label alone marks."""
_ENCLOSED_ANNEX_DEPTH = 13
"""Depth of an annex to a resolution that the report carries: below the resolution."""


def enacted(at: Position, i: int) -> bool:
    """Is line ``i`` the number and title of a resolution, such as "7/1. Ports", over the words of who adopts it?"""
    if not _ACT.match(at.head(at.lines[i]).text):
        return False
    below = at.line(rest_of_heading(at, i))
    return below is not None and _ENACTS.match(at.head(below).text) is not None


def plain_heading(at: Position, i: int) -> int | None:
    """Index after a heading without ``#`` that begins at line ``i``, or None where none does.

    Label and position make it plain: a label that the outline can go on with, on lines of their own, after a finished
    sentence, with words that end as no sentence does.
    """
    line = at.lines[i]
    if line.kind is not LineKind.TEXT or line.bullet:
        return None
    head = at.head(line)
    if at.begins(i) and enacted(at, i):
        return rest_of_heading(at, i)
    if at.begins(i) and (apart := annexed_heading(at, i, rest_of_heading(at, i))) is not None:
        return apart
    if part_alone(at, i):
        return i + 1
    enclosed = _ENCLOSED.match(head.text)
    if enclosed is not None and enclosed.end() == len(head.text) and (end := _end_of_title(at, i)) is not None:
        return end
    behind = (at.enclosed and at.tail.endswith(",")) or in_abbreviations(at) or opens_chapters(at, i)
    if not (at.begins(i) or at.finished or (at.paragraph is None and behind)):
        return None
    chapter = at.begins(i) and chapter_due(at, head.text)
    if at.paragraph is not None and not at.finished and not chapter:
        return _after_list(at, i)
    if _ABBREVIATIONS.match(head.text) and (at.begins(i) or not at.drafts.sections):
        return i + 1
    if _PART.match(head.text) and at.begins(i):
        return rest_of_heading(at, i)
    stock = any(form.match(head.text) for form in (_STOCK, _NOTES_HEADING, _ENCLOSED))
    stock = stock or (_ITEM.match(head.text) is not None and over_due(at, i + 1))
    if heads_option(at, i):
        return i + 1
    if stock and (at.begins(i) or opens_body(at, i)) and closed(at, i, i + 1):
        return i + 1
    readings = heading_labels(head)
    if not readings:
        return heads_table(at, i) if over_position_row(at, i) else bare_heading(at, i)
    if readings[0].style.startswith("paren"):
        return lettered_heading(at, i, rest_of_heading(at, i), readings)
    if readings[0].style == "annex" and is_row(at, i, readings[0]):
        return None
    awaited = at.outline.follows(readings) or over_gap(at, i + 1, readings) or opens_excerpt(at, i + 1, readings)
    if not (awaited or over_leap(at, i, rest_of_heading(at, i), readings)):
        return None
    title = head.text[readings[0].end :]
    bare = not title and (readings[0].style == "annex" or chapter)
    if not bare and (
        _INITIAL.match(title) or not (title.lstrip(_OPENING)[:1].isupper() or is_year(at, readings, title, i + 1))
    ):
        return None
    end = rest_of_heading(at, i)
    if bare and readings[0].style == "annex" and stands_over(at, i + 1):
        return i + 2
    words = at.cleaner.clean(x.span for x in at.lines[i:end]).text
    if (
        not closed(at, i, end)
        or _CONTENTS.search(words)
        or len(words) > _LONGEST
        or words.endswith((".", ",", ";", ":"))
    ):
        return None
    if all(r.style == "arabic" for r in readings):
        in_list = readings[0].value == 1 and opens_list(at, i)
        return None if in_list or not _arabic_heading(at, readings[0], end) else end
    return end


def _after_list(at: Position, i: int) -> int | None:
    """Index after a heading that follows a list whose last name no full stop ends, or None: the label that is due,
    between blank lines, over the paragraph whose number is due."""
    readings = [r for r in heading_labels(at.head(at.lines[i])) if r.style in ("roman", "letter")]
    last = at.outline.last()
    if not at.begins(i) or at.last_number is None or not any(r.value == last.get(r.style, 0) + 1 for r in readings):
        return None
    end = rest_of_heading(at, i)
    title = at.cleaner.clean(x.span for x in at.lines[i:end]).text[readings[0].end :]
    below = end if at.line(end) is None or at.number(at.lines[end]) else _over_first(at, end)
    over = at.line(below)
    due = over is not None and at.begins(below) and at.number(over) == at.last_number + 1
    return end if due and title[:1].isupper() and not title.endswith((".", ",", ";", ":")) else None


def _over_first(at: Position, i: int) -> int:
    """Index after the first heading of a chapter, "A. Ports", where it begins at line ``i``; else ``i``."""
    first = any((r.style, r.value) == ("letter", 1) for r in heading_labels(at.head(at.lines[i])))
    return rest_of_heading(at, i) if first else i


def _arabic_heading(at: Position, reading: HeadingLabel, end: int) -> bool:
    """Is "4. Port security" a heading, and not the list item or paragraph whose number was due?"""
    if at.paragraph is not None and (reading.value == at.levels.next_number or at.announced):
        return False
    if at.last_number is None or reading.value == at.last_number + 1:
        numbers = (at.number(line) for line in at.lines[end : end + MOST_LINES])
        return next((n for n in numbers if n is not None), None) == reading.value
    return True


def write_heading(at: Position, i: int, end: int) -> int:
    """Write down the heading of lines ``i`` to ``end``; gives the index of the line after it."""
    line = at.lines[i]
    act = enacted(at, i)
    at.paragraph = at.item = at.note = None
    at.tail, at.in_notes, at.interrupted = "", False, False
    head = at.head(line)
    if not head.text:
        return i + 1
    if _NOTES_HEADING.match(head.text):
        at.in_notes = True
        at.drafts.furniture.append(Furniture("notes-heading", line.span))
        return i + 1
    if any(form.match(head.text) for form in _RUNNING_HEADS):
        at.drafts.furniture.append(Furniture("running-head", line.span))
        return i + 1
    spans = [x.span for x in at.lines[i:end]]
    readings = heading_labels(head)
    if at.enclosed and readings and readings[0].style == "annex" and not _own_annex(at, readings[0]):
        readings = ()
    carried = _ENCLOSED.match(head.text)
    if carried is not None or act:
        at.enclose(begins=True)
    elif at.enclosed and readings and not at.outline.is_inner(readings):
        at.enclose(begins=False)
    if _PART.match(head.text):
        if at.enclosed:
            at.enclose(begins=False)
        at.outline.begin_part()
    if not readings:
        depth = line.depth or (at.enclosed_depth if carried or act else 0) or _UNMARKED_DEPTH
        at.enclosed_depth = depth if carried or act else at.enclosed_depth
        if carried is not None and carried.end() == len(head.text) and end == i + 1 and _names_text(at, end):
            end = rest_of_heading(at, end)
            spans = [x.span for x in at.lines[i:end]]
        annex_of_it = _ANNEX.match(head.text) if at.enclosed else None
        if annex_of_it is not None:
            depth, at.last_number = max(depth, _ENCLOSED_ANNEX_DEPTH), None
            if annex_of_it.end() == len(head.text) and end == i + 1 and gives_title(at, end):
                end = rest_of_heading(at, end)
                spans = [x.span for x in at.lines[i:end]]
        if over_row(at, end):
            at.outline.close_numbered()
        add = at.outline.add_enclosed_annex if annex_of_it and at.outline.enclosed else at.outline.add_unlabelled
        place = add(at.cleaner.clean(spans).text, depth)
        if carried or act:
            at.outline.begin_enclosed(place.level)
    else:
        annex = at.outline.annex
        label, place = at.outline.add_labelled(readings, line.depth or _BARE_DEPTH, below=begins_row(at, i))
        spans[0] = at.cut_label(line, label.end)
        below = gives_title(at, end) or (label.style in ("annex", "roman") and title_below(at, end))
        below = below or (label.style == "letter" and titles_text(at, end))
        if label.end >= len(head) and end == i + 1 and below:
            after = rest_of_heading(at, end)
            spans, end = [x.span for x in at.lines[end:after]], after
        if at.outline.annex != annex:
            at.last_number = None
    after = words_under(at, end)
    under = [x.span for x in at.lines[end:after]]
    at.drafts.sections.append(SectionDraft(place, at.label_start(line), spans, line.page, under))
    return after


def _own_annex(at: Position, reading: HeadingLabel) -> bool:
    """Is an annex that follows a resolution the report's own next one, and not the resolution's?"""
    due = at.enclosed_annex + 1 if at.enclosed_annex else 0
    if at.outline.annex and reading.value not in (0, due) and reading.value == at.outline.annexes + 1:
        return True
    at.enclosed_annex = reading.value
    return False


def _end_of_title(at: Position, i: int) -> int | None:
    """Index after the title that stands right below the bare label of a decision, over text at another column."""
    for end in range(i + 1, min(i + 2 + MOST_LINES_UNDER, len(at.lines))):
        line = at.lines[end]
        if line.gap or line.kind is not LineKind.TEXT or (end == i + 1 and not at.head(line).text[:1].isupper()):
            return None
        if end > i + 1 and at.indent(line) != at.indent(at.lines[i + 1]):
            return end
    return None


def _names_text(at: Position, i: int) -> bool:
    """Is line ``i`` the title of the resolution whose number stands above, apart from it and from the text below?"""
    line = at.line(i)
    if line is None or _ENCLOSED.match(at.head(line).text):
        return False
    return gives_title(at, i) or (line.gap and title_below(at, i))
