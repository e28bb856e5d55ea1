"""Resolutions without numbers, wherever they stand in an act or an annex: are their operative paragraphs units?"""

from __future__ import annotations

import pytest

from rapporteur.find.capitals import without_capitals
from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

ACT = "# Final Act of the Conference on Lamps\n\n1. The Conference on Lamps met at Strelsau in 1963.\n\n"
REPORT = "# Report of the Board of Lamps\n\n## I. Opening\n\n1. It met.\n\n## Annex\n\n### Resolutions\n\n"


def units(text: str) -> list[str]:
    """Number, strength and addressees of the units of a text."""
    found: LinkedReport = link_report(report_from_text(text, "x.md"))
    return [
        f"{r.ref.number} {r.strength.id} {','.join(getattr(a, 'id', '') for a in r.addressees)}"
        for r in found.recommendations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ACT + "2. It adopted the following:\n\nResolution on lamps\n\nThe Conference\n\nConsidering that lamps are "
            "dim\n\nResolves to meet again.\n",
            ["2.1 decide conference"],
        ),
        (
            "# Final Act of the Conference on Lamps\n\nThe Conference on Lamps met in 1963.\n\nResolution on lamps\n\n"
            "The Conference,\n\nNoting fog,\n\nResolves that States should light lamps.\n\nResolution on buoys\n\n"
            "The Conference,\n\nUrges Member States to paint buoys.\n",
            ["text.1 decide states", "text.2 urge member-states"],
        ),
        (
            ACT + "## Annex\n\n### Resolution on lamps\n\nTHE CONFERENCE,\n\nCONSIDERING fog,\n\nRESOLVES to meet;\n\n"
            "REQUESTS the Secretariat to light lamps.\n",
            ["annex-I.1 decide conference", "annex-I.2 request secretariat"],
        ),
        (
            REPORT
            + "A.\n\nBuoys\n\nThe Board of Lamps,\n\nNoting fog,\n\nDecides to meet.\n\nB.\n\nLamps\n\nThe Board "
            "of Lamps,\n\nUrges States to light lamps.\n",
            ["annex-I.A.1 decide board-of-lamps", "annex-I.B.1 urge states"],
        ),
        (ACT + "2. It said: “The Conference, Noting fog, Resolves to meet again.”\n", []),
        (ACT + "2. The Conference, noting fog, rose. Requests of the keepers were heard.\n", []),
    ],
)
def test_resolutions_in_running_text(text: str, expected: list[str]) -> None:
    """Are they read in a paragraph, a text of sections, in capitals and under letters, and what is quoted is not?"""
    assert units(text) == expected


def test_capitals_are_as_long() -> None:
    """Are only the words of a resolution written small, and no index moved?"""
    text = "THE BOARD OF LAMPS, RECALLING THE PLAN OF THE USSR, ALSO URGES States to pay"
    assert len(without_capitals(text)) == len(text)
    assert without_capitals("NATO URGES") == "NATO Urges"
    assert without_capitals("a lamp") == "a lamp"
