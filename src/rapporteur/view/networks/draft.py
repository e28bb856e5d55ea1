"""A network in the making: facts in, nodes and edges with the same attributes throughout, what the network is told of.

Every node has every attribute of `ATTRIBUTES`, each of one type, empty where there is nothing to say, so that frames
and files need no guess. Every edge has ``property``, ``label``, ``weight``, ``links``, and the quote and grade of its
first link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from rapporteur.view.networks.facts import Facts
from rapporteur.view.networks.kinds import PROPERTIES, kind_of
from rapporteur.view.networks.words import natural, part_of, short_of, told_apart

ATTRIBUTES: dict[str, Any] = {
    "iri": "",
    "kind": "",
    "label": "",
    "short": "",
    "text": "",
    "group": "",
    "within": "",
    "lane": 0,
    "order": 0,
    "number": "",
    "report": "",
    "section": "",
    "item": "",
    "strength": "",
    "asked": "",
    "themes": (),
    "capacity": "",
    "iso3": "",
    "count": 0,
}
"""The attributes of every node, with what stands where there is nothing to say.

``group`` is the heading a node stands under, ``within`` the IRI of the node that encloses it in a picture, ``lane`` the
column of a picture in lanes, ``count`` how often the report has the thing, by what the network's ``nodes_are`` says.
"""

_HEADINGS = {
    "decision": "Decisions",
    "document": "Documents and publications",
    "treaty": "Treaties as a whole",
    "provision": "Other provisions",
    "paragraph": "Other paragraphs of the report",
    "note": "Notes",
}

_NO_WORDS = ("recordedIn", "row")
"""Properties whose edges need no evidence of their own."""

_NAMED = {"organization": 34, "state": 34, "capacity": 44, "addressee": 44}
"""Kinds whose labels are names, of which several may begin alike, and how much of them a box shows."""


class Draft:
    """A network and the facts it is made of.

    :ivar network: what is made.
    """

    def __init__(self, facts: Facts, network: nx.Graph) -> None:
        self.facts = facts
        self.network = network

    def node(self, iri: str, **more: Any) -> str:
        """Add a thing, unless it is there; what is given in ``more`` stands before what the facts say."""
        if iri in self.network:
            return iri
        thing = self.facts.things.get(iri)
        kind = str(more.get("kind") or (kind_of(thing.class_name, iri) if thing else "thing"))
        label = thing.label if thing else iri.rsplit("/", 1)[-1]
        told: dict[str, Any] = {"kind": kind, "label": label, "short": short_of(kind, label)}
        told["group"] = _HEADINGS.get(kind, "")
        if thing:
            told |= {"text": thing.text, "order": thing.order, "number": thing.number}
            told["report"] = self._symbol(thing.report)
            if kind in ("provision", "earlier", "paragraph", "note"):
                whole, part = part_of(label)
                told["short"] = short_of(kind, part)
                told["group"] = (whole or told["group"]) if kind in ("provision", "earlier") else told["group"]
            if len(self.facts.reports) > 1 and kind in ("paragraph", "note") and told["report"]:
                told["group"] = f"{'Notes' if kind == 'note' else 'Other paragraphs'} of {told['report']}"
            elif kind == "section":
                told["short"] = short_of(kind, part_of(label)[1])
            told |= self._more(kind, iri)
        self.network.add_node(iri, **{**ATTRIBUTES, "iri": iri, **told, **more})
        return iri

    def _more(self, kind: str, iri: str) -> dict[str, Any]:
        thing = self.facts.things[iri]
        match kind:
            case "recommendation":
                return self._unit(iri)
            case "item":
                number = thing.number or thing.label
                return {"short": f"Item {number}" if number else "Item", "group": "Agenda items"}
            case "state":
                return {"iso3": thing.number}
            case "paragraph" | "section" | "note":
                return {"section": self.section(iri)}
        return {}

    def _unit(self, iri: str) -> dict[str, Any]:
        """What is told of a recommendation: who was asked, how strongly, about what, under which item."""
        facts, thing = self.facts, self.facts.things[iri]
        item = next(iter(facts.targets(iri, "agendaItem")), "")
        section = self.section(iri)
        number = thing.number or thing.label
        return {
            "label": number if len(facts.reports) < 2 else thing.label,
            "short": f"{self._told_apart(thing.report)} {number}".strip(),
            "item": item,
            "section": section,
            "group": self.label(item) if item else section or "Recommendations under no agenda item",
            "strength": "; ".join(self.labels(facts.targets(iri, "strength"))),
            "asked": "; ".join(self.labels(facts.targets(iri, "addressee"))),
            "themes": tuple(self.labels(facts.targets(iri, "theme"))),
        }

    def _told_apart(self, report: str) -> str:
        """Of several reports what tells the symbol of one from the others': "2032/1"; "" of one alone."""
        symbols = [(one.number or one.label).split("/") for one in self.facts.reports]
        symbol = self._symbol(report).split("/")
        if len(symbols) < 2 or symbol == [""]:
            return ""
        shared = 0
        while shared < min(map(len, symbols)) - 1 and len({tuple(one[: shared + 1]) for one in symbols}) == 1:
            shared += 1
        return "/".join(symbol[shared:] if symbol in symbols else symbol)

    def label(self, iri: str) -> str:
        """The label of a thing, else the end of its IRI."""
        thing = self.facts.things.get(iri)
        return thing.label if thing else iri.rsplit("/", 1)[-1]

    def labels(self, iris: Iterable[str]) -> list[str]:
        """Their labels in the order of the alphabet."""
        return sorted({self.label(iri) for iri in iris})

    def section(self, iri: str) -> str:
        """The heading over a recommendation or text part: "II.A. Ferries"; "" if it stands under none."""
        seen: set[str] = set()
        at = self.facts.things.get(iri)
        while at and at.iri not in seen:
            if at.class_name == "Section" and at.iri != iri:
                return part_of(at.label)[1]
            seen.add(at.iri)
            at = next((self.facts.things[whole] for whole in at.wholes if whole in self.facts.things), None)
        return ""

    def _symbol(self, report: str) -> str:
        thing = self.facts.things.get(report)
        return (thing.number or thing.label) if thing else ""

    def edge(
        self, source: str, target: str, property_: str, links: Sequence[str], weight: int | None = None, **more: Any
    ) -> None:
        """Tie two things; an edge of the same property that is there grows by weight and links.

        :param weight: by default the number of links, at least 1.
        """
        told = self._told(source, target, property_)
        weight = max(1, len(links)) if weight is None else weight
        if told is not None:
            told["weight"] += weight
            told["links"] = tuple(dict.fromkeys((*told["links"], *links)))
            return
        first = self.facts.evidence(links[0]) if links else {}
        attributes = {
            "property": property_,
            "label": PROPERTIES.get(property_, property_),
            "weight": weight,
            "links": tuple(links),
            "quote": first.get("quote", ""),
            "grade": first.get("grade", ""),
            **more,
        }
        if self.network.is_multigraph():
            self.network.add_edge(source, target, key=property_, **attributes)
        else:
            self.network.add_edge(source, target, **attributes)

    def _told(self, source: str, target: str, property_: str) -> dict[str, Any] | None:
        """The attributes of an edge that is there, to be changed in place."""
        if not self.network.has_edge(source, target):
            return None
        found: dict[str, Any] = self.network[source][target]
        return found.get(property_) if self.network.is_multigraph() else found

    def finish(self, **told: Any) -> Any:
        """The network with what it is told of, its nodes and edges in a fixed order, and the words behind its links."""
        done = type(self.network)()
        for kind, seen in _NAMED.items():
            named = {iri: data for iri, data in self.network.nodes(data=True) if data["kind"] == kind}
            shorts = {iri: str(data["short"]) for iri, data in named.items()}
            labels = {iri: str(data["label"]) for iri, data in named.items()}
            for iri, short in told_apart(shorts, labels, seen).items():
                named[iri]["short"] = short
        nodes = sorted(
            self.network.nodes(data=True), key=lambda pair: (pair[1]["kind"], natural(pair[1]["label"]), pair[0])
        )
        done.add_nodes_from(nodes)
        keyed = {"keys": True} if done.is_multigraph() else {}
        edges = [
            edge if done.is_directed() or (edge[0] <= edge[1]) else (edge[1], edge[0], *edge[2:])
            for edge in self.network.edges(data=True, **keyed)
        ]
        done.add_edges_from(sorted(edges, key=lambda edge: edge[:-1]))
        links = sorted({link for *_, data in done.edges(data=True) for link in data["links"]})
        bare = sum(1 for *_, data in done.edges(data=True) if not data["links"] and data["property"] not in _NO_WORDS)
        notes = list(told.pop("notes", ()))
        if not done.number_of_edges():
            notes.append(f"Nothing is tied by this projection: {told['missing']}")
        if bare:
            notes.append(
                f"{bare} of {done.number_of_edges()} edges have no evidence in this graph; NAME.trig, which the build "
                "writes, holds it."
            )
        told.pop("missing", None)
        done.graph |= {
            "layout": "force",
            **told,
            "source": self.facts.about,
            "notes": tuple(notes),
            "evidence": {link: self.facts.evidence(link) for link in links},
        }
        return done


def alone(draft: Draft, what: str, said: str) -> tuple[str, ...]:
    """How many things of a network nothing is tied to, and which, where they are few; () where it is none or all.

    :param what: what each of them is, in the singular.
    :param said: what is said of them.
    """
    network = draft.network
    found = [str(data["label"]) for node, data in network.nodes(data=True) if not network.degree(node)]
    if not 0 < len(found) < len(network):
        return ()
    named = f": {'; '.join(sorted(found, key=natural))}" if len(found) <= 3 else ""
    verb = said if len(found) > 1 else said.replace("are ", "is ", 1).replace("go ", "goes ", 1)
    return (f"{len(found)} of {len(network)} {what}s {verb}{named}.",)
