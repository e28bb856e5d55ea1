"""Sentences: a stretch of clean text → the index ranges of its sentences.

A full stop ends a sentence where white space and a capital, a digit or an opening quotation mark follow, and no word
stands before it that is only cut short ("No. 4", "chap. II", "St. Mary"): those are data, `patterns/sentences.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapporteur.patterns import load_patterns

Range = tuple[int, int]

_END = re.compile(r"[.?!][”\")]?\s+(?=[“\"(]?[A-Z0-9])")
_WORD = 16
"""Characters before a full stop that the word may have which it cuts short."""


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The indices in ``text[start:end]`` at which a sentence begins behind another.

    >>> list(sentence_ends("Ports close. See chap. II. Ships wait.", 0, 38))
    [13, 27]
    """
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "." or not is_short(text, match.start() + 1):
            yield match.end()


def is_short(text: str, at: int) -> bool:
    """Does the full stop before ``at`` end a word that is cut short, and no sentence?"""
    before = text[max(0, at - _WORD) : at]
    word = before[:-1].rpartition(" ")[2]
    if len(word) > 1 and word.isalpha() and word.lower() not in _known():
        return False
    patterns = load_patterns("sentences").patterns
    if patterns["short/numbered"].regex.search(before) and patterns["short/number"].regex.match(text[at : at + _WORD]):
        return True
    return any(patterns[id].regex.search(before) for id in ("short/title", "short/initial"))


@cache
def _known() -> frozenset[str]:
    """All words that are only cut short, in small letters: most words are none, and so is soon said."""
    words = load_patterns("sentences").words
    return frozenset(word.lower() for name in ("numbered", "titles", "within") for word in words[name])


def sentence_ranges(text: str, start: int, end: int) -> tuple[Range, ...]:
    """The sentences of ``text[start:end]``, white space around them left out.

    >>> sentence_ranges("Ports close. See No. 5. Ships wait.", 0, 35)
    ((0, 12), (13, 23), (24, 35))
    """
    found: list[Range] = []
    at = start
    for begins in sentence_ends(text, start, end):
        found.append(trimmed(text, at, begins))
        at = begins
    found.append(trimmed(text, at, end))
    return tuple((a, b) for a, b in found if a < b)


def trimmed(text: str, start: int, end: int) -> Range:
    """The range without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def inside_brackets(text: str, start: int, at: int) -> bool:
    """Does ``at`` stand inside round brackets or quotation marks that open after ``start``?"""
    before = text[max(start, at - 2000) : at]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def holds_any(text: str, words: Sequence[str]) -> bool:
    """Does one of the words stand in the text?"""
    for word in words:  # noqa: SIM110 — asked of every sentence, and three times as fast as `any`
        if word in text:
            return True
    return False
