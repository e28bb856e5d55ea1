"""Lists without blank lines: are voters, speakers and references a part of the paragraph above, and no heading?"""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_text

_TEXT = """A/HRC/22/2

Report of the Board on its second session, held in Geneva from 25 February to 22 March 2013

I. Organizational matters
A. Opening
1. The Board met in Geneva.
2. At the 49th meeting, the draft was adopted by a recorded vote of 4 to 2, with 2 abstentions.
{}
3. For the text as adopted, see resolution 22/1.
Lamps and nets
4. The Board considered lamps.
"""


@pytest.mark.parametrize(
    "listed",
    [
        "In favour: Argentina, Austria, Benin, Chile\nAgainst: Congo, Ecuador\nAbstaining: Angola, Botswana",
        "In favour: Argentina, Austria,\nBenin, Chile\nAgainst: Congo, Ecuador",
        "Representatives of Norway and Chile\nObservers for Cuba and Amnesty International",
        "Observers for the Holy See and Cuba",
        "See also document A/HRC/22/3 and the annex to the present report",
    ],
)
def test_a_list_is_no_heading(listed: str) -> None:
    """Does the list stand in the paragraph above it, and the next paragraph in the same section?"""
    report = report_from_text(_TEXT.format(listed), "x.txt")
    texts = {one.number: (one.section, " ".join(one.body.text.split())) for one in report.paragraphs}
    assert sorted(texts) == ["1", "2", "3", "4"]
    assert texts["2"][1].endswith(" ".join(listed.split())) and texts["3"][0] == texts["2"][0]
    assert [section.title.text for section in report.sections][-1] == "Lamps and nets"


def test_a_heading_is_one_still() -> None:
    """Is a statement, or who is represented, the title of a section?"""
    for title in ("Statement by the representative of Norway", "Representatives of States"):
        report = report_from_text(_TEXT.format(title), "x.txt")
        assert title in [section.title.text for section in report.sections]


def test_a_position_behind_the_wording_makes_a_row() -> None:
    """Is a row with the wording of a recommendation, who made it and the answer no paragraph of the answer?"""
    text = """A/HRC/14/9/Add.1

Report of the Working Group on the Universal Periodic Review: Kenya

Addendum

I. General

1. Kenya welcomes the recommendations.

2. Its position is as follows.

101.1 Ratify the Convention (Norway): Supported. Kenya will ratify it.

101.2 Adopt a law on lamps (Chile, Italy): Noted.

101.3 (Norway) Supported

3. Kenya will report in 2012.
"""
    assert [one.number for one in report_from_text(text, "x.txt").paragraphs] == ["1", "2", "3"]
