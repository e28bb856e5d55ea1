"""What begins a heading, a paragraph, an item, a note; and what only looks like one?"""

from __future__ import annotations

from pathlib import Path

import pytest
from read_cases import ports

from rapporteur.model import PartKind, PartRef, Record, Report
from rapporteur.read import coverage, read_report, report_from_text


def read(text: str) -> Report:
    return report_from_text(text, "text.md")


def test_the_invented_report_as_counted_by_hand() -> None:
    """Do masthead, outline, lists, notes and page turn of a small report come out?"""
    report = ports()
    assert (report.symbol, str(report.issued)) == ("A/CONF.999/7", "2008-03-03")
    assert report.title_text == "Report of the Committee on Ports"
    assert [(s.path, s.level) for s in report.sections] == [("I", 1), ("II", 1), ("II.A", 2)]
    assert [(p.number, p.section, p.crosses_page, len(p.segments)) for p in report.paragraphs] == [
        ("1", "I", False, 1),
        ("2", "I", False, 1),
        ("3", "II.A", False, 1),
        ("4", "II.A", True, 2),
    ]
    assert [i.path for i in report.paragraphs[1].items] == [("1",), ("1", "a"), ("1", "b"), ("2",)]
    assert [(i.path, i.body.text) for i in report.paragraphs[2].items] == [
        (("a",), "Keep a lamp in every tower;"),
        (("b",), "Count ships:"),
        (("b", "i"), "By day;"),
        (("b", "ii"), "By night."),
    ]
    chapeau = report.paragraphs[2].chapeau
    assert chapeau is not None and chapeau.text == "States should, under article 4, subparagraph (a), of the Treaty:"
    assert report.paragraphs[3].body.text == "The keepers of the towers were thanked for their work."
    assert [n.note_of for n in report.footnotes] == [
        PartRef(PartKind.PARAGRAPH, ("1",)),
        PartRef(PartKind.SUBPARAGRAPH, ("3", "a")),
    ]


def test_a_marker_in_a_heading_belongs_to_the_section() -> None:
    """Does a note called from a heading stand on the section, and the title lose the marker?"""
    report = ports(("I. Introduction", "I. **Introduction**<sup>1</sup>"), ("Sea*<sup>1</sup>", "Sea*"))
    assert report.footnotes[0].note_of == PartRef(PartKind.SECTION, ("I",))
    assert report.sections[0].title.text == "Introduction"
    assert report.quote(report.sections[0].span) == "Introduction"


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("year after a line break", "7. It met on 3 March\n2009. At that meeting it rested."),
        ("year after a page turn", "7. It met on 3 March\n\n2009. At that meeting it rested."),
        ("letter after a line break", "7. In article 3, subparagraph\n(a), of the Treaty, ships float."),
        ("letter without comma", "7. In article 3, subparagraph\n(a) of the Treaty, ships float."),
        ("letter after a page turn", "7. In article 3, subparagraph\n\n(a) of the Treaty, ships float."),
        ("second letter", "7. Under subparagraphs (a) and\n(b) of the Treaty, ships float."),
        ("dash after a line break", "7. The port of Lisbon\n- a large one - was full."),
        ("quantity", "7. Fees rose by\n4.5 per cent in spring."),
        ("initial", "7. The Chair was\n\nA. Baker of Ruritania."),
        (
            "marker after a line break",
            "7. The *Law of\nthe Sea*\n<sup>1</sup> and its annex.\n\n<sup>1</sup> A note.",
        ),
    ],
)
def test_what_only_looks_like_a_beginning(label: str, text: str) -> None:
    """Does a number, letter, dash or initial that a line break left at the margin stay in its sentence?"""
    report = read(text)
    assert [p.number for p in report.paragraphs] == ["7"], label
    assert report.paragraphs[0].items == () and report.sections == ()


