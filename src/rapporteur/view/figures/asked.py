"""Who was asked what, and how strongly: addressees by strength in circles, with the verbs they were asked by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rapporteur.view.figures.source import Asked, Source, Told, require_matplotlib, rows_of, told_nothing
from rapporteur.view.figures.words import by_strength, counted, folded, listed

if TYPE_CHECKING:
    from rapporteur.view.figures.sheet import Sheet

TITLE = "Who was asked, how strongly, and to do what"
QUERY = "who-was-asked-to-do-what"
NOBODY = "(nobody named)"
_COLUMNS = ("asked", "how", "actions", "unit")
_VERBS = 4
"""Verbs that are named of an addressee."""
_NAME, _COLUMN, _RIGHT = 2.1, 0.74, 3.3
"""Inches: of an addressee's name, of a strength, of the sum and the verbs."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What there is to draw.

    :ivar counts: recommendations by addressee and strength.
    :ivar rows: the addressees that are drawn, the most asked first.
    :ivar strengths: strengths and their ranks, the weakest first.
    :ivar totals: recommendations by addressee.
    :ivar verbs: the commonest verbs of those that are drawn, in words.
    """

    told: Told
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    rows: list[str] = field(default_factory=list)
    strengths: dict[str, int] = field(default_factory=dict)
    totals: Counter[str] = field(default_factory=Counter)
    verbs: dict[str, str] = field(default_factory=dict)


def who_was_asked(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
    most: int = 25,
) -> Sheet:
    """Circles of recommendations by addressee and strength from weak to strong; beside each row its commonest verbs.

    A recommendation with two addressees counts for both. The area of a circle goes with its number.

    :param of: the answer to the query ``who-was-asked-to-do-what``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of one report, where ``of`` holds several.
    :param most: how many addressees are drawn; the figure says how many more there are.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report, most=most)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    with house_style():
        width = _NAME + _COLUMN * len(facts.strengths) + _RIGHT
        figure = new_sheet(max(width, 7.5), 0.75 + 0.42 * len(facts.rows), facts.told)
        _circles(figure, facts.counts, facts.rows, facts.strengths, facts.totals, facts.verbs)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "", most: int = 25) -> Asking:
    """What figure and chart show; parameters as of `who_was_asked`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    if not asked.rows:
        return Asking(told_nothing(title, words, "No recommendation was found."))
    counts, verbs = _counted(asked)
    totals: Counter[str] = Counter()
    for (whom, _), number in counts.items():
        totals[whom] += number
    ranked = sorted(totals, key=lambda whom: (whom == NOBODY, -totals[whom], whom))
    strengths = by_strength(how for _, how in counts)
    units = len({row["unit"] for row in asked.rows})
    named = counted(len(ranked) - (NOBODY in totals), "addressee")
    said = f"{counted(units, 'recommendation')}, {named}"
    if sum(totals.values()) > units:
        said += "; a recommendation with two addressees counts for both"
    if len(ranked) > most:
        said += f"; {counted(len(ranked) - most, 'addressee')} with at most {totals[ranked[most]]} not drawn"
    rows = ranked[:most]
    parts = {whom: [f"{how} {counts[whom, how]}" for how in strengths if counts[whom, how]] for whom in rows[:6]}
    told = [f"{whom}: {totals[whom]} ({listed(part, 9)})" for whom, part in parts.items()]
    alternative = f"{title}. Circles in a table of addressees by strength: {said}. {'; '.join(told)}."
    often = {whom: _most(verbs, whom) for whom in rows}
    return Asking(Told(title, said, words, alternative), counts, rows, strengths, totals, often)


def _counted(asked: Asked) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """How many units ask each addressee in each strength, and by each verb."""
    seen: set[tuple[Any, ...]] = set()
    counts: Counter[tuple[str, str]] = Counter()
    verbs: Counter[tuple[str, str]] = Counter()
    for row in asked.rows:
        whom = str(row["asked"] or NOBODY)
        if (row["unit"], whom) in seen:
            continue
        seen.add((row["unit"], whom))
        counts[whom, str(row["how"] or "not said")] += 1
        for verb in filter(None, str(row["actions"] or "").split("; ")):
            verbs[whom, verb] += 1
    return counts, verbs


def _most(verbs: Counter[tuple[str, str]], whom: str) -> str:
    """The most frequent verbs of an addressee, with how often each is used."""
    own = sorted(((verb, number) for (who, verb), number in verbs.items() if who == whom), key=lambda v: (-v[1], v[0]))
    kept = ", ".join(f"{verb} {number}" if number > 1 else verb for verb, number in own[:_VERBS])
    return kept + (f" and {counted(len(own) - _VERBS, 'other')}" if len(own) > _VERBS else "")


def _circles(
    figure: Sheet,
    counts: Counter[tuple[str, str]],
    rows: list[str],
    strengths: dict[str, int],
    totals: Counter[str],
    verbs: dict[str, str],
) -> None:
    """The table: a row an addressee, a column a strength, the sums and the verbs on the right."""
    from rapporteur.view.figures.sheet import FAINT, SOFT, bare, on, ramp

    axes = figure.subplots()
    largest = max(counts.values())
    for across, (how, colour) in enumerate(zip(strengths, ramp(list(strengths.values())), strict=True)):
        for down, whom in enumerate(rows):
            if number := counts[whom, how]:
                area = 90 + 500 * number / largest
                axes.scatter(across, down, s=area, color=colour, linewidth=0, zorder=2)
                axes.annotate(
                    str(number), (across, down), ha="center", va="center", fontsize=7.5, color=on(colour), zorder=3
                )
    end, right = len(strengths), len(strengths) - 0.5 + _RIGHT / _COLUMN
    for down, whom in enumerate(rows):
        axes.annotate(str(totals[whom]), (end - 0.1, down), va="center", ha="right", fontsize=8.5, weight="bold")
        axes.annotate(folded(verbs[whom], 48), (end + 0.1, down), va="center", fontsize=7, color=SOFT)
    above: dict[str, Any] = {"xytext": (0, 3.5), "textcoords": "offset points", "fontsize": 7.5}
    axes.annotate("all", (end - 0.1, -0.55), ha="right", weight="bold", annotation_clip=False, **above)
    axes.annotate("most often to", (end + 0.1, -0.55), color=SOFT, annotation_clip=False, **above)
    axes.hlines([at + 0.5 for at in range(-1, len(rows))], -0.5, right, color=FAINT, linewidth=0.4, zorder=1)
    axes.set_xlim(-0.5, right)
    axes.set_ylim(len(rows) - 0.45, -0.55)
    axes.set_yticks(range(len(rows)), [folded(whom, 38, 3) for whom in rows], fontsize=8)
    axes.xaxis.tick_top()
    axes.set_xticks(range(end), [folded(how, 12, 3) for how in strengths], fontsize=7.5)
    axes.tick_params(axis="x", length=0)
    bare(axes)
