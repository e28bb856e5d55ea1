"""The blocks of a Word or HTML file → the text as read, with the `Layout` that counts it.

Neither format is a text: an adapter gives blocks (a paragraph, a heading, a row of a table, a note) made of words, and
the text is composed here. One line a printed line, a blank line between blocks; a label that the format counts by
itself stands before its words; a note is called by raised digits ("Colombia³"), and begins with them. Offsets count
this text. The same blocks give the same text. Linear in their length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapporteur.model import Furniture, Span
from rapporteur.read.inline import note_numbers
from rapporteur.read.layout import Layout, Line, LineKind, Mark

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_FORM = re.compile(r"(?:\d{1,4}|[*†‡]{1,3}|[a-z])(?:\s*[,;–-]\s*(?:\d{1,4}|[*†‡]{1,3}|[a-z]))*")
_SEPARATOR = re.compile(r"[\s,;–-]+")
_QUANTITY = re.compile(r"(?:\d|\b(?:[kcdm]?m|ha|in|ft))\Z")
_OTHER_BREAKS = str.maketrans(dict.fromkeys("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
RULE = "---"
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are printed alike.

    :ivar text: a "\\n" in it ends the printed line.
    :ivar raised: printed as a superscript: a note marker where it has the form of one, else words.
    :ivar notes: the numbers of the notes that are called here; the text is then empty.
    """

    text: str
    italic: bool = False
    raised: bool = False
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Block:
    """What is printed as one paragraph, heading, row, or part of a note.

    :ivar depth: of a heading, 1 outermost.
    :ivar label: the number that the format counts for it, as printed, or "".
    :ivar tight: no blank line before it.
    :ivar indent: columns of white space before its first line: a list inside a paragraph is told by them.
    :ivar note: the number of the note it belongs to.
    :ivar opens_note: it is the first block of that note.
    :ivar furniture: the kind of page furniture it is, or "".
    :ivar anchor: the id of the element in the source, where there is one.
    """

    words: list[Words]
    kind: LineKind = LineKind.TEXT
    depth: int = 0
    label: str = ""
    bullet: bool = False
    tight: bool = False
    indent: int = 0
    note: str = ""
    opens_note: bool = False
    furniture: str = ""
    anchor: str | None = None

    @property
    def text(self) -> str:
        """Its words without markers."""
        return "".join(part.text for part in self.words)

    @property
    def blank(self) -> bool:
        """Has it neither words nor markers?"""
        return not any(part.notes or part.text.strip() for part in self.words)


def compose(blocks: Iterable[Block]) -> Layout:
    """The layout of the blocks that are not blank, in order."""
    kept = [block for block in blocks if block.kind is LineKind.RULE or not block.blank]
    writer = _Writer(_known_notes(kept))
    for block in kept:
        writer.block(block)
    return writer.layout()


def _known_notes(blocks: Sequence[Block]) -> frozenset[str]:
    """The numbers that some note bears: given by the format, or raised at the beginning of a block."""
    known = {block.note for block in blocks if block.opens_note}
    for block in blocks:
        first = next((part for part in block.words if part.text.strip()), None)
        if first is not None and first.raised:
            known.add(first.text.strip())
    return frozenset(known)


