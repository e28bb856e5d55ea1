"""Whose meeting: words for a meeting and the body of a report in, out whether they mean one of that body.

A meeting or session is the body's own where it is told by nothing but a number, the time of day or such words, "the
3rd meeting", "its closing meeting", or as one of the body. Which body that is says `rapporteur.find.reporting_body`.
"""

from __future__ import annotations

import re

from rapporteur.find.reporting_body import LETTERS, OwnBody
from rapporteur.patterns import load_patterns


def meets_here(words: str, ours: OwnBody) -> bool:
    """Are the words, "the" before them or not, for a meeting or session of the report's own body?

    >>> board = OwnBody(("lamp",), "board")
    >>> meets_here("the 3rd meeting", board), meets_here("session of the Board", board)
    (True, True)
    >>> meets_here("regional meeting", board), meets_here("session of the Fog Council", board)
    (False, False)
    """
    match = load_patterns("reporting_body")["whose/gathering"].regex.match(words)
    return match is not None and _is_own_gathering(match, ours)


def own_alone(words: str, ours: OwnBody) -> bool | None:
    """Are all bodies and meetings that the words name the report's own, and not another's? None where they name none.

    A group or a gathering behind the last of them, "the Board set up a group", is another's too.

    >>> own_alone("At the 3rd meeting, the Board", OwnBody(("lamp",), "board"))
    True
    >>> own_alone("the Board heard of the regional meeting", OwnBody(("lamp",), "board"))
    False
    """
    patterns = load_patterns("reporting_body")
    own = [(m.end(), _is_own_gathering(m, ours)) for m in patterns["whose/gathering"].regex.finditer(words)]
    own += [(m.end(), ours.leads(m.group())) for m in patterns["own/named"].regex.finditer(words)]
    own += [(m.end(), True) for m in LETTERS.finditer(words) if ours.leads(m.group())]
    if not own:
        return None
    behind = words[max(end for end, _ in own) :]
    return all(one for _, one in own) and patterns["whose/another"].regex.search(behind) is None


def _is_own_gathering(match: re.Match[str], ours: OwnBody) -> bool:
    patterns = load_patterns("reporting_body")
    lead = match["lead"].split()
    first = max((i + 1 for i, word in enumerate(lead) if word in patterns.words["determiners"]), default=0)
    if patterns["whose/plain"].regex.match("".join(f"{word} " for word in lead[first:])) is None:
        return False
    if _session(match.group()) - _session(ours.title) and _session(ours.title):
        return False
    owner = (match["of"] or "").removeprefix("the ")
    return not owner or owner[0].isdigit() or ours.leads(owner) or meets_here(owner, ours)


def _session(words: str) -> set[str]:
    """The ordinal numbers of the sessions that words name: {"ninth"} of "on its ninth session"."""
    found = load_patterns("reporting_body")["whose/session"].regex.finditer(words)
    return {match["ordinal"].casefold() for match in found}
