"""Three other tools draw a network of ours: its node-link JSON → a page by pyvis, gravis and ipysigma.

    PYTHON bench/compared_others.py NETWORK.json FOLDER

Each gets what it takes: names, a colour a kind, arrows, and the words of every link where the tool has a place for
them. Runs with a Python that has the three packages and networkx; `compared.py` calls it, and so do its notebooks.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import networkx as nx

TOOLS = ("pyvis", "gravis", "ipysigma")
COLOURS = ("#3466c9", "#49a372", "#b3541e", "#7c1c5e", "#534924", "#651987", "#57606a", "#1b1f24", "#8a8f98", "#2a8ca0")
HIGH = 780


def read(path: str | Path) -> nx.MultiDiGraph:
    """The network, its attributes cut down to what is drawn."""
    told = json.loads(Path(path).read_text("utf-8"))
    network = nx.MultiDiGraph(title=told["graph"].get("title", ""))
    kinds = sorted({node["kind"] for node in told["nodes"]})
    for node in told["nodes"]:
        inked = COLOURS[kinds.index(node["kind"]) % len(COLOURS)]
        name = node["short"] or node["label"]
        network.add_node(node["id"], label=name, kind=node["kind"], color=inked, text=node.get("text") or node["label"])
    for at, edge in enumerate(told["edges"]):
        property_ = edge.get("label") or edge["property"]
        words = f"{property_}: {edge.get('quote', '')} ({edge.get('grade', '')})"
        network.add_edge(edge["source"], edge["target"], key=str(at), label=property_, words=words)
    return network


def by_pyvis(network: nx.MultiDiGraph, notebook: bool = False) -> Any:
    """Its page with everything inlined that it can inline; words under the pointer."""
    from pyvis.network import Network

    drawn = Network(height=f"{HIGH}px", directed=True, notebook=notebook, cdn_resources="in_line")
    for node, data in network.nodes(data=True):
        drawn.add_node(node, label=data["label"], title=data["text"], color=data["color"])
    for source, target, data in network.edges(data=True):
        drawn.add_edge(source, target, title=data["words"])
    return drawn


def by_gravis(network: nx.MultiDiGraph, high: int = HIGH) -> Any:
    """Its drawing in SVG; words under the pointer and in its panel on a click."""
    import gravis

    told = network.copy()
    for _, data in told.nodes(data=True):
        data["hover"] = data["click"] = data.pop("text")
    for *_, data in told.edges(data=True):
        data["hover"] = data["click"] = data.pop("words")
    return gravis.d3(told, graph_height=high, node_label_data_source="label", node_hover_neighborhood=True)


def by_ipysigma(network: nx.MultiDiGraph, **other: Any) -> Any:
    """Its widget, all labels asked for; attributes of what is clicked in its panel."""
    from ipysigma import Sigma

    return Sigma(
        network,
        node_color="kind",
        node_label="label",
        node_size=network.degree,
        show_all_labels=True,
        clickable_edges=True,
        start_layout=4,
        **other,
    )


def main(source: str, folder: str) -> None:
    """Write ``FOLDER/NAME-TOOL.html`` for the three, and the versions that drew them."""
    name, out = Path(source).stem, Path(folder)
    network = read(source)
    (out / f"{name}-pyvis.html").write_text(by_pyvis(network).generate_html(), "utf-8")
    by_gravis(network).export_html(str(out / f"{name}-gravis.html"), overwrite=True)
    sigma = by_ipysigma(network, height=None, raw_height="calc(100vh - 16px)")
    sigma.to_html(str(out / f"{name}-ipysigma.html"))
    (out / "versions.json").write_text(json.dumps({tool: version(tool) for tool in TOOLS}), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
