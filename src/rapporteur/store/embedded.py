"""The embedded store: bundles into a folder on disk, or into memory; the union of all graphs out. Knows pyoxigraph.

Questions are asked of the engine's default graph, into which every triple of every named graph is put a second time,
once however many graphs hold it. The engine can look at all named graphs together by itself, but then a triple that
stands in two of them is two answers, and every count is wrong (measured with Oxigraph 0.5.13).
"""

from __future__ import annotations

import abc
import contextlib
import math
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import wait
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat

from rapporteur.store.answering import promised
from rapporteur.store.asking import Answer, Change, SyntaxRefused, last, read_answer
from rapporteur.store.backup import refuse_taken, write_quads
from rapporteur.store.filling import alter, fill
from rapporteur.store.folder import StoreFolder, damaged, unwritten
from rapporteur.store.manifest import Entry, entries_said, state_of
from rapporteur.store.sums import wrong_file

FAULTS = (OSError, RuntimeError)
"""What the engine raises when its files cannot be read or written; the second for what it calls corruption."""

_PATIENCE = 5.0
"""Seconds that a question may take before the files are looked at."""

_AGAIN = 60.0
"""Seconds before they are looked at again, for this question or another."""

_T = TypeVar("_T")

_ASTRAY = (
    "SELECT (COUNT(*) AS ?n) WHERE {{ "
    "{{ ?s ?p ?o FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{manifest}>) }} }} UNION "
    "{{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{manifest}>) FILTER NOT EXISTS {{ ?s ?p ?o }} }} }}"
)


