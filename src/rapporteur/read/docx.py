"""The Word adapter: the bytes of a ``.docx`` file → its `Layout`.

The text as read is composed by `rapporteur.read.blocks`: a line a paragraph, automatic numbers before their words,
tables row by row, notes at the end. What only the page carries (running heads, a table of contents) is furniture.
Word files hold no page numbers: Word makes the pages anew each time it opens one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rapporteur.errors import UnusableInput
from rapporteur.read.blocks import Block, Words, compose
from rapporteur.read.docx_numbering import ListCounter
from rapporteur.read.docx_package import Package, open_package
from rapporteur.read.docx_runs import NoteCalls, Runs
from rapporteur.read.docx_styles import Styles, child, first_column, outline_depth, switch, value
from rapporteur.read.grids import blocks_of_table, set_aside_contents
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, LineKind
from rapporteur.read.xml_tree import local

_LONGEST_HEADING = 400
"""Characters; a longer paragraph in the style of a heading is a numbered paragraph that was made so."""
_COLUMN = 120
"""Twentieths of a point that a column of text is wide."""
_WIDEST = 40
_RUNNING_SYMBOL = LAYOUT["masthead/symbol"].regex
_TRANSPARENT = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})


def lay_out(data: bytes, name: str) -> Layout:
    """The layout of a Word file.

    :param name: the file, for messages.
    :raises UnusableInput: if it is no Word file, is damaged or inflates beyond bounds, or holds no words.
    """
    package = open_package(data, name)
    document = _Document(package)
    blocks = document.blocks()
    if all(block.blank for block in blocks):
        raise UnusableInput(
            "A Word file without any words.",
            where=name,
            expected="the text of the report.",
            remedy="If it holds pictures of pages, recognise their text first.",
        )
    set_aside_contents(blocks)
    return compose(blocks)


class _Document:
    """Reads the parts of one package in order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.part("styles"))
        self._counter = ListCounter(package.part("numbering"), self._styles)
        self._calls = _note_settings(package.document)
        self._runs = Runs(self._styles, self._calls)
        self._unfinished: list[Words] = []
        self._begun = False

    def blocks(self) -> list[Block]:
        """Running heads, body and notes."""
        body = child(self._package.document, "body")
        printed = list(self._parts(body)) if body is not None else []
        _set_columns(printed)
        return [*self._running_heads(), *printed, *self._notes()]

    def _part(self, element: Element) -> Iterator[Block]:
        """The blocks of an element of the body, of a cell or of a note."""
        name = local(element.tag)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            opens = not self._begun
            yield from blocks_of_table(self._rows(element), opens=opens)
        elif name == "sdt" and _is_contents(element):
            for block in self._parts(element):
                block.furniture = "contents"
                yield block
        elif name == "sectPr":
            self._calls.end_section()
        elif name in _TRANSPARENT:
            yield from self._parts(element)

    def _parts(self, element: Element) -> Iterator[Block]:
        for below in element:
            yield from self._part(below)

    def _rows(self, table: Element) -> list[list[list[Block]]]:
        return [
            [list(self._parts(cell)) for cell in _below(row, "tc")]
            for row in _below(table, "tr")
            if child(child(row, "trPr"), "del") is None
        ]

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = child(paragraph, "pPr")
        style_id = value(child(properties, "pStyle"))
        in_contents = self._runs.fields.in_contents
        words = [*self._unfinished, *self._runs.words(paragraph, style_id)]
        self._unfinished = []
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._unfinished = words
            return
        label = None if switch(mark, "vanish") else self._counter.label(properties, style_id)
        style = self._styles[style_id]
        block = Block(words)
        if in_contents or self._runs.fields.in_contents or style.contents:
            block.furniture = "contents"
        said = outline_depth(properties)
        depth = style.depth if said is None else said
        if depth and len(block.text) <= _LONGEST_HEADING:
            block.kind, block.depth = LineKind.HEADING, depth
        if label is not None:
            block.label, block.bullet = label.text, label.bullet
        self._begun = self._begun or not (block.blank or block.furniture)
        printed = (first_column(properties), label.column if label else None, style.column, 0)
        block.indent = next(column for column in printed if column is not None)
        yield block
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            yield from self._parts(box)
        if child(properties, "sectPr") is not None:
            self._calls.end_section()

    def _running_heads(self) -> Iterator[Block]:
        """The words of headers and footers, each once. The document symbol among them is a line of the masthead."""
        seen: set[str] = set()
        for kind in ("header", "footer"):
            for root in self._package.parts.get(kind, ()):
                for block in _Part(self._styles).blocks(root):
                    text = " ".join(block.text.split())
                    if text and text not in seen:
                        seen.add(text)
                        block.kind, block.depth, block.label = LineKind.TEXT, 0, ""
                        block.words = [Words(text)]
                        block.furniture = "" if _RUNNING_SYMBOL.match(text) else "running-head"
                        yield block

    def _notes(self) -> Iterator[Block]:
        """The notes that are called, in the order of their calls."""
        bodies: dict[tuple[str, str], Element] = {}
        for kind in ("footnote", "endnote"):
            root = self._package.part(f"{kind}s")
            for element in root if root is not None else ():
                if (value(element, "type") or "normal") == "normal":
                    bodies[kind, value(element, "id") or ""] = element
        done = 0
        while done < len(self._calls.called):
            waiting = list(self._calls.called.items())[done:]
            done += len(waiting)
            for key, number in waiting:
                if key in bodies:
                    yield from self._note(bodies[key], number)

    def _note(self, element: Element, number: str) -> Iterator[Block]:
        opens = True
        for block in self._parts(element):
            _take_off(block.words, number)
            if block.blank:
                continue
            block.kind, block.depth, block.furniture, block.bullet = LineKind.TEXT, 0, "", False
            block.note, block.opens_note, block.tight, block.indent = number, opens, not opens, 0
            opens = False
            yield block


