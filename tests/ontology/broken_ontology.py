"""How to break each rule of hygiene, and only it: Turtle to add to the ontology, and triples to take away."""

from __future__ import annotations

from typing import NamedTuple

PREFIXES = """
@prefix rap: <https://w3id.org/rapporteur/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cito: <http://purl.org/spar/cito/> .
"""


class Broken(NamedTuple):
    """One way to break the ontology.

    :ivar node: the node the finding must name.
    :ivar added: Turtle.
    :ivar removed: pairs of subject and property, all values of which go.
    """

    constraint: str
    node: str
    added: str = ""
    removed: tuple[tuple[str, str], ...] = ()


ONTOLOGY = "<https://w3id.org/rapporteur/ontology>"

ROWS = (
    Broken("OntologyHoldsNoBlankNode", "_:", "[] rdfs:comment 'a node without name' ."),
    Broken("OntologyHasAVersionIri", ONTOLOGY, removed=((ONTOLOGY, "owl:versionIRI"),)),
    Broken("OntologyHasALicence", ONTOLOGY, removed=((ONTOLOGY, "dcterms:license"),)),
    Broken("OntologyHasALabel", ONTOLOGY, removed=((ONTOLOGY, "rdfs:label"),)),
    Broken("TermHasALabel", "rap:cites", 'rap:cites rdfs:label "quotes"@en .'),
    Broken("TermIsDefined", "rap:cites", removed=(("rap:cites", "skos:definition"),)),
    Broken("TermHasAnExample", "rap:Report", removed=(("rap:Report", "skos:example"),)),
    Broken("TermSaysWhereItIsDefined", "rap:Report", removed=(("rap:Report", "rdfs:isDefinedBy"),)),
    Broken("TermSaysWhatItIsAlignedWith", "rap:Rule", removed=(("rap:Rule", "skos:editorialNote"),)),
    Broken("DomainIsOneClass", "rap:body", "rap:body rdfs:domain rap:Report ."),
    Broken("RangeIsOneClass", "rap:body", "rap:body rdfs:range rap:State ."),
    Broken("PropertySaysWhatItIsOf", "rap:body", removed=(("rap:body", "rdfs:domain"),)),
    Broken("PropertySaysWhatItLeadsTo", "rap:cites", removed=(("rap:cites", "schema:rangeIncludes"),)),
    Broken(
        "SharedPropertyHasNoRangeAxiom",
        "rap:cites",
        "rap:cites rdfs:range rap:Provision .",
        (("rap:cites", "schema:rangeIncludes"),),
    ),
    Broken("NothingIsFunctional", "rap:body", "rap:body a owl:FunctionalProperty ."),
    Broken("NothingIsCountedOrKeyed", "rap:Link", "rap:Link owl:hasKey rap:quote ."),
    Broken("NothingIsTheSame", "rap:Link", "rap:Link owl:sameAs rap:Link ."),
    Broken("TermIsNoConcept", "rap:Link", "rap:Link skos:closeMatch <http://www.w3.org/ns/oa#Annotation> ."),
    Broken("SectionIsNoOtherPart", "rap:Section", removed=(("rap:Section", "owl:disjointWith"),)),
    Broken("ParagraphIsNoSmallerPart", "rap:Paragraph", removed=(("rap:Paragraph", "owl:disjointWith"),)),
    Broken("FootnoteIsNoSubparagraph", "rap:Footnote", removed=(("rap:Subparagraph", "owl:disjointWith"),)),
    Broken("ForeignTermKeepsItsAxioms", "cito:cites", "cito:cites rdfs:domain rap:TextPart ."),
    Broken("AlignmentRunsFromOursToTheirs", "rap:cites", "rap:cites owl:equivalentProperty cito:cites ."),
    Broken("WordsHaveNoSuperproperty", "rap:text", "rap:text rdfs:subPropertyOf schema:text ."),
)
