"""Whose body a name means: is the one that reports told from the one above it, by short names, letters and context?"""

from __future__ import annotations

import pytest

from rapporteur.authorities import load_authorities
from rapporteur.find.reporting_body import body_of, reporting_body
from rapporteur.model import Report
from rapporteur.read import report_from_text

ABOVE = "Report of the Open-ended Intergovernmental Working Group on Fog of the Conference of the States Parties"
TO = "Report of the Ad Hoc Committee on a Lamp Treaty to the General Assembly on its sixth session"
FOR = "Report of the Preparatory Committee for the United Nations Conference on Lamps"
COP = "Report of the Conference of the Parties to the United Nations Convention against Fog on its fifth session"
HRC = "Report to the General Assembly on the ninth session of the Human Rights Council"
MEETING = "Report on the Meeting of the Working Group on Buoys held in Vienna on 3 March 2031"
SBI = "Report of the Subsidiary Body for Implementation on its ninetieth session, held in Bonn"
WITHIN = "Report of the Human Rights Council Advisory Committee on its fifth session"
GROUP = "Report of the Implementation Review Group on its first session"
CAPITALS = "FINAL ACT OF THE RURITANIAN CONFERENCE ON LAMPS"


def titled(title: str, symbol: str = "") -> Report:
    """A report with the title."""
    return report_from_text(f"{symbol}\n\n# {title}\n\n## I. Opening\n\n1. It met.\n".lstrip(), "x.md")


def means(title: str, name: str, told: str = "", symbol: str = "") -> str:
    """Whose name it is in the report of the title."""
    body = reporting_body(titled(title, symbol), load_authorities())
    return body.means(name, told) if body is not None else "none"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (ABOVE, ["the Working Group", "Working Group on Fog", "Intergovernmental Working Group"]),
        (TO, ["the Committee", "the Ad Hoc Committee", "the Ad Hoc Committee on a Lamp Treaty"]),
        (FOR, ["the Committee", "the Preparatory Committee"]),
        (
            COP,
            [
                "the Conference",
                "the Conference of the Parties",
                "Conference of the Parties to the United Nations Convention",
            ],
        ),
        (HRC, ["the Council", "the Human Rights Council"]),
        (MEETING, ["the Working Group", "the Working Group on Buoys"]),
        (WITHIN, ["the Committee", "the Advisory Committee"]),
        (GROUP, ["the Group", "the Review Group"]),
        (SBI.upper(), ["the SBI", "the Subsidiary Body"]),
        (SBI, ["the SBI", "the Subsidiary Body", "the Subsidiary Body for Implementation"]),
        ("Final Act of the Conference on Lamps", ["the Conference on Lamps and Buoys"]),
        (CAPITALS, ["the Conference", "the Ruritanian Conference on Lamps"]),
    ],
)
def test_names_of_the_body_itself(title: str, names: list[str]) -> None:
    """Is it known by its noun, its name cut short, its whole name and its letters, in capitals too?"""
    assert {name: means(title, name) for name in names} == dict.fromkeys(names, "own")


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (ABOVE, ["the Conference", "the Conference of the States Parties", "the Working Group on Lamps", "Norway"]),
        (TO, ["the General Assembly", "the Assembly", "the Drafting Committee"]),
        (FOR, ["the United Nations Conference on Lamps", "the Conference"]),
        (COP, ["the Conference of Ministers of Justice", "the Committee", "the USSR"]),
        (HRC, ["the General Assembly", "the Economic and Social Council", "the Security Council"]),
        (MEETING, ["the Meeting", "the Working Group on Lamps"]),
        (WITHIN, ["the Council", "the Human Rights Council"]),
        (GROUP, ["the Conference", "the Working Group"]),
        (SBI, ["the COP", "the SBSTA", "the Subsidiary Body for Lamps"]),
        ("Final Act of the United Nations Conference on Lamps", ["the United Nations", "the UN"]),
    ],
)
def test_names_of_other_bodies(title: str, names: list[str]) -> None:
    """Are the body above, the one that a report goes to and others of the same kind none of it?"""
    assert {name: means(title, name) for name in names} == dict.fromkeys(names, "other")


