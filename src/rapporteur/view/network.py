"""The network: a built graph → a networkx graph of recommendations, what they rest on, and who spoke on their items.

Nodes are IRIs with ``kind``, ``label``, ``iri`` and ``text``; edges are links with ``property``, ``quote``, ``grade``,
``rule``, ``paragraph``, ``sentence``, ``before``, ``marked``, ``after`` and the ``iri`` of the link they stand for.
"""

from __future__ import annotations

import re
from textwrap import shorten
from typing import Any, Protocol

import networkx as nx

from rapporteur.query import Loaded, Rows, ask, union_of

KINDS = {
    "recommendation": "Recommendation",
    "item": "Agenda item",
    "provision": "Provision",
    "treaty": "Treaty as a whole",
    "earlier": "Paragraph of an earlier report",
    "decision": "Decision",
    "document": "Document or publication",
    "paragraph": "Other paragraph of the report",
    "state": "State",
    "organization": "Organization or entity",
}
"""The kinds of node, in the order of a legend."""

PROPERTIES = {
    "buildsOn": "builds on",
    "cites": "cites",
    "mentions": "mentions",
    "speaker": "spoke on",
}
"""The properties of edges and the words for them."""

LONGEST = 60
"""Characters of a short label."""

_UNIT_WORDS = r"(?:annex|article|chapter|note|paragraph|rule|section|recommendation)\b"
_PARTED = re.compile(rf"(?P<whole>.+?), (?P<part>{_UNIT_WORDS}.*)")
_MARKUP = re.compile(r"<sup>.*?</sup>|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_SENTENCE_END = re.compile(r"[.;:?!]\s+(?=[A-Z“(])")


class HasDataset(Protocol):
    """A build: anything with the dataset it holds."""

    @property
    def dataset(self) -> Loaded: ...


def to_networkx(source: Loaded | HasDataset) -> nx.MultiDiGraph:
    """The network of a loaded graph, or of a build.

    States and bodies that attended are nodes though they may be silent; everything else is there because a link names
    it. An edge runs from the recommendation (or paragraph) to what it cites, builds on or mentions, and from a speaker
    to the agenda item. The ``item`` of a recommendation is the agenda item it came from.

    :param source: what `load_dataset` gives, a `Dataset`, or a build with one.
    """
    graph = union_of(source.dataset if hasattr(source, "dataset") else source)
    network = nx.MultiDiGraph(name="network of recommendations")
    _add_nodes(network, ask(graph, "network-nodes"))
    _add_edges(network, ask(graph, "network-links"))
    idle = [
        node
        for node, data in network.nodes(data=True)
        if not network.degree(node) and data["kind"] not in ("recommendation", "state", "organization", "item")
    ]
    network.remove_nodes_from(idle)
    return network


def _add_nodes(network: nx.MultiDiGraph, rows: Rows) -> None:
    for row in rows.rows:
        found: dict[str, Any] = dict(zip(rows.columns, row, strict=True))
        iri = found.pop("node")
        if iri in network:
            _join(network.nodes[iri], found)
            continue
        label = str(found.pop("label") or iri.rsplit("/", 1)[-1])
        whole, part = part_of(label) if found["kind"] in ("provision", "earlier", "paragraph") else ("", label)
        network.add_node(iri, iri=iri, label=label, short=_short(str(found["kind"]), part), group=whole, **found)


def _short(kind: str, part: str) -> str:
    """What fits into a node: the number of a paragraph, a document without its publisher, at most two lines."""
    if kind == "paragraph":
        part = part.removeprefix("paragraph ")
    if kind == "document":
        part = part.removeprefix("United Nations publication, ").removeprefix("United Nations, ")
    return shorten(part, LONGEST, placeholder="…")


def _join(data: dict[str, Any], found: dict[str, Any]) -> None:
    """A node with two addressees or capacities comes in two rows: keep both."""
    for key in ("asked", "attended_as"):
        known = str(data[key]).split(", ") if data[key] else []
        if found[key] and found[key] not in known:
            data[key] = ", ".join([*known, found[key]])


def _add_edges(network: nx.MultiDiGraph, rows: Rows) -> None:
    for row in rows.rows:
        found: dict[str, Any] = dict(zip(rows.columns, row, strict=True))
        source, target, link = found["source"], found["target"], found["link"]
        if source not in network or target not in network:
            continue
        before, marked, after = words_in_context(
            str(found["text"] or ""), str(found["quote"]), (found["start"] or 0) - (found["text_start"] or 0)
        )
        network.add_edge(
            source,
            target,
            key=link,
            iri=link,
            property=found["property"],
            quote=found["quote"],
            grade=found["grade"],
            rule=found["rule"],
            paragraph=found["paragraph"],
            sentence=before + marked + after,
            before=before,
            marked=marked,
            after=after,
            start=found["start"],
            end=found["end"],
        )


def part_of(label: str) -> tuple[str, str]:
    """The whole a label names and the part of it.

    >>> part_of("Ferry Convention, article 9, paragraph 2")
    ('Ferry Convention', 'article 9, paragraph 2')
    >>> part_of("decision 7/2")
    ('', 'decision 7/2')
    """
    match = _PARTED.fullmatch(label)
    return (match["whole"], match["part"]) if match else ("", label)


def words_in_context(text: str, quote: str, near: int) -> tuple[str, str, str]:
    """The sentence of ``text`` around ``quote``, in three pieces: before it, the quote, after it.

    :param text: normalised words of the text part.
    :param quote: the words as they stand in the source, with its markup and line ends.
    :param near: about where in the text they stand; of several places the nearest is taken.

    >>> words_in_context("Piers were lit. The Group thanked Fiji. It rose.", "*Fiji*", 30)
    ('The Group thanked ', 'Fiji', '.')
    """
    words = " ".join(_MARKUP.sub("", quote).split())
    places = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if not places:
        return "", quote, ""
    start = min(places, key=lambda place: (abs(place - near), place))
    end = start + len(words)
    from_ = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start + 1) if m.end() <= start), default=0)
    stop = _SENTENCE_END.search(text, max(end - 1, start))
    to = stop.start() + 1 if stop else len(text)
    return text[from_:start], text[start:end], text[end : max(to, end)]
