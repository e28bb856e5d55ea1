"""Told: is what the report's own body asks outside chapters of recommendations a unit, and what others asked none?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text


def units(words: str, *, title: str = "Working Group on Lamps", section: str = "Deliberations") -> list[str]:
    """Number, strength and addressees of the units of a report whose second paragraph holds the words."""
    text = f"# Report of the {title} on its ninth session\n\n## I. {section}\n\n1. It met.\n\n2. {words}\n"
    found = link_report(report_from_text(text, "x.md")).recommendations
    return [f"{r.ref.number} {r.strength.id} {','.join(getattr(a, 'id', '') for a in r.addressees)}" for r in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Working Group requested the Secretariat to buy lamps.", ["2.1 request secretariat"]),
        (
            "Lamps were dim. The Working Group recommended that States parties light them. It also urged Member States "
            "to pay.",
            ["2.1 recommend states-parties", "2.2 urge member-states"],
        ),
        (
            "The Working Group requested the Secretariat:\n\n   (a) To buy lamps;\n\n   (b) To sell nets.",
            ["2(a).1 request secretariat", "2(b).1 request secretariat"],
        ),
        ("Speakers recommended that the Secretariat buy lamps.", []),
        ("The General Assembly requested the Secretariat to buy lamps.", []),
        ("The General Assembly met. It requested the Secretariat to buy lamps.", []),
        ("In its decision 4/1, the Working Group requested the Secretariat to buy lamps.", []),
        ("At its previous session, the Working Group had requested the Secretariat to buy lamps.", []),
        ("The representative of Chad said that the Working Group requested the Secretariat to buy lamps.", []),
        (
            "The General Assembly requested the Secretariat to buy lamps. The Working Group urged States to sell them.",
            ["2.1 urge states"],
        ),
    ],
)
def test_what_the_body_asks_in_its_deliberations(words: str, expected: list[str]) -> None:
    """Is what the body itself asks at this meeting a unit, and what speakers, others or earlier sessions asked none?"""
    assert units(words) == expected


def test_the_body_is_called_as_its_report_calls_it() -> None:
    """Is the body known by the words of its title, long or short, and is nothing told in an introduction asked anew?"""
    asked = "The Conference requested the Secretariat to buy lamps."
    assert units(asked, title="Conference of the Parties to the Lamp Convention") == ["2.1 request secretariat"]
    assert not units(asked, title="Committee on Lamps")
    assert not units(asked, title="Conference of the Parties to the Lamp Convention", section="Introduction")


def test_what_nobody_can_tell_is_said() -> None:
    """Are requests counted and said in a report whose title names no body?"""
    text = (
        "# Report of the Keepers on lamps\n\n## I. Deliberations\n\n1. It met.\n\n"
        "2. The Board requested the Secretariat to buy lamps.\n"
    )
    linked = link_report(report_from_text(text, "x.md"))
    assert not linked.recommendations
    assert [line for line in linked.unread if "1 sentence tells what a body asked" in line]


def test_a_chapter_of_recommendations_that_tells_what_was_recommended() -> None:
    """Are what the body recommends in such a chapter, and in a part of a list of several sentences, units as well?"""
    title = {"title": "Workshop on Lamps", "section": "Conclusions and recommendations"}
    assert units("The Workshop recommended that lamps be lit.", **title) == ["2.1 recommend "]
    parts = (
        "The participants agreed on the following:\n\n(a) The Workshop noted that lamps helped. It therefore "
        "recommended that lamps be lit. The Workshop also urged Member States to pay;\n\n(b) The Board of Buoys "
        "recommended that ports be closed;\n\n(c) The Workshop recommended that nets be sold."
    )
    assert units(parts, **title) == ["2(a).1 recommend ", "2(a).2 urge member-states", "2(c).1 recommend "]
    assert units("States should pay. The Board of Buoys urged Chad to pay.", **title) == ["2.1 should states"]


def test_what_the_body_binds_itself_to_is_said() -> None:
    """Is a sentence in which it decides to do something itself no unit, and said, and that of another body not?"""
    text = (
        "# Report of the Board on its ninth session\n\n## I. Deliberations\n\n1. It met.\n\n2. The Board decided to "
        "meet again. It also decided that the port should be closed.\n\n3. The Council decided to go.\n"
    )
    found = link_report(report_from_text(text, "x.md"))
    assert not found.recommendations
    assert [line for line in found.unread if line.startswith("decisions: 2 sentences tell")]
