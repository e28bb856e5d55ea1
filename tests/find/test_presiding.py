"""Who presides over what: is an officer of the meeting told from one of another body, another time or a State?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

COUNCIL = "Report of the Fog Council on its ninth session, held in Lisbon from 3 to 9 June 2031"
GROUP = "Report of the Open-ended Working Group on Lamps of the Conference of Keepers on its first session"
BODY = "Report of the Subsidiary Body on Lamps on its ninth session, held in Lisbon from 3 to 9 June 2031"
SERVING = "Report of the Conference of Keepers serving as the Net Board on its ninth session"
SECOND = "Report of Working Group II (Fog) on the work of its ninth session"
PLENARY = "Report of the Plenary of the Isles Platform on Lamps on its ninth session"


def linked(title: str, words: str) -> ActorLinks:
    report = report_from_text(f"# {title}\n\n## I. Debate\n\n1. {words}\n", "x.md")
    return link_actors(report, find_mentions(report).actors, load_authorities())


def roles(title: str, words: str) -> dict[str, str]:
    """Who took part, and as what."""
    return {one.name_as_written: one.role.id if one.role else "" for one in linked(title, words).participations}


HERE = [
    (COUNCIL, "Under the presidency of Mr. Bo Lind (Norway), the Council read the chart.", "chair"),
    (GROUP, "At its 2nd meeting, under the chairmanship of Mr. Bo Lind, the Working Group rose.", "chair"),
    (SERVING, "The President of the Conference of Keepers serving as the Net Board, Bo Lind (Norway), rose.", "chair"),
    (SECOND, "The Chair of Working Group II, Bo Lind (Norway), rose.", "chair"),
    (GROUP, "The Vice-Chair of the Conference, Ms. Bo Lind (Norway), chaired the 3rd meeting.", "vice-chair"),
    (BODY, "The Vice-Chair of the Net Board, Ms. Bo Lind (Norway), chaired the 3rd meeting.", "vice-chair"),
    (COUNCIL, "At its eighth session, in 2029, the Council elected Bo Lind (Norway) as its Vice-Chair.", "vice-chair"),
    (COUNCIL, "At its eighth session, in May 2029, the Council had elected Bo Lind (Norway) President.", "chair"),
    (COUNCIL, "The Chair of the meeting Ms. Bo Lind (Norway) opened the meeting.", "chair"),
    (COUNCIL, "The President of the session Mr. Bo Lind (Norway) rose.", "chair"),
    (COUNCIL, "The Chair of the contact group Mr. Bo Lind (Norway) reported.", "facilitator"),
    (COUNCIL, "The President of the Council at its ninth session, Bo Lind (Norway), opened it.", "chair"),
    (COUNCIL, "The President of the Council and the Net Board, Bo Lind (Norway), opened the meeting.", "chair"),
    (COUNCIL, "The Chair of the 4th meeting of the Fog Council, Bo Lind (Norway), rose.", "chair"),
    (COUNCIL, "In accordance with Conference decision 5/1, the meeting was chaired by Bo Lind (Norway).", "chair"),
    (COUNCIL, "The Council, set up by the Net Assembly, met under the presidency of Bo Lind (Norway).", "chair"),
    (
        COUNCIL,
        "After a speech by a keeper of the Net Board, the meeting was chaired by Bo Lind (Norway).",
        "chair",
    ),
    (COUNCIL, "The 4th meeting, attended by members of the Net Board, was chaired by Bo Lind (Norway).", "chair"),
    (COUNCIL, "The special high-level meeting of the Council was chaired by Bo Lind (Norway).", "chair"),
    (COUNCIL, "The 5th meeting, the high-level panel, was chaired by the President, Bo Lind (Norway).", "chair"),
    (GROUP, "On behalf of the Bureau of the Conference, the meeting was chaired by Bo Lind (Norway).", "chair"),
    (GROUP, "The meeting was chaired by Mr. Bo Lind (Norway), Vice-President of the Conference.", "vice-chair"),
    (GROUP, "The meeting was chaired by a Vice-President of the Conference, Mr. Bo Lind (Norway).", "chair"),
    (GROUP, "The Vice-President of the Conference, Bo Lind (Norway), presided over the 4th meeting.", "vice-chair"),
    (GROUP, "The President of the Conference, Bo Lind (Norway), chaired the meeting.", "chair"),
    (GROUP, "The Conference, at its fifth session, elected Bo Lind (Norway) as Chair of the Working Group.", "chair"),
    (BODY, "The joint plenary was chaired by the President of the Conference, Mr. Bo Lind (Norway).", "chair"),
    (BODY, "Pursuant to a decision of the Conference, the SBL met under the chairmanship of Bo Lind.", "chair"),
    (GROUP, "The meeting was chaired by Mr. Bo Lind, President of the Conference.", "chair"),
    (
        GROUP,
        "The meeting was chaired by the President of the Conference at its sixth session, Bo Lind (Norway).",
        "chair",
    ),
    (GROUP, "The Working Group read a chart. It was chaired by Mr. Bo Lind in her capacity as keeper.", "chair"),
    (COUNCIL, "The Vice-President of the Council, Bo Lind, took the chair.", "vice-chair"),
    (COUNCIL, "The Vice-President of the Fog Council, Mr. Bo Lind (Norway), reported.", "vice-chair"),
    (COUNCIL, "Vice-President Bo Lind (Norway) presided.", "vice-chair"),
    (COUNCIL, "The Vice-President, Bo Lind (Norway), closed the 4th meeting.", "vice-chair"),
    (COUNCIL, "Mr. Bo Lind (Norway), Vice-Chair of the Council, presided over the 4th meeting.", "vice-chair"),
    (COUNCIL, "The President of the session, Bo Lind (Norway), thanked the keepers.", "chair"),
    (COUNCIL, "The text was read on behalf of the President, Mr. Bo Lind (Norway).", "chair"),
    (COUNCIL, "The text was withdrawn at the suggestion of the President, Bo Lind (Norway).", "chair"),
    (COUNCIL, "On the proposal of the President, Bo Lind (Norway), the Council rose.", "chair"),
    (COUNCIL, "The Council considered the item under the presidency of Mr. Bo Lind (Norway).", "chair"),
    (COUNCIL, "The fourth meeting of the Council, held on 5 June, was chaired by Bo Lind (Norway).", "chair"),
    (COUNCIL, "Its opening and closing meetings were presided over by Bo Lind (Norway).", "chair"),
    (COUNCIL, "The General Committee, chaired by the President, Bo Lind (Norway), met daily.", "chair"),
    (COUNCIL, "The Council thanked its President, Bo Lind (Norway).", "chair"),
    (
        COUNCIL,
        "In accordance with its decision of 5 May 2028, the Council elected Bo Lind (Norway) President.",
        "chair",
    ),
    (COUNCIL, "On the advice of the Board of Keepers, the Council elected Bo Lind (Norway) as President.", "chair"),
    (COUNCIL, "At its organizational meeting, on 6 May 2030, the Council elected Bo Lind (Norway) President.", "chair"),
    (COUNCIL, "The Chair of the Drafting Committee, Bo Lind, read the text, written in 2028.", "committee-chair"),
    (COUNCIL, "The Council set up a friends-of-the-chair group, co-chaired by Mr. Bo Lind (Norway).", ""),
    (COUNCIL, "The meeting of the Bureau was chaired by Mr. Bo Lind (Norway).", "chair"),
    (COUNCIL, "The session was opened by Bo Lind, President of the Fog Council.", "chair"),
    (COUNCIL, "The following were elected: Bo Lind (Norway), President; and others.", "chair"),
    (COUNCIL, "The President of the Council thanked the Chair of the Drafting Committee, Bo Lind.", "committee-chair"),
    (COUNCIL, "The ninth session was chaired by Mr. Bo Lind (Norway).", "chair"),
    (COUNCIL, "The President of the Council and its Vice-President, Bo Lind (Norway), attended.", "vice-chair"),
    (COUNCIL, "The Isles Group nominated Bo Lind (Norway) as Vice-President.", "vice-chair"),
    (COUNCIL, "The President, Bo Lind (Norway), had held consultations.", "chair"),
    (COUNCIL, "The Drafting Committee was composed of Bo Lind (Norway), Chair, and others.", "committee-chair"),
    (GROUP, "The Chair of the Working Group, Bo Lind (Norway), spoke.", "chair"),
    (GROUP, "The Chair of the Working Group on Lamps, Bo Lind (Norway), spoke.", "chair"),
    (BODY, "The SBL Chair, Bo Lind (Norway), opened the session.", "chair"),
    (BODY, "The Vice-Chair of the SBL, Mr. Bo Lind (Norway), took the floor.", "vice-chair"),
    (PLENARY, "The Chair of the Platform, Bo Lind (Norway), opened the session.", "chair"),
    (PLENARY, "The session was opened by the Chair of the Plenary, Bo Lind (Norway).", "chair"),
]
GUESTS = [
    (
        GROUP,
        "The President of the Conference of Keepers, Mr. Bo Lind (Norway), informed the Working Group that fog fell.",
    ),
    (GROUP, "The President of the Conference, Mr. Bo Lind (Norway), said that fog fell."),
    (COUNCIL, "The Vice-President of the Economic and Social Council, Bo Lind (Norway), said that fog fell."),
    (COUNCIL, "Mr. Bo Lind (Norway), President of the Board of Keepers, said that fog fell."),
    (COUNCIL, "The Chair of the Working Group on Torn or Lost Nets, Bo Lind (Norway), made a statement."),
]
ELSEWHERE = [
    (GROUP, "Under the chairmanship of Mr. Bo Lind (Norway), the Council of Keepers met."),
    (GROUP, "The regional meeting of the Conference was chaired by Mr. Bo Lind (Norway)."),
    (GROUP, "The Vice-President of the Conference, Bo Lind (Norway), presided over the regional meeting."),
    (COUNCIL, "At the request of the Council, the Net Board met under the chairmanship of Mr. Bo Lind."),
    (COUNCIL, "The Council heard of the regional meeting, which was chaired by Mr. Bo Lind (Norway)."),
    (COUNCIL, "The session of the Net Board, held for the Council, was chaired by Mr. Bo Lind."),
    (GROUP, "The Commission on Fog met in Lima. It was chaired by Mr. Bo Lind."),
    (GROUP, "The regional meeting was chaired by Mr. Bo Lind, President of the Conference."),
    (COUNCIL, "Peru reported on the regional meeting held in Lima under the leadership of Mr. Bo Lind (Peru)."),
    (COUNCIL, "The Council paid tribute to the President of its fourth session, Mr. Bo Lind (Norway)."),
    (COUNCIL, "The eighth session of the Council was chaired by Mr. Bo Lind (Norway)."),
    (COUNCIL, "The Board of Trustees met under the presidency of Bo Lind (Norway)."),
    (COUNCIL, "The informal meeting of keepers was co-chaired by Bo Lind (Norway)."),
    (COUNCIL, "The session of the Net Assembly was presided over by Bo Lind (Norway)."),
    (COUNCIL, "The Truth Commission was chaired by Bo Lind (Norway)."),
    (COUNCIL, "The meeting held in Lima was chaired by Bo Lind (Peru)."),
    (COUNCIL, "The meetings held in 2028 were chaired by Bo Lind (Peru)."),
    (COUNCIL, "Peru said that the meeting was chaired by Bo Lind (Peru)."),
    (COUNCIL, "The representative of Peru said that the President, Mr. Bo Lind, had signed the law."),
    (COUNCIL, "The representative of Peru said that its President, Mr. Bo Lind, wished to light lamps."),
    (COUNCIL, "The observer for Peru recalled that Vice-President Bo Lind had signed the law."),
    (COUNCIL, "The President, Bo Lind, had assented to the law."),
    (COUNCIL, "The Government of Peru and its President, Mr. Bo Lind, welcomed lamps."),
    (COUNCIL, "In 2028, the Council had elected Mr. Bo Lind (Norway) as President."),
    (COUNCIL, "At its sixth session, in 2028, the Council elected Bo Lind (Norway) as its Vice-President."),
    (COUNCIL, "The Net Assembly elected Mr. Bo Lind (Norway) as its President."),
    (COUNCIL, "The Commission on Nets and Ropes, at its third session, elected Bo Lind (Norway) as Rapporteur."),
    (COUNCIL, "The Working Group on Nets, under the chairmanship of Bo Lind (Norway), held its session."),
    (COUNCIL, "The Working Group on Nets elected Bo Lind (Norway) as Chairperson-Rapporteur."),
    (COUNCIL, "The meetings of the Preparatory Committee for the Net Congress were chaired by Bo Lind (Norway)."),
    (COUNCIL, "The meeting of the Transitional Committee was co-chaired by Bo Lind (Norway)."),
    (COUNCIL, "The sixth session of the Committee on Nets was co-chaired by Bo Lind (Norway)."),
    (COUNCIL, "Mr. Bo Lind (Norway), Vice-President of the Isles Bank, attended."),
    (COUNCIL, "Ms. Bo Lind (Norway), President of the Council of Ministers, attended."),
    (BODY, "The COK Chair, Mr. Bo Lind (Norway), was thanked."),
    (BODY, "The Chair of the SBN, Mr. Bo Lind (Norway), reported."),
    (GROUP, "At the request of the Rapporteur of the Conference, Bo Lind (Norway), lamps were lit."),
]


BESIDE = [
    (COUNCIL, "The President of the Council invited the Director of the Net Fund, Mr. Bo Lind, to speak."),
    (COUNCIL, "The President of the Fog Council thanked the Minister of Fog, Mr. Bo Lind (Norway)."),
    (COUNCIL, "The President of the Council gave the floor to the Secretary, Mr. Bo Lind."),
    (COUNCIL, "The Vice-President of the Council asked the Keeper of the Lamps, Mr. Bo Lind, to speak."),
    (COUNCIL, "The Chair of the meeting welcomed the Special Rapporteur, Mr. Bo Lind."),
    (COUNCIL, "The President of the session introduced the speaker, Mr. Bo Lind (Norway)."),
    (COUNCIL, "The Chair of the Drafting Committee thanked the Secretary, Mr. Bo Lind."),
    (COUNCIL, "The Chair of the 4th meeting paid tribute to the Secretary, Mr. Bo Lind."),
    (BODY, "The Chair of the SBL commended the Executive Secretary, Mr. Bo Lind."),
    (PLENARY, "The Chair of the Plenary met the Executive Secretary, Ms. Bo Lind."),
]
OTHERS = [
    (SECOND, "The Chair of the Working Group III, Bo Lind, made a statement."),
    (COUNCIL, "The Chair of the Fog Council Advisory Committee, Bo Lind, made a statement."),
    (COUNCIL, "The Chair of the Council secretariat, Ms. Bo Lind, made a statement."),
    (COUNCIL, "The President of the Council and the Executive Director, Mr. Bo Lind, made statements."),
    (PLENARY, "The Chair of the Platform’s Expert Panel, Mr. Bo Lind, made a statement."),
    (PLENARY, "The Chair of the Platform and the Executive Secretary, Ms. Bo Lind, made statements."),
]


@pytest.mark.parametrize(("title", "words"), BESIDE, ids=[words for _, words in BESIDE])
def test_who_stands_behind_what_the_chair_did_is_not_the_chair(title: str, words: str) -> None:
    """Has nobody an office of the meeting whom its President thanked, invited or gave the floor to?"""
    assert set(roles(title, words).values()) <= {""}


@pytest.mark.parametrize(("title", "words"), OTHERS, ids=[words for _, words in OTHERS])
def test_who_speaks_for_what_stands_beside_the_body_is_not_its_chair(title: str, words: str) -> None:
    """Is nobody chair whose office is of a longer name, or of its own beside the Chair's?"""
    found = linked(title, words)
    assert {one.role.id for one in found.participations if one.role} <= {"speaker"}
    assert [link.property for link in found.links if link.property == "speaker"] == ["speaker"]


