"""Do decisions, resolutions and their paragraphs go to the body that took them, in every printed form?"""

from __future__ import annotations

import pytest
from citation_rows import Row, address, check_links, links_of, report_of

from rapporteur.model import Because, DecisionPartRef, Grade

CP = "decision/FCCC/CP"
HRC = "document/A/HRC/RES"

OF_A_COUNCIL: list[Row] = [
    (f"{HRC}/91/4", "In its resolution 91/4, the Human Rights Council acted."),
    (f"{HRC}/91/4", "It recalled Council resolution 91/4."),
    (f"{HRC}/91/4", "It recalled resolution 91/4 of the Council."),
    (f"{HRC}/91/4", "It recalled resolution 91/4."),
    ((f"{HRC}/91/4", f"{HRC}/92/5"), "It recalled Human Rights Council resolutions 91/4 and 92/5."),
    ((f"{HRC}/91/4", f"{HRC}/92/5"), "It recalled Council resolutions 91/4 of 3 May 2023 and 92/5 of 4 June 2023."),
    (f"{HRC}/S-18/1", "It recalled Council resolution S-18/1."),
    ("decision/A/HRC/91/102", "It recalled Human Rights Council decision 91/102."),
    (None, "It recalled resolution 199/4."),
    ((f"{HRC}/91/4", f"{HRC}/91/4/paragraph/6"), "It recalled operative paragraph 6 of resolution 91/4."),
    ((f"{HRC}/91/4", f"{HRC}/91/4/annex/paragraph/15"), "under paragraph 15 of the annex to Council resolution 91/4"),
    ((f"{HRC}/91/4", f"{HRC}/91/4/annex/II/paragraph/3"), "under paragraph 3 of annex II to resolution 91/4"),
    (
        (f"{HRC}/91/4", f"{HRC}/91/4/paragraph/3/a", f"{HRC}/91/4/paragraph/3/b"),
        "under resolution 91/4, para. 3 (a) and (b)",
    ),
]

