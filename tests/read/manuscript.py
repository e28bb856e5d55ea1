"""A report taken apart into what is printed, so that a test can typeset it again in another format.

Takes a `Report`, gives its headings, paragraphs, list items and notes in reading order, each as runs of words, italics
and note calls. Nothing here knows a format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.model import CleanText, Report


@dataclass(frozen=True)
class Run:
    """Words printed alike, or, where ``note`` is given, the call of that note."""

    text: str = ""
    italic: bool = False
    note: str = ""


@dataclass(frozen=True)
class Part:
    """One printed paragraph.

    :ivar kind: "line" of the masthead, "title", "heading", "paragraph", "item" or "note".
    :ivar label: "II.", "12.", "(a)", "3." as printed; of a note its number.
    :ivar depth: of a heading 1 to 3; of an item 1 or 2.
    """

    kind: str
    runs: tuple[Run, ...]
    label: str = ""
    depth: int = 0


def runs_of(clean: CleanText) -> tuple[Run, ...]:
    """The words of a clean text, cut where italics begin or end and where a note is called."""
    edges = {0, len(clean.text), *(i for pair in clean.emphasis for i in pair), *(m.at for m in clean.markers)}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(clean.text))
    made: list[Run] = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        made += [Run(note=m.number) for m in clean.markers if m.at == start]
        if end is not None and end > start:
            made.append(Run(clean.text[start:end], any(a <= start and end <= b for a, b in clean.emphasis)))
    return tuple(made)


def parts_of(report: Report, masthead: tuple[str, ...] = ()) -> list[Part]:
    """Everything that a report prints, its notes at the end."""
    parts = [Part("line", (Run(line),)) for line in masthead]
    assert report.title is not None
    parts.append(Part("title", runs_of(report.title)))
    inner: list[tuple[int, list[Part]]] = []
    for section in report.sections:
        label = f"{section.label}." if section.label else ""
        inner.append((section.order, [Part("heading", runs_of(section.title), label, section.level)]))
    for paragraph in report.paragraphs:
        inner.append((paragraph.order, list(_paragraph(paragraph.number, paragraph.body, paragraph.items))))
    for _, made in sorted(inner, key=lambda each: each[0]):
        parts += made
    parts += [Part("note", runs_of(note.body), note.number) for note in report.footnotes]
    return parts


def _paragraph(number: str, body: CleanText, items: tuple) -> Iterator[Part]:
    starts = [body.index(item.span.start) for item in items]
    first = starts[0] if starts else len(body.text)
    yield Part("paragraph", runs_of(_stripped(body, 0, first)), f"{number}.")
    for item, start, end in zip(items, starts, [*starts[1:], len(body.text)], strict=False):
        words = _stripped(body, start, end)
        label = words.text.split()[0]
        assert label.strip("().") == item.label.partition("~")[0]
        yield Part("item", runs_of(_stripped(words, len(label), len(words.text))), label, len(item.path))


def _stripped(clean: CleanText, start: int, end: int) -> CleanText:
    text = clean.text[start:end]
    return clean.slice(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
