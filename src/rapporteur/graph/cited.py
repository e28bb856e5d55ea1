"""Things that a report names: what no shared graph describes gets class, label and place in its own.

These are the stubs of documents and text parts that are not in the corpus, provisions deeper than the
article, decisions, publications, and what was coined from its printed name. A stub says only what the
full description says too: when the document is added the node fills up, and when it is removed the stub
is left.
"""

from __future__ import annotations

from dataclasses import replace

from rdflib import URIRef

from rapporteur.authorities import Authorities
from rapporteur.graph.iris import ReportIris
from rapporteur.graph.labels import Labels, document_ref, without_symbol
from rapporteur.graph.report import part_number
from rapporteur.graph.vocabulary import DCTERMS, PART_OF, RAP, SKOS, TITLE, TRUE, Sheet, issued, plain, words
from rapporteur.model import (
    Coined,
    ConceptRef,
    DecisionPartRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Entity,
    InstrumentRef,
    LinkedReport,
    OrganizationRef,
    PartKind,
    PartRef,
    PersonRef,
    ProvisionRef,
    PublicationRef,
    StateRef,
)


def named(linked: LinkedReport) -> set[Entity]:
    """Everything a report points at: targets and candidates, participants, speakers, addressees."""
    found: set[Entity | None] = {link.target for link in linked.links}
    found |= {candidate for unlinked in linked.unlinked for candidate in unlinked.candidates}
    found |= {document for item in linked.agenda for document in item.had_before}
    found |= {coined.ref for coined in linked.coined}
    for participation in linked.participations:
        found |= {participation.participant, participation.representing}
        found |= {participation.capacity, participation.role}
    for statement in linked.statements:
        found |= {statement.speaker, statement.capacity, statement.on_behalf_of}
    found |= {presentation.speaker for presentation in linked.presentations}
    for accession in linked.accessions:
        found |= {accession.participant, accession.instrument}
    for unit in linked.recommendations:
        found |= {unit.strength, *unit.addressees, *unit.secondary_actors, *unit.recommended_by}
    found |= {linked.meeting.body if linked.meeting else None}
    return {ref for ref in found if ref is not None}


class StubWriter:
    """Writes on a sheet what the shared graphs and the report itself leave undescribed."""

    def __init__(self, sheet: Sheet, linked: LinkedReport, own: ReportIris, labels: Labels, books: Authorities) -> None:
        self._sheet, self._own, self._labels, self._books = sheet, own, labels, books
        self._self = document_ref(linked)
        self._coined: dict[Entity, Coined] = {coined.ref: coined for coined in linked.coined}
        self._language = linked.report.language
        self._described = {subject for subject, _, _ in sheet.triples}

    def describe(self, ref: Entity) -> URIRef:
        """Describe a thing and what it is part of, unless that is done elsewhere; returns its address."""
        node = self._own.entity(ref)
        if node not in self._described and not self._in_the_books(ref):
            self._described.add(node)
            self._write(ref, node)
        return node

    def _in_the_books(self, ref: Entity) -> bool:
        """Does the shared graph of authorities describe it?"""
        match ref:
            case StateRef():
                return ref.code in self._books.states
            case OrganizationRef():
                return ref.id in self._books.organizations
            case InstrumentRef():
                return ref.id in self._books.instruments
            case ConceptRef():
                return (ref.scheme, ref.id) in self._books.concepts or (
                    ref.scheme == "theme" and ref.id in self._books.themes
                )
            case ProvisionRef(InstrumentRef(id), ((unit, number),)):
                book = self._books.instruments.get(id)
                return book is not None and unit == book.unit and number in book.provisions
        return False

    def _write(self, ref: Entity, node: URIRef) -> None:
        match ref:
            case DocumentPartRef() | DecisionPartRef():
                self._text_part(ref, node)
            case DocumentUnitRef():
                self._thing(ref, node, RAP["Recommendation"])
                self._sheet.add(node, RAP["number"], plain(ref.number))
                place = DocumentPartRef(ref.document, PartRef(PartKind.PARAGRAPH, (ref.number,)))
                self._sheet.add(node, RAP["recordedIn"], self.describe(place))
            case ProvisionRef():
                self._thing(ref, node, RAP["Provision"])
                unit, number = ref.steps[-1]
                self._sheet.add(node, RAP["number"], plain(number or unit))
                above = ProvisionRef(ref.instrument, ref.steps[:-1]) if len(ref.steps) > 1 else ref.instrument
                self._sheet.add(node, PART_OF, self.describe(above))
            case DocumentRef():
                self._thing(ref, node, RAP["Document"])
                if not without_symbol(ref):
                    self._sheet.add(node, RAP["symbol"], plain(ref.symbol))
            case DecisionRef():
                self._thing(ref, node, RAP["Decision"])
            case PublicationRef():
                self._thing(ref, node, RAP["Publication"])
            case InstrumentRef():
                self._thing(ref, node, RAP["Instrument"])
            case OrganizationRef():
                self._thing(ref, node, RAP["Organization"])
            case StateRef():
                self._thing(ref, node, RAP["State"])
            case PersonRef():
                self._thing(ref, node, RAP["Person"])
            case ConceptRef():
                self._thing(ref, node, SKOS["Concept"])
                self._sheet.add(node, SKOS["inScheme"], self._own.iris.scheme(ref.scheme))
        coined = self._coined.get(ref)
        if coined is not None:
            self._write_coined(coined, node)

    def _thing(self, ref: Entity, node: URIRef, class_: URIRef) -> None:
        self._sheet.thing(node, class_, self._labels.of(ref))

    def _text_part(self, ref: DocumentPartRef | DecisionPartRef, node: URIRef) -> None:
        """A part of a document whose text is not here: number and document, no text."""
        self._thing(ref, node, RAP["TextPart"])
        self._sheet.add(node, RAP["number"], part_number(ref.part))
        whole = ref.document if isinstance(ref, DocumentPartRef) else ref.decision
        self._sheet.add(node, RAP["inDocument"], self.describe(whole))
        if ref.part.kind is PartKind.SUBPARAGRAPH:
            *above, _ = ref.part.path
            kind = PartKind.SUBPARAGRAPH if len(above) > 1 else PartKind.PARAGRAPH
            outer = PartRef(kind, tuple(above), ref.part.annex, ref.part.section)
            self._sheet.add(node, PART_OF, self.describe(replace(ref, part=outer)))
        elif ref.part.section:
            outer = PartRef(PartKind.SECTION, (ref.part.section,), ref.part.annex)
            self._sheet.add(node, PART_OF, self.describe(replace(ref, part=outer)))

    def _write_coined(self, coined: Coined, node: URIRef) -> None:
        """What is known of a thing from its printed name alone."""
        ref, add = coined.ref, self._sheet.add
        if not isinstance(ref, DocumentRef):
            add(node, RAP["namedHereOnly"], TRUE)
        if not isinstance(ref, OrganizationRef):
            add(node, TITLE, words(coined.name, self._language))
        if isinstance(ref, OrganizationRef) and coined.kind:
            add(node, RAP["kind"], self.describe(ConceptRef("kind", coined.kind)))
        if coined.issued:
            add(node, DCTERMS["issued"], issued(coined.issued))
