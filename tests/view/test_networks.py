"""Projections: has each network the nodes, edges and words that a reader of the printed report counts?"""

from __future__ import annotations

import json
from collections import Counter
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Dataset, Graph

from rapporteur.errors import RapporteurError, UnusableQuery
from rapporteur.query import open_collection
from rapporteur.view import PROJECTIONS, aggregated, flat, lineage_of_recommendations, network_of_query, project
from rapporteur.view.networks import KINDS, PROPERTIES, Facts, as_file, read_facts
from rapporteur.view.networks.draft import ATTRIBUTES
from rapporteur.view.sizes import cited_by

ROOT = Path(__file__).parents[2]
TRIG = ROOT / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
ID = "https://w3id.org/rapporteur/id/"
REPORT = f"{ID}document/CTOC/COP/WG.4/2010/6"
EARLIER = f"{ID}document/CTOC/COP/WG.4/2009/2"
TOLD = ("projection", "title", "layout", "nodes_are", "edges_are", "weight_is", "direction_is", "source", "evidence")
WORDS = {"quote", "before", "marked", "after", "grade", "rule", "paragraph", "page", "property", "number"}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return read_facts(TRIG)


@pytest.fixture(scope="module")
def networks(facts: Facts) -> dict[str, nx.Graph]:
    return {name: project(facts, name) for name in PROJECTIONS}


def kinds(network: nx.Graph) -> Counter[str]:
    return Counter(kind for _, kind in network.nodes(data="kind"))


def properties(network: nx.Graph) -> Counter[str]:
    return Counter(name for *_, name in network.edges(data="property"))


def test_eight_networks_are_there() -> None:
    """Is each projection that was promised known by name, and its docstring honest about what it is not good for?"""
    assert set(PROJECTIONS) == {
        "everything",
        "citations",
        "addressees",
        "participation",
        "who_spoke_where",
        "co_cited_provisions",
        "themes",
        "lineage",
    }
    for made in PROJECTIONS.values():
        said = " ".join((made.__doc__ or "").split())
        assert all(word in said for word in ("Nodes:", "Edges:", "Weight:", "irection", "Not good for:")), made


@pytest.mark.parametrize("name", PROJECTIONS)
def test_a_network_tells_what_it_is(networks: dict[str, nx.Graph], name: str) -> None:
    """Has it a title, a layout and the words for nodes, edges, weight and direction; typed nodes; checkable edges?"""
    network = networks[name]
    assert all(key in network.graph for key in TOLD) and network.graph["projection"] == name
    assert network.graph["layout"] in ("lanes", "force")
    for _, data in network.nodes(data=True):
        assert data.keys() == ATTRIBUTES.keys() and data["kind"] in KINDS
        assert all(type(data[key]) is type(empty) for key, empty in ATTRIBUTES.items())
    evidence = network.graph["evidence"]
    for *_, data in network.edges(data=True):
        assert data["property"] in PROPERTIES and data["label"] == PROPERTIES[data["property"]]
        assert type(data["weight"]) is int and data["weight"] > 0
        assert data["links"] and all(evidence[link].keys() == WORDS for link in data["links"])
        assert data["quote"] == evidence[data["links"][0]]["quote"] and data["grade"]
    assert all(found["marked"] and found["number"] for found in evidence.values())
    assert set(evidence) == {link for *_, links in network.edges(data="links") for link in links}


def test_citations(networks: dict[str, nx.Graph]) -> None:
    """Do six units build on earlier paragraphs, does 1 cite decision 4/4, and nothing its own report?"""
    network = networks["citations"]
    assert properties(network)["buildsOn"] == 6
    assert network.has_edge(f"{REPORT}/paragraph/1", f"{ID}decision/CTOC/COP/4/4", "cites")
    pair = network.get_edge_data(f"{REPORT}/recommendation/15.1", f"{EARLIER}/paragraph/17")
    assert set(pair) == {"buildsOn"} and pair["buildsOn"]["quote"].startswith("paragraph 17 of the report")
    assert not any(data["report"] for node, data in network.nodes(data=True) if network.in_degree(node))
    assert not network.has_node(f"{REPORT}/note/8")


