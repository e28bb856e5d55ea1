"""Together: forms that are looked for in the same texts, and a text in; out the matches of all of them.

A sentence in which none of twenty forms may begin costs one look, not twenty.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from rapporteur.patterns.form import Form
from rapporteur.patterns.scan import SCANS, Scan, Words

_END = sys.maxsize
_Found = tuple[int, int, re.Match[str]]


class Together:
    """Several forms that are searched at once."""

    __slots__ = ("_forms", "_gates")

    def __init__(self, forms: Sequence[Form]) -> None:
        self._forms = tuple(forms)
        self._gates: frozenset[Words | None] = frozenset()

    def may_begin(self, text: str, start: int = 0, end: int = _END) -> bool:
        """May a match of one of them begin from ``start`` on and before ``end``?"""
        scan = SCANS.get(id(text))
        if scan is None or not scan.plain:
            return True
        places, anywhere = self._openings(scan)
        return bool(anywhere) or bisect_left(places, (start, 0)) < bisect_left(places, (end, 0))

    def matches(self, text: str, start: int = 0, end: int = _END) -> list[tuple[int, re.Match[str]]]:
        """The number of its form with each match that ``finditer`` of one of them gives, by where they begin.

        Of those that begin at one place the first form's comes first.
        """
        scan = SCANS.get(id(text))
        if scan is not None and scan.plain:
            places, anywhere = self._openings(scan)
            found = self._at(places, text, start, end) if places else []
        else:
            anywhere, found = range(len(self._forms)), []
        for number in anywhere:
            found += [(match.start(), number, match) for match in self._forms[number].finditer(text, start, end)]
        if len(found) > 1:
            found.sort(key=itemgetter(0, 1))
        return [(number, match) for _, number, match in found]

    def _at(self, places: Sequence[tuple[int, int]], text: str, start: int, end: int) -> list[_Found]:
        """The matches that begin at one of the places, none inside another of the same form."""
        found: list[_Found] = []
        reached: dict[int, int] = {}
        for at, number in places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]:
            if at >= reached.get(number, 0):
                match = self._forms[number].match(text, at, end)
                if match is not None:
                    found.append((at, number, match))
                    reached[number] = max(match.end(), at + 1)
        return found

    def _openings(self, scan: Scan) -> tuple[Sequence[tuple[int, int]], Sequence[int]]:
        """Where which form may begin in the text, in reading order, and those that may anywhere."""
        known = scan.together.get(self)
        if known is None:
            self._gates = self._gates or frozenset(form.gate for form in self._forms)
            if self._gates.isdisjoint(scan.stand) and self._gates <= scan.asked:
                known = scan.together[self] = (), ()
                return known
            each = [form.openings(scan.text) for form in self._forms]
            places = sorted((at, number) for number, known_at in enumerate(each) for at in known_at or ())
            known = scan.together[self] = places, [number for number, known_at in enumerate(each) if known_at is None]
        return known
