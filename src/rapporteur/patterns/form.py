"""Forms: a regular expression that is tried only where its own letters stand.

Takes the source of a pattern, gives a `Form` that answers as the compiled expression does, only sooner. Most cues of a
pattern file begin with one of a few words, or cannot do without one; both are read off the parsed expression at its
first search, so that no pattern has to declare them. Where none of the words it cannot do without occurs, nothing is
searched; where every match begins with one of a few words, the expression is tried at these words alone. What is found
is the same, match by match.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 128
"""Words that a form may begin with, or need one of; with more it is tried everywhere."""
_FEW = 4
"""Signs of a character class that are read as letters of a word: "[Tt]"."""
_STEM = 6
"""Letters of a word that are looked for; what follows them the expression itself decides."""
_WORD_AND_SPACE = re.compile(r"(?<![\\^])(\\w|\[(?!\^)(?:\\[wd]|[^]\\\s])+\])([*+])(?=\s*\\s(?![?*{]))")
"""In the source of a pattern: letters without end, then white space. No letter is white space, so that it is of no use
to give back some of them: they are made possessive."""
_SETS = 2
"""Sets of words of each of which a match holds one, that are looked for; of more the rarest."""
_COMMON = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "its", "of", "on", "or", "the", "to"]
)
"""Words that stand in nearly every sentence, so that it tells nothing that one does."""
_END = sys.maxsize
_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

Words = frozenset[str]
_NOTHING: Words = frozenset([""])
_NONE: Words = frozenset()


class Form:
    """A compiled expression, with the methods of `re.Pattern` that finders use.

    :ivar pattern: the source as the file has it.
    :ivar heads: every match begins with one of these words; empty where that is not known.
    :ivar needs: sets of words; every match holds one of each set.
    """

    __slots__ = (
        "_last",
        "_looked_for",
        "_marks",
        "findall",
        "finditer",
        "fullmatch",
        "heads",
        "match",
        "needs",
        "pattern",
        "regex",
        "search",
        "sub",
    )

    heads: tuple[str, ...]
    needs: tuple[tuple[str, ...], ...]
    _marks: tuple[tuple[str, int], ...]
    _looked_for: tuple[tuple[str, ...], ...]
    _last: tuple[str, list[int]]

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

    def learn(self) -> Form:
        """The same form, its heads and needs read off its expression, as its first search does."""
        self.heads, self.needs = _words(self.regex)
        self._marks = _stems(self.heads)
        self._looked_for = tuple(tuple(stem for stem, _ in _stems(words)) for words in self.needs)
        self._last = "", []
        guarded = self.heads or self.needs
        self.search = self._search if guarded else self.regex.search
        self.finditer = self._finditer if guarded else self.regex.finditer
        return self

    def _first_search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        return self.learn().search(text, start, end)

    def _first_finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        return self.learn().finditer(text, start, end)

    def _search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        if self._looked_for and self._lacks(text, start, end):
            return None
        if not self.heads:
            return self.regex.search(text, start, end)
        for at in self._places(text, start, end):
            match = self.regex.match(text, at, end)
            if match is not None:
                return match
        return None

    def _finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        if self._looked_for and self._lacks(text, start, end):
            return iter(())
        if not self.heads:
            return self.regex.finditer(text, start, end)
        places = self._places(text, start, end)
        return self._at(places, text, start, end) if places else iter(())

    def _places(self, text: str, start: int, end: int) -> Sequence[int]:
        """Where a match may begin; known of a whole text as soon as parts of it are searched one after the other."""
        if start == 0 and end >= len(text):
            return _places(self._marks, text)
        last = self._last
        if last[0] is not text:
            last = self._last = text, _places(self._marks, text)
        places = last[1]
        return places[bisect_left(places, start) : bisect_left(places, end)]

    @property
    def signs(self) -> tuple[str, ...]:
        """Words of which every match holds one, the rarest that are known; empty where none are."""
        self.learn()
        return self.needs[0] if self.needs else self.heads

    def _lacks(self, text: str, start: int, end: int) -> bool:
        """Is there a set of words that the form cannot do without, and none of them in the text?"""
        part = text if start == 0 and end >= len(text) else text[start:end]
        for words in self._looked_for:
            for word in words:
                if word in part:
                    break
            else:
                return True
        return False

    def _at(self, places: Iterable[int], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches that begin at one of the places, none inside another."""
        for at in places:
            if at >= start:
                match = self.regex.match(text, at, end)
                if match is not None:
                    yield match
                    start = max(match.end(), at + 1)


