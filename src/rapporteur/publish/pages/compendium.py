"""The compendium: a report's recommendations by theme and by provision, on a page that is made to be printed.

Of one report it is ``compendium/``; of several each has its own below, and that page leads to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, RAP
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.units import recommendations

PATH = "compendium/"
PDF = "compendium.pdf"


@dataclass
class Unit:
    """One recommendation as it is printed."""

    link: Markup
    words: str
    chapeau: str
    to: str
    by: str


@dataclass
class Chapter:
    """The recommendations under one heading."""

    id: str
    heading: Markup
    name: str
    units: list[Unit]


@dataclass
class Lead:
    """A line of the page that leads to the compendia of several reports."""

    link: Markup
    number: int


def compendium_folders(site: Site) -> dict[str, PublishedReport]:
    """Where each report that recommends something has its compendium: the folder, with a stroke at its end."""
    made = [report for report in site.reports if recommendations(report)]
    if len(site.reports) == 1:
        return {PATH: site.reports[0]}
    return {f"{PATH}{report.name}/": report for report in made}


def write_compendium(pages: Pages, pdf: bool = False) -> None:
    """Write those of all reports.

    :param pdf: whether a PDF of each will lie beside it.
    """
    folders = compendium_folders(pages.site)
    for folder, report in folders.items():
        _write(pages, folder, report, pdf)
    if PATH not in folders:
        _write_leads(pages, folders)


def _write(pages: Pages, folder: str, report: PublishedReport, pdf: bool) -> None:
    path = f"{folder}index.html"
    here = Here(pages, path)
    known = recommendations(report)
    by_theme, by_provision = (_targets(pages, known, name) for name in ("theme", "cites"))
    themes = [_chapter(here, "t", theme, units) for theme, units in by_theme.items()]
    listed = {unit for group in (by_theme, by_provision) for units in group.values() for unit in units}
    pages.write(
        path,
        "compendium.html",
        "Compendium of recommendations",
        themes=sorted(themes, key=lambda chapter: chapter.name.casefold()),
        provisions=[_chapter(here, "p", target, units) for target, units in by_provision.items()],
        rest=_units(here, [unit for unit in known if unit not in listed]),
        report=report,
        pdf=PDF if pdf else "",
        total=len(known),
    )


def _write_leads(pages: Pages, folders: dict[str, PublishedReport]) -> None:
    """The page that leads to the compendia, and to the pages of themes and provisions."""
    here = Here(pages, f"{PATH}index.html")
    units = pages.site.things["recommendation"]
    reports = [
        Lead(
            Markup('<a href="{}">{}</a>').format(here.to(folder), f"{report.title} {report.symbol}".strip()),
            len(recommendations(report)),
        )
        for folder, report in folders.items()
    ]
    themes, provisions = (
        [Lead(here.link(target), len(listed)) for target, listed in _targets(pages, units, name).items()]
        for name in ("theme", "cites")
    )
    pages.write(
        f"{PATH}index.html",
        "compendia.html",
        "Compendium of recommendations",
        reports=reports,
        themes=themes,
        provisions=provisions,
        total=len(units),
    )


def _targets(pages: Pages, units: list[URIRef] | tuple[URIRef, ...], name: str) -> dict[URIRef, list[URIRef]]:
    """Themes, or provisions and treaties, each with the recommendations that have it."""
    found: dict[URIRef, list[URIRef]] = {}
    for unit in units:
        for target in pages.facts.things(unit, RAP[name]):
            if name == "theme" or pages.site.kinds.get(target) in ("provision", "instrument"):
                found.setdefault(target, []).append(unit)
    return {target: found[target] for target in sorted(found, key=natural)}


def _chapter(here: Here, prefix: str, target: URIRef, units: list[URIRef]) -> Chapter:
    pages = here.pages
    title = pages.facts.text(target, DCTERMS["title"])
    label = pages.label(target)
    return Chapter(
        id=f"{prefix}/{target[len(pages.site.root) :]}",
        heading=here.link(target),
        name=label if not title or title == label else f"{label}: {title}",
        units=_units(here, units),
    )


def _units(here: Here, units: list[URIRef]) -> list[Unit]:
    pages = here.pages
    return [
        Unit(
            here.link(unit, pages.facts.text(unit, RAP["number"])),
            pages.facts.text(unit, RAP["text"]),
            pages.facts.text(unit, RAP["chapeau"]),
            ", ".join(pages.label(to) for to in pages.facts.things(unit, RAP["addressee"])),
            ", ".join(pages.label(by) for by in pages.facts.things(unit, RAP["recommendedBy"])),
        )
        for unit in units
    ]
