"""A thing in the words of schema.org, as search engines read it: the JSON-LD that its page embeds."""

from __future__ import annotations

from rdflib import URIRef

from rapporteur.graph.vocabulary import DCTERMS, RAP, SCHEMA, SKOS, Object
from rapporteur.publish.pages.frame import Pages

_SCHEMA = {
    "report": "Report",
    "document": "DigitalDocument",
    "decision": "Legislation",
    "publication": "CreativeWork",
    "part": "CreativeWork",
    "recommendation": "CreativeWork",
    "meeting": "Event",
    "item": "CreativeWork",
    "person": "Person",
    "state": "Country",
    "organization": "Organization",
    "instrument": "Legislation",
    "provision": "Legislation",
    "scheme": "DefinedTermSet",
    "concept": "DefinedTerm",
}
"""The type of schema.org for each kind of page."""


def schema(pages: Pages, iri: URIRef, kind: str) -> dict[str, object]:
    """A thing in the words of schema.org, for search engines."""
    facts = pages.facts
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": _SCHEMA[kind],
        "@id": str(iri),
        "name": pages.label(iri),
    }
    pairs: tuple[tuple[str, Object | None], ...] = (
        ("identifier", facts.value(iri, RAP["symbol"])),
        ("text", facts.value(iri, RAP["text"])),
        ("datePublished", facts.value(iri, DCTERMS["issued"])),
        ("startDate", facts.value(iri, SCHEMA["startDate"])),
        ("endDate", facts.value(iri, SCHEMA["endDate"])),
        ("location", facts.value(iri, SCHEMA["location"])),
        ("sameAs", facts.value(iri, SCHEMA["sameAs"])),
        ("description", facts.value(iri, SKOS["definition"])),
        ("alternateName", facts.value(iri, RAP["acronym"]) if kind == "organization" else None),
    )
    said |= {name: str(value) for name, value in pairs if value is not None}
    whole = next(iter(facts.things(iri, DCTERMS["isPartOf"])), None) or next(
        iter(facts.things(iri, RAP["inDocument"])), None
    )
    if whole is not None:
        said["isPartOf"] = {"@id": str(whole)}
    return said
