"""Figures: do they show the counts they were given, say them in words, and save themselves the same on every run?"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pandas
import pytest
from matplotlib.figure import Figure
from PIL import Image
from rdflib import Graph

from rapporteur.errors import RapporteurError, UnusableQuery, UnwritableOutput
from rapporteur.query import Collection, open_collection, run_query
from rapporteur.view import (
    agenda_day_by_day,
    figures,
    lineage_of_recommendations,
    map_of_attendance,
    provisions_by_citation,
    states_by_item,
    themes_by_strength,
    who_was_asked,
)

BUNDLED = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
DRAWN: dict[Callable[..., Figure], tuple[str, str]] = {
    who_was_asked: ("who-was-asked-to-do-what", "77 recommendations, 6 addressees"),
    themes_by_strength: ("themes-by-strength", "39 themes"),
    provisions_by_citation: ("articles-by-citations", "8 provisions of 5 treaties"),
    states_by_item: ("statements-by-state-and-item", "51 States, 119 statements on 5 items"),
    agenda_day_by_day: ("agenda-day-by-day", "10 agenda items, 7 with a day; 11 presenters; 122 statements"),
    map_of_attendance: ("attendance-with-codes", "90 States and 1 body with a country code"),
    lineage_of_recommendations: ("lineage-of-recommendations", "6 recommendations of 1 report build on 6 parts"),
}
"""Each figure with its question and what a reader of the report counts (the hand counts stand in `tests/query`)."""
CASES = pytest.mark.parametrize("draw", DRAWN, ids=lambda draw: draw.__name__)


@pytest.fixture(scope="module")
def reports() -> Collection:
    return open_collection(BUNDLED)


def words(figure: Figure) -> list[str]:
    """All that is written on a figure."""
    return [text.get_text() for text in figure.findobj(lambda artist: hasattr(artist, "get_text"))]


def test_every_figure_is_tried_here() -> None:
    """Is each function that the room offers among the cases?"""
    assert {draw.__name__ for draw in DRAWN} == set(figures.__all__)


@CASES
def test_a_figure_says_what_it_shows_and_where_from(reports: Collection, draw: Callable[..., Figure]) -> None:
    """Does an opened collection give title, hand counts and source on the figure, and in its alternative text?"""
    query, counts = DRAWN[draw]
    figure = draw(reports)
    written = "\n".join(words(figure))
    assert figure.title in written
    assert figure.counts.startswith(counts)
    assert " ".join(figure.counts.split()) in " ".join(written.split())
    assert f"Source: CTOC/COP/WG.4/2010/6, meeting of 27 to 29 January 2010; Rapporteur, query {query}" in written
    assert figure.alternative.startswith(f"{figure.title}. ") and figure.counts in figure.alternative
    assert figure.alternative.endswith(".") and len(figure.alternative) < 2_500


@CASES
def test_a_frame_a_graph_and_a_store_give_the_same_figure(
    graph: Graph, reports: Collection, draw: Callable[..., Figure]
) -> None:
    """Is the same drawn from a graph in memory, from a store, from rows, and from a collection's own typed frame?"""
    query, _ = DRAWN[draw]
    frame = run_query(graph, query)
    first = draw(frame)
    assert first.source.endswith(f"Rapporteur, query {query}")
    for source in (reports.store, reports.ask(query), graph if draw is lineage_of_recommendations else frame):
        other = draw(source)
        assert (other.counts, other.alternative) == (first.counts, first.alternative)


def test_a_path_several_and_a_build_will_do(graph: Graph) -> None:
    """Is a figure drawn from the name of a file, of one report that is named, from files, and from what was built?"""

    class Built:
        dataset = graph

    for source, report in ((str(BUNDLED), "CTOC/COP/WG.4/2010/6"), ([BUNDLED], ""), (Built(), "")):
        assert lineage_of_recommendations(source, report=report).counts.startswith("6 recommend")
    with pytest.raises(RapporteurError, match="Nothing can be asked of a set"):
        lineage_of_recommendations({"a"})  # type: ignore[arg-type]


@CASES
def test_nothing_to_draw_is_said_on_the_figure(draw: Callable[..., Figure]) -> None:
    """Does an answer without rows give a figure that says so, and an alternative text that does?"""
    from rapporteur.query import find_query

    query, _ = DRAWN[draw]
    figure = draw(pandas.DataFrame(columns=list(find_query(query).columns)))
    assert "Nothing to show." in words(figure)
    assert re.search(r"Nothing to show: (No|The) .*\.$", figure.alternative)
    assert len(figure.drawn("png", 40)) > 1_000


