"""Networks: whatever holds reports → networkx graphs, each a named projection that says what it shows.

``network.graph`` of each has ``projection``, ``title``, ``layout`` ("lanes" or "force"), ``nodes_are``,
``edges_are``, ``weight_is``, ``direction_is``, ``source`` (which reports), ``notes`` (sentences a reader should know)
and ``evidence``: by the IRI of a link its quote, the sentence around it, grade, rule, paragraph and page.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import Any, TypeAlias

import networkx as nx

from rapporteur.errors import RapporteurError
from rapporteur.view.networks.aggregated import aggregated
from rapporteur.view.networks.asked import addressees, themes
from rapporteur.view.networks.citations import citations, co_cited_provisions
from rapporteur.view.networks.everything import everything, to_networkx
from rapporteur.view.networks.facts import Facts, Source, read_facts
from rapporteur.view.networks.flat import as_file, flat
from rapporteur.view.networks.kinds import KINDS, PROPERTIES
from rapporteur.view.networks.lineage import lineage
from rapporteur.view.networks.meeting import participation, who_spoke_where
from rapporteur.view.networks.rows import network_of_query

Network: TypeAlias = nx.Graph
"""What every projection gives: a graph of networkx."""

PROJECTIONS: dict[str, Callable[..., nx.Graph]] = {
    function.__name__: function
    for function in (
        everything,
        citations,
        addressees,
        participation,
        who_spoke_where,
        co_cited_provisions,
        themes,
        lineage,
    )
}
"""The projections by name."""


def projection_named(name: str) -> Callable[..., nx.Graph]:
    """The function that makes a projection; "-" and "_" are the same.

    :raises RapporteurError: if there is none of that name; it tells the nearest.
    """
    spelt = name.strip().lower().replace("-", "_")
    if spelt in PROJECTIONS:
        return PROJECTIONS[spelt]
    near = difflib.get_close_matches(spelt, PROJECTIONS, n=1, cutoff=0.4)
    raise RapporteurError(
        f"No projection is called {name!r}.",
        where="the name of a network",
        expected=f"one of {', '.join(PROJECTIONS)}.",
        remedy=f"Did you mean {near[0]}?" if near else "Choose one of these.",
    )


def project(source: Source, name: str, **options: Any) -> nx.Graph:
    """The network ``name`` of whatever holds reports.

    :param options: what the projection takes: ``report`` and ``language`` are known to all.
    :raises RapporteurError: if there is no projection of that name.
    """
    return projection_named(name)(source, **options)


__all__ = [
    "KINDS",
    "PROJECTIONS",
    "PROPERTIES",
    "Facts",
    "Network",
    "Source",
    "addressees",
    "aggregated",
    "as_file",
    "citations",
    "co_cited_provisions",
    "everything",
    "flat",
    "lineage",
    "network_of_query",
    "participation",
    "project",
    "projection_named",
    "read_facts",
    "themes",
    "to_networkx",
    "who_spoke_where",
]
