"""Short names that a house style gives to bodies: are they linked where no words before tell what they mean?"""

from __future__ import annotations

import pytest

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

FRONT = """A/HRC/91/2

Report of the Human Rights Council on its ninety-first session

I. Lamps

1.   The Council held its ninety-first session at Geneva from 27 February to 23 March 2031.

"""


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The Office of the High Commissioner reported.", "ohchr"),
        ("Reports of the Office of the High Commissioner and the Secretary-General were read.", "ohchr"),
        ("The Advisory Committee elected a member.", "human-rights-council-advisory-committee"),
        ("The Human Rights Council Advisory Committee met.", "human-rights-council-advisory-committee"),
    ],
)
def test_a_short_name_of_the_house_is_its_body(words: str, body: str) -> None:
    """Is the body linked by the words that the style gives it?"""
    linked = link_report(report_from_text(f"{FRONT}2.   {words}\n", "x.txt"))
    assert body in {getattr(link.target, "id", "") for link in linked.links if link.property == "mentions"}


def test_a_longer_name_keeps_its_own_body() -> None:
    """Is the Advisory Committee on something else no body of this house?"""
    words = "The Advisory Committee on Administrative and Budgetary Questions met."
    linked = link_report(report_from_text(f"{FRONT}2.   {words}\n", "x.txt"))
    found = {getattr(link.target, "id", "") for link in linked.links if link.property == "mentions"}
    assert "human-rights-council-advisory-committee" not in found
