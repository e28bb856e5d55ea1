"""Actors: mentions of who attended, spoke and presented in, nodes of the meeting with their evidence out.

The meeting and its agenda are linked first, since statements and presentations stand under an item; then attendance,
statements, accessions, persons and the remaining namings of States.
"""

from __future__ import annotations

from rapporteur.authorities import Authorities
from rapporteur.link.agenda import link_agenda
from rapporteur.link.listed import NameShelf
from rapporteur.link.meeting import link_meeting
from rapporteur.link.persons import link_persons
from rapporteur.link.speakers import Tray, link_accession, link_attendance, link_state, link_statements
from rapporteur.model import PartRef, Report
from rapporteur.model.actors import ActorLinks, ActorMention, ActorMentions
from rapporteur.model.refs import ONLY_ANNEX

_VOTES = ("unheard/vote", "unheard/tally")
"""Rules of what tells of a vote: no class of the vocabulary holds one."""


def link_actors(report: Report, actors: ActorMentions, authorities: Authorities) -> ActorLinks:
    """The meeting of a report, who took part in it and how, and every naming of a State or a person.

    :param actors: of `rapporteur.find.actors.find_actors` for the same report.
    :param authorities: those the mentions were found with.
    """
    meeting = link_meeting(report, actors.meetings, authorities)
    agenda, places = link_agenda(report, actors, meeting)
    shelf = NameShelf(authorities, report.issued or report.record.issued)
    tray = Tray(report)
    for attendance in actors.attendance:
        link_attendance(tray, attendance, shelf)
    link_statements(tray, actors.statements, agenda, places, shelf)
    for accession in actors.accessions:
        link_accession(tray, accession, shelf)
    link_persons(tray, actors.persons, places, shelf)
    for state in actors.states:
        if (state.part, state.span) not in tray.seats:
            link_state(tray, state)
    return ActorLinks(
        meeting=meeting,
        agenda=agenda,
        persons=tuple(tray.persons),
        participations=tuple(tray.participations),
        statements=tuple(tray.statements),
        presentations=tuple(tray.presentations),
        accessions=tuple(tray.accessions),
        links=tuple(sorted(tray.links, key=lambda link: (link.span.start, link.span.end, link.property, link.kind))),
        unlinked=tuple(sorted(tray.unlinked, key=lambda open: (open.span.start, open.span.end, open.property))),
        coined=tuple(tray.coined.values()),
        unread=tuple(f"{_where(mention.part)}{_told(mention)}: {mention.words}" for mention in actors.unread),
    )


def _told(mention: ActorMention) -> str:
    """What the words hold that was not read, where they do not say it themselves."""
    return ", a vote that is not read as one" if mention.rule.id in _VOTES else ""


def _where(part: PartRef) -> str:
    annex = "annex, " if part.annex == ONLY_ANNEX else f"annex {part.annex}, " if part.annex else ""
    return f"{annex}{part.kind.value} {' '.join(part.path)}".strip()
