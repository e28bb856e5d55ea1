"""The search index behind a store: brought up to date by a process of its own, one at a time, beside the answers."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from rapporteur.errors import UnusableStore
from rapporteur.search import Following, UnusableIndex

_PROGRAM = "import sys, rapporteur; rapporteur.open(sys.argv[1]).index.refresh()"


class Renewal:
    """The renewal of one store's index.

    :param store: folder of the store.
    :param index: what this process knows of the index, to see whether there is anything to do.
    """

    def __init__(self, store: Path, index: Following) -> None:
        self._store = store
        self._index = index
        self._running: asyncio.Task[None] | None = None

    def begin(self) -> asyncio.Task[None]:
        """Have the index brought up to date, unless that is being done."""
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._renew())
        return self._running

    async def wait(self, seconds: float) -> None:
        """Begin, and wait for the end, but not longer than so many seconds."""
        await asyncio.wait({self.begin()}, timeout=seconds)

    async def stop(self) -> None:
        """End the process, wherever it is; the index stays as it was before the report at hand."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})

    async def _renew(self) -> None:
        try:
            if not await asyncio.to_thread(self._index.staleness):
                return
        except (UnusableStore, UnusableIndex):  # the routes tell of it
            return
        null = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _PROGRAM, str(self._store), stdin=null, stdout=null, stderr=null
        )
        try:
            await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
