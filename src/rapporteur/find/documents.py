"""Documents by their own numbers: symbols, sales numbers, places in the Treaty Series, Ibid.

Takes a passage, gives mentions in reading order. A note that is nothing but a bibliographic reference is marked so:
it identifies what carries it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from rapporteur.model.symbol import SymbolError, parse_symbol


def find_documents(passage: Passage) -> Iterator[CitationMention]:
    """Each document named by a number of its own, and Ibid. at the head of a note."""
    series = tuple(_series(passage))
    yield from series
    if passage.part.kind is PartKind.NOTE and not series:
        yield from _ibid(passage)
    if "Sales" in passage.text:
        yield from _sales(passage)
    if "/" in passage.text:
        yield from find_symbols(passage)


def find_symbols(passage: Passage) -> Iterator[SymbolMention]:
    """Each document symbol, addenda named after it included: "A/99/1 and Add.2" are two."""
    for match in passage.search("document/symbol"):
        text = match["symbol"].replace(" (", "(")
        try:
            symbol = parse_symbol(text)
        except SymbolError:
            continue
        yield SymbolMention(
            **passage.place(match.start("symbol"), match.end("symbol"), "document/symbol"), symbol=str(symbol)
        )
        at = match.end("symbol")
        while (also := passage.take("document/also-suffix", at)) is not None:
            start, at = at + also.start("suffix"), at + also.end()
            yield SymbolMention(**passage.place(start, at, "document/also-suffix"), symbol=f"{symbol}/{also['suffix']}")


def _sales(passage: Passage) -> Iterator[SalesMention]:
    for match in passage.search("document/sales-number"):
        yield SalesMention(**passage.place(match.start(), match.end(), "document/sales-number"), number=match["number"])


def _series(passage: Passage) -> Iterator[SeriesMention]:
    if "vol." not in passage.text:
        return
    for match in passage.search("document/treaty-series"):
        yield SeriesMention(
            **passage.place(match.start(), match.end(), "document/treaty-series"),
            volume=match["volume"],
            number=match["number"] or "",
            ibid=match["ibid"] is not None,
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
