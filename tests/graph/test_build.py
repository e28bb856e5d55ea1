"""Does the graph of a report say what the report's values say, and does every link show its words?"""

from __future__ import annotations

from dataclasses import replace

import graph_sample as sample
import pytest
from rdflib import RDF, RDFS, BNode, Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, OWL, XSD

from rapporteur.graph import Built, build_graph, with_inferred
from rapporteur.resources import resource

ID = Namespace("https://w3id.org/rapporteur/id/")
RAP = Namespace("https://w3id.org/rapporteur/ontology#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")
HERE = ID["document/CAC/COSP/WG.9/2031/4"]
THERE = ID["meeting/CAC/COSP/WG.9/2031-03-03"]


@pytest.fixture(scope="module")
def built() -> Built:
    return build_graph(sample.linked_report(), sample.books())


@pytest.fixture(scope="module")
def facts(built: Built) -> Graph:
    return built.dataset.graph(URIRef(f"{HERE}/graph"))


@pytest.fixture(scope="module")
def evidence(built: Built) -> Graph:
    return built.dataset.graph(URIRef(f"{HERE}/graph/evidence"))


def below(path: str, above: URIRef = HERE) -> URIRef:
    return URIRef(f"{above}/{path}")


def one(graph: Graph, subject: URIRef, property_: URIRef) -> object:
    """The only value of a property."""
    values = list(graph.objects(subject, property_))
    assert len(values) == 1, f"{subject} {property_}: {values}"
    return values[0]


def en(text: str) -> Literal:
    return Literal(text, lang="en")


def test_the_report_describes_itself(facts: Graph) -> None:
    """Does the report have symbol, title, dates, hash, language and meeting, each as the design types it?"""
    assert one(facts, HERE, RDF.type) == RAP.Report
    assert one(facts, HERE, RAP.symbol) == Literal(sample.SYMBOL)
    assert one(facts, HERE, DCTERMS.title) == en(sample.TEXT.split("\n")[0])
    assert one(facts, HERE, DCTERMS.issued) == Literal("2031-03-10", datatype=XSD.date)
    assert one(facts, HERE, DCTERMS.language) == URIRef("http://id.loc.gov/vocabulary/iso639-1/en")
    assert one(facts, HERE, RAP.sha256) == Literal(sample.report().source.sha256)
    assert one(facts, HERE, RAP.reports) == THERE


def test_a_text_part_knows_its_place(facts: Graph) -> None:
    """Are number, offsets, order and the parts above right for section, paragraph, subparagraph and note?"""
    section, paragraph = below("section/I.1"), below("paragraph/2")
    assert one(facts, section, RAP.path) == Literal("I.1")
    assert one(facts, section, DCTERMS.isPartOf) == below("section/I")
    assert one(facts, below("section/I"), DCTERMS.isPartOf) == HERE
    assert one(facts, paragraph, DCTERMS.isPartOf) == section
    assert one(facts, paragraph, RAP.page) == Literal(2)
    letter = below("paragraph/2/b")
    assert one(facts, letter, RDF.type) == RAP.Subparagraph
    assert one(facts, letter, RAP.number) == Literal("b")
    assert one(facts, letter, DCTERMS.isPartOf) == paragraph
    assert one(facts, letter, RAP.inDocument) == HERE
    start, end = (int(str(one(facts, letter, RAP[name]))) for name in ("start", "end"))
    assert sample.TEXT[start:end].startswith("(b) Further") and sample.TEXT[start:end].endswith("the list.")
    assert str(one(facts, letter, RAP.text)).startswith("Further to paragraph 17")
    note = below("note/1")
    assert one(facts, note, RAP.noteOf) == one(facts, note, DCTERMS.isPartOf) == below("paragraph/1")


