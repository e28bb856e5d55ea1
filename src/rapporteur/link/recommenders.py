"""Those who made a recommendation, linked: the names in brackets → `recommendedBy`, or silence that says so.

Every name is linked from the number. Where one number holds several texts it is linked from its own text too, so that
nobody seems to have asked for what another did; what stays open there stands on that text alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.link.listed import NameShelf, Resolved
from rapporteur.model import (
    Because,
    Linked,
    OrganizationRef,
    Report,
    StateRef,
    UnitRef,
    Unlinked,
    Wording,
)
from rapporteur.model.actors import ListedName
from rapporteur.model.units import UnitMention, WordingMention

KIND = "recommender"


@dataclass(frozen=True, slots=True)
class Recommenders:
    """Who made one numbered recommendation, and its texts where it holds several."""

    states: tuple[StateRef | OrganizationRef, ...]
    wordings: tuple[Wording, ...]
    links: tuple[Linked, ...]
    unlinked: tuple[Unlinked, ...]


def link_recommenders(report: Report, unit: UnitMention, shelf: NameShelf) -> Recommenders:
    """Link the names in the brackets that close the texts of a unit; a text that names nobody stays open."""
    several = len(unit.wordings) > 1
    states: list[StateRef | OrganizationRef] = []
    wordings: list[Wording] = []
    links: list[Linked] = []
    unlinked: list[Unlinked] = []
    for place, wording in enumerate(unit.wordings, 1):
        refs = (UnitRef(unit.number), UnitRef(unit.number, place)) if several else (UnitRef(unit.number),)
        resolved = [(name, shelf.resolve(name, coin=False)) for name in wording.recommenders]
        known = tuple(dict.fromkeys(found.who for _, found in resolved if found.who is not None))
        states += known
        for ref in refs:
            links += _links(report, ref, resolved)
        unlinked += _open(report, refs[-1], wording, resolved)
        if several:
            wordings.append(Wording(refs[-1], wording.words, wording.span, wording.actions, known))
    return Recommenders(tuple(dict.fromkeys(states)), tuple(wordings), tuple(links), tuple(unlinked))


def _links(report: Report, ref: UnitRef, resolved: list[tuple[ListedName, Resolved]]) -> Iterator[Linked]:
    for name, found in resolved:
        if found.who is not None:
            yield Linked(
                source=ref,
                property="recommendedBy",
                target=found.who,
                span=name.span,
                quote=report.quote(name.span),
                kind=KIND,
                part=name.part,
                grade=found.grade,
                rule=name.rule,
                score=found.score,
            )


def _open(
    report: Report, ref: UnitRef, wording: WordingMention, resolved: list[tuple[ListedName, Resolved]]
) -> Iterator[Unlinked]:
    missing = [(name, found.because, found.candidates) for name, found in resolved if found.who is None]
    for name, because, rivals in missing:
        quote = report.quote(name.span)
        yield Unlinked(ref, "recommendedBy", name.span, quote, KIND, name.part, because, name.rule, rivals)
    if not resolved:
        span, part = wording.span, wording.part
        quote = report.quote(span)
        yield Unlinked(ref, "recommendedBy", span, quote, KIND, part, Because.NO_CANDIDATE, wording.rule)
