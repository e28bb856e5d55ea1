"""Are decisions and documents of other houses, by numbers that no authority knows, open, and said number by number?"""

from __future__ import annotations

import pytest

from rapporteur import link_text

ROWS = [
    (
        "It recalled agreed conclusions 486 (LIII) and 487 (LIII) of the Board.",
        ["agreed conclusions 486 (LIII)", "487 (LIII)"],
    ),
    ("In Resolution XIII.4 and by resolution 10.4 it was said.", ["Resolution XIII.4", "resolution 10.4"]),
    (
        "Decision 16.162 (Rev. LP18) and Resolution Conf. 4.6 hold.",
        ["Decision 16.162 (Rev. LP18)", "Resolution Conf. 4.6"],
    ),
    ("See decisions 3/LB.12, paragraph 5, and 7/LB.13.", ["decisions 3/LB.12", "7/LB.13"]),
    ("Noting resolution LB140.R5 and document LB65/18, Add.1,", ["resolution LB140.R5", "document LB65/18, Add.1"]),
    ("It was told (LB65/INF/2) in documents A68/11 and A70/1.", ["LB65/INF/2", "documents A68/11", "A70/1"]),
    (
        "General comment No. 9 and general recommendations Nos. 12 and 19 (1992)",
        ["General comment No. 9", "general recommendations Nos. 12", "19 (1992)"],
    ),
    ("A resolution of 10.4 metres, resolution 2.5 km, a decision of 3.4.2031, general comments", []),
]


@pytest.mark.parametrize(("words", "quotes"), ROWS, ids=[words for words, _ in ROWS])
def test_a_number_of_another_house_stays_open(words: str, quotes: list[str]) -> None:
    """Is each number said to be open, and none linked?"""
    found = link_text(words)
    assert [open.quote for open in found.unlinked if open.rule.id.startswith("outside/")] == quotes
    assert not [link for link in found.links if link.property == "cites"]


def test_the_decisions_of_a_reporting_body_are_its_own() -> None:
    """Are the numbers of a body that is known still its own, whatever other houses call theirs?"""
    found = link_text("Recalling decisions 7/CP.19 and 2/3,", context="CTOC/COP/2031/4")
    assert len([link for link in found.links if link.property == "cites"]) == 2
