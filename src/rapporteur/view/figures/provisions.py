"""Provisions by citation: the articles and rules that are cited most, each under its treaty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rapporteur.view.figures.source import Source, Told, require_matplotlib, rows_of, told_nothing
from rapporteur.view.figures.words import counted, folded, in_order, listed

if TYPE_CHECKING:
    from rapporteur.view.figures.sheet import Sheet

TITLE = "Provisions by how many parts of the text cite them"
QUERY = "articles-by-citations"
_COLUMNS = ("article", "of", "text_parts", "recommendations")


@dataclass(frozen=True, slots=True)
class Cited:
    """What there is to draw.

    :ivar groups: treaties with the rows of their provisions, the most cited first.
    """

    told: Told
    groups: list[tuple[str, list[Mapping[str, Any]]]] = field(default_factory=list)


def provisions_by_citation(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
    most: int = 30,
) -> Sheet:
    """Bars of text parts that cite an article or rule, under its treaty; a mark for the recommendations that do.

    A paragraph of an article counts as the article. Text parts and recommendations are two counts of the same words: a
    citation in a recommendation stands in a text part as well.

    :param of: the answer to the query ``articles-by-citations``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of one report, where ``of`` holds several.
    :param most: how many provisions are drawn; the figure says how many more there are.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    rows = sum(len(rows) for _, rows in facts.groups)
    with house_style():
        figure = new_sheet(8.5, 0.7 + 0.24 * rows + 0.45 * len(facts.groups), facts.told, key=1)
        _bars(figure, facts.groups)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 30) -> Cited:
    """What figure and chart show; parameters as of `provisions_by_citation`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    if not asked.rows:
        return Cited(told_nothing(title, words, "No article, rule or annex of a treaty is cited."))
    ranked = sorted(asked.rows, key=lambda row: (-row["text_parts"], -row["recommendations"], in_order(row["article"])))
    kept, left = ranked[:most], ranked[most:]
    wholes = {str(row["of"]) for row in asked.rows}
    of_wholes = counted(len(wholes), "treaty, act or publication", "treaties, acts or publications")
    said = f"{counted(len(ranked), 'provision')} of {of_wholes}; a paragraph counts as its article"
    if left:
        said += f"; {counted(len(left), 'provision')} with at most {left[0]['text_parts']} not drawn"
    strongest = {of: max(r["text_parts"] for r in kept if str(r["of"]) == of) for of in {str(r["of"]) for r in kept}}
    kept.sort(key=lambda row: (-strongest[str(row["of"])], str(row["of"])))
    groups = [(of, list(rows)) for of, rows in groupby(kept, key=lambda row: str(row["of"]))]
    alternative = (
        f"{title}. Bars: {said}. Most cited: "
        + listed((f"{row['article']} in {counted(row['text_parts'], 'text part')}" for row in ranked[:5]), 5)
        + "."
    )
    return Cited(Told(title, said, words, alternative), groups)


def part_of(row: Mapping[str, Any]) -> str:
    """The name of a provision without that of its treaty, under which it stands."""
    return str(row["article"].rpartition(", ")[2] or row["article"])


def _bars(figure: Sheet, groups: list[tuple[str, list[Mapping[str, Any]]]]) -> None:
    """A heading for each treaty, a bar for each provision of it."""
    from rapporteur.view.figures.sheet import INK, KINDS, bare, whole_numbers

    axes = figure.subplots()
    at, ticks, names = 0.0, [], []
    bars: list[tuple[float, int, int]] = []
    for of, rows in groups:
        heading = folded(of, 95)
        at += 0.8 + 0.35 * heading.count("\n")
        axes.annotate(
            heading, (0, at), xytext=(-4, 0), textcoords="offset points", fontsize=8, weight="bold", va="center"
        )
        at += 0.9 + 0.35 * heading.count("\n")
        for row in rows:
            ticks.append(at)
            names.append(folded(part_of(row), 40))
            bars.append((at, row["text_parts"], row["recommendations"]))
            at += 1
    longest = max(max(parts, units) for _, parts, units in bars)
    drawn = axes.barh(
        ticks, [parts for _, parts, _ in bars], height=0.6, color=KINDS[0], label="text parts that cite it"
    )
    axes.bar_label(drawn, padding=8, fontsize=8, weight="bold")
    marks = axes.scatter(
        [units for _, _, units in bars if units],
        [place for place, _, units in bars if units],
        marker="D",
        s=34,
        color=KINDS[3],
        edgecolor=INK,
        linewidth=0.6,
        zorder=3,
        label="recommendations that cite it",
    )
    axes.set_yticks(ticks, names, fontsize=8)
    axes.set_ylim(at - 0.3, 0.2)
    axes.set_xlim(0, longest * 1.08)
    whole_numbers(axes)
    bare(axes, "bottom")
    figure.put_key([drawn, marks] if any(units for _, _, units in bars) else [drawn])
