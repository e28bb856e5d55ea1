"""Those present in two clauses, in a capacity, by an invitation, and two bodies that "and" joins."""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport, OrganizationRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

REPORT = """Report of the Lighthouse Board on its ninth session

I. Opening

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.

II. Attendance

2. {said}
"""
SOCIETY, OBSERVER, STATE = "civil-society-observer", "observer-organization", "observer-state"


def linked(said: str) -> LinkedReport:
    return link_report(report_from_text(REPORT.format(said=said), "x.txt"))


def present(said: str) -> list[tuple[str, str]]:
    """Who was present and in what capacity, in order."""
    found = [(p.participant, p.capacity) for p in linked(said).participations]
    return [
        (who.code if isinstance(who, StateRef) else who.id if isinstance(who, OrganizationRef) else "-", as_.id)
        for who, as_ in found
        if as_ is not None
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "UNICRI and the World Customs Organization were represented by observers, as were the non-governmental "
            "organizations Reef Fund on the Isles System and Small Boats Survey.",
            [("unicri", OBSERVER), ("wco", OBSERVER), ("reef-fund-on-the-isles-system", SOCIETY),
             ("small-boats-survey", SOCIETY)],
        ),
        (
            "The World Customs Organization was represented by an observer, as was the non-governmental organization "
            "Reef Watchers.",
            [("wco", OBSERVER), ("reef-watchers", SOCIETY)],
        ),
        (
            "The World Customs Organization was represented by an observer, as were the following non-governmental "
            "organizations: Reef Fund, Isles Watch.",
            [("wco", OBSERVER), ("reef-fund", SOCIETY), ("isles-watch", SOCIETY)],
        ),
        (
            "Peru was represented by an observer, as were Ghana and the European Union.",
            [("PER", STATE), ("GHA", STATE), ("eu", OBSERVER)],
        ),
        (
            "UNICRI was represented by an observer, as were the intergovernmental organizations African Union and "
            "League of Arab States, in accordance with rule 16.",
            [("unicri", OBSERVER), ("au", "intergovernmental-observer"),
             ("las", "intergovernmental-observer")],
        ),
        (
            "The African Union and the World Customs Organization attended the session in the capacity of observers.",
            [("au", OBSERVER), ("wco", OBSERVER)],
        ),
        ("The African Union took part in the session with observer status.", [("au", OBSERVER)]),
        (
            "The Board invited bodies to send observers. The following accepted this invitation: the African Union; "
            "the World Customs Organization.",
            [("au", OBSERVER), ("wco", OBSERVER)],
        ),
        (
            "The Board invited bodies. The following had accepted the invitation: Ghana; the African Union.",
            [("GHA", "represented"), ("au", "represented")],
        ),
        (
            "The Reef Institute on Fog and the International Lamp Academy were represented by observers.",
            [("reef-institute-on-fog", OBSERVER), ("international-lamp-academy", OBSERVER)],
        ),
    ],
)  # fmt: skip
def test_who_was_present(said: str, expected: list[tuple[str, str]]) -> None:
    """Is each present in the capacity that the words of its own clause say?"""
    assert present(said) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Ghana was represented by an observer, as were the keepers of the isles and Peru.",
        "The Reef Institute on Fog and the International Lamp Academy was represented by an observer.",
        "The Palestine Union and the African Boats Congress attended the Conference in the capacity of observers.",
    ],
)
def test_what_cannot_be_read_is_told(said: str) -> None:
    """Is a clause with an unknown name, or with more names than its verb tells of, said to be unread?"""
    assert any(said[:30] in words for words in linked(said).unread)


@pytest.mark.parametrize(
    "said",
    [
        "The Board thanked the Reef Institute on Fog and the International Lamp Academy.",
        "The Board thanked the non-governmental organizations Reef Council on the Isles System and Small Boats Survey.",
        "The observers for the Reef Council on the Isles System and the Small Boats Survey made statements.",
    ],
)
def test_two_bodies_are_not_coined_as_one(said: str) -> None:
    """Is no body made of the names of two?"""
    assert not [one.name for one in linked(said).coined if " and " in one.name]


def test_one_body_with_an_and_stays_one() -> None:
    """Is a name with an "and" inside still one body where nothing tells of two?"""
    (one,) = linked("The Board thanked the Institute for Reefs and Lamps of Zenda.").coined
    assert one.name == "Institute for Reefs and Lamps of Zenda"
