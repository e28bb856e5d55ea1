"""Groups for which somebody spoke: is one group one thing, by whichever of its names it was called?"""

from __future__ import annotations

import pytest
from actors_sample import books, who

from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import LinkedReport, Record
from rapporteur.read import report_from_text


def linked(words: str) -> LinkedReport:
    """A report of a climate body with one paragraph."""
    text = (
        "# Report of the Subsidiary Body for Implementation on its ninetieth session\n\n"
        f"## I. Opening of the session\n\n1. {words}\n"
    )
    report = report_from_text(text, "invented.md", Record(symbol="FCCC/SBI/2031/9"))
    return link_mentions(find_mentions(report, books()), books())


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("the African Group", "african-group"),
        ("the African States", "african-group"),
        ("the Group of African States", "african-group"),
        ("the LDCs", "least-developed-countries"),
        ("the least developed countries", "least-developed-countries"),
        ("the Least Developed Countries Group", "least-developed-countries"),
        ("the landlocked developing countries", "group-of-land-locked-developing-countries"),
        ("the Arab States", "arab-group"),
        ("the Eastern European States", "eastern-european-group"),
        ("AOSIS", "aosis"),
    ],
)
def test_a_group_is_one_group_by_each_of_its_names(words: str, group: str) -> None:
    """Does each of two speakers speak for one group, in the words for its members too?"""
    found = linked(
        f"Statements were made by representatives of Chile on behalf of {words} and Nepal on behalf of {words}."
    )
    assert [(who(s.speaker), who(s.on_behalf_of), s.also_for) for s in found.statements] == [
        ("CHL", group, ()),
        ("NPL", group, ()),
    ]
    assert not found.unlinked


def test_members_are_a_group_only_where_somebody_spoke_for_them() -> None:
    """Are the countries themselves, in running text, no naming of their group?"""
    found = linked("The Board noted the needs of the LDCs and of African States.")
    assert not [link for link in found.links if link.kind == "organization" and "group" in who(link.target)]


def test_a_set_that_no_table_names_stays_open() -> None:
    """Is a set of States spoken for that is no group of the tables left open, and its speaker kept?"""
    found = linked(
        "A statement was made by the representative of Fiji on behalf of the small island developing States."
    )
    assert [who(s.speaker) for s in found.statements] == ["FJI"]
    assert [m.quote for m in found.unlinked] == ["small island developing States"]


@pytest.mark.parametrize("members", ["its member States", "its 9 member States", "its forty-two member States"])
def test_a_union_with_its_members_is_the_union(members: str) -> None:
    """Is "the European Union (EU) and its 9 member States" the Union, and no body of that long name?"""
    report = linked(f"A representative of Chad spoke on behalf of the European Union (EU) and {members}.")
    assert [(who(one.on_behalf_of), one.also_for) for one in report.statements] == [("eu", ())]
