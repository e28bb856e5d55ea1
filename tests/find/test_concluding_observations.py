"""Concluding observations: is each recommendation of a treaty body a unit that addresses the State, no concern one?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport, StateRef
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

FRONT = """United Nations                                     CRC/C/NOR/CO/99

     Convention on the                              Distr.: General
     Rights of Lamps                                3 May 2031
                                                    Original: English

     Concluding observations on the combined eighth and
     ninth periodic reports of Norway

1.   The Committee met.

     A.   Main areas of concern and recommendations

2.   """


def observed(words: str) -> LinkedReport:
    return link_report(report_from_text(FRONT + words + "\n", "x.txt"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Committee recommends that the State party light its lamps.", ["2.1 recommend NOR"]),
        ("The State party should light its lamps. It should also sell nets.", ["2.1 should NOR", "2.2 should NOR"]),
        (
            "The Committee urges the State party to light its lamps, and requests it to report on them. The State "
            "party should pay for them.",
            ["2.1 urge NOR", "2.2 request NOR", "2.3 should NOR"],
        ),
        (
            "The Committee recommends that the State party:\n\n(a)  Light its lamps;\n\n(b)  Sell nets.",
            ["2(a).1 recommend NOR", "2(b).1 recommend NOR"],
        ),
        ("The Committee is concerned that lamps are dim.", []),
        ("The Committee recommends that each State party pay.", ["2.1 recommend states-parties"]),
    ],
)
def test_what_the_state_party_is_recommended(words: str, expected: list[str]) -> None:
    """Is “the State party” the State whose report it is, in whichever way the committee recommends?"""
    found = observed(words)
    assert found.report.house.style.id == "treaty-body"
    told = [
        f"{r.ref.number} {r.strength.id} "
        + ",".join(a.code if isinstance(a, StateRef) else getattr(a, "id", "") for a in r.addressees)
        for r in found.recommendations
    ]
    assert told == expected


def test_a_masthead_in_two_columns_names_no_treaty() -> None:
    """Is the Convention the one of the series of the symbol, not what the columns of the masthead run together?"""
    found = observed("In the light of article 7 of the Convention, the State party should light its lamps.")
    assert (
        found.report.title_text == "Concluding observations on the combined eighth and ninth periodic reports of Norway"
    )
    cited = {repr(link.target) for link in found.links if link.property == "cites"}
    assert len(cited) == 1 and "crc" in cited.pop()
    assert str(found.report.issued) == "2031-05-03"


def test_an_older_title_names_the_state_below_it() -> None:
    """Is the State known from the reports that were considered, where the title has it on a line of its own?"""
    text = """CERD/C/99/CO/2
3 May 2031

Concluding observations of the Committee on the Elimination of Racial Discrimination

NORWAY

1. The Committee considered the tenth to twelfth periodic reports of Norway at its 9th meeting.

C. Concerns and recommendations

2. The Committee recommends that the State party light its lamps.
"""
    found = link_report(report_from_text(text, "x.txt"))
    assert found.report.house.style.id == "treaty-body"
    assert [a.code for r in found.recommendations for a in r.addressees if isinstance(a, StateRef)] == ["NOR"]


def test_the_state_party_is_open_where_nothing_names_it() -> None:
    """Is “the State party” open in a document that is about no State, and “each State party” no State at all?"""
    text = """CTOC/COP/WG.4/2031/6
3 May 2031

# Report on the meeting of the Working Group on Trafficking in Persons held in Vienna from 1 to 3 May 2031

## I. Recommendations

1. The State party should light its lamps. Each State party should sell nets.
"""
    found = link_report(report_from_text(text, "x.md"))
    asked = [(m.quote, m.candidates) for m in found.unlinked if m.property == "addressee"]
    assert asked == [("State party", ())]
    assert [[getattr(a, "id", "") for a in r.addressees] for r in found.recommendations] == [[], ["states-parties"]]
