"""Sources, an output folder and the work on one report → every build, its stamp, and the index.

Who does the work is another matter: `crew` here, `cluster` on many machines. The files do not depend on it, nor on
the order in which they come: of two sources with one name the first by label has it, whoever was done first.
"""

from __future__ import annotations

import errno
import hashlib
import signal
import threading
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

from rapporteur.errors import RapporteurError, UnwritableOutput
from rapporteur.many.crew import cores, run_here
from rapporteur.many.fingerprint import code_fingerprint, key_of
from rapporteur.many.shelf import Shelf
from rapporteur.many.sources import gather
from rapporteur.many.values import (
    Fault,
    ManyBuilt,
    Outcome,
    Rendered,
    Result,
    Source,
    Standing,
    Status,
    Stopped,
    Task,
    Watch,
    Work,
)
from rapporteur.model import Record
from rapporteur.read import read_record, record_path
from rapporteur.read.files import read_bytes

_OF_ONE_NAME = {errno.ENAMETOOLONG, errno.EISDIR, errno.EINVAL}
"""Faults of writing that lie in the name of one build; with any other the next build cannot be written either."""


def run_many(
    given: Sequence[str | Path],
    folder: Path,
    work: Work,
    *,
    base: str,
    style: str = "",
    jobs: int | None = None,
    fresh: bool = False,
    dask: str = "",
    watch: Watch,
) -> ManyBuilt:
    """Build many reports into one folder.

    :param given: files and folders.
    :param base: what IRIs begin with.
    :param style: house style to read all of them under; "" to choose for each from its words or its record.
    :param jobs: worker processes; one a core without it.
    :param fresh: build again what need not be.
    :param dask: address of a scheduler whose workers do the work instead.
    :param watch: called whenever something began or ended.
    :raises UnusableInput: if there is nothing to build; a report that cannot be used is a `Result`.
    :raises UnwritableOutput: if the folder cannot be written; what was built before stays.
    :raises Stopped: on Ctrl-C, once what is being written is whole.
    """
    sources, aside = gather(given, folder)
    run = _Run(sources, Shelf(folder), base, style, watch)
    try:
        tasks = run.plan(fresh)
        outcomes = _outcomes(work, tasks, jobs or cores(), dask, run)
        with closing(outcomes):
            for task, outcome in outcomes:
                run.take(task, outcome)
    except KeyboardInterrupt:
        raise Stopped(run.standing()) from None
    return run.close(aside)


def _outcomes(
    work: Work, tasks: list[Task], jobs: int, dask: str, run: _Run
) -> Generator[tuple[Task, Outcome], None, None]:
    if dask and tasks:
        from rapporteur.many.cluster import run_on_cluster

        return run_on_cluster(work, tasks, dask, run.began)
    return run_here(work, iter(tasks), jobs, run.began)


