"""What workers are asked of an IRI that is to be resolved: whether anything is said of it, and if not, what is near.

Near is what it may have been meant for: a thing of the same family whose IRI or label is spelt much the same, and the
nearest above it of which something is said.
"""

from __future__ import annotations

import difflib
import json

from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.serve.asked import JSON, Page
from rapporteur.serve.jobs import Written
from rapporteur.store import Store

MOST = 5
"""Things that are named as near."""
_LOOKED_AT = 5000
"""Things of a family whose spelling is compared."""
_ALIKE = 0.6
_CLASSES = {
    "decision": ("Decision",),
    "document": ("Report", "Document"),
    "instrument": ("Instrument", "Provision"),
    "meeting": ("Meeting", "AgendaItem"),
    "organization": ("Organization",),
    "publication": ("Publication",),
    "state": ("State", "Organization"),
}
_ABOVE = 12
"""Steps that are taken upwards."""


def known(store: Store, iri: str) -> Written:
    """Whether something is said of a thing or points at it; if not, at most five that are near, with their labels.

    :param iri: in full, each step percent-encoded as our IRIs are, so that it can stand in a query.
    """
    there = _is_known(store, iri)
    near = [] if there else _near(store, iri)
    said = {"known": there, "near": [{"iri": one, "label": label} for one, label in near]}
    return Page(len(near), False, None).before(json.dumps(said, ensure_ascii=False).encode(), JSON)


def _is_known(store: Store, iri: str) -> bool:
    one = f"SELECT ?p WHERE {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} }} LIMIT 1"
    return bool(store.select(one).rows)


def _near(store: Store, iri: str) -> list[tuple[str, str]]:
    root = Iris.from_setting().root
    family, _, wanted = iri.removeprefix(root).partition("/")
    found: dict[str, str] = {}
    for class_ in _CLASSES.get(family, ()):
        listed = _labelled(store, class_)
        keys: dict[str, list[str]] = {}
        for one, label in listed.items():
            if one.startswith(f"{root}{family}/"):
                keys.setdefault(one.removeprefix(f"{root}{family}/").casefold(), []).append(one)
                keys.setdefault(label.casefold().replace(" ", "-"), []).append(one)
        for key in difflib.get_close_matches(wanted.casefold(), keys, n=MOST, cutoff=_ALIKE):
            found |= {one: listed[one] for one in keys[key]}
    above = iri
    for _ in range(_ABOVE):
        above = above.rpartition("/")[0]
        if len(above) <= len(root):
            break
        if _is_known(store, above):
            found.setdefault(above, _label(store, above))
            break
    return list(found.items())[:MOST]


def _labelled(store: Store, class_: str) -> dict[str, str]:
    """Things of a class with one label each."""
    text = (
        f"SELECT ?thing (SAMPLE(?name) AS ?label) WHERE {{ ?thing a <{PREFIXES['rap']}{class_}> ; "
        f'<{PREFIXES["rdfs"]}label> ?name FILTER(LANG(?name) IN ("", "en")) }} '
        f"GROUP BY ?thing ORDER BY ?thing LIMIT {_LOOKED_AT}"
    )
    return {row[0].value: row[1].value for row in store.select(text).rows if row[0] and row[1]}


def _label(store: Store, iri: str) -> str:
    text = f"SELECT ?name WHERE {{ <{iri}> <{PREFIXES['rdfs']}label> ?name }} ORDER BY ?name LIMIT 1"
    return next((row[0].value for row in store.select(text).rows if row[0]), "")
