"""IRIs: a reference of the model in, the one address of the thing out. Nothing else here mints one.

The forms are fixed by the design (section 4). Every identifier goes through `graph.segments`, so that what comes out is
a URI in the strict sense, and so an IRI by RFC 3987.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from rdflib import URIRef

from rapporteur.graph.bases import BASE_SETTING, DEFAULT_BASE, base_in_force
from rapporteur.graph.segments import IriError, dotted, path, segment
from rapporteur.model import (
    ConceptRef,
    DecisionPartRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Entity,
    InstrumentRef,
    ItemRef,
    NodeRef,
    OrganizationRef,
    PartKind,
    PartRef,
    PersonRef,
    ProvisionRef,
    PublicationRef,
    Source,
    StateRef,
    UnitRef,
)
from rapporteur.model.refs import ONLY_ANNEX
from rapporteur.model.slugs import slug

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+/")
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_NODES_OF_THE_DOCUMENT = ("accession",)


@dataclass(frozen=True, slots=True)
class Iris:
    """The addresses under one base.

    :ivar base: what stands before ``id/``; absolute, with a stroke at its end.
    :raises IriError: if ``base`` is no such address.

    >>> iris = Iris()
    >>> iris.state(StateRef("LBY"))
    rdflib.term.URIRef('https://w3id.org/rapporteur/id/state/LBY')
    >>> str(Iris("https://data.example/").graph("ontology"))
    'https://data.example/id/graph/ontology'
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise IriError(
                f"{self.base!r} cannot be the base of IRIs.",
                where=f"the base given, or the setting {BASE_SETTING}",
                expected=f"an http address with a stroke at its end, such as {DEFAULT_BASE}.",
                remedy="Give such an address, or none.",
            )

    @classmethod
    def from_setting(cls, base: str | None = None) -> Iris:
        """The addresses under ``base``, else under that of `chosen_base`, else ``RAPPORTEUR_BASE``, else w3id.org."""
        return cls(base or base_in_force())

    @property
    def root(self) -> str:
        """What every address begins with."""
        return self.base + "id/"

    def _of(self, *parts: str) -> URIRef:
        return URIRef(self.root + "/".join(parts))

    def graph(self, name: str) -> URIRef:
        """A graph that all reports share: "ontology" or "authorities"."""
        return self._of("graph", segment(name))

    def outside(self, address: str) -> URIRef:
        """An address that others minted, as it is.

        :raises IriError: if it holds characters that RFC 3987 does not allow.
        """
        if not _OUTSIDE.fullmatch(address):
            raise IriError(
                f"{address!r} is no address.",
                where="the record of the report, or a table of the authorities",
                expected="an absolute IRI, such as https://docs.un.org/en/A/RES/55/25.",
                remedy="Percent-encode what RFC 3987 does not allow, or leave the address out.",
            )
        return URIRef(address)

    def state(self, ref: StateRef) -> URIRef:
        return self._of("state", segment(ref.code))

    def organization(self, ref: OrganizationRef) -> URIRef:
        return self._of("organization", path(ref.id))

    def name(self, bearer: URIRef, label: str, occurrence: int = 1) -> URIRef:
        """A name of a State or organization; a further one of the same slug is told apart by ``~2``.

        A name without a Latin letter has no slug and is percent-encoded as it is.

        >>> str(Iris().name(URIRef("http://x/state/LBY"), "Libyan Arab Jamahiriya"))
        'http://x/state/LBY/name/libyan-arab-jamahiriya'
        """
        return URIRef(f"{bearer}/name/{slug(label) or segment(label)}{_again(occurrence)}")

    def instrument(self, ref: InstrumentRef) -> URIRef:
        return self._of("instrument", path(ref.id))

    def publication(self, ref: PublicationRef) -> URIRef:
        """
        >>> str(Iris().publication(PublicationRef("unts", "2225/39574")))
        'https://w3id.org/rapporteur/id/publication/unts/2225/39574'
        """
        scheme = () if ref.scheme == "title" else (segment(ref.scheme),)
        return self._of("publication", *scheme, path(ref.id))

    def provision(self, ref: ProvisionRef) -> URIRef:
        """
        >>> steps = (("article", "26"), ("paragraph", "2"))
        >>> str(Iris().provision(ProvisionRef(InstrumentRef("untoc"), steps)))
        'https://w3id.org/rapporteur/id/instrument/untoc/article/26/paragraph/2'
        """
        whole = ref.instrument
        above = self.instrument(whole) if isinstance(whole, InstrumentRef) else self.publication(whole)
        return URIRef("/".join([above, *(segment(text) for step in ref.steps for text in step if text)]))

    def document(self, ref: DocumentRef) -> URIRef:
        """
        >>> str(Iris().document(DocumentRef("A/RES/1450(XIV)")))
        'https://w3id.org/rapporteur/id/document/A/RES/1450(XIV)'
        """
        return self._of("document", path(ref.symbol))

    def decision(self, ref: DecisionRef) -> URIRef:
        """
        >>> str(Iris().decision(DecisionRef("FCCC/CP", "16/1")))
        'https://w3id.org/rapporteur/id/decision/FCCC/CP/16/1'
        """
        return self._of("decision", path(ref.body), path(ref.number))

    def recommendation(self, document: URIRef, number: str) -> URIRef:
        """A recommendation of a document.

        >>> str(Iris().recommendation(URIRef("http://x/document/A/1"), "31(b).1"))
        'http://x/document/A/1/recommendation/31.b.1'
        """
        return URIRef(f"{document}/recommendation/{segment(dotted(number))}")

    def concept(self, ref: ConceptRef) -> URIRef:
        return self._of(segment(ref.scheme), segment(ref.id))

    def scheme(self, scheme: str) -> URIRef:
        """The concept scheme that the concepts ``<scheme>/…`` are in."""
        return self._of(segment(scheme))

    def rule(self, id: str) -> URIRef:
        return self._of("rule", path(id))

    def meeting(self, code: str, start: date | None) -> URIRef:
        """
        >>> str(Iris().meeting("CTOC/COP/WG.4", date(2010, 1, 27)))
        'https://w3id.org/rapporteur/id/meeting/CTOC/COP/WG.4/2010-01-27'
        """
        return self._of("meeting", path(code), start.isoformat() if start else "undated")

    def part(self, document: URIRef, ref: PartRef) -> URIRef:
        """A text part of a document, an annex as a whole, or the document itself.

        >>> subparagraph = PartRef(PartKind.SUBPARAGRAPH, ("31", "b"))
        >>> str(Iris().part(URIRef("http://x/document/A/1"), subparagraph))
        'http://x/document/A/1/paragraph/31/b'
        """
        if ref.kind is PartKind.REPORT:
            return document
        annex = ["annex"] if ref.annex == ONLY_ANNEX else ["annex", segment(ref.annex)] if ref.annex else []
        if annex and not ref.path:
            return URIRef("/".join([document, *annex]))
        if ref.section:
            annex += [PartKind.SECTION.value, segment(ref.section)]
        kind = PartKind.PARAGRAPH if ref.kind is PartKind.SUBPARAGRAPH else ref.kind
        return URIRef("/".join([document, *annex, kind.value, *(path(text) for text in ref.path)]))


