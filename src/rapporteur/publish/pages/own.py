"""The data of one page: what is said of its thing and of what is shown on its page, and what points at it.

Turtle, N-Triples and JSON-LD, all of the same triples; labels of whatever is named stand with them.
"""

from __future__ import annotations

import pyoxigraph
from rdflib import URIRef

from rapporteur.graph.jsonld import jsonld
from rapporteur.graph.serialize import by_subject, turtle
from rapporteur.graph.vocabulary import LABEL, Triple
from rapporteur.publish.pages.frame import Pages


def own_triples(pages: Pages, iri: URIRef) -> set[Triple]:
    """What a page shows, as triples."""
    about = [iri, *pages.owned.get(iri, ())]
    found: set[Triple] = {
        (subject, property_, value)
        for subject in about
        for property_, values in pages.facts.about(subject).items()
        for value in values
    }
    found |= {
        (subject, property_, iri) for property_, subjects in pages.facts.pointing(iri).items() for subject in subjects
    }
    named = {term for triple in found for term in triple if isinstance(term, URIRef)} - set(about)
    ours = {term for term in named if pages.site.places.is_ours(term)}
    return found | {(term, LABEL, value) for term in ours for value in pages.facts.values(term, LABEL)}


def own_data(pages: Pages, iri: URIRef) -> None:
    """Write the three files."""
    subjects = by_subject(own_triples(pages, iri))
    text = turtle(pages.site.root, subjects)
    pages.writer.write(pages.site.places.data(iri, "ttl"), text)
    pages.writer.write(pages.site.places.data(iri, "nt"), ntriples(text))
    pages.writer.write(pages.site.places.data(iri, "jsonld"), jsonld(subjects))


def ntriples(text: str) -> bytes:
    """The triples of a text in Turtle as N-Triples, in its order."""
    triples = pyoxigraph.parse(text, pyoxigraph.RdfFormat.TURTLE)
    return bytes(pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES) or b"")
