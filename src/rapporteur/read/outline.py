"""The logical outline: roman over letter over arabic, whatever the number of ``#``.

Takes headings in reading order with the readings of their labels, gives each its path ("II.A.1"), level and parent.
A heading without label gets ``<parent>/<slug>``: it stands beside the innermost open heading that the format prints at
the same depth, else below the innermost one printed above it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from rapporteur.read.labels import LEVELS, HeadingLabel, choose_label

ANNEX_LEVEL = 1
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def slug(text: str) -> str:
    """NFKD, ASCII, lower case, hyphens, dashes as hyphens; "untitled" where nothing is left.

    >>> slug("Côte d'Ivoire: follow-up, 2014–2018")
    'cote-d-ivoire-follow-up-2014-2018'
    """
    plain = unicodedata.normalize("NFKD", _DASHES.sub("-", text)).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "untitled"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading stands in the outline.

    :ivar skipped: the level above it that is missing, or 0.
    :ivar repeats: another heading has the same label under the same parent.
    """

    path: str
    label: str
    level: int
    parent: str
    skipped: int = 0
    repeats: bool = False


@dataclass(slots=True)
class _Open:
    path: str
    level: int
    depth: int
    style: str
    value: int


@dataclass(slots=True)
class Outline:
    """The headings that are open at one point of the text, outermost first.

    :ivar annex: the annex the text is in, "" for the body.
    :ivar enclosed: the level of the heading of the decision or resolution whose text is open, 0 for none: its own
        chapters stand below it.
    """

    annex: str = ""
    enclosed: int = 0
    _open: list[_Open] = field(default_factory=list)
    _used: Counter[str] = field(default_factory=Counter)
    _since: set[str] = field(default_factory=set)
    _annexes: int = 0
    _unnumbered: bool = False
    _in_annex: int = 0

    @property
    def path(self) -> str:
        """The path of the innermost open section, "" before the first."""
        return self._open[-1].path if self._open else ""

    def last(self) -> dict[str, int]:
        """Style → value of the open heading of that style."""
        return {heading.style: heading.value for heading in self._open}

    def follows(self, readings: tuple[HeadingLabel, ...]) -> bool:
        """Is one of the readings what the outline can go on with: a first label, the next, or the one after it?"""
        return any(
            r.style == "annex"
            or r.value == 1
            or any(h.style == r.style and h.value < r.value <= h.value + 2 for h in self._open)
            for r in readings
        )

    def is_inner(self, readings: tuple[HeadingLabel, ...]) -> bool:
        """Is a labelled heading a chapter of the decision whose text is open, and not the report's own next one?"""
        own = [h.value for h in self._open if h.style == "roman" and h.level < self.enclosed]
        inner = [h.value for h in self._open if h.style == "roman" and h.level > self.enclosed]
        roman = [r.value for r in readings if r.style == "roman"]
        if not self.enclosed or readings[0].style == "annex":
            return False
        if not own and self._is_inner_letter(readings):
            return True
        if roman and inner and roman[0] == inner[-1] + 1:
            return not own or roman[0] != own[-1] + 1
        return bool(roman and roman[0] == 1) if not inner else not roman and not own

    def _is_inner_letter(self, readings: tuple[HeadingLabel, ...]) -> bool:
        """Is one reading the first letter, or the next, of chapters that the decision or its annex letters?"""
        letters = [h.value for h in self._open if h.style == "letter" and h.level > self.enclosed]
        return any(r.style == "letter" and r.value == (letters[-1] + 1 if letters else 1) for r in readings)

    def add_labelled(
        self, readings: tuple[HeadingLabel, ...], depth: int, *, below: bool = False
    ) -> tuple[HeadingLabel, Place]:
        """Put a labelled heading where its label says; gives the reading chosen and its place.

        :param below: a first label is counted anew below the open heading, where that has none.
        """
        chosen = choose_label(readings, self.last())
        if chosen.style == "annex":
            return chosen, self._add_annex(chosen, depth)
        level = LEVELS[chosen.style] + (self.enclosed or (ANNEX_LEVEL if self.annex else 0))
        if self._in_annex and chosen.style == "letter" and not self._has_inner_roman():
            level -= 1
        before = next((h for h in reversed(self._open) if (h.style, h.value) == (chosen.style, chosen.value - 1)), None)
        if below and chosen.value == 1 and self._open and not self._open[-1].style:
            level = max(level, self._open[-1].level + 1)
        elif before is not None:
            level = max(level, before.level)
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        above = self._open[-1] if self._open else None
        parent = above.path if above else ""
        path = f"{parent}.{chosen.label}" if parent else chosen.label
        skipped = level - 1 if above and above.style != "annex" and level > above.level + 1 else 0
        return chosen, self._place(path, chosen, level, parent, depth, skipped)

    def _add_annex(self, chosen: HeadingLabel, depth: int) -> Place:
        self._annexes += 1
        self._unnumbered = self._unnumbered or not chosen.label
        self.annex = chosen.label or _roman(self._annexes)
        self._open.clear()
        return self._place(f"annex-{self.annex}", chosen, ANNEX_LEVEL, "", depth, 0)

    def close_numbered(self) -> None:
        """Close the numbered headings that are open: another row of them stands below the heading that comes."""
        while any(heading.style == "arabic" for heading in self._open):
            self._open.pop()

    def begin_part(self) -> None:
        """Close every heading: chapters may be numbered anew under the next part."""
        self._open.clear()
        self._since.clear()

    @property
    def annexes(self) -> int:
        """The annexes so far."""
        return self._annexes

    @property
    def has_one_without_number(self) -> bool:
        """Is there one annex so far, printed without a number, which a citation calls "the annex"?"""
        return self._annexes == 1 and self._unnumbered

    def add_unlabelled(self, title: str, depth: int) -> Place:
        """Put a heading without label where the format's depth says."""
        same = next((h for h in reversed(self._open) if h.depth == depth), None)
        if same is not None:
            while self._open.pop() is not same:
                continue
        else:
            while self._open and self._open[-1].depth > depth:
                self._open.pop()
        above = self._open[-1] if self._open else None
        parent = above.path if above else ""
        path = f"{parent}/{slug(title)}" if parent else slug(title)
        label = HeadingLabel("", "", 0, 0)
        return self._place(path, label, above.level + 1 if above else 1, parent, depth, 0)

    def _has_inner_roman(self) -> bool:
        """Is a chapter with a roman number open in the decision, or in its annex, whose text is open?"""
        return any(h.style == "roman" and h.level > self.enclosed for h in self._open)

    def add_enclosed_annex(self, title: str, depth: int) -> Place:
        """Put an annex of the decision whose text is open right below it; what follows stands below the annex."""
        decision = self.enclosed - self._in_annex
        while self._open and self._open[-1].level > decision:
            self._open.pop()
        place = self.add_unlabelled(title, depth)
        self.enclosed, self._in_annex = place.level, place.level - decision
        return place

    def begin_enclosed(self, level: int) -> None:
        """The text of a decision opens, or with 0 ends, whose heading stands at this level."""
        self.enclosed, self._in_annex = level, 0

    def _place(self, path: str, label: HeadingLabel, level: int, parent: str, depth: int, skipped: int) -> Place:
        self._used[path] += 1
        copies = self._used[path]
        unique = path if copies == 1 else f"{path}~{copies}"
        self._open.append(_Open(unique, level, depth, label.style, label.value))
        printed = label.label if label.style != "annex" else self.annex
        repeats = bool(label.label) and path in self._since
        self._since.add(path)
        return Place(unique, printed, level, parent, skipped, repeats)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]
