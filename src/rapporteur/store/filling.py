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

from rapporteur.store.asking import Change, last
from rapporteur.store.bundle import GraphText
from rapporteur.store.manifest import Entry, entries_of, manifest_text
from rapporteur.store.moments import now
from rapporteur.store.sums import note_sums

_TOGETHER = 16 * 2**20
"""Bytes of text that are written together. The engine makes files of each lot, and puts them together again and again:
larger lots take more memory and no less time (measured from 8 to 64 MB)."""


_TIDIED = "tidied"
"""A file beside the engine's, carried from generation to generation: how many bytes those had when put together."""

_SMALL = 32 * 2**20
"""Bytes of a store that is put together after every change."""

_SHARE = 1 / 32
"""How much of a store may stand apart; see `_is_scattered`."""


def fill(path: Path, changes: Iterable[Change], manifest: str, more: Callable[[], bool]) -> None:
    """Alter the generation at ``path`` and have it on the disk; the engine is closed on leaving.

    :param more: asked once the changes are made: where others follow, the files are not put together yet, for the next
        would be in need of it again, and it takes longer the more there is.
    """
    store = pyoxigraph.Store(str(path))
    alter(store, changes, manifest)
    tidied = settle(store, path, more)
    del store  # so that what it put together has gone
    close_up(path, tidied)


def settle(store: pyoxigraph.Store, path: Path, more: Callable[[], bool] = last) -> bool:
    """Have all that was altered on the disk; whether the engine's files were put together for it. See `fill`."""
    store.flush()
    scattered = not more() and _is_scattered(bytes_of(path), _tidied(path))
    if scattered:
        store.optimize()
    return scattered


def close_up(path: Path, tidied: bool) -> None:
    """Write down what the files of a generation are, once its engine is closed."""
    if tidied:
        (path / _TIDIED).write_text(f"{bytes_of(path)}\n", "ascii")
    note_sums(path)


def bytes_of(path: Path) -> int:
    """Bytes of the engine's files in a generation; one may be gone when asked, for they are put together meanwhile."""
    total = 0
    for file in path.glob("*.sst"):
        with suppress(FileNotFoundError):
            total += file.stat().st_size
    return total


def _tidied(path: Path) -> int:
    """Bytes of the engine's files when they were last put together; 0 where that cannot be read, which does no harm."""
    try:
        return int((path / _TIDIED).read_text("ascii"))
    except (OSError, ValueError):
        return 0


def _is_scattered(total: int, tidied: int) -> bool:
    """Whether putting the engine's files together is worth its time.

    Each change that stands apart makes questions slower: of one report among thirty they took 1.7 times as long after
    two others had come one by one, 2.7 times after four, four times after eight. The work grows with the whole store,
    though. So it is done where the store is small, and where what came since the last time is a share of it, in one
    change or in many: the work for each report is then the same in a store of any size.

    :param total: bytes of the engine's files; ``tidied`` when they were last put together.
    """
    return total < _SMALL or total - tidied > total * _SHARE


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
