"""Clauses in which a body asks something: the values that `find.asked` gives, and what is done with one once found.

Takes an `Asked` and the text, gives it completed by a part of a list, ended where the next begins, or says whether it
counts; which verb asks is decided by `find.asked`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapporteur.find.addressees import Actor
from rapporteur.find.verbs import base_actions, gerund_actions
from rapporteur.model import OrganizationRef, Rule
from rapporteur.model.swift import swift
from rapporteur.model.units import SubjectForm
from rapporteur.patterns import PatternFile, load_patterns


@swift
@dataclass(frozen=True, slots=True)
class Asked:
    """One clause in which a body asks something.

    :ivar start: index of its first character; ``end`` after its last.
    :ivar at: index range of the operator.
    :ivar open: it ends in the operator or its "to", so that each part of the list below completes it.
    """

    start: int
    end: int
    at: tuple[int, int]
    norm: str
    strength: str
    rule: Rule
    actions: tuple[str, ...]
    subject: SubjectForm
    actors: tuple[Actor, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Speaker:
    """How a text is read: its actors, the patterns of its house, whether the body may bind itself here.

    :ivar outward: only what a known body is asked counts: the text tells how an item was dealt with.
    """

    text: str
    actors: Sequence[Actor]
    patterns: PatternFile
    binding: bool
    outward: bool = False


def completed(asked: Asked, text: str, start: int, end: int) -> Asked:
    """The operator of a chapeau as the part ``text[start:end]`` of the list below completes it."""
    if not asked.open or (asked.actions and text.startswith(("A ", "An ", "The "), start)):
        return replace(asked, start=start, end=end, subject="chapeau")
    verb = start + (3 if text.startswith(("To ", "to "), start) else 0)
    lowered = text[:verb] + text[verb : verb + 1].lower() + text[verb + 1 :]
    actions = gerund_actions(lowered, verb, end) or base_actions(lowered, verb, end, infinitive=True)
    return replace(asked, start=start, end=end, actions=actions, subject="chapeau")


def with_ends(text: str, found: Sequence[Asked], end: int) -> Iterator[Asked]:
    """Each clause ended where the next begins, without the "and" between them."""
    trailing = load_patterns("units")["boundary/trailing"].regex
    for position, asked in enumerate(found):
        last = found[position + 1].start if position + 1 < len(found) else end
        body = text[asked.start : last].rstrip()
        cut = trailing.search(body)
        yield replace(asked, end=asked.start + (cut.start() if cut else len(body)))


def of_a_clause(text: str, before: Asked, verb: re.Match[str]) -> bool:
    """May a verb in its base form be one of the clause that "Decide that" opened, and none of those who decide?"""
    plural = not verb["verb"].split()[0].endswith(("s", "ed"))
    return plural and before.norm.endswith(" that") and ";" not in text[before.at[1] : verb.start()]


def asks_a_body(asked: Asked) -> bool:
    """Is a body that is known by name asked to do something?"""
    bodies = (ref for actor in asked.actors for ref in actor.candidates)
    return bool(asked.actions) and any(isinstance(ref, OrganizationRef) for ref in bodies)
