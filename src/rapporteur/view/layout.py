"""Places: a network → where each node stands in the picture, computed once, the same on every machine.

Columns, read from left to right: who was there and silent; who spoke; the agenda items as boxes with the
recommendations that came of them; the provisions and earlier paragraphs these rest on, boxed by treaty or report;
treaties, decisions and documents as a whole. Boxes stand about as high as what points at them, which keeps the lines
short. Units are those of the drawing: one unit is a pixel at full size.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import fmean

import networkx as nx

ROW = 20
UNIT_WIDTH, UNIT_HEIGHT, UNITS_A_ROW = 80, 33, 6
LINE, HEADING, GAP = 19, 34, 24
SILENT_X, SPEAKER_X, ITEM_X = -35, 195, 390
PROVISION_X, DOCUMENT_X = 1075, 1370
LINE_LENGTH = 36
PARAGRAPHS = "paragraphs"


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around nodes: an agenda item, a treaty, an earlier document.

    :ivar id: its own id in the drawing; of an agenda item the IRI.
    """

    id: str
    label: str
    kind: str


@dataclass(slots=True)
class Layout:
    """Where things stand: ``places`` by IRI, the ``boxes``, and which box a node is ``inside``."""

    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    inside: dict[str, str] = field(default_factory=dict)


def lay_out(network: nx.MultiDiGraph) -> Layout:
    """Place every node of the network that `to_networkx` made."""
    layout = Layout()
    _place_items(network, layout)
    height = max((y for _, y in layout.places.values()), default=0)
    _place_targets(network, layout, PROVISION_X, ("provision", "earlier"), height)
    _place_targets(network, layout, DOCUMENT_X, ("treaty", "decision", "document"), height)
    height = max((y for _, y in layout.places.values()), default=0)
    _place_people(network, layout, height)
    return layout


def _of_kind(network: nx.MultiDiGraph, *kinds: str) -> list[str]:
    return sorted(node for node, kind in network.nodes(data="kind") if kind in kinds)


