"""Resolution: an IRI of ours asked for at this server → 303 to its page or to its data, as the client likes best.

``/id/…`` and ``/ontology`` answer as the published rules for Apache and nginx do. A page is that of a publication where
the server was given one, else the server's own; data is what is said of the thing and what points at it. An IRI of
nothing is 404, with what is near.
"""

from __future__ import annotations

import json
import mimetypes
from typing import Any
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.serve.answers import etag, is_fresh, not_modified, refuse, respond
from rapporteur.serve.graphs import indirect
from rapporteur.serve.jobs import Call, OneGraph, Refusal, Sparql
from rapporteur.serve.negotiation import preferred_named
from rapporteur.serve.pages import HTML, page, refused, wants_page
from rapporteur.serve.paging import opened
from rapporteur.serve.publication import Publication
from rapporteur.serve.service import Service

FORMS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
"""Ending of an address → what it gives."""
_EVIDENCE = "rap:source, rap:target, oa:hasBody, oa:hasSource"
_SAID = """PREFIX oa: <{oa}> PREFIX rap: <{rap}> PREFIX rdfs: <{rdfs}>
CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> . ?n rdfs:label ?l }} WHERE {{
  {{ GRAPH ?g {{ <{iri}> ?p ?o }} FILTER(!STRENDS(STR(?g), "/graph/inferred")) }}
  UNION {{ GRAPH ?g {{ ?s ?q <{iri}> }} FILTER(!STRENDS(STR(?g), "/graph/inferred")) FILTER(?q NOT IN ({evidence})) }}
  UNION {{ {{ <{iri}> ?a ?n }} UNION {{ ?n ?b <{iri}> FILTER(?b NOT IN ({evidence})) }} ?n rdfs:label ?l }}
}}"""
"""What is said of a thing and what points at it, with labels of all that is named: no blank node is in any graph."""


def routes(service: Service) -> list[BaseRoute]:
    """Things, the vocabulary, their data, and the pages of a publication."""
    publication = Publication(service.settings.pages) if service.settings.pages else None

    async def thing(request: Request) -> Response:
        iri = Iris.from_setting().root + steps(request, "/id/")
        if request.method not in ("GET", "HEAD") or iri in service.graphs():
            return await indirect(service, request, iri)
        form = preferred_named(request.headers.get("accept", ""), tuple(FORMS.values()), HTML)
        tag = etag(service.state(), "resolution", iri, form)
        if is_fresh(request, tag):
            return not_modified(tag)
        answer = await service.run(Call("nearby:known", {"iri": iri}), request)
        if isinstance(answer, Refusal):
            return refused(request, answer)
        found = await _read(answer)
        if not found["known"]:
            return nothing(request, iri, found["near"])
        return _see(request, _way(iri, form, publication), etag(answer.state, "resolution", iri, form))

    async def vocabulary(request: Request) -> Response:
        form = preferred_named(request.headers.get("accept", ""), tuple(FORMS.values()), HTML)
        if form != HTML:
            ending = next(ending for ending, kind in FORMS.items() if kind == form)
            return _see(request, f"/ontology.{ending}", etag(service.state(), "ontology", form))
        iri = PREFIXES["rap"].rstrip("#")
        way = "/pages/ontology/" if publication and publication.has("ontology/index.html") else f"/about?iri={iri}"
        return _see(request, way, etag(service.state(), "ontology", form))

    async def data(request: Request) -> Response:
        kind = FORMS[request.path_params["ending"]]
        given = request.query_params.get("iri", "")
        root = Iris.from_setting().root
        iri = given if "://" in given else root + given
        if set(request.query_params) != {"iri"} or not given or not _fits(iri):
            return refuse(request, _no_iri(request))
        said = {name: PREFIXES[name] for name in ("oa", "rap", "rdfs")}
        text = _SAID.format(iri=iri, evidence=_EVIDENCE, **said)
        tag = etag(service.state(), "data", iri, kind)
        if is_fresh(request, tag):
            return not_modified(tag)
        answer = await service.run(Sparql(text, kind), request)
        if isinstance(answer, Refusal):
            return refuse(request, answer)
        if answer.rows == 0:
            return nothing(request, iri, [])
        return respond(answer, etag(answer.state, "data", iri, kind))

    async def ontology(request: Request) -> Response:
        kind = FORMS[request.path_params["ending"]]
        name = str(Iris.from_setting().graph("ontology"))
        answer = await service.run(OneGraph(name, kind), request)
        if isinstance(answer, Refusal):
            return refuse(request, answer)
        return respond(answer, etag(answer.state, "ontology", kind))

    every = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH"]
    found: list[BaseRoute] = [
        Route("/id/{path:path}", thing, methods=every),
        Route("/ontology", vocabulary, methods=["GET"]),
    ]
    for ending in FORMS:
        found += [_fixed(f"/about.{ending}", data, ending), _fixed(f"/ontology.{ending}", ontology, ending)]
    if publication is not None:
        for ending, kind in FORMS.items():
            mimetypes.add_type(kind, f".{ending}")  # what static files are served as
        found.append(Mount("/pages", StaticFiles(directory=publication.folder, html=True)))
    return found


