"""The picture: a network → one page that holds everything it needs and reaches for nothing outside.

The page is our own template with cytoscape.js inlined. Places are computed here, in Python, so the picture is the same
on every machine; the browser only draws, filters and opens the words behind a link.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx as nx

from rapporteur.errors import UnwritableOutput
from rapporteur.view.layout import Layout, lay_out, lines
from rapporteur.view.network import KINDS, PROPERTIES

CYTOSCAPE = "vendor/cytoscape.min.js"
_NODE_KEYS = ("kind", "label", "short", "iri", "text", "asked", "how", "attended_as")
_EDGE_KEYS = ("property", "quote", "grade", "rule", "paragraph", "before", "marked", "after", "iri")


@dataclass(frozen=True, slots=True)
class Picture:
    """An interactive picture.

    :ivar page: the whole page, self-contained.
    :ivar title: what it shows, in one line.
    """

    page: str
    title: str
    nodes: int
    edges: int

    def save(self, path: str | Path) -> Path:
        """Write the page as an HTML file and give back its path.

        :raises UnwritableOutput: if the file cannot be written.
        """
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.page.encode("utf-8"))
        except OSError as fault:
            raise UnwritableOutput(
                f"The picture cannot be written: {fault.strerror}.",
                where=str(path),
                expected="a file in a folder that can be written.",
                remedy="Name another place.",
            ) from fault
        return path

    def _repr_html_(self) -> str:
        """The picture inside a notebook: a frame that holds the page."""
        return (
            f'<iframe title="{html.escape(self.title)}" sandbox="allow-scripts" '
            f'style="width:100%;height:820px;border:1px solid #8888" srcdoc="{html.escape(self.page)}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<Picture: {self.title}; {self.nodes} nodes, {self.edges} links>"


def picture(network: nx.MultiDiGraph, title: str = "Recommendations, what they rest on, and who spoke") -> Picture:
    """Draw the network that `to_networkx` made."""
    layout = lay_out(network)
    nodes, edges = _nodes(network, layout), _edges(network)
    data = {
        "title": title,
        "kinds": KINDS,
        "properties": PROPERTIES,
        "boxes": [{"id": box.id, "label": box.label, "kind": box.kind} for box in layout.boxes],
        "nodes": nodes,
        "edges": edges,
    }
    inlined = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    page = _read("page/picture.html")
    for name, text in (
        ("title", html.escape(title)),
        ("style", _read("page/picture.css")),
        ("library", _read(CYTOSCAPE)),
        ("script", _read("page/picture.js")),
        ("data", inlined),
    ):
        page = page.replace(f"<!--{name}-->", text)
    return Picture(page, title, len(nodes), len(edges))


def _nodes(network: nx.MultiDiGraph, layout: Layout) -> list[dict[str, Any]]:
    """What the page needs to know of each node that has a place, in a fixed order."""
    drawn = []
    for node in sorted(layout.places):
        data = network.nodes[node]
        x, y = layout.places[node]
        known = {key: data[key] for key in _NODE_KEYS if data.get(key)}
        drawn.append(
            {"id": node, "x": x, "y": y, "parent": layout.inside.get(node), "lines": lines(data["short"]), **known}
        )
    boxed = {box.id: box for box in layout.boxes}
    for node in sorted(set(boxed) & set(network.nodes)):
        data = network.nodes[node]
        drawn.append({"id": node, "box": True, **{key: data[key] for key in _NODE_KEYS if data.get(key)}})
    return drawn


def _edges(network: nx.MultiDiGraph) -> list[dict[str, Any]]:
    """What the page needs to know of each link; a citation that is also built on is drawn once."""
    built_on = {(s, t, d["start"]) for s, t, d in network.edges(data=True) if d["property"] == "buildsOn"}
    drawn = []
    for source, target, data in network.edges(data=True):
        if data["property"] == "cites" and (source, target, data["start"]) in built_on:
            continue
        known = {key: data[key] for key in _EDGE_KEYS if data.get(key)}
        drawn.append({"id": data["iri"], "source": source, "target": target, **known})
    order = list(PROPERTIES)
    return sorted(drawn, key=lambda edge: (order.index(edge["property"]), edge["source"], edge["target"], edge["id"]))


@cache
def _read(name: str) -> str:
    """A file that this room carries."""
    return files("rapporteur.view").joinpath(*name.split("/")).read_text("utf-8")
