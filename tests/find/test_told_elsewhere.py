"""What was said, chaired or presented elsewhere: is nobody given a part in this meeting by it?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model import PersonRef
from rapporteur.model.actors import ActorLinks
from rapporteur.read import report_from_text

FRONT = "# Report of the Conference on Lamps, held in Lisbon from 3 to 9 June 2031\n\n## I. Debate\n\n1. "


def linked(words: str) -> ActorLinks:
    report = report_from_text(f"{FRONT}{words}\n", "x.md")
    return link_actors(report, find_mentions(report).actors, load_authorities())


def parts(words: str) -> set[str]:
    """Who took part, and as what."""
    return {f"{one.name_as_written}: {one.role.id if one.role else ''}" for one in linked(words).participations}


SAID_ELSEWHERE = [
    "Norway recalled that, at the signing ceremony, the Secretary, Ms. Ada Zedd, said that it burnt.",
    "At a seminar held in the Isles, the Minister of Fog, Ms. Ada Zedd, said that lamps burnt.",
    "In a speech to Parliament, the Minister of Fog of Norway, Ms. Ada Zedd, stated that lamps burnt.",
    "In his judgement the Prosecutor General of Norway, Mr. Bo Lind, noted that a lamp had burnt.",
    "In a newspaper article, the Governor of the Isles, Mr. Bo Lind, said that lamps burnt.",
    "As the Secretary-General, Ms. Ada Zedd, stated that lamps burnt, keepers lit them.",
    "In a letter dated 5 May 2030, the Under-Secretary-General, Mr. Bo Lind, informed the Conference that lamps burnt.",
    "In Norway, the Minister of Fog, Ms. Ada Zedd, said that lamps burnt.",
    "According to Norway, the Minister of Fog, Ms. Ada Zedd, said that lamps burnt.",
    "Last year, the Minister of Fog, Ms. Ada Zedd, said that lamps burnt.",
    "Before the Supreme Court, the Prosecutor General, Mr. Bo Lind, stated that lamps burnt.",
    "On 5 May 2030, the Director of the Fog Fund, Mr. Bo Lind, said that lamps burnt.",
]


@pytest.mark.parametrize("words", SAID_ELSEWHERE)
def test_what_was_said_elsewhere_gives_no_part_and_no_statement(words: str) -> None:
    """Is somebody named, and nothing more, whose words were told of, written or said on another occasion?"""
    assert parts(words) == set()
    assert not [one for one in linked(words).statements if isinstance(one.speaker, PersonRef)]
    assert len(linked(words).persons) == 1


SAID_HERE = [
    "At the opening ceremony, the Director of the Fog Fund, Ms. Ada Zedd, said that lamps burnt.",
    "In her opening speech, the Minister of Fog of Norway, Ms. Ada Zedd, said that lamps burnt.",
    "At the third meeting, on 5 June 2031, the Executive Secretary, Ms. Ada Zedd, said that lamps burnt.",
    "As a result, the Executive Secretary, Ms. Ada Zedd, noted that lamps burnt.",
    "Having recalled that lamps burnt, the Executive Secretary, Ms. Ada Zedd, noted that fog came.",
    "In presenting the report, the Executive Secretary, Ms. Ada Zedd, noted that lamps burnt.",
]


@pytest.mark.parametrize("words", SAID_HERE)
def test_what_was_said_to_the_meeting_stays_a_statement(words: str) -> None:
    """Is the bearer of an office a speaker where the sentence tells of the meeting itself?"""
    assert parts(words) == {"Ada Zedd: speaker"}
    assert len(linked(words).statements) == 1


ASKED = [
    ("The Conference appointed Ms. Ada Zedd (Norway) to lead informal consultations.", {"Ada Zedd: facilitator"}),
    ("The Chair of the Conference had invited Ms. Ada Zedd to co-facilitate the group.", {"Ada Zedd: facilitator"}),
    (
        "At that meeting, the Conference set up a group and asked Ms. Ada Zedd and Mr. Bo Lind to co-facilitate it.",
        {"Ada Zedd: facilitator", "Bo Lind: facilitator"},
    ),
    ("Ms. Ada Zedd (Norway) was appointed to lead informal consultations.", {"Ada Zedd: facilitator"}),
    ("Norway appointed Ms. Ada Zedd to lead consultations with Peru.", set()),
    ("The Government of Peru invited Mr. Bo Lind to lead consultations with keepers.", set()),
    ("The Conference heard that Norway had appointed Ms. Ada Zedd to lead consultations.", set()),
    ("Peru said that the President had appointed Ms. Ada Zedd to lead consultations.", set()),
    ("The President of Peru appointed Ms. Ada Zedd to lead consultations.", set()),
    ("In 2027, informal consultations were facilitated by Ms. Ada Zedd (Norway).", set()),
    ("In Peru, the President appointed Ms. Ada Zedd to lead consultations.", set()),
]


@pytest.mark.parametrize(("words", "roles"), ASKED, ids=[words for words, _ in ASKED])
def test_only_the_meeting_makes_a_facilitator(words: str, roles: set[str]) -> None:
    """Did somebody lead consultations of the meeting whom the meeting, its Chair or nobody named asked, no State's?"""
    assert parts(words) == roles


