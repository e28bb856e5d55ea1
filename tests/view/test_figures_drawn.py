"""What is drawn on figures: bars, circles, marks, bands and the map, held to frames that can be counted by eye."""

from __future__ import annotations

import math
from collections import Counter

import pandas
import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from rdflib import Graph

from rapporteur.query import run_query
from rapporteur.view import (
    agenda_day_by_day,
    lineage_of_recommendations,
    map_of_attendance,
    provisions_by_citation,
    states_by_item,
    themes_by_strength,
    who_was_asked,
)
from rapporteur.view.figures.outlines import area_of, flat, middle_of, world
from rapporteur.view.figures.sheet import on, ramp
from rapporteur.view.figures.words import by_strength


def written(figure: Figure) -> set[str]:
    """The texts on a figure."""
    return {text.get_text() for text in figure.findobj(lambda artist: hasattr(artist, "get_text"))}


def test_the_bars_of_themes_add_up(graph: Graph) -> None:
    """Do the bars add up to the frame, with a legend that counts, and do most themes stand on top?"""
    frame = run_query(graph, "themes-by-strength")
    figure = themes_by_strength(frame, source="an invented source")
    (axes,) = figure.axes
    widths = sum(int(bar.get_width()) for bars in axes.containers for bar in bars)
    assert widths == int(frame["recommendations"].sum()) > 100
    should = int(frame.loc[frame["how"] == "should", "recommendations"].sum())
    assert f"should ({should})" in written(figure)
    assert "Source: an invented source" in written(figure)
    assert axes.get_yticklabels()[-1].get_text() == "Criminal justice response"


def test_themes_beyond_the_most_are_counted(graph: Graph) -> None:
    """Is it said how many themes are left out?"""
    assert themes_by_strength(graph, most=10).counts.endswith("; 29 themes with at most 5 not drawn")


def test_strengths_keep_their_order_and_shade() -> None:
    """Do strengths run from weak to strong, narrower ones with the shade of the broader, and unknown ones last?"""
    order = by_strength(["shall", "hum", "should continue", "may", "should"])
    assert list(order) == ["may", "should", "should continue", "shall", "hum"]
    shades = ramp(list(order.values()))
    assert shades[1] == shades[2]
    light = [0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue, _ in shades]
    assert light == sorted(light, reverse=True)
    assert (on(shades[0]), on(shades[-1])) == ("#1a1a1a", "white")


def test_an_addressee_has_a_circle_for_each_strength() -> None:
    """Are units counted once an addressee, those without one apart, with the commonest verbs beside them?"""
    rows = [
        ("Parties", "should", "light; paint", "u1"),
        ("Secretariat", "should", "light; paint", "u1"),
        ("Parties", "may", "light", "u2"),
        (None, "urge", "moor", "u3"),
    ]
    figure = who_was_asked(pandas.DataFrame(rows, columns=["asked", "how", "actions", "unit"]))
    assert figure.counts == "3 recommendations, 2 addressees; a recommendation with two addressees counts for both"
    assert {"light 2, paint", "light, paint", "moor"} <= written(figure)
    assert [label.get_text() for label in figure.axes[0].get_yticklabels()] == [
        "Parties",
        "Secretariat",
        "(nobody named)",
    ]
    assert len(figure.axes[0].collections) == 4 + 1, "four circles and the lines between rows"


def test_provisions_stand_under_their_treaty() -> None:
    """Is a bar as long as the text parts, a mark where recommendations cite it, and the treaty named once?"""
    rows = [
        ("Quay Accord, article 9", "Accord on Quays", 3, 2),
        ("Quay Accord, article 10", "Accord on Quays", 1, 0),
        ("Mooring Pact, annex II", "Pact on Moorings", 2, 0),
    ]
    figure = provisions_by_citation(pandas.DataFrame(rows, columns=["article", "of", "text_parts", "recommendations"]))
    (axes,) = figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == ["article 9", "article 10", "annex II"]
    assert [bar.get_width() for bar in axes.containers[0]] == [3, 1, 2]
    assert [across for across, _ in axes.collections[0].get_offsets()] == [2]
    assert {"Accord on Quays", "Pact on Moorings"} <= written(figure)


