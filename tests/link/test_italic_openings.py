"""Is what is printed in italics to open a clause of a resolution no publication, and a title in italics still one?"""

from __future__ import annotations

import pytest
from citation_rows import check_links


@pytest.mark.parametrize(
    "opening",
    [
        "Acting pursuant to",
        "Acting under",
        "Having regard to",
        "Having considered",
        "Having also considered",
        "Bearing in mind",
        "Deeply concerned",
        "Gravely and deeply alarmed at",
        "Also recalling",
        "Noting with appreciation",
        "Taking into account",
        "Welcoming with satisfaction",
        "Further requests",
        "Requests also",
        "Takes note of",
        "Calls upon",
        "Decides to",
    ],
)
def test_the_opening_of_a_clause_is_no_title(opening: str) -> None:
    """Does a word for a work before the italics, or a noun for one in them, make no title of an opening?"""
    check_links(
        (None, f"It welcomed the report *{opening}* the lamps of the port."),
        (None, f"In its study *{opening}* the lamps of the port."),
    )


def test_titles_in_italics_stay() -> None:
    """Is a title still read that opens with a participle or a verb, or has small letters throughout?"""
    check_links(
        ("publication/recognizing-lamps-a-handbook-for-keepers", "It saw *Recognizing Lamps: a Handbook for Keepers*."),
        ("publication/notes-for-keepers", "It saw the publication *Notes for keepers*."),
        ("publication/lighting-the-reefs", "It saw the publication *Lighting the reefs*."),
        ("publication/basic-harbour-manual", "It saw the *Basic Harbour Manual*."),
    )
