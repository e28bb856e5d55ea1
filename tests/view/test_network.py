"""The whole network: are nodes and edges typed, and does each edge bring the words it rests on?"""

from __future__ import annotations

from collections import Counter

import networkx as nx
import pytest
from rdflib import Graph

from rapporteur.view import to_networkx
from rapporteur.view.networks import KINDS, PROPERTIES
from rapporteur.view.networks.words import part_of, words_in_context

ID = "https://w3id.org/rapporteur/id/"
REPORT = f"{ID}document/CTOC/COP/WG.4/2010/6"
EARLIER = f"{ID}document/CTOC/COP/WG.4/2009/2"


def test_nodes_are_what_a_reader_counts(network: nx.MultiDiGraph) -> None:
    """Are there the 77 units, the 90 States of 68, 70 and 71, the six earlier paragraphs, the one decision?"""
    kinds = Counter(kind for _, kind in network.nodes(data="kind"))
    assert set(kinds) <= set(KINDS)
    assert [kinds[kind] for kind in ("recommendation", "state", "organization", "earlier", "decision")] == [
        77,
        90,
        19,
        6,
        1,
    ]
    for node, data in network.nodes(data=True):
        assert data["iri"] == node and data["label"] and data["short"]


def test_an_edge_brings_its_evidence(network: nx.MultiDiGraph) -> None:
    """Does recommendation 15 build on paragraph 17, with the sentence and the words in it?"""
    source, target = f"{REPORT}/recommendation/15.1", f"{EARLIER}/paragraph/17"
    found = {data["property"]: data for data in network[source][target].values()}
    assert set(found) == {"cites", "buildsOn"}
    edge = found["buildsOn"]
    assert edge["grade"] == "explicit" and edge["rule"] and edge["paragraph"].endswith("paragraph 15")
    assert edge["iri"].startswith(f"{REPORT}/link/") and edge["links"] == (edge["iri"],)
    assert edge["before"].endswith("the recommendations contained in ")
    assert edge["marked"] == edge["quote"]
    assert edge["sentence"].startswith("States parties should take into account")
    evidence = network.graph["evidence"][edge["iri"]]
    assert evidence["number"] == "15" and evidence["page"] is None and evidence["marked"] == edge["marked"]


def test_every_edge_can_be_checked(network: nx.MultiDiGraph) -> None:
    """Has every edge a quote, a grade, a rule, a place, and are the words found in their sentence?"""
    properties = Counter()
    for source, target, data in network.edges(data=True):
        assert source in network and target in network
        assert all(data[key] for key in ("quote", "grade", "rule", "paragraph", "iri", "marked"))
        assert data["before"] + data["marked"] + data["after"] == data["sentence"]
        assert len(data["sentence"]) > len(data["marked"])
        properties[data["property"]] += 1
    assert set(properties) == {"cites", "buildsOn", "mentions", "speaker"} < set(PROPERTIES)
    assert (properties["buildsOn"], properties["speaker"]) == (6, 122)


def test_a_build_can_be_drawn_as_well_as_a_loaded_graph(graph: Graph, network: nx.MultiDiGraph) -> None:
    """Does anything that holds a dataset give the same network?"""

    class Built:
        dataset = graph

    assert nx.utils.graphs_equal(to_networkx(Built()), network)


@pytest.mark.parametrize(
    ("text", "quote", "near", "pieces"),
    [
        ("Fiji spoke. So did Fiji.", "Fiji", 19, ("So did ", "Fiji", ".")),
        ("Fiji spoke. So did Fiji.", "Fiji", 0, ("", "Fiji", " spoke.")),
        ("See the Ferry Manual here.", "*Ferry\nManual*,<sup>3</sup>", 8, ("", "*Ferry\nManual*,<sup>3</sup>", "")),
        ("See the Ferry Manual, here.", "*Ferry\nManual*,<sup>3</sup>", 8, ("See the ", "Ferry Manual,", " here.")),
        ("", "Fiji", 0, ("", "Fiji", "")),
    ],
)
def test_words_are_marked_where_they_stand(text: str, quote: str, near: int, pieces: tuple[str, str, str]) -> None:
    """Is the nearest place marked, without the markup of the source, and nothing pretended where it is not found?"""
    assert words_in_context(text, quote, near) == pieces


def test_a_label_is_parted_into_whole_and_part() -> None:
    """Does a provision keep its number when its treaty stands in the heading of its box?"""
    assert part_of("Rules, Orders and Forms, rule 2, paragraph 2") == ("Rules, Orders and Forms", "rule 2, paragraph 2")
    assert part_of("Anti-Ferry Act") == ("", "Anti-Ferry Act")
