"""Text in no numbered part: shown where it stands, with its links, and without page furniture?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import URIRef
from selectolax.lexbor import LexborHTMLParser

from rapporteur.publish import Site
from rapporteur.publish.pages.between import Range, between

REPORT = "id/document/CTOC/COP/WG.4/2010/6/index.html"
TEXT = """LAMP/2031/3
Distr.: General

---

## **I. Opening**

1. The Board met.

        LAMP/2031/3                                    4
\x0c
\uf02a\uf031\uf039

<sup>7</sup> A note.

Annex

# List of keepers

| Ada | North Rock |
Ben   South   Rock
"""


def _ranges() -> list[Range]:
    def of(words: str, kind: str, number: str) -> Range:
        return Range(TEXT.index(words), TEXT.index(words) + len(words), kind, number)

    return [
        of("Opening", "section", "I"),
        of("1. The Board met.", "paragraph", "1"),
        of("A note.", "footnote", "7"),
        of("List of keepers", "section", ""),
    ]


def test_pieces_are_what_people_read() -> None:
    """Are title block, a line before a heading and a list kept, and labels, rules, running heads and bar codes not?"""
    found = between(TEXT, _ranges(), "LAMP/2031/3")
    assert [(piece.text, piece.before) for piece in found] == [
        ("LAMP/2031/3\nDistr.: General", 0),
        ("Annex", 3),
        ("Ada\u2003North Rock\nBen\u2003South\u2003Rock", 4),
    ]
    for piece in found:
        for word in re.findall(r"\w+", piece.text):
            assert word in TEXT[piece.start : piece.end]


def test_what_a_converter_left_is_not_read_out() -> None:
    """Are heading marks, emphasis, "None" of an empty cell and the table of contents gone, and a note's sign kept?"""
    contents = "Contents\n\tParagraphs\tPage\nI.\tLamps\t1–2\t3\nII.\tOil, and what\nburns of it\t3–9\t4\n"
    text = f"| None | Lamp Board |  | LAMP/9 |\n####Report*\n{contents}*Recalling* that None came,*the Board* met.\nEnd"
    assert [piece.text for piece in between(text, [])] == [
        "Lamp Board\u2003\u2003LAMP/9\nReport*\nRecalling that None came,the Board met.\nEnd"
    ]


def test_a_note_within_a_paragraph_leaves_no_piece() -> None:
    """Does a note that stands within a paragraph's range leave the rest of the paragraph to it?"""
    text = "1. One <note> two. After."
    ranges = [Range(0, 18, "paragraph", "1"), Range(7, 13, "footnote", "1")]
    assert [(piece.text, piece.start) for piece in between(text, ranges)] == [("After.", 18)]
    assert between("", []) == [] and [piece.text for piece in between("Only words", [])] == ["Only words"]


@pytest.mark.parametrize("number", ["(a)", "[1", "*", "A.1"])
def test_a_label_is_no_pattern(number: str) -> None:
    """Is the label of the part that follows left out whatever signs it has?"""
    text = f"Words stay. {number} Head"
    assert [piece.text for piece in between(text, [Range(len(text) - 4, len(text), "section", number)])] == [
        "Words stay."
    ]


def test_the_report_shows_its_title_block_with_its_links(out: Path, site: Site) -> None:
    """Does the reading page begin with the title block as it was read, its links placed in it, and none left below?"""
    page = LexborHTMLParser((out / REPORT).read_text("utf-8"))
    block = page.css_first("article.report > *")
    assert block is not None and block.attributes["class"] == "b"
    assert block.attributes["title"] == "characters 0 to 181, in no numbered part"
    text = site.reports[0].text
    assert text is not None
    words = LexborHTMLParser(f"<div id=whole>{block.html}</div>").css_first("#whole")
    assert words is not None
    for card in words.css(".c"):
        card.decompose()
    assert words.text().strip().splitlines()[:3] == ["Distr.: General", "17 February 2010", "Original: English"]
    inside = [row for row in site.reports[0].evidence if row.end <= 184]
    assert inside
    for row in inside:
        card = page.css_first(f'p.b [id="{site.places.fragment(row.iri)}"]')
        assert card is not None and site.label(URIRef(row.grade)) in card.text()
    assert "not shown above" not in str(page.html)


def test_lines_broken_by_a_page_are_joined_and_markers_left_to_the_notes() -> None:
    """Is a sentence over two lines one line, a list one line an entry, and a note's marker no text?"""
    text = "Report of the Keepers<sup>1</sup>\n\n  • Ada, of the ministry\n    of Lamps;\n  • Ben;\n"
    found = between(text, [])
    assert [piece.text for piece in found] == ["Report of the Keepers\n• Ada, of the ministry of Lamps;\n• Ben;"]
