"""Statistics: the triples of a dataset in, what VoID says of it out: sizes, classes, properties, links to others.

Everything is counted from the triples that are published; nothing is taken over from a summary.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import URIRef

from rapporteur.graph.vocabulary import TYPE, Triple

TARGETS = {
    "unbis": ("UNBIS Thesaurus", "http://metadata.un.org/thesaurus/"),
    "eurovoc": ("EuroVoc", "http://eurovoc.europa.eu/"),
    "wikidata": ("Wikidata", "http://www.wikidata.org/entity/"),
    "undo": ("UNDO, the United Nations document ontology", "https://w3id.org/un/ontology/undo/"),
}
"""Datasets of others that ours link to: name, and what their IRIs begin with."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted.

    :ivar entities: subjects whose IRI begins with ours.
    :ivar classes: how many things of each class.
    :ivar properties: how many triples of each property.
    :ivar links: how many triples lead to each of `TARGETS`, by target and property.
    """

    triples: int
    entities: int
    subjects: int
    objects: int
    classes: dict[URIRef, int]
    properties: dict[URIRef, int]
    links: dict[tuple[str, URIRef], int]


def count(triples: Iterable[Triple], root: str) -> Counts:
    """Count a dataset whose triples come each once.

    >>> thing, other = URIRef("http://x/id/a"), URIRef("http://eurovoc.europa.eu/1")
    >>> same = URIRef("http://x/same")
    >>> counted = count([(thing, same, other), (thing, TYPE, URIRef("http://x/Thing"))], "http://x/id/")
    >>> counted.triples, counted.entities, counted.links[("eurovoc", same)]
    (2, 1, 1)
    """
    size = 0
    subjects: set[URIRef] = set()
    objects: set[object] = set()
    of_class: dict[URIRef, set[URIRef]] = defaultdict(set)
    properties: Counter[URIRef] = Counter()
    links: Counter[tuple[str, URIRef]] = Counter()
    for subject, property_, value in triples:
        size += 1
        subjects.add(subject)
        objects.add(value)
        properties[property_] += 1
        if isinstance(value, URIRef):
            if property_ == TYPE:
                of_class[value].add(subject)
            for name, (_, space) in TARGETS.items():
                if value.startswith(space):
                    links[name, property_] += 1
    return Counts(
        triples=size,
        entities=sum(subject.startswith(root) for subject in subjects),
        subjects=len(subjects),
        objects=len(objects),
        classes={class_: len(things) for class_, things in sorted(of_class.items())},
        properties=dict(sorted(properties.items())),
        links=dict(sorted(links.items())),
    )
