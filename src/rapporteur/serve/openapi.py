"""OpenAPI: the headers of the questions in, an OpenAPI 3.1 document and a page to read and try it out.

Nothing is written by hand that a header says: a question that is added is described by the next request. The document
follows OpenAPI 3.1.0 with JSON Schema 2020-12; problems have the members of RFC 9457.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version

from rapporteur.query.headers import ANY, Parameter, Query
from rapporteur.serve.asked import CSV, JSON, RESULTS
from rapporteur.serve.offered import SCHEMES, with_updates
from rapporteur.serve.operations import (
    LINK,
    SPARQL,
    Json,
    about,
    column,
    found,
    limit,
    listed,
    offset,
    paging,
    problem,
    problems,
    resolve,
    response,
    search,
    sparql,
)

PROBLEM = "application/problem+json"

_SCALAR = {"type": ["string", "number", "boolean", "null"]}


def document(queries: Iterable[Query], most: int, *, updates: bool = False) -> Json:
    """The description of everything that is served.

    :param queries: the questions, in the order in which they shall stand.
    :param most: rows that one answer holds at most.
    :param updates: whether updates are taken.
    """
    questions = tuple(queries)
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": {
            "title": "Rapporteur",
            "version": version("rapporteur"),
            "summary": "Reports of intergovernmental meetings as a graph in which every link keeps its words",
            "description": "Each question of the catalogue is an address. Add `.json`, `.csv` or `.srj` to it, or send "
            "an Accept header; add `.rq` for its text in SPARQL. What is not understood is answered with what was "
            "seen, what was expected and an example.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "this server"}],
        "tags": [
            {"name": "catalogue", "description": "Which questions there are, and what they can be asked with"},
            {"name": "questions", "description": "One address a question"},
            {"name": "search", "description": "Words of the reports"},
            {"name": "things", "description": "What the graph says of one thing"},
            {"name": "sparql", "description": "Questions of one's own"},
        ],
        "paths": {
            "/api/": _catalogue(),
            **{f"/api/{query.name}": _question(query, most) for query in questions},
            "/api/{question}.rq": _text(questions),
            "/api/{question}/values/{parameter}": _values(questions),
            "/search": search(),
            "/about": about(),
            "/resolve": resolve(),
            "/sparql": with_updates(sparql()) if updates else sparql(),
        },
        "components": {
            "parameters": {"limit": limit(most), "offset": offset()},
            "schemas": {"Problem": problem(), "Column": column(), "Question": listed(), "Search": found()},
            "responses": {"Problem": response("What was seen, what was expected, what to do", PROBLEM, "Problem")},
            **({"securitySchemes": SCHEMES} if updates else {}),
        },
    }


def schema_of(parameter: Parameter) -> Json:
    """The JSON Schema of a parameter's value as it is typed into an address."""
    if parameter.values:
        return {"type": "string", "enum": [*parameter.values, *([] if ANY in parameter.values else [ANY])]}
    if parameter.type == "integer":
        return {"oneOf": [{"type": "integer"}, {"const": ANY}]}
    return {"type": "string"}


def described(query: Query) -> str:
    """What is to be known of a question, and what it costs."""
    cost = f"It is slow over many reports together: {query.cost}." if query.cost else ""
    return " ".join(f"{query.description} {cost}".split())


def takes(parameter: Parameter) -> str:
    """What a parameter takes, in words."""
    said = {
        "iri": "an IRI, or what follows `{}` in one",
        "concept": "the id of a concept, what follows `{}` in its IRI",
        "state": "the three letters of a State (ISO 3166-1), or its IRI",
        "string": "a text",
        "integer": "a whole number",
    }[parameter.type]
    return said.format(f"id/{parameter.under}")


def _parameter(parameter: Parameter) -> Json:
    default = f"Without it: `{parameter.default}`." if parameter.default != ANY else "Without it: any."
    said: Json = {
        "name": parameter.name,
        "in": "query",
        "description": f"{parameter.meaning}: {takes(parameter)}. {default}",
        "required": False,
        "allowEmptyValue": True,  # as a form sends a field that was left empty
        "schema": {**schema_of(parameter), "default": _typed(parameter, parameter.default)},
    }
    if parameter.example:
        said["examples"] = {"example": {"value": _typed(parameter, parameter.example)}}
    return said


def _typed(parameter: Parameter, text: str) -> str | int:
    return int(text) if parameter.type == "integer" and text.lstrip("+-").isdecimal() else text


