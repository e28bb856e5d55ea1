"""Plain figures: a data frame → a matplotlib figure with its title, its counts and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapporteur.errors import RapporteurError

if TYPE_CHECKING:
    import pandas
    from matplotlib.figure import Figure

# Paul Tol's "bright" scheme (https://personal.sron.nl/~pault/), distinct to colour-blind eyes.
_COLOURS = ("#4477AA", "#66CCEE", "#228833", "#CCBB44", "#EE6677", "#AA3377", "#BBBBBB")


def themes_by_strength(
    frame: pandas.DataFrame,
    title: str = "Themes by how strongly action was asked for",
    source: str = "Rapporteur, query themes-by-strength; a recommendation with two themes counts under both",
) -> Figure:
    """Bars of recommendations by theme, parted by strength, the most frequent theme on top.

    :param frame: the answer to the query ``themes-by-strength``: columns ``theme``, ``how``, ``recommendations``.
    :raises RapporteurError: if matplotlib is not installed, or the frame lacks a column.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as fault:
        raise RapporteurError(
            "matplotlib is not installed.",
            where="the figure of themes by strength",
            expected="the extra that draws figures.",
            remedy="Install it: pip install 'rapporteur[notebook]'.",
        ) from fault
    missing = [column for column in ("theme", "how", "recommendations") if column not in frame.columns]
    if missing:
        raise RapporteurError(
            f"The frame has no column {missing[0]}.",
            where="the figure of themes by strength",
            expected="the answer to the query themes-by-strength.",
            remedy='Give run_query(dataset, "themes-by-strength").',
        )
    counts = frame.pivot_table(index="theme", columns="how", values="recommendations", aggfunc="sum", fill_value=0)
    totals = counts.sum(axis=1)
    themes = sorted(counts.index, key=lambda theme: (totals[theme], [-ord(c) for c in theme]))
    strengths = sorted(counts.columns, key=lambda how: (-counts[how].sum(), how))
    figure = Figure(figsize=(9, 1.6 + 0.27 * len(themes)), layout="constrained")
    axes = figure.subplots()
    left = [0] * len(themes)
    for at, how in enumerate(strengths):
        widths = [int(counts.loc[theme, how]) for theme in themes]
        bars = axes.barh(
            themes, widths, left=left, label=f"{how} ({sum(widths)})", color=_COLOURS[at % len(_COLOURS)], height=0.72
        )
        labels = [str(width) if width else "" for width in widths]
        axes.bar_label(bars, labels=labels, label_type="center", fontsize=7)
        left = [start + width for start, width in zip(left, widths, strict=True)]
    for at, total in enumerate(left):
        axes.annotate(
            str(total), (total, at), xytext=(4, 0), textcoords="offset points", va="center", fontsize=8, weight="bold"
        )
    axes.set_title(title, loc="left", fontsize=12)
    axes.set_xlabel("recommendations")
    axes.margins(x=0.06, y=0.01)
    axes.tick_params(axis="y", labelsize=8, length=0)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.legend(title="strength", frameon=False, loc="lower right", fontsize=8)
    figure.supxlabel(f"Source: {source}", fontsize=7, color="#555555", ha="left", x=0.01)
    return figure
