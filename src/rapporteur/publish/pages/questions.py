"""The catalogue: every documented question, what the published reports answer, and the query to ask it elsewhere."""

from __future__ import annotations

import csv
import io

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.iris import Iris
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import Table
from rapporteur.publish.pages.here import Here
from rapporteur.query import Query, list_queries
from rapporteur.query.library import under
from rapporteur.query.run import ask_store
from rapporteur.store.asking import Answer, Change, Store, Term
from rapporteur.store.bundle import Bundle
from rapporteur.store.embedded import MemoryStore

MOST = 300
"""Rows shown of an answer; all of them stand in the CSV file beside it."""


def write_questions(pages: Pages) -> int:
    """Write the list of questions and a page for each; how many."""
    store = _store(pages)
    root = pages.site.root
    queries = [under(query, root) for query in list_queries() if not query.name.startswith("network-")]
    for query in queries:
        _write(pages, query, ask_store(store, query, {}))
    pages.write("questions/index.html", "questions.html", "Questions", queries=queries)
    return len(queries)


def _store(pages: Pages) -> Store:
    """All that is published, in memory."""
    iris = Iris(pages.site.base)
    store = MemoryStore("the publication", str(iris.graph("manifest")))
    changes = [Change(graph.name, (), Bundle(graph.name, (graph,))) for graph in pages.site.shared.values()]
    store.apply([*changes, *(Change(str(r.document), (), r.source.read()) for r in pages.site.reports)], "publish")
    return store


def _write(pages: Pages, query: Query, answer: Answer) -> None:
    path = f"questions/{query.name}/index.html"
    here = Here(pages, path)
    rows = [[_cell(here, term) for term in row] for row in answer.rows[:MOST]]
    pages.write(
        path,
        "question.html",
        query.summary,
        query=query,
        table=Table([column.replace("_", " ") for column in answer.variables], rows),
        total=len(answer.rows),
    )
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(answer.variables)
    writer.writerows([[term.value if term else "" for term in row] for row in answer.rows])
    pages.writer.write(f"questions/{query.name}/answer.csv", text.getvalue())
    pages.writer.write(f"questions/{query.name}/query.rq", query.text)


def _cell(here: Here, term: Term | None) -> Markup:
    if term is None:
        return Markup("")
    if term.kind == "uri":
        return here.link(URIRef(term.value))
    return Markup.escape(term.value)
