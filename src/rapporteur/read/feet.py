"""Notes at the foot of a page, and the digits glued to words that call them.

Takes a `Sheet` whose page furniture is known, gives note lines their role and `Mark`s for note numbers and markers. A
note begins with a number without a full stop, or with a sign; a digit at the end of a word is a marker only where the
foot of that page has the note it calls.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.model import Span
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Mark
from rapporteur.read.printed import Printed, Role, Sheet

_BEGINS = LAYOUT["foot/note"].regex
_ALONE = LAYOUT["foot/number"].regex
_RULE = re.compile(r"[_─—–-]{5,}\s*\Z")
_PARAGRAPH = LAYOUT["paragraph/number"].regex
_GLUED = LAYOUT["foot/marker"].regex
_SIGN = re.compile(r"(?<=[^\s*†‡])([*†‡]{1,3})(?=[\s.,;:)]|\Z)")
_MOST = 60
"""Lines that the notes of one page may take."""


@dataclass(frozen=True, slots=True)
class _Note:
    """The beginning of a note: its line, its number or sign, and the place of that."""

    at: int
    number: str
    label: Span


def set_aside_notes(sheet: Sheet) -> None:
    """Give the notes at the foot of each page their role, and mark what calls them."""
    marked = {mark.span.start for mark in sheet.marks}
    known = {n for mark in sheet.marks for n in mark.numbers}
    last = 0
    made: list[Mark] = []
    for page in sheet.pages():
        lines = [line for line in page if not line.role.furniture or line.role is Role.RULE]
        begin, notes = _foot(sheet, lines, last)
        if not notes:
            continue
        body = [line for line in lines[:begin] if line.role in (Role.BODY, Role.HEADING)]
        for line in lines[begin:]:
            if line.role is not Role.RULE:
                line.role = Role.NOTE
        _join_numbers(sheet, lines, notes)
        labels = [Mark("note-marker", note.label, (note.number,)) for note in notes]
        made += [mark for mark in labels if mark.span.start not in marked]
        if not known.issuperset(note.number for note in notes):
            made += [mark for mark in _markers(sheet, body, notes) if mark.span.start not in marked]
        counted = [int(note.number) for note in notes if note.number.isdecimal()]
        last = counted[-1] if counted else last
    sheet.lines[:] = [line for line in sheet.lines if len(line.span)]
    sheet.marks[:] = sorted([*sheet.marks, *made], key=lambda mark: mark.span)


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
        if notes and (ruled or _called(sheet, lines[:begin], notes[0], last)):
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


def _called(sheet: Sheet, body: Sequence[Printed], note: _Note, last: int) -> bool:
    """Is the first note of a foot the one that is due, or one that a marker on the page calls?"""
    if note.number.isdecimal() and int(note.number) == last + 1 and last:
        return True
    return bool(_markers(sheet, body, [note]))


def _join_numbers(sheet: Sheet, lines: Sequence[Printed], notes: Sequence[_Note]) -> None:
    """Join a number that stands alone on its line with the words of the note on the next."""
    for note in notes:
        line = lines[note.at]
        if note.label.end == line.span.end and note.at + 1 < len(lines):
            after = lines[note.at + 1]
            line.span = Span(line.span.start, after.span.end)
            after.span = Span(after.span.end, after.span.end)


def _markers(sheet: Sheet, body: Sequence[Printed], notes: Sequence[_Note]) -> list[Mark]:
    """The markers of the notes on their page, in order: each after the one before."""
    found: list[Mark] = []
    numbers = {note.number for note in notes}
    signs = [note.number for note in notes if not note.number.isdecimal()]
    due = [note.number for note in notes if note.number.isdecimal()]
    for i, line in enumerate(body):
        start, end = line.span.start, line.span.end
        words = sheet.words(line)
        if due and words == due[0] and not line.above and i + 1 < len(body):
            found.append(Mark("note-marker", line.span, (due.pop(0),)))
            continue
        for match in _GLUED.finditer(sheet.text, start, end):
            called = tuple(re.findall(r"\d+", match["numbers"]))
            if due and called[0] == due[0] and numbers.issuperset(called):
                found.append(Mark("note-marker", Span(*match.span("numbers")), called))
                due = [number for number in due if number not in called]
        for match in _SIGN.finditer(sheet.text, start, end):
            if match[1] in signs:
                signs.remove(match[1])
                found.append(Mark("note-marker", Span(*match.span(1)), (match[1],)))
    return sorted(found, key=lambda mark: mark.span)
