"""Searching over HTTP: words and filters in an address → what was found, as JSON, CSV or a page.

Workers search the index as it is. Where it lags behind the store, a process of its own brings it up to date, one at a
time; a search waits for it a moment, and says what is lacking if that was not enough.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.errors import UnusableQuery
from rapporteur.search import FILTERS
from rapporteur.serve.answers import refusal_of
from rapporteur.serve.asked import CSV, FURTHEST, JSON
from rapporteur.serve.jobs import Call, Refusal
from rapporteur.serve.negotiation import preferred
from rapporteur.serve.pages import HTML, page, refused, wants_page
from rapporteur.serve.paging import address, links, opened, sent, unacceptable, whole, without
from rapporteur.serve.service import Service

MOST = 1000
"""Hits on one page."""
USUAL = 20
PATIENCE = 5.0
"""Seconds that a search waits for an index that is being made."""
SHOWN_FACETS = ("kind", "report", "state", "addressee", "strength", "theme", "provision")
SHOWN_COUNTS = 8
LONGEST = 2000
"""Characters of a search."""


def routes(service: Service) -> list[Route]:
    """The address of the search."""
    desk = _Desk(service)
    return [Route("/search", desk.search, methods=["GET"])]


class _Desk:
    """The route over one service."""

    def __init__(self, service: Service) -> None:
        self.service = service

    async def search(self, request: Request) -> Response:
        """What was found."""
        shown = wants_page(request)
        form = preferred(request.headers.get("accept", ""), (JSON, CSV))
        if not shown and not form:
            return unacceptable(request, (JSON, CSV, HTML))
        try:
            given = asked_for(request)
            found = await self._found(request, given, JSON if shown else form)
        except UnusableQuery as error:
            found = refusal_of(error)
        if isinstance(found, Refusal):
            return self._no_hits(request, found) if shown else refused(request, found)
        told, body, stale = found
        if not shown:
            headers = {"Vary": "Accept", "Cache-Control": "no-cache", "Rapporteur-Total": str(told["total"])}
            headers |= {"Rapporteur-Index": f"stale: {stale}"} if stale else {}
            headers |= links(request, given["limit"], given["offset"], told["more"])
            return sent(body, headers, f"{CSV}; charset=utf-8; header=present" if form == CSV else form)
        return self._shown(request, given, json.loads(body))

    async def _found(self, request: Request, given: Mapping[str, Any], form: str) -> Any:
        """Of one page, what there is beside it, itself, and what the index lacks; or a refusal."""
        after = address(request, limit=given["limit"], offset=given["offset"] + given["limit"])
        job = Call("asked:search", {**given, "form": form, "next": after})
        for turn in (0, 1):
            answer = await self.service.run(job, request)
            if isinstance(answer, Refusal):
                return answer
            told, body = await opened(answer)
            text = body if isinstance(body, bytes) else b"".join([part async for part in body])
            if not told.stale or turn:
                break
            await self.service.renewal.wait(PATIENCE)
        if told.stale and not told.total:
            return Refusal(
                503,
                f"Nothing was found, but the index is behind the store: {told.stale}.",
                "the index of the search",
                "an index that has every report of the store.",
                "Ask again in a moment: it is being brought up to date.",
                {"Retry-After": "5"},
            )
        return {"total": told.total, "more": told.more}, text, told.stale

    def _shown(self, request: Request, given: Mapping[str, Any], found: Mapping[str, Any]) -> Response:
        """The page of what was found."""
        limit, offset = given["limit"], given["offset"]
        hits = [{**hit, "parts": _marked(hit["snippet"], hit["marks"])} for hit in found["hits"]]
        facets = []
        for name in SHOWN_FACETS:
            counts = found["facets"].get(name, [])[:SHOWN_COUNTS]
            if len(counts) > 1:
                said = [{**c, "href": address(request, offset=0, **{name: c["value"]})} for c in counts]
                facets.append((name, said))
        chosen = [
            (name, value, without(request, name, value)) for name in FILTERS for value in given["filters"].get(name, ())
        ]
        return page(
            request,
            "search.html",
            here="/search",
            words=given["words"],
            refusal=None,
            hits=hits,
            total=found["total"],
            first=offset + 1,
            last=offset + len(hits) if hits else 0,
            facets=facets,
            chosen=chosen,
            notes=found["notes"] + ([f"The index is behind the store: {found['stale']}."] if found["stale"] else []),
            before=address(request, offset=max(0, offset - limit)) if offset else "",
            after=found["next"] or "",
        )

    def _no_hits(self, request: Request, refusal: Refusal) -> Response:
        """The page with what was wrong with the search."""
        words = request.query_params.get("q", "")
        return page(request, "search.html", refusal.status, here="/search", words=words, refusal=refusal)


def asked_for(request: Request) -> dict[str, Any]:
    """Words, filters and numbers in an address.

    :raises UnusableQuery: if a parameter is unknown, or one is out of its range.
    """
    filters: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        if name in FILTERS:
            if value.strip():
                filters.setdefault(name, []).append(value)
        elif name not in ("q", "limit", "offset", "facets"):
            raise UnusableQuery(
                f"A parameter {name!r}.",
                where="the search (/search)",
                expected=f"q, limit, offset, facets or a filter: {', '.join(FILTERS)}.",
                remedy="Write for example /search?q=victim+protect*&kind=recommendation.",
            )
    words = request.query_params.get("q", "")
    if len(words) > LONGEST:
        raise UnusableQuery(
            f"A search of {len(words)} characters.",
            where="the parameter q",
            expected=f"at most {LONGEST}.",
            remedy="Search for the words that tell most.",
        )
    counted = request.query_params.get("facets", "true").lower()
    if counted not in ("true", "false", "1", "0"):
        raise UnusableQuery(
            f"The value {counted!r} of facets.",
            where="the parameter facets",
            expected="true or false.",
            remedy="Leave it out for all counts.",
        )
    return {
        "words": words,
        "filters": filters,
        "facets": counted in ("true", "1"),
        "limit": whole(request, "limit", USUAL, MOST),
        "offset": whole(request, "offset", 0, FURTHEST),
    }


def _marked(text: str, marks: list[list[int]]) -> list[tuple[str, bool]]:
    """A snippet in pieces, each with whether it is what was found."""
    pieces, done = [], 0
    for start, end in marks:
        pieces += [(text[done:start], False), (text[start:end], True)]
        done = end
    return [*pieces, (text[done:], False)]
