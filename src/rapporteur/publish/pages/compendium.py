"""The compendium: all recommendations by theme and by provision, on one page that is made to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, RAP
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here

PATH = "compendium/index.html"


@dataclass
class Unit:
    """One recommendation as it is printed."""

    link: Markup
    words: str
    chapeau: str
    to: str


@dataclass
class Chapter:
    """The recommendations under one heading."""

    id: str
    heading: Markup
    name: str
    units: list[Unit]


def write_compendium(pages: Pages, pdf: bool = False) -> None:
    """Write it.

    :param pdf: whether a PDF of it will lie beside.
    """
    here = Here(pages, PATH)
    themes = [_chapter(here, "t", theme, _units(pages, theme, "theme")) for theme in _targets(pages, "theme")]
    provisions = [_chapter(here, "p", target, _units(pages, target, "cites")) for target in _targets(pages, "cites")]
    pages.write(
        PATH,
        "compendium.html",
        "Compendium of recommendations",
        themes=sorted(themes, key=lambda chapter: chapter.name.casefold()),
        provisions=provisions,
        reports=pages.site.reports,
        pdf="compendium.pdf" if pdf else "",
        total=len(pages.site.things["recommendation"]),
    )


def _targets(pages: Pages, name: str) -> list[URIRef]:
    """Themes, or provisions and treaties, that recommendations have."""
    wanted = set(pages.site.things["provision"]) | set(pages.site.things["instrument"])
    found = {target for unit in pages.site.things["recommendation"] for target in pages.facts.things(unit, RAP[name])}
    return sorted((target for target in found if name == "theme" or target in wanted), key=natural)


def _units(pages: Pages, target: URIRef, name: str) -> list[URIRef]:
    known = set(pages.site.things["recommendation"])
    return [unit for unit in pages.facts.subjects(RAP[name], target) if unit in known]


def _chapter(here: Here, prefix: str, target: URIRef, units: list[URIRef]) -> Chapter:
    pages = here.pages
    title = pages.facts.text(target, DCTERMS["title"])
    label = pages.label(target)
    return Chapter(
        id=f"{prefix}/{target[len(pages.site.root) :]}",
        heading=here.link(target),
        name=label if not title or title == label else f"{label}: {title}",
        units=[
            Unit(
                here.link(unit, f"{_symbol(pages, unit)}{pages.facts.text(unit, RAP['number'])}"),
                pages.facts.text(unit, RAP["text"]),
                pages.facts.text(unit, RAP["chapeau"]),
                ", ".join(pages.label(to) for to in pages.facts.things(unit, RAP["addressee"])),
            )
            for unit in units
        ],
    )


def _symbol(pages: Pages, unit: URIRef) -> str:
    """The report's symbol, where there are several reports."""
    if len(pages.site.reports) < 2:
        return ""
    return f"{pages.label(URIRef(pages.document(unit)))} "
