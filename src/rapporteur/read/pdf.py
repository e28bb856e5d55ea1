"""The PDF adapter: the bytes of a PDF → its `Layout`. The only module that knows pypdfium2.

Each character comes with its place and type size; lines, columns and white space are made of these, a form feed is put
between pages, and the text composed so is the text as read. A small raised digit is a note marker where the foot of a
page, or the end of the text, has a note that begins with it.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from rapporteur.errors import UnusableInput
from rapporteur.read.glyphs import Glyph
from rapporteur.read.layout import Layout
from rapporteur.read.page_layout import layout_of
from rapporteur.read.pdf_text import PdfText

_EXPECTED = "a PDF file that holds the words of the report."
_END_MARK = b"%%EOF"
_BEFORE_END = 4096
_FEWEST = 40
"""A PDF with fewer characters holds no report."""
_UNKNOWN = 0.3
"""Share of characters without a letter from which a PDF cannot be read."""
_BOLD_WEIGHT = 600
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_SKIPPED = frozenset("\r\n\t\x00\x0c\ufeff")
_REPLACED = {"\x02": "-", "\ufffe": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_text_object = ctypes.CFUNCTYPE(ctypes.c_void_p, pdfium.FPDF_TEXTPAGE, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""`FPDFText_GetTextObject` with a plain address for its result: half the time of a pointer, once a character."""


def lay_out(data: bytes, name: str) -> Layout:
    """The layout of a PDF.

    :param name: file or stream, for messages.
    :raises UnusableInput: if it is encrypted, damaged, breaks off, or holds no text.
    """
    text = PdfText()
    document = _open(data, name)
    try:
        pages = len(document)
        pictures = tuple(
            number + 1
            for number in range(pages)
            if not text.page(_glyphs(document, number, name)) and _holds_something(document, number)
        )
    finally:
        document.close()
    if text.characters < _FEWEST:
        raise UnusableInput(
            f"A PDF of {pages} page{'s' if pages != 1 else ''} that holds no text, only pictures of it.",
            where=name,
            expected=_EXPECTED,
            remedy="Run it through text recognition (OCR) first, or look for a version with text.",
        )
    if text.unknown > _UNKNOWN * text.characters:
        raise UnusableInput(
            f"A PDF in which {text.unknown} of {text.characters} characters have no letter: its fonts do not say them.",
            where=name,
            expected=_EXPECTED,
            remedy="Run it through text recognition (OCR), or look for a version in another format.",
        )
    return replace(layout_of(text.sheet()), pictures=pictures)


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise UnusableInput(
                "An encrypted PDF that opens only with a password.",
                where=name,
                expected=_EXPECTED,
                remedy="Save a copy without the password, and give that.",
            ) from None
        if _END_MARK not in data.rstrip(b"\0\r\n \t")[-_BEFORE_END:]:
            raise _broken_off(data, name) from None
        raise UnusableInput(
            "A PDF that is damaged: it cannot be opened.",
            where=name,
            expected=_EXPECTED,
            remedy="Download it again, or open it in a viewer and save it anew.",
        ) from None
    if _END_MARK not in data.rstrip(b"\0\r\n \t")[-_BEFORE_END:]:
        document.close()
        raise _broken_off(data, name)
    return document


def _broken_off(data: bytes, name: str) -> UnusableInput:
    return UnusableInput(
        f"A PDF that breaks off: no end mark in the last of its {len(data):,} bytes.",
        where=name,
        expected=_EXPECTED,
        remedy="Download it again: part of it is missing.",
    )


def _glyphs(document: pypdfium2.PdfDocument, number: int, name: str) -> Iterator[Glyph]:
    """The characters of one page in the order of the file; the page is turned as it is looked at."""
    try:
        page = document[number]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise UnusableInput(
            f"A PDF that is damaged: page {number + 1} cannot be read.",
            where=f"{name}, page {number + 1}",
            expected=_EXPECTED,
            remedy="Download it again, or open it in a viewer and save it anew.",
        ) from None
    width, height = page.get_size()
    rotation = page.get_rotation()
    raw = textpage.raw
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    faces: dict[int | None, tuple[float, bool, bool]] = {}
    spaced = False
    for i in range(pdfium.FPDFText_CountChars(raw)):
        character = chr(pdfium.FPDFText_GetUnicode(raw, i))
        character = _REPLACED.get(character, character)
        if character in _SKIPPED or character.isspace() or "\ud800" <= character <= "\udfff":
            spaced = spaced or character.isspace()
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, i, box) or not pdfium.FPDFText_GetCharOrigin(raw, i, x, y):
            continue
        thing = _text_object(raw, i)
        face = faces.get(thing)
        if face is None:
            face = faces[thing] = _face(raw, i)
        if rotation:
            left, right, base = _turned(rotation, width, height, box, x.value, y.value)
        else:
            left, right, base = box.left, box.right, y.value
        yield Glyph(character, left, right, base, spaced, *face)
        spaced = False
    textpage.close()
    page.close()


def _holds_something(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Is a page without text a picture, and not blank?"""
    page = document[number]
    count: int = pdfium.FPDFPage_CountObjects(page.raw)
    page.close()
    return count > 0


def _turned(
    rotation: int, width: float, height: float, box: pdfium.FS_RECTF, x: float, y: float
) -> tuple[float, float, float]:
    """Left, right and baseline of a character on a page that is shown turned by 90, 180 or 270 degrees."""
    if rotation == 90:
        return box.bottom, box.top, height - x
    if rotation == 180:
        return width - box.right, width - box.left, height - y
    return width - box.top, width - box.bottom, x


def _face(raw: pdfium.FPDF_TEXTPAGE, i: int) -> tuple[float, bool, bool]:
    """Size in points as printed, bold, italic."""
    matrix, flags, buffer = pdfium.FS_MATRIX(), ctypes.c_int(), ctypes.create_string_buffer(128)
    size = pdfium.FPDFText_GetFontSize(raw, i)
    if pdfium.FPDFText_GetMatrix(raw, i, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    pdfium.FPDFText_GetFontInfo(raw, i, buffer, len(buffer), flags)
    font = buffer.value.decode("utf-8", "replace").lower()
    bold = pdfium.FPDFText_GetFontWeight(raw, i) >= _BOLD_WEIGHT or bool(flags.value & _BOLD_FLAG) or "bold" in font
    italic = bool(flags.value & _ITALIC_FLAG) or "italic" in font or "oblique" in font
    return round(size, 1), bold, italic
