"""Is the State that a body was set up for, and is called after, no mention of the State?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import StateRef


def states(words: str) -> list[str]:
    """The codes of the States that a text links."""
    return [link.target.code for link in link_text(words).links if isinstance(link.target, StateRef)]


@pytest.mark.parametrize(
    "body",
    [
        "United Nations Council for Namibia",
        "United Nations Institute for Namibia",
        "Lamp Commission for Haiti",
        "Special Tribunal for Lebanon",
        "Isles Relief and Works Agency for the Sudan",
        "Lamp Trust Fund for Kenya",
    ],
)
def test_a_body_for_a_state_is_no_mention_of_it(body: str) -> None:
    """Is the State in the name of a body not linked, and one beside it still?"""
    assert states(f"The {body} was represented at the meeting.") == []
    assert states(f"Statements were made by Chile and the {body}.") == ["CHL"]


@pytest.mark.parametrize(
    "words",
    [
        "The observer for Namibia made a statement.",
        "The representative for Namibia made a statement.",
        "A lamp fund for Namibia was set up.",
        "The Council, for Namibia, heard the keeper.",
        "The Special Rapporteur for Namibia made a statement.",
        "The Committee asked for Namibia to be heard.",
    ],
)
def test_who_speaks_for_a_state_still_names_it(words: str) -> None:
    """Is the State still linked behind an officer, a common noun or a verb with "for"?"""
    assert states(words) == ["NAM"]
