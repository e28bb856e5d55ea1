"""Whose meeting: words for a body or a meeting and the title of a report in, out whether they mean the report's own.

A title names its own body first, and often the one that this is a part of or reports to: "Report of the Working Group
on Lamps of the Conference of the Parties". Words for a body are the report's own where they are the name that comes
first, the noun of it, or a beginning: "the Working Group", "the Working Group on Lamps", never "the Conference".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapporteur.patterns import load_patterns

_SHORT = re.compile(r"\b[A-Z]{2,8}\b")
_INNER = frozenset(("plenary", "meeting"))
"""Nouns of what is no body of its own: a title goes on with the body."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A body's name in small letters: words before its noun, the noun, words behind it."""

    before: tuple[str, ...]
    noun: str
    behind: tuple[str, ...]


def names_a_body(title: str) -> bool:
    """Does a title name the body whose report it is?

    >>> names_a_body("Report of the Lamp Board"), names_a_body("United Nations")
    (True, False)
    """
    return bool(_own(title))


def is_own_body(words: str, title: str) -> bool:
    """Do the words for a body, "the" before them or not, mean the one whose report has the title?

    Where the title names none, a noun without more may be the report's own.

    >>> title = "Report of the Working Group on Lamps of the Conference of the Parties on its first session"
    >>> is_own_body("Working Group", title), is_own_body("the Working Group on Lamps", title)
    (True, True)
    >>> is_own_body("Conference", title), is_own_body("Working Group on Nets", title)
    (False, False)
    """
    own, bare = _own(title), words.removeprefix("the ").removeprefix("The ")
    letters = _SHORT.match(bare)
    if letters is not None and any(_short_for(letters.group(), name) for name in own):
        return True
    match = load_patterns("whose_meeting")["whose/name"].regex.match(bare)
    if match is None:
        return False
    name = _name(match)
    return any(_means(name, one) for one in own) if own else not (name.before or name.behind)


def meets_here(words: str, title: str) -> bool:
    """Are the words, "the" before them or not, for a meeting or session of the report's own body?

    >>> title = "Report of the Lamp Board"
    >>> meets_here("the 3rd meeting", title), meets_here("session of the Board", title)
    (True, True)
    >>> meets_here("regional meeting", title), meets_here("session of the Fog Council", title)
    (False, False)
    """
    match = load_patterns("whose_meeting")["whose/gathering"].regex.match(words)
    return match is not None and _is_own_gathering(match, title)


def own_alone(words: str, title: str) -> bool | None:
    """Are all bodies and meetings that the words name the report's own, and not another's? None where they name none.

    A group or a gathering behind the last of them, "the Board set up a group", is another's too.

    >>> own_alone("At the 3rd meeting, the Board", "Report of the Lamp Board")
    True
    >>> own_alone("the Board heard of the regional meeting", "Report of the Lamp Board")
    False
    """
    patterns = load_patterns("whose_meeting")
    own = [(m.end(), _is_own_gathering(m, title)) for m in patterns["whose/gathering"].regex.finditer(words)]
    own += [(m.end(), is_own_body(m.group(), title)) for m in patterns["whose/name"].regex.finditer(words)]
    own += [(m.end(), True) for m in _SHORT.finditer(words) if is_own_body(m.group(), title)]
    if not own:
        return None
    behind = words[max(end for end, _ in own) :]
    return all(one for _, one in own) and patterns["whose/another"].regex.search(behind) is None


def _is_own_gathering(match: re.Match[str], title: str) -> bool:
    patterns = load_patterns("whose_meeting")
    lead = match["lead"].split()
    first = max((i + 1 for i, word in enumerate(lead) if word in patterns.words["determiners"]), default=0)
    if patterns["whose/plain"].regex.match("".join(f"{word} " for word in lead[first:])) is None:
        return False
    if _session(match.group()) - _session(title) and _session(title):
        return False
    owner = (match["of"] or "").removeprefix("the ")
    return not owner or owner[0].isdigit() or is_own_body(owner, title) or meets_here(owner, title)


def _session(words: str) -> set[str]:
    """The ordinal numbers of the sessions that words name: {"ninth"} of "on its ninth session"."""
    found = load_patterns("whose_meeting")["whose/session"].regex.finditer(words)
    return {match["ordinal"].casefold() for match in found}


def _means(name: _Name, own: _Name) -> bool:
    if name.noun != own.noun or not set(name.before) <= set(own.before):
        return False
    same = 0
    while same < min(len(name.behind), len(own.behind)) and name.behind[same] == own.behind[same]:
        same += 1
    rest = " ".join(name.behind[same:])
    return not rest or load_patterns("whose_meeting")["whose/tail"].regex.match(rest) is not None


def _short_for(letters: str, own: _Name) -> bool:
    """Are the letters the first ones of words of a name, small ones or not: "SBL" of "Subsidiary Body on Lamps"?"""
    initials = [word[0] for word in (*own.before, *own.noun.split(), *own.behind)]
    left = iter(initials)
    return initials[0] == letters[0].lower() and all(letter in left for letter in letters.lower())


@lru_cache(maxsize=64)
def _own(title: str) -> tuple[_Name, ...]:
    return tuple(_names(title.title() if title.isupper() else title))


def _names(title: str) -> Iterator[_Name]:
    """The name that stands first in a title; behind that of a plenary the body's whose plenary it is."""
    form = load_patterns("whose_meeting")["whose/name"].regex
    match = form.search(title)
    while match is not None:
        name = _name(match)
        yield name
        match = form.search(title, match.end("noun")) if name.noun in _INNER else None


def _name(match: re.Match[str]) -> _Name:
    return _Name(_words(match["before"]), match["noun"].casefold(), _words(match["behind"]))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in text.split())
