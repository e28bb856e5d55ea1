"""A report as read: its outline, numbered paragraphs, lettered subparagraphs, notes, and what is only page furniture.

`rapporteur.read` makes these; nothing here knows what a State or a treaty is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from rapporteur.model.record import Finding as Finding
from rapporteur.model.record import Record as Record
from rapporteur.model.refs import PartKind, PartRef
from rapporteur.model.style import NO_CHOICE, StyleChoice
from rapporteur.model.swift import lazy
from rapporteur.model.text import CleanText, NoteMarker, Span, TextAsRead


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it stands over.

    :ivar path: "II.A.1"; for a heading without label ``<parent>/<slug>``.
    :ivar label: the last part of the path as printed, "1"; "" without one.
    :ivar level: 1 for roman, 2 for letter, 3 for arabic, whatever the number of ``#``.
    :ivar title: the heading without its label.
    :ivar span: of the title in the text as read.
    :ivar parent: path of the section above, or "".
    :ivar heading: the title with the words in brackets under it, "(Agenda item 2)"; None where none stand there.
    :ivar whole: title, brackets and the text under them that stands in no numbered paragraph; None without such text.
    """

    path: str
    label: str
    level: int
    title: CleanText
    span: Span
    parent: str
    order: int
    page: int | None = None
    heading: CleanText | None = None
    whole: CleanText | None = None

    @property
    def ref(self) -> PartRef:
        return PartRef(PartKind.SECTION, (self.path,))

    @property
    def words(self) -> CleanText:
        """All that stands in the section itself: its title, the brackets under it, and text without a number."""
        return self.whole or self.heading or self.title

    @property
    def unnumbered(self) -> CleanText | None:
        """The text under the heading that stands in no numbered paragraph, or None."""
        if self.whole is None:
            return None
        start = len(self.heading or self.title)
        start += self.whole.text[start:].startswith(" ")
        return self.whole.slice(start, len(self.whole))


