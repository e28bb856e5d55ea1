"""How to break each constraint about a report, and only it: one row a constraint.

A row names the constraint, the node the finding must name, and the SPARQL Updates that spoil the sample graph of
`sample_graph`. ``INSERT { … }`` goes into the report's graph, ``INSERT_EVIDENCE { … }`` into its evidence.
"""

from __future__ import annotations

from typing import NamedTuple

from sample_graph import offset

UNIT = "d:recommendation/12.1"
HERE = "m:participation/KEN"
CHAIR = "m:participation/ana-tui"
SAID = "m:statement/3/KEN"
SHOWN = "m:presentation/3/ana-tui"
ACCEDED = "d:accession/untoc/WSM"
LEAGUE = "id:organization/league-of-ferrymen"
PROVISION = "id:instrument/untoc/article/9/paragraph/2"


class Broken(NamedTuple):
    """One way to break the sample."""

    constraint: str
    node: str
    updates: tuple[str, ...]


def _row(constraint: str, node: str, *updates: str) -> Broken:
    return Broken(constraint, node, updates)


def swap(subject: str, property_: str, value: str) -> str:
    """Put another value in place of all values of a property, in whichever graph it stands."""
    return (
        f"DELETE {{ GRAPH ?g {{ {subject} {property_} ?old }} }} "
        f"INSERT {{ GRAPH ?g {{ {subject} {property_} {value} }} }} "
        f"WHERE {{ SELECT ?g ?old {{ GRAPH ?g {{ {subject} {property_} ?old }} }} }}"
    )


def drop(subject: str, property_: str) -> str:
    """Take away all values of a property."""
    pattern = f"GRAPH ?g {{ {subject} {property_} ?old }}"
    return f"DELETE {{ {pattern} }} WHERE {{ {pattern} }}"


def add(triples: str) -> str:
    """Assert triples in the report's graph."""
    return f"INSERT DATA {{ GRAPH d:graph {{ {triples} }} }}"


def witness(triples: str) -> str:
    """Assert triples in the evidence."""
    return f"INSERT DATA {{ GRAPH d:graph/evidence {{ {triples} }} }}"


def forget(link: str) -> str:
    """Take away a link with its annotation."""
    theirs = f'FILTER (?s = {link} || STRSTARTS(STR(?s), CONCAT(STR({link}), "/")))'
    return f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {theirs} }}"


def retarget(link: str, subject_property: str, value: str) -> tuple[str, ...]:
    """Point a triple, its link and its annotation to something else."""
    subject, property_ = subject_property.split()
    evidence = (swap(f"d:link/{link}", word, value) for word in ("rap:target", "oa:hasBody"))
    return (swap(subject, property_, value), *evidence)


def recommended(source: str, target: str) -> str:
    """A whole link for "recommended by", on words of paragraph 12."""
    start = offset("the Guild")
    return witness(
        f'd:link/made a rap:Link , oa:Annotation ; rdfs:label "link made"@en ; rap:source {source} ; '
        f"rap:property rap:recommendedBy ; rap:target {target} ; rap:start {start} ; rap:end {start + 9} ; "
        'rap:quote "the Guild" ; rap:rule id:rule/by-hand ; rap:grade id:grade/explicit ; rap:origin id:origin/human ; '
        f"oa:hasBody {target} ; oa:hasTarget d:link/made/target . "
        'd:link/made/target a oa:SpecificResource ; rdfs:label "words"@en ; oa:hasSource d:paragraph/12 ; '
        "oa:hasSelector d:link/made/quote , d:link/made/position . "
        'd:link/made/quote a oa:TextQuoteSelector ; rdfs:label "quote"@en ; oa:exact "the Guild" . '
        'd:link/made/position a oa:TextPositionSelector ; rdfs:label "position"@en ; '
        f"oa:start {start} ; oa:end {start + 9} ."
    )


WORDING = f"{UNIT}/wording/2"
_PLACE = f"rap:start {offset('ask the Guild')} ; rap:end {offset('ask the Guild') + 13} ; "
_WORDED = (
    f'{WORDING} a rap:Wording ; rdfs:label "wording 2"@en ; dcterms:isPartOf {UNIT} ; rap:recordedIn d:paragraph/12 ; '
    f'{_PLACE}rap:text "ask the Guild"@en .'
)

