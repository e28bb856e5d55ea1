"""What several charts are made of: rows as data, a list to pick one kind by, what is faint when another was picked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

from rapporteur.view.charts.chart import label_of
from rapporteur.view.charts.colours import INK

ONLY = "only"
"""The name of the parameter that says which kind was picked; "" is all."""
_FAINT = 0.12
_HALF_LINE = 7


def data_of(rows: Iterable[Mapping[str, Any]]) -> Any:
    """Rows written into the chart."""
    return alt.InlineData(values=[dict(row) for row in rows])


def picker(label: str, kinds: Sequence[str]) -> Any:
    """A list above the chart, for mouse and keyboard, that leaves one kind bright; of one kind alone there is none."""
    if len(kinds) < 2:
        return alt.param(name=ONLY, value="")
    bound = alt.binding_select(options=["", *kinds], labels=["all", *kinds], name=label)
    return alt.param(name=ONLY, value="", bind=bound)


def bright(field: str, faint: float = _FAINT) -> Any:
    """Opacity: full for the kind that was picked."""
    return alt.condition(f"{ONLY} == '' || datum.{field} == {ONLY}", alt.value(1), alt.value(faint))


def edge(under: Any, other: str = "transparent") -> Any:
    """An outline for what the pointer is on; the others have an ``other`` one."""
    return alt.condition(under, alt.value(INK), alt.value(other))


def under_pointer(fields: Sequence[str], name: str = "under") -> Any:
    """A selection of what the pointer is on."""
    return alt.selection_point(name=name, on="pointerover", clear="pointerout", fields=list(fields), empty=False)


def told_by(**fields: str) -> dict[str, Any]:
    """What the pointer is told by a tooltip, and a screen reader by a description: fields and their names."""
    said = " + '; ' + ".join(
        f"{json.dumps(title + ': ')} + datum[{json.dumps(field)}]" for field, title in fields.items()
    )
    return {
        "tooltip": [alt.Tooltip(f"{field}:N", title=title) for field, title in fields.items()],
        "description": alt.value(alt.ExprRef(said)),
    }


def named_by(names: Mapping[str, str | list[str]]) -> dict[str, Any]:
    """What an axis on the left is told to bear these names, those on several lines about their middle."""
    lines = {key: len(name) for key, name in names.items() if isinstance(name, list)}
    most = max(lines.values(), default=1)
    raised = [
        {"test": f"({json.dumps(lines)})[datum.value] == {number}", "value": -_HALF_LINE * (number - 1)}
        for number in range(2, most + 1)
    ]
    return {"labelExpr": label_of(names), **({"labelOffset": {"condition": raised, "value": 0}} if raised else {})}


def bare(side: str, **more: Any) -> Any:
    """An axis without line and marks."""
    return alt.Axis(**{"orient": side, "domain": False, "ticks": False, "grid": False, "labelPadding": 6, **more})
