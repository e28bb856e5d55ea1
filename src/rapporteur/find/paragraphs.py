"""Paragraphs and chapters of documents: "paragraph 12 of the Committee's report", "paragraphs 4 and 5 above".

Takes a passage and what the provision finder has read already, gives mentions with one path a target. Which document
is meant is not decided here; a bare "paragraph 12" says so (form "none").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.numbers import read_chapters, read_paragraphs
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.find.reports import read_report
from rapporteur.model.citations import (
    DocumentWords,
    IbidMention,
    ParagraphMention,
    SectionMention,
    SymbolMention,
)


def find_paragraphs(
    passage: Passage,
    taken: Sequence[Range],
    symbols: Sequence[SymbolMention],
    ibids: Sequence[IbidMention],
) -> Iterator[ParagraphMention]:
    """Each citation of paragraphs, outside ``taken``."""
    if "aragraph" not in passage.text and "para" not in passage.text and "Para" not in passage.text:
        return
    reached = 0
    for match in passage.search("paragraph/open"):
        start = match.start()
        if start < reached or covered((start, match.end()), taken):
            continue
        paths, end = read_paragraphs(passage, match.end(), match["plural"] is not None)
        begin, words, end = _document(passage, start, end, symbols, ibids)
        if not paths:
            continue
        reached = end
        yield ParagraphMention(**passage.place(begin, end, "paragraph/open"), paths=tuple(paths), document=words)


def find_sections(
    passage: Passage, taken: Sequence[Range], symbols: Sequence[SymbolMention]
) -> Iterator[SectionMention]:
    """Each citation of chapters or sections by roman number, of a document that the words tell."""
    if "hap" not in passage.text and "ect" not in passage.text:
        return
    for match in passage.search("section/open"):
        if covered(match.span(), taken):
            continue
        paths, end = read_chapters(passage, match.end(), match["plural"] is not None)
        begin, words, end = _document(passage, match.start(), end, symbols, ())
        if paths and words.form != "none":
            yield SectionMention(**passage.place(begin, end, "section/open"), paths=tuple(paths), document=words)


def _document(
    passage: Passage,
    start: int,
    end: int,
    symbols: Sequence[SymbolMention],
    ibids: Sequence[IbidMention],
) -> tuple[int, DocumentWords, int]:
    """Where the citation begins, which document it is of, where it ends."""
    present = passage.take("paragraph/present", end)
    if present is not None:
        return start, DocumentWords(form="present"), end + present.end()
    that = passage.take("paragraph/that-report", end)
    if that is not None:
        return start, DocumentWords(form="that"), end + that.end()
    for symbol in reversed(symbols):
        after = passage.take("paragraph/after-symbol", symbol.at[1]) if symbol.at[1] <= start else None
        if after is not None and symbol.at[1] + after.end() == start:
            closes = "(" in after.group() and passage.text.startswith(")", end)
            return symbol.at[0], DocumentWords(form="symbol", symbol=symbol.symbol), end + closes
    for ibid in ibids:
        after = passage.take("paragraph/after-symbol", ibid.at[1])
        if after is not None and ibid.at[1] + after.end() == start:
            return ibid.at[0], DocumentWords(form="ibid"), end
    of = passage.take("paragraph/of-document", end)
    if of is not None:
        place = end + of.end()
        symbol_after = next((s for s in symbols if s.at[0] == place), None)
        if symbol_after is not None:
            return start, DocumentWords(form="symbol", symbol=symbol_after.symbol), symbol_after.at[1]
        read = read_report(passage, place)
        if read is not None:
            return start, read[0], read[1]
    return start, DocumentWords(form="none"), end
