"""Are HTML pages and Akoma Ntoso files read as a reader of the page sees them, and nothing that is hidden in them?"""

from __future__ import annotations

from collections.abc import Callable

import pytest
import web_page
from manuscript import Part, parts_of
from read_cases import shape
from test_read_word import MASTHEAD, main_report

from rapporteur.errors import UnusableInput
from rapporteur.read import coverage, report_from_bytes
from rapporteur.read.html import lay_out
from rapporteur.read.layout import Layout, LineKind

Page = Callable[[list[Part]], str]
PAGES: list[Page] = [
    web_page.typed,
    web_page.counted,
    web_page.exported,
    web_page.akoma_ntoso,
    web_page.akoma_ntoso_page,
]


def layout(source: str) -> Layout:
    return lay_out(source.encode(), "a.html")


def lines(source: str) -> list[str]:
    made = layout(source)
    return [made.text[x.span.start : x.span.end] for x in made.lines]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_the_main_report_as_page(page: Page) -> None:
    """Is the bundled report, as five kinds of program write a page, the same report: outline, texts, items, notes?"""
    report, record = main_report()
    data = page(parts_of(report, MASTHEAD)).encode()
    name = "report.xml" if page is web_page.akoma_ntoso else "report.html"
    read = report_from_bytes(data, name, record)
    assert shape(read) == shape(report)
    assert (len(read.paragraphs), len(read.footnotes)) == (115, 15)
    assert coverage(read).complete
    assert report_from_bytes(data, name, record).source.sha256 == read.source.sha256


def test_the_kinds_of_page_are_counted() -> None:
    """Are all five tried?"""
    assert len(PAGES) == 5


@pytest.mark.parametrize("page", [web_page.akoma_ntoso, web_page.akoma_ntoso_page], ids=["XML", "HTML"])
def test_lines_lead_back_to_the_source(page: Page) -> None:
    """Does the line of a numbered paragraph keep the ``eId`` of its element?"""
    report, _ = main_report()
    made = lay_out(page(parts_of(report)).encode(), "a.html")
    anchors = {x.anchor: made.text[x.span.start : x.span.end] for x in made.lines if x.anchor}
    assert anchors["para_12"].startswith("12. ")
    assert sum(anchor.startswith("para_") for anchor in anchors) == 115


def test_what_is_hidden_is_not_read() -> None:
    """Do scripts, styles, templates, comments, hidden, deleted and form elements give no words, and never run?"""
    hidden = (
        "<script>document.write('<p>1. Scripted</p>')</script><style>p::before{content:'2. Styled'}</style>"
        "<template><p>3. Template</p></template><!-- <p>4. Comment</p> --><noscript><p>5. No script</p></noscript>"
        "<p hidden>6. Hidden</p><div style='color:red; display : none'><p>7. Not displayed</p></div>"
        "<p style='mso-hide:all'>8. Word hides</p><del><p>9. Deleted</p></del><select><option>10. Choice</select>"
        "<textarea>11. Typed</textarea><svg><text>12. Drawn</text></svg><iframe srcdoc='13.'></iframe>"
        "<dialog>14. Dialogue</dialog>"
    )
    assert lines(f"<title>15. Title</title><body>{hidden}<p>1. Seen &amp; read&nbsp;&eacute;&#x201d;{hidden}</p>") == [
        "1. Seen & read\u00a0é”"
    ]


def test_a_page_that_defines_entities_gives_none_of_them() -> None:
    """Are entities that a page defines for itself neither expanded nor taken for words of the report?"""
    bomb = '<!DOCTYPE html [<!ENTITY a "lamp lamp"><!ENTITY b "&a;&a;&a;">]>'
    text = layout(f"{bomb}<html><body><p>1. The Board met &b;</p></body></html>").text
    assert "lamp" not in text and "]" not in text and "1. The Board met" in text


def test_a_page_that_a_script_fills() -> None:
    """Is a page whose paragraphs stand in a script refused, with what to do?"""
    with pytest.raises(UnusableInput) as caught:
        layout("<body><div id=app></div><script>app.innerHTML = '<p>1. The Board met.</p>'</script>")
    assert caught.value.seen == "A page without any words of a report."
    assert "script" in caught.value.remedy


def test_lists_count_as_a_browser_counts_them() -> None:
    """Do start, type and value count, typed labels stay alone, and nested lists begin anew?"""
    page = (
        "<ol start=4><li>Four<li value=9>Nine:<ol type=a><li>Letter<li>Next:<ol type=i><li>Roman<li>Second</ol></ol>"
        "<li>Ten</ol><ol style='list-style: lower-alpha'><li>Styled</ol><ol style='list-style-type:none'><li>12. Typed"
        "</ol><ol><li>(b) Own letter</ol><ul><li>Round</ul><ol type=I><li>Chapter</ol>"
    )
    assert lines(page) == [
        *("4. Four", "9. Nine:", "(a) Letter", "(b) Next:", "(i) Roman", "(ii) Second", "10. Ten", "(a) Styled"),
        *("12. Typed", "(b) Own letter", "Round", "I. Chapter"),
    ]
    assert [x.bullet for x in layout("<ul><li>Round</ul><p>Not").lines] == [True, False]


