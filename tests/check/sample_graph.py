"""An invented report as a graph by hand: what the tests of the check break, one constraint at a time.

Nothing here was built by `rapporteur build`. Offsets are counted from `TEXT`: ``@place(words)`` stands for
rap:start and rap:end of these words, ``@quote(words)`` for rap:quote as well.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from rdflib import Dataset

TEXT = """## Report on the third meeting of the Working Group on River Ferries held in Nairobi from 3 to 5 February 2031

### II. Recommendations

#### A. Training of pilots

12. States parties should exchange lists of licensed pilots, in accordance with article 9, paragraphs 2 and 3, of the
Organized Crime Convention,<sup>1</sup> and paragraph 17 of the earlier report. It would be wise to ask the Guild.

13. With a view to safer crossings, States parties:

(a) Should inspect each ferry once a year;

(b) Are urged to close the upper quay.

### IV. Summary

40. The following were represented: Kenia and the League of Ferrymen. Ana Tui (Samoa) chaired. Item 3 was taken up.

41. Under item 3, statements were made by Kenia and Kenia again. Ana Tui gave a presentation. Samoa had acceded to the
Organized Crime Convention.

<sup>1</sup> United Nations, Treaty Series, vol. 9999.
"""

BASE = "https://w3id.org/rapporteur/id/"
DOC = f"{BASE}document/CAC/COSP/WG.9/2031/4"
OLD = f"{BASE}document/CAC/COSP/WG.9/2029/2"
MEETING = f"{BASE}meeting/CAC/COSP/WG.9/2031-02-03"

PREFIXES = """
@prefix rap: <https://w3id.org/rapporteur/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

