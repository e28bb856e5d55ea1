"""Whose words, whose State, whose panel: is nobody given what the sentence tells of somebody beside them?"""

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


def parts(words: str) -> dict[str, tuple[str, str]]:
    """Who took part, as what, and for whom."""
    return {
        one.name_as_written: (one.role.id if one.role else "", getattr(one.representing, "code", ""))
        for one in linked(words).participations
    }


PANEL = {"Ada Zedd": ("panellist", "NOR"), "Bo Lind": ("panellist", "PER")}
TWO = "Ms. Ada Zedd (Norway) and Mr. Bo Lind (Peru)"

YEARS = [
    (
        f"Pursuant to its decision 3/1 of 27 September 2029, a panel was held, in which the panellists were {TWO}.",
        PANEL,
    ),
    (f"Further to the proposal made at its first meeting, in April 2029, presentations were made by {TWO}.", PANEL),
    (f"In accordance with a decision taken in 2028, presentations were given by {TWO}.", PANEL),
    (f"As requested in resolution 4/2 of 5 May 2028, the debate was led by the following panellists: {TWO}.", PANEL),
    (f"The programme adopted in 2029 was discussed by the following panellists: {TWO}.", PANEL),
    (f"On the toolkit published in 2029, presentations were made by {TWO}.", PANEL),
    (f"At its second meeting, on 4 June 2031, presentations were made by {TWO}.", PANEL),
    (f"In 2029, presentations were made by {TWO}.", {}),
    (f"At a meeting held in May 2029, the panellists were {TWO}.", {}),
    (
        "Recalling the adoption of the Convention in 2020, the Director of the Fog Fund, Ms. Ada Zedd, said that it "
        "was dark.",
        {"Ada Zedd": ("speaker", "")},
    ),
    ("In May 2029, the Director of the Fog Fund, Ms. Ada Zedd, said that it was dark.", {}),
]


@pytest.mark.parametrize(("words", "told"), YEARS, ids=[words for words, _ in YEARS])
def test_the_year_of_a_mandate_is_not_that_of_the_panel(words: str, told: dict[str, tuple[str, str]]) -> None:
    """Does only a year that opens the sentence as the time of what was done say that it was done before?"""
    assert parts(words) == told
    assert len(linked(words).persons) >= 1


STATES = [
    (
        "The Deputy High Commissioner, Mia Bar, and the Minister of Justice of Norway, Bo Lind, said that it was dark.",
        {"Mia Bar": ("speaker", ""), "Bo Lind": ("speaker", "NOR")},
    ),
    (
        "The facilitators, Mr. Bo Lind and Ms. Ada Zedd (Norway), reported.",
        {"Bo Lind": ("facilitator", ""), "Ada Zedd": ("facilitator", "NOR")},
    ),
    (
        "On the proposal of the President, Mr. Bo Lind, the Conference elected Ms. Ada Zedd of Norway as Rapporteur.",
        {"Bo Lind": ("chair", ""), "Ada Zedd": ("rapporteur", "NOR")},
    ),
    (
        "The Conference elected Mr. Bo Lind as President and Ms. Ada Zedd (Norway) as Rapporteur.",
        {"Bo Lind": ("chair", ""), "Ada Zedd": ("rapporteur", "NOR")},
    ),
    (
        "The Conference elected Mr. Bo Lind President, in succession to Ms. Ada Zedd of Norway.",
        {"Bo Lind": ("chair", "")},
    ),
    (
        "The President, Mr. Bo Lind, the Minister of Fog of Norway, Ms. Ada Zedd, and the keeper spoke.",
        {"Bo Lind": ("chair", "")},
    ),
    ("The President, Mr. Bo Lind, thanked Norway.", {"Bo Lind": ("chair", "")}),
    (
        "The Conference was chaired by Mr. Bo Lind, Permanent Representative of Norway to the Lamp Office.",
        {"Bo Lind": ("chair", "NOR")},
    ),
    (
        "Opening remarks were made by Mr. Bo Lind, State Secretary, Ministry of Lamps, Norway.",
        {"Bo Lind": ("speaker", "NOR")},
    ),
]


