"""Negotiation: an ``Accept`` header and what can be given → the media type that the client likes best.

Quality values and specificity as RFC 9110, section 12.5.1 has them; among equals the server's order decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+/[\w!#$&^.+*-]+)\s*((?:;[^,]*)?)")
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.IGNORECASE)

_GENERAL = (
    ("application/json", "application/sparql-results+json"),
    ("application/xml", "application/sparql-results+xml"),
    ("text/xml", "application/sparql-results+xml"),
    ("application/x-turtle", "text/turtle"),
    ("text/plain", "application/n-triples"),
    ("application/json", "application/ld+json"),
)
"""General names of formats; what the client gets is called by the exact name."""


def preferred(accept: str, offered: Sequence[str]) -> str:
    """The offered media type that ``accept`` likes best; "" where it takes none.

    >>> preferred("text/csv;q=0.5, application/*", ("text/csv", "application/json"))
    'application/json'
    >>> preferred("", ("text/csv", "application/json"))
    'text/csv'
    >>> preferred("image/png", ("text/csv",))
    ''
    """
    ranges = _ranges(accept)
    if not ranges:
        return offered[0] if offered else ""
    best, best_quality = "", 0.0
    for media_type in offered:
        quality = _quality(media_type, ranges)
        if quality > best_quality:
            best, best_quality = media_type, quality
    return best


def preferred_form(accept: str, offered: Sequence[str]) -> str:
    """As `preferred`, where a client may name a format by the more general name that it is known by.

    >>> preferred_form("application/json", ("application/sparql-results+xml", "application/sparql-results+json"))
    'application/sparql-results+json'
    """
    general = {name: form for name, form in _GENERAL if form in offered}
    chosen = preferred(accept, (*offered, *general))
    return general.get(chosen, chosen)


def preferred_named(accept: str, named: Sequence[str], otherwise: str) -> str:
    """The one of ``named`` that ``accept`` calls by its name and likes at least as well as ``otherwise``; else that.

    What takes anything takes ``otherwise``: a browser that takes all, and a client that wants what there is not.

    >>> preferred_named("text/turtle, text/html;q=0.9", ("text/turtle",), "text/html")
    'text/turtle'
    >>> preferred_named("*/*", ("text/turtle",), "text/html"), preferred_named("a/b", ("text/turtle",), "text/html")
    ('text/html', 'text/html')
    """
    ranges = _ranges(accept)
    least = _quality(otherwise, ranges)
    liked = {name: max((quality for one, quality in ranges if one == name), default=0.0) for name in named}
    best = max(named, key=lambda name: (liked[name], -named.index(name)))
    return best if liked[best] > 0 and liked[best] >= least else otherwise


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        match = _RANGE.match(part)
        if match is not None:
            quality = _QUALITY.search(match[2])
            found.append((match[1].lower(), float(quality[1]) if quality else 1.0))
    return found


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """How much it is liked, by the most specific range that fits it; 0 where none does."""
    kind = media_type.split("/", 1)[0]
    for wanted in (media_type, f"{kind}/*", "*/*"):
        fitting = [quality for name, quality in ranges if name == wanted]
        if fitting:
            return max(fitting)
    return 0.0
