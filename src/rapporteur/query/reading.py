"""Reading: a reader's own ASK, CONSTRUCT or DESCRIBE, and a graph or a store → yes or no, or a graph of its triples.

A SELECT, whose answer is a table, is `run.ask`; which of them a text is, `grammar.form_of` tells. What a DESCRIBE says
of a thing is for the engine to choose (SPARQL 1.1 Query, section 16.4): rdflib and Oxigraph give the triples that begin
with it, and those of blank nodes that these lead to; servers may give more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from rdflib import Graph

from rapporteur.errors import UnusableQuery, UnusableStore
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.query.grammar import check, form_of, refused
from rapporteur.query.headers import Query
from rapporteur.query.load import union_of
from rapporteur.query.parameters import Given, bind, terms_of
from rapporteur.query.run import prepare_bound
from rapporteur.store import Store, SyntaxRefused
from rapporteur.store.evaluating import rewrite

_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]+):\s*<([^<>\s]+:[^<>\s]*)>", re.IGNORECASE)


def read_other(dataset: Graph | Store, query: Query, params: Mapping[str, Given] | None = None) -> bool | Graph:
    """The answer to a query that is no SELECT: a bool of an ASK, a graph of a CONSTRUCT or DESCRIBE.

    The graph knows the prefixes of the project and those that the query declares.

    :param dataset: a store; or a graph as `load_dataset` gives it.
    :raises UnusableQuery: if the query is broken, would write or reach outside, or a parameter is wrong.
    :raises UnusableStore: if the store cannot answer.
    """
    form = form_of(query)
    check(query, form)
    if isinstance(dataset, Graph):
        whole = union_of(dataset)
        found = whole.query(prepare_bound(query, terms_of(query, params or {}, whole), form))
        return bool(found.askAnswer) if form == "ASK" else _named(found.graph or (), query)
    text = bind(query, terms_of(query, params or {}, dataset))
    try:
        if form == "ASK":
            return dataset.ask(text)
        triples = dataset.construct(text)
    except SyntaxRefused as fault:
        raise refused(query, text, str(fault), form) from fault
    try:
        return _named(Graph(bind_namespaces="none").parse(data=triples, format="nt"), query)
    except ValueError as fault:
        raise UnusableStore(
            f"The answer is no graph: {str(fault).splitlines()[0][:160]}",
            where=dataset.address,
            expected="N-Triples.",
            remedy="Ask with a SELECT, or look into the server's own log.",
        ) from fault


def as_text(said: bool | Graph, as_json: bool = False) -> str:
    """An answer to print: yes or no, or Turtle; as JSON true or false, or JSON-LD. It ends a line."""
    if isinstance(said, bool):
        return f"{str(said).lower() if as_json else 'yes' if said else 'no'}\n"
    if not as_json:
        return said.serialize(format="turtle")
    lines = sorted(said.serialize(format="nt").splitlines(keepends=True))
    found = json.loads(rewrite("".join(lines).encode(), "application/ld+json", {}))
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def refuse_table(query: Query) -> UnusableQuery:
    """The error for who wants rows of a query that gives none."""
    return UnusableQuery(
        f"Rows of a query that gives none: {form_of(query)}.",
        where=str(query.path or query.name),
        expected="a SELECT, where CSV, a limit or an offset is asked for.",
        remedy="Leave these options out, put LIMIT and OFFSET into the query, or write it as a SELECT.",
    )


def _named(triples: Graph | tuple[()], query: Query) -> Graph:
    """The triples with the prefixes by which a reader knows them; none that only rdflib would think of."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in (*PREFIXES.items(), *_DECLARED.findall(query.text)):
        graph.bind(prefix, namespace, replace=True)
    for triple in triples:
        graph.add(triple)
    return graph