def test_a_state_has_a_mark_for_each_item(graph: Graph) -> None:
    """Are there 119 marks, 18 of them of observers, and the titles of all five items under the matrix?"""
    figure = states_by_item(graph)
    colours: Counter[tuple[float, ...]] = Counter()
    for mark in (mark for axes in figure.axes for mark in axes.collections if isinstance(mark, PathCollection)):
        colours[tuple(mark.get_facecolor()[0])] += len(mark.get_offsets())
    assert sorted(colours.values()) == [18, 101]
    text = "\n".join(written(figure))
    assert "4  Good practices and tools in discouraging the demand" in text
    assert all(f"\n{item}  " in f"\n{text}" for item in "23456")


@pytest.mark.parametrize("items", [1, 16])
def test_two_hundred_states_fit_a_page_or_are_counted(items: int) -> None:
    """Does a matrix of 200 States with markup in their names stay within a large page, and say whom it leaves out?"""
    rows = [
        (f"State <b>{n}</b> of $x$", str(item), "A title & more", "observer", 1)
        for n in range(200)
        for item in range(1, items + 1)
    ]
    frame = pandas.DataFrame(rows, columns=["state", "item", "title", "spoke_as", "statements"])
    figure = states_by_item(frame)
    assert "State <b>7</b> of $x$" in written(figure)
    width, height = figure.get_size_inches()
    assert width < 17.5 and height < 16
    assert states_by_item(frame, most=20).counts.endswith(f"; 180 States with at most {items} not drawn")


def test_an_agenda_has_a_bar_for_each_day() -> None:
    """Are items in the order a person counts, days without an item left blank, and an agenda without days told?"""
    columns = ["item", "title", "considered_on", "presenters", "statements", "recommendations"]
    rows = [
        ("10", "Tenth", "2031-05-05", "", 0, 0),
        ("2", "Second", "2031-05-03, 2031-05-05", "Ada Quay (Fiji)", 4, 1),
    ]
    figure = agenda_day_by_day(pandas.DataFrame(rows, columns=columns))
    (axes,) = figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == ["2  Second", "10  Tenth"]
    assert [label.get_text() for label in axes.get_xticklabels()][:3] == ["3\nMay", "4\nMay", "5\nMay"]
    assert len(axes.patches) == 3
    assert "3 May 2031: item 2; 5 May 2031: items 2 and 10." in figure.alternative
    undated = agenda_day_by_day(pandas.DataFrame([("1", "First", "", "", 0, 0)], columns=columns))
    assert "no day\nis given" in written(undated) and undated.alternative.endswith("No item has a day.")


COLUMNS = ["participant", "kind", "attended_as", "m49", "who"]


def test_the_map_colours_who_came(graph: Graph) -> None:
    """Are 91 places coloured or dotted, the bodies counted below, and is it said whose outlines these are?"""
    figure = map_of_attendance(graph)
    assert "91 places on the map" in figure.counts
    text = " ".join(" ".join(written(figure)).split())
    assert "have no place on a map (18)" in text
    assert "Outlines: Natural Earth 4.1" in text and "carry no opinion" in text
    assert "State party (71)" in text and "observer for a signatory State (7)" in text


def test_the_map_names_whom_it_cannot_place() -> None:
    """Does a small State get a dot, a former one a name under the map, who came twice a capacity of its own?"""
    rows = [
        ("Tuvalu", "State", "party", "798", "state/TUV"),
        ("Kenya", "State", "party", "404", "state/KEN"),
        ("Kenya", "State", "observer", "404", "state/KEN"),
        ("Old Land", "State", "party", "", "state/old"),
        ("Ferry League", "Organization", "observer", None, "organization/ferry"),
    ]
    figure = map_of_attendance(pandas.DataFrame(rows, columns=COLUMNS))
    assert figure.counts == "3 States; 2 places on the map, 1 of them small and marked by a dot"
    assert "By capacity: party 1 and more than one capacity 1." in figure.alternative
    assert "Without a place on the map: Old Land." in figure.alternative
    assert "no place on a map (1): observer 1." in figure.alternative
    points = [tuple(point) for mark in figure.axes[0].collections for point in mark.get_offsets()]
    assert world().dots["798"] in points


