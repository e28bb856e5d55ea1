"""Tasks → outcomes, by worker processes of this machine.

Each worker holds one task at a time, so that when the system kills one it is known what it was at: that task is given
once more to a new worker, then named. Workers are made anew after a while, so that memory stays flat; they write
nothing, so that one can be ended at any moment.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext

from rapporteur.errors import RapporteurError
from rapporteur.many.values import Fault, Outcome, Task, Work
from rapporteur.many.work import answer

TASKS_A_WORKER = 200
"""Reports that one worker builds before a new one takes its place."""


class NoWorkers(RapporteurError):
    """Worker processes that cannot be started."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_here(
    work: Work, tasks: Iterator[Task], jobs: int, started: Callable[[Task], None]
) -> Generator[tuple[Task, Outcome], None, None]:
    """Give each task to a worker and each outcome back as it comes, in no order.

    :param jobs: workers at a time.
    :param started: called with each task as a worker begins it.
    :raises NoWorkers: if a worker ends before it begins.
    """
    context = multiprocessing.get_context("spawn")
    busy: dict[Connection, _Worker] = {}
    idle: list[_Worker] = []
    crew: set[_Worker] = set()
    again: list[Task] = []
    tried: set[int] = set()
    try:
        while True:
            while len(busy) < jobs and (task := again.pop() if again else next(tasks, None)) is not None:
                worker = idle.pop() if idle else _Worker(context, work)
                crew.add(worker)
                busy[worker.connection] = worker
                worker.begin(task)
                started(task)
            if not busy:
                return
            for connection in wait(list(busy)):
                assert isinstance(connection, Connection)
                worker = busy.pop(connection)
                task, outcome = worker.task, worker.outcome()
                if outcome is not None and worker.begun < TASKS_A_WORKER:
                    idle.append(worker)
                else:
                    worker.end()
                    crew.remove(worker)
                if outcome is not None:
                    yield task, outcome
                elif task.source.order in tried:
                    yield task, _killed(task, worker)
                else:
                    tried.add(task.source.order)
                    again.append(task)
    finally:
        for worker in crew:
            worker.end()


class _Worker:
    """One worker process and the line to it."""

    def __init__(self, context: SpawnContext, work: Work) -> None:
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(work, theirs), name="rapporteur worker", daemon=True)
        self._process.start()
        theirs.close()
        self.begun = 0

    def begin(self, task: Task) -> None:
        """Send a task; a worker that is gone is noticed when its outcome is asked for."""
        self.task = task
        self.begun += 1
        try:
            self.connection.send(task)
        except OSError:
            return

    def outcome(self) -> Outcome | None:
        """What came back for the task; None if the worker was killed.

        :raises NoWorkers: if it ended by itself, which it never does once it has begun.
        """
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, OSError):
            self._process.join(timeout=1)
            if self.exitcode == 1:
                raise NoWorkers(
                    "A worker process ended before it began.",
                    where=f"the worker for {self.task.source.path}; its own message stands above",
                    expected="a program that a new Python process can import.",
                    remedy='In a script of your own call build_many under `if __name__ == "__main__":`.',
                ) from None
            return None
        return outcome

    @property
    def exitcode(self) -> int | None:
        """As multiprocessing gives it: the number of a signal is negative."""
        return self._process.exitcode

    def end(self) -> None:
        """End the process at once; it writes nothing that could be left half done."""
        self.connection.close()
        self._process.kill()
        self._process.join()


def _serve(work: Work, line: Connection) -> None:
    """The worker's life: one task after the other, until the line is closed. Ctrl-C is its parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            line.send(answer(work, line.recv()))
        except (EOFError, OSError):  # the parent is gone; what goes wrong in a report is in its outcome
            return


def _killed(task: Task, worker: _Worker) -> Fault:
    code = worker.exitcode or 0
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return Fault(
        f"The process that built it was killed twice ({how}).",
        str(task.source.path),
        "a report that fits into the memory of this machine.",
        "Build it alone, or with fewer --jobs; see what the system says of memory.",
    )
