"""Headings by their looks: type and white space, where label and position do not already make one plain.

Takes a `Sheet` whose furniture and notes are known, gives the role of heading only where it is sure: larger type, the
word "Annex" alone and the title under it, or a short line without a final stop that stands apart between a finished
paragraph and the number of the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rapporteur.read.labels import LAYOUT
from rapporteur.read.printed import Printed, Role, Sheet

_NUMBER = LAYOUT["paragraph/number"].regex
_DOTTED = LAYOUT["paragraph/dotted"].regex
_ITEM = LAYOUT["item/letter"].regex
_ANNEX = LAYOUT["heading/annex"].regex
_ENCLOSED = LAYOUT["heading/enclosed"].regex
_UNDER = LAYOUT["heading/agenda-item"].regex
_LABELS = tuple(LAYOUT[f"heading/{style}"].regex for style in ("roman", "letter"))
_ARABIC = LAYOUT["heading/arabic"].regex
_LANGUAGES = LAYOUT["masthead/languages"].regex
_ENDS_SENTENCE = (".", "!", "?", "…", ".”", ".)", '."')
_NO_TITLE = (".", ",", ";", ":", "–", "-")
_CELLS = re.compile(r"\S{8,} {3}| \S+ {3}|\S\s{3,}\S.*\S\s{3,}\S")
"""Wide white space that is not the one after a label: a row of a table or masthead, no heading."""
_LARGER = 0.9
"""Points by which the type of a heading is larger than that of the text."""
_LONGEST = 240
_MOST_LINES = 4
_NEAR = 2.5
"""Columns, or points, within which two lines are aligned."""
_ENCLOSED_DEPTH, _TEXT_DEPTH = 11, 12
"""Depths of the heading of a resolution, and of one that only white space marks: below every labelled one."""


def find_headings(sheet: Sheet) -> None:
    """Give headings their role and depth."""
    lines = [line for line in sheet.lines if line.role in (Role.BODY, Role.HEADING)]
    body = _body_size(sheet, lines)
    depths = _depths(lines, body)
    for line in lines:
        words = sheet.words(line)
        if body and line.size in depths and not _NUMBER.match(words) and not _cells(words):
            line.role, line.depth = Role.HEADING, depths[line.size]
    for line, below in pairwise(lines):
        goes_on = below.role is Role.HEADING and line.role is Role.BODY and below.size == line.size and not below.above
        if goes_on and line.size in depths and not labelled(sheet.words(below)):
            line.role, line.depth = Role.HEADING, depths[line.size]
    for i in range(len(lines)):
        _annex(sheet, lines, i)
        _enclosed(sheet, lines, i)
    for begin, end in reversed(_blocks(sheet, lines)):
        if _stands_over(sheet, lines, begin, end):
            for line in lines[begin:end]:
                line.role, line.depth = Role.HEADING, _TEXT_DEPTH


def _cells(words: str) -> bool:
    return _CELLS.search(words) is not None


def labelled(words: str) -> bool:
    """Does a heading with a label of its own begin here?"""
    return any(form.match(words) for form in (*_LABELS, _ANNEX, _ARABIC))


def _body_size(sheet: Sheet, lines: Sequence[Printed]) -> float:
    """The size that most characters are printed in, bold ones aside; 0 where sizes are unknown."""
    for plain in (True, False):
        sizes: Counter[float] = Counter()
        for line in lines:
            if not (plain and line.bold):
                sizes[line.size] += len(line.span)
        if sizes:
            return sizes.most_common(1)[0][0]
    return 0.0


def _depths(lines: Sequence[Printed], body: float) -> dict[float, int]:
    """The larger sizes, each with its rank from 1."""
    larger = sorted({line.size for line in lines if line.size >= body + _LARGER}, reverse=True)
    return {size: rank for rank, size in enumerate(larger, start=1)}


def _annex(sheet: Sheet, lines: Sequence[Printed], i: int) -> None:
    """Is line ``i`` "Annex" alone, apart from the words around it? Then the block under it is its title."""
    line = lines[i]
    match = _ANNEX.match(sheet.words(line))
    first = i == 0 or line.above > 0 or lines[i - 1].page != line.page
    if match is None or match.end() < len(sheet.words(line)) or not first:
        return
    after = i + 1
    while after < min(i + 3, len(lines)) and _LANGUAGES.match(sheet.words(lines[after]).strip("[]()")):
        lines[after].role = Role.MASTHEAD
        after += 1
    if after < len(lines) and not lines[after].above and after == i + 1 and lines[after].role is not Role.HEADING:
        return
    line.role, line.depth = Role.HEADING, line.depth or 1
    end = after + 1
    while end < len(lines) and not lines[end].above and _aligned(lines[after], lines[end]):
        if _cells(sheet.words(lines[end])):
            break
        end += 1
    if after < len(lines) and end - after <= _MOST_LINES and _may_be_title(sheet, lines[after:end]):
        for title in lines[after:end]:
            title.role, title.depth = Role.HEADING, line.depth + 1


def _enclosed(sheet: Sheet, lines: Sequence[Printed], i: int) -> None:
    """Does line ``i`` begin with "Resolution 7/1"? Then what follows down to the body that adopts it is its title."""
    words = sheet.words(lines[i])
    match = _ENCLOSED.match(words)
    if match is None or (match.end() < len(words) and (words.endswith(_NO_TITLE) or not lines[i].above)):
        return
    if i and not lines[i].above and not sheet.words(lines[i - 1]).endswith((*_ENDS_SENTENCE, ":", ";")):
        return
    end = i + 1
    while end < len(lines) and end - i <= _MOST_LINES and not _ends_title(sheet.words(lines[end])):
        end += 1
    body = end + 1 if end < len(lines) and _UNDER.match(sheet.words(lines[end])) else end
    titled = body < len(lines) and end - i <= _MOST_LINES and sheet.words(lines[body]).endswith(",")
    depth = lines[i].depth or _ENCLOSED_DEPTH
    for line in lines[i : end if titled else i + 1]:
        line.role, line.depth = Role.HEADING, depth
        line.above = line.above if line is lines[i] else 0.0


def _ends_title(words: str) -> bool:
    """Does a line belong to the title of a resolution no more?"""
    return words.endswith(_NO_TITLE) or _UNDER.match(words) is not None


def _aligned(first: Printed, line: Printed) -> bool:
    """Do two lines of text begin in one column, or are they centred on one?"""
    middle = first.left + len(first.span) / 2 - line.left - len(line.span) / 2
    return abs(first.left - line.left) < _NEAR or (not first.size and abs(middle) < _NEAR)


def _blocks(sheet: Sheet, lines: Sequence[Printed]) -> list[tuple[int, int]]:
    """Short runs of lines between two of these: white space, the edge of a page, a paragraph's number."""
    found: list[tuple[int, int]] = []
    begin = 0
    for i in range(1, len(lines) + 1):
        apart = i == len(lines) or lines[i].above > 0 or lines[i].page != lines[i - 1].page
        if apart or _NUMBER.match(sheet.words(lines[i])):
            if i - begin <= _MOST_LINES and (
                begin == 0 or lines[begin].above or lines[begin].page != lines[begin - 1].page
            ):
                found.append((begin, i))
            begin = i
    return found


