"""For whom somebody spoke who is named behind those spoken for: is the statement that of the speaker?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

FRONT = "# Report of the Conference on Lamps, held in Lisbon from 3 to 9 June 2031\n\n## I. Debate\n\n1. "


def linked(words: str) -> ActorLinks:
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    return link_actors(report, find_mentions(report).actors, load_authorities())


def spoke(words: str) -> list[str]:
    """Who spoke, and for whom: "SLV", "SLV for grulac"."""
    found = []
    for one in linked(words).statements:
        groups = [who for who in (one.on_behalf_of, *one.also_for) if who is not None]
        told = " ".join(getattr(who, "code", "") or getattr(who, "id", "") for who in groups)
        found.append(getattr(one.speaker, "code", "") + (f" for {told}" if told else ""))
    return found


OPENED = "Statements were made by the representatives of"

ROWS = [
    (f"{OPENED}: on behalf of GRULAC, Cuba; Norway; and Chad.", ["CUB for grulac", "NOR", "TCD"]),
    (f"{OPENED}: Norway; on behalf of GRULAC, Cuba; and Chad.", ["NOR", "CUB for grulac", "TCD"]),
    (f"{OPENED} Peru, Norway and, on behalf of GRULAC, Cuba.", ["PER", "NOR", "CUB for grulac"]),
    (
        f"{OPENED} the following States: on behalf of GRULAC, Cuba, on behalf of the African Group, Egypt, and Chad.",
        ["CUB for grulac", "EGY for african-group", "TCD"],
    ),
    ("Statements were made by: Norway; speaking on behalf of GRULAC, Cuba; Chad.", ["NOR", "CUB for grulac", "TCD"]),
    (
        "The following made statements: (a) States: on behalf of GRULAC, Cuba, Norway; (b) Observers for States: Chad.",
        ["CUB for grulac", "NOR", "TCD"],
    ),
    ("On behalf of GRULAC, Cuba made a statement.", ["CUB for grulac"]),
    ("Speaking on behalf of GRULAC, the representative of Cuba said that it was dark.", ["CUB for grulac"]),
    ("A statement was made on behalf of GRULAC by Cuba.", ["CUB for grulac"]),
    (f"{OPENED} Peru and Norway (on behalf of GRULAC).", ["PER", "NOR for grulac"]),
    ("Norway, on behalf of GRULAC, made a statement.", ["NOR for grulac"]),
]


@pytest.mark.parametrize(("words", "told"), ROWS, ids=[words for words, _ in ROWS])
def test_a_group_before_its_speaker_is_spoken_for(words: str, told: list[str]) -> None:
    """Is a group that opens an item of a list that for which the next one spoke, and said to be nobody's else?"""
    assert spoke(words) == told
    assert not linked(words).unread


@pytest.mark.parametrize(
    "words",
    [
        f"{OPENED} the following States: Peru, Norway, on behalf of GRULAC, Cuba and Chad.",
        "Statements were made by Peru, on behalf of GRULAC, Cuba, Norway and Chad.",
        "The following made statements: (a) States: Peru, Chad, on behalf of GRULAC, Cuba; (b) States: Oman.",
    ],
)
def test_a_group_between_two_names_is_said_to_be_unread(words: str) -> None:
    """Is nobody guessed to have spoken for a group that stands between two names, and the sentence said unread?"""
    assert not [told for told in spoke(words) if told.startswith(("NOR for", "CUB for")) or "CUB NOR" in told]
    assert len(linked(words).unread) == 1


@pytest.mark.parametrize("office", ["Chair", "Executive Director", "President of the Assembly"])
def test_an_office_that_is_spoken_for_is_no_group(office: str) -> None:
    """Is somebody's office for which a State spoke left open, and no body coined of it?"""
    assert spoke(f"On behalf of the {office}, Norway made a statement.") == ["NOR"]
    assert spoke(f"Norway, on behalf of the {office}, made a statement.") == ["NOR"]


DONE = "Statements were made"

BY_TURNS = [
    (
        f"{DONE} on behalf of GRULAC by Cuba and on behalf of the African Group by Egypt.",
        ["CUB for grulac", "EGY for african-group"],
    ),
    (
        f"{DONE}, on behalf of GRULAC, by Cuba, on behalf of the Arab Group, by Oman, and on behalf of the African "
        "Group, by Egypt.",
        ["CUB for grulac", "OMN for arab-group", "EGY for african-group"],
    ),
    (
        f"{DONE} on behalf of GRULAC by the representative of Cuba; on behalf of the African Group by the "
        "representative of Egypt; and by the representative of Chad.",
        ["CUB for grulac", "EGY for african-group", "TCD"],
    ),
    (
        f"{DONE} on behalf of GRULAC by Cuba and on behalf of the African Group by the representative of Egypt.",
        ["CUB for grulac", "EGY for african-group"],
    ),
    (
        f"{DONE} on behalf of the Friends of Fog by Norway and on behalf of GRULAC by Cuba.",
        ["NOR for friends-of-fog", "CUB for grulac"],
    ),
    (
        f"{DONE} by the representative of Norway and, on behalf of GRULAC, by the representative of Cuba.",
        ["NOR", "CUB for grulac"],
    ),
    (f"{DONE} by Norway and on behalf of GRULAC by Cuba.", ["NOR", "CUB for grulac"]),
    (
        "A statement was made on behalf of GRULAC by the representative of Cuba and a statement was made by the "
        "representative of Norway.",
        ["CUB for grulac", "NOR"],
    ),
    (
        f"{DONE} by the representative of Cuba on behalf of GRULAC and by the representatives of Norway and Chad.",
        ["CUB for grulac", "NOR", "TCD"],
    ),
]


@pytest.mark.parametrize(("words", "told"), BY_TURNS, ids=[words for words, _ in BY_TURNS])
def test_each_spoke_for_the_group_before_its_by(words: str, told: list[str]) -> None:
    """Is a group before "by" spoken for by who stands behind it, by nobody before it, and no body made of both?"""
    assert spoke(words) == told
    assert not linked(words).unread


def test_turns_that_cannot_be_read_are_said_to_be_unread() -> None:
    """Is nothing guessed of two turns where the words do not tell who is spoken for?"""
    words = f"{DONE} on behalf of the keepers of fog by Norway and on behalf of the keepers of light by Chad."
    assert spoke(words) == []
    assert len(linked(words).unread) == 1


NOT_SPEAKING = [
    ("The representative of Cuba, echoing the Minister of Fog of Norway, noted that it was dark.", ["CUB"]),
    ("The representative of Cuba, in reply to the observer for Norway, made a statement.", ["CUB"]),
    ("In reply to the representative of Norway, the representative of Cuba made a statement.", ["CUB"]),
    ("The representative of Cuba thanked the delegation of Norway and made a statement.", ["CUB"]),
    ("The representative of Cuba, supported by the representative of Norway, said that it was dark.", ["CUB", "NOR"]),
    (
        f"{DONE} by the Minister of Fog of Cuba, on behalf of the observer for Chad, and the Minister of Fog of Peru.",
        ["CUB for TCD", "PER"],
    ),
    (
        "On behalf of the delegations of Norway and Chad, the representative of Cuba made a statement.",
        ["CUB for NOR TCD"],
    ),
]


@pytest.mark.parametrize(("words", "told"), NOT_SPEAKING, ids=[words for words, _ in NOT_SPEAKING])
def test_who_is_answered_or_spoken_for_made_no_statement(words: str, told: list[str]) -> None:
    """Is a State that is thanked, echoed, answered or spoken for no speaker, and one that supports the speaker one?"""
    assert spoke(words) == told
