"""What a report tells of: its meeting, who came and spoke, what was recommended.

These are the nodes of the graph that belong to one report. Each name as written keeps its span, so that the links that
hang on a node can quote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rapporteur.model.links import Linked, Unlinked
from rapporteur.model.refs import (
    ConceptRef,
    DocumentRef,
    InstrumentRef,
    ItemRef,
    NodeRef,
    OrganizationRef,
    PartRef,
    PersonRef,
    PublicationRef,
    StateRef,
    UnitRef,
)
from rapporteur.model.report import Report
from rapporteur.model.text import Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting a report reports.

    :ivar body: the body that met, where the authorities or the text name it.
    :ivar code: code of the body for the IRI, "CTOC/COP/WG.4", or the slug of its name.
    """

    title: str
    code: str
    body: OrganizationRef | None = None
    start: date | None = None
    end: date | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda.

    :ivar number: "2" or "1(a)"; ``parent`` is the number above it.
    :ivar span: of the title in the text as read.
    :ivar discussed_in: every section that treats it: deliberations and recommendations.
    :ivar had_before: the documents the body had before it.
    :ivar considered_on: the dates on which it was taken up, as the text says.
    """

    number: str
    title: str
    span: Span
    recorded_in: PartRef
    parent: str | None = None
    discussed_in: tuple[PartRef, ...] = ()
    had_before: tuple[DocumentRef, ...] = ()
    considered_on: tuple[date, ...] = ()

    @property
    def ref(self) -> ItemRef:
        return ItemRef(self.number)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the report; ``representing`` is the State or organization after the name."""

    ref: PersonRef
    name: str
    span: Span
    recorded_in: PartRef


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody was at the meeting, in a capacity or a role.

    :ivar office: that of a member of a delegation or an officer of a committee as it is worded, or "".
    """

    ref: NodeRef
    participant: StateRef | OrganizationRef | PersonRef
    recorded_in: PartRef
    name_as_written: str
    span: Span
    capacity: ConceptRef | None = None
    role: ConceptRef | None = None
    representing: StateRef | OrganizationRef | None = None
    office: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody took the floor.

    :ivar speaker: None where the name could not be linked (then an `Unlinked` says why).
    :ivar item: the agenda item, None where the text does not say.
    :ivar also_for: others on whose behalf the same speaker spoke.
    """

    ref: NodeRef
    speaker: StateRef | OrganizationRef | PersonRef | None
    capacity: ConceptRef | None
    recorded_in: PartRef
    name_as_written: str
    span: Span
    item: ItemRef | None = None
    on_behalf_of: StateRef | OrganizationRef | None = None
    also_for: tuple[StateRef | OrganizationRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Presentation:
    """A person presented or sat on a panel under an item."""

    ref: NodeRef
    speaker: PersonRef
    recorded_in: PartRef
    name_as_written: str
    span: Span
    item: ItemRef | None = None


@dataclass(frozen=True, slots=True)
class Accession:
    """A State became party to an instrument, as the report tells."""

    ref: NodeRef
    participant: StateRef | OrganizationRef
    instrument: InstrumentRef
    recorded_in: PartRef
    name_as_written: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """One of several texts that the body prints under one number, each with those who made it.

    :ivar text: its words, without the names in brackets.
    :ivar actions: lemma of each main verb.
    """

    ref: UnitRef
    text: str
    span: Span
    actions: tuple[str, ...]
    recommended_by: tuple[StateRef | OrganizationRef, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One deontic operator with its addressee.

    :ivar ref: printed id: "23.1", "31(b).1"; the counter is always written.
    :ivar text: the unit alone, normalised: no number, label, chapeau, nor the "and" before a second operator.
    :ivar chapeau: words of the chapeau it stands under, and their span.
    :ivar operator: the deontic phrase as written, normalised as "should continue to"; its span covers a split
        operator whole.
    :ivar actions: lemma of each main verb; after "should consider" of the gerund.
    :ivar recorded_in: the paragraph or subparagraph.
    :ivar section: path of the innermost section.
    :ivar item: the agenda item whose section it stands in.
    :ivar recommended_by: those who made it, where the body records them.
    :ivar wordings: its texts, where its number holds several.
    :ivar chapeau_in: the paragraph that holds the chapeau, where it is recorded in another.
    """

    ref: UnitRef
    text: str
    span: Span
    recorded_in: PartRef
    section: str
    operator: str
    operator_span: Span
    strength: ConceptRef
    actions: tuple[str, ...]
    addressees: tuple[ConceptRef | StateRef | OrganizationRef, ...] = ()
    secondary_actors: tuple[OrganizationRef, ...] = ()
    chapeau: str | None = None
    chapeau_span: Span | None = None
    item: ItemRef | None = None
    recommended_by: tuple[StateRef | OrganizationRef, ...] = ()
    wordings: tuple[Wording, ...] = ()
    chapeau_in: PartRef | None = None


@dataclass(frozen=True, slots=True)
class Coined:
    """A thing that is named here only: minted from its printed name, in no authority.

    :ivar name: as printed.
    :ivar kind: of an organization: concept id of the scheme "kind"; else "".
    :ivar issued: the year that stands with a publication or an act, "" without one.
    """

    ref: OrganizationRef | InstrumentRef | PublicationRef | DocumentRef
    name: str
    kind: str = ""
    issued: str = ""


@dataclass(frozen=True)
class LinkedReport:
    """A report with everything that was found and linked in it: what the graph room turns into triples.

    :ivar links: in reading order; every triple that evidence is owed for has its `Linked` here.
    :ivar unlinked: words that were seen and stayed open.
    :ivar unread: passages that look like attendance, statements or recommendations and could not be read.
    """

    report: Report
    meeting: Meeting | None
    agenda: tuple[AgendaItem, ...]
    persons: tuple[Person, ...]
    participations: tuple[Participation, ...]
    statements: tuple[Statement, ...]
    presentations: tuple[Presentation, ...]
    accessions: tuple[Accession, ...]
    recommendations: tuple[Recommendation, ...]
    links: tuple[Linked, ...]
    unlinked: tuple[Unlinked, ...]
    coined: tuple[Coined, ...] = ()
    unread: tuple[str, ...] = ()