def test_a_list_inside_a_paragraph_is_told_by_its_indentation() -> None:
    """Where list and paragraphs both await a number, does the list that a browser indents decide?"""
    page = (
        "<p>1. The Board met.</p><p>2. It adopted its agenda:</p><ol><li><p>Ports.</p><li><p>Lamps.</p>"
        "<li><p>Masts.</p><li><p>Sails.</p></ol><p>3. It rose.</p><p>4. It dined at the inn.</p>"
    )
    report = report_from_bytes(page.encode(), "a.html")
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4"]
    assert [i.path for i in report.paragraphs[1].items] == [("1",), ("2",), ("3",), ("4",)]


def test_headings_lines_and_italics() -> None:
    """Do headings keep their depth, line breaks their lines, two of them and preformatted blank lines their gap?"""
    made = layout(
        "<h1>Ports <i>of</i> call</h1><h3>Lamps</h3><p>One<br>two<br><br>three <em> four </em>five "
        "<span style='font-style:italic'>six</span> <i>se<b>ven</b> "
        "<span style='font-style:normal'>eight</span></i></p>"
        "<pre>1. Nine\nten\n\n2. Eleven</pre>"
    )
    assert [(made.text[x.span.start : x.span.end], x.depth, x.gap) for x in made.lines] == [
        ("Ports of call", 1, True),
        ("Lamps", 3, True),
        ("One", 0, True),
        ("two", 0, False),
        ("three four five six seven eight", 0, True),
        ("1. Nine", 0, True),
        ("ten", 0, False),
        ("2. Eleven", 0, True),
    ]
    assert [made.text[s.start : s.end] for s in made.italics] == ["of", "four", "six", "seven"]


def test_raised_words_that_are_no_notes() -> None:
    """Are ordinals, powers and units words, and two markers side by side two notes?"""
    assert lines("<p>1<sup>st</sup> of 10<sup>6</sup> km<sup>2</sup> in Peru<sup>3</sup><sup>4</sup></p>") == [
        "1st of 106 km2 in Peru³,⁴"
    ]
    made = layout("<p>Peru<sup>3, 4</sup> and Chile<sup>a</sup></p><p><sup>a</sup> Acting.</p>")
    assert [mark.numbers for mark in made.marks] == [("3", "4"), ("a",), ("a",)]


def test_links_to_paragraphs_call_no_notes() -> None:
    """Is a link whose words are a number a note only where it is raised, bracketed or named as one?"""
    page = (
        '<p>1. See paragraph <a href="#p2">2</a> and<a href="#n1">[1]</a> more.</p><p id="p2">2. The Board met.</p>'
        '<aside id="n1"><p><a href="#x">1</a>. In Lisbon.</p><p>And Porto.</p></aside><p id="x">3. It rose.</p>'
    )
    made = layout(page)
    assert [(made.text[x.span.start : x.span.end], x.kind) for x in made.lines] == [
        ("1. See paragraph 2 and¹ more.", LineKind.TEXT),
        ("2. The Board met.", LineKind.TEXT),
        ("¹ In Lisbon.", LineKind.NOTE),
        ("And Porto.", LineKind.NOTE),
        ("3. It rose.", LineKind.TEXT),
    ]


def test_furniture_of_a_page() -> None:
    """Are navigation, page header and footer furniture, but a header with the title and one in an article not?"""
    page = (
        "<header><p>Site</p></header><nav><a href=#>Home</a></nav><article><header><h1>Report on ports</h1></header>"
        "<p>1. The Board met.</p><footer>Lisbon</footer></article><footer>Imprint</footer>"
    )
    made = layout(page)
    assert {(made.text[f.span.start : f.span.end], f.kind) for f in made.furniture} == {
        *(("Site", "page"), ("Home", "navigation"), ("Imprint", "page")),
    }
    inside = layout("<div>Aside</div><main><p>1. The Board met in Lisbon.</p></main><div>Share</div>")
    assert [inside.text[x.span.start : x.span.end] for x in inside.lines] == ["1. The Board met in Lisbon."]


