"""The little language of the citation tests: rows of "which thing", "the words", read as one paragraph of a report."""

from __future__ import annotations

from rapporteur.authorities import load_authorities
from rapporteur.find.citations import find_citations
from rapporteur.find.names import find_names
from rapporteur.link.citations import CitationLinks, link_citations
from rapporteur.model import (
    DecisionPartRef,
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Entity,
    InstrumentRef,
    OrganizationRef,
    ProvisionRef,
    PublicationRef,
    Record,
    Report,
)
from rapporteur.model.refs import ONLY_ANNEX
from rapporteur.read import report_from_text

SERIES = "CTOC/COP/WG.4/1999/1"
"""The symbol of the invented report: one of the Working Group on Trafficking in Persons."""

Row = tuple[str | tuple[str, ...] | None, str]


def report_of(
    *paragraphs: str, notes: tuple[str, ...] = (), symbol: str | None = SERIES, heading: str = "Harbours"
) -> Report:
    """A report with these paragraphs under one heading, and these notes, numbered from 1."""
    body = "\n\n".join(f"{number}. {words}" for number, words in enumerate(paragraphs, 1))
    foot = "\n\n".join(f"<sup>{number}</sup> {words}" for number, words in enumerate(notes, 1))
    text = f"## Report on a meeting\n\n### I. {heading}\n\n{body}\n" + (f"\n---\n\n{foot}\n" if foot else "")
    return report_from_text(text, "invented.md", Record(symbol=symbol))


def links_of(report: Report) -> CitationLinks:
    """Everything the report cites and names, linked."""
    books = load_authorities()
    names = find_names(report, books)
    return link_citations(report, find_citations(report, names, books), names, books)


def check_links(
    *rows: Row, property: str = "cites", symbol: str | None = SERIES, before: str = "", heading: str = "Harbours"
) -> None:
    """Does each row's sentence, alone in a report, link to exactly these things? None: to nothing.

    :param before: a sentence that precedes the row's own in the same paragraph; its links do not count.
    """
    for expected, words in rows:
        report = report_of(f"{before} {words}".strip(), symbol=symbol, heading=heading)
        start = report.source.text.index(words)
        links = [link for link in links_of(report).links if link.span.start >= start and link.property == property]
        wanted = {expected} if isinstance(expected, str) else set(expected or ())
        assert {address(link.target) for link in links} == wanted, words
        assert all(link.quote == report.quote(link.span) for link in links), words


def address(entity: Entity) -> str:
    """The form that DESIGN.md gives the address of a thing, after ``id/``."""
    match entity:
        case InstrumentRef(id):
            return f"instrument/{id}"
        case OrganizationRef(id):
            return f"organization/{id}"
        case PublicationRef("title", id):
            return f"publication/{id}"
        case PublicationRef(scheme, id):
            return f"publication/{scheme}/{id}"
        case ProvisionRef(instrument, steps):
            return "/".join([address(instrument), *(part for step in steps for part in step)])
        case DocumentRef(symbol):
            return f"document/{symbol}"
        case DocumentPartRef(whole, part) | DecisionPartRef(whole, part):
            kind = "paragraph" if part.kind == "subparagraph" else part.kind
            annex = ("annex",) if part.annex == ONLY_ANNEX else ("annex", part.annex) if part.annex else ()
            section = ("section", part.section) if part.section else ()
            return "/".join([address(whole), *annex, *section, *((kind, *part.path) if part.path else ())])
        case DocumentUnitRef(document, number):
            return f"{address(document)}/recommendation/{number}"
        case DecisionRef(body, number):
            return f"decision/{body}/{number}"
    raise AssertionError(f"a citation cannot point at {entity}")
