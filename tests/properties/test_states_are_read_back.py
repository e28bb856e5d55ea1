"""Is any list of States, by the names of its day, read back: exactly these States, and none else?"""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from rounds import examined, property_of
from state_forms import DAYS, Listed, borne_on, lists, two_lists

from rapporteur import link_text
from rapporteur.model import LinkedReport, Record, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

MEETING = """## Report on the meeting of the Working Group on Lamps held in Vienna from 3 to 5 May {year}

### I. Organizational questions

#### A. Attendance

1. The following States parties to the Convention were represented at the meeting of the Working Group: {present}.

### II. Deliberations

2. {spoken}
"""

REVIEW = """Report of the Working Group on the Universal Periodic Review

## II. Conclusions and/or recommendations

6. The recommendations listed below will be examined by Kiribati:

6.1 Light the reefs at night ({states});

6.2 Mark every wreck ({others}).
"""

SPOKEN = st.sampled_from(
    [
        "Statements were made by the representatives of {}.",
        "The representatives of {} made statements.",
        "Under this item, statements were made by {}.",
    ]
)
"""Sentences that record statements; where one State speaks the noun is in the singular."""


def linked(text: str, written: Listed, symbol: str) -> LinkedReport:
    """The report as linked on the day of the list; every quote is the source."""
    found = link_report(report_from_text(text, "invented.md", Record(symbol=symbol, issued=written.day)))
    for mention in (*found.links, *found.unlinked):
        assert mention.quote == text[mention.span.start : mention.span.end]
    return found


def check_passage(written: Listed) -> None:
    """Exactly the States of the list are mentioned in a passage of that day."""
    words = f"Lamps were lit by {written.words}."
    found = link_text(words, context=Record(issued=written.day))
    assert {link.target for link in found.links} == written.states, words
    assert not found.unlinked, words


@property_of(lists(), examples=300)
def test_states_in_a_passage(written: Listed) -> None:
    """Is each State of a list in running text found, under the name it bore that day?"""
    check_passage(written)


@property_of(two_lists(), SPOKEN, examples=120)
def test_states_that_were_present_and_spoke(written: tuple[Listed, Listed], form: str) -> None:
    """Are those present and those who spoke exactly the States of the two lists?"""
    present, speakers = written
    spoken = form.format(speakers.words)
    if len(speakers.states) == 1:
        spoken = spoken.replace("Statements were", "A statement was").replace("statements were", "a statement was")
        spoken = spoken.replace("representatives", "representative").replace("made statements", "made a statement")
    text = MEETING.format(year=present.day.year, present=present.words, spoken=spoken)
    found = linked(text, present, f"CTOC/COP/WG.6/{present.day.year}/3")
    assert {p.participant for p in found.participations} == present.states, text
    assert {s.speaker for s in found.statements} == speakers.states, text
    assert all(p.capacity and p.capacity.id == "state-party" for p in found.participations), text


@property_of(two_lists(joints=(", ", "; ", " and "), notes=False), examples=150)
def test_states_that_recommended(written: tuple[Listed, Listed]) -> None:
    """Is each recommendation of a review made by exactly the States in the brackets that close it?"""
    one, other = written
    text = REVIEW.format(states=one.words, others=other.words)
    found = linked(text, one, "A/HRC/99/7")
    made = {unit.ref.number: frozenset(unit.recommended_by) for unit in found.recommendations}
    assert made == {"6.1": one.states, "6.2": other.states}, text


def test_names_of_every_day_are_tried() -> None:
    """Are there names of today's and of former States to draw from, and does a day change them?"""
    assert all(len(borne_on(day)) > 400 for day in DAYS)
    assert ("Czechoslovakia", StateRef("CSHH")) in borne_on(DAYS[0])
    assert not [name for name, ref in borne_on(DAYS[-1]) if ref == StateRef("CSHH")]


def test_a_wrong_expectation_is_caught() -> None:
    """Would these tests fail if one State were expected that is not named?"""
    more = lists().map(lambda written: Listed(written.words, written.states | {StateRef("XXX")}, written.day))
    with pytest.raises(AssertionError):
        examined(check_passage, more, examples=3, smallest=False)
