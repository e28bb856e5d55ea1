"""The report as a reading page: its parts in order, every linked phrase opening what it links to.

Takes a `PublishedReport`, gives what the template shows: headings, paragraphs and notes as marked HTML, the contents,
the recommendations of each paragraph, and links whose words could not be placed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.vocabulary import DCTERMS, RAP, TYPE
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.pages.frame import Pages, locate
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.marks import Mark, marked
from rapporteur.publish.pages.words import Passage
from rapporteur.publish.site import PublishedReport

_PARTS = ("Section", "Paragraph", "Subparagraph", "Footnote")
_NOTES_WITHIN = 12
"""Parts looked at before the words of a link: the notes that can stand within a paragraph, and the paragraph."""
_LETTER = re.compile(r"\S{1,8}\s*$")


@dataclass
class Part:
    """One heading, paragraph or note.

    :ivar kind: "section", "paragraph" or "footnote".
    :ivar level: of a heading, 2 to 6.
    :ivar said: where it stands, for people who check: order, offsets, page.
    :ivar units: links to its recommendations.
    """

    iri: URIRef
    kind: str
    id: str
    number: str
    level: int
    said: str
    words: Markup
    units: list[Markup] = field(default_factory=list)


@dataclass
class Reading:
    """A whole report.

    :ivar unplaced: links whose words stand in no part shown, such as the title: id and card.
    :ivar rules: by which links were made, each with its number on this page.
    """

    parts: list[Part]
    contents: list[Part]
    unplaced: list[tuple[str, Markup]]
    open_mentions: int
    rules: list[tuple[int, Markup]]


def reading(pages: Pages, here: Here, report: PublishedReport) -> Reading:
    """The report's parts with their marks."""
    return _Reader(pages, here, report).read()


def unit_words(pages: Pages, here: Here, report: PublishedReport, unit: URIRef) -> Markup:
    """A recommendation's words with what they link to."""
    found = pages.passage(unit)
    if found is None:
        return Markup("")
    reader = _Reader(pages, here, report)
    rows = pages.site.evidence_from(unit)
    return marked(found.text, reader.marks(found, rows, own=False), found.emphasis, name=reader.name)


