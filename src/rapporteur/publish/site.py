"""What is published, as one view that only reads: reports, facts, evidence, books, and where each thing lies.

Built graphs in (`sources`), a `Site` out, which every part of a publication is written from. Facts of all reports stand
together with the ontology and the authorities, so that a label is found wherever it was said; evidence is kept as rows;
the triples of evidence and inferences are read a report at a time.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from rdflib import URIRef

from rapporteur.errors import UnusableInput
from rapporteur.graph.iris import Iris
from rapporteur.graph.serialize import natural
from rapporteur.graph.shared import shared_graphs
from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, SKOS, TYPE
from rapporteur.publish.counts import Counts, count, repeated
from rapporteur.publish.evidence import Evidence, evidence_rows, rules_of
from rapporteur.publish.facts import Facts, Terms
from rapporteur.publish.places import Places
from rapporteur.publish.sources import Source, read_sources
from rapporteur.publish.terms import PublishingTerms, terms_of
from rapporteur.store.bundle import GraphText, graph_text

KINDS = {
    "report": RAP["Report"],
    "document": RAP["Document"],
    "decision": RAP["Decision"],
    "publication": RAP["Publication"],
    "part": RAP["TextPart"],
    "recommendation": RAP["Recommendation"],
    "meeting": RAP["Meeting"],
    "item": RAP["AgendaItem"],
    "person": RAP["Person"],
    "state": RAP["State"],
    "organization": RAP["Organization"],
    "instrument": RAP["Instrument"],
    "provision": RAP["Provision"],
    "scheme": SKOS["ConceptScheme"],
    "concept": SKOS["Concept"],
}
"""The kinds of things that have a page. A "part" is one of a document that is not in this corpus."""


@dataclass(frozen=True)
class PublishedReport:
    """One report.

    :ivar name: of its files, such as ``CTOC-COP-WG.4-2010-6``.
    :ivar document: its IRI.
    :ivar facts: its own facts alone; those of all reports stand in `Site.facts`.
    :ivar around: what its evidence says of things that are no evidence, such as rules.
    :ivar rules: what each rule that made its links does, in a sentence.
    :ivar sizes: how many triples each of its graphs holds: "", "evidence", "inferred".
    :ivar counts: what was counted in all its graphs together, each triple once.
    :ivar hashes: the SHA-256 of each graph's canonical N-Triples.
    :ivar built_with: the version of the package that built it; "" where no ``NAME.summary.json`` lies beside.
    :ivar text: the text as read, which the offsets count; None where no ``NAME.txt`` of that hash lies beside.
    """

    name: str
    document: URIRef
    facts: Facts
    evidence: tuple[Evidence, ...]
    around: Facts
    rules: Mapping[URIRef, str]
    sizes: dict[str, int]
    counts: Counts
    hashes: dict[str, str]
    built_with: str
    text: str | None
    source: Source = field(repr=False)

    @property
    def symbol(self) -> str:
        """As the United Nations writes it; "" where there is none."""
        return self.facts.text(self.document, RAP["symbol"])

    @property
    def title(self) -> str:
        return self.facts.text(self.document, DCTERMS["title"]) or self.facts.label(self.document)

    @property
    def issued(self) -> str:
        """The day, as ``2010-02-17``; "" where it is not known."""
        return self.facts.text(self.document, DCTERMS["issued"])

    def graphs(self) -> dict[str, GraphText]:
        """Its graphs as text, read anew: "" the facts, "evidence", "inferred"."""
        return self.source.graphs()


@dataclass(frozen=True)
class Site:
    """All that is published.

    :ivar base: what all our IRIs begin with, before ``id/``.
    :ivar home: where the publication will lie, with a stroke at its end; the base unless told otherwise. Pages link one
        another by relative addresses; only descriptions need it.
    :ivar version: of the package.
    :ivar facts: facts of all reports, with the ontology and the authorities.
    :ivar books: the ontology and the authorities alone; ``shared`` the same as text: "ontology", "authorities".
    :ivar terms: publisher, licence of the data, day.
    :ivar things: everything that has a page, by kind (the keys of `KINDS`), in natural order.
    """

    base: str
    home: str
    version: str
    reports: tuple[PublishedReport, ...]
    facts: Facts
    books: Facts
    shared: Mapping[str, GraphText]
    terms: PublishingTerms
    things: dict[str, tuple[URIRef, ...]]
    places: Places

    @property
    def root(self) -> str:
        """What IRIs of things begin with."""
        return f"{self.base}id/"

    @cached_property
    def state(self) -> str:
        """A name for what is published: SHA-256 over version, base and the hashes of all graphs."""
        terms = self.terms
        lines = [f"{self.version} {self.base} {self.home} {terms.publisher} {terms.licence} {terms.day}\n"]
        lines += [f"{r.document} {part} {sha}\n" for r in self.reports for part, sha in sorted(r.hashes.items())]
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    @cached_property
    def kinds(self) -> dict[URIRef, str]:
        """The kind of each thing that has a page."""
        return {iri: kind for kind, iris in self.things.items() for iri in iris}

    @cached_property
    def repeated(self) -> Counter[URIRef]:
        """By class and property, facts that more than one report states, beside the first."""
        return repeated([(report.facts, report.around) for report in self.reports])

    def label(self, iri: URIRef, language: str = "en") -> str:
        """The label of anything."""
        return self.facts.label(iri, language)

    def evidence_from(self, source: URIRef) -> list[Evidence]:
        """All links of a text part, recommendation or node."""
        return self._by_source.get(source, [])

    def evidence_to(self, target: URIRef) -> list[Evidence]:
        """All links to a thing, report by report."""
        return self._by_target.get(target, [])

    def evidence_of(self, source: URIRef, property_: URIRef, target: URIRef) -> list[Evidence]:
        """The links that one triple rests on."""
        return [row for row in self.evidence_from(source) if row.property == property_ and row.target == target]

    @cached_property
    def _by_source(self) -> dict[URIRef, list[Evidence]]:
        found: dict[URIRef, list[Evidence]] = defaultdict(list)
        for report in self.reports:
            for row in report.evidence:
                found[row.source].append(row)
        return dict(found)

    @cached_property
    def _by_target(self) -> dict[URIRef, list[Evidence]]:
        found: dict[URIRef, list[Evidence]] = defaultdict(list)
        for report in self.reports:
            for row in report.evidence:
                found[row.target].append(row)
        return dict(found)


def read_site(
    named: str | Path,
    base: str | None = None,
    home: str | None = None,
    terms: Mapping[str, str] | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> Site:
    """Read what is to be published.

    :param named: a ``NAME.trig``, a folder of them, the folder of a store, or the address of a SPARQL server.
    :param base: what the IRIs begin with; the setting ``RAPPORTEUR_BASE``, else w3id.org.
    :param home: the address at which the folder will lie; the base without it.
    :param terms: "publisher", "licence" (an address) and "day", where they are not to be taken from what is there.
    :raises UnusableInput: if graphs cannot be read, or were built under another base.
    """
    iris = Iris.from_setting(base)
    known = Terms()
    shared = {iri.rpartition("/")[2]: graph_text(iri, text) for iri, text in shared_graphs(iris).items()}
    books = Facts(triple for graph in shared.values() for triple in known.triples(graph.text))
    reports = []
    for source in read_sources(named):
        progress(f"Reading {source.document.removeprefix(iris.root)}")
        if not source.document.startswith(iris.root):
            raise UnusableInput(
                f"A report under another base: <{source.document}>.",
                where=str(source.file or named),
                expected=f"IRIs that begin with {iris.root}.",
                remedy="Build it with that base, or give the base it was built with: --base or RAPPORTEUR_BASE.",
            )
        reports.append(_report(source, known, iris))
    reports.sort(key=lambda report: report.document)
    facts = Facts(books)
    for report in reports:
        facts.add(report.facts)
    things = _things(facts, reports, iris.root)
    places = Places(iris.root, (iri for listed in things.values() for iri in listed))
    at = home or iris.base
    return Site(
        base=iris.base,
        home=at if at.endswith("/") else f"{at}/",
        version=version("rapporteur"),
        reports=tuple(reports),
        facts=facts,
        books=books,
        shared=shared,
        terms=terms_of(books, [report.issued for report in reports], **(terms or {})),
        things=things,
        places=places,
    )


def _report(source: Source, terms: Terms, iris: Iris) -> PublishedReport:
    document = terms.iri(source.document)
    graphs = source.graphs()
    facts = Facts(terms.triples(graphs[""].text) if "" in graphs else ())
    passing = Terms()  # the terms of evidence, most of which no row keeps
    evidence = list(passing.triples(graphs["evidence"].text)) if "evidence" in graphs else []
    symbol = facts.text(document, RAP["symbol"])
    if symbol:
        name = symbol.replace("/", "-")
    else:
        name = source.file.stem if source.file else source.document.removeprefix(iris.root).replace("/", "-")
    return PublishedReport(
        name=name,
        document=document,
        facts=facts,
        evidence=tuple(evidence_rows(document, evidence, terms)),
        around=Facts(triple for triple in evidence if not triple[0].startswith(f"{document}/")),
        rules=rules_of(evidence),
        sizes={part: graph.triples for part, graph in sorted(graphs.items())},
        counts=count((graph.text for graph in graphs.values()), iris.root),
        hashes={part: graph.sha256 for part, graph in sorted(graphs.items())},
        built_with=_version(source.file),
        text=_text(source.file, facts.text(document, RAP["sha256"])),
        source=source,
    )


def _text(trig: Path | None, sha256: str) -> str | None:
    """The text as read that lies beside a built graph, if it is the one that the graph was made from."""
    beside = trig.with_suffix(".txt") if trig else None
    if beside is None or not beside.is_file():
        return None
    data = beside.read_bytes()
    return data.decode("utf-8") if hashlib.sha256(data).hexdigest() == sha256 else None


def _version(trig: Path | None) -> str:
    """The version that the summary beside a built graph names."""
    beside = trig.with_suffix(".summary.json") if trig else None
    if beside is None or not beside.is_file():
        return ""
    try:
        return str(json.loads(beside.read_text("utf-8")).get("version", ""))
    except (ValueError, AttributeError):
        return ""


def _things(facts: Facts, reports: list[PublishedReport], root: str) -> dict[str, tuple[URIRef, ...]]:
    """What has a page: what the reports name, and every concept with its scheme."""
    named = {subject for report in reports for subject, _, _ in report.facts}
    documents = {report.document for report in reports}
    found: dict[str, tuple[URIRef, ...]] = {}
    for kind, class_ in KINDS.items():
        listed = [
            iri
            for iri in facts.of_class(class_)
            if iri.startswith(root)
            and (iri in named or kind in ("scheme", "concept"))
            and not (kind == "part" and facts.text(iri, RAP["text"]))
            and not (kind == "report" and iri not in documents)
        ]
        found[kind] = tuple(sorted(listed, key=natural))
    taken: set[URIRef] = set()
    for kind, iris in found.items():
        found[kind] = tuple(iri for iri in iris if iri not in taken)
        taken.update(iris)
    return found


__all__ = ["KINDS", "LABEL", "TYPE", "PublishedReport", "Site", "read_site"]
