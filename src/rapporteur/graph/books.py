"""The reference books as a graph: States, organizations, instruments with their articles, concept schemes.

The triples are those of ``id/graph/authorities``; `graph.authorities` writes them as files. Persons are in no reference
book: those of two meetings are two until somebody decides otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from rdflib import URIRef

from rapporteur.authorities import Authorities, Instrument, Name, Organization, State, load_authorities
from rapporteur.graph.concepts import write_concepts, write_themes
from rapporteur.graph.iris import Iris
from rapporteur.graph.labels import Labels
from rapporteur.graph.vocabulary import (
    DCTERMS,
    LABEL,
    PART_OF,
    RAP,
    SCHEMA,
    TITLE,
    Sheet,
    Triple,
    day,
    plain,
    words,
)
from rapporteur.model import ConceptRef, InstrumentRef, OrganizationRef, ProvisionRef

_NO_STATE = "area"
"""M49 areas that are no States stand in the tables so that none is taken for one; no graph speaks of them."""


def authority_triples(authorities: Authorities, iris: Iris) -> frozenset[Triple]:
    """All triples of the shared graph of authorities; those of the package's own books are made once a process."""
    return _packaged(iris) if authorities is load_authorities() else _triples(authorities, iris)


@lru_cache(maxsize=2)
def _packaged(iris: Iris) -> frozenset[Triple]:
    return _triples(load_authorities(), iris)


def _triples(authorities: Authorities, iris: Iris) -> frozenset[Triple]:
    sheets = authority_sheets(authorities, iris)
    return frozenset(triple for triples in sheets.values() for triple in triples)


def authority_sheets(authorities: Authorities, iris: Iris) -> dict[str, frozenset[Triple]]:
    """The triples of each Turtle file, by its name without ending."""
    writer = _BookWriter(authorities, iris)
    writers: dict[str, Callable[[Sheet], None]] = {
        "concepts": lambda sheet: write_concepts(sheet, authorities, iris),
        "instruments": writer.instruments,
        "organizations": writer.organizations,
        "states": writer.states,
        "themes": lambda sheet: write_themes(sheet, authorities, iris),
    }
    sheets = {name: Sheet() for name in writers}
    for name, write in writers.items():
        write(sheets[name])
    return {name: frozenset(sheet.triples) for name, sheet in sheets.items()}


class _BookWriter:
    def __init__(self, books: Authorities, iris: Iris) -> None:
        self._books, self._iris = books, iris
        self._labels = Labels(books)

    def states(self, sheet: Sheet) -> None:
        """Each State and former State; an entity that is none is an organization."""
        for state in self._books.states.values():
            if state.kind != _NO_STATE:
                self._state(sheet, state)

    def _state(self, sheet: Sheet, state: State) -> None:
        node, add = self._iris.state(state.ref), sheet.add
        if state.kind == "entity":
            sheet.thing(node, RAP["Organization"], state.labels["en"])
            add(node, RAP["kind"], self._iris.concept(ConceptRef("kind", "other-entity")))
        else:
            sheet.thing(node, RAP["State"], state.labels["en"])
        for language, label in state.labels.items():
            add(node, LABEL, words(label, language))
        add(node, RAP["iso3"], plain(state.iso3) if state.iso3 else None)
        add(node, RAP["m49"], plain(state.m49) if state.m49 else None)
        self._same_as(sheet, node, state.wikidata, state.labels["en"])
        if state.unbis:
            concept = self._iris.outside(state.unbis)
            add(node, RAP["concept"], concept)
            add(concept, LABEL, words(state.labels["en"], "en"))
        self._names(sheet, node, state.names)

    def organizations(self, sheet: Sheet) -> None:
        """Each organization, body and entity."""
        for organization in self._books.organizations.values():
            self._organization(sheet, organization)

    def _organization(self, sheet: Sheet, organization: Organization) -> None:
        node, add = self._iris.organization(organization.ref), sheet.add
        sheet.thing(node, RAP["Organization"], organization.label)
        add(node, RAP["kind"], self._iris.concept(ConceptRef("kind", organization.kind)))
        add(node, RAP["acronym"], plain(organization.acronym) if organization.acronym else None)
        if organization.parent:
            above = self._iris.organization(OrganizationRef(organization.parent))
            add(node, SCHEMA["parentOrganization"], above)
        self._same_as(sheet, node, organization.wikidata, organization.label)
        self._names(sheet, node, organization.names)

    def instruments(self, sheet: Sheet) -> None:
        """Each treaty and rules of procedure, with every article that the tables list."""
        for instrument in self._books.instruments.values():
            self._instrument(sheet, instrument)

    def _instrument(self, sheet: Sheet, instrument: Instrument) -> None:
        node, add = self._iris.instrument(instrument.ref), sheet.add
        sheet.thing(node, RAP["Instrument"], instrument.title)
        add(node, TITLE, words(instrument.title, "en"))
        for name in instrument.names:
            if name != instrument.title:
                add(node, DCTERMS["alternative"], words(name, "en"))
        if instrument.parent:
            add(node, DCTERMS["relation"], self._iris.instrument(InstrumentRef(instrument.parent)))
        for number, title in instrument.provisions.items():
            ref = ProvisionRef(instrument.ref, ((instrument.unit, number),))
            provision = self._iris.provision(ref)
            sheet.thing(provision, RAP["Provision"], self._labels.of(ref))
            add(provision, RAP["number"], plain(number))
            add(provision, TITLE, words(title, "en") if title else None)
            add(provision, PART_OF, node)

    def _same_as(self, sheet: Sheet, node: URIRef, wikidata: str, label: str) -> None:
        if wikidata:
            same = self._iris.outside(wikidata)
            sheet.add(node, SCHEMA["sameAs"], same)
            sheet.add(same, LABEL, words(label, "en"))

    def _names(self, sheet: Sheet, bearer: URIRef, names: tuple[Name, ...]) -> None:
        """The names of a State or organization, each with its time and where it is from."""
        seen: Counter[URIRef] = Counter()
        for name in names:
            first = self._iris.name(bearer, name.label)
            seen[first] += 1
            node = self._iris.name(bearer, name.label, seen[first])
            sheet.thing(node, RAP["Name"], name.label, name.language)
            sheet.add(bearer, RAP["name"], node)
            sheet.add(node, RAP["label"], words(name.label, name.language))
            sheet.add(node, RAP["validFrom"], day(name.valid_from) if name.valid_from else None)
            sheet.add(node, RAP["validUntil"], day(name.valid_until) if name.valid_until else None)
            sheet.add(node, DCTERMS["source"], words(name.source, "en") if name.source else None)
