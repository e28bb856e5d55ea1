"""Themes by strength, for a screen: bars parted by how strongly, of which one strength can be picked."""

from __future__ import annotations

from typing import Any

from rapporteur.view.charts.chart import Chart, label_of, require_altair
from rapporteur.view.charts.colours import on, ramp
from rapporteur.view.figures.source import Source
from rapporteur.view.figures.themes import TITLE, Themes, all_of, facts_of
from rapporteur.view.figures.words import folded

_ROW, _WIDE = 19, 760


def themes_by_strength(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 40) -> Chart:
    """Bars of recommendations by theme, parted by strength; one strength can be picked, each piece told.

    Parameters as of `rapporteur.view.themes_by_strength`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return Chart(facts.told)
    rows = tuple(
        (theme, *numbers, sum(numbers))
        for theme in facts.themes
        for numbers in [[facts.counts[theme, how] for how in facts.strengths]]
    )
    return Chart(facts.told, ("theme", *facts.strengths, "all"), rows, _drawn(facts))


def _drawn(facts: Themes) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import bare, bright, data_of, edge, picker, told_by, under_pointer

    strengths = list(facts.strengths)
    shades = ramp(list(facts.strengths.values()))
    inks = {how: on(shade) for how, shade in zip(strengths, shades, strict=True)}
    pieces: list[dict[str, Any]] = []
    sums: list[dict[str, Any]] = []
    for theme in facts.themes:
        start = 0
        for how in strengths:
            if number := facts.counts[theme, how]:
                end = start + number
                ends = {"start": start, "end": end, "middle": (start + end) / 2}
                pieces.append({"theme": theme, "how": how, "number": number, "ink": inks[how], **ends})
                start = end
        sums.append({"theme": theme, "all": start})
    for piece in pieces:
        piece["all"] = next(one["all"] for one in sums if one["theme"] == piece["theme"])
    names: dict[str, str | list[str]] = {theme: folded(theme, 60, 1) for theme in facts.themes}
    down = alt.Y("theme:N", sort=facts.themes, title=None, axis=bare("left", labelExpr=label_of(names)))
    most = max(one["all"] for one in sums)
    counting = alt.Axis(format="d", tickMinStep=1, grid=True)
    across = alt.X(
        "start:Q", title="recommendations", axis=counting, scale=alt.Scale(domain=[0, most * 1.05], nice=False)
    )
    told = told_by(theme="theme", how="how strongly", number="recommendations", all="of all with the theme")
    base = alt.Chart(data_of(pieces)).encode(y=down, opacity=bright("how"), **told)
    key: dict[str, str | list[str]] = {how: f"{how} ({all_of(facts.counts, how)})" for how in strengths}
    heading = "how strongly, weakest first"
    legend = alt.Legend(title=heading, labelExpr=label_of(key), symbolType="square", orient="bottom-right")
    under = under_pointer(["theme", "how"])
    bars = base.mark_bar(strokeWidth=1.5, height=14).encode(
        x=across,
        x2="end:Q",
        color=alt.Color("how:N", scale=alt.Scale(domain=strengths, range=shades), legend=legend),
        stroke=edge(under),
    )
    inked = alt.Color("ink:N", scale=None)
    numbers = base.mark_text(fontSize=11).encode(x="middle:Q", text="number:N", color=inked)
    whole = (
        alt.Chart(data_of(sums))
        .mark_text(align="left", dx=5, fontWeight="bold", fontSize=11)
        .encode(x="all:Q", y=down, text="all:N")
    )
    drawn = alt.layer(bars.add_params(under), numbers, whole)
    drawn = drawn.properties(width=_WIDE, height=_ROW * len(facts.themes))
    return drawn.add_params(picker("How strongly", strengths))
