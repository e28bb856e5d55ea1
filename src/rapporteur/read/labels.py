"""Labels: "IV.", "B.", "3.", "(c)", "(iii)" and what they count. Sequences decide between a roman and a letter.

Takes the first words of a line, gives readings of its label with their values; `ListLevels` follows the lists inside
one paragraph and says at which depth a new label continues one.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rapporteur.model import CleanText
from rapporteur.patterns import load_patterns

LAYOUT = load_patterns("layout")

_ROMAN = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_AS_ROMAN = str.maketrans("l1|", "III")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

LEVELS = {"roman": 1, "letter": 2, "arabic": 3, "paren-letter": 4, "paren-roman": 5}
"""Level of each style of heading label in an outline, 1 outermost."""


def roman_value(label: str) -> int | None:
    """The value of a well-formed roman number up to 399, else None.

    >>> roman_value("XIV"), roman_value("iv"), roman_value("IIX")
    (14, 4, None)
    """
    upper = label.upper()
    if not _ROMAN.fullmatch(upper):
        return None
    total = 0
    for sign, following in zip(upper, [*upper[1:], ""], strict=True):
        value = _ROMAN_VALUES[sign]
        total += -value if following and _ROMAN_VALUES[following] > value else value
    return total


def letter_value(label: str) -> int | None:
    """The place of a letter label: a 1, z 26, aa 27, bb 28; else None.

    >>> letter_value("C"), letter_value("bb"), letter_value("ab")
    (3, 28, None)
    """
    lower = label.lower()
    if not (lower.isascii() and lower.isalpha()) or lower != lower[0] * len(lower):
        return None
    return 26 * (len(lower) - 1) + ord(lower[0]) - ord("a") + 1


@dataclass(frozen=True, slots=True)
class HeadingLabel:
    """One way to read the label of a heading.

    :ivar style: a key of `LEVELS`, or "annex".
    :ivar label: as printed, without stop or parentheses.
    :ivar value: its place in a sequence, from 1; 0 for an annex without number.
    :ivar end: index in the clean line where the title begins.
    """

    style: str
    label: str
    value: int
    end: int


def heading_labels(head: CleanText) -> tuple[HeadingLabel, ...]:
    """Every way to read the label at the beginning of a heading; none where it has no label."""
    return labels_of(head.text)


def labels_of(text: str) -> tuple[HeadingLabel, ...]:
    """Every way to read the label that some words begin with, as `heading_labels`.

    >>> [(label.style, label.value) for label in labels_of("C. Ports")]
    [('roman', 100), ('letter', 3)]
    """
    if match := LAYOUT["heading/annex"].regex.match(text):
        label = match["label"] or ""
        value = roman_value(label) or letter_value(label) or (int(label) if label.isdigit() else 0)
        return (HeadingLabel("annex", label, value, match.end()),)
    found: list[HeadingLabel] = []
    if match := LAYOUT["heading/roman"].regex.match(text):
        found += _reading("roman", match, roman_value(match["label"]))
    elif match := LAYOUT["heading/roman-damaged"].regex.match(text):
        label = match["label"].translate(_AS_ROMAN)
        repaired = roman_value(label)
        found += [HeadingLabel("roman", label, repaired, match.end())] if repaired else []
    if match := LAYOUT["heading/letter"].regex.match(text):
        found += _reading("letter", match, letter_value(match["label"]))
    if match := LAYOUT["heading/arabic"].regex.match(text):
        found += _reading("arabic", match, int(match["label"]))
    if match := LAYOUT["heading/paren"].regex.match(text):
        found += _reading("paren-roman", match, roman_value(match["label"]))
        found += _reading("paren-letter", match, letter_value(match["label"]))
    return tuple(found)


def _reading(style: str, match: re.Match[str], value: int | None) -> list[HeadingLabel]:
    return [HeadingLabel(style, match["label"], value, match.end())] if value else []


def choose_label(readings: tuple[HeadingLabel, ...], last: dict[str, int]) -> HeadingLabel:
    """The reading that goes on with what came before: "C." after "B." is a letter, "V." after "IV." a roman number.

    :param last: style → value of the heading that is open at that style.
    """
    for reading in readings:
        if reading.value == last.get(reading.style, 0) + 1:
            return reading
    return min(readings, key=lambda r: (abs(r.value - last.get(r.style, 0)), LEVELS.get(r.style, 0)))


@dataclass(slots=True)
class _Level:
    style: str
    value: int
    label: str


@dataclass(slots=True)
class ListLevels:
    """The lists that are open inside one paragraph, outermost first.

    :ivar faults: labels that did not follow the one before, as printed.
    """

    open: list[_Level] = field(default_factory=list)
    used: Counter[tuple[str, ...]] = field(default_factory=Counter)
    faults: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def numbered(self) -> bool:
        """Is an arabic list open?"""
        return any(level.style == "arabic" for level in self.open)

    @property
    def next_number(self) -> int:
        """The number an open arabic list goes on with; 0 without one."""
        return next((level.value + 1 for level in self.open if level.style == "arabic"), 0)

    def place_number(self, number: int) -> tuple[str, ...]:
        """Put an arabic number into the open arabic list, or open one."""
        return self._take("arabic", number, str(number))

    def place_label(self, label: str, *, announced: bool, apart: bool) -> tuple[str, ...] | None:
        """The path of a label in parentheses, or None where it continues no list.

        :param announced: the words before end with a colon.
        :param apart: it stands after a blank line or a bullet, so that it may break a sequence.
        """
        readings = [
            (style, value) for style, value in (("letter", letter_value(label)), ("roman", roman_value(label))) if value
        ]
        styles = {level.style for level in self.open}
        fresh = [(style, value) for style, value in readings if value == 1 and style not in styles]
        if announced and fresh:
            return self._take(*fresh[0], label)
        for level in reversed(self.open):
            for style, value in readings:
                if style == level.style and value == level.value + 1:
                    return self._take(style, value, label)
        if fresh:
            return self._take(*fresh[0], label)
        if not (apart and readings):
            return None
        style, value = next((r for r in readings if r[0] in styles), readings[0])
        path = self._take(style, value, label)
        self.faults.add(path)
        return path

    def _take(self, style: str, value: int, label: str) -> tuple[str, ...]:
        depth = next((i for i, level in enumerate(self.open) if level.style == style), len(self.open))
        del self.open[depth:]
        self.open.append(_Level(style, value, label))
        above = tuple(level.label for level in self.open[:-1])
        self.used[*above, label] += 1
        copies = self.used[*above, label]
        self.open[-1].label = label if copies == 1 else f"{label}~{copies}"
        return (*above, self.open[-1].label)
