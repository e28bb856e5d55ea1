"""Copies in which headings, numbers and paragraphs run on in one line: are they cut where the print has new lines?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

MASTHEAD = "LAMP/COP/WG.1/2031/4\n\nDistr.: General 3 May 2031\n\nReport of the Working Group on Lamps\n\n"
RUN_ON = (
    "I. Opening of the session 1. The Working Group on Lamps met at Zenda from 3 to 5 May 2031. 2. Mr. Karim Masri "
    "(Azuria), opened the meeting at 10.15 a.m. on 3 May, as set out in paragraph 4. The keepers agreed (art. 2). "
    "II. Lamps A. Ports 1. General lamps 3. States parties should light their lamps (see No. 7). 4. States parties "
    "should count them; they should, in 2032. 5. The Group closed.\n"
)


def _read(text: str) -> Report:
    return report_from_text(MASTHEAD + text, "lamps.txt")


def _outline(report: Report) -> list[tuple[str, str]]:
    return [(section.path, section.title.text) for section in report.sections]


def test_paragraphs_and_headings_that_run_on_are_told_apart() -> None:
    """Does each number that is due begin a paragraph, and each label before it a heading?"""
    report = _read(RUN_ON)
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4", "5"]
    assert _outline(report) == [
        ("I", "Opening of the session"),
        ("II", "Lamps"),
        ("II.A", "Ports"),
        ("II.A.1", "General lamps"),
    ]
    assert report.paragraphs[1].body.text.endswith("in paragraph 4. The keepers agreed (art. 2).")
    assert "run-on" in {finding.code for finding in report.findings}


def test_a_wrapped_text_is_cut_too() -> None:
    """Are numbers found where lines break at the width of a page?"""
    words = RUN_ON.split()
    text = "\n".join(" ".join(words[i : i + 11]) for i in range(0, len(words), 11))
    assert [p.number for p in _read(text).paragraphs] == ["1", "2", "3", "4", "5"]


def test_only_what_is_missing_is_cut_off() -> None:
    """Is a number inside a line left alone where a line begins with it, and taken where none does?"""
    report = _read(
        "1. The Group met, as told in document 2. The ports were dark.\n\n2. It rose. 3. It met again in the port of "
        "Zenda.\n\n4. It closed. The agenda was as follows: 5. Opening of the lamps. 6. Other matters.\n\n"
    )
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4"]
    assert report.paragraphs[0].body.text.endswith("document 2. The ports were dark.")


def test_unlabelled_headings_before_a_number() -> None:
    """Is a heading without label told by a sentence that ends before it and the number behind it?"""
    report = _read(
        "A. Lamps\n\n1. The Board welcomes the lamps. Burning of oil 2. The Board is concerned at the smoke "
        "(art. 3). 3. Azuria should burn less oil. Light at sea 4. The Board notes the light.\n"
    )
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4"]
    assert [title for _, title in _outline(report)] == ["Lamps", "Burning of oil", "Light at sea"]


def test_recommendations_that_run_on() -> None:
    """Are numbers such as "61.12" cut off, each with those who made it?"""
    report = _read(
        "1. Azuria answered.\n\n61. The following were noted: 61.1 Ratify the treaty on lamps (Ruritania); 61.2 Light "
        "the port, at 4.5 per cent (Zenda); 61.3. Count the keepers (Ruritania, Zenda).\n"
    )
    assert [p.number for p in report.paragraphs] == ["1", "61", "61.1", "61.2", "61.3"]


def test_lists_in_paragraphs_that_run_on() -> None:
    """Are "(a)" and "(b)" behind a colon parts of the paragraph, and is "(a)" in a sentence none?"""
    report = _read(
        "1. The Group met. 2. It lit: (a) The lamps, under article 3 (a); (b) The ports; and (c) The reefs. 3. It "
        "rose, as said in (a) The Book.\n"
    )
    assert [[".".join(item.path) for item in p.items] for p in report.paragraphs] == [[], ["a", "b", "c"], []]
    assert report.paragraphs[1].items[0].body.text == "The lamps, under article 3 (a);"


@pytest.mark.parametrize(
    "text",
    [
        "1. The Group met.\n\n2. It cited lamps. 12. The number is out of turn.\n",
        "1. The Group met.\n\n2. It adopted: 1. Opening. 2. Lamps. 3. Ports. 4. Closing.\n\n3. It rose.\n",
        "(1) The Group met.\n\n(2) It had these: one. 1. Lamps are lit. 2. Ports are open.\n\n(3) It rose.\n",
    ],
)
def test_lists_and_quantities_are_left_alone(text: str) -> None:
    """Is nothing cut where the number is not due, or counts a list inside a paragraph?"""
    assert not any(finding.code == "run-on" for finding in _read(text).findings)


def test_a_masthead_that_runs_on_is_cut_before_title_contents_and_first_heading() -> None:
    """Are symbol, title and paragraphs read where the whole document is one line, with its contents or without?"""
    masthead = "14 United Nations LAMP/COP/WG.2/2031/6 Lamp Conference Distr.: General 5 July 2031 Original: English "
    title = "Report on the meeting of the Working Group on Lamps held in Strelsau on 6 and 7 June 2031"
    contents = " Contents Paragraphs Page I. Introduction ...... 1–6 2 II. Lamps ...... 7–20 3 V.31-90797 (E) *3190797*"
    text = (
        " I. Introduction 1. In its resolution 7/1, the Conference decided that the Working Group should go on. "
        "2. The keepers agreed to meet again. "
    )
    for between in ("", contents):
        report = report_from_text(masthead + title + between + text, "lamps.txt")
        assert report.symbol == "LAMP/COP/WG.2/2031/6"
        assert report.title_text == title
        assert [p.number for p in report.paragraphs] == ["1", "2"]
        assert _outline(report) == [("I", "Introduction")]


def test_one_paragraph_is_enough_under_a_heading() -> None:
    """Is the one number of an opening told by the heading over it?"""
    masthead = (
        "United Nations LAMP/CONF.9/2 Distr.: General 19 December 2031 Original: English Report of the Lamp Conference"
    )
    report = report_from_text(f"{masthead} Chapter I Lamps and ports 1. The Conference lit its lamps.", "lamps.txt")
    assert [p.number for p in report.paragraphs] == ["1"]
