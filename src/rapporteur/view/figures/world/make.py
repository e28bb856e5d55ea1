"""Points for those too small for an outline: two files of world-atlas in, ``dots.csv`` out.

Run by hand when the outlines are renewed: ``python -m rapporteur.view.figures.world.make FOLDER``, the folder of the
unpacked npm package. Each code that the finest file has an outline of, and the coarse one that figures draw has not,
gets the middle of its largest piece.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

from rapporteur.view.figures.outlines import area_of, middle_of, outlines_of

FINEST, DRAWN = "countries-10m.json", "countries-110m.json"


def dots(folder: Path) -> str:
    """The table of points: three digits of the code for statistical use, degrees east, degrees north."""
    finest, drawn = (outlines_of(json.loads((folder / name).read_text("utf-8"))) for name in (FINEST, DRAWN))
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(("m49", "east", "north"))
    for m49 in sorted(finest.keys() - drawn.keys() - {""}):
        east, north = middle_of(max(finest[m49], key=lambda ring: abs(area_of(ring))))
        writer.writerow((m49, f"{east:.2f}", f"{north:.2f}"))
    return held.getvalue()


if __name__ == "__main__":
    Path(__file__).with_name("dots.csv").write_text(dots(Path(sys.argv[1])), "utf-8")
