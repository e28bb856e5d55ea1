"""Lists of persons: what stands beside each, the States of others and the offices behind names.

Takes a mention of a person and the sentence that lists it, gives the mention for the list it stands in.
"""

from __future__ import annotations

from dataclasses import replace

from rapporteur.find.introducing import candidates
from rapporteur.find.passages import Passage
from rapporteur.find.scenes import Sentence
from rapporteur.model.actors import PersonMention
from rapporteur.patterns import load_patterns

COURTESY_BEHIND = 24
"""Characters before a name in which a courtesy title is looked for."""


def is_office_of(passage: Passage, person: PersonMention, mention: PersonMention) -> bool:
    """Are the words behind a panellist's name, before the brackets that are for the same State, the person's office?"""
    shared = person.representing is not None and mention.representing is not None
    same = shared and person.representing.at == mention.representing.at  # type: ignore[union-attr]
    return same and passage.text[person.at[1] : mention.at[0]].startswith(", ")


def in_list(sentence: Sentence, mention: PersonMention) -> PersonMention:
    """A mention without the States that a list names beside other persons: those of a panel, those who spoke."""
    others = [at[0] for at in candidates(sentence) if at != mention.at] if mention.nearby else []
    courtesy, text = load_patterns("persons")["person/courtesy-before"], sentence.passage.text
    if mention.rule == courtesy.rule:
        others = [at for at in others if courtesy.regex.search(text[max(0, at - COURTESY_BEHIND) : at])]
    if not others or mention.role not in ("panellist", "speaker"):
        return mention
    next_one = min((start for start in others if start > mention.at[1]), default=sentence.end)
    own = (n for n in mention.nearby if mention.role == "speaker" and mention.at[1] <= n.at[0] < next_one)
    return replace(mention, nearby=tuple(own))