def test_tables_row_by_row() -> None:
    """Do cells and rows stay apart, tables inside tables and cells of many paragraphs read in order?"""
    page = (
        "<p>1. The Board:</p><table><caption>Who came</caption><tr><th>State<th>No.<tr><td>Ruritania<td>3</table>"
        "<table><tr><td><p>Left</p><p>below</p><td><table><tr><td>(a)<td>Inner</table><tr><td>Last<td></table>"
    )
    made = lines(page)
    assert made[0] == "1. The Board:"
    assert made[-6:] == ["| State | No. |", "| Ruritania | 3 |", "Left", "below", "(a) Inner", "Last"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf<p>1. C\xc3\xb4te", "1. Côte\n"),
        (b'<meta charset="iso-8859-1"><p>1. C\xf4te \x96', "1. Côte –\n"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1250'><p>1. \xe8", "1. č\n"),
        ('<meta charset="utf-16"><p>1. Côte'.encode("utf-16"), "1. Côte\n"),
    ],
    ids=["UTF-8", "Latin", "Central European", "UTF-16"],
)
def test_encodings(data: bytes, text: str) -> None:
    """Is a page decoded as UTF-8, else as it declares?"""
    assert lay_out(data, "a.html").text == text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
BAD = [
    ("empty", b"", "A page without any words"),
    ("blank", b"<html><body> &nbsp; </body></html>", "A page without any words"),
    ("only navigation", b"<nav>1. Home</nav>", "A page without any words"),
    ("no encoding", b"<p>1. C\xf4te", "Byte 0xf4 at byte offset 7 is not UTF-8, and the page declares no encoding."),
    ("strange encoding", b"<meta charset=utf-7><p>C\xf4te", "Byte 0xf4 at byte offset 24 is not UTF-8, and the page"),
    ("wrong encoding", b"<meta charset=shift_jis><p>\xff\xff", "Bytes that are not in shift_jis"),
    ("deep", b"<div>" * 50_000 + b"<p>1. One.", "Tags that are nested 50,000 deep."),
    ("many tags", b"<p>" * 4_000_001, "A page of more than 4,000,000 tags."),
    ("type left open", b"<b>" * 300 + b"<p>1. x" * 20_000, "Tags that are nested 300"),
    ("entities", f"<?xml version='1.0'?>{ENTITIES}<akomaNtoso>&b;</akomaNtoso>".encode(), "XML with a document type"),
    ("cut Akoma Ntoso", b"<akomaNtoso><doc><p>1. The Board", "XML that breaks off or is damaged"),
]


@pytest.mark.parametrize(("data", "seen"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_page_that_is_no_report(data: bytes, seen: str) -> None:
    """Is the fault named in four parts, before it costs time or memory?"""
    with pytest.raises(UnusableInput) as caught:
        lay_out(data, "a.html")
    fault = caught.value
    assert fault.seen.startswith(seen)
    assert fault.where == "a.html"
    assert fault.expected.endswith(".")
    assert fault.remedy.endswith(".")


def test_the_bad_pages_are_counted() -> None:
    """Are all eleven kinds tried?"""
    assert len(BAD) == 11


def test_a_page_without_numbered_paragraphs() -> None:
    """Is a page of prose refused as any text is?"""
    with pytest.raises(UnusableInput) as caught:
        report_from_bytes(b"<h1>Ports</h1><p>The Board of Ports met in Lisbon and rose.</p>", "a.html")
    assert caught.value.seen.startswith("No numbered paragraph")


LOST_LINKS = """---
title: Lamps
---

<div><h1>Report of the Board on lamps</h1></div>

<section><h2>Part I – Opening</h2>
<p>(1) The Board met.[1]</p><p>(2) It rose [2031], and left item [4].</p></section>

<section><p><span>1.   At noon. ↑</span></p><p>(3) It ended.</p></section>
"""


def test_a_page_kept_in_a_markdown_file_with_notes_whose_links_were_lost() -> None:
    """Is it read as the page it is, and "[1]" as the call of the note that ends in an arrow, other brackets not?"""
    report = report_from_bytes(LOST_LINKS.encode(), "lamps.md")
    assert [section.path for section in report.sections] == ["I"]
    assert [p.body.text for p in report.paragraphs][:2] == ["The Board met.", "It rose [2031], and left item [4]."]
    assert [(n.number, n.body.text) for n in report.footnotes] == [("1", "At noon.")]
    assert report.footnotes[0].note_of == report.paragraphs[0].ref


def test_notes_whose_raised_numbers_are_signs_of_their_own() -> None:
    """Is "³" the call of the note "³ … ↑", and no other raised sign?"""
    page = LOST_LINKS.replace("[1]", "²").replace("1.   At noon. ↑", "² At noon on 5 m². ↑").replace("[4]", "4 km²")
    report = report_from_bytes(page.encode(), "lamps.md")
    assert [p.body.text for p in report.paragraphs][:2] == ["The Board met.", "It rose [2031], and left item 4 km²."]
    assert [(n.number, n.body.text) for n in report.footnotes] == [("2", "At noon on 5 m².")]
    assert report.footnotes[0].note_of == report.paragraphs[0].ref
