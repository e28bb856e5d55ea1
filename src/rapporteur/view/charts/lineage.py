"""Lineage of recommendations as a flow, for a screen: bands, of which those from one report can be picked."""

from __future__ import annotations

from typing import Any

from rapporteur.view.charts.chart import Chart, require_altair
from rapporteur.view.charts.colours import KINDS, PAGE, SOFT
from rapporteur.view.figures.lineage import LABEL, NODE, ROW, TITLE, Lineage, bands_of, facts_of, lefts_of
from rapporteur.view.figures.source import Source
from rapporteur.view.figures.words import folded

_PER_INCH, _WIDEST = 105, 1190
_STEPS = 16
"""Straight pieces of which a band's curve is made."""


def lineage_of_recommendations(
    of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 60
) -> Chart:
    """Bands from each part of an earlier report to the recommendations that build on it; one report can be picked.

    Parameters as of `rapporteur.view.lineage_of_recommendations`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return Chart(facts.told)
    parts = facts.parts
    rows = tuple(
        (parts[band.later].report, parts[band.later].name, parts[band.earlier].report, parts[band.earlier].name)
        for band in bands_of(parts, facts.columns)
    )
    columns = ("report", "recommendation", "builds on the report", "and its part")
    return Chart(facts.told, columns, rows, _drawn(facts))


def _drawn(facts: Lineage) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import ONLY, data_of, picker, told_by, under_pointer

    parts, lefts = facts.parts, lefts_of(facts.columns)
    reports = sorted(lefts, key=lambda report: (lefts[report], report))
    points: list[dict[str, Any]] = []
    for at, band in enumerate(bands_of(parts, facts.columns)):
        later, earlier = parts[band.later], parts[band.earlier]
        told = {"band": at, "report": earlier.report, "later": f"{later.report} {later.name}".strip()}
        told["earlier"] = f"{earlier.report} {earlier.name}".strip()
        (x, y), (u, v) = band.start, band.end
        for step in range(_STEPS + 1):
            share = step / _STEPS
            way = share * share * (3 - 2 * share)
            top = y + (v - y) * way
            points.append(
                {
                    **told,
                    "x": round(x + (u - x) * share, 3),
                    "y": round(top + 0.015, 3),
                    "y2": round(top + ROW - 0.015, 3),
                }
            )
    last = max(lefts.values())
    boxes = [
        {
            "name": part.name,
            "report": part.report,
            "x": lefts[part.report],
            "x2": lefts[part.report] + NODE,
            "y": round(part.top + 0.015, 3),
            "y2": round(part.top + part.height * ROW - 0.015, 3),
            "middle": round(part.top + part.height * ROW / 2, 3),
            "last": not part.after,
            "words": folded(part.name, 30, 1),
        }
        for part in parts.values()
    ]
    heads = [
        {
            "report": report,
            "x": lefts[report] + (0 if lefts[report] == last else NODE),
            "y": min(part.top for part in parts.values() if part.report == report) - 0.1,
            "last": lefts[report] == last,
        }
        for report in reports
    ]
    wide, high = last + NODE + 2 * LABEL, facts.height + 0.15
    flat = alt.Scale(domain=[-LABEL, wide - LABEL], nice=False, zero=False)
    across = alt.X("x:Q", axis=None, scale=flat)
    y_scale = alt.Scale(domain=[high, 0], nice=False, zero=False)
    down = alt.Y("y:Q", axis=None, scale=y_scale)
    colours = [KINDS[at % len(KINDS)] for at in range(len(reports))]
    colour = alt.Color("report:N", scale=alt.Scale(domain=reports, range=colours), legend=None)
    under = under_pointer(["band"])
    told_of = told_by(later="recommendation", earlier="builds on")
    shown = alt.Chart(data_of(points)).mark_area().encode(x=across, y=down, y2="y2:Q", color=colour, detail="band:N")
    if len(reports) > 2:
        picked = f"{ONLY} == '' || datum.report == {ONLY}"
        opacity = alt.when(under).then(alt.value(0.8)).when(picked).then(alt.value(0.4)).otherwise(alt.value(0.08))
    else:
        opacity = alt.when(under).then(alt.value(0.8)).otherwise(alt.value(0.4))
    flow = shown.encode(opacity=opacity, **told_of).add_params(under)
    part = told_by(report="report", name="part")
    node = alt.Chart(data_of(boxes)).encode(y=down)
    layers: list[Any] = [
        flow,
        node.mark_rect().encode(x=across, x2="x2:Q", y2="y2:Q", color=colour, **part),
    ]
    sides: tuple[tuple[str, Any, str, int], ...] = (("datum.last", "left", "x2", 5), ("!datum.last", "right", "x", -5))
    for where, align, field, aside in sides:
        named = node.transform_filter(where)
        haloed = named.mark_text(align=align, dx=aside, stroke=PAGE, strokeWidth=3, strokeJoin="round")
        layers += [
            names.encode(
                x=alt.X(f"{field}:Q", scale=flat, axis=None),
                y=alt.Y("middle:Q", axis=None, scale=y_scale),
                text="words:N",
            )
            for names in (haloed, named.mark_text(align=align, dx=aside))
        ]
        titles = alt.Chart(data_of(heads)).transform_filter(where)
        titles = titles.mark_text(align=align, baseline="bottom", fontWeight="bold", color=SOFT)
        layers.append(titles.encode(x=across, y=down, text="report:N"))
    drawn = alt.layer(*layers).properties(width=min(int(wide * _PER_INCH), _WIDEST), height=int(high * _PER_INCH))
    return drawn.add_params(picker("Report that is built on", reports)) if len(reports) > 2 else drawn
