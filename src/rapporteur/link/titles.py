"""Titles: how much two titles say the same, word by word.

An agenda says "Organization of work", a heading "Organizational matters"; common words of all titles count little, the
endings of words nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from rapporteur.patterns import load_patterns

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_STEM = 4


class TitleScale:
    """Weights of words: a word counts the more, the fewer of the given titles hold it."""

    def __init__(self, titles: Iterable[str]) -> None:
        words = [set(stems(title)) for title in titles]
        holders = Counter(word for title in words for word in title)
        self._rarest = math.log(1 + max(len(words), 1))
        self._weights: Mapping[str, float] = {word: math.log(1 + len(words) / count) for word, count in holders.items()}

    def likeness(self, left: str, right: str) -> float:
        """Shared weight over all weight of two titles, from 0.0 to 1.0.

        >>> scale = TitleScale(["Upkeep of lights", "Upkeep of buoys"])
        >>> scale.likeness("Upkeep of lights", "Upkeep of a light")
        1.0
        >>> scale.likeness("Upkeep of lights", "Upkeep of bells") < 0.6
        True
        """
        one, other = set(stems(left)), set(stems(right))
        total = self._weight(one) + self._weight(other)
        return round(2 * self._weight(one & other) / total, 6) if total else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, self._rarest) for word in sorted(words))


def stems(title: str) -> tuple[str, ...]:
    """The words of a title that carry its subject, without their endings.

    >>> stems("Inspection of the lights and organization of crews")
    ('inspect', 'light', 'organiz', 'crew')
    """
    words = load_patterns("agenda").words
    endings = sorted(words["endings"], key=len, reverse=True)
    found: list[str] = []
    for word in _WORD.findall(title.lower()):
        if word not in words["function_words"]:
            fits = (e for e in endings if word.endswith(e) and len(word) - len(e) >= _SHORTEST_STEM)
            found.append(word.removesuffix(next(fits, "")))
    return tuple(found)
