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
