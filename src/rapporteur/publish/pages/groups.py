"""What points at a thing, and what has its place on its page, as sections: quotes, tables, lists.

Links to a thing are quotes with their sentences, deeds at a meeting are tables, the rest are lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.serialize import NaturalKey, natural
from rapporteur.graph.vocabulary import LABEL, RAP, SKOS, TYPE, Object
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.pages import cells
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here, compact

MOST = 500
"""Things that one section shows: of hundreds of reports together some are pointed at by thousands."""
_DEEDS = ("participant", "representing", "speaker", "onBehalfOf", "agendaItem", "capacity", "role", "instrument")
"""Properties by which deeds at a meeting point at a thing: shown as tables."""
_HEADINGS = {
    "rap:cites": "Cited in",
    "rap:mentions": "Mentioned in",
    "rap:buildsOn": "Built on by",
    "rap:theme": "Recommendations on this theme",
    "rap:addressee": "Recommendations addressed to it",
    "rap:strength": "Recommendations of this strength",
    "rap:secondaryActor": "Recommendations that name it as a second actor",
    "rap:recommendedBy": "Recommendations that it made",
    "rap:hadBefore": "Items that had it before them",
    "rap:participant": "Attendance",
    "rap:representing": "Represented by",
    "rap:speaker": "Statements and presentations",
    "rap:onBehalfOf": "Statements on its behalf",
    "rap:agendaItem": "Statements and presentations on it",
    "rap:capacity": "Took part in this capacity",
    "rap:role": "Took part in this role",
    "rap:instrument": "Accessions",
    "rap:meeting": "Who took part",
    "rap:body": "Meetings",
    "rap:kind": "Of this kind",
    "rap:because": "Left open for this reason",
    "rap:candidate": "Left open between it and others",
    "rap:inDocument": "Parts of it",
    "rap:reports": "Reports",
    "dcterms:isPartOf": "Parts of it",
    "schema:parentOrganization": "Bodies within it",
    "skos:inScheme": "Concepts",
    "skos:broader": "Narrower",
    "skos:narrower": "Broader",
    "foaf:focus": "Addressee of recommendations as",
    "dcterms:relation": "Related",
}
_PASSED_OVER = {SKOS["topConceptOf"], SKOS["hasTopConcept"], RAP["recordedIn"], RAP["discussedIn"], SKOS["narrower"]}
_COLUMNS = (
    "participant",
    "speaker",
    "representing",
    "onBehalfOf",
    "agendaItem",
    "instrument",
    "capacity",
    "role",
    "meeting",
)
_PLACES = {RAP[name]: at for at, name in enumerate(_COLUMNS)}
_PLAIN, _ONE_LINE = Markup("{}"), Markup("<span class=line>{}</span>")
_IN_THE_TEXT = ("Section", "Paragraph", "Subparagraph", "Footnote", "OpenMention")


@dataclass
class Table:
    """A table: ``ids`` are those of its rows, where they are places of their own."""

    columns: list[str]
    rows: list[list[Markup]]
    ids: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)


@dataclass
class Quote:
    """A sentence, what it stands in, and why it is here."""

    where: Markup
    words: Markup
    why: Markup


@dataclass
class Group:
    """One section of a page.

    :ivar pointing: how many things point here; 0 for as many as are shown.
    """

    heading: str
    note: str = ""
    pointing: int = 0
    quotes: list[Quote] = field(default_factory=list)
    links: list[Markup] = field(default_factory=list)
    table: Table | None = None

    @property
    def count(self) -> int:
        """How many things it is about."""
        shown = len(self.quotes) + len(self.links) + (len(self.table.rows) if self.table else 0)
        return self.pointing or shown


def groups(pages: Pages, here: Here, iri: URIRef, text_shown: bool = False) -> list[Group]:
    """What points at a thing, in the order of `_HEADINGS`, then what is shown on its page.

    :param text_shown: whether the page shows the parts of the document itself.
    """
    owned = set(pages.owned.get(iri, ()))
    evidence = defaultdict(list)
    for row in pages.site.evidence_to(iri):
        evidence[row.property].append(row)
    pointing = {p: [s for s in subjects if s not in owned] for p, subjects in pages.facts.pointing(iri).items()}
    order = list(_HEADINGS)
    found = []
    for property_ in sorted(pointing, key=lambda p: (order.index(compact(p)) if compact(p) in order else 99, str(p))):
        subjects = sorted(pointing[property_], key=natural)
        if property_ in _PASSED_OVER or not subjects:
            continue
        units = [s for s in subjects if property_ == RAP["agendaItem"] and _are(pages, [s], "Recommendation")]
        if rest := [s for s in subjects if s not in set(units)]:
            found.append(_group(pages, here, property_, rest, evidence[property_]))
        if units:
            found.append(_group(pages, here, property_, units, [], "Recommendations on it"))
    return found + _owned(pages, here, iri, text_shown)


def _group(
    pages: Pages, here: Here, property_: URIRef, subjects: list[URIRef], rows: list[Evidence], heading: str = ""
) -> Group:
    name = compact(property_)
    note = ""
    pointing = cells.text_parts(pages, property_, subjects)
    if len(subjects) > MOST:
        note = f"The first {MOST:,} of {len(subjects):,}. All of them stand in the data of this page."
        subjects = subjects[:MOST]
        shown = set(subjects)
        rows = [row for row in rows if row.source in shown]
    heading = heading or _HEADINGS.get(name, f"{pages.property_label(property_).capitalize()}: it is the value for")
    if name == "dcterms:isPartOf" and _are(pages, subjects, "AgendaItem"):
        heading = "Agenda items"
    group = Group(heading, note, pointing)
    if name.removeprefix("rap:") in _DEEDS and not _are(pages, subjects, "Recommendation"):
        group.table = _deeds(pages, here, subjects, property_, {row.source: row for row in rows})
    elif rows:
        seen = {row.source for row in rows}
        group.quotes = _quotes(pages, here, rows)
        group.links = [here.link(subject) for subject in subjects if subject not in seen]
    else:
        group.links = [here.name(subject) for subject in subjects]
    return group


def _are(pages: Pages, subjects: Iterable[URIRef], name: str) -> bool:
    return all(RAP[name] in pages.facts.things(subject, TYPE) for subject in subjects)


def _quotes(pages: Pages, here: Here, rows: list[Evidence]) -> list[Quote]:
    """One quote a sentence: a paragraph and its recommendation that rest on the same words stand together."""
    same: dict[tuple[URIRef, int, int], list[Evidence]] = defaultdict(list)
    for row in rows:
        same[row.report, row.start, row.end].append(row)
    found = []
    for group in same.values():
        group.sort(key=lambda row: (RAP["Recommendation"] in pages.facts.things(row.source, TYPE), natural(row.source)))
        first = group[0]
        links = [here.link(row.source) for row in group]
        found.append(Quote(Markup(" · ").join(links), pages.sentence(first), why(pages, here, first)))
    return found


def why(pages: Pages, here: Here, row: Evidence) -> Markup:
    """Grade and rule of a link, which is itself an address."""
    score = f" {row.score:g}" if row.score is not None else ""
    return Markup("{}{}. {}").format(here.link(row.iri, pages.label(row.grade)), score, here.link(row.rule))


def _deeds(pages: Pages, here: Here, deeds: list[URIRef], apart: URIRef, by_source: dict[URIRef, Evidence]) -> Table:
    """Participations, statements, presentations and accessions, each with its sentence."""
    used = [n for n in _COLUMNS if RAP[n] != apart and any(pages.facts.things(d, RAP[n]) for d in deeds)]
    table = Table(["", *(pages.property_label(RAP[name]) for name in used), "words"], [])
    for deed in sorted(deeds, key=lambda deed: _by_name(pages, deed)):
        cells = [here.link(deed)]
        cells += [Markup(", ").join(here.name(value) for value in pages.facts.things(deed, RAP[name])) for name in used]
        row = by_source.get(deed) or next(iter(pages.site.evidence_from(deed)), None)
        cells.append(pages.sentence(row) if row else Markup.escape(pages.facts.text(deed, RAP["nameAsWritten"])))
        table.rows.append(cells)
    return table


def _owned(pages: Pages, here: Here, iri: URIRef, text_shown: bool) -> list[Group]:
    """What has its place on this page, a table for each class, every statement of it in RDFa."""
    by_class: dict[str, list[URIRef]] = defaultdict(list)
    for subject in pages.owned.get(iri, ()):
        if text_shown and any(_are(pages, [subject], name) for name in _IN_THE_TEXT):
            continue
        by_class[", ".join(pages.label(c) for c in pages.facts.things(subject, TYPE)) or "Named below it"].append(
            subject
        )
    return [
        Group(
            f"{name[:1].upper()}{name[1:]}s here" if name != "Named below it" else name, table=_all(pages, here, iris)
        )
        for name, iris in by_class.items()
    ]


def _by_name(pages: Pages, iri: URIRef) -> tuple[NaturalKey, NaturalKey]:
    """A key that sorts what is called after people and States by their names, below what it belongs to."""
    return natural(iri.rpartition("/")[0]), natural(pages.label(iri).casefold())


def _all(pages: Pages, here: Here, subjects: list[URIRef]) -> Table:
    """All statements of some things; what is the same for each stands in the last columns."""
    said: dict[URIRef, set[tuple[Object, ...]]] = defaultdict(set)
    for subject in subjects:
        for property_ in pages.facts.about(subject):
            said[property_].add(tuple(pages.facts.values(subject, property_)))
    every = {p for p in said if all(pages.facts.values(subject, p) for subject in subjects)}
    alike = {p for p in every if len(said[p]) == 1 and len(subjects) > 1}
    properties = sorted(said, key=lambda p: (p in alike, p != LABEL, _PLACES.get(p, len(_PLACES)), str(p)))
    table = Table([pages.property_label(p) for p in properties], [])
    for subject in sorted(subjects, key=lambda subject: _by_name(pages, subject)):
        table.ids.append(pages.site.places.fragment(subject))
        table.about.append(str(subject))
        cells = [
            (_ONE_LINE if p in alike else _PLAIN).format(
                Markup(", ").join(here.statement(p, value) for value in pages.facts.values(subject, p))
            )
            for p in properties
        ]
        table.rows.append(cells)
    return table
