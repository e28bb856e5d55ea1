"""Is the title of a document under an older masthead, all in capitals, found below it?"""

from __future__ import annotations

from rapporteur.read import report_from_text

SUMMARY = """
 UNITED
 NATIONS                                                       A
                                                Distr.
                 General Assembly               GENERAL

                                                A/LAMP/WG.6/7/AZU/3
                                                12 November 2009

LAMP COUNCIL
Seventh session

     SUMMARY PREPARED BY THE KEEPER OF LAMPS, IN ACCORDANCE
              WITH PARAGRAPH 15 (C) OF THE RULES

       The present report is a summary of what three keepers wrote to the Council
about its lamps. It holds no opinions.
It was not edited.

                  I. BACKGROUND

1.     The keepers said that the lamps had been lit.

2.     They thanked the Council for its oil.
"""


def test_a_title_in_capitals_below_an_older_masthead() -> None:
    """Is the summary's title its title, not the masthead, and are lines that nothing numbers said once together?"""
    report = report_from_text(SUMMARY, "summary.txt")
    assert report.title is not None
    assert report.title.text == (
        "SUMMARY PREPARED BY THE KEEPER OF LAMPS, IN ACCORDANCE WITH PARAGRAPH 15 (C) OF THE RULES"
    )
    assert report.symbol == "A/LAMP/WG.6/7/AZU/3"
    (said,) = (finding.seen for finding in report.findings if finding.code == "unnumbered-text")
    assert said.startswith("“The present report is a summary of what three keepers wrote")