def _held(query: Query, column: str) -> Json:
    """The schema of the values of a column; of numbers what they count, of others the header says no type."""
    said = {"description": query.columns[column]}
    if unit := query.units.get(column):
        return {"type": ["number", "null"], **said, "x-unit": unit}
    return {**_SCALAR, **said}


def _question(query: Query, most: int) -> Json:
    row = {
        "type": "object",
        "properties": {name: _held(query, name) for name in query.columns},
        "required": list(query.columns),
        "additionalProperties": False,
    }
    answer = {
        "type": "object",
        "properties": {
            "question": {"const": query.name},
            "summary": {"type": "string"},
            "parameters": {"type": "object", "additionalProperties": {"type": ["string", "integer"]}},
            "columns": {"type": "array", "items": {"$ref": "#/components/schemas/Column"}},
            "rows": {"type": "array", "items": row},
            "offset": {"type": "integer", "minimum": 0},
            "limit": {"type": "integer", "minimum": 0, "maximum": most},
            "total": {"type": ["integer", "null"], "description": "rows on all pages; null where it was not counted"},
            "next": {"type": ["string", "null"], "description": "the address of the next page"},
            "note": {
                "type": "string",
                "description": "where there is no row, which value none here has, and the nearest",
            },
        },
        "required": ["question", "columns", "rows", "offset", "limit", "total", "next"],
    }
    return {
        "get": {
            "operationId": query.name,
            "tags": ["questions"],
            "summary": query.summary,
            **({"description": described(query)} if described(query) else {}),
            "parameters": [*(_parameter(p) for p in query.parameters), *paging()],
            "responses": {
                "200": {
                    "description": "The rows, a page at a time",
                    "headers": {"Link": LINK, "ETag": {"schema": {"type": "string"}}},
                    "content": {
                        JSON: {"schema": answer},
                        CSV: {"schema": {"type": "string"}},
                        RESULTS: {"schema": {"type": "object"}},
                    },
                },
                **problems("400", "404", "406", "503"),
            },
        }
    }


def _catalogue() -> Json:
    answer = {"type": "array", "items": {"$ref": "#/components/schemas/Question"}}
    return {
        "get": {
            "operationId": "catalogue",
            "tags": ["catalogue"],
            "summary": "Which questions are there?",
            "responses": {
                "200": {
                    "description": "Each question with its parameters and columns",
                    "content": {JSON: {"schema": answer}, CSV: {"schema": {"type": "string"}}},
                },
                **problems("406"),
            },
        }
    }


def _text(queries: Iterable[Query]) -> Json:
    return {
        "get": {
            "operationId": "text",
            "tags": ["catalogue"],
            "summary": "What does a question read in SPARQL?",
            "parameters": [_name(queries)],
            "responses": {
                "200": {
                    "description": "The query, with its header",
                    "content": {SPARQL: {"schema": {"type": "string"}}},
                },
                **problems("404"),
            },
        }
    }


def _values(queries: Iterable[Query]) -> Json:
    queries = tuple(queries)
    names = sorted({parameter.name for query in queries for parameter in query.parameters})
    value = {
        "type": "object",
        "properties": {
            "value": {"type": "string", "description": "as the parameter takes it"},
            "label": {"type": "string"},
        },
        "required": ["value", "label"],
    }
    answer = {
        "type": "object",
        "properties": {
            "question": {"type": "string"},
            "parameter": {"type": "string"},
            "values": {"type": "array", "items": value},
            "complete": {
                "type": "boolean",
                "description": "whether the list holds all; false where any text can be given",
            },
        },
        "required": ["question", "parameter", "values", "complete"],
    }
    parameter = {"name": "parameter", "in": "path", "required": True, "schema": {"type": "string", "enum": names}}
    return {
        "get": {
            "operationId": "values",
            "tags": ["catalogue"],
            "summary": "What can a parameter be given?",
            "parameters": [_name(queries), parameter],
            "responses": {
                "200": {
                    "description": "The values, in their order",
                    "content": {JSON: {"schema": answer}, CSV: {"schema": {"type": "string"}}},
                },
                **problems("404", "406", "503"),
            },
        }
    }


def _name(queries: Iterable[Query]) -> Json:
    names = [query.name for query in queries]
    return {"name": "question", "in": "path", "required": True, "schema": {"type": "string", "enum": names}}
