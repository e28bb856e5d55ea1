"""The service: one object that the routes share: settings, the store as it is now, and workers that answer.

Routes hand it a `Job` and get an `Answer` or a `Refusal`. Nothing that takes longer than a glance is done in this
process.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from starlette.requests import Request

from rapporteur.query import Collection, open_collection
from rapporteur.serve.jobs import Answer, Job, Refusal
from rapporteur.serve.lanes import Lanes
from rapporteur.serve.metrics import Metrics
from rapporteur.serve.settings import Settings


class Service:
    """What the routes share.

    :ivar collection: the store, opened for reading in this process, for glances: what is in it, its state.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.collection: Collection = open_collection(settings.store)
        self._spool = tempfile.TemporaryDirectory(prefix="rapporteur-serve-")
        self._lanes = Lanes(settings, Path(self._spool.name), self.metrics)

    async def start(self) -> None:
        """Start the workers."""
        await self._lanes.start()

    async def stop(self) -> None:
        """End the workers and let go of all files."""
        await self._lanes.stop()
        self.collection.store.release()
        self._spool.cleanup()

    def state(self) -> str:
        """A name for what the store holds now; one look at a file unless a writer has been there."""
        return self.collection.store.state()

    async def run(self, job: Job, request: Request | None = None) -> Answer | Refusal:
        """Have a worker answer.

        :param request: whose client it is: its query is given up when it hangs up, and it shares the queue with others.
        """
        return await self._lanes.run(job, request)
