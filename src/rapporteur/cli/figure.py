"""``view --figure``: one of the seven figures, as a chart for a screen or as a picture for paper."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from rapporteur.cli.show import err, out, progress
from rapporteur.errors import UnusableInput

SCREEN, PAPER = ("html", "htm", "json"), ("png", "svg", "pdf")


def figures_told() -> list[tuple[str, str]]:
    """Each figure with what it shows."""
    from rapporteur.view import figures

    return [(name, (getattr(figures, name).__doc__ or "").strip().splitlines()[0]) for name in figures.__all__]


def refuse_beside(**options: Any) -> None:
    """Refuse options that are for networks.

    :raises UnusableInput: if one is given.
    """
    for name, value in options.items():
        if value:
            raise UnusableInput(
                f"--{name} with --figure.",
                where="the options of view",
                expected="a source, --report and --out, which are all that a figure takes.",
                remedy="Leave one of them out.",
            )


def draw_figure(name: str, source: Any, to: Path | None, report: str) -> int:
    """Write a figure in the form that the ending of ``to`` says, or open it as a page.

    :raises UnusableInput: if there is no such figure, or the ending is another.
    """
    from rapporteur.view import charts, figures

    known: Sequence[str] = figures.__all__
    wanted = name.replace("-", "_")
    if wanted not in known:
        near = get_close_matches(wanted, known, 1, 0.5)
        raise UnusableInput(
            f"There is no figure {name}.",
            where="the option --figure",
            expected=f"one of {', '.join(known)}.",
            remedy=f"Write --figure {near[0]}." if near else "List them: rapporteur view --list.",
        )
    form = to.suffix.lower().removeprefix(".") if to else "html"
    if form not in (*SCREEN, *PAPER):
        raise UnusableInput(
            f"The figure was to be written to {to.name if to else form}.",
            where="the option --out",
            expected="a file name ending in .html (or .json, its Vega-Lite specification), .png, .svg or .pdf.",
            remedy="Write --out figure.html.",
        )
    path = to or Path(tempfile.mkdtemp(prefix="rapporteur-")) / f"{wanted}.html"
    with progress() as step:
        step("Loading the graph")
        made = getattr(charts if form in SCREEN else figures, wanted)(source, report=report)
        step("Drawing")
        made.save(path)
    out().print(f"{made.title}: {made.counts.rstrip('.')}, in {path}", markup=False)
    if to is None and not webbrowser.open(path.as_uri()):
        err().print(f"No browser was found; open {path} in one.", markup=False)
    return 0
