"""Resolutions carried in a paragraph: are only those units that the body adopted, and nothing behind them theirs?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

TEXT = "The Conference, Noting fog, Requests States to light lamps; Urges Peru to pay."


def linked(words: str, title: str = "Report of the Conference on Lamps on its ninth session") -> LinkedReport:
    """A report whose second paragraph holds the words."""
    text = f"# {title}\n\n## I. Opening\n\n1. It met.\n\n## II. Debate\n\n2. {words}\n"
    return link_report(report_from_text(text, "x.md"))


def said(report: LinkedReport) -> list[str]:
    """What it says of recommendations that were not read."""
    return [line for line in report.unread if line.startswith("recommendations")]


@pytest.mark.parametrize(
    "lead",
    [
        "",
        "The Conference adopted the following:",
        "At its third meeting, the Conference adopted, without a vote, a resolution that read as follows:",
        "The Conference adopted draft resolution L.1, as orally amended.",
        "Resolution on lamps",
        "The President spoke. The following text was then approved:",
    ],
)
def test_what_the_body_adopted(lead: str) -> None:
    """Is a resolution read behind words that say it was adopted, behind its title and where it stands alone?"""
    found = linked(f"{lead} {TEXT}".strip())
    assert [(unit.ref.number, unit.text) for unit in found.recommendations] == [
        ("2.1", "Requests States to light lamps;"),
        ("2.2", "Urges Peru to pay."),
    ]
    assert not said(found)


@pytest.mark.parametrize(
    "lead",
    [
        "The draft resolution that was withdrawn read:",
        "The representative of Peru introduced a draft resolution, which read:",
        "An amendment was proposed by Peru, to insert the following paragraph:",
        "Peru tabled a text. It was as follows:",
        "One speaker read out a text.",
        "The following resolution was not adopted:",
        "The following resolution was put to the vote and rejected:",
        "The Secretariat recommended that it adopt the following:",
        "At its eighth session, in 2008, the Conference adopted the following:",
        "In its resolution 8/1, the Conference adopted the following:",
        "The Conference had adopted the following:",
        "The text read",
    ],
)
def test_what_nobody_says_was_adopted(lead: str) -> None:
    """Are drafts, proposals, amendments and texts of earlier sessions no units, and said?"""
    found = linked(f"{lead} {TEXT}")
    assert not found.recommendations
    assert len(said(found)) == 1 and "may not have adopted" in said(found)[0]


@pytest.mark.parametrize(
    "body", ["General Assembly", "Council of Keepers", "Conference of Ministers", "Lamp Conference"]
)
def test_resolutions_of_other_bodies(body: str) -> None:
    """Is a resolution that another body speaks in no unit, whoever is said to have adopted it, and said?"""
    found = linked(f"The {body} adopted the following: The {body}, Noting fog, Requests States to light lamps.")
    assert not found.recommendations
    assert len(said(found)) == 1


@pytest.mark.parametrize(
    "behind",
    [
        "Before the adoption, the representative of Cuba said that it disagreed.",
        "The USSR, the UNITED STATES and the HOLY SEE spoke.",
        "Statements were made by Chile and Fiji. The President closed the meeting.",
    ],
)
@pytest.mark.parametrize(
    "lead", ["The Conference adopted the following: The Conference, Noting fog,", "THE CONFERENCE,"]
)
def test_what_stands_behind_a_resolution_is_none_of_it(lead: str, behind: str) -> None:
    """Does the last clause end with its sentence, whatever the paragraph goes on to tell?"""
    (unit,) = linked(f"{lead} Requests States to light lamps. {behind}").recommendations
    assert unit.text == "Requests States to light lamps."


def test_what_is_asked_behind_a_resolution_is_said() -> None:
    """Is a line given for what somebody asks in the rest of the paragraph, which nothing reads?"""
    found = linked(f"The Conference adopted the following: {TEXT} It also requested the Board to report.")
    assert [unit.ref.number for unit in found.recommendations] == ["2.1", "2.2"]
    assert any("It also requested the Board" in line for line in said(found))