def test_only_bodies_make_no_map() -> None:
    """Is it said that no State came, and how many others did?"""
    figure = map_of_attendance(pandas.DataFrame([("League", "Organization", "x", None, "o/l")], columns=COLUMNS))
    assert figure.alternative.endswith("No State is recorded as attending. 1 body attended.")


def test_every_state_of_today_has_a_place_on_the_map() -> None:
    """Has each State of the carried tables that is one today a shape or a dot, near where it should be?"""
    from rapporteur.authorities import load_authorities

    land = world()
    today = [state for state in load_authorities().states.values() if state.kind == "state"]
    assert len(today) > 190
    missing = [state.ref.code for state in today if state.m49 not in land.shapes and state.m49 not in land.dots]
    assert not missing
    assert math.dist(land.dots["702"], flat(103.8, 1.35)) < 0.01, "Singapore"
    east, north = middle_of(max(land.shapes["076"], key=lambda ring: abs(area_of(ring))))
    assert math.dist((east, north), flat(-53, -11)) < 0.05, "Brazil"
    widest = max(abs(x) for rings in land.shapes.values() for ring in rings for x, _ in ring)
    assert widest < 2.71, "within the map"
    spans = [max(x for x, _ in ring) - min(x for x, _ in ring) for rings in land.shapes.values() for ring in rings]
    assert max(spans) < 2.6, "no line runs across the whole map"


LINEAGE = [
    "recommendation",
    "report_symbol",
    "issued",
    "builds_on",
    "earlier_report",
    "earlier_issued",
    "unit",
    "target",
]


def _row(later: str, unit: str, earlier: str, part: int) -> tuple[str | None, ...]:
    target = f"{earlier}/paragraph/{part}"
    return unit, later, None, f"{earlier}, paragraph {part}", earlier, None, f"{later}/recommendation/{unit}", target


def test_a_lineage_runs_from_earlier_to_later() -> None:
    """Do three reports stand in three columns, with a band for each recommendation and part?"""
    rows = [_row("Q/2", "1.1", "Q/1", 10), _row("Q/2", "1.1", "Q/1", 2), _row("Q/3", "4.1", "Q/2", 7)]
    figure = lineage_of_recommendations(pandas.DataFrame(rows, columns=LINEAGE))
    assert figure.counts == "2 recommendations of 2 reports build on 3 parts of 2 earlier reports"
    (axes,) = figure.axes
    bands = [patch for patch in axes.patches if patch.get_alpha()]
    nodes = [patch for patch in axes.patches if not patch.get_alpha()]
    assert (len(bands), len(nodes)) == (3, 5)
    places = {text.get_text(): text.xy for text in axes.texts}
    assert places["Q/1"][0] < places["Q/2"][0] < places["Q/3"][0]
    assert places["paragraph 2"][1] < places["paragraph 10"][1]


def test_a_lineage_of_many_parts_draws_reports() -> None:
    """Is it said that reports are drawn, and do reports that name each other not go on for ever?"""
    rows = [_row("Q/2", f"{n}.1", "Q/1", n) for n in range(1, 9)] + [_row("Q/1", "5.1", "Q/2", 3)]
    frame = pandas.DataFrame(rows, columns=LINEAGE)
    figure = lineage_of_recommendations(frame, most=5)
    assert figure.counts.endswith("reports are drawn, not their parts: these are too many")
    assert len([patch for patch in figure.axes[0].patches if not patch.get_alpha()]) == 2
    assert len(lineage_of_recommendations(frame).drawn("svg")) > 1_000
