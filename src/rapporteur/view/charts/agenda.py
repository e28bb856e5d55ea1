"""The agenda day by day, for a screen: a band where an item was considered, how many spoke, what came of it."""

from __future__ import annotations

from typing import Any

from rapporteur.view.charts.chart import Chart, label_of, require_altair
from rapporteur.view.charts.colours import KINDS, PALE, SOFT
from rapporteur.view.figures.agenda import TITLE, Agenda, facts_of
from rapporteur.view.figures.source import MONTHS, Source
from rapporteur.view.figures.words import folded

_LINE, _DAY, _DAYS, _BARS, _PEOPLE = 14, 62, 430, 110, 290


def agenda_day_by_day(of: Source, title: str = TITLE, source: str = "", *, report: str = "") -> Chart:
    """A row an item, a band where it was considered, bars of statements and recommendations, who presented.

    Parameters as of `rapporteur.view.agenda_day_by_day`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report)
    if facts.told.nothing:
        return Chart(facts.told)
    rows = tuple(
        (name, row["considered_on"], row["statements"], row["recommendations"], row["presenters"])
        for name, row in zip(facts.names, facts.rows, strict=True)
    )
    columns = ("item", "considered on", "statements", "recommendations", "who presented")
    return Chart(facts.told, columns, rows, _drawn(facts))


def _drawn(facts: Agenda) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import bare, data_of, edge, named_by, told_by, under_pointer

    order = [str(at) for at in range(len(facts.rows))]
    names: dict[str, str | list[str]] = {
        at: folded(name, 58, 3).split("\n") for at, name in zip(order, facts.names, strict=True)
    }
    people = {at: folded(str(row["presenters"] or ""), 46, 4) for at, row in zip(order, facts.rows, strict=True)}
    lines = max(max(len(names[at]), people[at].count("\n") + 1) for at in order)
    size: dict[str, Any] = {"height": (_LINE * lines + 10) * len(order)}
    rows = [
        {
            "at": at,
            "name": name,
            "statements": int(row["statements"]),
            "recommendations": int(row["recommendations"]),
            "presenters": str(row["presenters"] or "nobody named"),
            "people": people[at].split("\n"),
            "days": str(row["considered_on"] or "no day is given"),
        }
        for at, name, row in zip(order, facts.names, facts.rows, strict=True)
    ]
    told = told_by(
        name="item",
        days="considered on",
        statements="statements",
        recommendations="recommendations",
        presenters="who presented",
    )
    named = bare("left", **named_by(names), labelAlign="left", labelPadding=375)
    down = alt.Y("at:N", sort=order, title=None, scale=alt.Scale(domain=order), axis=named)
    unnamed = alt.Y("at:N", sort=order, title=None, scale=alt.Scale(domain=order), axis=None)
    days = [day.isoformat() for day in facts.days] or [""]
    heads: dict[str, str | list[str]] = {
        day.isoformat(): [str(day.day), MONTHS[day.month - 1][:3]] for day in facts.days
    } or {"": "no day"}
    above = bare("top", labelExpr=label_of(heads), labelAngle=0)
    across = alt.X("day:N", sort=days, scale=alt.Scale(domain=days), title=None, axis=above)
    bands = [{**row, "day": day} for row in rows for day in days if day and day in str(row["days"]).split(", ")]
    ruled = alt.Chart(data_of(rows)).mark_rule(color=PALE, aria=False).encode(y=down)
    under = under_pointer(["at"])
    shown = alt.Chart(data_of(bands)).mark_bar(height=12, color=KINDS[0], strokeWidth=1.5)
    calendar = shown.encode(x=across, y=down, stroke=edge(under), **told).add_params(under)
    panels = [alt.layer(ruled, calendar).properties(width=min(_DAY * len(days), _DAYS), **size)]
    for column, colour in (("statements", KINDS[4]), ("recommendations", KINDS[3])):
        most = max(int(str(row[column])) for row in rows)
        counted = alt.X(f"{column}:Q", axis=None, scale=alt.Scale(domain=[0, max(most, 1) * 1.3], nice=False))
        base = alt.Chart(data_of(rows)).transform_filter(f"datum.{column} > 0").encode(x=counted, y=unnamed)
        bar = base.mark_bar(height=12, color=colour).encode(**told)
        number = base.mark_text(align="left", dx=4).encode(text=f"{column}:N")
        head = alt.Title(column, anchor="start", fontSize=12, fontWeight="normal", color=SOFT, offset=8)
        panels.append(alt.layer(bar, number).properties(width=_BARS, title=head, **size))
    if any(row["presenters"] for row in facts.rows):
        head = alt.Title("who presented", anchor="start", fontSize=12, fontWeight="normal", color=SOFT, offset=8)
        words = alt.Chart(data_of(rows)).mark_text(align="left", x=0, color=SOFT, fontSize=11, baseline="middle")
        words = words.encode(y=unnamed, text="people:N", tooltip=told["tooltip"])
        panels.append(words.properties(width=_PEOPLE, title=head, **size))
    return alt.hconcat(*panels, spacing=14)
