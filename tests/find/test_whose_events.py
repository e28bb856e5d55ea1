"""Whose events: is a panel that the body itself notes its own, and one that somebody describes not?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.read import report_from_text

TITLE = "Report of the Fog Council on its ninth session, held in Lisbon from 3 to 9 June 2031"


def roles(words: str) -> dict[str, str]:
    """Who took part, and as what."""
    report = report_from_text(f"# {TITLE}\n\n## I. Debate\n\n1. {words}\n", "x.md")
    found = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    return {one.name_as_written: one.role.id for one in found if one.role}


@pytest.mark.parametrize(
    "words",
    [
        "The Council noted with appreciation the panel discussion moderated by Mr. Bo Lind (Norway).",
        "The Fog Council welcomed the in-session workshop moderated by Mr. Bo Lind (Norway).",
        "Speakers welcomed the panel discussion, which was moderated by Mr. Bo Lind (Norway).",
        "Participants praised the round table, moderated by Mr. Bo Lind (Norway).",
        "The panel was moderated by Mr. Bo Lind (Norway).",
    ],
)
def test_what_the_body_notes_is_its_own(words: str) -> None:
    """Is who led an event that the body, or all who met, note a facilitator of the meeting?"""
    assert roles(words) == {"Bo Lind": "facilitator"}


@pytest.mark.parametrize(
    "words",
    [
        "The Council welcomed the regional workshop moderated by Mr. Bo Lind (Norway).",
        "Speakers welcomed the side event moderated by Mr. Bo Lind (Norway).",
        "The Net Board welcomed the workshop moderated by Mr. Bo Lind (Norway).",
        "The representative of Peru welcomed the workshop moderated by Mr. Bo Lind (Norway).",
        "One speaker described the seminar moderated by Mr. Bo Lind (Norway).",
    ],
)
def test_what_somebody_describes_is_not(words: str) -> None:
    """Has nobody a role who led an event elsewhere, or one that a speaker or another body told of?"""
    assert roles(words) == {}
