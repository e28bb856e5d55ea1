"""What of an identifier may stand in an IRI: a code, number or slug in, path segments out.

Characters outside the unreserved set of RFC 3986 and parentheses are percent-encoded as UTF-8; what would not
survive as a path segment ("", ".", "..") is refused.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from rapporteur.errors import RapporteurError

_BRACKETED = re.compile(r"\s*\(([^()]*)\)")


class IriError(RapporteurError, ValueError):
    """An identifier that no IRI can be made of."""


def segment(text: str) -> str:
    """One path segment.

    >>> segment("1450(XIV)"), segment("art 3/é")
    ('1450(XIV)', 'art%203%2F%C3%A9')
    """
    if text in ("", ".", ".."):
        raise IriError(
            f"{text!r} cannot be a part of an IRI.",
            where="an identifier of the report",
            expected="a number, code, symbol or slug.",
            remedy="Give the thing an identifier, for instance the slug of its name.",
        )
    try:
        return quote(text, safe="()~")
    except UnicodeEncodeError as fault:
        raise IriError(
            f"{text!r} holds half of a character.",
            where="an identifier of the report",
            expected="Unicode text without lone surrogates.",
            remedy="Read the file again in its own encoding.",
        ) from fault


def path(text: str) -> str:
    """An identifier whose strokes separate segments.

    >>> path("CTOC/COP/WG.4/2010/6")
    'CTOC/COP/WG.4/2010/6'
    """
    return "/".join(segment(part) for part in text.split("/"))


def dotted(number: str) -> str:
    """A printed number as an IRI writes it: letters in brackets after a full stop.

    >>> dotted("31(b).1"), dotted("1(a)"), dotted("122.17")
    ('31.b.1', '1.a', '122.17')
    """
    return _BRACKETED.sub(r".\1", number)