class _Part:
    """Reads a header or footer, which has no automatic numbers and calls no notes."""

    def __init__(self, styles: Styles) -> None:
        self._runs = Runs(styles, NoteCalls())

    def blocks(self, root: Element) -> Iterator[Block]:
        for element in root.iter():
            if local(element.tag) == "p":
                yield Block(self._runs.words(element, None))


def _below(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls included."""
    for below in element:
        if local(below.tag) == name:
            yield below
        elif local(below.tag) in _TRANSPARENT:
            yield from _below(below, name)


def _is_contents(element: Element) -> bool:
    """Is a content control the table of contents?"""
    gallery = child(child(child(element, "sdtPr"), "docPartObj"), "docPartGallery")
    return value(gallery) == "Table of Contents"


def _take_off(words: list[Words], sign: str) -> None:
    """Take a note's own sign off its first words, where it is typed there."""
    for place, part in enumerate(words):
        if part.text.strip():
            if part.raised and part.text.strip() == sign:
                words[place] = Words("")
            elif not sign.isalnum() and part.text.lstrip().startswith(sign):
                words[place] = Words(part.text.lstrip()[len(sign) :], part.italic, part.raised)
            return


def _set_columns(blocks: list[Block]) -> None:
    """Turn measures into columns, counted from where most paragraphs begin."""
    texts = [block for block in blocks if block.kind is LineKind.TEXT and not block.blank]
    usual = Counter(block.indent for block in texts).most_common(1)
    for block in blocks:
        inner = block.indent - usual[0][0] if usual and block.kind is LineKind.TEXT else 0
        block.indent = min(max(0, inner) // _COLUMN, _WIDEST)


def _note_settings(document: Element) -> NoteCalls:
    """How notes are counted, by the properties of the sections."""
    calls = NoteCalls()
    for element in document.iter():
        kind = local(element.tag).removesuffix("Pr")
        if kind in ("footnote", "endnote") and local(element.tag).endswith("Pr"):
            calls.formats[kind] = value(child(element, "numFmt")) or calls.formats[kind]
            start, restart = value(child(element, "numStart")), value(child(element, "numRestart"))
            if start and start.isdecimal():
                calls.starts[kind] = int(start)
            if restart == "eachSect":
                calls.restarts.add(kind)
    return calls
