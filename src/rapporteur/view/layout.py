"""Places: a network → where each node stands in the picture, computed once, the same on every machine.

Four columns, read from left to right: who was there and silent; who spoke; the agenda items as boxes with the
recommendations that came of them; what these rest on, boxed by treaty or document. Ordering by the places of the
neighbours keeps the lines short. Units are those of the drawing: one unit is a pixel at full size.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import fmean

import networkx as nx

ROW = 24
UNIT_WIDTH, UNIT_HEIGHT, UNITS_A_ROW = 82, 34, 6
HEADING, GAP = 34, 26
SILENT_X, SPEAKER_X, ITEM_X, TARGET_X = 0, 270, 560, 1330
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
    _place_targets(network, layout, height)
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


def _place_targets(network: nx.MultiDiGraph, layout: Layout, height: int) -> None:
    """What is cited, in boxes by treaty or document, each box about as high as those that cite it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for node in _of_kind(network, "provision", "treaty", "earlier", "decision", "document"):
        groups[_group(network, node)].append(node)
    wish = {group: fmean(_height(network, layout, node) for node in nodes) for group, nodes in groups.items()}
    ordered = sorted(groups, key=lambda group: (wish[group], group))
    needed = sum(HEADING + len(groups[group]) * UNIT_HEIGHT + GAP for group in ordered)
    slack = max(0, height - needed) // max(1, len(ordered))
    y = 0
    for group in ordered:
        box = f"box:{group}"
        layout.boxes.append(Box(box, group, network.nodes[groups[group][0]]["kind"]))
        for row, node in enumerate(sorted(groups[group], key=lambda n: (_natural(network.nodes[n]["short"]), n))):
            layout.inside[node] = box
            layout.places[node] = (TARGET_X, y + HEADING + row * UNIT_HEIGHT)
        y += HEADING + len(groups[group]) * UNIT_HEIGHT + GAP + slack


def _group(network: nx.MultiDiGraph, node: str) -> str:
    """The heading a cited thing stands under."""
    data = network.nodes[node]
    return {
        "decision": "Decisions",
        "document": "Documents and publications",
        "treaty": "Treaties as a whole",
    }.get(data["kind"], data["group"] or "Other provisions")


def _place_people(network: nx.MultiDiGraph, layout: Layout, height: int) -> None:
    """Speakers beside the items they spoke on, the silent further out, each by name."""
    people = _of_kind(network, "state", "organization")
    people.sort(key=lambda node: (network.nodes[node]["label"], node))
    speakers = [node for node in people if network.out_degree(node)]
    silent = [node for node in people if not network.out_degree(node)]
    for x, column in ((SPEAKER_X, speakers), (SILENT_X, silent)):
        step = min(2 * ROW, max(ROW, height // max(1, len(column))))
        for row, node in enumerate(column):
            layout.places[node] = (x, row * step)


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