WAS = [
    ("The President was Ms. Ada Zedd.", {"Ada Zedd: chair"}),
    ("The President was Ada Zedd (Norway).", {"Ada Zedd: chair"}),
    ("The President was Ada Zedd.", set()),
    ("The President was Supreme Keeper of the lamps of Norway.", set()),
    ("In Peru, the President was Ms. Ada Zedd.", set()),
    ("The company was called Lamps; the President was Ms. Ada Zedd.", set()),
]


@pytest.mark.parametrize(("words", "roles"), WAS, ids=[words for words, _ in WAS])
def test_who_was_president_is_told_at_the_head_of_a_sentence(words: str, roles: set[str]) -> None:
    """Is nobody chair of the meeting who was president of something in the midst of a sentence, or may be no person?"""
    assert parts(words) == roles


OTHER_BODIES = [
    ("The Drafting Committee elected Ms. Ada Zedd (Norway) as its Chair.", {"Ada Zedd: committee-chair"}),
    ("Ms. Ada Zedd (Norway) served as Chair of the Committee of the Whole.", {"Ada Zedd: committee-chair"}),
    ("Ms. Ada Zedd (Norway), who was Chair of the Lamp Committee, spoke.", {"Ada Zedd: committee-chair"}),
    (
        "On the proposal of the national committee of Peru, the Conference elected Ms. Ada Zedd as its President.",
        {"Ada Zedd: chair"},
    ),
    ("The Committee on the Rights of the Child elected Ms. Ada Zedd (Norway) as its Chair.", set()),
    ("The Committee on the Rights of the Child elected Ms. Ada Zedd (Norway) as its Vice-Chair.", set()),
    ("The Committee against Torture, at its third session, elected Ms. Ada Zedd (Norway) as Chair.", set()),
    ("The Committee of Experts elected Ms. Ada Zedd (Norway) as Chair.", set()),
    ("The parliamentary committee elected Ms. Ada Zedd (Norway) as Chair.", set()),
    ("The Committee of Norway elected Ms. Ada Zedd as its Chair.", set()),
    ("Ms. Ada Zedd (Norway) was Chair of the Drafting Committee of the Parliament.", set()),
    ("The Steering Committee for Lamps of the Council of Europe elected Ms. Ada Zedd (Norway) as Chair.", set()),
    (
        "The Conference elected Ms. Ada Zedd (Norway) as Vice-President to replace Mr. Bo Lind (Peru).",
        {"Ada Zedd: vice-chair"},
    ),
    ("Ms. Ada Zedd (Norway), who was Chair of the Ad Hoc Committee that had drafted the text, spoke.", set()),
    ("The Credentials Committee, which met on 4 June 2031, elected Ms. Ada Zedd (Norway) as its Chair.", set()),
    ("Peru said that the Drafting Committee had elected Ms. Ada Zedd as its Chair.", set()),
    ("Ms. Ada Zedd (Norway) was elected Chair in 2027.", set()),
    ("The Lamp Committee had elected Ms. Ada Zedd (Norway) as its Chair.", set()),
    ("The text was written by Ms. Ada Zedd (Norway), who was Chair of the Drafting Committee in 2019.", set()),
    ("The Conference mourned the death of the Chair of the Drafting Committee, Ms. Ada Zedd (Norway).", set()),
]


