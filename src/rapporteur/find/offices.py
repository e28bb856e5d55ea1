"""Offices: what the words around a person's name say the person was at the meeting, besides its Chair.

Takes the words before a name and those behind it (and behind its brackets), gives a role or "". Who is a person at all
is decided by `find.persons`.
"""

from __future__ import annotations

from rapporteur.find.elsewhere import reported
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import load_patterns

_ROLES: tuple[PersonRole, ...] = ("alternate", "vice-chair", "rapporteur", "facilitator", "speaker")


def office_of(before: str, behind: str) -> PersonRole:
    """The office that the words give: Vice-Chair, Rapporteur, one who led consultations, one who made a statement."""
    patterns = load_patterns("offices")
    for side, words in (("behind", behind), ("before", before)):
        for role in _ROLES:
            pattern = patterns.patterns.get(f"{role}/{side}")
            if pattern is not None and pattern.regex.search(words):
                return role
    return "facilitator" if _asked(before, behind) else ""


def _asked(before: str, behind: str) -> bool:
    """Did the meeting, who presides over it or its bureau ask the bearer of a name to lead consultations or a group?"""
    patterns = load_patterns("offices")
    if patterns["facilitator/asked-behind"].regex.match(behind) is None or reported(before):
        return False
    match = patterns["facilitator/asked-before"].regex.search(before)
    return match is not None and patterns["facilitator/asked-by"].regex.search(before[: match.start()]) is not None


def office_elected(behind: str) -> PersonRole:
    """The office to which somebody was elected, by the words behind the name: "as its Vice-Chair"; "" for none."""
    patterns = load_patterns("offices")
    match = patterns["elected/behind"].regex.match(behind)
    if match is None:
        return ""
    return role_of(match["office"])


def role_of(office: str, presides: PersonRole = "chair") -> PersonRole:
    """The role that an office named by its noun is: "Vice-Presidents", "Rapporteur", else that of who presides.

    :param presides: what somebody who presides over the body is.
    """
    words = load_patterns("offices").words
    if office in words["vice_chairs"]:
        return "vice-chair"
    return "rapporteur" if office in words["rapporteurs"] else presides


def office_closing(trail: str, told: str) -> PersonRole:
    """The office in the plural that closes a list: "Ada Zedd (Azuria) and Karim Masri (Syldavia) as Vice-Chairs".

    Directly behind the last of the list, without "as", it is theirs only where they were elected.

    :param trail: the words of the sentence behind the name; ``told`` those before it.
    """
    patterns = load_patterns("offices")
    match = patterns["list/close"].regex.match(trail)
    if match is None or (match["bare"] is not None and patterns["list/elected"].regex.search(told) is None):
        return ""
    return "vice-chair" if match["office"] in patterns.words["vice_chairs"] else "rapporteur"
