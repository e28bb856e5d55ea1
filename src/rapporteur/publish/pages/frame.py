"""What all pages share: templates, addresses from page to page, labels, and the words that a link rests on.

A `Pages` for a whole publication, a `Here` for one page of it. Everything put into a template is escaped; every address
is relative, so that the folder can lie anywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, RAP
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.pages.drawn import Pictures
from rapporteur.publish.pages.here import Here, plain, short
from rapporteur.publish.pages.words import Passage, passage, sentence
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.writer import Writer

_SUFFIX = re.compile(r" \([^()]*\)$")
_LONG = 60
"""Characters."""
_MARKUP = re.compile(r"<(\w+)>[^<]*</\1>|[*_]")
"""Note markers and emphasis in a quote, which the text of a part does not have."""

_SHOWN = re.compile(r"(?:^|(?<=>))[^<>]*/[^<>]*(?=<|$)")
"""What a reader sees of HTML, where a stroke stands in it."""
_STEPS = re.compile(r"[^\s<>]{6,}?/(?=[^\s<>])")
"""Steps of a symbol that are long enough to stand in a line of their own."""


class Pages:
    """The pages of one publication.

    :param drawn: asked for the pictures when a page first needs them; none without it.
    :ivar outside: things of ours that pages link to and that have no page, by family: the family's page shows them.
    """

    def __init__(self, site: Site, writer: Writer, drawn: Callable[[], Pictures] = Pictures) -> None:
        self.site = site
        self._drawn = drawn
        self.facts = site.facts
        self.writer = writer
        self.outside: dict[str, set[URIRef]] = defaultdict(set)
        self._labels: dict[URIRef, str] = {}
        self._passages: dict[URIRef, Passage | None] = {}
        self._addresses: dict[URIRef, str] = {}

    @cached_property
    def pictures(self) -> Pictures:
        """What was drawn."""
        return self._drawn()

    @cached_property
    def report_of(self) -> dict[str, PublishedReport]:
        """The reports by their documents."""
        return {str(report.document): report for report in self.site.reports}

    @cached_property
    def rules(self) -> dict[URIRef, str]:
        """What each rule does, in a sentence."""
        found: dict[URIRef, str] = {}
        for report in self.site.reports:
            found |= report.rules
        return dict(sorted(found.items()))

    @cached_property
    def owned(self) -> dict[URIRef, list[URIRef]]:
        """What is shown on the page of another thing, by that thing."""
        found: dict[URIRef, list[URIRef]] = defaultdict(list)
        for subject in sorted({s for s, _, _ in self.facts if self.site.places.is_ours(s)}, key=natural):
            if subject not in self.site.places and (owner := self.site.places.owner(subject)):
                found[URIRef(owner)].append(subject)
        return dict(found)

    def label(self, iri: URIRef) -> str:
        """The label of a thing, a rule's sentence, else the end of its IRI."""
        if iri not in self._labels:
            found = self.facts.label(iri)
            self._labels[iri] = self.rules.get(iri, short(iri)) if found == str(iri) else found
        return self._labels[iri]

    def brief(self, iri: URIRef) -> str:
        """A settled short title where the graph has one, else the label."""
        return self.facts.text(iri, DCTERMS["alternative"]) or self.label(iri)

    def property_label(self, iri: URIRef) -> str:
        """What a property is called, without the name of its vocabulary."""
        return _SUFFIX.sub("", self.label(iri))

    @cached_property
    def vocabulary(self) -> str:
        """The address of the vocabulary's page; "" where it was not written."""
        return "ontology/" if "ontology/index.html" in self.writer.files else ""

    def address(self, iri: URIRef) -> str:
        """From the top of the publication; "" where nothing is known of it, so that no page shows it."""
        if iri.startswith(str(RAP)) and self.vocabulary:
            return f"{self.vocabulary}#{iri[len(RAP) :]}"
        if iri not in self._addresses:
            known = self.site.places.is_ours(iri) and (
                iri in self.site.places or iri in self.facts or iri in self.rules
            )
            self._addresses[iri] = self.site.places.address(iri) if known else ""
            if known and not self.site.places.owner(iri):
                self.outside[iri[len(self.site.root) :].partition("/")[0]].add(iri)
        return self._addresses[iri]

    def passage(self, part: URIRef) -> Passage | None:
        """The words of a text part or recommendation; None where it has none."""
        if part not in self._passages:
            self._passages[part] = self._passage(part)
        return self._passages[part]

    def _passage(self, part: URIRef) -> Passage | None:
        text = self.facts.text(part, RAP["text"])
        if text and self.facts.text(part, RAP["textStart"]):
            return self._walked(part, text, "textStart", "textEnd")
        return self._walked(part, text or self.facts.text(part, DCTERMS["title"]), "start", "end")

    def heading(self, section: URIRef) -> Passage | None:
        """The words of a section's heading, whatever text stands under it in no paragraph."""
        return self._walked(section, self.facts.text(section, DCTERMS["title"]), "start", "end")

    def _walked(self, part: URIRef, text: str, begin: str, stop: str) -> Passage | None:
        """A text of a part beside its piece of the text as read."""
        start, end = self.facts.text(part, RAP[begin]), self.facts.text(part, RAP[stop])
        if not text:
            return None
        report = self.report_of.get(self.site.places.owner(part)) or self.report_of.get(self.document(part))
        if report is None or report.text is None or not start:
            return Passage(text, offset=int(start or 0))
        notes = [self.facts.text(note, RAP["number"]) for note in self.facts.subjects(RAP["noteOf"], part)]
        for sub in self.facts.subjects(DCTERMS["isPartOf"], part):
            notes += [self.facts.text(note, RAP["number"]) for note in self.facts.subjects(RAP["noteOf"], sub)]
        return passage(text, report.text[int(start) : int(end)], int(start), notes)

    def document(self, part: URIRef) -> str:
        """The document that a part or recommendation stands in; "" where the graph does not say."""
        held = next(iter(self.facts.things(part, RAP["inDocument"])), None)
        recorded = next(iter(self.facts.things(part, RAP["recordedIn"])), None)
        return str(held) if held else (self.document(recorded) if recorded else "")

    def part_of(self, row: Evidence) -> URIRef:
        """The text part or recommendation that a link's words stand in."""
        if self.passage(row.source) is not None:
            return row.source
        recorded = self.facts.things(row.source, RAP["recordedIn"])
        return recorded[0] if recorded else row.source

    def sentence(self, row: Evidence) -> Markup:
        """The sentence of a link with its words marked, else the words alone."""
        part: URIRef | None = self.part_of(row)
        found, place = None, None
        while part is not None and place is None:
            found = self.passage(part)
            place = found.place(row.start, row.end) if found else None
            above = self.facts.things(part, RAP["recordedIn"]) or self.facts.things(part, DCTERMS["isPartOf"])
            part = next(iter(above), None)
        if place is None and (found := self.passage(self.part_of(row))) is not None:
            place = locate(found, row)
        if found is None or place is None:
            return Markup("<mark>{}</mark>").format(row.quote)
        start, end = place
        begin, stop = sentence(found.text, start, end)
        return Markup("{}{}<mark>{}</mark>{}{}").format(
            "… " if begin and found.text[begin - 1 : begin] == " " and found.text[begin - 2] not in ".;:!?”" else "",
            found.text[begin:start],
            found.text[start:end],
            found.text[end:stop],
            " …" if stop < len(found.text) and found.text[stop - 1] not in ".;:!?”)" else "",
        )

    def write(self, path: str, template: str, title: str, **said: Any) -> None:
        """Write one page."""
        here = Here(self, path)
        text = templates().get_template(template).render(here=here, title=title, site=self.site, **said)
        self.writer.write(path, text)


