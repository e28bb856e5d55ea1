"""A whole report annotated by offsets and targets → one tally a kind, by the rules of ``tests/gold/OFFSETS.md``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapporteur.score.facts import GraphFacts
from rapporteur.score.gold import Gold
from rapporteur.score.tally import Tally
from rapporteur.score.whole_actors import (
    score_whole_attendance,
    score_whole_organizations,
    score_whole_persons,
    score_whole_state_mentions,
    score_whole_statements,
)
from rapporteur.score.whole_outline import (
    score_whole_agenda,
    score_whole_notes,
    score_whole_outline,
    score_whole_paragraphs,
)
from rapporteur.score.whole_recommendations import score_whole_recommendations
from rapporteur.score.whole_references import score_whole_citations, score_whole_treaty_mentions

WITH_ROLE = ("attendance", "statements", "recommended-by", "state-mentions")
"""The kinds that together are the States with their roles, and the organizations that attended or spoke."""


def score_whole(gold: Gold, facts: GraphFacts) -> dict[str, Tally]:
    """All kinds the folder annotates, in a fixed order; ``roles`` sums up the kinds in which States have a role."""
    attended = any(row["role"] == "attendance" for row in gold.states)
    scorers: tuple[tuple[object, Callable[[Gold, GraphFacts], dict[str, Tally]]], ...] = (
        (gold.sections, score_whole_outline),
        (gold.paragraphs, score_whole_paragraphs),
        (gold.footnotes, score_whole_notes),
        (gold.agenda, score_whole_agenda),
        (attended, score_whole_attendance),
        (gold.states, score_whole_statements),
        (gold.states, score_whole_state_mentions),
        (gold.persons, score_whole_persons),
        (gold.organizations, score_whole_organizations),
        (gold.citations, score_whole_citations),
        (gold.treaty_mentions, score_whole_treaty_mentions),
        (gold.recommendations, score_whole_recommendations),
    )
    result: dict[str, Tally] = {}
    for rows, scorer in scorers:
        if rows:
            result.update(scorer(gold, facts))
    result["roles"] = add_up([result[kind] for kind in WITH_ROLE if kind in result])
    return result


def add_up(tallies: list[Tally]) -> Tally:
    """One tally of several: counts and rows together."""
    total = Tally()
    for tally in tallies:
        total.tp += tally.tp
        total.fp += tally.fp
        total.fn += tally.fn
        total.open += tally.open
        total.wrong += tally.wrong
        total.missed += tally.missed
    return total


def total_of(scored: Mapping[str, Mapping[str, Tally]]) -> dict[str, Tally]:
    """Name of a report → its tallies, in; the kinds of all reports together, out, in the order they first come."""
    kinds = list(dict.fromkeys(kind for tallies in scored.values() for kind in tallies))
    return {kind: add_up([tallies[kind] for tallies in scored.values() if kind in tallies]) for kind in kinds}