def test_citations_with_notes(facts: Facts) -> None:
    """Do notes come in when they are asked for: note 3, called from 8, cites a document by symbol?"""
    network = project(facts, "citations", notes=True)
    assert network.has_edge(f"{REPORT}/note/3", f"{ID}document/E/2002/68/Add.1")


def test_addressees(networks: dict[str, nx.Graph]) -> None:
    """Is each of the 77 units addressed to one, and is UNODC to be involved in five?"""
    network = networks["addressees"]
    assert kinds(network) == {"recommendation": 77, "addressee": 6, "organization": 1}
    assert properties(network) == {"addressee": 77, "secondaryActor": 5}
    edge = network.get_edge_data(f"{REPORT}/recommendation/24.1", f"{ID}addressee/states-parties", "addressee")
    assert edge["strength"] == "should consider" and network.graph["groups"][0] == "should"
    assert sum(data["count"] for _, data in network.nodes(data=True) if data["kind"] == "addressee") == 77


def test_participation(networks: dict[str, nx.Graph]) -> None:
    """Are 71 States parties, 7 signatories and 12 others present, and do 51 States speak?"""
    network = networks["participation"]
    there = {data["label"]: data["count"] for _, data in network.nodes(data=True) if data["kind"] == "capacity"}
    states = ("State party", "observer for a signatory State", "observer for a State neither party nor signatory")
    assert tuple(there[name] for name in states) == (71, 7, 12)
    assert properties(network) == {"participant": 121, "speaker": 122, "presented": 11}
    andorra = network.nodes[f"{ID}state/AND"]
    assert andorra["capacity"] == states[2] and andorra["iso3"] == "AND" and andorra["count"] == 0


def test_who_spoke_where(networks: dict[str, nx.Graph]) -> None:
    """Did Algeria speak on two items, once each, and does every edge run from a speaker to an item?"""
    network = networks["who_spoke_where"]
    assert {network.nodes[target]["kind"] for _, target in network.edges()} == {"item"}
    assert kinds(network)["state"] == 51 and sum(weight for *_, weight in network.edges(data="weight")) == 133
    counts = {node: data["count"] for node, data in network.nodes(data=True)}
    for node in network:
        degree = network.out_degree(node, weight="weight") + network.in_degree(node, weight="weight")
        assert degree == counts[node]


def test_co_cited_provisions(networks: dict[str, nx.Graph], facts: Facts) -> None:
    """Are article 32 and rule 2 cited together, in 2, and the two paragraphs of article 26, in 37?"""
    ends = {f"{ID}instrument/untoc/article/32", f"{ID}instrument/ctoc-cop-rules-of-procedure/rule/2"}
    (edge,) = networks["co_cited_provisions"].edges(data=True)
    assert set(edge[:2]) == ends and edge[2]["weight"] == 1
    assert {networks["co_cited_provisions"].graph["evidence"][link]["number"] for link in edge[2]["links"]} == {"2"}
    finer = project(facts, "co_cited_provisions", level="provision")
    paragraphs = [f"{ID}instrument/untoc/article/26/paragraph/{number}" for number in (2, 3)]
    assert finer.number_of_edges() == 2 and finer.has_edge(*paragraphs)
    whole = project(facts, "co_cited_provisions", within="report")
    assert whole.number_of_edges() == len(whole) * (len(whole) - 1) // 2
    with pytest.raises(RapporteurError, match="article or provision"):
        project(facts, "co_cited_provisions", level="comma")


