"""Pictures: rows and graphs in, a networkx graph, an interactive page or a plain figure out."""

from rapporteur.view.figures import (
    agenda_day_by_day,
    lineage_of_recommendations,
    map_of_attendance,
    provisions_by_citation,
    states_by_item,
    themes_by_strength,
    who_was_asked,
)
from rapporteur.view.network import to_networkx
from rapporteur.view.picture import Picture, picture

__all__ = [
    "Picture",
    "agenda_day_by_day",
    "lineage_of_recommendations",
    "map_of_attendance",
    "picture",
    "provisions_by_citation",
    "states_by_item",
    "themes_by_strength",
    "to_networkx",
    "who_was_asked",
]
