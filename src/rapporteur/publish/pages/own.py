"""The data of one page: what is said of its thing and of what is shown on its page, and what points at it.

Turtle, N-Triples and JSON-LD, all of the same triples; labels of whatever is named stand with them.
"""

from __future__ import annotations

import json
from collections import defaultdict

from rdflib import URIRef

from rapporteur.graph.jsonld import Compactor, context
from rapporteur.graph.serialize import Subjects, natural, property_key, turtle
from rapporteur.graph.vocabulary import LABEL, Object
from rapporteur.publish.lines import ntriples
from rapporteur.publish.pages.frame import Pages


def own_subjects(pages: Pages, iri: URIRef) -> Subjects:
    """What a page shows, as sorted triples."""
    facts = pages.facts
    about = dict.fromkeys((iri, *pages.owned.get(iri, ())))
    found: dict[URIRef, dict[URIRef, list[Object]]] = defaultdict(dict)
    named: set[URIRef] = set()
    for subject in about:
        for property_ in facts.about(subject):
            found[subject][property_] = values = facts.values(subject, property_)
            named.update(value for value in values if isinstance(value, URIRef))
    for property_, subjects in facts.pointing(iri).items():
        for subject in subjects:
            if subject not in about:
                found[subject][property_] = [iri]
                named.add(subject)
    for term in named:
        if term not in about and pages.site.places.is_ours(term) and (labels := facts.values(term, LABEL)):
            found[term][LABEL] = labels
    return [
        (subject, [(property_, found[subject][property_]) for property_ in sorted(found[subject], key=property_key)])
        for subject in sorted(found, key=natural)
    ]


class OwnData:
    """Writes the data of pages; the context is compacted by once for all."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._compactor = Compactor(context())
        self._context = json.dumps(context(), ensure_ascii=False)

    def write(self, iri: URIRef) -> None:
        """Write the three files of one thing."""
        subjects = own_subjects(self._pages, iri)
        site, write = self._pages.site, self._pages.writer.write
        write(site.places.data(iri, "ttl"), turtle(site.root, subjects))
        write(site.places.data(iri, "nt"), ntriples(subjects))
        write(site.places.data(iri, "jsonld"), self._jsonld(subjects))

    def _jsonld(self, subjects: Subjects) -> str:
        """One node a line, so that a difference shows the things that differ."""
        nodes = [json.dumps(self._compactor.node(*entry), ensure_ascii=False) for entry in subjects]
        return f'{{"@context": {self._context},\n"@graph": [\n' + ",\n".join(nodes) + "\n]}\n"
