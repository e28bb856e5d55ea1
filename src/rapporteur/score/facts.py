"""Facts of a built graph, as plain rows that can be compared with gold: places, links, nodes, without any IRI base.

Everything after ``/id/`` of an IRI is its local id; text parts are local to their report ("paragraph/31/b").
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, Dataset, Namespace, URIRef
from rdflib.exceptions import ParserError
from rdflib.namespace import DCTERMS, FOAF
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from rapporteur.errors import UnusableInput

RAP = Namespace("https://w3id.org/rapporteur/ontology#")


@dataclass(frozen=True, slots=True)
class LinkFact:
    """One piece of evidence: local ids of its triple, and the place of its words."""

    source: str
    property: str
    target: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class OpenFact:
    """One open mention: where its words stand."""

    source: str
    start: int
    end: int
    because: str


class GraphFacts:
    """A built graph as rows.

    :ivar report: IRI of the report the graph is about.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._objects: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._by_type: dict[Node, list[Node]] = defaultdict(list)
        for subject, predicate, object_, graph in dataset.quads((None, None, None, None)):
            if str(graph).endswith("/graph/inferred"):
                continue
            self._objects[subject][predicate].append(object_)
            if predicate == RDF.type:
                self._by_type[object_].append(subject)
        reports = [r for r in self._by_type[RAP.Report] if self._objects[r][RAP.sha256]]
        if len(reports) != 1:
            raise UnusableInput(
                f"The graph holds {len(reports)} reports with a text.",
                where="the graph",
                expected="exactly one.",
                remedy="Score the NAME.trig that `rapporteur build` wrote for one report.",
            )
        self.report = str(reports[0])
        self.links = tuple(self._links())
        self.open = tuple(self._open())

    def local(self, node: Node | None) -> str:
        """The part of an IRI after ``/id/``; of a part of this report, the part after the report's own IRI."""
        text = str(node)
        if text == self.report:
            return ""
        if text.startswith(self.report + "/"):
            return text[len(self.report) + 1 :]
        return text.split("/id/", 1)[-1]

    def of_type(self, name: str) -> tuple[Node, ...]:
        """All resources of a class of the vocabulary, sorted."""
        return tuple(sorted(self._by_type[RAP[name]], key=str))

    def values(self, node: Node, property_: URIRef) -> tuple[str, ...]:
        """Local ids or lexical forms of a property's values, sorted."""
        found = self._objects[node][property_]
        return tuple(sorted(self.local(o) if isinstance(o, URIRef) else str(o) for o in found))

    def value(self, node: Node, property_: URIRef) -> str:
        """The one value of a property, "" where it has none."""
        return (self.values(node, property_) or ("",))[0]

    def nodes(self, node: Node, property_: URIRef) -> tuple[Node, ...]:
        return tuple(self._objects[node][property_])

    def label(self, local: str) -> str:
        """The label of a resource by local id, "" where the graph has none."""
        base = self.report.split("/id/", 1)[0] + "/id/"
        return self.value(URIRef(base + local), RDFS.label)

    def own(self, name: str) -> tuple[Node, ...]:
        """The resources of a class that are parts of this report."""
        return tuple(node for node in self.of_type(name) if str(node).startswith(self.report + "/"))

    def _links(self) -> list[LinkFact]:
        return [
            LinkFact(
                self.value(link, RAP.source),
                self.value(link, RAP.property).rsplit("#", 1)[-1],
                self.value(link, RAP.target),
                int(self.value(link, RAP.start)),
                int(self.value(link, RAP.end)),
                self.value(link, RAP.quote),
            )
            for link in self.of_type("Link")
        ]

    def _open(self) -> list[OpenFact]:
        return [
            OpenFact(
                self.value(node, RAP.source),
                int(self.value(node, RAP.start)),
                int(self.value(node, RAP.end)),
                self.value(node, RAP.because),
            )
            for node in self.of_type("OpenMention")
        ]


def read_graph_facts(path: str | Path) -> GraphFacts:
    """Read ``NAME.trig``.

    :raises UnusableInput: if there is no such file or it is no TriG.
    """
    path = Path(path)
    if not path.is_file():
        raise UnusableInput(
            "There is no such graph.",
            where=str(path),
            expected="a NAME.trig that `rapporteur build` wrote.",
            remedy="Run `make graph`, or name another file.",
        )
    dataset = Dataset()
    try:
        dataset.parse(path, format="trig")
    except (BadSyntax, ParserError, UnicodeDecodeError) as fault:
        raise UnusableInput(
            f"The graph cannot be read: {fault}.",
            where=str(path),
            expected="TriG.",
            remedy="Build it again with `rapporteur build`.",
        ) from fault
    return GraphFacts(dataset)


__all__ = ["DCTERMS", "FOAF", "RAP", "GraphFacts", "LinkFact", "OpenFact", "read_graph_facts"]