FACTS = """
@doc a rap:Report ; rdfs:label "CAC/COSP/WG.9/2031/4"@en ;
    rap:symbol "CAC/COSP/WG.9/2031/4" ; dcterms:title "Report on the third meeting"@en ; rap:sha256 "@sha256" ;
    dcterms:issued "2031-03-01"^^xsd:date ; dcterms:language <http://id.loc.gov/vocabulary/iso639-1/en> ;
    rap:reports @meeting .
<http://id.loc.gov/vocabulary/iso639-1/en> rdfs:label "English"@en .

d:section/II a rap:Section ; rdfs:label "section II"@en ; rap:inDocument @doc ; dcterms:isPartOf @doc ;
    rap:number "II" ; rap:path "II" ; dcterms:title "Recommendations"@en ; @place(Recommendations) ; rap:order 0 .
d:section/II.A a rap:Section ; rdfs:label "section II.A"@en ; rap:inDocument @doc ; dcterms:isPartOf d:section/II ;
    rap:number "A" ; rap:path "II.A" ; dcterms:title "Training of pilots"@en ;
    @place(Training of pilots) ; rap:order 1 .
d:section/IV a rap:Section ; rdfs:label "section IV"@en ; rap:inDocument @doc ; dcterms:isPartOf @doc ;
    rap:number "IV" ; rap:path "IV" ; dcterms:title "Summary"@en ; @place(Summary) ; rap:order 6 .

d:paragraph/12 a rap:Paragraph ; rdfs:label "paragraph 12"@en ; rap:inDocument @doc ; dcterms:isPartOf d:section/II.A ;
    rap:number "12" ; rap:text "States parties should exchange lists …"@en ;
    @part(12.|the Guild.) ; rap:order 2 ; rap:page 3 ;
    rap:cites id:instrument/untoc/article/9/paragraph/2 , id:instrument/untoc/article/9/paragraph/3 ,
        old:paragraph/17 .
d:paragraph/13 a rap:Paragraph ; rdfs:label "paragraph 13"@en ; rap:inDocument @doc ; dcterms:isPartOf d:section/II.A ;
    rap:number "13" ; rap:text "With a view to safer crossings, …"@en ; @part(13.|upper quay.) ; rap:order 3 .
d:paragraph/13/a a rap:Subparagraph ; rdfs:label "paragraph 13 (a)"@en ; rap:inDocument @doc ;
    dcterms:isPartOf d:paragraph/13 ; rap:number "a" ; rap:text "Should inspect each ferry once a year;"@en ;
    @part((a)|a year;) ; rap:order 4 .
d:paragraph/13/b a rap:Subparagraph ; rdfs:label "paragraph 13 (b)"@en ; rap:inDocument @doc ;
    dcterms:isPartOf d:paragraph/13 ; rap:number "b" ; rap:text "Are urged to close the upper quay."@en ;
    @part((b)|upper quay.) ; rap:order 5 .
d:paragraph/40 a rap:Paragraph ; rdfs:label "paragraph 40"@en ; rap:inDocument @doc ; dcterms:isPartOf d:section/IV ;
    rap:number "40" ; rap:text "The following were represented: …"@en ; @part(40.|taken up.) ; rap:order 7 ;
    rap:mentions id:organization/league-of-ferrymen .
d:paragraph/41 a rap:Paragraph ; rdfs:label "paragraph 41"@en ; rap:inDocument @doc ; dcterms:isPartOf d:section/IV ;
    rap:number "41" ; rap:text "Under item 3, statements were made by …"@en ; @part(41.|acceded to) ; rap:order 8 .
d:note/1 a rap:Footnote ; rdfs:label "note 1"@en ; rap:inDocument @doc ; dcterms:isPartOf d:paragraph/12 ;
    rap:noteOf d:paragraph/12 ; rap:number "1" ; rap:text "United Nations, Treaty Series, vol. 9999."@en ;
    @place(United Nations, Treaty Series, vol. 9999.) ; rap:order 9 .

old:paragraph/17 a rap:TextPart ; rdfs:label "paragraph 17 of the earlier report"@en ; rap:number "17" ;
    rap:inDocument @old .
@old a rap:Document ; rdfs:label "CAC/COSP/WG.9/2029/2"@en ;
    rap:symbol "CAC/COSP/WG.9/2029/2" .
id:instrument/untoc/article/9/paragraph/2 a rap:Provision ; rdfs:label "article 9, paragraph 2"@en ;
    rap:number "2" ; dcterms:isPartOf id:instrument/untoc/article/9 .
id:instrument/untoc/article/9/paragraph/3 a rap:Provision ; rdfs:label "article 9, paragraph 3"@en ;
    rap:number "3" ; dcterms:isPartOf id:instrument/untoc/article/9 .
id:organization/league-of-ferrymen a rap:Organization ; rdfs:label "League of Ferrymen"@en ;
    rap:kind id:kind/non-governmental ; rap:namedHereOnly true .

@meeting a rap:Meeting ; rdfs:label "third meeting"@en ; dcterms:title "third meeting"@en ;
    schema:startDate "2031-02-03"^^xsd:date ; schema:endDate "2031-02-05"^^xsd:date ; schema:location "Nairobi"@en ;
    rap:body id:organization/unodc .
m:item/3 a rap:AgendaItem ; rdfs:label "item 3"@en ; rap:number "3" ; dcterms:title "Pilots"@en ;
    dcterms:isPartOf @meeting ; rap:discussedIn d:section/II.A ;
    rap:hadBefore @old ; rap:consideredOn "2031-02-04"^^xsd:date ;
    rap:recordedIn d:paragraph/40 .
m:person/ana-tui a rap:Person ; rdfs:label "Ana Tui"@en ; foaf:name "Ana Tui" .

m:participation/KEN a rap:Participation ; rdfs:label "participation of Kenia"@en ; rap:participant id:state/KEN ;
    rap:meeting @meeting ; rap:capacity id:capacity/state-party ;
    rap:recordedIn d:paragraph/40 ; rap:nameAsWritten "Kenia" .
m:participation/ana-tui a rap:Participation ; rdfs:label "participation of Ana Tui"@en ;
    rap:participant m:person/ana-tui ;
    rap:meeting @meeting ; rap:role id:role/chair ; rap:representing id:state/WSM ;
    rap:recordedIn d:paragraph/40 ; rap:nameAsWritten "Ana Tui" .
m:statement/3/KEN a rap:Statement ; rdfs:label "statement of Kenia"@en ; rap:speaker id:state/KEN ;
    rap:capacity id:capacity/representative ; rap:agendaItem m:item/3 ;
    rap:onBehalfOf id:organization/league-of-ferrymen ;
    rap:recordedIn d:paragraph/41 ; rap:nameAsWritten "Kenia" .
m:statement/3/KEN~2 a rap:Statement ; rdfs:label "second statement of Kenia"@en ; rap:speaker id:state/KEN ;
    rap:capacity id:capacity/representative ; rap:agendaItem m:item/3 ;
    rap:recordedIn d:paragraph/41 ; rap:nameAsWritten "Kenia" .
m:presentation/3/ana-tui a rap:Presentation ; rdfs:label "presentation of Ana Tui"@en ; rap:speaker m:person/ana-tui ;
    rap:agendaItem m:item/3 ; rap:recordedIn d:paragraph/41 ; rap:nameAsWritten "Ana Tui" .
d:accession/untoc/WSM a rap:Accession ; rdfs:label "accession of Samoa"@en ; rap:participant id:state/WSM ;
    rap:instrument id:instrument/untoc ; rap:recordedIn d:paragraph/41 ; rap:nameAsWritten "Samoa" .

d:recommendation/12.1 a rap:Recommendation ; rdfs:label "recommendation 12.1"@en ; rap:number "12.1" ;
    rap:recordedIn d:paragraph/12 ; rap:text "States parties should exchange lists …"@en ;
    @part(States parties should exchange|earlier report.) ; rap:addressee id:addressee/states-parties ;
    rap:strength id:strength/should ; rap:deonticPhrase "should" ; rap:action "exchange" ; rap:theme id:theme/training ;
    rap:secondaryActor id:organization/unodc ; rap:agendaItem m:item/3 ;
    rap:cites old:paragraph/17 ; rap:buildsOn old:paragraph/17 .
d:recommendation/13.a.1 a rap:Recommendation ; rdfs:label "recommendation 13(a).1"@en ; rap:number "13(a).1" ;
    rap:recordedIn d:paragraph/13/a ; rap:text "Should inspect each ferry once a year"@en ;
    rap:chapeau "With a view to safer crossings, States parties:"@en ; @place(Should inspect each ferry once a year) ;
    rap:addressee id:addressee/states-parties ; rap:strength id:strength/should ; rap:deonticPhrase "should" ;
    rap:action "inspect" .
d:recommendation/13.b.1 a rap:Recommendation ; rdfs:label "recommendation 13(b).1"@en ; rap:number "13(b).1" ;
    rap:recordedIn d:paragraph/13/b ; rap:text "Are urged to close the upper quay"@en ;
    @place(Are urged to close the upper quay) ; rap:strength id:strength/urge ; rap:deonticPhrase "urged to" ;
    rap:action "close" .

d:open/1 a rap:OpenMention ; rdfs:label "“Are urged” was not linked"@en ; rap:source d:recommendation/13.b.1 ;
    rap:property rap:addressee ; @quote(Are urged) ; rap:rule id:rule/by-hand ; rap:because id:because/no-candidate .
d:open/2 a rap:OpenMention ; rdfs:label "“the Guild” was not linked"@en ; rap:source d:paragraph/12 ;
    rap:property rap:mentions ; @quote(the Guild) ; rap:rule id:rule/by-hand ;
    rap:because id:because/several-candidates ;
    rap:candidate id:organization/unodc , id:organization/league-of-ferrymen .
id:rule/by-hand a rap:Rule ; rdfs:label "Found by hand."@en .
id:rule/by-eye a rap:Rule ; rdfs:label "Found by eye."@en .
"""

