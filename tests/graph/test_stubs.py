"""A report that is cited before it is here: does its node fill up when it comes, and is the stub left when it goes?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import graph_sample as sample
from rdflib import RDF, Dataset, Literal, Namespace, URIRef
from rdflib.namespace import RDFS

from rapporteur.authorities import load_authorities
from rapporteur.graph import Built, build_graph
from rapporteur.model import DocumentPartRef, DocumentRef, LinkedReport, PartKind, PartRef, Record, Span
from rapporteur.pipeline import link_report
from rapporteur.read import read_report, report_from_text

ID = Namespace("https://w3id.org/rapporteur/id/")
RAP = Namespace("https://w3id.org/rapporteur/ontology#")
BUNDLED = Path(__file__).parents[2] / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
EARLIER = "CTOC/COP/WG.4/2009/2"
CITED = [
    PartRef(PartKind.PARAGRAPH, ("17",)),
    PartRef(PartKind.SECTION, ("II",)),
    PartRef(PartKind.SUBPARAGRAPH, ("18", "a")),
]
TEXT = """## II. Recommendations

17. States parties should keep a register of moorings.

18. States should:

(a) Paint every buoy.
"""


def earlier() -> LinkedReport:
    """A small invented report under the symbol of the report of 2009."""
    report = report_from_text(TEXT, "earlier.md", Record(symbol=EARLIER, title="Report on moorings"))
    return LinkedReport(report, None, (), (), (), (), (), (), (), (), ())


def citing() -> Built:
    """The invented report of 2031 with links to three parts of the earlier report, and to the report itself."""
    linked = sample.linked_report()
    whole = DocumentRef(EARLIER)
    first = linked.links[0]
    targets = [whole, *(DocumentPartRef(whole, part) for part in CITED)]
    spans = [Span(at, at + 4) for at in range(len(targets))]
    links = [
        replace(first, target=target, span=span, quote=linked.report.quote(span))
        for target, span in zip(targets, spans, strict=True)
    ]
    return build_graph(replace(linked, links=(*linked.links, *links)), sample.books())


def load(dataset: Dataset, built: Built) -> None:
    """Load the report's graphs beside what is there."""
    for name, triples in built.graphs.items():
        for triple in triples:
            dataset.graph(name).add(triple)


def quads(dataset: Dataset) -> set[tuple[object, ...]]:
    return {(s, p, o, str(g)) for s, p, o, g in dataset.quads((None, None, None, None))}


def test_a_cited_report_fills_up_and_its_stub_is_left_when_it_goes() -> None:
    """Do the links hold before, with and after the earlier report, and show its text just while it is here?"""
    dataset = Dataset(default_union=True)
    load(dataset, citing())
    before = quads(dataset)
    node = ID[f"document/{EARLIER}/paragraph/17"]
    source = ID["document/CAC/COSP/WG.9/2031/4/paragraph/1"]
    shown = "SELECT ?text { ?source rap:cites ?cited . ?cited rap:text ?text }"
    bound = {"source": source}
    assert (source, RAP.cites, node) in dataset
    assert list(dataset.objects(node, RDF.type)) == [RAP.TextPart]
    assert not list(dataset.query(shown, initNs={"rap": RAP}, initBindings=bound))

    added = build_graph(earlier(), sample.books())
    load(dataset, added)
    assert before < quads(dataset), "nothing is taken back"
    texts = {str(row[0]) for row in dataset.query(shown, initNs={"rap": RAP}, initBindings=bound)}
    assert texts == {"States parties should keep a register of moorings.", "Paint every buoy."}
    assert set(dataset.objects(node, RDF.type)) == {RAP.TextPart, RAP.Paragraph}
    for property_ in (RDFS.label, RAP.number, RAP.inDocument):
        for path in ("paragraph/17", "section/II", "paragraph/18/a"):
            values = set(dataset.objects(ID[f"document/{EARLIER}/{path}"], property_))
            assert len(values) == 1, f"{path} {property_}: {values}"
    assert set(dataset.objects(ID[f"document/{EARLIER}"], RDFS.label)) == {Literal(EARLIER, lang="en")}

    for name in added.graphs:
        dataset.remove_graph(dataset.graph(name))
    assert quads(dataset) == before
    assert list(dataset.objects(node, RDF.type)) == [RAP.TextPart]
    assert not list(dataset.objects(node, RAP.text))


def test_a_stub_says_nothing_that_the_full_description_contradicts() -> None:
    """Is each triple of a stub one that the full description holds too, but for the wider class?"""
    full = build_graph(earlier(), sample.books()).facts
    about = f"https://w3id.org/rapporteur/id/document/{EARLIER}"
    stubs = {t for t in citing().facts if str(t[0]).startswith(about)}
    wider = {RAP.TextPart, RAP.Document}
    assert len(stubs) > 12
    assert {t for t in stubs - full if t[2] not in wider} == set()
    assert not any(p == RAP.text for _, p, _ in stubs)


def test_parts_of_the_report_itself_are_never_stubs() -> None:
    """Is "paragraph 3 below" the paragraph that is here, with no second class?"""
    linked = sample.linked_report()
    own = DocumentPartRef(DocumentRef(sample.SYMBOL), PartRef(PartKind.PARAGRAPH, ("3",)))
    built = build_graph(replace(linked, links=(replace(linked.links[0], target=own),)), sample.books())
    node = URIRef("https://w3id.org/rapporteur/id/document/CAC/COSP/WG.9/2031/4/paragraph/3")
    assert {o for s, p, o in built.facts if s == node and p == RDF.type} == {RAP.Paragraph}


def test_the_bundled_report_shows_the_text_of_the_earlier_one() -> None:
    """Does each paragraph that the bundled report cites show its text just while its own report is loaded?"""
    later, books = link_report(read_report(BUNDLED)), load_authorities()
    cited = {
        link.target.part.path[0]
        for link in later.links
        if isinstance(link.target, DocumentPartRef)
        and link.target.document.symbol == EARLIER
        and link.target.part.kind is PartKind.PARAGRAPH
    }
    assert len(cited) > 3
    dataset = Dataset(default_union=True)
    load(dataset, build_graph(later, books))
    before = quads(dataset)
    invented = "\n\n".join(
        f"{number}. States should count the buoys of bay {number}." for number in sorted(cited, key=int)
    )
    text = f"## I. Recommendations\n\n{invented}\n"
    added = build_graph(link_report(report_from_text(text, "earlier.md", Record(symbol=EARLIER))), books)
    nodes = {number: ID[f"document/{EARLIER}/paragraph/{number}"] for number in cited}
    assert not any(set(dataset.objects(node, RAP.text)) for node in nodes.values())
    load(dataset, added)
    assert before < quads(dataset)
    for number, node in nodes.items():
        assert set(dataset.objects(node, RAP.text)) == {
            Literal(f"States should count the buoys of bay {number}.", lang="en")
        }
        assert set(dataset.subjects(RAP.cites, node)), number
    for name in added.graphs:
        dataset.remove_graph(dataset.graph(name))
    assert quads(dataset) == before
