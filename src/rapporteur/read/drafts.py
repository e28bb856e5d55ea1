"""What the walk over the lines writes down before any text is cleaned: spans only, still open to growth.

`rapporteur.read.walk` fills these; `rapporteur.read.assemble` turns them into the frozen `Report`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rapporteur.model import Furniture, Span
from rapporteur.read.outline import Place


@dataclass(slots=True)
class SectionDraft:
    """A heading: its place in the outline, and its lines (the first without the label).

    :ivar start: where the heading begins, its label included.
    :ivar under: lines in brackets under the title: "(Agenda item 2)".
    :ivar text: lines under the heading that stand in no numbered paragraph.
    """

    place: Place
    start: int
    lines: list[Span]
    page: int | None = None
    under: list[Span] = field(default_factory=list)
    text: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class ItemDraft:
    """A lettered or numbered part of a paragraph: its label, and its own lines (the first without the label)."""

    path: tuple[str, ...]
    start: int
    lines: list[Span]
    numbered: bool
    page: int | None = None

    @property
    def end(self) -> int:
        return self.lines[-1].end


@dataclass(slots=True)
class ParagraphDraft:
    """A numbered paragraph: where its number begins, and the lines of each segment (the first without the number).

    :ivar faults: paths of list items that did not follow the one before.
    :ivar enclosed: it belongs to a resolution or decision that the report carries.
    :ivar shared: further numbers it bears: 6 and 7 of "5., 6., 7. The States …".
    :ivar open_label: more of them may stand on the next line.
    """

    number: str
    start: int
    section: str
    annex: str
    segments: list[list[Span]]
    items: list[ItemDraft] = field(default_factory=list)
    faults: set[tuple[str, ...]] = field(default_factory=set)
    crosses_page: bool = False
    page: int | None = None
    enclosed: bool = False
    shared: list[int] = field(default_factory=list)
    open_label: bool = False


@dataclass(slots=True)
class NoteDraft:
    """A footnote: its printed number and its lines (the first without the number).

    :ivar raised: the number has the form of a note marker; else it is a bare number.
    """

    number: str
    label: Span
    lines: list[Span]
    raised: bool
    page: int | None = None


@dataclass(slots=True)
class Drafts:
    """Everything the walk found, in reading order.

    :ivar strays: lines that belong to no title, heading, paragraph, note or furniture.
    :ivar passed_over: lines of the text that look like headings but were not read as such.
    :ivar damaged: the labels that do not print the number they stand for, with that number.
    :ivar symbol: the document symbol that the masthead prints.
    :ivar issued: year, month and day that the masthead prints.
    """

    title: list[Span] = field(default_factory=list)
    sections: list[SectionDraft] = field(default_factory=list)
    paragraphs: list[ParagraphDraft] = field(default_factory=list)
    notes: list[NoteDraft] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    strays: list[Span] = field(default_factory=list)
    passed_over: list[Span] = field(default_factory=list)
    damaged: list[tuple[str, Span]] = field(default_factory=list)
    symbol: str | None = None
    issued: tuple[int, int, int] | None = None
