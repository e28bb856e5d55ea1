"""Titles of treaties: which printed titles are one treaty that no authority holds, and how like two titles are.

Takes treaty mentions with titles, gives the one title that each stands for; takes two titles, gives their likeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapporteur.model.citations import TreatyMention
from rapporteur.model.slugs import slug

_SMALL = frozenset({"the", "of", "on", "for", "to", "and", "against", "in"})


def one_title(mentions: Sequence[TreatyMention]) -> dict[str, str]:
    """Slug of each title and short title of treaties that the authorities do not hold → the title it stands for.

    Titles that differ in small words only ("of" for "on") are one, the one printed most often.
    """
    printed: dict[tuple[str, frozenset[str]], Counter[str]] = {}
    for mention in mentions:
        words = frozenset(slug(mention.title).split("-")) - _SMALL
        printed.setdefault((mention.noun, words), Counter())[mention.title] += 1
    found = {slug(title): max(titles, key=lambda t: titles[t]) for titles in printed.values() for title in titles}
    return found | {slug(m.short): found[slug(m.title)] for m in mentions if m.short}


def likeness(left: str, right: str) -> float:
    """Shared words over all words of two titles, from 0.0 to 1.0."""
    one, other = left.lower().split(), right.lower().split()
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))
