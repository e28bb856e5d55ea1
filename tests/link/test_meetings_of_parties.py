"""Reports of meetings that the Environment Programme serves: who came, what the meeting requested, glued numbers."""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions, link_text
from rapporteur.model import LinkedReport, StateRef
from rapporteur.read import report_from_text

FRONT = """UNEP/OzL.Pro.61/7

# Report of the Lighthouse Committee of the Parties on its ninth meeting

## I. Matters of lamps

"""


def linked(sentence: str) -> LinkedReport:
    return link_mentions(find_mentions(report_from_text(f"{FRONT}1. {sentence}\n", "x.md")))


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        ("The meeting was attended by Committee members from Canada, Ghana, , and Peru.", ["CAN", "GHA", "PER"]),
        ("At the invitation of the Board, representatives of Chad attended in order to present a chart.", ["TCD"]),
        (
            "Representatives of the Lamp Alliance, the World Bank, both as keeper and as Treasurer of the Fund, "
            "and UNEP attended the meeting as observers.",
            ["lamp-alliance", "world-bank", "unep"],
        ),
    ],
)
def test_those_who_came_are_recorded(sentence: str, present: list[str]) -> None:
    """Are members of a committee, those invited, and observers with an unknown one among them, recorded?"""
    found = [one.participant for one in linked(sentence).participations]
    assert [ref.code if isinstance(ref, StateRef) else getattr(ref, "id", None) for ref in found] == present


def test_an_unknown_name_with_brackets_is_not_taken() -> None:
    """Is a list with a remark in brackets behind an unknown name left, and said?"""
    found = linked("Representatives of the Lamp Alliance (including the Fog Fund) and UNEP attended as observers.")
    assert not found.participations
    assert any("Lamp Alliance" in line for line in found.unread)


def test_what_the_meeting_itself_requested_is_a_unit() -> None:
    """Is a request of the body itself a unit, and what it asked before, or another asked, none?"""
    found = linked(
        "The Committee requested the secretariat to light lamps. In its decision 4/1, the Committee had requested the "
        "keeper to close ports. One representative requested the keeper to open ports."
    )
    assert [(unit.strength.id, unit.actions) for unit in found.recommendations] == [("request", ("light",))]


def test_a_number_glued_to_its_word_is_a_decision() -> None:
    """Is "decision1/7" read as "decision 1/7"?"""
    found = link_text("In line with decision1/7, the Board met.")
    assert [one.quote for one in found.unlinked if "decision" in one.quote] == ["decision1/7"]


def test_states_may_speak_by_their_bare_names() -> None:
    """Does "Azuria said" make a State a speaker, and neither a body nor one that reported figures?"""
    found = linked(
        "Chile and Chad said that lamps were dim. Norway, supported by Peru, proposed a chart. Cuba reported lamps. "
        "The Committee welcomed the chart. Lamps of Oman said more."
    )
    assert [one.speaker.code for one in found.statements if isinstance(one.speaker, StateRef)] == ["CHL", "TCD", "NOR"]
    assert len(found.statements) == 3
