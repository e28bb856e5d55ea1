"""Pages of things: an IRI in an address → what is said of it, the words that stand behind it, and what points at it."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.serve.answers import etag, is_fresh, not_modified, refusal_of
from rapporteur.serve.asked import JSON
from rapporteur.serve.jobs import Call, Refusal
from rapporteur.serve.negotiation import preferred
from rapporteur.serve.pages import HTML, page, refused, wants_page
from rapporteur.serve.paging import opened, place, unacceptable
from rapporteur.serve.service import Service

_RAP = "rap:"
_APART = ("rap:text", "rdfs:label", "rdf:type")


def routes(service: Service) -> list[Route]:
    """The address of all things."""

    async def about(request: Request) -> Response:
        """One thing."""
        form = HTML if wants_page(request) else preferred(request.headers.get("accept", ""), (JSON,))
        if not form:
            return unacceptable(request, (JSON, HTML))
        iri = request.query_params.get("iri", "").strip()
        try:
            _check(request, iri)
        except UnusableQuery as error:
            return refused(request, refusal_of(error))
        tag = etag(service.state(), form, place(request))
        if is_fresh(request, tag):
            return not_modified(tag)
        answer = await service.run(Call("thing:thing", {"iri": iri}), request)
        if isinstance(answer, Refusal):
            return refused(request, answer)
        told, body = await opened(answer)
        text = body if isinstance(body, bytes) else b"".join([part async for part in body])
        tag = "" if told.stale else etag(answer.state, form, place(request))
        if form == JSON:
            headers = {"ETag": tag, "Cache-Control": "no-cache"} if tag else {"Cache-Control": "no-store"}
            return Response(text, 200, {**headers, "Vary": "Accept"}, JSON)
        return page(request, "thing.html", tag=tag, here="", **_shown(json.loads(text), service))

    return [Route("/about", about, methods=["GET"])]


def _check(request: Request, iri: str) -> None:
    unknown = [name for name in request.query_params if name != "iri"]
    if not iri or unknown or len(request.query_params.getlist("iri")) > 1:
        raise UnusableQuery(
            f"A parameter {unknown[0]!r}." if unknown else "Not one iri.",
            where="the address of a thing (/about)",
            expected="one parameter iri, such as iri=state/ALB.",
            remedy="Give the IRI of the thing, or what follows /id/ in it.",
        )


def _shown(found: dict[str, Any], service: Service) -> dict[str, Any]:
    """What the page shows: names short, our own properties first, languages of a label together."""
    short = service.collection.short
    says = [_line(row, short) for row in found["says"]]
    labels = [one for one in says if one["property"] == "rdfs:label"]
    english = [one["text"] for one in labels if one["language"] in ("", "en")]
    return {
        "iri": found["iri"],
        "short": short(found["iri"]),
        "title": (english or [one["text"] for one in labels] or [short(found["iri"])])[0],
        "others": [one for one in labels if one["language"] not in ("", "en")],
        "kinds": [one["label"] or one["text"] for one in says if one["property"] == "rdf:type"],
        "texts": [one["text"] for one in says if one["property"] == "rap:text"],
        "says": sorted(
            (one for one in says if one["property"] not in _APART), key=lambda one: not one["property"].startswith(_RAP)
        ),
        "rests": [
            {**_line(row, short), "quote": _value(row["quote"]), "grade": _value(row["grade"])}
            for row in found["rests"]
        ],
        "said": [_line(row, short) for row in found["said"]],
        "more": found["more"],
        "alike": [{**one, "short": short(one["iri"])} for one in found["alike"]],
    }


def _line(row: dict[str, Any], short: Any) -> dict[str, str]:
    """One statement: its property, and the other thing or text with a link where it is one of ours."""
    other = row["other"]
    is_iri = other["kind"] == "uri"
    return {
        "property": short(row["property"]["value"]),
        "text": short(other["value"]) if is_iri else other["value"],
        "label": _value(row["label"]),
        "language": other["language"],
        "iri": other["value"] if is_iri else "",
        "ours": "yes" if is_iri and other["value"].startswith(Iris.from_setting().root) else "",
    }


def _value(cell: dict[str, str] | None) -> str:
    return cell["value"] if cell else ""
