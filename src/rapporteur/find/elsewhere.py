"""Elsewhere: does a sentence tell of this meeting, or of another time, occasion or writing?

Takes the words of a sentence before an office or a name, and the report. "Azuria recalled that, at the
signing ceremony, the Secretary, Ms. Zedd, said that …" tells what was said elsewhere: its bearer is named, and took no
part in this meeting by that.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from rapporteur.find.passages import Sentence
from rapporteur.model import Report
from rapporteur.patterns import load_patterns

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def told_elsewhere(before: str, report: Report) -> bool:
    """Do the words before an office say that what its bearer did is reported speech, or was done on another occasion?

    :param before: the words of the sentence before the name.
    :param report: an occasion, a place or a year that its title names is the meeting's own.
    """
    return reported(before) or _opens_elsewhere(before, report) or done_before(before, report)


def done_elsewhere(before: str, report: Report) -> bool:
    """Do the words before a name lead to another occasion or place, or to a year before, that of what was led too?"""
    held, own = load_patterns("elsewhere")["elsewhere/held"].regex, own_years(report)
    led_before = any(past_year(match.group(), own) for match in held.finditer(before))
    return led_before or _opens_elsewhere(before, report) or done_before(before, report)


def done_before(before: str, report: Report) -> bool:
    """Do the words before a name open by saying that what they tell of was done in a year before the meeting's?

    The year of what the meeting acts on, "Pursuant to its resolution 21/10 of 27 September 2012", says nothing of it.
    """
    own = own_years(report)
    return any(past_year(m.group(), own) for m in load_patterns("elsewhere")["elsewhere/when"].regex.finditer(before))


def reported(before: str) -> bool:
    """Do the words before a name lead into what somebody else told, or into a clause of time or place?"""
    return said_by_another(before) or load_patterns("elsewhere")["elsewhere/clause"].regex.search(before) is not None


def said_by_another(before: str) -> bool:
    """Do the words before a name lead into what somebody else is told to have said?"""
    return load_patterns("elsewhere")["elsewhere/reported"].regex.search(before) is not None


def own_years(report: Report) -> tuple[int, ...]:
    """The years in which a meeting may have been held: those of the title, else that of issue and the one before."""
    told = tuple(int(year) for year in _YEAR.findall(report.title_words))
    return told or ((report.issued.year - 1, report.issued.year) if report.issued else ())


def past_year(words: str, own: Collection[int]) -> bool:
    """Do the words say that something was done in a year before the meeting's?

    A day of a year that nothing compares with may be one of the meeting; a year without a day is taken for a past one.

    :param own: the years in which the meeting may have been held; empty where the report tells none.

    >>> past_year("elected in 2008", (2010,))
    True
    >>> past_year("elected in 2010", (2010,))
    False
    >>> past_year("on 5 May 2008", ())
    False
    """
    for match in load_patterns("elsewhere")["elsewhere/year"].regex.finditer(words):
        if (int(match["year"] or match["dated"]) < min(own)) if own else match["dated"] is None:
            return True
    return False


def presented_elsewhere(behind: str, report: Report) -> bool:
    """Do the words behind a name say that its bearer gave a presentation in another place or a year before?

    :param behind: up to the end of the sentence.
    """
    match = load_patterns("elsewhere")["elsewhere/presented"].regex.search(behind.partition(". ")[0])
    if match is None:
        return False
    if match["place"] is None:
        return past_year(behind[match.start() :], own_years(report))
    return match["place"].casefold() not in report.title_words.casefold()


def opens_in_a_state(sentence: Sentence) -> bool:
    """Does the sentence begin with a State where something was done: "In Norway, the Minister …"?"""
    text = sentence.text
    places = (n.at for n in sentence.names if n.kind == "state")
    leads = ((text[: a - sentence.start], text[b - sentence.start :]) for a, b in places)
    return any(lead in ("In ", "In the ") and rest.startswith(",") for lead, rest in leads)


def _opens_elsewhere(before: str, report: Report) -> bool:
    """Do the words lead to an occasion or place that the title does not name, to a writing, or to who somebody was?"""
    known = report.title_words.casefold()
    for match in load_patterns("elsewhere")["elsewhere/opening"].regex.finditer(before):
        named = match["occasion"] or match["place"]
        if named is None or named.casefold() not in known:
            return True
    return False
