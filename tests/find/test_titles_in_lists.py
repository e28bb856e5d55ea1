"""Are titles of treaties, and names in lists of abbreviations, read whole where another stands before them?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_text


def named(text: str, kind: str) -> list[tuple[str, str]]:
    """Each link of a kind: its words, and the last part of what it means."""
    return [(link.quote, str(getattr(link.target, "id", ""))) for link in link_text(text).links if link.kind == kind]


@pytest.mark.parametrize("noun", ["Convention", "Protocol"])
def test_a_title_behind_and_the(noun: str) -> None:
    """Does the title behind "and the" go on over small words, and is none coined of its noun alone?"""
    titles = named(
        f"under the Island Convention on Fog and the {noun} relating to the Status of Lamps, it", "treaty-mention"
    )
    slug = f"{noun.lower()}-relating-to-the-status-of-lamps"
    assert titles == [
        ("Island Convention on Fog", "island-convention-on-fog"),
        (f"{noun} relating to the Status of Lamps", slug),
    ]


def test_the_noun_alone_behind_and_the() -> None:
    """Is "the Convention" behind a list's title that treaty again, and no treaty called Convention?"""
    titles = named("under the Island Convention on Lamps and the Convention", "treaty-mention")
    assert {target for _, target in titles} == {"island-convention-on-lamps"}


def test_letters_before_the_name_they_stand_for() -> None:
    """Is a name in a list of abbreviations the body's own, without its letters?"""
    assert named("BLI Buoy and Lamp Initiative, Port Zedd; the BLI met", "organization") == [
        ("Buoy and Lamp Initiative", "bli"),
        ("BLI", "bli"),
    ]


def test_letters_with_those_of_the_body_above() -> None:
    """Are letters that a report gives a known body its own, though a hyphen joins them to those of the body above?"""
    letters = named("Lamps of the Council of Europe (CoN-CE) stood. The CoN-CE left.", "organization")
    assert letters == [("Council of Europe", "coe"), ("CoN-CE", "coe"), ("CoN-CE", "coe")]


def test_international_as_part_of_a_name() -> None:
    """Does a name go on behind "and International", where no further body begins so?"""
    (office,) = named("the Office for Island Lamps and International Fog Help, of Azuria, met", "organization")
    assert office[0] == "Office for Island Lamps and International Fog Help"
    both = named("the Office for Lamps and International Fog Fund met", "organization")
    assert [words for words, _ in both] == ["Office for Lamps", "International Fog Fund"]