def _stems(words: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """What to look for instead of the words, each with how many letters stand before it: beginnings, "Reef" and "reef"
    as "eef"."""
    stems = {word[:_STEM] for word in words}
    both = {stem for stem in stems if len(stem) > 3 and stem[0].isupper() and stem[0].lower() + stem[1:] in stems}
    single = stems - both - {stem[0].lower() + stem[1:] for stem in both}
    return (*((stem[1:], 1) for stem in sorted(both)), *((stem, 0) for stem in sorted(single)))


def _places(marks: Sequence[tuple[str, int]], text: str) -> list[int]:
    """Where one of the stems stands, less the letters before it, in reading order and each place once."""
    places: list[int] = []
    for stem, before in marks:
        if stem in text:
            at = text.find(stem)
            while at >= 0:
                places.append(at - before)
                at = text.find(stem, at + 1)
    return sorted({at for at in places if at >= 0}) if places else places


def _words(regex: re.Pattern[str]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The heads and the needs of an expression; none where upper and lower case are the same to it."""
    if regex.flags & re.IGNORECASE:
        return (), ()
    tree = _parser.parse(regex.pattern, regex.flags)
    whole, begun = _beginnings(tree)
    heads = _shortest(whole | begun)
    if min(map(len, heads), default=0) < 2 or len(heads) > _MOST:
        heads = _NONE
    needs = [words for words in _needed(tree) if words != heads]
    return tuple(sorted(heads)), tuple(tuple(sorted(words)) for words in needs[:_SETS])


def _shortest(words: Words) -> Words:
    """The words without those that begin with another of them."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return frozenset(kept)


def _beginnings(tree: Iterable[tuple[Any, Any]]) -> tuple[Words, Words]:
    """What every match of a sequence is, as far as is known: whole words, and words that some unknown text follows."""
    whole, begun = _NOTHING, _NONE
    for kind, value in tree:
        next_whole, next_begun = _beginning(kind, value)
        if len(whole) * (len(next_whole) + len(next_begun)) > _MOST:
            return _NONE, begun | whole
        begun |= {a + b for a in whole for b in next_begun}
        whole = frozenset(a + b for a in whole for b in next_whole)
        if not whole:
            break
    return whole, begun


def _beginning(kind: Any, value: Any) -> tuple[Words, Words]:
    """`_beginnings` of one element of a parsed expression."""
    if kind is op.LITERAL:
        return frozenset([chr(value)]), _NONE
    if kind in _ZERO_WIDTH:
        return _NOTHING, _NONE
    if kind is op.IN and len(value) <= _FEW and all(k is op.LITERAL for k, _ in value):
        return frozenset(chr(letter) for _, letter in value), _NONE
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _beginnings(value[3])
    if kind is op.ATOMIC_GROUP:
        return _beginnings(value)
    if kind is op.BRANCH:
        branches = [_beginnings(branch) for branch in value[1]]
        return frozenset().union(*(b[0] for b in branches)), frozenset().union(*(b[1] for b in branches))
    if kind in _REPEATS:
        least, most, repeated = value
        whole, begun = _beginnings(repeated)
        if most > 1:
            whole, begun = _NONE, begun | whole
        return (whole | _NOTHING if least == 0 else whole), begun
    return _NONE, _NOTHING


def _needed(tree: Iterable[tuple[Any, Any]]) -> list[Words]:
    """The sets of words of each of which every match of a sequence holds one, the rarest first."""
    sets: list[Words] = []
    run = _NOTHING
    for kind, value in tree:
        whole, begun = _beginning(kind, value)
        if len(run) * (len(whole) + len(begun)) > _MOST:
            sets.append(run)
            run = _NOTHING
        run = frozenset(a + b for a in run for b in whole | begun)
        if begun or len(run) > _MOST:
            sets += [run, *_needed_of(kind, value)]
            run = _NOTHING
    known = sorted({_shortest(words) for words in (*sets, run) if _rarity(words) > 0}, key=_rarity, reverse=True)
    return [words for at, words in enumerate(known) if not any(rarer <= words for rarer in known[:at])]


def _needed_of(kind: Any, value: Any) -> list[Words]:
    """`_needed` of one element of a parsed expression."""
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _needed(value[3])
    if kind is op.ATOMIC_GROUP:
        return _needed(value)
    if kind is op.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        together = frozenset().union(*(sets[0] for sets in branches if sets))
        return [together] if all(branches) and len(together) <= _MOST else []
    if kind in _REPEATS and value[0]:
        return _needed(value[2])
    return []


def _rarity(words: Words) -> float:
    """How seldom, roughly, a text holds one of the words: long ones, and few, are rare; below 0: always."""
    shortest = min(map(len, words), default=0)
    if (
        not shortest
        or words & _COMMON
        or (shortest == 1 and any(len(w) == 1 and (w.isalnum() or w.isspace()) for w in words))
    ):
        return -1
    return 8 * min(shortest, 8) + (_MOST - len(words)) / 4