def test_romans_and_letters_are_told_apart_by_their_neighbours() -> None:
    """Is "I." after "H." a letter, "C." after "B." a letter, and "V." after "IV." a roman number?"""
    labels = [*(f"{c}. Part" for c in "ABCDEFGHI"), "II. Ships", "III. Ports", "IV. Fees", "V. End", "A. Now"]
    report = read("# I. Start\n\n" + "".join(f"# {label}\n\n{n}. Words.\n\n" for n, label in enumerate(labels, 1)))
    assert [s.path for s in report.sections] == [
        "I", *(f"I.{c}" for c in "ABCDEFGHI"), "II", "III", "IV", "V", "V.A",
    ]  # fmt: skip


def test_a_heading_without_label_takes_a_slug() -> None:
    """Does a heading without label stand beside the heading of its depth, under the same parent?"""
    report = ports(("### A. Lighthouses", "### A. Lighthouses\n\n#### Côte d'Azur: lamps"))
    assert [(s.path, s.parent, s.level) for s in report.sections][-1] == ("II.A/cote-d-azur-lamps", "II.A", 3)
    assert report.paragraphs[-1].section == "II.A/cote-d-azur-lamps"


def test_a_bare_label_takes_the_next_heading_as_its_title() -> None:
    """Do "## III" and "### Fees" under it make one section?"""
    report = read("## III\n\n### *Fees*\n\n1. Words.\n")
    assert [(s.path, s.title.text) for s in report.sections] == [("III", "Fees")]


def test_an_annex_numbers_anew() -> None:
    """Do paragraphs of an annex keep apart from those of the body, without a finding?"""
    report = ports(("thanked for their work.\n", "thanked for their work.\n\n## Annex II. Rules\n\n1. Be kind.\n"))
    assert report.paragraphs[-1].ref == PartRef(PartKind.PARAGRAPH, ("1",), "II")
    assert report.sections[-1].path == "annex-II"
    assert report.findings == ()


def test_numbers_below_a_number() -> None:
    """Are "8.1" and "8.2" paragraphs of their own under 8?"""
    report = read("8. It recommends:\n\n8.1 Open ports (Ruritania);\n\n8.2 Close ports (Freedonia).\n\n9. It ended.\n")
    assert [p.number for p in report.paragraphs] == ["8", "8.1", "8.2", "9"]
    assert [f.seen for f in report.findings] == ["Paragraph 8 is the first; no paragraph 1 to 7."]


@pytest.mark.parametrize("inset", ["", "      "])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize(
    "chapeau",
    ["The following proposals were made to the keepers. They will be answered.", "The ports listed below rest."],
)
def test_a_list_numbered_anew_below_a_full_stop(chapeau: str, gap: str, inset: str) -> None:
    """Is a list that its paragraph announces that paragraph's, also where it counts past the next one's number, over a
    page, and in a report that sets it apart neither by a margin nor by blank lines?"""
    lines = "".join(f"{inset}{n}. Light lamp {n} (Azuria);\n{gap}" for n in range(1, 6))
    more = "".join(f"{inset}{n}. Light lamp {n} (Azuria);\n{gap}" for n in range(6, 10))
    before = "".join(f"{n}. The keepers met.\n\n" for n in range(1, 6))
    report = read(f"{before}6. {chapeau}\n\n{lines}\nA/CONF.999/7\npage 4\n\n{more}\n7. The meeting rose.\n")
    assert [(p.key, len(p.items)) for p in report.paragraphs[4:]] == [("5", 0), ("6", 9), ("7", 0)]
    assert report.paragraphs[5].items[5].body.text == "Light lamp 6 (Azuria);"
    assert report.findings == ()


