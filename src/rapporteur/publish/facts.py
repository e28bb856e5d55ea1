"""Triples as text → an indexed view that only reads: what is said of a thing, and what points at it.

Terms are rdflib's, each kept once however often it stands. Values come sorted, so that what is written from them is the
same on every machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural, object_key
from rapporteur.graph.vocabulary import LABEL, TYPE, Object, Triple
from rapporteur.publish.lines import unescaped

_T = TypeVar("_T")
_LITERAL = re.compile(r'"(.*)"(?:@([A-Za-z0-9-]+)|\^\^<(.*)>)?', re.DOTALL)
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NOT_BUILT = ("_:", "<<")


class Terms:
    """The terms of many graphs, each kept once."""

    def __init__(self) -> None:
        self._iris: dict[str, URIRef] = {}
        self._literals: dict[Literal, Literal] = {}

    def iri(self, text: str) -> URIRef:
        """The IRI ``text``."""
        found = self._iris.get(text)
        if found is None:
            found = URIRef(text)
            self._iris[str(text)] = found
        return found

    def _term(self, written: str) -> Object:
        """A term of N-Triples, its words untouched."""
        if written.startswith("<"):
            return self.iri(unescaped(written[1:-1]))
        parts = _LITERAL.fullmatch(written)
        if parts is None:
            raise ValueError(f"{written!r} is no term of N-Triples")
        words, language, kind = parts.groups()
        datatype = self.iri(unescaped(kind)) if kind and kind != _STRING else None
        made = Literal(unescaped(words), lang=language, datatype=datatype, normalize=False)
        return self._literals.setdefault(made, made)

    def triples(self, ntriples: bytes) -> Iterator[Triple]:
        """The triples of canonical N-Triples, one a line, as every build writes them; none of blank nodes.

        >>> [(_, _, value)] = Terms().triples(b'<http://x/a> <http://x/p> "1\\\\n2"@en .\\n')
        >>> value
        rdflib.term.Literal('1\\n2', lang='en')
        """
        seen: dict[str, Object] = {}
        properties: dict[str, URIRef] = {}
        subject_written, subject = "", URIRef("")
        for line in ntriples.decode("utf-8").split("\n"):
            if not line:
                continue
            first, second, third = line[:-2].split(" ", 2)
            if first.startswith(_NOT_BUILT) or third.startswith(_NOT_BUILT):
                continue
            if first != subject_written:
                subject_written, subject = first, self.iri(unescaped(first[1:-1]))
            property_ = properties.get(second)
            if property_ is None:
                property_ = properties[second] = self.iri(unescaped(second[1:-1]))
            value = seen.get(third)
            if value is None:
                value = seen[third] = self._term(third)
            yield subject, property_, value


def _with(values: Sequence[_T], value: _T) -> Sequence[_T]:
    """One more value: one stands in a tuple, several in a list until somebody asks for them in order."""
    if not values:
        return (value,)
    if isinstance(values, list):
        values.append(value)
        return values
    return [*values, value]


class Facts:
    """Triples by subject and by object.

    >>> a, knows, b = URIRef("http://x/a"), URIRef("http://x/knows"), URIRef("http://x/b")
    >>> facts = Facts([(a, knows, b)])
    >>> facts.value(a, knows) == b, facts.subjects(knows, b) == [a], len(facts)
    (True, True, 1)
    """

    def __init__(self, triples: Iterable[Triple] = ()) -> None:
        self._says: dict[URIRef, dict[URIRef, Sequence[Object]]] = {}
        self._said: dict[URIRef, dict[URIRef, Sequence[URIRef]]] = {}
        self._size = 0
        for triple in triples:
            self._add(*triple)

    def _add(self, subject: URIRef, property_: URIRef, value: Object) -> None:
        says = self._says.setdefault(subject, {})
        values = says.get(property_, ())
        if value in values:
            return
        says[property_] = _with(values, value)
        self._size += 1
        if isinstance(value, URIRef):
            said = self._said.setdefault(value, {})
            said[property_] = _with(said.get(property_, ()), subject)

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
        says = self._says.get(subject)
        found = says.get(property_) if says is not None else None
        if says is None or found is None:
            return []
        if type(found) is list:
            found = says[property_] = tuple(sorted(found, key=object_key))
        return list(found)

    def things(self, subject: URIRef, property_: URIRef) -> list[URIRef]:
        """All values that are IRIs."""
        return [value for value in self.values(subject, property_) if isinstance(value, URIRef)]

    def value(self, subject: URIRef, property_: URIRef) -> Object | None:
        """The first value, None where there is none."""
        return next(iter(self.values(subject, property_)), None)

    def text(self, subject: URIRef, property_: URIRef, language: str = "en") -> str:
        """The words of a value: in the language, else without one, else in any; "" where there is none."""
        found = [value for value in self.values(subject, property_) if isinstance(value, Literal)]
        if len(found) == 1:
            return str(found[0])
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
        said = self._said.get(value)
        found = said.get(property_) if said is not None else None
        if said is None or found is None:
            return []
        if type(found) is list:
            found = said[property_] = tuple(sorted(found, key=natural))
        return list(found)

    def things_said(self) -> Iterable[URIRef]:
        """Everything that something is said of."""
        return self._says.keys()

    def about(self, subject: URIRef) -> Mapping[URIRef, Sequence[Object]]:
        """All properties of a thing with their values, unsorted."""
        return self._says.get(subject, {})

    def pointing(self, value: URIRef) -> Mapping[URIRef, Sequence[URIRef]]:
        """All that point at an IRI, by property, unsorted."""
        return self._said.get(value, {})

    def of_class(self, class_: URIRef) -> list[URIRef]:
        """All things of exactly this class, in natural order."""
        return self.subjects(TYPE, class_)

    def classes(self, subject: URIRef) -> list[URIRef]:
        """The classes of a thing."""
        return self.things(subject, TYPE)