@pytest.mark.parametrize(("words", "roles"), OTHER_BODIES, ids=[words for words, _ in OTHER_BODIES])
def test_an_officer_of_another_body_or_time_has_no_part(words: str, roles: set[str]) -> None:
    """Is nobody given an office here who held it in a body that the meeting did not set up, or before the meeting?"""
    assert parts(words) == roles


def test_a_body_that_the_title_names_is_the_meetings_own() -> None:
    """Does a committee that the authorities hold elect its own chair in its own report?"""
    title = "# Report of the Committee on the Rights of the Child on its ninth session, held in Geneva in May 2031"
    words = "The Committee on the Rights of the Child elected Ms. Ada Zedd (Norway) as its Chair."
    report = report_from_text(f"{title}\n\n## I. Opening\n\n1. {words}\n", "x.md")
    found = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    assert [one.role.id for one in found if one.role] == ["chair"]


PANELS = [
    (
        "Presentations were made by Ms. Ada Zedd (Norway) and Mr. Bo Lind (Peru).",
        {"Ada Zedd: panellist", "Bo Lind: panellist"},
    ),
    (
        "The panellists gave presentations: Ms. Ada Zedd (Norway), a keeper; Mr. Bo Lind (Peru), a judge.",
        {"Ada Zedd: panellist", "Bo Lind: panellist"},
    ),
    (
        "Presentations were made by Ms. Ada Zedd (Norway), following the death of Mr. Bo Lind (Peru).",
        {"Ada Zedd: panellist"},
    ),
    (
        "The panellist Ms. Ada Zedd (Norway) made a presentation; Mr. Bo Lind (Peru), a keeper, had lit a lamp.",
        {"Ada Zedd: panellist"},
    ),
    ("Presentations were made by Ms. Ada Zedd (Norway), in place of Mr. Bo Lind (Peru).", {"Ada Zedd: panellist"}),
    ("Mr. Bo Lind gave a presentation on the lamps of Norway.", {"Bo Lind: panellist"}),
    ("Mr. Bo Lind gave a presentation in Oslo in 2029 on the lamps of Norway.", set()),
    ("Mr. Bo Lind (Norway) gave a presentation in 2029.", set()),
    ("Mr. Bo Lind (Norway) gave a presentation in Lisbon in 2031.", {"Bo Lind: panellist"}),
]


@pytest.mark.parametrize(("words", "roles"), PANELS, ids=[words for words, _ in PANELS])
def test_who_had_died_or_presented_elsewhere_was_not_on_the_panel(words: str, roles: set[str]) -> None:
    """Is a panellist only who presented something to this meeting?"""
    assert parts(words) == roles
    assert len(linked(words).presentations) == len(roles)


def test_a_day_of_a_meeting_is_its_own_where_the_title_tells_no_year() -> None:
    """Is a statement made on a day heard, where neither the title nor the date of issue says when the meeting was?"""
    words = "At its second meeting, on 31 May 2030, the Minister of Fog of Norway, Ada Zedd, delivered a statement."
    report = report_from_text(
        f"# Report of the Lamp Board on its ninth session\n\n## I. Opening\n\n1. {words}\n", "x.md"
    )
    found = link_actors(report, find_mentions(report).actors, load_authorities()).participations
    assert [one.role.id for one in found if one.role] == ["speaker"]
