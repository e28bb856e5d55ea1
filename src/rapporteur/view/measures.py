"""Measures: networks → tables that answer one question each, the same on each run.

Each says what its figures mean, when they mean nothing, and what it costs. All of them describe what the report's words
tie together, never what happened in the room.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, Any

import networkx as nx

from rapporteur.view.networks import (
    Source,
    citations,
    co_cited_provisions,
    everything,
    read_facts,
    themes,
    who_spoke_where,
)
from rapporteur.view.networks.kinds import KINDS

if TYPE_CHECKING:
    import pandas

SEED = 20100127


def central_provisions(source: Source, *, report: str = "") -> pandas.DataFrame:
    """Which provisions hold the most together: cited by how many, and together with how many others?

    Columns: ``provision``, ``of`` (its treaty), ``text_parts`` (recommendations, paragraphs and notes that cite it),
    ``recommendations`` of them, ``reports``, ``cited_with`` (other articles in the same paragraph), ``share`` of all
    citations of provisions, ``iri``. Most cited first, then by name.

    It means: this is what the text leans on. It does not when citations are few (a share of nine is noise), when a
    report writes out what it could cite, or across treaties of different age. Articles and their paragraphs count
    apart.

    Cost: grows with the citations and the pairs of provisions cited together.
    """
    facts = read_facts(source, report=report)
    network = citations(facts, notes=True)
    together = co_cited_provisions(facts, level="provision")
    total = sum(network.in_degree(node) for node, kind in network.nodes(data="kind") if kind == "provision")
    rows = []
    for node, data in network.nodes(data=True):
        if data["kind"] != "provision":
            continue
        citing = list(network.predecessors(node))
        units = [one for one in citing if network.nodes[one]["kind"] == "recommendation"]
        reports = {network.nodes[one]["report"] for one in citing}
        beside = together.degree(node) if node in together else 0
        share = round(len(citing) / total, 4)
        rows.append((data["label"], data["group"], len(citing), len(units), len(reports), beside, share, node))
    rows.sort(key=lambda row: (-row[2], -row[5], row[0]))
    columns = ("provision", "of", "text_parts", "recommendations", "reports", "cited_with", "share", "iri")
    return _frame(rows, columns, "Which provisions hold the most together?", facts.about)


def brokers(source: Source | nx.Graph, *, report: str = "", most: int = 20) -> pandas.DataFrame:
    """What joins parts of the network that would lie apart without it?

    Columns: ``name``, ``kind``, ``betweenness`` (the share of shortest ways between two others that lead over it, 0
    to 1), ``ties`` (neighbours), ``parts`` (how many pieces its own piece falls into without it), ``iri``. Most
    between first.

    It means: who reads only what lies on one side comes to the other over this node. Betweenness is that of U.
    Brandes, directions and weights left out. It does not mean influence or importance; in a network of few ties every
    node between two others looks like a broker, so read ``parts`` too, where 1 says that nothing falls apart. Agenda
    items of a network of speakers are brokers by construction.

    Cost: nodes times edges; the 247 nodes of the bundled report took 0.04 s.

    :param source: whatever holds reports, of which `everything` is measured; or a network.
    :param most: rows at most; 0 is all.
    """
    network = source if isinstance(source, nx.Graph) else everything(source, report=report)
    plain = nx.Graph()
    plain.add_nodes_from(sorted(network, key=str))
    plain.add_edges_from(sorted({tuple(sorted((str(a), str(b)))) for a, b in network.edges() if a != b}))
    between = nx.betweenness_centrality(plain)
    ranked = sorted(
        (node for node in plain if between[node] > 0), key=lambda node: (-round(between[node], 6), str(node))
    )
    rows = []
    for node in ranked[: most or None]:
        data = network.nodes[node]
        piece = plain.subgraph(nx.node_connected_component(plain, node) - {node})
        kind = KINDS.get(data.get("kind", ""), data.get("kind", ""))
        parts = nx.number_connected_components(piece)
        rows.append((data.get("label", node), kind, round(between[node], 6), plain.degree(node), parts, node))
    columns = ("name", "kind", "betweenness", "ties", "parts", "iri")
    return _frame(rows, columns, "What joins parts that would lie apart?", network.graph.get("source", ""))


def theme_communities(source: Source, *, report: str = "", resolution: float = 1.0) -> pandas.DataFrame:
    """Which themes form groups that recommendations take up together?

    Columns: ``community`` (from 1, largest first), ``theme``, ``recommendations`` that have it, ``within`` (the share
    of its ties that stay in the community), ``iri``. ``attrs["modularity"]`` says how much clearer the groups are
    than chance: below 0.3 there are none to speak of.

    It means: these are raised together. Found by the method of Louvain on the weights, from a fixed seed; another
    seed may move themes at the borders, which are those with a low ``within``. It means nothing where modularity is
    low, or where one word of the list of themes stands for two of them at once. Themes that never go with another are
    left out.

    Cost: a few milliseconds a report; grows with the pairs of themes, not with the reports: 39 themes took 0.014 s.

    :param resolution: above 1 more and smaller groups, below 1 fewer.
    """
    network = themes(source, report=report)
    tied = network.subgraph(sorted(node for node in network if network.degree(node)))
    plain = nx.Graph()
    plain.add_nodes_from(sorted(tied))
    plain.add_weighted_edges_from(sorted(tied.edges(data="weight")))
    found = nx.community.louvain_communities(plain, weight="weight", resolution=resolution, seed=SEED) if plain else []
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    rows: list[tuple[Any, ...]] = []
    for number, group in enumerate(groups, 1):
        inside = set(group)
        for theme in group:
            ties = {other: data["weight"] for other, data in plain[theme].items()}
            within = sum(weight for other, weight in ties.items() if other in inside) / sum(ties.values())
            data = network.nodes[theme]
            rows.append((number, data["label"], data["count"], round(within, 4), theme))
    rows.sort(key=lambda row: (row[0], -row[2], row[1]))
    columns = ("community", "theme", "recommendations", "within", "iri")
    frame = _frame(rows, columns, "Which themes are taken up together?", network.graph["source"])
    strength = nx.community.modularity(plain, groups, weight="weight") if plain.number_of_edges() else 0.0
    frame.attrs["modularity"] = round(strength, 4)
    return frame


def similar_states(source: Source, *, report: str = "", at_least: int = 2) -> pandas.DataFrame:
    """Which States took the floor on the same items?

    Columns: ``state``, ``other``, ``shared`` (items both spoke on), ``jaccard`` (of all items either spoke on),
    ``cosine`` (of their statements by item), ``state_iri``, ``other_iri``. Most alike first, each pair once.

    It means: the two profiles of speaking are alike. It does not mean that they agree, nor that they know of one
    another: a report seldom says what was said. With few items many pairs reach 1.0 by chance, so States with fewer
    than ``at_least`` items are left out; over one report of five items the figures say little, over many reports of
    one body more.

    Cost: the square of the number of States that spoke; 51 of them took 0.011 s.

    :param at_least: items a State must have spoken on.
    """
    network = who_spoke_where(source, report=report)
    profiles: dict[str, Counter[str]] = {}
    for node, data in network.nodes(data=True):
        if data["kind"] != "state":
            continue
        counts: Counter[str] = Counter()
        for _, item, weight in network.out_edges(node, data="weight"):
            counts[item] += weight
        if len(counts) >= at_least:
            profiles[node] = counts
    rows = []
    for one, other in combinations(sorted(profiles, key=lambda node: (network.nodes[node]["label"], node)), 2):
        first, second = profiles[one], profiles[other]
        shared = first.keys() & second.keys()
        if not shared:
            continue
        dot = sum(first[item] * second[item] for item in sorted(shared))
        cosine = dot / (_length(first) * _length(second))
        jaccard = len(shared) / len(first.keys() | second.keys())
        names = (network.nodes[one]["label"], network.nodes[other]["label"])
        rows.append((*names, len(shared), round(jaccard, 4), round(cosine, 4), one, other))
    rows.sort(key=lambda row: (-row[3], -row[4], -row[2], row[0], row[1]))
    columns = ("state", "other", "shared", "jaccard", "cosine", "state_iri", "other_iri")
    return _frame(rows, columns, "Which States took the floor on the same items?", network.graph["source"])


def _length(counts: Counter[str]) -> float:
    return sqrt(sum(count * count for count in counts.values()))


def _frame(rows: list[tuple[Any, ...]], columns: tuple[str, ...], question: str, source: str) -> pandas.DataFrame:
    """Rows as a frame that knows the question it answers and the reports it was made of."""
    import pandas

    frame = pandas.DataFrame(rows, columns=list(columns))
    frame.attrs |= {"question": question, "source": source}
    return frame
