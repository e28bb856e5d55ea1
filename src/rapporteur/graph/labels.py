"""Labels: a reference of the model in, words for a person out.

A thing must have the same label in the graph of every report that names it, or it would end up with two;
so a label is made of nothing but the reference, the authorities and, for what is named here only, its
printed name.
"""

from __future__ import annotations

from rapporteur.authorities import Authorities
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
    LinkedReport,
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


def document_ref(linked: LinkedReport) -> DocumentRef:
    """The report itself: by its symbol, else by the slug of its title and the year of its issue."""
    report = linked.report
    if report.symbol:
        return DocumentRef(report.symbol)
    year = f"-{report.issued.year}" if report.issued else ""
    return DocumentRef(f"title/{slug(report.title_text) or slug(report.source.name) or 'untitled'}{year}")


def without_symbol(ref: DocumentRef) -> bool:
    """Is the document known by its title only?"""
    return ref.symbol.startswith("title/")


def part_label(ref: PartRef) -> str:
    """A text part within its document.

    >>> part_label(PartRef(PartKind.SUBPARAGRAPH, ("31", "b"), "II"))
    'annex II, paragraph 31 (b)'
    >>> part_label(PartRef(PartKind.SECTION, (), "II"))
    'annex II'
    """
    if ref.annex and not ref.path:
        return "annex" if ref.annex == ONLY_ANNEX else f"annex {ref.annex}"
    first, *inner = ref.path
    kind = PartKind.PARAGRAPH if ref.kind is PartKind.SUBPARAGRAPH else ref.kind
    annex = "annex, " if ref.annex == ONLY_ANNEX else f"annex {ref.annex}, " if ref.annex else ""
    section = f"section {ref.section}, " if ref.section else ""
    return f"{annex}{section}{kind.value} {first}" + "".join(f" ({label})" for label in inner)


class Labels:
    """Labels of what the books hold and, given a report, of what it holds and names."""

    def __init__(self, authorities: Authorities, linked: LinkedReport | None = None) -> None:
        self._books = authorities
        self._own: DocumentRef | None = None
        self._titles: dict[Entity, str] = {}
        self._persons: dict[PersonRef, str] = {}
        self._who: dict[NodeRef, str] = {}
        if linked is not None:
            self._read(linked)

    def _read(self, linked: LinkedReport) -> None:
        """Keep the names that only this report gives."""
        self._own = document_ref(linked)
        self._titles |= {coined.ref: coined.name for coined in linked.coined}
        if linked.report.symbol is None:
            self._titles[self._own] = linked.report.title_text
        self._persons = {person.ref: person.name for person in linked.persons}
        self._who = {
            node.ref: node.name_as_written
            for nodes in (linked.participations, linked.statements, linked.presentations, linked.accessions)
            for node in nodes
        }

    def of(self, ref: Entity | Source | ItemRef) -> str:
        """Words for a person, in English."""
        match ref:
            case StateRef():
                state = self._books.states.get(ref.code)
                return state.labels.get("en", ref.code) if state else ref.code
            case OrganizationRef():
                known = self._books.organizations.get(ref.id)
                return known.label if known else self._titles.get(ref, ref.id)
            case InstrumentRef():
                instrument = self._books.instruments.get(ref.id)
                return instrument.title if instrument else self._titles.get(ref, ref.id)
            case PersonRef():
                return self._persons.get(ref, ref.id)
            case PublicationRef():
                return self._titles.get(ref, ref.id) if ref.scheme == "title" else _publication(ref)
            case ProvisionRef():
                return f"{self._short(ref.instrument)}, {provision_label(ref)}"
            case DocumentRef():
                return self._titles.get(ref, ref.symbol) if without_symbol(ref) else ref.symbol
            case DecisionRef():
                return f"{ref.body} decision {ref.number}"
            case DocumentPartRef():
                return self._part(ref.document, ref.part)
            case DecisionPartRef():
                return self._part(ref.decision, ref.part)
            case DocumentUnitRef():
                return f"{self.of(ref.document)}, recommendation {ref.number}"
            case ConceptRef():
                return self._concept(ref)
            case PartRef():
                return self._part(self._report, ref)
            case UnitRef():
                wording = f", wording {ref.wording}" if ref.wording else ""
                return f"{self.of(self._report)}, recommendation {ref.number}{wording}"
            case ItemRef():
                return f"Item {ref.number}"
            case NodeRef():
                return self._node(ref)

    @property
    def _report(self) -> DocumentRef:
        if self._own is None:
            raise ValueError("a part of a report has no label where no report was given")
        return self._own

    def _part(self, document: DocumentRef | DecisionRef, part: PartRef) -> str:
        whole = self.of(document)
        return whole if part.kind is PartKind.REPORT else f"{whole}, {part_label(part)}"

    def _short(self, ref: InstrumentRef | PublicationRef) -> str:
        """The first settled short title of an instrument that is no mere beginning of its title, else the shortest."""
        book = self._books.instruments.get(ref.id) if isinstance(ref, InstrumentRef) else None
        if book is None:
            return self.of(ref)
        title = book.title.lower()
        settled = [name for name in book.names if not title.startswith(name.lower())]
        return settled[0] if settled else min((book.title, *book.names), key=len)

    def _concept(self, ref: ConceptRef) -> str:
        if ref.scheme == "theme" and ref.id in self._books.themes:
            return self._books.themes[ref.id].label
        concept = self._books.concepts.get((ref.scheme, ref.id))
        return concept.label if concept else ref.id.replace("-", " ").capitalize()

    def _node(self, ref: NodeRef) -> str:
        who = self._who.get(ref, ref.key[-1])
        if ref.kind in ("statement", "presentation") and ref.key[0] != "none":
            return f"{ref.kind.capitalize()} of {who} on item {ref.key[0]}"
        if ref.kind == "accession":
            return f"Accession of {who} to {self._short(InstrumentRef(ref.key[0]))}"
        return f"{ref.kind.capitalize()} of {who}"


def provision_label(ref: ProvisionRef) -> str:
    """A provision within its instrument.

    >>> provision_label(ProvisionRef(InstrumentRef("untoc"), (("article", "26"), ("subparagraph", "a"))))
    'article 26, subparagraph (a)'
    """
    steps = [(unit, f"({number})" if unit == "subparagraph" else number) for unit, number in ref.steps]
    return ", ".join(f"{unit} {number}" if number else unit for unit, number in steps)


def _publication(ref: PublicationRef) -> str:
    """A publication by its number, in the words of a United Nations note."""
    if ref.scheme == "sales":
        return f"United Nations publication, Sales No. {ref.id}"
    if ref.scheme == "isbn":
        return f"ISBN {ref.id}"
    if ref.scheme == "unts" and "/" in ref.id:
        volume, number = ref.id.split("/", 1)
        return f"United Nations, Treaty Series, vol. {volume}, No. {number}"
    return ref.id
