"""Kinds and properties: the words a legend has for the nodes and edges of every network."""

from __future__ import annotations

KINDS = {
    "recommendation": "Recommendation",
    "item": "Agenda item",
    "provision": "Provision",
    "treaty": "Treaty as a whole",
    "earlier": "Paragraph of an earlier report",
    "decision": "Decision",
    "document": "Document or publication",
    "paragraph": "Other paragraph of the report",
    "section": "Section",
    "note": "Note",
    "theme": "Theme",
    "addressee": "Addressee",
    "strength": "Strength",
    "capacity": "Capacity",
    "state": "State",
    "organization": "Organization or entity",
    "person": "Person",
    "thing": "Other thing",
}
"""The kinds of node, in the order of a legend."""

PROPERTIES = {
    "buildsOn": "builds on",
    "cites": "cites",
    "mentions": "mentions",
    "speaker": "spoke on",
    "presented": "presented on",
    "participant": "attended as",
    "addressee": "is addressed to",
    "secondaryActor": "is to involve",
    "recommendedBy": "recommended",
    "recordedIn": "records",
    "citedWith": "cited together with",
    "occursWith": "occurs together with",
    "row": "in one row",
    "merged": "several together",
}
"""The properties of edges and the words for them, in the order of a legend."""

_OF_CLASS = {
    "Recommendation": "recommendation",
    "AgendaItem": "item",
    "Provision": "provision",
    "Instrument": "treaty",
    "Earlier": "earlier",
    "Decision": "decision",
    "Document": "document",
    "Publication": "document",
    "Report": "document",
    "Paragraph": "paragraph",
    "Subparagraph": "paragraph",
    "Section": "section",
    "Footnote": "note",
    "State": "state",
    "Organization": "organization",
    "Person": "person",
}


def kind_of(class_name: str, iri: str) -> str:
    """The kind of a thing of this class; of a concept, that of its scheme.

    >>> kind_of("Instrument", ""), kind_of("Concept", "http://example.org/theme/lamps")
    ('treaty', 'theme')
    """
    if class_name == "Concept":
        scheme = iri.rsplit("/", 2)[-2:-1]
        return scheme[0] if scheme and scheme[0] in KINDS else "thing"
    return _OF_CLASS.get(class_name, "thing")
