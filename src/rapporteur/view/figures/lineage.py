"""Lineage of recommendations: a flow from the parts of earlier reports to the recommendations that build on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapporteur.view.figures.source import Asked, Source, Told, require_matplotlib, rows_of, told_nothing
from rapporteur.view.figures.words import counted, folded, in_order

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rapporteur.view.figures.sheet import Sheet

TITLE = "Recommendations and what they build on"
QUERY = "lineage-of-recommendations"
_COLUMNS = (
    "recommendation",
    "report_symbol",
    "issued",
    "builds_on",
    "earlier_report",
    "earlier_issued",
    "unit",
    "target",
)
ROW, _APART, _HEAD = 0.2, 0.14, 0.24
"""Inches: of a recommendation's band, between two parts of one report, of a report's name."""
_STEP, NODE, LABEL = 3.4, 0.1, 1.5
"""Inches: from one column to the next, of a node's width, of the room for names at either end."""

_TOLD = 20
"""Recommendations that the alternative text names."""


@dataclass(slots=True)
class Part:
    """A part of a report in its column.

    :ivar height: in bands, the larger of what comes in and what goes out.
    """

    name: str
    report: str
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    top: float = 0.0

    @property
    def height(self) -> int:
        return max(len(self.before), len(self.after))


@dataclass(frozen=True, slots=True)
class Lineage:
    """What there is to draw.

    :ivar parts: by their IRI, or by the report where reports are drawn; each with its place.
    :ivar columns: the reports, the earliest column first.
    :ivar height: of the highest column, in inches.
    """

    told: Told
    parts: dict[str, Part] = field(default_factory=dict)
    columns: list[list[str]] = field(default_factory=list)
    height: float = 0.0


def lineage_of_recommendations(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
    most: int = 60,
) -> Sheet:
    """Bands from each part of an earlier report, on the left, to the recommendations that build on it, on the right.

    Reports that build on one another stand in columns from the earliest to the latest. Where a column would hold more
    than ``most`` parts, reports are drawn instead of their parts, a band as thick as the recommendations are many.

    :param of: the answer to the query ``lineage-of-recommendations``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of the later report, where ``of`` holds several.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    with house_style():
        width = 2 * LABEL + _STEP * (len(facts.columns) - 1) + 0.6
        figure = new_sheet(width, facts.height + 0.15, facts.told)
        _draw(figure, facts.parts, facts.columns, facts.height)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 60) -> Lineage:
    """What figure and chart show; parameters as of `lineage_of_recommendations`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    if not asked.rows:
        return Lineage(told_nothing(title, words, "No recommendation is known to build on an earlier report."))
    columns = _columns(asked)
    parts = _parts(asked, whole=False)
    merged = any(sum(part.report in column for part in parts.values()) > most for column in columns)
    if merged:
        parts = _parts(asked, whole=True)
    units, targets = ({row[end] for row in asked.rows} for end in ("unit", "target"))
    later, earlier = ({row[end] for row in asked.rows} for end in ("report_symbol", "earlier_report"))
    verb = "builds" if len(units) == 1 else "build"
    said = (
        f"{counted(len(units), 'recommendation')} of {counted(len(later), 'report')} {verb} on "
        f"{counted(len(targets), 'part')} of {counted(len(earlier), 'earlier report')}"
    )
    if merged:
        said += "; reports are drawn, not their parts: these are too many"
    heights = [_place(parts, column) for column in columns]
    told = [f"{row['report_symbol']}, recommendation {row['recommendation']}: {row['builds_on']}" for row in asked.rows]
    over = [f"and {counted(len(told) - _TOLD, 'other')}"] if len(told) > _TOLD else []
    alternative = f"{title}. A flow from earlier to later: {said}. {'; '.join(told[:_TOLD] + over)}."
    return Lineage(Told(title, said, words, alternative), parts, columns, max(heights))


def _columns(asked: Asked) -> list[list[str]]:
    """The reports in columns: one stands to the right of all that it builds on, by day of issue within a column."""
    below: dict[str, set[str]] = defaultdict(set)
    days: dict[str, str] = {}
    for row in asked.rows:
        later, before = str(row["report_symbol"]), str(row["earlier_report"])
        below.setdefault(before, set())
        if later != before:
            below[later].add(before)
        else:
            below.setdefault(later, set())
        days[later], days[before] = str(row["issued"] or ""), str(row["earlier_issued"] or days.get(before, ""))
    places = dict.fromkeys(below, 0)
    for _ in range(len(below)):  # at most so many steps where none builds on itself by way of others
        for name, befores in below.items():
            places[name] = min(max((places[before] + 1 for before in befores), default=0), len(below) - 1)
    order = sorted(set(places.values()))
    return [sorted((n for n in below if places[n] == at), key=lambda n: (days[n], n)) for at in order]


