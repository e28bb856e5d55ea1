"""Titles that stand on a line of their own below a bare label: "III", then "Ports".

Takes a `Position` and the index of a line, says whether the line gives such a title, or bears the label over one.
"""

from __future__ import annotations

from rapporteur.read.annexed_texts import LONGEST_TITLE, speaks
from rapporteur.read.bare_headings import LONGEST_BARE, heading_below
from rapporteur.read.labels import LAYOUT, heading_labels
from rapporteur.read.layout import LineKind
from rapporteur.read.position import Position
from rapporteur.read.title_lines import labels_words, leads_on, rest_of_heading, words_under

_FINISHED = LAYOUT["tail/finished"].regex
_ENCLOSED = LAYOUT["heading/enclosed"].regex
_CENTRED = 12
"""Columns by which a label in the middle of the page stands to the right of the line above it, at least."""


def part_alone(at: Position, i: int) -> bool:
    """Is line ``i`` nothing but the roman number of a part that is due, over its title and the paragraph below that?

    It stands apart, by a blank line or by its column, behind a sentence, a member of a list, or a preamble that ends
    with a comma. The paragraphs of a part count on or begin anew; without a title they begin anew.
    """
    line = at.lines[i]
    label = next((r for r in heading_labels(at.head(line)) if r.style == "roman"), None)
    if label is None or label.end < len(at.head(line)) or not _apart(at, i):
        return False
    behind = at.finished or (at.paragraph is None and at.tail.endswith(","))
    if not behind or at.announced or at.note is not None or at.in_notes:
        return False
    due = label.value == at.outline.last().get("roman", 0) + 1
    if not (at.outline.is_inner((label,)) if at.enclosed else due):
        return False
    titled = gives_title(at, i + 1) or title_below(at, i + 1)
    below = rest_of_heading(at, i + 1) if titled else i + 1
    over = at.line(below)
    number = at.number(over) if over is not None and (titled or at.begins(below)) else None
    return number == 1 or (titled and number is not None and number == (at.last_number or 0) + 1)


def _apart(at: Position, i: int) -> bool:
    """Does line ``i`` stand apart from the one above it: after a blank line, or far to the right of it?"""
    return at.begins(i) or at.indent(at.lines[i]) >= at.indent(at.lines[i - 1]) + _CENTRED


def closed(at: Position, i: int, end: int) -> bool:
    """Does a heading of lines ``i`` to ``end`` stand by itself, over a blank line, a paragraph, a heading or a note?"""
    after = at.line(end)
    if after is None or at.begins(end) or at.numbers(after) or labels_words(at, end):
        return True
    if words_under(at, end) > end or leads_on(at, i, end) or (end == i + 1 and heading_below(at, i)):
        return True
    mark = at.cleaner.mark_at(after.span.start)
    return mark is not None and mark.kind == "note-marker"


def title_below(at: Position, i: int) -> bool:
    """Do plain words at line ``i``, between blank lines, give the title of the chapter whose number stands above?"""
    line = at.line(i)
    if line is None or line.kind is not LineKind.TEXT or line.bullet or at.number(line) is not None:
        return False
    if heading_labels(at.head(line)):
        return False
    end = rest_of_heading(at, i)
    words = at.cleaner.clean(x.span for x in at.lines[i:end]).text
    plain = words[:1].isupper() and not words.endswith(",") and "|" not in words and not _ENCLOSED.match(words)
    longest = LONGEST_TITLE if speaks(at, end) else LONGEST_BARE
    return plain and len(words) <= longest and not _FINISHED.search(words) and closed(at, i, end)


def gives_title(at: Position, i: int) -> bool:
    """Does line ``i``, a heading without label, give the title of the bare label before it?"""
    line = at.line(i)
    return line is not None and line.kind is LineKind.HEADING and not heading_labels(at.head(line))
