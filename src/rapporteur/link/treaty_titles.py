"""Titles of treaties: which printed titles are one treaty that no authority holds, and how like two titles are.

Takes treaty mentions with titles, gives the one title that each stands for, and the longer title whose beginning one
is, or whose end behind a place's name; takes two titles, gives their likeness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapporteur.model.citations import TreatyMention
from rapporteur.model.slugs import slug
from rapporteur.patterns import load_patterns

_SMALL = frozenset({"the", "of", "on", "for", "to", "and", "against", "in"})
_SUBJECT_FOLLOWS = frozenset({"on", "for", "against", "of", "relating", "concerning", "regarding"})


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


def begun_titles(mentions: Sequence[TreatyMention]) -> dict[str, TreatyMention]:
    """Slug of each title that ends with its noun ("Strelsau Convention") → the one treaty whose title begins so.

    A title that two treaties of the report begin with is left out.
    """
    named = [m for m in mentions if m.form == "name" and not m.shared]
    titles = {slug(m.title or m.words): m for m in named}
    shorts = {slug(m.title) for m in named if m.title and not m.number and m.title.endswith(m.noun)}
    found = {}
    for short in shorts:
        longer = [m for title, m in titles.items() if begins(short, title)]
        if len({m.candidates or slug(m.title) for m in longer}) == 1 and len(longer[0].candidates) < 2:
            found[short] = longer[0]
    return found


def begins(short: str, title: str) -> bool:
    """Is a title, which ends with its noun, the beginning of another that goes on to its subject?

    >>> begins("Isle Convention", "Isle Convention on Drift Nets")
    True
    """
    rest = slug(title).removeprefix(f"{slug(short)}-")
    return rest != slug(title) and rest.partition("-")[0] in _SUBJECT_FOLLOWS


def led_titles(mentions: Sequence[TreatyMention]) -> dict[str, str]:
    """Slug of the title of a body's statute → the one longer title of it that a place leads in the same report.

    "Statute of the Lamp Court" is the "Strelsau Statute of the Lamp Court", as a body has one statute; a convention so
    led may be another than the one that is not. A title that two longer ones end with is left out.
    """
    led = load_patterns("citations")["treaty/led-statute"].regex
    titles = {slug(m.title): m.title for m in mentions if m.title and not m.candidates and m.noun == "Statute"}
    longer: dict[str, list[str]] = {}
    for title in titles.values():
        if (match := led.match(title)) is not None and slug(match["rest"]) in titles:
            longer.setdefault(slug(match["rest"]), []).append(title)
    return {short: found[0] for short, found in longer.items() if len(found) == 1}


def likeness(left: str, right: str) -> float:
    """Shared words over all words of two titles, from 0.0 to 1.0."""
    one, other = left.lower().split(), right.lower().split()
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other))
