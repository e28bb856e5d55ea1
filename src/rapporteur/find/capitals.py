"""Capitals: "THE CONFERENCE, CONSIDERING the fog, RESOLVES to meet" → the same words as another resolution writes them.

Takes a text, gives one of the same length, so that every index holds in both.
"""

from __future__ import annotations

import re
from functools import cache

from rapporteur.patterns import load_patterns

_RUN = re.compile(r"[A-Z][A-Z]{3,}")
_BODY = re.compile(r"\bTHE(?:\s[A-Z’'-]+){1,14}(?=,)")
"""Who adopts a resolution, in capitals."""
_WORD = re.compile(r"\b[A-Z]{4,}\b")
_SMALL = re.compile(r"(?<=\s)(?:Of|On|The|For|And|To|In|At|Its|By|With)\b")


def without_capitals(text: str) -> str:
    """The text with the words that open a resolution and its parts in capitals written small, but for the first letter.

    >>> without_capitals("THE CONFERENCE ON LAMPS, NOTING the fog, RESOLVES to meet in the USSR")
    'The Conference on Lamps, Noting the fog, Resolves to meet in the USSR'
    """
    known = _known()
    if "THE " not in text and known.isdisjoint(_RUN.findall(text)):
        return text
    small = _BODY.sub(lambda match: _SMALL.sub(lambda word: word[0].lower(), match[0].title()), text)
    return _WORD.sub(lambda match: match[0].capitalize() if match[0] in known else match[0], small)


@cache
def _known() -> frozenset[str]:
    """The words, in capitals, that open a resolution's clauses."""
    words = load_patterns("operative").words
    opening = (each for key in ("verbs", "before", "preamble") for each in words[key])
    return frozenset(word for each in opening for word in each.upper().split())
