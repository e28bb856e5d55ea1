"""Are headings read that neither a label nor the format marks?"""

from __future__ import annotations

import pytest

from rapporteur.read import report_from_text

FRONT = "REPORT OF THE LIGHTHOUSE BOARD ON ITS NINTH SESSION\n\n"


def outline(text: str) -> list[tuple[str, str]]:
    """The path and the title of each section of a report with this text."""
    return [(section.path, section.title.text) for section in report_from_text(FRONT + text, "x.txt").sections]


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (
            "I. ORGANIZATION\n\nOpening\n\n1. It was opened.\n\nAgenda\n\n2. It was adopted.",
            [("I", "ORGANIZATION"), ("I/opening", "Opening"), ("I/agenda", "Agenda")],
        ),
        ("I. ORGANIZATION\n\nIt met on ships.\n\n1. It was opened.", [("I", "ORGANIZATION")]),
        ("I. ORGANIZATION\n\nOpening\n1. It was opened.", [("I", "ORGANIZATION")]),
        (
            "I - ORGANIZATION\n\nA - Opening\n\n1. It was opened.\n\nB - Attendance\n\n2. All came.",
            [("I", "ORGANIZATION"), ("I.A", "Opening"), ("I.B", "Attendance")],
        ),
        (
            "Agenda Item I: Opening\n\n1. It was opened.\n\nAgenda Items IV: Lamps\n\n2. They were lit.",
            [("agenda-item-i-opening", "Agenda Item I: Opening"), ("agenda-items-iv-lamps", "Agenda Items IV: Lamps")],
        ),
        (
            "II. LAMPS\n\n7. They were lit.\n\nIII. NETS\n\nA. Sold\n\n8. They were sold.",
            [("II", "LAMPS"), ("III", "NETS"), ("III.A", "Sold")],
        ),
        ("IV. NETS\n\nA. Sold\n\n8. They were sold.", [("IV", "NETS"), ("IV.A", "Sold")]),
        (
            "7. They were lit.\n\nC. Nets\n\n8. They were sold.\n\nIV. BUOYS\n\n9. None.",
            [("C", "Nets"), ("IV", "BUOYS")],
        ),
        ("C. Nets\n\n8. They were sold.\n\nD. Buoys\n\n9. None.", [("C", "Nets"), ("D", "Buoys")]),
        (
            "8. They were sold.\n\nC. Nets\n(Agenda item 7)\n1. Proceedings\n\n9. None.\n\n2. Conclusions\n\n10. None.",
            [("C", "Nets"), ("C.1", "Proceedings"), ("C.2", "Conclusions")],
        ),
        ("XL. Lamps were lit on the pier.\n\n1. It was opened.", []),
        ("Agenda item 4: Lamps\n\nMarta Zedd\n\nI. LAMPS\n\n4. They were lit.", [("I", "LAMPS")]),
    ],
)
def test_plain_words_over_the_number_that_is_due(text: str, sections: list[tuple[str, str]]) -> None:
    """Is a heading what stands over the paragraph that is due, and no sentence or line of the cover?"""
    assert outline(text) == sections


RESOLUTION = """United Nations

General Assembly

Distr.: General 18 November 2031

Resolution adopted by the General Assembly on 14 November 2031

99/7. {title}

The General Assembly,

Recalling its resolution 98/7 of 5 December 2030,

1. Urges Member States to light their lamps.
"""


def test_a_resolution_on_its_own() -> None:
    """Is the number and title over "The General Assembly," a heading, so that the preamble is read below it?"""
    for title in ("Lamps of the coast", "Report of the Lamp Agency"):
        report = report_from_text(RESOLUTION.format(title=title), "x.md")
        assert report.title is not None
        assert report.title.text == "Resolution adopted by the General Assembly on 14 November 2031"
        (section,) = report.sections
        assert section.title.text == f"99/7. {title}"
        assert section.unnumbered is not None
        assert "resolution 98/7" in section.unnumbered.text
        assert [(p.number, p.section) for p in report.paragraphs] == [("1", section.path)]


def test_a_number_and_a_title_over_other_words_are_no_resolution() -> None:
    """Does a list of resolutions stay what it is?"""
    text = "I. LAMPS\n\n1. The following were adopted.\n\n98/1. Lamps of the coast\n\n98/2. Reefs\n\n2. It adjourned."
    assert outline(text) == [("I", "LAMPS")]