WHOLE = (
    _row("EveryResourceHasALabel", "d:paragraph/13", drop("d:paragraph/13", "rdfs:label")),
    _row("LabelIsOnePerLanguage", "d:paragraph/13", add('d:paragraph/13 rdfs:label "thirteenth paragraph"@en .')),
    _row("NoBlankNode", "_:", add('[] rdfs:label "a node without name"@en .')),
    _row("SameAsIsLeftToReaders", "m:item/3", add("m:item/3 owl:sameAs m:item/3 .")),
)

PARTS = (
    _row("ReportHasATitle", "@doc", add('@doc dcterms:title "Another title"@en .')),
    _row("ReportNamesItsTextBySha256", "@doc", swap("@doc", "rap:sha256", '"0123"')),
    _row("ReportHasALanguageIri", "@doc", swap("@doc", "dcterms:language", '"en"')),
    _row("ReportHasAtMostOneSymbol", "@doc", add('@doc rap:symbol "CAC/COSP/WG.9/2031/4*" .')),
    _row(
        "ReportedMeetingIsAMeeting",
        "@doc",
        add("@doc rap:reports id:organization/un ."),
    ),
    _row("TextPartIsInOneDocument", "d:paragraph/13", add("d:paragraph/13 rap:inDocument @old .")),
    _row("PartHasOnePartAbove", "d:paragraph/13", add("d:paragraph/13 dcterms:isPartOf d:section/IV .")),
    _row("PartHasAStart", "d:section/II", drop("d:section/II", "rap:start"), drop("d:section/II", "rap:end")),
    _row("PartHasAPlaceInTheOrder", "d:paragraph/13", swap("d:paragraph/13", "rap:order", "-1")),
    _row("PartHasItsText", "d:paragraph/13", swap("d:paragraph/13", "rap:text", '"words without language"')),
    _row("PartHasItsNumber", "d:paragraph/13", drop("d:paragraph/13", "rap:number")),
    _row("SectionHasATitle", "d:section/II", drop("d:section/II", "dcterms:title")),
    _row("SectionHasAPath", "d:section/II", drop("d:section/II", "rap:path")),
    _row("NoteIsOfAPartOfTheReport", "d:note/1", add("d:note/1 rap:noteOf m:item/3 .")),
    _row("PlaceRunsForward", "d:section/II", swap("d:section/II", "rap:end", "3")),
    _row("PlaceHasOneStart", "d:section/IV", add("d:section/IV rap:start 7 .")),
    _row("PlaceHasOneEnd", "d:section/IV", add("d:section/IV rap:end 9999 .")),
    _row("PageCountsFromOne", "d:paragraph/12", swap("d:paragraph/12", "rap:page", "0")),
    _row(
        "NumberIsUniqueWithinBodyOrAnnex",
        "d:paragraph/13",
        swap("d:paragraph/12", "rap:number", '"13"'),
    ),
    _row("PathIsUniqueInTheReport", "d:section/IV", swap("d:section/IV", "rap:path", '"II"')),
    _row(
        "SubparagraphLiesInItsParagraph",
        "d:paragraph/13/b",
        swap("d:paragraph/13/b", "rap:end", "1200"),
    ),
    _row("PartThatWasNotReadHoldsNoText", "old:paragraph/17", add('old:paragraph/17 rap:text "Invented."@en .')),
)

