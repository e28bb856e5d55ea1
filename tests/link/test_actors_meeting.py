"""Are the meeting, its agenda, its panels and the persons named what the report says they are?"""

from __future__ import annotations

from datetime import date

import pytest
from actors_sample import OPENING, linked_report, linked_text, who

from rapporteur.model import DocumentRef, Grade
from rapporteur.model.actors import ActorLinks

TAKEN_UP = "On 27 May, the Working Group considered agenda item 2, “Marking of firearms and the tracing of parts”."


def sections_of(links: ActorLinks, number: str) -> list[str]:
    (item,) = [item for item in links.agenda if item.number == number]
    return [part.path[0] for part in item.discussed_in]


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("26 to 28 May 2014", date(2014, 5, 26), date(2014, 5, 28)),
        ("30 April to 27 May 2014", date(2014, 4, 30), date(2014, 5, 27)),
    ],
)
def test_the_meeting_is_read_from_the_title(when: str, start: date, end: date) -> None:
    """Are body, place and days those of the title?"""
    meeting = linked_report(when=when).meeting
    assert meeting is not None
    assert (meeting.start, meeting.end, meeting.location) == (start, end, "Vienna")
    assert meeting.body is not None
    assert meeting.title.startswith("Meeting of the Working Group on Firearms held in Vienna")


def test_an_earlier_meeting_told_of_in_passing_is_not_the_meeting() -> None:
    """Where the title has no date, is the body's own latest meeting taken, not one that was recalled?"""
    _, links = linked_text(
        "## Report of the Working Group on Firearms\n\n### I. Introduction\n\n"
        "1. A meeting of the Working Group on Firearms was held in Vienna on 14 and 15 April 2009.\n\n"
        "2. The Working Group held its second meeting in Rome from 31 December 2009 to 2 January 2010.\n"
    )
    assert links.meeting is not None
    assert (links.meeting.start, links.meeting.end) == (date(2009, 12, 31), date(2010, 1, 2))
    assert links.meeting.location == "Rome"


def test_the_agenda_keeps_its_numbers_parents_and_titles() -> None:
    """Is each item there with its number, its parent and its title without final punctuation, at its place?"""
    report, links = linked_text(OPENING.replace("{when}", "26 to 28 May 2014") + "3. The Board met.\n")
    assert [(i.number, i.parent, i.title) for i in links.agenda] == [
        ("1", None, "Organizational matters"),
        ("1(a)", "1", "Opening of the meeting"),
        ("1(b)", "1", "Adoption of the agenda and other business"),
        ("2", None, "Marking of firearms and the tracing of parts"),
        ("3", None, "Reducing the illicit trade"),
        ("4", None, "Other matters"),
    ]
    assert all(report.quote(item.span) == item.title for item in links.agenda)


def test_sections_are_found_by_number_title_and_parts() -> None:
    """Is a section its item's by its words, by a title that says the same, or by the sections of the item's parts?"""
    text = OPENING.replace("{when}", "26 to 28 May 2014") + (
        "3. The following States were represented: Chile.\n\n"
        "### II. Recommendations\n\n#### A. Discouraging the illicit trade\n\n4. States should act.\n\n"
        "#### B. Lamps\n\n5. States should wait.\n\n"
        "### III. Summary of the deliberations\n\n#### A. Trade\n\n"
        "6. On 28 May, the Working Group took up item 3 of its agenda. For its consideration of that item, it had "
        "before it a note by the Secretariat (CTOC/COP/WG.6/2014/3).\n"
    )
    _, links = linked_text(text)
    assert [sections_of(links, n) for n in ("1", "1(a)", "1(b)", "2", "3", "4")] == [
        ["I"],
        ["I.A"],
        ["I.B"],
        [],
        ["II.A", "III.A"],
        [],
    ]
    dates = {item.number: item.considered_on for item in links.agenda}
    assert dates["1(a)"] == (date(2014, 5, 26),), "opened on the first day of the meeting"
    assert dates["1(b)"] == (date(2014, 5, 27),), "adopted on the day the sentence names"
    assert dates["3"] == (date(2014, 5, 28),)
    had = {item.number: item.had_before for item in links.agenda}
    assert had["3"] == (DocumentRef("CTOC/COP/WG.6/2014/3"),)
    assert had["1"] == had["2"] == ()


