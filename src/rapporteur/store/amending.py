"""Amending: an update of named graphs in SPARQL → the next generation of a store on disk. Knows pyoxigraph.

The engine does the update in a generation of its own, which becomes the current one only when the union and the
manifest follow it: whoever reads sees all of it or nothing, also after a kill. A report stays whole: no graph of its
may be emptied, and none be made that it does not have. The manifest names files of this machine, so it is taken out
before the update and put back after it: no pattern can read it. Then it notes that the graph is no longer as its file
was; `verify` tells what differs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from rapporteur.errors import UnusableQuery
from rapporteur.store.asking import SyntaxRefused
from rapporteur.store.bundle import GraphText, graph_text
from rapporteur.store.embedded import FAULTS, EmbeddedStore, first_line
from rapporteur.store.filling import bytes_of, close_up, settle
from rapporteur.store.folder import unwritten
from rapporteur.store.manifest import AMENDED, Entry, entries_said, manifest_text
from rapporteur.store.moments import now

_LARGE = 2**28
"""Bytes of a store whose files an update does not put together, which would take longer than it may; the next load does
so."""


@dataclass(frozen=True, slots=True)
class Amended:
    """What an update did to one graph, in triples."""

    graph: str
    added: int
    removed: int


def amend(store: EmbeddedStore, text: str, graphs: Sequence[str], base: str = "") -> tuple[Amended, ...]:
    """Make an update durable, as a whole or not at all.

    :param text: SPARQL 1.1 Update that was found to write into these graphs alone (`query.updates.graphs_changed`).
    :param graphs: names of graphs of reports that are in the store.
    :raises SyntaxRefused: if the engine does not read it.
    :raises UnusableQuery: if a graph would be left that no build writes: an empty one, or one with a blank node; or if
        the engine cannot evaluate it.
    :raises UnusableStore: if another process writes, or the disk is full; all is then as it was.
    """
    try:
        with store.folder.writing("update") as path:
            done = _amended(path, text, graphs, store.manifest, base)
    except FAULTS as fault:
        raise unwritten(Path(store.address), fault, first_line(fault)) from fault
    store.release()
    store.folder.sweep()
    return done


def reading_stops(text: str) -> str:
    """What the engine finds wrong in an update, as ``error at LINE:COLUMN: …``; "" where nothing. It evaluates none."""
    try:
        pyoxigraph.Store().update(f"{text}\n)}}(")  # with such an end nothing can be read to its end
    except SyntaxError as fault:
        said = str(fault)
        return "" if said.startswith(f"error at {text.count(chr(10)) + 2}:") else said
    return ""


def _amended(path: Path, text: str, graphs: Sequence[str], manifest: str, base: str) -> tuple[Amended, ...]:
    """The generation at ``path`` changed and on the disk; its engine is closed on leaving."""
    engine = pyoxigraph.Store(str(path))
    done = _changed(engine, text, graphs, manifest, base)
    tidied = settle(engine, path, lambda: bytes_of(path) > _LARGE)
    del engine
    close_up(path, tidied)
    return done


def _changed(
    engine: pyoxigraph.Store, text: str, graphs: Sequence[str], manifest: str, base: str
) -> tuple[Amended, ...]:
    """The update done, and union and manifest after it."""
    noted = engine.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(manifest)) or b""
    engine.remove_graph(NamedNode(manifest))
    before = {name: _text(engine, name) for name in graphs}
    others = set(engine.named_graphs())
    _evaluate(engine, text, base)
    after = {name: _text(engine, name) for name in graphs}
    for name, graph in after.items():
        _refuse_unbuilt(name, graph)
    if set(engine.named_graphs()) != others:
        raise _refused("A graph came or went.", "an update of the graphs that are there.")
    done = tuple(_follow(engine, before[name], after[name]) for name in graphs)
    engine.load(_noted(noted, after), RdfFormat.N_TRIPLES, to_graph=NamedNode(manifest))
    return done


def _evaluate(engine: pyoxigraph.Store, text: str, base: str) -> None:
    try:
        engine.update(text, base_iri=base or None)
    except SyntaxError as fault:
        raise SyntaxRefused(str(fault)) from fault
    except (RuntimeError, ValueError) as fault:
        said = (str(fault).splitlines() or ["no reason given"])[0][:300]
        if said.startswith("Corruption"):
            raise
        raise _refused(f"The engine cannot evaluate this: {said}", "an update that can be evaluated here.") from fault


def _text(engine: pyoxigraph.Store, name: str) -> GraphText:
    return graph_text(name, engine.dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(name)) or b"")


def _refuse_unbuilt(name: str, graph: GraphText) -> None:
    if not graph.text:
        raise _refused(
            f"The graph <{name}> would be empty.",
            "an update that leaves something in it.",
            "Remove the report as a whole: `rapporteur store remove`.",
        )
    if not graph.is_built:
        raise _refused(
            "A blank node, or a triple within a triple.",
            "triples of IRIs and literals, as every build writes them.",
            "Give the thing an IRI.",
        )


def _follow(engine: pyoxigraph.Store, before: GraphText, after: GraphText) -> Amended:
    """Let the union hold what came, and of what went what no other graph holds."""
    old, new = (set(graph.text.splitlines(keepends=True)) for graph in (before, after))
    came, went = new - old, old - new
    for quad in _in_the_union(came):
        engine.add(quad)
    for quad in _in_the_union(went):
        found = engine.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        if all(isinstance(one.graph_name, DefaultGraph) for one in found):
            engine.remove(quad)
    return Amended(after.name, len(came), len(went))


def _in_the_union(lines: set[bytes]) -> list[Quad]:
    """Triples of lines of N-Triples, in the engine's default graph, which is the union."""
    return list(pyoxigraph.parse(b"".join(lines), RdfFormat.N_TRIPLES))


def _noted(manifest: bytes, graphs: Mapping[str, GraphText]) -> bytes:
    """The N-Triples of the manifest with what these graphs hold now, and that they were amended."""
    said = pyoxigraph.parse(manifest, RdfFormat.N_TRIPLES)
    own = [quad for quad in said if quad.subject.value in graphs]
    entries = entries_said((q.subject.value, q.predicate.value, q.object.value) for q in own)
    begins = tuple(f"<{name}> ".encode() for name in graphs)
    kept = [line for line in manifest.splitlines(keepends=True) if not line.startswith(begins)]
    return b"".join(kept) + manifest_text(_entry(entry, graphs[entry.graph]) for entry in entries).encode()


def _entry(entry: Entry, graph: GraphText) -> Entry:
    if entry.sha256 == graph.sha256:
        return entry
    return replace(entry, sha256=graph.sha256, triples=graph.triples, loaded=now(), version=AMENDED)


def _refused(seen: str, expected: str, remedy: str = "Change the update.") -> UnusableQuery:
    return UnusableQuery(seen, where="the update", expected=expected, remedy=f"{remedy} Nothing was changed.")
