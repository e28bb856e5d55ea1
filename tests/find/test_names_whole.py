"""Names of bodies that no authority holds: whole, and nothing but the name?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_text


def named(words: str) -> list[str]:
    """The organizations that a passage names, as the labels of what is coined for them."""
    return [entity.name for entity in link_text(words).coined]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("It was told to the National Commission on Lamp Rights in September.", "National Commission on Lamp Rights"),
        ("The Sub-Committee on Lamp Duties met.", "Sub-Committee on Lamp Duties"),
        ("A reply came from the joint TIDE/FOG Working Group on Lamps.", "TIDE/FOG Working Group on Lamps"),
        ("Mr. Foo, Head Department of Lamp Quality, spoke.", "Department of Lamp Quality"),
        ("She is in the Office of the Government of the Republic of Chile for Fishing Communities.", None),
    ],
)
def test_a_name_is_whole_and_nothing_but_the_name(words: str, name: str | None) -> None:
    """Does a name keep its prefix, leave the date and the office alone, and go on behind the State's name?"""
    expected = name or "Office of the Government of the Republic of Chile for Fishing Communities"
    assert named(words) == [expected]


def test_the_fund_of_the_union_is_the_fund() -> None:
    """Does a body that owns a fund stay out of the fund's name, and its mention stand?"""
    assert named("Money went to the European Union’s Lamp Fund, not to the Lamp Fund.") == ["Lamp Fund"]


def test_a_name_that_is_cut_short_is_no_body() -> None:
    """Is a name whose last words are not read left open?"""
    found = link_text("The Government Council for Issues concerning the Isles met.")
    assert not found.coined
    assert [(m.quote, m.because.value) for m in found.unlinked] == [("Government Council for Issues", "no-candidate")]


def test_a_treaty_in_the_name_of_a_body_is_no_mention_of_it() -> None:
    """Is the treaty inside the name of a fund no naming of the treaty?"""
    found = link_text("They paid into the Trust Fund for Participation in the UNFCCC Process.")
    assert [(link.quote, link.kind) for link in found.links] == [
        ("Trust Fund for Participation in the UNFCCC Process", "organization")
    ]


def test_bodies_beside_a_treaty_are_not_in_its_title() -> None:
    """In a list that nothing divides, does a treaty's title begin behind one body and end before the next?"""
    found = link_text("Council of Europe General Agreement on Lamp Prices League of Arab States")
    assert [link.quote for link in found.links] == [
        "Council of Europe",
        "General Agreement on Lamp Prices",
        "League of Arab States",
    ]
    kept = link_text("Under the Council of Europe Convention on Lamp Prices the lamps are cheap.")
    assert [link.quote for link in kept.links] == ["Council of Europe Convention on Lamp Prices"]
