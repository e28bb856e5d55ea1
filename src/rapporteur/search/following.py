"""An index that follows something that changes, such as a store: its reports' hashes in, searches of what it holds out.

Before a search the hashes of what is followed are compared with those kept in the index; what has come, changed or gone
is put and dropped, a report a transaction. Where that is not wanted the answer says how stale the index is. An index is
worth nothing that cannot be made again: one that is damaged or of another version is made anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from rapporteur.errors import UnwritableOutput
from rapporteur.search.answer import Found
from rapporteur.search.asking import ask
from rapporteur.search.filters import Given, short
from rapporteur.search.index import SearchIndex, Staleness
from rapporteur.search.meaning import Vectors, ask_alike
from rapporteur.search.parts import Facts, ReportParts, parts_of
from rapporteur.search.placing import make_index
from rapporteur.search.related import ask_related
from rapporteur.search.schema import BusyIndex, UnusableIndex

Watch = Callable[[str], None]


def unwatched(step: str) -> None:
    """Nobody looks on."""


class Origin(Protocol):
    """What is followed. It may be asked by several threads, one at a time."""

    def state(self) -> str:
        """A word that differs once a report has come, changed or gone; asked before every search."""
        ...

    def hashes(self) -> Mapping[str, str]:
        """The reports that are there: IRI → hash of the facts."""
        ...

    def facts(self, report: str) -> Facts:
        """The facts of a report as triples."""
        ...


class Following:
    """The index of an origin. One object serves many threads; a search waits for no renewal but its own.

    :param origin: what is followed.
    :param places: files for the index, the best first: the first that can be written is used, memory if none can.
    """

    def __init__(self, origin: Origin, places: Sequence[Path] = ()) -> None:
        self._origin = origin
        self._places = tuple(places)
        self._index: SearchIndex | None = None
        self._file: tuple[int, int] | None = None
        self._level = ""
        self._from = 0
        self._turn = threading.RLock()
        self._renewing = threading.RLock()

    def search(
        self,
        words: str = "",
        *,
        limit: int = 20,
        offset: int = 0,
        facets: bool = True,
        refresh: bool = True,
        watch: Watch = unwatched,
        **filters: Given,
    ) -> Found:
        """Search; see `search.ask` for words, numbers and filters.

        :param refresh: bring the index up to date first; else the answer is from the index as it is, at once, and its
            ``stale`` says what it lacks.
        :param watch: is told each step of a renewal.
        :raises UnusableQuery: if the words cannot be read, or a filter or number is none.
        """
        return self._answer(
            lambda index: ask(index, words, limit=limit, offset=offset, facets=facets, **filters), refresh, watch
        )

    def related(
        self,
        iri: str,
        *,
        limit: int = 10,
        offset: int = 0,
        meaning: Vectors | None = None,
        refresh: bool = True,
        watch: Watch = unwatched,
        **filters: Given,
    ) -> Found:
        """The parts most like one; see `search.ask_related`.

        :param meaning: vectors by which to rank as well; see `search.meaning`. They take long at first.
        :raises UnusableQuery: if the index holds no such part.
        """

        def question(index: SearchIndex) -> Found:
            if meaning is None:
                return ask_related(index, iri, limit=limit, offset=offset, **filters)
            return ask_alike(index, iri, meaning, limit=limit, offset=offset, watch=watch, **filters)

        return self._answer(question, refresh, watch)

    def staleness(self) -> Staleness:
        """What the index lacks or has too much of, by IRI of report."""
        with self._turn:
            return self._compared()

    def refresh(self, watch: Watch = unwatched) -> Staleness:
        """Bring the index up to date; what it lacked before. Searches go on meanwhile, in the state before."""
        with self._renewing:
            before = stale = self.staleness()
            for _ in range(3):  # what is followed may change while it is read
                if not stale:
                    break
                self._renew(stale, watch)
                stale = self.staleness()
            return before

    def forget(self) -> None:
        """Take out of the index, where there is one, what is no longer there, so that no word of it stays on the disk.

        :raises UnwritableOutput: if the index cannot be written.
        """
        with self._renewing:
            with self._turn:
                gone = self._compared().gone
                index = self._opened()
            if index is not None and index.path is not None and gone:
                with SearchIndex(index.path, writing=True) as writing:
                    self._bring(writing, Staleness(gone=gone), unwatched)

    def close(self) -> None:
        """Let go of the file; the next search takes it again."""
        with self._turn:
            if self._index is not None:
                self._index.close()
            self._index, self._file, self._level = None, None, ""

    def __enter__(self) -> Following:
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    def _answer(self, question: Callable[[SearchIndex], Found], refresh: bool, watch: Watch) -> Found:
        """An answer with what is stale about it; an index that turns out to be damaged is thrown away, once."""
        for turn in range(3):
            with self._turn:
                stale = self._compared()
                if not (stale and refresh) or turn:
                    try:
                        index = self._opened()
                        if index is not None:
                            return replace(question(index), stale=str(stale) if stale else "")
                        with SearchIndex(None, writing=True) as empty:
                            return replace(question(empty), stale=str(stale) if stale else "")
                    except BusyIndex:
                        raise
                    except UnusableIndex as fault:
                        if turn == 2:
                            raise
                        watch(f"{fault.seen} It is thrown away")
                        self._discard()
            if refresh:
                self.refresh(watch)
        raise AssertionError("the last turn answers or raises")

    def _compared(self) -> Staleness:
        """How the index differs from what is followed; nothing is compared twice in one state of both."""
        state = self._origin.state()
        index = self._opened()
        if index is not None and state and state == self._level:
            return Staleness()
        hashes = self._origin.hashes()
        if index is None:
            return Staleness(new=tuple(sorted(hashes)))
        try:
            stale = index.stale(hashes)
        except BusyIndex:
            raise
        except UnusableIndex:
            self._discard()
            return Staleness(new=tuple(sorted(hashes)))
        self._level = "" if stale else state
        return stale

    def _opened(self) -> SearchIndex | None:
        """The index, of the first place that has one; opened anew where another process put another there."""
        if self._index is not None and (self._index.path is None or _file(self._index.path) == self._file):
            return self._index
        self.close()
        for place in self._places[self._from :]:
            seen = _file(place)
            self._index = _usable(place)
            if self._index is not None:
                self._file = seen
                return self._index
        return None

    def _discard(self) -> None:
        """Throw a damaged index away."""
        place = self._index.path if self._index is not None else None
        self.close()
        if place is not None:
            place.unlink(missing_ok=True)

    def _renew(self, stale: Staleness, watch: Watch) -> None:
        """Bring the index up to date at the first place that can be written, in memory if none can."""
        with self._turn:
            index = self._opened()
        if index is not None and index.path is None:
            self._bring(index, stale, watch)
            return
        for number, place in enumerate(self._places[self._from :], self._from):
            try:
                self._renew_at(place, watch)
            except UnwritableOutput as fault:
                watch(fault.seen)
                continue
            with self._turn:
                if number != self._from:
                    self.close()
                    self._from = number
            return
        watch("The index is kept in memory")
        memory = SearchIndex(None, writing=True)
        self._bring(memory, Staleness(new=tuple(self._origin.hashes())), watch)
        with self._turn:
            self.close()
            self._index = memory

    def _renew_at(self, place: Path, watch: Watch) -> None:
        """Bring the index at a place up to date, or make it there."""
        index = _usable(place)
        if index is None:
            watch(f"Making the index {place}")
            everything = Staleness(new=tuple(self._origin.hashes()))
            make_index(place, lambda index: self._bring(index, everything, watch))
            return
        with index:
            stale = index.stale(self._origin.hashes())
        if stale:
            watch(f"The index is stale ({stale}); it is brought up to date")
            with SearchIndex(place, writing=True) as writing:
                self._bring(writing, stale, watch)

    def _bring(self, index: SearchIndex, stale: Staleness, watch: Watch) -> None:
        """Drop what has gone and put what is new or has changed, unless another has done it meanwhile."""
        for report in stale.gone:
            watch(f"Taking out {short(report, 'report')}")
            index.drop(report)
        due = sorted((*stale.new, *stale.changed))
        hashes = self._origin.hashes()
        held = {report.iri: report.fingerprint for report in index.reports()}
        for turn, report in enumerate(due, 1):
            hash_ = hashes.get(report)
            if hash_ is None or held.get(report) == hash_:
                continue
            watch(f"Indexing {turn} of {len(due)}: {short(report, 'report')}")
            parts = parts_of(self._origin.facts(report)).get(report) or ReportParts(report, "", "", "")
            index.write(parts, hash_)


def _file(place: Path) -> tuple[int, int] | None:
    """Which file lies at a place; None where none does, or it is empty."""
    try:
        seen = place.stat()
    except OSError:
        return None
    return (seen.st_dev, seen.st_ino) if seen.st_size else None


def _usable(place: Path) -> SearchIndex | None:
    """The index at a place; None where there is none that can be used, and another may be made."""
    if _file(place) is None:
        return None
    try:
        return SearchIndex(place)
    except BusyIndex:
        raise
    except (UnusableIndex, UnwritableOutput):
        return None