def test_panels() -> None:
    """Does each panellist present once under the section's item, recorded where the panel is introduced?"""
    links = linked_report(
        deliberations=[
            TAKEN_UP,
            "The panellists were Jan Foo (Chile) and Pia de la Cruz (Peru).",
            "Jan Foo described the marking of parts.",
            "Mia Bar, the officer responsible for customs in Japan, stressed that parts were lost.",
        ]
    )
    assert [(p.speaker.id, p.item and p.item.number, p.recorded_in.path) for p in links.presentations] == [
        ("jan-foo", "2", ("4",)),
        ("pia-de-la-cruz", "2", ("4",)),
        ("mia-bar", "2", ("6",)),
    ]
    roles = [(who(p.participant), p.role and p.role.id, who(p.representing)) for p in links.participations]
    assert roles == [
        ("ada-q-lindqvist", "chair", "NOR"),
        ("jan-foo", "panellist", "CHL"),
        ("pia-de-la-cruz", "panellist", "PER"),
        ("mia-bar", "panellist", "JPN"),
    ]


def test_the_state_of_a_panellist_is_no_further_mention() -> None:
    """Is a State in brackets the evidence of whom a panellist represents, and mentioned where it is a chair's, stands
    in a sentence, or in the brackets of a panellist who is listed again?"""
    links = linked_report(
        deliberations=[
            TAKEN_UP,
            "The panellists were Jan Foo (Chile), Pia Bar (Peruu) and Mia Zedd (Azuria).",
            "Jan Foo told of the fog in Chile.",
            "The panellists were Jan Foo (Chile) and Ole Baz (Fiji).",
        ]
    )
    states = [(link.property, link.quote, link.grade.value) for link in links.links if link.kind == "state"]
    assert states == [
        ("mentions", "Norway", "explicit"),
        ("representing", "Chile", "explicit"),
        ("representing", "Peruu", "similar"),
        ("mentions", "Chile", "explicit"),
        ("mentions", "Chile", "explicit"),
        ("representing", "Fiji", "explicit"),
    ]
    assert [(open.property, open.quote) for open in links.unlinked if open.kind == "state"] == [("mentions", "Azuria")]


def test_a_panellist_of_a_state_without_brackets() -> None:
    """Does "of" behind a panellist's name say whom the panellist represents, each one's own State?"""
    links = linked_report(deliberations=["The panellists were Marta Zedd of the Sudan and Karim Masri of Peru."])
    found = {who(p.participant): who(p.representing) for p in links.participations}
    assert found["marta-zedd"] == "SDN"
    assert found["karim-masri"] == "PER"


def test_every_naming_of_a_person_is_a_mention() -> None:
    """Is a later naming a link too, the family name with a courtesy title by context, the merely named no panellist?"""
    links = linked_report(
        deliberations=[
            TAKEN_UP,
            "The panellists were Jan Foo (Chile) and Pia Bar (Peru).",
            "Ms. Bar thanked Jan Foo. A fair had been opened by the Minister of Trade, Ole Zedd.",
        ]
    )
    namings = [(link.quote, who(link.target), link.grade) for link in links.links if link.kind == "person"]
    assert namings == [
        ("Ada Q. Lindqvist", "ada-q-lindqvist", Grade.EXPLICIT),
        ("Jan Foo", "jan-foo", Grade.EXPLICIT),
        ("Pia Bar", "pia-bar", Grade.EXPLICIT),
        ("Bar", "pia-bar", Grade.CONTEXT),
        ("Jan Foo", "jan-foo", Grade.EXPLICIT),
        ("Ole Zedd", "ole-zedd", Grade.EXPLICIT),
    ]
    assert "ole-zedd" not in {who(p.participant) for p in links.participations}


def test_brackets_behind_a_person_that_name_nobody_stay_open() -> None:
    """Is a misspelt State in brackets similar, and an unknown one open?"""
    links = linked_report(deliberations=[TAKEN_UP, "The panellists were Jan Foo (Norwy) and Pia Bar (Ruritania)."])
    assert [(link.quote, link.grade) for link in links.links if link.grade is Grade.SIMILAR] == [
        ("Norwy", Grade.SIMILAR)
    ]
    assert [u.quote for u in links.unlinked] == ["Ruritania"]
