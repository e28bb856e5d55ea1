"""Ways: a network and its lanes → for lines that cannot run straight, at what height they cross which lane.

Nothing but heights is decided here; how far a lane reaches to the left and right is known to whoever draws. A line
that begins amid a row leaves it by a trunk below. One that begins off the edge of its lane runs to that edge first, so
that it keeps off headings. A lane that lies between is crossed between its rows, near the straight way and rather
between two boxes than within one. Lines cross on one track if all come from one thing or all lead to one, in the same
manner: whoever follows such a track cannot go astray.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean
from typing import Any

import networkx as nx

from rapporteur.view.layout import Layout
from rapporteur.view.sizes import LINE, size_beside
from rapporteur.view.trunks import LEFT, RIGHT, TRACK, Trunks

Line = tuple[Any, Any, str]
"""The two ends of a line, and its property."""
Way = tuple[tuple[int, int], ...]
"""Numbers of lanes from the left, each with the height at which a line runs across it or along to its edge."""

CLEAR = 4
"""Between a line and what stands above or below it."""
AT_THE_EDGE = 20
"""How far from the edge of its lane a thing may end and yet send its lines straight from its side."""
PADDING = 7
"""Between the frame of a box and what stands in it."""
_FULL = 30
"""How far a line goes out of its way rather than through where lines run already as densely as they may."""
_WITHIN = 70
"""How far it does so rather than between rows of one box."""


@dataclass(slots=True)
class _Gap:
    """What is free between two rows of a lane.

    :ivar within: whether a box reaches across it.
    :ivar taken: where the straight ways of those who pass would be, by who sends them.
    """

    top: int
    bottom: int
    within: bool
    taken: dict[Any, list[float]] = field(default_factory=lambda: defaultdict(list))

    def price(self, wish: float, by: Any) -> float:
        """What it costs to pass here, in units out of the straight way."""
        away = max(self.top - wish, wish - self.bottom, 0)
        full = by not in self.taken and len(self.taken) > (self.bottom - self.top) // TRACK
        return away + _WITHIN * self.within + _FULL * full * (1 + len(self.taken))

    def heights(self) -> dict[Any, int]:
        """Where each runs, side by side in the order of their wishes, as near to these as there is room."""
        ordered = sorted(self.taken, key=lambda by: (fmean(self.taken[by]), str(by)))
        step = min(TRACK, (self.bottom - self.top) / max(1, len(ordered) - 1))
        wide = step * (len(ordered) - 1)
        middle = fmean([fmean(wishes) for wishes in self.taken.values()]) if ordered else 0
        first = min(max(middle - wide / 2, self.top), self.bottom - wide)
        return {by: round(first + at * step) for at, by in enumerate(ordered)}


def ways_of(network: nx.Graph, layout: Layout) -> dict[Line, Way]:
    """The ways of all lines between two lanes that are not straight, by their ends and property.

    >>> ways_of(nx.Graph(), Layout())
    {}
    """
    if not layout.lanes:
        return {}
    lanes = {node: at for node, (x, _) in layout.places.items() if (at := _lane(layout, x)) is not None}
    heights: dict[Any, float] = {node: layout.places[node][1] for node in lanes}
    framed: dict[str, list[Any]] = defaultdict(list)
    for node, box in layout.inside.items():
        if node in lanes:
            framed[box].append(node)
    for box, inner in framed.items():
        if box in network:
            lanes[box] = lanes[inner[0]]
            heights[box] = (min(heights[node] for node in inner) + max(heights[node] for node in inner)) / 2
    rows = _rows(layout, lanes)
    sizes = {
        node: size_beside(network, node, len({layout.places[one][0] for row in rows[at] for one in row}))[1]
        for at in rows
        for row in rows[at]
        for node in row
    }
    leaving = _leaving(Trunks(network), layout, rows, sizes)
    lines = sorted(
        {
            (one, other, str(said))
            for one, other, said in network.edges(data="property", default="")
            if one in lanes and other in lanes and lanes[one] != lanes[other]
        },
        key=lambda line: tuple(map(str, line)),
    )
    crossed = _crossed(lines, lanes, heights, leaving, _gaps(layout, rows, sizes, leaving))
    found = {}
    for line in lines:
        one, other, _ = line
        side = _side(line, lanes)
        ends = [(lanes[end], leaving.get((end, way))) for end, way in ((one, side), (other, -side))]
        between = [(at, crossed.get((line, at))) for at in range(lanes[one] + side, lanes[other], side)]
        way = tuple((at, y) for at, y in (ends[0], *between, ends[1]) if y is not None)
        if way:
            found[line] = way
    return found


def _side(line: Line, lanes: Mapping[Any, int]) -> int:
    return RIGHT if lanes[line[1]] > lanes[line[0]] else LEFT


def _lane(layout: Layout, x: int) -> int | None:
    """The number of the lane that stands there; None where somebody moved a thing out of all of them."""
    return next((at for at, lane in enumerate(layout.lanes) if lane.left <= x <= lane.right), None)


def _rows(layout: Layout, lanes: Mapping[Any, int]) -> dict[int, list[list[Any]]]:
    """The rows of each lane from above, each from the left."""
    found: dict[tuple[int, int, str], list[Any]] = defaultdict(list)
    for node, at in lanes.items():
        if node in layout.places:
            found[at, layout.places[node][1], layout.inside.get(node, "")].append(node)
    rows: dict[int, list[list[Any]]] = defaultdict(list)
    for at, y, box in sorted(found):
        rows[at].append(sorted(found[at, y, box], key=lambda node: (layout.places[node][0], str(node))))
    return rows


def _leaving(
    trunks: Trunks, layout: Layout, rows: Mapping[int, list[list[Any]]], sizes: Mapping[Any, int]
) -> dict[tuple[Any, int], int]:
    """By node and side the height at which its lines run to the edge of their lane, where they do not begin there."""
    found: dict[tuple[Any, int], int] = {}
    for row in (row for several in rows.values() for row in several):
        bottom = layout.places[row[0]][1] + max(sizes[node] for node in row) // 2
        for trunk in trunks.below(row):
            found |= {(node, trunk.side): bottom + trunk.below for node in trunk.nodes}
    for at, several in rows.items():
        left, right = layout.lanes[at].left, layout.lanes[at].right
        for row in several:
            for node, side, free in (
                (row[0], LEFT, _edge(layout, row[0], LEFT) - left),
                (row[-1], RIGHT, right - _edge(layout, row[-1], RIGHT)),
            ):
                if free > AT_THE_EDGE:
                    found.setdefault((node, side), layout.places[node][1])
    return found


def _edge(layout: Layout, node: Any, side: int) -> float:
    """How far a label reaches to a side."""
    return layout.places[node][0] + side * layout.rooms.get(node, 0) / 2


def _gaps(
    layout: Layout,
    rows: Mapping[int, list[list[Any]]],
    sizes: Mapping[Any, int],
    leaving: Mapping[tuple[Any, int], int],
) -> dict[int, list[_Gap]]:
    """What is free in each lane, from above."""
    found: dict[int, list[_Gap]] = {}
    every = [y for _, y in layout.places.values()]
    for at, several in rows.items():
        taken = []
        before = ""
        for row in several:
            y, high = layout.places[row[0]][1], max(sizes[node] for node in row) // 2
            box = layout.inside.get(row[0], "")
            headed = PADDING + LINE if box and box != before else 0
            lowest = max([y + high, *(leaving.get((node, side), 0) for node in row for side in (LEFT, RIGHT))])
            taken.append((y - high - headed, lowest, box))
            before = box
        edges = [(min(every) - PADDING, min(every) - PADDING, ""), *taken, (max(every), max(every) + PADDING, "")]
        found[at] = []
        for (_, above, one), (below, _, other) in pairwise(edges):
            within = bool(one) and one == other
            under = CLEAR + (PADDING if one and not within else 0)
            if above + under <= below - CLEAR:
                found[at].append(_Gap(above + under, below - CLEAR, within))
    return found


def _crossed(
    lines: Iterable[Line],
    lanes: Mapping[Any, int],
    heights: Mapping[Any, float],
    leaving: Mapping[tuple[Any, int], int],
    gaps: Mapping[int, list[_Gap]],
) -> dict[tuple[Line, int], int]:
    """The height at which each line crosses each lane that lies between its own, where anything stands there."""
    wishes: dict[tuple[Line, int], float] = {}
    for line in lines:
        one, other, _ = line
        side = _side(line, lanes)
        begins = leaving.get((one, side), heights[one])
        ends = leaving.get((other, -side), heights[other])
        for at in range(lanes[one] + side, lanes[other], side):
            if gaps.get(at):
                share = abs(at - lanes[one]) / abs(lanes[other] - lanes[one])
                wishes[line, at] = begins + share * (ends - begins)
    many = Counter((end, line[2], at) for line, at in wishes for end in line[:2])
    chosen: dict[tuple[Line, int], tuple[_Gap, Any]] = {}
    for (line, at), wish in sorted(wishes.items(), key=lambda told: (told[1], tuple(map(str, told[0][0])), told[0][1])):
        one, other, said = line
        by = (other if many[other, said, at] > many[one, said, at] else one), said
        best = min(gaps[at], key=lambda gap: (gap.price(wish, by), gap.top))
        best.taken[by].append(wish)
        chosen[line, at] = best, by
    tracks = {id(gap): gap.heights() for several in gaps.values() for gap in several}
    return {passing: tracks[id(gap)][by] for passing, (gap, by) in chosen.items()}
