"""The data of one thing: everything said of it and of what is shown on its page, what points at it, and their labels.

Beside each page lie ``index.ttl`` and ``index.jsonld`` of the same triples, all of which stand in the published graphs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rdflib import URIRef

from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import by_subject, turtle
from rapporteur.graph.vocabulary import LABEL, TYPE, Triple
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer


def write_things(site: Site, writer: Writer) -> None:
    """The data of everything that has a page."""
    shown = shown_with(site)
    for iri in site.kinds:
        subjects = by_subject(described(site, iri, shown.get(iri, ())))
        writer.write(site.places.data(iri, "ttl"), turtle(site.root, subjects))
        writer.write(site.places.data(iri, "jsonld"), jsonld(subjects))


def shown_with(site: Site) -> dict[URIRef, list[URIRef]]:
    """What has no page of its own, by the thing on whose page it is shown."""
    found: dict[URIRef, list[URIRef]] = defaultdict(list)
    for report in site.reports:
        for subject in report.facts.things_said():
            if subject in site.kinds or not site.places.is_ours(subject):
                continue
            if owner := site.places.owner(subject):
                found[URIRef(owner)].append(subject)
    return dict(found)


def described(site: Site, iri: URIRef, parts: Iterable[URIRef] = ()) -> set[Triple]:
    """The triples about a thing, its parts and what points at it, with class and label of what they name."""
    facts = site.facts
    triples: set[Triple] = set()
    for subject in (iri, *parts):
        triples.update(
            (subject, property_, value) for property_, values in facts.about(subject).items() for value in values
        )
    triples.update(
        (subject, property_, iri) for property_, subjects in facts.pointing(iri).items() for subject in subjects
    )
    own = {iri, *parts}
    named = {subject for subject, _, _ in triples} | {value for _, _, value in triples if isinstance(value, URIRef)}
    for other in named - own:
        about = facts.about(other)
        triples.update((other, property_, value) for property_ in (TYPE, LABEL) for value in about.get(property_, ()))
    return triples