@pytest.mark.parametrize(
    ("label", "words", "items"),
    [
        ("brackets", "The following proposals were made.\n\n1) Light lamps;\n\n2) Count them.", [2, 0]),
        ("both brackets", "The following proposals were made.\n\n(1) Light lamps;\n\n(2) Count them.", [2, 0]),
        ("no stop", "The following proposals were made\n\n1. Light lamps\n\n2. Count them", [2, 0]),
        ("one item", "The following proposal was made.\n\n1. Light lamps.", [1, 0]),
        (
            "a count that goes on",
            "The following proposals were made.\n\n1. Light.\n\n2. Count.\n\n4. The following ones were.\n\n3. Rest.",
            [2, 1, 0],
        ),
        (
            "a bracket in a sentence",
            "The following proposals were made in article\n(1) of the Treaty and in\n(2) of it.",
            [0, 0],
        ),
    ],
)
def test_how_a_list_below_a_paragraph_may_be_numbered(label: str, words: str, items: list[int]) -> None:
    """Is a list read in each form of its numbers, also where it goes on with the one before, and none in a sentence?"""
    due = 3 + len(items) - 1
    report = read(f"1. It met.\n\n2. It sat.\n\n3. {words}\n\n{due}. It rose.\n")
    assert [(p.key, len(p.items)) for p in report.paragraphs[2:]] == [
        (str(number), count) for number, count in enumerate(items, start=3)
    ], label


def test_numbers_that_begin_anew_without_a_list_being_announced() -> None:
    """Does a count that begins again below words that announce nothing stay a run of paragraphs, and said to be?"""
    report = read("1. It met.\n\n2. Following lunch it rose.\n\n1. It met again.\n\n2. It rose again.\n\n3. It went.\n")
    assert [p.key for p in report.paragraphs] == ["1", "2", "1~2", "2~2", "3"]
    assert {f.code for f in report.findings} == {"repeated-number"}


def test_page_numbers_and_running_heads_are_furniture() -> None:
    """Does a sentence go on over a page number and a running head?"""
    report = ports(("towers were\n", "towers were\n\n12\n\nA/CONF.999/7\n"))
    kinds = [f.kind for f in report.furniture if f.kind in ("page-number", "running-head")]
    assert kinds == ["page-number", "running-head"]
    assert report.paragraphs[-1].body.text == "The keepers of the towers were thanked for their work."


def test_a_note_that_goes_on_over_a_line() -> None:
    """Does a second line belong to the note, and a paragraph right under it not?"""
    report = read("1. Words<sup>1</sup> here.\n\n<sup>1</sup> A note\nthat goes on.\n2. More words.\n")
    assert report.footnotes[0].body.text == "A note that goes on."
    assert [p.number for p in report.paragraphs] == ["1", "2"]


def test_signs_and_repeated_numbers_get_ids_of_their_own() -> None:
    """Is each note told apart where the numbers restart on the next page, and tied to its own marker?"""
    report = read(
        "1. Ships<sup>1</sup> float.\n\n<sup>1</sup> First.\n\n2. Lamps<sup>1</sup> shine<sup>*</sup> on.\n\n"
        "<sup>1</sup> Second.\n\n<sup>*</sup> Third.\n"
    )
    assert [(n.id, n.number, n.note_of) for n in report.footnotes] == [
        ("p0-1", "1", PartRef(PartKind.PARAGRAPH, ("1",))),
        ("p0-2", "1", PartRef(PartKind.PARAGRAPH, ("2",))),
        ("p0-3", "*", PartRef(PartKind.PARAGRAPH, ("2",))),
    ]


def test_raised_letters_that_are_no_notes_stay() -> None:
    """Do the letters of "1<sup>st</sup>" stay words and a lettered marker with a note become a marker?"""
    report = read("1. The 1<sup>st</sup> ship<sup>b</sup> sank.\n\n<sup>b</sup> In May.\n")
    assert report.paragraphs[0].body.text == "The 1st ship sank."
    assert [m.number for m in report.paragraphs[0].body.markers] == ["b"]


def test_the_record_names_what_the_text_does_not() -> None:
    """Does the record give symbol, date and language, and the text win on the title's place?"""
    record = Record(symbol="A/CONF.998/1", title="Ports", language="fr")
    report = report_from_text("# Ports\n\n1. Words.\n", "x.md", record)
    assert (report.symbol, report.language, report.issued) == ("A/CONF.998/1", "fr", None)
    assert report.title is not None and report.title.whole.start == 2


