"""Notes collected at the end of a text on pages, under the word "Notes", and the digits in the text that call them.

Takes a `Sheet` whose page furniture and feet are known, gives the lines of such notes their role and `Mark`s for note
numbers and markers. A note begins with the number that is due; all else up to the next belongs to it. Which digits are
markers is decided for the whole text at once: those of the longest chain of numbers that rise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from rapporteur.model import Span
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Mark
from rapporteur.read.printed import Printed, Role, Sheet

_TITLE = LAYOUT["heading/notes"].regex
_BEGINS = LAYOUT["foot/note"].regex
_ALONE = LAYOUT["foot/number"].regex
_ANNEX = LAYOUT["heading/annex"].regex
_MARKERS = (LAYOUT["foot/marker"].regex, LAYOUT["end/marker-apart"].regex)
_FEWEST = 3
"""Notes under the word before they are a list of notes, whatever calls them."""
_FEWEST_CALLED = 2
"""Notes under the word that are such a list where digits in the text call every one of them."""


def set_aside_end_notes(sheet: Sheet) -> None:
    """Give the notes at the end their role, and mark their numbers and what calls them."""
    lines = [line for line in sheet.lines if not line.role.furniture]
    begin = _begin(sheet, lines)
    if begin is None:
        return
    labels: list[tuple[int, Span]] = []
    end = begin
    for line in lines[begin:]:
        words = sheet.words(line)
        match = _BEGINS.match(words) or _ALONE.match(words)
        if match is not None and match["number"] == str(len(labels) + 1):
            start = line.span.start
            labels.append((len(labels) + 1, Span(start, start + match.end("number"))))
        elif not labels or (line.above and _ANNEX.match(words)) or line.role is not Role.BODY:
            break
        end += 1
    if len(labels) < _FEWEST_CALLED:
        return
    called = _called(sheet, [line for line in lines[: begin - 1] if line.role is Role.BODY], len(labels))
    if len(labels) < _FEWEST and len({number for mark in called for number in mark.numbers}) < len(labels):
        return
    for line in lines[begin:end]:
        line.role = Role.NOTE
    _join_numbers(sheet, lines[begin:end], {label.end for _, label in labels})
    made = [Mark("note-marker", label, (str(number),)) for number, label in labels] + called
    taken = {mark.span.start for mark in made}
    kept = [mark for mark in sheet.marks if mark.span.start not in taken]
    sheet.marks[:] = sorted([*kept, *made], key=lambda mark: mark.span)


def _join_numbers(sheet: Sheet, lines: Sequence[Printed], ends: set[int]) -> None:
    """Join a number that stands alone on its line with the words of the note on the next.

    :param ends: where the numbers end.
    """
    for line, after in pairwise(lines):
        if line.span.end in ends:
            line.span = Span(line.span.start, after.span.end)
            after.span = Span(after.span.end, after.span.end)
    sheet.lines[:] = [line for line in sheet.lines if len(line.span)]


def _begin(sheet: Sheet, lines: Sequence[Printed]) -> int | None:
    """Index of the first line under the last "Notes" that stands alone, apart from what is above it."""
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.role in (Role.BODY, Role.HEADING) and _TITLE.match(sheet.words(line)):
            return i + 1 if line.above or not i or lines[i - 1].page != line.page else None
    return None


def _called(sheet: Sheet, body: Sequence[Printed], most: int) -> list[Mark]:
    """The markers in the text: of all digits that may call notes the longest chain that rises, the earliest of equals.

    :param most: the number of the last note.
    """
    may: list[tuple[Span, tuple[str, ...], int]] = []
    for line in body:
        found = [match for form in _MARKERS for match in form.finditer(sheet.text, line.span.start, line.span.end)]
        for match in sorted(found, key=lambda m: m.start("numbers")):
            called = tuple(re.findall(r"\d+", match["numbers"]))
            if all(0 < int(number) <= most for number in called):
                may.append((Span(*match.span("numbers")), called, int(called[0])))
    return [Mark("note-marker", may[i][0], may[i][1]) for i in _rising([number for *_, number in may])]


def _rising(numbers: Sequence[int]) -> list[int]:
    """Indices of the longest run of numbers that rise.

    >>> _rising([1, 9, 2, 3, 1, 4])
    [0, 2, 3, 5]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [i]
    found: list[int] = []
    i = ends[-1] if ends else -1
    while i >= 0:
        found.append(i)
        i = before[i]
    return found[::-1]
