"""What workers are asked for a parameter's values: a store, a question and a parameter in, what it can be given out."""

from __future__ import annotations

import json
from typing import Any

from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.headers import ANY, Parameter
from rapporteur.query.library import find_query
from rapporteur.serve.asked import CSV, Page, table
from rapporteur.serve.jobs import Written
from rapporteur.store import Store

MOST = 5000
"""Values that are listed."""

_CLASSES = {
    "concept": "skos:Concept",
    "state": "rap:State",
    "document/": "rap:Report",
    "instrument/": "rap:Instrument",
}


def values(store: Store, name: str, parameter: str, form: str) -> Written:
    """What a parameter can be given in this store, each value as it is typed into an address."""
    found = find_query(name).parameter(parameter)
    if found is None:
        raise ValueError(f"{name} has no {parameter}")
    listed = [(value, "") for value in found.values] or _in_store(store, found)
    if found.default != ANY and found.default and found.default not in dict(listed) and not found.values:
        listed.insert(0, (found.default, ""))
    page = Page(len(listed), False, len(listed))
    if form == CSV:
        return page.before(table(("value", "label"), listed), form)
    said: dict[str, Any] = {
        "question": name,
        "parameter": parameter,
        "values": [{"value": value, "label": label} for value, label in listed],
        "complete": bool(found.values) or found.type in ("concept", "state"),
    }
    return page.before(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"), form)


def _in_store(store: Store, parameter: Parameter) -> list[tuple[str, str]]:
    """The things in the store that a parameter can be given, with their labels; none for texts and numbers."""
    kind = _CLASSES.get(parameter.type) or _CLASSES.get(parameter.under)
    if kind is None:
        return []
    room = Iris.from_setting().root + parameter.under
    text = (
        f"PREFIX rap: <{PREFIXES['rap']}>\nPREFIX rdfs: <{PREFIXES['rdfs']}>\nPREFIX skos: <{PREFIXES['skos']}>\n"
        f"SELECT ?thing (SAMPLE(?name) AS ?label) WHERE {{ ?thing a {kind} .\n"
        f'  FILTER(STRSTARTS(STR(?thing), "{room}"))\n'
        '  OPTIONAL { ?thing rdfs:label ?name FILTER(LANG(?name) IN ("", "en")) }\n'
        f"}} GROUP BY ?thing ORDER BY ?thing LIMIT {MOST}"
    )
    return [
        (row[0].value.removeprefix(room), row[1].value if row[1] is not None else "")
        for row in store.select(text).rows
        if row[0] is not None
    ]