@dataclass(frozen=True, slots=True)
class ReportIris:
    """The addresses of what belongs to one report, and of all that it points at.

    :ivar document: the report.
    :ivar meeting: its meeting; where none is known, the report, so that what hangs on it has an address.
    """

    iris: Iris
    document: URIRef
    meeting: URIRef

    def graph(self, name: str = "") -> URIRef:
        """The report's graph, or its graph of "evidence" or of what is "inferred"."""
        return URIRef(f"{self.document}/graph" + (f"/{name}" if name else ""))

    def part(self, ref: PartRef) -> URIRef:
        return self.iris.part(self.document, ref)

    def unit(self, ref: UnitRef) -> URIRef:
        """A recommendation, or one of the several texts under its number.

        >>> own = ReportIris(Iris(), URIRef("http://x/d"), URIRef("http://x/m"))
        >>> str(own.unit(UnitRef("31(b).1"))), str(own.unit(UnitRef("61.12", 2)))
        ('http://x/d/recommendation/31.b.1', 'http://x/d/recommendation/61.12/wording/2')
        """
        wording = f"/wording/{ref.wording}" if ref.wording else ""
        return URIRef(f"{self.iris.recommendation(self.document, ref.number)}{wording}")

    def item(self, ref: ItemRef) -> URIRef:
        return URIRef(f"{self.meeting}/item/{segment(dotted(ref.number))}")

    def person(self, ref: PersonRef) -> URIRef:
        return URIRef(f"{self.meeting}/person/{segment(ref.id)}")

    def node(self, ref: NodeRef) -> URIRef:
        """A participation, statement, presentation or accession.

        >>> own = ReportIris(Iris(), URIRef("http://x/d"), URIRef("http://x/m"))
        >>> str(own.node(NodeRef("statement", ("1(a)", "ALB", "~2"))))
        'http://x/m/statement/1.a/ALB~2'
        """
        above = self.document if ref.kind in _NODES_OF_THE_DOCUMENT else self.meeting
        *keys, last = ref.key
        if last.startswith("~"):
            keys[-1] += last
        else:
            keys.append(last)
        return URIRef("/".join([above, segment(ref.kind), *(path(dotted(key)) for key in keys)]))

    def link(self, source: URIRef, property_: URIRef, target: URIRef, start: int, end: int) -> URIRef:
        """The evidence of one triple.

        The hash is of "SOURCE PROPERTY TARGET START END": three IRIs in full and two decimal numbers,
        with one space between, as UTF-8; the first 12 hexadecimal digits of its SHA-256 are the
        identifier.
        """
        key = f"{source} {property_} {target} {start} {end}"
        return URIRef(f"{self.document}/link/{hashlib.sha256(key.encode()).hexdigest()[:12]}")

    def below(self, link: URIRef, name: str) -> URIRef:
        """The parts of a link as Web Annotation: its "target", "quote" and "position"."""
        return URIRef(f"{link}/{name}")

    def open_mention(self, start: int, end: int, kind: str, occurrence: int = 1) -> URIRef:
        return URIRef(f"{self.document}/open/{start}-{end}-{segment(kind)}{_again(occurrence)}")

    def entity(self, ref: Entity | ItemRef) -> URIRef:
        """What a link may point at."""
        match ref:
            case StateRef():
                return self.iris.state(ref)
            case OrganizationRef():
                return self.iris.organization(ref)
            case PersonRef():
                return self.person(ref)
            case InstrumentRef():
                return self.iris.instrument(ref)
            case PublicationRef():
                return self.iris.publication(ref)
            case ProvisionRef():
                return self.iris.provision(ref)
            case DocumentRef():
                return self.iris.document(ref)
            case DecisionRef():
                return self.iris.decision(ref)
            case DocumentPartRef():
                return self.iris.part(self.iris.document(ref.document), ref.part)
            case DecisionPartRef():
                return self.iris.part(self.iris.decision(ref.decision), ref.part)
            case DocumentUnitRef():
                return self.iris.recommendation(self.iris.document(ref.document), ref.number)
            case ConceptRef():
                return self.iris.concept(ref)
            case ItemRef():
                return self.item(ref)

    def source(self, ref: Source) -> URIRef:
        """What a link may start from."""
        match ref:
            case PartRef():
                return self.part(ref)
            case UnitRef():
                return self.unit(ref)
            case NodeRef():
                return self.node(ref)


def _again(occurrence: int) -> str:
    """What tells a second thing of the same id apart, by the order of reading."""
    return f"~{occurrence}" if occurrence > 1 else ""
