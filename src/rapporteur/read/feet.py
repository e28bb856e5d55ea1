"""Notes at the foot of a page, and the digits glued to words that call them.

Takes a `Sheet` whose page furniture is known, gives note lines their role and `Mark`s for note numbers and markers. A
note begins with a number without a full stop, or with a sign, which in a text without pages may stand between other
words; a digit at the end of a word is a marker only where the foot of that page has the note it calls.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.model import Span
from rapporteur.read.foot_markers import SIGN, markers
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Mark
from rapporteur.read.printed import Printed, Role, Sheet

_BEGINS = LAYOUT["foot/note"].regex
_ALONE = LAYOUT["foot/number"].regex
_RULE = re.compile(r"[_─—–-]{5,}\s*\Z")
_PARAGRAPH = LAYOUT["paragraph/number"].regex
_GLUED = LAYOUT["foot/marker"].regex
_SIGNED = re.compile(r"([*†‡]{1,3})[ \t]?(?=[A-Z“])")
_MOST = 60
"""Lines that the notes of one page may take."""


_WORDS = re.compile(r"\s*(?:[A-Z“\"‘(]|ibid)")


@dataclass(frozen=True, slots=True)
class _Note:
    """The beginning of a note: its line, its number or sign, and the place of that."""

    at: int
    number: str
    label: Span


def set_aside_notes(sheet: Sheet) -> None:
    """Give the notes at the foot of each page their role, and mark what calls them."""
    raised = list(sheet.marks)
    starts = [mark.span.start for mark in raised]
    made: list[Mark] = []
    numbers: set[str] = set()
    last, open_note = 0, None
    pages = list(sheet.pages())
    if len(pages) == 1:
        made += _signed(sheet, [line for line in pages[0] if not line.role.furniture])
        numbers.update(number for mark in made for number in mark.numbers)
    for page in pages:
        lines = [line for line in page if not line.role.furniture or line.role is Role.RULE]
        begin, notes = _foot(sheet, lines, last)
        if len(pages) == 1 and notes and notes[0].number in numbers:
            begin, notes = len(lines), []
        if len(pages) > 1 and not notes:
            signed = _signed(sheet, [line for line in lines if line.role is not Role.RULE])
            made += signed
            numbers.update(number for mark in signed for number in mark.numbers)
        begin = _continuation(sheet, lines, begin, open_note)
        for line in lines[begin:]:
            if line.role is not Role.RULE:
                line.role = Role.NOTE
                open_note = line
        _join_numbers(sheet, lines, notes)
        body = [line for line in lines[:begin] if line.role in (Role.BODY, Role.HEADING)]
        shown = {n for line in body for mark in _within(raised, starts, line) for n in mark.numbers}
        made += markers(sheet, body, [note.number for note in notes if note.number not in shown])
        made += [Mark("note-marker", note.label, (note.number,)) for note in notes]
        numbers.update(note.number for note in notes)
        last = next((int(note.number) for note in reversed(notes) if note.number.isdecimal()), last)
    sheet.lines[:] = [line for line in sheet.lines if len(line.span)]
    numbers |= _between_paragraphs(sheet, raised, numbers)
    taken = {mark.span.start for mark in made}
    kept = [mark for mark in raised if mark.span.start not in taken and _calls(sheet, mark, numbers)]
    sheet.marks[:] = sorted([*kept, *made], key=lambda mark: mark.span)


def _between_paragraphs(sheet: Sheet, raised: Sequence[Mark], known: set[str]) -> set[str]:
    """The numbers of notes that stand between paragraphs, as a web page printed to a file has them.

    Each stands apart and begins with a raised number that was called above; it gets its role, with the lines it goes
    on over.
    """
    at_start = {mark.span.start: mark for mark in raised if len(mark.numbers) == 1 and mark.numbers[0].isdecimal()}
    called: set[str] = set()
    found: set[str] = set()
    body = [line for line in sheet.lines if line.role is Role.BODY]
    calls = iter(raised)
    call = next(calls, None)
    for i, line in enumerate(body):
        while call is not None and call.span.start < line.span.start:
            called.update(call.numbers if call.span.start not in at_start or not _begins_line(sheet, call) else ())
            call = next(calls, None)
        mark = at_start.get(line.span.start)
        if mark is None or not line.above or mark.numbers[0] in known | found or mark.numbers[0] not in called:
            continue
        if _WORDS.match(sheet.text, mark.span.end, line.span.end) is None:
            continue
        found.add(mark.numbers[0])
        line.role = Role.NOTE
        for after in body[i + 1 :]:
            if after.above or after.span.start in at_start or after.page != line.page:
                break
            after.role = Role.NOTE
    return found


def _begins_line(sheet: Sheet, mark: Mark) -> bool:
    """Does a mark stand at the beginning of its line?"""
    return mark.span.start == 0 or sheet.text[mark.span.start - 1] in "\n\f"


def _signed(sheet: Sheet, lines: Sequence[Printed]) -> list[Mark]:
    """The notes that begin with a sign in a text without pages, whose feet stand between other words: each stands
    apart, a sign glued to a word not far above calls it. Gives them their role, and the marks of both."""
    found: list[Mark] = []
    used: set[int] = set()
    for i, line in enumerate(lines):
        match = _SIGNED.match(sheet.words(line))
        if match is None or not line.above:
            continue
        calls = [
            call
            for body in lines[max(0, i - _MOST) : i]
            if body.role in (Role.BODY, Role.HEADING)
            for call in SIGN.finditer(sheet.text, body.span.start, body.span.end)
            if call[1] == match[1] and call.start() not in used
        ]
        if not calls:
            continue
        used.add(calls[-1].start())
        start = line.span.start
        found.append(Mark("note-marker", Span(*calls[-1].span(1)), (match[1],)))
        found.append(Mark("note-marker", Span(start, start + len(match[1])), (match[1],)))
        line.role = Role.NOTE
        for after in lines[i + 1 :]:
            if after.above or _SIGNED.match(sheet.words(after)) or _PARAGRAPH.match(sheet.words(after)):
                break
            after.role = Role.NOTE
    return found


def _within(marks: Sequence[Mark], starts: Sequence[int], line: Printed) -> Sequence[Mark]:
    return marks[bisect_left(starts, line.span.start) : bisect_left(starts, line.span.end)]


def _calls(sheet: Sheet, mark: Mark, numbers: set[str]) -> bool:
    """Does what is raised call a note? It does where there is such a note, or where it is glued as a marker is.

    Else it is an exponent, or the end of an ordinal number.
    """
    if numbers.issuperset(mark.numbers):
        return True
    before = sheet.text[max(0, mark.span.start - 3) : mark.span.start]
    glued = _GLUED.match(sheet.text, mark.span.start) is not None
    return glued and ((before.isalpha() and len(before) == 3) or not before[-1:].isalnum())


def _continuation(sheet: Sheet, lines: Sequence[Printed], begin: int, open_note: Printed | None) -> int:
    """Where the foot of a page begins if a note of an earlier page goes on there: under a rule, or in notes' type.

    :param open_note: the last line of the last note so far.
    """
    if open_note is None or sheet.words(open_note).endswith((".", "!", "?")):
        return begin
    first = begin
    while first and open_note.size and lines[first - 1].size == open_note.size < lines[0].size:
        first -= 1
    if first == begin:
        rules = [i for i in range(max(0, begin - _MOST), begin) if _RULE.match(sheet.words(lines[i]))]
        first = rules[-1] + 1 if rules and not open_note.size else begin
    return first


def _foot(sheet: Sheet, lines: Sequence[Printed], last: int) -> tuple[int, list[_Note]]:
    """Where the notes of a page begin, and the notes; none where the page ends with other words.

    :param last: the number of the last note of an earlier page.
    """
    for begin in range(max(0, len(lines) - _MOST), len(lines)):
        line = lines[begin]
        ruled = begin > 0 and bool(_RULE.match(sheet.words(lines[begin - 1])))
        if not (line.above or ruled or begin == 0) or line.role is not Role.BODY:
            continue
        notes = _notes(sheet, lines, begin)
        if notes and (ruled or _called(sheet, lines[:begin], notes, last)):
            return begin, notes
    return len(lines), []


def _notes(sheet: Sheet, lines: Sequence[Printed], begin: int) -> list[_Note]:
    """The notes in the lines from ``begin`` to the foot: numbers that rise by one; none if anything else is there."""
    notes: list[_Note] = []
    for i in range(begin, len(lines)):
        words, start = sheet.words(lines[i]), lines[i].span.start
        if match := _ALONE.match(words) or _BEGINS.match(words):
            number = match["number"]
            alone = match.end() == len(words)
            if (not alone or i + 1 < len(lines)) and _follows(number, notes):
                notes.append(_Note(i, number, Span(start, start + match.end("number"))))
                continue
        if not notes or _PARAGRAPH.match(words) or (lines[i].above > 1 and i > begin):
            return []
    return notes


def _follows(number: str, notes: Sequence[_Note]) -> bool:
    counted = [int(note.number) for note in notes if note.number.isdecimal()]
    if not number.isdecimal():
        return not counted
    return int(number) > 0 and (not counted or int(number) == counted[-1] + 1)


def _called(sheet: Sheet, body: Sequence[Printed], notes: Sequence[_Note], last: int) -> bool:
    """Is the first note of a foot the one that is due, or do markers on the page call it, or half of the notes?"""
    first = notes[0]
    if first.number.isdecimal() and int(first.number) == last + 1 and last:
        return True
    if markers(sheet, body, [first.number]):
        return True
    return 0 < len(notes) <= 2 * sum(bool(markers(sheet, body, [note.number])) for note in notes[1:])


def _join_numbers(sheet: Sheet, lines: Sequence[Printed], notes: Sequence[_Note]) -> None:
    """Join a number that stands alone on its line with the words of the note on the next."""
    for note in notes:
        line = lines[note.at]
        if note.label.end == line.span.end and note.at + 1 < len(lines):
            after = lines[note.at + 1]
            line.span = Span(line.span.start, after.span.end)
            after.span = Span(after.span.end, after.span.end)
