"""Clauses: a sentence with its operators → the main clauses that ask something of somebody.

One `Clause` an operator that governs a main clause. An operator of a relative or "that" clause gives none, unless a
body is told to have recommended, reaffirmed or agreed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapporteur.find.addressees import (
    Actor,
    Subject,
    actors_after,
    agent_of_passive,
    named_subject,
    report_before,
)
from rapporteur.find.operators import OperatorForm, find_operators
from rapporteur.find.sentences import inside_brackets
from rapporteur.find.verbs import base_actions, infinitive_at, lexicon
from rapporteur.model.units import SubjectForm
from rapporteur.patterns import load_patterns


@dataclass(frozen=True, slots=True)
class Clause:
    """One main clause with an operator.

    :ivar start: index of its first character, without the "and" before it; ``end`` after its last.
    :ivar actors: whom it addresses, where its own words say so.
    """

    start: int
    end: int
    operator: OperatorForm
    subject: SubjectForm
    actors: tuple[Actor, ...] = ()


def find_clauses(text: str, start: int, end: int, actors: Sequence[Actor]) -> tuple[Clause, ...]:
    """The clauses of the sentence ``text[start:end]``, in reading order; none for a sentence that asks nothing."""
    found: list[Clause] = []
    previous: OperatorForm | None = None
    dependent = False
    for operator in find_operators(text, start, end):
        if inside_brackets(text, start, operator.start):
            continue
        clause = _clause(text, start, end, actors, operator, previous, found, dependent)
        if clause is not None and operator.kind == "modal" and found and _awaits_modal(found[-1]):
            found[-1] = _absorb(found[-1], clause)
            previous = operator
            continue
        dependent = clause is None
        if clause is not None:
            found.append(clause)
        previous = operator
    return tuple(_with_ends(text, end, found, actors))


def _clause(
    text: str,
    start: int,
    end: int,
    actors: Sequence[Actor],
    operator: OperatorForm,
    previous: OperatorForm | None,
    found: Sequence[Clause],
    dependent: bool,
) -> Clause | None:
    if operator.kind == "operative":
        return _operative(text, start, end, actors, operator, found)
    if operator.kind == "recommended":
        return _recommended(text, start, end, actors, operator, found)
    reported = bool(found) and report_before(text, start, found[0].operator.end) is not None
    if previous is not None and not dependent and _shares(text, previous, operator):
        return Clause(operator.start, end, operator, "shared")
    if dependent and previous is not None and _shares(text, previous, operator):
        return None
    low = start if previous is None else previous.end
    subject = named_subject(text, low, operator.start, actors, reported)
    if subject is not None:
        clause_start = start if not found else _new_start(text, low, subject.start)
        return Clause(clause_start, end, _reported(operator, subject), "own", subject.actors)
    if operator.start == start:
        return Clause(start, end, operator, "agentless")
    if operator.kind == "passive":
        return _asked(text, start, low, end, operator, found)
    if operator.weak:
        return None
    if load_patterns("units")["idle/remark"].regex.match(text[operator.verb_at : end]):
        return None
    return _agentless(text, start, end, operator, previous, found)


def _asked(text: str, start: int, low: int, end: int, operator: OperatorForm, found: Sequence[Clause]) -> Clause | None:
    """A clause that asks those whom a common noun names, whatever it is: "Divers are invited to map reefs"."""
    pattern = load_patterns("units")["subject/asked"]
    match = pattern.regex.search(text[low : operator.start])
    if match is None or not operator.actions or operator.actions[0] not in lexicon():
        return None
    if operator.norm.split()[0] in ("was", "were") or (found and match.start() == 0):
        return None
    who = Actor(low + match.start("name"), low + match.end("name"), pattern.rule, is_set=True)
    begins = _new_start(text, low, low + match.start("whole")) if found else start
    return Clause(begins, end, operator, "own", (who,))


def _operative(
    text: str, start: int, end: int, actors: Sequence[Actor], operator: OperatorForm, found: Sequence[Clause]
) -> Clause | None:
    """A clause by which the body speaks: "urges States parties to …", "requests the Secretariat:" over a list."""
    patterns = load_patterns("units")
    before = text[start : operator.start]
    again = (
        bool(found)
        and _goes_on(text, found[-1].operator, operator)
        and patterns["operative/again"].regex.search(before)
    )
    joined = patterns["operative/joined"].regex.search(before) if found and not again else None
    if not (again or joined or patterns["operative/subject"].regex.match(before)):
        return None
    if operator.strength == "decide":
        own = [a for a in actors if start <= a.start and a.end <= operator.start][-1:]
        named: tuple[Actor, ...] = tuple(own)
    else:
        named = actors_after(text, operator.verb_at, end, actors)
        listed = infinitive_at(text, operator.verb_at - 1, end) < 0
        if listed and (not named or text[named[-1].end : end].strip(" :,—–")):
            return None
    begins = operator.start if found else start
    if joined is not None:
        begins = start + joined.start("who")
    return Clause(begins, end, operator, "own" if named else "agentless", named)


def _goes_on(text: str, last: OperatorForm, operator: OperatorForm) -> bool:
    """May the body that spoke in the clause before speak on: "recommended that …, and encouraged …"? The verbs are of
    one tense; a relative clause in the past in between may be what goes on instead."""
    if last.kind == "operative":
        return True
    if last.kind != "recommended" or last.norm.startswith("recommended") != operator.norm.split()[0].endswith("ed"):
        return False
    return load_patterns("units")["operative/relative"].regex.search(text, last.end, operator.start) is None


def _recommended(
    text: str, start: int, end: int, actors: Sequence[Actor], operator: OperatorForm, found: Sequence[Clause]
) -> Clause:
    """A clause that the body recommends; its verb follows its subject without "should"."""
    named = actors_after(text, operator.verb_at, end, actors)
    if named:
        actions = base_actions(text, _after_tail(text, named[-1].end, end), end)
    else:
        be = re.search(r"\sbe\s", text[operator.verb_at : end])
        actions = base_actions(text, operator.verb_at + be.start() + 1, end) if be else ()
    if named and text[named[-1].end : end].lstrip().startswith(("should", "shall")):
        actions = ()
    clause_start = operator.start if found else start
    return Clause(clause_start, end, replace(operator, actions=actions), "own" if named else "agentless", named)


def _after_tail(text: str, at: int, end: int) -> int:
    """Index of the verb after a subject and a remark between commas."""
    remark = re.match(r",\s[^;:]*?,\s(?=[a-z]+\s)", text[at:end])
    return at + remark.end() if remark else min(at + 1, end)


def _awaits_modal(clause: Clause) -> bool:
    """Is it a "recommended that" whose verb is still to come?"""
    return clause.operator.kind == "recommended" and not clause.operator.actions


def _absorb(recommended: Clause, modal: Clause) -> Clause:
    """ "recommended that … should": one operator, as strong as the verb of recommending says."""
    form = modal.operator
    operator = replace(recommended.operator, end=form.end, actions=form.actions, agentless=form.agentless)
    if modal.subject == "own":
        return replace(recommended, operator=operator, subject="own", actors=modal.actors)
    return replace(recommended, operator=operator)


def _reported(operator: OperatorForm, subject: Subject) -> OperatorForm:
    """The operator with the verb of reporting before it, where that verb colours its strength."""
    if subject.report is None or not subject.report[1]:
        return operator
    match, strength, rule = subject.report
    if strength == "should-reaffirmed" and operator.strength != "should":
        return operator
    return replace(operator, start=match.start("verb"), strength=strength, rule=rule)


def _agentless(
    text: str,
    start: int,
    end: int,
    operator: OperatorForm,
    previous: OperatorForm | None,
    found: Sequence[Clause],
) -> Clause | None:
    """A clause whose subject is a thing, where it is a main clause."""
    patterns = load_patterns("units")
    dependent = patterns["subject/dependent"].regex
    if previous is None:
        chunk = _last_chunk(text[start : operator.start])
        if (
            dependent.search(chunk)
            and not patterns["subject/noun-with-relative"].regex.match(chunk)
            and report_before(text, start, operator.start) is None
        ):
            return None
        return Clause(start, end, operator, "agentless")
    between = text[previous.end : operator.start]
    boundary = max(
        (m for m in re.finditer(r";\s(?:and\s|but\s)?|,?\s(?:and|but|while|whereas)\s", between)),
        key=lambda m: m.end(),
        default=None,
    )
    if boundary is None or not found:
        return None
    chunk = between[boundary.end() :]
    semicolon = boundary[0].startswith(";")
    if dependent.search(chunk) or (not semicolon and dependent.search(between)):
        return None
    if not semicolon and not patterns["subject/thing"].regex.match(chunk):
        return None
    return Clause(previous.end + boundary.end(), end, operator, "agentless")


def _last_chunk(before: str) -> str:
    """The words of the subject: after the last comma that closes an adjunct, a remark before the operator left out."""
    if before.rstrip().endswith(","):
        before = before.rstrip()[:-1]
        before = before[: max(before.rfind(", "), 0)] + " "
    return re.split(r"[,;:]\s", before)[-1]


def _shares(text: str, previous: OperatorForm, operator: OperatorForm) -> bool:
    """Does the operator directly follow "and", so that it has the subject of the one before?"""
    between = text[previous.end : operator.start]
    joint = load_patterns("units")["boundary/joint"].regex.search(between)
    return joint is not None and operator.kind in ("modal", "passive") and " that " not in joint[0]


def _new_start(text: str, low: int, subject: int) -> int:
    """Where a further clause with a subject of its own begins: after a semicolon, else at the subject."""
    semicolon = text.rfind("; ", low, subject)
    if semicolon >= 0:
        conjunction = re.match(r";\s(?:and|but|or)?\s?", text[semicolon:subject])
        return semicolon + conjunction.end() if conjunction else subject
    return subject


def _with_ends(text: str, end: int, found: list[Clause], actors: Sequence[Actor]) -> list[Clause]:
    """Each clause ended where the next begins; the agent of a passive looked for inside it."""
    trailing = load_patterns("units")["boundary/trailing"].regex
    closed = []
    for position, clause in enumerate(found):
        last = found[position + 1].start if position + 1 < len(found) else end
        body = text[clause.start : last]
        body = re.sub(r"\s(?:that\s)?$", "", body) if last < end else body.rstrip()
        cut = trailing.search(body)
        clause = replace(clause, end=clause.start + (cut.start() if cut else len(body)))
        if clause.operator.agentless and clause.operator.kind == "modal":
            agents = agent_of_passive(text, clause.operator.end, clause.end, actors)
            if agents:
                clause = replace(clause, subject="own", actors=agents)
            elif clause.subject == "own" and all(actor.is_set for actor in clause.actors):
                clause = replace(clause, subject="agentless", actors=())
        closed.append(clause)
    return closed
