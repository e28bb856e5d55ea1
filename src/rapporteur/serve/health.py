"""Health: is the server alive and ready, what has it counted, what are its limits; what is said where nothing is."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from rapporteur.errors import UnusableStore
from rapporteur.serve.answers import refusal_of, refuse
from rapporteur.serve.headers import SAFE
from rapporteur.serve.jobs import Refusal
from rapporteur.serve.pages import refused
from rapporteur.serve.service import Service

_LOG = logging.getLogger("rapporteur.serve")


def routes(service: Service) -> list[Route]:
    """``/health`` and its parts, ``/metrics``, ``/limits``."""

    async def alive(_: Request) -> Response:
        return PlainTextResponse("alive\n", headers={"Cache-Control": "no-store"})

    async def ready(_: Request) -> Response:
        try:
            state = service.state()
        except UnusableStore as fault:
            said = {"status": "no store", "seen": fault.seen, "to_do": fault.remedy}
            return JSONResponse(said, 503, {"Cache-Control": "no-store", "Retry-After": "5"})
        if (damage := service.damage.found) is not None:
            said = {"status": "damaged", "seen": damage.seen, "to_do": "Restore a backup, or load the reports anew."}
            return JSONResponse(said, 503, {"Cache-Control": "no-store", "Retry-After": "5"})
        told = {"status": "ready", "state": state, "walls": list(service.lanes.walls)}
        return JSONResponse(told, headers={"Cache-Control": "no-store"})

    async def metrics(_: Request) -> Response:
        return Response(service.metrics.text(), 200, {"Cache-Control": "no-store"}, "text/plain; version=0.0.4")

    async def limits(_: Request) -> Response:
        return JSONResponse(limits_of(service))

    return [
        Route("/health", ready),
        Route("/health/live", alive),
        Route("/health/ready", ready),
        Route("/metrics", metrics),
        Route("/limits", limits),
    ]


def limits_of(service: Service) -> dict[str, Any]:
    """What one query and one request may have here."""
    settings = service.settings
    return {
        "seconds": settings.seconds,
        "memory": settings.memory,
        "rows": settings.rows,
        "bytes": settings.size,
        "waiting": settings.waiting,
        "body": settings.body,
        "address": settings.url,
        "cut": "An answer that reaches rows or bytes is cut after a whole row, and says so: in the header "
        "Rapporteur-Cut, in a link in the head of JSON and XML results, in a comment at the end of Turtle, N-Triples "
        "and RDF/XML. CSV, TSV and JSON-LD have no room for it: such an answer is refused, unless the request carries "
        "the header Prefer: handling=lenient.",
    }


def handlers() -> Mapping[Any, Callable[[Request, Exception], Any]]:
    """What is answered where a route is missing, a method is not meant, or we are at fault."""

    async def told(request: Request, fault: Exception) -> Response:
        status = fault.status_code if isinstance(fault, HTTPException) else 500
        headers = dict(fault.headers or {}) if isinstance(fault, HTTPException) else {}
        if status == 405:
            allowed = headers.get("Allow", "GET, HEAD")
            return refused(
                request,
                Refusal(
                    405,
                    f"The method {request.method[:16]}.",
                    request.url.path[:200],
                    f"one of {allowed}.",
                    "Use one of these. Reports are loaded with `rapporteur store`.",
                    headers,
                ),
            )
        return refused(
            request,
            Refusal(
                status,
                "There is nothing at this address." if status == 404 else "A request that cannot be answered.",
                request.url.path[:200],
                "an address of this server, such as /sparql.",
                "Look at / for what there is.",
                headers,
            ),
        )

    async def fault(request: Request, error: Exception) -> Response:
        _LOG.error("fault of the server at %s: %s", request.url.path, type(error).__name__)
        refusal = Refusal(
            500,
            "A fault of this server, not of the request.",
            request.url.path[:200],
            "an answer.",
            "Ask again; if it stays, tell who runs the server the time and the address.",
            SAFE,
        )
        return refuse(request, refusal)

    async def no_store(request: Request, error: Exception) -> Response:
        if not isinstance(error, UnusableStore):
            raise error
        _LOG.error("the store cannot be read: %s", error)
        return refuse(request, refusal_of(error))

    return {HTTPException: told, 404: told, 405: told, UnusableStore: no_store, 500: fault}
