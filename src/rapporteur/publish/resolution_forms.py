"""Forms: what a client may want of a thing, as patterns of the header ``Accept`` that Apache and nginx both read.

A rewriting server cannot compare numbers, so two steps of liking are told apart: liked wholly, and liked less
(``q=0.8``). Of those liked as much the later line wins, so data goes before a page, which every browser also takes.
"""

from __future__ import annotations

from collections.abc import Iterator

FORMS = (("nt", "application/n-triples"), ("jsonld", r"application/ld\+json"), ("ttl", "text/turtle"))
"""Ending of a file → its media type as a pattern, from the least preferred on."""
_PAGE = r"(?:text/html|application/xhtml\+xml|text/\*|\*/\*)"
TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig; charset=utf-8",
    "rdf": "application/rdf+xml",
    "graphml": "application/graphml+xml",
    "csv": "text/csv; charset=utf-8",
    "cff": "application/yaml",
}
"""Ending of a file → what it is served as."""


def forms() -> Iterator[tuple[str, str]]:
    """Pattern of the header and ending, "" for the page; of the patterns that match, the last decides."""
    for ending, kind in FORMS:
        yield rf"{kind}[^,]*;\s*q=0\.[0-9]*[1-9]", ending
    yield rf"{_PAGE}(?![^,]*;\s*q=0)", ""
    for ending, kind in FORMS:
        yield rf"{kind}(?![^,]*;\s*q=0)", ending
