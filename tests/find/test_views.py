"""Views on the outcome of a review in a session report: is each paragraph a statement of who opens it?"""

from __future__ import annotations

from functools import cache

from rapporteur.link import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

FRONT = (
    "A/HRC/99/2\n\nDistr.: General\n3 May 2031\n\nHuman Rights Council\n\n"
    "Report of the Human Rights Council on its ninety-ninth session\n\n"
)
VIEWS = """VI. Reviews

B. Consideration of outcomes

Chad

1. The review of Chad was held on 3 May 2031.

1. Views expressed by the State under review on the recommendations and/or conclusions

2. The head of the delegation of Chad stated that the lamps were lit.

3. The delegation added that the ports were open.

2. Views expressed by Member and observer States of the Human Rights Council on the outcome of the review

4. Algeria commended Chad on its lamps. It noted the ports.

5. It also thanked the keepers, and Kenya was named.

6. Norway and Sweden, recalling the oil, hoped that it would burn.

7. Zenda Isles wanted more light.

3. General comments made by other relevant stakeholders

8. Amnesty International regretted the smoke of Chad.

9. The Lamp Keepers Federation, in a joint statement, urged Chad to count the lamps.

4. Concluding remarks of the State under review

10. Chad thanked all.

11. Chad reiterated its thanks.
"""


@cache
def linked(text: str) -> LinkedReport:
    return link_report(report_from_text(FRONT + text, "session.txt"))


def spoke(report: LinkedReport) -> list[tuple[str, str, str]]:
    """Paragraph, words and capacity of each statement."""
    return [(s.recorded_in.path[0], s.name_as_written, s.capacity.id if s.capacity else "") for s in report.statements]


def test_each_paragraph_is_a_statement_of_who_opens_it() -> None:
    """Do States, organizations and the State under review speak where a paragraph opens with them?"""
    assert spoke(linked(VIEWS)) == [
        ("2", "Chad", "concerned-state"),
        ("4", "Algeria", "representative"),
        ("6", "Norway", "representative"),
        ("6", "Sweden", "representative"),
        ("8", "Amnesty International", "observer"),
        ("9", "Lamp Keepers Federation", "observer"),
        ("10", "Chad", "concerned-state"),
    ]


CUT = """646. Algeria commended Chad.

647. Oil was burnt.

4. Concluding remarks of the State under review

648. Chad thanked all.
"""


def test_what_may_be_a_speaker_is_said() -> None:
    """Is a paragraph said to be unread that may begin with a name, or with a speaker where a heading is lost?"""
    assert any(line.startswith("paragraph 7: Zenda Isles") for line in linked(VIEWS).unread)
    cut = linked(CUT)
    assert spoke(cut) == [("648", "Chad", "concerned-state")]
    assert [line[:13] for line in cut.unread if line.startswith("paragraph")] == ["paragraph 646"]
    assert [section.path for section in cut.report.sections] == ["4"]
