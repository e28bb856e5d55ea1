"""The facts of a report for a reader who has nothing else: its graph, and who and what it names.

The report's own graph says "state/LBY"; here the class, the labels and the parent of every such thing
stand beside, taken from the shared graph of authorities.
"""

from __future__ import annotations

from collections import defaultdict

from rdflib import URIRef

from rapporteur.graph.built import Built
from rapporteur.graph.vocabulary import LABEL, PART_OF, SKOS, TYPE, Triple

_PARENTS = {PART_OF, SKOS["broader"], SKOS["inScheme"]}
_SHOWN = {TYPE, LABEL} | _PARENTS


def facts_with_names(built: Built) -> frozenset[Triple]:
    """The report's graph with class, label and parent of every entity it names, and of those parents."""
    shown: dict[URIRef, list[Triple]] = defaultdict(list)
    for triple in built.authority_triples:
        if triple[1] in _SHOWN:
            shown[triple[0]].append(triple)
    found: set[Triple] = set(built.facts)
    waiting = {value for _, _, value in built.facts if isinstance(value, URIRef) and value in shown}
    done: set[URIRef] = set()
    while waiting:
        thing = waiting.pop()
        done.add(thing)
        for triple in shown[thing]:
            found.add(triple)
            above = triple[2]
            if triple[1] in _PARENTS and isinstance(above, URIRef) and above in shown and above not in done:
                waiting.add(above)
    return frozenset(found)
