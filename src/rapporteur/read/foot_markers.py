"""What calls the notes at the foot of a page: signs, and digits glued to words, one after the other.

Takes a `Sheet`, the lines of a page and the numbers of its notes, gives `Mark`s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.model import Span
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Mark
from rapporteur.read.printed import Printed, Sheet

_GLUED = LAYOUT["foot/marker"].regex
_APART = LAYOUT["foot/marker-apart"].regex
_BEHIND_SYMBOL = LAYOUT["foot/marker-behind-symbol"].regex
_BEGINS_ANEW = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,3})[.)]\s")
SIGN = re.compile(r"(?<=[^\s*†‡])([*†‡]{1,3})(?=[\s.,;:)]|\Z)")
"""A sign glued to a word, which may call a note."""


def markers(sheet: Sheet, body: Sequence[Printed], notes: Sequence[str]) -> list[Mark]:
    """The markers of the notes on their page, in order: each after the one before.

    A note that nothing calls for certain is passed over; digits that else belong to a symbol, "3/CP.2.1", call it where
    something new begins behind them and they stand between the markers of its neighbours.

    :param notes: the number or sign of each note.
    """
    found = _sign_markers(sheet, body, [number for number in notes if not number.isdecimal()])
    due = [number for number in notes if number.isdecimal()]
    numbers, reached = frozenset(due), 0
    missing: list[tuple[str, int]] = []
    while due:
        certain, left = _chain(sheet, body, due, numbers, reached)
        begin = certain[0].span.start if certain else len(sheet.text)
        found += certain + _uncertain(sheet, body, missing, begin)
        missing = missing if not certain else []
        reached = certain[-1].span.end if certain else reached
        missing += [(number, reached) for number in left[:1]]
        due = left[1:]
    found += _uncertain(sheet, body, missing, len(sheet.text)) if found else []
    return sorted(found, key=lambda mark: mark.span)


def _sign_markers(sheet: Sheet, body: Sequence[Printed], signs: list[str]) -> list[Mark]:
    """The markers of the notes that bear a sign."""
    found: list[Mark] = []
    for line in body if signs else ():
        for match in SIGN.finditer(sheet.text, line.span.start, line.span.end):
            if match[1] in signs:
                signs.remove(match[1])
                found.append(Mark("note-marker", Span(*match.span(1)), (match[1],)))
    return found


def _chain(
    sheet: Sheet, body: Sequence[Printed], due: Sequence[str], numbers: frozenset[str], reached: int
) -> tuple[list[Mark], list[str]]:
    """The markers behind ``reached`` of the numbers that are due, one after the other, and the numbers from the first
    without one on.

    :param numbers: those of all notes of the page.
    """
    found: list[Mark] = []
    left = list(due)
    for i, line in enumerate(body):
        start, end = max(line.span.start, reached), line.span.end
        if not left or start >= end:
            continue
        if sheet.words(line) == left[0] and not line.above and i + 1 < len(body):
            found.append(Mark("note-marker", line.span, (left.pop(0),)))
            continue
        for match in _GLUED.finditer(sheet.text, start, end):
            called = tuple(re.findall(r"\d+", match["numbers"]))
            if left and called[0] == left[0] and numbers.issuperset(called):
                found.append(Mark("note-marker", Span(*match.span("numbers")), called))
                left = [number for number in left if number not in called]
        apart = _APART.search(sheet.text[:end], start) if left else None
        if apart is not None and apart["numbers"] == left[0] and _new_below(sheet, body, i):
            found.append(Mark("note-marker", Span(*apart.span("numbers")), (left.pop(0),)))
    return found, left


def _uncertain(sheet: Sheet, body: Sequence[Printed], missing: Sequence[tuple[str, int]], end: int) -> list[Mark]:
    """The markers before ``end`` of notes that nothing calls for certain: the one place that can be.

    :param missing: the number of each note, and where the marker before it ends.
    """
    found: list[Mark] = []
    for number, begin in missing:
        places = [
            match.span("numbers")
            for i, line in enumerate(body)
            for match in _BEHIND_SYMBOL.finditer(sheet.text, line.span.start, line.span.end)
            if match["numbers"] == number and begin <= match.start() and match.end() <= end
            if match.end() < line.span.end or _new_below(sheet, body, i)
        ]
        if len(places) == 1:
            found.append(Mark("note-marker", Span(*places[0]), (number,)))
    return found


def _new_below(sheet: Sheet, body: Sequence[Printed], i: int) -> bool:
    """Does something new begin below line ``i``: words that stand apart, or a label; or nothing?"""
    after = body[i + 1] if i + 1 < len(body) else None
    return after is None or bool(after.above) or _BEGINS_ANEW.match(sheet.words(after)) is not None