def test_the_meeting_is_told(facts: Graph) -> None:
    """Do meeting, items, participations, statements, presentations, persons and accessions say all they should?"""
    item = below("item/1.a", THERE)
    assert one(facts, THERE, RAP.body) == ID["organization/ferry-group"]
    assert one(facts, THERE, SCHEMA.endDate) == Literal("2031-03-04", datatype=XSD.date)
    assert one(facts, item, DCTERMS.isPartOf) == below("item/1", THERE)
    assert one(facts, below("item/1", THERE), DCTERMS.isPartOf) == THERE
    assert one(facts, item, RAP.discussedIn) == below("section/I.1")
    assert one(facts, item, RAP.hadBefore) == ID["document/CAC/COSP/WG.9/2029/2"]
    assert one(facts, item, RAP.consideredOn) == Literal("2031-03-03", datatype=XSD.date)
    tui = below("person/mere-tui", THERE)
    assert one(facts, tui, FOAF.name) == Literal("Mere Tui")
    panellist = below("participation/mere-tui", THERE)
    assert one(facts, panellist, RAP.participant) == tui
    assert one(facts, panellist, RAP.representing) == ID["state/FJI"]
    assert one(facts, panellist, RAP.role) == ID["role/panellist"]
    assert one(facts, panellist, RAP.meeting) == THERE
    statement = below("statement/1.a/KEN", THERE)
    assert one(facts, statement, RAP.agendaItem) == item
    assert one(facts, statement, RAP.onBehalfOf) == ID["state/WSM"]
    assert one(facts, statement, RAP.nameAsWritten) == Literal("Kenya")
    assert not list(facts.objects(below("statement/none/unnamed", THERE), RAP.speaker))
    assert one(facts, below("presentation/1.a/mere-tui", THERE), RAP.speaker) == tui
    accession = below("accession/ferry-convention/WSM")
    assert one(facts, accession, RAP.instrument) == ID["instrument/ferry-convention"]
    assert one(facts, accession, RAP.participant) == ID["state/WSM"]


def test_a_unit_says_who_is_asked_and_how_strongly(facts: Graph) -> None:
    """Does a recommendation keep its words, chapeau, addressee, second actor, strength, verbs and links?"""
    unit = below("recommendation/2.b.1")
    assert one(facts, unit, RAP.number) == Literal("2(b).1")
    assert one(facts, unit, RAP.recordedIn) == below("paragraph/2/b")
    assert one(facts, unit, RAP.chapeau) == en("With a view to safer crossings:")
    assert one(facts, unit, RAP.addressee) == ID["organization/secretariat"]
    assert one(facts, unit, RAP.secondaryActor) == ID["organization/ferry-group"]
    assert one(facts, unit, RAP.deonticPhrase) == Literal("should")
    assert one(facts, unit, RAP.action) == Literal("publish")
    assert one(facts, unit, RAP.recommendedBy) == ID["state/KEN"]
    assert one(facts, unit, RAP.buildsOn) == ID["document/CAC/COSP/WG.9/2029/2/paragraph/17"]
    first = below("recommendation/1.1")
    assert one(facts, first, RAP.theme) == ID["theme/lighting"]
    assert one(facts, first, RAP.agendaItem) == below("item/1.a", THERE)


def test_what_is_named_has_class_label_and_parents(facts: Graph) -> None:
    """Are deep provisions, publications, decisions and coined things described, and of the books the names alone?"""
    deep = ID["instrument/ferry-convention/article/9/paragraph/2"]
    assert one(facts, deep, RDFS.label) == en("Ferry Convention, article 9, paragraph 2")
    assert one(facts, deep, DCTERMS.isPartOf) == ID["instrument/ferry-convention/article/9"]
    assert one(facts, deep, RAP.number) == Literal("2")
    article_9 = ID["instrument/ferry-convention/article/9"]
    assert set(facts.predicates(article_9)) == {RDF.type, RDFS.label, DCTERMS.isPartOf}, "its name and no more"
    assert one(facts, ID["instrument/ferry-convention"], RDF.type) == RAP.Instrument
    article = ID["publication/sales/E.31.V.2/article/10"]
    assert one(facts, article, DCTERMS.isPartOf) == ID["publication/sales/E.31.V.2"]
    assert one(facts, ID["decision/CAC/COSP/4/4"], RDF.type) == RAP.Decision
    watch = ID["organization/harbour-watch"]
    assert one(facts, watch, RAP.namedHereOnly) == Literal(True)
    assert one(facts, watch, RAP.kind) == ID["kind/non-governmental"]
    guide = ID["publication/harbour-guide"]
    assert one(facts, guide, DCTERMS.title) == en("Harbour Guide")
    assert not list(facts.objects(guide, DCTERMS.issued)), "a year alone is no date"
    assert set(facts.predicates(ID["state/KEN"])) == {RDF.type, RDFS.label}
    assert not list(facts.predicate_objects(ID["state/PSE"])), "nobody named it"


