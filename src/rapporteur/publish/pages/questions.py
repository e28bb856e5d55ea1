"""The catalogue: every documented question, what the published reports answer, and the query to ask it elsewhere."""

from __future__ import annotations

import contextlib
import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.bases import chosen_base
from rapporteur.graph.iris import Iris
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import Table
from rapporteur.publish.pages.here import Here
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.query import Query, list_queries
from rapporteur.query.run import ask_store
from rapporteur.store.asking import Answer, Change, Store, Term
from rapporteur.store.bundle import Bundle
from rapporteur.store.embedded import EmbeddedStore, MemoryStore

IN_MEMORY = 8
"""Reports that are asked in memory, where each takes some 40 MB."""
MOST = 300
"""Rows shown of an answer; all of them stand in the CSV file beside it."""


def write_questions(pages: Pages) -> int:
    """Write the list of questions and a page for each; how many."""
    with store_of(pages.site, pages.site.reports) as store:
        queries = [query for query in list_queries() if not query.name.startswith("network-")]
        for query in queries:
            _write(pages, query, ask_store(store, query, {}))
    pages.write("questions/index.html", "questions.html", "Questions", queries=queries)
    return len(queries)


@contextlib.contextmanager
def store_of(site: Site, reports: Sequence[PublishedReport]) -> Iterator[Store]:
    """Reports of a site with what all share, to be asked: in memory; many in a folder that is removed afterwards.

    Questions are about the base of the site meanwhile, whatever the setting says.
    """
    manifest = str(Iris(site.base).graph("manifest"))
    with contextlib.ExitStack() as closing:
        closing.enter_context(chosen_base(site.base))
        if len(reports) <= IN_MEMORY:
            store: Store = MemoryStore("the publication", manifest)
        else:
            folder = closing.enter_context(tempfile.TemporaryDirectory(prefix="rapporteur-publish-"))
            store = EmbeddedStore(Path(folder) / "store", manifest)
        store.apply(_changes(site, reports), "publish")
        closing.callback(store.release)
        yield store


def _changes(site: Site, reports: Sequence[PublishedReport]) -> Iterator[Change]:
    """The graphs, a report at a time."""
    for graph in site.shared.values():
        yield Change(graph.name, (), Bundle(graph.name, (graph,)))
    for report in reports:
        yield Change(str(report.document), (), report.source.read())


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
