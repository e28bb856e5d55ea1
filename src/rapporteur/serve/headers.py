"""Headers: what every answer carries, who may ask from a browser, what is logged and counted of a request.

The log holds no query: what somebody asks is theirs. A line is one JSON object.
"""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rapporteur.serve.answers import LEFT
from rapporteur.serve.limits import Limits
from rapporteur.serve.metrics import Metrics
from rapporteur.serve.settings import Settings

LOG = logging.getLogger("rapporteur.serve.access")

SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Set on every answer, unless the route has set its own. Pages of this server load nothing from elsewhere."""

_METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"}


class Outermost:
    """The middleware that sees every answer last."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status, size = time.perf_counter(), 0, 0

        async def sending(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                there = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((n.encode(), v.encode()) for n, v in SAFE.items() if n.lower().encode() not in there),
                ]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._metrics.count("requests", method=method, status=str(status or LEFT))
            if LOG.isEnabledFor(logging.INFO):
                LOG.info(_line(scope, status, size, time.perf_counter() - begun))


def middleware(settings: Settings, metrics: Metrics) -> list[Middleware]:
    """From the outermost inwards."""
    cors = Middleware(
        CORSMiddleware,
        allow_origins=list(settings.origins),
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["Accept", "Content-Type", "If-None-Match", "Prefer"],
        expose_headers=[
            "ETag",
            "Link",
            *(f"Rapporteur-{name}" for name in ("Cut", "Index", "Total")),
            "Retry-After",
            "Server-Timing",
        ],
        max_age=86_400,
    )
    return [
        Middleware(Outermost, metrics=metrics),
        *([cors] if settings.origins else []),
        Middleware(Limits, settings=settings),
        Middleware(GZipMiddleware, minimum_size=1024, compresslevel=5),
    ]


def _line(scope: Scope, status: int, size: int, seconds: float) -> str:
    return json.dumps(
        {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "client": scope["client"][0] if scope.get("client") else "",
            "method": scope["method"][:16],
            "path": scope["path"][:256],
            "status": status or LEFT,
            "bytes": size,
            "ms": round(seconds * 1000, 1),
        }
    )
