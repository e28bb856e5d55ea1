"""Does the JSON-LD context give every term a short word that means exactly it?"""

from __future__ import annotations

import json
from typing import Any

from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from rapporteur.resources import resource

RAP = Namespace("https://w3id.org/rapporteur/ontology#")
SCHEMA = Namespace("https://schema.org/")
XSD = "http://www.w3.org/2001/XMLSchema#"


def context() -> dict[str, Any]:
    found = json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))["@context"]
    assert isinstance(found, dict), "a remote context would be fetched"
    return found


def _id(definition: str | dict[str, Any]) -> str:
    return definition if isinstance(definition, str) else str(definition["@id"])


def test_every_term_has_a_word() -> None:
    """Is each class and property of the ontology a word of the context, once?"""
    graph = Graph().parse(resource("ontology", "rapporteur.ttl"))
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {str(term).replace(str(RAP), "rap:") for kind in kinds for term in graph.subjects(RDF.type, kind)}
    words = [_id(definition) for word, definition in context().items() if not word.startswith("@")]
    assert terms <= set(words)
    ours = [word for word in words if word.startswith("rap:")]
    assert len(ours) == len(set(ours)) == len(terms)


def test_words_read_values_as_the_ontology_types_them() -> None:
    """Is a resource read as an IRI, a number and a date as such, a text with its language, a code as a plain string?"""
    graph = Graph().parse(resource("ontology", "rapporteur.ttl"))
    words = {_id(d).replace("rap:", str(RAP)): d for word, d in context().items() if not word.startswith("@")}
    for term in graph.subjects(RDF.type, OWL.ObjectProperty):
        assert words[str(term)]["@type"] == "@id", term
    for term in graph.subjects(RDF.type, OWL.DatatypeProperty):
        range_ = graph.value(term, RDFS.range) or graph.value(term, SCHEMA.rangeIncludes)
        definition = words[str(term)]
        if range_ == RDF.langString:
            assert definition["@container"] == "@language", term
        elif str(range_) == XSD + "string":
            assert isinstance(definition, str), term
        else:
            assert definition["@type"] == str(range_).replace(XSD, "xsd:"), term


def test_the_context_loads_nothing_from_elsewhere() -> None:
    """Could a reader without a network use it?"""
    assert "@import" not in context()
    assert all(not isinstance(d, dict) or "@context" not in d for d in context().values())


def test_a_graph_comes_back_the_same() -> None:
    """Are labels in two languages, one without, dates, years, numbers, codes and addresses read back as written?"""
    graph = Graph().parse(
        data="""
        @prefix rap: <https://w3id.org/rapporteur/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix dcterms: <http://purl.org/dc/terms/> . @prefix schema: <https://schema.org/> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <http://x/d> a rap:Report ; rdfs:label "A"@en , "B"@en , "Б"@ru , "plain" ; dcterms:title "T"@en ;
            dcterms:issued "2031"^^xsd:gYear ; dcterms:language <http://l/en> ; rap:symbol "A/1" ;
            dcterms:source <http://s/1> , "a book"@en .
        <http://x/p> a rap:Paragraph ; rap:start 3 ; rap:end 9 ; rap:text "abc"@en ; rap:inDocument <http://x/d> ;
            rap:number "12" ; rap:cites <http://x/d> , <http://x/m> ; rap:score 0.92 .
        <http://x/m> schema:startDate "2031-01-02"^^xsd:date ; schema:location "Nairobi"@en ; foaf:name "Ana" .
        <http://x/o> rap:namedHereOnly true ; rap:m49 "004" ; rap:label "abc"@en ;
            rap:validFrom "2031-01-02"^^xsd:date .
        """,
        format="turtle",
    )
    written = graph.serialize(format="json-ld", context=context(), auto_compact=False)
    assert isomorphic(graph, Graph().parse(data=written, format="json-ld"))
    node = next(node for node in json.loads(written)["@graph"] if node["id"] == "http://x/p")
    assert node["inDocument"] == "http://x/d"
    assert node["text"] == {"en": "abc"}
    assert URIRef("http://x/m") in set(graph.objects(None, RAP.cites))
