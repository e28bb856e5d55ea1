"""Who was asked what, and how strongly, for a screen: circles by addressee and strength, with the verbs beside them."""

from __future__ import annotations

from rapporteur.view.charts.chart import Chart, label_of, require_altair
from rapporteur.view.charts.colours import INK, PALE, SOFT, on, ramp
from rapporteur.view.figures.asked import TITLE, Asking, facts_of
from rapporteur.view.figures.source import Source
from rapporteur.view.figures.words import folded

_ROW, _COLUMN = 46, 82


def who_was_asked(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 25) -> Chart:
    """Circles of recommendations by addressee and strength; one strength can be picked, each circle told.

    Parameters as of `rapporteur.view.who_was_asked`.

    :raises RapporteurError: if altair is not installed, or a frame lacks a column.
    """
    require_altair()
    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return Chart(facts.told)
    rows = tuple(
        (whom, *(facts.counts[whom, how] or None for how in facts.strengths), facts.totals[whom], facts.verbs[whom])
        for whom in facts.rows
    )
    return Chart(facts.told, ("asked", *facts.strengths, "all", "most often to"), rows, _drawn(facts))


def _drawn(facts: Asking) -> object:
    import altair as alt

    from rapporteur.view.charts.parts import bare, bright, data_of, edge, named_by, picker, told_by, under_pointer

    strengths = list(facts.strengths)
    shades = ramp(list(facts.strengths.values()))
    inks = {how: on(shade) for how, shade in zip(strengths, shades, strict=True)}
    cells = [
        {"whom": whom, "how": how, "number": facts.counts[whom, how], "verbs": facts.verbs[whom], "ink": inks[how]}
        for whom in facts.rows
        for how in strengths
        if facts.counts[whom, how]
    ]
    sums = [{"whom": whom, "all": str(facts.totals[whom]), "verbs": facts.verbs[whom]} for whom in facts.rows]
    names: dict[str, str | list[str]] = {whom: folded(whom, 34, 3).split("\n") for whom in facts.rows}
    named = bare("left", **named_by(names), grid=True, gridColor=PALE, gridOpacity=1)
    down = alt.Y("whom:N", sort=facts.rows, title=None, axis=named)
    unnamed = alt.Y("whom:N", sort=facts.rows, title=None, axis=None)
    heads: dict[str, str | list[str]] = {how: folded(how, 12, 3).split("\n") for how in strengths}
    above = bare("top", labelExpr=label_of(heads), labelAngle=0)
    across = alt.X("how:N", sort=strengths, title=None, axis=above)
    told = told_by(whom="asked", how="how strongly", number="recommendations", verbs="most often to")
    base = alt.Chart(data_of(cells)).encode(x=across, y=down, opacity=bright("how"), **told)
    under = under_pointer(["whom", "how"])
    scale = alt.Scale(domain=[1, max(max(facts.counts.values()), 2)], range=[220, 1500])
    circles = base.mark_circle(strokeWidth=2).encode(
        size=alt.Size("number:Q", scale=scale, legend=None),
        color=alt.Color("how:N", scale=alt.Scale(domain=strengths, range=shades), legend=None),
        stroke=edge(under),
    )
    numbers = base.mark_text().encode(text="number:N", color=alt.Color("ink:N", scale=None))
    size = {"height": _ROW * len(facts.rows)}
    table = alt.layer(circles.add_params(under), numbers).properties(width=_COLUMN * len(strengths), **size)
    beside = alt.Chart(data_of(sums)).encode(y=unnamed)
    above_all = alt.Title("all", anchor="middle", fontSize=12, color=INK, offset=8)
    whole = beside.mark_text(fontWeight="bold").encode(text="all:N").properties(width=30, title=above_all, **size)
    above_verbs = alt.Title("most often to", anchor="start", fontSize=12, fontWeight="normal", color=SOFT, offset=8)
    words = beside.mark_text(align="left", x=0, limit=380, color=SOFT).encode(text="verbs:N", tooltip="verbs:N")
    verbs = words.properties(width=380, title=above_verbs, **size)
    drawn = alt.hconcat(table, whole, verbs, spacing=8)
    return drawn.add_params(picker("How strongly", strengths))
