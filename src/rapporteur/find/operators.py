"""Deontic operators: the words by which a sentence asks somebody to do something.

Takes a stretch of clean text, gives every operator in it with its normalised phrase, its strength and where its verb
begins. Whether an operator governs the main clause, and whom it addresses, is `find.deontic`'s to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from rapporteur.find.verbs import base_actions, gerund_actions, infinitive_at, lexicon, nominal_action
from rapporteur.model import Rule
from rapporteur.patterns import Pattern, load_patterns

REACH = 1500
"""How many characters after an operator its addressee and its verbs are looked for."""

_BE = re.compile(r"\b(?:is|are|was|were|has been|have been)\b")
_AND_THAT = re.compile(r"\band\s(?:also\s|further\s)?(?P<that>that)\s")

Kind = Literal["modal", "passive", "operative", "recommended"]


@dataclass(frozen=True, slots=True)
class OperatorForm:
    """One operator in a text.

    :ivar kind: "modal" and "passive" follow their addressee, "operative" and "recommended" stand before it.
    :ivar start: index of its first word; ``end`` after its last, light verb and what splits the phrase included.
    :ivar weak: "may" and "might": an operator only for a named addressee.
    :ivar agentless: its verb is in the passive.
    :ivar verb_at: index from which the addressee (operative) or the verb (all others) is read.
    """

    kind: Kind
    start: int
    end: int
    norm: str
    strength: str
    rule: Rule
    actions: tuple[str, ...]
    verb_at: int
    weak: bool = False
    agentless: bool = False


@cache
def _group(name: str) -> tuple[Pattern, ...]:
    return load_patterns("units").group(name)


def find_operators(text: str, start: int, end: int) -> tuple[OperatorForm, ...]:
    """The operators of ``text[start:end]``, in reading order, main clause or not."""
    found = [*_modals(text, start, end), *_passives(text, start, end), *_operatives(text, start, end)]
    found.sort(key=lambda operator: operator.start)
    kept: list[OperatorForm] = []
    for operator in found:
        if not kept or operator.start >= kept[-1].end:
            kept.append(operator)
    return tuple(kept)


def _modals(text: str, start: int, end: int) -> Iterator[OperatorForm]:
    for pattern in _group("modal"):
        for match in pattern.regex.finditer(text, start, end):
            yield _with_light_verb(text, match, end, pattern)


def _with_light_verb(text: str, match: re.Match[str], end: int, pattern: Pattern) -> OperatorForm:
    """The operator with what follows its modal: "consider", "continue to", "be encouraged to"."""
    end = min(end, match.end() + REACH)
    modal = match["modal"].replace(" also ", " ") + (" not" if match.groupdict().get("not") else "")
    strength = pattern.field("strength")
    verb_at = _verb_after(text, match.end(), end)
    plain = OperatorForm(
        "modal",
        match.start(),
        match.end(),
        modal,
        strength,
        pattern.rule,
        base_actions(text, verb_at, end),
        verb_at,
        weak=strength == "may",
        agentless=text.startswith("be ", verb_at),
    )
    for light in (*_group("light"), *_group("passive")):
        found = light.regex.match(text[verb_at:end])
        if found is None:
            continue
        return _light(text, plain, light, found, end)
    return plain


def _light(text: str, plain: OperatorForm, light: Pattern, found: re.Match[str], end: int) -> OperatorForm:
    after = plain.verb_at + found.end()
    words = found["light"]
    kind = light.rule.id.split("/")[1]
    if kind == "consider":
        actions = gerund_actions(text, after, end) or tuple(filter(None, [nominal_action(text, after, end)]))
        actions = actions or ("consider",)
    elif kind == "continue" and not words.endswith("to"):
        nominal = nominal_action(text, after, end)
        actions = gerund_actions(text, after, end) or ((nominal,) if nominal else plain.actions)
    elif kind == "acknowledge":
        actions = ("acknowledge",)
    else:
        actions = base_actions(text, after, end, infinitive=True)
    norm = light.field("norm") or " ".join(words.split())
    if light.rule.id.startswith("passive/"):
        norm = f"{found['be']} {found['verb']} to"
    strength = light.field("strength")
    if (strength.startswith("should-") and plain.strength != "should") or plain.weak:
        strength = plain.strength
    return replace(
        plain,
        end=after,
        norm=f"{plain.norm} {norm}",
        strength=strength,
        rule=light.rule,
        actions=actions,
        agentless=False,
    )


def _verb_after(text: str, at: int, end: int) -> int:
    """Index of the verb after a modal, over adverbs and over what stands between commas.

    Each comma is tried in turn: the first that a verb of the lexicon follows ends the interruption.
    """
    adverbs = load_patterns("verbs")["verb/adverbs"].regex.match(text[at:end])
    verb = at + adverbs.end() if adverbs else at
    if not text.startswith(", ", at) and not text.startswith(",", verb):
        return verb
    for comma in re.finditer(r",\s(?:also\s|[a-z]+ly\s)?(?=([a-z]+)\b)", text[at:end]):
        if comma.start() and comma[1] in lexicon():
            return at + comma.end()
    return verb


def _passives(text: str, start: int, end: int) -> Iterator[OperatorForm]:
    for be in _BE.finditer(text, start, end):
        window = text[be.start() : min(end, be.end() + REACH)]
        for pattern in _group("passive"):
            found = pattern.regex.match(window)
            if found:
                after = be.start() + found.end()
                norm = f"{found['be']} {found['verb']} to"
                actions = base_actions(text, after, be.start() + len(window), infinitive=True)
                strength = pattern.field("strength")
                yield OperatorForm("passive", be.start(), after, norm, strength, pattern.rule, actions, after)


def _operatives(text: str, start: int, end: int) -> Iterator[OperatorForm]:
    for pattern in _group("operative"):
        if not pattern.field("strength"):
            continue
        for match in pattern.regex.finditer(text, start, end):
            reach = min(end, match.end() + REACH)
            verb = infinitive_at(text, match.end() - 1, reach)
            if verb < 0 and not text.endswith(":", 0, reach):
                continue
            norm = match["verb"].lower()
            yield OperatorForm(
                "operative",
                match.start("verb"),
                match.end("verb"),
                norm if norm.endswith(" to") else f"{norm} to",
                pattern.field("strength"),
                pattern.rule,
                base_actions(text, verb, reach, infinitive=True) if verb >= 0 else (),
                match.end("verb"),
            )
    recommended = load_patterns("units")["report/recommended"]
    for match in recommended.regex.finditer(text, start, end):
        norm = match["verb"].lower() + " that"
        heads = [(match.start("verb"), match.end())]
        heads += [m.span("that") for m in _AND_THAT.finditer(text, match.end(), min(end, match.end() + REACH))]
        for first, after in heads:
            yield OperatorForm("recommended", first, after, norm, "recommend", recommended.rule, (), after)


def item_operator(operator: OperatorForm, text: str, at: int, end: int) -> OperatorForm:
    """The operator of a chapeau that ends in it ("States parties should:") as one lettered part completes it.

    The part's first words give the verb, and may weaken the operator: "(b) Consider mapping reefs".
    """
    at += len("To ") if text.startswith(("To ", "to "), at) else 0
    lowered = text[:at] + text[at : at + 1].lower() + text[at + 1 :]
    light = load_patterns("units")["light/consider"]
    if operator.kind == "modal" and operator.norm in ("should", "shall", "must"):
        plain = replace(operator, verb_at=at)
        found = light.regex.match(lowered[at:end])
        widened = _light(lowered, plain, light, found, end) if found else None
        if widened is not None:
            return replace(widened, start=at)
    return replace(operator, actions=gerund_actions(lowered, at, end) or base_actions(lowered, at, end))
