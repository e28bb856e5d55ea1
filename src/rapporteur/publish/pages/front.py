"""The front page: what this is, each report in figures, what its recommendations are about, the way to all lists."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.vocabulary import RAP, SKOS
from rapporteur.publish.crate import schema_dataset
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.pictures import shown
from rapporteur.publish.site import PublishedReport
from rapporteur.publish.units import recommendations

_FIGURES = (
    ("Paragraph", "paragraphs"),
    ("Recommendation", "recommendations"),
    ("Statement", "statements"),
    ("Participation", "participants"),
    ("OpenMention", "phrases left open"),
)
_DRAWN = ("/who-was-asked.svg", "/map-of-attendance.svg")
"""Figures that the front shows where they were drawn."""
_MOST = 12
"""Themes shown."""


@dataclass
class Shown:
    """One report on the front page."""

    link: Markup
    symbol: str
    issued: str
    figures: list[tuple[str, int]]
    pictures: str
    drawn: list[tuple[str, str, str]]


def front_page(pages: Pages, lists: list[tuple[str, str, int]] | None = None) -> None:
    """Write it.

    :param lists: path, name and number of things of each list.
    """
    here = Here(pages, "index.html")
    counts = [
        (len(units), theme)
        for theme in pages.facts.subjects(SKOS["inScheme"], URIRef(f"{pages.site.root}theme"))
        if (units := _units(pages, theme))
    ]
    counts.sort(key=lambda entry: (-entry[0], entry[1]))
    most = counts[0][0] if counts else 1
    pages.write(
        "index.html",
        "front.html",
        "Reports of meetings",
        reports=[_shown(here, report) for report in pages.site.reports],
        bars=[(here.link(theme), n, max(5, round(n / most * 20) * 5)) for n, theme in counts[:_MOST]],
        lists=lists or [],
        schema=_schema(pages),
    )


def _units(pages: Pages, theme: URIRef) -> list[URIRef]:
    return pages.facts.subjects(RAP["theme"], theme)


def _shown(here: Here, report: PublishedReport) -> Shown:
    counts = [
        (name, len(recommendations(report) if class_ == "Recommendation" else report.facts.of_class(RAP[class_])))
        for class_, name in _FIGURES
    ]
    figures = [(name, number) for name, number in counts if number] + [("links", len(report.evidence))]
    pictures = here.pages.pictures
    drawn = [one for one in pictures.figures.get(report.name, []) if one.path.endswith(_DRAWN)]
    return Shown(
        here.link(report.document, report.title),
        report.symbol,
        report.issued,
        figures,
        here.to(pictures.folder(report)),
        shown(here, drawn),
    )


def _schema(pages: Pages) -> dict[str, object]:
    """The site, and what search engines for data look for: the whole as a Dataset."""
    site = {
        "@type": "WebSite",
        "name": "Rapporteur",
        "url": pages.site.home,
        "hasPart": [{"@type": "Report", "@id": str(r.document), "name": r.title} for r in pages.site.reports],
    }
    dataset = {name: value for name, value in schema_dataset(pages.site).items() if name != "@context"}
    return {"@context": "https://schema.org", "@graph": [site, dataset]}