_LINKS = (
    ("p2", "d:paragraph/12", "cites", "id:instrument/untoc/article/9/paragraph/2", "article 9, paragraphs 2 and 3", ""),
    ("p3", "d:paragraph/12", "cites", "id:instrument/untoc/article/9/paragraph/3", "article 9, paragraphs 2 and 3", ""),
    ("old", "d:paragraph/12", "cites", "old:paragraph/17", "paragraph 17 of the earlier report", ""),
    ("league", "d:paragraph/40", "mentions", "id:organization/league-of-ferrymen", "League of Ferrymen", ""),
    ("ken", "m:participation/KEN", "participant", "id:state/KEN", "Kenia", "similar"),
    ("chair", "m:participation/ana-tui", "participant", "m:person/ana-tui", "Ana Tui", ""),
    ("said", "m:statement/3/KEN", "speaker", "id:state/KEN", "Kenia and", ""),
    ("again", "m:statement/3/KEN~2", "speaker", "id:state/KEN", "Kenia again", ""),
    ("shown", "m:presentation/3/ana-tui", "speaker", "m:person/ana-tui", "Ana Tui gave", ""),
    ("acceded", "d:accession/untoc/WSM", "participant", "id:state/WSM", "Samoa had", ""),
    ("who", "d:recommendation/12.1", "addressee", "id:addressee/states-parties", "States parties", ""),
    ("how", "d:recommendation/12.1", "strength", "id:strength/should", "should", ""),
    ("theme", "d:recommendation/12.1", "theme", "id:theme/training", "Training of pilots", ""),
    ("cited", "d:recommendation/12.1", "cites", "old:paragraph/17", "paragraph 17 of the earlier report", ""),
    ("built", "d:recommendation/12.1", "buildsOn", "old:paragraph/17", "paragraph 17 of the earlier report", ""),
    ("who-a", "d:recommendation/13.a.1", "addressee", "id:addressee/states-parties", "States parties:", ""),
    ("how-a", "d:recommendation/13.a.1", "strength", "id:strength/should", "Should", ""),
    ("how-b", "d:recommendation/13.b.1", "strength", "id:strength/urge", "urged to", ""),
)  # fmt: skip
_AFTER = {"said": "made by ", "ken": "represented: ", "chair": "Ferrymen. "}
"""Words that a quote stands after, where it occurs more than once."""


