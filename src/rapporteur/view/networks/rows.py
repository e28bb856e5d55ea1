"""Rows: the answer to any question → a network of what its rows name together.

A row ties two things: the first two columns that hold IRIs, or those one names. Everything else in the row is told on
the edge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import networkx as nx

from rapporteur.errors import UnusableQuery
from rapporteur.query import Query, Rows, ask, find_query
from rapporteur.query.parameters import Given
from rapporteur.view.networks.draft import Draft
from rapporteur.view.networks.facts import Source, askable, read_facts
from rapporteur.view.networks.kinds import KINDS
from rapporteur.view.networks.words import short_of

_KINDS = {"document": "document", "instrument": "provision", "publication": "document", "meeting": "thing"}
_INNER = {"recommendation": "recommendation", "paragraph": "paragraph", "section": "section", "note": "note"}


def network_of_query(
    source: Source,
    query: str | Path | Query,
    params: Mapping[str, Given] | None = None,
    ends: Sequence[str] = (),
) -> nx.MultiDiGraph:
    """The answer to a question as a network.

    Nodes: the IRIs in two of its columns. Edges: a row each, or one for rows alike in both ends; other columns are
    told in the edge's ``told``. Weight: how many rows. Direction: from the first column to the second. Where links
    tie the two ends, or a column ``link`` or ``evidence`` names one, the edge has them.

    Not good for: questions about one thing at a time; counting links, for a row may rest on none or on many.

    :param source: whatever holds reports; see `facts.Source`. Of `Facts` nothing more can be asked.
    :param query: the name of a carried question, or a ``.rq`` file, a SELECT.
    :param ends: the two columns; without them, the first two that hold IRIs.
    :raises UnusableQuery: if the question is unknown or broken, or has no two columns of IRIs.
    """
    asked = query if isinstance(query, Query) else find_query(query)
    store = askable(source)
    answer = ask(store, asked, params)
    first, second = _ends(answer, asked.name, ends)
    draft = Draft(read_facts(store), nx.MultiDiGraph(name=asked.name))
    between: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (one, _, other), links in draft.facts.links.items():
        between[one, other].extend(links)
    for row in answer.rows:
        told = dict(zip(answer.columns, row, strict=True))
        ends_ = str(told.pop(first) or ""), str(told.pop(second) or "")
        if not all(ends_):
            continue
        for iri in ends_:
            draft.node(iri, **({} if iri in draft.facts.things else _unknown(iri)))
        named = [str(told[key]) for key in ("link", "evidence") if draft.facts.knows(str(told.get(key)))]
        said = "; ".join(f"{key}: {value}" for key, value in told.items() if value is not None and not _is_iri(value))
        if draft.network.has_edge(*ends_, "row"):
            draft.network.edges[(*ends_, "row")]["told"] += f"\n{said}"
        draft.edge(*ends_, "row", named or between.get(ends_, ()), weight=1, told=said)
    return draft.finish(
        projection=f"query-{asked.name}",
        title=asked.summary or asked.name,
        nodes_are=f"what the columns {first} and {second} name",
        edges_are="rows of the answer",
        weight_is="how many rows",
        direction_is=f"from {first} to {second}",
        missing=f"the question {asked.name} gave no row with both ends.",
    )


def _ends(answer: Rows, name: str, ends: Sequence[str]) -> tuple[str, str]:
    """The two columns whose values are tied."""
    filled = {
        column: [row[at] for row in answer.rows if row[at] is not None] for at, column in enumerate(answer.columns)
    }
    iris = [column for column, values in filled.items() if values and all(_is_iri(value) for value in values)]
    if ends:
        missing = [column for column in ends if column not in answer.columns]
        if len(ends) == 2 and not missing and ends[0] != ends[1]:
            return ends[0], ends[1]
        raise UnusableQuery(
            f"The ends {', '.join(ends)}.",
            where=f"the question {name}",
            expected=f"two different columns of {', '.join(answer.columns)}.",
            remedy="Name two of these.",
        )
    usable = [column for column in iris if column not in ("link", "evidence")]
    if len(usable) >= 2:
        return usable[0], usable[1]
    if not answer.rows and len(answer.columns) >= 2:
        return answer.columns[0], answer.columns[1]
    raise UnusableQuery(
        f"Columns with IRIs: {', '.join(usable) or 'none'}.",
        where=f"the question {name}",
        expected="two columns of IRIs, whose things each row ties together.",
        remedy="Choose another question, or write a .rq that selects two things, such as ?unit and ?target.",
    )


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://", "urn:")) and " " not in value


def _unknown(iri: str) -> dict[str, str]:
    """What can be told of a thing by its IRI alone: kind and name."""
    inner = iri.split("/id/", 1)[-1]
    segments = inner.split("/")
    kind = next((_INNER[part] for part in reversed(segments) if part in _INNER), "")
    kind = kind or (segments[0] if segments[0] in KINDS else _KINDS.get(segments[0], "thing"))
    label = inner.split("/", 1)[-1] if "/" in inner and "://" not in inner else inner.rsplit("/", 1)[-1]
    return {"kind": kind, "label": label, "short": short_of(kind, label)}
