"""Examples of the terms of the vocabulary, taken from what is published while the page is made.

A term in; out come up to three things of a class, or statements of a property, with the way to the page that shows
each. They are taken from the first report that has any: the first, the one in the middle and the last of its own in
natural order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup
from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural, object_key
from rapporteur.graph.vocabulary import RAP, Object, Triple
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here

MOST = 3
_LONGEST = 140
"""Characters of a text that is shown."""
_ROWS: dict[URIRef, Callable[[Evidence], Object | None]] = {
    RAP["source"]: lambda row: row.source,
    RAP["property"]: lambda row: row.property,
    RAP["target"]: lambda row: row.target,
    RAP["quote"]: lambda row: Literal(row.quote),
    RAP["rule"]: lambda row: row.rule,
    RAP["grade"]: lambda row: row.grade,
    RAP["origin"]: lambda row: row.origin,
    RAP["score"]: lambda row: None if row.score is None else Literal(f"{row.score:g}"),
}
"""What a link says, which is kept as rows."""
T = TypeVar("T")


@dataclass(frozen=True)
class Example:
    """One thing of a class; of a property what it is said of, and ``value``."""

    thing: Markup
    value: Markup | None = None


class Examples:
    """The examples of one publication, as they are linked from one page of it."""

    def __init__(self, pages: Pages, here: Here) -> None:
        self._pages, self._here = pages, here
        self._site = pages.site

    def uses(self, term: URIRef) -> int:
        """How many things of a class, or triples of a property, the reports have, each once whichever name it."""
        counts = [report.counts for report in self._site.reports]
        return (
            sum(each.classes.get(term, 0) + each.properties.get(term, 0) for each in counts) - self._site.repeated[term]
        )

    def of_class(self, class_: URIRef) -> list[Example]:
        """Things of exactly this class."""
        if class_ == RAP["Link"]:
            rows = next((r.evidence for r in self._site.reports if r.evidence), ())
            return [Example(self._row(row)) for row in spread(rows)]
        if class_ == RAP["Rule"]:
            return [Example(self._link(iri)) for iri in spread(list(self._pages.rules))]
        for facts in (*(report.facts for report in self._site.reports), self._site.books):
            found = [iri for iri in facts.of_class(class_) if self._shown(iri)]
            if found:
                return [Example(self._link(iri)) for iri in spread(found)]
        return []

    def of_property(self, property_: URIRef) -> list[Example]:
        """Statements of a property."""
        pairs = self._said.get(property_) or self._in_books.get(property_)
        if pairs:
            return [Example(self._link(subject), self._value(value)) for subject, value in spread(pairs)]
        rows = self._rows(property_)
        return [Example(self._row(row), self._value(value)) for row, value in spread(rows)]

    @cached_property
    def _said(self) -> dict[URIRef, list[tuple[URIRef, Object]]]:
        """The statements of each property of ours, of the first report that makes any."""
        found: dict[URIRef, list[tuple[URIRef, Object]]] = {}
        for report in self._site.reports:
            if any(p not in found for p in report.counts.properties if p.startswith(str(RAP))):
                found = _grouped(t for t in report.facts if self._shown(t[0])) | found
        return found

    @cached_property
    def _in_books(self) -> dict[URIRef, list[tuple[URIRef, Object]]]:
        """The same of the authorities, of things that have a page."""
        return _grouped(t for t in self._site.books if t[1].startswith(str(RAP)) and self._shown(t[0]))

    def _rows(self, property_: URIRef) -> list[tuple[Evidence, Object]]:
        """What the links of a report say by a property."""
        says = _ROWS.get(property_)
        for report in self._site.reports if says else ():
            if found := [(row, value) for row in report.evidence if says and (value := says(row)) is not None]:
                return found
        return []

    def _row(self, row: Evidence) -> Markup:
        """A link by its words, leading to its card."""
        way = self._here.to(self._site.places.address(row.iri))
        return Markup('<a href="{}">“{}”</a>').format(way, _short(row.quote))

    def _shown(self, iri: URIRef) -> bool:
        """Whether a page of the publication shows it."""
        places = self._site.places
        return places.is_ours(iri) and bool(places.owner(iri))

    def _link(self, iri: URIRef, text: str = "") -> Markup:
        return self._here.link(iri, text or _short(self._pages.label(iri)))

    def _value(self, value: Object) -> Markup:
        if isinstance(value, URIRef):
            return self._link(value)
        language = f' lang="{value.language}"' if value.language else ""
        return Markup("<q{} dir=auto>{}</q>").format(Markup(language), _short(str(value)))


def spread(found: Sequence[T]) -> list[T]:
    """The first, the middle and the last.

    >>> spread("abcdefg"), spread("ab"), spread("")
    (['a', 'd', 'g'], ['a', 'b'], [])
    """
    if len(found) <= MOST:
        return list(found)
    return [found[round(at * (len(found) - 1) / (MOST - 1))] for at in range(MOST)]


def _grouped(triples: Iterable[Triple]) -> dict[URIRef, list[tuple[URIRef, Object]]]:
    """The statements of each property of ours, in natural order."""
    found: dict[URIRef, list[tuple[URIRef, Object]]] = defaultdict(list)
    for subject, property_, value in triples:
        if property_.startswith(str(RAP)):
            found[property_].append((subject, value))
    return {p: sorted(pairs, key=lambda pair: (natural(pair[0]), object_key(pair[1]))) for p, pairs in found.items()}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
