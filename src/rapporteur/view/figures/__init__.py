"""Figures for paper: rows in, a matplotlib figure out, with its title, its counts, its source, and all that in words.

One module a figure. Each takes the answer to its question as a frame, or a graph, a store or an address that it asks.
"""

from rapporteur.view.figures.agenda import agenda_day_by_day
from rapporteur.view.figures.asked import who_was_asked
from rapporteur.view.figures.attendance import map_of_attendance
from rapporteur.view.figures.lineage import lineage_of_recommendations
from rapporteur.view.figures.provisions import provisions_by_citation
from rapporteur.view.figures.states import states_by_item
from rapporteur.view.figures.themes import themes_by_strength

__all__ = [
    "agenda_day_by_day",
    "lineage_of_recommendations",
    "map_of_attendance",
    "provisions_by_citation",
    "states_by_item",
    "themes_by_strength",
    "who_was_asked",
]
