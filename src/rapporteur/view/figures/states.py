"""States by statements and items: a matrix in which one sees who spoke where, and in which capacity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

from rapporteur.view.figures.source import Source, Told, require_matplotlib, rows_of, told_nothing
from rapporteur.view.figures.words import counted, folded, in_order, listed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rapporteur.view.figures.sheet import Sheet

TITLE = "Which States spoke on which item"
QUERY = "statements-by-state-and-item"
NO_ITEM = "no item"
_COLUMNS = ("state", "item", "title", "spoke_as", "statements")
_MARKS = ("o", "s", "D", "P", "^", "v")
_NAME, _CELL, _ROW = 1.85, 0.21, 0.155
"""Inches: of a State's name, of a column, of a row."""
_KEYS = 3
"""Capacities on a line of the key."""
_WIDE, _WIDEST, _TALL = 10.0, 17.0, 62
"""Inches that panels share, at most so many where they would else have more rows than these; and those rows."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What there is to draw.

    :ivar cells: statements by State, item and capacity.
    :ivar totals: statements by State.
    :ivar states: the States that are drawn, who spoke most first.
    :ivar items: the items in their order, that of no item last.
    :ivar capacities: the most frequent first.
    """

    told: Told
    cells: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)
    states: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    capacities: list[str] = field(default_factory=list)


def states_by_item(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
    most: int = 240,
) -> Sheet:
    """A row a State, a column an agenda item, a mark where it spoke: its form tells the capacity, a number how often.

    States that spoke most stand first. Statements that the report puts under no item stand in a column of their own.

    :param of: the answer to the query ``statements-by-state-and-item``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of one report, where ``of`` holds several; items with one number share a column.
    :param most: how many States are drawn; the figure says how many more there are.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    panels = _panels(facts.states, len(facts.items))
    width = max(len(panels) * (_NAME + _CELL * (len(facts.items) + 1.6)) + 0.4, 7.5)
    lines = ceil(len(facts.capacities) / _KEYS)
    with house_style():
        figure = new_sheet(width, 0.4 + _ROW * len(panels[0]), facts.told, key=lines)
        _draw(figure, panels, facts.items, facts.cells, facts.totals, facts.capacities)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 240) -> Spoken:
    """What figure and chart show; parameters as of `states_by_item`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    if not asked.rows:
        return Spoken(told_nothing(title, words, "No statement of a State was found."))
    cells: Counter[tuple[str, str, str]] = Counter()
    titles: dict[str, set[str]] = defaultdict(set)
    totals: Counter[str] = Counter()
    for row in asked.rows:
        item = str(row["item"] or NO_ITEM)
        cells[str(row["state"]), item, str(row["spoke_as"] or "capacity not said")] += int(row["statements"])
        totals[str(row["state"])] += int(row["statements"])
        if row["title"]:
            titles[item].add(str(row["title"]))
    items = sorted({item for _, item, _ in cells}, key=lambda item: (item == NO_ITEM, in_order(item)))
    capacities = sorted({as_ for _, _, as_ in cells}, key=lambda as_: (-_all_as(cells, as_), as_))
    ranked = sorted(totals, key=lambda state: (-totals[state], state))
    kept = ranked[:most]
    said = f"{counted(len(totals), 'State')}, {counted(sum(totals.values()), 'statement')}"
    numbered = [item for item in items if item != NO_ITEM]
    said += f" on {counted(len(numbered), 'item')}" if numbered else "; the report puts none under an item"
    if len(ranked) > most:
        said += f"; {counted(len(ranked) - most, 'State')} with at most {totals[ranked[most]]} not drawn"
    notes = [f"{item}  {' / '.join(sorted(titles[item]))}" for item in items if titles[item]]
    spoken = [f"item {item}: {sum(n for (_, i, _), n in cells.items() if i == item)}" for item in numbered]
    alternative = (
        f"{title}. A matrix of States by agenda items: {said}. Statements by capacity: "
        + listed((f"{as_} {_all_as(cells, as_)}" for as_ in capacities), 9)
        + (f". Statements on {listed(spoken, 12)}" if spoken else "")
        + ". Most statements: "
        + listed((f"{state} {totals[state]}" for state in ranked[:5]), 5)
        + "."
    )
    return Spoken(Told(title, said, words, alternative, tuple(notes)), cells, totals, kept, items, capacities)


