"""The meeting: its agenda, who was there, who spoke and presented, which accessions were told → triples."""

from __future__ import annotations

from rdflib import URIRef

from rapporteur.graph.iris import ReportIris
from rapporteur.graph.labels import Labels
from rapporteur.graph.vocabulary import FOAF, PART_OF, RAP, SCHEMA, TITLE, Sheet, day, plain, words
from rapporteur.model import (
    Accession,
    AgendaItem,
    ItemRef,
    LinkedReport,
    Participation,
    Presentation,
    Statement,
)


class MeetingWriter:
    """Writes what a report tells of its meeting on a sheet."""

    def __init__(self, sheet: Sheet, linked: LinkedReport, own: ReportIris, labels: Labels) -> None:
        self._sheet, self._own, self._labels = sheet, own, labels
        self._linked = linked
        self._language = linked.report.language

    def write(self) -> None:
        """The meeting, its items, its persons, then every node in reading order."""
        linked = self._linked
        self._meeting()
        for item in linked.agenda:
            self._item(item)
        for person in linked.persons:
            node = self._own.person(person.ref)
            self._sheet.thing(node, RAP["Person"], person.name)
            self._sheet.add(node, FOAF["name"], plain(person.name))
        for participation in linked.participations:
            self._participation(participation)
        for statement in linked.statements:
            self._statement(statement)
        for presentation in linked.presentations:
            node = self._node(presentation, RAP["Presentation"])
            self._sheet.add(node, RAP["speaker"], self._own.entity(presentation.speaker))
            self._on_item(node, presentation.item)
        for accession in linked.accessions:
            node = self._node(accession, RAP["Accession"])
            self._sheet.add(node, RAP["participant"], self._own.entity(accession.participant))
            self._sheet.add(node, RAP["instrument"], self._own.entity(accession.instrument))

    def _meeting(self) -> None:
        meeting, node, add = self._linked.meeting, self._own.meeting, self._sheet.add
        if meeting is None:
            return
        self._sheet.thing(node, RAP["Meeting"], meeting.title, self._language)
        add(node, TITLE, words(meeting.title, self._language))
        add(node, SCHEMA["startDate"], day(meeting.start) if meeting.start else None)
        add(node, SCHEMA["endDate"], day(meeting.end) if meeting.end else None)
        place = meeting.location
        add(node, SCHEMA["location"], words(place, self._language) if place else None)
        add(node, RAP["body"], self._own.entity(meeting.body) if meeting.body else None)

    def _item(self, item: AgendaItem) -> None:
        node, add = self._own.item(item.ref), self._sheet.add
        self._sheet.thing(node, RAP["AgendaItem"], f"Item {item.number}: {item.title}", self._language)
        add(node, RAP["number"], plain(item.number))
        add(node, TITLE, words(item.title, self._language))
        add(node, RAP["recordedIn"], self._own.part(item.recorded_in))
        if item.parent:
            add(node, PART_OF, self._own.item(ItemRef(item.parent)))
        elif self._linked.meeting:
            add(node, PART_OF, self._own.meeting)
        for section in item.discussed_in:
            add(node, RAP["discussedIn"], self._own.part(section))
        for document in item.had_before:
            add(node, RAP["hadBefore"], self._own.entity(document))
        for considered in item.considered_on:
            add(node, RAP["consideredOn"], day(considered))

    def _participation(self, participation: Participation) -> None:
        node, add = self._node(participation, RAP["Participation"]), self._sheet.add
        add(node, RAP["participant"], self._own.entity(participation.participant))
        add(node, RAP["meeting"], self._own.meeting if self._linked.meeting else None)
        for property_, value in (
            ("capacity", participation.capacity),
            ("role", participation.role),
            ("representing", participation.representing),
        ):
            add(node, RAP[property_], self._own.entity(value) if value else None)
        add(node, RAP["office"], plain(participation.office) if participation.office else None)

    def _statement(self, statement: Statement) -> None:
        node = self._node(statement, RAP["Statement"])
        self._on_item(node, statement.item)
        for property_, value in (
            ("speaker", statement.speaker),
            ("capacity", statement.capacity),
            ("onBehalfOf", statement.on_behalf_of),
        ):
            self._sheet.add(node, RAP[property_], self._own.entity(value) if value else None)
        for other in statement.also_for:
            self._sheet.add(node, RAP["onBehalfOf"], self._own.entity(other))

    def _on_item(self, node: URIRef, item: ItemRef | None) -> None:
        self._sheet.add(node, RAP["agendaItem"], self._own.item(item) if item else None)

    def _node(self, it: Participation | Statement | Presentation | Accession, class_: URIRef) -> URIRef:
        """What all nodes have: class, label, where they are recorded, the name as printed."""
        node = self._own.node(it.ref)
        self._sheet.thing(node, class_, self._labels.of(it.ref))
        self._sheet.add(node, RAP["recordedIn"], self._own.part(it.recorded_in))
        self._sheet.add(node, RAP["nameAsWritten"], plain(it.name_as_written))
        return node
