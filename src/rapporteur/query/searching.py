"""A store in, its search out: an index that follows the store's manifest, and lies beside what it is an index of.

The index of a store on disk is a file in the store's folder; of a server, and of built graphs, in the user's cache.
What cannot be written there goes to the cache, else into memory. Nothing of this is done when a store is loaded: the
first search makes the index, and each later one puts and drops the reports whose hash in the manifest has changed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.search import Following, cache_of, facts_of
from rapporteur.store.folder import MARK

if TYPE_CHECKING:
    from rapporteur.search.parts import Facts
    from rapporteur.store import Store

NAME = "search.sqlite"
"""The index in the folder of a store."""

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("rap", "dcterms", "rdfs"))
_SIZES = (
    f"{_PREFIXES}SELECT ?report (COUNT(?text) AS ?parts) (SUM(STRLEN(STR(?text))) AS ?signs) WHERE {{\n"
    "  ?report a rap:Report . OPTIONAL { ?part rap:inDocument ?report ; rap:text ?text }\n} GROUP BY ?report"
)
"""Where nobody keeps hashes: how many texts each report has, and how long they are together."""
_FACTS = (
    f"{_PREFIXES}CONSTRUCT {{\n"
    "  ?s ?p ?o . ?o a ?type ; rdfs:label ?label ; dcterms:isPartOf ?first . ?first rdfs:label ?one ;\n"
    "  dcterms:isPartOf ?second . ?second rdfs:label ?two ; dcterms:isPartOf ?third . ?third rdfs:label ?three\n"
    "} WHERE {\n"
    "  { BIND(<REPORT> AS ?s) } UNION { ?s rap:inDocument <REPORT> }\n"
    "  UNION { ?place rap:inDocument <REPORT> . ?s rap:recordedIn ?place }\n"
    "  ?s ?p ?o\n"
    "  OPTIONAL { ?o a ?type } OPTIONAL { ?o rdfs:label ?label }\n"
    "  OPTIONAL { ?o dcterms:isPartOf ?first . ?first rdfs:label ?one\n"
    "    OPTIONAL { ?first dcterms:isPartOf ?second . ?second rdfs:label ?two\n"
    "      OPTIONAL { ?second dcterms:isPartOf ?third . ?third rdfs:label ?three } } }\n"
    "}"
)
"""What a search needs of a report: itself, its parts, what they record, and what these name, three steps up."""


def search_of(store: Store) -> Following:
    """The search of a store.

    One object serves many threads, each of which calls ``search(words, limit=…, offset=…, **filters)``. What serves
    requests gives ``refresh=False`` and calls ``refresh()`` now and then in a thread of its own.
    """
    return Following(_Reports(store), places_of(store))


def told_late(after: float = 2.0) -> Callable[[str], None]:
    """What tells the steps of work on standard error, on one line, once it has taken so many seconds."""
    begun = time.monotonic()

    def tell(step: str) -> None:
        if time.monotonic() - begun > after:
            print(f"\r{step[:78]:78}", end="", file=sys.stderr, flush=True)

    return tell


def places_of(store: Store) -> tuple[Path, ...]:
    """Where the index of a store may lie, the best place first."""
    if store.address.startswith(("http://", "https://")):
        return (cache_of(f"store {store.address}"),)
    folder = Path(store.address).resolve()
    cache = cache_of(f"store {folder}")
    return (folder / NAME, cache) if (folder / MARK).is_file() else (cache,)


class _Reports:
    """The reports of a store, as an index follows them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._graphs: dict[str, str] = {}

    def state(self) -> str:
        """The state of the manifest; none, so that hashes are compared, where a store that others filled has none."""
        return self._store.state() if self._graphs else ""

    def hashes(self) -> Mapping[str, str]:
        """The reports and the hashes of the graphs that hold their facts."""
        entries = [entry for entry in self._store.entries() if entry.graph == f"{entry.document}/graph"]
        self._graphs = {entry.document: entry.graph for entry in entries}
        if entries:
            return {entry.document: entry.sha256 for entry in entries}
        found = {}
        for row in self._store.select(_SIZES).rows:
            report, parts, signs = ("" if term is None else term.value for term in row)
            found[report] = f"{parts} parts, {signs or 0} signs"
        return found

    def facts(self, report: str) -> Facts:
        """The triples that a report's own graph holds."""
        graph = self._graphs.get(report)
        return facts_of(self._store.graph(graph) if graph else self._store.construct(_FACTS.replace("REPORT", report)))