def locate(found: Passage, row: Evidence) -> tuple[int, int] | None:
    """Where the words of a link stand in a part: by their offsets, else the same words nearest to there."""
    place = found.place(row.start, row.end)
    if place is not None:
        return place
    for quote in (row.quote, " ".join(_MARKUP.sub("", row.quote).split())):
        places = [one.start() for one in re.finditer(re.escape(quote), found.text)] if quote else []
        if places:
            at = min(places, key=lambda at: abs(at - (row.start - found.offset)))
            return at, at + len(quote)
    return None


def is_long(cell: str) -> bool:
    """Whether the words of a cell of a table need room."""
    return len(cell) > _LONG and len(Markup(cell).striptags()) > _LONG


def breakable(cell: str) -> Markup:
    """A cell of a table in which a line may end within a long symbol, so that no column is broader than need be.

    >>> breakable(Markup('<a href="a/b">CTOC/COP/WG.4/2010/6</a>'))
    Markup('<a href="a/b">CTOC/COP/<wbr>WG.4/2010/<wbr>6</a>')
    """
    said = Markup.escape(cell)
    return Markup(_SHOWN.sub(lambda words: _STEPS.sub(r"\g<0><wbr>", words[0]), str(said))) if "/" in said else said


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates of all pages."""
    made = Environment(
        loader=PackageLoader("rapporteur.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["plain"] = plain
    made.filters["long"] = is_long
    made.filters["breakable"] = breakable
    return made


@lru_cache(maxsize=1)
def assets() -> dict[str, bytes]:
    """The files that pages need, by name."""
    folder = files("rapporteur.publish").joinpath("assets")
    return {entry.name: entry.read_bytes() for entry in sorted(folder.iterdir(), key=lambda e: e.name)}
