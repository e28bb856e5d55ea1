"""The page of one thing: what is said of it, what points at it with the sentences, and what is shown on its page.

One template for every kind. The sections follow from the graph: links to a thing are quotes, deeds at a meeting are
tables, the rest are lists. What a kind needs besides stands in `_BESIDES`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup
from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, SCHEMA, SKOS, TYPE, Object
from rapporteur.publish.evidence import Evidence
from rapporteur.publish.pages.frame import Here, Pages, compact
from rapporteur.publish.pages.reading import unit_words

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
    "rap:recommendedBy": "Recommended by it",
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
    """One section of a page."""

    heading: str
    note: str = ""
    quotes: list[Quote] = field(default_factory=list)
    links: list[Markup] = field(default_factory=list)
    table: Table | None = None


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
        found.append(_group(pages, here, property_, subjects, evidence[property_]))
    return found + _owned(pages, here, iri, text_shown)


def _group(pages: Pages, here: Here, property_: URIRef, subjects: list[URIRef], rows: list[Evidence]) -> Group:
    name = compact(property_)
    heading = _HEADINGS.get(name, f"{pages.property_label(property_).capitalize()}: it is the value for")
    if name == "dcterms:isPartOf" and _are(pages, subjects, "AgendaItem"):
        heading = "Agenda items"
    group = Group(heading)
    if name.removeprefix("rap:") in _DEEDS and not _are(pages, subjects, "Recommendation"):
        deeds = [s for s in subjects if not _are(pages, [s], "Recommendation")]
        by_source = {row.source: row for row in rows}
        group.table = _deeds(pages, here, deeds, property_, by_source)
        group.links = [here.link(s) for s in subjects if s not in set(deeds)]
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
    for deed in deeds:
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


def _all(pages: Pages, here: Here, subjects: list[URIRef]) -> Table:
    properties: dict[URIRef, None] = {}
    for subject in subjects:
        for property_ in sorted(pages.facts.about(subject), key=lambda p: (p != LABEL, str(p))):
            properties.setdefault(property_)
    table = Table([pages.property_label(p) for p in properties], [])
    for subject in subjects:
        table.ids.append(pages.site.places.fragment(subject))
        table.about.append(str(subject))
        cells = [
            Markup(", ").join(here.statement(p, value) for value in pages.facts.values(subject, p)) for p in properties
        ]
        table.rows.append(cells)
    return table


def evidence_table(pages: Pages, here: Here, iri: URIRef) -> Table | None:
    """The words that each statement of a thing rests on."""
    rows = pages.site.evidence_from(iri)
    if not rows:
        return None
    return Table(
        ["statement", "words", "reached"],
        [
            [
                Markup("{} {}").format(pages.property_label(row.property), here.link(row.target)),
                Markup("<q>{}</q>").format(row.quote),
                why(pages, here, row),
            ]
            for row in rows
        ],
    )


def speakers(pages: Pages, here: Here, unit: URIRef) -> list[Group]:
    """Who spoke on the agenda item of a recommendation."""
    found = []
    for item in pages.facts.things(unit, RAP["agendaItem"]):
        said = [
            statement
            for statement in pages.facts.subjects(RAP["agendaItem"], item)
            if RAP["Statement"] in pages.facts.things(statement, TYPE)
        ]
        if said:
            who = [
                Markup("{}{}").format(
                    here.link(statement, pages.label(speaker)),
                    Markup("").join(
                        Markup(" ({})").format(pages.label(c)) for c in pages.facts.things(statement, RAP["capacity"])
                    ),
                )
                for statement in said
                for speaker in pages.facts.things(statement, RAP["speaker"]) or [statement]
            ]
            note = f"They took the floor on {pages.label(item)}; the report does not say that it was on this recommendation."
            found.append(Group("Speakers on its agenda item", note, links=who))
    return found


def thing_page(pages: Pages, iri: URIRef, kind: str) -> None:
    """Write the page of one thing that is no report."""
    path = pages.site.places.page(iri)
    here = Here(pages, path)
    texts: list[tuple[Markup, Markup]] = []
    chapeau = Markup(" ").join(
        here.statement(RAP["chapeau"], value) for value in pages.facts.values(iri, RAP["chapeau"])
    )
    report = pages.report_of.get(pages.document(iri))
    if kind == "recommendation" and report is not None:
        texts.append((chapeau, unit_words(pages, here, report, iri)))
    elif words := pages.facts.text(iri, RAP["text"]):
        texts.append((chapeau, Markup.escape(words)))
    labels = [value for value in pages.facts.values(iri, LABEL) if isinstance(value, Literal)]
    english = next((value for value in labels if value.language == "en"), labels[0] if labels else Literal(iri))
    outside = kind == "part" or (kind in ("document", "decision", "publication") and str(iri) not in pages.report_of)
    pages.write(
        path,
        "thing.html",
        pages.label(iri),
        iri=iri,
        kind=kind,
        kinds=[here.statement(TYPE, c, pages.property_label(c)) for c in pages.facts.things(iri, TYPE)],
        name=here.statement(LABEL, english),
        words_language=getattr(pages.facts.value(iri, RAP["text"]), "language", None),
        said_text=pages.facts.text(iri, RAP["text"]),
        above=_above(pages, here, iri),
        texts=texts,
        labels=[here.statement(LABEL, value) for value in labels if value != english],
        outside=outside,
        statements_of=here.statements(iri, (TYPE, LABEL, RAP["text"], RAP["chapeau"])),
        evidence=evidence_table(pages, here, iri),
        groups=(speakers(pages, here, iri) if kind == "recommendation" else []) + groups(pages, here, iri),
        data=(
            ("Turtle", here.to(pages.site.places.data(iri, "ttl"))),
            ("JSON-LD", here.to(pages.site.places.data(iri, "jsonld"))),
        ),
        schema=schema(pages, iri, kind),
    )


def _above(pages: Pages, here: Here, iri: URIRef) -> list[Markup]:
    """What it is part of, from the top."""
    found: list[Markup] = []
    seen = {iri}
    at = iri
    while True:
        up = next(
            (
                above
                for name in (DCTERMS["isPartOf"], RAP["recordedIn"], RAP["inDocument"], SKOS["inScheme"])
                for above in pages.facts.things(at, name)
                if above not in seen
            ),
            None,
        )
        if up is None or len(found) > 12:
            return found[::-1]
        seen.add(up)
        found.append(here.link(up, _within(pages, up)))
        at = up


def _within(pages: Pages, part: URIRef) -> str:
    """The label of a part without the name of its document, which stands before it."""
    document = next(iter(pages.facts.things(part, RAP["inDocument"])), None)
    label = pages.label(part)
    return label.removeprefix(f"{pages.label(document)}, ") if document is not None else label


_SCHEMA = {
    "report": "Report",
    "document": "DigitalDocument",
    "decision": "Legislation",
    "publication": "CreativeWork",
    "part": "CreativeWork",
    "recommendation": "CreativeWork",
    "meeting": "Event",
    "item": "CreativeWork",
    "person": "Person",
    "state": "Country",
    "organization": "Organization",
    "instrument": "Legislation",
    "provision": "Legislation",
    "scheme": "DefinedTermSet",
    "concept": "DefinedTerm",
}
"""The type of schema.org for each kind of page."""


def schema(pages: Pages, iri: URIRef, kind: str) -> dict[str, object]:
    """A thing in the words of schema.org, for search engines."""
    facts = pages.facts
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": _SCHEMA[kind],
        "@id": str(iri),
        "name": pages.label(iri),
    }
    pairs: tuple[tuple[str, Object | None], ...] = (
        ("identifier", facts.value(iri, RAP["symbol"])),
        ("text", facts.value(iri, RAP["text"])),
        ("datePublished", facts.value(iri, DCTERMS["issued"])),
        ("startDate", facts.value(iri, SCHEMA["startDate"])),
        ("endDate", facts.value(iri, SCHEMA["endDate"])),
        ("location", facts.value(iri, SCHEMA["location"])),
        ("sameAs", facts.value(iri, SCHEMA["sameAs"])),
        ("description", facts.value(iri, SKOS["definition"])),
        ("alternateName", facts.value(iri, RAP["acronym"]) if kind == "organization" else None),
    )
    said |= {name: str(value) for name, value in pairs if value is not None}
    whole = next(iter(facts.things(iri, DCTERMS["isPartOf"])), None) or next(
        iter(facts.things(iri, RAP["inDocument"])), None
    )
    if whole is not None:
        said["isPartOf"] = {"@id": str(whole)}
    return said
