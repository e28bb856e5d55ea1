"""Citations: who cites what, and which provisions are cited together."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import networkx as nx

from rapporteur.errors import RapporteurError
from rapporteur.view.networks.citing import citations_of
from rapporteur.view.networks.draft import Draft, alone
from rapporteur.view.networks.facts import Facts, Source, read_facts
from rapporteur.view.networks.words import short_of

_LANES = ("Who cites", "Provisions and earlier paragraphs", "Treaties, decisions and documents as a whole")
_PARTS = ("provision", "earlier", "paragraph", "section", "recommendation")
LEVELS = ("article", "provision")


def citations(source: Source, *, report: str = "", language: str = "", notes: bool = False) -> nx.MultiDiGraph:
    """What recommendations and paragraphs cite, and what they build on.

    Nodes: recommendations, and other paragraphs, that cite something; provisions, paragraphs of earlier reports,
    decisions, documents, and treaties cited as a whole. Of what is cited ``count`` is the number of text parts and
    recommendations that cite it. Edges: one for each pair, ``buildsOn`` where a recommendation builds on an earlier
    paragraph, else ``cites``. Weight: how many links the pair rests on. Direction: from who cites.

    Not good for: the whole apparatus, since what stands in notes is left out unless ``notes`` is set; how a citation is
    meant, for a provision that is criticised and one that is followed look alike.

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies.
    :param notes: also the notes and what they cite.
    """
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.MultiDiGraph(name="citations"))
    found = list(citations_of(facts, notes=notes))
    built_on = {(one.source, one.target) for one in found if one.property == "buildsOn"}
    for one in found:
        if one.property == "cites" and (one.source, one.target) in built_on:
            continue
        draft.node(one.source, lane=0)
        draft.node(one.target)
        draft.edge(one.source, one.target, one.property, one.links)
    for node, data in draft.network.nodes(data=True):
        cited = draft.network.in_degree(node)
        data["count"] = cited
        if cited:
            data["lane"] = 1 if data["kind"] in _PARTS else 2
            data["group"] = data["group"] or data["report"]
    return draft.finish(
        projection="citations",
        title="What recommendations and paragraphs cite",
        layout="lanes",
        lanes=_LANES,
        anchor=0,
        nodes_are="recommendations and paragraphs that cite; provisions, earlier paragraphs and documents cited",
        edges_are="citations; where a recommendation builds on an earlier paragraph, that",
        weight_is="how many links the pair rests on",
        direction_is="from who cites to what is cited",
        missing="no recommendation or paragraph cites anything outside its report.",
    )


def co_cited_provisions(
    source: Source, *, report: str = "", language: str = "", level: str = "article", within: str = "paragraph"
) -> nx.Graph:
    """Which provisions are cited together.

    Nodes: the articles and rules that are cited at all, those that nothing is cited with too; ``count`` is how many
    paragraphs, or reports, cite the node. Edges: two that are cited in the same one. Weight: in how many. No direction.

    Not good for: few citations, where one paragraph makes a pattern; how provisions belong together in law, of which
    being named in one sentence is but a hint.

    :param source: whatever holds reports; see `facts.Source`.
    :param report: symbol or IRI of one report; without it, all that are there.
    :param language: of the names of States and bodies; provisions have theirs in English.
    :param level: "article" counts a paragraph of an article as the article; "provision" keeps each by itself.
    :param within: "paragraph" or "report", in which two are to be cited together.
    :raises RapporteurError: if ``level`` or ``within`` is another word.
    """
    for name, value, allowed in (("level", level, LEVELS), ("within", within, ("paragraph", "report"))):
        if value not in allowed:
            raise RapporteurError(
                f"{name} is {value!r}.",
                where="the network of co-cited provisions",
                expected=" or ".join(allowed) + ".",
                remedy=f'Give {name}="{allowed[0]}".',
            )
    facts = read_facts(source, report=report, language=language)
    draft = Draft(facts, nx.Graph(name="co-cited provisions"))
    cited: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in citations_of(facts):
        thing = facts.things.get(one.target)
        if one.property == "cites" and thing and thing.class_name == "Provision":
            place = _place(facts, one.source, within)
            cited[place][_level(facts, one.target) if level == "article" else one.target].extend(one.links)
    for place in sorted(cited):
        for provision in sorted(cited[place]):
            draft.node(provision, short=short_of("provision", draft.label(provision)))
            draft.network.nodes[provision]["count"] += 1
        for first, second in combinations(sorted(cited[place]), 2):
            links = [*cited[place][first], *cited[place][second]]
            draft.edge(first, second, "citedWith", links, weight=1)
    return draft.finish(
        projection="co_cited_provisions",
        title=f"{'Articles' if level == 'article' else 'Provisions'} that are cited together",
        nodes_are=f"{level}s that are cited; their count is how many {within}s cite them",
        edges_are=f"two {level}s cited in the same {within}",
        weight_is=f"in how many {within}s",
        direction_is="none",
        missing=f"no two {level}s are cited in the same {within}.",
        notes=alone(draft, level, f"are cited in no {within} together with another"),
    )


def _place(facts: Facts, source: str, within: str) -> str:
    """The paragraph, or the report, that a recommendation or text part stands in."""
    at = facts.things.get(source)
    if at is None:
        return source
    if within == "report":
        return at.report or source
    seen = {source}
    while at.class_name != "Paragraph":
        above = next((facts.things[w] for w in at.wholes if w in facts.things and w not in seen), None)
        if above is None or above.class_name in ("Section", "Report"):
            break
        at = above
        seen.add(at.iri)
    return at.iri


def _level(facts: Facts, provision: str) -> str:
    """The article or rule that a provision is a part of."""
    at, seen = provision, {provision}
    while True:
        above = [
            whole
            for whole in facts.things[at].wholes
            if whole in facts.things and facts.things[whole].class_name == "Provision" and whole not in seen
        ]
        if not above:
            return at
        at = above[0]
        seen.add(at)