def test_themes(networks: dict[str, nx.Graph], facts: Facts) -> None:
    """Does each pair of themes of one recommendation count once, and are weak pairs left out when that is asked?"""
    network = networks["themes"]
    pairs: Counter[frozenset[str]] = Counter()
    for unit in facts.of("Recommendation"):
        found = sorted(set(facts.targets(unit, "theme")))
        pairs.update(frozenset((one, other)) for at, one in enumerate(found) for other in found[at + 1 :])
    assert {frozenset(edge[:2]): edge[2] for edge in network.edges(data="weight")} == pairs
    strong = project(facts, "themes", at_least=3)
    assert {weight >= 3 for *_, weight in strong.edges(data="weight")} == {True} and len(strong) == len(network)
    assert "left out" in strong.graph["notes"][-1]
    assert network.graph["notes"][0].startswith("2 of 39 themes go together with no other: Compensation; ")


def test_lineage(networks: dict[str, nx.Graph]) -> None:
    """Do the six units of 2010 that build on 2009 stand in the later column?"""
    network = networks["lineage"]
    assert kinds(network) == {"recommendation": 6, "earlier": 6}
    assert network.graph["lanes"] == (
        "Earlier report, only cited: CTOC/COP/WG.4/2009/2",
        "This report: CTOC/COP/WG.4/2010/6 (2010)",
    )
    assert all(network.nodes[one]["lane"] > network.nodes[other]["lane"] for one, other in network.edges())


LATER = """
@base <https://w3id.org/rapporteur/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rap: <https://w3id.org/rapporteur/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<document/FERRY/2031/1> a rap:Report ; rap:symbol "FERRY/2031/1" ; rap:sha256 "a" ; rdfs:label "FERRY/2031/1"@en ;
  dcterms:issued "2031-04-01"^^xsd:date .
<document/FERRY/2032/1> a rap:Report ; rap:symbol "FERRY/2032/1" ; rap:sha256 "b" ; rdfs:label "FERRY/2032/1"@en ;
  dcterms:issued "2032-04-01"^^xsd:date .
<document/FERRY/2031/1/paragraph/5> a rap:Paragraph ; rap:inDocument <document/FERRY/2031/1> ; rap:number "5" ;
  rdfs:label "FERRY/2031/1, paragraph 5"@en ; rap:text "Light the <b>piers</b>."@en ; rap:start 1 .
<document/FERRY/2031/1/recommendation/5.1> a rap:Recommendation ; rap:number "5.1" ; rap:start 1 ;
  rap:recordedIn <document/FERRY/2031/1/paragraph/5> ; rap:text "Light the piers."@en ;
  rap:buildsOn <document/FERRY/2030/1/paragraph/9> ; rap:cites <document/FERRY/2030/1/paragraph/9> .
<document/FERRY/2030/1/paragraph/9> rap:inDocument <document/FERRY/2030/1> ; rap:number "9" ;
  rdfs:label "FERRY/2030/1, paragraph 9"@en .
<document/FERRY/2032/1/paragraph/7> a rap:Paragraph ; rap:inDocument <document/FERRY/2032/1> ; rap:number "7" ;
  rdfs:label "FERRY/2032/1, paragraph 7"@en ; rap:cites <document/FERRY/2031/1/paragraph/5> .
<document/FERRY/2032/1/recommendation/7.1> a rap:Recommendation ; rap:number "7.1" ; rap:start 1 ;
  rap:recordedIn <document/FERRY/2032/1/paragraph/7> ; rap:text "Light them better."@en ;
  rap:buildsOn <document/FERRY/2031/1/paragraph/5> ; rap:cites <document/FERRY/2031/1/paragraph/5> .
"""


@pytest.fixture(scope="module")
def ferries() -> Graph:
    return Graph().parse(data=LATER, format="turtle")


