"""Filling an engine: changes in, their graphs, the union and the manifest written. Knows pyoxigraph.

Every triple is written twice, into its named graph and into the union, which is most of the work of a load; both run
beside the reading of what comes next.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from rapporteur.store.asking import Change
from rapporteur.store.bundle import GraphText
from rapporteur.store.manifest import Entry, entries_of, manifest_text
from rapporteur.store.moments import now

_TOGETHER = 16 * 2**20
"""Bytes of text that are written together. The engine makes files of each lot, and puts them together again and again:
larger lots take more memory and no less time (measured from 8 to 64 MB)."""


def fill(path: Path, changes: Iterable[Change], manifest: str, before: int, more: Callable[[], bool]) -> bool:
    """Alter the generation at ``path`` and have it on the disk; the engine is closed on leaving.

    :param before: bytes that the engine's files had before the first of several such changes.
    :param more: asked once the changes are made: where others follow, the files are not put together yet, for the next
        would be in need of it again, and it takes longer the more there is.
    :returns: whether the files are as they should be.
    """
    store = pyoxigraph.Store(str(path))
    alter(store, changes, manifest)
    store.flush()
    if more():
        return False
    if _is_scattered(_sizes(path), before):
        store.optimize()
    return True


def bytes_of(path: Path) -> int:
    """Bytes of the engine's files in a generation."""
    return sum(_sizes(path))


def _sizes(path: Path) -> list[int]:
    """Bytes of each of the engine's files; it puts files together as it likes, so one may be gone when asked."""
    sizes = []
    for file in path.glob("*.sst"):
        with suppress(FileNotFoundError):
            sizes.append(file.stat().st_size)
    return sizes


def _is_scattered(sizes: Sequence[int], before: int) -> bool:
    """Whether putting the engine's files together is worth its time: answers then come two to four times as fast.

    Always in a small store. Where a store grew by half, for then the work is a share of what was loaded: a seventh of
    the CPU of loading 20 reports into an empty one. Else the work grows with the store, and waits for many changes.

    :param before: bytes of the engine's files before the change.
    """
    total = sum(sizes)
    grew = total - before > before / 2
    return total < 32 * 2**20 or grew or (len(sizes) > 200 and total / len(sizes) < 8 * 2**20)


def alter(store: pyoxigraph.Store, changes: Iterable[Change], manifest: str) -> None:
    """Make the changes, writing many graphs together and with several cores while the next are read."""
    loads: deque[Future[None]] = deque()
    described: list[str] = []
    waiting: list[GraphText] = []
    with ThreadPoolExecutor() as crew:

        def submit() -> None:
            if not waiting:
                return
            loads.append(crew.submit(_load, store, b"".join([graph.quads() for graph in waiting])))
            loads.append(crew.submit(_load, store, b"".join([graph.text for graph in waiting])))
            waiting.clear()

        for change in changes:
            if change.old:
                submit()
                _drain(loads, 0)  # a triple that is still to come would be taken for one that no graph holds
                _remove(store, change.old, manifest)
            if change.new is not None:
                described.append(manifest_text(entries_of(change.new, now())))
                waiting += change.new.graphs
            if sum(len(graph.text) for graph in waiting) > _TOGETHER:
                submit()
                _drain(loads, 2)
        submit()
        _drain(loads, 0)
    store.load("".join(described).encode(), RdfFormat.N_TRIPLES, to_graph=NamedNode(manifest))


def _load(store: pyoxigraph.Store, text: bytes) -> None:
    store.bulk_load(text, RdfFormat.N_QUADS, lenient=True)  # read once already, so the IRIs are well formed


def _drain(loads: deque[Future[None]], down_to: int) -> None:
    """Wait for the oldest loads until only so many are left; a fault of one is raised here."""
    while len(loads) > down_to:
        loads.popleft().result()


def _remove(store: pyoxigraph.Store, entries: Sequence[Entry], manifest: str) -> None:
    """Take graphs away, and from the union what stands in no other graph."""
    names = [f"<{entry.graph}>" for entry in entries]
    own = ", ".join([*names, f"<{manifest}>"])
    store.update(
        f"DELETE {{ ?s ?p ?o }} WHERE {{ VALUES ?g {{ {' '.join(names)} }} GRAPH ?g {{ ?s ?p ?o }} "
        f"FILTER NOT EXISTS {{ GRAPH ?h {{ ?s ?p ?o }} FILTER(?h NOT IN ({own})) }} }};\n"
        + ";\n".join(
            f"DROP SILENT GRAPH {name}; DELETE WHERE {{ GRAPH <{manifest}> {{ {name} ?p ?o }} }}" for name in names
        )
    )
