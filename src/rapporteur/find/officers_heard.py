"""Officers among those who took the floor: "by the Executive Director of the Lamp Fund and the Minister of Peru".

Takes the items of a list of speakers and says which of them are offices, whose bearers no authority holds, and which
sentence names somebody before the first speaker that was read, so that it is to be said unread.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.find.lists import ListPiece
from rapporteur.find.scenes import Sentence, place
from rapporteur.model.actors import ActorMention, StatementMention
from rapporteur.patterns import load_patterns

_HEADS = ("statement/group", "statement/following", "statement/minister")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")


def is_office(sentence: Sentence, piece: ListPiece) -> bool:
    """Is an item of a list an office, with or without the body it is held in?"""
    office = load_patterns("spokesmen")["spokesmen/office"].regex
    return piece.name is None and office.match(sentence.passage.text[slice(*piece.at)]) is not None


def of_states(sentence: Sentence, pieces: tuple[ListPiece, ...]) -> bool:
    """Are those behind a minister States, or, after the first State, other known names and offices?"""
    if not pieces or pieces[0].name is None or pieces[0].name.kind != "state":
        return False
    return all(piece.name is not None or is_office(sentence, piece) for piece in pieces)


def find_left_out(sentence: Sentence, spoke: Sequence[StatementMention]) -> ActorMention | None:
    """The sentence, where "made by" names somebody before the first group of speakers who is none of those read.

    :param spoke: the statements that were read in the sentence.
    """
    patterns, text = sentence.patterns("statements"), sentence.text
    by = patterns["statement/by"].regex.search(text)
    if by is None or not spoke:
        return None
    start = by.start("list")
    heads = [m.start() for id in _HEADS for m in patterns[id].regex.finditer(text, start)]
    first = min(heads, default=start)
    read = any(start <= one.at[0] - sentence.start < first for one in spoke)
    if read or _CAPITAL.search(text, start, first) is None:
        return None
    return ActorMention(**place(sentence.passage, sentence.start, sentence.end, patterns["statement/by"].rule))
