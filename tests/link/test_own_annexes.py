"""Annexes of the report itself, and labels over recommendations: is what they say linked to what they mean?"""

from __future__ import annotations

from rapporteur.model import DocumentPartRef, LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

TEXT = """LB/2031/4

# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031

## I. Lamps

1. The Board met.

## Annex I

### Draft chart

1. Lamps are lit.

## Annex II

### Summary

1. The keeper spoke.

2. Speakers referred to paragraph 1 of annex I{behind}
"""


def cited(report: LinkedReport) -> list[str]:
    """The paragraphs of documents that the report cites: "annex/I/1"."""
    targets = [link.target for link in report.links if link.property == "cites"]
    return [f"{t.part.annex}/{'/'.join(t.part.path)}" for t in targets if isinstance(t, DocumentPartRef)]


def test_a_paragraph_of_another_annex_of_the_report() -> None:
    """Is the annex that is named the one, not that which holds the words?"""
    assert cited(link_report(report_from_text(TEXT.format(behind="."), "x.md"))) == ["I/1"]


def test_a_paragraph_of_an_annex_to_something_else_is_not_the_reports() -> None:
    """Does an annex to a treaty stay the treaty's?"""
    assert "I/1" not in cited(link_report(report_from_text(TEXT.format(behind=" to the Lamp Convention."), "x.md")))


def test_a_label_behind_a_colon_cites_no_recommendation() -> None:
    """Is "Recommendation 1" over a recommendation a label where a colon stands before it?"""
    words = (
        "The following recommendations were adopted:\n\nRecommendation 1\n\nStates parties should light lamps.\n\n"
        "Recommendation 2\n\nStates parties should sell nets."
    )
    report = link_report(report_from_text(TEXT.replace("The Board met.", words).format(behind="."), "x.md"))
    told = (*report.links, *report.unlinked)
    assert not [one for one in told if one.quote.startswith("Recommendation")]
