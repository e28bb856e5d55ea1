"""How a report numbers its paragraphs: "12.", "(12)", "12)" or a bare "12" → the one form that counts on and on.

Takes the first words of every line, gives the form whose numbers rise by one for longest. "12." is the rule; another
form must do better, and begin before the last of them: numbers behind all paragraphs are those of notes.
"""

from __future__ import annotations

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
            due = number + 1
            count = _Count(count.counted + 1, at if count.counted == 0 else count.first, at)
    return count