def _fixed(path: str, endpoint: Any, ending: str) -> Route:
    """A route whose ending is a parameter of the endpoint."""

    async def ended(request: Request) -> Response:
        request.path_params["ending"] = ending
        answer: Response = await endpoint(request)
        return answer

    return Route(path, ended, methods=["GET"])


def steps(request: Request, before: str) -> str:
    """What follows ``before`` in the path of a request, each step encoded as in our IRIs (`graph.segments`)."""
    raw = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    path = raw.decode("latin-1").partition("?")[0]
    root = request.scope.get("root_path", "")
    rest = path.removeprefix(root).removeprefix(before)
    return "/".join(quote(unquote(step, errors="replace"), safe="()~") for step in rest.split("/"))


def nothing(request: Request, iri: str, near: list[dict[str, str]]) -> Response:
    """404, with what may have been meant."""
    named = ", ".join(f"{one['label']} <{one['iri']}>" for one in near)
    refusal = Refusal(
        404,
        f"Nothing is said of <{iri[:500]}>.",
        "the store",
        "the IRI of something in these reports.",
        f"Near it: {named}." if named else "Search for its name at /search, or resolve its words at /resolve.",
    )
    if not wants_page(request):
        return refuse(request, refusal)
    root = Iris.from_setting().root
    listed = [{**one, "short": one["iri"].removeprefix(root)} for one in near]
    return page(request, "nothing.html", 404, refusal=refusal, near=listed, here="")


def _way(iri: str, form: str, publication: Publication | None) -> str:
    """Where a thing leads, from the top of this server."""
    root = Iris.from_setting().root
    if form == HTML and publication is not None and (shown := publication.address(iri.removeprefix(root))):
        return f"/pages/{shown}"
    ending = next((f".{ending}" for ending, kind in FORMS.items() if kind == form), "")
    return f"/about{ending}?iri={quote(iri.removeprefix(root), safe='/()~')}"


def _see(request: Request, way: str, tag: str) -> Response:
    """303, from the top of this server."""
    top = request.scope.get("root_path", "").rstrip("/")
    return Response(None, 303, {"Location": f"{top}{way}", "ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"})


async def _read(answer: Any) -> dict[str, Any]:
    _, body = await opened(answer)
    text = body if isinstance(body, bytes) else b"".join([part async for part in body])
    found: dict[str, Any] = json.loads(text)
    return found


def _fits(iri: str) -> bool:
    """Whether it can stand between angle brackets in a query (SPARQL 1.1, IRIREF)."""
    return len(iri) < 2000 and not any(ord(c) <= 0x20 or c in '<>"{}|^`\\' or "\ud800" <= c <= "\udfff" for c in iri)


def _no_iri(request: Request) -> Refusal:
    return Refusal(
        400,
        "Not one iri." if set(request.query_params) <= {"iri"} else "A parameter beside iri.",
        request.url.path[:200],
        "one parameter iri, such as iri=state/ALB.",
        "Give the IRI of the thing, or what follows /id/ in it.",
    )
