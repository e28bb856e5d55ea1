"""Other bodies: is the office that words give a person one of a body that the meeting did not set up, or of before it?

Takes a name with the words around it, gives whether the office is no office of this meeting. A committee that the
authorities hold, while the title of the report does not name it, a national one or one of a parliament is another body.
One told of in reported speech, in the past perfect or with a year before that of the meeting is of another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapporteur.find.around import Seen, told_before
from rapporteur.find.committees import body_role
from rapporteur.find.elsewhere import own_years, past_year, reported
from rapporteur.find.reporting_body import OwnBody
from rapporteur.find.whose_meeting import meets_here
from rapporteur.model import Report
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns


def of_another_body(seen: Seen, behind: str, ours: OwnBody) -> bool:
    """Is the committee around a name, whose office its bearer holds or that elected its bearer, none of the meeting?

    :param behind: the words behind the name and its brackets.
    :param ours: the body whose report it is; one that its title names is the meeting's own.
    """
    committees, before = load_patterns("committees"), told_before(seen)
    start = seen.at[0]
    told = committees["committee/office-of"].regex.match(behind)
    if told is not None and _holds_elsewhere(seen, told, seen.at[1] + len(seen.after) - len(behind), ours):
        return True
    if told is not None and told["told"] is not None and ours.leads(told["body"]):
        return False
    held = committees["committee/office-before"].regex.search(before)
    if held is not None:
        return _holds_elsewhere(seen, held, start - len(before), ours)
    return any(_is_other(seen, low, ours) for low in _subjects(seen, behind, ours))


def _holds_elsewhere(seen: Seen, told: re.Match[str], start: int, ours: OwnBody) -> bool:
    """Is the office that a match gives one "of" a body that is neither the report's own nor set up by the meeting?

    :param start: the index of the passage at which the words that were matched begin.
    """
    body, of = told["body"], told.string[: told.start("body")].endswith((" of ", " of the ", " of its "))
    if _is_other(seen, start + told.start("body"), ours):
        return True
    is_own = ours.leads(body) or meets_here(body, ours) or body_role(body, ours.title) != ""
    return of and body[0].isupper() and ours.is_named and not is_own


def _subjects(seen: Seen, behind: str, ours: OwnBody) -> Iterator[int]:
    """Where the bodies begin that the sentence tells to have elected the bearer of a name, or to have met under it."""
    committees, text, first = load_patterns("committees"), seen.sentence.passage.text, seen.sentence.start
    start, elsewhere = seen.at[0], load_patterns("elsewhere")
    found = [name.at for name in seen.sentence.names if _holds_meetings(name) and name.at[1] <= start]
    for form in (elsewhere["elsewhere/body"], committees["committee/named"]):
        found += [match.span() for match in form.regex.finditer(text, first, start)]
    named = load_patterns("reporting_body")["own/named"].regex.finditer(text, first, start)
    found += [(match.start(), match.end("noun")) for match in named]
    found += [match.span("letters") for match in elsewhere["elsewhere/letters"].regex.finditer(text, first, start)]
    for low, high in found:
        lead = text[first:low]
        governed = committees["committee/not-subject"].regex.search(lead)
        met = elsewhere["elsewhere/met"].regex.search(lead)
        if _elects(text[high:start]) and (met is not None or governed is None):
            yield low


def of_another_time(seen: Seen, behind: str) -> bool:
    """Is a committee's office told in reported speech, in the past perfect, with a past year, or of somebody late?"""
    patterns, before = load_patterns("elsewhere"), told_before(seen)
    years = own_years(seen.sentence.passage.report)
    told = load_patterns("committees")["committee/office-of"].regex.match(behind)
    met = patterns["elsewhere/had-met"].regex.match(seen.sentence.passage.text[seen.at[1] : seen.sentence.end])
    own = behind[: told.start("body")] + told["body"].partition(",")[0] if told else behind.partition(",")[0]
    return (
        reported(before)
        or past_year(before, years)
        or past_year(own, years)
        or past_year(met.group() if met is not None else "", years)
        or patterns["elsewhere/had"].regex.search(before) is not None
        or patterns["elsewhere/had-been"].regex.match(behind) is not None
        or patterns["elsewhere/late"].regex.search(before) is not None
    )


def elected_by_a_committee(seen: Seen, ours: OwnBody) -> bool:
    """Is the bearer of a name elected by a committee that is not the meeting, further words between it and the verb?"""
    if load_patterns("persons")["person/elected"].regex.search(seen.before) is None:
        return False
    committees, text = load_patterns("committees"), told_before(seen)
    return any(
        body_role(match[0], ours.title) != ""
        and committees["committee/not-subject"].regex.search(text[: match.start()]) is None
        and _elects(text[match.end() :])
        for match in committees["committee/named"].regex.finditer(text)
    )


def met_elsewhere(words: str, report: Report) -> bool:
    """Do the words say that a meeting was held in another place than the report's, or in a year before?

    Where the title of the report tells no place, none is another.
    """
    title = report.title_words
    held = load_patterns("reporting_body")["whose/held"].regex
    places = held.finditer(words) if held.search(title) is not None else ()
    return past_year(words, own_years(report)) or any(place["place"] not in title for place in places)


def is_replaced(seen: Seen) -> bool:
    """Did somebody else take the place of the one who is named: "elected Ms. Zedd to replace Mr. Masri"?"""
    return load_patterns("elsewhere")["elsewhere/replaced"].regex.search(seen.before) is not None


def was_before(seen: Seen, behind: str) -> bool:
    """Do the words right behind a name give its bearer's office a past year: "was elected Chair in 2007"?"""
    return past_year(behind.partition(",")[0], own_years(seen.sentence.passage.report))


def _is_other(seen: Seen, start: int, ours: OwnBody) -> bool:
    """Does another body's name begin at an index of the passage: one of the authorities, or one built as such?"""
    text, known = seen.sentence.passage.text, ours.title.casefold()
    whose, names = load_patterns("reporting_body"), seen.sentence.names
    name = whose["own/named"].regex.match(text, start)
    if name is not None and ours.leads(name.group()):
        return False
    match = load_patterns("elsewhere")["elsewhere/body"].regex.match(text, start)
    if match is not None and match[0].casefold() not in known:
        return True
    if any(n.at[0] == start and _holds_meetings(n) and n.words.casefold() not in known for n in names):
        return True
    body = load_patterns("committees")["committee/named"].regex.match(text, start)
    if body is not None:
        if body["other"] and load_patterns("elsewhere")["elsewhere/standing"].regex.search(seen.sentence.text):
            return True
        owners = [
            n for n in names if n.kind == "state" or (n.kind == "organization" and n.words.casefold() not in known)
        ]
        return any(
            body.start() < n.at[0] <= body.end() + len(" of the ") and text[: n.at[0]].endswith((" of ", " of the "))
            for n in owners
        )
    if not ours.is_named:
        return False
    if name is not None:
        return name["noun"].casefold() not in whose.words["constituencies"]
    letters = load_patterns("elsewhere")["elsewhere/letters"].regex.match(text, start)
    return letters is not None and not ours.leads(letters["letters"])


def _holds_meetings(name: NameMention) -> bool:
    """Is a known name that of a committee or a working group?"""
    named = load_patterns("committees")["committee/named"].regex.search(name.words)
    return name.kind == "organization" and named is not None


def _elects(between: str) -> bool:
    return load_patterns("elsewhere")["elsewhere/presided"].regex.match(between) is not None
