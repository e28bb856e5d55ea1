"""The catalogue over HTTP: a question's name and parameters in an address → its answer as JSON, CSV or SPARQL results.

``/api/`` lists the questions, ``/api/NAME`` answers one, ``/api/NAME.rq`` is its text, ``/api/NAME/values/PARAMETER``
what a parameter may be given. An ending (``.json``, ``.csv``, ``.srj``) decides before the ``Accept`` header. Browsers
get pages.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.query.headers import Parameter, Query
from rapporteur.query.library import list_queries
from rapporteur.query.parameters import terms_of
from rapporteur.serve.answers import etag, is_fresh, not_modified, refusal_of
from rapporteur.serve.asked import CSV, FORMS, FURTHEST, JSON, RESULTS, columns_of, table
from rapporteur.serve.jobs import Call, Refusal
from rapporteur.serve.negotiation import preferred
from rapporteur.serve.openapi import takes
from rapporteur.serve.pages import HTML, page, refused, wants_page
from rapporteur.serve.paging import address, links, opened, place, sent, unacceptable, whole
from rapporteur.serve.protocol import is_lenient
from rapporteur.serve.service import Service

ENDINGS = {".json": JSON, ".csv": CSV, ".srj": RESULTS}
SHOWN = 50
"""Rows on a page for people, unless they ask for more."""
OFFERED = 500
"""Values that the form of a page offers at most."""


def routes(service: Service) -> list[Route]:
    """The addresses of the catalogue."""
    desk = _Desk(service)
    return [
        Route("/api", desk.catalogue, methods=["GET"]),
        Route("/api/", desk.catalogue, methods=["GET"]),
        Route("/api/{name}/values/{parameter}", desk.values, methods=["GET"]),
        Route("/api/{name}", desk.question, methods=["GET"]),
    ]


@lru_cache(maxsize=1)
def questions() -> dict[str, Query]:
    """The questions by name, read once a process."""
    return {query.name: query for query in list_queries()}


def question(name: str) -> Query:
    """The question of this name; a name is never a path.

    :raises UnusableQuery: if there is none such; it names the nearest.
    """
    found = questions().get(name)
    if found is None:
        near = difflib.get_close_matches(name, questions(), n=3, cutoff=0.3) or list(questions())[:1]
        raise UnusableQuery(
            f"No question is called {name!r}.",
            where="the catalogue (/api/)",
            expected=f"one of the {len(questions())} that /api/ lists, such as /api/{near[0]}.",
            remedy=f"Did you mean {' or '.join(near)}?",
        )
    return found


class _Desk:
    """The routes over one service."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._choices: tuple[str, dict[tuple[str, str], list[tuple[str, str]]]] = ("", {})

    async def catalogue(self, request: Request) -> Response:
        """Which questions there are."""
        if wants_page(request):
            return page(request, "questions.html", here="/api/", queries=list(questions().values()))
        form = preferred(request.headers.get("accept", ""), (JSON, CSV))
        headers = {"Cache-Control": "no-cache", "Vary": "Accept"}
        if form == CSV:
            listed = [(q.name, q.summary, " ".join(p.name for p in q.parameters)) for q in questions().values()]
            return Response(table(("name", "question", "parameters"), listed), 200, headers, CSV)
        if form != JSON:
            return unacceptable(request, (JSON, CSV, HTML))
        root = request.scope.get("root_path", "").rstrip("/")
        said = [_listed(query, root) for query in questions().values()]
        return Response(json.dumps(said, ensure_ascii=False), 200, headers, JSON)

    async def question(self, request: Request) -> Response:
        """The answer to a question, or its text."""
        name, form = _name_and_form(request)
        try:
            asked = question(name)
        except UnusableQuery as error:
            return refused(request, refusal_of(error, 404))
        if form == ".rq":
            return Response(asked.text, 200, {"Cache-Control": "no-cache"}, "application/sparql-query")
        if form is None and wants_page(request):
            return await self._shown(request, asked)
        form = form or preferred(request.headers.get("accept", ""), FORMS)
        if not form:
            return unacceptable(request, (*FORMS, HTML))
        try:
            limit = whole(request, "limit", self.service.settings.rows, self.service.settings.rows)
            offset = whole(request, "offset", 0, FURTHEST)
            params = _params(request, asked)
        except UnusableQuery as error:
            return refused(request, refusal_of(error))
        tag = etag(self.service.state(), form, place(request))
        if is_fresh(request, tag):
            return not_modified(tag)
        answer = await self.service.run(_rows(request, asked, params, limit, offset, form), request)
        if isinstance(answer, Refusal):
            return refused(request, answer)
        told, body = await opened(answer)
        if told.more and form == CSV and "limit" not in request.query_params and not is_lenient(request):
            return refused(request, _too_long(told.rows))
        headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
        headers["ETag"] = etag(answer.state, form, place(request))
        headers |= links(request, limit, offset, told.more)
        if told.total is not None:
            headers["Rapporteur-Total"] = str(told.total)
        if told.more and "limit" not in request.query_params:
            headers["Rapporteur-Cut"] = f"rows; rows={told.rows}"
        return sent(body, headers, f"{CSV}; charset=utf-8; header=present" if form == CSV else form)

    async def values(self, request: Request) -> Response:
        """What a parameter may be given."""
        try:
            asked = question(request.path_params["name"])
            parameter = _parameter(asked, request.path_params["parameter"])
        except UnusableQuery as error:
            return refused(request, refusal_of(error, 404))
        form = preferred(request.headers.get("accept", ""), (JSON, CSV))
        if not form:
            return unacceptable(request, (JSON, CSV))
        job = Call("values:values", {"name": asked.name, "parameter": parameter.name, "form": form})
        answer = await self.service.run(job, request)
        if isinstance(answer, Refusal):
            return refused(request, answer)
        _, body = await opened(answer)
        return sent(body, {"Vary": "Accept", "Cache-Control": "no-cache"}, form)

    async def _offered(self, asked: Query, parameter: Parameter) -> list[tuple[str, str]]:
        """The values that the form of a page offers for a parameter; none where there are none, or too many."""
        state = self.service.state()
        if self._choices[0] != state:
            self._choices = (state, {})
        known, kind = self._choices[1], (parameter.allowed, parameter.under)
        if parameter.values or not parameter.allowed:
            return []
        if kind not in known:
            job = Call("values:values", {"name": asked.name, "parameter": parameter.name, "form": JSON})
            answer = await self.service.run(job)
            if isinstance(answer, Refusal):
                return []
            _, body = await opened(answer)
            text = body if isinstance(body, bytes) else b"".join([part async for part in body])
            listed = [(one["value"], one["label"]) for one in json.loads(text)["values"]]
            known[kind] = listed if len(listed) <= OFFERED else []
        return known[kind]

    async def _shown(self, request: Request, asked: Query) -> Response:
        """A question as a page, with a form and the first rows."""
        given = {n: v for n, v in request.query_params.items() if asked.parameter(n) is not None}
        said: dict[str, Any] = {"query": asked, "given": given, "takes": takes, "here": "/api/", "refusal": None}
        said["choices"] = {p.name: await self._offered(asked, p) for p in asked.parameters}
        try:
            limit = whole(request, "limit", SHOWN, 1000)
            offset = whole(request, "offset", 0, FURTHEST)
            params = _params(request, asked)
        except UnusableQuery as error:
            return page(request, "question.html", 400, **said | {"refusal": refusal_of(error)})
        answer = await self.service.run(_rows(request, asked, params, limit, offset, JSON), request)
        if isinstance(answer, Refusal):
            return page(request, "question.html", answer.status, **said | {"refusal": answer})
        told, body = await opened(answer)
        text = body if isinstance(body, bytes) else b"".join([part async for part in body])
        found = json.loads(text)
        names = [column["name"] for column in found["columns"]]
        cells = [[_cell(row[name], self.service) for name in names] for row in found["rows"]]
        numbers = {
            n for i, n in enumerate(names) if cells and all(row[i]["kind"] in ("number", "none") for row in cells)
        }
        last = offset + told.rows if told.rows else 0
        said |= {"columns": found["columns"], "rows": cells, "numbers": numbers, "total": told.total}
        said |= {"note": found["note"], "first": offset + 1, "last": last, "asked": urlencode(params)}
        said["before"] = address(request, limit=limit, offset=max(0, offset - limit)) if offset else ""
        said["after"] = address(request, limit=limit, offset=offset + limit) if told.more else ""
        return page(request, "question.html", **said)