def test_lineage_goes_on_from_report_to_report(ferries: Graph) -> None:
    """Do three reports make a chain: 7.1 on paragraph 5, whose unit 5.1 builds on a report that is not there?"""
    network = project(ferries, "lineage")
    said = ("Earlier report, only cited: FERRY/2030/1", "Report: FERRY/2031/1 (2031)", "Report: FERRY/2032/1 (2032)")
    assert network.graph["lanes"] == said and "records" in network.graph["edges_are"]
    chain = ["2032/1/recommendation/7.1", "2031/1/paragraph/5", "2031/1/recommendation/5.1", "2030/1/paragraph/9"]
    nodes = [f"{ID}document/FERRY/{part}" for part in chain]
    assert nx.shortest_path(network, nodes[0], nodes[-1]) == nodes
    assert network.graph["source"] == "FERRY/2031/1, FERRY/2032/1"
    one = project(ferries, "lineage", report="FERRY/2031/1")
    assert set(one) == {nodes[2], nodes[3]}


def test_missing_evidence_is_said(ferries: Graph) -> None:
    """Are facts without a link drawn, the edges empty-handed, and the reader told where the words are?"""
    network = project(ferries, "citations")
    assert properties(network) == {"buildsOn": 2} and {links for *_, links in network.edges(data="links")} == {()}
    (note,) = network.graph["notes"]
    assert note.startswith("2 of 2 edges have no evidence") and "NAME.trig" in note
    assert network.graph["evidence"] == {}


def test_what_several_reports_number_alike_is_told_apart() -> None:
    """Is a lettered part named with its paragraph, a section and a rule with a long title by their ends?"""
    graph = Graph().parse(
        data=LATER
        + """
<document/FERRY/2032/1/paragraph/8/c> a rap:Subparagraph ; rap:inDocument <document/FERRY/2032/1> ; rap:number "c" ;
  rdfs:label "FERRY/2032/1, paragraph 8 (c)"@en ; rap:text "Tow them."@en ;
  rap:cites <document/FERRY/2031/1/paragraph/5> , <instrument/long/rule/15> , <instrument/long/rule/16> .
<document/FERRY/2032/1/section/II> a rap:Section ; rap:inDocument <document/FERRY/2032/1> ;
  rdfs:label "FERRY/2032/1, section II"@en ; rap:cites <document/FERRY/2031/1/paragraph/5> .
<instrument/long/rule/15> a rap:Provision ;
  rdfs:label "Rules of procedure of the Assembly of the Parties to the Convention on Ferries, rule 15"@en .
<instrument/long/rule/16> a rap:Provision ;
  rdfs:label "Rules of procedure of the Assembly of the Parties to the Convention on Ferries, rule 16"@en .
""",
        format="turtle",
    )
    facts = read_facts(graph)
    part, section = f"{ID}document/FERRY/2032/1/paragraph/8/c", f"{ID}document/FERRY/2032/1/section/II"
    assert project(facts, "lineage").nodes[part]["short"] == "paragraph 8 (c) Tow them."
    cited = project(facts, "citations")
    assert cited.nodes[section]["short"] == "section II"
    assert cited.nodes[part]["group"] == "Other paragraphs of FERRY/2032/1"
    together = project(facts, "co_cited_provisions")
    ends = {short.rpartition("…")[2] for _, short in together.nodes(data="short")}
    assert ends == {", rule 15", ", rule 16"}


@pytest.mark.parametrize("name", PROJECTIONS)
def test_an_empty_graph_gives_an_empty_network_that_says_why(name: str) -> None:
    """Is nothing made of nothing, and the reason told?"""
    network = project(Dataset(), name)
    assert len(network) == 0 and network.graph["notes"][0].startswith("Nothing is tied by this projection: ")


def test_every_source_gives_the_same_network(networks: dict[str, nx.Graph], graph: Graph) -> None:
    """Do a path, a text, a list of paths, an opened collection, its store and a loaded graph give the same?"""
    wanted = networks["citations"]
    collection = open_collection(TRIG)
    for source in (str(TRIG), collection, collection.store, graph, [TRIG]):
        found = project(source, "citations")
        assert nx.utils.graphs_equal(found, wanted) and found.graph == wanted.graph


