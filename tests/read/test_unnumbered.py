"""Documents without numbered paragraphs: are they read as text of sections, loudly, and is other prose refused?"""

from __future__ import annotations

import pytest

from rapporteur.errors import UnusableInput
from rapporteur.find import find_mentions
from rapporteur.link import link_mentions
from rapporteur.model import Report
from rapporteur.read import coverage, report_from_text

DECISION = """LB/2031/4
Lighthouse Board
Decision on the lamps of the northern islands

The Lighthouse Board,

Recalling article 25 of the United Nations Convention against Transnational Organized Crime,

Decides to light the lamps;

Requests the Secretariat to report to it at its ninth session.
"""
FINAL_ACT = """FINAL ACT OF THE CONFERENCE ON LAMPS

The Conference on Lamps met at Zenda from 2 to 11 July 1951.

The Governments of the following States were represented: Norway, Chile and Denmark.

I

The Conference,

Recommends to Governments to light the lamps.

II

The Conference,

Urges Governments to mark the reefs.

DONE at Zenda this twenty-eighth day of July, one thousand nine hundred and fifty-one.
"""
QUESTIONS = """Advance questions to Azuria

RURITANIA

• What has Azuria done to light the lamps?

• When will it mark the reefs?
"""
MARKED = """# LB/2031/4

# Lighthouse Board

## Preamble

The Lighthouse Board, recalling its lamps,<sup>1</sup>

## Action

Requests the keepers to light them.

<sup>1</sup> See General Assembly resolution 55/25.
"""


def _sections(report: Report) -> dict[str, str]:
    return {s.path: s.unnumbered.text.strip() if s.unnumbered else "" for s in report.sections}


def test_a_decision_without_numbers() -> None:
    """Is it the text of one section, symbol and title known, the want of numbers said, and nothing left over?"""
    report = report_from_text(DECISION, "decision.txt")
    assert (report.record.symbol, report.title and report.title.text) == (
        "LB/2031/4",
        "Lighthouse Board Decision on the lamps of the northern islands",
    )
    assert list(_sections(report)) == ["text"]
    assert _sections(report)["text"].startswith("The Lighthouse Board, Recalling")
    assert [(f.code, f.severity) for f in report.findings] == [
        ("no-numbers", "finding"),
        ("unnumbered-text", "warning"),
    ]
    assert coverage(report).complete


def test_its_links() -> None:
    """Is what it cites linked, on the section?"""
    linked = link_mentions(find_mentions(report_from_text(DECISION, "decision.txt")))
    parts = {link.part.path for link in linked.links}
    quotes = {linked.report.quote(link.span) for link in linked.links}
    assert parts == {("text",)}
    assert any(quote.startswith("article 25") for quote in quotes)


def test_a_final_act_with_resolutions_under_roman_numbers() -> None:
    """Are the act's own words a section, and each resolution another, numbers alone on their lines?"""
    report = report_from_text(FINAL_ACT, "act.txt")
    texts = _sections(report)
    assert list(texts) == ["text", "I", "II"]
    assert "Norway, Chile and Denmark" in texts["text"]
    assert texts["I"] == "The Conference, Recommends to Governments to light the lamps."
    assert str(report.issued) == "1951-07-28"
    assert coverage(report).complete


def test_a_list_of_questions_and_a_decision_with_marked_headings() -> None:
    """Are headings that stand below the title headings, and words right below it no masthead?"""
    questions = _sections(report_from_text(QUESTIONS, "questions.txt"))
    assert questions == {
        "text": "RURITANIA What has Azuria done to light the lamps? When will it mark the reefs?",
    }
    marked = report_from_text(MARKED, "decision.md")
    assert _sections(marked) == {
        "preamble": "The Lighthouse Board, recalling its lamps,",
        "action": "Requests the keepers to light them.",
    }
    assert marked.footnotes[0].note_of == marked.sections[0].ref


@pytest.mark.parametrize(
    "text",
    [
        "Ports\n\nThe Board met under A/CONF.999/7 and rose.\n",
        "Report: lamps\n\nThe price of lamps rose.\n",
        "Final Act of the Conference on Lamps\n",
        "404 Not Found\n\nThe page was not found.\n",
    ],
)
def test_prose_that_is_no_document(text: str) -> None:
    """Is it refused, a symbol in its sentences notwithstanding, and a title over no words?"""
    with pytest.raises(UnusableInput) as caught:
        report_from_text(text, "prose.txt")
    assert caught.value.seen.startswith("No numbered paragraph")


def test_an_act_whose_resolutions_alone_have_numbers() -> None:
    """Are both kept, its words as text of a section and the paragraphs of its resolutions, and is no number missed?"""
    report = report_from_text(
        "FINAL ACT OF THE CONFERENCE ON LAMPS\n\nThe Conference on Lamps met in Lisbon from 2 to 9 May 1963.\n\n"
        "The following States were represented: Chile, Peru and Spain.\n\nANNEX\n\nRESOLUTIONS\n\nResolution I\n\n"
        "The Conference on Lamps,\n\nRecalling its work,\n\n1. Requests to light them;\n\n2. Decides to close.\n",
        "x.txt",
    )
    text = report.sections[0]
    assert text.path == "text" and text.unnumbered is not None and "Chile, Peru" in text.unnumbered.text
    assert [(p.number, p.section) for p in report.paragraphs] == [
        ("1", "annex-I/resolution-i"),
        ("2", "annex-I/resolution-i"),
    ]
    assert {finding.code for finding in report.findings} == {"unnumbered-text"}
