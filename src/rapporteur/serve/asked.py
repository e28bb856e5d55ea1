"""What workers are asked for the catalogue: a store, a question and its parameters in, one page of its answer out.

A page goes out as bytes whose first line says what there is beside it, so that what has been written here is not read
again by the process that serves it; see `Page`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, cast

from rapporteur.query.grammar import is_sliced
from rapporteur.query.headers import Query
from rapporteur.query.library import find_query
from rapporteur.query.run import Value, ask, ask_store
from rapporteur.query.run import page as page_of
from rapporteur.query.searching import search_of
from rapporteur.query.values import nearest
from rapporteur.search import Following
from rapporteur.serve.jobs import Written
from rapporteur.store import Store, Term

JSON = "application/json"
CSV = "text/csv"
RESULTS = "application/sparql-results+json"
FURTHEST = 10**12
"""The most rows that a page may pass over."""

FORMS = (JSON, CSV, RESULTS)

HIT_COLUMNS = ("score", "kind", "number", "report", "label", "iri", "start", "end", "page", "snippet")
"""Of a search as CSV."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the first line of an answer says of it.

    :ivar rows: on this page.
    :ivar more: whether there is another page.
    :ivar total: rows on all pages; None where they were not counted.
    :ivar stale: what an index lacks of its store; "" where nothing.
    """

    rows: int
    more: bool
    total: int | None
    stale: str = ""

    def before(self, body: bytes, form: str) -> Written:
        """An answer in a form, with this as its first line."""
        return Written(json.dumps(asdict(self)).encode() + b"\n" + body, form, self.rows)

    @classmethod
    def read(cls, line: bytes) -> Page:
        """The page that a first line tells of."""
        return cls(**json.loads(line))


def rows(store: Store, name: str, params: Mapping[str, str], limit: int, offset: int, form: str, next: str) -> Written:
    """One page of the answer to a question.

    :param limit: rows on the page; ``offset``: rows before it.
    :param form: one of `FORMS`.
    :param next: the address of the next page, which JSON tells where there is one.
    :raises UnusableQuery: if a parameter is unknown or of the wrong type.
    """
    query = find_query(name)
    asked, sliced = paged(query, limit, offset)
    if form == RESULTS:
        answer = ask_store(store, asked, params)
        page, kept = _page(answer.rows, limit, offset, sliced)
        return page.before(_results(answer.variables, kept, next if page.more else ""), form)
    found = ask(store, asked, params)
    page, kept = _page(found.rows, limit, offset, sliced)
    if form == CSV:
        return page.before(table(found.columns, kept), form)
    said = {
        "question": query.name,
        "summary": query.summary,
        "parameters": {p.name: params.get(p.name, p.default) for p in query.parameters},
        "columns": columns_of(query, found.columns),
        "rows": [dict(zip(found.columns, row, strict=True)) for row in kept],
        "offset": offset,
        "limit": limit,
        "total": page.total,
        "next": next if page.more else None,
        "note": "" if kept or offset else nearest(store, query, params),
    }
    return page.before(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"), form)


def search(
    store: Store,
    words: str,
    filters: Mapping[str, Sequence[str]],
    limit: int,
    offset: int,
    facets: bool,
    form: str,
    next: str,
) -> Written:
    """One page of what a search finds in the index as it is.

    :raises UnusableQuery: if the words cannot be read; it shows the place with a caret.
    """
    given: dict[str, Any] = dict(filters)
    found = index_of(store).search(words, limit=limit, offset=offset, facets=facets, refresh=False, **given)
    more = offset + len(found.hits) < found.total and limit > 0
    page = Page(len(found.hits), more, found.total, found.stale)
    if form == CSV:
        hits = [[getattr(hit, name) for name in HIT_COLUMNS[:-1]] + [hit.marked()] for hit in found.hits]
        return page.before(table(HIT_COLUMNS, hits), form)
    said = {**found.as_json(), "limit": limit, "next": next if more else None}
    return page.before(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"), form)


def index_of(store: Store) -> Following:
    """The search of the store that this worker has open."""
    return _index(cast(Any, store))


@lru_cache(maxsize=1)
def _index(store: Any) -> Following:
    return search_of(store)


def paged(query: Query, limit: int, offset: int) -> tuple[Query, bool]:
    """The question for one page and one row more, and whether the engine is to cut it.

    A question that has a LIMIT of its own is asked as it stands.
    """
    return (query, False) if is_sliced(query) else (page_of(query, limit + 1, offset), True)


def columns_of(query: Query, names: Sequence[str]) -> list[dict[str, str]]:
    """The columns of an answer, each with what it holds, and where it holds numbers what they count."""
    return [
        {"name": name, "meaning": query.columns.get(name, "")}
        | ({"unit": query.units[name]} if name in query.units else {})
        for name in names
    ]


def table(columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """Rows as CSV (RFC 4180), UTF-8; what is unbound is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    return text.getvalue().encode("utf-8", "replace")


def _page(found: Sequence[Any], limit: int, offset: int, sliced: bool) -> tuple[Page, Sequence[Any]]:
    """The rows of the page out of those found, one more than it has or all there are."""
    if not sliced:
        kept = found[offset : offset + limit]
        return Page(len(kept), offset + limit < len(found), len(found)), kept
    kept = found[:limit]
    more = len(found) > limit
    known = not more and (bool(kept) or not offset)
    return Page(len(kept), more, offset + len(kept) if known else None), kept


def _results(variables: Sequence[str], rows: Sequence[Sequence[Term | None]], next: str) -> bytes:
    """Rows in the SPARQL 1.1 Query Results JSON Format; the next page is a link of its head."""
    bindings = [
        {name: _term(term) for name, term in zip(variables, row, strict=True) if term is not None} for row in rows
    ]
    head = {"vars": list(variables), **({"link": [next]} if next else {})}
    said = {"head": head, "results": {"bindings": bindings}}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")


def _term(term: Term) -> dict[str, str]:
    said = {"type": term.kind, "value": term.value}
    if term.language:
        said["xml:lang"] = term.language
    elif term.datatype:
        said["datatype"] = term.datatype
    return said
