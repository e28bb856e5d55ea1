"""The report and its text parts, from section to note → triples with their places and words."""

from __future__ import annotations

import re

from rdflib import Literal, URIRef

from rapporteur.graph.iris import ReportIris
from rapporteur.graph.labels import Labels, document_ref
from rapporteur.graph.vocabulary import (
    DCTERMS,
    LABEL,
    LANGUAGE,
    PART_OF,
    RAP,
    TITLE,
    Sheet,
    day,
    integer,
    plain,
    words,
)
from rapporteur.model import LinkedReport, ListItem, Paragraph, PartKind, PartRef, Report, Span
from rapporteur.model.refs import ONLY_ANNEX

_LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
_SECTION_LABEL = re.compile(r"[IVXLCDM]+|[A-Z]|[0-9]+|[a-z]")
_COPY = re.compile(r"~[0-9]+$")
_NOTE_BY_PAGE = re.compile(r"p[0-9]+-[0-9]+")


def subparagraphs(paragraph: Paragraph) -> tuple[ListItem, ...]:
    """The lettered parts at any depth; what stands under a numbered line (an agenda item) is none."""
    numbered = {item.path for item in paragraph.items if item.numbered}
    return tuple(
        item
        for item in paragraph.items
        if not any(item.path[:depth] in numbered for depth in range(1, len(item.path) + 1))
    )


class ReportWriter:
    """Writes the report and its parts on a sheet."""

    def __init__(self, sheet: Sheet, linked: LinkedReport, own: ReportIris, labels: Labels) -> None:
        self._sheet, self._own, self._labels = sheet, own, labels
        self._linked = linked
        self._report: Report = linked.report
        self._language = linked.report.language
        self._places = {order: place for place, order in enumerate(sorted(_orders(self._report)))}

    def write(self) -> None:
        """The report, then each of its parts in reading order."""
        self._document()
        for section in self._report.sections:
            above = self._report.section_by_path.get(section.parent)
            node = self._part(
                section.ref, RAP["Section"], section.span, section.order, section.page,
                self._own.part(above.ref) if above else self._own.document,
            )  # fmt: skip
            self._sheet.add(node, RAP["path"], plain(section.path))
            self._sheet.add(node, TITLE, self._words(section.title.text))
            unnumbered = section.unnumbered
            if unnumbered is not None and len(unnumbered):
                self._sheet.add(node, RAP["text"], self._words(unnumbered.text))
                self._sheet.add(node, RAP["textStart"], integer(unnumbered.whole.start))
                self._sheet.add(node, RAP["textEnd"], integer(unnumbered.whole.end))
        for paragraph in self._report.paragraphs:
            self._paragraph(paragraph)
        for note in self._report.footnotes:
            above_note = self._own.part(note.note_of) if note.note_of else None
            node = self._part(
                note.ref, RAP["Footnote"], note.span, note.order, note.page, above_note or self._own.document
            )
            self._sheet.add(node, RAP["number"], plain(note.number))
            self._sheet.add(node, RAP["text"], self._words(note.body.text))
            self._sheet.add(node, RAP["noteOf"], above_note)

    def _document(self) -> None:
        report, add, node = self._report, self._sheet.add, self._own.document
        self._sheet.thing(node, RAP["Report"], self._labels.of(document_ref(self._linked)))
        add(node, RAP["symbol"], plain(report.symbol) if report.symbol else None)
        add(node, TITLE, self._words(report.title_text))
        add(node, DCTERMS["issued"], day(report.issued) if report.issued else None)
        add(node, RAP["sha256"], plain(report.source.sha256))
        language = self._own.iris.outside(LANGUAGE[self._language])
        add(node, DCTERMS["language"], language)
        add(language, LABEL, words(_LANGUAGES.get(self._language, self._language), "en"))
        if self._linked.meeting:
            add(node, RAP["reports"], self._own.meeting)
        if report.record.source:
            source = self._own.iris.outside(report.record.source)
            add(node, DCTERMS["source"], source)
            add(source, LABEL, words(report.record.source, "en"))

    def _paragraph(self, paragraph: Paragraph) -> None:
        above = self._report.section_by_path.get(paragraph.section)
        node = self._part(
            paragraph.ref, RAP["Paragraph"], paragraph.span, paragraph.order, paragraph.page,
            self._own.part(above.ref) if above else self._own.document,
        )  # fmt: skip
        self._sheet.add(node, RAP["text"], self._words(paragraph.body.text))
        for item in subparagraphs(paragraph):
            ref = paragraph.item_ref(item)
            outer = PartRef(PartKind.SUBPARAGRAPH, ref.path[:-1], ref.annex)
            below = self._part(
                ref, RAP["Subparagraph"], item.span, item.order, item.page,
                self._own.part(outer) if len(item.path) > 1 else node,
            )  # fmt: skip
            self._sheet.add(below, RAP["text"], self._words(item.body.text))

    def _part(self, ref: PartRef, class_: URIRef, span: Span, order: int, page: int | None, above: URIRef) -> URIRef:
        """What every text part has; returns its address."""
        node, add = self._own.part(ref), self._sheet.add
        self._sheet.thing(node, class_, self._labels.of(ref))
        add(node, RAP["inDocument"], self._own.document)
        add(node, PART_OF, above)
        if ref.kind is not PartKind.NOTE:
            add(node, RAP["number"], part_number(ref))
        add(node, RAP["start"], integer(span.start))
        add(node, RAP["end"], integer(span.end))
        add(node, RAP["order"], integer(self._places[order]))
        add(node, RAP["page"], integer(page) if page is not None else None)
        return node

    def _words(self, text: str) -> Literal:
        return words(text, self._language)


def _orders(report: Report) -> set[int]:
    """Where the parts that the graph tells of stand among all that was read, agenda lines included."""
    found = {section.order for section in report.sections} | {note.order for note in report.footnotes}
    for paragraph in report.paragraphs:
        found |= {paragraph.order, *(item.order for item in subparagraphs(paragraph))}
    return found


def part_number(ref: PartRef) -> Literal | None:
    """The number of a text part among its siblings, as its address tells it.

    None for a heading without label and for a note that is told apart by its page: their addresses hold
    no number.

    A number that was there before is printed the same the second time: ``14~2`` is 14.

    >>> str(part_number(PartRef(PartKind.SECTION, ("II.A.1",))))
    '1'
    >>> str(part_number(PartRef(PartKind.PARAGRAPH, ("14~2",))))
    '14'
    >>> str(part_number(PartRef(PartKind.SECTION, (), "II")))
    'II'
    """
    if not ref.path:
        return plain(ref.annex) if ref.annex and ref.annex != ONLY_ANNEX else None
    last = _COPY.sub("", ref.path[-1])
    if ref.kind is PartKind.SECTION:
        last = last.rsplit(".", 1)[-1]
        return plain(last) if _SECTION_LABEL.fullmatch(last) else None
    return None if _NOTE_BY_PAGE.fullmatch(last) else plain(last)
