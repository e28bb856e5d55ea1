"""The SPARQL editor: the questions and our vocabulary in, a page with YASGUI out that asks no outside address.

The editor itself is vendored (``assets/yasgui/VENDORED.md``); what it completes, and the examples it offers, come from
``/editor/setup.json``.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.headers import Query
from rapporteur.query.parameters import term_of
from rapporteur.query.terms import terms
from rapporteur.serve.answers import is_fresh, not_modified
from rapporteur.serve.catalogue import questions
from rapporteur.serve.pages import page
from rapporteur.serve.service import Service

START = """PREFIX rap: <https://w3id.org/rapporteur/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?number ?text ?cited WHERE {
  ?unit a rap:Recommendation ;
    rap:number ?number ;
    rap:text ?text ;
    rap:cites/rdfs:label ?cited .
  FILTER(LANG(?cited) = "en")
}
LIMIT 20
"""
"""What stands in the editor at first."""

STYLES = (
    "sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk=",
    "sha256-c0O6TmFAkgpNbHxKAa1BrveWHHopjEtC47i0PzMudxg=",
)
"""The two styles that the editor puts into the page: the grips between columns, and the pointer while one is drawn."""


def routes(service: Service) -> list[Route]:
    """The page, and what it is set up with."""

    async def editor(request: Request) -> Response:
        """The page."""
        return page(request, "editor.html", styles=STYLES, here="/editor", queries=list(questions().values()))

    async def setup(request: Request) -> Response:
        """Examples, prefixes and terms."""
        text, tag = _setup()
        if is_fresh(request, tag):
            return not_modified(tag)
        return Response(text, 200, {"ETag": tag, "Cache-Control": "no-cache"}, "application/json")

    return [
        Route("/editor", editor, methods=["GET"]),
        Route("/editor/setup.json", setup, methods=["GET"]),
    ]


@lru_cache(maxsize=1)
def _setup() -> tuple[str, str]:
    """What the editor is set up with, as JSON, and its ETag."""
    said: dict[str, Any] = {
        "start": START,
        "prefixes": {**PREFIXES, "id": Iris.from_setting().root},
        "examples": [{"name": q.name, "text": example(q)} for q in questions().values()],
        **terms(),
    }
    text = json.dumps(said, ensure_ascii=False)
    return text, f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def example(query: Query) -> str:
    """A question as it stands in the editor: its header is a few lines that say what can be put for each UNDEF."""
    body = "\n".join(line for line in query.text.splitlines() if not line.startswith("#+")).strip()
    lines = [f"# {query.summary}"]
    for parameter in query.parameters:
        try:
            term = term_of(parameter, parameter.example) if parameter.example else None
        except UnusableQuery:
            term = None
        such = f", such as {term.n3()}" if term is not None else ""
        lines.append(f"# ?{parameter.name}: {parameter.meaning}{such}")
    return "\n".join([*lines, "", body, ""])
