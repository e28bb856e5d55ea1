"""Figures for paper: rows in, a matplotlib figure out, with its title, its counts, its source, and all that in words.

One module a figure. Each takes the answer to its question as a frame, or a graph, a store or an address that it asks.
"""

from rapporteur.view.figures.themes import themes_by_strength

__all__ = ["themes_by_strength"]
