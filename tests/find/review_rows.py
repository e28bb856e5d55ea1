"""The little language of the tests of reviews: an invented report in, what was found and linked out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapporteur.authorities import Authorities, load_authorities
from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, OrganizationRef, Record, StateRef
from rapporteur.read import report_from_text

HEAD = "Report of the Working Group on the Universal Periodic Review\n\n"
CHAPEAU = "6. The recommendations listed below will be examined by Kiribati:\n\n"


@cache
def books() -> Authorities:
    return load_authorities()


def linked(text: str, name: str = "invented.md", style: str | None = None) -> LinkedReport:
    """Read, find and link a report; every quote must be what stands at its span."""
    report = report_from_text(text, name, Record(style=style))
    found = link_mentions(find_mentions(report, books()), books())
    assert all(report.quote(link.span) == link.quote for link in found.links)
    assert all(report.quote(mention.span) == mention.quote for mention in found.unlinked)
    return found


def review(*recommendations: str) -> LinkedReport:
    """A review with these numbered recommendations, "6.1 …", under one chapeau."""
    listed = "\n\n".join(recommendations)
    return linked(f"{HEAD}## II. Conclusions and/or recommendations\n\n{CHAPEAU}{listed}\n")


def who(entity: object) -> str:
    """The code of a State, the id of an organization."""
    return entity.code if isinstance(entity, StateRef) else entity.id if isinstance(entity, OrganizationRef) else "-"


def codes(states: Iterable[object]) -> str:
    """The codes of States, "ESP PRT"."""
    return " ".join(who(state) for state in states)


def made(*recommendations: str) -> list[tuple[str, str, str]]:
    """Each recommendation as (number, who made it, its text)."""
    return [(u.ref.number, codes(u.recommended_by), u.text) for u in review(*recommendations).recommendations]


def opened(found: LinkedReport, kind: str) -> list[tuple[str, str]]:
    """What stayed open of a kind, as (words, reason)."""
    return [(" ".join(m.quote.split()), m.because.value) for m in found.unlinked if m.kind == kind]
