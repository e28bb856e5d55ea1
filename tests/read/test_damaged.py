"""Labels that typing or text recognition damaged: are they read where they are due, told, and nothing else taken?"""

from __future__ import annotations

import pytest

from rapporteur.read import coverage, report_from_text

FRONT = "REPORT OF THE LIGHTHOUSE BOARD ON ITS NINTH SESSION\n\n"


def numbers(text: str) -> list[str]:
    return [paragraph.number for paragraph in report_from_text(FRONT + text, "x.txt").paragraphs]


@pytest.mark.parametrize(
    "labels",
    [
        ("l.", "2.", "3.", "4."),
        ("1.", "2,", "3.", "4."),
        ("1.", "2 .", "3.", "4,"),
        ("1.", "2.", "(3)", "4."),
        ("1.", "2.", "3)", "4."),
        ("I. OPENING\n\nl.", "2.", "3.", "4."),
    ],
)
def test_a_damaged_number_that_is_due(labels: tuple[str, ...]) -> None:
    """Is it read as the number it stands for, said once, and is every character accounted for?"""
    text = "\n\n".join(f"{label} The Board met." for label in labels) + "\n"
    report = report_from_text(FRONT + text, "x.txt")
    assert [paragraph.number for paragraph in report.paragraphs] == ["1", "2", "3", "4"]
    assert {paragraph.body.text for paragraph in report.paragraphs} == {"The Board met."}
    assert {finding.code for finding in report.findings} <= {"damaged-number"}
    told = coverage(report)
    assert not told.leftovers and not told.doubled


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1. The Board met in room\n2, Lamps Street.\n\n2. It rose.\n\n3. All left.\n", ["1", "2", "3"]),
        ("1. The Board met:\n\n(2) Lamps.\n\n4. It rose.\n", ["1", "4"]),
        (
            "1. The Board met.\n\n2. The Board agreed:\n\n(1) Lamps;\n\n(2) Nets;\n\n(3) Reefs.\n\n3. It rose.\n",
            list("123"),
        ),
    ],
)
def test_a_number_that_is_not_due_begins_nothing(text: str, read: list[str]) -> None:
    """Do numbers inside sentences and of lists stay what they are?"""
    assert numbers(text) == read


@pytest.mark.parametrize(("damaged", "path"), [("Ill.", "III"), ("lII.", "III"), ("1II)", "III"), ("Il.", None)])
def test_a_damaged_roman_number(damaged: str, path: str | None) -> None:
    """Is it the chapter that is due, and a word of another kind no label?"""
    text = f"{FRONT}I. OPENING\n\n1. It met.\n\nII. LAMPS\n\n2. They were lit.\n\n{damaged} NETS\n\n3. None.\n"
    assert (path in [s.path for s in report_from_text(text, "x.txt").sections]) == (path is not None)


@pytest.mark.parametrize(
    "head",
    [
        "UNITED NATIONS    Distr. GENERAL    LB/CONF.9/7    3 May 2031    ORIGINAL: ENGLISH",
        "UNITED NATIONS LB/CONF.9/7 Distr. GENERAL 3 May 2031 ENGLISH Original: ENGLISH",
        "United Nations                   LB/CONF.9/7\n\nGENERAL BOARD                    Distr.: General\n"
        "                                 3 May 2031\nNinth session                    Original: English",
    ],
)
def test_a_masthead_on_one_line_or_in_two_columns(head: str) -> None:
    """Are symbol and date taken from it?"""
    report = report_from_text(f"{head}\n\n{FRONT}1. The Board met.\n", "x.txt")
    assert (report.symbol, str(report.issued)) == ("LB/CONF.9/7", "2031-05-03")
    assert report.title_text == "REPORT OF THE LIGHTHOUSE BOARD ON ITS NINTH SESSION"
