"""The manifest: for every graph of a store its hash, size, file and time, kept in a graph of the store itself.

Because it stands in the same store, it changes in the same moment as what it describes. It is no part of the union that
questions are asked of.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from rapporteur.store.asking import Answer
from rapporteur.store.bundle import Bundle

_DCTERMS = "http://purl.org/dc/terms/"
PART_OF = f"{_DCTERMS}isPartOf"
"""What says of a graph that the manifest knows it, and which document it belongs to."""
_SCHEMA = "https://schema.org/"
_VOID = "http://rdfs.org/ns/void#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
AMENDED = "amended"
"""In place of a version: the graph was changed by an update after it was loaded."""
_FACTS = (
    PART_OF,
    f"{_SCHEMA}sha256",
    f"{_VOID}triples",
    f"{_DCTERMS}source",
    f"{_DCTERMS}modified",
    f"{_SCHEMA}version",
)
_ALL = frozenset(_FACTS)
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one graph.

    :ivar document: the report it belongs to; of a shared graph, the graph itself.
    :ivar loaded: when, as ``2031-05-06T07:08:09Z``.
    :ivar version: of the package that carries a shared graph; "" for a report, or `AMENDED`.
    """

    graph: str
    document: str
    sha256: str
    triples: int
    file: str
    loaded: str
    version: str = ""

    @property
    def shared(self) -> bool:
        """Whether it is a graph that all reports share."""
        return self.graph == self.document


def entries_of(bundle: Bundle, now: str) -> tuple[Entry, ...]:
    """What the manifest will say of a bundle that is loaded at the time ``now``."""
    return tuple(
        Entry(graph.name, bundle.document, graph.sha256, graph.triples, bundle.file, now, bundle.version)
        for graph in bundle.graphs
    )


def state_of(entries: Iterable[Entry]) -> str:
    """A name for what a store holds: the SHA-256 of its graphs' names and hashes, whenever and wherefrom they came."""
    lines = sorted(f"{entry.graph} {entry.sha256}\n" for entry in entries)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def manifest_text(entries: Iterable[Entry]) -> str:
    """Entries as N-Triples."""
    lines = []
    for entry in entries:
        values = (
            f"<{entry.document}>",
            f'"{entry.sha256}"',
            f'"{entry.triples}"^^<{_XSD}integer>',
            f'"{_escape(entry.file)}"',
            f'"{entry.loaded}"^^<{_XSD}dateTime>',
            f'"{_escape(entry.version)}"',
        )
        lines += [f"<{entry.graph}> <{name}> {value} .\n" for name, value in zip(_FACTS, values, strict=True)]
    return "".join(lines)


def _escape(text: str) -> str:
    return "".join(_ESCAPED.get(character, character) for character in text)


def manifest_query(manifest: str) -> str:
    """The query that reads the entries from the graph ``manifest``."""
    return (
        f"PREFIX dcterms: <{_DCTERMS}> PREFIX schema: <{_SCHEMA}> PREFIX void: <{_VOID}>\n"
        "SELECT ?graph ?document ?sha256 ?triples ?file ?loaded ?version\n"
        f"WHERE {{ GRAPH <{manifest}> {{ ?graph dcterms:isPartOf ?document ; schema:sha256 ?sha256 ;\n"
        "  void:triples ?triples ; dcterms:source ?file ; dcterms:modified ?loaded ; schema:version ?version } }\n"
        "ORDER BY ?document ?graph"
    )


def read_entries(answer: Answer) -> tuple[Entry, ...]:
    """The entries in the answer to `manifest_query`."""
    return tuple(_entry(*("" if term is None else term.value for term in row)) for row in answer.rows)


def entries_said(triples: Iterable[tuple[str, str, str]]) -> tuple[Entry, ...]:
    """The entries in the triples of the manifest, in the order of `manifest_query`."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for graph, name, value in triples:
        said[graph][name] = value
    found = [_entry(graph, *(facts[name] for name in _FACTS)) for graph, facts in said.items() if facts.keys() >= _ALL]
    return tuple(sorted(found, key=attrgetter("document", "graph")))


def _entry(graph: str, document: str, sha256: str, triples: str, file: str, loaded: str, version: str) -> Entry:
    when = re.sub(r"(\.\d+)?(Z|\+00:00)$", "Z", loaded)
    return Entry(graph, document, sha256, int(triples), file, when, version)
