"""Cues: words without which a finder finds nothing, and a text in; out whose words stand in which stretch of it.

Each finder that reads sentence by sentence says its words once, as a `Cue`. They are looked for together, in one pass
over a text, so that a sentence that holds none of them costs no look of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

Range = tuple[int, int]


class Cue:
    """Words of which a sentence holds one where a finder may find something in it.

    :ivar bit: a number with one bit set, which no other cue has.
    """

    __slots__ = ("_words", "bit")

    def __init__(self, words: Iterable[str] | Callable[[], Iterable[str]]) -> None:
        """The words, or what gives them at their first use."""
        self._words = words
        self.bit = 1 << len(_CUES)
        _CUES.append(self)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self._words() if callable(self._words) else self._words)

    def stands_in(self, text: str) -> bool:
        """Does one of the words stand in the text?"""
        return any(word in text for word in self.words)


_CUES: list[Cue] = []


@cache
def _finder(count: int) -> tuple[AhoCorasick, tuple[int, ...]]:
    """Finds the words of so many cues, with the bits of those that each word belongs to."""
    bits: dict[str, int] = defaultdict(int)
    for cue in _CUES[:count]:
        for word in cue.words:
            bits[word] |= cue.bit
    return AhoCorasick(list(bits)), tuple(bits.values())


def cues_in(text: str, stretches: Sequence[Range]) -> list[int]:
    """The bits of all cues of which a word stands in a stretch of the text, one number a stretch.

    :param stretches: index ranges in reading order, none inside another.
    """
    held = [0] * len(stretches)
    if not stretches:
        return held
    automaton, bits = _finder(len(_CUES))
    base, number, (start, end) = stretches[0][0], 0, stretches[0]
    for index, first, last in automaton.find_matches_as_indexes(text[base : stretches[-1][1]], overlapping=True):
        while last + base > end:
            number += 1
            if number == len(stretches):
                return held
            start, end = stretches[number]
        if first + base >= start:
            held[number] |= bits[index]
    return held
