"""The drawing: a network → a figure for paper, from the same places as the interactive picture.

Needs matplotlib, which the extra ``notebook`` brings. Things are boxes with their labels, edged in the colour of their
kind, which the key names; lines have the colour and the stroke of their property.
"""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import networkx as nx

from rapporteur.errors import RapporteurError
from rapporteur.view.courses import course
from rapporteur.view.kept import laid_out
from rapporteur.view.layout import Lane, Layout
from rapporteur.view.networks.kinds import KINDS, PROPERTIES
from rapporteur.view.sizes import CHARACTER, LINE, MARGIN, cited_by
from rapporteur.view.ways import Way, ways_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from rapporteur.view.figures.sheet import Sheet

MOST_LABELS = 2500
"""Things above which they are points without labels."""
MOST_ARROWS = 800
_INKS = {
    "recommendation": "#3466c9",
    "provision": "#2f7d55",
    "treaty": "#2f7d55",
    "earlier": "#b3541e",
    "organization": "#7c1c5e",
    "document": "#534924",
    "decision": "#651987",
    "theme": "#651987",
    "addressee": "#b3541e",
    "capacity": "#534924",
}
_OTHER = "#57606a"
_STROKES = (("#3466c9", "-"), ("#76808d", "-"), ("#b3541e", "--"), ("#651987", ":"), ("#2f7d55", "-."))
_PER_INCH = 130
"""Units of the layout to an inch: labels are about eight points high."""
_NARROWEST, _LARGEST = 6.0, 60.0
"""Inches of a sheet, at least and at most."""


