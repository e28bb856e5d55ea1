"""The page of one thing: its words, what is said of it, what that rests on, and all that points at it.

One template for every kind: what it shows follows from the graph.
"""

from __future__ import annotations

from markupsafe import Markup
from rdflib import Literal, URIRef

from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, SKOS, TYPE
from rapporteur.model.symbol import SymbolError, parse_symbol
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import Group, Table, groups, why
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.reading import unit_words
from rapporteur.publish.pages.reviews import Reviews
from rapporteur.publish.pages.schema import schema
from rapporteur.resolving.depositary import treaty_address


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
            note = f"They took the floor on {pages.label(item)}, not necessarily on this recommendation."
            found.append(Group("Speakers on its agenda item", note, links=who))
    return found


def thing_page(pages: Pages, reviews: Reviews, iri: URIRef, kind: str) -> None:
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
        official=official(pages, iri) if outside or kind in ("instrument", "provision") else "",
        statements_of=here.statements(iri, (TYPE, LABEL, RAP["text"], RAP["chapeau"])),
        seen=pages.pictures.of(here, iri),
        evidence=evidence_table(pages, here, iri),
        groups=_before(pages, reviews, here, iri, kind) + groups(pages, here, iri),
        data=(
            ("Turtle", here.to(pages.site.places.data(iri, "ttl"))),
            ("JSON-LD", here.to(pages.site.places.data(iri, "jsonld"))),
        ),
        schema=schema(pages, iri, kind),
    )


def official(pages: Pages, iri: URIRef) -> str:
    """The official address of a document, of that of a part, or of a treaty; "" where none is known."""
    _, instrument, path = iri.partition(f"{pages.site.root}instrument/")
    if instrument:
        return treaty_address(path.partition("/")[0])
    symbol = pages.facts.text(iri, RAP["symbol"]) or pages.facts.text(URIRef(pages.document(iri)), RAP["symbol"])
    try:
        return parse_symbol(symbol).address if symbol else ""
    except SymbolError:
        return ""


def _before(pages: Pages, reviews: Reviews, here: Here, iri: URIRef, kind: str) -> list[Group]:
    """What stands before the things that point at it: what follows from more than one statement."""
    if kind == "recommendation":
        return reviews.addressed(here, iri) + speakers(pages, here, iri)
    return reviews.received(here, iri) if kind == "state" else []


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
