"""Is a report on pages read alike from its PDF, from its layout text, and where the form feeds were lost?"""

from __future__ import annotations

from datetime import date

import pytest
from paged_cases import FOURTH, FRONT, PAGES, THIRD, L, as_pdf, as_text, file_of, head, paragraph
from read_cases import shape

from rapporteur.errors import UnusableInput
from rapporteur.model import Report
from rapporteur.read import coverage, report_from_bytes
from rapporteur.read.pages import lay_out

FORMS = {
    "PDF": lambda pages: ("ports.pdf", as_pdf(pages)),
    "text with form feeds": lambda pages: ("ports.txt", as_text(pages).encode()),
    "text without form feeds": lambda pages: ("ports.txt", as_text(pages, "\n", "\n").encode()),
}


def read(pages: list[list[L]], form: str) -> Report:
    name, data = FORMS[form](pages)
    return report_from_bytes(data, name)


def body(*lines: L) -> list[list[L]]:
    """The front page of the specimen and one page of these lines."""
    return [FRONT, [*head(2), *lines]]


@pytest.mark.parametrize("form", FORMS)
def test_the_specimen(form: str) -> None:
    """Are sections, paragraphs, items, notes and pages the printed ones?"""
    report = read(PAGES, form)
    assert (report.symbol, report.issued) == ("A/CONF.999/7", date(2008, 3, 3))
    assert report.title_text == "Report of the Committee on Ports on its second session"
    assert [(s.path, s.title.text, s.page) for s in report.sections] == [
        ("introduction", "Introduction", 3),
        ("I", "Proceedings of the Committee", 3),
        ("I.A", "Lighthouses", 3),
        ("I.A/pilots-at-sea", "Pilots at sea", 4),
        ("II", "Recommendations", 4),
        ("annex-I", "List of harbours", 6),
    ]
    assert [(p.number, p.page) for p in report.paragraphs] == [
        ("1", 3), ("2", 3), ("3", 3), ("4", 4), ("5", 4), ("5.1", 4), ("5.2", 4), ("5.3", 5), ("6", 5)
    ]  # fmt: skip
    texts = {p.number: p.body.text for p in report.paragraphs}
    assert texts["2"].endswith("said that the harbours of the coast had been re-examined. Every harbour was open.")
    assert texts["5.2"] == "Keep a lamp in each tower by night and by day (Lutha) (Grand Fenwick);"
    assert [item.body.text for p in report.paragraphs for item in p.items] == [
        "The lamps of the northern coast;",
        "The fees that ships pay when they enter a harbour by night or in fog, which the keepers collect.",
    ]
    assert [(n.number, n.body.text, n.note_of.path if n.note_of else None) for n in report.footnotes] == [
        ("*", "The annex is circulated as received.", ()),
        ("1", "Collected Treaties, vol. 9, No. 12.", ("1",)),
        ("2", "See A/CONF.999/3.", ("2",)),
        ("3", "Ibid., annex.", ("3", "b")),
    ]
    assert [f.code for f in report.findings] == ["unnumbered-text"]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_left_over(form: str) -> None:
    """Does every character of a text on pages belong to one thing, the contents table to the page?"""
    report = read(PAGES, form)
    covered = coverage(report)
    assert covered.complete and covered.left_over == 0
    contents = [report.quote(f.span) for f in report.furniture if f.kind == "contents"]
    assert contents[0] == "Contents" and len(contents) == 7
    assert sum(f.kind == "page-number" for f in report.furniture) == 5


def test_the_three_forms_agree() -> None:
    """Do the three forms give the same report, offsets aside?"""
    one, *others = (shape(read(PAGES, form)) for form in FORMS)
    assert all(other == one for other in others)


@pytest.mark.parametrize("form", FORMS)
def test_the_page_of_any_word(form: str) -> None:
    """Does a paragraph that runs over a page tell of each word the page it stands on?"""
    report = read(PAGES, form)
    clean = report.paragraph_by_number["5.2"].body
    assert report.page(clean.offsets[clean.text.index("lamp")]) == 4
    assert report.page(clean.offsets[clean.text.index("day")]) == 5
    assert report.page(0) == 1


