"""Tables of contents: their lines are page furniture, never headings or paragraphs.

Takes a `Sheet`, gives the lines of the table that stands under "Contents" the role of contents, on as many pages as it
runs, every line with dotted leaders that ends in a page number wherever it stands, and the list of its own headings
that a chapter opens with.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rapporteur.read.labels import LAYOUT, labels_of
from rapporteur.read.printed import Printed, Role, Sheet

_TITLE = LAYOUT["contents/title"].regex
_COLUMNS = LAYOUT["contents/columns"].regex
_ENTRY = LAYOUT["contents/entry"].regex
_NUMBER = LAYOUT["paragraph/number"].regex
_WRAPPED = 6
"""Lines an entry may take before the one that ends in its page number."""
_FEWEST = 3
"""Lines of a list of a chapter's headings, at least."""
_SENTENCE = re.compile(r"[a-z][.!?]\s*\Z")


def set_aside_contents(sheet: Sheet) -> None:
    """Give the lines of tables of contents their role."""
    lines = [line for line in sheet.lines if line.role is Role.BODY]
    i = 0
    while i < len(lines):
        words = sheet.words(lines[i])
        if _TITLE.match(_joined(words)):
            i = _table(sheet, lines, i)
        else:
            if _leads(words) or (_COLUMNS.match(words) and i + 1 < len(lines) and _leads(sheet.words(lines[i + 1]))):
                lines[i].role = Role.CONTENTS
            i += 1
    _set_aside_chapter_contents(sheet)


def _set_aside_chapter_contents(sheet: Sheet) -> None:
    """Give the lines their role that list, under the heading of a chapter, the headings printed again below.

    Such a list is a block of lines with labels which, all but one at the most, stand once more further down, in the
    same order and none directly behind another.
    """
    lines = [line for line in sheet.lines if line.role is Role.BODY]
    said = [" ".join(sheet.words(line).split()).casefold() for line in lines]
    last = {words: i for i, words in enumerate(said)}
    i = 0
    while i < len(lines):
        end = i
        while end < len(lines) and (end == i or not lines[end].above) and labels_of(sheet.words(lines[end])):
            end += 1
        again = [last[words] for words in said[i:end] if last[words] >= end]
        if len(again) >= max(_FEWEST, end - i - 1) and all(b - a > 1 for a, b in pairwise(again)):
            for line in lines[i:end]:
                line.role = Role.CONTENTS
        i = max(end, i + 1)


def _leads(words: str) -> bool:
    """Does a line have leaders to a page number?"""
    return _ENTRY.search(words) is not None and "..." in words.replace(" ", "")


def _joined(words: str) -> str:
    """Words without the spaces that letter-spacing put between the letters.

    >>> _joined("C o n t e n t s"), _joined("The contents")
    ('Contents', 'The contents')
    """
    return words.replace(" ", "") if re.fullmatch(r"\S(?: \S){3,}", words) else words


def _table(sheet: Sheet, lines: list[Printed], start: int) -> int:
    """Take the table whose title is line ``start``; gives the index of the line after it."""
    end = start + 1
    entries = 0
    i = start + 1
    while i < len(lines) and i - end <= _WRAPPED:
        words = sheet.words(lines[i])
        if _ENTRY.search(words) or _COLUMNS.match(words) or _TITLE.match(_joined(words)):
            entries += bool(_ENTRY.search(words))
            end = i + 1
        elif _NUMBER.match(words) and _SENTENCE.search(sheet.words(lines[min(i + 1, len(lines) - 1)])):
            break
        i += 1
    if not entries:
        return start + 1
    for line in lines[start:end]:
        line.role = Role.CONTENTS
    return end
