"""A map of attendance, for a screen: who came from where, each place told, of which one capacity can be picked."""

from __future__ import annotations

from typing import Any

from rapporteur.view.charts.chart import Chart, label_of, require_altair
from rapporteur.view.charts.colours import KINDS, PAGE, PALE
from rapporteur.view.figures.attendance import KINDS_OF_ITS_OWN, TITLE, Attendance, dot_of, dotted_of, facts_of
from rapporteur.view.figures.outlines import Ring, world
from rapporteur.view.figures.source import Source
from rapporteur.view.figures.words import counted

_WIDE, _HIGH = 1000, 450
_DIGITS = 3
"""Of a place on a sphere of the radius 1: a fifth of a dot on the screen."""


def map_of_attendance(of: Source, title: str = TITLE, source: str = "", *, report: str = "") -> Chart:
    """The world, with each State or area that attended in the colour of its capacity, and its name under the pointer.

    Parameters as of `rapporteur.view.map_of_attendance`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report)
    if facts.told.nothing:
        return Chart(facts.told)
    rows = sorted((facts.names[code], as_) for code, as_ in facts.shown.items())
    return Chart(facts.told, ("who attended", "as"), tuple(rows), _drawn(facts))


def _shape(rings: list[Ring], **properties: str) -> dict[str, Any]:
    """A shape of flat places: rings that run the other way are holes."""
    lines = [[[round(x, _DIGITS), round(y, _DIGITS)] for x, y in ring] for ring in rings]
    return {"type": "Feature", **properties, "geometry": {"type": "Polygon", "coordinates": lines}}


def _drawn(facts: Attendance) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import bright, data_of, edge, picker, told_by, under_pointer

    land, dotted = world(), dotted_of(world())
    own = facts.order[:KINDS_OF_ITS_OWN] if len(facts.order) > KINDS_OF_ITS_OWN + 1 else facts.order
    rest = facts.order[len(own) :]
    others = counted(len(rest), "other capacity", "other capacities")
    key: dict[str, str | list[str]] = {as_: f"{as_} ({facts.sums[as_]})" for as_ in own}
    if rest:
        key[others] = f"{others} ({sum(facts.sums[as_] for as_ in rest)})"
    pale = "not recorded as attending"
    key[pale] = pale
    kinds = {as_: as_ if as_ in own else others for as_ in facts.order}
    came, absent, dots = [], [], []
    for m49, rings in land.shapes.items():
        if m49 in facts.shown:
            as_ = facts.shown[m49]
            came.append(_shape(rings, who=facts.names[m49], **{"as": as_, "kind": kinds[as_]}))
        else:
            absent.append(_shape(rings, kind=pale))
    for m49, as_ in sorted(facts.shown.items(), key=lambda entry: (-facts.sums[entry[1]], entry[0])):
        if m49 in dotted:
            x, y = dot_of(land, m49)
            place = {"x": round(x, _DIGITS), "y": round(y, _DIGITS)}
            dots.append({"who": facts.names[m49], "as": as_, "kind": kinds[as_], **place})
    names = list(key)
    colours = [KINDS[min(at, KINDS_OF_ITS_OWN)] for at in range(len(names) - 1)] + [PALE]
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelExpr=label_of(key), symbolType="square")
    colour = alt.Color("kind:N", scale=alt.Scale(domain=names, range=colours), legend=legend)
    told = told_by(**{"who": "who attended", "as": "as"})
    under = under_pointer(["who"])
    shapes = [
        alt.Chart(data_of(absent)).mark_geoshape(stroke=PAGE, strokeWidth=0.5, aria=False).encode(color=colour),
        alt.Chart(data_of(came))
        .mark_geoshape(strokeWidth=1)
        .encode(color=colour, opacity=bright("kind", 0.25), stroke=edge(under, PAGE), **told)
        .add_params(under),
    ]
    if dots:
        points = alt.Chart(data_of(dots)).mark_circle(size=55, stroke=PAGE, strokeWidth=1)
        shapes.append(
            points.encode(longitude="x:Q", latitude="y:Q", color=colour, opacity=bright("kind", 0.25), **told)
        )
    flat = alt.Projection(type="identity", reflectY=True)
    drawn = alt.layer(*shapes, projection=flat).properties(width=_WIDE, height=_HIGH)
    return drawn.add_params(picker("Attended as", names[:-1]))