def test_a_format_without_pages_has_none() -> None:
    """Does a text without pages tell of none?"""
    report = report_from_bytes(b"    1.   The Board met.\n\n    2.   It rose.\n", "board.txt")
    assert report.page(0) is None and {p.page for p in report.paragraphs} == {None}


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (("The harbours of Ruritania3 were seen.",), "The harbours of Ruritania were seen."),
        (("The ships,3 of which many sank.",), "The ships, of which many sank."),
        (("They sank.3 Others did not.",), "They sank. Others did not."),
        (("The Fleet (FLEET)3 sailed in 2008.",), "The Fleet (FLEET) sailed in 2008."),
        (("Under resolution 5/3 of the Board3 they sailed.",), "Under resolution 5/3 of the Board they sailed."),
    ],
)
def test_a_digit_glued_to_a_word(printed: tuple[str, ...], text: str) -> None:
    """Is a digit a marker where the foot of its page has the note, and is no other digit?"""
    note = L(110, 120, "3  See A/CONF.999/3.", 9)
    for form in list(FORMS)[1:]:
        report = read(body(*paragraph(110, 726, f"1.   {printed[0]}"), note), form)
        assert report.paragraphs[0].body.text == text
        assert [m.number for m in report.paragraphs[0].body.markers] == ["3"]
        without = read(body(*paragraph(110, 726, f"1.   {printed[0]}")), form)
        assert without.paragraphs[0].body.text == printed[0] and not without.paragraphs[0].body.markers


def test_a_note_number_above_its_words() -> None:
    """Is a note read whose number the conversion put on a line of its own?"""
    text = as_text([[*head(2), *THIRD]], "\n").replace("1  Collected", "1\n                          Collected")
    report = report_from_bytes(text.encode(), "ports.txt")
    assert next((n.number, n.body.text) for n in report.footnotes) == ("1", "Collected Treaties, vol. 9, No. 12.")
    assert coverage(report).complete


def test_the_last_digits_of_a_symbol_call_no_note() -> None:
    """Do decisions, documents and addenda keep digits that are the number of a note on their page?"""
    pages = body(
        *paragraph(60, 740, "1.        The Board recalled A/99/7 and Add.1, decision 6/PORT.1 and A/99/L.1, and"),
        *paragraph(60, 728, "met.1 It rose."),
        L(100, 90, "1  See A/99/1.", 9),
    )
    report = report_from_bytes(as_text(pages).encode(), "ports.txt")
    said = report.paragraphs[0].body
    assert said.text.startswith("The Board recalled A/99/7 and Add.1, decision 6/PORT.1 and A/99/L.1, and met. It")
    assert [marker.number for marker in said.markers] == ["1"]


@pytest.mark.parametrize("form", FORMS)
def test_a_note_that_goes_on_at_the_next_foot(form: str) -> None:
    """Does a raised note keep all its lines, and the paragraph under it go on?"""
    lines = [
        *paragraph(110, 726, "1.   The Committee met in Lisbon^1^ and"),
        *paragraph(110, 120, "^1^  Collected Treaties, vol. 9, where all that was said in", "Lisbon stands.", size=8),
    ]
    report = read([FRONT, [*head(2), *lines], [*head(3), *paragraph(110, 750, "thanked its host.")]], form)
    assert report.paragraphs[0].body.text == "The Committee met in Lisbon and thanked its host."
    assert report.footnotes[-1].body.text.endswith("where all that was said in Lisbon stands.")


