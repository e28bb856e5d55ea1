"""Graphs: the SPARQL 1.1 Graph Store HTTP Protocol, for reading (W3C, 21 March 2013).

``/graph-store?graph=IRI`` and ``?default`` name a graph directly (section 4.2); an address below ``/id/`` names the
graph whose IRI has the same end (section 4.1), which is that very IRI where the base of the graphs is this server.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.serve.answers import etag, is_fresh, not_modified, refuse, respond
from rapporteur.serve.jobs import OneGraph, Refusal
from rapporteur.serve.protocol import accepted, is_lenient
from rapporteur.serve.service import Service

PATH = "/graph-store"
_ALLOWED = "GET, HEAD, OPTIONS"


def routes(service: Service) -> list[Route]:
    """The direct way to name a graph."""

    async def direct(request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return _only_reading(request)
        named = request.query_params.getlist("graph")
        default = "default" in request.query_params
        if len(named) + default != 1:
            return refuse(
                request,
                Refusal(
                    400,
                    "Both graph and default." if default and named else f"The parameter graph {len(named)} times.",
                    PATH,
                    "either graph with one IRI, or default.",
                    f"Ask for {PATH}?default or {PATH}?graph=IRI.",
                ),
            )
        return await _give(service, request, named[0] if named else "")

    every = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "DELETE", "PATCH"]
    return [Route(PATH, direct, methods=every)]


async def indirect(service: Service, request: Request, name: str) -> Response:
    """A graph by its own address, which `serve.resolution` shares with all other things."""
    if request.method not in ("GET", "HEAD"):
        return _only_reading(request)
    return await _give(service, request, name)


async def _give(service: Service, request: Request, name: str) -> Response:
    """The triples of a graph."""
    if name and name not in service.graphs():
        return refuse(
            request,
            Refusal(
                404,
                f"No graph <{name[:500]}>.",
                "the store",
                "the IRI of a graph that is there.",
                "SELECT DISTINCT ?g { GRAPH ?g {} } lists them.",
            ),
        )
    accept, refusal = accepted(request, request.query_params)
    if refusal is not None:
        return refuse(request, refusal)
    lenient = is_lenient(request)
    said = ("graph", name, accept, str(lenient))
    if is_fresh(request, tag := etag(service.state(), *said)):
        return not_modified(tag)
    found = await service.run(OneGraph(name, accept, lenient), request)
    if isinstance(found, Refusal):
        return refuse(request, found)
    return respond(found, etag(found.state, *said))


def _only_reading(request: Request) -> Response:
    """What a writer is told (section 5: a server may leave methods out), and what there is."""
    if request.method == "OPTIONS":
        return Response(None, 204, {"Allow": _ALLOWED})
    return refuse(
        request,
        Refusal(
            405,
            f"The method {request.method}.",
            request.url.path[:200],
            f"one of {_ALLOWED}: graphs are read here, not written.",
            "Load reports with `rapporteur store load`; this server notices.",
            {"Allow": _ALLOWED},
        ),
    )
