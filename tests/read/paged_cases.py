"""An invented report on pages, rendered as a PDF and as text with form feeds, for the tests of formats with pages.

A page is a list of `L`: a line with its place, type size and words. ``^3^`` is raised; a line may be bold. The PDF is
written by hand with two of the fonts every reader has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

COLUMN = 5.0
"""Points that one column of the text stands for."""
_RAISED = re.compile(r"\^([^^]+)\^")


@dataclass(frozen=True)
class L:
    """One line: left edge and baseline in points, words, size, bold."""

    x: float
    y: float
    words: str
    size: float = 10.0
    bold: bool = False


def paragraph(x: float, y: float, *lines: str, size: float = 10.0, bold: bool = False) -> list[L]:
    """Lines under one another, twelve points apart."""
    return [L(x, y - 12 * i, words, size, bold) for i, words in enumerate(lines)]


def head(page: int) -> list[L]:
    """Running head and page number: left on even pages, right on odd ones."""
    x = 60 if page % 2 == 0 else 480
    return [L(x, 790, "A/CONF.999/7", 9, bold=True), L(x, 30, str(page), 9, bold=True)]


FRONT = [
    L(60, 800, "United Nations", 14),
    L(480, 800, "A/CONF.999/7"),
    L(60, 770, "General Assembly", 18, bold=True),
    L(390, 770, "Distr.: General"),
    L(390, 758, "3 March 2008"),
    L(390, 734, "Original: English"),
    L(60, 640, "Conference on Ports", 12, bold=True),
    L(60, 628, "Second session", 10, bold=True),
    L(60, 616, "Lisbon, 3–7 March 2008"),
    L(110, 560, "Report of the Committee on Ports on its", 14, bold=True),
    L(110, 544, "second session^*^", 14, bold=True),
    L(100, 90, "^*^  The annex is circulated as received.", 9),
    L(60, 40, "V.08-12345 (E)"),
]
CONTENTS = [
    L(60, 750, "Contents", 12, bold=True),
    L(420, 730, "Paragraphs", 8),
    L(500, 730, "Page", 8),
    L(110, 710, "Introduction ........................................................"),
    L(425, 710, "1–2"),
    L(505, 710, "3"),
    L(90, 696, "I.   Proceedings of the Committee ..................................."),
    L(425, 696, "3–4"),
    L(505, 696, "3"),
    L(90, 682, "II.   Recommendations ..............................................."),
    L(425, 682, "5–6"),
    L(505, 682, "4"),
    L(90, 668, "Annex"),
    L(110, 654, "List of harbours ...................................................."),
    L(505, 654, "5"),
]
THIRD = [
    L(110, 750, "Introduction", 14, bold=True),
    *paragraph(110, 726, "1.   The Committee met in Lisbon under the Treaty of the Sea^1^ and", "thanked its host."),
    *paragraph(110, 696, "2.   The representative of Ruritania,^2^ speaking as Chair, said that the har-"),
    *paragraph(110, 684, "bours of the coast had been re-", "examined. Every harbour was open."),
    L(90, 640, "I.   Proceedings of the Committee", 14, bold=True),
    L(90, 612, "A.   Lighthouses", 12, bold=True),
    *paragraph(110, 588, "3.   The Committee considered the following:"),
    *paragraph(140, 570, "(a)   The lamps of the northern coast;"),
    *paragraph(140, 552, "(b)   The fees that ships pay when they enter a harbour by night or"),
    L(110, 120, "^1^  Collected Treaties, vol. 9, No. 12.", 8.5),
    L(110, 108, "^2^  See A/CONF.999/3.", 8.5),
]
FOURTH = [
    *paragraph(110, 750, "in fog, which^3^ the keepers collect."),
    L(110, 718, "Pilots at sea", 10, bold=True),
    *paragraph(110, 694, "4.   Pilots were heard. One of them,", "from Lutha, spoke at length."),
    L(90, 650, "II.   Recommendations", 14, bold=True),
    *paragraph(110, 626, "5.   The recommendations listed below were made:"),
    *paragraph(
        140,
        608,
        "5.1   Ratify the Treaty of the Sea and open every port to the ships",
        "of all States (Ruritania);",
        bold=True,
    ),
    *paragraph(140, 578, "5.2   Keep a lamp in each tower", bold=True),
    L(110, 120, "^3^  Ibid., annex.", 8.5),
]
FIFTH = [
    *paragraph(140, 750, "by night and by day (Lutha) (Grand Fenwick);", bold=True),
    *paragraph(140, 732, "5.3   Count the ships (Lutha).", bold=True),
    *paragraph(110, 708, "6.   The Committee closed its session."),
]
SIXTH = [
    L(60, 750, "Annex", 14, bold=True),
    L(110, 720, "List of harbours", 14, bold=True),
    *paragraph(140, 696, "The harbours that are open to all ships are the following:"),
    *paragraph(135, 678, "•   Port Amadeus, on the northern coast;"),
    *paragraph(135, 660, "•   Strelsau Quay, which was rebuilt after the flood and which", size=10),
    *paragraph(145, 648, "is lit by night."),
]
PAGES = [
    FRONT,
    [*head(2), *CONTENTS],
    [*head(3), *THIRD],
    [*head(4), *FOURTH],
    [*head(5), *FIFTH],
    [*head(6), *SIXTH],
]


def as_text(pages: list[list[L]], line_end: str = "\r\n", page_end: str = "\f") -> str:
    """The pages as ``pdftotext -layout`` gives them: raised signs glued to their words, blank lines for white space."""
    return page_end.join(_text_page(page, line_end) for page in pages)


def _text_page(page: list[L], line_end: str) -> str:
    out: list[str] = []
    rows: dict[float, list[L]] = {}
    for line in page:
        rows.setdefault(line.y, []).append(line)
    last = None
    for y in sorted(rows, reverse=True):
        if last is not None:
            out += [""] * max(0, round((last - y) / 12 - 1.2))
        last = y
        row = ""
        for line in sorted(rows[y], key=lambda line: line.x):
            row = row.ljust(max(round(line.x / COLUMN), len(row) + 3 if row else 0)) + _RAISED.sub(r"\1", line.words)
        out.append(row)
    return line_end.join(out) + line_end


def as_pdf(pages: list[list[L]], trailer: str = "") -> bytes:
    """The pages as a PDF.

    :param trailer: further entries of the trailer dictionary, such as ``/Encrypt``.
    """
    count = len(pages)
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for i, page in enumerate(pages):
        fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {6 + 2 * i} 0 R >>".encode()
        )
        stream = "\n".join(_drawn(line) for line in page).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return file_of(objects, trailer)


def _drawn(line: L) -> str:
    """The operators that print one line; what is raised is smaller and higher."""
    font = "/F2" if line.bold else "/F1"
    parts = [f"BT {font} {line.size} Tf {line.x} {line.y} Td"]
    for i, words in enumerate(_RAISED.split(line.words)):
        escaped = re.sub(r"([()\\])", r"\\\1", words)
        if i % 2:
            parts.append(f"{line.size * 0.4} Ts /F1 {line.size * 0.6} Tf ({escaped}) Tj 0 Ts {font} {line.size} Tf")
        elif words:
            parts.append(f"({escaped}) Tj")
    return " ".join([*parts, "ET"])


def file_of(objects: list[bytes], trailer: str = "") -> bytes:
    """A PDF file of its objects, numbered from 1."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer.encode())
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)
