"""The meeting: who attended in which capacity, and who spoke on what."""

from __future__ import annotations

import networkx as nx

from rapporteur.view.networks.draft import Draft
from rapporteur.view.networks.facts import Source, read_facts

_ACTORS = ("state", "organization", "person")


def participation(source: Source, *, report: str = "", language: str = "") -> nx.MultiDiGraph:
    """Who attended in which capacity, and on which agenda items they spoke.

    Nodes: States, bodies and persons recorded as present or speaking; capacities; agenda items that were spoken on.
    Of one present ``count`` is the number of statements, of a capacity that of those present in it. Edges:
    ``participant`` from one present to the capacity, ``speaker`` and ``presented`` from a speaker to the item.
    Weight: how many participations or statements. Direction: from who was there.

    Not good for: influence, since a statement of two words and a long one weigh alike; who was absent, of which a
    report says nothing.

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.MultiDiGraph(name="participation"))
    for act in facts.of("Participation"):
        for who in facts.targets(act, "participant"):
            draft.node(who, lane=1)
            for capacity in facts.targets(act, "capacity", "role"):
                draft.node(capacity, kind="capacity", lane=0)
                draft.edge(who, capacity, "participant", facts.links_of(act, "participant", who), weight=1)
    _add_statements(draft)
    network = draft.network
    for node, data in network.nodes(data=True):
        if data["kind"] == "capacity":
            data["count"] = network.in_degree(node)
        elif data["kind"] in _ACTORS:
            names = [network.nodes[other]["label"] for other in network[node] if network.nodes[other]["lane"] == 0]
            data["capacity"] = "; ".join(sorted(names))
            several = "In several capacities" if names else "Spoke, not in a list"
            data["group"] = names[0] if len(names) == 1 else several
    return draft.finish(
        projection="participation",
        title="Who attended, in which capacity, and who spoke on what",
        layout="lanes",
        lanes=("Capacities", "Present", "Agenda items"),
        anchor=1,
        nodes_are="States, bodies and persons present, capacities, and agenda items spoken on",
        edges_are="participation in a capacity; statements and presentations on an item",
        weight_is="how many participations, statements or presentations",
        direction_is="from who was there to the capacity or item",
        missing="the graph records nobody as present or speaking.",
    )


def who_spoke_where(source: Source, *, report: str = "", language: str = "") -> nx.MultiDiGraph:
    """Who spoke on which agenda item, and how often.

    Nodes: States, bodies and persons that spoke or presented, and the agenda items; ``count`` is the number of
    statements and presentations. Edges: ``speaker`` for statements, ``presented`` for presentations. Weight: how many.
    Direction: from the speaker to the item.

    Not good for: what was said; statements that the report tells of without naming who made them.

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.MultiDiGraph(name="who spoke where"))
    _add_statements(draft)
    often: dict[int, str] = {}
    for _, data in draft.network.nodes(data=True):
        data["lane"] = int(data["kind"] == "item")
        if data["kind"] != "item":
            number = data["count"]
            data["group"] = f"Spoke {'once' if number == 1 else 'twice' if number == 2 else f'{number} times'}"
            often[number] = data["group"]
    return draft.finish(
        projection="who_spoke_where",
        title="Who spoke on which agenda item",
        layout="lanes",
        lanes=("Speakers", "Agenda items"),
        groups=tuple(often[number] for number in sorted(often, reverse=True)),
        anchor=1,
        nodes_are="States, bodies and persons that spoke, and agenda items",
        edges_are="statements and presentations on an item",
        weight_is="how many statements or presentations",
        direction_is="from the speaker to the item",
        missing="the graph records no statement on an agenda item.",
    )


def _add_statements(draft: Draft) -> None:
    """Edges from speakers to items; speakers and items count their statements."""
    facts = draft.facts
    for of, property_ in (("Statement", "speaker"), ("Presentation", "presented")):
        for act in facts.of(of):
            for who in facts.targets(act, "speaker"):
                for item in facts.targets(act, "agendaItem"):
                    draft.node(who, lane=1)
                    draft.node(item, lane=2, group="", short=_titled(draft, item))
                    draft.edge(who, item, property_, facts.links_of(act, "speaker", who), weight=1)
                    for node in (who, item):
                        draft.network.nodes[node]["count"] += 1


def _titled(draft: Draft, item: str) -> str:
    """An item with its title, as long as a node can bear."""
    label = draft.label(item)
    return label if len(label) <= 60 else label[:59].rsplit(" ", 1)[0] + "…"
