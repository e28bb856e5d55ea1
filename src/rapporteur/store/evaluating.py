"""Evaluating: a query of somebody's own and a dataset → the bytes of an answer in a format of the W3C, cut at its caps.

For a server: any form of query, any of the formats, and a cap that always leaves a well-formed answer. Rows are written
as TSV first, in which a row is a line, and from that into the format asked for, both by the engine. Outside addresses
are not looked for here; see `rapporteur.query.outside`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QueryResultsFormat, RdfFormat

from rapporteur.store.asking import SyntaxRefused
from rapporteur.store.embedded import EmbeddedStore

ROWS = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
"""Media types of the answer to a SELECT or ASK."""

TRIPLES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
"""Media types of the answer to a CONSTRUCT or DESCRIBE, and of a graph."""

_ROWS = dict(
    zip(
        ROWS,
        (QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV),
        strict=True,
    )
)
_TRIPLES = dict(
    zip(TRIPLES, (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD), strict=True)
)
_AFTER = {
    "text/turtle": "# {}\n",
    "application/n-triples": "# {}\n",
    "application/rdf+xml": "\n<!-- {} -->\n",
}
"""How a graph says at its end that it was cut, in the formats that have room for it."""

_ROOM = 2**14
"""Bytes that the engine may hold back before it writes them."""


@dataclass(frozen=True, slots=True)
class Caps:
    """How long an answer may become.

    :ivar rows: triples where it is a graph.
    :ivar size: bytes.
    :ivar note: an IRI that says what a cut answer is; put into answers that were cut.
    """

    rows: int
    size: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """The dataset of a query.

    :ivar default: graphs that are merged into the default graph; None for the union of all.
    :ivar named: graphs that ``GRAPH`` can see.
    """

    default: tuple[str, ...] | None
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An answer.

    :ivar media_type: "" where the client takes none that fits the form of the query; there is no body then.
    :ivar form: "rows", "truth" or "triples".
    :ivar cut: "" where it is all; else "rows" or "size", the cap that was reached.
    :ivar says_so: whether a cut stands in the body, for the formats that have room for it.
    """

    form: str
    media_type: str
    body: bytes = b""
    rows: int = 0
    cut: str = ""
    says_so: bool = True


Choose = Callable[[Sequence[str]], str]
"""Which of these media types the client likes best; "" for none."""


def evaluate(store: EmbeddedStore, text: str, scope: Scope, caps: Caps, choose: Choose, base: str = "") -> Evaluated:
    """The answer to any query.

    :param base: IRI against which the relative ones of the query are read.
    :raises SyntaxRefused: if it is broken.
    :raises OSError, RuntimeError, ValueError: if the engine cannot evaluate it.
    """
    engine = store._engine()
    default: DefaultGraph | list[NamedNode | BlankNode | DefaultGraph] = DefaultGraph()
    if scope.default is not None:
        default = [NamedNode(name) for name in scope.default]
    if scope.default is not None and len(scope.default) > 1:
        engine, default = _merged(engine, scope), DefaultGraph()
    named: list[NamedNode | BlankNode] = [NamedNode(name) for name in scope.named]
    try:
        found = engine.query(text, base_iri=base or None, default_graph=default, named_graphs=named)
    except SyntaxError as fault:
        raise SyntaxRefused(str(fault)) from fault
    if isinstance(found, pyoxigraph.QueryTriples):
        return _write_triples(found, choose(TRIPLES), caps)
    media_type = choose(ROWS)
    if isinstance(found, pyoxigraph.QueryBoolean):
        body = found.serialize(format=_ROWS[media_type]) if media_type else None
        return Evaluated("truth", media_type, body or b"", 1)
    return _write_rows(found, media_type, caps)


def graph_of(store: EmbeddedStore, name: str, caps: Caps, choose: Choose) -> Evaluated:
    """The triples of one named graph; of the union of all where ``name`` is ""."""
    graph = NamedNode(name) if name else DefaultGraph()
    quads = store._engine().quads_for_pattern(None, None, None, graph)
    return _write_triples((quad.triple for quad in quads), choose(TRIPLES), caps)


def shown_graphs(store: EmbeddedStore) -> tuple[str, ...]:
    """IRIs of the graphs that a query may see: all but the manifest, which names files of this machine."""
    return tuple(entry.graph for entry in store.entries())


