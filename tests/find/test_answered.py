"""Statements in reply: do those speak who answer, and not those whom they answer?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import StateRef
from rapporteur.read import report_from_text

FRONT = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n## I. Debate\n\n1. "


def spoke(words: str) -> list[tuple[str, str]]:
    """The States that spoke in a report of one paragraph, each with its capacity."""
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    links = link_actors(report, find_mentions(report).actors, load_authorities())
    return [
        (s.speaker.code, s.capacity.id if s.capacity else "")
        for s in links.statements
        if isinstance(s.speaker, StateRef)
    ]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        (
            "Statements in exercise of the right of reply were made by the representative of Peru, in relation to the"
            " statement of the representative of Chad; the representative of Cuba, in relation to the statement of the"
            " representative of Norway.",
            ["PER", "CUB"],
        ),
        (
            "The representatives of Peru and Cuba made statements in exercise of the right of reply, in connection with"
            " statements made by the representatives of Chad and Norway.",
            ["PER", "CUB"],
        ),
        ("Peru made a statement in response to the remarks made by the representative of Chad.", ["PER"]),
        ("A statement was made by the representative of Peru in reply to an earlier statement by Chad.", ["PER"]),
    ],
)
def test_those_who_are_answered_do_not_speak(words: str, states: list[str]) -> None:
    """Are only those speakers who reply, by whatever words their statement points to the one it answers?"""
    assert [state for state, _ in spoke(words)] == states


@pytest.mark.parametrize(
    "words",
    [
        "Statements in explanation of vote before the vote were made by the representatives of Peru (on behalf of the"
        " African Group) and Cuba.",
        "General comments on the draft resolution were made by the representatives of Peru and Cuba.",
    ],
)
def test_statements_about_a_vote_are_statements(words: str) -> None:
    """Do those speak who explain a vote, or comment on what is voted?"""
    assert spoke(words) == [("PER", "representative"), ("CUB", "representative")]


@pytest.mark.parametrize(
    "words",
    [
        "At the 1st meeting, the keeper of the Light, Ada Zedd, and the lamplighter, Luis Foy, addressed the Board.",
        "The following made statements: (a) Observers for non-governmental organizations: Amnesty International (joint"
        " statement with Lamp Keepers: Isles).",
    ],
)
def test_who_addressed_the_meeting_or_joined_a_statement_is_told(words: str) -> None:
    """Is it said where someone spoke in a way that gives no statement?"""
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    assert len(link_actors(report, find_mentions(report).actors, load_authorities()).unread) == 1


def test_two_bodies_spoken_for_may_be_two() -> None:
    """Do two names joined by "and" stay open, a colon inside one of them or not?"""
    words = (
        "The following made statements: (a) Observers for non-governmental organizations: Amnesty International (also"
        " on behalf of LAMPS: Keepers for Bright Nights and Amigos Do Farol), Save the Reefs."
    )
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    links = link_actors(report, find_mentions(report).actors, load_authorities())
    assert [s.on_behalf_of for s in links.statements] == [None, None]


def test_delegations_that_addressed_the_meeting_by_group_speak() -> None:
    """Is a list of those who addressed the meeting read group by group, and nothing of it told as unread?"""
    words = (
        "The following delegations, and invited guests, addressed the Board:\n\n(a) Representatives of States members"
        " of the Board: Chad, Peru (on behalf of the African Group);\n\n(b) Observer for: Holy See."
    )
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    links = link_actors(report, find_mentions(report).actors, load_authorities())
    assert [s.capacity.id for s in links.statements if s.capacity] == ["representative", "representative", "observer"]
    assert not links.unread


@pytest.mark.parametrize(
    ("second", "item"),
    [
        ("Statements were also made by the observers for Cuba and Fiji.", "3"),
        ("The observer for Cuba also made a statement.", "3"),
        ("Statements were made by the observers for Cuba and Fiji.", ""),
    ],
)
def test_further_statements_are_on_the_item_of_those_before(second: str, item: str) -> None:
    """Does the item go on to the next paragraph where that tells of further statements, and only there?"""
    text = f"{FRONT}Under agenda item 3, statements were made by the representatives of Chad and Peru.\n\n2. {second}\n"
    actors = find_mentions(report_from_text(text, "x.md")).actors
    assert {mention.item for mention in actors.statements if mention.capacity == "observer"} == {item}