def offset(words: str, after: str = "") -> int:
    """Where ``words`` first stand in the text, after some others."""
    start = TEXT.index(after) if after else 0
    return TEXT.index(words, start)


_NAMED = {"doc": DOC, "meeting": MEETING, "old": OLD}
_SPACES = {"id": BASE, "d": f"{DOC}/", "m": f"{MEETING}/", "old": f"{OLD}/"}


def written_out(text: str) -> str:
    """Turtle or SPARQL with the short names of this sample, ``d:paragraph/12`` and ``@doc``, as IRIs."""
    text = re.sub(r"@(doc|meeting|old)\b", lambda found: f"<{_NAMED[found[1]]}>", text)
    return re.sub(r"(?<![\w<:/])(id|d|m|old):([\w./~-]*[\w~])", lambda found: f"<{_SPACES[found[1]]}{found[2]}>", text)


def _link(id: str, source: str, property_: str, target: str, words: str, grade: str) -> str:
    start = offset(words, _AFTER.get(id, ""))
    end, quote = start + len(words), f'"{words}"'
    score = " ; rap:score 0.9" if grade == "similar" else ""
    return f"""
d:link/{id} a rap:Link , oa:Annotation ; rdfs:label "link {id}"@en ; rap:source {source} ;
    rap:property rap:{property_} ;
    rap:target {target} ; rap:quote {quote} ; rap:start {start} ; rap:end {end} ; rap:rule id:rule/by-hand ;
    rap:grade id:grade/{grade or "explicit"} ; rap:origin id:origin/human{score} ;
    oa:hasBody {target} ; oa:hasTarget d:link/{id}/target .
d:link/{id}/target a oa:SpecificResource ; rdfs:label "words of {id}"@en ; oa:hasSource d:paragraph/12 ;
    oa:hasSelector d:link/{id}/quote , d:link/{id}/position .
d:link/{id}/quote a oa:TextQuoteSelector ; rdfs:label "quote of {id}"@en ; oa:exact {quote} .
d:link/{id}/position a oa:TextPositionSelector ; rdfs:label "position of {id}"@en ; oa:start {start} ; oa:end {end} .
"""


def _filled(turtle: str) -> str:
    def place(found: re.Match[str]) -> str:
        start = offset(found[2])
        quote = f'rap:quote "{found[2]}" ; ' if found[1] == "quote" else ""
        return f"{quote}rap:start {start} ; rap:end {start + len(found[2])}"

    def part(found: re.Match[str]) -> str:
        first, last = found[1].split("|")
        start = offset(first)
        return f"rap:start {start} ; rap:end {offset(last, first) + len(last)}"

    turtle = turtle.replace("@sha256", hashlib.sha256(TEXT.encode()).hexdigest())
    turtle = re.sub(r"@part\(((?:[^()]|\([a-z]\))*)\)", part, turtle)
    return re.sub(r"@(place|quote)\(((?:[^()]|\([a-z]\))*)\)", place, turtle)


@lru_cache(maxsize=1)
def trig() -> str:
    """The sample as TriG: the report's graph and its evidence."""
    links = "".join(_link(*row) for row in _LINKS)
    return PREFIXES + written_out(f"d:graph {{ {_filled(FACTS)} }}\nd:graph/evidence {{ {links} }}\n")


def sample() -> Dataset:
    """A fresh dataset with the sample."""
    dataset = Dataset(default_union=True)
    dataset.parse(data=trig(), format="trig")
    return dataset