OF_OTHERS: list[Row] = [
    ("document/A/RES/99/251", "It recalled General Assembly resolution 99/251."),
    ("document/A/RES/99/251", "It recalled resolution 99/251 of the General Assembly."),
    ("document/A/RES/1999(XIX)", "It recalled General Assembly resolution 1999 (XIX)."),
    ("document/A/RES/999A(III)", "It recalled General Assembly resolution 999 A (III)."),
    ("document/A/RES/999A(III)", "It recalled General Assembly resolution 999 (III) A of 3 May 1949."),
    (("document/A/RES/99/1", "document/A/RES/999B(III)"), "It recalled Assembly resolutions 99/1 and 999 B (III)."),
    (
        ("document/A/RES/997A(XXX)", "document/A/RES/997B(XXX)", "document/A/RES/998C(XXX)"),
        "It recalled General Assembly resolutions 997 A and B (XXX) and 998 C (XXX).",
    ),
    (
        ("document/A/RES/997A(XXX)", "document/A/RES/997B(XXX)", "document/A/RES/997C(XXX)"),
        "It recalled General Assembly resolutions 997 A to C (XXX).",
    ),
    (
        ("document/A/RES/997(XXX)", "document/A/RES/998(XXX)", "document/A/RES/999A(III)"),
        "It recalled General Assembly resolutions 997 (XXX) and 998 (XXX) and 999 A (III).",
    ),
    (
        ("document/A/RES/999(III)", "document/A/RES/999(III)/paragraph/2"),
        "It recalled resolution 999 (III), para. 2, of the General Assembly.",
    ),
    ("document/A/RES/99/270B", "It recalled General Assembly resolution 99/270 B."),
    ("document/A/RES/999(III)", "It met under resolution 999 (III), adopted by the General Assembly."),
    (
        ("document/A/RES/99/270", "document/A/RES/99/270/paragraph/5/e"),
        "It recalled General Assembly resolution 99/270 of 3 May 2044, para. 5 (e).",
    ),
    (
        ("document/A/RES/99/1", "document/A/RES/99/2"),
        "It recalled General Assembly resolutions 99/1, entitled “Lamps of the isles”, and 99/2, of 3 May 2044.",
    ),
    (
        ("document/A/RES/997(S-VI)", "document/A/RES/998(S-VI)", "document/A/RES/999(XXX)"),
        "It recalled General Assembly resolutions 997 (S-VI) and 998 (S-VI) of 3 May 1974, 999 (XXX).",
    ),
    (None, "It recalled resolution LHA9.1 and decision LB99(1)."),
    (
        ("document/A/RES/99/70A", "document/A/RES/99/70C", "document/A/RES/99/70R", "document/A/RES/98/45B"),
        "It recalled General Assembly resolutions 99/70 A, C and R of 3 May 2044 and 98/45 B.",
    ),
    ("document/A/RES/ES-99/1", "It recalled General Assembly resolution ES-99/1."),
    ("document/S/RES/1999(2003)", "It recalled Security Council resolution 1999 (2003)."),
    (
        ("document/S/RES/1999(2003)", "document/S/RES/2001(2004)"),
        "It recalled Security Council resolutions 1999 (2003) and 2001 (2004).",
    ),
    ("decision/E/2031/1", "It recalled Economic and Social Council decision 2031/1."),
    ("document/E/RES/2031/13", "It recalled Economic and Social Council resolution 2031/13."),
    ("decision/IPBES/96/1", "It recalled decision IPBES-96/1."),
    ("document/E/CN.7/RES/95/1", "It recalled Commission on Narcotic Drugs resolution 95/1."),
    (None, "It recalled resolution 1999 (2003)."),
    ("document/A/RES/99/25", "In its resolution 99/25 of 15 May 2003, the General Assembly acted."),
    (
        ("document/A/RES/99/25", "document/A/RES/98/4", "document/A/RES/98/5"),
        "Previously, the General Assembly, in its resolution 99/25, asked the Security Council to act; in resolutions "
        "98/4 of 3 May 2003 and 98/5 of 4 May 2003, invited it again.",
    ),
    (
        "document/A/RES/1999(XIX)",
        "The General Assembly, having read a chart of the Security Council, decided, by its resolution 1999 (XIX).",
    ),
    (
        "document/S/RES/1999(2003)",
        "The General Assembly praised what the Security Council, in its resolution 1999 (2003), had asked for.",
    ),
    (None, "It recalled Harbour Assembly resolution 58/1."),
    ("document/A/RES/60/251", "It recalled Assembly resolution 60/251."),
    ("document/S/RES/2242(2015)", "It recalled Security Council resolutions 1999 and 2242 (2015)."),
    (None, "It recalled Security Council resolution 1999."),
    (None, "It recalled decision 14/1 of the Conference of the Parties to the Harbour Treaty."),
    (None, "It took a decision to meet on 3/4 May."),
]