def test_every_link_has_its_evidence(built: Built, facts: Graph, evidence: Graph) -> None:
    """Is each link's triple asserted, and does its quote equal the text as read between its offsets?"""
    links = list(evidence.subjects(RDF.type, RAP.Link))
    assert len(links) == len(built.linked.links) == 11
    for link in links:
        triple = tuple(one(evidence, link, RAP[name]) for name in ("source", "property", "target"))
        assert triple in facts
        start, end = (int(str(one(evidence, link, RAP[name]))) for name in ("start", "end"))
        assert str(one(evidence, link, RAP.quote)) == built.text[start:end]
        assert one(evidence, one(evidence, link, RAP.rule), RDF.type) == RAP.Rule
    scores = list(evidence.objects(None, RAP.score))
    assert scores == [Literal("0.92", datatype=XSD.decimal)]
    assert {int(str(page)) for page in evidence.objects(None, RAP.page)} == {1}


def test_every_link_is_a_web_annotation(evidence: Graph) -> None:
    """Does each annotation point by quote and position to the text part whose words they are?"""
    for link in evidence.subjects(RDF.type, OA.Annotation):
        assert one(evidence, link, OA.hasBody) == one(evidence, link, RAP.target)
        place = one(evidence, link, OA.hasTarget)
        assert place == below("target", link)
        assert set(evidence.objects(place, OA.hasSelector)) == {below("quote", link), below("position", link)}
        assert one(evidence, below("quote", link), OA.exact) == one(evidence, link, RAP.quote)
        assert one(evidence, below("position", link), OA.start) == one(evidence, link, RAP.start)
        assert one(evidence, below("position", link), OA.end) == one(evidence, link, RAP.end)
    theme = next(evidence.subjects(RAP.property, RAP.theme))
    assert one(evidence, below("target", theme), OA.hasSource) == below("section/I.1")


def test_two_links_over_the_same_words_are_one(built: Built) -> None:
    """Is the first link the evidence where a second one says the same of the same words?"""
    linked = built.linked
    again = replace(linked.links[0], grade=linked.links[4].grade, rule=sample.SEEN)
    twice = build_graph(replace(linked, links=(*linked.links, again)), built.authorities)
    assert twice.evidence == built.evidence


def test_silence_is_recorded(facts: Graph) -> None:
    """Does an open mention keep words, reason, rivals and what the link would have been?"""
    at = sample.span("The guidelines")
    node = below(f"open/{at.start}-{at.end}-publication")
    assert one(facts, node, RAP.because) == ID["because/several-candidates"]
    assert set(facts.objects(node, RAP.candidate)) == {
        ID["publication/sales/E.31.V.2"],
        ID["publication/harbour-guide"],
    }
    assert one(facts, node, RAP.source) == below("paragraph/3")
    assert one(facts, node, RAP.property) == RAP.cites
    assert one(facts, node, RAP.quote) == Literal("The guidelines")
    assert one(facts, URIRef(f"{node}~2"), RAP.because) == ID["because/no-candidate"]


