"""Attendance in two clauses: "A and B were represented by observers, as were the non-governmental organizations C, D".

Takes a sentence, gives the names of both clauses, each in the capacity that its own words say; a clause that cannot be
read brings the sentence back as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.find.also_present import find_also
from rapporteur.find.attendance import attending, find_attendance, known_bodies, read_capacity, read_expected, unread
from rapporteur.find.lists import ListPiece, read_list
from rapporteur.find.scenes import Sentence
from rapporteur.model.actors import ActorMention, AttendanceMention


def find_attending(sentence: Sentence) -> tuple[tuple[AttendanceMention, ...], ActorMention | None]:
    """The names that a sentence records as present, clause by clause, and the sentence where not all could be read."""
    patterns = sentence.patterns("attendance")
    joint = patterns["attendance/likewise"].regex.search(sentence.text) if " as " in sentence.text else None
    if joint is None:
        found, left = find_attendance(sentence)
        if not found and left is None:
            return find_also(sentence)
        return found, left or (unread(sentence) if found and _goes_on(sentence) else None)
    if patterns["attendance/cue"].regex.search(sentence.text, 0, joint.start()) is None:
        return find_attendance(sentence)
    first, left = find_attendance(Sentence.of(sentence.passage, sentence.start, sentence.start + joint.start()))
    second = tuple(_second(sentence, joint))
    return (*first, *second), unread(sentence) if left is not None or not first or not second else None


def _goes_on(sentence: Sentence) -> bool:
    """Does a second clause name others in words that are not read?"""
    clause = sentence.patterns("attendance")["attendance/likewise-any"].regex.search(sentence.text)
    behind = sentence.start + clause.end() if clause is not None else sentence.end
    return any(name.at[0] >= behind and name.kind != "instrument" for name in sentence.names)


def _second(sentence: Sentence, joint: re.Match[str]) -> Iterator[AttendanceMention]:
    """Those whom the second clause names: of the kind that it says, else each a known name."""
    patterns, subject = sentence.patterns("attendance"), joint["subject"] or ""
    start = sentence.start + joint.end()
    tail = patterns["attendance/likewise-end"].regex.search(sentence.text, joint.end())
    end = sentence.start + tail.start() if tail is not None else sentence.end
    expects = read_expected(subject)
    several = patterns["attendance/several"].regex.search(subject) is not None
    pieces = read_list(sentence.passage, start, end, expects, several)
    if not pieces or not all(_is_name(sentence, piece, bool(expects)) for piece in pieces):
        return
    observed = "bserver" in sentence.text[: joint.start()]
    rule = patterns["attendance/likewise"].rule
    for what, those in [(subject, pieces)] if expects else known_bodies(pieces, observed):
        capacity, kind = read_capacity(f"{what} by observers" if observed else what)
        yield from attending(sentence.passage, those, capacity, kind, expects, rule)


def _is_name(sentence: Sentence, piece: ListPiece, announced: bool) -> bool:
    """Is an item of the list a known name, or one in capitals where the words before the list say what it is?"""
    return piece.name is not None or (announced and sentence.passage.text[piece.at[0]].isupper())