LETTERED = """FCCC/SBI/2031/9

Report of the Lamp Board on its ninth session, held in Lisbon from 3 to 9 June 2031
\tI.\tLamps
\t\t1.\tProceedings
\t\t\t1.\tThe Board met.
\t\t2.\tConclusions
\t\t\t(a)\tLamps of the north
\t\t\t2.\tThe Board noted the lamps:
\t\t\t\t(a)\tOf the reef;
\t\t\t\t(b)\tOf the port.
\t\t\t\t(b)\tLamps of the south
\t\t\t3.\tThe Board noted two lamps:
\t\t\t\t(a)\tOne old;
\t\t\t\t(b)\tOne new
\t\t\t4.\tThe Board rose.
"""


def test_a_lettered_heading_stands_over_the_paragraph_that_is_due() -> None:
    """Is "(a) Lamps of the north" a heading, and an item of a list, with a full stop or without, none?"""
    report = report_from_text(LETTERED, "x.txt")
    assert [section.path for section in report.sections][-2:] == ["I.2.a", "I.2.b"]
    found = [(p.number, p.section, [item.label for item in p.items]) for p in report.paragraphs]
    assert found == [
        ("1", "I.1", []),
        ("2", "I.2.a", ["a", "b"]),
        ("3", "I.2.b", ["a", "b"]),
        ("4", "I.2.b", []),
    ]


def test_a_title_ends_at_the_table_of_contents() -> None:
    """Do words behind a table of contents stay out of the title that stands before it?"""
    text = (
        "FCCC/SBI/2031/9\n\nLamp Board\nReport of the Lamp Board on its ninth session\n\tContents\n\t\tPage\n"
        "\t\tI.\tLamps\t\t4\n\t\tII.\tFog\t\t5\n\tAddendum on fog\n\tDraft decisions on lamps\n\n"
        "\tI.\tLamps\n\t\t1.\tThe Board met.\n\tII.\tFog\n\t\t2.\tThe Board rose.\n"
    )
    assert report_from_text(text, "x.txt").title_text == "Report of the Lamp Board on its ninth session"


def test_the_headings_that_a_chapter_lists_are_read_once() -> None:
    """Is the list under the heading of a chapter no second set of headings, and a list of its own kept?"""
    text = (
        "I. LAMPS\n\nA. Ports\nB. Reefs\nC. Nets\n\nA. Ports\n\n1. They were lit.\n\nB. Reefs\n\n2. They were dim.\n\n"
        "C. Nets\n\n3. They were mended.\n"
    )
    report = report_from_text(FRONT + text, "x.txt")
    assert [section.path for section in report.sections] == ["I", "I.A", "I.B", "I.C"]
    assert [(p.number, p.section) for p in report.paragraphs] == [("1", "I.A"), ("2", "I.B"), ("3", "I.C")]
    other = text.replace("A. Ports\nB. Reefs\nC. Nets\n\n", "", 1)
    assert [section.path for section in report_from_text(FRONT + other, "x.txt").sections] == ["I", "I.A", "I.B", "I.C"]


CARRIED = """FCCC/CP/2031/9

Report of the Conference of the Parties on its ninth session, held in Lisbon from 3 to 9 June 2031

Decision 4/CP.99
Lamps of the reef
\tThe Conference of the Parties,
\t1.\tDecides to meet;
\t2.\tRequests the secretariat to light lamps.
\t3.\t
Annex
Plan of lamps
\tA.\tNorth
\t\t1.\tLamps are lit.
\tB.\tSouth
\t\t2.\tLamps are dim.

Decision 5/CP.99
Dates of sessions
\tThe Conference of the Parties,
I.\t2031
\t1.\tDecides to meet in June;
II.\t2032
\t2.\tDecides to meet in July.
"""