@pytest.mark.parametrize("form", ["PDF", "text with form feeds"])
def test_a_note_that_goes_on_on_the_next_page(form: str) -> None:
    """Do the last words of a note, at the foot of the next page, stay with it?"""
    second = [
        *paragraph(110, 726, "1.   The Committee met in Lisbon^1^ and"),
        L(60, 135, "____________"),
        L(110, 120, "^1^  Collected Treaties, vol. 9, where all that the", 8),
    ]
    third = [
        *paragraph(110, 750, "thanked its host."),
        L(60, 135, "____________"),
        L(110, 120, "Committee said is printed.", 8),
    ]
    report = read([FRONT, [*head(2), *second], [*head(3), *third]], form)
    assert report.paragraphs[0].body.text == "The Committee met in Lisbon and thanked its host."
    assert report.footnotes[-1].body.text == "Collected Treaties, vol. 9, where all that the Committee said is printed."
    assert coverage(report).complete and not report.findings


def test_what_is_raised_and_calls_no_note() -> None:
    """Do an exponent and the end of an ordinal stay in the text?"""
    report = read(body(*paragraph(110, 700, "1.   The 11^th^ harbour has 40 km^2^ of water.")), "PDF")
    assert report.paragraphs[0].body.text == "The 11th harbour has 40 km2 of water."


@pytest.mark.parametrize("form", FORMS)
def test_page_numbers_and_symbols_in_other_places(form: str) -> None:
    """Are heads of two lines, "page 2" under the symbol, and a foot with symbol and number set aside?"""
    for furniture in (
        [L(60, 800, "A/CONF.999/7"), L(60, 788, "page {}")],
        [L(60, 40, "{}   V.08-12345")],
        [L(250, 800, "– {} –")],
        [L(60, 30, "{}/3   A/CONF.999/7")],
    ):
        pages = [FRONT]
        for number, lines in enumerate((THIRD, FOURTH), start=2):
            edge = [L(line.x, line.y, line.words.format(number), line.size) for line in furniture]
            pages.append([*edge, *lines])
        report = read(pages, form)
        assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4", "5", "5.1", "5.2"]
        assert coverage(report).complete
        assert "page" not in report.paragraph_by_number["3"].body.text
        assert report.paragraph_by_number["3"].body.text.endswith("by night or in fog, which the keepers collect.")


@pytest.mark.parametrize("form", FORMS)
def test_letter_spaced_words(form: str) -> None:
    """Is "S u m m a r y" the heading Summary?"""
    report = read(body(L(110, 750, "S u m m a r y", 10), *paragraph(110, 700, "1.   The Board met.")), form)
    assert [s.title.text for s in report.sections] == ["Summary"]
    assert coverage(report).complete


HYPHENS = [
    (("The recom-", "mendations and all other recommendations"), "The recommendations and all other recommendations"),
    (("It was re-", "examined"), "It was re-examined"),
    (("The capacity-", "building and capacity-building"), "The capacity-building and capacity-building"),
    (("It sat for six-", "week terms"), "It sat for six-week terms"),
    (("Coast and sea: sea-", "coast"), "Coast and sea: sea-coast"),
    (("The age-", "and gender-based rules"), "The age- and gender-based rules"),
    (("In mid-", "March they sailed"), "In mid-March they sailed"),
]


@pytest.mark.parametrize(("printed", "text"), HYPHENS, ids=[text for _, text in HYPHENS])
def test_a_hyphen_at_the_end_of_a_line(printed: tuple[str, ...], text: str) -> None:
    """Does a hyphen stay where it is part of the word, and go where only the break put it?"""
    for form in FORMS:
        report = read(body(*paragraph(110, 700, f"1.   {printed[0]}", f"{printed[1]}.")), form)
        assert report.paragraphs[0].body.text == f"{text}.", form


def test_a_text_that_breaks_words() -> None:
    """Is a word that occurs once put together, where the text breaks words at line ends again and again?"""
    lines = ["1.   The recom-", "mendations on har-", "bours and the mora-", "torium on ships, like other",
             "recommendations on harbours, were re-", "examined in the follow-", "up."]  # fmt: skip
    for form in FORMS:
        report = read(body(*paragraph(110, 700, *lines)), form)
        assert report.paragraphs[0].body.text == (
            "The recommendations on harbours and the moratorium on ships, like other recommendations on harbours, "
            "were re-examined in the follow-up."
        ), form


