"""Elsewhere: does a sentence tell of this meeting, or of another time, occasion or writing?

Takes the words of a sentence before an office or a name, and the title of the report. "Azuria recalled that, at the
signing ceremony, the Secretary, Ms. Zedd, said that …" tells what was said elsewhere: its bearer is named, and took no
part in this meeting by that.
"""

from __future__ import annotations

import re

from rapporteur.patterns import load_patterns

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def told_elsewhere(before: str, title: str) -> bool:
    """Do the words before an office say that what its bearer did is reported speech, or was done on another occasion?

    :param before: the words of the sentence before the name.
    :param title: of the report; an occasion or a year that it names is the meeting's own.
    """
    return reported(before) or opens_elsewhere(before, title) or past_year(before, title)


def reported(before: str) -> bool:
    """Do the words before a name lead into what somebody else told?"""
    return load_patterns("elsewhere")["elsewhere/reported"].regex.search(before) is not None


def past_year(words: str, title: str) -> bool:
    """Do the words say that something was done in a year before those of the report's title, or in any, if it has none?

    >>> past_year("elected in 2008", "Report on the meeting held on 3 May 2010")
    True
    >>> past_year("elected in 2010", "Report on the meeting held on 3 May 2010")
    False
    """
    own = [int(year) for year in _YEAR.findall(title)]
    matches = load_patterns("elsewhere")["elsewhere/year"].regex.finditer(words)
    years = [int(match["year"] or match["dated"]) for match in matches]
    return any(year < min(own) if own else True for year in years)


def presented_elsewhere(behind: str, title: str) -> bool:
    """Do the words behind a name say that its bearer gave a presentation in another place or a year before?

    :param behind: up to the end of the sentence.
    """
    match = load_patterns("elsewhere")["elsewhere/presented"].regex.search(behind.partition(". ")[0])
    if match is None:
        return False
    if match["place"] is None:
        return past_year(behind[match.start() :], title)
    return match["place"].casefold() not in title.casefold()


def opens_elsewhere(before: str, title: str) -> bool:
    """Do the words lead to an occasion or place that the title does not name, to a writing, or to who somebody was?"""
    known = title.casefold()
    for match in load_patterns("elsewhere")["elsewhere/opening"].regex.finditer(before):
        named = match["occasion"] or match["place"]
        if named is None or named.casefold() not in known:
            return True
    return False
