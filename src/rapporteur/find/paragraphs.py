"""Paragraphs, recommendations and chapters of documents: "paragraph 12 of the Committee's report", "122.17-18".

Takes a passage and what is read of it already, gives mentions with one path a target. Which document is meant is not
decided here; a bare "paragraph 12" says so (form "none").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from rapporteur.model.refs import ONLY_ANNEX


@dataclass(frozen=True, slots=True)
class Around:
    """What is read of a passage already, around its paragraphs.

    :ivar taken: ranges of provisions and of parts of decisions: their paragraphs are no document's.
    """

    taken: Sequence[Range]
    symbols: Sequence[SymbolMention]
    ibids: Sequence[IbidMention] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """Which document a citation is of, whether of an annex to it, and where the citation begins and ends."""

    begin: int
    end: int
    words: DocumentWords
    annex: str = ""


def find_paragraphs(passage: Passage, around: Around) -> Iterator[ParagraphMention]:
    """Each citation of paragraphs or recommendations by number, and "the preceding paragraph"."""
    text = passage.text
    if "aragraph" not in text and "ara." not in text and "aras." not in text and "ecommendation" not in text:
        return
    reached = 0
    for match in passage.search("paragraph/open"):
        start = match.start()
        if start < reached or covered(match.span(), around.taken):
            continue
        unit = "recommendation" if match["recommendation"] else "paragraph"
        plural = match["plural"] is not None or unit == "recommendation"
        paths, end = read_paragraphs(passage, match.end(), plural)
        if not paths:
            continue
        read = _document(passage, start, end, around)
        reached = read.end
        lists = unit == "paragraph" and passage.before("recommendation/list", start) is not None
        yield ParagraphMention(
            **passage.place(read.begin, read.end, "recommendation/list" if lists else f"{unit}/open"),
            paths=tuple(paths),
            document=read.words,
            annex=read.annex,
        )
    yield from _find_bare(passage, around)
    if "receding" in text:
        for match in passage.search("paragraph/preceding"):
            yield ParagraphMention(
                **passage.place(match.start(), match.end(), "paragraph/preceding"),
                paths=((),),
                document=DocumentWords(form="preceding"),
            )


def _find_bare(passage: Passage, around: Around) -> Iterator[ParagraphMention]:
    """Recommendations by numbers without a point, "recommendations 1, 2 and 5–7"; a label over one cites none."""
    for match in passage.search("recommendation/bare") if "ecommendation" in passage.text else ():
        start = match.start()
        if covered(match.span(), around.taken):
            continue
        paths, end = read_paragraphs(passage, match.end(), plural=True)
        opens = start in passage.sentence_starts or passage.text[:start].rstrip(" #*_")[-1:] in ("", ":")
        opens = opens or passage.unbroken(max(0, start - 2), start) < start or _alone(passage, start, end)
        label = passage.take("recommendation/label", end)
        if not paths or (label is not None and (opens or (label["mark"] and match[0].startswith("Recommendation ")))):
            continue
        read = _document(passage, start, end, around)
        yield ParagraphMention(
            **passage.place(read.begin, read.end, "recommendation/bare"),
            paths=tuple(paths),
            document=read.words,
            annex=read.annex,
        )
    for match in passage.search("recommendation/answered") if "Rec" in passage.text else ():
        paths, end = read_paragraphs(passage, match.end(), plural=True)
        if paths:
            place = passage.place(match.start(), end, "recommendation/answered")
            yield ParagraphMention(**place, paths=tuple(paths), document=DocumentWords(form="none"))


def _alone(passage: Passage, start: int, end: int) -> bool:
    """Does nothing else stand on the line of these words?"""
    source, offsets = passage.report.source.text, passage.clean.offsets
    first, last = offsets[start], offsets[end - 1] + 1
    before = source[source.rfind("\n", 0, first) + 1 : first]
    after = source[last : max(last, source.find("\n", last))]
    return not before.strip(" \t#*_") and not after.strip(" \t*_:.")


def find_dotted(passage: Passage, heads: Sequence[str], taken: Sequence[Range]) -> Iterator[ParagraphMention]:
    """Recommendations by number alone, "122.17-18", in a report that speaks of recommendations so numbered.

    :param heads: the numbers before the point: ("122",).
    :param taken: ranges where they are read already.
    """
    reached = 0
    for match in passage.search("recommendation/number"):
        start = match.start()
        if match["head"] not in heads or start < reached or covered((start, match.end()), taken):
            continue
        paths, reached = read_paragraphs(passage, start, plural=True)
        if paths and not covered((start, reached), taken):
            yield ParagraphMention(
                **passage.place(start, reached, "recommendation/number"),
                paths=tuple(paths),
                document=DocumentWords(form="none"),
            )


def find_sections(passage: Passage, around: Around) -> Iterator[SectionMention]:
    """Each citation of chapters or sections by roman number, of a document that the words tell."""
    if "hap" not in passage.text and "ect" not in passage.text:
        return
    for match in passage.search("section/open"):
        if covered(match.span(), around.taken):
            continue
        paths, end = read_chapters(passage, match.end(), match["plural"] is not None)
        read = _document(passage, match.start(), end, Around(around.taken, around.symbols))
        if paths and read.words.form != "none" and not read.annex:
            yield SectionMention(
                **passage.place(read.begin, read.end, "section/open"), paths=tuple(paths), document=read.words
            )


def _document(passage: Passage, start: int, end: int, around: Around) -> _Read:
    """Which document the numbers that end at ``end`` are of: said after them, else before them."""
    annex, end_of_annex = "", end
    of_annex = passage.take("paragraph/of-annex", end)
    if of_annex is not None:
        annex, end_of_annex = of_annex["number"] or ONLY_ANNEX, end + of_annex.end()
    for id, form in (("paragraph/present", "present"), ("paragraph/that-report", "that")):
        said = passage.take(id, end_of_annex)
        if said is not None:
            words = DocumentWords(form="present") if form == "present" else DocumentWords(form="that")
            return _Read(start, end_of_annex + said.end(), words, annex)
    before = _before(passage, start, end, around)
    if before is not None:
        return before
    of = passage.take("paragraph/of-document", end_of_annex)
    of = of or (passage.take("paragraph/annexed-to", end_of_annex) if annex else None)
    if of is not None:
        place = end_of_annex + of.end()
        by_symbol = next((s for s in around.symbols if s.at[0] == place), None)
        if by_symbol is not None:
            words = DocumentWords(form="symbol", symbol=by_symbol.symbol)
            closes = "(" in of.group() and passage.text.startswith(")", by_symbol.at[1])
            return _Read(start, by_symbol.at[1] + closes, words, annex)
        read = read_report(passage, place)
        if read is not None:
            return _Read(start, read[1], read[0], annex)
    described = passage.take("paragraph/of-described", end_of_annex)
    if described is not None:
        place = end_of_annex + described.end()
        by_symbol = next((s for s in around.symbols if s.at[0] == place), None)
        if by_symbol is not None and passage.text.startswith(")", by_symbol.at[1]):
            words = DocumentWords(form="symbol", symbol=by_symbol.symbol)
            return _Read(start, by_symbol.at[1] + 1, words, annex)
    in_own = passage.take("paragraph/of-own-annex", end) if not annex else None
    if in_own is not None and f"annex-{in_own['number']}" in passage.report.section_by_path:
        return _Read(start, end + in_own.end(), DocumentWords(form="present"), in_own["number"])
    alone = passage.text[end : end + 1] in (")", ",") and not annex
    own = alone and passage.before("paragraph/see", start) is not None
    return _Read(start, end, DocumentWords(form="present" if own else "none"))


def _before(passage: Passage, start: int, end: int, around: Around) -> _Read | None:
    """The document said before its paragraphs: "A/99/1, annex II, paras. 3-5", "Ibid., para. 4"."""
    for symbol in reversed(around.symbols):
        after = passage.take("paragraph/after-symbol", symbol.at[1]) if symbol.at[1] <= start else None
        if after is not None and symbol.at[1] + after.end() == start:
            joined = "and " in after.group() or after["particular"] is not None
            if joined and passage.take("paragraph/of-document", end) is not None:
                return None
            closes = "(" in after.group() and passage.text.startswith(")", end)
            words = DocumentWords(form="symbol", symbol=symbol.symbol)
            annex = (after["number"] or ONLY_ANNEX) if after["annex"] else ""
            return _Read(symbol.at[0], end + closes, words, annex)
    for ibid in around.ibids:
        after = passage.take("paragraph/after-symbol", ibid.at[1])
        if after is not None and ibid.at[1] + after.end() == start:
            return _Read(ibid.at[0], end, DocumentWords(form="ibid"))
    return None
