"""Is a file that cannot be used refused in four parts, and does the record beside a report count?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from read_cases import PORTS

from rapporteur.errors import UnusableInput
from rapporteur.model import Record
from rapporteur.read import files, read_record, read_report, report_from_text

BAD = [
    ("empty.md", b"", "An empty text.", "empty.md"),
    ("blank.md", b"\xef\xbb\xbf \n\t\r\n", "A text without any words.", "blank.md"),
    ("latin.md", b"1. One.\n\n2. C\xf4te.\n", "Byte 0xf4 at byte offset 13 is not UTF-8.", "latin.md, line 3"),
    ("cut.md", "1. Côte".encode()[:-3], "Byte 0xc3 at byte offset 4 is not UTF-8.", "cut.md, line 1"),
    ("wide.md", "1. One.".encode("utf-16"), "Text in UTF-16.", "wide.md"),
    ("wide_too.md", "1. One.".encode("utf-16-le"), "Text in UTF-16.", "wide_too.md"),
    ("binary.md", b"1. One.\n\x00\x01", "Binary data: a zero byte at byte 8.", "binary.md, line 2"),
    ("report.pdf", b"%PDF-1.7\n\xe2\xe3", "A PDF that breaks off", "report.pdf"),
    ("report.docx", b"PK\x03\x04\x14\x00", "A zip file that breaks off or is damaged", "report.docx"),
    ("sheet.ods", b"1. One.", "A file that ends in “.ods”.", "sheet.ods"),
    ("empty.pdf", b"", "An empty file.", "empty.pdf"),
    ("empty.docx", b"", "An empty file.", "empty.docx"),
    ("blank.html", b" \r\n", "A file of white space only.", "blank.html"),
    ("text.docx", b"1. One.", "Plain text, in a file that ends in .docx.", "text.docx"),
    ("picture.pdf", b"\x89PNG\r\n\x1a\n", "The bytes of a picture, in a file that ends in .pdf.", "picture.pdf"),
    ("prose.md", b"We met.", "No numbered paragraph; the text begins", "prose.md"),
]


def check_parts(fault: UnusableInput) -> None:
    assert all((fault.seen, fault.where, fault.expected, fault.remedy))
    assert fault.expected.endswith(".") and fault.remedy.endswith(".")


@pytest.mark.parametrize(("name", "data", "seen", "where"), BAD, ids=[row[0] for row in BAD])
def test_a_file_that_is_no_report(tmp_path: Path, name: str, data: bytes, seen: str, where: str) -> None:
    """Is the fault named, with its place?"""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnusableInput) as caught:
        read_report(path)
    assert caught.value.seen.startswith(seen)
    assert caught.value.where.endswith(where)
    check_parts(caught.value)
    if path.suffix in (".pdf", ".docx", ".html"):
        assert "Markdown" not in caught.value.expected, "a message says what the format of the file needs"


def test_the_bad_files_are_counted() -> None:
    """Are all sixteen kinds tried?"""
    assert len(BAD) == 16


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("page.png", b"\x89PNG\r\n\x1a\n", "OCR"),
        ("report.gz", b"\x1f\x8b\x08", "Unpack"),
        ("a.rtf", b"{\\rtf1", ".docx"),
    ],
)
def test_each_foreign_format_is_told_what_helps_it(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    """Is a picture sent to text recognition, a packed file to be unpacked, and another text to be saved anew?"""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnusableInput) as caught:
        read_report(tmp_path / name)
    assert word in caught.value.remedy
    check_parts(caught.value)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    """Are these refused by name?"""
    for path, seen in ((tmp_path / "none.md", "No such file."), (tmp_path, "A folder.")):
        with pytest.raises(UnusableInput) as caught:
            read_report(path)
        assert (caught.value.seen, caught.value.where) == (seen, str(path))
        check_parts(caught.value)


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a file over the limit refused before it is read?"""
    path = tmp_path / "large.md"
    path.write_text(PORTS, "utf-8")
    monkeypatch.setattr(files, "LARGEST", 100)
    with pytest.raises(UnusableInput) as caught:
        read_report(path)
    assert caught.value.seen == "A file of more than 100 bytes."
    check_parts(caught.value)


