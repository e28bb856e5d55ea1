"""Seats: "the Permanent Representative of Peru to the United Nations" → who is heard is Peru.

Takes a stretch of a sentence in which speakers are named, gives where the name of the last State ends.
"""

from __future__ import annotations

from rapporteur.find.scenes import Sentence, names_in
from rapporteur.patterns import load_patterns


def before_seat(sentence: Sentence, start: int, end: int) -> int:
    """Where a list of speakers ends before the body to which the last of the States in it sent somebody.

    :param start: index of the sentence at which the list begins.
    :param end: index at which it ends; given back where no body stands behind the last State.
    """
    names = names_in(sentence.passage, sentence.start + start, sentence.start + end)
    last = next((name.at[1] - sentence.start for name in reversed(list(names)) if name.kind == "state"), None)
    if last is None or load_patterns("statements")["statement/sent-to"].regex.match(sentence.text, last, end) is None:
        return end
    return last
