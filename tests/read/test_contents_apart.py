"""Tables of contents without leaders, and numbers that stand alone over the words of a recommendation."""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_bytes, report_from_text

ENTRIES = (
    "I. OPENING OF THE SESSION 1 - 2 3",
    "(Agenda item 1)",
    "II. LAMPS AND OTHER THINGS THAT THE KEEPERS",
    "LIGHT AT NIGHT 3 - 9 4",
    "A. Ports 3 4",
    "Annex",
    "List of lamps 17",
)
BODY = (
    "I. OPENING OF THE SESSION",
    "(Agenda item 1)",
    "1. The ninth session of the Lamp Committee was held at Zenda.",
    "2. The Chair, Mr. Karim Masri (Azuria), opened the session.",
    "II. LAMPS AND OTHER THINGS THAT THE KEEPERS LIGHT AT NIGHT",
    "3. The Committee rose.",
)
FRONT = ("LAMP/COM/2031/4", "Distr.: General", "3 May 2031", "Report of the Lamp Committee on its ninth session")


def _text(*lines: str) -> Report:
    return report_from_text("\n\n".join(lines) + "\n", "lamps.txt")


def _html(*lines: str) -> Report:
    page = "".join(f"<p>{line}</p>" for line in lines)
    return report_from_bytes(f"<!DOCTYPE html><html><body>{page}</body></html>".encode(), "lamps.html")


@pytest.mark.parametrize("read", [_text, _html])
@pytest.mark.parametrize("heads", [("CONTENTS", "Paragraphs Page"), ("Contents Paragraphs Page",), ("Contents",)])
def test_a_table_of_contents_without_leaders_is_no_outline(read: type, heads: tuple[str, ...]) -> None:
    """Are the lines under "Contents" furniture, up to where its first heading comes again?"""
    report = read(*FRONT, *heads, *ENTRIES, *BODY)
    assert [(s.path, s.title.text[:7]) for s in report.sections] == [("I", "OPENING"), ("II", "LAMPS A")]
    assert [(p.number, p.section, p.annex) for p in report.paragraphs] == [
        ("1", "I", ""),
        ("2", "I", ""),
        ("3", "II", ""),
    ]
    kinds = {f.kind for f in report.furniture if "List of lamps" in report.source.text[f.span.start : f.span.end]}
    assert kinds == {"contents"}


def test_a_table_whose_headings_do_not_come_again_ends_with_its_page_numbers() -> None:
    """Does a table end behind its last page number where the text begins with another heading?"""
    report = _text(*FRONT, "Contents", *ENTRIES, "1. The Lamp Committee met at Zenda.", "2. It rose.")
    assert [p.number for p in report.paragraphs] == ["1", "2"]
    assert not report.sections


def test_a_word_contents_without_table_stays() -> None:
    """Is nothing set aside where no lines under "Contents" end in page numbers?"""
    report = _text(*FRONT, "I. Contents of the lamps", "Contents", "1. The oil is kept dry.", "2. It is counted.")
    assert [p.number for p in report.paragraphs] == ["1", "2"]


def test_numbers_of_recommendations_alone_on_their_lines() -> None:
    """Are "61.1." and "61.9." over their words members of a list, some left out, with the heading over them?"""
    report = report_from_text(
        "\n".join(
            (
                *FRONT[:3],
                "Report of the Working Group on Lamps",
                "Addendum",
                "1.",
                "Azuria welcomes what was asked of it.",
                "2.",
                "It gives these answers.",
                "I. What was asked in the dialogue and",
                "enjoys the support of Azuria",
                "61.1.",
                "Ratify the treaty on lamps (Ruritania).",
                "61.9.",
                "Light the ports, and",
                "count them (Zenda).",
                "61.12. Close the mines (Syldavia).",
            )
        ),
        "lamps.txt",
    )
    assert [p.number for p in report.paragraphs] == ["1", "2", "61.1", "61.9", "61.12"]
    assert report.paragraphs[3].body.text == "Light the ports, and count them (Zenda)."
    assert [s.title.text for s in report.sections] == [
        "What was asked in the dialogue and enjoys the support of Azuria"
    ]
