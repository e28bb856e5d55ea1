"""United Nations document symbols: "CTOC/COP/WG.4/2009/2" in, its series, numbers and suffixes out.

Form: *United Nations Editorial Manual Online*, document symbols: strokes between the elements; the first says which
organ, the next which subsidiary body or series, then session or year and a running number; ``Add.``, ``Corr.``,
``Rev.`` and ``Summary`` change the document they follow. A resolution of the General Assembly before 1976 carries its
session in roman numerals: ``A/RES/1450(XIV)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.errors import RapporteurError

_FIRST = re.compile(r"[A-Z]{1,8}(?:\.[0-9]+)?")
_ELEMENT = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:\([A-Z0-9-]+\))?")
_SUFFIX = re.compile(r"(?:Add|Corr|Rev|Amend|Summary)\.?\d*")
_NUMBER = re.compile(r"[0-9]+(?:\([A-Z0-9-]+\))?")


class SymbolError(RapporteurError, ValueError):
    """Text that is no document symbol; ``position`` is the index of the character where reading stopped."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.position = position
        at = f"character {position + 1}, {text[position]!r}" if position < len(text) else "its end"
        super().__init__(
            f"{text!r} is no document symbol.",
            where=at,
            expected="elements between strokes, such as CTOC/COP/WG.4/2009/2 or E/2002/68/Add.1.",
            remedy="Write the symbol as the document prints it, without full stop or brackets around it.",
        )


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A document symbol.

    :ivar elements: all elements before the suffixes, as written: ("CTOC", "COP", "WG.4", "2009", "2").
    :ivar suffixes: ("Add.1",), outermost last.
    """

    elements: tuple[str, ...]
    suffixes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join(self.elements + self.suffixes)

    @property
    def series(self) -> tuple[str, ...]:
        """The elements before the first number: ("CTOC", "COP", "WG.4"), ("A", "RES")."""
        for index, element in enumerate(self.elements):
            if _NUMBER.fullmatch(element):
                return self.elements[:index]
        return self.elements

    @property
    def body(self) -> str:
        """The code of the body the series belongs to: "CTOC/COP/WG.4"; of a resolution its organ, "A/HRC"."""
        series = self.series
        return "/".join(series[:-1] if len(series) > 1 and series[-1] == "RES" else series)

    @property
    def year(self) -> str | None:
        """The four-digit year among its elements, where it has one."""
        years = [e for e in self.elements[len(self.series) :] if re.fullmatch(r"(?:19|20)\d\d", e)]
        return years[0] if years else None


def parse_symbol(text: str) -> Symbol:
    """Parse a United Nations document symbol such as ``CTOC/COP/WG.4/2010/6``.

    Series and session parts are kept as written; ``Add.``, ``Corr.``, ``Rev.`` become `Symbol.suffixes`.
    Form: *United Nations Editorial Manual Online*, document symbols.

    :raises SymbolError: if ``text`` is no symbol; it names the character where reading stopped.

    >>> parse_symbol("E/2002/68/Add.1").suffixes
    ('Add.1',)
    >>> parse_symbol("CTOC/COP/WG.4/2009/2").body
    'CTOC/COP/WG.4'
    """
    first = _FIRST.match(text)
    if first is None:
        raise SymbolError(text, 0)
    elements, suffixes, position = [first.group()], [], first.end()
    while position < len(text):
        element = _ELEMENT.match(text, position + 1) if text[position] == "/" else None
        if element is None:
            raise SymbolError(text, position)
        if _SUFFIX.fullmatch(element.group()):
            suffixes.append(element.group())
        elif suffixes:
            raise SymbolError(text, position + 1)
        else:
            elements.append(element.group())
        position = element.end()
    if len(elements) < 2 or not any(c.isdigit() for e in elements for c in e):
        raise SymbolError(text, position)
    return Symbol(tuple(elements), tuple(suffixes))
