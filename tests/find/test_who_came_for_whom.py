"""Lists of participants, "Azuria: Ms. Ada Zedd": is the State or body there by its own name, without those who came?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text


def came(words: str) -> list[str]:
    """Names as written of those who took part."""
    text = f"# Report of the Board of Lamps\n\n## I. Opening\n\n1. It met.\n\n{words}\n"
    return sorted(p.name_as_written for p in link_report(report_from_text(text, "x.md")).participations)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "2. The following organizations were represented by observers: International Labour Organization: Ms. Jane "
            "Poe; Harbour Watch – Mr. John Roe.",
            ["Harbour Watch", "International Labour Organization"],
        ),
        (
            "## Annex\n\n### List of participants\n\n* Albania: Mr. Arben Hoxha (Head of delegation)\n* Chile: Ms. "
            "Rosa Diaz\n* Ghana: Mr. Kofi Mensah (Ambassador)",
            ["Albania", "Chile", "Ghana"],
        ),
    ],
)
def test_those_who_came_are_no_part_of_the_name(words: str, names: list[str]) -> None:
    """Are persons behind a colon or a dash left out of the name of the State or body they came for?"""
    assert came(words) == names
