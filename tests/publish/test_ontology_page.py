"""The vocabulary's own folder: is every term there, with what is true of it, and do its addresses lead to it?"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import html5lib
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.compare import isomorphic
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rapporteur.check.catalogue import packaged_constraints
from rapporteur.graph.vocabulary import RAP
from rapporteur.publish import Site
from rapporteur.publish.ontology import Vocabulary, read_vocabulary
from rapporteur.publish.ontology_diagrams import group_diagram, overview
from rapporteur.publish.ontology_page import write_ontology
from rapporteur.publish.writer import Writer
from rapporteur.resources import resource

SOURCE = resource("ontology", "rapporteur.ttl")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """The file of the vocabulary, as rdflib reads it."""
    return Graph().parse(SOURCE)


@pytest.fixture(scope="module")
def terms(ontology: Graph) -> list[URIRef]:
    """Its terms."""
    found = {term for kind in KINDS for term in ontology.subjects(RDF.type, kind) if isinstance(term, URIRef)}
    assert len(found) > 85
    return sorted(found)


@pytest.fixture(scope="module")
def page(out: Path) -> LexborHTMLParser:
    """The page."""
    return LexborHTMLParser((out / "ontology/index.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def vocabulary(site: Site) -> Vocabulary:
    """The vocabulary as the page shows it."""
    return read_vocabulary(site.books, SOURCE.read_text("utf-8"))


def _section(page: LexborHTMLParser, name: str) -> LexborNode:
    found = page.css_first(f'section.term[id="{name}"]')
    assert found is not None, name
    return found


def _row(section: LexborNode, name: str) -> str:
    for row in section.css("dl.said > div"):
        head = row.css_first("dt")
        if head is not None and re.sub(r" [\d,]+$", "", " ".join(head.text().split())) == name:
            value = row.css_first("dd")
            assert value is not None
            return " ".join(value.text().split())
    return ""


def test_every_term_stands_at_its_local_name(ontology: Graph, terms: list[URIRef], page: LexborHTMLParser) -> None:
    """Does ``…/ontology#NAME`` lead to each term, with its label, definition and example, once?"""
    shown = [str(node.attributes["id"]) for node in page.css("section.term")]
    assert sorted(shown) == sorted(term.removeprefix(str(RAP)) for term in terms)
    for term in terms:
        section = _section(page, term.removeprefix(str(RAP)))
        assert section.attributes["about"] == str(term)
        words = " ".join(section.text().split())
        for property_ in (RDFS.label, SKOS.definition, SKOS.example):
            assert " ".join(str(ontology.value(term, property_)).split()) in words, (term, property_)


def test_terms_stand_in_the_groups_of_the_file(vocabulary: Vocabulary, page: LexborHTMLParser) -> None:
    """Is no term outside the headings of the file, and does each heading keep its order and its anchor?"""
    assert [group.title for group in vocabulary.groups][:3] == ["Documents", "Text parts", "The meeting"]
    assert "Other terms" not in {group.title for group in vocabulary.groups}
    assert [term.name for term in vocabulary.groups[0].terms][:4] == ["Document", "Report", "Decision", "Publication"]
    for group in vocabulary.groups:
        assert page.css_first(f'h2[id="{group.id}"]') is not None and re.fullmatch(r"group/[a-z-]+", group.id)


def test_domains_ranges_and_counterparts_are_shown(page: LexborHTMLParser, vocabulary: Vocabulary) -> None:
    """Are an axiom and a hint told apart, kinds and alignments shown, and what has no counterpart said to have none?"""
    assert _row(_section(page, "reports"), "domain") == "report"
    assert _row(_section(page, "cites"), "domain includes") == "recommendation, report, text part"
    assert _row(_section(page, "cites"), "domain") == ""
    assert "cites (CiTO)" in _row(_section(page, "cites"), "is a kind of, elsewhere")
    assert _row(_section(page, "Document"), "its kinds") == "report, decision, publication"
    assert _row(_section(page, "Report"), "is a kind of") == "document"
    assert "organization" in _row(_section(page, "State"), "is never")
    assert "schema.org" in _row(_section(page, "Recommendation"), "close elsewhere")
    for term in vocabulary.terms.values():
        assert _row(_section(page, term.name), "counterparts") == " ".join(term.note.split()) != "", term.name


