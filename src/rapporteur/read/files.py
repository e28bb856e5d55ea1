"""Files: a report and the record beside it → bytes, text and `Record`, or an error that says what to do.

A text is decoded as UTF-8 and not changed: line ends and a byte order mark stay, so that every offset and the SHA-256
hold for the file.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from rapporteur.errors import UnusableInput
from rapporteur.model import Record

LARGEST = 100_000_000
"""Bytes; a larger file is no report."""

LONGEST = 10_000_000
"""Characters of a text as read; ten times the longest reports there are. Reading takes about 80 bytes for each."""

_FOREIGN = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word or other zipped file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file, or one that a password locks"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
)
_REMEDIES = {
    "a picture": "Run it through text recognition (OCR) into a text or a PDF, and give that.",
    "a packed file": "Unpack it, and give the report in it.",
}
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_LOOKED_AT = 4096
_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,9}")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""The byte order marks of UTF-16."""
_EXPECTED = "a Markdown or plain text file in UTF-8 that holds the report."
_ANY = "a report as PDF, Word, HTML, Markdown or plain text."


def read_text(path: Path) -> str:
    """The text of a file, decoded as UTF-8 and otherwise untouched.

    :raises UnusableInput: as `read_bytes`; or if it is empty, binary, or not UTF-8: a wrong byte is named with its
        offset and line.
    """
    return decode(read_bytes(path), str(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file.

    :raises UnusableInput: if it is missing, a folder, unreadable, or larger than `LARGEST`.
    """
    where = str(path)
    try:
        if path.is_dir():
            raise UnusableInput("A folder.", where=where, expected=_ANY, remedy="Name one file, or build the folder.")
        with path.open("rb") as file:
            return read_stream(file, where)
    except FileNotFoundError:
        raise UnusableInput(
            "No such file.", where=where, expected=_ANY, remedy="Check the name and the folder."
        ) from None
    except OSError as fault:
        raise UnusableInput(
            f"The file cannot be opened: {fault.strerror or fault}.",
            where=where,
            expected=_ANY,
            remedy="Check the path and its permissions.",
        ) from None


def read_stream(stream: BinaryIO, where: str) -> bytes:
    """The bytes of an open file or of standard input, read no further than the limit.

    :param where: file or stream, for messages.
    :raises UnusableInput: if there are more than `LARGEST`.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnusableInput(
            f"A file of more than {LARGEST:,} bytes.",
            where=where,
            expected=f"a report of at most {LARGEST:,} bytes.",
            remedy="Check that this is the report; split a collection into its reports.",
        )
    return data


def _is_wide(data: bytes) -> bool:
    """Do letters of one byte stand beside zero bytes, as in UTF-16 without a byte order mark?

    >>> _is_wide("The Board met.".encode("utf-16-le")), _is_wide(b"The Board met.")
    (True, False)
    """
    pairs = len(data) // 2
    for zeros, letters in ((data[1::2], data[::2]), (data[::2], data[1::2])):
        if pairs and zeros.count(0) >= 0.8 * pairs and letters.count(0) == 0:
            return True
    return False


def decode(data: bytes, where: str) -> str:
    """The text of some bytes in UTF-8, as `read_text` gives it.

    :param where: file or stream, for messages.
    :raises UnusableInput: if they are empty, binary, or not UTF-8.
    """
    refuse_foreign(data, where)
    if data.startswith(_WIDE) or _is_wide(data[:_LOOKED_AT]):
        raise UnusableInput("Text in UTF-16.", where=where, expected=_EXPECTED, remedy="Save the file as UTF-8.")
    if (at := data.find(b"\0")) >= 0:
        raise UnusableInput(
            f"Binary data: a zero byte at byte {at}.",
            where=_place(where, data, at),
            expected=_EXPECTED,
            remedy="Name the text of the report, not a program's file.",
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise UnusableInput(
            f"Byte 0x{data[fault.start]:02x} at byte offset {fault.start} is not UTF-8.",
            where=_place(where, data, fault.start),
            expected=_EXPECTED,
            remedy="Save the file as UTF-8; it may be in Windows-1252 or Latin-1.",
        ) from None
    refuse_blank(text, where)
    return text


def kind_of(data: bytes) -> str | None:
    """What some bytes plainly are: "The bytes of a picture", "Plain text"; None where they do not tell.

    >>> kind_of(b"1. The Board met."), kind_of(b"GIF89a"), kind_of(bytes(4))
    ('Plain text', 'The bytes of a picture', None)
    """
    known = next((kind for start, kind in _FOREIGN if data.startswith(start)), None)
    if known is not None:
        return f"The bytes of {known}"
    if _PAGE.match(data):
        return "A web page"
    return None if _CONTROL.search(data, 0, _LOOKED_AT) else "Plain text"


def refuse_foreign(data: bytes, where: str) -> None:
    """Refuse the bytes of a format that is known and is no text.

    :raises UnusableInput: then; it names the format.
    """
    for start, kind in _FOREIGN:
        if data.startswith(start):
            raise UnusableInput(
                f"The bytes of {kind}.",
                where=where,
                expected=_ANY,
                remedy=_REMEDIES.get(kind, "Save it as .docx, PDF or text, and give that."),
            )


def refuse_blank(text: str, where: str) -> None:
    """Refuse a text without any words.

    :raises UnusableInput: if there is nothing but white space and a byte order mark.
    """
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnusableInput(
            "A text without any words." if text else "An empty text.",
            where=where,
            expected=_EXPECTED,
            remedy="Check that the download or conversion ended well.",
        )


def refuse_long(text: str, where: str) -> None:
    """Refuse a text that is longer than any report.

    :raises UnusableInput: if it has more than `LONGEST` characters.
    """
    if len(text) > LONGEST:
        raise UnusableInput(
            f"A text of {len(text):,} characters.",
            where=where,
            expected=f"a report of at most {LONGEST:,} characters.",
            remedy="Check that this is the report; split a collection into its reports.",
        )


def ending(path: PurePath) -> str:
    """The file ending in lower case, "" without one: a symbol's ".4-2010-6" is none.

    >>> ending(Path("A-CONF.999-7")), ending(Path("report.MD"))
    ('', '.md')
    """
    suffix = path.suffix.lower()
    return suffix if _ENDING.fullmatch(suffix) else ""


def _place(where: str, data: bytes, offset: int) -> str:
    return f"{where}, line {data.count(bytes([10]), 0, offset) + 1}"


def record_path(path: Path) -> Path:
    """Where the record of a report lies: beside it, ``NAME.toml``."""
    stem = path.name[: len(path.name) - len(ending(path))]
    return path.with_name(f"{stem}.toml")


def read_record(path: Path) -> Record | None:
    """The record at ``path``, None where there is none.

    Keys: symbol, title, language, source, sha256 (strings) and issued (a date).

    :raises UnusableInput: if it is no TOML, has another key, or a value of another type.
    """
    if not path.is_file():
        return None
    try:
        data = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as fault:
        raise UnusableInput(
            f"A record that is no TOML: {fault}.",
            where=str(path),
            expected='lines such as symbol = "A/CONF.999/7".',
            remedy="Correct the line, or remove the file.",
        ) from None
    return record_of(data, str(path))


def record_of(data: Mapping[str, Any], where: str) -> Record:
    """The record in a table of its keys, as `read_record` reads it."""
    known = {field.name for field in fields(Record)}
    for key, value in data.items():
        if key not in known:
            raise UnusableInput(
                f"The key “{key}” in a record.",
                where=where,
                expected=f"only the keys {', '.join(sorted(known))}.",
                remedy="Correct the key, or remove the line.",
            )
        if key == "issued":
            continue
        if not isinstance(value, str) or not value.strip():
            raise UnusableInput(
                f"The value {value!r} of “{key}” in a record.",
                where=where,
                expected="words between quotation marks.",
                remedy="Correct the value, or remove the line.",
            )
    values = dict(data)
    if "issued" in values:
        values["issued"] = _date(values["issued"], where)
    return Record(**values)


def _date(value: object, where: str) -> date:
    """A TOML date, or a string that is one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise UnusableInput(
            f"The value {value!r} of “issued” in a record.",
            where=where,
            expected="a date such as 2008-03-03.",
            remedy="Correct the date, or remove the line.",
        ) from None
