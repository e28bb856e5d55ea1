"""Lineage: what recommendations build on, from report to report."""

from __future__ import annotations

import networkx as nx

from rapporteur.view.networks.citing import citations_of
from rapporteur.view.networks.draft import Draft
from rapporteur.view.networks.facts import Facts, Source, read_facts
from rapporteur.view.networks.words import natural, part_of

_PARTS = ("Earlier", "Paragraph", "Subparagraph", "Section", "Recommendation")


def lineage(source: Source, *, report: str = "", language: str = "") -> nx.MultiDiGraph:
    """What builds on what, across reports.

    Nodes: recommendations and paragraphs that build on, or cite, a part of another report, and those parts; a column
    for each report, oldest first. ``count`` is how many build on the node. Edges: ``buildsOn`` from a recommendation,
    ``cites`` from a paragraph that is none; and ``recordedIn`` from a paragraph built on to its recommendations,
    where its report is there too, which joins the steps to chains and rests on no words. Weight: how many links.
    Direction: from the later to the earlier.

    Not good for: proof that a recommendation is new, for a report may repeat an earlier one without citing it; steps
    over reports that are not loaded, whose own citations are unknown.

    :param source: whatever holds reports, best several of one body; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.MultiDiGraph(name="lineage"))
    found = [one for one in citations_of(facts) if _is_part(facts, one.target)]
    built_on = {(one.source, one.target) for one in found if one.property == "buildsOn"}
    for one in found:
        if one.property == "cites" and (one.source, one.target) in built_on:
            continue
        for iri in (one.source, one.target):
            draft.node(iri, **_named(draft, iri))
        draft.edge(one.source, one.target, one.property, one.links)
        draft.network.nodes[one.target]["count"] += 1
    for unit in facts.of("Recommendation"):
        for paragraph in facts.targets(unit, "recordedIn"):
            if paragraph in draft.network and draft.network.in_degree(paragraph):
                draft.node(unit, **_named(draft, unit))
                draft.edge(paragraph, unit, "recordedIn", (), weight=1)
    lanes = _lanes(draft)
    recorded = any(name == "recordedIn" for *_, name in draft.network.edges(data="property"))
    for node, data in draft.network.nodes(data=True):
        data["lane"] = lanes.index(_document(draft, node))
        if data["kind"] in ("earlier", "paragraph"):
            data["group"] = ""
    return draft.finish(
        projection="lineage",
        title="What recommendations build on, from report to report",
        layout="lanes",
        lanes=tuple(_heading(facts, name) for name in lanes),
        anchor=len(lanes) - 1 if lanes else 0,
        nodes_are="recommendations and paragraphs that build on a part of another report, and those parts",
        edges_are="what builds on, or cites, what"
        + ("; and which recommendations a paragraph records" if recorded else ""),
        weight_is="how many links the pair rests on",
        direction_is="from the later to the earlier"
        + ("; from a paragraph to its own recommendations" if recorded else ""),
        missing="no recommendation or paragraph cites a part of another report.",
    )


def _is_part(facts: Facts, iri: str) -> bool:
    return iri in facts.things and facts.things[iri].class_name in _PARTS


def _named(draft: Draft, iri: str) -> dict[str, str]:
    """A number alone says too little in a picture of several reports: the first words go with it."""
    thing = draft.facts.things[iri]
    if thing.class_name == "Recommendation":
        return {"short": _begun(thing.number or thing.label, thing.text)}
    return {"short": _begun(part_of(thing.label)[1], thing.text)}


def _begun(number: str, text: str) -> str:
    words = f"{text[:40].rsplit(' ', 1)[0]}…" if len(text) > 40 else text
    return f"{number} {words}".strip()


def _document(draft: Draft, iri: str) -> str:
    """The symbol of the report that a part stands in; of one that is not there, what its label begins with."""
    data = draft.network.nodes[iri]
    if data["report"]:
        return str(data["report"])
    return str(data["group"] or next(map(draft.label, draft.facts.things[iri].wholes), "Earlier reports"))


def _heading(facts: Facts, name: str) -> str:
    """What stands over a report: whether it is there or only cited, and, of one that is there, the year it is of."""
    there = next((thing for thing in facts.reports if name == (thing.number or thing.label)), None)
    if there is None:
        return f"Earlier report, only cited: {name}"
    year = f" ({there.issued[:4]})" if there.issued else ""
    return f"{'This report' if len(facts.reports) == 1 else 'Report'}: {name}{year}"


def _lanes(draft: Draft) -> list[str]:
    """The reports with a node: those that are only cited first, then those that are there, oldest first."""
    there = [thing.number or thing.label for thing in draft.facts.reports]
    names = {_document(draft, node) for node in draft.network}
    cited = sorted(names - set(there), key=natural)
    return [*cited, *(name for name in there if name in names)]