def _parts(asked: Asked, whole: bool) -> dict[str, Part]:
    """The parts by their IRI, or by the report's name if reports are drawn as a ``whole``."""
    parts: dict[str, Part] = {}
    for row in asked.rows:
        later, before = str(row["report_symbol"]), str(row["earlier_report"])
        name = str(row["builds_on"] or row["target"]).removeprefix(f"{before}, ")
        target = before if whole else str(row["target"])
        unit = later if whole else str(row["unit"])
        parts.setdefault(target, Part("" if whole else name, before)).after.append(unit)
        parts.setdefault(unit, Part("" if whole else f"recommendation {row['recommendation']}", later)).before.append(
            target
        )
    return parts


def _place(parts: dict[str, Part], column: list[str]) -> float:
    """Give each part of the column its place from the top, and say how high the column is, in inches."""
    at = 0.0
    for report in column:
        at += _HEAD
        for part in sorted((p for p in parts.values() if p.report == report), key=lambda p: in_order(p.name)):
            part.top = at
            at += part.height * ROW + _APART
        at += _APART
    return at


def lefts_of(columns: list[list[str]]) -> dict[str, float]:
    """Where the column of each report begins, in inches from the first."""
    return {report: at * _STEP for at, column in enumerate(columns) for report in column}


@dataclass(frozen=True, slots=True)
class Band:
    """What builds on what, and where the upper edge of the band between them starts and ends."""

    earlier: str
    later: str
    start: tuple[float, float]
    end: tuple[float, float]


def bands_of(parts: dict[str, Part], columns: list[list[str]]) -> Iterator[Band]:
    """The bands in the order in which they are laid on one another."""
    lefts, taken = lefts_of(columns), dict.fromkeys(parts, 0)
    for name, part in sorted(parts.items(), key=lambda entry: (lefts[entry[1].report], entry[1].top)):
        for at, unit in enumerate(sorted(part.after, key=lambda u: parts[u].top)):
            later = parts[unit]
            start = (lefts[part.report] + NODE, part.top + at * ROW)
            end = (lefts[later.report], later.top + taken[unit] * ROW)
            taken[unit] += 1
            yield Band(name, unit, start, end)


def _draw(figure: Sheet, parts: dict[str, Part], columns: list[list[str]], height: float) -> None:
    """Bands first, then parts and names over them."""
    from matplotlib.patheffects import withStroke

    from rapporteur.view.figures.sheet import INK, KINDS, SOFT

    axes = figure.subplots()
    lefts = lefts_of(columns)
    colours = {report: KINDS[at % len(KINDS)] for at, report in enumerate(sorted(lefts, key=lambda r: (lefts[r], r)))}
    for band in bands_of(parts, columns):
        _band(axes, band.start, band.end, colours[parts[band.earlier].report])
    for part in parts.values():
        left, tall = lefts[part.report], part.height * ROW - 0.03
        axes.bar(left, tall, NODE, part.top + 0.015, align="edge", color=colours[part.report], zorder=3)
        last = not part.after
        axes.annotate(
            folded(part.name, 26),
            (left + NODE if last else left, part.top + tall / 2 + 0.015),
            xytext=(4 if last else -4, 0),
            textcoords="offset points",
            ha="left" if last else "right",
            va="center",
            fontsize=8,
            color=INK,
            zorder=4,
            path_effects=[withStroke(linewidth=2, foreground="white")],
        )
    for report, left in lefts.items():
        top = min(part.top for part in parts.values() if part.report == report)
        last = left == max(lefts.values())
        axes.annotate(
            folded(report, 30),
            (left + (0 if last else NODE), top - 0.06),
            ha="left" if last else "right",
            va="bottom",
            fontsize=8,
            weight="bold",
            color=SOFT,
        )
    axes.set_xlim(-LABEL, max(lefts.values()) + NODE + LABEL)
    axes.set_ylim(height, 0)
    axes.set_axis_off()


def _band(axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    """A band of one recommendation's thickness that leaves and arrives level."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    (x, y), (u, v), middle, thick = start, end, (start[0] + end[0]) / 2, ROW - 0.03
    y, v = y + 0.015, v + 0.015
    path = Path(
        [
            (x, y),
            (middle, y),
            (middle, v),
            (u, v),
            (u, v + thick),
            (middle, v + thick),
            (middle, y + thick),
            (x, y + thick),
            (x, y),
        ],
        [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY],
    )
    axes.add_patch(PathPatch(path, facecolor=colour, alpha=0.35, linewidth=0))
