"""Lists of officers: the words before a name in, out the office by the head of the list it stands in.

"Vice-Chairmen: Ada Zedd (Azuria), …", "Chair of the Drafting Committee: …", "the members of the Panel were elected: …".
"""

from __future__ import annotations

from rapporteur.find.committees import body_role, named_last
from rapporteur.model.actors import PersonRole
from rapporteur.patterns import load_patterns


def _among_members(lead: str) -> bool:
    """Do the words before a name open a list of the members of a panel or committee, and hold nothing but its items?"""
    patterns = load_patterns("offices")
    head = patterns["list/members"].regex.search(lead)
    return head is not None and patterns["list/items"].regex.match(lead[head.end() :]) is not None


def office_in_list(lead: str, title: str) -> PersonRole:
    """The office by the head of the list that a name stands in: "Vice-Chairmen: Ada Zedd (Azuria), …"; "" in none.

    :param lead: the words of the paragraph before the name.
    :param title: of the report, which tells a committee of the meeting from the body that met.
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
    return (body_role(match["body"], title) if match["body"] else named_last(before, title)) or "chair"
