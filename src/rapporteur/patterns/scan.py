"""Scan: a text in, out where the words stand that forms look for, found for all forms in one pass.

A text that is searched again and again, as the paragraphs of a report are, is scanned at its second search; a
`Form` then asks the scan instead of the text.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from rapporteur.patterns.letters import CLAUSE_ENDS

WORTH = 120
"""Characters from which on a text is scanned."""
_HELD = 500_000
"""Characters of texts whose scans are kept."""
_PATIENCE = 64
"""Texts after which new words are looked for too, however few."""
_STEM = 12
"""Letters of a word that are looked for; what follows them the expression itself decides."""
_LEAST = 3
"""Letters of the shortest stem that texts are scanned for: shorter ones stand nearly everywhere."""
_CAPITAL = "[A-ZÀ-ÖØ-Þ\u0100-\U0010ffff]"
_CAPITALS = (re.compile(_CAPITAL), re.compile(f"{_CAPITAL}(?={_CAPITAL})"))
"""One letter, or two, that may be capitals."""
_CLAUSE_END = re.compile(f"[{CLAUSE_ENDS}]")


class Words:
    """A set of words that are looked for by their beginnings, "Reef" and "reef" as "eef".

    :ivar stems: the beginnings.
    :ivar spaced: there is a space in one of them.
    """

    __slots__ = ("_before", "_upto", "spaced", "stems")

    def __init__(self, words: Sequence[str]) -> None:
        self._before = dict(_stems(words))
        self.stems = tuple(self._before)
        self.spaced = any(" " in stem for stem in self.stems)
        self._upto = _VOCABULARY.learn(self.stems) if all(len(s) >= _LEAST for s in self.stems) else sys.maxsize

    def places(self, text: str) -> list[int]:
        """Where in the text one of them begins, in reading order."""
        places: set[int] = set()
        for stem, before in self._before.items():
            at = text.find(stem, before)
            while at >= 0:
                places.add(at - before)
                at = text.find(stem, at + 1)
        return sorted(places)

    def scanned_in(self, scan: Scan) -> bool:
        """Does one of them stand in a text that was scanned?"""
        if self._upto > scan.size:
            return any(stem in scan.text for stem in self.stems)
        return not scan.found.keys().isdisjoint(self._before.keys())

    def scanned_places(self, scan: Scan) -> list[int]:
        """`places`, asked of a scan."""
        if self._upto > scan.size:
            return self.places(scan.text)
        hits = scan.found.keys() & self._before.keys()
        places = {at - self._before[stem] for stem in hits for at in scan.found[stem]}
        places.discard(-1)
        return sorted(places)


class _Vocabulary:
    """The stems of all forms that were asked so far, and an automaton of those that were known when it was made."""

    def __init__(self) -> None:
        self.stems: dict[str, int] = {}
        self.automaton = AhoCorasick([])
        self.made_of: tuple[str, ...] = ()
        self.waited = 0

    def learn(self, stems: Iterable[str]) -> int:
        """Look for these too; gives how many stems an automaton is made of that finds them."""
        return max((self.stems.setdefault(stem, len(self.stems)) for stem in stems), default=-1) + 1

    def find(self, text: str) -> dict[str, list[int]]:
        """Where each stem of the automaton stands in the text."""
        self.waited += 1
        new = len(self.stems) - len(self.made_of)
        if new > len(self.made_of) // 4 or (new and self.waited > _PATIENCE):
            self.made_of, self.waited = tuple(self.stems), 0
            self.automaton = AhoCorasick(list(self.made_of))
        places: dict[str, list[int]] = {}
        stems = self.made_of
        for index, start, _ in self.automaton.find_matches_as_indexes(text, overlapping=True):
            stem = stems[index]
            if stem in places:
                places[stem].append(start)
            else:
                places[stem] = [start]
        return places


_VOCABULARY = _Vocabulary()


class Scan:
    """Where the words of all forms stand in a text.

    :ivar plain: all white space in it are single signs " ".
    :ivar found: the places of each stem that stands in it.
    :ivar size: of so many stems of the vocabulary is told whether they stand in it.
    :ivar openings: what forms have asked of it so far, by form.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = text.isprintable()
        self.found = _VOCABULARY.find(text)
        self.size = len(_VOCABULARY.made_of)
        self.openings: dict[Hashable, Sequence[int] | None] = {}

    @cached_property
    def _capitals(self) -> tuple[list[int], list[int]]:
        one, two = ([match.start() for match in letters.finditer(self.text)] for letters in _CAPITALS)
        return one, two

    @cached_property
    def _clause_ends(self) -> list[int]:
        return [match.start() for match in _CLAUSE_END.finditer(self.text)]

    def capitals(self, number: int) -> list[int]:
        """Where so many capital letters, one or two, may stand."""
        return self._capitals[number - 1]

    def capitals_before(self, number: int, words: Words) -> list[int]:
        """Those of the `capitals` that are followed by one of the words before the clause ends."""
        capitals, ends = self.capitals(number), self._clause_ends
        found: list[int] = []
        reached = 0
        for place in words.scanned_places(self):
            before = bisect_left(ends, place)
            first = bisect_right(capitals, ends[before - 1]) if before else 0
            last = bisect_right(capitals, place)
            found += capitals[max(first, reached) : last]
            reached = max(reached, last)
        return found


_ONCE = object()
_scans: dict[str, Scan | object] = {}
_held = 0


def scan_of(text: str) -> Scan | None:
    """The scan of a text of `WORTH` characters or more; None where it was not asked for before."""
    global _held
    known = _scans.get(text)
    if isinstance(known, Scan):
        return known
    if known is None:
        if _held > _HELD:
            _scans.clear()
            _held = 0
        _held += len(text)
        _scans[text] = _ONCE
        return None
    scan = _scans[text] = Scan(text)
    return scan


def _stems(words: Sequence[str]) -> Iterable[tuple[str, int]]:
    """What to look for instead of the words, each with how many letters stand before it."""
    stems = {word[:_STEM] for word in words}
    both = {stem for stem in stems if len(stem) > 3 and stem[0].isupper() and stem[0].lower() + stem[1:] in stems}
    single = stems - both - {stem[0].lower() + stem[1:] for stem in both}
    return (*((stem[1:], 1) for stem in sorted(both)), *((stem, 0) for stem in sorted(single)))