MEETING = (
    _row(
        "MeetingStartsBeforeItEnds",
        "@meeting",
        swap("@meeting", "schema:startDate", '"2031-02-09"^^xsd:date'),
        drop("m:item/3", "rap:consideredOn"),
    ),
    _row("MeetingEndsOnADay", "@meeting", add('@meeting schema:endDate "2031-02-06"^^xsd:date .')),
    _row("MeetingHasATitle", "@meeting", drop("@meeting", "dcterms:title")),
    _row("BodyIsAnOrganization", "@meeting", add("@meeting rap:body id:organization/un .")),
    _row("AgendaItemHasItsNumber", "m:item/3", drop("m:item/3", "rap:number")),
    _row("AgendaItemHasATitle", "m:item/3", drop("m:item/3", "dcterms:title")),
    _row("AgendaItemIsOfAMeeting", "m:item/3", add("m:item/3 dcterms:isPartOf @doc .")),
    _row("AgendaItemIsDiscussedInSections", "m:item/3", add("m:item/3 rap:discussedIn id:organization/un .")),
    _row("WhatTheBodyHadBeforeItIsADocument", "m:item/3", add("m:item/3 rap:hadBefore id:organization/un .")),
    _row("ItemWasConsideredOnADay", "m:item/3", swap("m:item/3", "rap:consideredOn", '"2031-02-04"')),
    _row(
        "NumberIsUniqueOnTheAgenda",
        "m:item/4",
        add(
            'm:item/4 a rap:AgendaItem ; rdfs:label "item 4"@en ; rap:number "3" ; '
            'dcterms:title "Quays"@en ; dcterms:isPartOf @meeting .'
        ),
    ),
    _row("WhatIsToldIsRecordedInOnePart", SAID, add("m:statement/3/KEN rap:recordedIn d:paragraph/40 .")),
    _row("NameIsKeptAsWritten", HERE, drop(HERE, "rap:nameAsWritten")),
    _row(
        "ParticipationIsOfOne",
        CHAIR,
        drop(CHAIR, "rap:participant"),
        forget("d:link/chair"),
    ),
    _row(
        "ParticipationIsAtOneMeeting",
        HERE,
        add(
            "m:participation/KEN rap:meeting m:other . m:other a rap:Meeting ; "
            "rdfs:label 'other'@en ; dcterms:title 'other'@en ; "
            "schema:startDate '2031-02-03'^^xsd:date ."
        ),
    ),
    _row("WhoIsRepresentedCanBe", CHAIR, swap(CHAIR, "rap:representing", "m:item/3")),
    _row("ParticipationHasACapacityOrARole", HERE, drop(HERE, "rap:capacity")),
    _row(
        "SpeechIsByOne",
        SHOWN,
        *retarget("shown", "m:presentation/3/ana-tui rap:speaker", "m:item/3"),
    ),
    _row("SpeechIsUnderOneItem", SHOWN, swap(SHOWN, "rap:agendaItem", "d:paragraph/40")),
    _row("SpeakerIsKnownOrAnOpenMention", SAID, drop(SAID, "rap:speaker"), forget("d:link/said")),
    _row("WhoIsSpokenForCanBe", SAID, swap(SAID, "rap:onBehalfOf", "m:item/3")),
    _row("AccessionIsOfOne", ACCEDED, drop(ACCEDED, "rap:participant"), forget("d:link/acceded")),
    _row("AccessionIsToOneInstrument", ACCEDED, drop(ACCEDED, "rap:instrument")),
    _row("PersonHasAName", "m:person/ana-tui", drop("m:person/ana-tui", "foaf:name")),
)

THINGS = (
    _row("IsoCodeHasThreeLetters", LEAGUE, add('id:organization/league-of-ferrymen rap:iso3 "lof" .')),
    _row("M49CodeHasThreeDigits", LEAGUE, add('id:organization/league-of-ferrymen rap:m49 "49" .')),
    _row(
        "NameHasItsWords",
        "m:name",
        add('m:name a rap:Name ; rdfs:label "Ferrymen"@en ; dcterms:source "invented"@en .'),
    ),
    _row(
        "NameBeginsBeforeItEnds",
        "m:name",
        add(
            'm:name a rap:Name ; rdfs:label "F"@en ; rap:label "F"@en ; '
            'rap:validFrom "2031-01-02"^^xsd:date ; rap:validUntil "2031-01-01"^^xsd:date .'
        ),
    ),
    _row(
        "NameEndsOnADay",
        "m:name",
        add('m:name a rap:Name ; rdfs:label "F"@en ; rap:label "F"@en ; rap:validUntil "2031" .'),
    ),
    _row(
        "ProvisionIsOfOneWhole",
        PROVISION,
        drop(PROVISION, "dcterms:isPartOf"),
        forget("d:link/p3"),
        "DELETE { GRAPH ?g { ?part rap:cites id:instrument/untoc/article/9/paragraph/3 } } "
        "WHERE { GRAPH ?g { ?part rap:cites id:instrument/untoc/article/9/paragraph/3 } }",
    ),
    _row("ProvisionHasItsNumber", PROVISION, drop(PROVISION, "rap:number")),
    _row(
        "ArticleExistsInItsTreaty",
        "id:instrument/untoc/article/999",
        add(
            'id:instrument/untoc/article/999 a rap:Provision ; rdfs:label "article 999"@en ; '
            'rap:number "999" ; dcterms:isPartOf id:instrument/untoc .'
        ),
    ),
)

