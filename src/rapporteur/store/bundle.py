"""Bundles: a built file → the graphs that are loaded, replaced and removed together, each with its hash.

A report is one bundle of three graphs (its facts, its evidence, what was inferred); the ontology and the authorities
are bundles of one graph each. The text of a graph is its canonical N-Triples, one triple a line, sorted by bytes; its
hash is the SHA-256 of that text. Two files that hold the same triples have the same hash, however they are written.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pyoxigraph

from rapporteur.errors import UnusableInput

_REPORT_GRAPH = re.compile(r"(?P<document>.+)/graph(?:/(?:evidence|inferred))?")

_UNBUILT = re.compile(rb"^<[^>\n]*> <[^>\n]*> (?:_:|<<)", re.MULTILINE)
"""A line of N-Triples whose object no build writes."""

_ENDINGS = {".trig": pyoxigraph.RdfFormat.TRIG, ".nq": pyoxigraph.RdfFormat.N_QUADS}


def report_graphs(document: str) -> tuple[str, ...]:
    """The names of all graphs that a report can have."""
    return tuple(f"{document}/graph{part}" for part in ("", "/evidence", "/inferred"))


@dataclass(frozen=True, slots=True)
class GraphText:
    """One named graph.

    :ivar name: its IRI.
    :ivar text: canonical N-Triples, sorted, UTF-8.
    :ivar sha256: of ``text``, in hexadecimal digits.
    :ivar triples: how many there are, one a line.
    """

    name: str
    text: bytes
    sha256: str
    triples: int

    @property
    def is_built(self) -> bool:
        """Whether it holds what builds write and no more: no blank node, no triple within a triple."""
        last = self.text.rfind(b"\n", 0, -1) + 1  # lines are sorted: one that begins so is the first or the last
        begins = self.text.startswith(b"<<") or self.text.startswith(b"_:", last)
        within = any(part in self.text for part in (b"> _:", b"> <<"))  # most have none: ten times as fast
        return not begins and not (within and _UNBUILT.search(self.text))

    def quads(self) -> bytes:
        """The same as N-Quads. A bare newline stands at the end of a line only: within literals it is escaped."""
        return self.text.replace(b" .\n", f" <{self.name}> .\n".encode())


@dataclass(frozen=True, slots=True)
class Bundle:
    """Graphs that come and go together.

    :ivar document: the report; of a shared graph, the graph itself.
    :ivar file: the absolute path it was read from; "" for what the package carries.
    :ivar version: of the package that carries it; "" for reports.
    """

    document: str
    graphs: tuple[GraphText, ...]
    file: str = ""
    version: str = ""

    @property
    def size(self) -> int:
        """Bytes of text in all."""
        return sum(len(graph.text) for graph in self.graphs)


def graph_text(name: str, ntriples: bytes) -> GraphText:
    """The graph ``name`` that holds these N-Triples, however they are written and ordered."""
    triples = pyoxigraph.parse(ntriples, pyoxigraph.RdfFormat.N_TRIPLES)
    return _graph_text(name, pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b"")


def _graph_text(name: str, ntriples: bytes) -> GraphText:
    """The graph of these N-Triples, which the engine wrote, so that the same triple is always the same line."""
    lines = list(dict.fromkeys(sorted(ntriples.splitlines(keepends=True))))  # as they were built, they nearly are
    text = b"".join(lines)
    return GraphText(name, text, hashlib.sha256(text).hexdigest(), len(lines))


def built_files(paths: Iterable[Path]) -> list[Path]:
    """The built graphs that are meant: files as given, and every ``.trig`` of each folder, by name.

    :raises UnusableInput: if a path is missing or a folder holds none.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob("*.trig")) if path.is_dir() else [path]
        if not inside or not all(file.is_file() for file in inside):
            raise UnusableInput(
                "A folder without built graphs." if path.is_dir() else "There is no such file.",
                where=str(path),
                expected="a NAME.trig that `rapporteur build` wrote, or a folder of them.",
                remedy="Build the reports first, or check the path.",
            )
        found += inside
    return found


def read_bundles(path: Path) -> Iterator[Bundle]:
    """The reports in ``path``, a ``.trig`` of a build or a ``.nq`` (``.nq.gz``) of a backup, in order of their IRIs.

    :raises UnusableInput: if the file cannot be read, is broken, or holds what no build writes.
    """
    by_document: dict[str, list[GraphText]] = defaultdict(list)
    for name, ntriples in _by_graph(path).items():
        match = _REPORT_GRAPH.fullmatch(name)
        if match is None:
            raise _strange(path, f"The graph <{name}>, which is no graph of a report." if name else "A default graph.")
        graph = _graph_text(name, ntriples)
        if not graph.is_built:
            raise _strange(path, "A blank node, or a triple within a triple.")
        by_document[match["document"]].append(graph)
    if not by_document:
        raise _strange(path, "No triple at all.")
    for document, graphs in sorted(by_document.items()):
        yield Bundle(document, tuple(sorted(graphs, key=lambda graph: graph.name)), str(path.resolve()))


def _by_graph(path: Path) -> dict[str, bytes]:
    """The N-Triples of each graph of a file, as the engine writes them; "" for the default graph."""
    packed = path.suffix == ".gz"
    form = _ENDINGS.get(path.with_suffix("").suffix if packed else path.suffix)
    if form is None:
        raise _strange(path, f"A file that ends in {path.suffix!r}.")
    try:
        data = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
    except (OSError, EOFError) as fault:
        raise UnusableInput(
            f"The file cannot be read: {getattr(fault, 'strerror', None) or fault}.",
            where=str(path),
            expected="a built graph.",
            remedy="Check the path, or build the report again.",
        ) from fault
    parts: dict[str, list[bytes]] = defaultdict(list)
    try:
        for graph, quads in groupby(pyoxigraph.parse(data, form), attrgetter("graph_name")):
            name = "" if isinstance(graph, pyoxigraph.DefaultGraph) else graph.value
            triples = map(attrgetter("triple"), quads)
            parts[name].append(pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b"")
    except (SyntaxError, ValueError) as fault:
        raise UnusableInput(
            f"The file is broken: {str(fault).splitlines()[0][:200]}",
            where=str(path),
            expected="well-formed TriG, as `rapporteur build` writes it.",
            remedy="Build the report again.",
        ) from fault
    return {name: b"".join(texts) for name, texts in parts.items()}


def _strange(path: Path, seen: str) -> UnusableInput:
    return UnusableInput(
        seen,
        where=str(path),
        expected="the NAME.trig of a build, whose graphs are IRI/graph, IRI/graph/evidence and IRI/graph/inferred.",
        remedy="Give the .trig file that `rapporteur build` wrote.",
    )
