"""How a report numbers its paragraphs: "12.", "(12)", "12)" or a bare "12" → the one form that counts on and on.

Takes the first words of every line, gives the form whose numbers rise by one for longest. "12." is the rule; another
form must do better.
"""

from __future__ import annotations

from collections.abc import Sequence

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


def number_form(heads: Sequence[str]) -> Form:
    """The form of the paragraph numbers of a text.

    :param heads: the first words of each line of text, in order.

    >>> number_form(["(1) It met.", "(2) It rose.", "1. Ports", "(3) It closed."]).match("(4) Then")["number"]
    '4'
    """
    best, longest = STOP, _counted(STOP, heads)
    for form, least in _OTHERS:
        counted = _counted(form, heads)
        if counted >= least and counted > longest:
            best, longest = form, counted
    return best


def _counted(form: Form, heads: Sequence[str]) -> int:
    """How far a form counts on from the first number it shows, each number one more than the last."""
    due = None
    counted = 0
    for head in heads:
        match = form.match(head)
        if match is None:
            continue
        number = int(match["number"])
        if due is None or number == due:
            due, counted = number + 1, counted + 1
    return counted
