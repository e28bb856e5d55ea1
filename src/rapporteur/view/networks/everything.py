"""Everything: recommendations, what they rest on, and who spoke on their agenda items, an edge a link."""

from __future__ import annotations

from typing import Any

import networkx as nx

from rapporteur.view.networks.citing import citations_of
from rapporteur.view.networks.draft import Draft
from rapporteur.view.networks.facts import Facts, Source, read_facts
from rapporteur.view.networks.kinds import PROPERTIES

LANES = (
    "Who attended",
    "Who spoke",
    "Agenda items and their recommendations",
    "Provisions and earlier paragraphs",
    "Treaties, decisions and documents",
)
_SILENT, _SPOKE, _UNITS, _PROVISIONS, _WHOLES = range(5)
_HEADINGS = ("Attended only", "Took the floor")
_LANE = {"recommendation": _UNITS, "item": _UNITS, "paragraph": _UNITS, "section": _UNITS} | dict.fromkeys(
    ("provision", "earlier"), _PROVISIONS
)


def everything(source: Source, *, report: str = "", language: str = "") -> nx.MultiDiGraph:
    """The whole network: recommendations, what they rest on, and who spoke on their items.

    Nodes: all recommendations and agenda items, all States and bodies that attended or spoke, and what is cited.
    Edges: one a link, from the recommendation or paragraph to what it cites, builds on or mentions (treaties only),
    from the speaker to the agenda item; with ``quote``, ``sentence``, ``rule``, ``paragraph`` and offsets of the
    link. Of what is cited ``count`` is the number of recommendations and paragraphs that cite, build on or mention it.
    Weight: always 1. Direction: from who cites or speaks.

    Not good for: counting, for one citation that is also built on is two edges, and what stands in notes is left out;
    comparing States, for a State that was silent and one whose words were not recorded look alike.

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.MultiDiGraph(name="network of recommendations"))
    for iri, thing in facts.things.items():
        if thing.class_name in ("Recommendation", "AgendaItem"):
            draft.node(iri)
    _add_people(draft)
    for cited in citations_of(facts):
        _tie(draft, cited.source, cited.target, cited.property, cited.links)
    for tie in facts.ties:
        named = facts.things.get(tie.target)
        if tie.of == "Recommendation" and tie.property == "mentions" and named and named.class_name == "Instrument":
            _tie(draft, tie.source, tie.target, "mentions", facts.links_of(tie.source, "mentions", tie.target))
    for statement in facts.of("Statement"):
        for who in facts.targets(statement, "speaker"):
            for item in facts.targets(statement, "agendaItem"):
                _tie(draft, who, item, "speaker", facts.links_of(statement, "speaker", who))
    _set_lanes(draft)
    return draft.finish(
        projection="everything",
        title="Recommendations, what they rest on, and who spoke",
        layout="lanes",
        lanes=LANES,
        anchor=_UNITS,
        back=_HEADINGS[_SILENT],
        nodes_are="recommendations, agenda items, States and bodies present, and what is cited",
        edges_are="links: citations, mentions of treaties, statements on an agenda item",
        weight_is="always 1: one link",
        direction_is="from who cites or speaks to what is cited or spoken on",
        missing="the graph holds no link of a recommendation, paragraph or statement.",
    )


def _add_people(draft: Draft) -> None:
    """States and bodies that attended or spoke, silent ones too, with the capacities they attended in."""
    facts = draft.facts
    attended: dict[str, list[str]] = {}
    for act in facts.of("Participation", "Statement", "Presentation"):
        capacities = facts.targets(act, "capacity") if facts.targets(act, "participant") else []
        for who in facts.targets(act, "participant", "speaker"):
            attended.setdefault(who, []).extend(capacities)
    for who, capacities in attended.items():
        thing = facts.things.get(who)
        if thing and thing.class_name in ("State", "Organization"):
            draft.node(who, capacity="; ".join(draft.labels(capacities)))


def _tie(draft: Draft, source: str, target: str, property_: str, links: tuple[str, ...]) -> None:
    """An edge for each link of a fact; one without words where the graph has no link for it."""
    for iri in (source, target):
        draft.node(iri)
    for link in links:
        words = draft.facts.evidence(link)
        start, end = draft.facts.place(link)
        told = {key: words[key] for key in ("quote", "grade", "rule", "paragraph", "before", "marked", "after")}
        sentence = words["before"] + words["marked"] + words["after"]
        draft.network.add_edge(
            source,
            target,
            key=link,
            iri=link,
            **_edge(property_, (link,)),
            **told,
            sentence=sentence,
            start=start,
            end=end,
        )
    if not links:
        draft.network.add_edge(source, target, key=property_, **_edge(property_, ()), quote="", grade="")


def _edge(property_: str, links: tuple[str, ...]) -> dict[str, Any]:
    return {"property": property_, "label": PROPERTIES[property_], "weight": 1, "links": links}


def _set_lanes(draft: Draft) -> None:
    network = draft.network
    for node, data in network.nodes(data=True):
        kind = data["kind"]
        if kind in ("state", "organization"):
            data["lane"] = _SPOKE if network.out_degree(node) else _SILENT
            data["group"] = _HEADINGS[data["lane"]]
        else:
            data["lane"] = _LANE.get(kind, _WHOLES)
        if data["lane"] in (_PROVISIONS, _WHOLES):
            data["count"] = len(set(network.predecessors(node)))
        if kind == "recommendation" and data["item"] in network:
            data["within"] = data["item"]
        if kind == "item":
            data["group"] = ""


def to_networkx(source: Source | Facts) -> nx.MultiDiGraph:
    """The whole network of whatever holds reports: `everything`."""
    return everything(source)
