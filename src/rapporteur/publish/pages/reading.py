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
from rapporteur.publish.pages.between import Piece, Range, between
from rapporteur.publish.pages.cards import Cards, offsets
from rapporteur.publish.pages.frame import Pages, locate
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.marks import marked
from rapporteur.publish.pages.words import Passage, passage
from rapporteur.publish.site import PublishedReport

Shown = URIRef | Piece
"""A part of the report, or what stands between two."""
_PARTS = ("Section", "Paragraph", "Subparagraph", "Footnote")
_NOTES_WITHIN = 12
"""Parts looked at before the words of a link: the notes that can stand within a paragraph, and the paragraph."""
_LETTER = re.compile(r"\S{1,8}\s*$")


@dataclass
class Part:
    """One heading, paragraph or note, or what stands between two of them.

    :ivar kind: "section", "paragraph", "footnote" or "between".
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

    :ivar unplaced: links whose words could not be found in the text shown: id and card.
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
    cards = Cards(pages, here, report.facts, listing=False)
    rows = pages.site.evidence_from(unit)
    return marked(found.text, cards.marks(found, rows, own=False), found.emphasis, name=cards.name)


class _Reader:
    def __init__(self, pages: Pages, here: Here, report: PublishedReport) -> None:
        self.pages, self.here, self.report = pages, here, report
        self.facts = report.facts
        self.cards = Cards(pages, here, report.facts, listing=True)
        self._pieces: dict[Piece, Passage] = {}
        notes = self.facts.subjects(RAP["noteOf"], report.document)
        self._of_title = [self.facts.text(note, RAP["number"]) for note in notes]

    def read(self) -> Reading:
        """All parts in order."""
        iris = [iri for name in _PARTS for iri in self.facts.of_class(RAP[name])]
        iris.sort(key=lambda iri: int(self.facts.text(iri, RAP["order"]) or 0))
        subs = defaultdict(list)
        for iri in iris:
            if self._is(iri, "Subparagraph"):
                subs[self._above(iri)].append(iri)
        shown = [iri for iri in iris if not self._is(iri, "Subparagraph")]
        following = self._between(shown)
        rows, unplaced = self._rows(shown)
        opens = self._opens(shown)
        units = defaultdict(list)
        for unit in self.facts.of_class(RAP["Recommendation"]):
            for holder in self.facts.things(unit, RAP["recordedIn"]):
                units[self._above(holder) if self._is(holder, "Subparagraph") else holder].append(unit)
        parts: list[Part] = []
        for part in (*shown, None):
            parts += [self._piece(piece, rows[piece], opens[piece]) for piece in following[part]]
            if part is not None:
                parts.append(self._part(part, rows[part], opens[part], subs[part], units[part]))
        left = [(self.pages.site.places.fragment(row.iri), self.cards.card(row, True)) for row in unplaced]
        contents = [part for part in parts if part.kind == "section"]
        rules = [(number, self.here.link(rule)) for rule, number in (self.cards.rules or {}).items()]
        return Reading(parts, contents, left, sum(map(len, opens.values())), rules)

    def _is(self, iri: URIRef, name: str) -> bool:
        return RAP[name] in self.facts.things(iri, TYPE)

    def _above(self, iri: URIRef) -> URIRef:
        """The paragraph that a subparagraph, at whatever depth, belongs to."""
        for above in self.facts.things(iri, DCTERMS["isPartOf"]):
            return self._above(above) if self._is(above, "Subparagraph") else above
        return iri

    def _range(self, iri: URIRef) -> tuple[int, int]:
        return offsets(self.facts, iri)

    def _between(self, shown: list[URIRef]) -> dict[URIRef | None, list[Piece]]:
        """What stands between parts, by the part before which it is shown; None for what ends the report."""
        found: dict[URIRef | None, list[Piece]] = defaultdict(list)
        placed = sorted((iri for iri in shown if self._range(iri)[0] >= 0), key=lambda iri: self._order(iri))
        if self.report.text is not None:
            ranges = [Range(*self._range(i), self._kind(i), self.facts.text(i, RAP["number"])) for i in placed]
            for piece in between(self.report.text, ranges, self.report.symbol):
                found[placed[piece.before] if piece.before < len(placed) else None].append(piece)
                raw = self.report.text[piece.start : piece.end]
                self._pieces[piece] = passage(piece.text, raw, piece.start, self._of_title)
        return found

    def _order(self, iri: URIRef) -> tuple[int, int]:
        start, end = self._range(iri)
        return start, -end

    def _words(self, part: Shown) -> Passage:
        """The words of what is shown."""
        if isinstance(part, Piece):
            return self._pieces[part]
        found = self.pages.heading(part) if self._kind(part) == "section" else self.pages.passage(part)
        return found or Passage("")

    def _rows(self, shown: list[URIRef]) -> tuple[dict[Shown, list[Evidence]], list[Evidence]]:
        """The links of each part by their offsets: of the note that they stand in, else of what holds the note."""
        part_at = self._finder(shown)
        found: dict[Shown, list[Evidence]] = defaultdict(list)
        unplaced = []
        for row in self.report.evidence:
            part = part_at(row.start, row.end)
            if part is None or locate(self._words(part), row) is None:
                unplaced.append(row)
            else:
                found[part].append(row)
        return found, unplaced

    def _finder(self, shown: list[URIRef]) -> Callable[[int, int], Shown | None]:
        """What tells the innermost part that holds the words between two offsets."""
        ranges: list[tuple[int, int, Shown]] = [(*self._range(iri), iri) for iri in shown]
        ranges += [(piece.start, piece.end, piece) for piece in self._pieces]
        ranges.sort(key=lambda entry: entry[:2])
        starts = [start for start, _, _ in ranges]

        def part_at(start: int, end: int) -> Shown | None:
            before = bisect_right(starts, start) - 1
            for at in range(before, max(-1, before - _NOTES_WITHIN), -1):
                if end <= ranges[at][1]:
                    return ranges[at][2]
            return None

        return part_at

    def _opens(self, shown: list[URIRef]) -> dict[Shown, list[URIRef]]:
        part_at = self._finder(shown)
        found: dict[Shown, list[URIRef]] = defaultdict(list)
        for iri in self.facts.of_class(RAP["OpenMention"]):
            part = part_at(*self._range(iri))
            if part is not None:
                found[part].append(iri)
        return found

    def _kind(self, iri: URIRef) -> str:
        return next((k for k in ("Section", "Footnote") if self._is(iri, k)), "Paragraph").casefold()

    def _piece(self, piece: Piece, rows: list[Evidence], opens: list[URIRef]) -> Part:
        """What stands between two parts, which no IRI names."""
        words = self._words(piece)
        marks = self.cards.marks(words, rows) + self.cards.open_marks(words, opens)
        said = f"characters {piece.start} to {piece.end}, in no numbered part"
        notes = [
            (at, marker)
            for at, marker in self._markers(self.report.document, words)
            if not words.text[:at].endswith(number := str(marker.striptags())) and not words.text.startswith(number, at)
        ]  # a sign such as * may stand in the words themselves
        shown = marked(words.text, marks, words.emphasis, notes, self.cards.name)
        return Part(self.report.document, "between", "", "", 0, said, shown)

    def _markers(self, part: URIRef, words: Passage) -> list[tuple[int, Markup]]:
        """The markers of notes, each leading to its note."""
        return [
            (at, Markup('<sup><a href="#{}">{}</a></sup>').format(note, number))
            for at, number in words.notes
            if (note := self._note(part, number))
        ]

    def _part(
        self, iri: URIRef, rows: list[Evidence], opens: list[URIRef], subs: list[URIRef], units: list[URIRef]
    ) -> Part:
        words = self._words(iri)
        marks = self.cards.marks(words, rows) + self.cards.open_marks(words, opens)
        inserts = self._markers(iri, words) + self._breaks(words, subs)
        start, end = self._range(iri)
        page = self.facts.text(iri, RAP["page"])
        path = self.facts.text(iri, RAP["path"])
        return Part(
            iri=iri,
            kind=self._kind(iri),
            id=self.pages.site.places.fragment(iri),
            number=self.facts.text(iri, RAP["number"]),
            level=min(6, 2 + path.count(".")) if path else 3,
            said=f"part {self.facts.text(iri, RAP['order'])}, characters {start} to {end}"
            + (f", page {page}" if page else ""),
            words=marked(words.text, marks, words.emphasis, inserts, self.cards.name),
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
