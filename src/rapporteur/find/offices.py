"""Offices: what the words around a person's name say the person was at the meeting, besides its Chair.

Takes the words before a name and those behind it (and behind its brackets), gives a role or "". Who is a person at all
is decided by `find.persons`.
"""

from __future__ import annotations

from rapporteur.model.actors import PersonRole
from rapporteur.patterns import load_patterns

_ROLES: tuple[PersonRole, ...] = ("vice-chair", "rapporteur", "facilitator", "speaker")


def office_of(before: str, behind: str) -> PersonRole:
    """The office that the words give: Vice-Chair, Rapporteur, one who led consultations, one who made a statement."""
    patterns = load_patterns("offices")
    for side, words in (("behind", behind), ("before", before)):
        for role in _ROLES:
            pattern = patterns.patterns.get(f"{role}/{side}")
            if pattern is not None and pattern.regex.search(words):
                return role
    return ""


def office_elected(behind: str) -> PersonRole:
    """The office to which somebody was elected, by the words behind the name: "as its Vice-Chair"; "" for none."""
    patterns = load_patterns("offices")
    match = patterns["elected/behind"].regex.match(behind)
    if match is None:
        return ""
    return role_of(match["office"])


def role_of(office: str) -> PersonRole:
    """The role that an office named by its noun is: "Vice-Presidents", "Rapporteur", else that of the chair."""
    words = load_patterns("offices").words
    if office in words["vice_chairs"]:
        return "vice-chair"
    return "rapporteur" if office in words["rapporteurs"] else "chair"


def office_closing(trail: str) -> PersonRole:
    """The office in the plural that closes a list: "Ada Zedd (Azuria) and Karim Masri (Syldavia) as Vice-Chairs".

    :param trail: the words of the sentence behind the name.
    """
    patterns = load_patterns("offices")
    match = patterns["list/close"].regex.match(trail)
    if match is None:
        return ""
    return "vice-chair" if match["office"] in patterns.words["vice_chairs"] else "rapporteur"


def _among_members(lead: str) -> bool:
    """Do the words before a name open a list of the members of a panel or committee, and hold nothing but its items?"""
    patterns = load_patterns("offices")
    head = patterns["list/members"].regex.search(lead)
    return head is not None and patterns["list/items"].regex.match(lead[head.end() :]) is not None


def office_in_list(lead: str) -> PersonRole:
    """The office by the head of the list that a name stands in: "Vice-Chairmen: Ada Zedd (Azuria), …"; "" in none.

    :param lead: the words of the paragraph before the name.
    """
    patterns = load_patterns("offices")
    if patterns["list/alternates"].regex.search(lead) is not None:
        return "alternate"
    match = patterns["list/head"].regex.search(lead)
    if match is None:
        return "committee-member" if _among_members(lead) else ""
    head, before = match["head"], lead[: match.start()]
    if "ember" in head:
        return "committee-member"
    if head in patterns.words["vice_chairs"]:
        return "vice-chair"
    if head in patterns.words["rapporteurs"]:
        return "rapporteur"
    return "committee-chair" if patterns["list/committee"].regex.search(before) else "chair"
