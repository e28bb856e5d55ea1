"""Whose meeting: words for a meeting and the body of a report in, out whether they mean one of that body.

A meeting or session is the body's own where it is told by nothing but a number, the time of day or such words, "the
3rd meeting", "its closing meeting", or as one of the body. Which body that is says `rapporteur.find.reporting_body`.
"""

from __future__ import annotations

import re

from rapporteur.find.reporting_body import LETTERS, OwnBody
from rapporteur.patterns import load_patterns


def is_own(words: str, ours: OwnBody) -> bool:
    """Are the words nothing but a name of the report's own body, or of a meeting or session of it?

    >>> board = OwnBody(("lamp",), "board")
    >>> is_own("the Board", board), is_own("3rd meeting of the Board", board), is_own("Board thanked the keeper", board)
    (True, True, False)
    """
    return ours.is_called(words) or meets_here(words, ours, whole=True)


def meets_here(words: str, ours: OwnBody, whole: bool = False) -> bool:
    """Are the words, "the" before them or not, for a meeting or session of the report's own body?

    :param whole: nothing else may follow.

    >>> board = OwnBody(("lamp",), "board")
    >>> meets_here("the 3rd meeting", board), meets_here("session of the Board", board)
    (True, True)
    >>> meets_here("regional meeting", board), meets_here("session of the Fog Council", board)
    (False, False)
    """
    regex = load_patterns("reporting_body")["whose/gathering"].regex
    match = regex.fullmatch(words) if whole else regex.match(words)
    if whole and match is not None and match["of"] and not is_own(match["of"], ours):
        return False
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


def is_own_subject(words: str, ours: OwnBody) -> bool:
    """Is what the verb behind the words tells of, "the meeting" or a body, the report's own?

    What a preposition governs before the subject, "Pursuant to a decision of the Fog Council, the", is no subject.

    >>> board = OwnBody(("lamp",), "board")
    >>> is_own_subject("At the request of the Fog Council, the meeting was ", board)
    True
    >>> is_own_subject("the Board heard of the regional meeting ", board)
    False
    """
    patterns = load_patterns("reporting_body")
    bare = patterns["whose/inserted"].regex.sub("", words)
    found = [(*m.span(), _is_own_gathering(m, ours)) for m in patterns["whose/gathering"].regex.finditer(bare)]
    found += [(*m.span(), ours.leads(m.group())) for m in patterns["own/named"].regex.finditer(bare)]
    found += [(*m.span(), True) for m in LETTERS.finditer(bare) if ours.leads(m.group())]
    found = [one for one in found if not any(low <= one[0] < high and (low, high) != one[:2] for low, high, _ in found)]
    governed = patterns["whose/governed"].regex
    subjects = [one for one in found if governed.search(bare[: one[0]]) is None]
    first = max((low for low, _, _ in subjects), default=0)
    asked = subjects + [one for one in found if one[0] > first or not subjects]
    if not asked:
        return False
    behind = bare[max(high for _, high, _ in asked) :]
    return all(own for _, _, own in asked) and patterns["whose/another"].regex.search(behind) is None


def _is_own_gathering(match: re.Match[str], ours: OwnBody) -> bool:
    """Is a meeting or session one of the body: by no more than a number or the like, or told to be one "of" it?"""
    patterns = load_patterns("reporting_body")
    if _session(match.group()) - _session(ours.title) and _session(ours.title):
        return False
    lead, owner = match["lead"].split(), (match["of"] or "").removeprefix("the ")
    first = max((i + 1 for i, word in enumerate(lead) if word in patterns.words["determiners"]), default=0)
    told = lead[first:]
    if patterns["whose/plain"].regex.match("".join(f"{word} " for word in told)) is not None:
        return not owner or owner[0].isdigit() or ours.leads(owner) or meets_here(owner, ours)
    others = patterns.words["elsewhere"]
    return ours.leads(owner) and all(word.islower() and word not in others for word in told)


def _session(words: str) -> set[str]:
    """The ordinal numbers of the sessions that words name: {"ninth"} of "on its ninth session"."""
    found = load_patterns("reporting_body")["whose/session"].regex.finditer(words)
    return {match["ordinal"].casefold() for match in found}
