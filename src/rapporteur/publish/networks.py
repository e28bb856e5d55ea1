"""Networks: a report's facts → GraphML, and the same as JSON, for programs that draw and count.

A node for every thing of the report, an edge for every triple between two of them. An edge that links rest on bears the
grade and the words of the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from rdflib import URIRef

from rapporteur.graph.jsonld import Compactor, context
from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import LABEL, TYPE
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.site import PublishedReport

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, section 2.2."""
_KEYS = (("label", "node"), ("class", "node"), ("property", "edge"), ("grade", "edge"), ("quote", "edge"))


@dataclass(frozen=True, slots=True)
class _Edge:
    source: URIRef
    target: URIRef
    property: str
    evidence: Evidence | None


def network_files(report: PublishedReport) -> dict[str, str]:
    """``NAME.graphml`` and ``NAME.graph.json`` (JSON Graph Format, version 2)."""
    writer = _Network(report)
    return {f"{report.name}.graphml": writer.graphml(), f"{report.name}.graph.json": writer.json()}


class _Network:
    def __init__(self, report: PublishedReport) -> None:
        self._report = report
        self._facts = report.facts
        self._short = Compactor(context()).compact
        self._nodes = sorted({subject for subject, _, _ in report.facts}, key=natural)
        first: dict[tuple[URIRef, URIRef, URIRef], Evidence] = {}
        for row in report.evidence:
            first.setdefault((row.source, row.property, row.target), row)
        self._first = first
        self._edges = list(self._ties())

    def _ties(self) -> Iterator[_Edge]:
        for source in self._nodes:
            for property_ in sorted(self._facts.about(source)):
                if property_ == TYPE:
                    continue
                for target in self._facts.things(source, property_):
                    if target in self._facts:
                        yield _Edge(
                            source, target, self._short(property_), self._first.get((source, property_, target))
                        )

    def _class(self, node: URIRef) -> str:
        return " ".join(self._short(class_) for class_ in self._facts.classes(node))

    def graphml(self) -> str:
        """GraphML 1.0, directed; two things may have several edges."""
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
        lines += [f'  <key id="{key}" for="{of}" attr.name="{key}" attr.type="string"/>' for key, of in _KEYS]
        lines.append(f'  <graph id={_attribute(self._report.document)} edgedefault="directed">')
        for node in self._nodes:
            lines.append(f"    <node id={_attribute(node)}>")
            lines += _data(("label", self._facts.text(node, LABEL)), ("class", self._class(node)))
            lines.append("    </node>")
        for at, edge in enumerate(self._edges):
            lines.append(f'    <edge id="e{at}" source={_attribute(edge.source)} target={_attribute(edge.target)}>')
            lines += _data(("property", edge.property), *_words(edge.evidence))
            lines.append("    </edge>")
        return "\n".join([*lines, "  </graph>", "</graphml>", ""])

    def json(self) -> str:
        """JSON Graph Format: nodes by IRI, edges with what they mean as ``relation``."""
        nodes = {
            node: {"label": self._facts.text(node, LABEL), "metadata": {"class": self._class(node)}}
            for node in self._nodes
        }
        edges = [
            {
                "source": edge.source,
                "target": edge.target,
                "relation": edge.property,
                "metadata": dict(_words(edge.evidence)),
            }
            for edge in self._edges
        ]
        graph = {
            "id": self._report.document,
            "type": "report",
            "label": self._report.title,
            "directed": True,
            "nodes": nodes,
            "edges": edges,
        }
        return json.dumps({"graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _words(row: Evidence | None) -> list[tuple[str, str]]:
    return [] if row is None else [("grade", row.grade.rpartition("/")[2]), ("quote", row.quote)]


def _data(*pairs: tuple[str, str]) -> list[str]:
    return [f'      <data key="{key}">{escape(_legal(text))}</data>' for key, text in pairs if text]


def _attribute(text: str) -> str:
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    """The text with U+FFFD in the place of what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text)