def unlabelled(dataset: Dataset) -> set[URIRef]:
    """The resources that no graph labels, the terms of other vocabularies included."""
    quads = list(dataset.quads((None, None, None, None)))
    labelled = {s for s, p, _, _ in quads if p == RDFS.label}
    named = {s for s, _, _, _ in quads}
    named |= {o for _, p, o, _ in quads if isinstance(o, URIRef)}
    named |= {p for _, p, _, _ in quads}
    return named - labelled


def test_every_resource_has_a_label_and_none_is_blank(built: Built) -> None:
    """Is there a label for every resource of the dataset, a label in the very graph for each subject, no blank node?"""
    assert not unlabelled(built.dataset)
    for name, triples in built.graphs.items():
        labelled = {s for s, p, _ in triples if p == RDFS.label}
        assert {s for s, _, _ in triples} == labelled, name
        assert not any(isinstance(term, BNode) for triple in triples for term in triple)
    told = {s for s, p, _ in built.evidence if p == RDFS.label}
    assert {o for _, _, o in built.evidence if isinstance(o, URIRef)} <= told, "the evidence can be read alone"


def test_every_word_of_ours_is_in_the_ontology(built: Built) -> None:
    """Does the ontology define each class and property that the builder uses?"""
    ontology = Graph().parse(resource("ontology", "rapporteur.ttl"), format="turtle")
    used = {p for t in (*built.facts, *built.evidence, *built.authority_triples) for p in (t[1], t[2])}
    ours = {term for term in used if isinstance(term, URIRef) and str(term).startswith(str(RAP))}
    assert len(ours) > 50
    assert ours - set(ontology.subjects(RDF.type, None)) == set()


def test_a_report_without_symbol_and_meeting_is_built() -> None:
    """Does a text of which neither symbol nor meeting is known get addresses by its title and year?"""
    linked = replace(sample.linked_report(None), meeting=None)
    built = build_graph(linked, sample.books())
    title = "document/title/report-on-the-meeting-of-the-ferry-group-held-in-apia-on-3-and-4-march-2031-2031"
    assert built.name == "ferry"
    assert str(built.iris.document) == ID[title].toPython()
    assert (built.iris.document, RDFS.label, en(sample.TEXT.split("\n")[0])) in built.facts
    assert not {p for _, p, _ in built.facts} & {RAP.reports, RAP.meeting, RAP.body}
    assert not list(built.dataset.objects(built.iris.document, RAP.symbol))
    assert not unlabelled(built.dataset)


def test_another_base_changes_every_address_and_nothing_else() -> None:
    """Are the graphs of another base the same but for the base?"""
    default = build_graph(sample.linked_report(), sample.books())
    other = build_graph(sample.linked_report(), sample.books(), "https://data.example/")
    assert len(other.facts) == len(default.facts)
    assert not any("w3id.org/rapporteur/id" in str(term) for t in other.facts | other.evidence for term in t)


def test_only_news_is_inferred(built: Built) -> None:
    """Are literals as subjects, tautologies, assertions, blank nodes and facts about others left out?"""
    paragraph, state = below("paragraph/1"), ID["state/KEN"]
    news = (paragraph, RDF.type, RAP.TextPart)
    found = with_inferred(
        built,
        [
            news,
            (paragraph, RDF.type, OWL.Thing),
            (paragraph, OWL.sameAs, paragraph),
            (paragraph, RDF.type, RAP.Paragraph),
            (paragraph, RAP.number, Literal("1", datatype=XSD.string)),
            (paragraph, RAP.x, BNode()),
            (Literal("1"), RDF.type, RDFS.Literal),
            (BNode(), RDF.type, RAP.TextPart),
            (state, RDF.type, RDFS.Resource),
            (state, RDF.type, FOAF.Agent),
            (below("link/0"), RDF.type, OA.Annotation),
        ],
    )
    assert found.inferred == frozenset([news])
    assert found.facts == built.facts
    assert news in found.dataset.graph(URIRef(f"{HERE}/graph/inferred"))