@pytest.mark.parametrize("label", ["({})", "{})", "({})  "])
def test_numbers_in_brackets(label: str) -> None:
    """Are "(12)" and "12)" paragraphs where the report numbers them so, and "1." then an item of a list?"""
    lines = ["The Board adopted the following agenda:", "It thanked the Chair.", "It rose."]
    printed = [f"{label.format(i)} {words}" for i, words in enumerate(lines, start=1)]
    agenda = "      1.  Ports.\n      2.  Ships.\n\n"
    text = f"    Report of the Board\n\n    {printed[0]}\n{agenda}    {printed[1]}\n\n    {printed[2]}\n"
    report = report_from_bytes(text.encode(), "board.txt")
    assert [p.number for p in report.paragraphs] == ["1", "2", "3"]
    assert [i.path for i in report.paragraphs[0].items] == [("1",), ("2",)]
    assert coverage(report).complete and not report.findings


def test_dotted_numbers_are_not_lost() -> None:
    """Is "5.4" a paragraph of its own out of order, after a page turn and after an unfinished member?"""
    fourth = [
        *paragraph(110, 726, "5.   The following were made:"),
        *paragraph(140, 700, "5.2   Open the ports (Lutha)", "5.3   Close the ports (Ruritania);"),
    ]
    fifth = paragraph(140, 750, "5.1   Count the ships (Lutha);", "5.7   Paint them;", "6.   The Board rose.")
    for form in FORMS:
        report = read([FRONT, [*head(2), *fourth], [*head(3), *fifth]], form)
        numbers = [p.number for p in report.paragraphs]
        assert numbers == ["5", "5.2", "5.3", "5.1", "5.7", "6"], form


def test_a_quantity_is_no_paragraph() -> None:
    """Does "5.4 Million" at the start of a line stay in its sentence?"""
    report = read(body(*paragraph(110, 726, "5.   The ships that sailed were some", "5.4 Million tons.")), "PDF")
    assert [p.number for p in report.paragraphs] == ["5"]


def test_an_annex_is_a_first_level_of_its_own() -> None:
    """May letters, romans or arabics come first under an annex, without a finding?"""
    lines = [
        *paragraph(110, 750, "1.   The Board met."),
        L(60, 700, "Annex II", 14, bold=True),
        L(110, 670, "Rules of the Board", 14, bold=True),
        L(90, 640, "A.   Ships", 12, bold=True),
        *paragraph(110, 610, "1.   Ships sail."),
        L(90, 570, "B.   Crews", 12, bold=True),
        *paragraph(110, 540, "2.   Crews row."),
    ]
    for form in FORMS:
        report = read(body(*lines), form)
        assert [s.path for s in report.sections] == ["annex-II", "annex-II.A", "annex-II.B"]
        assert [(p.annex, p.number) for p in report.paragraphs] == [("", "1"), ("II", "1"), ("II", "2")]
        assert not report.findings


def test_a_resolution_keeps_its_numbers_to_itself() -> None:
    """Are the numbers of a resolution that the report carries apart from the report's own, and no fault of it?"""
    lines = [
        L(90, 760, "I.   Resolutions", 14, bold=True),
        *paragraph(110, 730, "1.   The Board adopted the following resolutions:"),
        L(250, 706, "Resolution 7/1", 12, bold=True),
        L(240, 690, "Lamps and horns", 12, bold=True),
        *paragraph(130, 660, "The Lighthouse Board,"),
        *paragraph(130, 640, "1.   Urges States to sound horns;", "2.   Decides to meet again."),
        L(90, 590, "II.   Opening", 14, bold=True),
        *paragraph(110, 560, "2.   The Board met in Strelsau."),
    ]
    for form in FORMS:
        report = read(body(*lines), form)
        assert [(p.key, p.section) for p in report.paragraphs] == [
            ("1", "I"),
            ("1~2", "I/resolution-7-1-lamps-and-horns"),
            ("2~2", "I/resolution-7-1-lamps-and-horns"),
            ("2", "II"),
        ], form
        assert [f.code for f in report.findings] == ["unnumbered-text"]
        assert coverage(report).complete