@pytest.mark.parametrize(("words", "told"), STATES, ids=[words for words, _ in STATES])
def test_a_state_is_of_whose_name_or_office_it_stands_with(words: str, told: dict[str, tuple[str, str]]) -> None:
    """Has each the State in the brackets or the office of the own name, and none that is another's?"""
    assert parts(words) == told


MINISTER = "the Minister of Fog of Peru, Ms. Ada Zedd"
DIRECTOR = "The Director of the Lamp Fund, Mr. Bo Lind"

SAID = [
    (f"{DIRECTOR}, on behalf of {MINISTER}, stated that it was dark.", {"Bo Lind"}),
    (f"{DIRECTOR}, having thanked {MINISTER}, said that it was dark.", {"Bo Lind"}),
    (f"{DIRECTOR}, speaking also on behalf of the Board, said that it was dark.", {"Bo Lind"}),
    (
        f"{DIRECTOR}, {MINISTER}, and the Mayor of Lutha, Mr. Eli Noor, said that it was dark.",
        {"Bo Lind", "Ada Zedd", "Eli Noor"},
    ),
    (f"{DIRECTOR}, who spoke on behalf of the Board, said that it was dark.", {"Bo Lind"}),
    (f"{DIRECTOR}, in his opening remarks, said that it was dark.", {"Bo Lind"}),
    (f"Following the statement by the Mayor of Lutha, Mr. Bo Lind, {MINISTER}, said that it was dark.", {"Ada Zedd"}),
    ("On behalf of the Secretary-General, Mr. Bo Lind, Director of the Lamp Fund, said that it was dark.", {"Bo Lind"}),
    (f"In the absence of the Mayor of Lutha, Mr. Bo Lind, {MINISTER}, said that it was dark.", {"Ada Zedd"}),
    (f"The secretariat, represented by {MINISTER}, explained that it was dark.", set()),
    (f"Several speakers, including {MINISTER}, stated that it was dark.", {"Ada Zedd"}),
    (f"One speaker, referring to the proposal made by {MINISTER}, said that it was dark.", set()),
    (f"The representative of Norway, echoing {MINISTER}, noted that it was dark.", set()),
    (f"The observer for Norway, in reply to the remarks by {MINISTER}, stated that it was dark.", set()),
    (f"Norway, together with {MINISTER}, stated that it was dark.", set()),
    (
        "Norway, referring to the address of the President of Peru, Mr. Bo Lind, noted that it was dark.",
        set(),
    ),
    (
        "The representative of Norway, referring to the speech of Mr. Bo Lind, Mayor of Lutha, said that it was dark.",
        set(),
    ),
    (f"At noon, the representative of Norway, on behalf of {MINISTER}, made a statement.", set()),
    (f"The representative of Norway thanked {MINISTER}, and made a statement.", set()),
    (f"The representative of Norway thanked {MINISTER}, for her work and made a statement.", set()),
    ("In his remarks the Director of the Lamp Fund, Mr. Bo Lind, said that it was dark.", {"Bo Lind"}),
    (
        "Speaking on behalf of the Board, the Director of the Lamp Fund, Mr. Bo Lind, said that it was dark.",
        {"Bo Lind"},
    ),
    (
        "The Special Representative of the Secretary-General for Lamps, Ms. Ada Zedd, said that it was dark.",
        {"Ada Zedd"},
    ),
    (f"Statements were made by the Mayor of Lutha, speaking for the Isles, and {MINISTER}.", {"Ada Zedd"}),
]


@pytest.mark.parametrize(("words", "told"), SAID, ids=[words for words, _ in SAID])
def test_who_is_named_in_an_insertion_did_not_say_it(words: str, told: set[str]) -> None:
    """Is a statement that of the subject, and not of who is thanked, answered or spoken for behind it?"""
    links = linked(words)
    spoke = {one.speaker for one in links.statements}
    assert {one.name for one in links.persons if one.ref in spoke} == told
    assert {name for name, (role, _) in parts(words).items() if role == "speaker"} == told


