"""Lanes: a network whose nodes have a ``lane`` → columns, in each the boxes of nodes under one heading.

The lane that ``anchor`` names is set first, in the order of its labels; every other lane's boxes follow the height of
what they are tied to. A lane is as wide as its labels need, and no two of its labels meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Any

import networkx as nx

from rapporteur.view.layout import Box, Lane, Layout
from rapporteur.view.networks.words import natural
from rapporteur.view.sizes import label_size, size_beside
from rapporteur.view.trunks import Trunks

ACROSS, LANE_GAP = 14, 90
TALLEST = 1060
"""Height above which a lane is set in several columns: what a screen shows of it with letters of nine pixels."""
NARROW = 110
"""Width of a label up to which many stand side by side where one column were too high."""
HEADED = 240
"""Width that a lane of narrow labels leaves to the headings of its boxes."""
SIDE_BY_SIDE = 6
MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class _Spacing:
    """What a lane leaves free.

    :ivar heading: for the heading of a box.
    :ivar gap: below a box.
    :ivar between: below a label.
    """

    heading: int
    gap: int
    between: int


_ROOMY = _Spacing(34, 24, 8)
_CLOSER = _Spacing(28, 12, 8)
"""Of a lane of narrow labels that is too high with as many columns as there may be."""
_TIGHT = _Spacing(26, 10, 5)
"""Of one of wider labels."""


@dataclass(slots=True)
class _Group:
    """Nodes under one heading."""

    key: str
    label: str
    nodes: list[Any]


@dataclass(frozen=True, slots=True)
class _Grid:
    """How a lane is set.

    :ivar columns: how many labels stand side by side in each box.
    :ivar label: how wide each may be.
    :ivar height: of the whole lane.
    :ivar heading: width that the headings of its boxes need.
    :ivar free: what it leaves free.
    """

    columns: dict[str, int]
    label: int
    height: int
    heading: int
    free: _Spacing

    @property
    def most(self) -> int:
        return max(self.columns.values())

    @property
    def width(self) -> int:
        return max(self.heading, self.most * (self.label + ACROSS) - ACROSS)


def in_lanes(network: nx.Graph) -> Layout:
    """Place every node in its lane."""
    layout = Layout()
    headings = tuple(network.graph.get("lanes", ()))
    by_lane: dict[int, list[Any]] = defaultdict(list)
    enclosing = {data["within"] for _, data in network.nodes(data=True) if data.get("within")}
    for node, data in sorted(network.nodes(data=True), key=lambda pair: str(pair[0])):
        if node not in enclosing:
            by_lane[_lane(data)].append(node)
    if not by_lane:
        return layout
    neighbours = {node: sorted(_around(network, node), key=str) for node in network}
    anchor = network.graph.get("anchor", 0)
    anchor = anchor if anchor in by_lane else max(by_lane, key=lambda lane: (len(by_lane[lane]), -lane))
    heights: dict[Any, float] = {}
    order = sorted(by_lane, key=lambda lane: (abs(lane - anchor), lane))
    x = 0
    lefts: dict[int, int] = {}
    boxes = {lane: _folded(network, _groups(network, nodes)) for lane, nodes in by_lane.items()}
    trunks = Trunks(network)
    grids = {lane: _grid(network, trunks, boxes[lane]) for lane in by_lane}
    for lane in sorted(by_lane):
        lefts[lane] = x
        x += grids[lane].width + LANE_GAP
    tallest = min(max(grid.height for grid in grids.values()), TALLEST)  # what is few stands where it is seen at first
    for lane in order:
        groups = boxes[lane]
        if lane == anchor:
            groups.sort(key=lambda group: (_set_rank(network, group), natural(_called(network, group)), group.key))
        else:
            wishes = {
                group.key: 0.0 if _is_item(network, group) else _wish(group.nodes, neighbours, heights)
                for group in groups
            }
            groups.sort(
                key=lambda group: (
                    _set_rank(network, group),
                    wishes[group.key],
                    natural(_called(network, group)),
                    group.key,
                )
            )
        _set(network, trunks, layout, groups, lefts[lane], grids[lane], tallest)
        for group in groups:
            middles = [layout.places[node][1] for node in group.nodes]
            heights |= dict(zip(group.nodes, map(float, middles), strict=True))
            if group.key in network and middles:
                heights[group.key] = fmean(middles)
        heading = headings[lane] if lane < len(headings) else ""
        layout.lanes.append(Lane(heading, lefts[lane], lefts[lane] + grids[lane].width))
    layout.lanes.sort(key=lambda lane: lane.left)
    return layout


def _lane(data: dict[str, Any]) -> int:
    lane = data.get("lane", 0)
    return lane if isinstance(lane, int) else 0


def _around(network: nx.Graph, node: Any) -> set[Any]:
    return set(nx.all_neighbors(network, node)) - {node}


def _grid(network: nx.Graph, trunks: Trunks, groups: list[_Group]) -> _Grid:
    """As few labels side by side as the height of a picture allows, for a line must pass behind those beside it.

    Wide labels stand in as many columns in every box of a lane. Narrow ones begin in many; then, the smallest first,
    each box takes as few as leave the lane low enough.
    """
    nodes = [node for group in groups for node in group.nodes]
    narrow = max(size_beside(network, node)[0] for node in nodes) <= NARROW
    for most in range(1, (SIDE_BY_SIDE if narrow else MOST_COLUMNS) + 1):
        columns = {group.key: min(most, len(group.nodes)) for group in groups}
        grid = _measured(network, trunks, groups, columns)
        if grid.height <= TALLEST:
            break
    if grid.height > TALLEST:
        return _measured(network, trunks, groups, grid.columns, _CLOSER if narrow else _TIGHT)
    if not narrow:
        return grid
    columns = {group.key: min(SIDE_BY_SIDE, len(group.nodes)) for group in groups}
    for group in sorted(groups, key=lambda group: (len(group.nodes), group.key)):
        for fewer in range(1, columns[group.key]):
            tried = columns | {group.key: fewer}
            if _measured(network, trunks, groups, tried).height <= TALLEST:
                columns = tried
                break
    return _measured(network, trunks, groups, columns)


def _measured(
    network: nx.Graph, trunks: Trunks, groups: list[_Group], columns: dict[str, int], free: _Spacing = _ROOMY
) -> _Grid:
    """How wide and high a lane is whose boxes have so many columns."""
    most = max(columns.values())
    label = max(size_beside(network, node, most)[0] for group in groups for node in group.nodes)
    heading = max(min(HEADED, label_size(group.label)[0]) if group.label else 0 for group in groups)
    grid = _Grid(columns, label, 0, heading, free)
    return replace(
        grid,
        height=sum(
            _high(one, free) + sum(high + below for high, below, _ in _rows(network, trunks, one, grid))
            for one in groups
        ),
    )


def _groups(network: nx.Graph, nodes: Iterable[Any]) -> list[_Group]:
    """The nodes of a lane by what encloses them, else by their group, else each by itself."""
    found: dict[str, _Group] = {}
    for node in nodes:
        data = network.nodes[node]
        within = data.get("within") or ""
        if within:
            label = str(network.nodes[within].get("label") or within) if within in network else str(within)
            key = str(within)
        else:
            label = str(data.get("group") or "")
            key = f"box:{_lane(data)}:{label}" if label else f"one:{node}"
        found.setdefault(key, _Group(key, label, [])).nodes.append(node)
    return list(found.values())


def _folded(network: nx.Graph, groups: list[_Group]) -> list[_Group]:
    """Nodes that stand under no heading as one group without a frame, where one column of them were too high."""
    loose = [group for group in groups if not group.label]
    if sum(size_beside(network, group.nodes[0])[1] + _ROOMY.between for group in loose) <= TALLEST:
        return groups
    return [*(g for g in groups if g.label), _Group("loose", "", [node for g in loose for node in g.nodes])]


def _called(network: nx.Graph, group: _Group) -> str:
    """The heading of a group, of a node that stands by itself its label."""
    return group.label or str(network.nodes[group.nodes[0]].get("label") or group.nodes[0])


def _is_item(network: nx.Graph, group: _Group) -> bool:
    """Is it an agenda item, which stands where the agenda has it?"""
    return all(network.nodes[node].get("kind") == "item" for node in group.nodes)


def _set_rank(network: nx.Graph, group: _Group) -> int:
    """Where the network wants the group: by ``network.graph["groups"]``, else after those."""
    wanted = network.graph.get("groups", ())
    return list(wanted).index(group.label) if group.label in wanted else len(wanted)


def _wish(nodes: list[Any], neighbours: dict[Any, list[Any]], heights: dict[Any, float]) -> float:
    """The mean height of what the nodes are tied to, as far as it has a place."""
    known = [heights[other] for node in nodes for other in neighbours[node] if other in heights]
    return fmean(known) if known else float("inf")


def _order(network: nx.Graph, node: Any) -> tuple[Any, ...]:
    data = network.nodes[node]
    label = str(data.get("short") or data.get("label") or node)
    return (natural(label), str(node))


def _set(
    network: nx.Graph,
    trunks: Trunks,
    layout: Layout,
    groups: list[_Group],
    left: int,
    grid: _Grid,
    tallest: int,
) -> None:
    """Set the boxes of one lane one below the other, spread over the height of what a screen shows."""
    slack = max(0, tallest - grid.height) // (len(groups) + 1)
    y = slack
    for group in groups:
        if group.label:
            kind = str(network.nodes[group.nodes[0]].get("kind") or "thing")
            layout.boxes.append(Box(group.key, group.label, "item" if group.key in network else kind))
            y += grid.free.heading
        for height, below, nodes in _rows(network, trunks, group, grid):
            for column, node in enumerate(nodes):
                x = left + column * (grid.label + ACROSS) + grid.label // 2
                layout.places[node] = (x, y + height // 2)
                layout.rooms[node] = grid.label
                if group.label:
                    layout.inside[node] = group.key
            y += height + below
        y += (grid.free.gap if group.label else 0) + slack


def _high(group: _Group, free: _Spacing) -> int:
    """What a group's heading and the gap below it take."""
    return free.heading + free.gap if group.label else 0


def _alike(network: nx.Graph, group: _Group) -> list[list[Any]]:
    """The nodes of a box by the attribute that ``network.graph["together"]`` names, what most have first.

    A line of a node that stands amid a row begins behind the rest of it. Where all of a row lead to the same place that
    takes nothing away; a lone line to another place could be that of any of them.
    """
    named = network.graph.get("together")
    found: dict[str, list[Any]] = defaultdict(list)
    for node in sorted(group.nodes, key=lambda node: _order(network, node)):
        found[str(network.nodes[node].get(named, "")) if named else ""].append(node)
    return [found[value] for value in sorted(found, key=lambda value: (-len(found[value]), value))]


def _rows(network: nx.Graph, trunks: Trunks, group: _Group, grid: _Grid) -> list[tuple[int, int, list[Any]]]:
    """The nodes of a box in rows, each row with its height and what is left free below it."""
    columns = grid.columns[group.key]
    rows = [alike[at : at + columns] for alike in _alike(network, group) for at in range(0, len(alike), columns)]
    return [
        (
            max(size_beside(network, node, grid.most)[1] for node in row),
            grid.free.between + trunks.room(row),
            row,
        )
        for row in rows
    ]
