"""The walk over a page: its stream of elements and words → `Block`s in reading order.

Each element that begins or ends a printed line ends the block before it. A number that stands in an element of its own
(Akoma Ntoso ``num``, the counted number of ``li``) waits for the words it belongs to. Cells of a table and the inside
of a note are collected apart, and taken up when they end.
"""

from __future__ import annotations

import re

from rapporteur.read import html_signs as signs
from rapporteur.read.blocks import Block, Words
from rapporteur.read.grids import blocks_of_table
from rapporteur.read.html_frames import Frame, Line, LineFiller, Table
from rapporteur.read.html_notes import Notes, is_holder, is_main, take_off
from rapporteur.read.html_source import Start
from rapporteur.read.layout import LineKind

_TYPED_LABEL = re.compile(r"\s*(?:\(?(?:\d{1,4}(?:\.\d{1,4})*|[a-z]|[ivxlc]{1,6}|[IVXLC]{1,6})[.)]|[•·–—-])\s")
_SECTIONING = frozenset({"article", "section", "main", "aside", "td"})
_SHORT_ITEM = 200
"""Characters up to which an item of a list is printed right under the one before."""


class PageWalk(LineFiller):
    """Takes one event after another."""

    def __init__(self, notes: Notes) -> None:
        super().__init__()
        self._notes = notes
        self._sinks: list[list[Block]] = [[]]
        self._tables: list[Table] = []
        self._kept: list[Line] = []
        self._containers = 0
        self._authorial = 0
        self._at_end: list[Block] = []
        self._begun = False

    def blocks(self) -> list[Block]:
        """All blocks, the notes that stand inside a line at the end."""
        return [*self._sinks[0], *self._at_end]

    # Elements

    def start(self, place: int, start: Start) -> None:
        """An element begins."""
        above = self._open[-1] if self._open else Frame(start, block=False)
        frame = Frame(
            start,
            block=signs.is_block(start),
            italic=above.italic,
            raised=above.raised or signs.raised(start),
            depth=above.depth,
            furniture=above.furniture or self._furniture(place, start),
            indent=min(above.indent + signs.indent(start), signs.WIDEST_INDENT),
            preformatted=above.preformatted or start.name in ("pre", "listing"),
            skipped=above.skipped or signs.without_text(start) or self._is_return(place),
        )
        if (said := signs.italic(start)) is not None:
            frame.italic = said
        self._open.append(frame)
        if frame.skipped:
            if self._is_return(place):
                self._begin_note(frame)
            return
        if place in self._notes.calls:
            self._call(self._notes.calls[place])
            frame.skipped = True
            return
        if start.name in ("br", "eol") or start.akn in ("br", "eol"):
            self._break()
        elif start.akn == "authorialnote":
            self._begin_authorial(frame)
        elif "akn-authorialNote--marker" in start.attributes.get("class", ""):
            frame.skipped = True
        else:
            self._structure(frame, above)

    def _structure(self, frame: Frame, above: Frame) -> None:
        start = frame.start
        if signs.is_container(start):
            self._containers += 1
            frame.kind = "container"
        inside = above.kind == "container" and re.fullmatch("h[1-6]", start.name) is not None
        depth = signs.heading_depth(start, self._containers - 1 if start.akn or inside else 0, inside)
        if depth and not above.depth:
            frame.depth = depth
            if not frame.block:
                self._line.depth = depth
        if frame.block and not (above.depth and frame.depth):
            self._flush()
        if signs.raised(start) and not above.raised and self._line.words and self._line.words[-1].raised:
            self._line.words.append(Words(",", raised=True, italic=self._line.words[-1].italic))
        if start.akn == "num":
            if self._line.label and not self._line.counted:
                self._flush_label()
            if not frame.depth and not self._line.blank:
                self._flush()
            self._number, frame.kind = [], "num"
        elif start.name == "hr":
            self._sinks[-1].append(Block([], LineKind.RULE))
        elif start.name in ("ol", "ul", "menu") and not start.akn:
            frame.list_type = signs.list_type(start)
            frame.count = signs.whole_number(start.attributes.get("start"), 1)
        elif start.name == "li":
            self._item(frame)
        elif start.name == "q":
            self._add(Words("“", frame.italic, frame.raised))
        elif start.name in ("table", "tr", "td", "th"):
            self._begin_table_part(frame)
        self._begin_note(frame)
        if self._line.counted and start.name == "p" and not any(f.start.name == "li" for f in self._open[:-2]):
            self._line.tight = False
        if self._line.blank and not self._line.label and start.akn != "num" and (anchor := signs.anchor(start)):
            self._line.anchor = anchor

    def end(self) -> None:
        """The element that began last ends."""
        frame = self._open.pop()
        if frame.skipped:
            return
        if frame.kind == "num":
            self._line.label = " ".join("".join(self._number or ()).split())
            self._line.counted = False
            self._number = None
        elif frame.kind == "authorial":
            self._end_authorial(frame)
        elif frame.start.name == "q":
            self._add(Words("”", frame.italic, frame.raised))
        elif frame.block and not (frame.depth and self._open and self._open[-1].depth):
            self._flush(frame)
        elif frame.block:
            self._add(Words(" "))
        if frame.kind == "container":
            self._containers -= 1
            if not frame.furniture:
                self._flush_label()
        if frame.start.name == "li" and self._line.counted:
            self._line = Line()
        self._end_table_part(frame)

    def _flush(self, ended: Frame | None = None) -> None:
        """End the block that is being filled; a label without words waits for them."""
        line, frame = self._line, ended or (self._open[-1] if self._open else None)
        if line.blank or frame is None:
            line.words.clear()
            line.depth = 0
            return
        self._line = Line()
        text = "".join(part.text for part in line.words)
        if line.counted and _TYPED_LABEL.match(text + " "):
            line.label = ""
        depth = line.depth or self._heading_above(ended)
        block = Block(line.words, LineKind.TEXT, 0, line.label, line.bullet, line.tight and len(text) <= _SHORT_ITEM)
        if depth and not line.note:
            block.kind, block.depth, block.bullet = LineKind.HEADING, depth, False
        block.indent = 0 if depth or line.note else frame.indent
        block.anchor = line.anchor or next(filter(None, (signs.anchor(f.start) for f in reversed(self._open))), None)
        block.furniture = frame.furniture or self._beside_main(ended)
        self._into_note(block, line, ended)
        self._begun = self._begun or not block.furniture
        self._sinks[-1].append(block)

    def _heading_above(self, ended: Frame | None) -> int:
        frame = ended or (self._open[-1] if self._open else None)
        return frame.depth if frame is not None else 0

    def _flush_label(self) -> None:
        """Print a label that nothing followed."""
        if self._line.label and not self._line.counted and self._line.blank:
            self._line.words.append(Words(self._line.label))
            self._line.label = ""
            self._flush()

    # Lists and tables

    def _item(self, frame: Frame) -> None:
        owner = next((f for f in reversed(self._open[:-1]) if f.list_type or f.start.name in ("ol", "ul")), None)
        if owner is None:
            return
        owner.count = signs.whole_number(frame.start.attributes.get("value"), owner.count)
        nested = any(f.start.name == "li" for f in self._open[:-1])
        self._line = Line(counted=True, tight=bool(owner.items) or nested)
        if owner.list_type == "•":
            self._line.bullet = True
        elif owner.list_type and frame.start.attributes.get("id") not in self._notes.bodies:
            self._line.label = signs.list_label(owner.count, owner.list_type)
        owner.count += 1
        owner.items += 1

    def _begin_table_part(self, frame: Frame) -> None:
        name = frame.start.name
        if name == "table":
            self._tables.append(Table(opens=not self._begun))
            frame.kind = "table"
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif self._tables and name in ("td", "th"):
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            self._sinks.append([])
            self._kept.append(self._line)
            self._line = Line()
            frame.kind = "cell"

    def _end_table_part(self, frame: Frame) -> None:
        if frame.kind == "cell":
            self._flush_label()
            self._line = self._kept.pop()
            self._tables[-1].rows[-1].append(self._sinks.pop())
        elif frame.kind == "table":
            table = self._tables.pop()
            self._sinks[-1] += blocks_of_table(table.rows, opens=table.opens)

    # Notes

    def _call(self, number: str) -> None:
        self._line.words.append(Words("", notes=(number,)))

    def _is_return(self, place: int) -> bool:
        return place in self._notes.returns and (bool(self._line.note) or any(f.holder is not None for f in self._open))

    def _begin_note(self, frame: Frame) -> None:
        """Does a note begin with this element?"""
        if frame.holder is None and is_holder(frame.start):
            frame.holder = ""
        at = frame.start.attributes
        ids = (at.get("id"), at.get("eid"), at.get("name") if frame.start.name == "a" else None)
        number = next((self._notes.bodies[id] for id in ids if id in self._notes.bodies), None)
        if number is None or not self._line.blank:
            return
        if frame.block:
            frame.holder = number
        else:
            around = next((f for f in reversed(self._open) if f.holder is not None), None)
            if around is not None:
                around.holder = around.holder or number
            self._line.note, self._line.opens_note = number, True

    def _into_note(self, block: Block, line: Line, ended: Frame | None) -> None:
        """Mark a block that belongs to a note."""
        frames = [*self._open, ended] if ended is not None else self._open
        holder = next((f for f in reversed(frames) if f.holder), None)
        if holder is not None:
            block.note, block.opens_note = holder.holder or "", not holder.opened
        elif line.note:
            block.note, block.opens_note = line.note, True
        if block.note:
            block.label, block.bullet, block.furniture, block.tight = "", False, "", not block.opens_note
            if block.opens_note:
                take_off(block.words, block.note)
            if holder is not None and not block.blank:
                holder.opened = True

    def _begin_authorial(self, frame: Frame) -> None:
        at = frame.start.attributes
        id = at.get("eid") or at.get("id") or ""
        number = self._notes.bodies.get(id)
        if number is None:
            self._authorial += 1
            number = at.get("marker", "").strip() or str(self._authorial)
            self._call(number)
        frame.holder, frame.block, frame.italic, frame.raised, frame.depth = number, True, False, False, 0
        frame.kind = "authorial"
        self._kept.append(self._line)
        self._sinks.append([])
        self._line = Line()

    def _end_authorial(self, frame: Frame) -> None:
        self._flush(frame)
        self._line = self._kept.pop()
        blocks = self._sinks.pop()
        for place, block in enumerate(blocks):
            block.note, block.opens_note, block.tight = frame.holder or "", place == 0, place > 0
        self._at_end += blocks

    # Furniture

    def _furniture(self, place: int, start: Start) -> str:
        """The kind of page furniture that begins here, or ""."""
        if kind := signs.furniture(start):
            return kind
        if start.name not in ("header", "footer") or start.akn or place in self._notes.kept or self._notes.main:
            return ""
        return "" if any(f.start.name in _SECTIONING for f in self._open) else "page"

    def _beside_main(self, ended: Frame | None) -> str:
        """The page marks its main part, and this is none of it."""
        if not self._notes.main:
            return ""
        frames = [*self._open, ended] if ended is not None else self._open
        return "" if any(is_main(f.start) for f in frames) else "page"
