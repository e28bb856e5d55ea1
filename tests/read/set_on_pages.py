"""A report that was read, set again on pages: wrapped lines, running heads, notes at the foot of the page.

Takes a `Report`, gives the lines of each page for `paged_cases.as_text` and `as_pdf`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

from paged_cases import L

from rapporteur.model import CleanText, Footnote, Paragraph, Report, Section

_TOP, _FOOT, _LEADING = 760.0, 70.0, 12.0
_WIDTH = 88
_NOTE_WIDTH = 96


@dataclass
class _Page:
    number: int
    symbol: str
    lines: list[L] = field(default_factory=list)
    notes: list[L] = field(default_factory=list)
    y: float = _TOP

    @property
    def note_height(self) -> float:
        return 10.0 * len(self.notes) + (24.0 if self.notes else 0.0)

    def room(self, lines: int, note_lines: int) -> bool:
        notes = self.note_height + 10.0 * note_lines + (24.0 if note_lines and not self.notes else 0.0)
        return self.y - _LEADING * lines - notes > _FOOT

    def whole(self) -> list[L]:
        x = 60 if self.number % 2 == 0 else 480
        notes = [L(n.x, 60 + 10.0 * (len(self.notes) - i), n.words, n.size) for i, n in enumerate(self.notes)]
        return [L(x, 800, self.symbol, 9, bold=True), *self.lines, *notes, L(x, 30, str(self.number), 9, bold=True)]


def set_on_pages(report: Report, symbol: str) -> list[list[L]]:
    """The pages of a report, its masthead on the first.

    :param symbol: what the running head prints.
    """
    front = [
        L(60, 800, "United Nations", 14),
        L(480, 800, symbol),
        L(390, 770, "Distr.: General"),
        L(390, 758, report.issued.strftime("%-d %B %Y") if report.issued else "1 May 2001"),
        L(390, 734, "Original: English"),
        *[L(110, 600 - 16 * i, words, 14, bold=True) for i, words in enumerate(textwrap.wrap(report.title_text, 60))],
        L(60, 40, "V.08-12345 (E)"),
    ]
    pages = [_Page(2, symbol)]
    notes = {note.id: note for note in report.footnotes}
    waiting = {note.number: [n for n in report.footnotes if n.number == note.number] for note in notes.values()}
    parts: list[tuple[int, Section | Paragraph]] = [(s.order, s) for s in report.sections]
    parts += [(p.order, p) for p in report.paragraphs]
    for _, part in sorted(parts, key=lambda pair: pair[0]):
        if isinstance(part, Section):
            _heading(pages, part, waiting)
        else:
            _paragraph(pages, part, waiting)
    return [front, *(page.whole() for page in pages)]


def _heading(pages: list[_Page], section: Section, waiting: dict[str, list[Footnote]]) -> None:
    size = 14 if section.level == 1 else 12
    label = f"{section.label}.   " if section.label else ""
    lines = textwrap.wrap(label + _marked(section.title), 70, subsequent_indent=" " * len(label))
    notes = _notes(section.title, waiting)
    if not pages[-1].room(len(lines) + 6, _height(notes)):
        pages.append(_Page(pages[-1].number + 1, pages[-1].symbol))
    page = pages[-1]
    page.y -= 24
    for i, words in enumerate(lines):
        page.lines.append(L(110 - 6.0 * len(label) if i == 0 else 110, page.y, words.strip(), size, bold=True))
        page.y -= 1.2 * size
    page.y -= 12
    _set_notes(page, notes)


def _paragraph(pages: list[_Page], paragraph: Paragraph, waiting: dict[str, list[Footnote]]) -> None:
    starts = sorted({paragraph.body.index(item.span.start) for item in paragraph.items} | {0})
    ends = [*starts[1:], len(paragraph.body)]
    for start, end in zip(starts, ends, strict=True):
        piece = paragraph.body.slice(start, end)
        words = _marked(piece).strip()
        x = 110 if start == 0 else 140
        first = f"{paragraph.number}.   {words}" if start == 0 else words
        for line, called in _lines(first, piece, waiting):
            if not pages[-1].room(1, _height(called)):
                pages.append(_Page(pages[-1].number + 1, pages[-1].symbol))
            page = pages[-1]
            page.lines.append(L(x, page.y, line))
            page.y -= _LEADING
            _set_notes(page, called)
        pages[-1].y -= 6


def _lines(words: str, piece: CleanText, waiting: dict[str, list[Footnote]]) -> Iterator[tuple[str, list[Footnote]]]:
    """Wrapped lines, each with the notes it calls."""
    for line in textwrap.wrap(words, _WIDTH, break_on_hyphens=True, break_long_words=False):
        numbers = [n for chunk in line.split("^")[1::2] for n in chunk.split(",")]
        yield line, [waiting[n].pop(0) for n in numbers if waiting.get(n)]


def _marked(clean: CleanText) -> str:
    """The words with markers as ``^3^``; several at one place as ``^3,4^``."""
    out, last = "", 0
    for at in sorted({marker.at for marker in clean.markers}):
        numbers = ",".join(marker.number for marker in clean.markers if marker.at == at)
        end = at - 1 if at and clean.text[at - 1 : at] == " " else at
        out += f"{clean.text[last:end]}^{numbers}^"
        last = end
    return out + clean.text[last:]


def _notes(clean: CleanText, waiting: dict[str, list[Footnote]]) -> list[Footnote]:
    return [waiting[m.number].pop(0) for m in clean.markers if waiting.get(m.number)]


def _height(notes: list[Footnote]) -> int:
    return sum(len(_note_lines(note)) for note in notes)


def _note_lines(note: Footnote) -> list[str]:
    return textwrap.wrap(f"^{note.number}^  {note.body.text}", _NOTE_WIDTH, break_long_words=False)


def _set_notes(page: _Page, notes: list[Footnote]) -> None:
    for note in notes:
        page.notes += [L(110, 0, words, 8.5) for words in _note_lines(note)]
