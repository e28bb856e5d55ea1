"""Who cites what: the citations of recommendations, paragraphs and notes, each counted where its words stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapporteur.view.networks.facts import Facts, Tie

CITED = frozenset({"provision", "treaty", "earlier", "decision", "document", "paragraph", "section", "recommendation"})
"""Kinds of what can be cited."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation and the links it rests on."""

    source: str
    property: str
    target: str
    links: tuple[str, ...]


def citations_of(facts: Facts, *, notes: bool = False) -> Iterator[Citation]:
    """Citations of anything outside the citing report, in a fixed order.

    Words that lie in a recommendation count for it and not again for its paragraph. What a report says of its own
    paragraphs is left out.

    :param notes: also what stands in notes, which the vocabulary ties to the note only.
    """
    spoken = set(_places(facts))
    for tie in facts.ties:
        if tie.property not in ("cites", "buildsOn") or tie.of not in ("Recommendation", "Text"):
            continue
        if _is_own(facts, tie):
            continue
        thing = facts.things.get(tie.source)
        if tie.of == "Text" and thing and thing.class_name == "Footnote" and not notes:
            continue
        links = facts.links_of(tie.source, tie.property, tie.target)
        if tie.of == "Text":
            left = tuple(link for link in links if (tie.target, *facts.place(link)) not in spoken)
            if (not left) if links else _told_by_unit(facts, tie):
                continue
            links = left
        yield Citation(tie.source, tie.property, tie.target, links)


def _places(facts: Facts) -> Iterator[tuple[str, int, int]]:
    """Where recommendations cite what: the target, the first character and the one after the last."""
    for tie in facts.ties:
        if tie.of == "Recommendation" and tie.property == "cites":
            for link in facts.links_of(tie.source, tie.property, tie.target):
                yield tie.target, *facts.place(link)


def _told_by_unit(facts: Facts, tie: Tie) -> bool:
    """Without evidence: does a recommendation of this paragraph cite the same?"""
    return any(
        other.of == "Recommendation"
        and other.property == "cites"
        and other.target == tie.target
        and tie.source in facts.targets(other.source, "recordedIn")
        for other in facts.ties
    )


def _is_own(facts: Facts, tie: Tie) -> bool:
    """Does a report cite itself?"""
    target = facts.things.get(tie.target)
    return bool(target and (target.report == tie.report or tie.report in target.wholes or target.iri == tie.report))
