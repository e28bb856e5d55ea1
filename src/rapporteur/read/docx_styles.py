"""Styles of a Word file: the part ``styles.xml`` → what a paragraph or run of each style is.

Which styles are headings and how deep (the built-in ones, those of the United Nations templates, any with an outline
level), which belong to a table of contents, which print italics or raised, which carry a number. A style takes from the
one it is based on what it does not say itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from rapporteur.read.xml_tree import local

_HEADING = re.compile(r"heading ?([1-9])")
_TEMPLATE_HEADING = re.compile(r"h(ch|1|23|4|56)g?")
_TEMPLATE_DEPTHS = {"ch": 1, "1": 2, "23": 3, "4": 4, "56": 5}
"""Chapter, first level, second or third, ...: the headings "_ H _Ch_G", "_ H_1_G", "_ H_2/3_G" of the templates."""
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of figures|index \d")
_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_CHAIN = 50


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that local name, None without one or without the element."""
    if element is None:
        return None
    return next((below for below in element if local(below.tag) == name), None)


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of that local name, None without one or without the element."""
    if element is None:
        return None
    return next((text for key, text in element.attrib.items() if local(key) == name), None)


def switch(properties: Element | None, name: str) -> bool | None:
    """Is a property such as ``w:i`` on or off; None where nothing is said."""
    found = child(properties, name)
    return None if found is None else (value(found) or "1") not in _OFF


def raised(properties: Element | None) -> bool | None:
    """Do run properties print a superscript; None where nothing is said."""
    found = child(properties, "vertAlign")
    return None if found is None else value(found) == "superscript"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The list a paragraph stands in.

    :ivar list_id: of the list, "0" for none.
    :ivar level: from 0; None where the style does not say.
    """

    list_id: str
    level: int | None


def numbering_of(properties: Element | None) -> Numbering | None:
    """What paragraph properties say of numbering; a part that they leave out is "" or None."""
    found = child(properties, "numPr")
    if found is None:
        return None
    level = value(child(found, "ilvl"))
    return Numbering(value(child(found, "numId")) or "", int(level) if level and level.isdecimal() else None)


def first_column(properties: Element | None) -> int | None:
    """Where the first line of a paragraph begins, in twentieths of a point; None where nothing is said."""
    found = child(properties, "ind")
    if found is None:
        return None
    left = twips(value(found, "left") or value(found, "start"))
    return left + twips(value(found, "firstLine")) - twips(value(found, "hanging"))


def twips(text: str | None) -> int:
    """A measure in twentieths of a point, 0 where it is none."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else 0


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says.

    :ivar depth: of a heading, 0 for no heading.
    :ivar chain: its own id and those it is based on.
    """

    depth: int = 0
    contents: bool = False
    italic: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    numbering: Numbering | None = None
    column: int | None = None
    chain: tuple[str, ...] = ()


class Styles:
    """The styles of one file, by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            if local(element.tag) == "style":
                id = value(element, "styleId") or ""
                self._elements[id] = element
                if value(element, "type") == "paragraph" and (value(element, "default") or "0") not in _OFF:
                    self.default = id

    def __getitem__(self, id: str | None) -> Style:
        id = id or self.default
        if id not in self._known:
            self._known[id] = self._read(id)
        return self._known[id]

    def _read(self, id: str) -> Style:
        chain: list[str] = []
        while id in self._elements and id not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(id)
            id = value(child(self._elements[id], "basedOn")) or ""
        depth: int | None = None
        contents = False
        italic = raises = hidden = None
        list_id, level, column = "", None, None
        for each in chain:
            element = self._elements[each]
            paragraph, run = child(element, "pPr"), child(element, "rPr")
            depth = self._depth(element) if depth is None else depth
            contents = contents or bool(_CONTENTS.fullmatch(_name(element)))
            column = first_column(paragraph) if column is None else column
            italic = switch(run, "i") if italic is None else italic
            raises = raised(run) if raises is None else raises
            hidden = switch(run, "vanish") if hidden is None else hidden
            if (said := numbering_of(paragraph)) is not None:
                list_id, level = list_id or said.list_id, said.level if level is None else level
        numbering = Numbering(list_id, level) if list_id else None
        return Style(depth or 0, contents, italic, raises, hidden, numbering, column, tuple(chain))

    def _depth(self, element: Element) -> int | None:
        """The depth that the style itself says: by its name, else by its outline level."""
        name = _name(element)
        if match := _HEADING.fullmatch(name):
            return int(match[1])
        if name == "title":
            return 1
        if match := _TEMPLATE_HEADING.fullmatch(re.sub(r"[\s_/]", "", name)):
            return _TEMPLATE_DEPTHS[match[1]]
        return outline_depth(child(element, "pPr"))


def outline_depth(properties: Element | None) -> int | None:
    """The depth by the outline level of paragraph properties: 1 for level 0; 0 for body text; None unsaid."""
    level = value(child(properties, "outlineLvl"))
    if level is None or not level.isdecimal():
        return None
    return int(level) + 1 if int(level) < 9 else 0


def _name(element: Element) -> str:
    return (value(child(element, "name")) or "").strip().lower()
