"""Annexes that are cited: "annex II to the present report", "A/99/1, annex I" → the section that the annex is.

Takes a passage and what is read of it already, gives a `SectionMention` for each expression whose document the words
tell. An annex that is merely pointed at ("summarized in annex II") is the report's own, if it has that annex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapporteur.find.paragraphs import Around
from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model.citations import DocumentWords, SectionMention

_BEHIND_SYMBOL = re.compile(r"(?:, (?:see )?| \((?:see )?)$")
_ONLY = "I"
"""The number that an outline gives an annex without one."""


def find_annexes_cited(passage: Passage, around: Around, read: Sequence[Range]) -> Iterator[SectionMention]:
    """Each citation of an annex as a whole.

    :param read: where paragraphs and sections are cited, of annexes too.
    """
    if "nnex" not in passage.text:
        return
    for match in passage.search("section/annex"):
        if covered(match.span(), around.taken) or any(a < match.end() and match.start() < b for a, b in read):
            continue
        paths = tuple(f"annex-{number}" for number in (match["number"] or _ONLY, match["second"]) if number)
        if passage.before("section/annex-part", match.start()) is not None:
            yield SectionMention(
                **passage.place(*match.span(), "section/annex-part"), paths=paths, document=DocumentWords(form="none")
            )
            continue
        found = _of(passage, match.span(), paths, around)
        if found is not None:
            at, words = found
            yield SectionMention(**passage.place(*at, "section/annex"), paths=paths, document=words)


def _of(passage: Passage, at: Range, paths: Sequence[str], around: Around) -> tuple[Range, DocumentWords] | None:
    """Where the whole citation stands, and of which document it is; None where the words do not tell."""
    start, end = at
    present = passage.take("paragraph/present", end)
    if present is not None:
        return (start, end + present.end()), DocumentWords(form="present")
    for lead in ("paragraph/annexed-to", "paragraph/of-document", "paragraph/of-described"):
        to = passage.take(lead, end)
        place = end + to.end() if to is not None else -1
        symbol = next((s for s in around.symbols if s.at[0] == place), None)
        if symbol is not None:
            closes = "(" in passage.text[end:place] and passage.text.startswith(")", symbol.at[1])
            return (start, symbol.at[1] + closes), DocumentWords(form="symbol", symbol=symbol.symbol)
    if passage.text.startswith((" to ", " of "), end):
        return None
    before = next((s for s in around.symbols if s.at[1] < start and start - s.at[1] <= len(" (see ")), None)
    if before is not None and _BEHIND_SYMBOL.fullmatch(passage.text, before.at[1], start):
        closes = "(" in passage.text[before.at[1] : start] and passage.text.startswith(")", end)
        return (before.at[0], end + closes), DocumentWords(form="symbol", symbol=before.symbol)
    own = all(path in passage.report.section_by_path for path in paths)
    pointed = own and passage.before("section/annex-pointed", start) is not None
    return (at, DocumentWords(form="present")) if pointed else None
