"""Scenes: a network → what the page needs to know of it: things with places, lines, their evidence, a notice.

Things and lines stand in a fixed order, so that one network gives one page. Whatever a network lacks (a label, a kind,
evidence) has a plain stand-in here, so that the page never meets a hole.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx

from rapporteur.view.kept import laid_out
from rapporteur.view.layout import Layout
from rapporteur.view.networks.aggregated import BY, aggregated
from rapporteur.view.networks.kinds import PROPERTIES
from rapporteur.view.sizes import cited_by
from rapporteur.view.ways import Line, Way, ways_of

_TOLD = ("projection", "title", "layout", "nodes_are", "edges_are", "weight_is", "direction_is", "source", "notes")
_COUNTED = {
    "everything": "how many recommendations and paragraphs cite or mention it, and which, where it is two to six",
    "citations": "how many recommendations and paragraphs cite it, and which, where it is two to six",
    "addressees": "how many recommendations are addressed to it or are to involve it",
    "participation": "statements of one present, no number: did not speak; of a capacity, how many were present in it",
    "who_spoke_where": "statements and presentations",
    "co_cited_provisions": "how often it is cited",
    "themes": "how many recommendations have it",
    "lineage": "how many build on it",
}
"""What the number in brackets after a name says, by projection; elsewhere none is shown."""

_EVIDENCE = ("quote", "before", "marked", "after", "grade", "rule", "paragraph", "page", "property", "number")
_UNSAID = {"iri", "text", "x", "y", "box", "parent", "id", "order", "start", "end", "lane", "within", "report", "item"}
"""Attributes of a node that the page has elsewhere or that say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One network as the page knows it.

    :ivar data: its things, lines and headings.
    :ivar texts: the words of things by IRI.
    :ivar evidence: the words behind links by their IRI.
    """

    data: dict[str, Any]
    texts: dict[str, str]
    evidence: dict[str, dict[str, Any]]


def scene_of(network: nx.Graph, most_edges: int, beside: str | Path | None = None, keep: bool = True) -> Scene:
    """The scene of a network; of one with more than ``most_edges`` lines that of its merged form, with a notice.

    :param beside: the graph's file, beside which places are kept; with ``keep`` they are written there.
    """
    notice = ""
    if network.number_of_edges() > most_edges:
        network, notice = _merged(network, most_edges)
    if not isinstance(network, nx.MultiGraph):
        network = (nx.MultiDiGraph if network.is_directed() else nx.MultiGraph)(network)
    layout = laid_out(network, beside, keep=keep)
    drawn = set(layout.places) | {box.id for box in layout.boxes}
    nodes = [_node(network, node, layout) for node in sorted(network, key=str) if node in drawn]
    evidence = {str(link): _words(found) for link, found in network.graph.get("evidence", {}).items()}
    edges = _edges(network, evidence, ways_of(network, layout))
    told = {key: network.graph[key] for key in _TOLD if network.graph.get(key)}
    data = {
        "title": "A network",
        "layout": "force",
        **told,
        "directed": network.is_directed(),
        "notice": notice,
        "count_is": "" if network.graph.get("aggregated_by") else _COUNTED.get(network.graph.get("projection", ""), ""),
        "lanes": _lanes(network, layout),
        "boxes": [{"id": box.id, "label": box.label, "kind": box.kind} for box in layout.boxes],
        "nodes": nodes,
        "edges": edges,
        **_back(network, drawn),
    }
    used = {link for edge in edges for link in edge["links"]}
    texts = {str(node): str(text) for node, text in network.nodes(data="text") if text and node in drawn}
    return Scene(data, texts, {link: evidence[link] for link in sorted(used & set(evidence))})


def _merged(network: nx.Graph, most_edges: int) -> tuple[nx.Graph, str]:
    """The network merged by heading, or by kind where that is not enough, and what a reader should know of it."""
    whole, lines = len(network), network.number_of_edges()
    for by in BY:
        merged = aggregated(network, by)
        if merged.number_of_edges() <= most_edges:
            break
    said = (
        f"This network has {lines:,} lines, more than the {most_edges:,} that stay fluid: its {whole:,} things are "
        f"drawn as {len(merged):,}, put together by {'kind' if by == 'kind' else 'kind and heading'}. "
        f"To see each of them, draw a part of it, or the whole slowly with most_edges={lines}."
    )
    return merged, said


def _back(network: nx.Graph, drawn: Container[Any]) -> dict[str, Any]:
    """Things of the heading that the network wants to stand back at first sight, where no line touches them."""
    heading = network.graph.get("back") or ""
    grouped = sorted(str(node) for node, group in network.nodes(data="group") if group == heading and node in drawn)
    if not heading or any(network.degree(node) for node in grouped) or len(grouped) == len(network):
        return {"back": [], "back_is": ""}
    things = "1 thing" if len(grouped) == 1 else f"{len(grouped)} things"
    said = f"{things} under “{heading}”, which no line touches, stand back: “Show all” brings them"
    return {"back": grouped, "back_is": said}


def _lanes(network: nx.Graph, layout: Layout) -> list[dict[str, Any]]:
    """Headings of the columns, and which of them the picture is about."""
    headings, anchor = network.graph.get("lanes", ()), network.graph.get("anchor", 0)
    main = headings[anchor] if isinstance(anchor, int) and 0 <= anchor < len(headings) else None
    return [
        {"heading": lane.heading, "left": lane.left, "right": lane.right, "main": lane.heading == main}
        for lane in layout.lanes
    ]


def _node(network: nx.Graph, node: Any, layout: Layout) -> dict[str, Any]:
    """What the page needs to know of one thing."""
    told = network.nodes[node]
    label = str(told.get("label") or str(node).rsplit("/", 1)[-1])
    known = {key: _plain(value) for key, value in sorted(told.items()) if key not in _UNSAID and _said(value)}
    found = {"kind": "thing", **known, "id": str(node), "label": label, "parent": layout.inside.get(node)}
    by = cited_by(network, node)
    if by:
        found["by"] = by
    if node in layout.places:
        found["x"], found["y"] = layout.places[node]
    else:
        found["box"] = True
    return {key: value for key, value in found.items() if value is not None}


def _edges(network: nx.Graph, evidence: dict[str, dict[str, Any]], ways: Mapping[Line, Way]) -> list[dict[str, Any]]:
    """What the page needs to know of each line; a citation that is also built on is drawn once."""
    built_on = {
        (source, target, told.get("start"))
        for source, target, told in network.edges(data=True)
        if told.get("property") == "buildsOn"
    }
    drawn = []
    for source, target, told in network.edges(data=True):
        if told.get("property") == "cites" and (source, target, told.get("start")) in built_on:
            continue
        links = [str(link) for link in told.get("links") or ([told["iri"]] if told.get("iri") else [])]
        if told.get("quote") and len(links) == 1:
            evidence.setdefault(links[0], _words(told))
        found: dict[str, Any] = {
            "source": str(source),
            "target": str(target),
            "property": str(told.get("property") or "link"),
        }
        label, weight = told.get("label"), told.get("weight", 1)
        found |= {"label": str(label)} if label else {}
        way = ways.get((source, target, str(told.get("property", ""))))
        drawn.append({**found, "weight": weight, "links": links, **({"way": way} if way else {})})
    known = {name: at for at, name in enumerate(PROPERTIES)}
    return sorted(
        drawn,
        key=lambda edge: (
            known.get(edge["property"], 99),
            edge["property"],
            edge["source"],
            edge["target"],
            edge["links"],
        ),
    )


def _words(found: Mapping[str, Any]) -> dict[str, Any]:
    return {key: found[key] for key in _EVIDENCE if found.get(key) not in (None, "")}


def _said(value: Any) -> bool:
    return value is not None and value != "" and value != () and value != []


def _plain(value: Any) -> Any:
    """A value as JSON has it; sets in a fixed order."""
    if isinstance(value, set | frozenset):
        return sorted(str(one) for one in value)
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return value if isinstance(value, str | int | float | bool) else str(value)