def draw_network(network: nx.Graph, title: str = "", *, beside: str | Path | None = None, keep: bool = True) -> Sheet:
    """A network as a figure with title, counts, source, key and alternative text; ``save`` it as PNG, SVG or PDF.

    :param title: instead of the network's own.
    :param beside: the graph's file ``NAME.trig``, beside which places are kept; see `rapporteur.view.positions`.
    :param keep: write places that are not kept there yet.
    :raises RapporteurError: if matplotlib is not installed.
    :raises UnwritableOutput: if places are to be kept and cannot be.
    """
    if find_spec("matplotlib") is None:
        raise RapporteurError(
            "matplotlib is not installed.",
            where="the drawing of a network",
            expected="the extra that draws figures.",
            remedy="Install it: pip install 'rapporteur[notebook]'. HTML, GraphML, GEXF and JSON need none.",
        )
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet
    from rapporteur.view.figures.source import Told, told_nothing

    told = network.graph
    title = title or str(told.get("title") or "A network")
    source = "; ".join(
        part for part in (str(told.get("source") or ""), f"Rapporteur, network {_name(network)}") if part
    )
    if not len(network):
        notes = told.get("notes") or ("The network has no nodes.",)
        return nothing_sheet(told_nothing(title, source, str(notes[0])))
    layout = laid_out(network, beside, keep=keep)
    places = _all_places(network, layout)
    left, right, top, bottom = _frame(network, places, layout)
    scale = _PER_INCH * max(1.0, (right - left) / _PER_INCH / _LARGEST, (bottom - top) / _PER_INCH / _LARGEST)
    width, height = max(_NARROWEST, (right - left) / scale), max(1.5, (bottom - top) / scale)
    counts = _counts(network)
    notes = [*map(str, told.get("notes", ())), _reading(network)]
    with house_style():
        handles = _key(network)
        columns = max(1, int(width / 2.6))
        sheet = new_sheet(
            width,
            height,
            Told(title, counts, source, _alternative(network, title, counts), tuple(notes)),
            key=-(-len(handles) // columns),
        )
        sheet.put_key(handles, columns)
        axes = sheet.subplots()
        axes.set_axis_off()
        axes.set_xlim(left, right)
        axes.set_ylim(bottom, top)
        points = 15 / scale * 72 * 0.86
        _draw_boxes(axes, network, layout, points)
        _draw_edges(axes, network, places, layout)
        _draw_nodes(axes, network, layout, points)
    return sheet


def _name(network: nx.Graph) -> str:
    return str(network.graph.get("projection") or network.graph.get("name") or "without a name")


def _counts(network: nx.Graph) -> str:
    kinds = Counter(str(kind or "thing") for _, kind in network.nodes(data="kind"))
    named = [f"{kinds[kind]} × {KINDS.get(kind, kind)}" for kind in sorted(kinds, key=_rank)]
    things, edges = len(network), network.number_of_edges()
    said = f"{things:,} thing{'s' * (things != 1)}, {edges:,} edge{'s' * (edges != 1)}"
    return f"{said}: {'; '.join(named)}"


def _rank(kind: str) -> tuple[int, str]:
    return (list(KINDS).index(kind) if kind in KINDS else 99), kind


def _reading(network: nx.Graph) -> str:
    told = network.graph
    said = [
        f"{name}: {told[key]}" for key, name in (("edges_are", "Edges"), ("direction_is", "direction")) if told.get(key)
    ]
    if any(cited_by(network, node) for node in network):
        said.append("in brackets, where two to six cite a thing: how many, and which")
    return "; ".join(said) + "." if said else ""


def _alternative(network: nx.Graph, title: str, counts: str) -> str:
    """What a reader who does not see the drawing should be told: what is in it, and the most tied things."""
    ranked = sorted(network, key=lambda node: (-network.degree(node), str(node)))[:5]
    tied = [f"{network.nodes[node].get('label') or node} ({network.degree(node)})" for node in ranked]
    reading = _reading(network)
    return f"{title}. {counts}. {reading} Most edges: {'; '.join(tied)}."


def _all_places(network: nx.Graph, layout: Layout) -> dict[Any, tuple[float, float]]:
    """Places of all nodes; one that encloses others stands where the frame around them does."""
    places: dict[Any, tuple[float, float]] = dict(layout.places)
    for node in network:
        if node not in places:
            inner = [one for one, box in layout.inside.items() if box == node]
            lane, ys = _lane(layout, inner[0]), [layout.places[one][1] for one in inner]
            places[node] = ((lane.left + lane.right) / 2, (min(ys) + max(ys)) / 2)
    return places


def _label(network: nx.Graph, node: Any, room: int = 0) -> list[str]:
    """The lines of a label, at most two, as wide as there is room."""
    data = network.nodes[node]
    text = str(data.get("short") or data.get("label") or node)
    if network.graph.get("layout") != "lanes" and data.get("count") and not text.endswith(")"):
        text += f" ({data['count']})"
    fitting = max(6, int((room - MARGIN * 0.6) / CHARACTER)) if room else 31
    by = cited_by(network, node)
    tail = f"({data.get('count')}: {by})"
    named = [text, tail] if fitting >= max(len(text), len(tail)) else wrap(f"{text} {tail}", fitting)
    if by and len(named) < 3:
        return named
    lines = wrap(text, fitting) or [text]
    return lines if len(lines) < 3 else [lines[0], lines[1][: fitting - 2].rstrip() + "…"]


def _size(network: nx.Graph, node: Any, layout: Layout) -> tuple[float, float]:
    if node not in layout.places:
        lane = _lane(layout, next(one for one, box in layout.inside.items() if box == node))
        return lane.right - lane.left + 14, LINE
    lines = _label(network, node, layout.rooms.get(node, 0))
    return max(map(len, lines)) * CHARACTER + MARGIN * 0.6, len(lines) * LINE + 6


def _lane(layout: Layout, node: Any) -> Lane:
    """The lane that a node stands in, or the nearest, where somebody moved it in the kept places."""
    x = layout.places[node][0]
    return min(layout.lanes, key=lambda lane: max(lane.left - x, x - lane.right, 0))


def _frame(
    network: nx.Graph, places: dict[Any, tuple[float, float]], layout: Layout
) -> tuple[float, float, float, float]:
    sizes = {node: _size(network, node, layout) for node in places}
    left = min(x - sizes[node][0] / 2 for node, (x, _) in places.items()) - 16
    right = max(x + sizes[node][0] / 2 for node, (x, _) in places.items()) + 16
    top = min(y - sizes[node][1] / 2 for node, (_, y) in places.items()) - (64 if layout.lanes else 16)
    return left, right, top, max(y + sizes[node][1] / 2 for node, (_, y) in places.items()) + 16


def _ink(kind: object) -> str:
    return _INKS.get(str(kind), _OTHER)


def _strokes(network: nx.Graph) -> dict[str, dict[str, Any]]:
    """Colour and stroke of each property."""
    order = list(PROPERTIES)
    found = {str(name or "link") for *_, name in network.edges(data="property")}
    ranked = sorted(found, key=lambda name: (order.index(name) if name in order else 99, name))
    looks = [{"color": colour, "linestyle": stroke} for colour, stroke in _STROKES]
    return {name: looks[at % len(looks)] for at, name in enumerate(ranked)}


def _key(network: nx.Graph) -> list[Any]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    kinds = sorted({str(kind or "thing") for _, kind in network.nodes(data="kind")}, key=_rank)
    things = [Patch(facecolor="white", edgecolor=_ink(kind), label=KINDS.get(kind, kind)) for kind in kinds]
    lines = [Line2D([], [], label=PROPERTIES.get(name, name), **look) for name, look in _strokes(network).items()]
    return [*things, *lines]


def _draw_boxes(axes: Axes, network: nx.Graph, layout: Layout, points: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    for box in layout.boxes:
        inner = [node for node, where in layout.inside.items() if where == box.id]
        sizes = {node: _size(network, node, layout) for node in inner}
        lane = _lane(layout, inner[0])
        left, right = lane.left - 7, lane.right + 7
        top = min(layout.places[node][1] - sizes[node][1] / 2 for node in inner) - 6
        bottom = max(layout.places[node][1] + sizes[node][1] / 2 for node in inner) + 6
        style = "round,pad=0,rounding_size=6"
        axes.add_patch(
            FancyBboxPatch((left, top), right - left, bottom - top, style, fc="#f1f3f6", ec="#c9ced6", lw=0.6, zorder=0)
        )
        fitting = max(10, int((right - left) / CHARACTER * 1.08))
        heading = box.label if len(box.label) <= fitting else box.label[: fitting - 1].rstrip() + "…"
        axes.text(left + 2, top - 3, heading, fontsize=points * 0.95, weight="bold", ha="left", va="bottom", zorder=4)
    if layout.lanes:
        edge = axes.get_ylim()[1]
        for lane in layout.lanes:
            axes.text(
                (lane.left + lane.right) / 2,
                edge + 4,
                lane.heading,
                fontsize=points * 1.1,
                ha="center",
                va="top",
                color="#555555",
            )


def _draw_edges(axes: Axes, network: nx.Graph, places: dict[Any, tuple[float, float]], layout: Layout) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.patches import FancyArrowPatch
    from matplotlib.path import Path as Outline

    strokes = _strokes(network)
    heaviest = max((weight or 1 for *_, weight in network.edges(data="weight")), default=1)
    arrows = network.is_directed() and network.number_of_edges() <= MOST_ARROWS
    ways = ways_of(network, layout)
    for name, stroke in strokes.items():
        drawn, widths = [], []
        for source, target, data in network.edges(data=True):
            if str(data.get("property") or "link") != name:
                continue
            way = ways.get((source, target, str(data.get("property", ""))))
            drawn.append(_points(network, source, target, places, layout, way))
            widths.append(0.5 + 2.2 * ((data.get("weight") or 1) - 1) / max(1, heaviest - 1))
        look: dict[str, Any] = {**stroke, "zorder": 1, "alpha": 0.6}
        if not arrows:
            axes.add_collection(LineCollection(drawn, linewidths=widths, **look))
            continue
        for points, width in zip(drawn, widths, strict=True):
            shape: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 5, "shrinkA": 0, "shrinkB": 0}
            ends: dict[str, Any] = {"path": Outline(points), "fill": False}
            if len(points) == 2:
                ends = {"posA": points[0], "posB": points[1]}
            axes.add_patch(FancyArrowPatch(**ends, linewidth=width, **shape, **look))


def _points(
    network: nx.Graph, source: Any, target: Any, places: dict[Any, tuple[float, float]], layout: Layout, way: Way | None
) -> list[tuple[float, float]]:
    """What a line is drawn through: in lanes from the sides that face one another, else from rim to rim."""
    (x, y), (u, v) = places[source], places[target]
    wide, other = _size(network, source, layout), _size(network, target, layout)
    if way:
        return course((x, y, *wide), (u, v, *other), way, layout.lanes)
    if layout.lanes and abs(u - x) > (wide[0] + other[0]) / 2:
        side = 1 if u > x else -1
        return [(x + side * wide[0] / 2, y), (u - side * other[0] / 2, v)]
    return [_rim((x, y), (u, v), wide), _rim((u, v), (x, y), other)]


def _rim(at: tuple[float, float], to: tuple[float, float], size: tuple[float, float]) -> tuple[float, float]:
    """Where the way from the middle of a box leaves it."""
    dx, dy = to[0] - at[0], to[1] - at[1]
    ways = [size[axis] / 2 / abs(way) for axis, way in ((0, dx), (1, dy)) if way]
    share = min([1.0, *ways])
    return at[0] + dx * share, at[1] + dy * share


def _draw_nodes(axes: Axes, network: nx.Graph, layout: Layout, points: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    if len(layout.places) > MOST_LABELS:
        colours = [_ink(network.nodes[node].get("kind")) for node in layout.places]
        xs, ys = [x for x, _ in layout.places.values()], [y for _, y in layout.places.values()]
        axes.scatter(xs, ys, s=2, c=colours, zorder=3)
        return
    for node, (x, y) in layout.places.items():
        width, height = _size(network, node, layout)
        ink = _ink(network.nodes[node].get("kind"))
        corner = (x - width / 2, y - height / 2)
        style = "round,pad=0,rounding_size=4"
        axes.add_patch(FancyBboxPatch(corner, width, height, style, fc="white", ec=ink, lw=0.9, zorder=2))
        text = "\n".join(_label(network, node, layout.rooms.get(node, 0)))
        axes.text(x, y, text, fontsize=points, ha="center", va="center", linespacing=1.05, zorder=3)