@pytest.mark.parametrize(("title", "words", "role"), HERE, ids=[words for _, words, _ in HERE])
def test_who_presides_over_the_body_is_its_officer(title: str, words: str, role: str) -> None:
    """Has an officer of the body whose report it is the role that the words give?"""
    assert roles(title, words) == ({"Bo Lind": role} if role else {})


@pytest.mark.parametrize(("title", "words"), GUESTS, ids=[words for _, words in GUESTS])
def test_who_presides_over_another_body_is_a_guest(title: str, words: str) -> None:
    """Is the President of the body above, or of any other, one who spoke to the meeting, and no more?"""
    assert roles(title, words) == {"Bo Lind": "speaker"}


@pytest.mark.parametrize(("title", "words"), ELSEWHERE, ids=[words for _, words in ELSEWHERE])
def test_who_presides_elsewhere_is_named_and_takes_no_part(title: str, words: str) -> None:
    """Is somebody named, without a role, who presided elsewhere, in another year, or over a State?"""
    found = linked(title, words)
    assert [person.name for person in found.persons] == ["Bo Lind"]
    assert {one.role.id for one in found.participations if one.role} <= {"speaker"}
    assert roles(title, words).get("Bo Lind", "") == ""


@pytest.mark.parametrize(
    "words",
    [
        "The Chair of the Working Group on Indigenous Peoples, Ms. Ada Zedd, spoke.",
        "The Chairperson of the Forum on Minority Issues, Ada Zedd (Norway), made a statement.",
        "The President of the Group of Experts on Keepers of African Descent, Ada Zedd, said that fog fell.",
        "The Chair of the Panel on Enforced or Involuntary Disappearances, Ada Zedd, thanked Norway.",
        "The Head of the Office for Coastal Matters, Ms. Ada Zedd, noted that fog fell.",
    ],
)
def test_what_an_office_is_for_is_no_person(words: str) -> None:
    """Are capitals behind "on" and "of" in an office its subject, and the name behind the comma its bearer's?"""
    assert [person.name for person in linked(COUNCIL, words).persons] == ["Ada Zedd"]


def test_the_office_of_who_speaks_for_a_state_is_no_body() -> None:
    """Is no organization made of "Chair of the Credentials Committee" behind the State whose representative spoke?"""
    words = "The representative of Cuba, Chair of the Credentials Committee, made a statement."
    found = linked(COUNCIL, words)
    assert [getattr(link.target, "code", "") for link in found.links if link.property == "speaker"] == ["CUB"]


def test_the_last_of_those_elected_together_has_the_office() -> None:
    """Is each of several who "were elected Vice-Presidents" one?"""
    words = "Ms. Ada Zedd (Norway), Mr. Bo Lind (Peru) and Ms. Mia Bar (Chad) were re-elected Vice-Presidents."
    assert roles(COUNCIL, words) == dict.fromkeys(("Ada Zedd", "Bo Lind", "Mia Bar"), "vice-chair")


def test_officers_named_together_are_all_officers() -> None:
    """Has each of those behind "The Vice-Presidents of the Council" the office?"""
    words = "The Vice-Presidents of the Council, Ada Zedd (Norway), Bo Lind (Peru) and Mia Bar (Chad), attended."
    assert roles(COUNCIL, words) == dict.fromkeys(("Ada Zedd", "Bo Lind", "Mia Bar"), "vice-chair")
