"""Draw the pictures of docs/figures.md from the bundled report: ``python docs/figures/draw.py``.

Each goes to ``NAME.png`` beside this file; its alternative text goes into the page, into the brackets before its name.
"""

from __future__ import annotations

import re
from pathlib import Path

from rapporteur.view import figures

HERE = Path(__file__).parent
BUNDLED = HERE.parents[1] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
PAGE = HERE.with_suffix(".md")
DOTS_AN_INCH = 90


def main() -> None:
    page = PAGE.read_text("utf-8")
    for name in figures.__all__:
        figure = getattr(figures, name)(BUNDLED)
        path = figure.save(HERE / f"{name.replace('_', '-')}.png", dpi=DOTS_AN_INCH)
        words = figure.alternative.replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
        page = re.sub(
            rf"!\[[^\n]*\]\(figures/{path.name}\)", lambda _, w=words, p=path: f"![{w}](figures/{p.name})", page
        )
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
