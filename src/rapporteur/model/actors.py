"""Who came, who spoke, about what: the mentions that `rapporteur.find.actors` gives, and what linking makes of them.

A mention says which words were seen and what stands around them; which State, body or agenda item they mean is decided
by `rapporteur.link.actors`. Indexes in ``at`` count the clean text of ``text_part``; spans count the text as read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rapporteur.model.citations import NameMention
from rapporteur.model.entities import (
    Accession,
    AgendaItem,
    Coined,
    Meeting,
    Participation,
    Person,
    Presentation,
    Statement,
)
from rapporteur.model.links import Linked, Unlinked
from rapporteur.model.mentions import Mention
from rapporteur.model.refs import InstrumentRef, OrganizationRef, PartRef
from rapporteur.model.swift import swift
from rapporteur.model.text import Span

Expected = Literal["state", "organization", ""]
PersonRole = Literal[
    "chair",
    "vice-chair",
    "rapporteur",
    "committee-chair",
    "committee-member",
    "alternate",
    "facilitator",
    "speaker",
    "panellist",
    "head-of-delegation",
    "delegate",
    "",
]


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Mention):
    """What all mentions of this module share: the place in a clean text."""

    text_part: PartRef
    at: tuple[int, int]


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName(ActorMention):
    """A name in a place that only a name can fill: an item of a list, a speaker, the brackets after a person.

    ``words`` and ``span`` leave out "the" before it and an acronym in brackets behind it.

    :ivar name: the name of the authorities that fills the place wholly, or None.
    :ivar partial: States and organizations named by a part of the words only, when ``name`` is None.
    :ivar expects: what the words around it announce: a State, an organization, or "" where they do not say.
    :ivar institution: the words are built as the name of an organization is.
    :ivar acronym: the letters in brackets behind the words, or ""; ``acronym_span`` is where they stand.
    """

    name: NameMention | None
    expects: Expected
    institution: bool = False
    partial: tuple[NameMention, ...] = ()
    acronym: str = ""
    acronym_span: Span | None = None


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceMention(ListedName):
    """Somebody recorded as present.

    :ivar capacity: id of the scheme "capacity"; "" where only a role is told.
    :ivar kind: for an organization in no authority, id of the scheme "kind", or "".
    :ivar role: id of the scheme "role", or "".
    """

    capacity: str
    kind: str = ""
    role: str = ""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class StatementMention(ListedName):
    """Somebody who took the floor.

    :ivar capacity: "representative", "observer", or "concerned-state" for the State under review.
    :ivar item: number of the agenda item that the same sentence names, or "".
    :ivar on_behalf_of: for whom, where the words say so.
    :ivar also_for: for whom else, or for whom where no authority holds the name or the words name a set.
    :ivar is_set: the words name a number of speakers without naming them: "six delegations".
    :ivar spoken_for: those for whom a speaker who is not named spoke; ``words`` then say that somebody did.
    """

    capacity: str
    item: str = ""
    on_behalf_of: NameMention | None = None
    is_set: bool = False
    spoken_for: tuple[ListedName, ...] = ()
    also_for: tuple[ListedName, ...] = ()


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class AccessionMention(ListedName):
    """Somebody who became party to an instrument.

    :ivar instruments: the instruments that bear the name; of an anaphor, those named before, the nearest first.
    :ivar anaphor: the instrument is only "the Protocol".
    """

    instruments: tuple[InstrumentRef, ...]
    anaphor: bool = False


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(ActorMention):
    """A person named in the text, once for each naming.

    :ivar name: the full name, without a title before it.
    :ivar role: what the words say the person was: chair, panellist, head or member of a delegation, or "".
    :ivar introduces: these words introduce the person; others name somebody introduced elsewhere.
    :ivar representing: State or organization in brackets behind the name, or the State of the bearer's office.
    :ivar nearby: States named in the sentence that opens a paragraph with what the person, without a role, presented.
    :ivar presents: these words say that the person gave a presentation.
    :ivar short: the words are a title and a family name: "Ms. Lindqvist".
    :ivar office: the office that the words give a member of a delegation or an officer of a committee, or "".
    :ivar on_behalf_of: for whom somebody spoke, where the words say so.
    :ivar also_for: for whom else, or for whom where no authority holds the name or the words name a set.
    """

    name: str
    role: PersonRole = ""
    introduces: bool = False
    representing: ListedName | None = None
    nearby: tuple[NameMention, ...] = ()
    presents: bool = False
    short: bool = False
    office: str = ""
    on_behalf_of: NameMention | None = None
    also_for: tuple[ListedName, ...] = ()


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaMention(ActorMention):
    """One item of the agenda as adopted: ``words`` is its title, without the final punctuation."""

    number: str
    parent: str = ""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class ConsiderationMention(ActorMention):
    """The body took something up.

    :ivar form: "considered" (an item by number), "treated" (an item is named by number, no more), "adopted" (the
        agenda), "opened" (the meeting), "heading" (a heading names the item).
    :ivar items: numbers of the items named.
    :ivar days: the days named, as (day, month, year or None).
    :ivar this: "item" or "sub-item": the words say "this agenda item", and ``items`` is empty.
    """

    form: Literal["considered", "treated", "adopted", "opened", "heading"]
    items: tuple[str, ...] = ()
    days: tuple[tuple[int, int, int | None], ...] = ()
    this: Literal["", "item", "sub-item"] = ""


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsMention(ActorMention):
    """The body had documents before it.

    :ivar items: numbers of the items the sentence names; none where it says "that item", or nothing.
    """

    items: tuple[str, ...]
    symbols: tuple[str, ...]


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMention(ActorMention):
    """Words that say which meeting, where and when.

    :ivar form: "title" of the report, "held" in a paragraph, or "front" for a line above or below the title.
    :ivar title: the meeting in the title's words, or "".
    :ivar own: the words tell of the body's own meeting ("held its session", "met"), not of some meeting in passing.
    :ivar bodies: the organizations that the named body may be.
    """

    form: Literal["title", "held", "front"]
    title: str = ""
    location: str = ""
    start: date | None = None
    end: date | None = None
    bodies: tuple[OrganizationRef, ...] = ()
    body_name: str = ""
    own: bool = False


@dataclass(frozen=True)
class ActorMentions:
    """All that was found about the actors of one report, each tuple in reading order.

    :ivar states: namings of a State outside the lists of attendance, statements and accessions.
    :ivar unread: sentences that tell of attendance or statements and that no pattern could read.
    """

    meetings: tuple[MeetingMention, ...]
    agenda: tuple[AgendaMention, ...]
    considerations: tuple[ConsiderationMention, ...]
    documents: tuple[DocumentsMention, ...]
    attendance: tuple[AttendanceMention, ...]
    statements: tuple[StatementMention, ...]
    accessions: tuple[AccessionMention, ...]
    persons: tuple[PersonMention, ...]
    states: tuple[NameMention, ...]
    unread: tuple[ActorMention, ...]


@dataclass(frozen=True)
class ActorLinks:
    """What linking made of the mentions: nodes of the meeting, links, and what stayed open."""

    meeting: Meeting | None
    agenda: tuple[AgendaItem, ...]
    persons: tuple[Person, ...]
    participations: tuple[Participation, ...]
    statements: tuple[Statement, ...]
    presentations: tuple[Presentation, ...]
    accessions: tuple[Accession, ...]
    links: tuple[Linked, ...]
    unlinked: tuple[Unlinked, ...]
    coined: tuple[Coined, ...]
    unread: tuple[str, ...]
