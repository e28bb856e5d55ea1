"""Are those who speak by their bare names read in a section of statements, and nowhere else?"""

from __future__ import annotations

import pytest

from rapporteur.find import Mentions, find_mentions
from rapporteur.read import report_from_text


def found(words: str, title: str = "General statements") -> Mentions:
    heads = "## Report of the Board on Lamps\n\n### I. Introduction\n\n1. The Board met.\n\n"
    return find_mentions(report_from_text(f"{heads}### II. {title}\n\n2. {words}\n", "invented.md"))


def speakers(words: str, title: str = "General statements") -> list[str]:
    return [mention.words for mention in found(words, title).actors.statements]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Amnesty International said that lamps were dim.", ["Amnesty International"]),
        ("The Harbour Alliance, speaking on behalf of the Isles, urged keepers to stay.", ["Harbour Alliance"]),
        ("In reply, Egypt stressed the cost. Egypt added that nets were dear.", ["Egypt"]),
        ("Cuba and Mexico thanked the keeper.", ["Cuba", "Mexico"]),
        ("The Board noted the cost. Ms. Ada Zedd said so. The Lamp Convention recalled it.", []),
        ("The Director of the Fog Office said so. Norway's law on lamps stressed it.", []),
    ],
)
def test_names_before_a_verb_of_saying_speak(words: str, who: list[str]) -> None:
    """Do States and organizations speak, once a paragraph, and officers, bodies, persons and texts not?"""
    assert speakers(words) == who
    assert speakers(words, "Lamps and nets") == []


@pytest.mark.parametrize(
    "words", ["Keepers International and Friends of Lamps said so.", "Lamp Keepers Without Borders said so."]
)
def test_a_name_that_may_be_two_or_is_none_is_said_to_be_unread(words: str) -> None:
    """Is a sentence left and said whose subject is in capitals and built as no one organization's name?"""
    actors = found(words).actors
    assert actors.statements == ()
    assert [mention.words for mention in actors.unread] == [words]


def test_a_statement_was_made_by_organizations_that_nobody_knows() -> None:
    """Are names that are built as organizations' speakers behind "made by", and two in one left?"""
    assert speakers("A statement was made by the Harbour Alliance.", "Nets") == ["Harbour Alliance"]
    assert speakers("A statement was made by the Chair of the Harbour Alliance.", "Nets") == []
    assert speakers("A statement was made by the Harbour League and the Fog Watch.", "Nets") == []


def test_a_joint_statement_was_made_for_all_who_are_named_behind_it() -> None:
    """Do all speak for them there, and is the sentence said to be unread where the statements were several?"""
    joint = found("A joint statement was made by Cuba and Mexico, on behalf of the African Group.", "Nets").actors
    assert [who.on_behalf_of is not None for who in joint.statements] == [True, True]
    apart = found("Statements were made by Cuba and Mexico, on behalf of the African Group.", "Nets").actors
    assert [who.on_behalf_of for who in apart.statements] == [None, None]
    assert len(apart.unread) == 1
