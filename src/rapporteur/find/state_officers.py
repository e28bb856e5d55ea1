"""Officers that are States: "elected Azuria and Syldavia as Vice-Presidents" → the sentence, said to be unread.

Takes a sentence, gives it back as a mention where it elects States to an office and names no person. The office belongs
to whoever represented the State there, whom the sentence does not name: nothing is linked, and it is said.
"""

from __future__ import annotations

from rapporteur.find.scenes import Sentence, place
from rapporteur.model.actors import ActorMention


def find_state_officers(sentence: Sentence) -> ActorMention | None:
    """The sentence where it elects States and no person; None else."""
    text = sentence.text
    if not any(name.kind == "state" for name in sentence.names):
        return None
    patterns = sentence.patterns("state_officers")
    elects = patterns["officers/states"]
    if elects.regex.search(text) is None or patterns["officers/person"].regex.search(text) is not None:
        return None
    return ActorMention(**place(sentence.passage, sentence.start, sentence.end, elects.rule))
