"""Where the walk stands: what is open, how the last words ended, which number is due.

The state that `headings`, `paragraphs` and `notes` share while `walk` goes from line to line. It answers questions
about lines; what is written down goes into its `drafts`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rapporteur.model import CleanText, Furniture, Span
from rapporteur.read.clean import Cleaner
from rapporteur.read.damaged import NumberLabel, damaged_labels, label_in
from rapporteur.read.drafts import Drafts, ItemDraft, NoteDraft, ParagraphDraft, SectionDraft
from rapporteur.read.labels import LAYOUT, ListLevels, letter_value, roman_value
from rapporteur.read.layout import Layout, Line, LineKind
from rapporteur.read.numbering import number_form
from rapporteur.read.numbers_apart import APART
from rapporteur.read.outline import Outline

_DOTTED = LAYOUT["paragraph/dotted"].regex
_FINISHED = LAYOUT["tail/finished"].regex
_COLON = LAYOUT["tail/colon"].regex
_WIDE_LABEL = re.compile(r"\d{1,4}\.(?:[ \u00a0]{2,}|[ \u00a0]*\t)[ \t\u00a0]*\S")
_TAB = 8
_LOOK_AHEAD = 1000
"""Lines looked at to see whether paragraphs that were left out come after all."""


class Position:
    """The open places of one walk.

    :ivar numbered: the text numbers its paragraphs, so far as is known.
    :ivar midst: the text begins in the midst of its body, nothing of a front above it.
    :ivar number_form: how the text numbers its paragraphs.
    :ivar rows: the first headings of rows of numbered ones that come more than once, as they are compared.
    :ivar run_on: the numbers before which lines were cut.
    :ivar damaged: numbers that the text shows in another form by mistake, by where their lines begin.
    :ivar tail: the last words of the body, of paragraph or list item; "" after a heading.
    :ivar last_number: the number of the last paragraph in the body or annex, None before the first.
    :ivar left: the last paragraph, while nothing but headings and its own list stood since.
    :ivar enclosed: the text of a resolution or decision is open, whose paragraphs have numbers of their own.
    :ivar enclosed_depth: how deep the heading over the last such text stands, 0 before the first.
    :ivar outer_number: the number of the last paragraph before it.
    :ivar enclosed_annex: the number of its last annex, 0 without one or for one without number.
    :ivar column: where the number of the open paragraph stands, in columns from the left.
    :ivar list_column: where the number of the last numbered item in it stands.
    :ivar list_before: the number that a numbered list in an earlier paragraph would go on with, 0 without one.
    :ivar inner_list: the paragraph or section with a list whose parts bear words in italics, marked as headings.
    :ivar interrupted: notes, a rule or page furniture stood since the last words of the open paragraph.
    :ivar tight_note: no blank line stands before the open note, or the first of the notes it follows.
    :ivar in_notes: the heading "Notes" stands over these lines.
    :ivar after_rule: a rule was the line before.
    :ivar called: the numbers that note markers name anywhere in the text.
    :ivar number_marks: where a note's own number stands in the form of a marker.
    """

    def __init__(self, layout: Layout) -> None:
        self.lines = layout.lines
        self.text = layout.text
        self.run_on = layout.run_on
        self.cleaner = Cleaner(layout)
        heads = [self.head(line).text for line in layout.lines if line.kind is LineKind.TEXT and not line.bullet]
        self.number_form = APART if layout.numbers_apart else number_form(heads)
        self.damaged = damaged_labels(
            layout.lines, lambda line: self.head(line).text, lambda line: self.cleaner.tail(line.span), self.number_form
        )
        self.numbered = True
        self.midst = False
        self.rows: frozenset[str] = frozenset()
        self.outline = Outline()
        self.drafts = Drafts(furniture=list(layout.furniture))
        self.paragraph: ParagraphDraft | None = None
        self.item: ItemDraft | None = None
        self.left: ParagraphDraft | None = None
        self.levels = ListLevels()
        self.tight_list = False
        self.column = 0
        self.list_column = 0
        self.list_before = 0
        self.note: NoteDraft | None = None
        self.tight_note = False
        self.tail = ""
        self.last_number: int | None = None
        self.enclosed = False
        self.enclosed_depth = 0
        self.outer_number: int | None = None
        self.enclosed_annex = 0
        self.inner_list: ParagraphDraft | SectionDraft | None = None
        self.interrupted = False
        self.in_notes = False
        self.after_rule = False
        self.called = frozenset(number for mark in layout.marks for number in mark.numbers)
        self.number_marks: set[int] = set()

    def enclose(self, *, begins: bool) -> None:
        """Begin the text of a resolution or decision, or go back to the report's own numbers."""
        if begins and not self.enclosed:
            self.outer_number = self.last_number
        self.last_number = None if begins else self.outer_number
        self.enclosed = begins
        self.enclosed_annex = 0
        self.outline.begin_enclosed(0)

    def reopen(self, label: str) -> bool:
        """Go on with the list of the paragraph over the headings that stand above: "2. … the following:", "A. Ports",
        "(a) …". False where there is none, or where other text stands under the heading."""
        left, sections = self.left, self.drafts.sections
        if left is None or not sections or sections[-1].text or sections[-1].place.path != self.outline.path:
            return False
        if not (letter_value(label) or roman_value(label)):
            return False
        if left.annex != self.outline.annex or not self.outline.path.startswith(f"{left.section}."):
            return False
        if label == "a":
            self.levels.open.clear()
        self.paragraph = left
        left.segments.append([])
        return True

    @property
    def open_text(self) -> ParagraphDraft | SectionDraft | None:
        """What further words go on with: the open paragraph, else the section whose own text stands open, else None."""
        sections = self.drafts.sections
        if self.paragraph is not None or not sections or sections[-1].place.path != self.outline.path:
            return self.paragraph
        return sections[-1] if sections[-1].text else None

    def line(self, i: int) -> Line | None:
        """Line ``i``, None after the last."""
        return self.lines[i] if i < len(self.lines) else None

    def head(self, line: Line) -> CleanText:
        """The first words of a line, without markup."""
        return self.cleaner.head(line.span)

    def number(self, line: Line) -> int | None:
        """The paragraph number that a line of text begins with, else None."""
        if line.kind is not LineKind.TEXT:
            return None
        label = self.label(line)
        return int(label.number) if label else None

    def numbers(self, line: Line) -> bool:
        """Does a line of text begin with a paragraph number, or with one below another: "61.12"?"""
        dotted = line.kind is LineKind.TEXT and _DOTTED.match(self.head(line).text) is not None
        return dotted or self.number(line) is not None

    def label(self, line: Line) -> NumberLabel | None:
        """The paragraph number that a line begins with and where it ends, a damaged one too, else None."""
        return label_in(self.number_form, self.head(line).text) or self.damaged.get(line.span.start)

    def indent(self, line: Line) -> int:
        """Columns of white space before the words of ``line``, where nothing else stands before them, else 0."""
        start = line.span.start
        while start and self.text[start - 1] in " \t\u00a0":
            start -= 1
        return len(self.text[start : line.span.start].expandtabs(_TAB)) if self.text[start - 1 : start].isspace() else 0

    def wide_label(self, line: Line) -> bool:
        """Does wide white space stand after the number of ``line``, as none does inside a sentence?"""
        return bool(_WIDE_LABEL.match(self.text, line.span.start, line.span.end))

    def begins(self, i: int) -> bool:
        """Does line ``i`` stand apart from the words before it?"""
        return i == 0 or self.lines[i].gap or self.lines[i - 1].kind is not LineKind.TEXT

    @property
    def finished(self) -> bool:
        """Did the words before end as a sentence, or a member of a list, does? True where there are none."""
        return not self.tail or bool(_FINISHED.search(self.tail))

    @property
    def announced(self) -> bool:
        """Did the words before end with a colon?"""
        return bool(_COLON.search(self.tail))

    def cut_label(self, line: Line, end: int) -> Span:
        """The words of ``line`` after a label of ``end`` clean characters, which becomes furniture."""
        head = self.head(line)
        self.drafts.furniture += [Furniture("label", span) for span in stretches(head, end)]
        return self.after_label(line, end)

    def after_label(self, line: Line, end: int) -> Span:
        """The words of ``line`` after its first ``end`` clean characters."""
        head = self.head(line)
        return Span(head.offsets[end] if end < len(head) else line.span.end, line.span.end)

    def label_start(self, line: Line) -> int:
        """Where the label of ``line`` begins, its emphasis signs left out."""
        head = self.head(line)
        return head.offsets[0] if head.offsets else line.span.start


def goes_on_after_gap(at: Position, i: int) -> bool:
    """Do the paragraphs go on at line ``i`` with a number far ahead, those between lost or left out?

    After a finished sentence, where the next two numbers below count on from it and the one that is due stands nowhere
    below.
    """
    number = at.number(at.lines[i])
    if number is None or at.last_number is None or number <= at.last_number or not at.finished:
        return False
    below = [n for line in at.lines[i + 1 : i + 1 + _LOOK_AHEAD] if (n := at.number(line)) is not None]
    return [n for n in below if n >= number][:2] == [number + 1, number + 2] and at.last_number + 1 not in below


def stretches(clean: CleanText, end: int) -> list[Span]:
    """The unbroken spans that the first ``end`` characters of a clean text stand on, white space left out."""
    places = [o for c, o in zip(clean.text[:end], clean.offsets, strict=False) if not c.isspace()]
    if not places:
        return []
    breaks = [i + 1 for i, (a, b) in enumerate(pairwise(places)) if b != a + 1]
    starts, ends = [0, *breaks], [*breaks, len(places)]
    return [Span(places[a], places[b - 1] + 1) for a, b in zip(starts, ends, strict=True)]
