"""The sheet that every figure is drawn on: title above, counts under it, source below, all in words as well.

Takes those words and a size, gives a matplotlib figure that knows its alternative text and saves itself with it, the
same bytes on every run with the same matplotlib. The only module here that needs matplotlib to be imported.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

import matplotlib
import matplotlib.style
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.container import Container
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator

from rapporteur.errors import UnwritableOutput, unwritable
from rapporteur.view.figures.source import Told

INK, SOFT, FAINT, PALE = "#1a1a1a", "#555555", "#9a9a9a", "#e6e6e6"
"""Greys: of words, of lesser words, of lines, of fields without a value."""

# Paul Tol's "bright" scheme (https://sronpersonalpages.nl/~pault/), distinct to colour-blind eyes.
KINDS = ("#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377")
"""Colours of kinds that have no order."""

_STYLE: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib: the same letters on every machine
    "svg.hashsalt": "rapporteur",
    "svg.fonttype": "path",
    "text.color": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.edgecolor": FAINT,
    "axes.unicode_minus": False,
    "text.parse_math": False,
}
_TITLE, _COUNTS, _NOTES, _SOURCE = 12.0, 8.5, 7.0, 6.5
_SPACING = 1.3
_LINE = 1.02 * _SPACING / 72
"""Inches of a line's height for each point of its letters."""
_KEY_LINE = 0.19
_WIDTH = 0.575 / 72
"""Inches of a letter's width for each point, on average."""
_MARGIN = 0.12
_NOTEBOOK = 80
"""Dots an inch in a notebook, whose file holds every picture."""


@contextmanager
def house_style() -> Iterator[None]:
    """Matplotlib as this room wants it, whatever the settings of the one who calls."""
    with matplotlib.style.context(["default", _STYLE]):
        yield


class Sheet(Figure):
    """A figure with its words.

    :ivar title: what it shows.
    :ivar counts: of what there is how much on it.
    :ivar source: what it was drawn from.
    :ivar alternative: what a reader who does not see it should be told.
    """

    title: str = ""
    counts: str = ""
    source: str = ""
    alternative: str = ""
    key_at: tuple[float, float] = (0, 1)

    def part_panels(self, inches: float) -> None:
        """Leave so much room on either side of panels that stand beside one another."""
        engine = self.get_layout_engine()
        assert isinstance(engine, ConstrainedLayoutEngine)
        engine.set(w_pad=inches)

    def put_key(self, handles: Sequence[Artist | Container], columns: int = 4) -> None:
        """The key to colours and forms, on the lines that were left under the counts."""
        self.legend(
            handles=list(handles),
            loc="upper left",
            bbox_to_anchor=self.key_at,
            frameon=False,
            fontsize=_COUNTS - 0.5,
            ncols=max(min(len(handles), columns), 1),
            borderaxespad=0,
            borderpad=0.2,
            handletextpad=0.4,
            labelspacing=0.35,
            alignment="left",
        )

    def save(self, path: str | Path, dpi: int = 200) -> Path:
        """Write the figure as ``.png``, ``.svg`` or ``.pdf``, its alternative text in it, and give back the path.

        A PNG has the text as ``Description``, an SVG as ``<desc>`` beside its ``<title>``, a PDF as its subject. No
        file holds a date: the same figure gives the same bytes.

        :param dpi: dots an inch, of a PNG.
        :raises UnwritableOutput: if the ending is another, or the file cannot be written.
        """
        path = Path(path)
        form = path.suffix.lower().removeprefix(".")
        if form not in ("png", "svg", "pdf"):
            raise UnwritableOutput(
                f"A figure in a file that ends in {path.suffix!r}.",
                where=str(path),
                expected="a name that ends in .png, .svg or .pdf.",
                remedy="Name it so.",
            )
        with unwritable("The figure", path, remedy="Name another place."):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.drawn(form, dpi))
        return path

    def drawn(self, form: str, dpi: int = 200) -> bytes:
        """The figure as the bytes of a PNG, SVG or PDF."""
        metadata: dict[str, dict[str, str | None]] = {
            "png": {"Title": self.title, "Description": self.alternative, "Source": self.source, "Software": None},
            "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
            "pdf": {
                "Title": self.title,
                "Subject": self.alternative,
                "Creator": None,
                "Producer": None,
                "CreationDate": None,
            },
        }
        held = io.BytesIO()
        with house_style():
            self._settle()
            self.savefig(held, format=form, dpi=dpi, metadata=metadata[form])
        return _with_words(held.getvalue(), self.title, self.alternative) if form == "svg" else held.getvalue()

    def _settle(self) -> None:
        """Lay everything out, once, and round the places: the solver's last digits differ from run to run."""
        if self.get_layout_engine() is None:
            return
        self.draw_without_rendering()
        self.set_layout_engine("none")
        for axes in self.axes:
            left, bottom, width, height = (round(part, 6) for part in axes.get_position().bounds)
            axes.set_position((left, bottom, width, height))

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        """What a notebook shows: a PNG with its alternative text."""
        return (
            {"image/png": self.drawn("png", _NOTEBOOK), "text/plain": repr(self)},
            {"image/png": {"alt": self.alternative}},
        )

    def __repr__(self) -> str:
        return f"<Figure: {self.title}; {self.counts}>"


