"""The front page: what is in the store, report by report with figures, and where to ask."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.errors import UnusableQuery
from rapporteur.serve.answers import etag, is_fresh, not_modified, refusal_of
from rapporteur.serve.catalogue import questions
from rapporteur.serve.jobs import Call, Refusal
from rapporteur.serve.pages import page, refused
from rapporteur.serve.paging import address, opened, place, whole
from rapporteur.serve.service import Service

SHOWN = 25
"""Reports on a page."""


def routes(service: Service) -> list[Route]:
    """The address of the front page."""

    async def front(request: Request) -> Response:
        """What is in the store."""
        try:
            offset = whole(request, "offset", 0, 10**9)
        except UnusableQuery as error:
            return refused(request, refusal_of(error))
        tag = etag(service.state(), "front", place(request))
        if is_fresh(request, tag):
            return not_modified(tag)
        answer = await service.run(Call("holdings:holdings", {"limit": SHOWN, "offset": offset}), request)
        if isinstance(answer, Refusal):
            return refused(request, answer)
        _, body = await opened(answer)
        found: dict[str, Any] = json.loads(body if isinstance(body, bytes) else b"".join([part async for part in body]))
        last = offset + len(found["reports"])
        return page(
            request,
            "front.html",
            tag=etag(answer.state, "front", place(request)),
            here="/",
            figures=found["figures"],
            reports=found["reports"],
            total=found["figures"]["reports"],
            first=offset + 1,
            last=last if found["reports"] else 0,
            before=address(request, offset=max(0, offset - SHOWN)) if offset else "",
            after=address(request, offset=last) if last < found["figures"]["reports"] else "",
            queries=list(questions().values()),
        )

    return [Route("/", front, methods=["GET"])]
