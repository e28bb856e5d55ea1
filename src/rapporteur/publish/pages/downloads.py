"""The pages of the data: every file with what it is and its size, the licences, how to cite it.

``downloads/`` shows what is of all reports, ``downloads/NAME/`` the files of one. Written last, when sizes are known.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from rapporteur.publish.archive import ARCHIVE, SUMS
from rapporteur.publish.crate import CRATE, citation, description_of, schema_dataset, title_of
from rapporteur.publish.formats import SHARED, format_of
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.groups import Table
from rapporteur.publish.pages.here import DOWNLOADS, Here
from rapporteur.publish.site import PublishedReport, Site
from rapporteur.publish.terms import CODE_LICENCE, CODE_LICENCE_NAME, RIGHTS
from rapporteur.publish.writer import Writer

_WHOLE = {
    ARCHIVE: "all data in one archive",
    "catalogue.ttl": "the catalogue: DCAT 3, with VoID and PROV, as Turtle",
    "catalogue.jsonld": "the catalogue as JSON-LD",
    "catalogue.nt": "the catalogue as N-Triples",
    "catalogue.rdf": "the catalogue as RDF/XML",
    CRATE: "the whole as a research object: RO-Crate 1.1",
    "dataset.jsonld": "the whole in the words of schema.org",
    "CITATION.cff": "how to cite it: Citation File Format",
}
_PARTS = (
    ((".evidence.ttl", ".evidence.nt", ".evidence.rdf", ".evidence.jsonld"), "Evidence: every link with its words"),
    ((".inferred.ttl", ".inferred.nt", ".inferred.rdf", ".inferred.jsonld"), "What follows by OWL 2 RL"),
    ((".recommendations.jsonld", ".actors.jsonld", ".tree.jsonld"), "Trees"),
    ((".trig", ".nq"), "All graphs together"),
    ((".csv", "csv-metadata.json"), "Tables"),
    ((".graphml", ".graph.json"), "Networks"),
    ((".txt",), "The text as read, which the offsets count"),
)
_FACTS = "Facts"
_ORDER = (
    _FACTS,
    "Evidence: every link with its words",
    "What follows by OWL 2 RL",
    "All graphs together",
    "Tables",
    "Trees",
    "Networks",
    "The text as read, which the offsets count",
)


@dataclass(frozen=True)
class Files:
    """Some files under one heading."""

    heading: str
    table: Table


def write_downloads(site: Site, writer: Writer) -> None:
    """Write them."""
    pages = Pages(site, writer)
    sizes = {path: size for path, (size, _) in writer.files.items()}
    here = Here(pages, f"{DOWNLOADS}index.html")
    shared = [path for path in sizes if path.startswith(f"{SHARED}/")]
    listed = [Files("Everything", _table(here, [path for path in _WHOLE if path in sizes], sizes, _WHOLE))]
    for report in site.reports:
        _report_page(pages, report, sizes)
    pages.write(
        here.path,
        "downloads.html",
        "Data",
        lead=description_of(site),
        above=[],
        files=[*listed, Files("What all reports share", _table(here, shared, sizes))],
        reports=[
            (here.to(f"{DOWNLOADS}{report.name}/"), report.symbol or report.title, report.title)
            for report in site.reports
        ],
        sums=here.to(SUMS),
        rights=RIGHTS,
        code=(CODE_LICENCE, CODE_LICENCE_NAME),
        cite=f"{site.terms.publisher}: {title_of(site)}. {site.terms.day}. {site.home}",
        citation=citation(site),
        schema=dataset_of(site),
    )


def _report_page(pages: Pages, report: PublishedReport, sizes: dict[str, int]) -> None:
    here = Here(pages, f"{DOWNLOADS}{report.name}/index.html")
    folder = f"data/{report.name}/"
    found: dict[str, list[str]] = {}
    for path in sizes:
        if path.startswith(folder):
            found.setdefault(_part(path), []).append(path)
    pages.write(
        here.path,
        "downloads.html",
        f"Data of {report.symbol or report.title}",
        lead=report.title,
        above=[Markup('<a href="../">Data</a>'), here.link(report.document)],
        files=[Files(part, _table(here, found[part], sizes)) for part in _ORDER if part in found],
        reports=[],
        sums="",
        rights=RIGHTS,
        code=None,
        cite="",
        citation="",
        schema=None,
    )


def _part(path: str) -> str:
    return next((heading for endings, heading in _PARTS if path.endswith(endings)), _FACTS)


def _table(here: Here, paths: list[str], sizes: dict[str, int], told: dict[str, str] | None = None) -> Table:
    rows = []
    for path in paths:
        found = format_of(path)
        name = path.removeprefix(f"{SHARED}/").rpartition("/")[2] if "/frames/" not in path else path[len(SHARED) + 1 :]
        what = (told or {}).get(path) or (found.title if found else "")
        link = Markup('<a href="{}">{}</a>').format(here.to(path), name)
        rows.append([link, Markup.escape(what), Markup("<span class=line>{}</span>").format(_size(sizes[path]))])
    return Table(["file", "what", "size"], rows)


def _size(size: int) -> str:
    """In the unit that leaves up to three digits.

    >>> _size(999), _size(64_200), _size(7_300_000)
    ('999 bytes', '64 kB', '7.3 MB')
    """
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1_000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def dataset_of(site: Site) -> dict[str, object]:
    """The whole as a schema.org Dataset, for a page to embed."""
    return schema_dataset(site) | {"@context": "https://schema.org"}
