"""What workers are asked for a parameter's values: a store, a question and a parameter in, what it can be given out."""

from __future__ import annotations

import json
from typing import Any

from rapporteur.query.library import find_query
from rapporteur.query.values import values_of
from rapporteur.serve.asked import CSV, Page, table
from rapporteur.serve.jobs import Written
from rapporteur.store import Store


def values(store: Store, name: str, parameter: str, form: str) -> Written:
    """What a parameter can be given in this store, each value as it is typed into an address.

    Of a parameter that takes any text or number the list is empty.

    :raises UnusableQuery: if the question has no such parameter.
    """
    query = find_query(name)
    found = query.parameter(parameter)
    listed = found is None or found.values or found.allowed
    pairs = [(one.value, one.label) for one in values_of(store, query, parameter)] if listed else []
    page = Page(len(pairs), False, len(pairs))
    if form == CSV:
        return page.before(table(("value", "label"), pairs), form)
    said: dict[str, Any] = {
        "question": name,
        "parameter": parameter,
        "values": [{"value": value, "label": label} for value, label in pairs],
        "complete": bool(listed),
    }
    return page.before(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"), form)
