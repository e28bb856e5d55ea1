"""Updates: one report's change → the SPARQL Update request that makes it, on a server.

The new graphs were put under names of their own before (`stage_of`), where no question sees them. The request then does
all the rest: SPARQL 1.1 Update (section 3) wants a request to be done as a whole or not at all, and Oxigraph does. A
server that stops in the middle is healed by the same change given again, for which the order matters: a triple leaves
the union while its graph still stands, and the manifest tells of a graph only once all is done. Nor is it trusted about
the old graphs: every graph that the report can have is cleared.
"""

from __future__ import annotations

from rapporteur.store.asking import Change
from rapporteur.store.bundle import report_graphs
from rapporteur.store.manifest import PART_OF, entries_of, manifest_text
from rapporteur.store.moments import now


def stage_of(graph: str) -> str:
    """The name under which a graph is put before it takes the place of the old one."""
    return f"{graph}/next"


def switch(change: Change, manifest: str, union: str) -> str:
    """The request that puts the new graphs of a document, which stand under their `stage_of`, in place of the old."""
    new = [graph.name for graph in change.new.graphs] if change.new else []
    shared = change.document in new or any(entry.shared for entry in change.old)
    old = list(
        dict.fromkeys([entry.graph for entry in change.old] + [*(() if shared else report_graphs(change.document))])
    )
    every = list(dict.fromkeys([*old, *new]))
    steps = [f"DELETE WHERE {{ GRAPH <{manifest}> {{ <{graph}> ?p ?o }} }}" for graph in every]
    steps += [
        f"DELETE {{ GRAPH <{union}> {{ ?s ?p ?o }} }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} "
        f"FILTER NOT EXISTS {{ GRAPH ?other {{ ?s ?p ?o }} GRAPH <{manifest}> {{ ?other <{PART_OF}> ?document }} }} }}"
        for graph in every
    ]
    steps += [f"DROP SILENT GRAPH <{graph}>" for graph in old if graph not in new]
    steps += [f"MOVE <{stage_of(graph)}> TO <{graph}>" for graph in new]
    steps += [
        f"INSERT {{ GRAPH <{union}> {{ ?s ?p ?o }} }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}" for graph in new
    ]
    if change.new:
        steps.append(f"INSERT DATA {{ GRAPH <{manifest}> {{\n{manifest_text(entries_of(change.new, now()))}}} }}")
    return ";\n".join(steps)
