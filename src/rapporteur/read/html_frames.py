"""What is open while the walk goes over a page: elements, tables, and the block that is being filled."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from rapporteur.read.blocks import Block, Words
from rapporteur.read.html_source import Start

_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Frame:
    """One open element.

    :ivar depth: of the heading it is or stands in, 0 for none.
    :ivar furniture: the kind of page furniture it is or stands in, or "".
    :ivar indent: columns by which its lines are indented.
    :ivar skipped: its words are no text.
    :ivar holder: the number of the note it holds, "" while that is unknown, None where it holds none.
    :ivar opened: the first words of that note are taken up.
    :ivar kind: "container", "num", "authorial", "table", "cell", or "".
    :ivar list_type: of a list, how it counts; ``count`` is the number of its next item, ``items`` how many it had.
    """

    start: Start
    block: bool
    italic: bool = False
    raised: bool = False
    depth: int = 0
    furniture: str = ""
    indent: int = 0
    preformatted: bool = False
    skipped: bool = False
    holder: str | None = None
    opened: bool = False
    kind: str = ""
    list_type: str = ""
    count: int = 0
    items: int = 0


@dataclass(slots=True)
class Table:
    opens: bool
    rows: list[list[list[Block]]] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """The block that is being filled.

    :ivar label: a number that waits for its words; ``counted`` where a browser counts it.
    :ivar depth: of the heading that its words say it is.
    """

    words: list[Words] = field(default_factory=list)
    label: str = ""
    counted: bool = False
    bullet: bool = False
    tight: bool = False
    note: str = ""
    opens_note: bool = False
    depth: int = 0
    anchor: str | None = None

    @property
    def blank(self) -> bool:
        return not any(part.notes or part.text.strip() for part in self.words)


class LineFiller(ABC):
    """Puts words into the line that is being filled."""

    def __init__(self) -> None:
        self._open: list[Frame] = []
        self._line = Line()
        self._number: list[str] | None = None

    @abstractmethod
    def _flush(self, ended: Frame | None = None) -> None:
        """End the block that is being filled; a label without words waits for them."""

    def words(self, text: str) -> None:
        """Take up words."""
        top = self._open[-1] if self._open else None
        if top is None or top.skipped:
            return
        if self._number is not None:
            self._number.append(text)
        elif top.preformatted:
            self._preformatted(text, top)
        else:
            self._add(Words(_SPACE.sub(" ", text), top.italic, top.raised))

    def _add(self, part: Words) -> None:
        line = self._line
        if part.text.startswith(" ") and (not line.words or line.words[-1].text.endswith((" ", "\n"))):
            part = Words(part.text[1:], part.italic, part.raised)
        if part.text:
            line.words.append(part)

    def _preformatted(self, text: str, top: Frame) -> None:
        for number, piece in enumerate(text.replace("\r\n", "\n").split("\n")):
            if number:
                self._break()
            if piece:
                self._line.words.append(Words(piece, top.italic, top.raised))

    def _break(self) -> None:
        """End the printed line; a second time, the block."""
        words = self._line.words
        if words and words[-1].text == "\n":
            words.pop()
            self._flush()
        elif not self._line.blank:
            words.append(Words("\n"))
