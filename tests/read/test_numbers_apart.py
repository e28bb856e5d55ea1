"""Are numbers that a conversion made headings read as those of the paragraphs below, and real headings left alone?"""

from __future__ import annotations

from rapporteur.model import Report
from rapporteur.read import coverage, report_from_text

ACT = """
####Final Act of the Conference on Lamps

### 1

The Conference met at Strelsau in 1963.

### 2

It had before it:

(a)observations of the keepers;

(b)a chart of the ports.

### 3

The Conference adopted a resolution.

###I

####Resolution on oil

The Conference on Lamps, Decides to meet again.
"""


def read(text: str) -> Report:
    return report_from_text(text, "act.md")


def test_numbers_alone_as_headings_are_paragraph_numbers() -> None:
    """Are "### 1" and its like over their words the numbers of paragraphs, with glued letters as their parts?"""
    report = read(ACT)
    assert [p.number for p in report.paragraphs] == ["1", "2", "3"]
    assert [s.path for s in report.sections] == ["I"]
    assert report.paragraphs[0].body.text == "The Conference met at Strelsau in 1963."
    assert [(i.path, i.body.text) for i in report.paragraphs[1].items] == [
        (("a",), "observations of the keepers;"),
        (("b",), "a chart of the ports."),
    ]
    assert not coverage(report).left_over


def test_numbers_alone_that_do_not_count_stay_headings() -> None:
    """Do numbers that skip, or stand over numbered paragraphs, stay headings?"""
    skipping = ACT.replace("### 2", "### 7")
    assert not read(skipping).paragraphs
    over = ACT.replace("The Conference met", "1. The Conference met").replace("It had", "2. It had")
    over = over.replace("The Conference adopted", "3. The Conference adopted")
    assert len(read(over).sections) > 1
