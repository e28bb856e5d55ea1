"""Lists of treaties: where one title ends and the next begins.

Takes a passage and a stretch of it that holds titles, gives the range of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.find.passages import Passage, Range

_COMMA = re.compile(r", (?:the )?(?=[A-ZÀ-Þ])")
_AND = re.compile(r",? and (?:the )?")


def titles_in_list(passage: Passage, start: int, end: int) -> Iterator[Range]:
    """The titles in a stretch that a list of treaties and bodies may be; what is no treaty is left out.

    A comma ends a title before the name of a body, of a State that the treaty is not between, or before the noun of
    another treaty; so does "and the" before such a noun. By its noun alone the last one is not titled.
    """
    nouns = passage.patterns["treaty/noun"].regex
    names = dict(name.at for name in passage.names_of("organization"))
    states = {name.at[0] for name in passage.names_of("state")}
    between = passage.patterns["treaty/between"].regex
    cuts: list[Range] = []
    for comma in _COMMA.finditer(passage.text, start, end):
        item = passage.text[comma.end() : end].partition(", ")[0]
        speaks = comma.end() in states and not between.search(passage.text, start, comma.start())
        if comma.end() in names or speaks or nouns.search(item):
            cuts.append(comma.span())
    cuts = sorted(
        [*cuts, *(m.span() for m in passage.patterns["treaty/joint"].regex.finditer(passage.text, start, end))]
    )
    for low, high in zip([start, *(after for _, after in cuts)], [*(comma for comma, _ in cuts), end], strict=True):
        body = _AND.match(passage.text, names[low]) if low != start and low in names else None
        first = body.end() if body is not None else low
        title = passage.take("provision/treaty-title", first) if first > start and high == end else None
        last = high if title is None else max(high, first + title.end())
        bare = first > start and nouns.fullmatch(passage.text, first, last) is not None
        if not bare and (low == start or nouns.search(passage.text, first, high)):
            yield first, last
