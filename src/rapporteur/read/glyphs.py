"""Glyphs of a page and the printed lines they make, before any text is composed.

Takes glyphs in the order of the file with their places in points, gives lines from top to bottom, column after column;
a small raised glyph belongs to the line it is raised from. Knows no file format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_SAME_LINE = 0.25
"""Share of the type size by which baselines on one line may differ."""
_RAISED_SIZE = 0.84
"""A raised glyph is at most this share of the size of its line; a browser prints notes at five sixths of it."""
_RAISED = (0.12, 0.75)
"""Shares of the line's type size between which the baseline of a raised glyph lies above the line's."""
_LONGEST_RAISED = 8
_SPACE = 0.2
"""White space that separates words, in shares of the type size."""
_APART = 2.2
"""White space that separates columns or cells, in shares of the type size."""
_LEAST_COLUMN = 6
"""Lines with words on both sides of a gutter, at least, before a page has columns."""


class Glyph(NamedTuple):
    """One printed character that is no white space.

    :ivar x0: left edge, in points from the left of the page as it is looked at.
    :ivar x1: right edge.
    :ivar y: baseline, in points from the bottom.
    :ivar spaced: the file has white space before it.
    :ivar size: of the type, in points.
    """

    text: str
    x0: float
    x1: float
    y: float
    spaced: bool
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Run:
    """Glyphs in the order of the file that go on on one baseline without wide white space.

    :ivar order: its place in the file.
    """

    glyphs: list[Glyph]
    order: int

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return self.glyphs[-1].x1

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        return max(glyph.size for glyph in self.glyphs)


@dataclass(slots=True)
class GlyphLine:
    """One printed line: its runs from left to right, raised ones among them."""

    y: float
    size: float
    runs: list[Run] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return min(run.x0 for run in self.runs)

    def raised(self, run: Run) -> bool:
        """Does a run stand small and high in this line?"""
        low, high = (share * self.size for share in _RAISED)
        return run.size <= _RAISED_SIZE * self.size and low <= run.y - self.y <= high


def lines_of(glyphs: Iterable[Glyph]) -> list[GlyphLine]:
    """The printed lines of one page in the order they are read."""
    runs = list(_runs(glyphs))
    return [line for part in _columns(runs) for line in _lines(part)]


def space_before(left: Glyph, right: Glyph) -> str:
    """The white space between two neighbours on a line: none, one space, or three where it is wide."""
    gap, size = right.x0 - left.x1, max(left.size, right.size)
    if gap < _SPACE * size and not right.spaced:
        return ""
    return " " if gap < size else "  " if gap < _APART * size else "   "


def _runs(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """A run ends where the baseline, the size or the direction changes, or wide white space stands."""
    run: list[Glyph] = []
    order = 0
    for glyph in glyphs:
        if run:
            last, size = run[-1], glyph.size
            level = -0.05 * size <= glyph.y - last.y <= 0.05 * size and 0.95 * size <= last.size <= 1.05 * size
            if not level or not -0.3 * size <= glyph.x0 - last.x1 <= _APART * size:
                yield Run(run, order)
                run, order = [], order + 1
        run.append(glyph)
    if run:
        yield Run(run, order)


def _lines(runs: Sequence[Run]) -> list[GlyphLine]:
    """Runs on one baseline together, from top to bottom; a raised run with the line it belongs to."""
    lines: list[GlyphLine] = []
    small: list[Run] = []
    body = _usual_size(runs)
    raised = _raised_beside(runs)
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        if run.order in raised or (run.size <= _RAISED_SIZE * body and len(run.glyphs) <= _LONGEST_RAISED):
            small.append(run)
            continue
        if lines and abs(lines[-1].y - run.y) <= _SAME_LINE * max(run.size, lines[-1].size):
            lines[-1].runs.append(run)
            if run.size > lines[-1].size:
                lines[-1].size = run.size
        else:
            lines.append(GlyphLine(run.y, run.size, [run]))
    for run in small:
        _put_small(run, lines)
    for line in lines:
        line.runs.sort(key=lambda run: run.x0)
    return sorted(lines, key=lambda line: -line.y)


def _raised_beside(runs: Sequence[Run]) -> frozenset[int]:
    """The runs that stand small and high beside their neighbour in the file, whatever the usual size."""
    found = set()
    for before, after in pairwise(runs):
        for run, other in ((after, before), (before, after)):
            low, high = (share * other.size for share in _RAISED)
            small = run.size <= _RAISED_SIZE * other.size and len(run.glyphs) <= _LONGEST_RAISED
            if small and low <= run.y - other.y <= high and _touches(run, other):
                found.add(run.order)
    return frozenset(found)


def _put_small(run: Run, lines: list[GlyphLine]) -> None:
    """Put a small run into the line it is raised or lowered from, or into one of its own."""
    near = [line for line in lines if -0.4 * line.size <= run.y - line.y <= _RAISED[1] * line.size]
    touching = [line for line in near if any(_touches(run, other) for other in line.runs)]
    if touching:
        min(touching, key=lambda line: abs(run.y - line.y)).runs.append(run)
        return
    level = [line for line in near if abs(line.y - run.y) <= _SAME_LINE * run.size]
    if level:
        level[0].runs.append(run)
    else:
        lines.append(GlyphLine(run.y, run.size, [run]))


def _touches(run: Run, other: Run) -> bool:
    """Do two runs follow one another without more than a word's space, or a label's, between them?"""
    size = max(run.size, other.size)
    return -0.3 * size <= run.x0 - other.x1 <= 0.6 * size or -0.3 * size <= other.x0 - run.x1 <= 1.5 * size


def _usual_size(runs: Sequence[Run]) -> float:
    sizes: dict[float, int] = {}
    for run in runs:
        size = round(run.size, 1)
        sizes[size] = sizes.get(size, 0) + len(run.glyphs)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _columns(runs: list[Run]) -> list[list[Run]]:
    """The runs of a page in groups to be read one after another: one group, or bands of left and right columns.

    There are columns where white space runs down between them and the file gives the left one before the right one; a
    table gives its cells row by row.
    """
    gutter = _gutter(runs)
    if gutter is None:
        return [runs]
    rows = _lines(runs)
    groups: list[list[Run]] = []
    left: list[Run] = []
    right: list[Run] = []
    for row in rows:
        if any(run.x0 < gutter < run.x1 for run in row.runs):
            groups += [group for group in (left, right) if group]
            groups.append(row.runs)
            left, right = [], []
        else:
            left += [run for run in row.runs if run.x1 <= gutter]
            right += [run for run in row.runs if run.x0 >= gutter]
    groups += [group for group in (left, right) if group]
    return groups


def _gutter(runs: Sequence[Run]) -> float | None:
    """Where white space runs down the middle of a page between two columns, in points; None without columns."""
    if len(runs) < 2 * _LEAST_COLUMN:
        return None
    low, high = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = high - low
    starts = sorted({round(run.x0) for run in runs if low + 0.25 * width < run.x0 < low + 0.75 * width})
    for start in starts:
        gutter = start - 2.0
        right = [run for run in runs if run.x0 >= gutter]
        left = [run for run in runs if run.x1 <= gutter]
        crossing = len(runs) - len(left) - len(right)
        if len(left) < _LEAST_COLUMN or len(right) < _LEAST_COLUMN or crossing > 0.25 * len(runs):
            continue
        wide = [run for run in (*left, *right) if run.x1 - run.x0 > 0.25 * width]
        flush = sum(abs(run.x0 - start) < 2 for run in right)
        inverted = _inversions(left, right)
        if len(wide) > 0.4 * (len(left) + len(right)) and flush > 0.5 * len(right) and inverted < 0.1:
            return gutter
    return None


def _inversions(left: Sequence[Run], right: Sequence[Run]) -> float:
    """Share of right runs that the file gives before the last left one at their height or above: 0 in columns."""
    last = max(run.order for run in left)
    return sum(run.order < last for run in right) / len(right)
