"""A whole publication: what is named in, one folder out, written part by part.

Each part is a function ``write(site, writer)`` in a module of its own; a new part is one more line in `parts`.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time

from rapporteur.publish.archive import write_archive, write_sums
from rapporteur.publish.catalogue import write_catalogue
from rapporteur.publish.crate import write_crate
from rapporteur.publish.formats import write_formats
from rapporteur.publish.ontology_page import write_ontology
from rapporteur.publish.pages import write_pages
from rapporteur.publish.pages.drawn import Pictures
from rapporteur.publish.pages.pdf import require_pdf, write_pdf
from rapporteur.publish.pages.pictures import draw_figures, draw_networks, require_figures
from rapporteur.publish.resolution import write_resolution
from rapporteur.publish.site import Site, read_site
from rapporteur.publish.strangers import require_no_strangers
from rapporteur.publish.writer import Writer

Part = Callable[[Site, Writer], None]


def parts(pdf: bool = False, figures: bool = False) -> Iterator[tuple[str, Part]]:
    """The parts in order: pages link all data, the vocabulary and pictures; what names every file comes last."""
    pictures = Pictures()
    yield "Writing the data in every format", write_formats
    yield "Writing how to cite it, and the research object", write_crate
    yield "Packing the archive", write_archive
    yield "Describing it", write_catalogue
    yield "Writing the page of the vocabulary", write_ontology
    yield "Drawing the networks", partial(draw_networks, into=pictures)
    if figures:
        yield "Drawing the figures", partial(draw_figures, into=pictures)
    yield "Writing the pages", partial(write_pages, pdf=pdf, pictures=pictures)
    if pdf:
        yield "Writing the PDF", write_pdf
    yield "Writing how its IRIs resolve", write_resolution
    yield "Writing the checksums", write_sums


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
    progress: Callable[[str], None] = lambda step: None,
) -> Published:
    """Publish built reports into the folder ``out``, which is replaced as a whole.

    :param named: a ``NAME.trig``, a folder of them, the folder of a store, or the address of a SPARQL server.
    :param base: what the IRIs begin with; the setting ``RAPPORTEUR_BASE``, else w3id.org.
    :param home: the address at which the folder will lie; the base without it.
    :param terms: "publisher", "licence" (an address) and "day" of the publication; see `rapporteur.publish.terms`.
    :param pdf: also write the compendium as PDF, which needs the extra ``pdf``.
    :param figures: also draw figures of each report as SVG, which needs matplotlib, of the extra ``notebook``.
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
        for step, write in parts(pdf, figures):
            progress(step)
            begun = process_time()
            write(site, writer)
            spent[step] = process_time() - begun
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
