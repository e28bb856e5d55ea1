"""Graphs into a dataset: the files of a build, and the ontology and authorities that all reports share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from rdflib import Dataset, Graph, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from rapporteur.authorities import Authorities, load_authorities
from rapporteur.errors import UnusableInput
from rapporteur.graph.books import authority_triples
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import Triple
from rapporteur.resources import resource


def fill(dataset: Dataset, name: URIRef, triples: Iterable[Triple]) -> None:
    """Add triples to the graph of a dataset."""
    graph = dataset.graph(name)
    for triple in triples:
        graph.add(triple)


@lru_cache(maxsize=1)
def ontology_triples() -> frozenset[Triple]:
    """The vocabulary and its alignments, read once a process."""
    graph = Graph()
    for path in sorted(resource("ontology").glob("*.ttl")):
        graph.parse(path, format="turtle")
    return frozenset(graph)  # type: ignore[arg-type]


def add_shared_graphs(dataset: Dataset, authorities: Authorities, iris: Iris) -> None:
    """Add the ontology and the authorities, each as the named graph ``id/graph/…``."""
    fill(dataset, iris.graph("ontology"), ontology_triples())
    fill(dataset, iris.graph("authorities"), authority_triples(authorities, iris))


def load_built(path: str | Path, base: str | None = None) -> Dataset:
    """Read ``NAME.trig`` and add the graphs that all reports share; the default graph is the union.

    :raises UnusableInput: if there is no such file or it is no TriG.
    """
    path = Path(path)
    if not path.is_file():
        raise UnusableInput(
            "There is no such graph.",
            where=str(path),
            expected="a NAME.trig that `rapporteur build` wrote.",
            remedy="Build the report first, or name another file.",
        )
    dataset = Dataset(default_union=True)
    try:
        dataset.parse(path, format="trig")
    except (BadSyntax, ParserError, UnicodeDecodeError) as fault:
        raise UnusableInput(
            f"The graph cannot be read: {fault}.",
            where=str(path),
            expected="TriG.",
            remedy="Build the report again with `rapporteur build`.",
        ) from fault
    add_shared_graphs(dataset, load_authorities(), Iris.from_setting(base))
    return dataset
