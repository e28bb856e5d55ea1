"""Is what a browser prints at the edges of each page, address, page of pages, day and title, no part of the text?"""

from __future__ import annotations

from rapporteur.read import report_from_text

PAGES = 12


def printed() -> str:
    """A report of a paragraph a page, as text of a PDF printed from a browser on the 11th of November 2026."""
    pages = [
        f"11/11/26, 1:33 PM   A/LAMP/9/7\n{front}{number}. The keepers lit lamp {number};\n"
        f"file:///home/keeper/report.html   {number}/{PAGES}\n"
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
