"""Hyphens at the end of a line: part of the word, or put there by the break?

Takes a `Sheet`, gives a `Mark` for each hyphen that only the line break put there. The report itself decides: a hyphen
goes where the word occurs without it elsewhere; in a report that breaks words so again and again, also where neither
half is a word of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rapporteur.model import Span
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Mark
from rapporteur.read.printed import Sheet

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_END = re.compile(r"([^\W\d_]{2,})([-‐\u00ad])\Z")
_BEGIN = re.compile(r"[^\W\d_]{2,}")
_SUSPENDS = frozenset({"and", "or", "to", "und", "et", "ou"})
"""After a hyphen that waits for the second half of its word: "age- and gender-based"."""
_HABIT = 2
"""Words broken in the middle, at least, from which a text is one that breaks words."""
_SOFT = "\u00ad"


def soft_hyphens(sheet: Sheet) -> list[Mark]:
    """The hyphens at line ends that are no part of the word, in order."""
    lines = [line for line in sheet.lines if not line.role.furniture]
    pairs = []
    for line, after in pairwise(lines):
        end = _END.search(sheet.text, max(line.span.start, line.span.end - 40), line.span.end)
        begin = _BEGIN.match(sheet.text, after.span.start, after.span.end)
        if end and begin and line.role is after.role:
            pairs.append((end, begin))
    if not pairs:
        return []
    words = _words(sheet)
    for end, begin in pairs:
        words.subtract((end[1].lower(), begin[0].lower()))
    hyphenates = _hyphenates(pairs, words)
    halves = frozenset(LAYOUT.words["prefixes"] + LAYOUT.words["second_halves"])
    found = []
    for end, begin in pairs:
        head, tail = end[1].lower(), begin[0]
        if end[2] == _SOFT or _is_break(head, tail, words, halves if hyphenates else None):
            found.append(Mark("soft-hyphen", Span(*end.span(2))))
    return found


def _hyphenates(pairs: Sequence[tuple[re.Match[str], re.Match[str]]], words: Counter[str]) -> bool:
    """Does the printer of this text break words at the end of a line, and not only at their own hyphens?"""
    broken = kept = 0
    for end, begin in pairs:
        head, tail = end[1].lower(), begin[0].lower()
        broken += words[head + tail] > 0
        kept += words[f"{head}-{tail}"] > 0
    return broken >= _HABIT and broken > kept


def _words(sheet: Sheet) -> Counter[str]:
    found: Counter[str] = Counter()
    for line in sheet.lines:
        if not line.role.furniture:
            found.update(word.lower() for word in _WORD.findall(sheet.words(line)))
    return found


def _is_break(head: str, tail: str, words: Counter[str], halves: frozenset[str] | None) -> bool:
    """Was the hyphen between the halves put there by the break alone?

    :param halves: what stands before or after a hyphen of its own; None where the text does not break words.
    """
    if not tail.islower() or tail in _SUSPENDS or words[f"{head}-{tail}"] > 0:
        return False
    if words[head + tail] > 0:
        return True
    return halves is not None and halves.isdisjoint((head, tail)) and words[head] < 1 and words[tail] < 1
