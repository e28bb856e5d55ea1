"""Spread: the citations and mentions of text parts → the same on the recommendation units that hold the words.

A recommendation cites what its own words cite, and what the chapeau it stands under cites. Where it cites a paragraph
or recommendation of an earlier report it also builds on it. Notes stay out: what stands in a note stands on it only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from rapporteur.link.order import in_order, printed
from rapporteur.model import (
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Linked,
    PartKind,
    PartRef,
    Recommendation,
    Report,
)


def spread_links(report: Report, links: Sequence[Linked], units: Sequence[Recommendation]) -> tuple[Linked, ...]:
    """The links to add: one for each unit whose words, or whose chapeau's, a citing or mentioning link quotes.

    Of a chapeau over a whole list (in another paragraph, or over recommendations with their makers) only what it cites.
    """
    if not units:
        return ()
    sections = {unit.recorded_in for unit in units if unit.recorded_in.kind is PartKind.SECTION}
    citing = in_order(
        (link for link in links if link.property in ("cites", "mentions") and _stands_in_body(link, sections)),
        lambda link: (link.span.start, link.span.end, link.property),
        lambda link: printed(link.target),
    )
    starts = [link.span.start for link in citing]
    own = DocumentRef(report.symbol) if report.symbol else None
    added: list[Linked] = []
    for unit in units:
        for span in (unit.chapeau_span, unit.span):
            if span is None:
                continue
            for link in citing[bisect_left(starts, span.start) : bisect_right(starts, span.end)]:
                own_words = span == unit.span or (unit.chapeau_in is None and not unit.recommended_by)
                if span.contains(link.span) and (own_words or link.property == "cites"):
                    added += _onto(link, unit, own)
    return tuple(added)


def _stands_in_body(link: Linked, sections: Container[PartRef]) -> bool:
    """Does it stand in a paragraph, or in one of the sections that hold units without paragraph numbers?"""
    return link.part.kind in (PartKind.PARAGRAPH, PartKind.SUBPARAGRAPH) or link.part in sections


def _onto(link: Linked, unit: Recommendation, own: DocumentRef | None) -> Iterator[Linked]:
    yield replace(link, source=unit.ref)
    target = link.target
    if (
        link.property == "cites"
        and isinstance(target, DocumentPartRef | DocumentUnitRef)
        and target.document != own
        and (isinstance(target, DocumentUnitRef) or target.part.kind in (PartKind.PARAGRAPH, PartKind.SUBPARAGRAPH))
    ):
        yield replace(link, source=unit.ref, property="buildsOn")
