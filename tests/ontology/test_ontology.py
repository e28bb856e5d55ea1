"""Does the ontology keep its own rules, and does each rule see its fault?"""

from __future__ import annotations

import re
from pathlib import Path

import broken_ontology as broken
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef

from rapporteur.check import check_file, check_ontology
from rapporteur.check.catalogue import ONTOLOGY, constraints
from rapporteur.errors import UnusableInput
from rapporteur.resources import resource

RAP = "https://w3id.org/rapporteur/ontology#"


def ontology() -> Graph:
    """Both files together, without blank nodes to tell apart."""
    graph = Graph()
    for name in ("rapporteur.ttl", "alignments.ttl"):
        graph.parse(resource("ontology", name))
    return graph


def terms(graph: Graph) -> set[URIRef]:
    """Every class and property that is ours."""
    found = {
        s for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) for s in graph.subjects(RDF.type, kind)
    }
    return {term for term in found if isinstance(term, URIRef)}


def test_the_ontology_keeps_its_rules() -> None:
    """Is every term labelled, defined, with an example, aligned or said not to be, and free of axioms that count?"""
    assert check_ontology() == ()
    assert check_file(resource("ontology")).conforms


def test_a_folder_without_an_ontology_is_refused(tmp_path: Path) -> None:
    """Is an empty folder an error, and a broken file one with its line?"""
    with pytest.raises(UnusableInput):
        check_file(tmp_path)
    (tmp_path / "a.ttl").write_text("@prefix rap: <http://x/> .\n\nrap:a rap:b", "utf-8")
    with pytest.raises(UnusableInput, match=r"a\.ttl, line 3"):
        check_file(tmp_path)


@pytest.mark.parametrize("row", broken.ROWS, ids=[row.constraint for row in broken.ROWS])
def test_a_rule_sees_its_fault(row: broken.Broken, tmp_path: Path) -> None:
    """Does this change break exactly this rule, at this term, when the folder is checked as the command does it?"""
    graph = ontology()
    before = set(graph)
    names = Graph().parse(data=broken.PREFIXES, format="turtle").namespace_manager

    def iri(text: str) -> URIRef:
        return URIRef(text.strip("<>")) if text.startswith("<") else names.expand_curie(text)

    graph.parse(data=broken.PREFIXES + row.added, format="turtle")
    for subject, property_ in row.removed:
        graph.remove((iri(subject), iri(property_), None))
    assert set(graph) != before
    graph.serialize(tmp_path / "ontology.ttl")
    findings = check_file(tmp_path).findings
    assert {finding.code for finding in findings} == {row.constraint}
    wanted = row.node if row.node == "_:" else str(iri(row.node))
    assert findings[0].node.startswith(wanted)
    assert findings[0].severity == "finding"


def test_each_rule_has_its_row() -> None:
    """Is there a rule of hygiene that no row breaks?"""
    named = [constraint.name for constraint in constraints(ONTOLOGY)]
    assert len(named) == 24
    assert sorted(row.constraint for row in broken.ROWS) == sorted(named)


def test_the_words_of_the_design_are_all_there() -> None:
    """Is every class and property that the design fixes a term of the ontology?"""
    words = """
        Document Report Decision Publication TextPart Section Paragraph Subparagraph Footnote Meeting AgendaItem
        Participation Statement Presentation Person Accession State Organization Name Instrument Provision
        Recommendation Link OpenMention symbol reports sha256 inDocument number start end order page path text noteOf
        body discussedIn hadBefore consideredOn participant meeting capacity role representing recordedIn nameAsWritten
        speaker agendaItem onBehalfOf instrument iso3 m49 acronym kind name concept label validFrom validUntil chapeau
        addressee secondaryActor strength deonticPhrase action theme cites mentions buildsOn recommendedBy restates
        contestedIn source property target quote rule grade origin candidate because rank score
    """
    assert {URIRef(RAP + word) for word in words.split()} <= terms(ontology())


def test_only_the_two_plain_axioms_align() -> None:
    """Does an alignment say anything but that ours is a kind of theirs?"""
    graph = Graph().parse(resource("ontology", "alignments.ttl"))
    said = {p for s, p, _ in graph if str(s).startswith(RAP)}
    assert said == {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso, SKOS.editorialNote}
    assert not [term for triple in graph for term in triple if isinstance(term, BNode)]
    theirs = {value for p in (RDFS.subClassOf, RDFS.subPropertyOf) for value in graph.objects(None, p)}
    assert len(theirs) == 22
    assert all(graph.value(term, RDFS.label) for term in theirs), "what is inferred could not be read"


def test_examples_are_invented() -> None:
    """Do eight words in a row of an example, definition or note stand in the bundled report?"""
    report = resource("graphs", "sources", "CTOC-COP-WG.4-2010-6.md").read_text("utf-8")
    theirs = _runs(report)
    for path in sorted(resource("ontology").glob("*.ttl")):
        for value in Graph().parse(path).objects():
            assert not _runs(str(value)) & theirs, value


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}
