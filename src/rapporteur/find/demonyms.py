"""Adjectives of nationality: "Azurian law" names Azuria.

Takes a passage, gives a `NameMention` for each adjective of ``ontology/authorities/demonyms.csv`` that stands before
the noun it belongs to. Languages, currencies and seas are none; an adjective of two States has two candidates.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick

from rapporteur.find.longer_names import belongs_to_state
from rapporteur.find.passages import Passage, covered
from rapporteur.model import Rule, StateRef
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns
from rapporteur.resources import resource

_WORD = re.compile(r"(?<![\w’'/.-])[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)*(?![\w’'/])")
_CAPITALISED_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*)\s$")
_RULE = Rule("name/demonym", "An adjective of nationality that the authorities give a State, before its noun.")


@cache
def demonyms() -> Mapping[str, tuple[StateRef, ...]]:
    """Adjective → the States it may mean, in a stable order; read once a process."""
    found: dict[str, tuple[StateRef, ...]] = {}
    with resource("ontology", "authorities", "demonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["adjective"]] = (*found.get(row["adjective"], ()), StateRef(row["state"]))
    return found


@cache
def _two_words() -> frozenset[str]:
    """The first words of adjectives of two words or more."""
    return frozenset(adjective.split()[0] for adjective in demonyms() if " " in adjective)


@cache
def _automaton() -> AhoCorasick:
    """Finds where adjectives may stand, which are few in a text; its other words are not looked at."""
    return AhoCorasick(list(demonyms()))


def find_demonyms(passage: Passage) -> Iterator[NameMention]:
    """The adjectives of nationality in a passage, outside every name of the authorities."""
    text = passage.text
    places = sorted({start for _, start, _ in _automaton().find_matches_as_indexes(text, overlapping=True)})
    if not places:
        return
    table, openers = demonyms(), _two_words()
    patterns = load_patterns("persons")
    no_state, openings = patterns["demonym/no-state"].regex, patterns.words["first_words"]
    institution = load_patterns("names")["name/institution-of-before"].regex
    closed = [n.at for n in passage.names]
    reached = 0
    for match in filter(None, (_WORD.match(text, place) for place in places)):
        start, end = match.span()
        if start < reached:
            continue
        words = match.group()
        if words in openers:
            longer = max((a for a in table if " " in a and text.startswith(a, start)), key=len, default="")
            words, end = (longer, start + len(longer)) if longer else (words, end)
        if words not in table or covered((start, end), closed) or no_state.match(text[end : end + 40]):
            continue
        words_before = text[max(0, start - 40) : start]
        before = _CAPITALISED_BEFORE.search(words_before)
        if before is not None and before["word"] not in openings:
            continue
        if text[end + 1 : end + 2].isupper() and institution.search(words_before):
            continue
        reached = end
        span = passage.clean.span(start, end)
        yield NameMention(
            part=passage.report.innermost(passage.part, span),
            span=span,
            words=words,
            rule=_RULE,
            kind="state",
            text_part=passage.part,
            at=(start, end),
            candidates=table[words],
            shared=not belongs_to_state(text, end),
        )
