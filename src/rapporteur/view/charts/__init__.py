"""Charts for screens: rows in, an interactive page out, with the words and counts of the figure of the same name.

One module a chart, each beside its figure for paper: facts come from there, and are only drawn here.
"""

from rapporteur.view.charts.agenda import agenda_day_by_day
from rapporteur.view.charts.asked import who_was_asked
from rapporteur.view.charts.attendance import map_of_attendance
from rapporteur.view.charts.chart import Chart
from rapporteur.view.charts.lineage import lineage_of_recommendations
from rapporteur.view.charts.provisions import provisions_by_citation
from rapporteur.view.charts.states import states_by_item
from rapporteur.view.charts.themes import themes_by_strength

__all__ = [
    "Chart",
    "agenda_day_by_day",
    "lineage_of_recommendations",
    "map_of_attendance",
    "provisions_by_citation",
    "states_by_item",
    "themes_by_strength",
    "who_was_asked",
]