def new_sheet(width: float, height: float, told: Told, *, key: int = 0) -> Sheet:
    """An empty sheet with its words; what is drawn gets the room between them.

    :param width: of the sheet, in inches.
    :param height: of what is drawn on it, in inches; the words come on top.
    :param told: its words; notes stand above the source, each wrapped where it is too long.
    :param key: lines under the counts that `Sheet.put_key` will fill.
    """
    above = [(_wrapped(told.title, width, _TITLE * 1.1), _TITLE), (_wrapped(told.counts, width, _COUNTS), _COUNTS)]
    below = [
        ([line for note in told.notes for line in _wrapped(note, width, _NOTES)], _NOTES),
        (_wrapped(f"Source: {told.source}", width, _SOURCE), _SOURCE),
    ]
    head = _MARGIN + sum(_high(*block) for block in above) + key * _KEY_LINE + 0.08
    foot = _MARGIN + sum(_high(*block) for block in below)
    whole = head + height + foot
    sheet = Sheet(figsize=(width, whole), layout="constrained")
    sheet.title, sheet.counts, sheet.source, sheet.alternative = told.title, told.counts, told.source, told.alternative
    left = _MARGIN / width
    at = whole - _MARGIN
    looks: dict[str, Any] = {"ha": "left", "va": "top", "linespacing": _SPACING}
    for (lines, points), weight, colour in zip(above, ("bold", "normal"), (INK, SOFT), strict=True):
        sheet.text(left, at / whole, "\n".join(lines), fontsize=points, weight=weight, color=colour, **looks)
        at -= _high(lines, points)
    sheet.key_at = (left, at / whole)
    at = foot
    for lines, points in below:
        sheet.text(left, at / whole, "\n".join(lines), fontsize=points, color=SOFT, **looks)
        at -= _high(lines, points)
    engine = sheet.get_layout_engine()
    assert isinstance(engine, ConstrainedLayoutEngine)
    engine.set(rect=(left, (foot + 0.06) / whole, 1 - 2 * left, height / whole), w_pad=0.02, h_pad=0.02)
    return sheet


def nothing_sheet(told: Told) -> Sheet:
    """A sheet that says in one sentence why there is nothing to draw."""
    with house_style():
        sheet = new_sheet(7, 0.9, told)
        axes = sheet.subplots()
        axes.set_axis_off()
        axes.text(0.5, 0.5, "\n".join(wrap(told.nothing, 80)), ha="center", va="center", fontsize=10, color=SOFT)
    return sheet


def bare(axes: Axes, *sides: str) -> None:
    """Leave of the frame around the axes only ``sides``, and no marks at the names on the left."""
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(side in sides)
    axes.tick_params(axis="y", length=0)


def whole_numbers(axes: Axes) -> None:
    """Count along the axis below in whole numbers."""
    axes.xaxis.set_major_locator(MaxNLocator(nbins="auto", integer=True))
    axes.tick_params(axis="x", labelsize=8)


def on(colour: Any) -> str:
    """The colour of words on a field of ``colour``: black on a light field, white on a dark one."""
    red, green, blue = matplotlib.colors.to_rgb(colour)
    return INK if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 > 0.3 else "white"


def ramp(steps: Sequence[int]) -> list[Any]:
    """A colour for each step of one scale, the higher the darker: they keep their order in grey and to any eye.

    :param steps: ranks on the scale; equal ranks get one colour.
    """
    shades, levels = matplotlib.colormaps["YlGnBu"], sorted(set(steps))
    last = len(levels) - 1
    return [shades(0.22 + 0.7 * (levels.index(step) / last if last else 0.6)) for step in steps]


def lettering(words: str, points: float) -> float:
    """About how many inches wide ``words`` are in letters of so many points."""
    return len(words) * points * _WIDTH


def _high(lines: Sequence[str], points: float) -> float:
    """Inches that lines take, with a little air below."""
    return len(lines) * points * _LINE + (0.05 if lines else 0)


def _wrapped(words: str, width: float, points: float) -> list[str]:
    """Lines that fit the sheet."""
    fitting = max(int((width - 2 * _MARGIN) / (points * _WIDTH)), 20)
    return [part for line in words.splitlines() for part in wrap(line, fitting)] if words else []


def _with_words(svg: bytes, title: str, alternative: str) -> bytes:
    """The SVG, named and described for those who do not see it."""
    text = svg.decode("utf-8")
    start = re.search(r"<svg\b[^>]*>", text)
    assert start is not None
    opening = f'{start[0][:-1]} role="img" aria-labelledby="figure-title figure-words">'
    words = f'<title id="figure-title">{escape(title)}</title><desc id="figure-words">{escape(alternative)}</desc>'
    return f"{text[: start.start()]}{opening}\n {words}{text[start.end() :]}".encode()