class _Asked(abc.ABC):
    """What is the same for a store on disk and one in memory."""

    product = "oxigraph"

    def __init__(self, address: str, manifest: str) -> None:
        self.address = address
        self.manifest = manifest

    @abc.abstractmethod
    def _engine(self) -> pyoxigraph.Store:
        """What answers, in the state it has now."""

    def select(self, text: str) -> Answer:
        """The rows of a SELECT over the union of all graphs; see `Store`."""

        def answer() -> bytes:
            found = self._query(text)
            if not isinstance(found, pyoxigraph.QuerySolutions):
                raise SyntaxRefused("no SELECT")
            return found.serialize(format=QueryResultsFormat.JSON) or b""

        return read_answer(self._patiently(answer))

    def ask(self, text: str) -> bool:
        """The answer to an ASK over the union of all graphs; see `Store`."""

        def answer() -> bool:
            found = self._query(text)
            if not isinstance(found, pyoxigraph.QueryBoolean):
                raise SyntaxRefused("no ASK")
            return bool(found)

        return self._patiently(answer)

    def construct(self, text: str) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as N-Triples; see `Store`."""

        def answer() -> bytes:
            found = self._query(text)
            if not isinstance(found, pyoxigraph.QueryTriples):
                raise SyntaxRefused("no CONSTRUCT")
            return found.serialize(format=RdfFormat.N_TRIPLES) or b""

        return self._patiently(answer)

    def _patiently(self, answer: Callable[[], _T]) -> _T:
        """What the engine answers."""
        with self._reading():
            return answer()

    def _query(self, text: str) -> object:
        try:
            return self._engine().query(text)
        except SyntaxError as fault:
            raise SyntaxRefused(str(fault)) from fault

    def entries(self) -> tuple[Entry, ...]:
        """The manifest, read triple by triple: a damaged block is told, where a question that sorts never ends."""
        with self._reading():
            quads: Any = self._engine().quads_for_pattern(None, None, None, NamedNode(self.manifest))
            return entries_said((quad.subject.value, quad.predicate.value, quad.object.value) for quad in quads)

    def graph(self, name: str) -> bytes:
        """The N-Triples of one named graph."""
        with self._reading():
            return self._engine().dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(name)) or b""

    def astray(self) -> int:
        """How many triples stand in a named graph and not in the union, or the other way round."""
        ((count,),) = self.select(_ASTRAY.format(manifest=self.manifest)).rows
        return int(count.value) if count else 0

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """Say what it means when the engine cannot read its files."""
        try:
            yield
        except FAULTS as fault:
            raise damaged(Path(self.address), first_line(fault)) from fault


class MemoryStore(_Asked):
    """Graphs in memory, for as long as the object lives.

    :param manifest: IRI of the graph that describes the others.
    """

    def __init__(self, address: str, manifest: str) -> None:
        super().__init__(address, manifest)
        self._store = pyoxigraph.Store()
        self._state = ""

    def _engine(self) -> pyoxigraph.Store:
        return self._store

    def state(self) -> str:
        """The name of what is there now, read once a change; see `Store`."""
        self._state = self._state or state_of(self.entries())
        return self._state

    def is_stale(self) -> bool:
        """Never: nobody else can change it."""
        return False

    def release(self) -> None:
        """Nothing: it holds no file."""

    def check(self) -> None:
        """Nothing: it has no file."""

    def apply(self, changes: Iterable[Change], verb: str, more: Callable[[], bool] = last) -> None:
        """Make the changes."""
        self._state = ""
        alter(self._store, changes, self.manifest)

    def backup(self, target: Path) -> None:
        """Write the graphs to a file; see `write_quads`."""
        write_quads(self, target)


class _Opened:
    """One generation of a folder, opened for reading and held, so that no writer sweeps it.

    :ivar stamp: of the folder, taken before: where a writer came between, the next question opens anew.
    :ivar state: see `Store.state`; "" until somebody asks.
    :ivar looked: when its files were last found to be as they were written.
    """

    def __init__(self, folder: StoreFolder) -> None:
        self.stamp = folder.stamp()
        self.state = ""
        self.looked = -math.inf
        with contextlib.ExitStack() as opening:
            generation = opening.enter_context(folder.reading())
            self.engine = pyoxigraph.Store.read_only(str(generation.path)) if generation else pyoxigraph.Store()
            self._held = opening.pop_all()

    def close(self) -> None:
        """Let go of it; a question that is still being answered keeps the files until it is done."""
        self._held.close()


class EmbeddedStore(_Asked):
    """The store in a folder.

    :raises UnusableStore: if the folder holds something else, or a store of another layout.
    """

    def __init__(self, path: Path, manifest: str) -> None:
        super().__init__(str(path), manifest)
        self.folder = StoreFolder(path)
        self._open: _Opened | None = None
        self._turn = RLock()
        self._steady = 0

    def _engine(self) -> pyoxigraph.Store:
        """The current generation, opened for reading; opened anew once a writer has put another in its place."""
        return self._current().engine

    def _current(self) -> _Opened:
        with self._turn:
            if self._open is None or (not self._steady and self.is_stale()):
                with self._reading():
                    self._open, before = _Opened(self.folder), self._open
                if before is not None:
                    before.close()
            return self._open

    def _patiently(self, answer: Callable[[], _T]) -> _T:
        """What the engine answers; where that takes long, the files are looked at, for it may never end (see `sums`).

        The engine asks in a thread of its own, so that Ctrl-C ends a wait too.
        """
        coming = promised(answer)
        wait((coming,), _PATIENCE)
        while not coming.done():
            opened = self._open
            if opened is None or time.monotonic() - opened.looked > _AGAIN:
                self.check()
                if opened is not None:
                    opened.looked = time.monotonic()
            wait((coming,), _AGAIN)
        with self._reading():
            return coming.result()

    def state(self) -> str:
        """The name of what is there now, read once a generation; see `Store`."""
        with self.steady():
            opened = self._current()
            if not opened.state:
                opened.state = state_of(self.entries())
            return opened.state

    def is_stale(self) -> bool:
        """Whether a writer has put another generation in place of the one that is open; one look at a file."""
        opened = self._open
        return opened is not None and opened.stamp != self.folder.stamp()

    @contextlib.contextmanager
    def steady(self) -> Iterator[None]:
        """Answer all questions of the block from one state, whatever is written meanwhile."""
        with self._turn:
            self._current()
            self._steady += 1
        try:
            yield
        finally:
            with self._turn:
                self._steady -= 1

    def release(self) -> None:
        """Close the generation that is open, so that the next writer can sweep it; see `Store`."""
        with self._turn:
            if self._open is not None:
                self._open.close()
                self._open = None

    def check(self) -> None:
        """Read every file with triples, and compare it with what was written; see `Store`."""
        with self._reading(), self.folder.reading() as generation:
            if generation and (name := wrong_file(generation.path)):
                raise damaged(self.folder.path, f"The file {name} is not as it was written.")

    def apply(self, changes: Iterable[Change], verb: str, more: Callable[[], bool] = last) -> None:
        """Make the changes in the next generation of the folder, and that the current one.

        The engine's files are put together after the last of several, if at all; see `fill`.

        :raises UnusableStore: if another process writes, or the disk is full; all is then as it was.
        """
        try:
            with self.folder.writing(verb) as path:
                fill(path, changes, self.manifest, more)
        except FAULTS as fault:
            raise unwritten(Path(self.address), fault, first_line(fault)) from fault
        self.release()
        self.folder.sweep()

    def backup(self, target: Path) -> None:
        """Copy the store: to a folder that is a store of its own, or to a file; see `write_quads`."""
        if target.suffix in (".nq", ".gz"):
            write_quads(self, target)
            return
        refuse_taken(target)
        try:
            with self.folder.reading() as generation:
                copy = StoreFolder(target)
                with copy.writing("backup") as path:
                    if generation is not None:
                        shutil.copytree(generation.path, path, dirs_exist_ok=True)
        except FAULTS as fault:
            shutil.rmtree(target, ignore_errors=True)
            raise unwritten(Path(self.address), fault, first_line(fault)) from fault


def first_line(fault: OSError | RuntimeError) -> str:
    """What a fault of the engine or the system says, in one line."""
    return (getattr(fault, "strerror", None) or str(fault)).splitlines()[0][:200]