@dataclass(slots=True)
class _Writer:
    known: frozenset[str]
    parts: list[str] = field(default_factory=list)
    size: int = 0
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    italics: list[Span] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)

    def write(self, text: str) -> Span:
        start = self.size
        self.parts.append(text)
        self.size += len(text)
        return Span(start, self.size)

    def block(self, block: Block) -> None:
        tight = block.tight and bool(self.size)
        if self.size:
            self.write("\n" if tight else "\n\n")
        gap = not tight
        if block.kind is LineKind.RULE:
            span = self.write(RULE)
            self.furniture.append(Furniture("rule", span))
            self.lines.append(Line(span, LineKind.RULE, gap))
            return
        self.write(" " * block.indent)
        if block.bullet:
            self.furniture.append(Furniture("bullet", self.write(BULLET)))
            self.write(" ")
        first = self.size
        if block.opens_note:
            self.marker((block.note,))
            self.write(" ")
        if block.label:
            self.write(block.label + " ")
        for number, line in enumerate(_printed_lines(block.words)):
            if number:
                self.write("\n")
            start = first if not number else self.size
            self.words(line, begins=not number and start == self.size)
            self.line(block, Span(start, self.size), gap and not number, bullet=block.bullet and not number)

    def line(self, block: Block, span: Span, gap: bool, *, bullet: bool) -> None:
        if block.furniture:
            self.furniture.append(Furniture(block.furniture, span))
            while self.marks and self.marks[-1].span.start >= span.start:
                self.marks.pop()
            return
        kind = LineKind.NOTE if block.note else block.kind
        self.lines.append(Line(span, kind, gap, block.depth, bullet, anchor=block.anchor))

    def words(self, words: Sequence[Words], *, begins: bool) -> None:
        called = False
        for place, part in enumerate(words):
            if part.notes:
                self.marker(part.notes)
                called = True
            elif part.raised and called and _SEPARATOR.fullmatch(part.text) and _calls(words[place + 1 :]):
                self.marks.append(Mark("markup", self.write(part.text)))
            elif part.raised and (numbers := self.numbers(part.text, "" if begins and not place else self.before())):
                self.marker(numbers)
                called = True
            else:
                self.plain(part)
                called = False

    def plain(self, part: Words) -> None:
        span = self.write(part.text)
        inner = part.text.strip()
        if part.italic and inner:
            start = span.start + len(part.text) - len(part.text.lstrip())
            self.italics.append(Span(start, start + len(inner)))

    def before(self) -> str:
        """The last characters written."""
        return "".join(self.parts[-3:])[-12:]

    def numbers(self, printed: str, before: str) -> tuple[str, ...]:
        """The notes that raised words call; none where they are a power, an ordinal or a unit."""
        if not _NOTE_FORM.fullmatch(printed.strip()):
            return ()
        found = note_numbers(printed.strip())
        if any(not number.isdigit() and number not in self.known for number in found if number.isalpha()):
            return ()
        if _QUANTITY.search(before) and not self.known.issuperset(found):
            return ()
        return found

    def marker(self, numbers: tuple[str, ...]) -> None:
        shown = ",".join(number.translate(_RAISED) if number.isdecimal() else number for number in numbers)
        if self.marks and self.marks[-1].kind == "note-marker" and self.marks[-1].span.end == self.size:
            last = self.marks.pop()
            span = self.write("," + shown)
            self.marks.append(Mark("note-marker", Span(last.span.start, span.end), (*last.numbers, *numbers)))
            return
        self.marks.append(Mark("note-marker", self.write(shown), numbers))

    def layout(self) -> Layout:
        text = "".join(self.parts) + ("\n" if self.size else "")
        return Layout(text, tuple(self.lines), tuple(self.marks), tuple(self.italics), tuple(self.furniture))


def _calls(words: Sequence[Words]) -> bool:
    """Do the next words call a note?"""
    return bool(words) and (bool(words[0].notes) or (words[0].raised and bool(_NOTE_FORM.fullmatch(words[0].text))))


def _printed_lines(words: Sequence[Words]) -> list[list[Words]]:
    """The words of each printed line that holds any, white space at its ends left out, alike neighbours joined."""
    lines: list[list[Words]] = [[]]
    for part in words:
        if part.notes:
            lines[-1].append(part)
            continue
        for number, piece in enumerate(part.text.translate(_OTHER_BREAKS).split("\n")):
            if number:
                lines.append([])
            if piece:
                _join(lines[-1], replace(part, text=piece))
    return [line for line in map(_trimmed, lines) if line]


def _join(line: list[Words], part: Words) -> None:
    if line and not line[-1].notes and (line[-1].italic, line[-1].raised) == (part.italic, part.raised):
        line[-1] = replace(part, text=line[-1].text + part.text)
    else:
        line.append(part)


def _trimmed(line: list[Words]) -> list[Words]:
    while line and not line[0].notes and not line[0].text.strip():
        line.pop(0)
    while line and not line[-1].notes and not line[-1].text.strip():
        line.pop()
    if line and not line[0].notes:
        line[0] = replace(line[0], text=line[0].text.lstrip())
    if line and not line[-1].notes:
        line[-1] = replace(line[-1], text=line[-1].text.rstrip())
    return line
