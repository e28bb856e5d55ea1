"""Lanes: jobs in, answers or refusals out; short queries never wait for long ones.

Every job begins in the lane of the short ones. One that takes longer than a short query may is moved, worker and all,
to the lane of the long ones as soon as there is room; where there is none and others wait, it is ended and waits there
to begin anew. Texts that were long are remembered, and begin there. Each lane has a queue of limited length in which
clients take turns. A worker is killed at the time limit, and where its client hangs up.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from rapporteur.serve.answers import LEFT
from rapporteur.serve.jobs import Answer, Job, Refusal
from rapporteur.serve.metrics import Metrics
from rapporteur.serve.orders import ended_by_itself, key_of, order_of, read_reply, too_busy, too_slow
from rapporteur.serve.places import Lane, Ticket
from rapporteur.serve.settings import Settings
from rapporteur.serve.workers import Nursery, Worker, WorkerDiedError

_REMEMBERED = 1024
"""Texts of long queries that are remembered."""

_RETIRE = 5000
"""Jobs after which a worker is replaced, whatever it has gathered in memory."""

_GRACE = 0.05
"""Seconds that a query still has when its client has gone: to end it costs more than what is nearly done."""

_GROWN = 2**27
"""Bytes of memory that a worker has beside what queries take."""


class Lanes:
    """The workers of a server."""

    def __init__(self, settings: Settings, spool: Path, metrics: Metrics) -> None:
        self._settings = settings
        self._spool = spool
        self._metrics = metrics
        self._short = Lane(settings.workers, settings.waiting)
        self._long = Lane(settings.long_workers, settings.waiting)
        self._known_long: OrderedDict[str, None] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self._room_in_long = asyncio.Event()
        self._stopped = False
        self._nursery: Nursery | None = None
        self.walls: tuple[str, ...] = ()
        for name, lane in (("short", self._short), ("long", self._long)):
            metrics.gauge(f"{name}_running", f"Queries of the {name} lane that run.", lane.running)
            metrics.gauge(f"{name}_waiting", f"Queries of the {name} lane that wait.", lane.waiting)

    async def start(self) -> None:
        """Start the workers of the short lane, and one for the long."""
        self._room_in_long.set()
        self._nursery = Nursery(self._settings.store, self._settings.memory, self._spool)
        started = await asyncio.gather(*(self._nursery.worker() for _ in range(self._short.places + 1)))
        self.walls = started[0].walls
        self._short.idle += started

    async def stop(self) -> None:
        """End all workers; who waits is told."""
        self._stopped = True
        for lane in (self._short, self._long):
            while (ticket := lane.queue.take()) is not None:
                if not ticket.done.done():
                    ticket.done.set_result(too_busy(0, 1))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in [*self._short.idle, *self._long.idle]:
            worker.kill()
        if self._nursery is not None:
            await self._nursery.close()

    async def release(self) -> None:
        """Have idle workers let go of the files of a state that was replaced."""
        for lane in (self._short, self._long):
            for worker in [lane.idle.pop() for _ in range(len(lane.idle))]:
                with contextlib.suppress(WorkerDiedError):
                    await worker.ask({"task": "release"})
                    lane.idle.append(worker)

    async def run(
        self, job: Job, client: str, hangs_up: Callable[[], Coroutine[Any, Any, None]] | None
    ) -> Answer | Refusal:
        """Have a job done.

        :param client: who shares the queue as one.
        :param hangs_up: waits until the client is gone.
        """
        key = key_of(job)
        done: asyncio.Future[Answer | Refusal] = asyncio.get_running_loop().create_future()
        ticket = Ticket(order_of(job, self._settings), key, client, time.perf_counter(), done)
        lane = self._long if key in self._known_long else self._short
        self._wait_in(lane, ticket)
        watch = asyncio.ensure_future(hangs_up()) if hangs_up is not None else None
        try:
            waited: set[asyncio.Future[Any]] = {done} if watch is None else {done, watch}
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            if not done.done():
                self._metrics.count("queries", ended="client left")
                return Refusal(LEFT, "The client hung up.", "the connection", "a client that waits.", "Ask again.")
            answer = done.result()
            self._metrics.took(time.perf_counter() - ticket.begun)
            self._metrics.count("queries", ended="answered" if isinstance(answer, Answer) else str(answer.status))
            if isinstance(answer, Answer) and answer.cut:
                self._metrics.count("cut", cap=answer.cut)
            return answer
        finally:
            ticket.stop_waiting()
            if watch is not None:
                watch.cancel()
            if not done.done():
                self._leave(ticket)

    def _leave(self, ticket: Ticket) -> None:
        """The client of a ticket is gone."""
        ticket.left.set()
        for lane in (self._short, self._long):
            if lane.queue.drop(ticket.client, ticket):
                ticket.done.cancel()
                self._look(lane)

    def _wait_in(self, lane: Lane, ticket: Ticket) -> None:
        lost = lane.queue.put(ticket.client, ticket)
        if lost is not None and not lost.done.done():
            lost.done.set_result(too_busy(len(lane.queue), lane.places))
        loop = asyncio.get_running_loop()
        ticket.patience = loop.call_later(self._settings.seconds, self._give_up, lane, ticket)
        self._look(lane)

    def _give_up(self, lane: Lane, ticket: Ticket) -> None:
        """Nobody waits longer for a place than a query may take."""
        if lane.queue.drop(ticket.client, ticket) and not ticket.done.done():
            ticket.done.set_result(too_busy(len(lane.queue), lane.places))

    def _look(self, lane: Lane) -> None:
        """Give free places to who waits."""
        if self._stopped:
            return
        while lane.is_free and (ticket := lane.queue.take()) is not None:
            lane.busy += 1
            ticket.stop_waiting()
            task = asyncio.create_task(self._serve(lane, ticket))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        (lane.pressed.set if len(lane.queue) else lane.pressed.clear)()
        (self._room_in_long.set if self._long.is_free else self._room_in_long.clear)()

    async def _serve(self, lane: Lane, ticket: Ticket) -> None:
        """Have one ticket served by a worker; the place in the lane is given back whatever happens."""
        worker: Worker | None = None
        place = [lane]
        try:
            worker = await self._take(lane)
            outcome = await self._watch(worker, place, ticket)
            if outcome is None:
                worker = None
            elif not ticket.done.done() and not ticket.left.is_set():
                ticket.done.set_result(outcome)
            elif isinstance(outcome, Answer) and isinstance(outcome.body, Path):
                outcome.body.unlink(missing_ok=True)  # nobody is there to take it
        except WorkerDiedError:
            if worker is not None:
                worker.kill()
                self._metrics.count("killed", why="ended by itself")
            if not ticket.done.done():
                ticket.done.set_result(ended_by_itself() if worker is not None else too_busy(0, 1))
            worker = None
        finally:
            if worker is not None:
                self._put_back(worker)
            place[0].busy -= 1
            for one in (self._short, self._long):
                self._look(one)
            if not ticket.done.done() and ticket.left.is_set():
                ticket.done.cancel()

    async def _watch(self, worker: Worker, place: list[Lane], ticket: Ticket) -> Answer | Refusal | None:
        """The outcome; None where the worker was killed, the ticket having its answer or waiting in the long lane."""
        begun = time.perf_counter()
        if place[0] is self._long:
            worker.step_back()
        asking = asyncio.create_task(worker.ask(ticket.order))
        try:
            await self._at_first(worker, asking, ticket)
            if asking.done():
                if ticket.key in self._known_long and place[0] is self._long:
                    del self._known_long[ticket.key]
                return read_reply(asking.result())
            if not ticket.left.is_set():
                self._remember(ticket.key)
            while not asking.done():
                left = self._settings.seconds - (time.perf_counter() - begun)
                if ticket.left.is_set() or left <= 0:
                    return await self._end(worker, ticket, asking, timed_out=left <= 0)
                if place[0] is self._short:
                    if self._long.is_free and not len(self._long.queue):
                        self._move(place, worker)
                    elif self._short.pressed.is_set():
                        await self._end(worker, ticket, asking, timed_out=False)
                        self._wait_in(self._long, ticket)
                        return None
                await self._until(asking, ticket, left, in_short=place[0] is self._short)
            return read_reply(asking.result())
        finally:
            asking.cancel()

    async def _at_first(self, worker: Worker, asking: asyncio.Task[Any], ticket: Ticket) -> None:
        """Wait as long as a query is a short one: by what it computes, so that a busy machine makes none long."""
        begun, before, left = time.perf_counter(), worker.computed(), asyncio.create_task(ticket.left.wait())
        quick = rest = self._settings.quick
        try:
            while rest > 0 and not asking.done() and not left.done():
                await asyncio.wait({asking, left}, timeout=max(rest, _GRACE), return_when=asyncio.FIRST_COMPLETED)
                now, wall = worker.computed(), time.perf_counter() - begun
                rest = quick - (wall if now is None or before is None else max(now - before, wall / 10))
            if left.done():
                await asyncio.wait({asking}, timeout=_GRACE)
        finally:
            left.cancel()

    async def _until(self, asking: asyncio.Task[Any], ticket: Ticket, left: float, *, in_short: bool) -> None:
        """Wait until something happens that may change what is to be done with a long query."""
        events = [ticket.left]
        if in_short:
            events += [self._short.pressed, self._room_in_long]
        waits = [asyncio.create_task(event.wait()) for event in events]
        try:
            await asyncio.wait({asking, *waits}, timeout=min(left, 1.0), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _move(self, place: list[Lane], worker: Worker) -> None:
        """Move a worker with its query into the long lane."""
        self._short.busy -= 1
        self._long.busy += 1
        place[0] = self._long
        worker.step_back()
        for lane in (self._short, self._long):
            self._look(lane)

    async def _end(
        self, worker: Worker, ticket: Ticket, asking: asyncio.Task[Any], *, timed_out: bool
    ) -> Answer | Refusal | None:
        """Kill a worker in the middle of a query."""
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        worker.kill()
        why = "time" if timed_out else "client left" if ticket.left.is_set() else "made room"
        self._metrics.count("killed", why=why)
        if timed_out and not ticket.done.done():
            ticket.done.set_result(too_slow(self._settings.seconds))
        return None

    def _remember(self, key: str) -> None:
        self._known_long[key] = None
        self._known_long.move_to_end(key)
        if len(self._known_long) > _REMEMBERED:
            self._known_long.popitem(last=False)

    async def _take(self, lane: Lane) -> Worker:
        """A worker for a place that is free: one that waits, else a new one, from a new nursery if need be."""
        while lane.idle:
            if (worker := lane.idle.pop()).is_there:
                return worker
            worker.kill()
        if self._nursery is not None and not self._nursery.is_there:
            await self._nursery.close()
            self._nursery = None
        if self._nursery is None:
            self._nursery = Nursery(self._settings.store, self._settings.memory, self._spool)
        return await self._nursery.worker()

    def _put_back(self, worker: Worker) -> None:
        """Keep a worker for the next job, unless it has grown, or there are enough."""
        lane = self._long if worker.patient else self._short
        enough = len(lane.idle) > lane.places
        if enough or worker.asked >= _RETIRE or worker.peak * 1024 > _GROWN + self._settings.memory // 2:
            worker.kill()
        else:
            lane.idle.append(worker)
