"""Chapters of recommendations: is a list that somebody who took the floor said left out, and said?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

LETTERED = "\n\n(a) Lamps should be lit;\n\n(b) States should pay."
WITHIN = " (a) Lamps should be lit; (b) States should pay."


def linked(words: str) -> LinkedReport:
    """A report whose chapter of recommendations holds the words."""
    text = (
        f"# Report of the Conference on Lamps\n\n## I. Opening\n\n1. It met.\n\n## II. Recommendations\n\n2. {words}\n"
    )
    return link_report(report_from_text(text, "x.md"))


@pytest.mark.parametrize("parts", [LETTERED, WITHIN], ids=["lettered", "within"])
@pytest.mark.parametrize(
    "over",
    [
        "The representative of Norway said that:",
        "At the third meeting, the observer for Chad, on behalf of the pilots, proposed the following:",
        "Several speakers stressed that:",
        "Speakers made the following proposals:",
        "One delegation was of the view that:",
        "Norway recommended that:",
        "The Netherlands, supported by Peru, also suggested that:",
    ],
)
def test_what_a_speaker_said(over: str, parts: str) -> None:
    """Is it no unit, and is a line given for it?"""
    found = linked(over + parts)
    assert not found.recommendations
    assert len([line for line in found.unread if "somebody said who took the floor" in line]) == 1


@pytest.mark.parametrize(
    "over",
    [
        "The Conference recommended that:",
        "The participants recommended that:",
        "The following recommendations were made:",
        "Recalling what the representative of Norway said, the Conference recommended that:",
        "It was stressed that:",
    ],
)
def test_what_the_body_or_those_present_recommended(over: str) -> None:
    """Is it read as before?"""
    found = linked(over + LETTERED)
    assert [unit.ref.number for unit in found.recommendations] == ["2(a).1", "2(b).1"]
    assert not [line for line in found.unread if line.startswith("recommendations")]


def test_sentences_beside_such_a_list() -> None:
    """Is what stands before it, or under another number, read?"""
    found = linked(f"Ports should close. Speakers said that:{LETTERED}\n\n3. Norway should: (a) Pay; (b) Light lamps.")
    assert [unit.ref.number for unit in found.recommendations][:1] == ["2.1"]
    assert [unit.ref.number for unit in found.recommendations if unit.ref.number.startswith("3")]
