"""Search: built graphs in, one index file; words and filters in, ranked hits with what was found marked.

`search_reports` and `related_parts` take an index, its file, or built graphs; `index_graphs` keeps an index of files,
`Following` one of whatever tells the hashes and facts of its reports, such as a store.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeGuard

from rapporteur.search.answer import Count, Found, Hit
from rapporteur.search.asking import ask
from rapporteur.search.filters import FILTERS, Given
from rapporteur.search.following import Following, Origin
from rapporteur.search.index import Indexed, SearchIndex, Staleness
from rapporteur.search.meaning import Embedder, Vectors, ask_alike
from rapporteur.search.parts import FACETS, KINDS, parts_of
from rapporteur.search.placing import cache_of
from rapporteur.search.related import ask_related
from rapporteur.search.schema import UnusableIndex
from rapporteur.search.sources import cache_place, facts_of, index_graphs, is_index, staleness

Where = SearchIndex | Path | str | Sequence[Path | str] | Any  # an rdflib graph, whose library lives in other rooms
"""An open index, its path, folders and files of built graphs, an rdflib `Graph` or `Dataset`, or a list of facts."""


def search_reports(
    where: Where,
    words: str = "",
    *,
    limit: int = 20,
    offset: int = 0,
    facets: bool = True,
    **filters: Given,
) -> Found:
    """Search the words of reports.

    Of graphs on disk an index is kept in the user's cache; an rdflib graph is indexed for this one search.

    :param where: what to search, as `Where` says.
    :param words: words, ``"phrases"``, ``begin*``, ``AND``, ``OR``, ``NOT`` and parentheses; "" for all that the
        filters let through.
    :param limit: hits on the page, 0 to 1000.
    :param filters: ``report``, ``kind``, ``state``, ``organization``, ``mentioned``, ``speaker``, ``recommender``,
        ``participant``, ``addressee``, ``strength``, ``theme``, ``provision``: each a value or several alternatives.
    :raises UnusableQuery: if the words cannot be read (with a caret at the place), or a filter is unknown.
    :raises UnusableIndex: if the index is damaged or none; `UnusableInput` if a graph cannot be read.
    """
    with _opened(where) as index:
        return ask(index, words, limit=limit, offset=offset, facets=facets, **filters)


def related_parts(where: Where, iri: str, *, limit: int = 10, offset: int = 0, **filters: Given) -> Found:
    """The parts of reports whose words are most like those of one part, of its own kind unless ``kind`` is given.

    :param iri: of the part, in full or what follows ``id/``.
    :raises UnusableQuery: if the index holds no such part.
    """
    with _opened(where) as index:
        return ask_related(index, iri, limit=limit, offset=offset, **filters)


@contextmanager
def _opened(where: Where) -> Iterator[SearchIndex]:
    """The index meant, closed afterwards if it was opened for this."""
    if isinstance(where, SearchIndex):
        yield where
        return
    if isinstance(where, Path | str) and is_index(Path(where)):
        index = SearchIndex(where)
    elif _names_files(where):
        index = index_graphs(where)
    else:
        facts: Any = where
        index = SearchIndex(None, writing=True)
        for report in parts_of(facts).values():
            index.write(report)
    with index:
        yield index


def _names_files(where: Where) -> TypeGuard[Path | str | Sequence[Path | str]]:
    """Whether paths are meant, not facts."""
    return isinstance(where, Path | str) or (
        isinstance(where, list | tuple) and all(isinstance(one, Path | str) for one in where)
    )


__all__ = [
    "FACETS",
    "FILTERS",
    "KINDS",
    "Count",
    "Embedder",
    "Following",
    "Found",
    "Hit",
    "Indexed",
    "Origin",
    "SearchIndex",
    "Staleness",
    "UnusableIndex",
    "Vectors",
    "ask",
    "ask_alike",
    "ask_related",
    "cache_of",
    "cache_place",
    "facts_of",
    "index_graphs",
    "related_parts",
    "search_reports",
    "staleness",
]
