"""Introducing: a passage in, out its sentences that may introduce a person, and the names in them that may be it.

A sentence may where it holds a word of a form that introduces a person: an office, a courtesy title, a State in
brackets. A name may where it is built as a person's, and is not that of an institution. Whether they do is decided by
`rapporteur.find.persons`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rapporteur.find.cues import Cue
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import Sentence, sentences
from rapporteur.model import PartKind
from rapporteur.model.citations import NameMention
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
    "told-by",
    "chaired-by",
    "noble",
    "of-whom",
    "elected",
    "office-was",
    "office-says",
    "says-by-office",
    "led-by",
)
"""The forms without which a name that does not open its paragraph is not taken for a person's."""
_OPENS = "presents-after"
"""The form that introduces a person whose name opens a paragraph."""
_COURTESIES = re.compile(r"[ .MrsD]*")


def introducing(passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage that may introduce a person, in reading order."""
    for sentence in sentences(passage):
        if sentence.cues & _CUE.bit or (sentence.cues & _OPENS_CUE.bit and opens(passage, sentence.start)):
            yield sentence


def _signs(*forms: str) -> Iterable[str]:
    """Words of which every match of one of the forms holds one."""
    signs = [load_patterns("persons")[f"person/{form}"].regex.signs for form in forms]
    return frozenset().union(*signs) if all(signs) else (" ",)


_CUE = Cue(lambda: _signs(*_INTRODUCES))
_OPENS_CUE = Cue(lambda: _signs(_OPENS))


def candidates(sentence: Sentence) -> Iterator[Range]:
    """The ranges in the passage that may be a person's name, in reading order; no blank line stands in one.

    One name behind a courtesy title may be it too.
    """
    passage, patterns = sentence.passage, load_patterns("persons")
    found = [_trimmed(sentence, match) for match in patterns["person/name"].regex.finditer(sentence.text)]
    for match in patterns["person/one-name"].regex.finditer(sentence.text):
        found.append((sentence.start + match.start("name"), sentence.start + match.end("name")))
    for at in sorted(at for at in found if at is not None):
        if not _names_else(passage, at) and passage.unbroken(*at) == at[1]:
            yield at


def _trimmed(sentence: Sentence, match: re.Match[str]) -> Range | None:
    """The range of a name without titles and opening words before it; None where fewer than two words are left."""
    start, end = match.span()
    skip = _skipped()
    if " " not in match.group():
        return None
    while True:
        first, _, rest = sentence.text[start:end].partition(" ")
        if first not in skip or not rest:
            break
        start += len(first) + 1
        while start < end and not sentence.text[start].isupper():
            start += 1
    while (last := sentence.text[start:end].rpartition(" "))[2] in _behind_names():
        end = start + len(last[0])
    if " " not in sentence.text[start:end]:
        return None
    return sentence.start + start, sentence.start + end


def _names_else(passage: Passage, at: Range) -> bool:
    """Is it the name of something else: a word of it belongs to institutions, or a name of the authorities overlaps it?

    A State's name may be a part of it, a first name or a family name; words around then must leave no doubt.
    """
    words = passage.text[at[0] : at[1]].split()
    if not _not_names().isdisjoint(words) or _office_words().issuperset(words):
        return True
    return any(name.kind != "state" or name.at == at for name in names_over(passage, at))


def names_over(passage: Passage, at: Range) -> tuple[NameMention, ...]:
    """The names of the authorities that overlap a range."""
    return passage.names_over(*at)


@cache
def _skipped() -> frozenset[str]:
    """Titles and opening words, which are no part of a name; a title of nobility is one."""
    words = load_patterns("persons").words
    return frozenset([*words["titles"], *words["first_words"], *words["office_leads"]]) - set(words["nobles"])


@cache
def _behind_names() -> frozenset[str]:
    """Offices that are printed behind a name without a comma: "elected Ms. Ada Zedd Chair"."""
    return frozenset(load_patterns("committees").words["offices"])


@cache
def _office_words() -> frozenset[str]:
    """Words of which offices are made: a name holds another word."""
    words = load_patterns("persons").words
    return frozenset([*words["titles"], *words["office_words"]])


@cache
def _not_names() -> frozenset[str]:
    """Words of which no person's name holds one."""
    return frozenset(load_patterns("persons").words["not_names"])


def opens(passage: Passage, at: int) -> bool:
    """Does nothing but a courtesy title stand before a place of a numbered paragraph?"""
    return passage.part.kind is PartKind.PARAGRAPH and _COURTESIES.fullmatch(passage.text, 0, at) is not None
