"""Links → the triples they assert and, in a graph of their own, the evidence for each; open mentions beside.

The evidence is written twice over in one node: as a `rap:Link`, and as an `oa:Annotation` whose body is
the target and whose target is the words, by quote and by position (W3C Web Annotation Data Model, Text
Quote Selector and Text Position Selector).
"""

from __future__ import annotations

from collections import Counter

from rdflib import URIRef

from rapporteur.graph.iris import ReportIris
from rapporteur.graph.labels import Labels
from rapporteur.graph.vocabulary import OA, RAP, TYPE, Sheet, decimal, integer, plain
from rapporteur.model import ConceptRef, Linked, LinkedReport, PartKind, PartRef, Report, Rule, Unlinked

_VERBS = {
    "buildsOn": "builds on",
    "secondaryActor": "has the secondary actor",
    "participant": "has the participant",
    "speaker": "has the speaker",
    "addressee": "has the addressee",
    "strength": "has the strength",
    "theme": "has the theme",
    "recommendedBy": "was made by",
}


def write_links(facts: Sheet, evidence: Sheet, linked: LinkedReport, own: ReportIris, labels: Labels) -> None:
    """Assert each link's triple on ``facts`` and write what it stands on, on ``evidence``.

    Of two links between the same things over the same words the first in reading order is the evidence.
    """
    writer = _EvidenceWriter(evidence, linked.report, own, labels)
    for link in linked.links:
        source, target = own.source(link.source), own.entity(link.target)
        facts.add(source, RAP[link.property], target)
        writer.write(link, source, target)


class _EvidenceWriter:
    def __init__(self, sheet: Sheet, report: Report, own: ReportIris, labels: Labels) -> None:
        self._sheet, self._own, self._labels = sheet, own, labels
        self._report, self._pages = report, pages(report)
        self._written: set[URIRef] = set()

    def write(self, link: Linked, source: URIRef, target: URIRef) -> None:
        """One link, its target and its two selectors."""
        add, start, end = self._sheet.add, integer(link.span.start), integer(link.span.end)
        property_ = RAP[link.property]
        node = self._own.link(source, property_, target, link.span.start, link.span.end)
        if node in self._written:
            return
        self._written.add(node)
        verb = _VERBS.get(link.property, link.property)
        self._sheet.thing(node, RAP["Link"], f"{self._labels.of(link.source)} {verb} {self._labels.of(link.target)}")
        add(node, TYPE, OA["Annotation"])
        add(node, RAP["source"], source)
        add(node, RAP["property"], property_)
        add(node, RAP["target"], target)
        add(node, RAP["quote"], plain(link.quote))
        add(node, RAP["start"], start)
        add(node, RAP["end"], end)
        page = self._report.page(link.span.start) or self._pages.get(link.part)
        add(node, RAP["page"], integer(page) if page is not None else None)
        add(node, RAP["rule"], write_rule(self._sheet, link.rule, self._own))
        add(node, RAP["grade"], self._own.entity(ConceptRef("grade", link.grade.value)))
        add(node, RAP["origin"], self._own.entity(ConceptRef("origin", link.origin)))
        add(node, RAP["score"], decimal(link.score) if link.score is not None else None)
        self._annotate(node, target, link)

    def _annotate(self, node: URIRef, target: URIRef, link: Linked) -> None:
        """The same as Web Annotation: body, specific resource, quote and position."""
        add, id = self._sheet.add, node.rsplit("/", 1)[-1]
        place, quote, position = (self._own.below(node, name) for name in ("target", "quote", "position"))
        add(node, OA["hasBody"], target)
        add(node, OA["hasTarget"], place)
        self._sheet.thing(place, OA["SpecificResource"], f"The words of link {id}")
        add(place, OA["hasSource"], self._own.part(link.part))
        add(place, OA["hasSelector"], quote)
        add(place, OA["hasSelector"], position)
        self._sheet.thing(quote, OA["TextQuoteSelector"], f"The quote of link {id}")
        add(quote, OA["exact"], plain(link.quote))
        self._sheet.thing(position, OA["TextPositionSelector"], f"The position of link {id}")
        add(position, OA["start"], integer(link.span.start))
        add(position, OA["end"], integer(link.span.end))


def write_open_mentions(sheet: Sheet, linked: LinkedReport, own: ReportIris, labels: Labels) -> None:
    """Write what was seen and not linked, with its rivals and the reason."""
    seen: Counter[tuple[int, int, str]] = Counter()
    for unlinked in linked.unlinked:
        key = (unlinked.span.start, unlinked.span.end, unlinked.kind)
        seen[key] += 1
        node = own.open_mention(*key, seen[key])
        _open_mention(sheet, unlinked, node, own, labels)


def _open_mention(sheet: Sheet, it: Unlinked, node: URIRef, own: ReportIris, labels: Labels) -> None:
    add = sheet.add
    shown = " ".join(it.quote.split())
    sheet.thing(node, RAP["OpenMention"], f"“{shown}” in {labels.of(it.part)} was not linked")
    add(node, RAP["source"], own.source(it.source))
    add(node, RAP["property"], RAP[it.property])
    add(node, RAP["quote"], plain(it.quote))
    add(node, RAP["start"], integer(it.span.start))
    add(node, RAP["end"], integer(it.span.end))
    add(node, RAP["rule"], write_rule(sheet, it.rule, own))
    add(node, RAP["because"], own.entity(ConceptRef("because", it.because.value)))
    for candidate in it.candidates:
        add(node, RAP["candidate"], own.entity(candidate))


def write_rule(sheet: Sheet, rule: Rule, own: ReportIris) -> URIRef:
    """A rule with the sentence that says what it does; returns its address."""
    node = own.iris.rule(rule.id)
    sheet.thing(node, RAP["Rule"], rule.label)
    return node


def pages(report: Report) -> dict[PartRef, int]:
    """The page each text part starts on, of those whose source has pages."""
    found: dict[PartRef, int | None] = {section.ref: section.page for section in report.sections}
    found |= {note.ref: note.page for note in report.footnotes}
    for paragraph in report.paragraphs:
        found[paragraph.ref] = paragraph.page
        found |= {paragraph.item_ref(item): item.page for item in paragraph.items}
    found[PartRef(PartKind.REPORT)] = None
    return {ref: page for ref, page in found.items() if page is not None}