def test_a_heading_without_label_or_mark_stands_between_two_paragraphs() -> None:
    """Are words that end no sentence a heading before the number that is due, and a name of a list none?"""
    report = read(
        "# Report of the Board\n\n## I. Work\n\n1. It met.\n\nWork programme on lamps\nand reefs\n\n"
        "2. It was there:\n\nPeru\n\n3. It rose.\nIt sang.\n4. It left.\n"
    )
    assert [(s.path, s.title.text) for s in report.sections] == [
        ("I", "Work"),
        ("I/work-programme-on-lamps-and-reefs", "Work programme on lamps and reefs"),
    ]
    assert [(p.number, p.body.text) for p in report.paragraphs] == [
        ("1", "It met."),
        ("2", "It was there: Peru"),
        ("3", "It rose. It sang."),
        ("4", "It left."),
    ]


def test_a_heading_without_label_stands_below_the_labelled_one() -> None:
    """Does the chapter go on with B. after words without label, which stand over a paragraph of A.?"""
    report = read(
        "# Report of the Board\n\nI. Work\n\nA. Keepers\n\n1. It met.\n\nKeeper of the lamp\n\n2. It rose.\n\n"
        "B. Debate on reefs\n\n3. It left.\n"
    )
    assert [s.path for s in report.sections] == ["I", "I.A", "I.A/keeper-of-the-lamp", "I.B"]


def test_the_annex_of_a_decision_takes_the_title_under_it() -> None:
    """Does the decision after the annex of another stand beside that one, and not under the annex's title?"""
    report = read(
        "# Report\n\n## I. Work\n\n1. It met.\n\n## Decision 1/PORT.9\n\nThe Board,\n\n1. Decides to close.\n\n"
        "### Annex\n\n### Lamps\n\n1. Dim.\n\n## Decision 2/PORT.9\n\nThe Board,\n\n1. Decides to rise.\n"
    )
    assert [(s.path, s.title.text) for s in report.sections[1:]] == [
        ("decision-1-port-9", "Decision 1/PORT.9"),
        ("decision-1-port-9/annex-lamps", "Annex Lamps"),
        ("decision-2-port-9", "Decision 2/PORT.9"),
    ]