def test_a_carried_decision_keeps_its_chapters_and_its_annex() -> None:
    """Are years titles of chapters, letters chapters of the annex, and is a number without words no paragraph?"""
    report = report_from_text(CARRIED, "x.txt")
    four, five = "decision-4-cp-99-lamps-of-the-reef", "decision-5-cp-99-dates-of-sessions"
    annex = f"{four}/annex-plan-of-lamps"
    assert [s.path for s in report.sections] == [
        four,
        annex,
        f"{annex}.A",
        f"{annex}.B",
        five,
        f"{five}.I",
        f"{five}.II",
    ]
    assert [(p.number, p.section) for p in report.paragraphs] == [
        ("1", four),
        ("2", four),
        ("1", f"{annex}.A"),
        ("2", f"{annex}.B"),
        ("1", f"{five}.I"),
        ("2", f"{five}.II"),
    ]
    assert any("“3.”" in finding.seen for finding in report.findings)


def test_paragraphs_and_chapters_go_on_after_a_gap() -> None:
    """Do numbers far ahead begin paragraphs where those between were left out, and their chapters sections?"""
    chapters = [
        "I.\tLamps\n\t1.\tIt met.\n\t2.\tIt spoke of lamps.\n",
        "XIV.\tFog\n\tA.\tFog at sea\n\t1.\tProceedings\n\t90.\tIt spoke of fog.\n\t91.\tIt rose.\n\t92.\tIt sat.\n",
    ]
    report = report_from_text(FRONT + "".join(chapters), "x.txt")
    assert [p.number for p in report.paragraphs] == ["1", "2", "90", "91", "92"]
    assert [s.path for s in report.sections] == ["I", "XIV", "XIV.A", "XIV.A.1"]
    assert "no paragraph 3 to 89" in " ".join(finding.seen for finding in report.findings)
    late = "".join(chapters) + "\t3.\tIt closed.\n"
    assert "90" not in [p.number for p in report_from_text(FRONT + late, "x.txt").paragraphs]


WITH_ANNEXES = """FCCC/CP/2031/9/Add.1

Report of the Conference of the Parties on its fortieth session, held in Lisbon from 3 to 9 June 2031

Decision 1/CP.40

Lamps in harbours

The Conference of the Parties,

I. Lamps

1. Decides that lamps be lit;

II. Fog

2. Requests the secretariat to ring;

Annex

Rules for lamps

[English only]

I. Oil

1. Oil is kept dry.

A. Cans

2. Cans are red.

II. Wicks

3. Wicks are long.

Decision 2/CP.40

Reefs

The Conference of the Parties,

1. Takes note of the reefs;

Annex

Reefs in the south

A. Near

1. One is green.

Resolution 1/CP.40

Thanks to Azuria

Resolution submitted by Syldavia

The Conference of the Parties,

1. Thanks Azuria.
"""


def test_an_annex_of_a_carried_decision_holds_its_own_chapters() -> None:
    """Does an annex stand below its decision, not below the decision's last chapter, and above its own; and is what
    stands under a title, such as who submitted the text, no part of it?"""
    found = [(s.level, s.path, s.label) for s in report_from_text(WITH_ANNEXES, "x.txt").sections]
    lamps, rules = "decision-1-cp-40-lamps-in-harbours", "decision-1-cp-40-lamps-in-harbours/annex-rules-for-lamps"
    reefs = "decision-2-cp-40-reefs"
    assert found == [
        (1, lamps, ""),
        (2, f"{lamps}.I", "I"),
        (2, f"{lamps}.II", "II"),
        (2, rules, ""),
        (3, f"{rules}.I", "I"),
        (4, f"{rules}.I.A", "A"),
        (3, f"{rules}.II", "II"),
        (1, reefs, ""),
        (2, f"{reefs}/annex-reefs-in-the-south", ""),
        (3, f"{reefs}/annex-reefs-in-the-south.A", "A"),
        (1, "resolution-1-cp-40-thanks-to-azuria", ""),
    ]


@pytest.mark.parametrize(
    "row", ["Annex II body        A body that Annex II names", "Annex II body A body that Annex II names"]
)
def test_a_row_that_begins_as_an_annex(row: str) -> None:
    """Does a row of a list of abbreviations that begins with the word "Annex" stay a row, in columns or not?"""
    text = f"Abbreviations\n{row}\nFSO     Fog Signal Office\n\nI. OPENING\n\n1. It was opened.\n\nAnnex II. Lamps\n"
    paths = [path for path, _ in outline(text)]
    assert paths[1:] == ["I", "annex-II"]