def _rows(request: Request, asked: Query, params: Mapping[str, str], limit: int, offset: int, form: str) -> Call:
    arguments = {"name": asked.name, "params": dict(params), "limit": limit, "offset": offset, "form": form}
    return Call("asked:rows", {**arguments, "next": address(request, limit=limit, offset=offset + limit)})


def _too_long(rows: int) -> Refusal:
    return Refusal(
        403,
        f"The answer is longer than {rows} rows, and CSV has no room to say that it was cut.",
        "the answer",
        "a limit in the address, or a client that knows that an answer may be cut.",
        f"Ask in pages: limit={rows} and offset=0, {rows} and so on. Or send the header Prefer: handling=lenient.",
    )


def _name_and_form(request: Request) -> tuple[str, str | None]:
    """The name in an address and the form that its ending asks for; None where it has no ending."""
    name: str = request.path_params["name"]
    stem, dot, ending = name.rpartition(".")
    if dot and f".{ending}" in (*ENDINGS, ".rq"):
        return stem, ENDINGS.get(f".{ending}", ".rq")
    return name, None


def _params(request: Request, asked: Query) -> dict[str, str]:
    """The parameters in an address, each checked for its type; one left empty is one not given.

    :raises UnusableQuery: if one is unknown, given twice, or of the wrong type.
    """
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in ("limit", "offset") and asked.parameter(name) is None:
            continue
        if name in given:
            raise UnusableQuery(
                f"The parameter {name} given twice.",
                where=f"question {asked.name}",
                expected="each parameter once.",
                remedy="Ask once for each value.",
            )
        if value.strip():
            given[name] = value
    terms_of(asked, given)
    return given


