"""Is a document of a review read whose notes are collected at its end, and outnumber its paragraphs?

`reviews/notes_at_the_end.txt` is invented; its turns are those of real compilations, one of which was read as one
paragraph: notes over two pages, wrapped over an empty line, called by digits glued to words or set apart.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from rapporteur import read_report
from rapporteur.model import DocumentPartRef, LinkedReport, OrganizationRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text
from rapporteur.read.languages import other_languages

COMPILATION = Path(__file__).parent / "reviews" / "notes_at_the_end.txt"


@cache
def linked() -> LinkedReport:
    return link_report(read_report(COMPILATION))


def test_outline() -> None:
    """Are symbol, title, sections and paragraphs these, the date of issue no paragraph 7?"""
    report = linked().report
    assert report.symbol == "A/HRC/WG.6/91/NRU/2"
    assert report.title_text.startswith("Compilation of information prepared by the Office")
    assert " ".join(section.path for section in report.sections) == "I II III III.A III.B"
    assert [paragraph.key for paragraph in report.paragraphs] == ["1", "2", "3", "4", "5"]


def test_notes() -> None:
    """Is each note one, with the words behind an empty line, and called from its own place, decimals from none?"""
    notes = linked().report.footnotes
    assert [note.number for note in notes] == [str(number) for number in range(1, 23)]
    assert notes[4].body.text.endswith("islands, pp. 2 and 4. See also CAT/C/NRU/CO/4, para. 27 (d).")
    assert [note.number for note in notes if note.marker is not None] == ["1", "2", "3", "4", "5", "6"]
    assert "3.1 lamps a keeper." in linked().report.paragraphs[0].body.text


def test_ibid_goes_from_note_to_note() -> None:
    """Is "Ibid." the document of the note before, its letters those of the paragraph?"""
    cited = [
        f"{link.target.document.symbol}#{'/'.join(link.target.part.path)}"
        for link in linked().links
        if isinstance(link.target, DocumentPartRef)
    ]
    assert cited[:6] == [
        "CEDAW/C/NRU/CO/7#6",
        "CEDAW/C/NRU/CO/7#55",
        "A/HRC/52/33/Add.2#7",
        "CAT/C/NRU/CO/4#27/d",
        "CAT/C/NRU/CO/4#3",
        "CAT/C/NRU/CO/4#4/b",
    ]


def test_the_same_committee_is_the_last_one_named() -> None:
    """Does "the same Committee" follow the committees as they are named?"""
    same = [
        link.target.id
        for link in linked().links
        if link.quote == "same Committee" and isinstance(link.target, OrganizationRef)
    ]
    assert same == ["committee-on-the-elimination-of-discrimination-against-women", "committee-against-torture"]


def test_a_treatys_title_ends_before_the_state_that_speaks() -> None:
    """Is the State behind the comma no part of the title?"""
    assert "Convention on the Promotion of Lamps" in [link.quote for link in linked().links]


def test_an_abbreviation_is_no_other_language() -> None:
    """Is a list of "para." not taken for Spanish, while running Spanish still is said?"""
    assert other_languages(linked().report.source.text) == ()
    assert other_languages("La junta de los faros del mar y las redes se reunió con el puerto por una semana. " * 20)


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        ("CAT/C/NRU/CO/4, para. 22 (a). See also para. 32 (b).", ["CAT/C/NRU/CO/4#22/a", "CAT/C/NRU/CO/4#32/b"]),
        ("CAT/C/NRU/CO/4, para. 22. See also CRC/C/NRU/CO/4. See para. 32.", ["CAT/C/NRU/CO/4#22"]),
        ("See para. 32.", []),
    ],
)
def test_see_also_in_a_note(note: str, cited: list[str]) -> None:
    """Is a bare paragraph in a note of the one document that it cites before, and open where it names two?"""
    text = f"## Report of the Board\n\n### I. Notes\n\n1. It met.<sup>1</sup>\n\n---\n\n<sup>1</sup> {note}\n"
    links = link_report(report_from_text(text, "x.md")).links
    targets = [link.target for link in links if isinstance(link.target, DocumentPartRef)]
    assert [f"{t.document.symbol}#{'/'.join(t.part.path)}" for t in targets] == cited


NATIONAL = """                                                                   A/HRC/WG.6/91/NRU/1
                                                                   3 November 2030

    NATIONAL REPORT SUBMITTED IN ACCORDANCE WITH RESOLUTION 5/1

                                 LIST OF ABBREVIATIONS

 1.   FLEET       The Fleet of Lamps
 2.   Un. l.      Union of Lamps
 3.   NETS        Nets Everywhere

                         I. HOW IT WAS DRAFTED

1.    The Keepers of Lamps1 drafted the whole of it, in keeping with what had been asked of
them. The UN Charter was read to them.

                 II. FRAMEWORK

2.    Lamps are kept under the Lamps Act2 by all those who have nothing better to do with
the long nights of the winter.3


Notes

1
  Members of the Keepers include all who keep lamps,
and one who is not.
2
  Un. l. No. 71/93.
3
   http://lamps.example/
"""


def test_numbers_alone_and_rows_of_abbreviations() -> None:
    """Does a number alone on its line begin a note, and is a numbered row of abbreviations no paragraph?"""
    report = link_report(report_from_text(NATIONAL, "national.txt")).report
    assert [section.title.text for section in report.sections] == [
        "LIST OF ABBREVIATIONS",
        "HOW IT WAS DRAFTED",
        "FRAMEWORK",
    ]
    assert [paragraph.key for paragraph in report.paragraphs] == ["1", "2"]
    assert [(note.number, note.marker is not None) for note in report.footnotes] == [
        ("1", True),
        ("2", True),
        ("3", True),
    ]
    assert report.footnotes[0].body.text == "Members of the Keepers include all who keep lamps, and one who is not."
