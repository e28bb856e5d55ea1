"""Paragraphs and chapters of documents: "paragraph 12 of the Committee's report", "paragraphs 4 and 5 above".

Takes a passage and what the provision finder has read already, gives mentions with one path a target. Which document
is meant is not decided here; a bare "paragraph 12" says so (form "none").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.find.reports import read_report
from rapporteur.model.citations import (
    DocumentWords,
    IbidMention,
    ParagraphMention,
    SectionMention,
    SymbolMention,
)

Path = tuple[str, ...]


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
        paths, end = _read_list(passage, match.end(), match["plural"] is not None)
        begin, words, end = _document(passage, start, end, symbols, ibids)
        if not paths or words is None or (begin == start and passage.before("paragraph/after-decision", start)):
            continue
        reached = end
        yield ParagraphMention(**passage.place(begin, end, "paragraph/open"), paths=tuple(paths), document=words)


def find_sections(passage: Passage, symbols: Sequence[SymbolMention]) -> Iterator[SectionMention]:
    """Each citation of chapters or sections by roman number, of a document that the words tell."""
    if "hap" not in passage.text and "ect" not in passage.text:
        return
    for match in passage.search("section/open"):
        paths, end = _read_chapters(passage, match.end(), match["plural"] is not None)
        begin, words, end = _document(passage, match.start(), end, symbols, ())
        of_decision = begin == match.start() and passage.before("paragraph/after-decision", begin) is not None
        if paths and words is not None and words.form != "none" and not of_decision:
            yield SectionMention(**passage.place(begin, end, "section/open"), paths=tuple(paths), document=words)


def _document(
    passage: Passage,
    start: int,
    end: int,
    symbols: Sequence[SymbolMention],
    ibids: Sequence[IbidMention],
) -> tuple[int, DocumentWords | None, int]:
    """Where the citation begins, which document it is of, where it ends; no words where a decision is meant."""
    present = passage.take("paragraph/present", end)
    if present is not None:
        return start, DocumentWords(form="present"), end + present.end()
    that = passage.take("paragraph/that-report", end)
    if that is not None:
        return start, DocumentWords(form="that"), end + that.end()
    if passage.take("paragraph/of-decision", end) is not None:
        return start, None, end
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


def _read_list(passage: Passage, at: int, plural: bool) -> tuple[list[Path], int]:
    """Numbers, lists and ranges of paragraph numbers."""
    paths: list[Path] = []
    end = at
    joined_last = ranged = False
    while (number := passage.take("paragraph/number", at)) is not None:
        value = number["value"]
        if ranged and paths:
            between, value = _range(paths[-1][0], value)
            paths += [(inner,) for inner in between]
        paths.append((value, number["letter"]) if number["letter"] else (value,))
        end = at + number.end()
        while number["letter"] and (sibling := _sibling(passage, end)) is not None:
            paths.append((value, sibling[0]))
            end = sibling[1]
        if not plural:
            break
        joined = passage.take("provision/and", end)
        comma = passage.take("provision/comma", end)
        span = passage.take("provision/range", end)
        if joined is not None and not joined_last:
            at, joined_last, ranged = end + joined.end(), True, False
        elif comma is not None and not joined_last:
            at, ranged = end + comma.end(), False
        elif span is not None:
            at, ranged = end + span.end(), True
        else:
            break
    return paths, end


def _sibling(passage: Passage, at: int) -> tuple[str, int] | None:
    joined = passage.take("provision/and", at) or passage.take("provision/comma", at)
    letter = passage.take("provision/bracketed", at + joined.end()) if joined else None
    if joined is None or letter is None or letter["value"].isdigit():
        return None
    return letter["value"], at + joined.end() + letter.end()


def _range(first: str, last: str) -> tuple[list[str], str]:
    """The numbers between the ends of "4 to 7" or "122.17-18", and the last in full."""
    head, _, low = first.rpartition(".")
    tail = last.rpartition(".")[2]
    prefix = f"{head}." if head else ""
    if low.isdigit() and tail.isdigit() and 0 < int(tail) - int(low) < 200:
        return [f"{prefix}{number}" for number in range(int(low) + 1, int(tail))], f"{prefix}{tail}"
    return [], last


def _read_chapters(passage: Passage, at: int, plural: bool) -> tuple[list[str], int]:
    """Section paths: "III", "IV.B"; a letter that follows in a list stands under the same chapter."""
    paths: list[str] = []
    end = at
    joined_last = False
    while (number := passage.take("section/number", at)) is not None:
        paths.append(f"{number['value']}.{number['below']}" if number["below"] else number["value"])
        end = at + number.end()
        joined = passage.take("provision/and", end)
        comma = passage.take("provision/comma", end)
        if plural and joined is not None and not joined_last:
            at, joined_last = end + joined.end(), True
        elif plural and comma is not None and not joined_last:
            at = end + comma.end()
        else:
            break
    return paths, end