def test_examples_are_those_of_the_graph(site: Site, page: LexborHTMLParser, out: Path) -> None:
    """Are examples real, at most three, each leading to where it is shown, and none of them in ``ontology/``?"""
    stored = "".join(path.read_text("utf-8") for path in SOURCE.parent.glob("*.ttl"))
    seen = 0
    for section in page.css("section.term"):
        name = str(section.attributes["id"])
        items = [row for row in section.css("dl.said > div") if (row.css_first("dt") or row).text().startswith("here")]
        assert len(items) == 1, name
        found = items[0].css("li")
        assert len(found) <= 3
        if not found:
            assert _row(section, "here") in ("None in what is published here.", "None: the term is reserved.")
            assert site.reports[0].counts.properties.get(RAP[name], 0) == 0, name
        for item in found:
            link = item.css_first("a")
            assert link is not None, name
            way, _, fragment = str(link.attributes["href"]).partition("#")
            target = (out / "ontology" / way / "index.html").resolve()
            assert (
                target.is_file() and f'id="{fragment}"' in target.read_text("utf-8") if fragment else target.is_file()
            )
            assert link.text() not in stored or len(link.text()) < 12
            seen += 1
    assert seen > 200
    assert _row(_section(page, "reports"), "here").startswith("CTOC/COP/WG.4/2010/6 →")
    count = next(node for node in _section(page, "Recommendation").css("dt") if node.text().startswith("here"))
    assert count.text().split()[1] == "77"


def test_every_constraint_stands_beside_what_it_checks(page: LexborHTMLParser) -> None:
    """Is each constraint on the page with message and severity, and beside the classes and properties it looks at?"""
    constraints = packaged_constraints()
    listed = {str(node.attributes["id"]): " ".join(node.text().split()) for node in page.css('li[id^="shape/"]')}
    assert {f"shape/{iri.rpartition('#')[2]}" for iri in map(str, constraints)} == set(listed)
    for constraint in constraints.values():
        words = listed[f"shape/{constraint.name}"]
        assert " ".join(constraint.expected.split()) in words
        assert ("warning" if constraint.warning else "violation") in words
        if constraint.message:
            assert " ".join(constraint.message.split()) in words
    beside = {"Link": "one target", "Wording": "wording", "cites": "has a link", "strength": "strength scheme"}
    for name, words in beside.items():
        assert any(words in item.text() for item in _section(page, name).css(".checks li")), name


def test_schemes_are_shown_by_rank(site: Site, page: LexborHTMLParser) -> None:
    """Does every scheme stand there with all its concepts, and that of strengths from weak to strong?"""
    for scheme in site.things["scheme"]:
        head = page.css_first(f'h3[id="scheme/{scheme.removeprefix(site.root)}"]')
        assert head is not None
        assert int(head.text().split()[-1]) == len(site.facts.subjects(SKOS.inScheme, scheme)) > 0
    table = page.css_first('div[aria-label="scheme/strength"]')
    assert table is not None
    ranks = [int(row.css("td")[0].text()) for row in table.css("tbody tr")]
    assert ranks == sorted(ranks) and len(ranks) > 10


def test_the_page_is_valid_html_and_links_nothing_broken(out: Path) -> None:
    """Does the HTML standard's parser find no fault, on the page and on that of its version?"""
    for path in ("ontology/index.html", "ontology/0.1.0/index.html", "ontology/alignments/index.html"):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((out / path).read_text("utf-8"))
        assert parser.errors == []


def test_pages_of_things_lead_to_the_terms(out: Path) -> None:
    """Does the class of a State, on its page, lead to the term on the vocabulary's page?"""
    page = LexborHTMLParser((out / "id/state/ALB/index.html").read_text("utf-8"))
    assert any(str(a.attributes["href"]).endswith("../ontology/#State") for a in page.css(".kind a"))
    assert page.css_first('footer a[href$="ontology/"]') is not None


