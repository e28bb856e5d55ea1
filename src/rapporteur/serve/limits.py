"""Limits of requests: an address that is too long, a body that is too long or too slow, are refused while they come.

ASGI middleware around the routes: the body is read here, at most as long and for as long as the settings say, and
handed on whole.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rapporteur.serve.answers import refuse
from rapporteur.serve.jobs import Refusal
from rapporteur.serve.settings import Settings

_PAUSE = 0.005
"""Seconds between two pieces of what is thrown away, so that others come in between."""

_HEADERS = 2**15
"""Bytes of all headers."""

_DRAINED = 64 * 2**20
"""Bytes of a body that is too long which are still read, and thrown away, so that the client gets to the refusal."""


class Limits:
    """The middleware."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refusal = self._address(scope) or self._headers(request)
        body = b""
        if refusal is None:
            try:
                async with asyncio.timeout(self._settings.patience):
                    read = await self._read(receive)
            except TimeoutError:
                refusal = _too_slow(self._settings.patience)
            else:
                if read is None:
                    return
                body = read
                if len(body) > self._settings.body:
                    refusal = _too_long(self._settings.body)
        if refusal is not None:
            await refuse(request, refusal)(scope, receive, send)
            return
        await self._app(scope, _replayed(body, receive), send)

    def _address(self, scope: Scope) -> Refusal | None:
        size = len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"])
        if size <= self._settings.url:
            return None
        return Refusal(
            414,
            f"An address of {size} bytes.",
            "the request line",
            f"at most {self._settings.url} bytes.",
            "Send the query in the body of a POST.",
        )

    def _headers(self, request: Request) -> Refusal | None:
        if sum(len(name) + len(value) for name, value in request.headers.raw) > _HEADERS:
            return Refusal(
                431,
                "Headers that are too long.",
                "the headers",
                f"at most {_HEADERS} bytes.",
                "Leave out what is not needed.",
                {"Connection": "close"},
            )
        if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            return Refusal(
                415,
                "A body that is compressed.",
                "the header Content-Encoding",
                "a body as it is.",
                "Send it uncompressed.",
                {"Connection": "close"},
            )
        said = request.headers.get("content-length", "")
        asks_first = "100-continue" in request.headers.get("expect", "").lower()  # such a client has sent nothing yet
        if said.isdigit() and int(said) > (self._settings.body if asks_first else _DRAINED):
            return _too_long(self._settings.body)
        return None

    async def _read(self, receive: Receive) -> bytes | None:
        """The body, or more of it than may be; None where the client hangs up."""
        kept, size, more = bytearray(), 0, True
        while more and size <= _DRAINED:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            part = message.get("body", b"")
            size += len(part)
            more = message.get("more_body", False)
            if size <= self._settings.body + 1:
                kept += part
            else:
                kept += part[: max(0, self._settings.body + 1 - len(kept))]
                await asyncio.sleep(_PAUSE)
        return bytes(kept)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body first."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


def _too_long(size: int) -> Refusal:
    return Refusal(
        413,
        "A body that is too long.",
        "the body of the request",
        f"at most {size} bytes.",
        "Write a shorter query.",
        {"Connection": "close"},
    )


def _too_slow(seconds: float) -> Refusal:
    return Refusal(
        408,
        f"A body that had not come after {seconds:g} seconds.",
        "the body of the request",
        "the whole body in that time.",
        "Send it again over a better line.",
        {"Connection": "close"},
    )
