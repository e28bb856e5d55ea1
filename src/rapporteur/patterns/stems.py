"""Stems: a set of words in, out where in a text one of them begins, each looked for by its first letters.

"Reef" and "reef" are looked for at once, as "eef". What follows a stem the expression decides whose words these are.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


class Stems:
    """The beginnings of a set of words.

    :ivar before: stem → how many letters of its words stand before it, 0 or 1.
    :ivar longest: the most letters of a stem.
    """

    __slots__ = ("before", "longest")

    def __init__(self, words: Iterable[str], longest: int) -> None:
        stems = {word[:longest] for word in words}
        both = {stem for stem in stems if len(stem) > 3 and stem[0].isupper() and stem[0].lower() + stem[1:] in stems}
        single = stems - both - {stem[0].lower() + stem[1:] for stem in both}
        self.before = {stem[1:]: 1 for stem in sorted(both)} | dict.fromkeys(sorted(single), 0)
        self.longest = longest

    def places(self, text: str) -> list[int]:
        """Where one of the words may begin in the text, in reading order."""
        places: list[int] = []
        for stem, before in self.before.items():
            if stem in text:
                places += occurrences(stem, before, text)
        return sorted(set(places)) if len(places) > 1 else places

    def places_between(self, text: str, start: int, end: int) -> list[int]:
        """Those of the `places` that lie from ``start`` on and before ``end``."""
        within = text[start : end + self.longest]
        return [start + at for at in self.places(within) if start + at < end]


def occurrences(stem: str, before: int, text: str) -> list[int]:
    """Where a stem stands in a text, less the letters before it."""
    places: list[int] = []
    at = text.find(stem, before)
    while at >= 0:
        places.append(at - before)
        at = text.find(stem, at + 1)
    return places


def pieces(words: Iterable[str]) -> tuple[str, ...]:
    """Of each word the longest piece between spaces, but none that holds another piece.

    One of them stands in every text that holds one of the words, whatever its white space is.
    """
    kept: list[str] = []
    for piece in sorted({max(word.split(" "), key=len) for word in words}, key=lambda piece: (len(piece), piece)):
        if not any(shorter in piece for shorter in kept):
            kept.append(piece)
    return tuple(kept)


@lru_cache(maxsize=2)
def folded(text: str) -> str:
    """The text in small letters, whatever an expression that does not tell them apart takes for one of a to z."""
    small = text.lower()
    return small if text.isascii() else small.replace("\u017f", "s").replace("\u0131", "i")
