"""States by statements and items, for a screen: a matrix, of which one capacity can be picked."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from rapporteur.view.charts.chart import Chart, label_of, require_altair
from rapporteur.view.charts.colours import KINDS, PALE, on
from rapporteur.view.figures.source import Source
from rapporteur.view.figures.states import TITLE, Spoken, facts_of
from rapporteur.view.figures.words import folded

_MARKS = ("circle", "square", "diamond", "cross", "triangle-up", "triangle-down")
_ROW, _COLUMN, _NARROW, _MANY = 19, 30, 29, 9
_TALL = 28
"""States in one column of the matrix, at least where there are more; never more than four columns."""


def states_by_item(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 240) -> Chart:
    """A row a State, a column an item, a mark in the form of the capacity; one capacity can be picked, each mark told.

    Parameters as of `rapporteur.view.states_by_item`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return Chart(facts.told)
    rows = tuple(
        (state, as_, *(facts.cells[state, item, as_] or None for item in facts.items), total)
        for state in facts.states
        for as_ in facts.capacities
        if (total := sum(facts.cells[state, item, as_] for item in facts.items))
    )
    heads = [item if item == "no item" else f"item {item}" for item in facts.items]
    return Chart(facts.told, ("State", "spoke as", *heads, "statements"), rows, _drawn(facts))


def _drawn(facts: Spoken) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import picker

    columns = min(ceil(len(facts.states) / _TALL), 4 if len(facts.items) < _MANY else 2)
    long = ceil(len(facts.states) / columns)
    panels = [facts.states[start : start + long] for start in range(0, len(facts.states), long)]
    drawn = alt.hconcat(*(_panel(facts, states, at) for at, states in enumerate(panels)), spacing=26)
    drawn = drawn.resolve_scale(color="shared", shape="shared")
    return drawn.add_params(picker("Spoke as", facts.capacities))


def _panel(facts: Spoken, states: Sequence[str], at: int) -> Any:
    """One column of States with its matrix."""
    import altair as alt

    from rapporteur.view.charts.parts import bare, bright, data_of, edge, told_by, under_pointer

    looks = {as_: KINDS[kind % len(KINDS)] for kind, as_ in enumerate(facts.capacities)}
    marks, sums = [], []
    for state in states:
        for place, item in enumerate(facts.items):
            spoken = [as_ for as_ in facts.capacities if facts.cells[state, item, as_]]
            for beside, as_ in enumerate(spoken):
                number = facts.cells[state, item, as_]
                aside = place + (beside - (len(spoken) - 1) / 2) * 0.5
                said = {
                    "state": state,
                    "item": item,
                    "as": as_,
                    "number": number,
                    "over": number > 1,
                    "area": _area(number),
                }
                marks.append(
                    {**said, "at": aside, "all": facts.totals[state], "written": str(number), "ink": on(looks[as_])}
                )
        sums.append({"state": state, "at": len(facts.items), "all": str(facts.totals[state])})
    right = len(facts.items)
    heads: dict[str, str | list[str]] = {
        str(place): folded(item, 8).split("\n") for place, item in enumerate(facts.items)
    }
    heads[str(right)] = "all"
    small = 12 if right < _MANY else 10
    above = bare(
        "top",
        labelExpr=label_of(heads),
        values=list(range(right + 1)),
        labelFlush=False,
        labelOverlap=False,
        labelFontSize=small,
    )
    across = alt.X("at:Q", title=None, axis=above, scale=alt.Scale(domain=[-0.5, right + 0.5], nice=False, zero=False))
    names: dict[str, str | list[str]] = {state: folded(state, 44, 1) for state in states}
    looked = {"grid": True, "gridColor": PALE, "gridOpacity": 1}
    down = alt.Y("state:N", sort=list(states), title=None, axis=bare("left", labelExpr=label_of(names), **looked))
    told = told_by(**{"state": "State", "item": "item", "as": "spoke as", "number": "statements", "all": "of all"})
    base = alt.Chart(data_of(marks)).encode(x=across, y=down, opacity=bright("as"), **told)
    kinds: dict[str, str | list[str]] = {
        as_: f"spoke as {as_} ({sum(n for (_, _, one), n in facts.cells.items() if one == as_)})"
        for as_ in facts.capacities
    }
    legend = alt.Legend(title=None, orient="top", labelExpr=label_of(kinds))
    shapes = [_MARKS[at % len(_MARKS)] for at in range(len(facts.capacities))]
    under = under_pointer(["state", "item", "as"], f"under{at}")
    points = base.mark_point(filled=True, strokeWidth=1.5).encode(
        color=alt.Color("as:N", scale=alt.Scale(domain=facts.capacities, range=list(looks.values())), legend=legend),
        shape=alt.Shape("as:N", scale=alt.Scale(domain=facts.capacities, range=shapes), legend=legend),
        size=alt.Size("area:Q", scale=None, legend=None),
        stroke=edge(under),
    )
    numbers = (
        base.transform_filter("datum.over")
        .mark_text(fontSize=10)
        .encode(text="written:N", color=alt.Color("ink:N", scale=None))
    )
    totals = alt.Chart(data_of(sums)).mark_text(fontWeight="bold", fontSize=11).encode(x=across, y=down, text="all:N")
    drawn = alt.layer(points.add_params(under), numbers, totals)
    return drawn.properties(width=(_COLUMN if right < _MANY else _NARROW) * (right + 1), height=_ROW * len(states))


def _area(number: int) -> int:
    """Square pixels of a mark that its number fits into, a diamond's too."""
    return 90 if number == 1 else 250 if number < 10 else 420