class _Reader:
    def __init__(self, pages: Pages, here: Here, report: PublishedReport) -> None:
        self.pages, self.here, self.report = pages, here, report
        self.facts = report.facts
        self.rules: dict[URIRef, int] | None = None
        self._count = 0

    def name(self) -> str:
        """An id for a card."""
        self._count += 1
        return f"c{self._count}"

    def read(self) -> Reading:
        """All parts in order."""
        self.rules = {}
        iris = [iri for name in _PARTS for iri in self.facts.of_class(RAP[name])]
        iris.sort(key=lambda iri: int(self.facts.text(iri, RAP["order"]) or 0))
        subs = defaultdict(list)
        for iri in iris:
            if self._is(iri, "Subparagraph"):
                subs[self._above(iri)].append(iri)
        shown = [iri for iri in iris if not self._is(iri, "Subparagraph")]
        rows, unplaced = self._rows(shown)
        opens = self._opens(shown)
        units = defaultdict(list)
        for unit in self.facts.of_class(RAP["Recommendation"]):
            for part in self.facts.things(unit, RAP["recordedIn"]):
                units[self._above(part) if self._is(part, "Subparagraph") else part].append(unit)
        parts = [self._part(iri, rows[iri], opens[iri], subs[iri], units[iri]) for iri in shown]
        left = [(self.pages.site.places.fragment(row.iri), self._card(row, True)) for row in unplaced]
        contents = [part for part in parts if part.kind == "section"]
        rules = [(number, self.here.link(rule)) for rule, number in self.rules.items()]
        return Reading(parts, contents, left, sum(map(len, opens.values())), rules)

    def _is(self, iri: URIRef, name: str) -> bool:
        return RAP[name] in self.facts.things(iri, TYPE)

    def _above(self, iri: URIRef) -> URIRef:
        """The paragraph that a subparagraph, at whatever depth, belongs to."""
        for above in self.facts.things(iri, DCTERMS["isPartOf"]):
            return self._above(above) if self._is(above, "Subparagraph") else above
        return iri

    def _range(self, iri: URIRef) -> tuple[int, int]:
        return int(self.facts.text(iri, RAP["start"]) or -1), int(self.facts.text(iri, RAP["end"]) or -1)

    def _rows(self, shown: list[URIRef]) -> tuple[dict[URIRef, list[Evidence]], list[Evidence]]:
        """The links of each part by their offsets: of the note that they stand in, else of what holds the note."""
        part_at = self._finder(shown)
        found: dict[URIRef, list[Evidence]] = defaultdict(list)
        unplaced = []
        for row in self.report.evidence:
            part = part_at(row.start, row.end)
            passage = self.pages.passage(part) if part is not None else None
            if part is None or passage is None or locate(passage, row) is None:
                unplaced.append(row)
            else:
                found[part].append(row)
        return found, unplaced

    def _finder(self, shown: list[URIRef]) -> Callable[[int, int], URIRef | None]:
        """What tells the innermost part that holds the words between two offsets."""
        ranges = sorted((*self._range(iri), iri) for iri in shown)
        starts = [start for start, _, _ in ranges]

        def part_at(start: int, end: int) -> URIRef | None:
            before = bisect_right(starts, start) - 1
            for at in range(before, max(-1, before - _NOTES_WITHIN), -1):
                if end <= ranges[at][1]:
                    return ranges[at][2]
            return None

        return part_at

    def _opens(self, shown: list[URIRef]) -> dict[URIRef, list[URIRef]]:
        part_at = self._finder(shown)
        found: dict[URIRef, list[URIRef]] = defaultdict(list)
        for iri in self.facts.of_class(RAP["OpenMention"]):
            part = part_at(*self._range(iri))
            if part is not None:
                found[part].append(iri)
        return found

    def _part(
        self, iri: URIRef, rows: list[Evidence], opens: list[URIRef], subs: list[URIRef], units: list[URIRef]
    ) -> Part:
        passage = self.pages.passage(iri) or Passage("")
        kind = next((k for k in ("Section", "Footnote") if self._is(iri, k)), "Paragraph").casefold()
        marks = self.marks(passage, rows) + self._open_marks(passage, opens)
        inserts = [
            (at, Markup('<sup><a href="#{}">{}</a></sup>').format(note, number))
            for at, number in passage.notes
            if (note := self._note(iri, number))
        ]
        inserts += self._breaks(passage, subs)
        start, end = self._range(iri)
        page = self.facts.text(iri, RAP["page"])
        path = self.facts.text(iri, RAP["path"])
        return Part(
            iri=iri,
            kind=kind,
            id=self.pages.site.places.fragment(iri),
            number=self.facts.text(iri, RAP["number"]),
            level=min(6, 2 + path.count(".")) if path else 3,
            said=f"part {self.facts.text(iri, RAP['order'])}, characters {start} to {end}"
            + (f", page {page}" if page else ""),
            words=marked(passage.text, marks, passage.emphasis, inserts, self.name),
            units=[self.here.link(unit, self.facts.text(unit, RAP["number"])) for unit in units],
        )

    def _note(self, part: URIRef, number: str) -> str:
        """The id of a note whose marker stands in a part."""
        within = [part, *self.facts.subjects(DCTERMS["isPartOf"], part)]
        for holder in within:
            for note in self.facts.subjects(RAP["noteOf"], holder):
                if self.facts.text(note, RAP["number"]) == number:
                    return self.pages.site.places.fragment(note)
        return ""

    def _breaks(self, passage: Passage, subs: Iterable[URIRef]) -> list[tuple[int, Markup]]:
        """A new line before each lettered part, which is the place that its IRI names."""
        found = []
        for sub in subs:
            place = passage.place(*self._range(sub))
            if place is None:
                at = passage.text.find(self.facts.text(sub, RAP["text"])[:60])
                if at < 0:
                    continue
                place = (at, at)
            letter = _LETTER.search(passage.text[: place[0]])
            at = letter.start() if letter and letter.group().rstrip().endswith((")", ".")) else place[0]
            deep = (
                " class=deep"
                if self._is(next(iter(self.facts.things(sub, DCTERMS["isPartOf"])), sub), "Subparagraph")
                else ""
            )
            found.append(
                (at, Markup('<br><span id="{}"{}></span>').format(self.pages.site.places.fragment(sub), Markup(deep)))
            )
        return found

    def marks(self, passage: Passage, rows: Iterable[Evidence], own: bool = True) -> list[Mark]:
        """Links as marks; those that say the same of the same words for a part and its recommendation are one.

        :param own: whether the entries bear the ids of the evidence, as on the page of the report.
        """
        same: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
        for row in rows:
            place = locate(passage, row)
            if place is not None:
                node = row.source if self.pages.passage(row.source) is None else ""
                same[(*place, row.property, row.target, row.rule, row.grade, node)].append(row)
        found = []
        for key, group in same.items():
            ids = [self.pages.site.places.fragment(row.iri) for row in group] if own else []
            grade = group[0].grade.rpartition("/")[2]
            start, end = passage.place(group[0].start, group[0].end) or (key[0], key[1])
            found.append(Mark(int(str(start)), int(str(end)), ids, grade, self._card(group[0], False, group)))
        return found

    def _card(self, row: Evidence, quote: bool, group: list[Evidence] | None = None) -> Markup:
        """What a link says: its property and target, of what, its grade and rule."""
        about = ""
        units = [one.source for one in group or [row] if RAP["Recommendation"] in self.facts.things(one.source, TYPE)]
        if self.pages.passage(row.source) is None:
            about = self.here.link(row.source) + Markup(": ")
        elif units:
            links = [self.here.link(unit, self.facts.text(unit, RAP["number"])) for unit in units]
            about = Markup("Recommendation {}: ").format(Markup(", ").join(links))
        words = Markup("“{}” ").format(row.quote) if quote else ""
        score = f" {row.score:g}" if row.score is not None else ""
        return Markup("{}{}{} {} <small>{}{}. {}</small>").format(
            words,
            about,
            self.pages.property_label(row.property),
            self.here.link(row.target, self.pages.brief(row.target)),
            self.pages.label(row.grade),
            score,
            self._rule(row.rule),
        )

    def _rule(self, rule: URIRef) -> Markup:
        """What a rule does, leading to the list of rules at the end of the page where there is one."""
        if self.rules is None:
            return self.here.link(rule)
        number = self.rules.setdefault(rule, len(self.rules) + 1)
        return Markup('<a href="#r{}">{}</a>').format(number, self.pages.label(rule))

    def _open_marks(self, passage: Passage, opens: Iterable[URIRef]) -> list[Mark]:
        """What was seen and not linked, with the rivals and the reason."""
        found = []
        for iri in opens:
            place = passage.place(*self._range(iri))
            if place is None:
                quote = self.facts.text(iri, RAP["quote"])
                at = passage.text.find(quote)
                place = (at, at + len(quote)) if at >= 0 else (0, min(1, len(passage.text)))
            rivals = [self.here.link(one) for one in self.facts.things(iri, RAP["candidate"])]
            because = [self.pages.label(one) for one in self.facts.things(iri, RAP["because"])]
            card = Markup("Left open: {}. {}").format(
                ", ".join(because) or "no reason given",
                Markup("Could be {}.").format(Markup(", or ").join(rivals)) if rivals else "No candidate.",
            )
            found.append(Mark(*place, [self.pages.site.places.fragment(iri)], "open", card))
        return found
