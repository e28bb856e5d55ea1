"""Two invented reports in which States recommend and speak for others, small enough to be counted by eye."""

from __future__ import annotations

from rdflib import Graph

SPECIMEN = """
@base <https://w3id.org/rapporteur/id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rap: <https://w3id.org/rapporteur/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<document/FERRY/2031/1> a rap:Report ; rap:symbol "FERRY/2031/1" ; rap:reports <meeting/ferry/2031-03-01> ;
    dcterms:title "First ferry report"@en ; dcterms:issued "2031-04-01"^^xsd:date .
<document/FERRY/2032/1> a rap:Report ; rap:symbol "FERRY/2032/1" ; rap:reports <meeting/ferry/2032-03-01> ;
    dcterms:title "Second ferry report"@en ; dcterms:issued "2032-04-01"^^xsd:date .
<meeting/ferry/2031-03-01> a rap:Meeting ; schema:startDate "2031-03-01"^^xsd:date .
<meeting/ferry/2032-03-01> a rap:Meeting ; schema:startDate "2032-03-01"^^xsd:date .

<document/FERRY/2031/1/paragraph/5> a rap:Paragraph ; rap:inDocument <document/FERRY/2031/1> ; rap:number "5" .
<document/FERRY/2032/1/paragraph/7> a rap:Paragraph ; rap:inDocument <document/FERRY/2032/1> ; rap:number "7" .
<document/FERRY/2032/1/paragraph/8> a rap:Paragraph ; rap:inDocument <document/FERRY/2032/1> ; rap:number "8" ;
    rap:cites <instrument/quay/article/3> .

<document/FERRY/2031/1/recommendation/5.1> a rap:Recommendation ; rap:number "5.1" ; rap:start 10 ;
    rap:recordedIn <document/FERRY/2031/1/paragraph/5> ; rap:text "Ratify the accord; Consider ratifying it"@en ;
    rap:recommendedBy <state/KEN> , <state/FJI> ; rap:theme <theme/moorings> ; rap:strength <strength/recommend> ;
    rap:cites <instrument/quay/article/3/paragraph/2> .
<document/FERRY/2031/1/recommendation/5.1/wording/1> a rap:Wording ; rap:text "Ratify the accord"@en ;
    dcterms:isPartOf <document/FERRY/2031/1/recommendation/5.1> ; rap:recommendedBy <state/KEN> .
<document/FERRY/2031/1/recommendation/5.1/wording/2> a rap:Wording ; rap:text "Consider ratifying it"@en ;
    dcterms:isPartOf <document/FERRY/2031/1/recommendation/5.1> ; rap:recommendedBy <state/FJI> .
<document/FERRY/2032/1/recommendation/7.1> a rap:Recommendation ; rap:number "7.1" ; rap:start 20 ;
    rap:recordedIn <document/FERRY/2032/1/paragraph/7> ; rap:text "Light the piers"@en ;
    rap:recommendedBy <state/KEN> ; rap:theme <theme/lamps> , <theme/moorings> ; rap:strength <strength/recommend> ;
    rap:cites <instrument/quay/article/3/paragraph/2> .
<document/FERRY/2032/1/recommendation/7.2> a rap:Recommendation ; rap:number "7.2" ; rap:start 30 ;
    rap:recordedIn <document/FERRY/2032/1/paragraph/7> ; rap:text "Keep the lamps"@en ;
    rap:recommendedBy <state/WSM> ; rap:theme <theme/lamps> ; rap:strength <strength/recommend> .

<meeting/ferry/2031-03-01/participation/WSM> a rap:Participation ; rap:meeting <meeting/ferry/2031-03-01> ;
    rap:participant <state/WSM> ;
    rap:capacity <capacity/observer> ; rap:recordedIn <document/FERRY/2031/1/paragraph/5> .
<meeting/ferry/2032-03-01/participation/WSM> a rap:Participation ; rap:meeting <meeting/ferry/2032-03-01> ;
    rap:participant <state/WSM> ;
    rap:capacity <capacity/member-state> ; rap:recordedIn <document/FERRY/2032/1/paragraph/7> .
<meeting/ferry/2032-03-01/statement/2/WSM> a rap:Statement ; rap:speaker <state/WSM> ;
    rap:onBehalfOf <organization/islands> ; rap:agendaItem <meeting/ferry/2032-03-01/item/2> ;
    rap:recordedIn <document/FERRY/2032/1/paragraph/8> ; rap:capacity <capacity/observer> .
<meeting/ferry/2032-03-01/statement/2/FJI> a rap:Statement ; rap:speaker <state/FJI> ;
    rap:recordedIn <document/FERRY/2032/1/paragraph/8> ; rap:capacity <capacity/observer> .
<meeting/ferry/2032-03-01/item/2> a rap:AgendaItem ; rap:number "2" .

<state/KEN> a rap:State ; rap:iso3 "KEN" ; rdfs:label "Kenya"@en , "Kenia"@es .
<state/FJI> a rap:State ; rap:iso3 "FJI" ; rdfs:label "Fiji"@en .
<state/WSM> a rap:State ; rap:iso3 "WSM" ; rdfs:label "Samoa"@en .
<organization/islands> a rap:Organization ; rdfs:label "Group of Ferry Islands"@en .
<capacity/observer> rdfs:label "Observer"@en . <capacity/member-state> rdfs:label "Member State"@en .
<strength/recommend> a skos:Concept ; rdfs:label "recommend"@en .
<theme/moorings> a skos:Concept ; rdfs:label "Moorings"@en ; skos:inScheme <theme> .
<theme/lamps> a skos:Concept ; rdfs:label "Lamps"@en ; skos:broader <theme/moorings> ; skos:inScheme <theme> .
<instrument/quay> a rap:Instrument ; rdfs:label "Quay Accord"@en .
<instrument/quay/article/3> a rap:Provision ; rdfs:label "Quay Accord, article 3"@en ;
    dcterms:isPartOf <instrument/quay> .
<instrument/quay/article/3/paragraph/2> a rap:Provision ; rdfs:label "Quay Accord, article 3, paragraph 2"@en ;
    dcterms:isPartOf <instrument/quay/article/3> .
"""


def ferries() -> Graph:
    """The two reports as one graph."""
    return Graph().parse(data=SPECIMEN, format="turtle")
