"""Is what a browser prints at the edges of each page, address, page of pages, day and title, no part of the text?"""

from __future__ import annotations

from paged_cases import L, as_pdf, paragraph

from rapporteur.read import report_from_bytes, report_from_text
from rapporteur.read.glyphs import Glyph, lines_of

PAGES = 12


def printed() -> str:
    """A report of a paragraph a page, as text of a PDF printed from a browser on the 11th of November 2026."""
    pages = [
        f"11/11/26, 1:33 PM   A/LAMP/9/7\n{front}{number}. The keepers lit lamp {number};\n"
        f"file:///lamps/report.html   {number}/{PAGES}\n"
        for number in range(1, PAGES + 1)
        for front in ("\nReport of the Lamp Council\n\nI. Lamps\n\n" if number == 1 else "",)
    ]
    return "\f".join(pages)


def test_what_a_browser_prints_at_the_edges_is_furniture() -> None:
    """Does each paragraph end where its page does, on the page too whose number stands in the day?"""
    report = report_from_text(printed(), "printed.txt")
    assert [paragraph.body.text for paragraph in report.paragraphs] == [
        f"The keepers lit lamp {number};" for number in range(1, PAGES + 1)
    ]


def test_a_note_number_of_five_sixths_is_raised() -> None:
    """Is the number of a note, at the size that browsers give it, part of its line and raised there?"""
    letters = [("15;", 12.0, 122.0, 0.0), ("1", 10.0, 126.75, 24.0), ("(b)", 12.0, 95.0, 0.0)]
    glyphs = [
        Glyph(text, x + 8 * i, x + 8 * i + 8, y, False, size, False, False)
        for words, size, y, x in letters
        for i, text in enumerate(words)
    ]
    above, below = lines_of(glyphs)
    assert [above.raised(run) for run in above.runs] == [False, True]
    assert [below.raised(run) for run in below.runs] == [False]


def test_a_web_page_printed_to_a_file() -> None:
    """Are notes between paragraphs notes, and is a numbered heading in larger type one heading over two lines?"""
    lines = [
        L(110, 770, "Report of the Lighthouse Board on its ninth session", 16, bold=True),
        L(110, 740, "I.   Lamps", 14, bold=True),
        L(110, 714, "1.   Opening of the session of the Board and", 14, bold=True),
        L(110, 698, "election of its officers", 14, bold=True),
        *paragraph(
            110, 670, "1.   The Board met^1^ in the port of Lisbon, lit its", *["lamps, mended nets,"] * 4, "and rose."
        ),
        L(110, 586, "^1^ See the chart of the coast."),
        *paragraph(
            110, 562, "2.   The keepers of all ports rose^2^ and left the", *["harbour, the pier,"] * 4, "at dawn."
        ),
        L(110, 478, "^2^ Ibid., annex."),
        *paragraph(110, 454, "3.   All lamps of the coast were lit, and the Board", "met again."),
    ]
    report = report_from_bytes(as_pdf([lines]), "printed.pdf")
    assert [(section.path, section.title.text) for section in report.sections] == [
        ("I", "Lamps"),
        ("I.1", "Opening of the session of the Board and election of its officers"),
    ]
    assert [(note.number, note.body.text) for note in report.footnotes] == [
        ("1", "See the chart of the coast."),
        ("2", "Ibid., annex."),
    ]
    assert [(paragraph.number, paragraph.body.text[-12:]) for paragraph in report.paragraphs] == [
        ("1", "s, and rose."),
        ("2", "er, at dawn."),
        ("3", "d met again."),
    ]
