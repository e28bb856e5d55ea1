"""Opening: built graphs in, an ASGI application out that answers at once, while a store is made of them beside it.

Until the store is whole it says how far it is: 503 with ``Retry-After`` to every request but whether the server is
alive. No question is answered from a part of the reports.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from rapporteur.serve.app import make_app
from rapporteur.serve.built import store_of
from rapporteur.serve.headers import middleware
from rapporteur.serve.jobs import Refusal
from rapporteur.serve.metrics import Metrics
from rapporteur.serve.pages import refused, wants_page
from rapporteur.serve.settings import Settings

_AT_ONCE = 1.0
"""Seconds that the start waits for the store: where nothing has changed, nobody is told to come again for nothing."""

_AGAIN = "2"
"""Seconds after which a client may ask again."""


class Opening:
    """The application.

    :param path: a built graph, or a folder of them.
    :param settings: its ``store`` is not looked at.
    :param tell: told how far the reading is; "" once every question is answered.
    :param end: called where no store can be made; ``fault`` says why.
    """

    def __init__(
        self, path: Path, settings: Settings, tell: Callable[[str], object], end: Callable[[], object]
    ) -> None:
        self.fault: Exception | None = None
        self._path, self._settings, self._tell, self._end = path, settings, tell, end
        self._said = "The built graphs are being looked at."
        self._leaving = False
        self._app: ASGIApp | None = None
        self._held = contextlib.ExitStack()
        self._running = contextlib.AsyncExitStack()
        self._meanwhile = Starlette(
            routes=[
                Route("/health/live", self._alive),
                Route("/health", self._health),
                Route("/health/ready", self._health),
                Route("/{path:path}", self._refuse, methods=["GET", "HEAD", "POST"]),
            ],
            middleware=middleware(settings, Metrics()),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the life of the server."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await (self._app or self._meanwhile)(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        """Begin, wait for the end, and leave nothing behind (ASGI, lifespan protocol)."""
        await receive()
        opening = asyncio.create_task(self._open())
        try:
            await asyncio.wait({opening}, timeout=_AT_ONCE)
            await send({"type": "lifespan.startup.complete"})
            await receive()
        finally:
            self._leaving = True
            if not opening.done():
                self._tell("Ending, once what is being written is whole")
            await asyncio.wait({opening})
            await self._running.aclose()
            self._held.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _open(self) -> None:
        try:
            place = await asyncio.to_thread(self._held.enter_context, store_of(self._path, self._watch))
            app = make_app(replace(self._settings, store=place))
            await self._running.enter_async_context(app.router.lifespan_context(app))
        except _Left:
            return
        except Exception as fault:  # told by whoever runs the server, once it has ended
            self.fault = fault
            self._end()
        else:
            self._app = app
            self._tell("")

    def _watch(self, number: int, of: int, file: Path) -> None:
        if self._leaving:
            raise _Left
        self._said = f"The built graphs are being read, {number} of {of}."
        self._tell(f"Reading {number} of {of}: {file.name}")

    async def _alive(self, request: Request) -> Response:
        return PlainTextResponse("alive\n", headers={"Cache-Control": "no-store"})

    async def _health(self, request: Request) -> Response:
        said = {"status": "reading", "seen": self._said, "to_do": "Ask again."}
        return JSONResponse(said, 503, {"Cache-Control": "no-store", "Retry-After": _AGAIN})

    async def _refuse(self, request: Request) -> Response:
        headers = {"Retry-After": _AGAIN, **({"Refresh": _AGAIN} if wants_page(request) else {})}
        return refused(
            request,
            Refusal(
                503,
                f"The server has just started. {self._said}",
                "the store",
                "a store of all the reports.",
                f"Ask again in {_AGAIN} seconds.",
                headers,
            ),
        )


class _Left(Exception):
    """The server ends before the store is whole."""