UNITS = (
    _row("RecommendationHasItsNumber", UNIT, drop(UNIT, "rap:number")),
    _row("RecommendationHasItsWords", UNIT, drop(UNIT, "rap:text")),
    _row("RecommendationHasAPlace", UNIT, drop(UNIT, "rap:start"), drop(UNIT, "rap:end")),
    _row("RecommendationHasOneOperator", UNIT, drop(UNIT, "rap:deonticPhrase")),
    _row("RecommendationHasOneStrength", UNIT, drop(UNIT, "rap:strength"), forget("d:link/how")),
    _row(
        "ChapeauIsOneText",
        "d:recommendation/13.a.1",
        add('d:recommendation/13.a.1 rap:chapeau "Another chapeau:"@en .'),
    ),
    _row("SecondaryActorIsAnOrganization", UNIT, swap(UNIT, "rap:secondaryActor", "id:instrument/untoc/article/9")),
    _row(
        "WhoRecommendsCan",
        UNIT,
        add(f"{UNIT} rap:recommendedBy d:paragraph/40 ."),
        recommended(UNIT, "d:paragraph/40"),
    ),
    _row("WordingIsOfOneRecommendation", WORDING, add(_WORDED.replace(f"dcterms:isPartOf {UNIT} ; ", ""))),
    _row("WordingHasItsWords", WORDING, add(_WORDED.replace('"ask the Guild"@en', '"ask the Guild"'))),
    _row("WordingHasAPlace", WORDING, add(_WORDED.replace(_PLACE, ""))),
    _row(
        "WhoMadeAWordingMadeTheRecommendation",
        WORDING,
        add(f"{_WORDED} {WORDING} rap:recommendedBy id:state/KEN ."),
        recommended(WORDING, "id:state/KEN"),
    ),
    _row("RecommendationIsUnderOneItem", UNIT, swap(UNIT, "rap:agendaItem", "d:paragraph/40")),
    _row("OperatorHasAnAddresseeOrAnOpenMention", "d:recommendation/13.b.1", forget("d:open/1")),
    _row(
        "NumberIsUniqueAmongRecommendations",
        "d:recommendation/13.b.1",
        swap("d:recommendation/13.b.1", "rap:number", '"12.1"'),
    ),
    _row("WhatIsBuiltOnIsCited", UNIT, drop(UNIT, "rap:cites"), forget("d:link/cited")),
)

