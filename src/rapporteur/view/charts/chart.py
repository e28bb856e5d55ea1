"""A chart: what altair made, with its words and its rows → one page for a screen that reaches for nothing outside.

Vega, Vega-Lite and vega-embed come with vl-convert-python and are written into the page. Expressions are interpreted,
never compiled, so the page forbids itself both addresses and `eval`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap
from typing import Any

from rapporteur.errors import RapporteurError, UnwritableOutput, unwritable
from rapporteur.view.charts.colours import FAINT, INK, PAGE, SOFT, in_light
from rapporteur.view.figures.source import Told

FONT = "system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif"
_SANDBOX = "allow-scripts allow-downloads"
_LETTERS = 130
"""Letters on a line of the words that an exported chart bears."""
_CONFIG: dict[str, Any] = {
    "background": PAGE,
    "font": FONT,
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": 12, "aria": False},  # what is written is told by the marks
    "axis": {
        "labelColor": INK,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "labelLimit": 460,
        "domainColor": FAINT,
        "tickColor": FAINT,
        "gridColor": FAINT,
        "gridOpacity": 0.3,
    },
    "legend": {
        "labelColor": INK,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "labelFontSize": 12,
        "labelLimit": 0,
    },
    "title": {"color": INK, "subtitleColor": SOFT, "anchor": "start", "fontSize": 16, "subtitleFontSize": 12},
}


@dataclass(frozen=True)
class Chart:
    """A chart for screens.

    :ivar told: title, counts, source, notes and alternative text, those of the figure for paper.
    :ivar columns: names of the columns of its rows.
    :ivar rows: what is drawn, as the page shows it in a table.
    :ivar drawn: the chart of altair, its colours still those of light and dark at once; None if there is nothing.
    """

    told: Told
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    drawn: Any = None

    @property
    def title(self) -> str:
        return self.told.title

    @property
    def counts(self) -> str:
        return self.told.counts

    @property
    def source(self) -> str:
        return self.told.source

    @property
    def alternative(self) -> str:
        return self.told.alternative

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The Vega-Lite specification in light colours, as any of its readers takes it; {} if nothing is drawn."""
        return in_light(self._both) if self.drawn is not None else {}

    @cached_property
    def _both(self) -> dict[str, Any]:
        words = [self.told.counts, *self.told.notes, f"Source: {self.told.source}"]
        spec: dict[str, Any] = self.drawn.to_dict()
        spec["config"] = _CONFIG
        spec["description"] = self.told.alternative
        spec["title"] = {"text": self.told.title, "subtitle": [line for one in words for line in wrap(one, _LETTERS)]}
        return spec

    @cached_property
    def page(self) -> str:
        """The whole page, self-contained."""
        there = self.drawn is not None
        words = {
            "title": html.escape(self.told.title),
            "counts": html.escape(self.told.nothing or self.told.counts),
            "source": html.escape(self.told.source),
            "alternative": html.escape(self.told.alternative),
            "notes": "".join(f"<p>{html.escape(note)}</p>" for note in self.told.notes),
            "table": _table(self.columns, self.rows) if there else "",
            "style": _read("chart.css"),
            "library": library() if there else "",
            "script": _read("chart.js") if there else "",
            "spec": json.dumps(self._both, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
            if there
            else "null",
        }
        parts = re.split(r"<!--(\w+)-->", _read("chart.html" if there else "nothing.html"))
        return "".join(words[part] if at % 2 else part for at, part in enumerate(parts))

    def save(self, path: str | Path) -> Path:
        """Write the page as an HTML file, or the specification as JSON, and give back its path.

        :raises UnwritableOutput: if the ending is another, or the file cannot be written.
        """
        path = Path(path)
        form = path.suffix.lower()
        if form not in (".html", ".htm", ".json"):
            raise UnwritableOutput(
                f"A chart in a file that ends in {path.suffix!r}.",
                where=str(path),
                expected="a name that ends in .html, or in .json for the specification.",
                remedy="Name it so; the figure of that name in rapporteur.view is saved as PNG, SVG or PDF.",
            )
        text = json.dumps(self.spec, ensure_ascii=False, indent=1) + "\n" if form == ".json" else self.page
        with unwritable("The chart", path, remedy="Name another place."):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        return path

    def _repr_html_(self) -> str:
        """The chart inside a notebook: a frame that holds the page, so that several never meet."""
        return (
            f'<iframe title="{html.escape(self.title)}" sandbox="{_SANDBOX}" '
            f'style="width:100%;height:760px;border:1px solid #8888" srcdoc="{html.escape(self.page)}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<Chart: {self.told.title}; {self.told.counts}>"


def require_altair() -> None:
    """Refuse to make a chart without the libraries that do.

    :raises RapporteurError: if one is not there.
    """
    for module, name in (("altair", "altair"), ("vl_convert", "vl-convert-python")):
        if find_spec(module) is None:
            raise RapporteurError(
                f"{name} is not installed.",
                where="a chart for screens",
                expected="the extra that makes charts.",
                remedy="Install it: pip install 'rapporteur[charts]'.",
            )


@cache
def library() -> str:
    """Vega, Vega-Lite and vega-embed as one script below their licences; no end of a script element within."""
    import vl_convert

    bundle: Any = vl_convert.javascript_bundle  # its types ask for a snippet; without one it gives all three
    return f"/*!\n{_read('vega.LICENSE.txt')}*/\n" + str(bundle()).replace("</script", "<\\/script")


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """What is drawn, as a table."""
    heads = "".join(f'<th scope="col">{html.escape(column)}</th>' for column in columns)
    body = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape('' if cell is None else str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>"


def label_of(names: Mapping[str, str | list[str]]) -> str:
    """An expression of Vega that gives the name behind the value of an axis, on several lines if it is a list."""
    return f"({json.dumps(names, ensure_ascii=False)})[datum.value]"


@cache
def _read(name: str) -> str:
    """A file that this room carries."""
    return files("rapporteur.view.charts").joinpath("page", name).read_text("utf-8")
