"""A whole publication: what is named in, one folder out, written part by part.

Each part is a function ``write(site, writer)`` in a module of its own; a new part is one more line in `data_parts` or
`page_parts`, which two processes write at once where there are two cores.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time

from rapporteur.publish.archive import write_archive, write_sums
from rapporteur.publish.beside import Beside, InTurn, Part, can_be_two
from rapporteur.publish.catalogue import write_catalogue
from rapporteur.publish.crate import write_crate
from rapporteur.publish.formats import write_formats
from rapporteur.publish.ontology_page import write_ontology
from rapporteur.publish.pages import write_pages
from rapporteur.publish.pages.downloads import write_downloads
from rapporteur.publish.pages.drawn import Pictures
from rapporteur.publish.pages.pdf import require_pdf, write_pdf
from rapporteur.publish.pages.pictures import draw_figures, draw_networks, require_figures
from rapporteur.publish.resolution import write_resolution
from rapporteur.publish.site import Site, read_site
from rapporteur.publish.strangers import require_no_strangers
from rapporteur.publish.writer import Writer

NETWORKS, FIGURES = "Drawing the networks", "Drawing the figures"


def data_parts(figures: bool = False) -> list[Part]:
    """Pictures and data with what describes them, in order; none of it needs a page."""
    pictures = Pictures()
    drawing: list[Part] = [(NETWORKS, partial(draw_networks, into=pictures))]
    if figures:
        drawing.append((FIGURES, partial(draw_figures, into=pictures)))
    return [
        *drawing,
        ("Writing the data in every format", write_formats),
        ("Writing how to cite it, and the research object", write_crate),
        ("Packing the archive", write_archive),
        ("Describing it", write_catalogue),
    ]


def page_parts(pdf: bool, drawn: Callable[[], Pictures]) -> list[Part]:
    """Pages, in order: those of things lead to the vocabulary, and to the pictures that `data_parts` drew."""
    return [
        ("Writing the page of the vocabulary", write_ontology),
        ("Writing the pages", partial(write_pages, pdf=pdf, drawn=drawn)),
        *([("Writing the PDF", write_pdf)] if pdf else []),
    ]


LAST_PARTS: tuple[Part, ...] = (
    ("Writing the pages of the data", write_downloads),
    ("Writing how its IRIs resolve", write_resolution),
    ("Writing the checksums", write_sums),
)
"""What needs the name of every file."""


_SELDOM = 100_000
"""New objects before Python looks for garbage among them. Nearly all that a publication makes is kept or goes,
and looking time and again took a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written.

    :ivar out: the folder.
    :ivar files: how many files, and ``size`` in bytes.
    :ivar state: the name of what was published; the same for the same graphs, base and version.
    :ivar spent: CPU seconds of each part by its name; "Reading" first.
    """

    out: Path
    reports: int
    things: int
    files: int
    size: int
    state: str
    spent: Mapping[str, float]


def publish_site(
    out: str | Path,
    named: str | Path,
    *,
    base: str | None = None,
    home: str | None = None,
    terms: Mapping[str, str] | None = None,
    pdf: bool = False,
    figures: bool = False,
    jobs: int | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> Published:
    """Publish built reports into the folder ``out``, which is replaced as a whole.

    :param named: a ``NAME.trig``, a folder of them, the folder of a store, or the address of a SPARQL server.
    :param base: what the IRIs begin with; the setting ``RAPPORTEUR_BASE``, else w3id.org.
    :param home: the address at which the folder will lie; the base without it.
    :param terms: "publisher", "licence" (an address) and "day" of the publication; see `rapporteur.publish.terms`.
    :param pdf: also write the compendium as PDF, which needs the extra ``pdf``.
    :param figures: also draw figures of each report as SVG, which needs matplotlib, of the extra ``notebook``.
    :param jobs: processes: 1, or 2 where a second can be had, which is what happens without it. The bytes are the same.
    :raises UnusableInput: if there is nothing that can be published, or no PDF or figure can be made here.
    :raises UnwritableOutput: if the folder holds other people's files or cannot be written; it is then as it was.
    """
    if pdf:
        require_pdf()
    if figures:
        require_figures()
    require_no_strangers(Path(out))
    spent: dict[str, float] = {}
    with Writer(out) as writer, _collecting_seldom():
        begun = process_time()
        site = read_site(named, base, home, terms, progress)
        spent["Reading"] = process_time() - begun
        _write(site, writer, pdf, figures, jobs, progress, spent)
        files = writer.files
    return Published(
        out=writer.out,
        reports=len(site.reports),
        things=len(site.kinds),
        files=len(files),
        size=sum(size for size, _ in files.values()),
        state=site.state,
        spent=spent,
    )


def _write(
    site: Site,
    writer: Writer,
    pdf: bool,
    figures: bool,
    jobs: int | None,
    progress: Callable[[str], None],
    spent: dict[str, float],
) -> None:
    """Write all parts: the data in a second process if there can be one, the pages in this."""
    listed = data_parts(figures)
    two = (jobs is None or jobs > 1) and can_be_two(site)
    with Beside(listed, site, writer) if two else InTurn(listed, site, writer, progress) as data:
        drawn = partial(data.value, FIGURES if figures else NETWORKS)
        _in_order(page_parts(pdf, drawn), site, writer, progress, spent)
        progress("Waiting for the data")
        data.finish()
    spent |= data.spent
    _in_order(LAST_PARTS, site, writer, progress, spent)


def _in_order(
    parts: Iterable[Part], site: Site, writer: Writer, progress: Callable[[str], None], spent: dict[str, float]
) -> None:
    for step, write in parts:
        progress(step)
        begun = process_time()
        write(site, writer)
        spent[step] = process_time() - begun


@contextlib.contextmanager
def _collecting_seldom() -> Iterator[None]:
    """Let Python look for garbage less often meanwhile; whoever set it otherwise finds it so again."""
    before = gc.get_threshold()
    if 0 < before[0] < _SELDOM:
        gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
