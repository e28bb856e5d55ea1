"""Operations: what our OpenAPI document has beside the questions: search, SPARQL, paging, problems, schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rapporteur.search import FILTERS, KINDS
from rapporteur.serve.asked import CSV, FURTHEST, JSON, RESULTS

Json = dict[str, Any]

SPARQL = "application/sparql-query"

LINK: Json = {
    "description": 'The next page, `rel="next"`, and the page before, `rel="prev"`; absent where there is none.',
    "schema": {"type": "string"},
}


def search() -> Json:
    """Searching the words."""
    words = {
        "name": "q",
        "in": "query",
        "description": 'Words, `"phrases"`, `begin*`, `AND`, `OR`, `NOT` and parentheses; without it, all that the '
        "filters let through.",
        "schema": {"type": "string", "default": ""},
        "examples": {"example": {"value": "victim protect*"}},
    }
    facets = {
        "name": "facets",
        "in": "query",
        "description": "Whether to count by each filter.",
        "schema": {"type": "boolean", "default": True},
    }
    return {
        "get": {
            "operationId": "search",
            "tags": ["search"],
            "summary": "Where do the reports say this?",
            "parameters": [words, *(_filter(name) for name in FILTERS), facets, *paging(of_search=True)],
            "responses": {
                "200": {
                    "description": "What was found, best first",
                    "headers": {"Link": LINK},
                    "content": {
                        JSON: {"schema": {"$ref": "#/components/schemas/Search"}},
                        CSV: {"schema": {"type": "string"}},
                    },
                },
                **problems("400", "406", "503"),
            },
        }
    }


def about() -> Json:
    """What is said of one thing."""
    iri = {
        "name": "iri",
        "in": "query",
        "required": True,
        "description": "The IRI of a thing, or what follows `/id/` in it.",
        "schema": {"type": "string", "minLength": 1},
        "examples": {"example": {"value": "state/ALB"}},
    }
    term = _strings(("kind", "value", "language"), {})
    line = {
        "type": "object",
        "properties": {"property": term, "other": term, "label": {"anyOf": [term, {"type": "null"}]}},
        "required": ["property", "other", "label"],
    }
    lines = {name: {"type": "array", "items": line} for name in ("says", "said", "rests")}
    lines["alike"] = {"type": "array", "items": _strings(("iri", "label", "snippet"), {})}
    answer = _strings(("iri",), {**lines, "more": {"type": "object", "additionalProperties": {"type": "boolean"}}})
    return {
        "get": {
            "operationId": "about",
            "tags": ["things"],
            "summary": "What is said of a thing, what points at it, and which words do its links rest on?",
            "parameters": [iri],
            "responses": {
                "200": {"description": "At most 200 statements each way", "content": {JSON: {"schema": answer}}},
                **problems("400", "406", "503"),
            },
        }
    }


def resolve() -> Json:
    """What words mean."""
    words = {
        "name": "words",
        "in": "query",
        "required": True,
        "description": "A symbol, an Akoma Ntoso IRI, one of our IRIs, or a citation, of at most 500 characters.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 500},
        "examples": {"example": {"value": "A/RES/55/25"}},
    }
    names = ("iri", "label", "kind", "words", "official", "akn", "akn_number")
    here = {"here": {"type": "boolean", "description": "whether this store speaks of it"}}
    thing = _strings(names, here)
    open_ = _strings(("words", "because"), {"rivals": {"type": "array", "items": thing}})
    return {
        "get": {
            "operationId": "resolve",
            "tags": ["things"],
            "summary": "Which thing do these words mean?",
            "parameters": [words],
            "responses": {
                "200": {"description": "The one thing", "content": {JSON: {"schema": thing}}},
                "300": {"description": "They may mean several things", "content": {JSON: {"schema": open_}}},
                "404": {"description": "They mean nothing", "content": {JSON: {"schema": open_}}},
                **problems("400", "406", "503"),
            },
        }
    }


def _filter(name: str) -> Json:
    of: Json = {"type": "string", "enum": list(KINDS)} if name == "kind" else {"type": "string"}
    return {
        "name": name,
        "in": "query",
        "description": f"Only what has this {name}; given twice, either.",
        "schema": {"type": "array", "items": of},
        "explode": True,
    }


def sparql() -> Json:
    """The SPARQL 1.1 Protocol."""
    query = {
        "name": "query",
        "in": "query",
        "description": "SPARQL 1.1; without it, the description of this service.",
        "schema": {"type": "string"},
        "examples": {"example": {"value": "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 5"}},
    }
    kinds = (RESULTS, "application/sparql-results+xml", CSV, "text/tab-separated-values", "text/turtle")
    answers = {
        "200": {
            "description": "Rows, or triples, as asked for",
            "content": {kind: {"schema": {"type": "object" if kind == RESULTS else "string"}} for kind in kinds},
        },
        **problems("400", "406", "503"),
    }
    form = {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
    body = {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {"schema": form},
            SPARQL: {"schema": {"type": "string"}},
        },
    }
    about = {"tags": ["sparql"], "summary": "SPARQL 1.1 Protocol"}
    return {
        "get": {"operationId": "sparqlGet", **about, "parameters": [query], "responses": answers},
        "post": {"operationId": "sparqlPost", **about, "requestBody": body, "responses": answers},
    }


def limit(most: int) -> Json:
    """The parameter that says how many rows a page has."""
    schema = {"type": "integer", "minimum": 0, "maximum": most}
    return {"name": "limit", "in": "query", "description": "Rows on the page.", "schema": schema}


def offset() -> Json:
    """The parameter that says how many rows come before the page."""
    schema = {"type": "integer", "minimum": 0, "maximum": FURTHEST, "default": 0}
    return {"name": "offset", "in": "query", "description": "Rows to pass over.", "schema": schema}


def paging(of_search: bool = False) -> list[Json]:
    """The two parameters that choose a page."""
    ours: Json = {"$ref": "#/components/parameters/limit"}
    if of_search:
        ours = {**limit(1000), "description": "Hits on the page."}
    return [ours, {"$ref": "#/components/parameters/offset"}]


def problems(*codes: str) -> Json:
    """The answers of these codes, all problems."""
    return {code: {"$ref": "#/components/responses/Problem"} for code in (*codes, "default")}


def response(description: str, kind: str, schema: str) -> Json:
    """An answer of one form and schema."""
    return {"description": description, "content": {kind: {"schema": {"$ref": f"#/components/schemas/{schema}"}}}}


def _strings(required: Iterable[str], optional: Mapping[str, Json]) -> Json:
    names = tuple(required)
    properties = {**{name: {"type": "string"} for name in names}, **optional}
    return {"type": "object", "properties": properties, "required": list(names)}


def problem() -> Json:
    """A problem (RFC 9457) with the four parts of every error of ours."""
    return _strings(("type", "title", "detail", "seen", "where", "expected", "to_do"), {"status": {"type": "integer"}})


def column() -> Json:
    """A column of an answer."""
    return _strings(("name", "meaning"), {"unit": {"type": "string"}})


def listed() -> Json:
    """A question as the catalogue lists it."""
    parts = {name: {"type": "array", "items": {"type": "object"}} for name in ("parameters", "columns")}
    return _strings(("name", "summary", "href"), {"description": {"type": "string"}, **parts})


def found() -> Json:
    """What a search found."""
    hit = _strings(("iri", "kind", "label", "report", "snippet"), {"score": {"type": "number"}})
    count = _strings(("value", "label"), {"hits": {"type": "integer"}})
    return {
        "type": "object",
        "properties": {
            "total": {"type": "integer"},
            "offset": {"type": "integer"},
            "hits": {"type": "array", "items": hit},
            "facets": {"type": "object", "additionalProperties": {"type": "array", "items": count}},
            "notes": {"type": "array", "items": {"type": "string"}},
            "stale": {"type": "string", "description": "what the index lacks of the store; empty where nothing"},
            "next": {"type": ["string", "null"], "description": "the address of the next page"},
        },
        "required": ["total", "offset", "hits", "facets", "notes"],
    }
