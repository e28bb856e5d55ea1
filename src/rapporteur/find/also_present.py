"""Those who also took part: "The European Union also participated." → one mention a name, in no capacity of its own.

Takes a sentence, gives those it names where it stands behind one that records who was there, or says that they are a
regional economic integration organization, which comes to a meeting as States do. Else the sentence comes back unread.
"""

from __future__ import annotations

from rapporteur.find.attendance import attending, unread
from rapporteur.find.lists import read_list
from rapporteur.find.scenes import Sentence
from rapporteur.model.actors import ActorMention, AttendanceMention


def find_also(sentence: Sentence) -> tuple[tuple[AttendanceMention, ...], ActorMention | None]:
    """Those of whom a sentence says that they also took part, or the sentence where what they took part in is open."""
    if " also " not in sentence.text and " likewise " not in sentence.text:
        return (), None
    patterns = sentence.patterns("attendance")
    pattern = patterns["attendance/also"]
    match = pattern.regex.search(sentence.text)
    if match is None:
        return (), None
    pieces = read_list(sentence.passage, sentence.start + match.start("list"), sentence.start + match.end("list"))
    before = sentence.passage.text[: sentence.start]
    there = match["party"] is not None or patterns["attendance/before-also"].regex.search(before) is not None
    if not there or not pieces or not all(piece.name is not None for piece in pieces):
        return (), unread(sentence)
    return tuple(attending(sentence.passage, pieces, "represented", "", "", pattern.rule)), None
