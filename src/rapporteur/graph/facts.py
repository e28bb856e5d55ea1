"""Names for what a graph names: facts or evidence in, the same out with the names of every entity.

A report says "state/LBY"; who opens its graph alone, without the shared graph of authorities, still reads a name. The
facts get class, labels and parent, the evidence labels only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rdflib import URIRef

from rapporteur.graph.vocabulary import LABEL, PART_OF, SCHEMA, SKOS, TYPE, Triple

_PARENTS = {PART_OF, SCHEMA["parentOrganization"], SKOS["broader"], SKOS["inScheme"]}
_SHOWN = {TYPE, LABEL} | _PARENTS


def with_names(facts: Iterable[Triple], authorities: Iterable[Triple]) -> frozenset[Triple]:
    """The facts with class, label and parent of every entity it names, and of those parents."""
    shown: dict[URIRef, list[Triple]] = defaultdict(list)
    for triple in authorities:
        if triple[1] in _SHOWN:
            shown[triple[0]].append(triple)
    found: set[Triple] = set(facts)
    waiting = {value for _, _, value in found if isinstance(value, URIRef) and value in shown}
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


def with_labels(evidence: Iterable[Triple], *elsewhere: Iterable[Triple]) -> frozenset[Triple]:
    """The evidence with the labels that other graphs give to what it names, so that it can be read alone."""
    found = set(evidence)
    named = {term for subject, _, value in found for term in (subject, value) if isinstance(term, URIRef)}
    return frozenset(found.union(triple for graph in elsewhere for triple in graph if _labels(triple, named)))


def _labels(triple: Triple, named: set[URIRef]) -> bool:
    return triple[1] == LABEL and triple[0] in named
