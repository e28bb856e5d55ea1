"""Places: has each node one, do labels keep apart, and are they the same on each run?"""

from __future__ import annotations

import json
from itertools import combinations, pairwise
from pathlib import Path

import networkx as nx
import pytest

from rapporteur.errors import UnwritableOutput
from rapporteur.view import PROJECTIONS, aggregated, draw_network, picture, positions, project
from rapporteur.view.kept import kept_beside, laid_out
from rapporteur.view.layout import lay_out
from rapporteur.view.networks import Facts, read_facts
from rapporteur.view.sizes import label_size

TRIG = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts(TRIG)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_labels_keep_apart(facts: Facts, name: str) -> None:
    """Does no label's box meet another, in as much room as its lane gives it?"""
    network = project(facts, name)
    layout = lay_out(network)
    boxes = []
    for node, (x, y) in layout.places.items():
        width, height = label_size(network.nodes[node]["short"])
        width = min(width, layout.rooms.get(node, width))
        boxes.append((x - width / 2, x + width / 2, y - height / 2, y + height / 2))
    met = [1 for a, b in combinations(boxes, 2) if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]]
    assert len(boxes) > 5 and not met


def test_every_node_stands_somewhere_and_boxes_hold_their_own(network: nx.MultiDiGraph) -> None:
    """Has each node a place of its own or a box, and each unit the box of its agenda item?"""
    layout = lay_out(network)
    assert len(set(layout.places.values())) == len(layout.places)
    boxes = {box.id for box in layout.boxes}
    assert set(layout.inside.values()) <= boxes and boxes.isdisjoint(layout.places)
    for node, data in network.nodes(data=True):
        assert node in layout.places or node in boxes
        if data["kind"] == "recommendation":
            assert layout.inside[node] == data["item"]
    places = positions(network)
    assert set(places) == set(network) and all(type(x) is type(y) is int for x, y in places.values())


def test_lanes_stand_in_their_order(network: nx.MultiDiGraph) -> None:
    """Do lanes follow one another from left to right, each node within its own?"""
    layout = lay_out(network)
    assert [lane.heading for lane in layout.lanes] == list(network.graph["lanes"])
    assert all(one.right < other.left for one, other in zip(layout.lanes, layout.lanes[1:], strict=False))
    for node, (x, _) in layout.places.items():
        lane = layout.lanes[network.nodes[node]["lane"]]
        assert lane.left <= x <= lane.right


def test_a_row_of_recommendations_asks_the_same(facts: Facts) -> None:
    """Have the recommendations of one row one addressee, so that a line cannot be a neighbour's?"""
    network = project(facts, "addressees")
    layout = lay_out(network)
    rows: dict[tuple[str, int], set[str]] = {}
    for node, box in layout.inside.items():
        rows.setdefault((box, layout.places[node][1]), set()).add(network.nodes[node]["asked"])
    assert len(rows) > 15 and all(len(asked) == 1 for asked in rows.values())
    several = {box for box, _ in rows if len({key for key in rows if key[0] == box}) > 1}
    assert len(several) >= 3


@pytest.mark.parametrize("name", ["themes", "participation"])
def test_places_do_not_hang_on_the_order_of_nodes(facts: Facts, name: str) -> None:
    """Are places the same when nodes and edges come the other way round, and on a second run?"""
    network = project(facts, name)
    other = type(network)(**network.graph)
    other.add_nodes_from(reversed(list(network.nodes(data=True))))
    other.add_edges_from(reversed(list(network.edges(data=True))))
    assert positions(other) == positions(network) == positions(network)


def test_places_are_kept_beside_the_graph_as_long_as_they_fit(facts: Facts, tmp_path: Path) -> None:
    """Is the file written once, read again, and written anew when the network changed or the file is broken?"""
    network = project(facts, "lineage")
    graph = tmp_path / "NAME.trig"
    found = positions(network, beside=graph)
    kept = tmp_path / "NAME.lineage.layout.json"
    told = json.loads(kept.read_text("utf-8"))
    first = next(iter(found))
    told["places"][first] = [1, 2]
    kept.write_text(json.dumps(told), "utf-8")
    assert positions(network, beside=graph) == {**found, first: (1, 2)}
    other = network.copy()
    other.remove_node(first)
    assert first not in positions(other, beside=graph)
    for broken in ("{broken", "[]", json.dumps({**told, "boxes": 1}), json.dumps({**told, "places": {}})):
        kept.write_text(broken, "utf-8")
        assert positions(network, beside=graph) == found
    with pytest.raises(UnwritableOutput):
        positions(network, beside=tmp_path / "nowhere" / "NAME.trig")


