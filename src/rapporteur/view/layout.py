"""Places: a network → where each node stands in a picture, computed once, the same on every run.

A network in lanes is read from left to right: a column a lane, in it boxes of nodes that stand under one heading,
boxes about as high as what they are tied to, which keeps the lines short. Any other is laid out by springs. Units are
those of the drawing: one unit is a pixel at full size.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import networkx as nx

from rapporteur.errors import UnwritableOutput
from rapporteur.view.sizes import label_size

LINE_LENGTH = 36
VERSION = 1
"""Of the way places are computed; kept places of another are computed anew."""

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


def positions(network: nx.Graph, beside: str | Path | None = None) -> dict[Any, Place]:
    """Where each node stands: IRI → x and y, in whole units, y growing downwards.

    A node that encloses others stands in the middle of them.

    :param beside: the graph's file ``NAME.trig``; then places are kept in ``NAME.<projection>.layout.json`` beside it,
        and read again as long as they fit the network.
    :raises UnwritableOutput: if they cannot be kept.
    """
    kept = None if beside is None else kept_beside(beside, network)
    if kept is not None and (found := _read(kept, network)) is not None:
        return found
    layout = lay_out(network)
    places = dict(layout.places)
    for node in network:
        if node not in places:
            around = [layout.places[one] for one, box in layout.inside.items() if box == node] or [(0, 0)]
            places[node] = (sum(x for x, _ in around) // len(around), sum(y for _, y in around) // len(around))
    places = {node: places[node] for node in sorted(network, key=str)}
    if kept is not None:
        _keep(kept, network, places)
    return places


def kept_beside(graph: str | Path, network: nx.Graph) -> Path:
    """The file in which the places of a network of this graph are kept."""
    graph = Path(graph)
    return graph.with_name(f"{graph.stem}.{network.graph.get('projection', 'network')}.layout.json")


def _mark(network: nx.Graph) -> str:
    """What places depend on: nodes with their labels, lanes and groups, and edges with their weights."""
    nodes = [
        [str(node), *(str(data.get(key, "")) for key in ("short", "lane", "group", "within"))]
        for node, data in sorted(network.nodes(data=True), key=lambda pair: str(pair[0]))
    ]
    edges = sorted([str(one), str(other), weight] for one, other, weight in network.edges(data="weight", default=1))
    said = json.dumps([VERSION, network.graph.get("layout", ""), nodes, edges], ensure_ascii=False)
    return sha256(said.encode()).hexdigest()


def _read(path: Path, network: nx.Graph) -> dict[Any, Place] | None:
    """The places kept there, if they are of this very network."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(told, Mapping) or told.get("network") != _mark(network):
        return None
    try:
        return {node: (int(told["places"][str(node)][0]), int(told["places"][str(node)][1])) for node in network}
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _keep(path: Path, network: nx.Graph, places: Mapping[Any, Place]) -> None:
    told = {"network": _mark(network), "places": {str(node): list(place) for node, place in places.items()}}
    try:
        path.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", "utf-8")
    except OSError as fault:
        raise UnwritableOutput(
            f"The places cannot be kept: {fault.strerror}.",
            where=str(path),
            expected="a folder that can be written, beside the graph.",
            remedy="Leave them unkept, or copy the graph to another folder.",
        ) from fault


def lines(short: str) -> int:
    """How many lines a short label takes inside its node."""
    return 2 if len(short) > LINE_LENGTH else 1


__all__ = ["Box", "Lane", "Layout", "label_size", "lay_out", "lines", "positions"]
