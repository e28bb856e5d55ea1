"""The words of one Word paragraph: runs, links, fields and tracked changes → `Words`, in order.

What is deleted or moved away is no text, what is inserted or moved here is. Of a field its result is read, never its
code; hidden words are not read. A note is called by its number as Word counts it, or by its own sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from rapporteur.read.blocks import Words
from rapporteur.read.docx_numbering import printed
from rapporteur.read.docx_styles import Styles, child, raised, switch, value
from rapporteur.read.xml_tree import local

_LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "delText", "delInstrText", "sdtPr"})
_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_PAGE_BREAKS = frozenset({"page", "column"})


@dataclass(slots=True)
class NoteCalls:
    """The notes that are called, in order: kind ("footnote", "endnote") and id → number.

    :ivar formats: kind → number format.
    :ivar starts: kind → first number.
    :ivar restarts: the kinds that begin anew in each section.
    """

    formats: dict[str, str] = field(default_factory=lambda: {"footnote": "decimal", "endnote": "lowerRoman"})
    starts: dict[str, int] = field(default_factory=dict)
    restarts: set[str] = field(default_factory=set)
    called: dict[tuple[str, str], str] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)

    def number(self, kind: str, id: str, sign: str) -> str:
        """The number of a note that is called now.

        :param sign: its own sign instead of a number, or "".
        """
        if (kind, id) in self.called:
            return self.called[kind, id]
        if not sign:
            self._last[kind] = self._last.get(kind, self.starts.get(kind, 1) - 1) + 1
            sign = printed(self._last[kind], self.formats[kind])
        self.called[kind, id] = sign
        return sign

    def end_section(self) -> None:
        """A section of the document ends here."""
        for kind in self.restarts:
            self._last.pop(kind, None)


class Fields:
    """The fields that are open: a field may run over many paragraphs, as a table of contents does."""

    def __init__(self) -> None:
        self._open: list[list[str]] = []

    def begin(self) -> None:
        self._open.append(["", ""])

    def code(self, text: str) -> None:
        if self._open and not self._open[-1][1]:
            self._open[-1][0] += text

    def separate(self) -> None:
        if self._open:
            self._open[-1][1] = "result"

    def end(self) -> None:
        if self._open:
            self._open.pop()

    @property
    def in_code(self) -> bool:
        """Do the words here belong to a field's code?"""
        return any(not result for _, result in self._open)

    @property
    def in_contents(self) -> bool:
        """Is a table of contents open?"""
        return any(code.split()[:1] in (["TOC"], ["INDEX"]) for code, _ in self._open)


class Runs:
    """Reads the words of paragraphs of one part, in order.

    :ivar boxes: text boxes that stand in the paragraphs read so far, not taken up yet.
    """

    def __init__(self, styles: Styles, calls: NoteCalls) -> None:
        self._styles = styles
        self._calls = calls
        self.fields = Fields()
        self.boxes: list[Element] = []

    def words(self, paragraph: Element, style_id: str | None) -> list[Words]:
        """The words of a paragraph."""
        return list(self._inside(paragraph, style_id))

    def _inside(self, element: Element, style_id: str | None) -> Iterator[Words]:
        for below in element:
            name = local(below.tag)
            if name == "r":
                yield from self._run(below, style_id)
            elif name == "t":
                yield Words(below.text or "")
            elif name not in _LEFT_OUT:
                yield from self._inside(below, style_id)

    def _run(self, run: Element, style_id: str | None) -> Iterator[Words]:
        properties = child(run, "rPr")
        own = self._styles[value(child(properties, "rStyle")) or "-"]
        around = self._styles[style_id]

        italic = _first(switch(properties, "i"), own.italic, around.italic)
        high = _first(raised(properties), own.raised, around.raised)
        hidden = _first(switch(properties, "vanish"), own.hidden, around.hidden)
        sign_of: tuple[str, str] | None = None
        for below in _flat(run):
            name = local(below.tag)
            if name == "txbxContent":
                self.boxes.append(below)
            elif name == "fldChar":
                self._field(value(below, "fldCharType") or "")
            elif name == "instrText":
                self.fields.code(below.text or "")
            elif hidden or self.fields.in_code:
                continue
            elif name in ("footnoteReference", "endnoteReference"):
                kind, id = name.removesuffix("Reference"), value(below, "id") or ""
                if (value(below, "customMarkFollows") or "0") in ("0", "false", "off"):
                    yield Words("", notes=(self._calls.number(kind, id, ""),))
                else:
                    sign_of = (kind, id)
            elif text := _text(below, name):
                if sign_of and text.strip():
                    yield Words("", notes=(self._calls.number(*sign_of, text.strip()),))
                    sign_of = None
                else:
                    yield Words(text, italic=italic, raised=high)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()


def _first(*said: bool | None) -> bool:
    """The first that is said, from the nearest to the farthest."""
    return next((each for each in said if each is not None), False)


def _flat(run: Element) -> Iterator[Element]:
    """What stands in a run, alternatives and pictures opened, up to text boxes."""
    for below in run:
        name = local(below.tag)
        if name in _LEFT_OUT and name != "instrText":
            continue
        yield below
        if name not in ("txbxContent", "t", "instrText"):
            yield from _flat(below)


def _text(element: Element, name: str) -> str:
    """The characters that an element of a run prints."""
    if name == "t":
        return element.text or ""
    if name == "br":
        return "" if value(element, "type") in _PAGE_BREAKS else "\n"
    if name == "sym":
        code = value(element, "char") or ""
        try:
            return chr(int(code, 16))
        except ValueError:
            return ""
    return _CHARACTERS.get(name, "")
