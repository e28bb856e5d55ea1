"""Are Word files read as Word prints them: numbers it counts, notes, tables, tracked changes, styles, and no bombs?"""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest
import word_file as w
from manuscript import parts_of
from read_cases import MAIN, shape

from rapporteur.errors import UnusableInput
from rapporteur.model import Record, Report
from rapporteur.read import coverage, read_report, report_from_bytes
from rapporteur.read.docx import lay_out
from rapporteur.read.docx_package import LARGEST_INFLATED
from rapporteur.read.layout import LineKind

MASTHEAD = ("Distr.: General", "17 February 2010", "Original: English")


def text(body: str, **parts: str) -> str:
    return lay_out(w.package(body, **parts), "a.docx").text


def main_report() -> tuple[Report, Record]:
    report = read_report(MAIN)
    return report, replace(report.record, sha256=None)


@pytest.mark.parametrize("automatic", [True, False], ids=["automatic numbers", "typed numbers"])
def test_the_main_report_as_word_file(automatic: bool) -> None:
    """Is the bundled report, typeset as Word file, the same report: outline, numbers, texts, items, notes, italics?"""
    report, record = main_report()
    data = w.word_file(parts_of(report, MASTHEAD), automatic=automatic)
    read = report_from_bytes(data, "report.docx", record)
    assert shape(read) == shape(report)
    assert (len(read.paragraphs), len(read.footnotes)) == (115, 15)
    assert coverage(read).complete
    assert report_from_bytes(data, "report.docx", record).source.sha256 == read.source.sha256


