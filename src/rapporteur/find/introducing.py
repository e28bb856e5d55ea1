"""Introducing: a passage in, out those of its sentences that may introduce a person; names are read there alone.

A sentence may where it holds a word of a form that introduces a person: an office, a courtesy title, a State in
brackets. Whether it does is decided by `rapporteur.find.persons`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick

from rapporteur.find.passages import Passage
from rapporteur.find.scenes import Sentence, sentences
from rapporteur.model import PartKind
from rapporteur.patterns import load_patterns

_INTRODUCES = (
    "in-brackets",
    "panel",
    "office-before",
    "mandate-before",
    "chair-before",
    "chair-after",
    "courtesy-before",
    "office-after",
    "chaired-by",
    "noble",
    "of-whom",
)
"""The forms without which a name that does not open its paragraph is not taken for a person's."""
_OPENS = "presents-after"
"""The form that introduces a person whose name opens a paragraph."""
_COURTESIES = re.compile(r"[ .MrsD]*")


def introducing(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage that may introduce a person, in reading order."""
    if _signs(*_INTRODUCES, _OPENS).find_matches_as_indexes(passage.text):
        for sentence in sentences(passage):
            forms = (*_INTRODUCES, _OPENS) if opens(passage, sentence.start) else _INTRODUCES
            if _signs(*forms).find_matches_as_indexes(sentence.text):
                yield sentence


@cache
def _signs(*forms: str) -> AhoCorasick:
    """Finds the words of which every match of one of the forms holds one."""
    signs = [load_patterns("persons")[f"person/{form}"].regex.signs for form in forms]
    return AhoCorasick(sorted(frozenset().union(*signs))) if all(signs) else AhoCorasick([" "])


def opens(passage: Passage, at: int) -> bool:
    """Does nothing but a courtesy title stand before a place of a numbered paragraph?"""
    return passage.part.kind is PartKind.PARAGRAPH and _COURTESIES.fullmatch(passage.text, 0, at) is not None
