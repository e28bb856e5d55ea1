"""Kept places: a network and where its graph lies → its layout, read from a file beside the graph or kept there.

A file is named after graph and network, ``NAME.<projection>.layout.json``, and holds whole units. It is read as long as
it fits the network; another processor, or another version of a library, then draws the same picture.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import networkx as nx

from rapporteur.errors import UnwritableOutput
from rapporteur.view.layout import Box, Lane, Layout, lay_out, places_of

VERSION = 3
"""Of the way places are computed and kept; files of another are written anew."""

Place = tuple[int, int]

_TOLD = ("layout", "lanes", "anchor", "groups", "together")
_DRAWN = ("short", "label", "kind", "group", "within", "lane", "count")


def positions(network: nx.Graph, beside: str | Path | None = None) -> dict[Any, Place]:
    """Where each node stands: IRI → x and y, in whole units, y growing downwards.

    A node that encloses others stands in the middle of them.

    :param beside: the graph's file ``NAME.trig``; then places are kept in ``NAME.<projection>.layout.json`` beside it,
        and read again as long as they fit the network.
    :raises UnwritableOutput: if they cannot be kept.
    """
    return places_of(network, laid_out(network, beside))


def laid_out(network: nx.Graph, beside: str | Path | None = None, *, keep: bool = True) -> Layout:
    """The layout of a network: the one kept beside its graph if that fits it, else computed.

    :param beside: the file, folder or store that the network was made of; None is nowhere.
    :param keep: write what was computed; without it, what is there is read and nothing is written.
    :raises UnwritableOutput: if it is to be kept and cannot be.
    """
    if beside is None:
        return lay_out(network)
    path = kept_beside(beside, network)
    found = _read(path, network)
    if found is None:
        found = lay_out(network)
        if keep:
            _keep(path, network, found)
    return found


def kept_beside(graph: str | Path, network: nx.Graph) -> Path:
    """The file in which the places of a network of this graph are kept."""
    graph = Path(graph)
    merged = network.graph.get("aggregated_by")
    name = f"{network.graph.get('projection') or 'network'}{f'-by-{merged}' if merged else ''}"
    stem = graph.name.removesuffix(".trig")
    return graph.with_name(f"{stem}.{name}.layout.json")


def _mark(network: nx.Graph) -> str:
    """What places depend on: how the network is laid out, nodes as they are drawn, and edges with their weights."""
    told = [str(network.graph.get(key, "")) for key in _TOLD]
    nodes = [
        [str(node), *(str(data.get(key, "")) for key in _DRAWN)]
        for node, data in sorted(network.nodes(data=True), key=lambda pair: str(pair[0]))
    ]
    edges = sorted(
        [str(one), str(other), str(weight)] for one, other, weight in network.edges(data="weight", default=1)
    )
    said = json.dumps([VERSION, told, nodes, edges], ensure_ascii=False)
    return sha256(said.encode()).hexdigest()


def _read(path: Path, network: nx.Graph) -> Layout | None:
    """The layout kept there, if it is of this very network."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(told, Mapping) or told.get("network") != _mark(network):
        return None
    named = {str(node): node for node in network}
    try:
        found = Layout(
            places={named[name]: (int(x), int(y)) for name, (x, y) in told["places"].items()},
            boxes=[Box(str(one["id"]), str(one["label"]), str(one["kind"])) for one in told["boxes"]],
            inside={named[name]: str(box) for name, box in told["inside"].items()},
            lanes=[Lane(str(one["heading"]), int(one["left"]), int(one["right"])) for one in told["lanes"]],
            rooms={named[name]: int(room) for name, room in told["rooms"].items()},
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    boxes = {box.id for box in found.boxes}
    whole = set(map(str, found.places)) | boxes >= set(map(str, network)) and boxes.issuperset(found.inside.values())
    return found if whole else None


def _keep(path: Path, network: nx.Graph, layout: Layout) -> None:
    told = {
        "network": _mark(network),
        "places": {str(node): list(layout.places[node]) for node in sorted(layout.places, key=str)},
        "boxes": [{"id": box.id, "label": box.label, "kind": box.kind} for box in layout.boxes],
        "inside": {str(node): layout.inside[node] for node in sorted(layout.inside, key=str)},
        "lanes": [{"heading": lane.heading, "left": lane.left, "right": lane.right} for lane in layout.lanes],
        "rooms": {str(node): layout.rooms[node] for node in sorted(layout.rooms, key=str)},
    }
    try:
        path.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n", "utf-8")
    except OSError as fault:
        raise UnwritableOutput(
            f"The places cannot be kept: {fault.strerror}.",
            where=str(path),
            expected="a folder that can be written, beside the graph.",
            remedy="Leave them unkept, or copy the graph to another folder.",
        ) from fault
