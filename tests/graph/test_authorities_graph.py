"""Are the Turtle files of the authorities in step with the tables, and do they say what the design asks?"""

from __future__ import annotations

from collections import Counter

import graph_sample as sample
import pytest
from rdflib import RDF, RDFS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, SKOS, XSD

from rapporteur.authorities import load_authorities
from rapporteur.graph.authorities import main, render_authorities
from rapporteur.graph.books import authority_triples
from rapporteur.graph.iris import Iris
from rapporteur.resources import resource

ID = Namespace("https://w3id.org/rapporteur/id/")
RAP = Namespace("https://w3id.org/rapporteur/ontology#")
SCHEMA = Namespace("https://schema.org/")
MATCHES = {SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch}


def graph_of(triples: object) -> Graph:
    graph = Graph()
    for triple in triples:  # type: ignore[attr-defined]
        graph.add(triple)
    return graph


@pytest.fixture(scope="module")
def small() -> Graph:
    """The graph of the invented books."""
    return graph_of(authority_triples(sample.books(), Iris()))


@pytest.fixture(scope="module")
def real() -> Graph:
    """The graph of the books that the package carries."""
    return graph_of(authority_triples(load_authorities(), Iris()))


def test_the_files_are_in_step_with_the_tables(tmp_path: object) -> None:
    """Are the committed files what the tables give now? If not: python -m rapporteur.graph.authorities"""
    rendered = render_authorities()
    assert sorted(rendered) == ["concepts.ttl", "instruments.ttl", "organizations.ttl", "states.ttl", "themes.ttl"]
    for name, text in rendered.items():
        assert resource("ontology", "authorities", name).read_bytes().decode("utf-8") == text, name


def test_the_command_writes_the_files(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    """Does the command write every file where it is told, and name it?"""
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.count(".ttl") == len(render_authorities())


def test_a_state_has_names_with_their_time(small: Graph) -> None:
    """Does a State have its codes, labels, Wikidata entity, concept, and each name with dates and source?"""
    kenya = ID["state/KEN"]
    assert set(small.objects(kenya, RDFS.label)) == {Literal("Kenya", lang="en"), Literal("Кения", lang="ru")}
    assert small.value(kenya, RAP.iso3) == Literal("KEN")
    assert small.value(kenya, RAP.m49) == Literal("404")
    assert small.value(kenya, SCHEMA.sameAs) == URIRef("http://www.wikidata.org/entity/Q114")
    assert small.value(kenya, RAP.concept) == URIRef("http://metadata.un.org/thesaurus/1003431")
    former = ID["state/KEN/name/kenia"]
    assert set(small.objects(kenya, RAP.name)) == {former, ID["state/KEN/name/kenya"], ID["state/KEN/name/kenya~2"]}
    assert small.value(former, RAP.label) == Literal("Kenia", lang="en")
    assert small.value(former, RAP.validUntil) == Literal("1963-12-11", datatype=XSD.date)
    assert small.value(former, DCTERMS.source) == Literal("an invented table", lang="en")


def test_only_a_state_is_a_state(small: Graph) -> None:
    """Is an entity an organization, and does no graph speak of an area or a person?"""
    assert set(small.objects(ID["state/PSE"], RDF.type)) == {RAP.Organization}
    assert small.value(ID["state/PSE"], RAP.kind) == ID["kind/other-entity"]
    assert not set(small.predicate_objects(ID["state/ABW"]))
    assert not set(small.subjects(RDF.type, RAP.Person))


def test_instruments_organizations_and_concepts_are_told(small: Graph) -> None:
    """Are articles, acronyms, ranks, focus, broader concepts and matches there?"""
    article = ID["instrument/ferry-convention/article/9"]
    assert small.value(article, DCTERMS.title) == Literal("Lighting", lang="en")
    assert small.value(article, RAP.number) == Literal("9")
    assert small.value(article, DCTERMS.isPartOf) == ID["instrument/ferry-convention"]
    assert small.value(article, RDFS.label) == Literal("Ferry Convention, article 9", lang="en")
    assert small.value(ID["organization/ferry-group"], RAP.acronym) == Literal("FG")
    assert small.value(ID["organization/ferry-group"], SCHEMA.parentOrganization) == ID["organization/secretariat"]
    assert small.value(ID["strength/should-continue"], SKOS.broader) == ID["strength/should"]
    assert small.value(ID["strength/consider"], RAP.rank) == Literal(3)
    assert small.value(ID["addressee/secretariat"], FOAF.focus) == ID["organization/secretariat"]
    assert small.value(ID["theme/lighting"], SKOS.closeMatch) == URIRef("http://x.example/1")
    assert small.value(ID["theme/safety"], SKOS.topConceptOf) == ID["theme"]
    assert small.value(ID["theme/lighting"], SKOS.inScheme) == ID["theme"]


def test_every_article_of_the_tables_is_a_provision(real: Graph) -> None:
    """Is each article that the tables list a provision with title, number and treaty?"""
    listed = {(i.ref.id, n) for i in load_authorities().instruments.values() for n in i.provisions}
    assert len(listed) >= 107
    for instrument, number in listed:
        node = ID[f"instrument/{instrument}/article/{number}"]
        assert (node, RDF.type, RAP.Provision) in real, node
        assert real.value(node, DCTERMS.title), node
        assert (node, DCTERMS.isPartOf, ID[f"instrument/{instrument}"]) in real, node


def test_every_state_of_the_tables_has_six_labels(real: Graph) -> None:
    """Does each State of today have a label in the six languages of the United Nations, no more?"""
    states = [s for s in load_authorities().states.values() if s.kind == "state"]
    assert len(states) > 190
    for state in states:
        labels = Counter(label.language for label in real.objects(ID[f"state/{state.ref.code}"], RDFS.label))
        assert labels == Counter(["ar", "en", "es", "fr", "ru", "zh"]), state.ref.code


def test_matches_keep_our_concepts_apart(real: Graph) -> None:
    """Is no outside concept matched to two of ours exactly, and has each of ours at most one exact match a scheme?"""
    exact = list(real.subject_objects(SKOS.exactMatch))
    assert len(exact) == len({outside for _, outside in exact})
    schemes = Counter((ours, str(outside).rsplit("/", 1)[0]) for ours, outside in exact)
    assert max(schemes.values()) == 1
    matched = {o for p in MATCHES for o in real.objects(None, p)}
    assert matched and all((o, RDF.type, SKOS.Concept) in real for o in matched)


def test_every_resource_is_labelled_and_none_is_blank(real: Graph) -> None:
    """Has every resource of the graph a label, and is there no blank node?"""
    things = set(real.subjects()) | {o for p, o in real.predicate_objects() if p != RDF.type}
    things = {thing for thing in things if isinstance(thing, URIRef)}
    assert {thing for thing in things if not set(real.objects(thing, RDFS.label))} == set()
    assert not any(isinstance(term, BNode) for triple in real for term in triple)


def test_no_resource_has_two_labels_in_one_language(real: Graph) -> None:
    """Does everything, outside concepts included, bear one label a language?"""
    labels = Counter((thing, label.language) for thing, label in real.subject_objects(RDFS.label))
    assert {key for key, count in labels.items() if count > 1} == set()
