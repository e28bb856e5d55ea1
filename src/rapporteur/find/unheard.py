"""Votes, dignitaries, panellists, joint statements: told of those who were there, and held by nothing in a graph.

Takes a passage, gives the stretch of each as an `ActorMention` to be named as unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.find.scenes import place
from rapporteur.model.actors import ActorMention
from rapporteur.patterns import load_patterns

_ADDRESSED = ("unheard/address", "unheard/speakers")
_WORDS = (
    "avour",
    "gainst",
    "bstain",
    "bstention",
    "ot voting",
    "addressed",
    "joint statement",
    " vote",
    "anellist",
    "anelist",
    "peakers",
    "nterventions",
    "ook the floor",
)
_VOTES = ("unheard/vote", "unheard/tally")


def find_unheard(passage: Passage, read: Sequence[Range] = ()) -> Iterator[ActorMention]:
    """The recorded vote of a paragraph, those who addressed the meeting, and with whom a statement was joint.

    :param read: lists of those who took the floor that were read.
    """
    if not any(word in passage.text for word in _WORDS):
        return
    votes: list[Range] = []
    for id, pattern in load_patterns("unheard").patterns.items():
        match = pattern.regex.search(passage.text)
        if match is None or (pattern.rule.id.startswith(_ADDRESSED) and covered(match.span(), read)):
            continue
        if id in _VOTES:
            if votes:
                continue
            votes.append(match.span())
        yield ActorMention(**place(passage, *match.span(), pattern.rule))
