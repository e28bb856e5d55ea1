"""Provisions by citation, for a screen: bars under their treaties, of which one can be picked."""

from __future__ import annotations

from typing import Any

from rapporteur.view.charts.chart import Chart, label_of, require_altair
from rapporteur.view.charts.colours import INK, KINDS
from rapporteur.view.figures.provisions import TITLE, Cited, facts_of, part_of
from rapporteur.view.figures.source import Source
from rapporteur.view.figures.words import folded

_ROW, _WIDE = 26, 700


def provisions_by_citation(
    of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 30
) -> Chart:
    """Bars of text parts that cite an article, with a mark for recommendations; one treaty can be picked.

    Parameters as of `rapporteur.view.provisions_by_citation`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return Chart(facts.told)
    rows = tuple(
        (of_whole, part_of(row), row["text_parts"], row["recommendations"])
        for of_whole, rows in facts.groups
        for row in rows
    )
    columns = ("treaty, act or publication", "provision", "text parts that cite it", "recommendations that cite it")
    return Chart(facts.told, columns, rows, _drawn(facts))


def _drawn(facts: Cited) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import bare, bright, data_of, edge, picker, told_by, under_pointer

    names: dict[str, str | list[str]] = {}
    heads, bars, marks = [], [], []
    for of, rows in facts.groups:
        head = f"{len(names)}"
        names[head] = ""
        heads.append({"at": head, "of": of, "words": folded(of, 110, 1), "zero": 0})
        for row in rows:
            at = f"{len(names)}"
            names[at] = folded(part_of(row), 40, 1)
            told: dict[str, Any] = {"of": of, "article": part_of(row)}
            told |= {"parts": int(row["text_parts"]), "units": int(row["recommendations"])}
            bars.append({"at": at, "kind": "text parts that cite it", **told})
            if row["recommendations"]:
                marks.append({"at": at, "kind": "recommendations that cite it", **told})
    order = list(names)
    axis = bare("left", labelExpr=label_of(names))
    down = alt.Y("at:N", sort=order, scale=alt.Scale(domain=order), title=None, axis=axis)
    longest = max(max(one["parts"], one["units"]) for one in bars)
    across = alt.Scale(domain=[0, longest * 1.06], nice=False)
    counting = alt.Axis(format="d", tickMinStep=1, tickCount=min(longest, 10))
    told_of = told_by(article="provision", of="of", parts="text parts that cite it", units="recommendations that do")
    kinds = ["text parts that cite it", *(["recommendations that cite it"] if marks else [])]
    under = under_pointer(["at"])
    shown = alt.Chart(data_of(bars)).encode(y=down, opacity=bright("of"), **told_of)
    coloured = alt.Scale(domain=kinds, range=[KINDS[0], KINDS[3]][: len(kinds)])
    colour = alt.Color("kind:N", scale=coloured, legend=alt.Legend(title=None, orient="top"))
    layers = [
        shown.mark_bar(height=15, strokeWidth=1.5)
        .encode(x=alt.X("parts:Q", title=None, scale=across, axis=counting), color=colour, stroke=edge(under))
        .add_params(under),
        shown.mark_text(align="left", dx=10, fontWeight="bold").encode(
            x=alt.X("parts:Q", scale=across), text="parts:N"
        ),
        alt.Chart(data_of(heads))
        .mark_text(align="left", fontWeight="bold", dx=-2, dy=4)
        .encode(x=alt.X("zero:Q", scale=across), y=down, text="words:N", opacity=bright("of", 0.3)),
    ]
    if marks:
        diamonds = alt.Chart(data_of(marks)).mark_point(shape="diamond", filled=True, size=110, stroke=INK)
        layers.append(
            diamonds.encode(x=alt.X("units:Q", scale=across), y=down, color=colour, opacity=bright("of"), **told_of)
        )
    drawn = alt.layer(*layers).properties(width=_WIDE, height=_ROW * len(order))
    wholes = [of for of, _ in facts.groups]
    return drawn.add_params(picker("Treaty, act or publication", wholes))
