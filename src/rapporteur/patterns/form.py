"""Forms: a regular expression that is tried only where its own letters stand.

Takes the source of a pattern, gives a `Form` that answers as the compiled expression does, only sooner. Most cues of a
pattern file begin with one of a few words, or cannot do without one; both are read off the expression at its first
search (`letters`), as is whether it stands at the beginning or the end of a text (`edges`). Where none of the words it
cannot do without occurs, nothing is searched; where every match begins with one of a few words, or with a capital
letter of a clause that holds one, the expression is tried there alone. In texts that are scanned all these places were
found in one pass for all forms (`scan`). What is found is the same, match by match.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rapporteur.patterns.edges import edges_of
from rapporteur.patterns.letters import COMMON, Letters, letters_of
from rapporteur.patterns.scan import SCANS, Scan, Words
from rapporteur.patterns.stems import Stems, folded, pieces

_WORD_AND_SPACE = re.compile(r"(?<![\\^])(\\w|\[(?!\^)(?:\\[wd]|[^]\\\s])+\])([*+])(?=\s*\\s(?![?*{]))")
"""In the source of a pattern: letters without end, then white space. No letter is white space, so that it is of no use
to give back some of them: they are made possessive."""
_FEW = 24
"""Words that are looked for one by one in a text that is not scanned."""
_OPENER = 6
"""Letters of them."""
_END = sys.maxsize
_OTHER_SPACE = "".join(filter(str.isspace, map(chr, range(0x3001)))).replace(" ", "")
"""White space that a form may take for the space its matches end with."""


class Form:
    """A compiled expression, with the methods of `re.Pattern` that finders use.

    :ivar pattern: the source as the file has it.
    """

    __slots__ = (
        "_first",
        "_folded",
        "_gate",
        "_heads",
        "_letters",
        "_needs",
        "_openers",
        "_pieces",
        "_tails",
        "_within",
        "findall",
        "finditer",
        "fullmatch",
        "match",
        "pattern",
        "regex",
        "search",
        "sub",
    )

    _first: bool
    _folded: bool
    _letters: Letters
    _heads: Words
    _needs: tuple[Words, ...]
    _gate: Words | None
    _pieces: tuple[tuple[str, ...], ...]
    _openers: Stems | None
    _tails: tuple[str, ...]
    _within: Callable[..., re.Match[str] | None]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.pattern = source
        self.regex: re.Pattern[str] = re.compile(_WORD_AND_SPACE.sub(r"\1\2+", source), flags)
        self.match: Callable[..., re.Match[str] | None] = self.regex.match
        self.fullmatch: Callable[..., re.Match[str] | None] = self.regex.fullmatch
        self.findall: Callable[..., list[Any]] = self.regex.findall
        self.sub: Callable[..., str] = self.regex.sub
        self.search: Callable[..., re.Match[str] | None] = self._first_search
        self.finditer: Callable[..., Iterator[re.Match[str]]] = self._first_finditer

    @property
    def groupindex(self) -> Any:
        """The named groups and their numbers."""
        return self.regex.groupindex

    def learn(self) -> None:
        """Read off its expression what is known of its matches, as its first search does."""
        edges = edges_of(self.regex)
        self._first = edges.first
        if edges.first:
            self.search, self.finditer = self.regex.match, self._leading
            return
        self._letters = letters = letters_of(self.regex)
        self._folded = letters.folded
        heads = letters.heads if not letters.common else ()
        self._heads = Words(letters.heads if not letters.folded else ())
        self._needs = tuple(Words(words) for words in letters.needs if not letters.folded)
        gate = self._needs[0] if self._needs else self._heads
        self._gate = gate if gate.before else None
        self._pieces = tuple(found for words in (*letters.needs, heads) if 0 < len(found := pieces(words)) <= _FEW)
        begins = {head.partition(" ")[0] for head in heads}
        self._openers = Stems(begins, _OPENER) if 0 < len(begins) <= _FEW and not begins & COMMON else None
        guarded = heads or letters.needs or letters.capitals == 2
        self.search = self._search if guarded else self.regex.search
        self.finditer = self._finditer if guarded else self.regex.finditer
        if edges.lines and not letters.folded:
            self.search, self.finditer = self._line_search, self._line_finditer
        if edges.tails:
            self._tails, self._within, self.search = edges.tails, self.search, self._closing

    @property
    def signs(self) -> tuple[str, ...]:
        """Words, or pieces of them, of which every match holds one, the rarest that are known; empty where none are."""
        letters = letters_of(self.regex)
        return () if letters.folded else pieces(letters.needs[0] if letters.needs else letters.heads)

    def _first_search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        self.learn()
        return self.search(text, start, end)

    def _first_finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        self.learn()
        return self.finditer(text, start, end)

    def _leading(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """The match that begins where the text does, as all do."""
        match = self.regex.match(text, start, end)
        return iter(()) if match is None else iter((match,))

    def _line_search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The first match, all of which begin where a line does."""
        return next(self._line_finditer(text, start, end), None)

    def _line_finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """The matches that begin where a line does, none inside another."""
        if not self._may_hold(text):
            return
        at = start if start == 0 else text.find("\n", start - 1, end) + 1
        while at or start == 0:
            match = self.regex.match(text, at, end)
            if match is not None:
                yield match
                at = max(match.end(), at + 1) - 1
            start, at = 1, text.find("\n", at, end) + 1

    def _closing(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """The match that ends where the text does, as all do."""
        if end != _END:
            return self._within(text, start, end)
        if not text.endswith(self._tails, start) and text[-1:] not in _OTHER_SPACE:
            return None
        return self.regex.search(text, start) if self._may_hold(text) else None

    def _may_hold(self, text: str) -> bool:
        """Does a piece of one word of each set that every match needs stand in the text?"""
        for held in self._pieces:
            for piece in held:
                if piece in text:
                    break
            else:
                return False
        return True

    def _search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        places = self._openings(text)
        if places is None:
            return self.regex.search(text, start, end)
        if not places:
            return None
        if start or end < len(text):
            places = places[bisect_left(places, start) : bisect_left(places, end)]
        for at in places:
            match = self.regex.match(text, at, end)
            if match is not None:
                return match
        return None

    def _finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        places = self._openings(text)
        if places is None:
            return self.regex.finditer(text, start, end)
        if places and (start or end < len(text)):
            places = places[bisect_left(places, start) : bisect_left(places, end)]
        return self._at(places, text, start, end) if places else iter(())

    def _at(self, places: Iterable[int], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches that begin at one of the places, none inside another."""
        for at in places:
            if at >= start:
                match = self.regex.match(text, at, end)
                if match is not None:
                    yield match
                    start = max(match.end(), at + 1)

    @property
    def gate(self) -> Words | None:
        """Words of which every match holds one; None where none are known, or where it is looked for otherwise."""
        if self.finditer == self._first_finditer:
            self.learn()
        return self._gate if not self._first and self.finditer == self._finditer else None

    def openings(self, text: str) -> Sequence[int] | None:
        """Where in the text a match may begin, in reading order; None where it may anywhere."""
        if self.finditer == self._first_finditer:
            self.learn()
        if self._first:
            return (0,)
        return self._openings(text) if self.finditer == self._finditer else None

    def _openings(self, text: str) -> Sequence[int] | None:
        """`openings`, of a form that is known to have few."""
        if self._folded:
            return self._folded_openings(text)
        scan = SCANS.get(id(text))
        if scan is not None and scan.plain:
            if self._gate not in scan.stand and self._gate in scan.asked:
                return ()
            known = scan.openings
            if self not in known:
                known[self] = self._scanned_openings(scan)
            return known[self]
        if not self._may_hold(text):
            return ()
        return self._openers.places(text) if self._openers is not None else None

    def _folded_openings(self, text: str) -> Sequence[int] | None:
        """`_openings`, where small and capital letters are the same."""
        small = folded(text)
        if not self._may_hold(small):
            return ()
        return self._openers.places(small) if self._openers is not None and len(small) == len(text) else None

    def _scanned_openings(self, scan: Scan) -> Sequence[int] | None:
        """`_openings`, asked of the scan of a text."""
        letters, heads, needs = self._letters, self._heads, self._needs
        for words in needs:
            if words not in scan.stand and not words.stand_in(scan):
                return ()
        if letters.heads and not letters.common:
            return heads.places_in(scan)
        if letters.heads and letters.in_clause:
            return scan.heads_before(heads, needs[0])
        if letters.capitals and letters.in_clause:
            return scan.capitals_before(letters.capitals, needs[0])
        return scan.capitals(2) if letters.capitals == 2 else None