def rewrite(ntriples: bytes, media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """N-Triples in another of the formats of `TRIPLES`."""
    triples = pyoxigraph.parse(ntriples, RdfFormat.N_TRIPLES)
    own = dict(prefixes) if media_type in ("text/turtle", "application/rdf+xml") else None
    return pyoxigraph.serialize((quad.triple for quad in triples), format=_TRIPLES[media_type], prefixes=own) or b""


def _merged(engine: pyoxigraph.Store, scope: Scope) -> pyoxigraph.Store:
    """The dataset in memory: the engine counts a triple twice that stands in two graphs of a default graph."""
    memory = pyoxigraph.Store()
    for name in scope.default or ():
        quads = engine.quads_for_pattern(None, None, None, NamedNode(name))
        memory.extend(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    for name in scope.named:
        memory.extend(engine.quads_for_pattern(None, None, None, NamedNode(name)))
    return memory


class _FullError(Exception):
    """The sink takes no more."""


class _Sink(io.BytesIO):
    """Keeps what the engine writes, up to so many lines and bytes."""

    def __init__(self, lines: int, size: int) -> None:
        super().__init__()
        self.lines = 0
        self._caps = lines, size

    def write(self, data: Any, /) -> int:
        """Keep it, unless there is enough."""
        self.lines += data.count(b"\n")
        written = super().write(data)
        if self.lines > self._caps[0] or self.tell() > self._caps[1]:
            raise _FullError
        return written


def _write_rows(found: pyoxigraph.QuerySolutions, media_type: str, caps: Caps) -> Evaluated:
    if not media_type:
        return Evaluated("rows", "")
    sink = _Sink(caps.rows + 1, caps.size)
    cut = ""
    try:
        found.serialize(sink, format=QueryResultsFormat.TSV)
    except _FullError:
        cut = "rows" if sink.lines > caps.rows + 1 else "size"
    head, *lines = sink.getvalue().split(b"\n")
    rows = min(len(lines) - 1, caps.rows)
    body = _as(head, lines[:rows], media_type)
    while len(body) > caps.size and rows:
        cut, rows = "size", min(rows - 1, int(rows * caps.size / len(body)))
        body = _as(head, lines[:rows], media_type)
    if cut and caps.note:
        body = _say(body, media_type, caps.note)
    return Evaluated("rows", media_type, body, rows, cut, says_so=media_type in ROWS[:2])


def _as(head: bytes, lines: Sequence[bytes], media_type: str) -> bytes:
    """Rows of TSV in another format."""
    text = b"\n".join([head, *lines, b""])
    if media_type == "text/tab-separated-values":
        return text
    return (
        pyoxigraph.parse_query_results(text, format=QueryResultsFormat.TSV).serialize(format=_ROWS[media_type]) or b""
    )


def _say(body: bytes, media_type: str, note: str) -> bytes:
    """Put the note into the ``head`` of a cut answer, as a link (SPARQL Results JSON, 3.1.2; XML, 2.3.1)."""
    if media_type.endswith("+json"):
        return body.replace(b'{"head":{', b'{"head":{"link":["' + note.encode() + b'"],', 1)
    if media_type.endswith("+xml"):
        return body.replace(b"</head>", b'<link href="' + note.encode() + b'"/></head>', 1)
    return body


def _write_triples(triples: Iterator[pyoxigraph.Triple], media_type: str, caps: Caps) -> Evaluated:
    if not media_type:
        return Evaluated("triples", "")
    sink = _Sink(2**62, 2**62)
    written, cut = 0, ""

    def capped() -> Iterator[pyoxigraph.Triple]:
        nonlocal written, cut
        for triple in triples:
            if written >= caps.rows or sink.tell() > caps.size - _ROOM:
                cut = "rows" if written >= caps.rows else "size"
                return
            written += 1
            yield triple

    pyoxigraph.serialize(capped(), sink, format=_TRIPLES[media_type], prefixes=_prefixes(media_type))
    after = _AFTER.get(media_type, "")
    if cut and after:
        sink.write(after.format(f"Cut after {written} triples: there are more. {caps.note}".strip()).encode())
    return Evaluated("triples", media_type, sink.getvalue(), written, cut, says_so=bool(after))


def _prefixes(media_type: str) -> dict[str, str] | None:
    from rapporteur.graph.vocabulary import PREFIXES  # brings rdflib, which a store alone does not need

    return dict(PREFIXES) if media_type in ("text/turtle", "application/rdf+xml") else None
