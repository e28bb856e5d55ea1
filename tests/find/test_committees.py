"""Whose office is it: that of the meeting, or of a committee or a group that the meeting set up?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.find.committees import body_role
from rapporteur.link.actors import link_actors
from rapporteur.read import report_from_text

CONFERENCE = "Report of the Conference on Lamps on its ninth session, held in Lisbon from 3 to 9 June 2031"
GROUP = "Report on the meeting of the Working Group on Lamps held in Lisbon from 3 to 9 June 2031"
COMMITTEE = "Report of the Committee on Lamps on its ninth session, held in Lisbon from 3 to 9 June 2031"


def roles(title: str, words: str) -> set[tuple[str, str]]:
    """Who took part, and as what."""
    report = report_from_text(f"# {title}\n\n## I. Debate\n\n1. {words}\n", "x.md")
    found = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    return {(one.name_as_written, one.role.id if one.role else "") for one in found}


ROWS = [
    (CONFERENCE, "The Committee of the Whole elected Mr. Bo Lind (Norway) as its Chairman.", "committee-chair"),
    (CONFERENCE, "The Committee then elected Mr. Bo Lind (Norway) as its Chairman.", "committee-chair"),
    (CONFERENCE, "The Drafting Committee, at its first meeting, elected Mr. Bo Lind Chairman.", "committee-chair"),
    (CONFERENCE, "On the advice of the General Committee, the Conference elected Bo Lind as its President.", "chair"),
    (CONFERENCE, "The Working Group on Nets elected Bo Lind (Norway) as its Chair.", "committee-chair"),
    (CONFERENCE, "The Conference elected Bo Lind (Norway) as Chair of the Drafting Committee.", "committee-chair"),
    (CONFERENCE, "Mr. Bo Lind (Norway) served as Chairman of the Drafting Committee.", "committee-chair"),
    (CONFERENCE, "Mr. Bo Lind (Norway) was elected Chair of the contact group on nets.", "facilitator"),
    (CONFERENCE, "The contact group on nets was chaired by Mr. Bo Lind (Norway).", "facilitator"),
    (CONFERENCE, "The Credentials Committee met under the chairmanship of Bo Lind (Norway).", "committee-chair"),
    (CONFERENCE, "The Conference met under the chairmanship of Bo Lind (Norway).", "chair"),
    (CONFERENCE, "Chairman of the Credentials Committee: Mr. Bo Lind (Norway)", "committee-chair"),
    (CONFERENCE, "Chair, Drafting Committee: Mr. Bo Lind (Norway)", "committee-chair"),
    (CONFERENCE, "President of the Conference: Mr. Bo Lind (Norway)", "chair"),
    (CONFERENCE, "The Chair of the Drafting Committee, Bo Lind (Norway), opened the meeting.", "committee-chair"),
    (CONFERENCE, "The Chair of the Committee on Nets, Bo Lind (Norway), opened the meeting.", ""),
    (CONFERENCE, "Mr. Bo Lind (Norway), Rapporteur of the Drafting Committee, spoke.", "rapporteur"),
    (CONFERENCE, "Mr. Bo Lind (Norway) was elected Vice-Chair of the Drafting Committee.", "vice-chair"),
    (CONFERENCE, "Mr. Bo Lind (Norway), Chair of the Committee on Nets, lit a lamp.", ""),
    (GROUP, "The Working Group elected Mr. Bo Lind (Norway) as its Chair.", "chair"),
    (GROUP, "The Working Group on Nets elected Mr. Bo Lind (Norway) as its Chair.", "committee-chair"),
    (GROUP, "The Working Group elected its officers. Chair: Mr. Bo Lind (Norway)", "chair"),
    (COMMITTEE, "The Committee elected Mr. Bo Lind (Norway) as its Chair.", "chair"),
    (COMMITTEE, "The Working Group of the Committee elected Mr. Bo Lind (Norway) as its Chair.", "committee-chair"),
]


@pytest.mark.parametrize(("title", "words", "role"), ROWS, ids=[f"{title[10:25]}: {words}" for title, words, _ in ROWS])
def test_an_office_is_that_of_the_body_that_the_words_name(title: str, words: str, role: str) -> None:
    """Is nobody chair of the meeting who presides over a body that it set up?"""
    assert roles(title, words) == ({("Bo Lind", role)} if role else set())


def test_a_state_that_presides_over_the_body_itself_is_chair() -> None:
    """Is a working group's own chair one where it is the body that met, and one of a committee where it is not?"""
    words = "The Working Group elected Peru as its Chair."
    assert roles(GROUP, words) == {("Peru", "chair")}
    assert roles(CONFERENCE, words) == {("Peru", "committee-chair")}


def test_a_committee_is_not_told_where_no_title_names_a_body() -> None:
    """Is "the Committee" nobody's part where nothing says which body met, but one set up by its name?"""
    assert body_role("Committee", "") == body_role("Committee", "Lamps and nets") == ""
    assert body_role("Drafting Committee", "") == "committee-chair"


@pytest.mark.parametrize(
    ("words", "office"),
    [
        (
            "Mr. Bo Lind (Norway) was elected Vice-Chair of the Drafting Committee.",
            "Vice-Chair of the Drafting Committee",
        ),
        ("Rapporteur of the Credentials Committee: Ms. Bo Lind (Norway)", "Rapporteur of the Credentials Committee"),
        ("Mr. Bo Lind (Norway) was elected Vice-Chair of the Conference.", ""),
        ("The Conference elected Mr. Bo Lind (Norway) as Rapporteur.", ""),
    ],
)
def test_an_office_in_a_committee_is_kept_as_it_is_worded(words: str, office: str) -> None:
    """Is the Vice-Chair of a committee told from that of the meeting by the words?"""
    report = report_from_text(f"# {CONFERENCE}\n\n## I. Debate\n\n1. {words}\n", "x.md")
    (one,) = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    assert one.office == office