def test_decisions_in_an_annex() -> None:
    """Are decisions in an annex sections of it, their annexes theirs, and the next annex the report's own?"""
    lines = [
        *paragraph(110, 760, "1.   The Board met."),
        L(60, 730, "Annex I", 14, bold=True),
        L(110, 700, "Decisions", 14, bold=True),
        L(110, 670, "Decision PORT-7/1: Lamps", 12, bold=True),
        *paragraph(130, 640, "The Lighthouse Board,"),
        *paragraph(130, 620, "1.   Requests States to keep the lamps in the annex;"),
        L(110, 580, "Annex", 12, bold=True),
        L(110, 556, "The lamps", 12, bold=True),
        *paragraph(130, 530, "1.   The lamp of Strelsau."),
        L(60, 490, "Annex II", 14, bold=True),
        L(110, 460, "Documents", 14, bold=True),
        *paragraph(110, 430, "1.   There were none."),
    ]
    for form in FORMS:
        report = read(body(*lines), form)
        assert [s.path for s in report.sections if "/" not in s.path] == ["annex-I", "annex-II"], form
        assert [(p.annex, p.key) for p in report.paragraphs] == [("", "1"), ("I", "1"), ("I", "1~2"), ("II", "1")], form


def test_chapters_begin_again_in_a_second_part() -> None:
    """Is "Part Two" a heading, and a chapter I under it no repeated one?"""
    lines = [
        L(60, 760, "Part One", 14, bold=True),
        L(60, 744, "Resolutions", 14, bold=True),
        L(90, 710, "I.   Ports", 14, bold=True),
        *paragraph(110, 680, "1.   The Board met."),
        L(60, 640, "Part Two", 14, bold=True),
        L(60, 624, "Summary of proceedings", 14, bold=True),
        L(90, 590, "I.   Opening", 14, bold=True),
        *paragraph(110, 560, "2.   The Board rose."),
    ]
    for form in FORMS:
        report = read(body(*lines), form)
        assert [s.title.text for s in report.sections] == [
            "Part One Resolutions", "Ports", "Part Two Summary of proceedings", "Opening"
        ], form  # fmt: skip
        assert [p.section for p in report.paragraphs] == ["I", "I~2"]
        assert not report.findings


def test_two_columns_are_read_one_after_the_other() -> None:
    """Is a page of two columns read down the left one, then down the right one?"""
    left = ["1.   The harbours of the northern", "coast were seen by all of the", "members of the Committee.",
            "2.   The keepers of the towers", "were thanked for the lamps that", "they had kept by night.",
            "3.   The pilots who had come from", "the islands spoke at some length"]  # fmt: skip
    right = ["about the fog, which they said", "was thicker than in other years.", "4.   The Committee thanked them.",
             "5.   It then took up the fees of", "the harbours, and the ships that", "had not paid any fees at all.",
             "6.   The Committee closed its", "session on the seventh of March."]  # fmt: skip
    lines = [*paragraph(60, 720, *left), *paragraph(320, 720, *right)]
    for form in FORMS:
        report = read(body(*lines), form)
        assert [p.number for p in report.paragraphs] == ["1", "2", "3", "4", "5", "6"], form
        assert "spoke at some length about the fog" in report.paragraph_by_number["3"].body.text
        assert coverage(report).complete


def test_rows_of_a_table_stay_rows() -> None:
    """Is a list of two columns that is no running text left as it stands?"""
    rows = [(f"Port {name}", f"{n} ships at its quays") for n, name in enumerate("ABCDEFGHIJ", start=3)]
    lines = [L(x, 700 - 12 * i, words) for i, row in enumerate(rows) for x, words in zip((60, 320), row, strict=True)]
    text = as_text(body(*paragraph(60, 740, "1.   The ports are these:"), *lines))
    assert lay_out(text).text == text


