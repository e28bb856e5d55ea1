"""The protocol: SPARQL 1.1 Protocol, the query operation (W3C, 21 March 2013, section 2.1), at ``/sparql``.

GET, POST of a form, POST of the query itself; the dataset of the request; formats by ``Accept``; the description of the
service where there is no query. The update operation (section 2.2) is read here and made in `updating`, where it
is offered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import parse_qsl

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rapporteur.serve.answers import etag, is_fresh, not_modified, refuse, respond
from rapporteur.serve.jobs import Call, Refusal, Sparql
from rapporteur.serve.negotiation import preferred
from rapporteur.serve.service import Service
from rapporteur.serve.updating import not_offered, update

PATH = "/sparql"
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_ALLOWED = "GET, HEAD, OPTIONS, POST"
_PAGE = ("text/turtle", "text/html")

_FORMATS = {
    "json": "application/sparql-results+json, application/ld+json;q=0.9",
    "xml": "application/sparql-results+xml, application/rdf+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ttl": "text/turtle",
    "n3": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "rdf+xml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "json-ld": "application/ld+json",
}
"""Values of the parameter ``format`` (or ``output``), for clients that cannot set a header."""

_CHANCE = ("rand", "now", "uuid", "bnode")
"""Functions whose answer differs each time; a query with such letters has no ETag."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query with the dataset and the form that the request wants."""

    job: Sparql
    is_steady: bool
    """Whether the same store gives the same answer again."""


@dataclass(frozen=True, slots=True)
class _Update:
    """An update."""

    text: str


def routes(service: Service) -> list[Route]:
    """The endpoint."""

    async def endpoint(request: Request) -> Response:
        match request.method:
            case "OPTIONS":
                return Response(None, 204, {"Allow": _ALLOWED, "Accept-Post": _bodies(service)})
            case "GET" | "HEAD" if set(request.query_params) <= {"format", "output"}:
                return await _describe(service, request)
        asked = await _read(service, request)
        if isinstance(asked, _Update):
            return await update(service, request, asked.text, service.address(request) + PATH)
        return refuse(request, asked) if isinstance(asked, Refusal) else await _answer(service, request, asked)

    methods = ["GET", "HEAD", "POST", "OPTIONS"]
    return [Route(PATH, endpoint, methods=methods), Route(f"{PATH}/", endpoint, methods=methods)]


async def _answer(service: Service, request: Request, asked: _Asked) -> Response:
    job = asked.job
    steady = asked.is_steady and request.method in ("GET", "HEAD")
    said = (
        "query",
        job.text,
        job.accept,
        repr((job.default_graphs, job.named_graphs, job.lenient, job.base)),
        version("rapporteur"),
    )
    if steady and is_fresh(request, tag := etag(service.state(), *said)):
        return not_modified(tag)
    found = await service.run(job, request)
    if isinstance(found, Refusal):
        return refuse(request, found)
    return respond(found, etag(found.state, *said) if steady else "")


async def _describe(service: Service, request: Request) -> Response:
    """The description of the service (SPARQL 1.1 Service Description, section 2), or the page for people."""
    if preferred(request.headers.get("accept", ""), _PAGE) == "text/html" and "format" not in request.query_params:
        root = request.scope.get("root_path", "").rstrip("/")
        return RedirectResponse(f"{root}/editor", 303, {"Vary": "Accept"})
    accept, refusal = accepted(request, request.query_params)
    if refusal is not None:
        return refuse(request, refusal)
    address = service.address(request) + PATH
    updates = bool(service.settings.token)
    said = ("description", address, accept, repr(updates), version("rapporteur"))
    if is_fresh(request, tag := etag(service.state(), *said)):
        return not_modified(tag)
    found = await service.run(
        Call("description:describe", {"address": address, "accept": accept, "updates": updates}), request
    )
    if isinstance(found, Refusal):
        return refuse(request, found)
    return respond(found, etag(found.state, *said))


