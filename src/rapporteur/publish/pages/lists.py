"""Lists: all things of a kind on one page, readable as it stands; a script adds filters and sorting.

The list of a family of IRIs lies where the family does (``id/state/``); what pages name without giving it a page of its
own has its place there too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, RAP, SCHEMA, SKOS
from rapporteur.publish.pages import cells
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import Table
from rapporteur.publish.pages.here import Here
from rapporteur.publish.places import file_name

MOST = 1500
"""Rows on one page of a list."""
Column = tuple[str, cells.Cell]


@dataclass
class Choice:
    """A filter by choosing: its name and the values with their labels."""

    name: str
    label: str
    values: list[tuple[str, str]]


@dataclass(frozen=True)
class Listing:
    """One list.

    :ivar property: choices for a filter: name, label, property.
    """

    path: str
    title: str
    kinds: tuple[str, ...]
    columns: tuple[Column, ...]
    choices: tuple[tuple[str, str, URIRef], ...] = ()
    lead: str = ""
    languages: bool = False


_LABEL: Column = ("name", cells.named)
LISTINGS = (
    Listing(
        "recommendations/",
        "Recommendations",
        ("recommendation",),
        (
            ("no.", cells.number),
            ("recommendation", cells.values("text")),
            ("to", cells.values("addressee")),
            ("by", cells.values("recommendedBy")),
            ("strength", cells.values("strength")),
            ("themes", cells.values("theme")),
            ("cites", cells.values("cites")),
            ("report", cells.document),
        ),
        (
            ("theme", "Theme", RAP["theme"]),
            ("to", "Addressee", RAP["addressee"]),
            ("by", "Made by", RAP["recommendedBy"]),
            ("strength", "Strength", RAP["strength"]),
        ),
        "Each unit of asking: one operator with its addressee.",
    ),
    Listing(
        "id/state/",
        "States",
        ("state",),
        (
            _LABEL,
            ("code", cells.values("iso3")),
            ("attended", cells.count("participant")),
            ("statements", cells.count("speaker")),
            ("mentions", cells.count("mentions")),
        ),
        languages=True,
    ),
    Listing(
        "id/organization/",
        "Organizations",
        ("organization",),
        (
            _LABEL,
            ("acronym", cells.values("acronym")),
            ("kind", cells.values("kind")),
            ("attended", cells.count("participant")),
            ("statements", cells.count("speaker")),
            ("mentions", cells.count("mentions")),
        ),
        (("kind", "Kind", RAP["kind"]),),
    ),
    Listing(
        "id/instrument/",
        "Treaties and provisions",
        ("instrument", "provision"),
        (_LABEL, ("part of", cells.whole), ("citations", cells.count("cites")), ("mentions", cells.count("mentions"))),
    ),
    Listing(
        "id/document/",
        "Documents and paragraphs of documents",
        ("report", "document", "part"),
        (
            _LABEL,
            ("title", cells.title),
            ("issued", cells.day(DCTERMS["issued"])),
            ("citations", cells.count("cites")),
            ("built on by", cells.count("buildsOn")),
        ),
    ),
    Listing(
        "id/decision/",
        "Decisions",
        ("decision",),
        (_LABEL, ("title", cells.title), ("citations", cells.count("cites"))),
    ),
    Listing("id/publication/", "Publications", ("publication",), (_LABEL, ("citations", cells.count("cites")))),
    Listing(
        "id/meeting/",
        "Meetings",
        ("meeting",),
        (
            _LABEL,
            ("from", cells.day(SCHEMA["startDate"])),
            ("to", cells.day(SCHEMA["endDate"])),
            ("report", cells.reports),
            ("took part", cells.count("meeting")),
        ),
    ),
    Listing(
        "items/",
        "Agenda items",
        ("item",),
        (
            ("no.", cells.number),
            ("title", cells.title),
            ("part of", cells.whole),
            ("statements and presentations", cells.count("agendaItem", "Statement", "Presentation")),
            ("recommendations", cells.count("agendaItem", "Recommendation")),
        ),
    ),
    Listing(
        "persons/",
        "Persons",
        ("person",),
        (
            _LABEL,
            ("attended", cells.count("participant")),
            ("presentations", cells.count("speaker")),
            ("mentions", cells.count("mentions")),
        ),
    ),
)


def write_lists(pages: Pages) -> list[tuple[str, str, int]]:
    """Write all lists that have something; path, title and number of each.

    First pages come last: they show what any page named of their family without a page of its own.
    """
    made = []
    for listing in LISTINGS:
        things = sorted((iri for kind in listing.kinds for iri in pages.site.things[kind]), key=_order(pages, listing))
        cuts = range(0, len(things), MOST)
        for number, at in reversed([*enumerate(cuts, 1)]):
            said = _filled(pages, listing, things[at : at + MOST], number, len(cuts))
            if number > 1:
                pages.write(_path(listing, number), "list.html", listing.title, passing=None, **said)
            else:
                made.append((listing, len(things), said))
    for listing, _, said in made:
        family = listing.path.removeprefix("id/").strip("/") if listing.path.startswith("id/") else ""
        passing = _passing(pages, family)
        pages.write(_path(listing, 1), "list.html", listing.title, passing=passing, **said)
    return [(listing.path, listing.title, number) for listing, number, _ in made] + [
        (pages.site.places.address(scheme), pages.label(scheme), len(pages.facts.subjects(SKOS["inScheme"], scheme)))
        for scheme in pages.site.things["scheme"]
    ]


def _order(pages: Pages, listing: Listing) -> Callable[[URIRef], Any]:
    """By label where names are what is listed, else as the IRIs count."""
    if listing.path in ("id/state/", "id/organization/", "persons/"):
        return lambda iri: (pages.label(iri).casefold(), str(iri))
    return lambda iri: natural(iri)


def _path(listing: Listing, number: int) -> str:
    """The file of a page of a list; the first is where the list is. No thing of ours is called ``~2``."""
    return f"{listing.path}index.html" if number == 1 else f"{listing.path}~{number}/index.html"


def _filled(pages: Pages, listing: Listing, things: Sequence[URIRef], number: int, of: int) -> dict[str, Any]:
    """What the template of a list shows on page ``number`` of so many."""
    here = Here(pages, _path(listing, number))
    columns = [c for c in listing.columns if c[0] != "report" or len(pages.site.reports) > 1]
    filled = [(name, [cell(here, iri) for iri in things]) for name, cell in columns]
    filled = [(name, column) for name, column in filled if any(column)]
    table = Table([name for name, _ in filled], [list(row) for row in zip(*(c for _, c in filled), strict=True)])
    choices, data = [], [dict[str, str]() for _ in things]
    for name, label, property_ in listing.choices:
        seen: dict[str, str] = {}
        for row, iri in zip(data, things, strict=True):
            values = pages.facts.things(iri, property_)
            row[name] = "|".join(_id(value) for value in values)
            seen |= {_id(value): pages.label(value) for value in values}
        if seen:
            choices.append(Choice(name, label, sorted(seen.items(), key=lambda entry: entry[1].casefold())))
    return {
        "lead": listing.lead,
        "table": table,
        "data": data,
        "choices": choices,
        "languages": listing.languages,
        "turns": [(n, here.to(_path(listing, n)), n == number) for n in range(1, of + 1)] if of > 1 else [],
    }


def _id(iri: URIRef) -> str:
    return iri.rpartition("/")[2]


def write_families(pages: Pages) -> None:
    """The pages of families that no list or thing has: rules, and what is named without a page of its own."""
    for family in sorted({*pages.site.places.families, *pages.outside, *(["rule"] if pages.rules else [])}):
        path = f"id/{file_name(family)}/index.html"
        if path in pages.writer.files:
            continue
        passing = _passing(pages, family)
        here = Here(pages, path)
        own = sorted((i for i in pages.site.kinds if i.startswith(f"{pages.site.root}{family}/")), key=natural)
        table = Table(["name"], [[here.link(iri)] for iri in own]) if own else None
        title = "Rules by which links are made" if family == "rule" else family.replace("-", " ").capitalize()
        pages.write(
            path,
            "list.html",
            title,
            lead="",
            table=table,
            data=[],
            choices=[],
            languages=False,
            turns=[],
            passing=passing,
        )


@dataclass
class Passing:
    """What is named without a page of its own: id, IRI, words, how often."""

    rows: list[tuple[str, str, str, int]] = field(default_factory=list)


def _passing(pages: Pages, family: str) -> Passing | None:
    found = set(pages.outside.get(family, ()))
    if family == "rule":
        found |= set(pages.rules)
    if not found:
        return None
    uses: dict[URIRef, int] = {}
    for report in pages.site.reports:
        for row in report.evidence:
            uses[row.rule] = uses.get(row.rule, 0) + 1
    return Passing(
        [
            (pages.site.places.fragment(iri), str(iri), pages.label(iri), uses.get(iri, 0))
            for iri in sorted(found, key=natural)
        ]
    )