OF_THE_CLIMATE: list[Row] = [
    (f"{CP}/91/7", "in accordance with decision 7/CP.91"),
    ((f"{CP}/91/7", "decision/FCCC/KP/CMP/92/5"), "decisions 7/CP.91 and 5/CMP.92"),
    ("decision/FCCC/PA/CMA/93/18", "as laid down in 18/CMA.93"),
    ((f"{CP}/91/7", f"{CP}/91/7/paragraph/69"), "decision 7/CP.91, paragraph 69, on buoys"),
    ((f"{CP}/91/7", f"{CP}/91/7/paragraph/69"), "paragraph 69 of decision 7/CP.91"),
    ((f"{CP}/91/7", f"{CP}/91/7/section/V"), "decision 7/CP.91, section V, on buoys"),
    (
        (f"{CP}/91/7", f"{CP}/91/7/annex/VII/paragraph/21", f"{CP}/91/7/annex/VII/paragraph/22"),
        "decision 7/CP.91, annex VII, paragraphs 21–22",
    ),
    ((f"{CP}/91/7", f"{CP}/91/7/annex/paragraph/3"), "decision 7/CP.91, annex, para. 3"),
    ((f"{CP}/91/7", f"{CP}/91/7/annex/I"), "decision 7/CP.91, annex I"),
    ((f"{CP}/91/7/annex/III", f"{CP}/91/7"), "annex III to decision 7/CP.91"),
    ((f"{CP}/91/7/annex/I", f"{CP}/91/7/annex/II", f"{CP}/91/7"), "annexes I and II to decision 7/CP.91"),
    ((f"{CP}/91/7/annex/II/paragraph/4", f"{CP}/91/7"), "annex II, paragraph 4, to decision 7/CP.91"),
    ((f"{CP}/91/7/annex/paragraph/4", f"{CP}/91/7"), "paragraph 4 of the annex to decision 7/CP.91"),
    (f"{CP}/91/7", "annexed to decision 7/CP.91"),
    (tuple(f"decision/IPBES/9/{n}" for n in (1, 2, 3)), "decisions IPBES-9/1 to IPBES-9/3"),
    (
        (f"{CP}/91/7", f"{CP}/91/7/paragraph/4", f"{CP}/92/1", f"{CP}/92/1/paragraph/79"),
        "decisions 7/CP.91, paragraph 4, and 1/CP.92, paragraph 79; on buoys",
    ),
    (tuple(f"decision/FCCC/KP/CMP/97/{n}" for n in (2, 3, 4)), "decisions 2/CMP.97 to 4/CMP.97"),
    (None, "as in resolution 99/25"),
    (None, "a draft decision on buoys"),
]


@pytest.mark.parametrize("row", [*OF_A_COUNCIL, *OF_OTHERS], ids=lambda row: row[1][:60])
def test_decisions_in_a_report_of_a_council(row: Row) -> None:
    """Is each the decision of the body named, else of the Council whose report it is, if it had that session?"""
    check_links(row, symbol="A/HRC/99/7")


@pytest.mark.parametrize("row", OF_THE_CLIMATE, ids=lambda row: row[1][:60])
def test_decisions_that_name_their_body(row: Row) -> None:
    """Is a number such as 7/CP.91 read without more, with each paragraph cited of it?"""
    check_links(row, symbol="FCCC/SBI/1999/7")


def test_a_number_is_of_the_body_that_the_report_gives_it_elsewhere() -> None:
    """Is a bare resolution the one that another sentence names with its body, by context?"""
    report = report_of(
        "It recalled General Assembly resolution 60/251.", "It recalled resolution 60/251.", symbol="A/HRC/99/7"
    )
    links = [link for link in links_of(report).links if link.kind == "decision"]
    assert [(address(link.target), link.grade) for link in links] == [
        ("document/A/RES/60/251", Grade.EXPLICIT),
        ("document/A/RES/60/251", Grade.CONTEXT),
    ]


def test_a_running_number_has_its_year_from_elsewhere() -> None:
    """Is "Security Council resolution 1999" the one of the year that the report prints once, and open without?"""
    report = report_of(
        "It recalled Security Council resolution 1999 (2003).", "Security Council resolution 1999 was praised."
    )
    targets = [address(link.target) for link in links_of(report).links if link.kind == "decision"]
    assert targets == ["document/S/RES/1999(2003)"] * 2
    [alone] = links_of(report_of("Security Council resolution 1999 was praised.")).unlinked
    assert (alone.quote, alone.because) == ("resolution 1999", Because.NO_CANDIDATE)


def test_paragraphs_of_that_decision() -> None:
    """Is a paragraph of "that decision" one of the decision named last, and its quote the whole expression?"""
    report = report_of(
        "In decision 7/CP.91 it met. Under paragraph 4 of that decision, it rose.", symbol="FCCC/SBI/1999/7"
    )
    found = links_of(report)
    assert [(link.quote, address(link.target)) for link in found.links if link.grade is Grade.CONTEXT] == [
        ("paragraph 4 of that decision", f"{CP}/91/7/paragraph/4"),
        ("that decision", f"{CP}/91/7"),
    ]
    open_ones = links_of(report_of("Under paragraph 4 of resolution 199/4, it rose.", symbol="A/HRC/99/7")).unlinked
    assert {(u.quote, u.because) for u in open_ones} == {
        ("paragraph 4 of resolution 199/4", Because.NO_CANDIDATE),
        ("resolution 199/4", Because.NO_CANDIDATE),
    }


