"""Does the endpoint describe itself (SPARQL 1.1 Service Description, W3C Recommendation, 21 March 2013)?

The official tests (``w3c/rdf-tests``, ``sparql11/service-description``) are three: a GET gives RDF, it says the
endpoint itself, and it keeps to the vocabulary.
"""

from __future__ import annotations

import pytest
from calling import Calling
from rdflib import RDF, Graph, Literal, Namespace, URIRef

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
ENDPOINT = URIRef("http://localhost/sparql")
GRAPH = URIRef("https://w3id.org/rapporteur/id/document/FERRY/WG.1/2031/1/graph")


def _description(ferry: Calling, form: str = "text/turtle") -> Graph:
    answer = ferry.get("/sparql", headers={"Accept": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == form
    return Graph().parse(data=answer.text, format=form)


@pytest.mark.parametrize("form", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_the_endpoint_gives_rdf(ferry: Calling, form: str) -> None:
    """2 (``returns-rdf``): is a GET without a query answered with RDF, in the format that is asked for?"""
    assert len(_description(ferry, form)) > 20


def test_the_endpoint_names_itself(ferry: Calling) -> None:
    """3.4.1 (``has-endpoint-triple``): is the object of sd:endpoint the address that was asked?"""
    found = _description(ferry)
    assert list(found.subject_objects(SD.endpoint)) == [(ENDPOINT, ENDPOINT)]
    assert (ENDPOINT, RDF.type, SD.Service) in found


def test_it_says_what_it_can_do(ferry: Calling) -> None:
    """3.4: are the language, the formats, the union as default graph said, and nothing that is not there?"""
    found = _description(ferry)
    assert set(found.objects(ENDPOINT, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert set(found.objects(ENDPOINT, SD.feature)) == {SD.UnionDefaultGraph}
    names = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle")
    more = ("N-Triples", "RDF_XML", "JSON-LD")
    assert set(found.objects(ENDPOINT, SD.resultFormat)) == {FORMATS[name] for name in (*names, *more)}


def test_it_describes_its_dataset(ferry: Calling) -> None:
    """3.2, 3.4: are the default graph and every named graph there, with name and size?"""
    found = _description(ferry)
    (dataset,) = found.objects(ENDPOINT, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in found
    assert len(list(found.objects(dataset, SD.defaultGraph))) == 1
    named = list(found.objects(dataset, SD.namedGraph))
    assert len(named) == 8
    (one,) = found.subjects(SD.name, GRAPH)
    assert found.value(found.value(one, SD.graph), VOID.triples) == Literal(8)


def test_it_keeps_to_the_vocabulary(ferry: Calling) -> None:
    """``conforms-to-schema``: is every term of the vocabulary one that it has, on a subject that it is for?"""
    domains = {
        SD.endpoint: SD.Service,
        SD.supportedLanguage: SD.Service,
        SD.resultFormat: SD.Service,
        SD.feature: SD.Service,
        SD.defaultEntailmentRegime: SD.Service,
        SD.defaultDataset: SD.Service,
        SD.defaultGraph: SD.Dataset,
        SD.namedGraph: SD.Dataset,
        SD.name: SD.NamedGraph,
        SD.graph: SD.NamedGraph,
    }
    found = _description(ferry)
    used = [(s, p) for s, p in found.subject_predicates() if str(p).startswith(str(SD))]
    assert len(used) > 30
    assert not [(s, p) for s, p in used if (s, RDF.type, domains[p]) not in found]


def test_people_are_led_to_the_editor(ferry: Calling) -> None:
    """Is a browser led to a page, and told that this depends on what it takes?"""
    answer = ferry.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/editor")
    assert "Accept" in answer.headers["vary"]


def test_a_client_that_takes_no_rdf_is_told(ferry: Calling) -> None:
    """Is it refused with 406?"""
    assert ferry.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_a_false_host_is_no_address(ferry: Calling) -> None:
    """Does a header Host that is none not come into the RDF?"""
    answer = ferry.get("/sparql", headers={"Accept": "text/turtle", "Host": "a> <b> <c"})
    assert "<b>" not in answer.text
    assert (ENDPOINT, RDF.type, SD.Service) in Graph().parse(data=answer.text, format="turtle")
