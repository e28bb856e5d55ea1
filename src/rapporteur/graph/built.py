"""A linked report → its graphs: what the report says, the evidence for it, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.term import Node

from rapporteur.authorities import Authorities
from rapporteur.graph.address import report_iris
from rapporteur.graph.books import authority_triples
from rapporteur.graph.cited import StubWriter, named
from rapporteur.graph.evidence import write_links, write_open_mentions
from rapporteur.graph.facts import with_labels, with_names
from rapporteur.graph.iris import ReportIris
from rapporteur.graph.labels import Labels
from rapporteur.graph.load import fill, ontology_triples
from rapporteur.graph.meeting import MeetingWriter
from rapporteur.graph.recommendations import write_recommendations
from rapporteur.graph.report import ReportWriter
from rapporteur.graph.vocabulary import OWL, RDFS, TYPE, XSD, Sheet, Triple
from rapporteur.model import LinkedReport

_TRIVIAL_CLASSES = {OWL["Thing"], OWL["NamedIndividual"], RDFS["Resource"]}
_REFLEXIVE = {OWL["sameAs"], OWL["equivalentClass"], OWL["equivalentProperty"]} | {
    RDFS[name] for name in ("subClassOf", "subPropertyOf")
}


@dataclass(frozen=True)
class Built:
    """A report as graphs.

    :ivar facts: triples of the report's own graph, open mentions and the names of what it names included.
    :ivar evidence: a `rap:Link` for each link, with the labels of what it names.
    :ivar authority_triples: the shared graph of authorities.
    :ivar inferred: what follows from both and the ontology, where it was computed.
    """

    linked: LinkedReport
    authorities: Authorities
    iris: ReportIris
    facts: frozenset[Triple]
    evidence: frozenset[Triple]
    authority_triples: frozenset[Triple] = field(repr=False)
    inferred: frozenset[Triple] = field(default=frozenset())

    @property
    def name(self) -> str:
        """The symbol with its strokes as hyphens, else the file's stem: what the files are called."""
        report = self.linked.report
        return report.symbol.replace("/", "-") if report.symbol else _stem(report.source.name)

    @property
    def text(self) -> str:
        """The text as read, which all offsets count."""
        return self.linked.report.source.text

    @property
    def graphs(self) -> dict[URIRef, frozenset[Triple]]:
        """The report's three graphs by name."""
        return {
            self.iris.graph(): self.facts,
            self.iris.graph("evidence"): self.evidence,
            self.iris.graph("inferred"): self.inferred,
        }

    @cached_property
    def dataset(self) -> Dataset:
        """The report's graphs and the two that all reports share; the default graph is their union."""
        dataset = Dataset(default_union=True)
        for name, triples in self.graphs.items():
            fill(dataset, name, triples)
        fill(dataset, self.iris.iris.graph("ontology"), ontology_triples())
        fill(dataset, self.iris.iris.graph("authorities"), self.authority_triples)
        return dataset


def build_graph(linked: LinkedReport, authorities: Authorities, base: str | None = None) -> Built:
    """Turn a linked report into graphs.

    :param base: what the IRIs begin with, else the setting ``RAPPORTEUR_BASE``, else ``https://w3id.org/…``.
    :raises IriError: if a reference holds an identifier that no IRI can be made of.
    """
    own = report_iris(linked, base)
    labels = Labels(authorities, linked)
    facts, evidence = Sheet(), Sheet()
    ReportWriter(facts, linked, own, labels).write()
    MeetingWriter(facts, linked, own, labels).write()
    write_recommendations(facts, linked, own, labels)
    write_links(facts, evidence, linked, own, labels)
    write_open_mentions(facts, linked, own, labels)
    stubs = StubWriter(facts, linked, own, labels, authorities)
    for ref in named(linked):
        stubs.describe(ref)
    shared = authority_triples(authorities, own.iris)
    said = with_names(facts.triples, shared)
    shown = with_labels(evidence.triples, said, shared, ontology_triples())
    return Built(linked, authorities, own, said, shown, shared)


def with_inferred(built: Built, triples: Iterable[tuple[Node, Node, Node]]) -> Built:
    """Add what was inferred, as far as it is data.

    Kept is what is said of a resource of this report's graph, has IRIs for subject and property, is
    asserted in no graph, and is no tautology: nothing is the same as itself, a thing, or a resource for
    news.

    :param triples: all that a reasoner found, what it was given included.
    """
    about = {subject for subject, _, _ in built.facts} - {subject for subject, _, _ in built.authority_triples}
    asserted = built.facts | built.evidence | built.authority_triples | ontology_triples()
    kept: set[Triple] = set()
    for subject, property_, value in triples:
        if subject not in about or not isinstance(property_, URIRef) or not isinstance(subject, URIRef):
            continue
        if isinstance(value, BNode) or not isinstance(value, URIRef | Literal):
            continue
        if isinstance(value, Literal) and value.datatype == XSD["string"]:
            value = Literal(str(value))
        triple = (subject, property_, value)
        if triple not in asserted and not _is_tautology(triple):
            kept.add(triple)
    return replace(built, inferred=frozenset(kept))


def _is_tautology(triple: Triple) -> bool:
    subject, property_, value = triple
    if property_ == TYPE:
        return value in _TRIVIAL_CLASSES
    return property_ in _REFLEXIVE and value == subject


def _stem(name: str) -> str:
    """The file's name without its ending."""
    return name.rsplit(".", 1)[0] if "." in name[1:] else name