def test_a_line_in_brackets_names_the_agenda_item_of_a_heading() -> None:
    """Does "(Agenda item 2)" under a heading, marked as one or not, stay out of its title and with its section?"""
    report = read(
        "# Report\n\n## I. Work\n\n(Agenda item 2)\n\n1. It met.\n\n## II. Rest\n\n### (Agenda item 3)\n\n2. So.\n"
    )
    assert [(s.path, s.title.text, s.words.text) for s in report.sections] == [
        ("I", "Work", "Work (Agenda item 2)"),
        ("II", "Rest", "Rest (Agenda item 3)"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_chapter_whose_title_stands_on_the_line_below(gap: str) -> None:
    """Is "Chapter II" with its title below a section, also behind a list of names that no full stop ends?"""
    report = report_from_text(
        f"Report of the Board\n\nChapter I{gap}Ports\n\nA.  Lamps\n\n1.  It elected:\n\n   Chair:\n     Ada (Peru)\n\n"
        f"CHAPTER II{gap}Conclusions on lamps\nand recommendations\n\n2.  It read\nChapter I\nof the chart.\n\n"
        "Chapter III Closure\n\n3.  It rose.\n",
        "x.txt",
    )
    assert [(s.path, s.title.text) for s in report.sections] == [
        ("I", "Ports"),
        ("I.A", "Lamps"),
        ("II", "Conclusions on lamps and recommendations"),
        ("III", "Closure"),
    ]
    assert [p.section for p in report.paragraphs] == ["I.A", "II", "III"]


def test_a_note_by_its_sign_in_a_text_without_pages(tmp_path: Path) -> None:
    """Is a note between title and text, or at the end of a section, a note, and its sign no part of a title?"""
    file = tmp_path / "x.txt"
    file.write_text(
        "    Report of the Board on Lamps*\n\n    * The annex is circulated\n    as received.\n\n    Introduction\n\n"
        "    1.  It met.\n\nI.  Conclusions**\n\n    2.  It rose.\n\n    ** They were not edited.\n\n"
        "    3.  It sang:\n\n    * Loudly\n\n    * Softly\n",
        "utf-8",
    )
    report = read_report(file)
    assert [report.title_text, *(s.title.text for s in report.sections)] == [
        "Report of the Board on Lamps", "Introduction", "Conclusions",
    ]  # fmt: skip
    assert [(n.number, n.body.text) for n in report.footnotes] == [
        ("*", "The annex is circulated as received."),
        ("**", "They were not edited."),
    ]
    assert report.paragraphs[-1].body.text == "It sang: Loudly Softly"


@pytest.mark.parametrize("line", ["May 3, 2019", "DATE: MAY 3, 2019", "Some Board      May 3, 2019"])
def test_a_date_of_issue_with_the_day_behind_the_month(line: str) -> None:
    """Is the date of issue read where the month comes first?"""
    report = report_from_text(f"{line}\n\nReport of the Board\n\n1.  It met.\n", "x.txt")
    assert report.issued is not None and report.issued.isoformat() == "2019-05-03"


def test_a_note_inside_the_line_that_calls_it() -> None:
    """Is "<sup> 2) Words. </sup>" a note, called where "2)" stands by itself before it, else where it is printed?"""
    report = read(
        "## Report of the Board\n\n### SECTION I\n\n#### Lamps\n\n"
        "1. Those who met were: <sup> 1) None was late. </sup> "
        "Azuria, Syldavia 2), Borduria (see item 2) . <sup> 2)  In fog. </sup>\n\n2. They left.\n"
    )
    assert [(s.path, s.title.text) for s in report.sections] == [("I", "Lamps")]
    body = report.paragraphs[0].body
    assert body.text == "Those who met were: Azuria, Syldavia , Borduria (see item 2) ."
    assert [(n.number, n.body.text) for n in report.footnotes] == [("1", "None was late."), ("2", "In fog.")]
    assert [(m.number, body.text[: m.at].split()[-1]) for m in body.markers] == [("1", "were:"), ("2", "Syldavia")]
    assert coverage(report).complete


def test_front_matter_is_no_part_of_a_report() -> None:
    """Are the keys and values before the text furniture, and a rule before a first paragraph not taken for them?"""
    body = "# Report of the Board\n\n1. It met.\n"
    report = read(f"---\ntitle: Lamps\ntoc:\n- part: I\n---\n\n{body}")
    assert (report.title_text, [p.body.text for p in report.paragraphs]) == ("Report of the Board", ["It met."])
    assert coverage(report).complete
    assert [p.body.text for p in read(f"---\n{body}---\n").paragraphs] == ["It met."]


def test_the_word_report_alone_is_no_title() -> None:
    """Is the title the line under "REPORT" that says whose report it is?"""
    text = "REPORT\n\nBoard on Lamps on the work of its ninth session\n\n# I. Opening\n\n1. It met.\n"
    assert read(text).title_text == "Board on Lamps on the work of its ninth session"
    assert read("# Report\n\n1. It met.\n").title_text == "Report"


def test_texts_that_an_annex_holds_count_anew_without_a_fault() -> None:
    """Do resolutions annexed one under the other count from 1 each, and is a number twice in one of them a fault?"""
    text = (
        "# Final Act of the Conference on Lamps\n\n1. It met.\n\n### ANNEX\n\n#### Texts adopted\n\n"
        "#### Resolution on oil\n\n1. Requests ports to close;\n\n2. Decides to meet.\n\n"
        "#### Resolution on nets\n\n1. Urges keepers to mend;\n\n2. Decides to rest.\n"
    )
    report = read(text)
    assert [p.key for p in report.paragraphs] == ["1", "1", "2", "1~2", "2~2"]
    assert not [f for f in report.findings if f.code == "repeated-number"]
    twice = read(text.replace("2. Decides to rest.", "1. Decides to rest."))
    assert [f.code for f in twice.findings if f.code == "repeated-number"]