@pytest.mark.parametrize(
    ("title", "name", "told"),
    [
        (COP, "the Conference", "The Conference of Ministers of Justice met in Madrid."),
        (COP, "the Conference", "The keeper told of a regional conference of prosecutors. The Conference met."),
        (COP, "the Regional Conference", ""),
        (ABOVE, "the Group", ""),
        (ABOVE, "the Working Group", "Norway described its inter-agency working group."),
        (HRC, "the Council", "Pursuant to a plan of the Economic and Social Council, lamps were lit."),
        (MEETING, "the Working Group on Buoys for Nets", ""),
    ],
)
def test_what_nobody_can_tell(title: str, name: str, told: str) -> None:
    """Is a short name left open behind another body of its kind, and a longer name than the title's?"""
    assert means(title, name, told) == "unclear"


def test_what_was_named_before_and_is_the_body_itself() -> None:
    """Is a short name its own where the text names it in full, by its noun or not at all?"""
    told = (
        "",
        "The Human Rights Council met.",
        "The work of the Council and of its Board went on.",
        "The President spoke.",
    )
    assert {means(HRC, "the Council", words) for words in told} == {"own"}
    assert means("Decision on lamps", "the Harbour Body") == "own"
    assert means("Lamps of the harbour", "the Board") == "none"
    assert means("Report of the Secretary-General on the work of the Commission on Lamps", "the Commission") == "none"


def test_letters_of_a_body_of_another_body() -> None:
    """Are "COP" and "CMA" told apart in the report of the one, whose name begins with that of the other?"""
    cma = "Report of the Conference of the Parties serving as the meeting of the Parties to the Paris Agreement"
    cop = "Report of the Conference of the Parties on its sixteenth session"
    assert [means(cma, name, symbol="FCCC/PA/CMA/2019/6") for name in ("the CMA", "the COP")] == ["own", "other"]
    assert [means(cop, name, symbol="FCCC/CP/2010/7") for name in ("the CMA", "the COP")] == ["other", "own"]


@pytest.mark.parametrize(
    ("title", "own", "other"),
    [
        (ABOVE, ["the Working Group", "Intergovernmental Working Group on Fog"], ["Open-ended Working Group", "Group"]),
        (FOR, ["Preparatory Committee"], ["the Conference", "PUNC", "PC"]),
        (HRC, ["Council", "Human Rights Council at its ninth session", "HRC"], ["General Assembly", "Rights", "HC"]),
        (SBI, ["SBI Chair", "the Subsidiary Body"], ["SBN Chair", "SB", "Subsidiary Body on Nets"]),
        (MEETING, ["Working Group on Buoys"], ["Working Group on Nets", "Meeting of Keepers"]),
        ("Report of the Plenary of the Isles Platform", ["Plenary", "Platform"], ["Lamp Platform", "Assembly"]),
        ("Final Act of the United Nations Conference on Lamps", ["Conference", "UNCL"], ["UN", "United Nations"]),
        ("Lamps of the harbour", ["the Board"], ["the Lamp Board", "the keepers", "LH"]),
    ],
)
def test_whose_officer_somebody_is(title: str, own: list[str], other: list[str]) -> None:
    """Is the body of an office the one that reports by the same measure, by letters only where they spell its name?"""
    body = body_of(titled(title), load_authorities())
    assert [words for words in (*own, *other) if body.leads(words)] == own


def test_the_letters_that_the_authorities_know_are_those_of_an_office() -> None:
    """Is "the CMA President" an officer of the CMA, and the COP President, whose name begins alike, none?"""
    title = "Report of the Conference of the Parties serving as the meeting of the Parties to the Paris Agreement"
    body = body_of(titled(title, "FCCC/PA/CMA/2019/6"), load_authorities())
    assert [body.leads(words) for words in ("CMA President", "COP President")] == [True, False]
