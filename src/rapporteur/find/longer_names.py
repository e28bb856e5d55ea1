"""Longer names that a State's is a part of, and that no authority holds: "Spain Department", "Lightwatch Norway".

Takes the text and the place of a State's name, says whether the name is sure to be a part of a longer one, or may be:
the first is no mention of the State, the second one that stays open.
"""

from __future__ import annotations

import re
from functools import cache

from rapporteur.model import CleanText, Report
from rapporteur.patterns import load_patterns

_AROUND = 48
_FULL_LINE = 60
"""Characters of a line that is broken because it is full, and not because an item of a list ends."""
_COLUMNS = re.compile(r"\S\s{3,}\S")


def leads_institution(report: Report, clean: CleanText, end: int) -> bool:
    """Does the name of a State that ends here lead the name of an institution printed on the same line?

    Lists are printed an item a line, so that a State above an institution is none of its words.
    """
    after = clean.text[end : end + _AROUND]
    if after[:1] != " " or not after[1:2].isupper():
        return False
    if load_patterns("names")["name/institution-after"].regex.match(after) is None:
        return False
    return "\n" not in report.source.text[clean.offsets[end - 1] : clean.offsets[end + 1]]


def beside_capitals(text: str, start: int, end: int) -> bool:
    """Does a word in capitals stand right before or right behind ``text[start:end]``, no sign between?"""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return True
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha():
        return False
    return text[text.rfind(" ", 0, start - 1) + 1].isupper() or text[start - 2].isupper()


def may_be_longer(report: Report, clean: CleanText, start: int, end: int) -> bool:
    """May the name of a State be the beginning or the end of a longer name that is printed in one line with it?"""
    text = clean.text
    after = text[end + 1 : end + 2].isupper() and text[end] == " "
    if after and _in_line(report, clean, end):
        match = load_patterns("names")["name/longer-after"].regex.match(text[end : end + _AROUND])
        if match is not None:
            return True
    if start < 2 or text[start - 1] != " " or not text[start - 2].isalpha():
        return False
    before = text[max(0, start - _AROUND) : start]
    if load_patterns("names")["name/longer-before"].regex.search(before) is None and not _opens_with_name(before):
        return False
    return _in_line(report, clean, start - 1)


def _opens_with_name(before: str) -> bool:
    """Does a sentence open with the one word in ``before``, and is it neither a verb nor another common word?

    "Lightwatch" in "Lightwatch Norway had asked", and not "Urge" in "Urge Norway to ask".
    """
    opening = load_patterns("names")["name/longer-opening"].regex.search(before)
    if opening is None:
        return False
    word = opening["word"].lower()
    return not {word, word.removesuffix("s"), word.removesuffix("es")} & _verbs()


def branch_start(report: Report, clean: CleanText, start: int, end: int) -> int | None:
    """Where the name of a body's branch begins that opens a sentence, ends with a State's name and does something.

    None where no such name stands there: "Lightwatch Norway asked" is one, "Urge Norway to ask" is none.
    """
    before = clean.text[max(0, start - _AROUND) : start]
    if not before.endswith(" ") or not _opens_with_name(before) or not _in_line(report, clean, start - 1):
        return None
    if load_patterns("names")["name/branch-acts"].regex.match(clean.text[end : end + _AROUND]) is None:
        return None
    return clean.text.rfind(" ", 0, start - 1) + 1


@cache
def _verbs() -> frozenset[str]:
    """The base forms of verbs with which a recommendation may open."""
    words = load_patterns("verbs").words
    return frozenset(verb for verbs in words.values() for verb in verbs)


def belongs_to_state(text: str, end: int) -> bool:
    """Do the words in capitals behind an adjective of nationality, if there are any, call something of the State's?"""
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return True
    return load_patterns("names")["name/organ-after"].regex.match(text[end : end + 2 * _AROUND]) is not None


def _in_line(report: Report, clean: CleanText, space: int) -> bool:
    """Do the words on both sides of a space of the clean text stand in one line, or in one that is full?"""
    source = report.source.text
    first, last = clean.offsets[space - 1], clean.offsets[space + 1]
    broken = source.find("\n", first, last)
    if broken < 0:
        return not source[first + 1 : last].startswith(("   ", "\t", " |"))
    line = source[source.rfind("\n", 0, broken) + 1 : broken].strip()
    return len(line) >= _FULL_LINE and _COLUMNS.search(line) is None and source.count("\n", first, last) == 1
