"""Courses: a way, the frames of both ends, the lanes → the points a line is drawn through on paper.

The page draws the same in `page/ways.js`, where labels are as wide as the reader's fonts make them.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.view.layout import Lane
from rapporteur.view.ways import Way

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""Middle across and down, width and height."""

BESIDE = 9
"""How far outside a lane a line turns."""


def course(one: Frame, other: Frame, way: Way, lanes: Sequence[Lane]) -> list[Point]:
    """From frame to frame along a way.

    >>> lanes = [Lane("", 0, 300), Lane("", 400, 500)]
    >>> course((50, 10, 80, 20), (450, 90, 80, 20), ((0, 26),), lanes)
    [(70.0, 20.0), (72.0, 26), (309, 26), (410.0, 90)]
    """
    side = 1 if one[0] < other[0] else -1
    runs = dict(way)
    first, last = (
        next((at for at, lane in enumerate(lanes) if lane.left <= x <= lane.right), -1) for x in (one[0], other[0])
    )
    begin, end = _leaves(one, side, runs.get(first)), _leaves(other, -side, runs.get(last))
    found = [begin]
    for at, y in way:
        near, far = (lanes[at].left - BESIDE, lanes[at].right + BESIDE)[::side]
        if at == first:
            found += [*([] if begin[1] == one[1] else [(begin[0] + 2 * side, y)]), (far, y)]
        elif at == last:
            found += [(near, y), *([] if end[1] == other[1] else [(end[0] - 2 * side, y)])]
        else:
            found += [(near, y), (far, y)]
    return [*found, end]


def _leaves(frame: Frame, side: int, run: int | None) -> Point:
    """Where a line leaves a thing: below it if it then runs at another height, else at its side."""
    x, y, wide, high = frame
    if run is None or abs(run - y) <= 1:
        return x + side * wide / 2, y
    aside = max(0.0, min(wide / 4, (wide - high) / 2))
    return x + side * aside, y + (1 if run > y else -1) * high / 2
