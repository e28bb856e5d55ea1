"""Officers on a title page: has each the role and the State, and does the graph of such a report conform?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions, link_mentions
from rapporteur.model import PartKind, PartRef
from rapporteur.read import report_from_text

COVER = """LAMP/CONF/2031/9

CONFERENCE ON LAMPS

Lisbon, 3–9 June 2031

President: Mr. Bo Lind (Norway)

Vice-Presidents: Ms. Ada Zedd (Peru)
Mr. Mia Bar (Chad)

Chair of the Drafting Committee: Ms. Una Fox (Italy)

# Report of the Conference on Lamps, held in Lisbon from 3 to 9 June 2031

Rapporteur: Mr. Jo Noor (Cuba)

## I. Debate

1. Mr. Lind lit a lamp in Peru.
"""


def test_officers_on_a_cover_take_part() -> None:
    """Are those on the title page told with role and State, the words quoted where they stand?"""
    report = link_mentions(find_mentions(report_from_text(COVER, "x.md")))
    told = [
        (one.name_as_written, one.role.id if one.role else "", getattr(one.representing, "code", ""), one.office)
        for one in report.participations
    ]
    assert told == [
        ("Bo Lind", "chair", "NOR", ""),
        ("Ada Zedd", "vice-chair", "PER", ""),
        ("Mia Bar", "vice-chair", "TCD", ""),
        ("Una Fox", "committee-chair", "ITA", "Chair of the Drafting Committee"),
        ("Jo Noor", "rapporteur", "CUB", ""),
    ]
    assert [COVER[one.span.start : one.span.end] for one in report.participations] == [row[0] for row in told]
    assert {one.recorded_in for one in report.participations} == {PartRef(PartKind.REPORT)}
    assert ("Lind", "bo-lind") in {(link.quote, getattr(link.target, "id", "")) for link in report.links}


def test_a_cover_without_officers_tells_of_nobody() -> None:
    """Is a masthead in capitals no person's?"""
    bare = COVER.replace("President: ", "").replace("Rapporteur: ", "").replace("Vice-Presidents: ", "")
    bare = bare.replace("Vice-", "").replace("Chair of the Drafting Committee: ", "")
    assert not link_mentions(find_mentions(report_from_text(bare, "x.md"))).participations


WITHOUT_TITLES = COVER.replace("Mr. ", "").replace("Ms. ", "").replace("Vice-Presidents: ", "Vice-Presidents:\n\n")


def test_officers_without_courtesy_titles() -> None:
    """Are names on lines of their own below an office read, each with the State in its brackets?"""
    report = link_mentions(find_mentions(report_from_text(WITHOUT_TITLES, "x.md")))
    told = [(one.name_as_written, one.role.id if one.role else "") for one in report.participations]
    assert ("Ada Zedd", "vice-chair") in told
    assert ("Mia Bar", "vice-chair") in told
    assert not [line for line in report.unread if line.startswith("persons")]


@pytest.mark.parametrize("names", ["\n\nMia Bar", " Chad and Peru", " to be elected", ""])
def test_an_office_without_names_is_said(names: str) -> None:
    """Is a line given for an office behind which nobody was found, and none for the others?"""
    cover = COVER.replace("Vice-Presidents: Ms. Ada Zedd (Peru)\nMr. Mia Bar (Chad)", f"Vice-Presidents:{names}")
    report = link_mentions(find_mentions(report_from_text(cover, "x.md")))
    (line,) = [line for line in report.unread if line.startswith("persons")]
    assert line.endswith(f"“{' '.join(f'Vice-Presidents:{names}'.split())}”")
