"""What a numbered recommendation asks, and how strongly: its words → the verb it begins with, strength and actions.

A bare imperative recommends ("Ratify the agreement"); "Consider ratifying" only asks to consider. A text with a modal
of its own ("The State should …") is as strong as that modal says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapporteur.find.operators import find_operators
from rapporteur.find.verbs import base_actions, gerund_actions, lemma, lexicon, nominal_action, skip_adverbs
from rapporteur.model import Rule
from rapporteur.patterns import load_patterns

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:-[a-z]+)?")
_AFTER_COMMA = re.compile(r",\s(?:(?:also|further|to|[a-z]+ly)\s)*(?=([a-z]+)\b)")
_FRONT = re.compile(r"(?:to|that\s(?:it|the\s\w+))\s")


@dataclass(frozen=True, slots=True)
class Imperative:
    """The operator of a text.

    :ivar start: index of its words; ``end`` after them.
    :ivar norm: those words in lower case, "consider", "continue to", "ratify".
    """

    start: int
    end: int
    norm: str
    strength: str
    actions: tuple[str, ...]
    rule: Rule


def read_imperative(text: str, start: int, end: int) -> Imperative:
    """The operator of the recommendation ``text[start:end]``, which holds at least one character.

    >>> read = read_imperative("Further consider ratifying the agreement", 0, 40)
    >>> read.norm, read.strength, read.actions
    ('consider', 'consider', ('ratify',))
    """
    lowered = text[:start] + text[start].lower() + text[start + 1 : end]
    rule = load_patterns("units")["numbered/imperative"].rule
    at = _verb(lowered, start, end)
    if at < 0:
        modal = next(iter(find_operators(text, start, end)), None)
        if modal is not None:
            return Imperative(modal.start, modal.end, modal.norm, modal.strength, modal.actions, modal.rule)
        front = _FRONT.match(lowered, start, end)
        at = skip_adverbs(lowered, front.end() if front else start, end)
    for id in ("light/consider", "light/continue"):
        light = load_patterns("units")[id]
        found = light.regex.match(lowered[at:end])
        if found is not None:
            after = at + found.end()
            actions = (
                base_actions(lowered, after, end, infinitive=True)
                if found["light"].endswith("to")
                else gerund_actions(lowered, after, end) or _noun(lowered, after, end)
            )
            strength = "consider" if id == "light/consider" else "recommend"
            norm = "consider" if id == "light/consider" else found["light"].split(",")[0].split()[0]
            norm = f"{norm} to" if found["light"].endswith("to") else norm
            return Imperative(at, after, norm, strength, actions or base_actions(lowered, at, end), rule)
    word = _WORD.match(lowered, at, end)
    stop = word.end() if word else min(at + 1, end)
    norm = lowered[at:stop].lower()
    actions = base_actions(lowered, at, end) if norm in lexicon() else _noun(lowered, at, end) or (lemma(norm),)
    return Imperative(at, stop, norm, "recommend", actions, rule)


def _verb(lowered: str, start: int, end: int) -> int:
    """Index of the verb in its base form that the text begins with, over adverbs and an opening phrase; else -1."""
    front = _FRONT.match(lowered, start, end)
    at = skip_adverbs(lowered, front.end() if front else start, end)
    word = _WORD.match(lowered, at, end)
    if word and word[0] in lexicon():
        return at
    for comma in _AFTER_COMMA.finditer(lowered, start, end):
        if comma[1] in lexicon():
            return comma.end()
    return -1


def _noun(text: str, at: int, end: int) -> tuple[str, ...]:
    noun = nominal_action(text, at, end)
    return (noun,) if noun else ()
