"""Those spoken for together with the members of a group, and statements told of by what they were about."""

from __future__ import annotations

import pytest

from rapporteur.model import OrganizationRef, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

REPORT = """Report of the Lighthouse Board on its ninth session

I. Opening

1. The Board held its ninth session in Lisbon from 2 to 9 May 2031.

II. Lamps

2. {said}
"""


def spoken(said: str) -> list[tuple[str, list[str]]]:
    """Speaker and those spoken for, in order, as the ids of the authorities."""

    def key(who: object) -> str:
        return who.code if isinstance(who, StateRef) else who.id if isinstance(who, OrganizationRef) else "-"

    linked = link_report(report_from_text(REPORT.format(said=said), "x.txt"))
    assert not [one.name for one in linked.coined if " and " in one.name]
    return [
        (key(s.speaker), [key(who) for who in (s.on_behalf_of, *s.also_for) if who is not None])
        for s in linked.statements
    ]


@pytest.mark.parametrize(
    ("behalf", "expected"),
    [
        ("the European Union and its member States and of Albania and Serbia", ["eu", "ALB", "SRB"]),
        ("the European Union and its 27 member States, Albania and Serbia", ["eu", "ALB", "SRB"]),
        ("the European Union together with its Member States and the Republic of Moldova", ["eu", "MDA"]),
        ("the European Union and of Albania and Serbia", ["eu", "ALB", "SRB"]),
        ("the European Union and its member States", ["eu"]),
    ],
)
def test_members_of_a_group_and_others(behalf: str, expected: list[str]) -> None:
    """Are the States behind "and its member States" spoken for, and is the group no new one with its members?"""
    for said in (
        f"The representative of Italy, on behalf of {behalf}, made a statement.",
        f"The representative of Italy (on behalf of {behalf}) made a statement.",
        f"A statement was made by the representative of Italy, on behalf of {behalf}.",
        f"Statements were made by the representatives of Peru and Italy (on behalf of {behalf}).",
    ):
        assert (spoken(said)[-1]) == ("ITA", expected), said


@pytest.mark.parametrize(
    "behalf", ["the African Group and the least developed countries", "the African Group and least developed countries"]
)
def test_two_groups_of_the_authorities(behalf: str) -> None:
    """Are two groups that "and" joins two, whether speakers are named or counted?"""
    groups = ["african-group", "least-developed-countries"]
    assert spoken(f"The representative of Chad, on behalf of {behalf}, made a statement.") == [("TCD", groups)]
    counted = f"Statements were made by representatives of nine Parties, including on behalf of {behalf}."
    assert spoken(counted) == [("-", groups)]


def test_a_known_group_and_one_that_nobody_knows() -> None:
    """Does nothing coin a body from a known group and words behind it?"""
    said = "Statements were made by representatives of nine Parties, including on behalf of"
    assert spoken(f"{said} the African Group and the Lamps.") == [("-", [])]


def test_behalf_said_twice() -> None:
    """Are both spoken for where "on behalf of" is said again?"""
    behalf = "on behalf of the European Union and its member States and on behalf of Albania"
    assert spoken(f"The representative of Italy, {behalf}, made a statement.") == [("ITA", ["eu", "ALB"])]


@pytest.mark.parametrize(
    "about",
    [
        "in connection with the agenda and programme of work",
        "in respect of the lamps",
        "related to the chart",
        "with respect to item 2",
        "in response to the keeper",
    ],
)
def test_what_statements_were_about(about: str) -> None:
    """Are the speakers read, whatever words say what the statements were about?"""
    said = (
        f"At the same meeting, statements {about} were made by the representatives of China, Cuba and the Philippines."
    )
    assert spoken(said) == [("CHN", []), ("CUB", []), ("PHL", [])]
