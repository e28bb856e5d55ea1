"""Committees: the words around an office in, out whose office it is: that of the meeting itself or of a body it set up.

The officers of a committee, a working group or a contact group of a meeting are not those of the meeting. A body is the
meeting's own where the title of the report names it; one that the title does not name, while it names another kind of
body, is taken for one that the meeting set up, unless `rapporteur.find.other_bodies` knows it for another body.
"""

from __future__ import annotations

import re

from rapporteur.find.offices import role_of
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import load_patterns


def role_for(office: PersonRole, before: str, behind: str, title: str) -> PersonRole:
    """The role that an office is, by the body around it: of a committee "committee-chair", of a group "facilitator".

    An office that is not that of somebody who presides stays what it is, as its scheme says.

    :param before: the words of the sentence before the name.
    :param behind: those behind the name and its brackets.
    :param title: of the report.
    """
    if office != "chair":
        return office
    told = load_patterns("committees")["committee/office-of"].regex.match(behind)
    if told is not None:
        other = chair_of(told["body"], title) if told["told"] is None else body_role(told["body"], title) or None
        return office if other is None else other
    return subject_role(before, title) or office


def body_role(body: str, title: str) -> PersonRole:
    """What somebody who presides over a body is: "" where it is the meeting's own, or no committee or group.

    :param body: words that begin with the name of the body.
    """
    match = load_patterns("committees")["committee/named"].regex.match(body)
    return _role(match, title) if match is not None else ""


def office_in_body(behind: str, title: str) -> PersonRole:
    """The role that the words behind a name give by an office of a committee or group: "as Chair of the Drafting
    Committee"; "" for none.

    In apposition, ", Chair of the Lamp Committee", only bodies that a meeting sets up by their very names count.

    :param behind: the words behind the name and its brackets.
    """
    patterns = load_patterns("committees")
    told = patterns["committee/office-of"].regex.match(behind)
    match = patterns["committee/named"].regex.match(told["body"]) if told is not None else None
    if told is None or match is None or not (told["told"] or match["sure"] or match["group"]):
        return ""
    presides = _role(match, title)
    return role_of(told["office"], presides) if presides else ""


def committee_office(role: PersonRole, before: str, behind: str, title: str) -> str:
    """The office of a committee or group as the words around a name give it: "Rapporteur of the Drafting Committee".

    "" where they name no such body beside the office, or the body is the meeting's own.
    """
    patterns = load_patterns("committees")
    for id, words in (("behind", behind), ("before", before)):
        told = patterns["committee/office-of" if id == "behind" else "committee/office-before"].regex.search(words)
        body = patterns["committee/named"].regex.match(told["body"]) if told is not None else None
        presides = _role(body, title) if body is not None else ""
        if told is not None and body is not None and presides and role_of(told["office"], presides) == role:
            return words[told.start("office") : told.start("body") + body.end()]
    return ""


def chair_of(body: str, title: str) -> PersonRole | None:
    """The role of "the Chair of" a body named before a person; None where the body may be the meeting's own.

    :param body: words that begin with the name of the body.
    """
    match = load_patterns("committees")["committee/named"].regex.match(body)
    presides = _role(match, title) if match is not None else ""
    if match is None or not presides:
        return None
    return presides if match["sure"] or match["group"] else ""


def subject_role(before: str, title: str) -> PersonRole:
    """What one who presides is by the committee or group that elects, or that is told to have been presided over.

    The President of the meeting, where a committee was chaired "by the President", is no officer of the committee.

    :param before: the words of the sentence before the name.
    """
    patterns = load_patterns("committees")
    not_subject = patterns["committee/not-subject"].regex
    presides = patterns["committee/by-president"].regex.search(before) is None
    found: PersonRole = ""
    for match in patterns["committee/named"].regex.finditer(before):
        rest = before[match.end() :]
        elects = patterns["committee/elects"].regex.match(rest) and not not_subject.search(before[: match.start()])
        if elects or (presides and patterns["committee/presided"].regex.match(rest)):
            found = _role(match, title)
    return found


def named_last(lead: str, title: str) -> PersonRole:
    """What somebody who presides is by the last committee or group that the words before a list of officers name."""
    patterns = load_patterns("committees")
    found: PersonRole = ""
    for match in patterns["committee/named"].regex.finditer(lead):
        untold = not _names_a_body(title) and patterns["committee/elects"].regex.match(lead[match.end() :]) is None
        found = "committee-chair" if untold and match["group"] is None else _role(match, title)
    return found


def _role(match: re.Match[str], title: str) -> PersonRole:
    if match["group"] is not None:
        return "facilitator"
    known = title.casefold()
    if match["own_name"] is not None:
        return "" if match["own_name"].casefold() in known else "committee-chair"
    noun = (match["committee"] or match["working"]).casefold()
    if noun in known:
        words = match["other"].casefold().replace(noun, "").split()
        return "" if all(word in known for word in words) else "committee-chair"
    return "committee-chair" if _names_a_body(title) else ""


def _names_a_body(title: str) -> bool:
    known = title.casefold()
    bodies = (*load_patterns("committees").words["bodies"], "Committee", "Working Group")
    return any(body.casefold() in known for body in bodies)
