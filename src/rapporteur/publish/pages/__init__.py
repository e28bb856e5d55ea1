"""Pages: a `Site` in, a portal out that needs no server of ours and no script.

`write_pages` writes all: the front, a reading page for each report, a page for each thing, lists, questions with their
answers, the compendium and the search.
"""

from __future__ import annotations

from collections.abc import Callable

from rapporteur.publish.ontology import terms_in
from rapporteur.publish.pages import resolving
from rapporteur.publish.pages.compendium import write_compendium
from rapporteur.publish.pages.drawn import Pictures
from rapporteur.publish.pages.frame import Pages, assets
from rapporteur.publish.pages.front import front_page
from rapporteur.publish.pages.here import DOWNLOADS
from rapporteur.publish.pages.lists import write_families, write_lists
from rapporteur.publish.pages.own import OwnData
from rapporteur.publish.pages.pictures import write_shows
from rapporteur.publish.pages.questions import write_questions
from rapporteur.publish.pages.reports import report_page
from rapporteur.publish.pages.resolving import write_resolve
from rapporteur.publish.pages.reviews import Reviews
from rapporteur.publish.pages.searching import write_search
from rapporteur.publish.pages.things import thing_page
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer


def write_pages(site: Site, writer: Writer, pdf: bool = False, drawn: Callable[[], Pictures] = Pictures) -> None:
    """All pages, and what they need; first what leads to no picture, as these may still be being drawn.

    :param pdf: whether `pdf.write_pdf` will put the compendium as PDF beside, so that its page links it.
    :param drawn: asked for the pictures that pages lead to; without it no page does.
    """
    pages = Pages(site, writer, drawn)
    for name, content in assets().items():
        writer.write(f"assets/{name}", content)
    questions = write_questions(pages)
    data = OwnData(pages)
    for iri in site.kinds:
        data.write(iri)
    found = write_search(pages)
    resolved = write_resolve(pages)
    write_compendium(pages, pdf)
    for report in site.reports:
        report_page(pages, report)
    reviews = Reviews(pages)
    for iri, kind in site.kinds.items():
        if str(iri) not in pages.report_of:
            thing_page(pages, reviews, iri, kind)
    write_shows(pages)
    lists = [
        ("compendium/", "Compendium of recommendations, for print", len(site.things["recommendation"])),
        *write_lists(pages),
        ("questions/", "Questions and their answers", questions),
        ("search/", "Search", found),
        (resolving.PATH, "Find by symbol or article", resolved),
        (DOWNLOADS, "Data in every format, licences, how to cite it", len(site.reports)),
        *([(pages.vocabulary, "Vocabulary of the graph", len(terms_in(site.books)))] if pages.vocabulary else []),
    ]
    front_page(pages, lists)
    write_families(pages)


__all__ = ["write_pages"]
