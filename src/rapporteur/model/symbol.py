"""United Nations document symbols: "CTOC/COP/WG.4/2009/2" in, its series, numbers and suffixes out.

Form: *United Nations Editorial Manual Online*, document symbols, and research.un.org/en/docs/symbols: strokes between
the elements; the first says which organ, the next which subsidiary body or series, then session or year and a running
number; ``Add.``, ``Corr.``, ``Rev.`` and ``Summary`` change the document they follow. A resolution of the General
Assembly before 1976 carries its session in roman numerals, one of the Security Council its year:
``A/RES/1450(XIV)``, ``S/RES/1325(2000)``; the letter of one of several under a number stands before the session,
``A/RES/999A(XIX)``. A document of two bodies has two symbols joined by a hyphen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.errors import RapporteurError

_FIRST = re.compile(r"[A-Z]{1,8}(?:\((?:[A-Z]{2,6}|[0-9]{1,3})\)|\.[0-9]+)?")
_BRACKET = r"\((?:[A-Z0-9-]+|Sect\.[0-9]+|Vol\.[IVX]+|(?:Add|Corr|Rev)\.[0-9]*)\)"
_ELEMENT = re.compile(rf"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*(?:{_BRACKET})?|\([A-Z]{{2,6}}\)")
_SUFFIX = re.compile(r"(?:Add|Corr|Rev|Amend|Summary)(?:\.?\d+(?:-\d+)?)?")
_NUMBER = re.compile(rf"[0-9]+(?:-[0-9]+)?(?:(?:[A-Z]+(?:-[A-Z])?)?{_BRACKET})?|E?S-[0-9]+")
_LAST = re.compile(
    rf"[0-9]+(?:-[0-9]+)?[A-Z]?(?:{_BRACKET})?|[0-9]+[A-Z]+(?:-[A-Z])?{_BRACKET}|[A-Z][A-Za-z]*\.[0-9]+(?:-(?:[A-Z]+\.)?[0-9]+)?[A-Z]?(?:{_BRACKET})?|[0-9]+-[A-Z]+"
)
_LETTER = re.compile(r"(/[0-9]+)[A-Z]+(?:-[A-Z])?(\((?:E?S-)?[IVXLC]+\))$")
"""The letter of one of several resolutions under a number: they are printed, and found, as one document."""

_NATURES = {
    "L": "limited",
    "CRP": "conference room paper",
    "INF": "information",
    "RES": "resolution",
    "DEC": "decision",
    "PV": "verbatim record",
    "SR": "summary record",
    "NGO": "statement of a non-governmental organization",
    "PRST": "statement of the President",
    "WP": "working paper",
    "R": "restricted",
}
"""What special elements say of a document (research.un.org/en/docs/symbols, "Special components")."""

_RESOLVER = "https://docs.un.org/en/"
"""Official address of documents by symbol; undocs.org leads to the same (Vanderbilt University Library, UN symbols)."""


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
        return "/".join(series[:-1] if len(series) > 1 and series[-1] in ("RES", "DEC") else series)

    @property
    def decision(self) -> tuple[str, str] | None:
        """Body and number of the decision that the symbol is that of, None for any other document.

        >>> parse_symbol("A/HRC/DEC/28/111").decision, parse_symbol("A/HRC/RES/28/1").decision
        (('A/HRC', '28/111'), None)
        """
        series = self.series
        numbers = self.elements[len(series) :]
        if self.suffixes or len(series) < 2 or series[-1] != "DEC" or not numbers:
            return None
        return self.body, "/".join(numbers)

    @property
    def year(self) -> str | None:
        """The four-digit year among its elements, in brackets or not, where it has one."""
        numbers = self.elements[len(self.series) :]
        years = [match[1] for e in numbers if (match := re.fullmatch(r"(?:.*\()?((?:19|20)\d\d)\)?", e))]
        return years[0] if years else None

    @property
    def session(self) -> str | None:
        """The session it names: arabic before the running number, or roman in brackets; None where it names none.

        >>> parse_symbol("A/HRC/43/15").session, parse_symbol("A/RES/1450(XIV)").session
        ('43', 'XIV')
        """
        numbers = self.elements[len(self.series) :]
        for element in numbers:
            roman = re.fullmatch(r"[0-9]+(?:[A-Z]+(?:-[A-Z])?)?\(([A-Z-]*[IVXLC]+)\)", element)
            if roman:
                return roman[1]
        if len(numbers) > 1 and re.fullmatch(r"[0-9]{1,3}|E?S-[0-9]+", numbers[0]):
            return numbers[0]
        return None

    @property
    def nature(self) -> str:
        """What kind of document its elements say it is: "limited", "resolution"; "" for none of the special kinds."""
        for element in self.elements[1:]:
            name = element.partition(".")[0]
            if name in _NATURES and (element == name or element[len(name) + 1 :].isdigit()):
                return _NATURES[name]
        return ""

    @property
    def address(self) -> str:
        """Where the document is found by its symbol; of a resolution with a letter, all of its number and session.

        >>> parse_symbol("A/HRC/43/15/Add.1").address
        'https://docs.un.org/en/A/HRC/43/15/Add.1'
        >>> parse_symbol("A/RES/2200A(XXI)").address
        'https://docs.un.org/en/A/RES/2200(XXI)'
        """
        return _RESOLVER + _LETTER.sub(r"\1\2", str(self))

    def with_suffix(self, suffix: str) -> Symbol:
        """The document that a suffix named after this one means: its sister of the same kind, else what changes it.

        >>> str(parse_symbol("A/99/1/Add.1").with_suffix("Add.2"))
        'A/99/1/Add.2'
        >>> str(parse_symbol("A/99/1/Add.1").with_suffix("Corr.1"))
        'A/99/1/Add.1/Corr.1'
        """
        kind = suffix.partition(".")[0]
        same = bool(self.suffixes) and self.suffixes[-1].partition(".")[0] == kind
        kept = self.suffixes[:-1] if same else self.suffixes
        return Symbol(self.elements, (*kept, suffix))


def _ends_in_state(elements: list[str]) -> bool:
    """Do the elements end in the code of a State, as those of older concluding observations do: CCPR/CO/99/NOR?"""
    return len(elements) > 3 and elements[-3] == "CO" and re.fullmatch(r"[A-Z]{3}", elements[-1]) is not None


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
    if len(elements) < 2 or (_LAST.fullmatch(elements[-1]) is None and not _ends_in_state(elements)):
        raise SymbolError(text, position)
    return Symbol(tuple(elements), tuple(suffixes))
