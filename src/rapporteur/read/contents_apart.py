"""Tables of contents whose lines nothing but their words tells: no leaders, no wide space before the page number.

Takes a `Layout`, gives the same with the lines under "Contents" set aside as page furniture, up to where the heading
that the table lists first comes again, or, where it does not, behind the last line that ends in a page number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rapporteur.model import Furniture
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, Line, LineKind

_TITLE = LAYOUT["contents/title"].regex
_COLUMNS = LAYOUT["contents/columns"].regex
_ENTRY = LAYOUT["contents/entry-plain"].regex
_NUMBERED = LAYOUT["paragraph/number"].regex
_SENTENCE = re.compile(r"[a-z)][.!?]\s*\Z")
_SIGNS = "#*_ \t"
_LONGEST_TITLE = 60
_LONGEST = 200
"""Characters of a line in such a table, at most."""
_FEWEST = 3
"""Lines of it that end in a page number, at least."""
_MOST = 300
"""Lines of it, at most."""
_WRAPPED = 6
"""Lines that an entry may take before the one that ends in its page number."""


def with_contents_apart(layout: Layout) -> Layout:
    """The layout without the lines of such tables."""
    aside: set[int] = set()
    i = 0
    while i < len(layout.lines):
        line = layout.lines[i]
        end = _end(layout, i) if len(line.span) <= _LONGEST_TITLE and _TITLE.match(_words(layout, line)) else i + 1
        aside.update(range(i, end) if end > i + 1 else ())
        i = end
    if not aside:
        return layout
    lines: list[Line] = []
    for i, line in enumerate(layout.lines):
        if i not in aside:
            lines.append(replace(line, gap=True) if i - 1 in aside else line)
    furniture = [Furniture("contents", layout.lines[i].span) for i in sorted(aside)]
    return replace(layout, lines=tuple(lines), furniture=(*layout.furniture, *furniture))


def _words(layout: Layout, line: Line) -> str:
    return layout.text[line.span.start : line.span.end].strip(_SIGNS)


def _said(words: str) -> str:
    """The words of a heading without the numbers behind them, as they are compared."""
    entry = _ENTRY.search(words)
    return " ".join((words[: entry.start() + 1] if entry else words).split()).casefold()


def _end(layout: Layout, start: int) -> int:
    """Index after the table whose title is line ``start``; the next line where there is none."""
    last, entries, page = start + 1, 0, 0
    first: str | None = None
    for i in range(start + 1, min(start + 1 + _MOST, len(layout.lines))):
        line = layout.lines[i]
        words = _words(layout, line)
        if entries >= _FEWEST and first is not None and _said(words) == first and not _ENTRY.search(words):
            return i
        if line.kind is LineKind.NOTE or len(words) > _LONGEST or i - last > _WRAPPED or _is_sentence(layout, i):
            break
        if first is None and not (_COLUMNS.match(words) or _TITLE.match(words)):
            first = _said(words)
        entry = _ENTRY.search(words)
        if entry is not None and int(entry["page"]) >= page:
            last, entries, page = i + 1, entries + 1, int(entry["page"])
        elif _COLUMNS.match(words) or _TITLE.match(words):
            last = i + 1
    return last if entries >= _FEWEST else start + 1


def _is_sentence(layout: Layout, i: int) -> bool:
    """Does line ``i`` begin a numbered paragraph, or end a sentence?"""
    words = _words(layout, layout.lines[i])
    return _SENTENCE.search(words) is not None or (_NUMBERED.match(words) is not None and not _ENTRY.search(words))
