"""Scan: a text in, out where the words stand that forms look for, found for all forms in one pass.

Whoever searches texts again and again, as the paragraphs of a report are, does so while they are `scanned`; every
`Form` then asks the scan instead of the text. A text that is searched once or twice is not worth it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from ahocorasick_rs import AhoCorasick

from rapporteur.model.swift import lazy
from rapporteur.patterns.letters import CLAUSE_ENDS, COMMON
from rapporteur.patterns.stems import Stems, occurrences

_PATIENCE = 64
"""Texts after which new words are looked for too, however few."""
_STEM = 12
"""Letters of a word that are looked for."""
_LEAST = 3
"""Letters of the shortest stem that texts are scanned for: shorter ones stand nearly everywhere."""
_CAPITAL = "[A-ZÀ-ÖØ-Þ\u0100-\U0010ffff]"
_CAPITALS = re.compile(_CAPITAL), re.compile(f"{_CAPITAL}(?={_CAPITAL})")
"""One letter, or two, that may be capitals."""
_CLAUSE_END = re.compile(f"[{CLAUSE_ENDS}]")


class Words(Stems):
    """A set of words that scans tell of.

    :ivar frequent: stems that no text is scanned for, as they stand nearly everywhere.
    :ivar upto: a scan that looked for so many stems of the vocabulary looked for all others.
    """

    __slots__ = ("_scanned", "frequent", "upto")

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(words, _STEM)
        self.frequent = tuple(s for s in self.before if len(s) < _LEAST or s.strip().lower() in COMMON)
        self._scanned = frozenset(self.before).difference(self.frequent)
        self.upto = _VOCABULARY.learn(self, sorted(self._scanned))

    def missing_in(self, scan: Scan) -> bool:
        """Is it known of a scan that none of them stands in the text?"""
        return self not in scan.stand and self in scan.asked

    def stand_in(self, scan: Scan) -> bool:
        """Does one of them stand in the text?"""
        return self in scan.stand or (not self.missing_in(scan) and any(stem in scan.text for stem in self.before))

    def places_in(self, scan: Scan) -> list[int]:
        """Where one of them may begin in the text, in reading order."""
        if self.upto > scan.size:
            return self.places(scan.text)
        places: list[int] = []
        for stem in scan.found.keys() & self._scanned:
            at = scan.found[stem]
            places += [place - 1 for place in at if place] if self.before[stem] else at
        for stem in self.frequent:
            places += occurrences(stem, self.before[stem], scan.text)
        return sorted(set(places)) if len(places) > 1 else places


class _Vocabulary:
    """The stems of all forms that were asked so far, and an automaton of those that were known when it was made."""

    def __init__(self) -> None:
        self.stems: dict[str, int] = {}
        self.sets: dict[str, list[Words]] = {}
        self.words: list[Words] = []
        self.asked: frozenset[Words] = frozenset()
        self.automaton = AhoCorasick([])
        self.made_of: tuple[str, ...] = ()
        self.known = 0
        self.waited = 0

    def learn(self, words: Words, stems: Sequence[str]) -> int:
        """Look for the stems of a set of words too; gives how many stems an automaton is made of that finds them."""
        self.words.append(words)
        for stem in stems:
            self.sets.setdefault(stem, []).append(words)
        return 1 + max((self.stems.setdefault(stem, len(self.stems)) for stem in stems), default=-1)

    def find(self, text: str) -> dict[str, list[int]]:
        """Where each stem of the automaton stands in the text."""
        self.waited += 1
        new = len(self.words) - self.known
        if new > self.known or (new and self.waited > _PATIENCE):
            self.made_of, self.known, self.waited = tuple(self.stems), len(self.words), 0
            self.asked = frozenset(words for words in self.words if not words.frequent)
            self.automaton = AhoCorasick(list(self.made_of))
        places: dict[str, list[int]] = defaultdict(list)
        stems = self.made_of
        for index, start, _ in self.automaton.find_matches_as_indexes(text, overlapping=True):
            places[stems[index]].append(start)
        return places


_VOCABULARY = _Vocabulary()

SCANS: dict[int, Scan] = {}
"""The scans that forms ask, by the identity of their text, which they keep alive."""


@contextmanager
def scanned(texts: Iterable[str]) -> Iterator[None]:
    """While this lasts, every form that is tried on one of the texts asks its scan."""
    made = {id(text): Scan(text) for text in texts}
    SCANS.update(made)
    try:
        yield
    finally:
        for key in made:
            SCANS.pop(key, None)


class Scan:
    """Where the words of all forms stand in a text.

    :ivar plain: all white space in it are single signs " ".
    :ivar found: the places of each stem that stands in it.
    :ivar stand: the sets of words of which one was found.
    :ivar size: of so many stems of the vocabulary is told whether they stand in it.
    :ivar asked: the sets of words that were known when it was made, so that none of them stands in the text but those
        of ``stand``; without those that have a frequent stem.
    :ivar openings: what forms have asked of it so far, by form.
    :ivar kept: what others made of the text and want again.
    :ivar together: what forms that are searched at once have asked of it: places with the number of a form, and the
        numbers of those that may stand anywhere.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = text.isprintable()
        self.found = _VOCABULARY.find(text)
        self.size = len(_VOCABULARY.made_of)
        self.asked = _VOCABULARY.asked
        self.stand: set[Words] = set().union(*map(_VOCABULARY.sets.__getitem__, self.found))
        self.openings: dict[Hashable, Sequence[int] | None] = {}
        self.kept: dict[str, Any] = {}
        self.together: dict[Hashable, tuple[Sequence[tuple[int, int]], Sequence[int]]] = {}

    @lazy
    def _clause_ends(self) -> list[int]:
        return [match.start() for match in _CLAUSE_END.finditer(self.text)]

    def capitals(self, number: int) -> list[int]:
        """Where so many capital letters, one or two, may stand together."""
        return [match.start() for match in _CAPITALS[number - 1].finditer(self.text)]

    def clauses_before(self, needed: Words) -> Iterator[tuple[int, int]]:
        """The ranges, none inside another, of what stands in a clause before a needed word or at its first letter."""
        ends = self._clause_ends
        reached = 0
        for place in needed.places_in(self):
            at = bisect_left(ends, place)
            yield max(reached, ends[at - 1] + 1 if at else 0), place + 1
            reached = place + 1

    def heads_before(self, heads: Words, needed: Words) -> list[int]:
        """Where one of the heads stands in a clause before a needed word."""
        return [at for low, high in self.clauses_before(needed) for at in heads.places_between(self.text, low, high)]

    def capitals_before(self, number: int, needed: Words) -> list[int]:
        """Those of the `capitals` that stand in a clause before a needed word."""
        letters = _CAPITALS[number - 1]
        return [
            match.start()
            for low, high in self.clauses_before(needed)
            for match in letters.finditer(self.text, low, high + number - 1)
        ]
