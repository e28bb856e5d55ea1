"""This meeting: a role that words give a person in, out whether it is one of the meeting that the report tells of.

Asked of every role in one place. Whoever did something on another occasion, in another year or by what somebody else
told took no part by that; an officer of another body, or of one that no meeting sets up, is no officer of this one.
The officers of a meeting are the same persons all through it, so that only a year, a State's own President and an
office of another body speak against one of them.
"""

from __future__ import annotations

from rapporteur.find.around import Seen, told_before
from rapporteur.find.elsewhere import (
    done_elsewhere,
    opens_in_a_state,
    own_years,
    past_year,
    said_by_another,
    told_elsewhere,
)
from rapporteur.find.other_bodies import (
    elected_by_a_committee,
    is_replaced,
    of_another_body,
    of_another_time,
    was_before,
)
from rapporteur.find.presiding import chaired_here, has_chaired
from rapporteur.model import Report
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import load_patterns

_OFFICES = frozenset(("chair", "committee-chair", "vice-chair", "rapporteur"))
"""Roles that an office gives which may be one of another body or of another time."""

_TERM = 2
"""Years for which bodies elect their officers, or between two sessions of those that elect at each."""


def is_of_this_meeting(role: PersonRole, office: str, seen: Seen, behind: str, elected: bool) -> bool:
    """Is a role, as the words around a name give it, one at this meeting?

    Whoever chaired the meeting did, whatever office of another body stands beside the name.

    :param office: of a committee or a group, as the words give it; "" for one of the meeting itself.
    :param behind: the words behind the name and its brackets.
    :param elected: the words tell of an election to the office.
    """
    report, told = seen.sentence.passage.report, told_before(seen)
    if role in ("speaker", "facilitator"):
        elsewhere = told_elsewhere if role == "speaker" else done_elsewhere
        return not (elsewhere(told, report) or opens_in_a_state(seen.sentence))
    if role not in _OFFICES:
        return True
    ours = seen.sentence.passage.own
    if role in ("chair", "vice-chair") and (has_chaired(seen) or chaired_here(seen, behind)):
        return not (_long_before(told, report) or opens_in_a_state(seen.sentence))
    if of_another_body(seen, behind, ours) or is_replaced(seen) or was_before(seen, behind):
        return False
    if role == "chair" and elected_by_a_committee(seen, ours):
        return False
    if (role == "committee-chair" or office) and of_another_time(seen, behind):
        return False
    if _long_before(told, report) or opens_in_a_state(seen.sentence):
        return False
    return elected or not _is_of_a_state(seen, behind)


def _long_before(told: str, report: Report) -> bool:
    """Was somebody elected so long before the meeting that the office, of two years at most, has ended?"""
    patterns, last = load_patterns("elsewhere"), [year - _TERM for year in own_years(report)]
    return bool(last) and any(past_year(m.group(), last) for m in patterns["elsewhere/when"].regex.finditer(told))


def _is_of_a_state(seen: Seen, behind: str) -> bool:
    """May the President be a State's: named without a State in brackets, in reported speech or in the past perfect?"""
    patterns = load_patterns("elsewhere")
    if seen.brackets is not None or load_patterns("persons")["person/chair-before"].regex.search(seen.before) is None:
        return False
    return said_by_another(told_before(seen)) or patterns["elsewhere/had-done"].regex.match(behind) is not None