def test_data_beside_the_page_is_the_vocabulary(out: Path, ontology: Graph) -> None:
    """Are Turtle, JSON-LD and N-Triples the same vocabulary, at its address and at that of its version?"""
    assert (out / "ontology/index.ttl").read_bytes() == SOURCE.read_bytes()
    version = str(ontology.value(URIRef(str(RAP).rstrip("#")), OWL.versionIRI)).rpartition("/")[2]
    for place in ("ontology", f"ontology/{version}"):
        for ending, form in (("ttl", "turtle"), ("jsonld", "json-ld"), ("nt", "nt")):
            assert isomorphic(Graph().parse(out / place / f"index.{ending}", format=form), ontology), (place, ending)
    alignments = Graph().parse(SOURCE.parent / "alignments.ttl")
    assert isomorphic(Graph().parse(out / "ontology/alignments/index.jsonld", format="json-ld"), alignments)
    assert (out / "ontology/context.jsonld").read_bytes() == (SOURCE.parent / "context.jsonld").read_bytes()
    for frame in ("recommendations", "actors", "tree"):
        beside = json.loads((out / f"data/shared/frames/{frame}.jsonld").read_text("utf-8"))
        assert json.loads((out / f"ontology/frames/{frame}.jsonld").read_text("utf-8")) == beside
    assert {file.name for file in (out / "shapes").iterdir()} == {
        file.name for file in resource("shapes").glob("*.ttl")
    }


def test_alignments_have_a_page(out: Path, vocabulary: Vocabulary) -> None:
    """Is each term there with what it is a kind of or close to and why, and do the three numbers make all terms?"""
    page = LexborHTMLParser((out / "ontology/alignments/index.html").read_text("utf-8"))
    rows = {
        cells[0].text(): [cell.text() for cell in cells] for row in page.css("tbody tr") if (cells := row.css("td"))
    }
    assert set(rows) == {term.name for term in vocabulary.terms.values()}
    assert "document (UNDO)" in rows["Document"][1] and rows["Document"][2] == ""
    assert rows["Wording"][1:] == ["", "", "No counterpart in the vocabularies read."]
    told = next(node.text() for node in page.css("main p") if "have neither" in node.text())
    kinds, total, close, neither = map(int, re.findall(r"\d+", told))
    assert total == len(rows) == kinds + close + neither and min(kinds, close, neither) > 5


def test_diagrams_say_what_they_show(vocabulary: Vocabulary) -> None:
    """Has each drawing a name and a description, every class of its group, and the same bytes each time?"""
    for group in vocabulary.groups:
        drawn = str(group_diagram(vocabulary, group))
        assert drawn == str(group_diagram(vocabulary, group))
        tree = LexborHTMLParser(drawn)
        title, said = tree.css_first("svg > title"), tree.css_first("svg > desc")
        assert title is not None and said is not None and group.title in title.text() and len(said.text()) > 20
        boxes = {node.text() for node in tree.css("text.head")}
        assert {term.label for term in group.classes} <= boxes
    documents = str(group_diagram(vocabulary, vocabulary.groups[0]))
    assert "report is a kind of document" in documents and "reports leads from report to meeting" in documents
    whole = str(overview(vocabulary))
    assert "Recommendations to Instruments: cites and mentions" in whole


def test_an_earlier_version_keeps_its_address(site: Site, tmp_path: Path) -> None:
    """Is a version that was kept published under its number, with what changed since, and named on the page?"""
    folder = tmp_path / "ontology"
    shutil.copytree(SOURCE.parent, folder, ignore=shutil.ignore_patterns("authorities", "decisions"))
    (folder / "versions").mkdir()
    text = SOURCE.read_text("utf-8").replace("0.1.0", "0.0.9")
    text = text.replace('"The body that met."', '"The body that sat."').replace(
        "rdfs:range rap:Meeting", "rdfs:range rap:Lamp"
    )
    (folder / "versions" / "0.0.9.ttl").write_text(text, "utf-8")
    with Writer(tmp_path / "out") as writer:
        write_ontology(site, writer, folder)
    page = LexborHTMLParser((tmp_path / "out/ontology/0.0.9/index.html").read_text("utf-8"))
    rows = [[cell.text() for cell in row.css("td")] for row in page.css("tbody tr")]
    assert ["rap:body", "definition", "The body that sat.", "The body that met.", ""] in rows
    assert ["rap:reports", "range", "rap:Lamp", "rap:Meeting", "yes"] in rows
    assert (tmp_path / "out/ontology/0.0.9/index.ttl").read_text("utf-8") == text
    now = (tmp_path / "out/ontology/index.html").read_text("utf-8")
    assert '<a href="0.0.9/">0.0.9</a>' in now