def test_lists_count_as_word_counts_them() -> None:
    """Do lists that share a count go on, restart after a level above, begin anew where told, and print their form?"""
    numbering = (
        w.abstract(1, ("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
        + w.abstract(2, ("decimal", "%1."), start=7)
        + w.abstract(3, ("lowerLetter", "%1."))
        + w.abstract(4, ("bullet", "·"))
        + w.num(1, 1)
        + w.num(2, 2)
        + w.num(3, 2)
        + w.num(4, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
        + w.num(5, 3)
        + w.num(6, 4)
    )
    rows = [
        ("I. Ports", (1, 0)),
        ("I.1 Masts", (1, 1)),
        ("I.2 Sails", (1, 1)),
        ("(a) Flax", (1, 2)),
        ("II. Lights", (1, 0)),
        ("II.1 Oil", (1, 1)),
        ("7. Seven", (2, 0)),
        ("8. Eight", (3, 0)),
        ("9. Nine", (2, 0)),
        ("1. One", (4, 0)),
        ("2. Two", (2, 0)),
        ("(a) Small", (5, 0)),
        ("• Round", (6, 0)),
    ]
    body = "".join(w.p(words.split(" ", 1)[1], "", w.numbered(*place)) for words, place in rows)
    assert text(body, numbering=numbering).split("\n\n") == [*[words for words, _ in rows[:-1]], "• Round\n"]


def test_a_style_carries_number_heading_and_italics() -> None:
    """Does a paragraph take from its style, and from the style that is based on, what it does not say itself?"""
    styles = (
        w.style("Par", "_ParNo_G", f"<w:pPr>{w.numbered(1)}</w:pPr>")
        + w.style("Child", "Child of it", '<w:basedOn w:val="Par"/><w:rPr><w:i/></w:rPr>')
        + w.style("HChG", "_ H _Ch_G")
        + w.style("H23G", "_ H_2/3_G")
        + w.style("Own", "Harbour", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
        + w.style("Ref", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character")
    )
    body = (
        w.p("Ports", "HChG")
        + w.p("One", "Par")
        + w.p(w.run("Two ") + w.run("upright", '<w:i w:val="0"/>'), "Child")
        + w.p("Lights", "H23G")
        + w.p("Oil", "Own")
        + w.p("None", "Par", w.numbered(0))
        + w.p(w.run("Colombia") + w.run("3", '<w:rStyle w:val="Ref"/>'))
        + w.p(w.run("3", '<w:rStyle w:val="Ref"/>') + w.run(" See the annex."))
    )
    numbering = w.abstract(1, ("decimal", "%1.")) + w.num(1, 1)
    layout = lay_out(w.package(body, styles=styles, numbering=numbering), "a.docx")
    lines = [(layout.text[x.span.start : x.span.end], x.kind, x.depth) for x in layout.lines]
    assert lines == [
        ("Ports", LineKind.HEADING, 1),
        ("1. One", LineKind.TEXT, 0),
        ("2. Two upright", LineKind.TEXT, 0),
        ("Lights", LineKind.HEADING, 3),
        ("Oil", LineKind.HEADING, 4),
        ("None", LineKind.TEXT, 0),
        ("Colombia³", LineKind.TEXT, 0),
        ("³ See the annex.", LineKind.TEXT, 0),
    ]
    assert [layout.text[s.start : s.end] for s in layout.italics] == ["Two"]
    assert [mark.numbers for mark in layout.marks] == [("3",), ("3",)]


def test_deleted_words_are_no_text() -> None:
    """Do deleted, moved and hidden words and codes of fields stay out, inserted ones and links in, notes in step?"""
    deleted = '<w:del w:id="1"><w:r><w:delText>not </w:delText><w:footnoteReference w:id="5"/></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{w.run("away ")}</w:moveFrom><w:moveTo w:id="3">{w.run("here ")}</w:moveTo>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{w.run("field ")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = w.p(
        f'{w.run("1. We ")}{deleted}<w:ins w:id="4">{w.run("did ")}</w:ins>{moved}{field}'
        f'<w:hyperlink r:id="r9">{w.run("link")}</w:hyperlink>{w.run(" hidden", "<w:vanish/>")}'
        '<w:r><w:noBreakHyphen/><w:t>end.</w:t><w:footnoteReference w:id="6"/></w:r>'
    )
    body += w.p("Half a ", "", '<w:rPr><w:del w:id="7"/></w:rPr>') + w.p("sentence.")
    notes = '<w:footnote w:id="5"><w:p/></w:footnote><w:footnote w:id="6">' + w.p("Kept.") + "</w:footnote>"
    assert text(body, footnotes=notes) == "1. We did here field link-end.¹\n\nHalf a sentence.\n\n¹ Kept.\n"


def test_tables_row_by_row() -> None:
    """Do rows and cells of data stay apart, does type in a table read as type, and is a table of contents furniture?"""
    data = w.table(("State", "Delegates"), ("Ruritania", "3"), ("Syldavia", ""))
    typeset = w.table(("1.", "The Board met."), ("2.", "It rose."))
    contents = w.table(("", "Page"), ("I. Opening", "1"), ("II. Closing", "4"))
    masthead = w.table(("United Nations", w.p("A/CONF.999/7")), ("", w.p("Distr.: Limited") + w.p("3 March 2008")))
    layout = lay_out(w.package(masthead + w.p("Report on ports") + contents + typeset + data), "a.docx")
    assert [layout.text[x.span.start : x.span.end] for x in layout.lines] == [
        "United Nations",
        "A/CONF.999/7",
        "Distr.: Limited",
        "3 March 2008",
        "Report on ports",
        "1. The Board met.",
        "2. It rose.",
        "| State | Delegates |",
        "| Ruritania | 3 |",
        "| Syldavia | |",
    ]
    assert {f.kind for f in layout.furniture} == {"contents"}
    assert [x.gap for x in layout.lines[-3:]] == [True, False, False]


def test_a_list_inside_a_paragraph_is_told_by_its_indentation() -> None:
    """Where list and paragraphs both await a number, does the indentation that Word prints decide?"""
    place = '<w:ind w:left="{}"/>'
    rows = [("1. The Board met.", 1134), ("2. It adopted its agenda:", 1134), ("1. Ports.", 1701), ("2. Lamps.", 1701)]
    rows += [("3. Masts.", 1701), ("4. Sails.", 1701), ("3. It rose.", 1134), ("4. It dined at the inn.", 1134)]
    body = "".join(w.p(words, "", place.format(column)) for words, column in rows)
    report = report_from_bytes(w.package(body), "a.docx")
    assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4"]
    assert [i.path for i in report.paragraphs[1].items] == [("1",), ("2",), ("3",), ("4",)]


def test_notes_with_signs_and_notes_at_the_end() -> None:
    """Does a note with its own sign keep it, do the others count on, and do endnotes count in roman numbers?"""
    call = '<w:r><w:{0}Reference w:id="{1}"{2}/>{3}</w:r>'
    body = w.p(
        w.run("One")
        + call.format("footnote", 2, "", "")
        + w.run(" two")
        + call.format("footnote", 3, ' w:customMarkFollows="1"', "<w:t>*</w:t>")
        + w.run(" three")
        + call.format("footnote", 4, "", "")
        + w.run(" four")
        + call.format("endnote", 2, "", "")
    )
    note = '<w:{0} w:id="{1}">{2}</w:{0}>'
    footnotes = note.format("footnote", 2, w.p("First.") + w.p("Its end.")) + note.format("footnote", 4, w.p("Third."))
    footnotes += note.format("footnote", 3, w.p("* Second.")) + note.format("footnote", 9, w.p("Called nowhere."))
    made = text(body, footnotes=footnotes, endnotes=note.format("endnote", 2, w.p("Last.")))
    assert made == "One¹ two* three² fouri\n\n¹ First.\nIts end.\n\n* Second.\n\n² Third.\n\ni Last.\n"


def test_running_heads_and_contents_are_no_text() -> None:
    """Are headers furniture, the symbol in them the report's, and the lines of a table of contents no headings?"""
    styles = w.style("TOC1", "toc 1") + w.style("H1", "heading 1") + w.style("Title", "Title")
    body = w.p("Report of the Board of Ports", "Title") + w.p("I. Opening\t1", "TOC1") + w.p("I. Opening", "H1")
    data = w.package(
        body + w.p("1. The Board of Ports met in Lisbon and rose."),
        styles=styles,
        header=w.p("A/CONF.999/7"),
        footer=w.p("Confidential"),
    )
    report = report_from_bytes(data, "a.docx")
    assert report.symbol == "A/CONF.999/7"
    assert report.title_text == "Report of the Board of Ports"
    assert [s.path for s in report.sections] == ["I"]
    kinds = {report.quote(f.span): f.kind for f in report.furniture}
    assert kinds["Confidential"] == "running-head"
    assert kinds["I. Opening\t1"] == "contents"
    assert coverage(report).complete


GOOD = w.package(w.p("1. The Board met."))


def _declares(data: bytes, size: int) -> bytes:
    """The same zip file, its largest part declared to inflate to ``size`` bytes, in both places."""
    made = bytearray(data)
    place = made.find(b"PK\x01\x02")
    while place >= 0:
        name = bytes(made[place + 46 : place + 46 + struct.unpack_from("<H", made, place + 28)[0]])
        if name == b"word/document.xml":
            struct.pack_into("<I", made, place + 24, size)
        place = made.find(b"PK\x01\x02", place + 4)
    return bytes(made)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

BAD = [
    ("cut in the middle", GOOD[: len(GOOD) // 2], "A zip file that breaks off or is damaged", "a.docx"),
    ("cut at the end", GOOD[:-9], "A zip file that breaks off or is damaged", "a.docx"),
    ("no zip", b"1. The Board met.", "Bytes that are no zip file.", "a.docx"),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1", "An old Word file (.doc), or one that a password locks.", "a.docx"),
    ("another zip", w.zipped({"a.txt": b"1. One."}), "A zip file without a Word document in it (a.txt)", "a.docx"),
    ("empty zip", w.zipped({}), "A zip file without a Word document in it (it is empty)", "a.docx"),
    (
        "no XML",
        w.zipped({"word/document.xml": b"<w:document"}),
        "XML that breaks off or is damaged",
        "a.docx, part word/document.xml",
    ),
    ("no words", w.package(w.p()), "A Word file without any words.", "a.docx"),
    (
        "bomb of zeros",
        w.zipped({"word/document.xml": b"<a>" + b" " * 40_000_000}),
        "A zip file with",
        "a.docx, part word/document.xml",
    ),
    ("bomb that declares", _declares(GOOD, 4_000_000_000), "A zip file with", "a.docx"),
    (
        "bomb that lies",
        _declares(w.zipped({"word/document.xml": b"<a>" + b" " * 9_000_000}), 20),
        "A zip file",
        "a.docx",
    ),
    (
        "entities",
        w.zipped({"word/document.xml": f"{ENTITIES}]><x>&i;</x>".encode()}),
        "XML with a document type",
        "a.docx, part word/document.xml",
    ),
    (
        "entities in UTF-16",
        w.zipped({"word/document.xml": f"{ENTITIES}]><x>&i;</x>".encode("utf-16")}),
        "XML with a document type",
        "a.docx, part word/document.xml",
    ),
    (
        "nested without end",
        w.zipped({"word/document.xml": b"<a>" * 100_000}),
        "XML with elements more than 200 deep.",
        "a.docx, part word/document.xml",
    ),
]


@pytest.mark.parametrize(("data", "seen", "where"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_file_that_is_no_word_file(data: bytes, seen: str, where: str) -> None:
    """Is the fault named in four parts, the file never inflated beyond bounds?"""
    with pytest.raises(UnusableInput) as caught:
        lay_out(data, "a.docx")
    fault = caught.value
    assert fault.seen.startswith(seen)
    assert fault.where.startswith(where)
    assert fault.expected.endswith(".")
    assert fault.remedy.endswith(".")


def test_the_limit_is_named() -> None:
    """Does the message about a bomb say how large a file may become?"""
    with pytest.raises(UnusableInput) as caught:
        lay_out(_declares(GOOD, 4_000_000_000), "a.docx")
    assert f"{LARGEST_INFLATED:,} bytes" in caught.value.expected
    assert len(BAD) == 14


def test_a_report_at_any_cut_is_read_or_refused() -> None:
    """Does a file that breaks off anywhere end in one message, never in another error?"""
    data = w.package(w.p("1. The Board of Ports met in Lisbon and rose.") * 3, styles=w.style("a", "b"))
    refused = 0
    for end in range(0, len(data), 37):
        try:
            lay_out(data[:end], "a.docx")
        except UnusableInput:
            refused += 1
    assert refused == len(range(0, len(data), 37))
