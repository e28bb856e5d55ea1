"""Ways: do lines in lanes keep from behind what they do not touch, and is a shared track never a wrong one?"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest

from rapporteur.view import project
from rapporteur.view.courses import course
from rapporteur.view.layout import Layout, lay_out
from rapporteur.view.networks import Facts, read_facts
from rapporteur.view.sizes import size_beside
from rapporteur.view.trunks import LEFT, RIGHT, Trunks
from rapporteur.view.ways import ways_of

TRIG = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
IN_LANES = ("everything", "citations", "addressees", "participation", "who_spoke_where", "lineage")


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts(TRIG)


def invented(*rows: str) -> nx.MultiDiGraph:
    """Lamps of lane 0 in the order of their names, and what they light: "a>x" is a line."""
    network = nx.MultiDiGraph(layout="lanes", lanes=("Lamps", "Piers"))
    for row in rows:
        lamp, pier = row.split(">")
        network.add_node(lamp, lane=0, short=lamp, group="Lamps")
        network.add_node(pier, lane=1, short=pier)
        network.add_edge(lamp, pier, property="lights")
    return network


def test_who_leads_to_the_same_shares_a_trunk_and_the_last_needs_none() -> None:
    """Do a and c share one, has b its own nearer one, and goes d, which stands at the edge, straight?"""
    found = Trunks(invented("a>x", "b>y", "c>x", "d>x")).below(["a", "b", "c", "d"])
    assert [(trunk.side, set(trunk.nodes)) for trunk in found] == [(RIGHT, {"b"}), (RIGHT, {"a", "c"})]
    assert found[0].below < found[1].below
    assert Trunks(invented("a>x")).below(["a"]) == []
    back = Trunks(invented("a>x", "b>x")).below(["x", "y"])
    assert back == [] and Trunks(invented("a>x", "a>y")).below(["x", "y"])[0].side == LEFT


def frames(network: nx.Graph, layout: Layout) -> dict[str, tuple[float, float, float, float]]:
    """Middle, width and height of every label's box and of every box that encloses some."""
    columns: dict[int, set[int]] = defaultdict(set)
    for x, _ in layout.places.values():
        columns[next(at for at, lane in enumerate(layout.lanes) if lane.left <= x <= lane.right)].add(x)
    found = {}
    for node, (x, y) in layout.places.items():
        beside = next(len(xs) for xs in columns.values() if x in xs)
        found[node] = (x, y, layout.rooms[node], size_beside(network, node, beside)[1])
    for box in layout.boxes:
        if box.id in network:
            inner = [found[node] for node, at in layout.inside.items() if at == box.id]
            left, right = min(x - w / 2 for x, _, w, _ in inner), max(x + w / 2 for x, _, w, _ in inner)
            top, bottom = min(y - h / 2 for _, y, _, h in inner), max(y + h / 2 for _, y, _, h in inner)
            found[box.id] = ((left + right) / 2, (top + bottom) / 2, right - left + 14, bottom - top + 14)
    return found


def straight(one: tuple[float, ...], other: tuple[float, ...]) -> list[tuple[float, float]]:
    side = 1 if one[0] < other[0] else -1
    return [(one[0] + side * one[2] / 2, one[1]), (other[0] - side * other[2] / 2, other[1])]


def behind(network: nx.Graph, layout: Layout, *, bent: bool) -> tuple[int, int]:
    """How many lines between lanes pass behind something they do not touch, and how many there are."""
    ways, sizes = ways_of(network, layout) if bent else {}, frames(network, layout)
    lines = {(one, other, data["property"]) for one, other, data in network.edges(data=True)}
    hidden = between = 0
    for one, other, said in lines:
        if abs(sizes[one][0] - sizes[other][0]) < 30:
            continue
        between += 1
        way = ways.get((one, other, said))
        points = course(sizes[one], sizes[other], way, layout.lanes) if way else straight(sizes[one], sizes[other])
        spots = [
            (x + (u - x) * step / 20, y + (v - y) * step / 20)
            for (x, y), (u, v) in pairwise(points)
            for step in range(21)
        ]
        hidden += any(
            abs(px - x) < w / 2 - 2 and abs(py - y) < h / 2 - 2
            for node, (x, y, w, h) in sizes.items()
            if node in layout.places and node not in (one, other)
            for px, py in spots
        )
    return hidden, between


@pytest.mark.parametrize("name", IN_LANES)
def test_no_line_passes_behind_what_it_does_not_touch(facts: Facts, name: str) -> None:
    """Does every line between two lanes go round all labels, where straight ones would pass behind some?"""
    network = project(facts, name)
    layout = lay_out(network)
    assert behind(network, layout, bent=True)[0] == 0
    if name != "lineage":
        hidden, between = behind(network, layout, bent=False)
        assert hidden > between / 3


@pytest.mark.parametrize("name", ["everything", "citations"])
def test_who_follows_a_track_across_a_lane_cannot_go_astray(facts: Facts, name: str) -> None:
    """Have all lines of one track one beginning or one end, and one property?"""
    network = project(facts, name)
    tracks: dict[tuple[int, int], set[tuple[str, str, str]]] = defaultdict(set)
    lanes = nx.get_node_attributes(network, "lane")
    layout = lay_out(network)
    shift = min(lanes.values())
    for line, way in ways_of(network, layout).items():
        for at, y in way:
            if at + shift not in (lanes[line[0]], lanes[line[1]]):
                tracks[at, y].add(line)
    assert len(tracks) > 10 and any(len(lines) > 3 for lines in tracks.values())
    for lines in tracks.values():
        one, other, said = (set(part) for part in zip(*lines, strict=True))
        assert len(said) == 1 and min(len(one), len(other)) == 1, lines


def test_a_thing_moved_out_of_its_lane_leaves_its_lines_straight() -> None:
    """Are places that somebody changed by hand no fault, and is nothing said of an empty network?"""
    network = invented("a>x", "b>y", "c>x")
    layout = lay_out(network)
    layout.places["a"] = (-900, 5)
    assert all("a" not in line for line in ways_of(network, layout))
    assert ways_of(nx.MultiDiGraph(layout="lanes"), Layout()) == {}
