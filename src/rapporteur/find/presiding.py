"""Presiding: who presides over what: the words around a name in, out the role of one who is told to preside.

The President, a Vice-President and the Chair "of" a body are officers of the meeting where the body is the one whose
report it is (`rapporteur.find.reporting_body`), of a committee or a group where that is one which the meeting set up.
The President of any other body came as a guest, or is only spoken of.
"""

from __future__ import annotations

import re

from rapporteur.find.around import Seen, of_state, told_before
from rapporteur.find.committees import body_role, chair_of, named_last, subject_role
from rapporteur.find.elsewhere import said_by_another
from rapporteur.find.offices import office_of, role_of
from rapporteur.find.other_bodies import met_elsewhere
from rapporteur.find.person_lists import COURTESY_BEHIND
from rapporteur.find.reporting_body import OwnBody
from rapporteur.find.whose_meeting import is_own, is_own_subject, meets_here, own_alone
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import PatternFile, load_patterns

_GIVEN = re.compile(r"(?:\bas (?:the |its |an? )?(?:[a-z]+ )?|\)\s)$")
"""What stands before an office of the one before: "as its", or the brackets of the name."""


def presides(patterns: PatternFile, seen: Seen, behind: str) -> tuple[PersonRole, str]:
    """The role of somebody whom the words next to the name tell to preside, and the pattern that they match.

    No pattern where no words speak of presiding; no role where they speak of another body's officer.

    :param patterns: those of persons.
    :param behind: the words behind the name and its brackets.
    """
    ours = seen.sentence.passage.own
    if patterns["person/under-chair"].regex.search(seen.before) and behind.startswith(", ") and ours.leads(behind[2:]):
        return "chair", "person/under-chair"
    chair, vice = _office_before(patterns, seen, behind), office_of(seen.before, "") == "vice-chair"
    role = _officer(patterns, seen, chair, ours) if chair is not None else ""
    if has_chaired(seen) and not (vice and chair is None):
        over = _over(seen)
        return role if vice and role and over else over, "person/chaired-by"
    if chair is not None and not role and chaired_here(seen, behind):
        return "vice-chair" if chair["office"].startswith("Vice-") else "chair", "person/chair-after"
    if chair is not None:
        return role, "person/chair-before"
    spoke = patterns["person/told-by"].regex.search(told_before(seen)) is not None
    if not spoke and patterns["person/chair-after"].regex.search(behind) and _is_own_after(behind, ours):
        return "chair", "person/chair-after"
    was = _held(patterns, seen, ours)
    return (was, "person/office-was") if was else ("", "")


def has_chaired(seen: Seen) -> bool:
    """Do the words before a name, or before the office that leads it, say that its bearer chaired something?"""
    persons = load_patterns("persons")
    if persons["person/chaired-by"].regex.search(seen.before) is not None:
        return True
    office = persons["person/chair-before"].regex.search(seen.before)
    return office is not None and persons["person/chaired-by"].regex.search(seen.before[: office.start()]) is not None


def chaired_here(seen: Seen, behind: str) -> bool:
    """Do the words behind a name and its brackets say that its bearer chaired a meeting of the report's own body?"""
    told = load_patterns("reporting_body")["whose/chaired"].regex.match(behind)
    return told is not None and (told["review"] is not None or meets_here(told["what"], seen.sentence.passage.own))


def _office_before(patterns: PatternFile, seen: Seen, behind: str) -> re.Match[str] | None:
    """The office directly before a name that is its bearer's.

    Where it closes an adjunct, and a verb stands behind the name, the name is who then did something; behind "as" and
    with a comma it is that of the one before; what it is of is a body or a meeting and no more, and ends with a
    capital letter or a comma, unless a courtesy title follows.
    """
    chair = patterns["person/chair-before"].regex.search(seen.before)
    if chair is None:
        return None
    done = re.match(r"\s\w", behind) is not None
    if done and patterns["person/chair-of-adjunct"].regex.search(seen.before):
        return None
    office = chair.end("of") if chair["of"] else chair.end("office")
    comma, body = seen.before.startswith(",", office), _of(chair)
    given = comma and _GIVEN.search(seen.before[: chair.start()]) is not None
    if given or load_patterns("reporting_body")["own/not-of"].regex.search(body) is not None:
        return None
    open_end = not comma and body.rpartition(" ")[2][:1].islower()
    return None if open_end and not _is_named(patterns, seen, body) else chair


