"""What a part of a list of decisions asks: "(b) Decided to close the port", "(c) That ports should close" → clauses.

Takes a list of decisions and a part of it, gives an `Asked` for each operator: its own verb in the past, that of the
words over the list where the part goes on from them, or what its own sentence asks. `find.decided` finds the lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from rapporteur.find.addressees import named_subject
from rapporteur.find.asked import find_asked
from rapporteur.find.asked_clauses import Asked, Speaker, completed
from rapporteur.find.clauses import Clause, find_clauses
from rapporteur.find.conclusions import UnitReading, Unnumbered
from rapporteur.find.deontic import Part
from rapporteur.find.sentences import Range, sentence_ranges
from rapporteur.find.verbs import base_actions, subjunctive_at
from rapporteur.model.report import Paragraph
from rapporteur.model.style import Style
from rapporteur.patterns import PatternFile, load_patterns

_TO, _THAT = re.compile(r"[Tt]o\s"), re.compile(r"[Tt]hat\s")
"""What a part of a list opens with that goes on from a verb over it."""
_OF_BODIES = ("decide", "should", "shall")
"""Strengths of what a body does or holds itself; the others ask somebody else."""
_DECIDED = ("decided", "resolved")
_NEAR = 12
"""Characters before the verb of an infinitive: "also", "further"."""
_MODAL = re.compile(r"\s(should|shall|must|may)(?:\snot)?\s")
_BE = re.compile(r"\sbe\s")


@dataclass(frozen=True)
class DecisionList:
    """A list of decisions.

    :ivar over: the text that holds the words over the list: its own, or that of the section whose paragraphs are parts.
    :ivar chapeau: index range of these words; ``who`` of the body in them, None where they name none.
    :ivar decides: those words say that what follows was decided.
    :ivar verb: index range of the verb that says so, None where a noun does, "took the following decisions".
    :ivar first: index where the verb stands by which those words ask something themselves, before "and:"; else None.
    :ivar begins: index where the words of ``over`` begin, behind the title of a section.
    """

    text: Paragraph | Unnumbered
    over: Paragraph | Unnumbered
    chapeau: Range
    who: Range | None
    decides: bool
    verb: Range | None
    parts: tuple[Part, ...]
    begins: int = 0
    first: int | None = None

    @property
    def words_over(self) -> str:
        """The words over the list."""
        return self.over.body.text[slice(*self.chapeau)]

    @property
    def name(self) -> str:
        """The name of the body in them, "" where they name none."""
        return self.over.body.text[slice(*self.who)] if self.who is not None else ""

    @property
    def said(self) -> str:
        """The verb that says that something was decided, "" without one."""
        return self.over.body.text[slice(*self.verb)] if self.verb is not None else ""

    @property
    def operator(self) -> Range | None:
        """Where that verb stands in the text of the list itself."""
        return self.verb if self.over is self.text else None


@cache
def decided_patterns(style: Style) -> PatternFile:
    """The patterns of a list of decisions, those of conclusions for what they do not say."""
    general, own = load_patterns("conclusions", style), load_patterns("decided", style)
    return PatternFile("decided", {**general.patterns, **own.patterns}, {**general.words, **own.words})


@cache
def _infinitives(style: Style) -> PatternFile:
    """The same for parts that open with an infinitive: the verbs of those who speak in the plural have its form."""
    general, own = load_patterns("conclusions", style), load_patterns("plural", style)
    left = {p.rule.id: p for p in general.patterns.values() if "verb" not in p.regex.groupindex}
    return PatternFile("decided-to", {**left, **own.patterns}, {**general.words, **own.words})


def clauses_of(reading: UnitReading, decisions: DecisionList, low: int, high: int) -> tuple[Asked, ...]:
    """What a part of a list asks: by its own verb, by that of the words over the list, or by its own sentence."""
    speaker = reading.speaker
    words, opens = speaker.text, speaker.patterns["decided/opens"].regex
    if opens.match(words[low:high]) is not None or not decisions.decides:
        found: list[Asked] = []
        for start, end in sentence_ranges(words, low, high):
            opened = opens.match(words[start:end])
            verb = start + opened.start("verb") if opened is not None else start
            asked = find_asked(speaker, verb, end, given=opened is not None)
            found += (replace(one, start=start) if one.start == verb else one for one in asked)
        return tuple(found)
    if load_patterns("decided")["decided/idle"].regex.match(words[low:high]):
        return ()
    over = decisions.words_over.rstrip(" :—–")
    to, that = _TO.match(words, low, high), _THAT.match(words, low, high)
    if to is not None or (over.endswith(" to") and that is None):
        return _infinitive(reading, decisions, (low, high), to.end() if to is not None else low)
    sentences = sentence_ranges(words, that.end() if that is not None else low, high)
    if that is None and (asked := tuple(one for at in sentences for one in find_asked(speaker, *at))):
        return asked
    clauses = [clause for at in sentences for clause in find_clauses(words, *at, speaker.actors)]
    told = tuple(replace(_as_asked(clause), start=low if i == 0 else clause.start) for i, clause in enumerate(clauses))
    if that is not None or over.endswith(" that"):
        return (_that(speaker, decisions, low, high),) if decisions.said in _DECIDED or not told else told
    return told


def _as_asked(clause: Clause) -> Asked:
    """The clause of a sentence of its own; who was asked in another part is not asked what nobody is named for here."""
    operator = clause.operator
    at = (operator.start, operator.end)
    return Asked(
        clause.start,
        clause.end,
        at,
        operator.norm,
        operator.strength,
        operator.rule,
        operator.actions,
        "own" if clause.actors else "none",
        clause.actors,
    )


def _infinitive(reading: UnitReading, decisions: DecisionList, at: Range, verb: int) -> tuple[Asked, ...]:
    """ "decided: (a) To request the keeper to close the port; (b) To meet again"."""
    words = reading.speaker.text
    asking = Speaker(words, reading.speaker.actors, _infinitives(reading.report.house.style), True)
    asked = tuple(one for one in find_asked(asking, verb, at[1], given=True) if one.strength not in _OF_BODIES)
    if asked and asked[0].at[0] <= verb + _NEAR:
        return (replace(asked[0], start=at[0]), *asked[1:])
    rule = reading.speaker.patterns["operator/bound"].rule
    operator = decisions.operator or (at[0], max(verb - 1, at[0] + 2))
    norm = f"{decisions.said} to".lstrip()
    over = Asked(*at, operator, norm, "decide", rule, (), "none", open=True)
    return (replace(completed(over, words, *at), subject="none"),)


def _that(speaker: Speaker, decisions: DecisionList, low: int, high: int) -> Asked:
    """ "decided: (a) That ports should close": the body decides so, and who is to act is told after "that"."""
    text, rule = speaker.text, speaker.patterns["operator/decide-that"].rule
    that = _THAT.match(text, low, high)
    after = that.end() - 1 if that is not None else low
    verb = decisions.operator or (low, max(after, low + 1))
    plain = Asked(low, high, verb, f"{decisions.said} that".lstrip(), "decide", rule, (), "none")
    modal = _MODAL.search(text, after, high)
    named = named_subject(text, after, modal.start(), speaker.actors, False) if modal is not None else None
    be = _BE.search(text, after, high)
    begins = modal.end() if modal is not None else be.start() + 1 if be else subjunctive_at(text, after, high)
    actions = base_actions(text, begins, high) if begins >= 0 else ()
    return replace(
        plain, actions=actions, actors=named.actors if named else (), subject="own" if named is not None else "none"
    )
