"""Is a report that a publisher of legal texts keeps as a page, with a cover and front matter, read whole?"""

from __future__ import annotations

import pytest

from rapporteur.model import Report
from rapporteur.read import coverage, report_from_bytes, report_from_text

FRONT = (
    "---\nexpression_date: '2031-05-06'\nfrbr_uri: /lb/act/report/2031/lamp-9-14\nlanguage: eng\n"
    "title: Report of the ninth session of the Plenary of the Lamp\n  Platform\ntoc:\n- title: Part I\n---\n\n"
)
COVER = (
    '<div class="coverpage"><div class="place-name">Lamp Platform<br>Azuria</div>'
    "<h1>Report of the ninth session of the Plenary of the Lamp Platform</h1><h2>meeting report LAMP-9-14 of 2031</h2>"
    '<ul class="notice-list"><li>\n\nPublished in Harbour Register no. 5 on 6 May 2031\n\n</li>'
    "<li>Assented to on 7 May 2031</li><li>[Up to date as at 8 May 2031]</li>"
    "<li>[Note: The printed chart is not available.]</li></ul></div>"
)


def numbered(number: int, words: str) -> str:
    return (
        f'<section class="akn-subsection" id="p{number}"><span class="akn-num">({number})</span>'
        f'<span class="akn-content"><span class="akn-p">{words}</span></span></section>'
    )


def part(kind: str, heading: str, *inside: str) -> str:
    return f'<section class="akn-{kind}"><h2>{heading}</h2>\n{"".join(inside)}</section>'


BODY = (
    '<span class="akn-akomaNtoso"><article class="akn-act"><span class="akn-body">'
    + part("part", "Part I – Opening", numbered(1, "It met."), numbered(2, "It sang."))
    + part("part", "Part II – Business", part("subpart", "A – Lamps", numbered(3, "It lit one.")))
    + '</span><span class="akn-attachments"><div class="akn-attachment"><h2 class="akn-heading">Annex I</h2>'
    '<h2 class="akn-subheading">Rules of procedure</h2><span class="akn-mainBody">'
    + part(
        "part",
        "Part I – Scope",
        part("subpart", "Rule – 1", numbered(1, "These rules are for lamps.")),
        part("subpart", "Rule – 2", numbered(2, "A lamp means a light.")),
    )
    + part("part", "Part II – Seats", part("subpart", "Rule – 3", numbered(3, "The seat is dark.")))
    + "</span></div></span></article></span>"
)


@pytest.mark.parametrize(("name", "data"), [("a.html", COVER + BODY), ("index.md", FRONT + COVER + BODY)])
def test_the_cover_of_a_published_act(name: str, data: str) -> None:
    """Do symbol and day of issue stand on the cover, and is nothing of it left over?"""
    report = report_from_bytes(data.encode(), name)
    assert report.title_text == "Report of the ninth session of the Plenary of the Lamp Platform"
    assert (report.symbol, str(report.issued)) == ("LAMP/9/14", "2031-05-06")
    assert coverage(report).complete and coverage(report).left_over == 0
    assert report.findings == ()


def test_what_lies_in_a_part_stands_below_it() -> None:
    """Are headings of one size sections of the part that the page puts them in?"""
    report = report_from_bytes((COVER + BODY).encode(), "a.html")
    assert [(s.path, s.parent, s.title.text) for s in report.sections] == [
        ("I", "", "Opening"),
        ("II", "", "Business"),
        ("II.A", "II", "Lamps"),
        ("annex-I", "", "Rules of procedure"),
        ("annex-I.I", "annex-I", "Scope"),
        ("annex-I.I/rule-1", "annex-I.I", "Rule – 1"),
        ("annex-I.I/rule-2", "annex-I.I", "Rule – 2"),
        ("annex-I.II", "annex-I", "Seats"),
        ("annex-I.II/rule-3", "annex-I.II", "Rule – 3"),
    ]


def of(front: str, text: str = "## I. Opening\n\n1. The Board met.\n") -> Report:
    return report_from_text(f"---\n{front}---\n\n{text}", "a.md")


def test_what_front_matter_says_counts_where_the_text_says_nothing() -> None:
    """Are title, symbol and day of issue taken from keys, and never in place of what is printed?"""
    report = of("layout: page\ntitle: 'Report of the Board''s ninth session'\nsymbol: LB/9/4\ndate: 2031-05-06 10:00\n")
    assert (report.title_text, report.symbol) == ("Report of the Board's ninth session", "LB/9/4")
    assert str(report.issued) == "2031-05-06"
    printed = of("title: Ports\nsymbol: LB/1\ndate: 2031-05-06\n", "LB/9/5\n\n# Report of the Board\n\n1. It met.\n")
    assert (printed.title_text, printed.symbol) == ("Report of the Board", "LB/9/5")
    assert of("title: Ports\ndate: 2031-02-31\n").issued is None


def test_numbers_in_brackets_without_a_space() -> None:
    """Are paragraphs read whose numbers the copy of a page puts right before their words?"""
    lines = ["(1)The Board met.", "(2)“Light” was its theme.", "(3)[It sang.]", "It read (1)of that chart."]
    report = report_from_text("# Report of the Board\n\n" + "\n".join(lines) + "\n", "a.txt")
    assert [p.number for p in report.paragraphs] == ["1", "2", "3"]
    assert report.paragraphs[2].body.text == "[It sang.] It read (1)of that chart."


def test_a_number_behind_closing_brackets_begins_its_paragraph() -> None:
    """Are numbers read that follow a list of persons or a note's number without a full stop, and none in a sentence?"""
    text = (
        "Report of the Board of Lamps\n\nPart I – Work\n\n(1)  The Board elected:\nChair: Ms. Ada Zedd (Norway)\n"
        "(2)  Agreement was reached on the\nrules.[4]\n(3) Any port may see rule 7 (as\n(4) Horns (old)\n(5) lamps.\n"
    )
    report = report_from_text(text, "board.txt")
    assert [(p.number, p.body.text[:9]) for p in report.paragraphs] == [
        ("1", "The Board"),
        ("2", "Agreement"),
        ("3", "Any port "),
    ]
