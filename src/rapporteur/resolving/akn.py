"""Akoma Ntoso IRIs of the United Nations ↔ symbols.

Form: *AKN4UN Guidelines, Part 1*, "AKN4UN Naming convention" (UNSCEB-HLCM, unsceb-hlcm.github.io/part1/index-145.html):
``/akn/un/{docType}/{subType}/{actor}/{date}/{docNumber}``, all required, as in its example
``/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1``; ``/{lang}@{version}`` of an expression, ``!`` before a
component, and a format may follow. In numbers a stroke is a dash and a space an underscore.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from rapporteur.model.symbol import Symbol
from rapporteur.resolving.symbols import number_of

_WORK = re.compile(
    r"/akn/un/(?P<type>[A-Za-z]+)/(?P<subtype>[^/]+)/(?P<actor>[a-z0-9-]+)/(?P<date>\d{4}(?:-\d{2}-\d{2})?)"
    r"/(?P<number>[^/!~#]+)(?:/(?P<rest>.*)|(?P<end>[!~#].*))?"
)
_ACTOR = {"A": "un-ga"}
"""Body of a symbol → actor, where the guidelines name one: that of the General Assembly is their only such value."""


@dataclass(frozen=True, slots=True)
class AknWork:
    """A work. :ivar actor: organization, body and its bodies, parted by dashes: ``un-ga``."""

    type: str
    subtype: str
    actor: str
    date: str
    number: str


def parse_akn(text: str) -> AknWork | None:
    """The work of an Akoma Ntoso IRI of the United Nations, with a host or without; None where it is none.

    >>> parse_akn("/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1/eng@2013-12-12").number
    'A-RES-66-1'
    """
    path = urlsplit(text).path if "://" in text else text
    found = _WORK.fullmatch(unquote(path).strip())
    if found is None:
        return None
    return AknWork(*(found[name] for name in ("type", "subtype", "actor", "date", "number")))


def akn_of(symbol: Symbol, issued: str) -> str:
    """The IRI of the publication of a document; "" where its actor or its day is not known.

    :param issued: the day, as ``2012-01-13``.

    >>> from rapporteur.model.symbol import parse_symbol
    >>> akn_of(parse_symbol("A/RES/66/1"), "2012-01-13"), akn_of(parse_symbol("A/HRC/43/15"), "2020-01-01")
    ('/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1', '')
    """
    actor = _ACTOR.get(symbol.body, "")
    if not actor or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", issued):
        return ""
    return f"/akn/un/collection/publication/{actor}/{issued}/{number_of(symbol)}"
