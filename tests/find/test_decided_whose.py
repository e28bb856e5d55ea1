"""Lists of decisions by whoever is named over them: is each read only where it is the body's own, and else said?"""

from __future__ import annotations

import pytest

from rapporteur.model import LinkedReport
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

CONFERENCE = "Report of the Conference on Lamps on its ninth session"
GROUP = "Report of the Open-ended Working Group on Fog of the Conference of the States Parties on its first meeting"
PARTS = "\n\n(a) To light lamps;\n\n(b) To request the Secretariat to report."


def linked(words: str, title: str = CONFERENCE, symbol: str = "") -> LinkedReport:
    """A report whose second paragraph holds the words."""
    text = f"{symbol}\n\n# {title}\n\n## I. Opening\n\n1. It met.\n\n## II. Debate\n\n2. {words}\n"
    return link_report(report_from_text(text.lstrip(), "x.md"))


def units(report: LinkedReport) -> list[str]:
    """Number and strength of its units."""
    return [f"{unit.ref.number} {unit.strength.id}" for unit in report.recommendations]


def said(report: LinkedReport) -> list[str]:
    """What it says of recommendations that were not read."""
    return [line for line in report.unread if line.startswith("recommendations")]


@pytest.mark.parametrize(
    "over",
    [
        "The Conference decided, without a vote:",
        "The Conference decided, by 25 votes to 13, with 6 abstentions:",
        "The Conference took the following decisions with regard to the organization of its work:",
        "The Conference adopted the following measures concerning lamps:",
        "The Conference reached the following conclusions in respect of the port:",
        "The Conference discussed the fog. Participants agreed:",
        "The Conference discussed the fog. The delegates agreed, after a debate:",
        "At its third meeting, the participants agreed:",
    ],
)
def test_forms_of_the_words_over_a_list(over: str) -> None:
    """Are votes and subjects beside the verb no hindrance, and those present the body's own behind its name?"""
    found = linked(over + PARTS)
    assert [line.split(" ")[0] for line in units(found)] == ["2(a).1", "2(b).1"]
    assert not said(found)


@pytest.mark.parametrize(
    "over", ["The SBI agreed:", "The Subsidiary Body for Implementation, after a debate, agreed:", "The SBI agreed to:"]
)
def test_a_body_by_its_letters(over: str) -> None:
    """Is a list read in a house that tells its conclusions in sentences, the body called by its letters?"""
    title = "Report of the Subsidiary Body for Implementation on its ninetieth session"
    parts = PARTS.replace("To ", "") if over.endswith(" to:") else PARTS
    assert units(linked(over + parts, title, "FCCC/SBI/2031/9")) == ["2(a).1 decide", "2(b).1 request"]
    assert not units(linked(over.replace("SBI", "COP").replace("Implementation", "Lamps") + parts, title))


@pytest.mark.parametrize(
    "before",
    [
        "A side event was organized by Norway.",
        "A training course was held with the support of Peru.",
        "The expert group meeting reviewed the draft.",
        "A round table took place on the margins of the session.",
        "The Board held a regional meeting of keepers in Lima.",
        "The Ministerial Meeting adopted a declaration.",
        "The Regional Conference of Keepers met.",
        "The representative of Peru spoke of a course for pilots. It was well attended.",
    ],
)
@pytest.mark.parametrize("joint", [" ", "\n\n3. "], ids=["beside", "above"])
@pytest.mark.parametrize("who", ["The participants", "Participants", "The Parties", "The delegates"])
def test_those_present_at_another_gathering(before: str, joint: str, who: str) -> None:
    """Is what those present agreed said and not read, where another gathering than the meeting was told of?"""
    found = linked(f"{before}{joint}{who} agreed:{PARTS}")
    assert not units(found)
    assert len(said(found)) == 1 and "it may be another who did" in said(found)[0]


@pytest.mark.parametrize(
    "over",
    [
        "The Conference of Ministers of Justice met in Madrid. The Conference decided:",
        "The representative of Peru told of a regional conference of keepers. The Conference agreed:",
        "The extended Bureau met. It agreed:",
        "The Regional Conference decided:",
        "The participants in the workshop agreed:",
        "At the port, the delegates to the fair concluded:",
        "The Parties to the Harbour Treaty agreed:",
    ],
)
def test_a_short_name_that_may_be_another_ones(over: str) -> None:
    """Is the list said once, where a body of the same kind was named before, or a longer name than the title's is?"""
    found = linked(over + PARTS)
    assert not units(found)
    assert len(said(found)) == 1


@pytest.mark.parametrize(
    ("title", "over"),
    [
        (GROUP, "At its third session, the Conference decided:"),
        (GROUP, "The Conference of the States Parties decided:"),
        ("Report of the Ad Hoc Committee on Lamps to the General Assembly", "The General Assembly decided:"),
        ("Report of the Commission on Fog to the Economic and Social Council", "The Council, on 3 May, decided:"),
        (
            "Report of the Preparatory Committee for the World Conference on Lamps",
            "The World Conference on Lamps agreed:",
        ),
    ],
)
def test_the_body_above_that_the_title_names(title: str, over: str) -> None:
    """Are decisions of a parent body no units of the report of its group, and neither are they its own unread ones?"""
    found = linked(over + PARTS, title)
    assert not units(found) and not said(found)


@pytest.mark.parametrize(
    "told", ["The Conference requested the Secretariat to report.", "It requested the Secretariat to go."]
)
def test_sentences_that_may_be_another_ones(told: str) -> None:
    """Is what a body asks in a sentence said and not read, where the sentence before tells of another of its kind?"""
    found = linked(f"The Conference of Ministers met in Madrid. The Conference discussed fog. {told}", CONFERENCE)
    assert not units(found)
    assert any("may be another than the one that reports" in line for line in said(found))


@pytest.mark.parametrize(
    ("over", "why"),
    [
        ("It was recommended that:", "in no form that is known"),
        ("Following the debate, it was proposed that:", "in no form that is known"),
        ("The following was suggested:", "in no form that is known"),
        ("By its decision 9/1, the Conference requested:", "an earlier session"),
        ("In its resolution 9/1, the Conference decided:", "an earlier session"),
    ],
)
def test_lists_that_nobody_reads_are_said(over: str, why: str) -> None:
    """Is a line given for what was recommended by nobody named, and for a decision of a session that is not told?"""
    found = linked(f"{over} (a) lamps be lit; (b) ports close.")
    assert not units(found)
    assert len(said(found)) == 1 and why in said(found)[0]