EVIDENCE = (
    _row(
        "LinkHasOneTarget",
        "d:link/who",
        witness("d:link/who rap:target id:addressee/states ; oa:hasBody id:addressee/states ."),
        add(f"{UNIT} rap:addressee id:addressee/states ."),
    ),
    _row(
        "LinkHasOneProperty",
        "d:link/who",
        drop("d:link/who", "rap:property"),
        drop(UNIT, "rap:addressee"),
        add(
            'd:open/3 a rap:OpenMention ; rdfs:label "open"@en ; '
            "rap:source d:recommendation/12.1 ; rap:property rap:addressee ; "
            'rap:quote "States parties should" ; rap:start 183 ; rap:end 204 ; '
            "rap:rule id:rule/by-hand ; rap:because id:because/unknown-form ."
        ),
    ),
    _row("LinkHasOneGrade", "d:link/who", drop("d:link/who", "rap:grade")),
    _row("LinkHasOneOrigin", "d:link/who", drop("d:link/who", "rap:origin")),
    _row("AnnotationHasTheTargetAsItsBody", "d:link/who", swap("d:link/who", "oa:hasBody", "id:addressee/states")),
    _row("AnnotationQuotesTheSameWords", "d:link/who", swap("d:link/who/quote", "oa:exact", '"other words"')),
    _row("AnnotationStartsWhereTheLinkDoes", "d:link/who", swap("d:link/who/position", "oa:start", "1")),
    _row("AnnotationEndsWhereTheLinkDoes", "d:link/who", swap("d:link/who/position", "oa:end", "9999")),
    _row("EvidenceHasOneSource", "d:open/2", drop("d:open/2", "rap:source")),
    _row("LinkQuotesItsWords", "d:open/2", drop("d:open/2", "rap:quote")),
    _row("EvidenceHasAPlace", "d:open/2", drop("d:open/2", "rap:start"), drop("d:open/2", "rap:end")),
    _row("EvidenceNamesItsRule", "d:open/2", drop("d:open/2", "rap:rule")),
    _row("QuoteIsAsLongAsItsSpan", "d:open/2", swap("d:open/2", "rap:quote", '"the whole Guild"')),
    _row("QuoteLiesInItsSource", "d:open/2", swap("d:open/2", "rap:source", "d:paragraph/40")),
    _row("LinkIsAsserted", "d:link/league", drop("d:paragraph/40", "rap:mentions")),
    _row("ReferenceHasALink", "d:paragraph/40", forget("d:link/league")),
    _row("LinksOfOneSpanAreOfOneList", "d:link/p2", swap("d:link/p2", "rap:rule", "id:rule/by-eye")),
    _row("ScoreLiesBetweenNoughtAndOne", "d:link/ken", swap("d:link/ken", "rap:score", "1.5")),
    _row("ScoreGoesWithSimilarity", "d:link/ken", swap("d:link/ken", "rap:grade", "id:grade/explicit")),
    _row("OpenMentionSaysWhy", "d:open/2", drop("d:open/2", "rap:because")),
    _row("CandidateIsAResource", "d:open/2", add('d:open/2 rap:candidate "the Guild of Ferrymen" .')),
    _row("ReasonFitsTheCandidates", "d:open/2", drop("d:open/2", "rap:candidate")),
    _row(
        "WordsAreLinkedOrOpen",
        "d:open/2",
        swap("d:open/2", "rap:source", "d:paragraph/40"),
        swap("d:open/2", "rap:quote", '"League of Ferrymen"'),
        "DELETE { GRAPH ?g { d:open/2 rap:start ?a ; rap:end ?b } } "
        "INSERT { GRAPH ?g { d:open/2 rap:start ?c ; rap:end ?d } } "
        "WHERE { GRAPH ?g { d:open/2 rap:start ?a ; rap:end ?b } "
        "GRAPH ?h { d:link/league rap:start ?c ; rap:end ?d } }",
    ),
)

_STRAY = (
    'id:stray/one a skos:Concept ; rdfs:label "stray"@en ; skos:inScheme id:stray . id:stray rdfs:label "strays"@en .'
)
_OUTSIDE = '<http://one.example/a> rdfs:label "a"@en . <http://one.example/b> rdfs:label "b"@en .'

