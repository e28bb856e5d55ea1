"""Formats: the bytes of a file and its name → the `Layout` that the format's adapter makes of them.

A format is one line in `FORMATS` and one module with a function ``lay_out``. A format of text takes the decoded text,
``lay_out(text: str) -> Layout``; a binary one takes the bytes and the name for messages,
``lay_out(data: bytes, name: str) -> Layout``. A module is imported when its first file comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import PurePath
from typing import Any

from rapporteur.errors import UnusableInput
from rapporteur.read.files import decode, ending, kind_of, refuse_foreign, refuse_long
from rapporteur.read.front_matter import front_matter_end, is_page
from rapporteur.read.layout import Layout

_BLANK = b"\xef\xbb\xbf \t\r\n\f\v\0"
_FIRST = 1024
"""How far into a file its telling first bytes may stand, after what a mail or a proxy put before them."""


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of file is read.

    :ivar name: what messages call it, "PDF".
    :ivar endings: of file names, in lower case, with the dot.
    :ivar module: the module whose ``lay_out`` reads it.
    :ivar binary: ``lay_out`` takes bytes and a name; else the text.
    :ivar starts: what the bytes of such a file begin with; they count for more than the ending.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    binary: bool = False
    starts: tuple[bytes, ...] = ()

    def lay_out(self, data: bytes, name: str) -> Layout:
        """The layout of the bytes of such a file.

        :param name: file or stream, for messages.
        :raises UnusableInput: if the bytes are no such file, or hold no text or one longer than any report.
        """
        adapter: Callable[..., Any] = import_module(self.module).lay_out
        if self.binary:
            self._refuse_other(data, name)
        if self is HTML:
            data = data[front_matter_end(data) :]
        text = "" if self.binary else decode(data, name)
        refuse_long(text, name)
        layout = adapter(data, name) if self.binary else adapter(text)
        assert isinstance(layout, Layout)
        refuse_long(layout.text, name)
        return layout

    def _refuse_other(self, data: bytes, name: str) -> None:
        """Refuse an empty file, and bytes that are plainly of another kind than the ending says.

        :raises UnusableInput: then; it says what this format needs.
        """
        wanted = f"{'an' if self.name[0] in 'AEH' else 'a'} {self.name} file that holds the words of the report."
        if not data.strip(_BLANK):
            seen = "A file of white space only." if data else "An empty file."
            remedy = "Check that the download or conversion ended well."
            raise UnusableInput(seen, where=name, expected=wanted, remedy=remedy)
        if self is HTML or any(start in data[:_FIRST] for start in self.starts):
            return
        if (kind := kind_of(data)) is not None:
            raise UnusableInput(
                f"{kind}, in a file that ends in {self.endings[0]}.",
                where=name,
                expected=wanted,
                remedy=f"Give the file its true ending, or save the report as {self.name}, without a password.",
            )


MARKDOWN = Format("Markdown", (".md", ".markdown"), "rapporteur.read.markdown")
TEXT = Format("text", (".txt", ".text"), "rapporteur.read.pages")
PDF = Format("PDF", (".pdf",), "rapporteur.read.pdf", binary=True, starts=(b"%PDF-",))
WORD = Format("Word", (".docx",), "rapporteur.read.docx", binary=True, starts=(b"PK\x03\x04", b"PK\x05\x06"))
HTML = Format(
    "HTML",
    (".html", ".htm", ".xhtml", ".xml", ".akn"),
    "rapporteur.read.html",
    binary=True,
    starts=(b"<!DOCTYPE html", b"<!doctype html", b"<!DOCTYPE HTML", b"<html", b"<HTML", b"<?xml"),
)
FORMATS: tuple[Format, ...] = (MARKDOWN, TEXT, PDF, WORD, HTML)
"""Every format; of two that claim the same bytes the first counts."""

_MARKDOWN_SIGN = re.compile(
    rb"^(?:#{1,9} ?\S|\[\^\w+\]:|> )|<sup>|\*\*\w|(?<![*\w])\*[A-Za-z][^*\n]{0,200}\w\*(?![*\w])", re.MULTILINE
)
_PAGE_SIGN = re.compile(rb"\f|^(?: {4,}|\t+)\S", re.MULTILINE)

_LOOKED_AT = 200_000
_FEWEST_LINES = 60
_LAID_OUT = 0.4
"""Share of the lines that are indented where a text is laid out on pages."""
_FEW_SIGNS = 12
_PAGES = 3
"""Form feeds from which on few signs make no Markdown of a text: an asterisk or two stand in many."""


def on_pages(data: bytes) -> bool:
    """Is a text laid out on pages, by form feeds or indentation, and free of the signs of Markdown?

    >>> on_pages(b"    1.   The Board met."), on_pages(b"## I. Opening")
    (True, False)
    """
    return _MARKDOWN_SIGN.search(data) is None and _PAGE_SIGN.search(data) is not None


def laid_out(data: bytes) -> bool:
    """Is nearly all of a text laid out on pages by indentation, whatever stands over it?

    Some files hold such a text as it came, under a few lines of Markdown that say whence.

    >>> laid_out(b"# From the port\\n\\n" + b"            The Board met.\\n" * 99)
    True
    """
    lines = [line for line in data[:_LOOKED_AT].splitlines() if line.strip()]
    indented = sum(line.startswith((b"    ", b"\t", b"\f")) for line in lines)
    signs = sum(_MARKDOWN_SIGN.match(line) is not None for line in lines)
    return (
        len(lines) >= _FEWEST_LINES
        and indented >= _LAID_OUT * len(lines)
        and signs <= _FEW_SIGNS
        and (b"<sup>" not in data)
    )


def format_of(data: bytes, name: str) -> Format:
    """The format of some bytes: by what they begin with, else by the ending of the name, else by their looks.

    :param name: a file name, or a name of a stream, which has no ending.
    :raises UnusableInput: if neither bytes nor ending tell of a format that can be read.
    """
    first = data[:_FIRST]
    for format in FORMATS:
        if any(start in first if start == b"%PDF-" else first.startswith(start) for start in format.starts):
            return format
    suffix = ending(PurePath(name))
    if suffix in (*MARKDOWN.endings, *TEXT.endings, "") and is_page(data[front_matter_end(data) :]):
        return HTML
    if suffix in (*MARKDOWN.endings, *TEXT.endings) and laid_out(data):
        return TEXT
    if suffix in TEXT.endings:
        signs = sum(1 for _ in islice(_MARKDOWN_SIGN.finditer(data), _FEW_SIGNS + 1))
        paged = data.count(b"\f") >= _PAGES
        return MARKDOWN if signs > (_FEW_SIGNS if paged else 0) else TEXT
    if not suffix:
        return TEXT if on_pages(data) else MARKDOWN
    for format in FORMATS:
        if suffix in format.endings:
            return format
    refuse_foreign(data, name)
    raise UnusableInput(
        f"A file that ends in “{PurePath(name).suffix}”.",
        where=name,
        expected=f"a report in a file that ends in {', '.join(sorted(e for f in FORMATS for e in f.endings))}.",
        remedy="Convert it to one of these, or rename it if it is one.",
    )
