"""The page of a report: reading text, contents, its accessions, where its data lies."""

from __future__ import annotations

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.vocabulary import DCTERMS, RAP
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import groups
from rapporteur.publish.pages.here import DOWNLOADS, Here
from rapporteur.publish.pages.reading import reading
from rapporteur.publish.pages.schema import schema
from rapporteur.publish.site import PublishedReport


def report_page(pages: Pages, report: PublishedReport) -> None:
    """Write it."""
    iri = report.document
    path = pages.site.places.page(iri)
    here = Here(pages, path)
    read = reading(pages, here, report)
    titles = {part.iri: pages.facts.text(part.iri, DCTERMS["title"]) for part in read.contents}
    language = pages.facts.value(iri, DCTERMS["language"])
    pages.write(
        path,
        "report.html",
        report.symbol or report.title,
        iri=iri,
        symbol=report.symbol,
        heading=report.title,
        issued=report.issued,
        meeting=Markup(", ").join(here.link(meeting) for meeting in pages.facts.things(iri, RAP["reports"])),
        language=str(language).rpartition("/")[2] if isinstance(language, URIRef) else "en",
        reading=read,
        titles=titles,
        open_mentions=read.open_mentions,
        pictures=here.to(pages.pictures.folder(report)),
        networks=[(drawn.name, here.to(drawn.path)) for drawn in pages.pictures.networks.get(report.name, [])],
        groups=groups(pages, here, iri, text_shown=True),
        statements_of=here.statements(iri),
        data=report_data(here, report),
        schema=schema(pages, iri, "report"),
    )


def report_data(here: Here, report: PublishedReport) -> list[tuple[str, str]]:
    """The files of a report: its page's own, and the whole in every format."""
    places = here.pages.site.places
    own = [
        ("Turtle", here.to(places.data(report.document, "ttl"))),
        ("JSON-LD", here.to(places.data(report.document, "jsonld"))),
    ]
    folder = f"data/{report.name}/{report.name}"
    parts = [("ttl", "all facts", "" in report.sizes), ("evidence.ttl", "evidence", "evidence" in report.sizes)]
    parts += [("trig", "all graphs", True), ("nq", "N-Quads", True)]
    whole = [(name, here.to(f"{folder}.{ending}")) for ending, name, there in parts if there]
    return [*own, *whole, ("every file", here.to(f"{DOWNLOADS}{report.name}/"))]
