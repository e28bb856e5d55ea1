"""Does a decision count from 1 for all its chapters, so that two decisions may both have a paragraph 3?"""

from __future__ import annotations

from rapporteur import build_graph, check_graph, find_mentions, link_mentions
from rapporteur.authorities import load_authorities
from rapporteur.read import report_from_text

DECISIONS = """FCCC/CP/2031/4/Add.1

# Report of the Board on its ninth session, held in Lisbon from 3 to 9 June 2031

Decision 1/CP.40

Lamps

I. Light

1. Welcomes the lamps;

II. Fog

2. Notes the fog;

3. Takes note of the chart.

Decision 2/CP.40

Buoys

I. Reefs

1. Welcomes the buoys;

2. Notes the reefs;

II. Nets

3. Takes note of the nets.
"""

SHAPE = "NumberIsUniqueWithinBodyOrAnnex"


def test_chapters_of_decisions_that_go_on_counting_are_no_fault() -> None:
    """Is paragraph 3 of the second chapter of each of two decisions no number printed twice?"""
    report = report_from_text(DECISIONS, "x.txt")
    assert [paragraph.ref.path[-1] for paragraph in report.paragraphs] == ["1", "2", "3", "1~2", "2~2", "3~2"]
    books = load_authorities()
    built = build_graph(link_mentions(find_mentions(report), books), books)
    assert SHAPE not in {finding.code for finding in check_graph(built).findings}
