"""An addendum that gives some recommendations of the report anew: are they units, with those who made them?"""

from __future__ import annotations

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

TEXT = """A/HRC/97/7/Add.1

Distr.: General
3 May 2031

Human Rights Council

Report of the Working Group on the Universal Periodic Review

Chad

Addendum

1. Chad welcomes the recommendations made to it.

2. It gives the following answers.

I. The recommendations made during the interactive dialogue that enjoy the support of Chad

61.1. Ratify the treaty on lamps (Namibia).

61.9. Light the ports (Bangladesh, Egypt).

61.12. Close the mines (Islamic Republic of Iran).
"""


def test_recommendations_given_anew_are_units() -> None:
    """Has each number its unit and its States, and is none of them said to be a speaker's paragraph?"""
    report = link_report(report_from_text(TEXT, "addendum.txt"))
    asked = {unit.ref.number: [state.code for state in unit.recommended_by] for unit in report.recommendations}
    assert asked == {"61.1": ["NAM"], "61.9": ["BGD", "EGY"], "61.12": ["IRN"]}
    assert not [line for line in report.unread if line.startswith("paragraph 61.")]
