"""A passage by itself: does what is known of its document decide what its words leave unsaid, and nothing more?"""

from __future__ import annotations

from datetime import date

from rapporteur.link.known import names_known, record_known
from rapporteur.model import Because, InstrumentRef, ProvisionRef, Record, Report, StateRef
from rapporteur.pipeline import link_report, link_text
from rapporteur.read import report_from_text

PASSAGE = "Parties are bound by article 6 of the Protocol."
REPORT = """CTOC/COP/WG.9/2031/4

# Report of the Working Group on Lighthouses

## I. Introduction

1. The Working Group recalled the Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the
United Nations Convention against Transnational Organized Crime.

2. It noted that the Protocol had been signed.
"""


def _report() -> Report:
    return report_from_text(REPORT, "lighthouses.md")


def test_without_context_the_protocol_stays_open() -> None:
    """Is a passage that names no treaty in full left open, with its reason?"""
    linked = link_text(PASSAGE)
    assert not [link for link in linked.links if link.property == "cites"]
    assert [(u.quote, u.because) for u in linked.unlinked] == [
        ("article 6 of the Protocol", Because.SEVERAL_CANDIDATES)
    ]


def test_a_symbol_gives_the_family() -> None:
    """Does the symbol of the document that a passage is from say which Protocol its family means?"""
    linked = link_text(PASSAGE, context="CTOC/COP/WG.4/2031/4")
    targets = [link.target for link in linked.links if link.property == "cites"]
    assert targets == [ProvisionRef(InstrumentRef("tip-protocol"), (("article", "6"),))]


def test_a_linked_report_gives_its_short_names() -> None:
    """Does a report in which "the Protocol" always stood for one treaty lend that to a passage?"""
    report = link_report(_report())
    assert ("the Protocol", "instrument/som-protocol") in names_known(report)
    assert record_known(report).symbol == "CTOC/COP/WG.9/2031/4"


def test_what_a_report_calls_a_treaty_holds_for_a_passage_of_it() -> None:
    """Is "the Convention" of a passage the one that its report, of no known family, means by it; alone, is it open?"""
    report = link_report(
        report_from_text(
            "LB/2031/4\n\n# Report of the Lighthouse Board\n\n## I. Treaties\n\n1. The Board recalled the United "
            "Nations Convention against Corruption. It praised the Convention.\n",
            "board.md",
        )
    )
    passage = "Keepers shall respect article 5 of the Convention."
    assert [link.target for link in link_text(passage, context=report).links] == [
        ProvisionRef(InstrumentRef("uncac"), (("article", "5"),))
    ]
    assert not link_text(passage, context="LB/2031/4").links


def test_a_date_decides_who_bore_a_name() -> None:
    """Is the name of a State that is gone read under the date of the document, and left out after its end?"""
    then = link_text("Czechoslovakia spoke.", context=Record(issued=date(1961, 3, 1)))
    assert [link.target for link in then.links if isinstance(link.target, StateRef)] == [StateRef("CSHH")]


def test_offsets_count_the_passage_as_given() -> None:
    """Do quotes stand where the offsets say, over blank lines, tabs and carriage returns?"""
    text = "\r\n\t Under article 9,\r\n paragraphs 1 and 2, of the Organized Crime Convention.\r\n\r\n\f"
    text += " resolution 55/25 \r\n"
    linked = link_text(text)
    assert (len(linked.links), len(linked.unlinked)) == (2, 1)
    for item in (*linked.links, *linked.unlinked):
        assert text[item.span.start : item.span.end] == item.quote
