"""Damage: was it the query that took its worker down, or the files of the store?

Over a damaged block the engine goes on until its time or its memory is at an end, as it does with a query that never
ends. So where a query was ended by one of the two, the files are compared with their checksums before the query is
blamed.
"""

from __future__ import annotations

import asyncio
import logging
import time

from rapporteur.errors import UnusableStore
from rapporteur.serve.answers import refusal_of
from rapporteur.serve.jobs import Refusal
from rapporteur.store import Store

_LOG = logging.getLogger("rapporteur.serve")

_AGAIN = 60.0
"""Seconds between two looks: one reads the whole store, a second for each gigabyte."""

ENDED = (504, 507)
"""Statuses of a query that was ended at its time limit, or for want of memory."""


class Damage:
    """What is known of the files.

    :ivar found: the refusal that says that they are damaged; None where nothing is known of it.
    """

    def __init__(self, store: Store) -> None:
        self.found: Refusal | None = None
        self._store = store
        self._looked = -_AGAIN
        self._turn = asyncio.Lock()

    def forget(self) -> None:
        """Another state has come, whose files are others."""
        self.found, self._looked = None, -_AGAIN

    async def blamed(self, ended: Refusal) -> Refusal:
        """What a client is told whose query was ended: that the store is damaged, where it is, else what it was told.

        The files are read in a thread, at most once a minute.
        """
        async with self._turn:
            if time.monotonic() - self._looked > _AGAIN:
                try:
                    await asyncio.to_thread(self._store.check)
                    self.found = None
                except UnusableStore as fault:
                    _LOG.error("the store is damaged: %s", fault)
                    self.found = refusal_of(fault)
                self._looked = time.monotonic()
        return self.found or ended
