"""Flat: a network → a copy whose attributes are scalars, and files of it for Gephi, yEd, Cytoscape and programs.

Lists are joined by "; ", links by a blank; of the words behind an edge the quotes are kept, with grade, rule and place
of the first. Characters that XML 1.0 cannot hold (section 2.2) become U+FFFD.
"""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

import networkx as nx

FORMATS = ("graphml", "gexf", "json")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORDS = ("rule", "paragraph", "number", "page")


def flat(network: nx.Graph) -> nx.Graph:
    """A copy with scalars only: what `networkx.write_graphml` and `networkx.write_gexf` take.

    Nodes and edges are as many as before. An edge has ``quotes``, and ``rule``, ``paragraph``, ``number`` and
    ``page`` of its first link; the words around the quotes stay behind in ``network.graph["evidence"]``.
    """
    copy = type(network)()
    evidence = network.graph.get("evidence", {})
    copy.graph |= {key: _scalar(value) for key, value in network.graph.items() if key != "evidence"}
    for node, data in network.nodes(data=True):
        copy.add_node(_legal(str(node)), **_scalars(data))
    keyed = {"keys": True} if network.is_multigraph() else {}
    for source, target, *key, data in network.edges(data=True, **keyed):
        links = data.get("links") or ()
        words = [evidence[link] for link in links if link in evidence]
        told = {name: words[0].get(name) for name in _WORDS if words}
        told["quotes"] = " | ".join(dict.fromkeys(str(one.get("quote") or "") for one in words))
        own = _scalars({**told, **data, "links": " ".join(str(link) for link in links)})
        copy.add_edge(_legal(str(source)), _legal(str(target)), *(_legal(str(one)) for one in key), **own)
    return copy


def as_file(network: nx.Graph, form: str) -> bytes:
    """A network as GraphML, GEXF 1.2 or node-link JSON (with the evidence), the same bytes on each run.

    :param form: "graphml", "gexf" or "json".
    """
    if form == "json":
        return _as_json(network)
    plain = flat(network)
    out = BytesIO()
    if form == "graphml":
        nx.write_graphml_xml(plain, out, named_key_ids=True)
        return out.getvalue()
    for node, data in plain.nodes(data=True):
        data.setdefault("label", str(node))
    nx.write_gexf(plain, out, version="1.2draft")
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())


def _as_json(network: nx.Graph) -> bytes:
    """The form of networkx's `node_link_graph`, whose ``graph`` holds the evidence too."""
    told = nx.node_link_data(network, edges="edges")
    return (json.dumps(told, ensure_ascii=False, indent=1, default=list) + "\n").encode()


def _scalars(data: dict[str, Any]) -> dict[str, str | int | float | bool]:
    return {key: _scalar(value) for key, value in data.items()}


def _scalar(value: Any) -> str | int | float | bool:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple | list | set | frozenset):
        return _legal("; ".join(str(one) for one in (sorted(value) if isinstance(value, set | frozenset) else value)))
    return _legal("" if value is None else str(value))


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
