"""Themes by strength: what is asked for, in bars parted by how strongly."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapporteur.view.figures.source import Source, Told, require_matplotlib, rows_of, told_nothing
from rapporteur.view.figures.words import by_strength, counted, folded, listed

if TYPE_CHECKING:
    from rapporteur.view.figures.sheet import Sheet

TITLE = "Themes by how strongly action was asked for"
QUERY = "themes-by-strength"
_COLUMNS = ("theme", "how", "recommendations")


@dataclass(frozen=True, slots=True)
class Themes:
    """What there is to draw.

    :ivar counts: recommendations by theme and strength.
    :ivar themes: those that are drawn, the most frequent first.
    :ivar strengths: strengths and their ranks, the weakest first.
    """

    told: Told
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    themes: list[str] = field(default_factory=list)
    strengths: dict[str, int] = field(default_factory=dict)


def themes_by_strength(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
    most: int = 40,
) -> Sheet:
    """Bars of recommendations by theme, parted by strength from weak to strong, the most frequent theme on top.

    :param of: the answer to the query ``themes-by-strength``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of one report, where ``of`` holds several.
    :param most: how many themes are drawn; the figure says how many more there are.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    with house_style():
        figure = new_sheet(9, 0.7 + 0.23 * len(facts.themes), facts.told)
        _bars(figure, facts.counts, facts.themes[::-1], facts.strengths)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 40) -> Themes:
    """What figure and chart show; parameters as of `themes_by_strength`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    if not asked.rows:
        return Themes(told_nothing(title, words, "No recommendation has a theme."))
    counts: Counter[tuple[str, str]] = Counter()
    for row in asked.rows:
        counts[str(row["theme"]), str(row["how"])] += int(row["recommendations"])
    totals: Counter[str] = Counter()
    for (theme, _), number in counts.items():
        totals[theme] += number
    ranked = sorted(totals, key=lambda theme: (-totals[theme], theme))
    strengths = by_strength(how for _, how in counts)
    said = f"{counted(len(totals), 'theme')}; a recommendation with two themes counts under both"
    if len(ranked) > most:
        said += f"; {counted(len(ranked) - most, 'theme')} with at most {totals[ranked[most]]} not drawn"
    alternative = (
        f"{title}. Bars: {said}. Most frequent: "
        + listed((f"{theme} with {counted(totals[theme], 'recommendation')}" for theme in ranked[:5]), 5)
        + ". Recommendations by strength, each counted once a theme: "
        + listed((f"{how} {all_of(counts, how)}" for how in strengths), 12)
        + "."
    )
    return Themes(Told(title, said, words, alternative), counts, ranked[:most], strengths)


def _bars(figure: Sheet, counts: Counter[tuple[str, str]], themes: list[str], strengths: dict[str, int]) -> None:
    """One bar a theme, a piece of it for each strength, each with its number."""
    from rapporteur.view.figures.sheet import bare, on, ramp, whole_numbers

    axes = figure.subplots()
    left = [0] * len(themes)
    for how, colour in zip(strengths, ramp(list(strengths.values())), strict=True):
        widths = [counts[theme, how] for theme in themes]
        bars = axes.barh(
            range(len(themes)), widths, left=left, color=colour, height=0.74, label=f"{how} ({all_of(counts, how)})"
        )
        labels = [str(width) if width else "" for width in widths]
        axes.bar_label(bars, labels=labels, label_type="center", fontsize=7, color=on(colour))
        left = [start + width for start, width in zip(left, widths, strict=True)]
    for at, total in enumerate(left):
        axes.annotate(
            str(total), (total, at), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8, weight="bold"
        )
    axes.set_yticks(range(len(themes)), [folded(theme, 60, 1) for theme in themes], fontsize=8)
    axes.set_xlabel("recommendations", fontsize=8)
    whole_numbers(axes)
    axes.tick_params(axis="x", labelsize=8)
    axes.margins(x=0.05, y=0.01)
    bare(axes, "bottom")
    axes.legend(title="how strongly, weakest first", frameon=False, loc="lower right", fontsize=8, title_fontsize=8)


def all_of(counts: Counter[tuple[str, str]], how: str) -> int:
    """How many are asked for so strongly, over all themes."""
    return sum(number for (_, strength), number in counts.items() if strength == how)
