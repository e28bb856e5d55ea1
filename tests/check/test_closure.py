"""Is what follows found, whole and without ballast?"""

from __future__ import annotations

import owlrl
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from sample_graph import DOC, MEETING, sample

from rapporteur.check.closure import close
from rapporteur.check.findings import Triple
from rapporteur.check.graphs import Parts, parts_of

RAP = "https://w3id.org/rapporteur/ontology#"


def _parts() -> Parts:
    return parts_of(sample())


def _said(triple: Triple) -> bool:
    """IRIs in all places, about the report's own things, and no tautology."""
    subject, _, value = triple
    return (
        all(isinstance(term, URIRef) for term in triple)
        and str(subject).startswith((DOC, MEETING))
        and subject != value
        and value not in (OWL.Thing, RDFS.Resource)
    )


def test_leaving_out_what_cannot_follow_loses_nothing() -> None:
    """Does owlrl on everything, literals and notes included, find any more about the report than on what we give it?"""
    parts = _parts()
    everything = parts.to_close | parts.ontology
    graph = Graph()
    for triple in everything:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    whole = {triple for triple in graph if triple not in everything and _said(triple)}
    ours = {triple for triple in close(parts.to_close, parts.ontology).inferred if _said(triple)}
    assert ours == whole
    assert len(whole) > 30


def test_superclasses_and_superproperties_follow() -> None:
    """Is a section a DoCO section, and a citation a CiTO citation?"""
    inferred = close(_parts().to_close, _parts().ontology).inferred
    section = URIRef(f"{DOC}/section/II")
    assert (section, RDF.type, URIRef("http://purl.org/spar/doco/Section")) in inferred
    assert (section, RDF.type, URIRef(f"{RAP}TextPart")) in inferred
    paragraph, earlier = URIRef(f"{DOC}/paragraph/12"), URIRef(DOC.replace("2031/4", "2029/2") + "/paragraph/17")
    assert (paragraph, URIRef("http://purl.org/spar/cito/cites"), earlier) in inferred


def test_what_follows_holds_no_literal_and_no_tautology() -> None:
    """Could every inferred triple be loaded into any store, and does each say something?"""
    inferred = close(_parts().to_close, _parts().ontology).inferred
    assert all(isinstance(term, URIRef) for triple in inferred for term in triple)
    assert not [triple for triple in inferred if triple[1] == OWL.sameAs or triple[0] == triple[2]]


def test_disjoint_classes_are_a_contradiction() -> None:
    """Does owlrl act on pairwise owl:disjointWith, which stands in place of owl:AllDisjointClasses?"""
    paragraph = URIRef(f"{DOC}/paragraph/13")
    both = _parts().to_close | {(paragraph, RDF.type, URIRef(f"{RAP}Section"))}
    closed = close(both, _parts().ontology)
    assert any(str(paragraph) in words for words in closed.contradictions)
    assert close(_parts().to_close, _parts().ontology).contradictions == ()


def test_evidence_is_not_closed() -> None:
    """Does anything follow about a link, which is validated but not closed?"""
    inferred = close(_parts().to_close, _parts().ontology).inferred
    assert not [triple for triple in inferred if f"{DOC}/link/" in str(triple[0])]
