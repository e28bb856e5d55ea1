"""Automatic numbers of a Word file: the part ``numbering.xml`` and the paragraphs in order → the labels as printed.

Lists that share an abstract list go on counting together; a list that overrides its start begins anew; a level begins
anew after one above it (ECMA-376 part 1, 17.9). A small letter or small roman number that Word prints as "a." or "a)"
is written "(a)", as United Nations documents print it, so that it is known for the label of a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from rapporteur.read.docx_styles import Numbering, Styles, child, first_column, numbering_of, value
from rapporteur.read.xml_tree import local

_PLACE = re.compile(r"%([1-9])")
_BARE_SMALL = re.compile(r"%[1-9][.)]?")
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """A small roman number; digits from 4,000 on.

    >>> roman(14), roman(1999)
    ('xiv', 'mcmxcix')
    """
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for worth, sign in (*_ROMAN, *_ROMAN_ONES):
        count, number = divmod(number, worth)
        written += sign * count
    return written


def letters(number: int) -> str:
    """A small letter; after z come aa, bb.

    >>> letters(3), letters(28)
    ('c', 'bb')
    """
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number > 0 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda number: "",
}
"""Number format → how it is printed; others are printed as digits."""


def printed(number: int, format: str) -> str:
    """A number in one of Word's number formats.

    >>> printed(4, "upperRoman"), printed(4, "decimal")
    ('IV', '4')
    """
    return _FORMATS.get(format, str)(number)


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list.

    :ivar restart: it begins anew after a level above this one (from 1); None after any, 0 never.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    column: int | None = None


@dataclass(slots=True)
class _List:
    """One list.

    :ivar abstract: what it shares its count with.
    :ivar anew: the levels that begin anew at its first paragraph.
    """

    levels: dict[int, _Level]
    abstract: str
    anew: set[int] = field(default_factory=set)
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: its text, or a bullet.

    :ivar column: where the list prints it, in twentieths of a point, None where the list does not say.
    """

    text: str = ""
    bullet: bool = False
    column: int | None = None


class ListCounter:
    """Counts the numbered paragraphs of one document in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        elements = list(root) if root is not None else []
        for element in elements:
            if local(element.tag) == "abstractNum":
                self._abstract[value(element, "abstractNumId") or ""] = element
        lists = {value(e, "numId") or "": e for e in elements if local(e.tag) == "num"}
        for id, element in lists.items():
            self._lists[id] = self._read(element, lists)

    def label(self, properties: Element | None, style_id: str | None) -> Label | None:
        """Count one paragraph; gives its label, None where it has none.

        :param properties: its ``w:pPr``.
        """
        numbering = self._numbering(properties, style_id)
        found = self._lists.get(numbering.list_id) if numbering else None
        if numbering is None or found is None:
            return None
        place = min(numbering.level or 0, _LEVELS - 1)
        level = found.levels.get(place, _Level())
        counts = self._count(found, place, level)
        if level.format == "bullet":
            return Label(bullet=True, column=level.column)
        text = _PLACE.sub(lambda match: self._number(found, counts, int(match[1]) - 1, level.legal), level.text)
        if level.format in ("lowerLetter", "lowerRoman") and _BARE_SMALL.fullmatch(level.text.strip()):
            text = f"({text.strip().rstrip('.)')})"
        return Label(text.strip(), column=level.column) if text.strip() else None

    def _numbering(self, properties: Element | None, style_id: str | None) -> Numbering | None:
        style = self._styles[style_id]
        said, inherited = numbering_of(properties), style.numbering
        list_id = (said.list_id if said else "") or (inherited.list_id if inherited else "")
        if not list_id or list_id == "0":
            return None
        level = said.level if said else None
        if level is None and (found := self._lists.get(list_id)):
            level = next((i for i, each in found.levels.items() if each.style and each.style in style.chain), None)
        if level is None and inherited:
            level = inherited.level
        return Numbering(list_id, level)

    def _count(self, found: _List, place: int, level: _Level) -> dict[int, int]:
        counts = self._counts.setdefault(found.abstract, {})
        if not found.begun:
            found.begun = True
            for each in found.anew:
                counts.pop(each, None)
        counts[place] = counts.get(place, level.start - 1) + 1
        for below in range(place + 1, _LEVELS):
            restart = found.levels.get(below, _Level()).restart
            if restart is None or place < restart:
                counts.pop(below, None)
        return counts

    @staticmethod
    def _number(found: _List, counts: dict[int, int], place: int, legal: bool) -> str:
        level = found.levels.get(place, _Level())
        return printed(counts.get(place, level.start), "decimal" if legal else level.format)

    def _read(self, element: Element, lists: dict[str, Element]) -> _List:
        abstract = value(child(element, "abstractNumId")) or ""
        link = value(child(self._abstract.get(abstract), "numStyleLink"))
        if link and (linked := self._styles[link].numbering) and linked.list_id in lists:
            abstract = value(child(lists[linked.list_id], "abstractNumId")) or abstract
        source = self._abstract.get(abstract)
        levels = dict(_levels(source)) if source is not None else {}
        found = _List(levels, abstract)
        for override in element:
            if local(override.tag) == "lvlOverride":
                levels.update(_levels(override))
                place, start = _number_of(value(override, "ilvl")), value(child(override, "startOverride"))
                if start is not None:
                    levels[place] = replace(levels.get(place, _Level()), start=_number_of(start))
                    found.anew.add(place)
        return found


def _levels(parent: Element) -> list[tuple[int, _Level]]:
    found = []
    for element in parent:
        if local(element.tag) == "lvl":
            restart = value(child(element, "lvlRestart"))
            legal = child(element, "isLgl")
            level = _Level(
                start=_number_of(value(child(element, "start")), 1),  # Word always writes it
                format=value(child(element, "numFmt")) or "decimal",
                text=value(child(element, "lvlText")) or "",
                legal=legal is not None and value(legal) not in ("0", "false", "off"),
                restart=None if restart is None else _number_of(restart),
                style=value(child(element, "pStyle")) or "",
                column=first_column(child(element, "pPr")),
            )
            found.append((_number_of(value(element, "ilvl")), level))
    return found


def _number_of(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 7 else otherwise
