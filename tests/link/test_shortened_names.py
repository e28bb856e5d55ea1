"""Does a shortened name mean the body that was named in full before, and nothing where none was, or two were?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import OrganizationRef

LONG = "Strelsau Committee of Keepers on the Use of Lamps"
ROWS = [
    (f"The {LONG} met. The Strelsau Committee on Lamps will report.", 1, []),
    ("The Strelsau Committee on Lamps will report.", 1, []),
    (f"The {LONG} and the Strelsau Committee of Pilots on Lamps met. The Strelsau Committee on Lamps spoke.", 3, []),
    ("The Committee on Fog and Ice met. The Committee on Fog met.", 2, []),
    ("The Office of the High Commissioner for Human Rights met. The Office of the High Commissioner spoke.", 1, []),
    ("The Office of the High Commissioner spoke.", 0, ["Office of the High Commissioner"]),
]


@pytest.mark.parametrize(("words", "bodies", "left_open"), ROWS, ids=[words for words, _, _ in ROWS])
def test_a_shortened_name(words: str, bodies: int, left_open: list[str]) -> None:
    """Are as many bodies meant as there are, and is an office of many open without its longer name?"""
    found = link_text(words)
    assert len({link.target for link in found.links if isinstance(link.target, OrganizationRef)}) == bodies
    assert [open.quote for open in found.unlinked if open.kind == "organization"] == left_open
