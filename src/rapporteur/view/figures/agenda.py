"""The agenda day by day: when each item was considered, who presented on it, how many spoke, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rapporteur.view.figures.source import (
    MONTHS,
    Source,
    Told,
    require_matplotlib,
    rows_of,
    span_of,
    told_nothing,
)
from rapporteur.view.figures.words import counted, folded, in_order, listed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rapporteur.view.figures.sheet import Sheet

TITLE = "The agenda day by day"
QUERY = "agenda-day-by-day"
_COLUMNS = ("item", "title", "considered_on", "presenters", "statements", "recommendations")
_ALL_DAYS = 21
"""A meeting of more days than these shows only those on which an item was considered."""
_TITLE, _DAY, _COUNT, _PEOPLE = 3.6, 0.62, 0.95, 2.3
"""Inches: of an item's title, of a day, of a column of numbers, of the presenters."""
_LINE = 0.128
"""Inches of a line of small letters."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What there is to draw.

    :ivar rows: the items in their order.
    :ivar names: number and title of each item, of several reports with the symbol before it.
    :ivar days: the days that get a column.
    """

    told: Told
    rows: list[Mapping[str, Any]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)


def agenda_day_by_day(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
) -> Sheet:
    """A row an agenda item, a column a day, a bar where it was considered; beside it who presented and how many spoke.

    :param of: the answer to the query ``agenda-day-by-day``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of one report, where ``of`` holds several.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    rows, days = facts.rows, facts.days
    people = any(row["presenters"] for row in rows)
    texts = [
        (folded(name, 62, 3), folded(str(row["presenters"] or ""), 42, 5))
        for name, row in zip(facts.names, rows, strict=True)
    ]
    lines = [max(name.count("\n"), who.count("\n")) + 1 for name, who in texts]
    width = _TITLE + max(_DAY * len(days), 0.6) + 2 * _COUNT + (_PEOPLE if people else 0) + 0.3
    with house_style():
        figure = new_sheet(max(width, 7.5), 0.75 + sum(_LINE * n + 0.09 for n in lines), facts.told)
        _table(figure, rows, texts, lines, days, people)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "") -> Agenda:
    """What figure and chart show; parameters as of `agenda_day_by_day`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    if not asked.rows:
        return Agenda(told_nothing(title, words, "No agenda was found."))
    several = len({row.get("report_symbol") for row in asked.rows}) > 1
    rows = sorted(asked.rows, key=lambda row: (str(row.get("report_symbol") or ""), in_order(str(row["item"]))))
    presented = {name for row in rows for name in str(row["presenters"] or "").split("; ") if name}
    dated = sum(1 for row in rows if row["considered_on"])
    said = f"{counted(len(rows), 'agenda item')}, {dated} with a day; " + (
        f"{counted(len(presented), 'presenter')}; {counted(sum(int(r['statements']) for r in rows), 'statement')}; "
        f"{counted(sum(int(r['recommendations']) for r in rows), 'recommendation')}"
    )
    alternative = f"{title}. A table of agenda items by days: {said}. {_told(rows)}"
    return Agenda(Told(title, said, words, alternative), rows, [_name(row, several) for row in rows], _days(rows))


def _name(row: Mapping[str, Any], several: bool) -> str:
    """An item's number and title; of several reports with the symbol before it."""
    symbol = f"{row['report_symbol']}, " if several and row.get("report_symbol") else ""
    return f"{symbol}{row['item']}  {row['title'] or ''}"


def _told(rows: Sequence[Mapping[str, Any]]) -> str:
    """The items that were considered on each day, in words."""
    by_day: dict[str, list[str]] = {}
    for row in rows:
        for day in filter(None, str(row["considered_on"] or "").split(", ")):
            by_day.setdefault(day, []).append(str(row["item"]))
    told = [
        f"{span_of(day, day)}: item{'s' * (len(items) > 1)} {listed(items, 30)}"
        for day, items in sorted(by_day.items())
    ]
    return "; ".join(told) + "." if told else "No item has a day."


def _days(rows: Sequence[Mapping[str, Any]]) -> list[date]:
    """The days from the first to the last on which an item was considered; of a long time only these themselves."""
    written = {day for row in rows for day in str(row["considered_on"] or "").split(", ") if day}
    found = sorted(date.fromisoformat(day) for day in written)
    if not found or (found[-1] - found[0]).days >= _ALL_DAYS:
        return found
    return [found[0] + timedelta(days=at) for at in range((found[-1] - found[0]).days + 1)]


def _table(
    figure: Sheet,
    rows: Sequence[Mapping[str, Any]],
    texts: list[tuple[str, str]],
    lines: list[int],
    days: list[date],
    people: bool,
) -> None:
    """Rows as high as their words, days as columns, numbers and presenters on the right."""
    from rapporteur.view.figures.sheet import KINDS, PALE, SOFT, bare

    axes: Axes = figure.subplots()
    across = float(max(len(days), 1))
    spoke, came = across + 0.5 * _COUNT / _DAY, across + 1.5 * _COUNT / _DAY
    who = across + 2.1 * _COUNT / _DAY
    right = who + _PEOPLE / _DAY if people else across + 2 * _COUNT / _DAY
    at, middles = 0.0, []
    for row, (_, presenters), high in zip(rows, texts, lines, strict=True):
        tall = _LINE * high + 0.09
        middle = at + tall / 2
        middles.append(middle)
        axes.hlines(at, 0, right, color=PALE, linewidth=0.6, zorder=1)
        considered = str(row["considered_on"] or "").split(", ")
        for column_at, day in enumerate(days):
            if day.isoformat() in considered:
                axes.barh(middle, 0.88, left=column_at + 0.06, height=0.15, color=KINDS[0], zorder=2)
        for place, column in ((spoke, "statements"), (came, "recommendations")):
            if number := int(row[column]):
                axes.annotate(str(number), (place, middle), ha="center", va="center", fontsize=8)
        axes.annotate(presenters, (who, middle), va="center", fontsize=7, color=SOFT)
        at += tall
    axes.hlines(at, 0, right, color=PALE, linewidth=0.6, zorder=1)
    if not days:
        axes.annotate("no day\nis given", (0.5, at / 2), ha="center", va="center", fontsize=8, color=SOFT)
    axes.set_xlim(0, right)
    axes.set_ylim(at, 0)
    axes.set_yticks(middles, [name for name, _ in texts], fontsize=7.5, ha="left")
    axes.tick_params(axis="y", pad=_TITLE * 72)
    heads: list[tuple[float, str]] = [
        (place + 0.5, f"{day.day}\n{MONTHS[day.month - 1][:3]}") for place, day in enumerate(days)
    ]
    heads += [(spoke, "statements"), (came, "recommen-\ndations")]
    axes.xaxis.tick_top()
    axes.set_xticks([place for place, _ in heads], [name for _, name in heads], fontsize=7.5)
    axes.tick_params(axis="x", length=0)
    if people:
        axes.annotate("who presented", (who, 0), xytext=(0, 4), textcoords="offset points", fontsize=7.5, color=SOFT)
    bare(axes)
