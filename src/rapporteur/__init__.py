"""Rapporteur: the report of an intergovernmental meeting in, a knowledge graph out, every link with its words.

One verb a room: `read_report`, `find_mentions`, `link_mentions`, `build_graph`, `check_graph`, `score_graph`; and
`build_report` for the whole way, `link_text` for a passage. `resolve` says what a symbol or a citation means.
`rapporteur.open` gives one object that answers, for a file, a store or a server; `bundled_report` one to begin with.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rapporteur.check import check_graph as check_graph
    from rapporteur.find import find_mentions as find_mentions
    from rapporteur.graph import build_graph as build_graph
    from rapporteur.graph import write_built as write_built
    from rapporteur.link import link_mentions as link_mentions
    from rapporteur.notebook import bundled_report as bundled_report
    from rapporteur.pipeline import build_many as build_many
    from rapporteur.pipeline import build_report as build_report
    from rapporteur.pipeline import link_text as link_text
    from rapporteur.publish import publish_site as publish_site
    from rapporteur.query import open as open
    from rapporteur.query import run_query as run_query
    from rapporteur.read import read_report as read_report
    from rapporteur.resolving import resolve as resolve
    from rapporteur.score import score_graph as score_graph
    from rapporteur.search import related_parts as related_parts
    from rapporteur.search import search_reports as search_reports

_VERBS = {
    "read_report": "read",
    "find_mentions": "find",
    "link_mentions": "link",
    "link_text": "pipeline",
    "build_report": "pipeline",
    "build_many": "pipeline",
    "build_graph": "graph",
    "write_built": "graph",
    "check_graph": "check",
    "publish_site": "publish",
    "run_query": "query",
    "open": "query",
    "search_reports": "search",
    "related_parts": "search",
    "score_graph": "score",
    "resolve": "resolving",
    "bundled_report": "notebook",
}

__all__ = sorted(_VERBS.keys() - {"open"})  # a star import must not hide the built-in


def __getattr__(name: str) -> Any:
    """Open a room when its verb is first used: reading a report needs no SHACL engine."""
    if name in _VERBS:
        return getattr(import_module(f"rapporteur.{_VERBS[name]}"), name)
    raise AttributeError(f"rapporteur has no {name!r}; it has {', '.join(sorted(_VERBS))}")