def test_a_pdf_that_cannot_be_read() -> None:
    """Are an encrypted, a scanned, a damaged and a truncated PDF told apart, in four parts?"""
    encrypt = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{0}> /U <{0}> >> /ID [<00> <00>]".format("5a" * 32)
    whole = as_pdf(PAGES)
    rows = [
        (as_pdf(PAGES, encrypt), "An encrypted PDF"),
        (as_pdf([[], []]), "A PDF of 2 pages that holds no text"),
        (b"%PDF-1.7\nnothing of the kind\n%%EOF\n", "A PDF that is damaged"),
        (whole[: len(whole) // 2], "A PDF that breaks off"),
        (whole[:20], "A PDF that breaks off"),
    ]
    for data, seen in rows:
        with pytest.raises(UnusableInput) as caught:
            report_from_bytes(data, "ports.pdf")
        assert caught.value.seen.startswith(seen)
        assert caught.value.where and caught.value.remedy.endswith(".")
    with pytest.raises(UnusableInput) as caught:
        report_from_bytes(rows[1][0], "ports.pdf")
    assert "OCR" in caught.value.remedy


def test_a_page_that_is_a_picture_is_said() -> None:
    """Is a page without text named, where others have some, and a blank one passed over?"""
    pages = [*PAGES[:4], [], *PAGES[4:]]
    drawn = as_pdf(pages).replace(b"stream\n\nendstream", b"stream\n0 0 9 9 re f\nendstream")
    drawn = drawn.replace(b"<< /Length 0 >>", b"<< /Length 12 >>")
    report = report_from_bytes(drawn, "ports.pdf")
    assert [(f.code, f.severity) for f in report.findings] == [
        ("page-without-text", "warning"),
        ("unnumbered-text", "warning"),
    ]
    assert "page 5" in report.findings[0].seen
    assert [f.code for f in report_from_bytes(as_pdf(pages), "ports.pdf").findings] == ["unnumbered-text"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned(turn: int) -> None:
    """Is a page that is shown turned read as it is looked at?"""
    lines = [(100, 400, "1.   The Board met in Lisbon and"), (100, 388, "saw the coast."), (100, 370, "2.   It rose.")]
    width, height = 595, 842
    places = {
        0: lambda x, y: f"1 0 0 1 {x} {y}",
        90: lambda x, y: f"0 1 -1 0 {width - y} {x}",
        180: lambda x, y: f"-1 0 0 -1 {width - x} {height - y}",
        270: lambda x, y: f"0 -1 1 0 {y} {height - x}",
    }
    drawn = "\n".join(f"BT /F1 10 Tf {places[turn](x, y)} Tm ({words}) Tj ET" for x, y, words in lines).encode()
    page = f"/Rotate {turn} /MediaBox [0 0 {width} {height}] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R"
    data = file_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        f"<< /Type /Page /Parent 2 0 R {page} >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    ])  # fmt: skip
    assert [p.body.text for p in report_from_bytes(data, "board.pdf").paragraphs] == [
        "The Board met in Lisbon and saw the coast.", "It rose."
    ]  # fmt: skip


def test_a_pdf_is_known_by_its_bytes() -> None:
    """Is a PDF read whatever its name, on standard input too?"""
    for name in ("standard input", "ports", "ports.txt"):
        assert len(report_from_bytes(as_pdf(PAGES), name).paragraphs) == 9


def test_offsets_quote_the_text() -> None:
    """Does every character of the clean texts stand at its offset in the text as read?"""
    for form in FORMS:
        report = read(PAGES, form)
        for _, clean in report.texts():
            for character, offset in zip(clean.text, clean.offsets, strict=True):
                if character != " ":
                    assert report.source.text[offset] == character


def test_reading_grows_with_the_text() -> None:
    """Are the lines of a long text on pages taken up once, and its numbers counted to the end?"""
    pages = [FRONT] + [[*head(n), *paragraph(110, 700, f"{n}.   The Board met, and rose.")] for n in range(2, 402)]
    layout = lay_out(as_text(pages))
    assert layout.lines[-1].page == 401
    assert sum(f.kind == "page-number" for f in layout.furniture) == 400