@dataclass(frozen=True, slots=True)
class ListItem:
    """A lettered subparagraph, or a numbered line inside a paragraph (an agenda is such a list).

    :ivar path: labels from the paragraph down, ("a",) or ("1", "a").
    :ivar body: its own words, without the label and without its children.
    :ivar span: from the label to the end of its own words.
    :ivar numbered: in a list printed with arabic numbers, as an agenda is, itself or the item above it.
    """

    path: tuple[str, ...]
    body: CleanText
    span: Span
    order: int
    numbered: bool = False
    page: int | None = None

    @property
    def label(self) -> str:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph.

    :ivar number: as printed, without the full stop: "31", "122.17".
    :ivar section: path of the section it stands in, "" before the first heading.
    :ivar body: the whole paragraph, list items inline with their labels; no number, note markers or emphasis.
    :ivar span: the envelope in the text as read, from its number to its last character.
    :ivar segments: the parts of the envelope that are the paragraph's own: footnote blocks in between are left out.
    :ivar items: lettered subparagraphs or numbered lines, in reading order.
    :ivar crosses_page: it was joined over a page turn.
    :ivar annex: the annex it stands in, or "".
    :ivar ref: what links point at.
    :ivar copy: 1; of a paragraph whose number was there before 2, 3, ...: its reference is then "12~2".
    """

    number: str
    section: str
    body: CleanText
    span: Span
    segments: tuple[Span, ...]
    order: int
    items: tuple[ListItem, ...] = ()
    crosses_page: bool = False
    annex: str = ""
    page: int | None = None
    copy: int = 1
    ref: PartRef = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ref", PartRef(PartKind.PARAGRAPH, (self.key,), self.annex))

    @property
    def key(self) -> str:
        """The number, told apart from an earlier paragraph of the same number."""
        return self.number if self.copy == 1 else f"{self.number}~{self.copy}"

    def item_ref(self, item: ListItem) -> PartRef:
        """The subparagraph that ``item`` is."""
        return PartRef(PartKind.SUBPARAGRAPH, (self.key, *item.path), self.annex)

    @property
    def subparagraphs(self) -> tuple[ListItem, ...]:
        """The lettered parts: a numbered line is an agenda item or the like, not a subparagraph."""
        return tuple(item for item in self.items if not item.numbered and len(item.path) == 1)

    @property
    def chapeau(self) -> CleanText | None:
        """The words before the first list item, or None where the paragraph has none."""
        if not self.items:
            return None
        end = self.body.index(self.items[0].span.start)
        return self.body.slice(0, len(self.body.text[:end].rstrip()))


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page or the end of the text.

    :ivar id: unique in the report: the number, or ``p7-1`` where the number repeats or is a sign.
    :ivar body: the note's words without its number.
    :ivar span: of those words in the text as read.
    :ivar marker: where it is called, or None where no marker was found (a finding says so).
    :ivar note_of: the text part that carries the marker.
    """

    id: str
    number: str
    body: CleanText
    span: Span
    order: int
    marker: NoteMarker | None = None
    note_of: PartRef | None = None
    page: int | None = None

    @property
    def ref(self) -> PartRef:
        return PartRef(PartKind.NOTE, (self.id,))


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters that belong to the page, not to the report: rules, distribution lines, number labels, markup.

    :ivar kind: "masthead", "rule", "heading-markup", "label", "note-marker", "note-number", "emphasis",
        "adoption": under a decision, the meeting and the day of it.
    """

    kind: str
    span: Span


@dataclass(frozen=True)
class Report:
    """A whole report as read.

    :ivar title: the title as printed, with its place; None where the text has none (then ``record.title``).
    :ivar title_span: of the title in the text as read.
    :ivar issued: the date of issue, from the text or the record.
    :ivar language: ISO 639-1, "en".
    :ivar page_starts: the first words of each page: their offset, and the page; empty where the source has no pages.
    :ivar house: the house style it was read under, with the reasons.
    """

    source: TextAsRead
    record: Record
    title: CleanText | None
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    furniture: tuple[Furniture, ...]
    findings: tuple[Finding, ...] = ()
    issued: date | None = None
    language: str = "en"
    extra: tuple[tuple[str, str], ...] = field(default=())
    page_starts: tuple[tuple[int, int], ...] = ()
    house: StyleChoice = NO_CHOICE

    @property
    def symbol(self) -> str | None:
        """The document symbol, where the record or the text gave one."""
        return self.record.symbol

    @property
    def title_text(self) -> str:
        """The title in words, from the text, else the record, else the file name."""
        if self.title is not None:
            return self.title.text
        return self.record.title or self.source.name

    @property
    def title_words(self) -> str:
        """The title in words, from the text, else the record; "" where neither gives one."""
        return self.title.text if self.title is not None else self.record.title or ""

    def quote(self, span: Span) -> str:
        """The words between the offsets of the text as read, exactly."""
        return self.source.quote(span)

    @lazy
    def section_by_path(self) -> dict[str, Section]:
        return {section.path: section for section in self.sections}

    @lazy
    def paragraph_by_number(self) -> dict[str, Paragraph]:
        """Body paragraphs by number; of a repeated number the first."""
        found: dict[str, Paragraph] = {}
        for paragraph in self.paragraphs:
            if not paragraph.annex:
                found.setdefault(paragraph.number, paragraph)
        return found

    @lazy
    def footnote_by_number(self) -> dict[str, Footnote]:
        found: dict[str, Footnote] = {}
        for note in self.footnotes:
            found.setdefault(note.number, note)
        return found

    def texts(self) -> Iterator[tuple[PartRef, CleanText]]:
        """Each text that finders read, once, in reading order: title, sections with their unnumbered text, paragraphs,
        notes."""
        return iter(self._texts)

    @lazy
    def _texts(self) -> tuple[tuple[PartRef, CleanText], ...]:
        title = ((PartRef(PartKind.REPORT), self.title),) if self.title is not None else ()
        parts: list[tuple[int, PartRef, CleanText]] = []
        parts += [(s.span.start, s.ref, s.words) for s in self.sections]
        parts += [(p.span.start, p.ref, p.body) for p in self.paragraphs]
        parts += [(n.span.start, n.ref, n.body) for n in self.footnotes]
        return (*title, *((ref, clean) for _, ref, clean in sorted(parts, key=lambda part: part[0])))

    def innermost(self, part: PartRef, span: Span) -> PartRef:
        """The subparagraph of paragraph ``part`` that holds ``span``, else ``part`` itself."""
        if not self._lettered_by_ref:
            return part
        best = part
        for item, ref in self._lettered_by_ref.get(part, ()):
            if item.span.contains(span):
                best = ref
        return best

    @lazy
    def _lettered_by_ref(self) -> dict[PartRef, tuple[tuple[ListItem, PartRef], ...]]:
        """The subparagraphs of each paragraph that has some."""
        lettered = ((p, [item for item in p.items if not item.numbered]) for p in self.paragraphs if p.items)
        return {p.ref: tuple((item, p.item_ref(item)) for item in items) for p, items in lettered if items}

    @lazy
    def _paragraph_by_ref(self) -> dict[PartRef, Paragraph]:
        return {paragraph.ref: paragraph for paragraph in self.paragraphs}

    def paragraph(self, ref: PartRef) -> Paragraph | None:
        """The paragraph that ``ref`` is, or that the subparagraph ``ref`` lies in."""
        if ref.kind in (PartKind.PARAGRAPH, PartKind.SUBPARAGRAPH):
            return self._paragraph_by_ref.get(PartRef(PartKind.PARAGRAPH, ref.path[:1], ref.annex))
        return None

    def section_chain(self, path: str) -> tuple[Section, ...]:
        """The section at ``path`` and those above it, outermost first."""
        chain: list[Section] = []
        while path in self.section_by_path:
            section = self.section_by_path[path]
            chain.append(section)
            path = section.parent
        return tuple(reversed(chain))

    def section_at(self, paragraph: Paragraph, offset: int) -> str:
        """Path of the section in which an offset of a paragraph stands: its list may go on under headings below it."""
        inside = (s.path for s in reversed(self.sections) if paragraph.span.start < s.span.start < offset)
        return next(inside, paragraph.section)

    def page(self, offset: int) -> int | None:
        """The page that ``offset`` stands on, from 1; None where the source has no pages."""
        i = bisect_right(self.page_starts, offset, key=lambda start: start[0]) - 1
        return self.page_starts[max(i, 0)][1] if self.page_starts else None

    @lazy
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.source.text) if c == "\n")]

    def line(self, offset: int) -> int:
        """The line of the source that ``offset`` stands on, from 1, for messages."""
        return bisect_right(self._line_starts, offset)