def test_names_come_in_the_language_of_the_collection() -> None:
    """Is Germany Alemania in a Spanish collection?"""
    network = project(open_collection(TRIG, language="es"), "who_spoke_where")
    assert network.nodes[f"{ID}state/DEU"]["label"] == "Alemania"


def test_a_report_that_is_not_there_is_said(ferries: Graph) -> None:
    """Is an unknown symbol answered with those that are there, and none taken for all?"""
    with pytest.raises(UnusableQuery, match="no report FERRY/1999/1") as caught:
        project(ferries, "lineage", report="FERRY/1999/1")
    assert "is there" in caught.value.expected
    with pytest.raises(UnusableQuery) as caught:
        project(TRIG, "lineage", report="FERRY/1999/1")
    assert caught.value.expected == "one of CTOC/COP/WG.4/2010/6."
    with pytest.raises(UnusableQuery, match="no report FERRY/1999/1"):
        lineage_of_recommendations(ferries, report="FERRY/1999/1")
    for name in ("FERRY/2031/1", f"{ID}document/FERRY/2031/1"):
        assert project(ferries, "lineage", report=name).graph["source"] == "FERRY/2031/1"


def test_what_holds_no_report_is_refused() -> None:
    """Does a thing that nothing can be asked of get a message that says what can?"""
    with pytest.raises(RapporteurError, match="Nothing can be asked of a set"):
        project({"a"}, "themes")  # type: ignore[arg-type]


def test_an_unknown_network_is_answered_with_the_nearest(facts: Facts) -> None:
    """Is the nearest name told, and "-" taken for "_"?"""
    with pytest.raises(RapporteurError) as caught:
        project(facts, "citatons")
    assert "citations" in caught.value.remedy
    assert project(facts, "who-spoke-where").graph["projection"] == "who_spoke_where"


@pytest.mark.parametrize("name", PROJECTIONS)
def test_files_for_others_hold_as_many_nodes_and_edges(networks: dict[str, nx.Graph], name: str) -> None:
    """Does networkx read back GraphML, GEXF and JSON with equal counts, labels and weights, twice the same bytes?"""
    network = networks[name]
    for form, reader in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        written = as_file(network, form)
        assert written == as_file(network, form)
        back = reader(BytesIO(written))
        assert (len(back), back.number_of_edges()) == (len(network), network.number_of_edges())
        assert sorted(label for _, label in back.nodes(data="label")) == sorted(
            dict(network.nodes(data="label")).values()
        )
        assert sum(w for *_, w in back.edges(data="weight")) == sum(w for *_, w in network.edges(data="weight"))
    told = json.loads(as_file(network, "json"))
    assert len(told["nodes"]) == len(network) and len(told["edges"]) == network.number_of_edges()
    assert told["graph"]["evidence"].keys() == network.graph["evidence"].keys()


def test_a_flat_network_has_scalars_only(networks: dict[str, nx.Graph]) -> None:
    """Are lists joined, quotes kept, and the network itself left as it was?"""
    plain = flat(networks["themes"])
    for *_, data in [*plain.nodes(data=True), *plain.edges(data=True)]:
        assert all(isinstance(value, str | int | float | bool) for value in data.values())
    assert all(data["quotes"] and data["rule"] for *_, data in plain.edges(data=True))
    assert all(isinstance(links, tuple) for *_, links in networks["themes"].edges(data="links"))
    odd = nx.Graph()
    odd.add_node("a", label="bell\x07 & <b>")
    assert nx.read_graphml(BytesIO(as_file(odd, "graphml"))).nodes["a"]["label"] == "bell\ufffd & <b>"