CONCEPTS = (
    _row("GradeIsOfItsScheme", "id:origin/human", swap("d:link/who", "rap:grade", "id:origin/human")),
    _row("ReasonIsOfItsScheme", "id:grade/context", swap("d:open/1", "rap:because", "id:grade/context")),
    _row("OriginIsOfItsScheme", "id:grade/context", swap("d:link/who", "rap:origin", "id:grade/context")),
    _row("CapacityIsOfItsScheme", "id:role/chair", swap(HERE, "rap:capacity", "id:role/chair")),
    _row("RoleIsOfItsScheme", "id:capacity/observer", swap(CHAIR, "rap:role", "id:capacity/observer")),
    _row(
        "StrengthIsOfItsScheme",
        "id:grade/context",
        *retarget("how", "d:recommendation/12.1 rap:strength", "id:grade/context"),
    ),
    _row("KindIsOfItsScheme", "id:grade/context", swap(LEAGUE, "rap:kind", "id:grade/context")),
    _row(
        "ThemeIsOfItsScheme",
        "id:strength/should-continue",
        *retarget("theme", "d:recommendation/12.1 rap:theme", "id:strength/should-continue"),
    ),
    _row(
        "ThemeIsUsable",
        "id:theme/prevention",
        *retarget("theme", "d:recommendation/12.1 rap:theme", "id:theme/prevention"),
    ),
    _row(
        "AddresseeCanBeAsked",
        "id:stray/one",
        add(_STRAY),
        *retarget("who-a", "d:recommendation/13.a.1 rap:addressee", "id:stray/one"),
    ),
    _row("OnlyConceptsAreMatched", "m:item/3", add("m:item/3 skos:closeMatch id:stray/one . " + _STRAY)),
    _row(
        "OutsideConceptIsTheMatchOfOne",
        "id:stray/one",
        add(
            "id:theme/training skos:exactMatch id:stray/one . id:theme/consent skos:exactMatch id:stray/one . "
            f"{_STRAY} id:theme/consent a skos:Concept ."
        ),
    ),
    _row(
        "ExactMatchIsOneAScheme",
        "id:stray/one",
        add(f"id:stray/one skos:exactMatch <http://one.example/a> , <http://one.example/b> . {_STRAY} {_OUTSIDE}"),
    ),
)

WARNINGS = (
    _row("ReportTellsOfAMeeting", "@doc", drop("@doc", "rap:reports")),
    _row("ReportIsDated", "@doc", drop("@doc", "dcterms:issued")),
    _row("MeetingIsDated", "@meeting", drop("@meeting", "schema:startDate")),
    _row("ParticipationNamesItsMeeting", CHAIR, drop(CHAIR, "rap:meeting")),
    _row("FootnoteHasAMarker", "d:note/1", drop("d:note/1", "rap:noteOf")),
    _row("RecommendationSaysWhatToDo", UNIT, drop(UNIT, "rap:action")),
    _row("SpeakerWasRecordedAsAttending", SAID, forget(HERE), forget("d:link/ken")),
    _row(
        "OneCapacityOnAnItem",
        "m:statement/3/KEN~2",
        swap("m:statement/3/KEN~2", "rap:capacity", "id:capacity/observer"),
    ),
    _row(
        "ItemWasConsideredDuringTheMeeting", "m:item/3", swap("m:item/3", "rap:consideredOn", '"2031-02-09"^^xsd:date')
    ),
)

CLOSURE = (
    _row("ClosureHoldsNoContradiction", "d:paragraph/13", add("d:paragraph/13 a owl:Nothing .")),
    _row("TypeWasGivenByTheBuilder", HERE, add("m:participation/KEN rap:order 3 .")),
    _row("TextPartIsOfOneKind", "d:paragraph/13", add('d:paragraph/13 rap:path "II.C" .')),
    _row("StateIsNoOrganization", "id:state/KEN", add('id:state/KEN rap:acronym "KEN" .')),
    _row("PersonIsNoStateOrOrganization", "m:person/ana-tui", add('m:person/ana-tui rap:acronym "AT" .')),
    _row("RecommendationIsNoTextPart", UNIT, add("d:recommendation/12.1 rap:order 3 .")),
    _row("DocumentIsNoTextPart", "@old", add("@old rap:order 3 .")),
    _row("ConceptIsNothingElse", "id:theme/training", add('id:theme/training rap:acronym "T" .')),
    _row("MeetingIsNoAgendaItem", "@meeting", add('@meeting rap:consideredOn "2031-02-04"^^xsd:date .')),
    _row("LegalTextIsOfOneKind", "id:instrument/untoc", add('id:instrument/untoc rap:acronym "UNTOC" .')),
)
"""Faults that no class test would see: a domain axiom gives a node a class that excludes its own."""