def _place_items(network: nx.MultiDiGraph, layout: Layout) -> None:
    """Agenda items one below the other, each a box of its recommendations; then the paragraphs that cite."""
    nodes = network.nodes
    inside: dict[str, list[str]] = defaultdict(list)
    for unit in _of_kind(network, "recommendation"):
        inside[nodes[unit]["item"] or ""].append(unit)
    items = [item for item in _of_kind(network, "item") if inside[item] or network.degree(item)]
    y = 0
    for item in sorted(items, key=lambda item: (_meeting(item), _natural(nodes[item]["label"]))):
        layout.boxes.append(Box(item, f"Item {nodes[item]['label']}: {nodes[item]['text']}", "item"))
        y = _fill(network, layout, item, inside[item], y)
        if not inside[item]:
            layout.boxes.pop()
            layout.places[item] = (ITEM_X + UNIT_WIDTH * UNITS_A_ROW // 2, y + UNIT_HEIGHT)
            y += UNIT_HEIGHT + GAP
    if inside[""]:
        layout.boxes.append(Box("no-item", "Recommendations under no agenda item", "item"))
        y = _fill(network, layout, "no-item", inside[""], y)
    paragraphs = _of_kind(network, "paragraph")
    if paragraphs:
        layout.boxes.append(Box(PARAGRAPHS, "Other paragraphs of the report", "paragraph"))
        _fill(network, layout, PARAGRAPHS, paragraphs, y)


def _fill(network: nx.MultiDiGraph, layout: Layout, box: str, nodes: list[str], y: int) -> int:
    """Set nodes in rows inside a box that begins at ``y``; returns where the next box begins."""
    ordered = sorted(nodes, key=lambda node: (network.nodes[node]["order"] or 0, node))
    for index, node in enumerate(ordered):
        row, column = divmod(index, UNITS_A_ROW)
        layout.inside[node] = box
        layout.places[node] = (ITEM_X + column * UNIT_WIDTH + UNIT_WIDTH // 2, y + HEADING + row * UNIT_HEIGHT)
    rows = -(-len(ordered) // UNITS_A_ROW)
    return y + HEADING + rows * UNIT_HEIGHT + GAP if ordered else y


def _place_targets(network: nx.MultiDiGraph, layout: Layout, x: int, kinds: tuple[str, ...], height: int) -> None:
    """A column of what is cited, in boxes by treaty or document, each box about as high as those that cite it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for node in _of_kind(network, *kinds):
        groups[_group(network, node)].append(node)
    wish = {group: fmean(_height(network, layout, node) for node in nodes) for group, nodes in groups.items()}
    ordered = sorted(groups, key=lambda group: (wish[group], group))
    steps = {
        node: (lines(network.nodes[node]["short"]) - 1) * LINE + UNIT_HEIGHT
        for group in groups.values()
        for node in group
    }
    needed = sum(HEADING + sum(steps[node] for node in groups[group]) + GAP for group in ordered)
    slack = max(0, height - needed) // max(1, len(ordered))
    y = 0
    for group in ordered:
        box = f"box:{group}"
        layout.boxes.append(Box(box, group, network.nodes[groups[group][0]]["kind"]))
        y += HEADING
        for node in sorted(groups[group], key=lambda n: (_natural(network.nodes[n]["short"]), n)):
            layout.inside[node] = box
            layout.places[node] = (x, y + (steps[node] - UNIT_HEIGHT) // 2)
            y += steps[node]
        y += GAP + slack


def _group(network: nx.MultiDiGraph, node: str) -> str:
    """The heading a cited thing stands under."""
    data = network.nodes[node]
    return {
        "decision": "Decisions",
        "document": "Documents and publications",
        "treaty": "Treaties as a whole",
    }.get(data["kind"], data["group"] or "Other provisions")


def lines(short: str) -> int:
    """How many lines a short label takes inside its node."""
    return 2 if len(short) > LINE_LENGTH else 1


def _place_people(network: nx.MultiDiGraph, layout: Layout, height: int) -> None:
    """Speakers beside the items they spoke on, the silent further out, each by name."""
    people = _of_kind(network, "state", "organization")
    people.sort(key=lambda node: (network.nodes[node]["label"], node))
    speakers = [node for node in people if network.out_degree(node)]
    silent = [node for node in people if not network.out_degree(node)]
    for x, box, label, column in (
        (SPEAKER_X, "spoke", "Took the floor", speakers),
        (SILENT_X, "silent", "Attended only", silent),
    ):
        if column:
            layout.boxes.append(Box(box, label, "state"))
        step = min(ROW + 6, max(ROW, (height - HEADING) // max(1, len(column))))
        for row, node in enumerate(column):
            layout.inside[node] = box
            layout.places[node] = (x, HEADING + row * step)


def _height(network: nx.MultiDiGraph, layout: Layout, node: str) -> float:
    """The mean height of a node's neighbours; of an item that of its recommendations."""
    heights: list[int] = []
    for other in sorted({*network.successors(node), *network.predecessors(node)}):
        if other in layout.places:
            heights.append(layout.places[other][1])
        heights += [layout.places[unit][1] for unit, box in layout.inside.items() if box == other]
    return fmean(heights) if heights else 0.0


def _meeting(item: str) -> str:
    return item.rsplit("/item/", 1)[0]


def _natural(label: str) -> tuple[tuple[int, str], ...]:
    """A key that puts article 9 before article 10.

    >>> sorted(["article 10", "article 9"], key=_natural)
    ['article 9', 'article 10']
    """
    pieces: list[tuple[int, str]] = []
    for word in label.replace("(", " ").replace(")", " ").replace(".", " ").replace(",", " ").split():
        pieces.append((int(word), "") if word.isdecimal() else (-1, word))
    return tuple(pieces)
