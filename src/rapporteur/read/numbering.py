"""How a report numbers its paragraphs: "12.", "(12)", "12)" or a bare "12" → the one form that counts on and on.

Takes the first words of every line, gives the form whose numbers rise by one for longest. "12." is the rule; another
form must do better, and begin before the last of them: numbers behind all paragraphs are those of notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.patterns.form import Form
from rapporteur.read.labels import LAYOUT

STOP = LAYOUT["paragraph/number"].regex
"""The rule: a number and a full stop."""
_OTHERS = (
    (LAYOUT["paragraph/brackets"].regex, 3),
    (LAYOUT["paragraph/bracket"].regex, 3),
    (LAYOUT["paragraph/bare"].regex, 8),
)
"""The other forms, each with the numbers it must count at least."""
_PARAGRAPHS = 3
"""Numbers with a full stop that are paragraphs where all others stand behind them: those are the notes at the end."""


def number_form(heads: Sequence[str]) -> Form:
    """The form of the paragraph numbers of a text.

    :param heads: the first words of each line of text, in order.

    >>> number_form(["(1) It met.", "(2) It rose.", "1. Ports", "(3) It closed."]).match("(4) Then")["number"]
    '4'
    >>> number_form([f"{n}. It met." for n in (1, 2, 3)] + [f"{n} Ibid." for n in range(1, 20)]).match("4 Ibid.")
    """
    stop = _count(STOP, heads)
    best, longest = STOP, stop.counted
    for form, least in _OTHERS:
        count = _count(form, heads)
        notes = stop.counted >= _PARAGRAPHS and count.first > stop.last
        if count.counted >= least and count.counted > longest and not notes:
            best, longest = form, count.counted
    return best


def shared_numbers(words: str, first: int) -> list[int]:
    """The further numbers of a paragraph that begins with number ``first``, those of a range one by one.

    >>> shared_numbers("-7.", 5), shared_numbers(", 20 and 21.", 19), shared_numbers(" to 3.", 5)
    ([6, 7], [20, 21], [3])
    """
    found: list[int] = []
    for match in re.finditer(r"(?P<range>[–—-]\s?|\bto\s)?(?P<number>\d+)", words):
        number, before = int(match["number"]), found[-1] if found else first
        found += range(before + 1, number + 1) if match["range"] and before < number else [number]
    return found


def last_in_row(first: int, further: Sequence[int]) -> int:
    """The last number that is reached from ``first`` by ones.

    >>> last_in_row(6, [7, 9, 10])
    7
    """
    while first + 1 in further:
        first += 1
    return first


@dataclass(frozen=True, slots=True)
class _Count:
    """How far a form counts on.

    :ivar counted: how many numbers, each one more than the last.
    :ivar first: index of the words with the first of them.
    :ivar last: index of the words with the last.
    """

    counted: int = 0
    first: int = 0
    last: int = 0


def _count(form: Form, heads: Sequence[str]) -> _Count:
    """How far a form counts on from the first number it shows."""
    due = None
    count = _Count()
    for at, head in enumerate(heads):
        match = form.match(head)
        if match is None:
            continue
        number = int(match["number"])
        if due is None or number == due:
            shared = match["shared"] if "shared" in match.re.groupindex else None
            due = 1 + (last_in_row(number, shared_numbers(shared, number)) if shared else number)
            count = _Count(count.counted + 1, at if count.counted == 0 else count.first, at)
    return count
