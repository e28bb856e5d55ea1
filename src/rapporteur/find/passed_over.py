"""Passed over: a report read under a style that was asked for → what another one would have read in it.

A style says in which ways its family records things; what it does not say is not looked for. Where somebody forces a
style on a report that does not show it, what is so left out comes back as a line for a person to look at: each way of
the style that fits, or, where none is known to, what the generic style finds and this one did not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.authorities import Authorities
from rapporteur.find.lettered import find_lettered
from rapporteur.find.passages import Passage
from rapporteur.find.units import find_units
from rapporteur.model import PartKind, PartRef, Report
from rapporteur.model.citations import NameMention
from rapporteur.model.style import Style, StyleChoice
from rapporteur.model.units import UnitMention
from rapporteur.patterns.styles import WAYS, choose_style, generic


def passed_over(
    report: Report,
    names: Sequence[NameMention],
    authorities: Authorities,
    units: Sequence[UnitMention],
    texts: Sequence[Passage],
) -> tuple[str, ...]:
    """One line for each kind of thing that the style asked for leaves unread in a report that does not show that style.

    Nothing where no style was asked for.

    :param units: the recommendations that were read.
    :param texts: the texts of the report as passages.
    """
    asked = report.house.style
    if not report.record.style:
        return ()
    chosen = choose_style(report.source.text, report.symbol)
    own = chosen.style
    if asked.id in (own.id, *chosen.rivals):
        return ()
    if own.id == generic().id:
        return (*_units_left(report, names, authorities, units), *_lists_left(asked, texts))
    return tuple(
        f"{what}: the style {asked.id} was asked for and does not read them as {own.id} does, which fits the report: "
        f"{WAYS[what][way]}"
        for what, ways in own.ways
        for way in ways
        if way != "none" and not asked.does(what, way)
    )


def _units_left(
    report: Report, names: Sequence[NameMention], authorities: Authorities, units: Sequence[UnitMention]
) -> Iterator[str]:
    """A line about the recommendations that the generic style finds where the one asked for found none."""
    again = find_units(replace(report, house=StyleChoice(generic(), ())), names, authorities)
    read = {unit.paragraph for unit in units}
    left = [unit for unit in again.units if unit.paragraph not in read]
    if left:
        yield _line("recommendations", report.house.style, len(left), left[0].paragraph, left[0].words)


def _lists_left(asked: Style, texts: Sequence[Passage]) -> Iterator[str]:
    """A line about lists by group of those who made statements, which a style of one paragraph a speaker leaves."""
    if not asked.does("statements", "speaker-paragraph"):
        return
    left = [s for text in texts if text.part.kind is PartKind.PARAGRAPH for s in find_lettered(text).statements]
    if left:
        yield _line("statements", asked, len(left), left[0].text_part, left[0].words)


def _line(what: str, asked: Style, count: int, part: PartRef, words: str) -> str:
    return (
        f"{what}: the style {asked.id} was asked for and leaves {count} that the style {generic().id} reads, "
        f"from {part.kind.value} {'.'.join(part.path)} on: “{words[:60]}”"
    )
