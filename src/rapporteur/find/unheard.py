"""Votes, dignitaries, joint statements: told of those who were there, and held by nothing in a graph.

Takes a passage, gives the stretch of each as an `ActorMention` to be named as unread.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.find.passages import Passage
from rapporteur.find.scenes import place
from rapporteur.model.actors import ActorMention
from rapporteur.patterns import load_patterns

_WORDS = ("avour", "addressed", "joint statement")


def find_unheard(passage: Passage) -> Iterator[ActorMention]:
    """The recorded vote of a paragraph, those who addressed the meeting, and with whom a statement was joint."""
    if not any(word in passage.text for word in _WORDS):
        return
    for pattern in load_patterns("unheard").patterns.values():
        match = pattern.regex.search(passage.text)
        if match is not None:
            yield ActorMention(**place(passage, *match.span(), pattern.rule))
