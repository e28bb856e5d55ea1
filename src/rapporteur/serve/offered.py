"""Offered: what our OpenAPI document says of updates, where the server takes them."""

from __future__ import annotations

from rapporteur.serve.operations import Json, problems

UPDATE = "application/sparql-update"

SCHEMES: Json = {
    "token": {"type": "http", "scheme": "bearer", "description": "The token of this server, for updates."},
    "password": {"type": "http", "scheme": "basic", "description": "The token for password, with any user's name."},
}
"""The ways to say that one may update (OpenAPI 3.1.0, security scheme object)."""


def with_updates(sparql: Json) -> Json:
    """The operations of the SPARQL Protocol, with the update among what POST takes; a query still needs no token."""
    post = sparql["post"]
    query = post["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    update = {
        "type": "object",
        "properties": {"update": {"type": "string", "description": "SPARQL 1.1 Update"}},
        "required": ["update"],
    }
    content = {
        **post["requestBody"]["content"],
        "application/x-www-form-urlencoded": {"schema": {"oneOf": [query, update]}},
        UPDATE: {"schema": {"type": "string"}},
    }
    answers = {
        **post["responses"],
        "200": {
            "description": f"{post['responses']['200']['description']}; of an update what it changed",
            "content": {**post["responses"]["200"]["content"], "application/json": {"schema": _changes()}},
        },
        **problems("401", "403", "504", "507"),
    }
    return {
        **sparql,
        "post": {
            **post,
            "description": "A query needs no token. An update needs the one of this server, changes graphs of reports "
            "that it names, and is made whole or not at all.",
            "security": [{}, {"token": []}, {"password": []}],
            "requestBody": {**post["requestBody"], "content": content},
            "responses": answers,
        },
    }


def _changes() -> Json:
    graph = {
        "type": "object",
        "properties": {
            "graph": {"type": "string"},
            "added": {"type": "integer", "description": "triples"},
            "removed": {"type": "integer", "description": "triples"},
        },
        "required": ["graph", "added", "removed"],
    }
    return {"type": "object", "properties": {"changed": {"type": "array", "items": graph}}, "required": ["changed"]}
