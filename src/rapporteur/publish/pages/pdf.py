"""The compendium as a PDF file: a report's page of it in, ``compendium.pdf`` beside it out, as a browser prints it.

The only module that knows WeasyPrint, of the extra ``pdf``. It is given the words and the style and fetches nothing.
"""

from __future__ import annotations

import re

from rapporteur.errors import UnusableInput
from rapporteur.publish.pages.compendium import PDF, compendium_folders
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer

_FETCHED = re.compile(r"<link [^>]*>|<script\b.*?</script>", re.DOTALL)
PAPER = (
    "@page { size: A4; margin: 22mm 20mm; @bottom-center { content: counter(page); font: 9pt sans-serif; } } "
    '.toc a::after { content: ", p. " target-counter(attr(href), page); color: #555; } '
    '.toc .count::before { content: "("; } .toc .count::after { content: ")"; }'
)
"""What only paper has: numbers of pages, below each and in the contents."""


def require_pdf() -> None:
    """Look for the library before anything is written.

    :raises UnusableInput: if it, or the Pango that it draws letters with, is not there.
    """
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as fault:
        raise UnusableInput(
            f"No PDF can be made here: {fault}.",
            where="the option --pdf",
            expected="the library WeasyPrint, and Pango on the system.",
            remedy="Install `rapporteur[pdf]` and Pango, or print the page of the compendium from a browser.",
        ) from fault


def write_pdf(site: Site, writer: Writer) -> None:
    """Write that of each report; the pages of the compendium must be written already."""
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    nothing = URLFetcher(allowed_protocols=())
    style = writer.read("assets/style.css").decode("utf-8")
    sheets = [CSS(string=text, url_fetcher=nothing) for text in (style, PAPER)]
    for folder in compendium_folders(site):
        page = _FETCHED.sub("", writer.read(f"{folder}index.html").decode("utf-8"))
        made = HTML(string=page, base_url=f"{site.home}{folder}", url_fetcher=nothing).write_pdf(stylesheets=sheets)
        writer.write(f"{folder}{PDF}", bytes(made or b""))