def _of(chair: re.Match[str]) -> str:
    """What an office is told to be of, without "the"; "" where nothing is told."""
    return (chair["of"] or "").removeprefix(" of ").removeprefix("the ")


def _is_named(patterns: PatternFile, seen: Seen, body: str) -> bool:
    """Does a courtesy title show where the words end that an office is of: nothing but a body or a meeting?"""
    known = load_patterns("committees")["committee/named"].regex.fullmatch(body) is not None
    courtesy = patterns["person/courtesy-before"].regex.search(seen.before[-COURTESY_BEHIND:]) is not None
    return courtesy and (known or is_own(body, seen.sentence.passage.own))


def _officer(patterns: PatternFile, seen: Seen, chair: re.Match[str], ours: OwnBody) -> PersonRole:
    """What the words "the Chair", or "the Chair of" a body, directly before a name make of its bearer."""
    body, whose = _of(chair), chair["whose"] or ""
    vice, shared = chair["office"].startswith("Vice-"), chair["office"].startswith("Co-")
    held_here = is_own(body, ours) if body else _is_own_office(seen, chair, whose, ours)
    business = patterns["person/meeting-business"].regex.search(seen.sentence.text) is not None
    if not held_here and not body:
        return subject_role(told_before(seen), ours.title) if not whose.isupper() and not vice else ""
    if not held_here:
        other = chair_of(body, ours.title)
        if other and not vice:
            return other
        unknown = not ours.is_named and patterns["person/meeting-itself"].regex.match(body) is not None
        if other is not None or not unknown or not business:
            return ""
    if shared and not business:
        return ""
    return "vice-chair" if vice else "chair"


def _is_own_office(seen: Seen, chair: re.Match[str], whose: str, ours: OwnBody) -> bool:
    """Is the office of the report's own body by the word before it: none, the letters of the body, or "its"?"""
    if not whose or whose.isupper():
        return not whose or ours.leads(whose)
    before = told_before(seen)
    lead, first = before[: len(before) - len(chair.group())], seen.at[0] - len(before)
    named = [n for n in seen.sentence.names if first <= n.at[0] < first + len(lead)]
    others = [n for n in named if n.kind in ("state", "organization") and not ours.leads(n.words)]
    return own_alone(lead, ours) is not False and not others


def _over(seen: Seen) -> PersonRole:
    """What somebody who "chaired" is by the meeting or the body before the verb."""
    report, before = seen.sentence.passage.report, told_before(seen)
    verbs = list(load_patterns("reporting_body")["whose/presided"].regex.finditer(before))
    lead = before[: verbs[-1].start()].rpartition(";")[2] if verbs else before
    ours = seen.sentence.passage.own
    if lead.startswith("It "):
        lead = _sentence_before(seen)
    if load_patterns("committees")["committee/by-president"].regex.search(before) and named_last(lead, ours.title):
        return "chair"
    subject = subject_role(before, ours.title)
    if subject or met_elsewhere(lead, report) or said_by_another(before):
        return subject
    return "chair" if is_own_subject(lead, ours) else ""


def _sentence_before(seen: Seen) -> str:
    """The sentence before that of a name, whose subject "it" stands for; "" where there is none."""
    passage, start = seen.sentence.passage, seen.sentence.start
    return passage.text[slice(*passage.sentence_range(start - 1))] if start else ""


def _is_own_after(behind: str, ours: OwnBody) -> bool:
    """Is the office behind a name no other body's than the report's?"""
    told = load_patterns("committees")["committee/office-of"].regex.match(behind)
    return told is None or ours.leads(told["body"]) or meets_here(told["body"], ours)


def _held(patterns: PatternFile, seen: Seen, ours: OwnBody) -> PersonRole:
    """The role of the office that the name is told to have held: "The President was Ms. Ada Zedd"; "" for none.

    A name without a courtesy title and a State may be no person's: "The President was Supreme Commander".
    """
    was = patterns["person/office-was"].regex.match(told_before(seen))
    courtesy = patterns["person/courtesy-before"].regex.search(seen.before[-COURTESY_BEHIND:])
    state = (seen.brackets is not None and seen.brackets.name is not None) or of_state(seen) is not None
    if was is None or not (courtesy or state):
        return ""
    body = was["body"]
    other = body_role(body, ours.title) if body else ""
    if body and not other and not is_own(body, ours):
        return ""
    return role_of(was["office"], other or "chair")
