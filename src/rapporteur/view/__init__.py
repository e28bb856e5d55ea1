"""Pictures: rows and graphs in, a networkx graph, an interactive page or a plain figure out."""

from rapporteur.view.drawing import draw_network
from rapporteur.view.figures import (
    agenda_day_by_day,
    lineage_of_recommendations,
    map_of_attendance,
    provisions_by_citation,
    states_by_item,
    themes_by_strength,
    who_was_asked,
)
from rapporteur.view.kept import positions
from rapporteur.view.networks import PROJECTIONS, aggregated, flat, network_of_query, project, to_networkx
from rapporteur.view.picture import Picture, picture

__all__ = [
    "PROJECTIONS",
    "Picture",
    "agenda_day_by_day",
    "aggregated",
    "draw_network",
    "flat",
    "lineage_of_recommendations",
    "map_of_attendance",
    "network_of_query",
    "picture",
    "positions",
    "project",
    "provisions_by_citation",
    "states_by_item",
    "themes_by_strength",
    "to_networkx",
    "who_was_asked",
]
