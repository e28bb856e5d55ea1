"""Pictures: rows and graphs in, a networkx graph, an interactive page or a plain figure out."""

from rapporteur.view.figures import themes_by_strength
from rapporteur.view.network import to_networkx
from rapporteur.view.picture import Picture, picture

__all__ = ["Picture", "picture", "themes_by_strength", "to_networkx"]
