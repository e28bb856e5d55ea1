"""Places: a network → where each node stands in a picture, computed once, the same on every run.

A network in lanes is read from left to right: a column a lane, in it boxes of nodes that stand under one heading,
boxes about as high as what they are tied to, which keeps the lines short. Any other is laid out by springs. Units are
those of the drawing: one unit is a pixel at full size.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import networkx as nx

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame around nodes that stand under one heading.

    :ivar id: its own id in the drawing; of a node that encloses others, such as an agenda item, its IRI.
    :ivar kind: of the nodes in it.
    """

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of a picture in lanes: its heading, and where it begins and ends from left to right."""

    heading: str
    left: int
    right: int


@dataclass(slots=True)
class Layout:
    """Where things stand: ``places`` by IRI, the ``boxes``, which box a node is ``inside``, and the ``lanes``.

    A node that is a box itself has no place of its own.

    :ivar rooms: how wide the box of each label may be, where labels stand side by side.
    """

    places: dict[str, Place] = field(default_factory=dict)
    boxes: list[Box] = field(default_factory=list)
    inside: dict[str, str] = field(default_factory=dict)
    lanes: list[Lane] = field(default_factory=list)
    rooms: dict[Any, int] = field(default_factory=dict)


def lay_out(network: nx.Graph) -> Layout:
    """Place every node of a network, in lanes or by springs, as ``network.graph["layout"]`` says."""
    from rapporteur.view.lanes import in_lanes  # both need the types above
    from rapporteur.view.springs import by_springs

    if network.graph.get("layout", "force") == "lanes":
        return in_lanes(network)
    return Layout(places=by_springs(network))


def places_of(network: nx.Graph, layout: Layout) -> dict[Any, Place]:
    """The place of every node; one that encloses others stands in the middle of them."""
    places = dict(layout.places)
    for node in network:
        if node not in places:
            around = [layout.places[one] for one, box in layout.inside.items() if box == node] or [(0, 0)]
            places[node] = (sum(x for x, _ in around) // len(around), sum(y for _, y in around) // len(around))
    return {node: places[node] for node in sorted(network, key=str)}