def test_a_number_of_a_session_that_is_one_bodys_alone_is_that_bodys() -> None:
    """Is "resolution 39/86" the Assembly's where 39/85 is, and open where two bodies have numbers of that session?"""
    one = report_of(
        "The General Assembly, in its resolution 39/85, asked for lamps.",
        "See resolution 39/86.",
        symbol="IPBES/9/7",
    )
    assert [address(link.target) for link in links_of(one).links if link.kind == "decision"] == [
        "document/A/RES/39/85",
        "document/A/RES/39/86",
    ]
    two = report_of(
        "General Assembly resolution 39/85 and Human Rights Council resolution 39/2 were read.",
        "See resolution 39/86.",
        symbol="IPBES/9/7",
    )
    assert [u.quote for u in links_of(two).unlinked if u.kind == "decision"] == ["resolution 39/86"]


def test_a_paragraph_of_a_section_of_a_decision_has_the_section_in_its_address() -> None:
    """Is paragraph 2 of section III not paragraph 2 of the whole, whichever of the two is named first?"""
    found = links_of(
        report_of(
            "See paragraph 2 of decision IPBES-4/1. See decision IPBES-4/1, section III, paragraph 2, and section II, "
            "paragraph 9, of decision IPBES-4/2.",
            symbol="IPBES/9/7",
        )
    )
    parts = [address(link.target) for link in found.links if isinstance(link.target, DecisionPartRef)]
    assert parts == [
        "decision/IPBES/4/1/paragraph/2",
        "decision/IPBES/4/1/section/III/paragraph/2",
        "decision/IPBES/4/2/section/II/paragraph/9",
    ]
    assert found.unlinked == ()


def test_a_decision_that_names_its_body_is_no_document_of_that_number() -> None:
    """Is "decision BUOY/9/2" one citation: a paper BUOY/9/2 may exist, and is another thing?"""
    found = links_of(report_of("See decision IPBES/9/2 and the chart (IPBES/9/2).", symbol="IPBES/9/7"))
    assert [address(link.target) for link in found.links if link.property == "cites"] == [
        "decision/IPBES/9/2",
        "document/IPBES/9/2",
    ]


def test_a_part_between_two_decisions_is_of_the_one_it_says() -> None:
    """Is section I of "resolution 9/2, section I of decision 8/1" a part of the decision and of nothing else?"""
    found = links_of(report_of("Pursuant to resolution 9/2, section I of decision 8/1 and rule 3, it met."))
    assert [address(link.target) for link in found.links if link.kind in ("decision", "report-paragraph")] == [
        "document/CTOC/COP/RES/9/2",
        "decision/CTOC/COP/8/1/section/I",
        "decision/CTOC/COP/8/1",
    ]


def test_a_decision_is_of_the_body_that_is_told_of_behind_the_session_it_was_taken_at() -> None:
    """Is "its resolution 1/4, adopted at its first session, the Conference" the Conference's?"""
    body = "the Conference of the States Parties to the United Nations Convention against Corruption"
    check_links(
        ("document/CAC/COSP/RES/1/4", f"In its resolution 1/4, adopted at its first session, {body} met."),
        (
            ("document/E/CN.7/RES/49/4", "decision/E/CN.7/55/1"),
            "Commission on Narcotic Drugs resolution 49/4 and its decision 55/1.",
        ),
        (
            ("document/A/RES/62/173", "document/A/RES/62/173/paragraph/3", "decision/E/2005/248"),
            "resolution 62/173, para. 3, of the General Assembly and in Economic and Social Council decision 2005/248",
        ),
        symbol="A/99/7",
    )