def test_an_aggregated_network_keeps_all_weight_and_links(networks: dict[str, nx.Graph]) -> None:
    """Is no weight and no link lost in merging, but that of edges within one merged thing, which are counted?"""
    network = networks["participation"]
    merged = aggregated(network)
    assert len(merged) < 30 and "137 things" in merged.graph["notes"][-1]
    assert sum(w for *_, w in merged.edges(data="weight")) == sum(w for *_, w in network.edges(data="weight"))
    assert {link for *_, links in merged.edges(data="links") for link in links} == set(network.graph["evidence"])
    assert set(kinds(aggregated(network, "kind")).values()) == {1}
    inner = aggregated(networks["themes"], "kind")
    assert inner.number_of_edges() == 0 and inner.graph["notes"][-1].startswith("118 edges")


def test_a_question_becomes_a_network() -> None:
    """Do rows with two IRIs tie what they name, bring the words of the links between them, and say what they lack?"""
    network = network_of_query(TRIG, "recommendations-building-on")
    ends = f"{REPORT}/recommendation/15.1", f"{EARLIER}/paragraph/17"
    edge = network.get_edge_data(*ends, "row")
    assert network.number_of_edges() == 6 and "report_symbol: CTOC/COP/WG.4/2010/6" in edge["told"]
    assert {network.graph["evidence"][link]["property"] for link in edge["links"]} == {"cites", "buildsOn"}
    assert network.nodes[ends[0]]["kind"] == "recommendation"
    named = network_of_query(TRIG, "co-cited-articles", ends=("second", "first"))
    assert list(named.edges()) == [
        (f"{ID}instrument/untoc/article/32", f"{ID}instrument/ctoc-cop-rules-of-procedure/rule/2")
    ]
    for query, ends_, words in (("who-attended", (), "two columns of IRIs"), ("agenda", ("item", "itm"), "columns of")):
        with pytest.raises(UnusableQuery, match=words):
            network_of_query(TRIG, query, ends=ends_)


def test_units_of_several_reports_bear_what_tells_the_reports_apart() -> None:
    """Are two units of one number told apart by their reports in a picture of both, and bare in a picture of one?"""
    second = LATER.replace("recommendation/7.1", "recommendation/5.1").replace('"7.1"', '"5.1"')
    both = Graph().parse(data=second, format="turtle")
    shorts = {data["short"] for _, data in project(both, "everything").nodes(data=True) if data["number"] == "5.1"}
    assert shorts == {"2031/1 5.1", "2032/1 5.1"}
    one = project(both, "everything", report="FERRY/2032/1")
    assert [data["short"] for _, data in one.nodes(data=True) if data["kind"] == "recommendation"] == ["5.1"]


def test_one_body_bears_one_name(networks: dict[str, nx.Graph]) -> None:
    """Is UNODC called so as addressee and as a body to involve, its full name told of both?"""
    found = [data for _, data in networks["addressees"].nodes(data=True) if data["short"] == "UNODC"]
    assert {data["kind"] for data in found} == {"addressee", "organization"}
    assert {data["label"] for data in found} == {"United Nations Office on Drugs and Crime"}


def test_what_is_cited_counts_and_names_who_cites_it(networks: dict[str, nx.Graph]) -> None:
    """Does decision 4/4 name its five paragraphs in both networks, what one alone cites nobody, a State nothing?"""
    for name in ("citations", "everything"):
        named = {data["label"]: node for node, data in networks[name].nodes(data=True)}
        decision = named["CTOC/COP decision 4/4"]
        assert cited_by(networks[name], decision) == "1, 2, 3, 4, 6" and networks[name].nodes[decision]["count"] == 5
        assert cited_by(networks[name], named["Organized Crime Convention, article 25"]) == ""
    assert cited_by(networks["everything"], named["Albania"]) == ""


def test_only_what_is_there_is_explained(networks: dict[str, nx.Graph]) -> None:
    """Says a network of one report nothing of States that recommend or of paragraphs that record?"""
    assert "recommended" not in networks["addressees"].graph["edges_are"]
    assert "records" not in networks["lineage"].graph["edges_are"]
    assert networks["co_cited_provisions"].graph["notes"][0].startswith("6 of 8 articles are cited in no paragraph ")
