"""Are two invented session reports of climate bodies read whole: outline, agenda, statements, officers, conclusions?"""

from __future__ import annotations

from functools import cache

import pytest
from climate_sample import PRINTED, TABBED

from rapporteur import find_mentions, link_mentions
from rapporteur.model import LinkedReport, PersonRef, Report
from rapporteur.read import coverage, report_from_bytes

TEXTS = {"tabbed": TABBED, "tabbed with CRLF": TABBED.replace("\n", "\r\n"), "printed": PRINTED}


@cache
def read(name: str) -> Report:
    return report_from_bytes(TEXTS[name].encode("utf-8"), f"{name}.txt")


@cache
def linked(name: str) -> LinkedReport:
    return link_mentions(find_mentions(read(name)))


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_is_accounted_for(name: str) -> None:
    """Is nothing left over and nothing counted twice?"""
    covered = coverage(read(name))
    assert covered.leftovers == () and covered.doubled == ()


@pytest.mark.parametrize("name", ["tabbed", "tabbed with CRLF"])
def test_outline_of_a_report_with_tabs(name: str) -> None:
    """Are headings told from the table of contents, and the agenda's numbers from those of the paragraphs?"""
    report = read(name)
    assert (report.symbol, str(report.issued), report.house.style.id) == (
        "FCCC/SBI/2031/9",
        "2031-07-02",
        "climate-body",
    )
    assert report.title_text.startswith("Report of the Subsidiary Body for Implementation on its eightieth session")
    assert [s.path for s in report.sections] == [
        *("abbreviations-and-acronyms", "I", "II", "II.A", "II.B", "III", "III.A", "III.B", "III.B.1", "III.B.2", "IV")
    ]
    assert report.section_by_path["III.B"].title.text == "Reports on reefs"
    assert report.section_by_path["III.B"].words.text == "Reports on reefs (Agenda sub-item 3(b))"
    assert [p.number for p in report.paragraphs] == [str(n) for n in range(1, 12)]
    assert [".".join(i.path) for i in report.paragraph_by_number["4"].items] == [
        "1",
        "2",
        "2.a",
        "2.b",
        "3",
        "3.a",
        "3.b",
    ]
    assert report.paragraph_by_number["10"].body.text.endswith("of this matter at SBI 81.")


def test_agenda_of_a_report_with_tabs() -> None:
    """Has each item its section, its documents and its days, "this agenda item" meaning the item above a sub-item?"""
    items = {item.number: item for item in linked("tabbed").agenda}
    assert {n: [s.path[0] for s in i.discussed_in] for n, i in items.items()} == {
        "1": ["I"],
        "2": ["II"],
        "2(a)": ["II.A"],
        "2(b)": ["II.B"],
        "3": ["III"],
        "3(a)": ["III.A"],
        "3(b)": ["III.B"],
    }
    assert items["3(a)"].title == "Lamps in harbours of developing countries"
    assert [d.symbol for d in items["2(a)"].had_before] == ["FCCC/SBI/2031/1"]
    assert [d.symbol for d in items["3"].had_before] == [
        "FCCC/SBI/2031/4",
        "FCCC/SBI/2031/4/Add.1",
        "FCCC/SBI/2031/4/Add.2",
        "FCCC/CP/2031/3",
    ]
    assert items["3(b)"].had_before == ()
    assert {n: [str(d) for d in items[n].considered_on] for n in ("2(b)", "3")} == {
        "2(b)": ["2031-06-03", "2031-06-05"],
        "3": ["2031-06-03", "2031-06-05"],
    }


def test_officers_and_statements_of_a_report_with_tabs() -> None:
    """Are the officers recorded, those spoken for linked under the item, and the unnamed speakers left open?"""
    report = linked("tabbed")
    officers = {p.name_as_written: p.role.id for p in report.participations if p.role}
    assert officers == {"Ada Zedd": "chair", "Luis Prado": "rapporteur"}
    assert [
        (s.item.number if s.item else "", [getattr(w, "code", None) or getattr(w, "id", "") for w in spoken if w])
        for s in report.statements
        for spoken in [(s.on_behalf_of, *s.also_for)]
    ] == [("3", ["group-of-77-and-china"]), ("3", ["CHL", "PER"])]
    assert "three Parties" in [u.quote for u in report.unlinked]


def test_conclusions_of_a_report_with_tabs() -> None:
    """Is what was asked a unit, with number, strength and addressee, and what was welcomed none?"""
    assert [(r.ref.number, r.strength.id, [t.id for t in r.addressees]) for r in linked("tabbed").recommendations] == [
        ("8.1", "invite", ["parties"]),
        ("9(a).1", "recommend", ["fccc-cop"]),
        ("9(b).1", "recommend", ["fccc-cop"]),
        ("10.1", "decide", ["sbi"]),
    ]


def test_an_older_report_as_printed() -> None:
    """Is a report with capitals, dotted contents and page heads read the same way?"""
    report, links = read("printed"), linked("printed")
    assert (report.symbol, str(report.issued)) == ("FCCC/SBSTA/2006/88", "2006-07-14")
    assert [(s.path, s.title.text) for s in report.sections] == [
        ("I", "OPENING OF THE SESSION"),
        ("II", "RESEARCH ON LAMPS AND REEFS"),
        ("II.1", "Proceedings"),
        ("II.2", "Conclusions"),
    ]
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4", "5", "6"]
    meeting = links.meeting
    assert meeting is not None
    assert (meeting.location, str(meeting.start), str(meeting.end)) == ("Bonn", "2006-05-03", "2006-05-09")
    second = links.agenda[1]
    assert [d.symbol for d in second.had_before] == ["FCCC/SBSTA/2006/INF.92", "FCCC/SBSTA/2006/INF.92/Add.1"]
    assert [str(d) for d in second.considered_on] == ["2006-05-03", "2006-05-09"]
    speakers = [getattr(s.speaker, "code", None) or getattr(s.speaker, "id", None) for s in links.statements]
    assert speakers == [None, "PER", "wmo"]
    assert not any(isinstance(p.participant, PersonRef) for p in links.participations)
    assert [(r.ref.number, r.strength.id, r.actions) for r in links.recommendations] == [
        ("5(a).1", "request", ("prepare",)),
        ("5(b).1", "request", ("organize",)),
        ("6.1", "encourage", ("provide",)),
        ("6.2", "decide", ("continue",)),
    ]


def test_a_section_told_of_in_passing_is_of_no_item() -> None:
    """Where headings name their items, does "Under agenda item 3, …" in the closing chapter leave it without one?"""
    closing = (
        "\t\t\t11.\tUnder agenda item 3, “Lamps”, EUR 2 will be needed.\n"
        "\t\t\t12.\tClosing statements were made by representatives of two Parties, including one speaking on behalf "
        "of the Umbrella Group and one on behalf of the Environmental Integrity Group.\n"
    )
    text = TABBED.replace("\t\t\t11.\tThe Chair closed the session.\n", closing)
    found = link_mentions(find_mentions(report_from_bytes(text.encode("utf-8"), "x.txt")))
    assert [s.item for s in found.statements if s.recorded_in.path == ("12",)] == [None, None]
