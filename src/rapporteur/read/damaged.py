"""Labels that typing or text recognition damaged: "l." for 1, "3,The", "(31)" beside "30.", "Ill." for III.

Takes the lines of a text and the form of its paragraph numbers, gives the numbers that are read all the same: such a
label must be the one that is due, stand apart or behind a finished sentence, and the next must count on from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapporteur.patterns.form import Form
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Line, LineKind

_DAMAGED = LAYOUT["paragraph/damaged"].regex
_FINISHED = LAYOUT["tail/finished"].regex
_AS_DIGITS = str.maketrans("lIOo|", "11001")
_LOOK_AHEAD = 60
"""Numbers below that are looked at."""


@dataclass(frozen=True, slots=True)
class NumberLabel:
    """The number that a paragraph begins with.

    :ivar number: in digits.
    :ivar end: index in the clean line where the words begin.
    :ivar shared: the words with further numbers of the same paragraph, None where there are none.
    """

    number: str
    end: int
    shared: str | None = None


def label_in(form: Form, words: str) -> NumberLabel | None:
    """The number that some words begin with, in one form.

    >>> label_in(LAYOUT["paragraph/number"].regex, "12. It met.")
    NumberLabel(number='12', end=4, shared=None)
    """
    match = form.match(words)
    if match is None:
        return None
    return NumberLabel(match["number"], match.end(), match["shared"] if "shared" in match.re.groupindex else None)


def damaged_labels(
    lines: Sequence[Line], head: Callable[[Line], str], tail: Callable[[Line], str], form: Form
) -> dict[int, NumberLabel]:
    """Damaged numbers by where their line begins.

    :param head: the first words of a line.
    :param tail: its last words.
    """
    seen = list(_labels(lines, head, form))
    found: dict[int, NumberLabel] = {}
    last = 0
    for k, (i, value, damaged) in enumerate(seen):
        if damaged is None:
            last = value
            continue
        below = (seen[j] for j in range(k + 1, min(k + 1 + _LOOK_AHEAD, len(seen))))
        after = next((further for _, further, _ in below if further > 1), None)
        apart = lines[i].gap or i == 0 or _FINISHED.search(tail(lines[i - 1])) is not None
        if value == last + 1 and after in (value + 1, None if last else value + 1) and apart:
            found[lines[i].span.start] = damaged
            last = value
    return found


def _labels(
    lines: Sequence[Line], head: Callable[[Line], str], form: Form
) -> Iterator[tuple[int, int, NumberLabel | None]]:
    """Each line that begins with a number: its index, the number, and the label where it is damaged."""
    for i, line in enumerate(lines):
        if line.kind is not LineKind.TEXT or line.bullet:
            continue
        words = head(line)
        if (label := label_in(form, words)) is not None:
            yield i, int(label.number), None
        elif (match := _DAMAGED.match(words)) is not None:
            number = match["number"].translate(_AS_DIGITS)
            yield i, int(number), NumberLabel(number, match.end())
