"""The service: one object that the routes share: settings, the store as it is now, and workers that answer.

Routes hand it a `Job` and get an `Answer` or a `Refusal`. Nothing that takes longer than a glance is done in this
process.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from functools import partial

from starlette.requests import Request

from rapporteur.errors import UnusableStore
from rapporteur.query import Collection, open_collection
from rapporteur.serve.damage import ENDED, Damage
from rapporteur.serve.jobs import Answer, Job, Refusal
from rapporteur.serve.lanes import Lanes
from rapporteur.serve.leavings import Temporary
from rapporteur.serve.metrics import Metrics
from rapporteur.serve.renewing import Renewal
from rapporteur.serve.settings import Settings

_TICK = 2.0
"""Seconds between two looks whether the store was replaced."""


_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


class Service:
    """What the routes share.

    :ivar collection: the store, opened for reading in this process, for glances: what is in it, its state.
    :ivar damage: what is known of its files.
    :ivar updating: held while an update is made.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.collection: Collection = open_collection(settings.store)
        self._spool = Temporary("rapporteur-serve-")
        self.lanes = Lanes(settings, self._spool.path, self.metrics)
        self.damage = Damage(self.collection.store)
        self.renewal = Renewal(settings.store, self.collection.index)
        self.updating = asyncio.Lock()
        self._graphs: tuple[str, frozenset[str]] = ("", frozenset())
        self._ticking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start the workers."""
        await self.lanes.start()
        self._ticking = asyncio.create_task(self._tick())
        self.renewal.begin()

    async def stop(self) -> None:
        """End the workers and let go of all files."""
        if self._ticking is not None:
            self._ticking.cancel()
        await self.renewal.stop()
        await self.lanes.stop()
        self.collection.store.release()
        self._spool.cleanup()

    def state(self) -> str:
        """A name for what the store holds now; one look at a file unless a writer has been there."""
        return self.collection.store.state()

    def graphs(self) -> frozenset[str]:
        """IRIs of the graphs that a request may name, read once for each state of the store."""
        state = self.state()
        if state != self._graphs[0]:
            self._graphs = state, frozenset(entry.graph for entry in self.collection.store.entries())
        return self._graphs[1]

    def address(self, request: Request) -> str:
        """Where this server is, as the client sees it, without a stroke at the end."""
        host = request.headers.get("host", "")
        if not _HOST.fullmatch(host):
            host = "localhost"
        return f"{request.scope['scheme']}://{host}{request.scope.get('root_path', '').rstrip('/')}"

    async def _tick(self) -> None:
        """Notice that a writer has put another state in place, so that nobody holds the files of the old one."""
        while True:
            await asyncio.sleep(_TICK)
            with contextlib.suppress(UnusableStore):
                if self.collection.store.is_stale():
                    self.damage.forget()
                    self.state()
                    await self.lanes.release()
                    self.renewal.begin()

    async def run(self, job: Job, request: Request | None = None) -> Answer | Refusal:
        """Have a worker answer.

        :param request: whose client it is: its query is given up when it hangs up, and it shares the queue with others.
        """
        client, hangs_up = ("", None) if request is None else (client_of(request), partial(_hangs_up, request))
        found = await self.lanes.run(job, client, hangs_up)
        if isinstance(found, Refusal) and found.status in ENDED:
            return await self.damage.blamed(found)
        return found


def client_of(request: Request) -> str:
    """Who shares a queue as one: the host that asks, as the web server knows it."""
    return request.client.host if request.client else ""


async def _hangs_up(request: Request) -> None:
    """Wait until the client is gone; what still comes of its body is read already, by `limits`."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