def _may_be_title(sheet: Sheet, block: Sequence[Printed]) -> bool:
    """Could these lines be a heading without label?"""
    first, last = sheet.words(block[0]), sheet.words(block[-1])
    if sum(len(line.span) for line in block) > _LONGEST or last.endswith(_NO_TITLE) or not first[:1].isupper():
        return False
    if any(form.match(first) for form in (_NUMBER, _DOTTED, _ITEM, *_LABELS, _ANNEX)):
        return False
    return all(line.role is Role.BODY for line in block) and not _cells(first)


def _stands_over(sheet: Sheet, lines: Sequence[Printed], begin: int, end: int) -> bool:
    """Does a block stand between a finished paragraph and the next number or heading?"""
    if begin == 0 or end == len(lines) or not _may_be_title(sheet, lines[begin:end]):
        return False
    if lines[begin].page == 1 and not any(_NUMBER.match(sheet.words(line)) for line in lines[:begin]):
        return False
    before, after = lines[begin - 1], lines[end]
    finished = before.role is Role.HEADING or sheet.words(before).rstrip().endswith(_ENDS_SENTENCE)
    words = sheet.words(after)
    if _ANNEX.match(words):
        return False  # who signs, or all that an annex above holds: nothing stands under it
    over = after.role is Role.HEADING or bool(_NUMBER.match(words)) or any(form.match(words) for form in _LABELS)
    return finished and over
