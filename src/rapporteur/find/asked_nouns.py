"""Nouns in what a body asks: those who are asked by no name, and actions told by a noun.

Takes a text and a place in it, behind the verb of asking; gives the set that the words name, the verb inside a noun of
action, and whether a thing is wanted and nobody asked.
"""

from __future__ import annotations

import re

from rapporteur.find.addressees import Actor
from rapporteur.find.verbs import lexicon, nominal_action
from rapporteur.model import Rule

_SET = re.compile(
    r"\s(?:(?:the|all|any|other)\s)*(?P<name>[A-Za-z][^,;:.()]*?)(?=\s(?:to|of|in|that|which|who|for|from|with)\s|[,;:.(]|$)"
)
_SET_RULE = Rule(
    "addressee/set", "Words between the verb and what is asked that name those who are asked, none of them by name."
)


def inside_noun(text: str, at: int, end: int) -> str:
    """The verb that the first noun of an action holds: "the continued involvement of" → "involve"; "" if none."""
    for word in re.compile(r"[a-z]+").findall(text, at, min(end, at + 60))[:5]:
        if word in ("of", "to", "in", "on", "for"):
            break
        match = re.fullmatch(r"([a-z]{4,}?)(?:ment|ation|ion)s?", word)
        stems = (match[1], f"{match[1]}e", f"{match[1]}ate") if match else ()
        verb = next((stem for stem in stems if stem in lexicon()), "")
        if verb:
            return verb
    return ""


def is_thing(text: str, at: int, verb: int) -> bool:
    """Is what is encouraged a thing, told by the noun of an action: "the continuation of", "further support for"?"""
    return (
        bool(nominal_action(text, at, verb))
        or re.match(r"\s(?:further|additional|continued|the\scontinu)", text[at:verb]) is not None
    )


def set_of(text: str, at: int, end: int) -> tuple[Actor, ...]:
    """Those whom the words behind the verb name as a set: "requests ports in the north to close"."""
    match = _SET.match(text, at, end)
    return (Actor(match.start("name"), match.end("name"), _SET_RULE, is_set=True),) if match else ()
