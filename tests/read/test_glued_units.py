"""Units glued to their numbers: is a lost space read, the quote kept, and no note taken for a number?"""

from __future__ import annotations

import pytest

from rapporteur import link_text
from rapporteur.model import CleanText
from rapporteur.model.text import NoteMarker
from rapporteur.read.glued_units import unglued

ROWS = [
    ("see article15 and para.4", "see article 15 and para. 4"),
    ("art.9(2), annexII, rule12(3)", "art. 9(2), annex II, rule 12(3)"),
    ("article6(1)(a),para.2", "article 6(1)(a), para. 2"),
    ("articles3 and4, paras.1and2", "articles 3 and 4, paras. 1 and 2"),
    ("decision4/4, resolution55/25, recommendation12.7", "decision 4/4, resolution 55/25, recommendation 12.7"),
    ("chapterIII, sect.2, subparagraph(a)", "chapter III, sect. 2, subparagraph (a)"),
    ("the article3, this paragraph4, its annex2", "the article3, this paragraph4, its annex2"),
    ("a decision3 of lamps, resolution7", "a decision3 of lamps, resolution7"),
    ("(article15), in rules4, 5 and 6 of", "(article 15), in rules 4, 5 and 6 of"),
    (
        "these articles4 of the Treaty, draft articles6, 7 lamps",
        "these articles4 of the Treaty, draft articles6, 7 lamps",
    ),
    ("a relevant article4 of the Treaty, several rules2", "a relevant article4 of the Treaty, several rules2"),
    ("in conditions of paragraph3 States were", "in conditions of paragraph3 States were"),
    ("the rule and section3 of the book, of articles4 of", "the rule and section3 of the book, of articles4 of"),
    ("works of art.4 The house", "works of art.4 The house"),
    ("in article(s) 5, rule(s), annex(es), paragraph(s)", "in article(s) 5, rule(s), annex(es), paragraph(s)"),
    ("lamps.4 came, 3and4 nets, smart9, A/HRC/43/15", "lamps.4 came, 3and4 nets, smart9, A/HRC/43/15"),
]


@pytest.mark.parametrize(("words", "spaced"), ROWS, ids=[words for words, _ in ROWS])
def test_a_lost_space_is_read(words: str, spaced: str) -> None:
    """Is a space between unit and number, and every character still where it stood?"""
    clean = unglued(CleanText(words, range(len(words))))
    assert clean.text == spaced
    assert len(clean.text) == len(clean.offsets)
    assert list(clean.offsets) == sorted(clean.offsets)
    assert all(words[clean.offsets[i]] == sign for i, sign in enumerate(clean.text) if sign != " ")


def test_markers_and_italics_keep_their_words() -> None:
    """Do a note and words in italics stay with the words they belong to?"""
    clean = CleanText(
        "of para.15 here", range(15), ((11, 15),), (NoteMarker("2", 10, CleanText("x", (10,)).span(0, 1)),)
    )
    spaced = unglued(clean)
    assert [spaced.text[a:b] for a, b in spaced.emphasis] == ["here"]
    assert spaced.text[: spaced.markers[0].at] == "of para. 15"


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("under article15 of the Paris Agreement", "article15 of the Paris Agreement"),
        ("see A/HRC/99/15,para.4", "A/HRC/99/15,para.4"),
        ("annexII, para.4, to the Kyoto Protocol", "annexII, para.4, to the Kyoto Protocol"),
        ("recommendations9.17 and9.18 of A/HRC/99/15", "recommendations9.17 and9.18 of A/HRC/99/15"),
    ],
)
def test_links_quote_what_is_printed(words: str, quote: str) -> None:
    """Are such citations linked, with the words as the copy has them?"""
    assert quote in [link.quote for link in link_text(words).links]
