"""Statistics: the triples of a dataset in, what VoID says of it out: sizes, classes, properties, links to others.

Everything is counted from the triples that are published; nothing is taken over from a summary.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from rapporteur.graph.vocabulary import TYPE, Object
from rapporteur.publish.facts import Facts
from rapporteur.publish.lines import unescaped

TARGETS = {
    "unbis": ("UNBIS Thesaurus", "http://metadata.un.org/thesaurus/"),
    "eurovoc": ("EuroVoc", "http://eurovoc.europa.eu/"),
    "wikidata": ("Wikidata", "http://www.wikidata.org/entity/"),
    "undo": ("UNDO, the United Nations document ontology", "https://w3id.org/un/ontology/undo/"),
}
"""Datasets of others that ours link to: name, and what their IRIs begin with."""
_SPACES = tuple((name, f"<{space}") for name, (_, space) in TARGETS.items())
_BEGINNINGS = tuple(beginning for _, beginning in _SPACES)


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


def count(texts: Iterable[bytes], root: str) -> Counts:
    r"""Count a dataset of graphs, a triple that stands in two of them once.

    :param texts: the graphs as canonical N-Triples, in which the same triple is always the same line.

    >>> thing, same = b"<http://x/id/a>", b"<http://x/same>"
    >>> rdf_type = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    >>> graph = thing + b" " + same + b" <http://eurovoc.europa.eu/1> .\n"
    >>> counted = count([graph, graph + thing + b" " + rdf_type + b" <http://x/Thing> .\n"], "http://x/id/")
    >>> counted.triples, counted.entities, counted.links[("eurovoc", URIRef("http://x/same"))]
    (2, 1, 1)
    """
    lines = {line for text in texts for line in text.decode("utf-8").split("\n") if line}
    subjects: set[str] = set()
    objects: set[str] = set()
    of_class: dict[str, set[str]] = defaultdict(set)
    properties: Counter[str] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    is_a = f"<{TYPE}>"
    for line in lines:
        subject, property_, value = line[:-2].split(" ", 2)
        subjects.add(subject)
        objects.add(value)
        properties[property_] += 1
        if property_ == is_a:
            of_class[value].add(subject)
        if value.startswith(_BEGINNINGS):
            links[next(name for name, space in _SPACES if value.startswith(space)), property_] += 1
    ours = f"<{root}"
    return Counts(
        triples=len(lines),
        entities=sum(subject.startswith(ours) for subject in subjects),
        subjects=len(subjects),
        objects=len(objects),
        classes=dict(sorted((_iri(class_), len(things)) for class_, things in of_class.items())),
        properties=dict(sorted((_iri(property_), number) for property_, number in properties.items())),
        links=dict(sorted(((name, _iri(property_)), number) for (name, property_), number in links.items())),
    )


def repeated(reports: Sequence[Sequence[Facts]]) -> Counter[URIRef]:
    """How often a fact of a class or with a property stands in a report when it stood in one before.

    :param reports: the graphs of each, those that can hold what another report holds too.
    """
    named = Counter(subject for graphs in reports for subject in {one for each in graphs for one in each.things_said()})
    again: Counter[URIRef] = Counter()
    for subject in (one for one, times in named.items() if times > 1):
        said: set[tuple[URIRef, Object]] = set()
        for graphs in reports:
            about = [entry for facts in graphs for entry in facts.about(subject).items()]
            here = {(property_, value) for property_, values in about for value in values}
            for property_, value in here & said:
                again[property_] += 1
                if property_ == TYPE and isinstance(value, URIRef):
                    again[value] += 1
            said |= here
    return again


def _iri(written: str) -> URIRef:
    return URIRef(unescaped(written[1:-1]))
