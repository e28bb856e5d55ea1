"""Lanes: a network whose nodes have a ``lane`` → columns, in each the boxes of nodes under one heading.

The lane that ``anchor`` names is set first, in the order of its labels; every other lane's boxes follow the height of
what they are tied to. A lane is as wide as its labels need, and no two of its labels meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from statistics import fmean
from typing import Any

import networkx as nx

from rapporteur.view.layout import Box, Lane, Layout
from rapporteur.view.networks.words import natural
from rapporteur.view.sizes import label_size

HEADING, GAP, BETWEEN, ACROSS, LANE_GAP = 34, 24, 8, 14, 90
TALLEST = 1200
"""Height above which a lane of labels is set in several columns."""
NARROW = 110
"""Width of a label below which several stand side by side."""
SIDE_BY_SIDE = 6
MOST_COLUMNS = 4
SEVERAL_WIDEST = 165
"""Widest line of a label where several columns stand side by side; longer ones take two lines."""


@dataclass(slots=True)
class _Group:
    """Nodes under one heading."""

    key: str
    label: str
    nodes: list[Any]


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
    columns = {lane: _columns(network, nodes) for lane, nodes in by_lane.items()}
    for lane in sorted(by_lane):
        lefts[lane] = x
        x += _width(network, by_lane[lane], columns[lane]) + LANE_GAP
    tallest = 0
    for lane in order:
        groups = _groups(network, by_lane[lane])
        if lane == anchor:
            groups.sort(key=lambda group: (_set_rank(network, group), natural(_called(network, group)), group.key))
        else:
            wishes = {group.key: _wish(group.nodes, neighbours, heights) for group in groups}
            groups.sort(key=lambda group: (wishes[group.key], natural(_called(network, group)), group.key))
        height = _set(network, layout, groups, lefts[lane], columns[lane], tallest)
        for group in groups:
            middles = [layout.places[node][1] for node in group.nodes]
            heights |= dict(zip(group.nodes, map(float, middles), strict=True))
            if group.key in network and middles:
                heights[group.key] = fmean(middles)
        tallest = max(tallest, height)
        right = lefts[lane] + _width(network, by_lane[lane], columns[lane])
        layout.lanes.append(Lane(headings[lane] if lane < len(headings) else "", lefts[lane], right))
    layout.lanes.sort(key=lambda lane: lane.left)
    return layout


def _lane(data: dict[str, Any]) -> int:
    lane = data.get("lane", 0)
    return lane if isinstance(lane, int) else 0


def _around(network: nx.Graph, node: Any) -> set[Any]:
    return set(nx.all_neighbors(network, node)) - {node}


def _size(network: nx.Graph, node: Any, columns: int = 1) -> tuple[int, int]:
    data = network.nodes[node]
    short = str(data.get("short") or data.get("label") or node)
    return label_size(short, SEVERAL_WIDEST) if columns > 1 else label_size(short)


def _columns(network: nx.Graph, nodes: list[Any]) -> int:
    """How many labels of a lane stand side by side: narrow ones in rows, wide ones where one column were too high."""
    sizes = [_size(network, node) for node in nodes]
    if max(width for width, _ in sizes) <= NARROW:
        return min(SIDE_BY_SIDE, max(1, ceil(len(nodes) / 6)))
    return min(MOST_COLUMNS, max(1, ceil(sum(height + BETWEEN for _, height in sizes) / TALLEST)))


def _width(network: nx.Graph, nodes: list[Any], columns: int) -> int:
    return columns * (max(_size(network, node, columns)[0] for node in nodes) + ACROSS) - ACROSS


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


def _called(network: nx.Graph, group: _Group) -> str:
    """The heading of a group, of a node that stands by itself its label."""
    return group.label or str(network.nodes[group.nodes[0]].get("label") or group.nodes[0])


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


def _set(network: nx.Graph, layout: Layout, groups: list[_Group], left: int, columns: int, tallest: int) -> int:
    """Set the boxes of one lane one below the other, spread over the height of the picture; gives the lane's height."""
    widest = max(_size(network, node, columns)[0] for group in groups for node in group.nodes)
    rows = {group.key: _rows(network, group, columns) for group in groups}
    needed = sum(_high(group) + sum(height for height, _ in rows[group.key]) for group in groups)
    slack = max(0, tallest - needed) // (len(groups) + 1)
    y = slack if tallest else 0
    for group in groups:
        if group.label:
            kind = str(network.nodes[group.nodes[0]].get("kind") or "thing")
            layout.boxes.append(Box(group.key, group.label, "item" if group.key in network else kind))
            y += HEADING
        for height, nodes in rows[group.key]:
            for column, node in enumerate(nodes):
                x = left + column * (widest + ACROSS) + widest // 2
                layout.places[node] = (x, y + (height - BETWEEN) // 2)
                layout.rooms[node] = widest
                if group.label:
                    layout.inside[node] = group.key
            y += height
        y += (GAP if group.label else 0) + slack
    return y


def _high(group: _Group) -> int:
    """What a group's heading and the gap below it take."""
    return HEADING + GAP if group.label else 0


def _rows(network: nx.Graph, group: _Group, columns: int) -> list[tuple[int, list[Any]]]:
    """The nodes of a box in rows, each row with its height."""
    ordered = sorted(group.nodes, key=lambda node: _order(network, node))
    rows = [ordered[at : at + columns] for at in range(0, len(ordered), columns)]
    return [(max(_size(network, node, columns)[1] for node in row) + BETWEEN, row) for row in rows]