def _all_as(cells: Counter[tuple[str, str, str]], capacity: str) -> int:
    return sum(number for (_, _, as_), number in cells.items() if as_ == capacity)


def _panels(states: Sequence[str], items: int) -> list[Sequence[str]]:
    """The States in columns beside one another: as few as keep a page's height, as many as keep its width."""
    wide = _NAME + _CELL * (items + 1.6)
    wanted = max(ceil(len(states) / _TALL), min(int(_WIDE / wide), ceil(len(states) / 20)))
    number = min(max(wanted, 1), max(int(_WIDEST / wide), 1))
    long = ceil(len(states) / number)
    return [states[start : start + long] for start in range(0, len(states), long)]


def _draw(
    figure: Sheet,
    panels: list[Sequence[str]],
    items: list[str],
    cells: Counter[tuple[str, str, str]],
    totals: Counter[str],
    capacities: list[str],
) -> None:
    """The panels, the capacities and the titles of the items."""
    from rapporteur.view.figures.sheet import KINDS

    drawn = figure.subplots(1, len(panels), squeeze=False)[0]
    figure.part_panels(0.12)
    looks = {as_: (_MARKS[at % len(_MARKS)], KINDS[at % len(KINDS)]) for at, as_ in enumerate(capacities)}
    for axes, states in zip(drawn, panels, strict=True):
        _panel(axes, states, len(panels[0]), items, cells, totals, looks)
    marks = [
        drawn[0].scatter([], [], marker=mark, color=colour, s=26, label=f"spoke as {as_} ({_all_as(cells, as_)})")
        for as_, (mark, colour) in looks.items()
    ]
    figure.put_key(marks, _KEYS)


def _panel(
    axes: Axes,
    states: Sequence[str],
    tall: int,
    items: list[str],
    cells: Counter[tuple[str, str, str]],
    totals: Counter[str],
    looks: dict[str, tuple[str, str]],
) -> None:
    """One column of States with its matrix."""
    from rapporteur.view.figures.sheet import PALE, bare, on

    axes.hlines(range(len(states)), -0.5, len(items) - 0.5, color=PALE, linewidth=0.6, zorder=1)
    marks: dict[tuple[str, int], list[tuple[float, int]]] = defaultdict(list)
    for down, state in enumerate(states):
        for across, item in enumerate(items):
            spoken = [(as_, cells[state, item, as_]) for as_ in looks if cells[state, item, as_]]
            for place, (as_, number) in enumerate(spoken):
                aside = across + (place - (len(spoken) - 1) / 2) * 0.5
                marks[as_, 26 if number == 1 else 62 if number < 10 else 88].append((aside, down))
                if number > 1:
                    where: dict[str, Any] = {"ha": "center", "va": "center"}
                    axes.annotate(str(number), (aside, down), fontsize=6, color=on(looks[as_][1]), **where)
        axes.annotate(
            str(totals[state]),
            (len(items) + 0.35, down),
            ha="right",
            va="center",
            fontsize=7,
            weight="bold",
            annotation_clip=False,
        )
    for (as_, size), points in marks.items():
        mark, colour = looks[as_]
        axes.scatter(
            [x for x, _ in points], [y for _, y in points], marker=mark, color=colour, s=size, linewidth=0, zorder=2
        )
    axes.set_xlim(-0.6, len(items) + 0.4)
    axes.set_ylim(tall - 0.4, -0.6)
    axes.xaxis.tick_top()
    axes.set_xticks([*range(len(items)), len(items) + 0.2], [*(folded(item, 6) for item in items), "all"], fontsize=6.5)
    axes.tick_params(axis="x", length=0)
    axes.set_yticks(range(len(states)), [folded(state, 32, 1) for state in states], fontsize=7)
    bare(axes)
