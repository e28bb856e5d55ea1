"""Facts in, what is searched out: the parts of each report with their words and what they can be filtered by.

Facts are triples or quads of rdflib, of pyoxigraph, or of plain strings; the evidence and what was inferred are passed
over. Words as indexed are those of the graph: ``rap:text``, or the title of a section. A statement has none of its own:
where it is the only one that its paragraph records, it has the words of that paragraph, else those of its label, so
that a paragraph that lists thirty speakers is not found thirty times.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Facts: TypeAlias = Iterable[Any]  # rdflib, pyoxigraph and plain tuples share no type
"""Triples or quads, or an rdflib `Graph` or `Dataset`."""

KINDS = ("paragraph", "subparagraph", "recommendation", "note", "statement", "heading")
ROLES = ("mentioned", "speaker", "recommender", "participant")
FACETS = ("state", "organization", *ROLES, "addressee", "strength", "theme", "provision")
"""What parts can be filtered by, beside report and kind. ``state`` and ``organization`` are those of any role."""

_RAP = "https://w3id.org/rapporteur/ontology#"
_DCTERMS = "http://purl.org/dc/terms/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_KIND_OF = {
    _RAP + "Paragraph": "paragraph",
    _RAP + "Subparagraph": "subparagraph",
    _RAP + "Recommendation": "recommendation",
    _RAP + "Footnote": "note",
    _RAP + "Statement": "statement",
    _RAP + "Section": "heading",
}
_OF_A_UNIT = {"addressee": _RAP + "addressee", "strength": _RAP + "strength", "theme": _RAP + "theme"}
_APART = re.compile(r"/graph/(evidence|inferred)>?$")
_NO_TEXT = {ord(sign): " " for sign in map(chr, range(32)) if unicodedata.category(sign) == "Cc"}

Marks = set[tuple[str, str]]
"""Pairs of a facet and the IRI of a value."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that can be found.

    :ivar kind: one of `KINDS`.
    :ivar start: offset in the text as read, in code points; None for a statement. So ``end``, behind the last.
    :ivar place: where it stands in its report, to put hits in reading order.
    :ivar marks: what it can be filtered by.
    """

    iri: str
    kind: str
    number: str
    label: str
    words: str
    start: int | None
    end: int | None
    page: int | None
    place: int
    marks: frozenset[tuple[str, str]]


@dataclass(slots=True)
class ReportParts:
    """What is searched of one report.

    :ivar labels: names of the values that the marks point to.
    """

    iri: str
    symbol: str
    title: str
    issued: str
    parts: list[Part] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)


def parts_of(facts: Facts) -> dict[str, ReportParts]:
    """The parts of every report in the facts, by the report's IRI, in reading order."""
    return _Reading(facts).reports()


def triples(facts: Facts) -> Iterable[tuple[str, str, str, str]]:
    """Facts as (subject, predicate, object, language), without the evidence and what was inferred."""
    quads = getattr(facts, "quads", None)
    for fact in quads((None, None, None, None)) if callable(quads) else facts:
        subject, predicate, obj, *graph = fact
        if graph and graph[0] is not None and _APART.search(_text(getattr(graph[0], "identifier", graph[0]))):
            continue
        yield _text(subject), _text(predicate), _text(obj), str(getattr(obj, "language", None) or "")


def _text(term: Any) -> str:
    """A term of rdflib, which is a string, or of pyoxigraph, which has one; a default graph has none."""
    return str(term) if isinstance(term, str) else str(getattr(term, "value", ""))