async def _read(service: Service, request: Request) -> _Asked | _Update | Refusal:
    """What is asked, by whichever of the three ways (sections 2.1.1 to 2.1.3)."""
    try:
        address = QueryParams(parse_qsl(request.url.query, keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        return Refusal(400, "A byte that is no UTF-8.", "the address", "text in UTF-8.", "Send the query in UTF-8.")
    if request.method != "POST":
        if "update" in address:
            return _by_post() if service.settings.token else not_offered()
        return _of(service, request, address.multi_items(), address.getlist("query"))
    kind, _, more = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    charset = more.replace(" ", "").replace('"', "").lower()
    if charset.startswith("charset=") and charset not in ("charset=utf-8", "charset=utf8"):
        return Refusal(
            415,
            f"A body in {charset.removeprefix('charset=')[:50]}.",
            "the header Content-Type",
            "UTF-8.",
            "Send UTF-8.",
        )
    if kind == _UPDATE and not service.settings.token:
        return not_offered()
    if kind not in (_FORM, _QUERY, _UPDATE):
        return Refusal(
            415,
            f"A body of the type {kind!r}." if kind else "A body that does not say its type.",
            "the header Content-Type",
            f"{_bodies(service)}: the text itself, or a form.",
            "Set the header.",
            {"Accept-Post": _bodies(service)},
        )
    try:
        body = (await request.body()).decode("utf-8")
        if kind == _UPDATE:
            return _update_of([body, *address.getlist("update")], address.multi_items())
        if kind == _QUERY:
            return _of(service, request, address.multi_items(), [body, *address.getlist("query")])
        fields = parse_qsl(body, keep_blank_values=True, max_num_fields=1000, errors="strict")
        fields += [(name, value) for name, value in address.multi_items() if name.endswith("-graph-uri")]
    except UnicodeDecodeError as fault:
        return Refusal(
            400, f"A byte {fault.start} that is no UTF-8.", "the body", "text in UTF-8.", "Send the query in UTF-8."
        )
    except ValueError:
        return Refusal(400, "More than 1000 fields.", "the body", "a form with one query.", "Leave the others out.")
    if "update" in dict(fields):
        if not service.settings.token:
            return not_offered()
        return _update_of([value for name, value in fields if name == "update"], fields)
    return _of(service, request, fields, [value for name, value in fields if name == "query"])


def _of(
    service: Service, request: Request, fields: Sequence[tuple[str, str]], texts: Sequence[str]
) -> _Asked | Refusal:
    """The query and its dataset, both checked before anything is evaluated."""
    if len(texts) != 1:
        return Refusal(
            400,
            f"The query is there {len(texts)} times." if texts else "There is no query.",
            "the request",
            "exactly one query (SPARQL 1.1 Protocol, section 2.1).",
            f"Ask for {PATH}?query=… or send it in the body of a POST.",
        )
    text = texts[0]
    if not text.isprintable() and (unfit := next((c for c in text if c == "\0" or "\ud800" <= c <= "\udfff"), "")):
        return Refusal(
            400, f"The character U+{ord(unfit):04X}.", "the query", "text that can be written.", "Leave it out."
        )
    accept, refusal = accepted(request, QueryParams(list(fields)))
    if refusal is not None:
        return refusal
    default = tuple(dict.fromkeys(value for name, value in fields if name == "default-graph-uri"))
    named = tuple(dict.fromkeys(value for name, value in fields if name == "named-graph-uri"))
    if unknown := [name for name in (*default, *named) if name not in service.graphs()]:
        return Refusal(
            400,
            f"The graph <{unknown[0][:500]}>, which is not in this store.",
            "the dataset of the request (default-graph-uri, named-graph-uri)",
            "IRIs of graphs that are here; nothing is fetched from elsewhere.",
            "SELECT DISTINCT ?g { GRAPH ?g {} } lists them.",
        )
    given = bool(default or named)
    base = service.address(request) + PATH
    job = Sparql(text, accept, default if given else None, named if given else None, is_lenient(request), base)
    return _Asked(job, not any(word in text.casefold() for word in _CHANCE))


def accepted(request: Request, params: QueryParams) -> tuple[str, Refusal | None]:
    """The formats that the client takes, as a header ``Accept``; a parameter ``format`` comes before the header."""
    said = params.get("format") or params.get("output") or ""
    if not said:
        return request.headers.get("accept", ""), None
    if (short := _FORMATS.get(said.lower())) is not None:
        return short, None
    if "/" in said:
        return said, None
    expected = f"one of {', '.join(_FORMATS)}, or a media type."
    return "", Refusal(406, f"The format {said[:100]!r}.", "the parameter format", expected, "Take one of these.")


def is_lenient(request: Request) -> bool:
    """Whether the client says that it knows that an answer may be cut (RFC 7240, section 4.4)."""
    given = ",".join(request.headers.getlist("prefer")).replace(" ", "").lower()
    return "handling=lenient" in given.replace(";", ",").split(",")


def _update_of(texts: Sequence[str], fields: Sequence[tuple[str, str]]) -> _Update | Refusal:
    """The update, of which a request has exactly one (section 2.2)."""
    if len(texts) != 1 or any(name == "query" for name, _ in fields):
        return Refusal(
            400, "More than one update, or a query beside it.", "the request", "exactly one update.", "Send one."
        )
    if any(name.startswith("using-") for name, _ in fields):
        return Refusal(
            400,
            "A dataset for the update (using-graph-uri, using-named-graph-uri).",
            "the request",
            "an update that names its graphs itself; its patterns see the union of all.",
            "Write GRAPH in the pattern.",
        )
    return _Update(texts[0])


def _bodies(service: Service) -> str:
    """The types of bodies that are taken."""
    return ", ".join([_QUERY, *([_UPDATE] if service.settings.token else []), _FORM])


def _by_post() -> Refusal:
    return Refusal(
        400, "An update in an address.", "the request", "a POST (SPARQL 1.1 Protocol, section 2.2).", "Send it by POST."
    )
