"""Measures: does each frame say what a reader can count, and what invented networks must give?"""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from rdflib import Dataset

from rapporteur.view import project
from rapporteur.view.measures import brokers, central_provisions, similar_states, theme_communities
from rapporteur.view.networks import Facts, read_facts

TRIG = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts(TRIG)


def test_central_provisions(facts: Facts) -> None:
    """Is subparagraph (a) of article 3 first, cited by units 32(a) and 33, and article 26 cited with its own part?"""
    frame = central_provisions(facts)
    first = frame.iloc[0]
    assert first["provision"] == "Trafficking in Persons Protocol, article 3, subparagraph (a)"
    assert (first["text_parts"], first["recommendations"], first["cited_with"]) == (2, 2, 0)
    assert abs(frame["share"].sum() - 1) < 0.001
    (row,) = frame[frame["provision"] == "Organized Crime Convention, article 26, paragraph 2"].to_dict("records")
    assert row["cited_with"] == 1


def test_brokers_join_what_would_fall_apart() -> None:
    """In two villages with one bridge, is the bridge first, and does its loss part its piece in two?"""
    network = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "bridge"), ("bridge", "d"), ("d", "e")])
    frame = brokers(network)
    by_name = frame.set_index("iri")
    assert by_name.loc["bridge", "parts"] == 2 and by_name.loc["bridge", "betweenness"] == 0.6
    assert set(frame["iri"]) == {"c", "bridge", "d"} and len(brokers(network, most=1)) == 1


def test_brokers_of_the_report(facts: Facts) -> None:
    """Does agenda item 2, on which most spoke, lie between the most?"""
    frame = brokers(facts, most=5)
    assert frame.iloc[0]["name"].startswith("Item 2") and frame["betweenness"].is_monotonic_decreasing


def test_theme_communities(facts: Facts) -> None:
    """Is each tied theme in one community, and is the strength of the division told?"""
    frame = theme_communities(facts)
    network = project(facts, "themes")
    assert sorted(frame["iri"]) == sorted(node for node in network if network.degree(node))
    assert frame["within"].between(0, 1).all() and 0 < frame.attrs["modularity"] < 1
    sizes = frame.groupby("community").size().tolist()
    assert sizes == sorted(sizes, reverse=True) and len(sizes) > 1
    assert len(theme_communities(facts, resolution=3)["community"].unique()) > len(sizes)


def test_similar_states(facts: Facts) -> None:
    """Are States that spoke on the same items alike, and is each figure what the network gives?"""
    frame = similar_states(facts)
    network = project(facts, "who_spoke_where")
    row = frame.iloc[0]
    assert (row["jaccard"], row["cosine"]) == (1.0, 1.0)
    for row in frame.sample(20, random_state=1).itertuples():
        mine, theirs = set(network[row.state_iri]), set(network[row.other_iri])
        assert row.shared == len(mine & theirs) and row.jaccard == round(len(mine & theirs) / len(mine | theirs), 4)
        assert min(len(mine), len(theirs)) >= 2


@pytest.mark.parametrize("measure", [central_provisions, brokers, theme_communities, similar_states])
def test_a_measure_is_the_same_on_each_run_and_empty_of_nothing(facts: Facts, measure) -> None:
    """Are two runs equal, and has the frame of an empty graph its columns and no row?"""
    frame = measure(facts)
    assert frame.equals(measure(facts)) and frame.attrs["question"].endswith("?")
    empty = measure(Dataset())
    assert len(empty) == 0 and list(empty.columns) == list(frame.columns)
