"""A client that calls an application in this process, its workers included, without a socket."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx


class Calling:
    """The client: ``get`` and ``request`` as `httpx` has them, from a test that is no coroutine.

    :ivar loop: where the application runs.
    """

    def __init__(self, app: Any) -> None:
        self.app = app
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self) -> Calling:
        self._thread.start()
        self.run(self._start())
        return self

    def __exit__(self, *fault: object) -> None:
        self.run(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def run(self, coroutine: Any) -> Any:
        """What a coroutine gives that is run beside the application."""
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(120)

    def request(self, method: str, address: str, **said: Any) -> httpx.Response:
        """The answer to a request."""
        answer: httpx.Response = self.run(self._client.request(method, address, **said))
        return answer

    def get(self, address: str, **said: Any) -> httpx.Response:
        """The answer to a GET."""
        return self.request("GET", address, **said)

    async def _start(self) -> None:
        """Begin its life, as a web server does (ASGI, lifespan protocol)."""
        self._said: asyncio.Queue[Any] = asyncio.Queue()
        self._heard: asyncio.Queue[Any] = asyncio.Queue()
        self._life = asyncio.create_task(self.app({"type": "lifespan"}, self._said.get, self._heard.put))
        await self._live("startup")
        self._client = httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://localhost")

    async def _stop(self) -> None:
        await self._client.aclose()
        await self._live("shutdown")

    async def _live(self, event: str) -> None:
        await self._said.put({"type": f"lifespan.{event}"})
        heard = asyncio.create_task(self._heard.get())
        await asyncio.wait({heard, self._life}, return_when=asyncio.FIRST_COMPLETED)
        if not heard.done() or heard.result()["type"] != f"lifespan.{event}.complete":
            await self._life
            raise AssertionError(f"it did not say that its {event} is complete")
