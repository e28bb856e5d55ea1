"""Documents by their own numbers: symbols, sales numbers, places in the Treaty Series, Ibid.

Takes a passage, gives mentions in reading order. A note that is nothing but a bibliographic reference is marked so:
it identifies what carries it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.letters import lettered
from rapporteur.find.passages import Passage, Range
from rapporteur.model import PartKind
from rapporteur.model.citations import (
    CitationMention,
    DecisionMention,
    DecisionPartMention,
    IbidMention,
    SalesMention,
    SeriesMention,
    SymbolMention,
)
from rapporteur.model.symbol import Symbol, SymbolError, parse_symbol

_RANGE_INSIDE = re.compile(r"(?P<kind>[A-Z][A-Za-z]*)\.(?P<first>\d+)-(?:(?P=kind)\.)?(?P<last>\d+)")
_JOINT_NUMBERS = re.compile(r"(?P<first>\d{1,3})-(?P<last>\d{1,3})")
_PLURAL_SUFFIX = re.compile(r"(?<![A-Za-z])(Add|Corr|Rev)s\.")
_BRACKET = re.compile(r" (?:[A-Z](?:[-–][A-Z])? ?)?\((?!Sect|Vol)")
_LETTER_BEHIND = re.compile(r"(\([A-Z-]+\))\[?([A-Z](?:-[A-Z])?)\]?$")
_LETTERED = re.compile(r"(?P<number>\d+)(?P<letters>[A-Z]-[A-Z])(?P<session>\(.+\))?")
_HAS_DIGIT = re.compile(r"\d")
"""In the element before the numbers: a year, session or conference, under which each number is a document. Behind the
code of a State or "CO" they are those of the reports that one document combines: "CEDAW/C/NOR/CO/95-96"."""
_LONGEST_RANGE = 150
_SHORTEST_YEAR = 4
"""Digits of a number that may be a year; behind the letters of a series, "SR.3386", it is none."""
_ISBN_10 = 10
_ISBN_13 = 13


def find_documents(passage: Passage) -> Iterator[CitationMention]:
    """Each document named by a number of its own, and Ibid. at the head of a note."""
    series = tuple(_series(passage))
    yield from series
    if passage.part.kind is PartKind.NOTE and not series:
        yield from _ibid(passage)
    if "Sales" in passage.text:
        yield from _sales(passage)
    if "ISBN" in passage.text:
        yield from _isbn(passage)
    if "/" in passage.text:
        yield from find_symbols(passage)


def find_symbols(passage: Passage) -> Iterator[SymbolMention]:
    """Each document symbol, with the addenda and further numbers said after it: "A/99/1 and Add.2", "A/99/1 and 2"."""
    for match in passage.search("document/symbol"):
        start, end = match.span("symbol")
        read = read_symbol(match["symbol"])
        if read is None:
            continue
        symbol, length = _with_letter(passage, *read, start)
        end, last = start + length, symbol
        for one, at in _documents(passage, symbol, end):
            yield SymbolMention(**passage.place(start, at, "document/symbol"), symbol=str(one))
            end, last = max(end, at), one
        yield from _also(passage, last, end, start)


def read_symbol(printed: str) -> tuple[Symbol, int] | None:
    """The symbol that a match of its pattern holds, and how many characters of it; None where it is none.

    A year in brackets belongs to a resolution only: "A/99/7 (2003)" is the document A/99/7. So does a letter, which may
    stand behind the brackets: "A/RES/999(XIX)[A]".
    """
    bracket = _BRACKET.search(printed) if "/RES/" not in printed else None
    kept = printed[: bracket.start()] if bracket is not None else printed
    plain = _PLURAL_SUFFIX.sub(r"\1.", kept.replace(" ", "").replace("–", "-"))
    if "/RES/" in plain:
        plain = _LETTER_BEHIND.sub(r"\2\1", plain)
    try:
        return parse_symbol(plain), len(kept)
    except SymbolError:
        return None


def _with_letter(passage: Passage, symbol: Symbol, length: int, start: int) -> tuple[Symbol, int]:
    """The resolution with the letter that is printed apart behind its symbol, and how long both are."""
    if "RES" not in symbol.elements or not symbol.elements[-1].isdigit():
        return symbol, length
    letter = passage.take("document/resolution-letter", start + length)
    if letter is None:
        return symbol, length
    said = letter.group().strip().replace("–", "-")
    return Symbol((*symbol.elements[:-1], symbol.elements[-1] + said), symbol.suffixes), length + letter.end()


def _documents(passage: Passage, symbol: Symbol, end: int) -> Iterator[tuple[Symbol, int]]:
    """The document, or all of a range, with where its words end: "A/99/1–3", "A/99/1-3", "A/99/1/Add.1-3"."""
    last = (symbol.suffixes or symbol.elements)[-1]
    inner = _RANGE_INSIDE.fullmatch(last)
    if inner is not None:
        for number in _counted(inner["first"], inner["last"]):
            one = f"{inner['kind']}.{number}"
            if symbol.suffixes:
                yield Symbol(symbol.elements, (*symbol.suffixes[:-1], one)), end
            else:
                yield Symbol((*symbol.elements[:-1], one)), end
        return
    letters = _LETTERED.fullmatch(last) if "RES" in symbol.elements else None
    if letters is not None:
        for one in lettered(letters["number"] + (letters["session"] or ""), letters["letters"]):
            yield Symbol((*symbol.elements[:-1], one)), end
        return
    joint = _JOINT_NUMBERS.fullmatch(last)
    if joint is not None and not symbol.suffixes and _HAS_DIGIT.search(symbol.elements[-2]):
        numbers = _counted(joint["first"], joint["last"])
        for number in numbers if len(numbers) > 1 else [last]:
            yield Symbol((*symbol.elements[:-1], number)), end
        return
    yield symbol, end
    further = passage.take("document/to-document", end)
    lead, _, low = last.rpartition(".")
    if further is None or symbol.suffixes or not low.isdigit() or not _counts_on(lead, low, further["number"]):
        return
    if (further["kind"] or further["said"] or lead) == lead:
        for number in _counted(low, further["number"])[1:]:
            one = f"{lead}.{number}" if lead else number
            yield Symbol((*symbol.elements[:-1], one)), end + further.end()


def _also(passage: Passage, symbol: Symbol, at: int, begin: int) -> Iterator[SymbolMention]:
    """Addenda and further documents named after the symbol: "and Add.1 and 2", "Add.1–3", ", 6 and Corr.1".

    A range that the symbol itself begins is quoted from there on: ``begin``.
    """
    kind, number = "", ""
    if symbol.suffixes:
        kind, _, number = symbol.suffixes[-1].partition(".")
    start = -1
    while True:
        also = passage.take("document/also-suffix", at)
        if also is not None:
            start, at = at + also.start("suffix"), at + also.end()
            kind, number = also["kind"], also["number"]
            said = symbol.with_suffix(_PLURAL_SUFFIX.sub(r"\1.", also["suffix"].replace(" ", "")))
            yield SymbolMention(**passage.place(start, at, "document/also-suffix"), symbol=str(said))
            continue
        short = _short(passage, symbol, at)
        if short is not None:
            yield short
            symbol, at, start = parse_symbol(short.symbol), short.at[1], -1
            kind, _, number = symbol.suffixes[-1].partition(".") if symbol.suffixes else ("", "", "")
            continue
        further = tuple(_further(passage, symbol, at)) if not kind else ()
        if further:
            yield from further
            symbol, at, start = parse_symbol(further[-1].symbol), further[-1].at[1], -1
            continue
        more = passage.take("document/more-suffixes", at) if kind and number.isdigit() else None
        if more is None:
            return
        start = start if start >= 0 else begin if more["range"] else at + more.start("number")
        at += more.end()
        numbers = _counted(number, more["number"])[1:] if more["range"] else [more["number"]]
        for number in numbers:
            said = symbol.with_suffix(f"{kind}.{number}")
            yield SymbolMention(**passage.place(start, at, "document/also-suffix"), symbol=str(said))


def _short(passage: Passage, symbol: Symbol, at: int) -> SymbolMention | None:
    """A document of the same body and year by the end of its symbol: "A/99/L.1, L.1/Add.1 and L.2"."""
    short = passage.take("document/also-short", at)
    lead = symbol.elements[-1].partition(".")[0]
    if short is None or short["kind"] != lead:
        return None
    suffixes = tuple(part for part in (short["suffixes"] or "").replace(" ", "").split("/") if part)
    place = passage.place(at + short.start("words"), at + short.end("words"), "document/also-short")
    last = f"{lead}.{short['number']}"
    return SymbolMention(**place, symbol=str(Symbol((*symbol.elements[:-1], last), suffixes)))


def _further(passage: Passage, symbol: Symbol, at: int) -> Iterator[SymbolMention]:
    """The document, or the range of them, that bears the next numbers of the same series: " and 6", ", 7-9"."""
    more = passage.take("document/also-number", at)
    lead, _, low = symbol.elements[-1].rpartition(".")
    if more is None or not low.isdigit() or not _counts_on(lead, low, more["number"]):
        return
    if not lead and not _HAS_DIGIT.search(symbol.elements[-2]):
        return
    if (more["kind"] or lead) == lead:
        place = passage.place(at + more.start("words"), at + more.end("words"), "document/also-number")
        for number in _counted(more["number"], more["last"]) if more["last"] else [more["number"]]:
            one = f"{lead}.{number}" if lead else number
            yield SymbolMention(**place, symbol=str(Symbol((*symbol.elements[:-1], one))))


def _counts_on(lead: str, low: str, number: str) -> bool:
    """May ``number`` be that of a further document of the series: no year, nor far behind the first?"""
    if len(low) < _SHORTEST_YEAR and len(number) < _SHORTEST_YEAR:
        return True
    return bool(lead) and 0 < int(number) - int(low) <= _LONGEST_RANGE


def _counted(first: str, last: str) -> list[str]:
    """The numbers of a range; only the first where it runs backwards or too far."""
    if not 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [first]
    return [str(number) for number in range(int(first), int(last) + 1)]


def _sales(passage: Passage) -> Iterator[SalesMention]:
    for match in passage.search("document/sales-number"):
        yield SalesMention(**passage.place(match.start(), match.end(), "document/sales-number"), number=match["number"])
        at = match.end()
        while (also := passage.take("document/also-sales", at)) is not None:
            start, at = at + also.start("number"), at + also.end()
            yield SalesMention(**passage.place(start, at, "document/also-sales"), number=also["number"])


def _isbn(passage: Passage) -> Iterator[SalesMention]:
    for match in passage.search("document/isbn"):
        digits = "".join(sign for sign in match["number"] if sign.isalnum())
        if _is_isbn(digits):
            yield SalesMention(
                **passage.place(match.start(), match.end(), "document/isbn"), number=digits, scheme="isbn"
            )


def _is_isbn(digits: str) -> bool:
    """Does the check digit hold? ISBN-10 and ISBN-13 after the ISBN Users' Manual, as ISO 2108 has it."""
    if len(digits) == _ISBN_10:
        values = [10 if sign == "X" else int(sign) for sign in digits]
        return sum(value * (_ISBN_10 - place) for place, value in enumerate(values)) % 11 == 0
    if len(digits) == _ISBN_13 and digits.isdigit():
        return sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(digits)) % 10 == 0
    return False


