"""An invented report for the tests of actors: paragraphs of attendance and deliberations in, what was linked out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapporteur.authorities import Authorities, load_authorities
from rapporteur.find.actors import find_actors
from rapporteur.find.names import find_names
from rapporteur.link.actors import link_actors
from rapporteur.model import OrganizationRef, PersonRef, Report, StateRef
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

OPENING = """## Report on the meeting of the Working Group on Firearms held in Vienna from {when}

### I. Organizational questions

#### A. Opening of the meeting

1. The meeting was opened by the Chair, Ada Q. Lindqvist (Norway).

#### B. Adoption of the agenda

2. On 27 May, the Working Group adopted the following agenda:

1. Organizational matters:
  - (a) Opening of the meeting;
  - (b) Adoption of the agenda and other business.
2. Marking of firearms and the tracing of parts.
3. Reducing the illicit trade.
4. Other matters.

#### C. Attendance

"""


@cache
def books() -> Authorities:
    return load_authorities()


def linked_text(text: str) -> tuple[Report, ActorLinks]:
    """Read, find and link the actors of a report given as Markdown; every quote must be what stands at its span."""
    report = report_from_text(text, "invented.md")
    actors = find_actors(report, find_names(report, books()), books())
    links = link_actors(report, actors, books())
    assert all(report.quote(link.span) == link.quote for link in links.links)
    assert all(report.quote(mention.span) == mention.quote for mention in links.unlinked)
    return report, links


def linked_report(
    attendance: Sequence[str] = (), deliberations: Sequence[str] = (), when: str = "26 to 28 May 2014"
) -> ActorLinks:
    """The actors of a report with these paragraphs of attendance and, under "Marking of firearms", deliberations."""
    text = OPENING.replace("{when}", when)
    text += "\n\n".join(f"{n}. {words}" for n, words in enumerate(attendance, start=3))
    text += "\n\n### II. Summary of the deliberations\n\n#### A. Marking of firearms and tracing of their parts\n\n"
    text += "\n\n".join(f"{n}. {words}" for n, words in enumerate(deliberations, start=3 + len(attendance)))
    return linked_text(text + "\n")[1]


def who(ref: StateRef | OrganizationRef | PersonRef | None) -> str:
    """The code or id of a State, organization or person; "-" for nobody."""
    if ref is None:
        return "-"
    return ref.code if isinstance(ref, StateRef) else ref.id


def attended(*paragraphs: str) -> list[tuple[str, str]]:
    """(who, capacity) of everybody that the paragraphs record as present."""
    links = linked_report(attendance=paragraphs)
    return [(who(p.participant), p.capacity.id) for p in links.participations if p.capacity is not None]


def spoke(*paragraphs: str) -> list[tuple[str, str, str]]:
    """(who, capacity, item) of everybody that the paragraphs tell to have spoken."""
    links = linked_report(deliberations=paragraphs)
    return [
        (who(s.speaker), s.capacity.id if s.capacity else "", s.item.number if s.item else "none")
        for s in links.statements
    ]
