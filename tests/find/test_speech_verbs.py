"""Are speakers read whose verb is not "stated": who proposed, opposed, asked, or drew attention to something?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import OrganizationRef, StateRef
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n## I. Debate\n\n"


def spoke(words: str) -> list[str]:
    """Who spoke in a paragraph."""
    report = report_from_text(f"{FRONT}1. {words}\n\n2. The Board adjourned.\n", "x.md")
    statements = link_actors(report, find_mentions(report).actors, load_authorities()).statements
    speakers = [s.speaker for s in statements]
    return [
        one.code if isinstance(one, StateRef) else one.id
        for one in speakers
        if isinstance(one, StateRef | OrganizationRef)
    ]


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("The Delegation of Chad, supported by the Delegation of Peru, opposed the chart.", ["TCD", "PER"]),
        ("The delegation of Chad proposed to mend the nets.", ["TCD"]),
        ("The Observer from the Reef Council drew the attention of the Board to nets.", ["reef-council"]),
        ("The representative of Chad, speaking on behalf of the African Group placed on record its doubt.", ["TCD"]),
        ("The proposal of Chad was considered.", []),
        ("The chart that the delegation had proposed was that of Chad.", []),
    ],
)
def test_who_speaks(words: str, speakers: list[str]) -> None:
    """Is each of them a speaker, and nobody who is only named?"""
    assert spoke(words) == speakers
