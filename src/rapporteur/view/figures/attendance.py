"""A map of attendance: who came from where, in which capacity.

The outlines are somebody else's, and the figure says so; who has no place on a map is named under it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

from rapporteur.view.figures.outlines import WHOSE, World, area_of, middle_of, world
from rapporteur.view.figures.source import Asked, Source, Told, require_matplotlib, rows_of, told_nothing
from rapporteur.view.figures.words import counted, listed

if TYPE_CHECKING:
    from rapporteur.view.figures.sheet import Sheet

TITLE = "Who attended, and in which capacity"
QUERY = "attendance-with-codes"
SEVERAL = "more than one capacity"
_COLUMNS = ("participant", "kind", "attended_as", "m49", "who")
KINDS_OF_ITS_OWN = 5
"""Capacities with a colour of their own; those that follow share one."""
_KEYS = 2
"""Capacities on a line of the key: their names are long."""
_SMALLEST = 0.0011
"""The area of a dot, on a map whose sphere has the radius 1: a smaller shape gets one."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """What there is to draw.

    :ivar shown: capacity by M49 code of each place on the map.
    :ivar names: who came from there.
    :ivar order: the capacities, the most frequent first.
    :ivar sums: places by capacity.
    """

    told: Told
    shown: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    sums: Counter[str] = field(default_factory=Counter)


def map_of_attendance(
    of: Source,
    title: str = TITLE,
    source: str = "",
    *,
    report: str = "",
) -> Sheet:
    """The world, with each State or area that attended in the colour of its capacity.

    Who is too small for a shape gets a dot. Who has a code and no place, such as a State of former times, is named
    under the map; bodies, which have none, are counted there. Of several reports it shows who attended any meeting.

    :param of: the answer to the query ``attendance-with-codes``, or what can be asked it.
    :param source: the words of the source line, if others than those that say what was asked.
    :param report: symbol of one report, where ``of`` holds several.
    :raises RapporteurError: if matplotlib is not installed, or a frame lacks a column.
    """
    require_matplotlib()
    from rapporteur.view.figures.sheet import house_style, new_sheet, nothing_sheet

    facts = facts_of(of, title, source, report=report)
    if facts.told.nothing:
        return nothing_sheet(facts.told)
    with house_style():
        lines = ceil((min(len(facts.order), KINDS_OF_ITS_OWN + 1) + 1) / _KEYS)
        figure = new_sheet(9.5, 4.2, facts.told, key=lines)
        _draw(figure, world(), facts.shown, facts.order, facts.sums)
    return figure


def facts_of(of: Source, title: str = TITLE, source: str = "", *, report: str = "") -> Attendance:
    """What figure and chart show; parameters as of `map_of_attendance`."""
    asked = rows_of(of, QUERY, _COLUMNS, report)
    words = source or asked.words
    capacities, names, codes, kinds = _came(asked)
    placed = {who for who in codes if kinds[who] == "State" or codes[who]}
    if not placed:
        others = f" {counted(len(kinds), 'body', 'bodies')} attended." if kinds else ""
        return Attendance(told_nothing(title, words, f"No State is recorded as attending.{others}"))
    land = world()
    known = (land.shapes.keys() | land.dots.keys()) - {""}
    shown = {codes[who]: capacities[who] for who in placed if codes[who] in known}
    lost = sorted(names[who] for who in placed if codes[who] not in shown)
    bodies = Counter(as_ for who, as_ in capacities.items() if who not in placed)
    sums = Counter(shown.values())
    order = sorted(sums, key=lambda as_: (as_ == SEVERAL, -sums[as_], as_))
    small = sum(1 for m49 in shown if m49 in dotted_of(land))
    states = sum(1 for who in placed if kinds[who] == "State")
    said = counted(states, "State")
    if coded := len(placed) - states:
        said += f" and {counted(coded, 'body with a country code', 'bodies with a country code')}"
    said += f"; {counted(len(shown), 'place')} on the map, {small} of them small and marked by a dot"
    notes = []
    if lost:
        notes.append(f"Without a place on the map: {listed(lost, 40)}.")
    if bodies:
        each = listed((f"{as_} {number}" for as_, number in bodies.most_common()), 20)
        notes.append(f"Bodies that attended too, and have no place on a map ({sum(bodies.values())}): {each}.")
    notes.append(
        f"Outlines: {WHOSE}, which shows who controls the land; disputed borders are drawn as found there. "
        "The outlines carry no opinion of the makers of this figure on the status of any territory or its borders."
    )
    alternative = (
        f"{title}. A map of the world: {said}. By capacity: "
        + listed((f"{as_} {sums[as_]}" for as_ in order), 12)
        + f". {' '.join(notes[:-1])}"
    ).strip()
    named = {codes[who]: names[who] for who in sorted(placed) if codes[who] in shown}
    return Attendance(Told(title, said, words, alternative, tuple(notes)), shown, named, order, sums)


def _came(asked: Asked) -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    """By who came: the capacity, the name, the code and the kind."""
    found: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    codes: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for row in asked.rows:
        who = str(row["who"])
        found[who].add(str(row["attended_as"]))
        names[who] = str(row["participant"] or who)
        codes[who] = str(row["m49"] or "")
        kinds[who] = str(row["kind"])
    return {who: as_.pop() if len(as_) == 1 else SEVERAL for who, as_ in found.items()}, names, codes, kinds


def dotted_of(land: World) -> frozenset[str]:
    """The codes that get a dot: without a shape, or with one too small to be seen."""
    small = {m49 for m49, rings in land.shapes.items() if m49 and sum(abs(area_of(r)) for r in rings) < _SMALLEST}
    return frozenset(land.dots) | small


def dot_of(land: World, m49: str) -> tuple[float, float]:
    """Where the dot of a code stands: its own place, or the middle of its largest piece."""
    return land.dots.get(m49) or middle_of(max(land.shapes[m49], key=lambda ring: abs(area_of(ring))))


def _draw(figure: Sheet, land: World, shown: Mapping[str, str], order: list[str], sums: Counter[str]) -> None:
    """The land, the colours, the dots and the key."""
    from matplotlib.collections import PathCollection
    from matplotlib.lines import Line2D
    from matplotlib.path import Path

    from rapporteur.view.figures.sheet import KINDS, PALE

    axes = figure.subplots()
    looks = {as_: KINDS[min(at, KINDS_OF_ITS_OWN)] for at, as_ in enumerate(order)}
    dotted = dotted_of(land)
    for colour, codes in _by_colour(land, shown, looks, PALE).items():
        paths = [Path.make_compound_path(*(Path(ring, closed=True) for ring in land.shapes[code])) for code in codes]
        axes.add_collection(PathCollection(paths, facecolor=colour, edgecolor="white", linewidth=0.35))
    for m49, as_ in sorted(shown.items(), key=lambda entry: (-sums[entry[1]], entry[0])):  # the rare lie on top
        if m49 in dotted:
            x, y = dot_of(land, m49)
            axes.scatter(x, y, s=17, color=looks[as_], edgecolor="white", linewidth=0.5, zorder=3)
    axes.set_xlim(-2.72, 2.72)
    axes.set_ylim(-1.05, 1.33)
    axes.set_aspect("equal")
    axes.set_axis_off()
    own = order[:KINDS_OF_ITS_OWN] if len(order) > KINDS_OF_ITS_OWN + 1 else order
    keys = [(looks[as_], f"{as_} ({sums[as_]})") for as_ in own]
    if over := order[len(own) :]:
        others = counted(len(over), "other capacity", "other capacities")
        keys.append((looks[over[0]], f"{others} ({sum(sums[as_] for as_ in over)})"))
    keys.append((PALE, "not recorded as attending"))
    look: dict[str, Any] = {"marker": "s", "linestyle": "", "markersize": 7}
    figure.put_key([Line2D([], [], color=colour, label=label, **look) for colour, label in keys], _KEYS)


def _by_colour(land: World, shown: Mapping[str, str], looks: Mapping[str, str], pale: str) -> dict[str, list[str]]:
    """The codes of shapes under the colour they get; what is pale first, so that it lies below."""
    found: dict[str, list[str]] = {pale: []}
    for m49 in land.shapes:
        found.setdefault(looks[shown[m49]] if m49 in shown else pale, []).append(m49)
    return found
