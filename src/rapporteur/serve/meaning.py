"""What workers are asked of words: which thing they mean, and whether anything is said of it in this store."""

from __future__ import annotations

import json
from dataclasses import asdict

from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.resolving import Resolved, resolve
from rapporteur.serve.asked import JSON, Page
from rapporteur.serve.jobs import Written
from rapporteur.store import Store


def meaning(store: Store, words: str) -> Written:
    """The thing, or the rivals and the reason, as `resolving` has them; with each whether the store speaks of it.

    The day of a document is taken from the store, where that says it.

    :raises UnusableInput: if there are no words, or too many.
    """
    found = resolve(words)
    if isinstance(found, Resolved) and found.akn_number and not found.akn and (issued := _issued(store, found.iri)):
        found = resolve(words, issued=issued)
    if isinstance(found, Resolved):
        said = {"resolved": True, **asdict(found), "here": _is_here(store, found.iri)}
    else:
        rivals = [{**asdict(one), "here": _is_here(store, one.iri)} for one in found.rivals]
        said = {"resolved": False, **asdict(found), "rivals": rivals}
    return Page(1, False, None).before(json.dumps(said, ensure_ascii=False).encode(), JSON)


def _is_here(store: Store, iri: str) -> bool:
    text = f"SELECT ?p WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }} LIMIT 1"
    return _fits(iri) and bool(store.select(text).rows)


def _issued(store: Store, iri: str) -> str:
    text = f"SELECT ?day WHERE {{ <{iri}> <{PREFIXES['dcterms']}issued> ?day }} ORDER BY ?day LIMIT 1"
    return next((row[0].value for row in store.select(text).rows if row[0]), "") if _fits(iri) else ""


def _fits(iri: str) -> bool:
    """Whether it can stand between angle brackets in a query."""
    return not any(ord(sign) <= 0x20 or sign in '<>"{}|^`\\' for sign in iri)