def _series(passage: Passage) -> Iterator[SeriesMention]:
    if "vol" not in passage.text:
        return
    named = False
    for match in passage.search("document/treaty-series"):
        ibid = match["ibid"] is not None
        named = named or not ibid
        for volume in passage.patterns["document/volume"].regex.findall(match["volume"]):
            yield SeriesMention(
                **passage.place(match.start(), match.end(), "document/treaty-series"),
                volume=volume,
                number=match["number"] or "",
                ibid=ibid and not named,
            )


def _ibid(passage: Passage) -> Iterator[IbidMention]:
    match = passage.take("document/ibid", 0)
    if match is not None:
        yield IbidMention(**passage.place(0, match.end(), "document/ibid"))


def mark_bibliographic(passage: Passage, mentions: Sequence[CitationMention]) -> tuple[CitationMention, ...]:
    """The mentions of a note, marked where the note is nothing but a reference to what they name."""
    kinds = (SymbolMention, SalesMention, SeriesMention, IbidMention, DecisionMention, DecisionPartMention)
    if passage.part.kind is not PartKind.NOTE or not any(isinstance(m, kinds) for m in mentions):
        return tuple(mentions)
    taken: list[Range] = [m.at for m in mentions] + [n.at for n in passage.names if n.kind == "organization"]
    rest = _without(passage.text, taken)
    if passage.patterns["document/bibliographic-rest"].regex.match(rest) is None:
        return tuple(mentions)
    return tuple(replace(m, bibliographic=True) if isinstance(m, kinds) else m for m in mentions)


def _without(text: str, ranges: Sequence[Range]) -> str:
    kept, at = [], 0
    for start, end in sorted(ranges):
        if start > at:
            kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])
