"""Does a session of the Human Rights Council come out: an attendance in columns, a vote, dignitaries, a panel?

`council/session.txt` is invented. Names that go over the lines of a column, and lists that nothing in a graph can hold,
are those of real reports.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapporteur import read_report
from rapporteur.model import DocumentPartRef, LinkedReport, PersonRef, Record, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

SESSION = Path(__file__).parent / "council" / "session.txt"


@cache
def linked() -> LinkedReport:
    return link_report(read_report(SESSION))


def test_names_over_the_lines_of_a_column() -> None:
    """Is every State of both lists present in its capacity, those in pieces too, by its whole name?"""
    present = [p for p in linked().participations if isinstance(p.participant, StateRef)]
    members = "ALB DEU PRT BOL IND KOR IDN RUS BWA KEN MKD CHN LVA"
    observers = "AFG GBR PNG AND IRN PER HUN PRK JPN ISL"
    assert {p.participant.code for p in present if p.capacity and p.capacity.id == "member-state"} == {*members.split()}
    assert {p.participant.code for p in present if p.capacity and p.capacity.id == "observer-state"} == {
        *observers.split()
    }
    written = {p.participant.code: p.name_as_written for p in present}
    assert written["BOL"] == "Bolivia (Plurinational State of)"
    assert written["GBR"] == "United Kingdom of Great Britain and Northern Ireland"
    assert not any(line.startswith("section annex-I") for line in linked().unread)


def test_votes_are_said_to_be_unread() -> None:
    """Is a vote not passed over in silence?"""
    assert [line.split(":")[0] for line in linked().unread if "In favour: Algeria" in line] == [
        "paragraph 5, a vote that is not read as one"
    ]


def test_dignitaries_are_of_their_state_and_panellists_of_none() -> None:
    """Do dignitaries by office and name represent their State, and panellists in a list none that is named nearby?"""
    found = [p for p in linked().participations if isinstance(p.participant, PersonRef)]
    assert [(p.participant.id, p.representing) for p in found if isinstance(p.participant, PersonRef)] == [
        ("ada-zedd", StateRef("NAM")),
        ("bo-orrin", StateRef("CUB")),
        ("ada-lamm", None),
        ("dan-kumar", None),
        ("cleo-dune", None),
    ]


def test_what_may_be_two_bodies_is_made_none() -> None:
    """Does a name with two "and" stay open, and a description of States count as a set?"""
    reasons = {" ".join(one.quote.split()): one.because.value for one in linked().unlinked if one.kind == "statement"}
    assert reasons == {
        "Keepers International and International Youth and Student Movement for Reefs": "no-candidate",
        "States members of the European Union that are members of the Human Rights Council": "names-a-set",
    }


COMMITTEE = """# Report of the Third Committee

## I. Proposals

1. The Committee adopted the draft (see para. 2, draft resolution I) and another (see A/99/1, para. 2).

## II. Recommendations

2. The Committee recommends the adoption of the following draft resolution:

### Draft resolution I. Lamps

The General Assembly,

Recalling its resolution 75/179,

1. Decides to continue its work on lamps.
"""


def test_the_assembly_decides_and_brackets_mean_the_report() -> None:
    """Is what the Assembly decides addressed to it, and "(see para. 2)" a paragraph of the report itself?"""
    found = link_report(report_from_text(COMMITTEE, "x.md", Record(symbol="A/91/462")))
    assert [[getattr(a, "id", "") for a in r.addressees] for r in found.recommendations] == [["general-assembly"]]
    cited = [link.target for link in found.links if isinstance(link.target, DocumentPartRef)]
    assert [target.document.symbol for target in cited] == ["A/91/462", "A/99/1"]
