"""The ontology as a reader needs it: facts and the Turtle they were read from in, a `Vocabulary` out.

Terms stand in groups and in order as the file has them: a comment line with a blank line after it is a group's heading.
What a term is a kind of, close to, or unlike elsewhere is taken from the alignments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import URIRef

from rapporteur.graph.vocabulary import DCTERMS, LABEL, OWL, RAP, RDFS, SCHEMA, SKOS, TYPE
from rapporteur.publish.facts import Facts

_HEADING = re.compile(r"^# ([^\n.]+)\n\n", re.MULTILINE)
_TERM = re.compile(r"^rap:(\w+) a owl:(?:Class|ObjectProperty|DatatypeProperty)\b", re.MULTILINE)
_REST = "Other terms"
KINDS = {
    OWL["Class"]: "class",
    OWL["ObjectProperty"]: "property",
    OWL["DatatypeProperty"]: "literal property",
}


@dataclass(frozen=True)
class Term:
    """One class or property.

    :ivar name: its local name, which is its anchor on the page.
    :ivar kind: a value of `KINDS`.
    :ivar supers: the classes or properties of ours it is a kind of; ``elsewhere`` those of others.
    :ivar close: what is close elsewhere without being asserted; ``note`` says why, or that there is no counterpart.
    :ivar domains: of a property, and ``ranges``: those of an axiom, else the ones it includes.
    :ivar axioms: which of the two follow from a use: "domain", "range".
    """

    iri: URIRef
    name: str
    kind: str
    label: str
    definition: str
    example: str
    supers: tuple[URIRef, ...]
    elsewhere: tuple[URIRef, ...]
    close: tuple[URIRef, ...]
    note: str
    disjoint: tuple[URIRef, ...]
    domains: tuple[URIRef, ...]
    ranges: tuple[URIRef, ...]
    axioms: frozenset[str]

    @property
    def reserved(self) -> bool:
        """Whether its definition says that nothing asserts it yet."""
        return " Reserved: " in self.definition


@dataclass(frozen=True)
class Group:
    """Terms that the file keeps together."""

    title: str
    terms: tuple[Term, ...]

    @property
    def id(self) -> str:
        """Its anchor; no term's name holds a stroke."""
        return f"group/{'-'.join(re.findall(r'[a-z]+', self.title.casefold()))}"

    @property
    def classes(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.kind == "class")

    @property
    def properties(self) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.kind != "class")


@dataclass(frozen=True)
class Vocabulary:
    """A version of the ontology.

    :ivar about: what its header says: title, description, version, version_iri, prior, issued, licence; "" where it
        does not.
    """

    iri: URIRef
    about: Mapping[str, str]
    groups: tuple[Group, ...]

    @property
    def terms(self) -> dict[URIRef, Term]:
        """All terms by IRI, in the order of the file."""
        return {term.iri: term for group in self.groups for term in group.terms}

    def properties_of(self, class_: URIRef) -> list[Term]:
        """The properties whose domain is, or includes, a class."""
        return [term for term in self.terms.values() if class_ in term.domains]

    def properties_to(self, class_: URIRef) -> list[Term]:
        """The properties whose range is, or includes, a class."""
        return [term for term in self.terms.values() if class_ in term.ranges]

    def kinds_of(self, iri: URIRef) -> list[Term]:
        """The terms that are said to be a kind of a term."""
        return [term for term in self.terms.values() if iri in term.supers]

    def above(self, class_: URIRef) -> list[Term]:
        """The classes of ours that a class is a kind of, nearest first."""
        found: list[Term] = []
        queue = list(self.terms[class_].supers)
        while queue:
            term = self.terms[queue.pop(0)]
            if term not in found:
                found.append(term)
                queue += term.supers
        return found


def read_vocabulary(facts: Facts, turtle: str) -> Vocabulary:
    """The vocabulary that facts hold.

    :param facts: of the ontology, with its alignments.
    :param turtle: the file of the ontology, for the order of terms and the headings they stand under.
    :raises ValueError: if the facts hold no ontology that declares terms of ours.
    """
    iri = URIRef(str(RAP).rstrip("#"))
    if iri not in facts:
        raise ValueError(f"no ontology <{iri}> in these facts")
    known = terms_in(facts)
    groups = []
    for title, names in _listed(turtle, {term[len(RAP) :] for term in known}):
        terms = tuple(_term(facts, RAP[name], known) for name in names)
        groups.append(Group(title, terms))
    about = {
        "title": facts.text(iri, DCTERMS["title"]),
        "description": facts.text(iri, DCTERMS["description"]),
        "version": facts.text(iri, OWL["versionInfo"]),
        "version_iri": _first(facts.things(iri, OWL["versionIRI"])),
        "prior": _first(facts.things(iri, OWL["priorVersion"])),
        "issued": facts.text(iri, DCTERMS["issued"]),
        "licence": _first(facts.things(iri, DCTERMS["license"])),
    }
    return Vocabulary(iri, about, tuple(groups))


def terms_in(facts: Facts) -> set[URIRef]:
    """The terms of ours that facts declare."""
    return {term for kind in KINDS for term in facts.of_class(kind) if term.startswith(str(RAP))}


def _listed(turtle: str, known: set[str]) -> list[tuple[str, list[str]]]:
    """Headings with the names below them, as the file has them; what it does not declare so stands last."""
    found: list[tuple[str, list[str]]] = []
    marks = [(m.start(), m.group(1).partition(":")[0].strip(), "") for m in _HEADING.finditer(turtle)]
    marks += [(m.start(), "", m.group(1)) for m in _TERM.finditer(turtle)]
    left = set(known)
    for _, heading, name in sorted(marks):
        if heading:
            found.append((heading, []))
        elif name in left:
            if not found:
                found.append((_REST, []))
            found[-1][1].append(name)
            left.remove(name)
    if left:
        found.append((_REST, sorted(left)))
    return [(title, names) for title, names in found if names]


def _term(facts: Facts, iri: URIRef, known: set[URIRef]) -> Term:
    above = facts.things(iri, RDFS["subClassOf"]) + facts.things(iri, RDFS["subPropertyOf"])
    domains, ranges = facts.things(iri, RDFS["domain"]), facts.things(iri, RDFS["range"])
    return Term(
        iri=iri,
        name=iri[len(RAP) :],
        kind=next(kind for class_, kind in KINDS.items() if class_ in facts.things(iri, TYPE)),
        label=facts.text(iri, LABEL),
        definition=facts.text(iri, SKOS["definition"]),
        example=facts.text(iri, SKOS["example"]),
        supers=tuple(one for one in above if one in known),
        elsewhere=tuple(one for one in above if one not in known),
        close=tuple(facts.things(iri, RDFS["seeAlso"])),
        note=facts.text(iri, SKOS["editorialNote"]),
        disjoint=tuple(sorted({*facts.things(iri, OWL["disjointWith"]), *facts.subjects(OWL["disjointWith"], iri)})),
        domains=tuple(domains or facts.things(iri, SCHEMA["domainIncludes"])),
        ranges=tuple(ranges or facts.things(iri, SCHEMA["rangeIncludes"])),
        axioms=frozenset(name for name, found in (("domain", domains), ("range", ranges)) if found),
    )


def _first(iris: Iterable[URIRef]) -> str:
    return str(next(iter(iris), ""))
