"""Observing: "the representative of Azuria, speaking as an observer" → who of a list of speakers spoke as what.

Takes a stretch of a sentence that lists speakers, gives its parts between the words that say so, and the capacity in
which each speaker of a part spoke.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.find.lists import ListPiece
from rapporteur.find.scenes import Sentence

_ON = re.compile(r"[,;]?\s?(?:and\s|as\swell\sas\s)?")
"""What joins the next speaker to words about the one before."""


def as_observers(sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The parts of a list of speakers: start and end as indexes of the sentence, and who of a part was an observer.

    "last" is the speaker named last in it, "all" are all of them; "" is nobody more than the words before the list say.
    A list that says nothing of the kind is one part.
    """
    for match in sentence.patterns("statements")["statement/as-observer"].regex.finditer(sentence.text, start, end):
        yield start, match.start(), "all" if match["all"] else "last"
        joint = _ON.match(sentence.text, match.end(), end)
        start = joint.end() if joint is not None else match.end()
        if not sentence.text[start : start + 1].isupper() and not sentence.text.startswith("the ", start):
            return
    yield start, end, ""


def spoken_until(sentence: Sentence, start: int, end: int) -> int:
    """The index of the sentence before ``end`` where the names of the speakers end: at the verb, or at an aside."""
    stop = sentence.patterns("statements")["statement/break"].regex.search(sentence.text, start, end)
    return stop.start() if stop is not None else end


def shared(
    pieces: tuple[ListPiece, ...], capacity: str, observers: str
) -> tuple[tuple[tuple[ListPiece, ...], str], ...]:
    """The speakers of a part by the capacity in which they spoke.

    :param capacity: of those of whom nothing else is said.
    :param observers: who was an observer, as `as_observers` says it.
    """
    if observers == "all":
        return ((pieces, "observer"),)
    if observers == "last":
        return ((pieces[:-1], capacity), (pieces[-1:], "observer"))
    return ((pieces, capacity),)
