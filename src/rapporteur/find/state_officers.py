"""Officers without a role to link: "elected Azuria and Syldavia as Vice-Presidents" → the sentence, said to be unread.

Takes a sentence, gives it back as a mention where it elects States to an office and names no person, or lists persons
by group of States without telling their office. The office of a State belongs to whoever represented it there, whom
the sentence does not name; for the others there is no role: nothing is linked, and it is said.
"""

from __future__ import annotations

from rapporteur.find.offices import office_in_list
from rapporteur.find.scenes import Sentence, place
from rapporteur.model.actors import ActorMention


def find_state_officers(sentence: Sentence) -> ActorMention | None:
    """The sentence where it elects States and no person, or lists officers of a kind without a role; None else."""
    text = sentence.text
    if not any(name.kind == "state" for name in sentence.names):
        return None
    patterns = sentence.patterns("state_officers")
    beside = patterns["officers/beside"]
    if any(not office_in_list(text[: match.end()]) for match in beside.regex.finditer(text)):
        return ActorMention(**place(sentence.passage, sentence.start, sentence.end, beside.rule))
    elects = patterns["officers/states"]
    if elects.regex.search(text) is None or patterns["officers/person"].regex.search(text) is not None:
        return None
    return ActorMention(**place(sentence.passage, sentence.start, sentence.end, elects.rule))
