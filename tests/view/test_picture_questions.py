"""The questions of docs/pictures.md: are the answers that stand there those of the bundled report?"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Graph

from rapporteur.view.networks import PROJECTIONS, project, read_facts

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def networks(graph: Graph) -> dict[str, nx.Graph]:
    facts = read_facts(graph)
    return {name: project(facts, name) for name in PROJECTIONS}


def answers() -> list[str]:
    told = (DOCS / "pictures.md").read_text("utf-8").split("## Answers")[1]
    return re.findall(r"^\d+\. (.+)$", told, re.MULTILINE)


def most(network: nx.Graph, kind: str, ending: str = "") -> tuple[str, int]:
    """Label and count of the thing of a kind that is counted most."""
    found = [data for _, data in network.nodes(data=True) if data["kind"] == kind and ending in data["label"]]
    best = max(found, key=lambda data: data["count"])
    return best["label"], best["count"]


def test_every_answer_is_what_the_graph_says(networks: dict[str, nx.Graph]) -> None:
    """Would a reader who checks the answers against the networks find each of the first twelve as told?"""
    told = answers()
    assert len(told) == 24
    cited, asked, spoke, themes = (networks[name] for name in ("citations", "addressees", "who_spoke_where", "themes"))
    built = [(a, b) for a, b, data in cited.edges(data=True) if data["property"] == "buildsOn"]
    pairs = {(cited.nodes[a]["label"], cited.nodes[b]["label"].rsplit(" ", 1)[1]) for a, b in built}
    assert set(re.findall(r"([\w().]+) on (?:paragraph )?(\d+)", told[0])) == pairs and len(pairs) == 6
    assert most(cited, "provision", "Trafficking in Persons Protocol")[0].endswith("article 3, subparagraph (a)")
    assert most(cited, "provision", "Trafficking in Persons Protocol")[1] == 2 and "twice" in told[1]
    assert most(cited, "decision") == ("CTOC/COP decision 4/4", 5) and "five" in told[2]
    assert most(asked, "addressee") == ("States parties", 58) and told[3] == "To States parties: 58."
    may = [data["label"] for _, data in asked.nodes(data=True) if data["strength"] == "may"]
    assert told[4] == f"Recommendation {may[0]}." and len(may) == 1
    assert sum(data["property"] == "secondaryActor" for *_, data in asked.edges(data=True)) == 5 and told[5] == "Five."
    five = sorted(data["label"] for _, data in spoke.nodes(data=True) if data["kind"] == "state" and data["count"] == 5)
    assert told[6] == f"{', '.join(five[:-1])} and {five[-1]}."
    item, count = most(spoke, "item")
    assert told[7].startswith(f"On item {item.removeprefix('Item ')[0]}: {count} ")
    assert most(spoke, "organization", "European Union") == ("European Union", 2) and told[8] == "Twice."
    assert told[9] == "{}: {}.".format(*most(themes, "theme"))
    one, other, _ = max(themes.edges(data="weight"), key=lambda edge: edge[2])
    assert {themes.nodes[one]["label"], themes.nodes[other]["label"]} == {"Training", "Criminal justice response"}
    named = {data["label"].split(",")[0]: node for node, data in themes.nodes(data=True)}
    chain = ("National rapporteur", "Review of implementation", "Regional cooperation", "Technical assistance")
    assert all(themes.has_edge(named[a], named[b]) for a, b in pairwise(chain))


def test_the_answers_of_the_other_networks_are_what_the_graph_says(networks: dict[str, nx.Graph]) -> None:
    """And each of the twelve about everything, participation, articles cited together, and lineage?"""
    told = answers()[12:]
    whole, present, together, built = (
        networks[name] for name in ("everything", "participation", "co_cited_provisions", "lineage")
    )
    units = Counter(data["group"] for _, data in whole.nodes(data=True) if data["kind"] == "recommendation")
    item, number = units.most_common(1)[0]
    assert told[0] == f"{item.split(':')[0]}: {number}."
    bodies = sorted(d["label"] for _, d in whole.nodes(data=True) if d["group"] == "Took the floor" and not d["iso3"])
    assert told[1] == f"The {' and the '.join(bodies)}."
    (decision,) = (node for node, data in whole.nodes(data=True) if data["kind"] == "decision")
    citing = sorted({int(whole.nodes[source]["short"]) for source in whole.predecessors(decision)})
    assert told[2] == f"Paragraphs {', '.join(map(str, citing[:-1]))} and {citing[-1]}."
    named = {data["label"]: data for _, data in present.nodes(data=True)}
    assert told[3] == f"As {named['China']['capacity']}; five times." and named["China"]["count"] == 5
    (chair,) = (label for label, data in named.items() if data["capacity"] == "Chair")
    assert told[4] == f"{named['State party']['count']}; {chair}."
    item, count = most(present, "item")
    assert told[5].startswith(f"On {item[0].lower()}{item[1:6]}: {count} ")
    ((one, other),) = together.edges()
    assert told[6].startswith("Article 32 of the Organized Crime Convention and rule 2 ")
    assert {together.nodes[end]["label"].rsplit(", ")[-1] for end in (one, other)} == {"article 32", "rule 2"}
    assert most(together, "provision") == ("Trafficking in Persons Protocol, article 3", 2) and "twice" in told[7]
    assert sum(not together.degree(node) for node in together) == 6 and told[8] == "Six."
    pairs = {built.nodes[b]["label"]: built.nodes[a] for a, b in built.edges()}
    assert told[9] == f"Recommendation {pairs['CTOC/COP/WG.4/2009/2, paragraph 11']['label']}."
    assert sum(unit["group"].startswith("Item 2:") for unit in pairs.values()) == 3 and told[10] == "Three."
    assert {target.split(",")[0] for target in pairs} == {told[11].rstrip(".")}


def test_every_picture_is_there_and_small() -> None:
    """Has each network its screenshot, each image of the page a text and a file below 250 kB?"""
    shown = dict(re.findall(r"!\[([^\]]+)\]\(pictures/([\w-]+)\.png\)", (DOCS / "pictures.md").read_text("utf-8")))
    there = {path.stem: path.stat().st_size for path in (DOCS / "pictures").glob("*.png")}
    assert set(shown.values()) == set(there) >= {name.replace("_", "-") for name in PROJECTIONS}
    assert max(there.values()) < 250_000