class _Run:
    """One run: what became of each source so far, and who has which name."""

    def __init__(self, sources: tuple[Source, ...], shelf: Shelf, base: str, style: str, watch: Watch) -> None:
        self._sources, self._shelf, self._base, self._style, self._watch = sources, shelf, base, style, watch
        self._labels = {source.label for source in sources}
        self._results: dict[int, Result] = {}
        self._tally: Counter[Status] = Counter()
        self._keys: dict[int, str] = {}
        self._holders: dict[str, int] = {}
        self._under_way: set[int] = set()

    def plan(self, fresh: bool) -> list[Task]:
        """The tasks that are left once what is built and what cannot be used are told."""
        code = code_fingerprint()
        tasks: list[Task] = []
        for source in self._sources:
            try:
                task = self._task(source)
            except RapporteurError as error:
                self._tell(source, Result(source.label, source.path, "failed", fault=Fault.of(error)))
                continue
            self._keys[source.order] = key_of(task, code)
            if fresh or not self._keep(source):
                tasks.append(task)
        self._watch(self.standing())
        return tasks

    def _task(self, source: Source) -> Task:
        data = read_bytes(source.path)
        record = read_record(record_path(source.path)) or Record()
        if self._style:
            record = replace(record, style=self._style)
        return Task(source, source.path.name, hashlib.sha256(data).hexdigest(), record, self._base)

    def _keep(self, source: Source) -> bool:
        """Is it built already, or did it give way to another source that is?"""
        key = self._keys[source.order]
        if (stamp := self._shelf.kept(key)) is not None:
            if stamp.name in self._holders:
                self._clash(source, stamp.name)
            else:
                self._holders[stamp.name] = source.order
                self._tell(source, _result(source, stamp.name, self._shelf.row(key), kept=True))
            return True
        stamp = self._shelf.gave_way(key)
        if stamp is not None and stamp.name in self._holders:
            self._clash(source, stamp.name)
            return True
        return False

    def began(self, task: Task) -> None:
        """A worker began this task."""
        self._under_way.add(task.source.order)
        self._watch(self.standing())

    def take(self, task: Task, outcome: Outcome) -> None:
        """Write what came back; whole, even if Ctrl-C falls into it."""
        source = task.source
        self._under_way.discard(source.order)
        with _undisturbed():
            if isinstance(outcome, Fault):
                self._tell(source, Result(source.label, source.path, "failed", fault=outcome))
            else:
                self._take_build(source, outcome)
        self._watch(self.standing())

    def _take_build(self, source: Source, build: Rendered) -> None:
        holder = self._holders.get(build.name)
        if holder is not None and holder < source.order:
            self._clash(source, build.name)
            return
        key = self._keys[source.order]
        try:
            before = self._shelf.put(key, source.label, build)
        except UnwritableOutput as error:
            if not isinstance(error.__cause__, OSError) or error.__cause__.errno not in _OF_ONE_NAME:
                raise
            self._tell(source, Result(source.label, source.path, "failed", fault=Fault.of(error)))
            return
        self._holders[build.name] = source.order
        result = _result(source, build.name, build.row, kept=False)
        if before and before not in self._labels:
            result = replace(result, note=f"Written over the build of {before} of an earlier run.")
        self._tell(source, result)
        if holder is not None:
            self._clash(self._sources[holder], build.name)

    def _clash(self, source: Source, name: str) -> None:
        first = self._sources[self._holders[name]]
        self._shelf.give_way(self._keys[source.order], source.label, name)
        fault = Fault(
            f"Its files would be called {name}, as those of {first.label} are.",
            str(source.path),
            "reports with different symbols, or without symbol in files with different names.",
            "Leave one out if both hold the same report; else give one its own symbol in a record NAME.toml beside it.",
        )
        self._tell(source, Result(source.label, source.path, "clash", name, fault=fault))

    def _tell(self, source: Source, result: Result) -> None:
        """Note what became of a source, in place of what was noted before."""
        if (before := self._results.get(source.order)) is not None:
            self._tally[before.status] -= 1
        self._results[source.order] = result
        self._tally[result.status] += 1

    def standing(self) -> Standing:
        """How far the work has come."""
        return Standing(
            len(self._sources),
            self._tally["built"],
            self._tally["kept"],
            self._tally["failed"] + self._tally["clash"],
            tuple(self._sources[order].label for order in sorted(self._under_way)),
        )

    def close(self, aside: dict[str, int]) -> ManyBuilt:
        """Write the index and give all results."""
        results = tuple(self._results[source.order] for source in self._sources)
        self._shelf.forget_all_but(set(self._keys.values()))
        keys = [self._keys.get(source.order, "") for source in self._sources]
        index = self._shelf.write_index(zip(results, keys, strict=True), aside)
        return ManyBuilt(results, aside, index)


def _result(source: Source, name: str, row: Any, kept: bool) -> Result:
    return Result(
        source.label,
        source.path,
        "kept" if kept else "built",
        name,
        row["symbol"] or "",
        row["counts"],
        len(row["findings"]),
        sum(row["warnings"].values()),
        len(row["not_read"]),
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back until what is being written is whole; only the main thread is ever disturbed by it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        pressed.append(number)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
