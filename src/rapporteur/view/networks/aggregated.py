"""Aggregation: a network too large to read → one node for all of a kind under one heading, edges merged."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx as nx

from rapporteur.view.networks.draft import ATTRIBUTES
from rapporteur.view.networks.kinds import KINDS, PROPERTIES

BY = ("group", "kind")


def aggregated(network: nx.Graph, by: str = "group") -> nx.Graph:
    """A network with the nodes of one kind and heading put together.

    Nodes: one for all of a kind under the same ``group``, ``count`` of them; what stands alone stays what it is.
    Edges: one for each pair and property. Weight: the sum of the weights put together. ``links`` are all links of
    these edges, so that each can still be checked. Edges between nodes that are put together are gone; how many is
    told in ``notes``.

    Not good for: reading one recommendation, of which only its heading is left.

    :param network: what a projection gives; it is left as it is.
    :param by: "group" puts together what has kind and heading in common, "kind" all of a kind.
    :raises ValueError: if ``by`` is another word.
    """
    if by not in BY:
        raise ValueError(f"Networks are aggregated by group or kind, not {by!r}.")
    members: dict[str, list[Any]] = defaultdict(list)
    for node, data in sorted(network.nodes(data=True), key=lambda pair: str(pair[0])):
        kind, heading = str(data.get("kind") or "thing"), str(data.get("group") or "")
        key = f"all:{kind}" if by == "kind" else f"group:{kind}:{heading}" if heading else str(node)
        members[key].append(node)
    of = {node: key for key, nodes in members.items() for node in nodes}
    whole = nx.MultiDiGraph if network.is_directed() else nx.MultiGraph
    merged = whole(**{key: value for key, value in network.graph.items() if key != "notes"})
    for key, nodes in members.items():
        merged.add_node(of[nodes[0]], **_node(network, key, nodes))
    hidden = 0
    for source, target, data in sorted(network.edges(data=True), key=lambda edge: (str(edge[0]), str(edge[1]))):
        one, other = of[source], of[target]
        if one == other:
            hidden += 1
            continue
        if not merged.is_directed() and other < one:
            one, other = other, one
        _merge(merged, one, other, data)
    notes = [*network.graph.get("notes", ())]
    notes.append(
        f"Merged: {len(network)} things and {network.number_of_edges()} edges are drawn as {len(merged)} and "
        f"{merged.number_of_edges()}."
    )
    if hidden:
        notes.append(f"{hidden} edges between things that are put together are not drawn.")
    merged.graph |= {"notes": tuple(notes), "aggregated_by": by}
    return merged


def _node(network: nx.Graph, key: str, nodes: list[Any]) -> dict[str, Any]:
    first = network.nodes[nodes[0]]
    if len(nodes) == 1 and not key.startswith("all:"):
        return {**ATTRIBUTES, **first, "within": ""}
    kind = str(first.get("kind") or "thing")
    heading = str(first.get("group") or "") if key.startswith("group:") else ""
    word = KINDS.get(kind, kind)
    name = heading or word
    return {
        **ATTRIBUTES,
        "iri": key,
        "kind": kind,
        "label": f"{name} ({len(nodes)})",
        "short": f"{name if len(name) <= 54 else name[:53].rsplit(' ', 1)[0] + '…'} ({len(nodes)})",
        "text": f"{word}: " + "; ".join(str(network.nodes[node].get("label") or node) for node in nodes[:50]),
        "group": word,
        "lane": first.get("lane", 0),
        "count": len(nodes),
    }


def _merge(merged: nx.Graph, source: str, target: str, data: dict[str, Any]) -> None:
    property_ = str(data.get("property") or "merged")
    told = merged.get_edge_data(source, target, key=property_)
    links, weight = tuple(data.get("links", ())), data.get("weight", 1)
    if told is not None:
        told["weight"] += weight
        told["links"] += tuple(link for link in links if link not in told["links"])
        return
    label = str(data.get("label") or PROPERTIES.get(property_, property_))
    shown = {key: str(data.get(key) or "") for key in ("quote", "grade")}
    merged.add_edge(source, target, property_, property=property_, label=label, weight=weight, links=links, **shown)
