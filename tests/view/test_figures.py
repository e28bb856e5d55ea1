"""Figures: do they show the counts they were given, say them in words, and save themselves the same on every run?"""

from __future__ import annotations

import pytest
from rdflib import Graph

from rapporteur.errors import RapporteurError
from rapporteur.query import run_query
from rapporteur.view import themes_by_strength


def test_the_themes_show_the_counts_they_were_given(graph: Graph) -> None:
    """Do the bars add up to the frame, with title, source and a legend that counts?"""
    frame = run_query(graph, "themes-by-strength")
    figure = themes_by_strength(frame, source="an invented source")
    (axes,) = figure.axes
    widths = sum(int(bar.get_width()) for bars in axes.containers for bar in bars)
    assert widths == int(frame["recommendations"].sum()) > 100
    assert figure.title.startswith("Themes")
    assert "Source: an invented source" in [text.get_text() for text in figure.texts]
    legend = axes.get_legend()
    assert legend is not None
    should = int(frame.loc[frame["how"] == "should", "recommendations"].sum())
    assert f"should ({should})" in [text.get_text() for text in legend.get_texts()]


def test_a_frame_of_another_query_is_refused(graph: Graph) -> None:
    """Does a wrong frame get a message that names the right query?"""
    frame = run_query(graph, "open-mentions")
    with pytest.raises(RapporteurError, match="themes-by-strength"):
        themes_by_strength(frame)
