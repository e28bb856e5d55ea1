"""Lists of those present before the first paragraph, and decisions with a roman number: is what stands there read?"""

from __future__ import annotations

from rapporteur import find_mentions, link_mentions
from rapporteur.model import StateRef
from rapporteur.read import report_from_text

LISTED = """# Conference Report of the ninth Conference

Strelsau, 3 May 2031

## List of Contracting Parties in attendance at the ninth Conference

Albania
Iran, Islamic Republic of
Saint Lucia
Korea, Republic of
Peru
Algeria
Greece
Guatemala
Philippines
Armenia
Guinea
Poland
Bahamas
Romania
Belgium
Indonesia

## Notes on the first session

1. The ninth Conference was opened by the keeper.
"""

DECIDED = """# Decision adopted by the Lighthouse Conference at its ninth meeting

## IX/6. Lamps of the coast

The Conference of the Parties,

*Welcoming* the chart of Azuria and Norway,

1. *Invites* Peru to light lamps.
"""


def test_those_present_are_read_before_the_first_paragraph() -> None:
    """Is a list under its own title read, each line one name, inverted ones that end in "of" included?"""
    linked = link_mentions(find_mentions(report_from_text(LISTED, "x.md")))
    present = [one.participant.code for one in linked.participations if isinstance(one.participant, StateRef)]
    assert present[:5] == ["ALB", "IRN", "LCA", "KOR", "PER"]
    assert len(present) == 16


def test_a_decision_with_a_roman_number_has_its_heading() -> None:
    """Does the number and title over the words of who adopts a decision head it, its preamble read?"""
    report = report_from_text(DECIDED, "x.md")
    assert [section.title.text for section in report.sections] == ["IX/6. Lamps of the coast"]
    assert report.sections[0].unnumbered is not None
    assert [name.words for name in find_mentions(report).actors.states] == ["Norway", "Peru"]