class _Reading:
    """The facts by subject, and the parts made of them."""

    def __init__(self, facts: Facts) -> None:
        self.of: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self.labels: dict[str, dict[str, str]] = defaultdict(dict)
        for subject, predicate, obj, language in triples(facts):
            if predicate == _LABEL:
                self.labels[subject][language] = obj
            else:
                self.of[subject][predicate].append(obj)
        self.types = {subject: set(given.get(_TYPE, ())) for subject, given in self.of.items()}
        self.statements: dict[str, list[str]] = defaultdict(list)
        self.added: dict[str, Marks] = defaultdict(set)
        for subject in self.of:
            for place in self.all(subject, "recordedIn"):
                if _RAP + "Statement" in self.types[subject]:
                    self.statements[place].append(subject)
                    self.added[place] |= self.actors("speaker", self.all(subject, "speaker"))
                elif not self.types[subject].isdisjoint({_RAP + "Participation", _RAP + "Accession"}):
                    self.added[place] |= self.actors("participant", self.all(subject, "participant"))
                    self.added[place] |= self.actors("mentioned", self.all(subject, "representing"))
        self.below: dict[str, list[str]] = defaultdict(list)
        for subject, types in self.types.items():
            if _RAP + "Subparagraph" in types:
                for above in self.of[subject].get(_DCTERMS + "isPartOf", ()):
                    self.below[above].append(subject)

    def all(self, subject: str, name: str) -> list[str]:
        """The objects of a property of our vocabulary."""
        return self.of[subject].get(_RAP + name, []) if subject in self.of else []

    def one(self, subject: str, name: str) -> str:
        """The least of them, "" where there is none."""
        return min(self.all(subject, name), default="")

    def label(self, iri: str) -> str:
        """The English name of a thing, else the first in any language."""
        names = self.labels.get(iri, {})
        return names.get("en") or next((names[language] for language in sorted(names)), "")

    def actors(self, role: str, targets: Iterable[str]) -> Marks:
        """Marks for the States and organizations among some targets, in a role and in any."""
        marks: Marks = set()
        for target in targets:
            types = self.types.get(target, set())
            if _RAP + "State" in types or "/state/" in target:
                marks |= {(role, target), ("state", target)}
            elif _RAP + "Organization" in types:
                marks |= {(role, target), ("organization", target)}
        return marks

    def marks(self, subject: str) -> Marks:
        """The marks of a text part or unit: its own and those of its lettered parts, whose words it holds."""
        marks = self.actors("mentioned", self.all(subject, "mentions")) | self.added.get(subject, set())
        marks |= self.actors("recommender", self.all(subject, "recommendedBy"))
        for facet, name in _OF_A_UNIT.items():
            marks |= {(facet, value) for value in self.of[subject].get(name, ())}
        for cited in self.all(subject, "cites"):
            if self.types.get(cited, set()) & {_RAP + "Provision", _RAP + "Instrument"}:
                marks |= {("provision", above) for above in self.upwards(cited)}
        for inner in self.below.get(subject, ()):
            marks |= self.marks(inner)
        return marks

    def upwards(self, provision: str) -> set[str]:
        """A provision and all that it is part of, up to the treaty."""
        seen: set[str] = set()
        left = [provision]
        while left:
            here = left.pop()
            if here not in seen:
                seen.add(here)
                left += self.of[here].get(_DCTERMS + "isPartOf", ()) if here in self.of else ()
        return seen

    def reports(self) -> dict[str, ReportParts]:
        """Every report with what is searched of it."""
        reports: dict[str, ReportParts] = {}
        for iri, types in self.types.items():
            if _RAP + "Report" in types:
                issued = min(self.of[iri].get(_DCTERMS + "issued", ()), default="")
                title = min(self.of[iri].get(_DCTERMS + "title", ()), default="")
                reports[iri] = ReportParts(iri, self.one(iri, "symbol"), title, issued)
        for subject, types in self.types.items():
            kind = next((_KIND_OF[type_] for type_ in types if type_ in _KIND_OF), "")
            home = self.one(subject, "inDocument") or self.one(self.one(subject, "recordedIn"), "inDocument")
            if kind and home in reports and (part := self.part(subject, kind)):
                reports[home].parts.append(part)
                for _, value in part.marks:
                    reports[home].labels[value] = self.label(value)
        for report in reports.values():
            report.parts.sort(key=lambda part: (part.place, KINDS.index(part.kind), part.iri))
        return dict(sorted(reports.items()))

    def part(self, subject: str, kind: str) -> Part | None:
        """A part with its words; None where it has none."""
        home = self.one(subject, "recordedIn")
        words = min(self.of[subject].get(_DCTERMS + "title" if kind == "heading" else _RAP + "text", ()), default="")
        marks = self.marks(subject)
        if kind == "statement":
            marks |= self.actors("speaker", self.all(subject, "speaker"))
            if len(self.statements[home]) == 1 and (words := self.one(home, "text")):
                marks |= self.marks(home)
            else:
                written = [name for name in self.all(subject, "nameAsWritten") if name not in self.label(subject)]
                words = self.label(subject) + "".join(f" ({name})" for name in sorted(written))
        if not words.strip():
            return None
        start, end, page = (_whole(self.of[subject], name) for name in ("start", "end", "page"))
        place = start if start is not None else _whole(self.of[home], "start") if home in self.of else None
        number = self.one(subject, "path" if kind == "heading" else "number")
        return Part(
            iri=subject,
            kind=kind,
            number=number,
            label=self.label(subject),
            words=words.translate(_NO_TEXT),
            start=start,
            end=end,
            page=page,
            place=place or 0,
            marks=frozenset(marks),
        )


def _whole(given: Mapping[str, list[str]], name: str) -> int | None:
    """A whole number among the facts of a subject; None where there is none."""
    value = min(given.get(_RAP + name, ()), default="")
    return int(value) if value.isdecimal() else None
