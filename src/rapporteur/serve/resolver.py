"""The resolver: ``/resolve?words=…`` → what the words mean, as JSON for programs and a page with a form for people."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.graph.iris import Iris
from rapporteur.serve.answers import etag, is_fresh, not_modified
from rapporteur.serve.asked import JSON
from rapporteur.serve.jobs import Call, Refusal
from rapporteur.serve.negotiation import preferred
from rapporteur.serve.pages import HTML, page, refused, wants_page
from rapporteur.serve.paging import opened, place, unacceptable
from rapporteur.serve.service import Service


def routes(service: Service) -> list[Route]:
    """The address of the resolver."""

    async def resolver(request: Request) -> Response:
        """What words mean: 200 for one thing, 300 where they may mean several, 404 for none."""
        form = HTML if wants_page(request) else preferred(request.headers.get("accept", ""), (JSON,))
        if not form:
            return unacceptable(request, (JSON, HTML))
        given = request.query_params.getlist("words")
        if not given and not request.query_params and form == HTML:
            return page(request, "resolved.html", here="", words="", found=None)
        if len(given) != 1 or set(request.query_params) != {"words"}:
            return refused(request, _no_words())
        tag = etag(service.state(), "resolver", form, place(request))
        if is_fresh(request, tag):
            return not_modified(tag)
        answer = await service.run(Call("meaning:meaning", {"words": given[0]}), request)
        if isinstance(answer, Refusal):
            return refused(request, answer)
        _, body = await opened(answer)
        text = body if isinstance(body, bytes) else b"".join([part async for part in body])
        found: dict[str, Any] = json.loads(text)
        status = 200 if found["resolved"] else (300 if found["rivals"] else 404)
        tag = etag(answer.state, "resolver", form, place(request))
        if form == JSON:
            headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"}
            return Response(text, status, headers, JSON)
        root = Iris.from_setting().root
        for one in (found, *found.get("rivals", ())):
            one["short"] = one.get("iri", "").removeprefix(root)
        return page(request, "resolved.html", status, tag, here="", words=given[0], found=found)

    return [Route("/resolve", resolver, methods=["GET"])]


def _no_words() -> Refusal:
    return Refusal(
        400,
        "Not one parameter words.",
        "the resolver (/resolve)",
        "one parameter words, such as words=A/RES/55/25.",
        "Give a symbol, an IRI or a citation.",
    )
