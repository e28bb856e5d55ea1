"""Tasks → outcomes, by the workers of a Dask cluster. The only module that knows distributed.

The bytes of each report go with its task and the bytes of its files come back, so that the machines need no disk in
common. Work that was with a worker that is gone is given to another by Dask itself; a report that is with several
workers when they go is named.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapporteur.errors import RapporteurError
from rapporteur.many.fingerprint import code_fingerprint
from rapporteur.many.values import Fault, Outcome, Task, Work
from rapporteur.many.work import answer
from rapporteur.read.files import read_bytes

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 2
"""Tasks with the scheduler a thread of the cluster: enough to keep it busy, few enough to hold their bytes."""
PATIENCE = 120.0
"""Seconds that a cluster may be without any worker before the work is given up."""
ANSWER = 10.0
"""Seconds in which a scheduler must answer."""
_LOOK = 2.0
"""Seconds between two looks at a cluster from which nothing comes."""


class UnusableCluster(RapporteurError):
    """A cluster that is not there, or that cannot do the work."""


def run_on_cluster(
    work: Work, tasks: Sequence[Task], address: str, started: Callable[[Task], None]
) -> Generator[tuple[Task, Outcome], None, None]:
    """Give each task to the cluster and each outcome back as it comes, in no order.

    :param address: of the scheduler, "tcp://host:8786".
    :param started: called with each task as it goes to the scheduler.
    :raises UnusableCluster: if distributed is not installed, the scheduler does not answer or has no workers, or a
        task names a file that only this machine has.
    """
    for task in tasks:
        if task.record.style and Path(task.record.style).is_file():
            raise UnusableCluster(
                "A house style in a file of this machine, for workers on others.",
                where=task.record.style,
                expected="the id of a style that the package carries.",
                remedy="Build with --jobs instead, or add the style to the package that the workers run.",
            )
    client = _client(address)
    sent: dict[Future[Any], Task] = {}
    waiting = iter(tasks)
    try:
        while True:
            for task in itertools.islice(waiting, max(0, AHEAD * _threads(client, address) - len(sent))):
                try:
                    carried = replace(task, data=read_bytes(task.source.path), code=code_fingerprint())
                except RapporteurError as error:
                    yield task, Fault.of(error)
                    continue
                key = f"rapporteur-{task.sha256[:16]}-{task.source.order}-{time.time_ns()}"
                sent[client.submit(answer, work, carried, key=key, pure=False)] = task
                started(task)
            if not sent:
                return
            for future in _done(client, list(sent), address):
                yield sent.pop(future), _outcome(future, client, address)
    finally:
        client.cancel(list(sent), force=True)
        client.close(timeout=5)


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise UnusableCluster(
            "Dask's library distributed is not installed.",
            where="the option --dask",
            expected="the package with its extra “dask”, here and on every worker.",
            remedy="Run pip install 'rapporteur[dask]', or leave --dask out.",
        ) from None
    try:
        # asked before a Client is made: one that cannot connect prints tracebacks long after it failed
        who = asyncio.run(asyncio.wait_for(_identity(address), ANSWER))
    except (OSError, ValueError, TypeError) as fault:
        raise _no_scheduler(" ".join(str(fault).split()) or type(fault).__name__, address) from None
    if who != "Scheduler":
        raise _no_scheduler(f"this is a {who}", address)
    return Client(address, timeout=ANSWER, set_as_default=False)


async def _identity(address: str) -> str:
    """What a Dask server says it is: "Scheduler"."""
    from distributed import Security, rpc

    async with rpc(address, connection_args=Security().get_connection_args("client"), timeout=ANSWER) as server:
        return str((await server.identity())["type"])


def _no_scheduler(why: str, address: str) -> UnusableCluster:
    return UnusableCluster(
        f"No scheduler answers: {why}.",
        where=address,
        expected="the address of a Dask scheduler that runs, such as tcp://host:8786.",
        remedy="Start one with `dask scheduler`, and workers with `dask worker ADDRESS`; or leave --dask out.",
    )


def _threads(client: Client, address: str) -> int:
    """Threads of all workers; waits for the first worker.

    :raises UnusableCluster: if there is none after `PATIENCE`, or the scheduler is gone.
    """
    end = time.monotonic() + PATIENCE
    while True:
        if client.status != "running":
            raise _gone("The scheduler is gone.", address)
        threads: int = sum(client.nthreads().values())
        if threads:
            return threads
        if time.monotonic() > end:
            raise _gone(f"The cluster had no worker for {PATIENCE:.0f} seconds.", address)
        time.sleep(_LOOK / 4)


def _gone(seen: str, address: str) -> UnusableCluster:
    return UnusableCluster(
        seen,
        where=address,
        expected="a scheduler with workers until the work is done.",
        remedy="Start them again and run the same command: what is built is not built again.",
    )


def _done(client: Client, futures: list[Future[Any]], address: str) -> Iterator[Future[Any]]:
    """Those that are done, at least one; looks now and then whether the cluster is still there."""
    from distributed import wait

    while True:
        try:
            with client.as_current():
                finished: set[Future[Any]] = wait(futures, timeout=_LOOK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            _threads(client, address)
            continue
        yield from finished
        return


def _outcome(future: Future[Any], client: Client, address: str) -> Outcome:
    """What came back; a task that Dask gave up is a fault of its report.

    :raises UnusableCluster: if the scheduler went away with it.
    """
    if future.status == "finished":
        outcome: Outcome = future.result()
        return outcome
    if client.status != "running" or future.status in ("cancelled", "lost"):
        raise _gone("The scheduler is gone.", address)
    fault = future.exception()
    return Fault(
        f"The cluster gave this report up: {type(fault).__name__}: {fault}",
        address,
        "a worker that has the package and the memory for it.",
        "See the workers' own logs; or build this report alone, without --dask.",
    )
