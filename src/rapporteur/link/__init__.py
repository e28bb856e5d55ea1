"""LINK: mentions in, links out. One candidate is a link; none or several, an open mention that says why.

Nothing here reads the text: what context decides is decided from what was named before, and where.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import accumulate
from typing import Protocol

from rapporteur.authorities import Authorities, load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.link.citations import link_citations
from rapporteur.link.order import in_order, printed
from rapporteur.link.spread import spread_links
from rapporteur.link.themes import link_themes
from rapporteur.link.units import link_units
from rapporteur.model import Coined, Linked, LinkedReport, OrganizationRef, Report, Span, Unlinked
from rapporteur.model.actors import ActorMentions
from rapporteur.model.citations import CitationMention, NameMention
from rapporteur.model.units import ThemeMention, UnitMentions

__all__ = ["link_mentions"]

NODE_KINDS = {"participation", "statement", "accession"}


class Found(Protocol):
    """What the find room gives: see `rapporteur.find.Mentions`."""

    @property
    def report(self) -> Report: ...
    @property
    def names(self) -> tuple[NameMention, ...]: ...
    @property
    def citations(self) -> tuple[CitationMention, ...]: ...
    @property
    def actors(self) -> ActorMentions: ...
    @property
    def units(self) -> UnitMentions: ...
    @property
    def themes(self) -> tuple[ThemeMention, ...]: ...
    @property
    def unread(self) -> tuple[str, ...]: ...


def link_mentions(mentions: Found, authorities: Authorities | None = None) -> LinkedReport:
    """Decide for every mention which entity is meant, or leave it open with the reason."""
    books = authorities or load_authorities()
    report = mentions.report
    numbered = {unit.number for unit in mentions.units.units if unit.number.isdigit()}
    cited = link_citations(report, mentions.citations, mentions.names, books, numbered)
    actors = link_actors(report, mentions.actors, books)
    bodies = {
        link.span: link.target
        for link in cited.links
        if link.kind == "organization" and isinstance(link.target, OrganizationRef)
    }
    units = link_units(report, mentions.units, actors.agenda, books, bodies, cited.subject)
    listed = [link.span for link in actors.links if link.kind in NODE_KINDS]
    listed += [mention.span for mention in actors.unlinked]
    names = (*mentions.actors.attendance, *mentions.actors.statements)
    listed += [name.acronym_span for name in names if name.acronym_span is not None]
    no_mention = _parts_of_names(listed)
    links = [link for link in cited.links if not no_mention(link)]
    links += actors.links
    links += units.links
    themes = link_themes(report, mentions.themes, books)
    links += themes.links
    links += spread_links(report, links, units.recommendations)
    unlinked = [open for open in cited.unlinked if open.kind != "treaty-mention" or not no_mention(open)]
    unlinked += [*actors.unlinked, *units.unlinked, *themes.unlinked]
    return LinkedReport(
        report=report,
        meeting=actors.meeting,
        agenda=actors.agenda,
        persons=actors.persons,
        participations=actors.participations,
        statements=actors.statements,
        presentations=actors.presentations,
        accessions=actors.accessions,
        recommendations=units.recommendations,
        links=_in_reading_order(links),
        unlinked=tuple(in_order(set(unlinked), _place, lambda open: str(open.source))),
        coined=_once((*cited.coined, *actors.coined)),
        unread=(*actors.unread, *mentions.unread),
    )


def _once(coined: Sequence[Coined]) -> tuple[Coined, ...]:
    """One of each thing; of two the one whose kind is known."""
    found: dict[object, Coined] = {}
    for thing in coined:
        if thing.ref not in found or not found[thing.ref].kind:
            found[thing.ref] = thing
    return tuple(found.values())


def _parts_of_names(listed: Sequence[Span]) -> Callable[[Linked | Unlinked], bool]:
    """A test of whether a body or a treaty is named only inside the names of those who were there or spoke.

    "Secretariat of the Reef Convention" was there; the Convention was not mentioned. What is read as one title across
    two names of a list is no title.
    """
    inside, touches = _inside(listed), _touching(listed)

    def test(link: Linked | Unlinked) -> bool:
        return (
            inside(link.span) if link.kind == "organization" else link.kind == "treaty-mention" and touches(link.span)
        )

    return test


def _touching(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """A test of whether one of the spans, of which none need hold another, shares a character with a span."""
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    starts = [span.start for span in ordered]
    reach = list(accumulate((span.end for span in ordered), max))

    def test(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before > 0 and reach[before - 1] > span.start

    return test


def _inside(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """A test of whether one of the spans holds a span; each test takes the logarithm of their number."""
    ordered = sorted(spans, key=lambda span: (span.start, span.end))
    starts = [span.start for span in ordered]
    reach = list(accumulate((span.end for span in ordered), max))

    def test(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and reach[before - 1] >= span.end

    return test


def _place(link: Linked | Unlinked) -> tuple[int, int, str]:
    return (link.span.start, link.span.end, link.property)


def _in_reading_order(links: Sequence[Linked]) -> tuple[Linked, ...]:
    """Sorted by place; the same triple on the same words is one link."""
    return tuple(in_order(links, _place, lambda link: (printed(link.source), printed(link.target)), _triple))


def _triple(link: Linked) -> Hashable:
    """What tells links apart that have one place and property."""
    return link.source, link.target
