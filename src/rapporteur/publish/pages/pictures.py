"""Pictures of a report: its graphs in, its networks as interactive pages out, and its figures where they were asked.

``pictures/NAME/citations.html`` and the other networks of `rapporteur.view` are one page each that holds all it needs;
``pictures/NAME/`` shows what there is.
"""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec

from rapporteur.errors import UnusableInput
from rapporteur.publish.pages.drawn import FOLDER, WHOLE, Drawn, Pictures
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.questions import store_of
from rapporteur.publish.places import relative
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer
from rapporteur.view.networks import PROJECTIONS, read_facts
from rapporteur.view.picture import MOST_EDGES, picture


def require_figures() -> None:
    """Look for the library before anything is written.

    :raises UnusableInput: if it is not there.
    """
    if find_spec("matplotlib") is None:
        raise UnusableInput(
            "No figure can be drawn here: matplotlib is not installed.",
            where="the option --figures",
            expected="the library matplotlib.",
            remedy="Install `rapporteur[notebook]`, or publish without figures; the networks need nothing more.",
        )


def draw_networks(site: Site, writer: Writer, into: Pictures) -> Pictures:
    """Write the picture of every network that a report has, and remember it."""
    for report in site.reports:
        with store_of(site, (report,)) as store:
            facts = read_facts(store)
        listed = into.networks.setdefault(report.name, [])
        for name, project in PROJECTIONS.items():
            network = project(facts)
            if not network.number_of_nodes():
                continue
            path = f"{FOLDER}{report.name}/{name.replace('_', '-')}.html"
            drawn = picture(network, home=partial(_way, site, path))
            writer.write(path, drawn.page)
            said = network.graph
            told = (
                f"{network.number_of_nodes():,} things: {said['nodes_are']}. "
                f"{network.number_of_edges():,} lines: {said['edges_are']}."
            )
            listed.append(Drawn(path, name.replace("_", " "), drawn.title, told))
            if name == WHOLE and network.number_of_edges() <= MOST_EDGES:
                for iri in network.nodes:
                    into.seen[str(iri)].append(report.name)
    return into


def _way(site: Site, path: str, iri: str) -> str:
    """The way from the file at ``path`` to where a thing or link is shown; "" where no page of its own or above is."""
    places = site.places
    return relative(path, places.address(iri)) if places.is_ours(iri) and places.owner(iri) else ""


def draw_figures(site: Site, writer: Writer, into: Pictures) -> Pictures:
    """Write the figures of every report as SVG, and remember them."""
    from rapporteur.view import figures

    for report in site.reports:
        with store_of(site, (report,)) as store:
            for name in figures.__all__:
                sheet = getattr(figures, name)(store)
                path = f"{FOLDER}{report.name}/{name.replace('_', '-')}.svg"
                writer.write(path, sheet.drawn("svg"))
                listed = into.figures.setdefault(report.name, [])
                listed.append(Drawn(path, name.replace("_", " "), sheet.title, sheet.alternative))
    return into


def write_shows(pages: Pages) -> None:
    """The page of each report's pictures."""
    for report in pages.site.reports:
        folder = pages.pictures.folder(report)
        if not folder:
            continue
        here = Here(pages, f"{folder}index.html")
        pages.write(
            f"{folder}index.html",
            "pictures.html",
            f"Pictures of {report.symbol or report.title}",
            report=here.link(report.document, report.title),
            networks=shown(here, pages.pictures.networks.get(report.name, [])),
            figures=shown(here, pages.pictures.figures.get(report.name, [])),
        )


def shown(here: Here, listed: list[Drawn]) -> list[tuple[str, str, str]]:
    """Pictures as a page shows them: title, way, words."""
    return [(drawn.title, here.to(drawn.path), drawn.told) for drawn in listed]
