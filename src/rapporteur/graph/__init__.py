"""GRAPH: a report with its links in, an rdflib dataset and files out. The only room where an IRI is minted.

`build_graph` gives a `Built`: the triples of the report's graphs, and `Built.dataset` with the graphs
that all reports share. `write_built` writes the six files of a build, `load_built` reads the graphs back.
"""

from rapporteur.graph.address import report_iris
from rapporteur.graph.built import Built, build_graph, with_inferred
from rapporteur.graph.load import add_shared_graphs, load_built
from rapporteur.graph.summary import summarize
from rapporteur.graph.write import render, write_built, write_files

__all__ = [
    "Built",
    "add_shared_graphs",
    "build_graph",
    "load_built",
    "render",
    "report_iris",
    "summarize",
    "with_inferred",
    "write_built",
    "write_files",
]
