"""Triples as text → an indexed view that only reads: what is said of a thing, and what points at it.

Terms are rdflib's, each kept once however often it stands. Values come sorted, so that what is written from them is the
same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph
from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural, object_key
from rapporteur.graph.vocabulary import LABEL, TYPE, Object, Triple

_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Terms:
    """The terms of many graphs, each kept once."""

    def __init__(self) -> None:
        self._iris: dict[str, URIRef] = {}
        self._literals: dict[pyoxigraph.Literal, Literal] = {}

    def iri(self, text: str) -> URIRef:
        """The IRI ``text``."""
        found = self._iris.get(text)
        if found is None:
            found = self._iris[text] = URIRef(text)
        return found

    def term(self, term: pyoxigraph.NamedNode | pyoxigraph.Literal) -> Object:
        """An IRI or literal of the engine as rdflib's, its words untouched."""
        if isinstance(term, pyoxigraph.NamedNode):
            return self.iri(term.value)
        found = self._literals.get(term)
        if found is None:
            kind = term.datatype.value
            datatype = None if term.language or kind == _STRING else self.iri(kind)
            found = Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
            self._literals[term] = found
        return found

    def triples(self, ntriples: bytes) -> Iterator[Triple]:
        """The triples of N-Triples without blank nodes, as every build writes them."""
        for triple in pyoxigraph.parse(ntriples, pyoxigraph.RdfFormat.N_TRIPLES):
            subject, predicate, value = triple.subject, triple.predicate, triple.object
            if isinstance(subject, pyoxigraph.NamedNode) and isinstance(
                value, pyoxigraph.NamedNode | pyoxigraph.Literal
            ):
                yield self.iri(subject.value), self.iri(predicate.value), self.term(value)


class Facts:
    """Triples by subject and by object.

    >>> a, knows, b = URIRef("http://x/a"), URIRef("http://x/knows"), URIRef("http://x/b")
    >>> facts = Facts([(a, knows, b)])
    >>> facts.value(a, knows) == b, facts.subjects(knows, b) == [a], len(facts)
    (True, True, 1)
    """

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._says: dict[URIRef, dict[URIRef, list[Object]]] = {}
        self._said: dict[URIRef, dict[URIRef, list[URIRef]]] = {}
        self._size = 0
        for triple in triples:
            self._add(*triple)

    def _add(self, subject: URIRef, property_: URIRef, value: Object) -> None:
        values = self._says.setdefault(subject, {}).setdefault(property_, [])
        if value in values:
            return
        values.append(value)
        self._size += 1
        if isinstance(value, URIRef):
            self._said.setdefault(value, {}).setdefault(property_, []).append(subject)

    def add(self, triples: Iterable[Triple]) -> None:
        """Take triples in while a site is being read."""
        for triple in triples:
            self._add(*triple)

    def __len__(self) -> int:
        return self._size

    def __contains__(self, subject: object) -> bool:
        return subject in self._says

    def __iter__(self) -> Iterator[Triple]:
        for subject, described in self._says.items():
            for property_, values in described.items():
                for value in values:
                    yield subject, property_, value

    def values(self, subject: URIRef, property_: URIRef) -> list[Object]:
        """All values, IRIs first, in natural order."""
        return sorted(self._says.get(subject, {}).get(property_, ()), key=object_key)

    def things(self, subject: URIRef, property_: URIRef) -> list[URIRef]:
        """All values that are IRIs."""
        return [value for value in self.values(subject, property_) if isinstance(value, URIRef)]

    def value(self, subject: URIRef, property_: URIRef) -> Object | None:
        """The first value, None where there is none."""
        return next(iter(self.values(subject, property_)), None)

    def text(self, subject: URIRef, property_: URIRef, language: str = "en") -> str:
        """The words of a value: in the language, else without one, else in any; "" where there is none."""
        found = [value for value in self.values(subject, property_) if isinstance(value, Literal)]
        for wanted in (language, None):
            for value in found:
                if value.language == wanted:
                    return str(value)
        return str(found[0]) if found else ""

    def label(self, subject: URIRef, language: str = "en") -> str:
        """Its `rdfs:label`, else the IRI."""
        return self.text(subject, LABEL, language) or str(subject)

    def subjects(self, property_: URIRef, value: URIRef) -> list[URIRef]:
        """All that point at an IRI by a property, in natural order."""
        return sorted(self._said.get(value, {}).get(property_, ()), key=natural)

    def things_said(self) -> Iterable[URIRef]:
        """Everything that something is said of."""
        return self._says.keys()

    def about(self, subject: URIRef) -> Mapping[URIRef, list[Object]]:
        """All properties of a thing with their values, unsorted."""
        return self._says.get(subject, {})

    def pointing(self, value: URIRef) -> Mapping[URIRef, list[URIRef]]:
        """All that point at an IRI, by property, unsorted."""
        return self._said.get(value, {})

    def of_class(self, class_: URIRef) -> list[URIRef]:
        """All things of exactly this class, in natural order."""
        return self.subjects(TYPE, class_)

    def classes(self, subject: URIRef) -> list[URIRef]:
        """The classes of a thing."""
        return self.things(subject, TYPE)
