"""Trunks: a network in lanes and a row of its nodes → which lines leave the row below it, put together.

A node that stands amid a row cannot send its lines straight to the lane beside: they would run behind its neighbours.
They leave it below and run under the row to the edge of the lane, on a trunk. Nodes of one row whose lines lead to the
very same things in the same manner share one, for whoever is on it reaches them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

LEFT, RIGHT = -1, 1
TRACK = 5
"""Between two trunks that run side by side."""
UNDER, SEVERAL_UNDER = 4, 6
"""Between a row and the first trunk below it, of one and of several: one must see what joins which."""


@dataclass(frozen=True, slots=True)
class Trunk:
    """One way under a row.

    :ivar side: of the lane to which it runs, -1 or 1.
    :ivar nodes: what sends its lines along it.
    :ivar below: how far below the row it runs.
    """

    side: int
    nodes: tuple[Any, ...]
    below: int


class Trunks:
    """What the nodes of a network are tied to on either side, and the trunks of any row of them."""

    def __init__(self, network: nx.Graph) -> None:
        lanes = {node: lane if isinstance(lane, int) else 0 for node, lane in network.nodes(data="lane", default=0)}
        tied: dict[tuple[Any, int], set[tuple[Any, str]]] = {}
        for one, other, said in network.edges(data="property", default=""):
            way = RIGHT if lanes[other] > lanes[one] else LEFT
            if lanes[one] != lanes[other]:
                tied.setdefault((one, way), set()).add((other, said))
                tied.setdefault((other, -way), set()).add((one, said))
        self._tied = {end: frozenset(others) for end, others in tied.items()}

    def below(self, row: Sequence[Any]) -> list[Trunk]:
        """The trunks under a row that stands from left to right, the nearest first.

        What stands nearer to the edge takes a nearer trunk, so that no line crosses another where it leaves its node.
        """
        found: list[Trunk] = []
        for side in (LEFT, RIGHT):
            outwards = list(row) if side == LEFT else list(reversed(row))
            shared: dict[frozenset[tuple[Any, str]], list[Any]] = {}
            for node in outwards:
                if (node, side) in self._tied:
                    shared.setdefault(self._tied[node, side], []).append(node)
            passing = [[node for node in nodes if node != outwards[0]] for nodes in shared.values()]
            for nodes in sorted(filter(None, passing), key=lambda nodes: outwards.index(nodes[-1])):
                found.append(Trunk(side, tuple(nodes), SEVERAL_UNDER + TRACK * len(found)))
        return found if len(found) != 1 else [replace(found[0], below=UNDER)]

    def room(self, row: Sequence[Any]) -> int:
        """What the trunks under a row need beyond what is left free below it anyway."""
        trunks = self.below(row)
        return trunks[-1].below - UNDER if trunks else 0
