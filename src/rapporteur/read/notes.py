"""Footnotes: where one begins, what goes on with it, and which marker calls it.

At the foot of a page, after a rule, or collected at the end: a note begins with its number in the form of a marker
(``<sup>3</sup>``, ``[^3]:``, ``³``), or, after a rule or under the heading "Notes", with the bare number.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence

from rapporteur.model import Furniture, NoteMarker, PartRef, Span
from rapporteur.read.drafts import NoteDraft
from rapporteur.read.labels import LAYOUT, heading_labels
from rapporteur.read.layout import Line
from rapporteur.read.position import Position

_FINISHED = LAYOUT["tail/finished"].regex
_LEADS_ON = LAYOUT["heading/goes-on"].regex
_CARET = re.compile(r"\[\^(\w{1,12})\]:[ \t]*")
_LOOK_AHEAD = 200
_BARE = re.compile(r"(\d{1,4})(\.?)[ \t]+(?=\S)")


def begin_note(at: Position, i: int) -> bool:
    """Begin a note at line ``i``; False where none begins."""
    line = at.lines[i]
    found = _note_number(at, i, line)
    if found is None:
        return False
    _write_note(at, line, *found)
    return True


def take_note_line(at: Position, line: Line) -> None:
    """Take up a line that the format says belongs to a note: one with a number begins a note, others go on with it."""
    mark = at.cleaner.mark_at(line.span.start)
    if mark is not None and mark.kind == "note-marker" and mark.numbers:
        at.number_marks.add(line.span.start)
        _write_note(at, line, mark.numbers[0], mark.span, mark.span.end)
    elif at.drafts.notes:
        at.drafts.notes[-1].lines.append(line.span)
        at.interrupted = at.paragraph is not None
    else:
        at.drafts.strays.append(line.span)
    at.note = None


def _write_note(at: Position, line: Line, number: str, label: Span, words: int) -> None:
    """Write down the note of ``line``, whose words begin at ``words``."""
    while words < line.span.end and at.text[words].isspace():
        words += 1
    raised = not at.text[line.span.start].isdecimal()
    at.tight_note = at.tight_note if at.note is not None else not line.gap
    at.note = NoteDraft(number, label, [Span(words, line.span.end)], raised, line.page)
    at.drafts.notes.append(at.note)
    at.drafts.furniture.append(Furniture("note-number", label))
    at.interrupted = at.paragraph is not None


def _note_number(at: Position, i: int, line: Line) -> tuple[str, Span, int] | None:
    """Number, its place, and where the words begin."""
    start = line.span.start
    mark = at.cleaner.mark_at(start)
    if mark is not None and mark.kind == "note-marker":
        apart = at.begins(i) or at.note is not None or at.finished
        if len(mark.numbers) != 1 or not apart or mark.span.end >= line.span.end:
            return None
        at.number_marks.add(start)
        return mark.numbers[0], mark.span, mark.span.end
    if match := _CARET.match(at.text, start, line.span.end):
        return match[1], Span(start, start + len(match[0].rstrip())), match.end()
    match = _BARE.match(at.text, start, line.span.end)
    bare_notes = at.in_notes or at.after_rule or (at.note is not None and not at.note.raised)
    if match is None or not bare_notes or match[1] not in at.called or (match[2] and not at.in_notes):
        return None
    if any(note.number == match[1] for note in at.drafts.notes):
        return None
    return match[1], Span(start, match.end(2)), match.end()


def continues_note(at: Position, i: int) -> bool:
    """Does line ``i`` go on with the open note?

    Right under it, it does, unless the body goes on there. After a blank line it does under the heading "Notes", or
    where the note has not ended its sentence and the body has.
    """
    if at.note is None:
        return False
    line = at.lines[i]
    ended = bool(_FINISHED.search(at.cleaner.tail(at.note.lines[-1])))
    if at.number(line) == (at.last_number or 0) + 1 and (ended or line.gap or _counts_on(at, i)):
        return False
    if not line.gap:
        return not (ended and at.tight_note and _goes_back(at, i))
    return at.in_notes or (not ended and at.finished)


def _counts_on(at: Position, i: int) -> bool:
    """Is the next number below that of line ``i`` the one after it?"""
    numbers = (at.number(line) for line in at.lines[i + 1 : i + 1 + _LOOK_AHEAD])
    return next((number for number in numbers if number is not None), None) == (at.number(at.lines[i]) or 0) + 1


def _goes_back(at: Position, i: int) -> bool:
    """Does the body go on right under a note that has ended: with the rest of its sentence, or with a heading?

    The heading bears a label that may follow, over the paragraph whose number is due.
    """
    words = at.head(at.lines[i])
    leads_on = _LEADS_ON.search(at.tail) is not None
    if at.paragraph is not None and (leads_on or not at.finished):
        return leads_on or words.text[:1].islower()
    below = at.line(i + 1)
    due = below is not None and at.number(below) == (at.last_number or 0) + 1
    return due and at.outline.follows(heading_labels(words))


def note_ids(notes: Sequence[NoteDraft]) -> list[str]:
    """An id for each note, unique in the report: its number, or ``p7-1`` where that repeats or is a sign.

    The page is 0 where the format has none; the count runs over the notes of that page that need such an id.
    """
    times = Counter(note.number for note in notes)
    counts: Counter[int] = Counter()
    ids: list[str] = []
    for note in notes:
        if times[note.number] == 1 and note.number.isalnum():
            ids.append(note.number)
        else:
            page = note.page or 0
            counts[page] += 1
            ids.append(f"p{page}-{counts[page]}")
    return ids


def match_markers(
    notes: Sequence[NoteDraft], calls: Iterable[tuple[NoteMarker, PartRef]]
) -> tuple[list[tuple[NoteMarker, PartRef] | None], list[tuple[NoteMarker, PartRef]]]:
    """For each note the marker that calls it, and the markers that call no note.

    Where a number repeats, the first marker calls the first note. A note that is called again keeps its first marker.
    """
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for i, note in enumerate(notes):
        waiting[note.number].append(i)
    matched: list[tuple[NoteMarker, PartRef] | None] = [None] * len(notes)
    lost: list[tuple[NoteMarker, PartRef]] = []
    for marker, part in calls:
        if waiting.get(marker.number):
            matched[waiting[marker.number].popleft()] = (marker, part)
        elif marker.number not in waiting:
            lost.append((marker, part))
    return matched, lost
