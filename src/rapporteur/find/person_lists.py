"""Lists of persons: is what stands behind a name of a list, and is built as a name, its bearer's office?"""

from __future__ import annotations

from rapporteur.find.passages import Passage
from rapporteur.model.actors import PersonMention

COURTESY_BEHIND = 24
"""Characters before a name in which a courtesy title is looked for."""


def is_office_of(passage: Passage, person: PersonMention, mention: PersonMention) -> bool:
    """Are the words behind a panellist's name, before the brackets that are for the same State, the person's office?"""
    shared = person.representing is not None and mention.representing is not None
    same = shared and person.representing.at == mention.representing.at  # type: ignore[union-attr]
    return same and passage.text[person.at[1] : mention.at[0]].startswith(", ")