def _parameter(asked: Query, name: str) -> Parameter:
    """The parameter of this name.

    :raises UnusableQuery: if the question has none such.
    """
    found = asked.parameter(name)
    if found is None:
        names = [parameter.name for parameter in asked.parameters]
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.4)
        raise UnusableQuery(
            f"A parameter {name!r}.",
            where=f"question {asked.name}",
            expected=f"one of {', '.join(names)}." if names else "no parameter: this question takes none.",
            remedy=f"Did you mean {near[0]}?" if near else f"See /api/{asked.name} for what it takes.",
        )
    return found


def _listed(query: Query, root: str) -> dict[str, Any]:
    parameters = [{**asdict(p), "values": list(p.values), "takes": takes(p)} for p in query.parameters]
    return {
        "name": query.name,
        "summary": query.summary,
        "description": query.description,
        "href": f"{root}/api/{query.name}",
        "query": f"{root}/api/{query.name}.rq",
        "cost": query.cost,
        "parameters": parameters,
        "columns": columns_of(query, tuple(query.columns)),
    }


def _cell(value: Any, service: Service) -> dict[str, str]:
    """A value as a page shows it: an IRI short, a number to the right."""
    if value is None:
        return {"text": "", "iri": "", "kind": "none", "ours": ""}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"text": str(value), "iri": "", "kind": "number", "ours": ""}
    text = str(value)
    if text.startswith(("http://", "https://")) and " " not in text:
        ours = "yes" if text.startswith(Iris.from_setting().root) else ""
        return {"text": service.collection.short(text), "iri": text, "kind": "", "ours": ours}
    return {"text": text, "iri": "", "kind": "long" if len(text) > 60 else "", "ours": ""}
