"""Parts of annexes, and the signs of a range: is the part cited or open, never the whole annex?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import DocumentPartRef, DocumentRef

ROWS = [
    ("paragraph4 of the annex to document A/99/1", {"annex:4"}),
    ("paragraph 4 of annex II to A/99/1", {"II:4"}),
    ("paragraphs4 and 5 of A/99/1", {":4", ":5"}),
    ("para.4 of A/99/1", {":4"}),
    ("paragraph 4 of the annex to the note by the keeper (A/99/1)", {"annex:4"}),
    ("the paragraph4 of the annex to document A/99/1", set()),
    ("section II of the annex to A/99/1", set()),
    ("part II of the annex to A/99/1", set()),
    ("section II of A/99/1", {":II"}),
    ("the lamps of the annex to A/99/1", {":annex-I"}),
]


@pytest.mark.parametrize(("words", "cited"), ROWS, ids=[words for words, _ in ROWS])
def test_a_part_of_an_annex_is_not_the_whole(words: str, cited: set[str]) -> None:
    """Is what is cited the part that the words name, a part that is not read open?"""
    found = link_text(f"It recalled {words}.")
    parts = [link.target.part for link in found.links if isinstance(link.target, DocumentPartRef)]
    assert {f"{part.annex}:{'/'.join(part.path)}" for part in parts} == cited
    assert cited or [mention.quote for mention in found.unlinked] == ["the annex"]


@pytest.mark.parametrize("sign", "-–—‐‑")
def test_a_range_by_any_of_its_signs(sign: str) -> None:
    """Is every document, paragraph and article of a range cited, whichever dash or hyphen is printed?"""
    found = link_text(f"It recalled A/99/1/Add.1{sign}3, paragraphs 4{sign}6 of A/99/2 and articles 4{sign}6 of CEDAW.")
    symbols = {link.target.symbol for link in found.links if isinstance(link.target, DocumentRef)}
    assert {"A/99/1/Add.1", "A/99/1/Add.2", "A/99/1/Add.3"} <= symbols
    assert len([link for link in found.links if link.kind in ("report-paragraph", "treaty-article")]) == 6


def test_a_dash_behind_a_letter_is_no_range() -> None:
    """Does a dash that opens a remark leave the letters of a resolution alone, and a hyphen join them?"""
    said = {sign: link_text(f"General Assembly resolution 99/1 A{sign}C").links for sign in "—‑"}
    symbols = {sign: [link.target.symbol for link in links if link.kind == "decision"] for sign, links in said.items()}
    assert symbols == {"—": ["A/RES/99/1"], "‑": ["A/RES/99/1A", "A/RES/99/1B", "A/RES/99/1C"]}
