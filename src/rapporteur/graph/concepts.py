"""Concept schemes → SKOS: capacity, strength, addressee and so on with ranks, themes with matches."""

from __future__ import annotations

from rdflib import URIRef

from rapporteur.authorities import Authorities
from rapporteur.graph.iris import Iris
from rapporteur.graph.vocabulary import FOAF, RAP, SKOS, Sheet, integer, words
from rapporteur.model import ConceptRef, OrganizationRef

_SCHEMES = {
    "addressee": "Addressees of recommendations",
    "because": "Reasons why words were not linked",
    "capacity": "Capacities in which somebody attended or spoke",
    "grade": "Grades of links",
    "kind": "Kinds of organization",
    "origin": "Origins of links",
    "role": "Roles at a meeting",
    "strength": "Strengths of recommendations",
    "theme": "Themes of recommendations",
}


def write_concepts(sheet: Sheet, books: Authorities, iris: Iris) -> None:
    """Every concept but the themes, and the schemes they are in."""
    for entry in books.concepts.values():
        scheme = _scheme(sheet, iris, entry.scheme)
        node = iris.concept(ConceptRef(entry.scheme, entry.id))
        _concept(sheet, node, entry.label, entry.definition, scheme)
        for name in entry.names:
            sheet.add(node, SKOS["altLabel"], words(name, "en"))
        if entry.broader:
            _below(sheet, node, iris.concept(ConceptRef(entry.scheme, entry.broader)))
        else:
            _on_top(sheet, node, scheme)
        sheet.add(node, RAP["rank"], integer(entry.rank) if entry.rank is not None else None)
        if entry.focus:
            sheet.add(node, FOAF["focus"], iris.organization(OrganizationRef(entry.focus)))


def write_themes(sheet: Sheet, books: Authorities, iris: Iris) -> None:
    """The themes; those on top only group others. Matched concepts get the label of their own scheme."""
    scheme = _scheme(sheet, iris, "theme")
    for theme in books.themes.values():
        node = iris.concept(ConceptRef("theme", theme.id))
        _concept(sheet, node, theme.label, theme.scope_note, scheme)
        if theme.broader:
            _below(sheet, node, iris.concept(ConceptRef("theme", theme.broader)))
        else:
            _on_top(sheet, node, scheme)
        for match in theme.matches:
            outside = iris.outside(match.uri)
            sheet.add(node, SKOS[match.relation], outside)
            sheet.thing(outside, SKOS["Concept"], match.label)


def _scheme(sheet: Sheet, iris: Iris, scheme: str) -> URIRef:
    node = iris.scheme(scheme)
    sheet.thing(node, SKOS["ConceptScheme"], _SCHEMES.get(scheme, scheme.capitalize()))
    return node


def _concept(sheet: Sheet, node: URIRef, label: str, definition: str, scheme: URIRef) -> None:
    sheet.thing(node, SKOS["Concept"], label)
    sheet.add(node, SKOS["prefLabel"], words(label, "en"))
    sheet.add(node, SKOS["definition"], words(definition, "en") if definition else None)
    sheet.add(node, SKOS["inScheme"], scheme)


def _below(sheet: Sheet, node: URIRef, above: URIRef) -> None:
    sheet.add(node, SKOS["broader"], above)
    sheet.add(above, SKOS["narrower"], node)


def _on_top(sheet: Sheet, node: URIRef, scheme: URIRef) -> None:
    sheet.add(node, SKOS["topConceptOf"], scheme)
    sheet.add(scheme, SKOS["hasTopConcept"], node)
