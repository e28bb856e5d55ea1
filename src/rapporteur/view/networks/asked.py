"""What was asked: who was asked what and how strongly, and which themes go together."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from rapporteur.view.networks.draft import Draft, alone
from rapporteur.view.networks.facts import Source, read_facts


def addressees(source: Source, *, report: str = "", language: str = "") -> nx.MultiDiGraph:
    """Who was asked what, and how strongly.

    Nodes: recommendations, under their strength; those they are addressed to and those they are to involve; where a
    body records them, the States that made them. Of all but recommendations ``count`` is the number of
    recommendations. Edges: ``addressee`` and ``secondaryActor`` from the recommendation, ``recommendedBy`` from the
    State that made it. Weight: how many links; ``strength`` of the recommendation stands on the edge. Direction: from
    who asks to who is asked.

    Not good for: who must act in law; an addressee that was inferred from the unit before has the grade "context".

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.MultiDiGraph(name="addressees"))
    for unit in facts.of("Recommendation"):
        strengths = draft.labels(facts.targets(unit, "strength"))
        strength = ", ".join(strengths)
        for property_, lane in (("addressee", 2), ("secondaryActor", 3), ("recommendedBy", 0)):
            for who in facts.targets(unit, property_):
                draft.node(unit, lane=1, group=strength or "No strength told")
                is_concept = who in facts.things and facts.things[who].class_name == "Concept"
                draft.node(who, lane=lane, **({"kind": "addressee"} if is_concept else {}), **_named(draft, who))
                draft.network.nodes[who]["count"] += 1
                ends = (who, unit) if property_ == "recommendedBy" else (unit, who)
                draft.edge(*ends, property_, facts.links_of(unit, property_, who), strength=strength)
    has = {str(name) for *_, name in draft.network.edges(data="property")}
    return draft.finish(
        projection="addressees",
        title="Who was asked what, and how strongly",
        layout="lanes",
        groups=tuple(dict.fromkeys(draft.label(strength) for strength in _by_rank(draft))),
        lanes=("Made by", "Recommendations by strength", "Addressed to", "To involve"),
        anchor=1,
        together="asked",
        nodes_are="recommendations and those they are addressed to or are to involve"
        + (", and the States that made them" if "recommendedBy" in has else ""),
        edges_are=", ".join(said for name, said in _SAID.items() if name in has or not has),
        weight_is="how many links",
        direction_is="from who asks to who is asked",
        missing="no recommendation has an addressee.",
    )


_SAID = {
    "addressee": "who is addressed",
    "secondaryActor": "who is to be involved",
    "recommendedBy": "who recommended",
}


def _named(draft: Draft, who: str) -> dict[str, str]:
    """One name for one body, an addressee and an organization whose IRIs differ in these two words alone.

    The shorter of their two labels stands in the picture, the longer is told of both; {} for what has no counterpart.
    """
    for here, there in (("/addressee/", "/organization/"), ("/organization/", "/addressee/")):
        other = there.join(who.rsplit(here, 1)) if here in who else ""
        if other in draft.facts.things:
            labels = sorted({draft.label(who), draft.label(other)}, key=lambda label: (len(label), label))
            return {"label": labels[-1], "short": labels[0]}
    return {}


def _by_rank(draft: Draft) -> list[str]:
    """The strengths of the recommendations, strongest first."""
    things = draft.facts.things
    found = {tie.target for tie in draft.facts.ties if tie.property == "strength" and tie.target in things}
    return sorted(found, key=lambda strength: (-things[strength].order, strength))


def themes(source: Source, *, report: str = "", language: str = "", at_least: int = 1) -> nx.Graph:
    """Which themes go together.

    Nodes: themes of recommendations, ``count`` of them each. Edges: two themes of the same recommendation. Weight: of
    how many. No direction.

    Not good for: themes that one word evokes together, which co-occur by rule and not by thought: open an edge to see
    its words; rare themes, where one recommendation makes a pattern.

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies; themes have theirs in English.
    :param at_least: leave out pairs of fewer recommendations; themes stay.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.Graph(name="themes"))
    for unit in facts.of("Recommendation"):
        found = sorted(set(facts.targets(unit, "theme")))
        for theme in found:
            draft.node(theme, kind="theme")
            draft.network.nodes[theme]["count"] += 1
        for first, second in combinations(found, 2):
            links = (*facts.links_of(unit, "theme", first), *facts.links_of(unit, "theme", second))
            draft.edge(first, second, "occursWith", links, weight=1)
    weak = [(one, other) for one, other, weight in draft.network.edges(data="weight") if weight < at_least]
    draft.network.remove_edges_from(weak)
    return draft.finish(
        projection="themes",
        title="Themes that go together in recommendations",
        nodes_are="themes; their count is how many recommendations have them",
        edges_are="two themes of the same recommendation"
        + (f", of {at_least} recommendations or more" if at_least > 1 else ""),
        weight_is="of how many recommendations",
        direction_is="none",
        missing="no recommendation has two themes.",
        notes=(
            *alone(draft, "theme", "go together with no other"),
            *((f"{len(weak)} pairs of fewer than {at_least} recommendations are left out.",) if weak else ()),
        ),
    )