def test_a_text_longer_than_any_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a text over the limit of characters refused with the limit named, before its lines are laid out?"""
    path = tmp_path / "long.txt"
    path.write_text(PORTS, "utf-8")
    monkeypatch.setattr(files, "LONGEST", 100)
    with pytest.raises(UnusableInput) as caught:
        read_report(path)
    assert caught.value.seen == f"A text of {len(PORTS):,} characters."
    assert "at most 100 characters" in caught.value.expected
    check_parts(caught.value)


def test_the_record_beside_the_file(tmp_path: Path) -> None:
    """Is NAME.toml read where no record is given, and a record given used in its place?"""
    path = tmp_path / "ports.txt"
    path.write_text("1. One.\n", "utf-8")
    (tmp_path / "ports.toml").write_text(
        'symbol = "A/CONF.999/8"\ntitle = "On ports"\nissued = 2008-03-05\nlanguage = "en"\n', "utf-8"
    )
    report = read_report(path)
    assert (report.symbol, report.title_text, report.issued) == ("A/CONF.999/8", "On ports", date(2008, 3, 5))
    assert read_report(path, Record()).symbol is None
    assert read_record(tmp_path / "none.toml") is None


@pytest.mark.parametrize(
    ("record", "seen"),
    [
        ("symbol = ", "A record that is no TOML"),
        ("symbol = 7", "The value 7 of “symbol”"),
        ('symbl = "A/1"', "The key “symbl”"),
        ('issued = "spring"', "The value 'spring' of “issued”"),
    ],
)
def test_a_record_that_cannot_be_used(tmp_path: Path, record: str, seen: str) -> None:
    """Is a broken record refused by its own name?"""
    path = tmp_path / "ports.md"
    path.write_text(PORTS, "utf-8")
    (tmp_path / "ports.toml").write_text(record, "utf-8")
    with pytest.raises(UnusableInput) as caught:
        read_report(path)
    assert caught.value.seen.startswith(seen)
    assert caught.value.where == str(tmp_path / "ports.toml")
    check_parts(caught.value)


def test_a_symbol_as_a_file_name(tmp_path: Path) -> None:
    """Is "A-CONF.999-7" a file without ending, and its record A-CONF.999-7.toml?"""
    path = tmp_path / "A-CONF.999-7"
    path.write_text("1. One.\n", "utf-8")
    (tmp_path / "A-CONF.999-7.toml").write_text('symbol = "A/CONF.999/7"\n', "utf-8")
    assert read_report(path).symbol == "A/CONF.999/7"


def test_a_text_that_is_no_text() -> None:
    """Are no words, and half a character, refused in four parts?"""
    for text, seen in (
        (" \n", "A text without any words."),
        ("1. \ud800", "Half a character (U+D800) at character 3."),
    ):
        with pytest.raises(UnusableInput) as caught:
            report_from_text(text, "-")
        assert (caught.value.seen, caught.value.where) == (seen, "-")
        check_parts(caught.value)


def test_line_ends_stay(tmp_path: Path) -> None:
    """Is the text as read the file, carriage returns and byte order mark included?"""
    data = b"\xef\xbb\xbf1. One\r\ntwo.\r\n"
    path = tmp_path / "dos.md"
    path.write_bytes(data)
    report = read_report(path)
    assert report.source.text.encode() == data
    assert report.paragraphs[0].body.text == "One two."
    assert [f.kind for f in report.furniture] == ["byte-order-mark", "label"]


def test_a_text_is_read_as_its_name_says() -> None:
    """Is the same text a page of indented columns under ".txt", a web page under ".html", Markdown under ".md"?"""
    text = "                  Report of the Board\n\n\n        I.     Opening\n\n        1.     It met.\n"
    assert report_from_text(text, "report.txt").title_text == "Report of the Board"
    page = "<html><body><h1>Report of the Board</h1><h2>I. Opening</h2><p>1. It <i>met</i>.</p></body></html>"
    assert [p.body.text for p in report_from_text(page, "report.html").paragraphs] == ["It met."]
    assert [p.body.text for p in report_from_text("# I. Opening\n\n1. It *met*.\n", "x.md").paragraphs] == ["It met."]
