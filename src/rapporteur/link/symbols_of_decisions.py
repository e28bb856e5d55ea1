"""Symbols of decisions: "A/HRC/DEC/28/111" is decision 28/111 of the body A/HRC, as "decision 28/111" of that body is.

Takes an outcome, gives it with the decision, or the part of one, in the place of a document of such a symbol. Without
that one decision would be two things, by its symbol and by its number.
"""

from __future__ import annotations

from dataclasses import replace

from rapporteur.link.context import Outcome
from rapporteur.model import DecisionPartRef, DecisionRef, DocumentPartRef, DocumentRef, Linked
from rapporteur.model.symbol import parse_symbol


def as_decision(outcome: Outcome, own: str | None) -> Outcome:
    """The outcome, its target a decision where a symbol of one was cited; a document under its ``own`` stays one."""
    if not isinstance(outcome, Linked) or not isinstance(outcome.target, DocumentRef | DocumentPartRef):
        return outcome
    target = outcome.target
    document = target.document if isinstance(target, DocumentPartRef) else target
    if document.symbol == own or "/DEC/" not in document.symbol:
        return outcome
    named = parse_symbol(document.symbol).decision
    if named is None:
        return outcome
    decision = DecisionRef(*named)
    if isinstance(target, DocumentPartRef):
        return replace(outcome, target=DecisionPartRef(decision, target.part))
    return replace(outcome, target=decision, kind="decision" if outcome.kind == "document-symbol" else outcome.kind)
