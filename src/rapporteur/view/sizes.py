"""Sizes: a short label → the width and height of the box it needs in a picture, at full size."""

from __future__ import annotations

from typing import Any

import networkx as nx

from rapporteur.view.networks.words import natural

CHARACTER = 8.2
"""Width of a character in a sans-serif face of 15 pixels, on the generous side."""
LINE, MARGIN, WIDEST = 18, 30, 250
CITING, FEW = ("citations", "everything"), 6
"""Networks in which a thing names who cites it, and up to how many it names."""
SEVERAL_WIDEST = 165
"""Widest line of a label where several columns stand side by side; longer ones take two lines."""


def label_size(short: str, widest: int = WIDEST) -> tuple[int, int]:
    """Width and height of a label's box; what is longer than a line of ``widest`` pixels takes two.

    >>> label_size("15.1"), label_size("Group of Ferry Islands and their friends on the mainland")
    ((63, 25), (280, 43))
    """
    width = len(short) * CHARACTER
    if width <= widest:
        return round(max(34, width + MARGIN)), LINE + 7
    return widest + MARGIN, 2 * LINE + 7


def size_beside(network: nx.Graph, node: Any, columns: int = 1) -> tuple[int, int]:
    """Width and height of the box of a node's label where so many columns stand side by side."""
    data = network.nodes[node]
    short = str(data.get("short") or data.get("label") or node)
    by = cited_by(network, node)
    if columns == 1:
        return label_size(f"{short} ({data['count']}: {by})" if by else short)
    tail = f" ({data['count']})" if data.get("count") else ""
    width, height = label_size(short, SEVERAL_WIDEST)
    if tail and " " not in short:  # a symbol does not break before the number in brackets behind it
        return width + round(len(tail) * CHARACTER), height
    return width, label_size(short + tail, SEVERAL_WIDEST)[1]


def cited_by(network: nx.Graph, node: Any) -> str:
    """The numbers of who cites a thing, "1, 2, 3, 4, 6", where lines to it may lie upon each other yet are few.

    "" of a thing that one alone or more than `FEW` cite, and of networks that are not about citing or are merged.
    """
    told = network.graph
    if told.get("projection") not in CITING or told.get("aggregated_by") or not network.nodes[node].get("count"):
        return ""
    citing = [network.nodes[one] for one in set(network.predecessors(node))]
    if not 1 < len(citing) <= FEW or len({data["short"] for data in citing}) < len(citing):
        return ""
    return ", ".join(sorted((str(data["short"]) for data in citing), key=natural))
