"""The reference of the interface: ``/openapi.json`` for programs, ``/api/docs`` for people, with a form to try each."""

from __future__ import annotations

import hashlib
import json

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.search import FILTERS
from rapporteur.serve.answers import is_fresh, not_modified
from rapporteur.serve.catalogue import questions
from rapporteur.serve.openapi import document, takes
from rapporteur.serve.pages import page
from rapporteur.serve.service import Service


def routes(service: Service) -> list[Route]:
    """The document and the page."""
    updates = bool(service.settings.token)
    said = document(questions().values(), service.settings.rows, updates=updates)
    text = json.dumps(said, ensure_ascii=False, indent=1)
    tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'

    async def openapi(request: Request) -> Response:
        """The OpenAPI document."""
        if is_fresh(request, tag):
            return not_modified(tag)
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        return Response(text, 200, headers, "application/vnd.oai.openapi+json;version=3.1")

    async def docs(request: Request) -> Response:
        """The page."""
        most = service.settings.rows
        listed = list(questions().values())
        return page(
            request,
            "docs.html",
            here="/api/docs",
            queries=listed,
            takes=takes,
            most=most,
            filters=FILTERS,
        )

    return [
        Route("/openapi.json", openapi, methods=["GET"]),
        Route("/api/docs", docs, methods=["GET"]),
    ]
