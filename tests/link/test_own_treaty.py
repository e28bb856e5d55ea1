"""Whose article is it where a report is about one treaty and names another: does its own keep "the Convention"?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import ProvisionRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

ACT = """# Final Act of the Conference on the Strelsau Convention on Lamps

1. The Conference adopted the Strelsau Convention on Lamps.

## Annex I

### Resolutions

#### 1. Resolution on fog

*The Conference*,

*Recalling* article 4 of the Convention and article 19 of the Nets Convention on Fog,

1. *Decides* to act under article 6 of the Convention.
"""

GRAFT = """CAC/COSP/2031/9

# Report of the Conference of the States Parties to the United Nations Convention against Corruption on its ninth

## I. Resolution 9/1 on lamps

*Noting* article 10 of the Organized Crime Convention,

1. *Calls upon* States to apply article 9 of the Convention.
"""


def cited(text: str) -> set[str]:
    found = link_report(report_from_text(text, "x.md")).links
    refs = [link.target for link in found if isinstance(link.target, ProvisionRef)]
    return {f"{getattr(ref.instrument, 'id', '')} {ref.steps[0][1]}" for ref in refs}


def test_the_treaty_of_the_title_is_the_convention() -> None:
    """Is it so below a preamble that names another, and in that preamble?"""
    assert cited(ACT) == {
        "strelsau-convention-on-lamps 4",
        "nets-convention-on-fog 19",
        "strelsau-convention-on-lamps 6",
    }


def test_the_treaty_of_the_house_is_the_convention() -> None:
    """Does a preamble that names one of another house change nothing?"""
    assert cited(GRAFT) == {"untoc 10", "uncac 9"}


def test_a_treaty_named_only_later_is_not_meant() -> None:
    """Is "the Convention" open before the only one is named?"""
    text = "# Final Act of the Conference on Fog\n\n1. The Conference met under article 47 of the Convention."
    assert cited(f"{text}\n\n2. It recalled article 3 of the Strelsau Convention on Lamps.\n") == {
        "strelsau-convention-on-lamps 3"
    }


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Article 17 ICCPR and articles 2 (1) and 26 ICCPR were read.", {"iccpr 17", "iccpr 2", "iccpr 26"}),
        ("It read articles 7 and 9 of ICCPR, and art. 3 CRC.", {"iccpr 7", "iccpr 9", "crc 3"}),
        ("Under article 5 UNODC may act.", set()),
        (
            "The Paris Agreement and the Kyoto Protocol, in particular its Article 3, were read.",
            {"kyoto-protocol 3"},
        ),
    ],
)
def test_letters_behind_and_its_right_behind_a_treaty(text: str, targets: set[str]) -> None:
    """Do a treaty's letters behind an article name it, and is "its" of the treaty right before it?"""
    refs = [link.target for link in link_text(text).links if isinstance(link.target, ProvisionRef)]
    assert {f"{getattr(ref.instrument, 'id', '')} {ref.steps[0][1]}" for ref in refs} == targets
