"""Note numbers glued to the end of a sentence: does what stands behind them begin a part of its own?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import report_from_text

MASTHEAD = "LAMP/COP/WG.1/2031/4\n\nDistr.: General 3 May 2031\n\nReport of the Working Group on Lamps\n\nI. Lamps\n"


def _read(text: str) -> Report:
    return report_from_text(MASTHEAD + text, "lamps.txt")


@pytest.mark.parametrize(
    "end",
    [
        "Zendá.3",
        "Nové Zámkě.12",
        "Szőlő?3",
        "the FLEET.4",
        "the UN.5",
        "2031.6",
        "the keepers.1, 2",
        "ports (see II);3",
        "ports.3–5",
    ],
)
def test_a_glued_number_ends_the_sentence(end: str) -> None:
    """Do the next paragraph and heading begin behind it, on lines of their own or in the midst of one?"""
    lines = f"1. The Group met in {end}\n2. It counted the lamps of {end}\nII. Reefs\n1. Sand\n3. It rose.\n"
    run_on = f"1. The Group met in {end} 2. It counted the lamps of {end}\nII. Reefs\n1. Sand 3. It rose.\n4. It met.\n"
    for text in (lines, run_on):
        report = _read(text)
        assert [p.number for p in report.paragraphs][:3] == ["1", "2", "3"]
        assert [s.path for s in report.sections] == ["I", "II", "II.1"]
        assert report.paragraphs[1].body.text == f"It counted the lamps of {end}"
        assert report.paragraphs[2].section == "II.1"


@pytest.mark.parametrize(
    "words",
    ["in document LAMP/COP/WG.4", "in para.4", "in document A/CONF.4", "in LAMP/PORT.4", "at 4.5", "in Lamps No.4"],
)
def test_a_number_that_is_cited_ends_none(words: str) -> None:
    """Does a paragraph go on behind the end of a symbol, a number that is cited, or a quantity?"""
    report = _read(f"1. The Group met, as told {words}\n2. Reefs and lamps it counted.\n\n2. It rose.\n")
    assert [p.number for p in report.paragraphs] == ["1", "2"]
    assert report.paragraphs[0].body.text.endswith(" 2. Reefs and lamps it counted.")


def test_items_before_a_number_are_no_titles() -> None:
    """Are the items of an agenda that runs on in one line cut no otherwise than before?"""
    report = _read(
        "1. The Group met.\n\n2. Its agenda was as follows:\n1. Opening of lamps 2. Sand 3. Close\n\n3. It rose.\n"
    )
    assert [p.number for p in report.paragraphs] == ["1", "2", "3"]
    assert [s.path for s in report.sections] == ["I"]


def test_numbers_that_call_nothing_are_said() -> None:
    """Is it said, once, that numbers of notes stand in the text whose notes do not?"""
    text = "1. It met in Zendá.1\n\n2. It lit lamps.2 It rose.3, 4\n\n3. It met anew.{}\n"
    seen = [f.seen for f in _read(text.format("5")).findings if f.code == "marks-in-words"]
    assert len(seen) == 1
    assert "1 to 5" in seen[0]
    few = _read("1. It met (see para.1).\n\n2. It rose.2\n\n3. It met; see Para.3\n\n4. See Rec.4.\n")
    assert not [f for f in few.findings if f.code == "marks-in-words"]
    noted = _read(
        "1. It met in Zenda.1\n\n2. It lit lamps.2\n\n3. It rose.3\n\n_____\n1 See LB/1.\n2 LB/2.\n3 See LB/3.\n"
    )
    assert not [f for f in noted.findings if f.code == "marks-in-words"]