LED = [
    ("The Conference held a round table, moderated by Mr. Bo Lind (Peru).", True),
    ("At its second meeting, the Conference held a dialogue facilitated by Mr. Bo Lind (Peru).", True),
    ("The panel discussion was moderated by Mr. Bo Lind (Peru).", True),
    ("The Chair reported on the informal consultations facilitated by Mr. Bo Lind (Peru).", True),
    ("The President thanked those who took part in the workshop facilitated by Mr. Bo Lind (Peru).", True),
    ("The facilitator of the informal consultations held in 2029, Mr. Bo Lind (Peru), reported.", False),
    ("Pursuant to decision 3/1 of 5 May 2029, the workshop was facilitated by Mr. Bo Lind (Peru).", True),
    ("The representative of Norway described a workshop moderated by Mr. Bo Lind (Peru).", False),
    ("One speaker mentioned with thanks the round table chaired by Mr. Bo Lind (Peru).", False),
    (
        "The Conference welcomed the dialogue facilitated by Mr. Bo Lind (Peru) between the keepers and the guild.",
        False,
    ),
    ("A side event on nets, moderated by Mr. Bo Lind (Peru), was held at noon.", False),
    ("A regional training workshop moderated by Mr. Bo Lind (Peru) was attended by keepers.", False),
    ("The observer for Chad took part in a debate that was moderated by Mr. Bo Lind (Peru).", False),
]


@pytest.mark.parametrize(("words", "led"), LED, ids=[words for words, _ in LED])
def test_who_led_an_event_that_is_described_led_none_of_the_meeting(words: str, led: bool) -> None:
    """Is a facilitator of the meeting who led an event of its own, and not one that a speaker tells of?"""
    assert parts(words) == ({"Bo Lind": ("facilitator", "PER")} if led else {})


ADA = {"Ada Zedd": ("panellist", "NOR")}
PANELS = [
    (
        "The first panellist, Ms. Ada Zedd (Norway), referred to the report of the Special Envoy, Mr. Bo Lind (Peru).",
        ADA,
    ),
    ("The panellist Ms. Ada Zedd (Norway) drew attention to a study conducted by Mr. Bo Lind (Peru).", ADA),
    ("Presentations were made by Ms. Ada Zedd (Norway), who told of the trial of Bo Lind (Peru).", ADA),
    (
        "The panellist Ada Zedd (Norway) discussed the trial of Mr. Bo Lind (Peru) and the work of Dr. Mia Bar (Chad).",
        ADA,
    ),
    ("The panel comprised Ms. Ada Zedd (Norway) and, as moderator, Mr. Bo Lind (Peru).", ADA),
    (
        "The panel comprised Ms. Ada Zedd (Norway) and the moderator, Mr. Bo Lind (Peru).",
        ADA | {"Bo Lind": ("facilitator", "PER")},
    ),
    (f"The panellists {TWO} discussed lamps.", PANEL),
    ("Presentations were made by Ms. Ada Zedd (Norway), who described lamps, and Mr. Bo Lind (Peru).", PANEL),
    (
        "Presentations were made by Ada Zedd (Norway), who spoke of lamps; and the Mayor, Mr. Bo Lind (Peru).",
        PANEL,
    ),
    ("Presentations were made by Ms. Ada Zedd (Norway), expert on organized fog, and Mr. Bo Lind (Peru).", PANEL),
    (
        "The panellists were Ms. Ada Zedd, Director of the Fog Fund (Norway), and the Mayor, Mr. Bo Lind (Peru).",
        {"Ada Zedd": ("panellist", ""), "Bo Lind": ("panellist", "PER")},
    ),
]


@pytest.mark.parametrize(("words", "told"), PANELS, ids=[words for words, _ in PANELS])
def test_whom_a_panellist_tells_of_sat_on_no_panel(words: str, told: dict[str, tuple[str, str]]) -> None:
    """Is nobody on a panel whom one of it told of, or who moderated it?"""
    assert parts(words) == told
