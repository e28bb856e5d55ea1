"""Springs: a network without lanes → places by force, then pushed apart until no two labels meet.

Small networks are drawn by networkx with a fixed seed. Larger ones, for which that is too slow, are set in a spiral,
the most tied in the middle, what stands under one heading together.
"""

from __future__ import annotations

from math import cos, log, pi, sin, sqrt
from typing import Any

import networkx as nx

from rapporteur.view.sizes import label_size

MOST_SPRINGS = 400
"""Nodes up to which springs are used; networkx needs no SciPy below 500."""
SEED = 20100127
ROUNDS = 300
APART = 16
ALONE = 120
"""Height between the rest and what nothing is tied to."""
EVENLY = 0.65
"""How much of a place along an axis is its rank, the rest being what the springs say."""
_GOLDEN = pi * (3 - sqrt(5))


def by_springs(network: nx.Graph) -> dict[Any, tuple[int, int]]:
    """Place every node; unconnected ones stand in rows below the rest."""
    nodes = sorted(network, key=str)
    tied = [node for node in nodes if network.degree(node)]
    alone = [node for node in nodes if not network.degree(node)]
    places = _springs(network, tied) if len(tied) <= MOST_SPRINGS else _spiral(network, tied)
    sizes = {node: _size(network, node) for node in nodes}
    if len(tied) <= MOST_SPRINGS:
        places = _apart(places, sizes)
    placed = _rounded(places)
    return placed | _below(network, alone, sizes, placed)


def _size(network: nx.Graph, node: Any) -> tuple[int, int]:
    """The box of a label, with room for the number in brackets that a picture sets after it."""
    data = network.nodes[node]
    width, height = label_size(str(data.get("short") or data.get("label") or node) + " (99)")
    return width, height


def _springs(network: nx.Graph, nodes: list[Any]) -> dict[Any, tuple[float, float]]:
    if not nodes:
        return {}
    plain = nx.Graph()
    plain.add_nodes_from(nodes)
    edges = [edge for edge in network.edges(data="weight", default=1) if edge[0] != edge[1]]
    for one, other, weight in sorted(edges, key=lambda edge: (str(edge[0]), str(edge[1]))):
        known = plain.get_edge_data(one, other, {"weight": 0.0})["weight"]
        plain.add_edge(one, other, weight=known + float(weight or 1))
    for *_, data in plain.edges(data=True):
        data["weight"] = 1 + log(data["weight"])
    room = 114 * sqrt(len(nodes))
    found = nx.spring_layout(plain, seed=SEED, iterations=300, k=3.2 / sqrt(len(nodes)))
    across, down = (_evened({node: round(float(at[axis]), 4) for node, at in found.items()}) for axis in (0, 1))
    return {node: (across[node] * room, down[node] * room * 0.72) for node in nodes}


def _evened(at: dict[Any, float]) -> dict[Any, float]:
    """Places along an axis from -1 to 1, more evenly than springs set them: a lone chain leaves no sheet empty."""
    order = sorted(at, key=lambda node: (at[node], str(node)))
    low, wide = at[order[0]], (at[order[-1]] - at[order[0]]) or 1.0
    evenly = {node: place / max(1, len(order) - 1) for place, node in enumerate(order)}
    return {node: 2 * (EVENLY * evenly[node] + (1 - EVENLY) * (at[node] - low) / wide) - 1 for node in at}


def _spiral(network: nx.Graph, nodes: list[Any]) -> dict[Any, tuple[float, float]]:
    """As the seeds of a sunflower stand: even paper for each, whatever their number."""
    ordered = sorted(nodes, key=lambda n: (-network.degree(n), str(network.nodes[n].get("group", "")), str(n)))
    return {
        node: (120 * sqrt(at + 0.5) * cos(at * _GOLDEN), 60 * sqrt(at + 0.5) * sin(at * _GOLDEN))
        for at, node in enumerate(ordered)
    }


def _apart(places: dict[Any, tuple[float, float]], sizes: dict[Any, tuple[int, int]]) -> dict[Any, tuple[float, float]]:
    """Push pairs whose labels meet along the shorter way, some rounds; stretch the whole where that is not enough."""
    at = {node: [x, y] for node, (x, y) in places.items()}
    order = list(at)
    for _ in range(ROUNDS):
        moved = False
        order.sort(key=lambda node: (at[node][0], str(node)))
        for first, one in enumerate(order):
            for other in order[first + 1 :]:
                dx, dy = at[other][0] - at[one][0], at[other][1] - at[one][1]
                if dx > 320:
                    break
                over_x = (sizes[one][0] + sizes[other][0]) / 2 + APART - abs(dx)
                over_y = (sizes[one][1] + sizes[other][1]) / 2 + APART - abs(dy)
                if over_x <= 0 or over_y <= 0:
                    continue
                moved = True
                axis, over, way = (1, over_y, dy) if over_y <= over_x else (0, over_x, dx)
                step = over / 2 * (1 if way > 0 or (way == 0 and str(one) < str(other)) else -1)
                at[one][axis] -= step
                at[other][axis] += step
        if not moved:
            break
    return {node: (x, y) for node, (x, y) in at.items()}


def _rounded(places: dict[Any, tuple[float, float]]) -> dict[Any, tuple[int, int]]:
    left = min((x for x, _ in places.values()), default=0)
    top = min((y for _, y in places.values()), default=0)
    return {node: (round(x - left), round(y - top)) for node, (x, y) in places.items()}


def _below(
    network: nx.Graph, alone: list[Any], sizes: dict[Any, tuple[int, int]], places: dict[Any, tuple[int, int]]
) -> dict[Any, tuple[int, int]]:
    """Nodes that nothing is tied to, in rows at the right, below whatever else stands there."""
    if not alone:
        return {}
    widest = max(sizes[node][0] for node in alone) + APART
    columns = max(1, min(len(alone), round(sqrt(len(alone)) * 1.2)))
    left = max(0, max((x for x, _ in places.values()), default=0) - (columns - 1) * widest)
    above = [y for node, (x, y) in places.items() if x + sizes[node][0] / 2 + widest / 2 > left]
    y = max(above) + ALONE if above else 0
    data = network.nodes
    ordered = sorted(alone, key=lambda n: (str(data[n].get("group", "")), str(data[n].get("label", n)), str(n)))
    return {node: (left + at % columns * widest, y + at // columns * 58) for at, node in enumerate(ordered)}