@CASES
def test_a_frame_of_another_query_is_refused(graph: Graph, draw: Callable[..., Figure]) -> None:
    """Does a wrong frame get a message that names the right query?"""
    with pytest.raises(RapporteurError, match=DRAWN[draw][0]):
        draw(run_query(graph, "links-by-grade"))


def test_a_frame_and_a_report_are_one_too_many(graph: Graph) -> None:
    """Is it said that a frame cannot be asked for one report any more, and that a report is not there?"""
    with pytest.raises(RapporteurError, match="A frame, and the report AB/1"):
        themes_by_strength(run_query(graph, "themes-by-strength"), report="AB/1")
    with pytest.raises(UnusableQuery):
        themes_by_strength(graph, report="a b <c>")


@CASES
def test_a_figure_is_saved_with_its_words_and_the_same_bytes(
    reports: Collection, tmp_path: Path, draw: Callable[..., Figure]
) -> None:
    """Do two runs write the same SVG and PNG, each with title and alternative text, and without a date?"""
    first, second = draw(reports), draw(reports)
    vector = first.save(tmp_path / "new" / "figure.svg")
    assert vector.read_bytes() == second.drawn("svg")
    root = ElementTree.parse(vector).getroot()
    names = {child.tag.rpartition("}")[2]: child for child in root}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{names['title'].get('id')} {names['desc'].get('id')}"
    assert (names["title"].text, names["desc"].text) == (first.title, first.alternative)
    assert b"<dc:date>" not in vector.read_bytes()
    pixels = first.save(tmp_path / "figure.PNG", dpi=40)
    assert pixels.read_bytes() == first.drawn("png", 40)
    with Image.open(pixels) as image:
        assert (image.info["Title"], image.info["Description"]) == (first.title, first.alternative)
        assert not {"Software", "Creation Time"} & set(image.info)


def test_panels_stand_in_the_same_place_every_time(reports: Collection) -> None:
    """Are places free of the last digits, which the solver of the layout gives another way now and then?"""
    figure = states_by_item(reports)
    figure.drawn("svg")
    places = [part for axes in figure.axes for part in axes.get_position().bounds]
    assert len(places) == 12
    assert all(abs(part - round(part, 6)) < 1e-12 for part in places)


def test_a_figure_for_paper_is_a_pdf_without_a_date(reports: Collection) -> None:
    """Do two runs write the same PDF?"""
    first, second = (lineage_of_recommendations(reports).drawn("pdf") for _ in range(2))
    assert first == second
    assert first.startswith(b"%PDF-") and b"CreationDate" not in first


def test_settings_of_the_one_who_calls_change_nothing(reports: Collection) -> None:
    """Does a figure look the same whatever style was chosen before?"""
    import matplotlib

    before = provisions_by_citation(reports).drawn("svg")
    with matplotlib.rc_context(
        {"font.family": "serif", "axes.facecolor": "black", "svg.hashsalt": "x", "font.size": 20}
    ):
        assert provisions_by_citation(reports).drawn("svg") == before


def test_a_figure_is_not_written_under_another_ending(reports: Collection, tmp_path: Path) -> None:
    """Is it said which endings there are, and that a place cannot be written?"""
    figure = lineage_of_recommendations(reports)
    with pytest.raises(UnwritableOutput, match=r"\.png, \.svg or \.pdf"):
        figure.save(tmp_path / "figure.gif")
    (tmp_path / "taken").write_text("")
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        figure.save(tmp_path / "taken" / "figure.png")


def test_a_notebook_gets_a_picture_with_its_words(reports: Collection) -> None:
    """Does a notebook show a PNG, and know its alternative text?"""
    figure = lineage_of_recommendations(reports)
    data, metadata = figure._repr_mimebundle_()
    assert data["image/png"].startswith(b"\x89PNG")
    assert metadata["image/png"]["alt"] == figure.alternative
    assert data["text/plain"] == repr(figure) == f"<Figure: {figure.title}; {figure.counts}>"


def test_matplotlib_waits_until_a_figure_is_drawn() -> None:
    """Is the room opened without the library that draws?"""
    program = "import sys, rapporteur.view; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"


def test_without_matplotlib_the_extra_is_named(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is it said what to install?"""
    monkeypatch.setattr("rapporteur.view.figures.source.find_spec", lambda name: None)
    with pytest.raises(RapporteurError, match=r"rapporteur\[notebook\]"):
        themes_by_strength(graph)
