"""The outlines of countries and areas: files carried beside this module → lines and points on a flat map.

The outlines are those of Natural Earth at 1:110 million, as the npm package world-atlas redistributes them in TopoJSON;
``world/README.md`` tells version and licence. They show who holds the land, by the choice of those who made them, and
say nothing of what this project, or the United Nations, holds to be right.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Any

Point = tuple[float, float]
Ring = list[Point]
"""A closed line of points, each in degrees east and north or on the flat map."""

WHOSE = "Natural Earth 4.1, 1:110 million"

# The polynomial of the Equal Earth projection: Šavrič, Patterson and Jenny (2018), doi:10.1080/13658816.2018.1504949.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


@dataclass(frozen=True, slots=True)
class World:
    """What can be drawn, on a flat map.

    :ivar shapes: M49 code → the lines around its pieces; under "" those that have no code.
    :ivar dots: M49 code → a point, for those too small for a shape.
    """

    shapes: Mapping[str, list[Ring]]
    dots: Mapping[str, Point]


@cache
def world() -> World:
    """The outlines and points that the package carries; Antarctica, which nobody comes from, left out."""
    folder = files("rapporteur.view.figures").joinpath("world")
    found = outlines_of(json.loads(folder.joinpath("countries-110m.json").read_text("utf-8")))
    rows = csv.DictReader(folder.joinpath("dots.csv").read_text("utf-8").splitlines())
    return World(
        {
            m49: [[flat(*point) for point in piece] for ring in rings for piece in cut(ring)]
            for m49, rings in sorted(found.items())
            if m49 != ANTARCTICA
        },
        {row["m49"]: flat(float(row["east"]), float(row["north"])) for row in rows},
    )


ANTARCTICA = "010"


def outlines_of(topology: Mapping[str, Any]) -> dict[str, list[Ring]]:
    """The outer and inner lines of each country of a TopoJSON file, by its id, in degrees.

    Form: *The TopoJSON Format Specification*, 2.1: an arc is quantized and each point told as the step from the last;
    a negative index takes an arc backwards.
    """
    (across, up), (east, north) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Ring] = []
    for steps in topology["arcs"]:
        x = y = 0
        line: Ring = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            line.append((x * across + east, y * up + north))
        arcs.append(line)
    found: dict[str, list[Ring]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        pieces = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        rings = [_joined(indices, arcs) for piece in pieces for indices in piece]
        found.setdefault(country.get("id", ""), []).extend(rings)
    return found


def _joined(indices: list[int], arcs: list[Ring]) -> Ring:
    """Arcs one after the other; where two meet, the point they share once."""
    ring: Ring = []
    for index in indices:
        line = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += line[1:] if ring else line
    return ring


def cut(ring: Ring) -> list[Ring]:
    """A closed line in degrees, parted where it crosses the meridian at the edge of the map.

    >>> cut([(170, 0), (-170, 0), (-170, 10), (170, 10)])
    [[(170, 0), (180.0, 0.0), (180.0, 10.0), (170, 10)], [(-180.0, 0.0), (-170, 0), (-170, 10), (-180.0, 10.0)]]
    """
    east, line = ring[0][0], [ring[0]]
    for x, y in ring[1:]:
        x += 360 * round((east - x) / 360)
        east = x
        line.append((x, y))
    pieces = []
    for turn in (-360, 0, 360):
        shifted = [(x + turn, y) for x, y in line]
        piece = _within(_within(shifted, 1), -1)
        if len(piece) > 2:
            pieces.append(piece)
    return pieces[::-1]


def _within(ring: Ring, side: int) -> Ring:
    """What of a closed line lies west of the map's eastern edge (side 1) or east of its western edge (side -1)."""
    kept: Ring = []
    for (x, y), (u, v) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if x * side <= 180:
            kept.append((x, y))
        if (x * side < 180 < u * side) or (u * side < 180 < x * side):
            kept.append((180.0 * side, y + (v - y) * (180.0 * side - x) / (u - x)))
    return kept


def flat(east: float, north: float) -> Point:
    """A place on the Equal Earth projection, in which areas compare; the sphere's radius is 1.

    >>> flat(0, 0), [round(value, 3) for value in flat(180, 0)]
    ((0.0, 0.0), [2.707, 0.0])
    """
    angle = asin(_M * sin(radians(north)))
    square = angle * angle
    sixth = square**3
    x = radians(east) * cos(angle) / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    return x, angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def area_of(ring: Ring) -> float:
    """What lies within a closed line, in the square of its unit; negative if the line runs clockwise."""
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def middle_of(ring: Ring) -> Point:
    """The centre of gravity of what lies within a closed line; of a line around nothing, the middle of its points."""
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
    whole = sum(cross for _, _, cross in pairs) * 3
    if not whole:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    return sum((a[0] + b[0]) * c for a, b, c in pairs) / whole, sum((a[1] + b[1]) * c for a, b, c in pairs) / whole
