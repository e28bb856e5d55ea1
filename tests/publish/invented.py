"""An invented report whose IRIs are awkward: percent signs, case, long names, parts of it and of what is not here."""

from __future__ import annotations

from pathlib import Path

DOCUMENT = "document/FERRY/WG.1/2031/1"
MEETING = "meeting/FERRY/WG.1/2031-03-01"
LONG = "organization/" + "-".join(["association"] * 14)

_PREFIXES = (
    "@prefix rap: <https://w3id.org/rapporteur/ontology#> . @prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n"
)
_FACTS = f"""
<{DOCUMENT}> a rap:Report ; rdfs:label "FERRY/WG.1/2031/1"@en ; rap:symbol "FERRY/WG.1/2031/1" ;
  dcterms:title "Report on ferries"@en ; rap:reports <{MEETING}> .
<{DOCUMENT}/section/I> a rap:Section ; rdfs:label "FERRY/WG.1/2031/1, section I"@en ; rap:path "I" ;
  dcterms:title "Opening"@en ; rap:inDocument <{DOCUMENT}> ; dcterms:isPartOf <{DOCUMENT}> .
<{DOCUMENT}/paragraph/1> a rap:Paragraph ; rdfs:label "FERRY/WG.1/2031/1, paragraph 1"@en ; rap:number "1" ;
  rap:order 0 ; rap:start 0 ; rap:end 30 ; rap:text "Albania should paint ferries."@en ; rap:inDocument <{DOCUMENT}> ;
  dcterms:isPartOf <{DOCUMENT}/section/I> ; rap:mentions <state/ALB> ;
  rap:cites <{DOCUMENT}/paragraph/99>, <document/FERRY/WG.1/2029/2/paragraph/17>, <document/A/RES/1450(XIV)>,
    <instrument/untoc/article/26> .
<{DOCUMENT}/recommendation/1.1> a rap:Recommendation ; rdfs:label "FERRY/WG.1/2031/1, recommendation 1.1"@en ;
  rap:number "1.1" ; rap:recordedIn <{DOCUMENT}/paragraph/1> ; rap:text "Albania should paint ferries."@en .
<{DOCUMENT}/paragraph/99> a rap:TextPart ; rdfs:label "FERRY/WG.1/2031/1, paragraph 99"@en ; rap:number "99" ;
  rap:inDocument <{DOCUMENT}> .
<document/FERRY/WG.1/2029/2> a rap:Document ; rdfs:label "FERRY/WG.1/2029/2"@en ; rap:symbol "FERRY/WG.1/2029/2" .
<document/FERRY/WG.1/2029/2/paragraph/17> a rap:TextPart ; rdfs:label "FERRY/WG.1/2029/2, paragraph 17"@en ;
  rap:number "17" ; rap:inDocument <document/FERRY/WG.1/2029/2> .
<document/A/RES/1450(XIV)> a rap:Document ; rdfs:label "A/RES/1450(XIV)"@en ; rap:symbol "A/RES/1450(XIV)" .
<instrument/untoc> a rap:Instrument ; rdfs:label "Organized Crime Convention"@en .
<instrument/untoc/article/26> a rap:Provision ; rdfs:label "article 26"@en ; rap:number "26" ;
  dcterms:isPartOf <instrument/untoc> .
<{MEETING}> a rap:Meeting ; rdfs:label "Meeting on ferries"@en .
<{MEETING}/participation/ALB> a rap:Participation ; rdfs:label "Albania at the meeting"@en ;
  rap:participant <state/ALB> ; rap:meeting <{MEETING}> .
<{MEETING}/person/p%22q> a rap:Person ; rdfs:label "P \\"q\\"" ; foaf:name "P \\"q\\"" .
<state/ALB> a rap:State ; rdfs:label "Albania"@en ; rap:iso3 "ALB" .
<state/ALB/name/%D0%90> a rap:Name ; rdfs:label "А"@ru ; rap:label "А" .
<organization/%C3%A9t%C3%A9> a rap:Organization ; rdfs:label "Été"@fr .
<organization/%C3%A9t%C3%A9/name/summer> a rap:Name ; rdfs:label "Summer"@en ; rap:label "Summer" .
<organization/quay> a rap:Organization ; rdfs:label "Quay (small)"@en .
<organization/Quay> a rap:Organization ; rdfs:label "Quay (large)"@en .
<{LONG}> a rap:Organization ; rdfs:label "A long association"@en .
"""
_EVIDENCE = f"""
<{DOCUMENT}/link/0123456789ab> a rap:Link ; rdfs:label "link"@en ; rap:source <{DOCUMENT}/paragraph/1> ;
  rap:property rap:mentions ; rap:target <state/ALB> ; rap:quote "Albania" ; rap:start 0 ; rap:end 7 ;
  rap:rule <rule/names/state> ; rap:grade <grade/explicit> ; rap:origin <origin/automatic> .
<rule/names/state> a rap:Rule ; rdfs:label "A name of a State."@en .
"""


def invented(folder: Path, base: str) -> Path:
    """The file of its graphs, with IRIs under a base."""
    text = (
        f"@base <{base}id/> .\n{_PREFIXES}"
        f"<{DOCUMENT}/graph> {{ {_FACTS} }}\n<{DOCUMENT}/graph/evidence> {{ {_EVIDENCE} }}\n"
        f"<{DOCUMENT}/graph/inferred> {{ <{DOCUMENT}> a rap:Document . }}\n"
    )
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "FERRY-WG.1-2031-1.trig"
    file.write_text(text, "utf-8")
    return file