@pytest.mark.parametrize("name", ["citations", "themes"])
def test_pages_and_drawings_take_the_places_that_are_kept(facts: Facts, name: str, tmp_path: Path) -> None:
    """Is a layout read back as it was computed, a place moved by hand drawn, and nothing written unasked?"""
    network = project(facts, name)
    graph = tmp_path / "NAME.trig"
    fresh = picture(network, beside=graph, keep=False)
    assert not list(tmp_path.iterdir()) and fresh.page == picture(network).page
    assert picture(network, beside=graph).page == fresh.page
    assert laid_out(network, graph) == lay_out(network)
    kept = kept_beside(graph, network)
    told = json.loads(kept.read_text("utf-8"))
    told["places"][next(iter(told["places"]))] = [-4321, 77]
    kept.write_text(json.dumps(told), "utf-8")
    assert '"x":-4321,"y":77' in picture(network, beside=graph, keep=False).page
    moved, whole = draw_network(network, beside=graph), draw_network(network)
    assert moved.axes[0].get_xlim()[0] < -4321 < whole.axes[0].get_xlim()[0]
    assert kept_beside(graph, aggregated(network)) != kept


@pytest.mark.parametrize("layout", ["force", "lanes"])
def test_nothing_one_and_very_many_are_placed(layout: str) -> None:
    """Are an empty network, one node with a loop, and bare nodes with 50,000 edges placed, each by itself?"""
    assert positions(nx.Graph(layout=layout)) == {}
    one = nx.Graph(layout=layout)
    one.add_edge("a", "a")
    assert len(positions(one)) == 1
    many = nx.gnm_random_graph(2000, 50_000, seed=1)
    many.graph["layout"] = layout
    places = positions(many)
    assert len(set(places.values())) == 2000


def test_a_line_that_leaves_a_few_does_not_pass_behind_their_neighbours(facts: Facts) -> None:
    """Does each recommendation that cites stand above the next of its box, with none beside it?"""
    network = project(facts, "citations")
    layout = lay_out(network)
    units = [node for node, data in network.nodes(data=True) if data["kind"] == "recommendation"]
    assert len(units) > 5 and len({layout.places[node][0] for node in units}) == 1


def test_many_that_stand_under_no_heading_stand_in_several_columns() -> None:
    """Are eighty States that made recommendations set in as many columns as keep them on a screen, five in one?"""
    for many, columns in ((80, 4), (5, 1)):
        network = nx.MultiDiGraph(layout="lanes", lanes=("Made by", "Recommendations"), anchor=1)
        for at in range(many):
            network.add_node(f"urn:state:{at}", label=f"State of the Isle {at}", lane=0, kind="state")
            network.add_node(f"urn:unit:{at}", label=f"121.{at}", lane=1, kind="recommendation", group="recommend")
            network.add_edge(f"urn:state:{at}", f"urn:unit:{at}")
        layout = lay_out(network)
        states = [place for node, place in layout.places.items() if "state" in node]
        assert len({x for x, _ in states}) == columns and len(set(states)) == many
        assert max(y for _, y in states) - min(y for _, y in states) < 1060


def test_who_spoke_most_stands_first_and_items_stand_beside_all(facts: Facts) -> None:
    """Are speakers in the order of how often they spoke, low enough for a screen, the items spread beside them?"""
    network = project(facts, "who_spoke_where")
    layout = lay_out(network)
    heights: dict[int, list[int]] = {}
    for node, (_, y) in layout.places.items():
        data = network.nodes[node]
        heights.setdefault(0 if data["kind"] == "item" else data["count"], []).append(y)
    items, *often = heights.pop(0), *(heights[count] for count in sorted(heights, reverse=True))
    assert len(often) == 5 and all(max(a) < min(b) for a, b in pairwise(often))
    assert max(often[-1]) < 1100 and min(items) < 300 and max(items) > 700


def test_agenda_items_stand_in_the_order_of_the_agenda(facts: Facts) -> None:
    """Is it so wherever they have a lane, whatever is tied to them?"""
    for name in ("participation", "who_spoke_where"):
        network = project(facts, name)
        places = lay_out(network).places
        items = [node for node, kind in network.nodes(data="kind") if kind == "item"]
        labels = [network.nodes[node]["label"] for node in sorted(items, key=lambda node: places[node][1])]
        assert len(labels) == 5 and labels == sorted(labels)
