"""Symbols as people write them: "UN Doc. a/res/55/25." in, the symbol that documents print out.

Addresses of the official resolvers lead to the same: ``https://docs.un.org/en/…`` and ``https://undocs.org/…``. A
symbol whose strokes are dashes, as in names of files and in Akoma Ntoso numbers, may be read in more than one way.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from urllib.parse import unquote, urlsplit

from rapporteur.model.symbol import Symbol, SymbolError, parse_symbol

_HOSTS = ("docs.un.org", "undocs.org", "www.undocs.org")
_LANGUAGE = re.compile(r"/(?:ar|en|es|fr|ru|zh)(?=/)", re.IGNORECASE)
_BEFORE = re.compile(r"(?:U\.?N\.?\s+)?(?:docs?(?:\.|ument)?|symbol)(?:\s+(?:no\.?|symbol))?[\s:]+", re.IGNORECASE)
_DASHES = str.maketrans("‐‑‒–—−", "------")
_CAPITALIZED = ("Add", "Amend", "Corr", "Part", "Rev", "Sect", "Sub", "Summary", "Vol")
"""Words in symbols that are printed with one capital (*United Nations Editorial Manual Online*, document symbols)."""
_SPECIAL = re.compile(r"(?:^|-)(E?S)-(?=[0-9])")
"""A special session is S-10, with a dash of its own."""
_MOST_READINGS = 16


def symbol_written(words: str) -> Symbol | None:
    """The symbol that these words are, or an official address; None where they are none.

    >>> str(symbol_written("UN Doc. a/res/55/25.")), str(symbol_written("ctoc / cop / wg.4 / 2010 / 6"))
    ('A/RES/55/25', 'CTOC/COP/WG.4/2010/6')
    >>> str(symbol_written("https://undocs.org/en/E/2002/68/add.1")), symbol_written("and/or")
    ('E/2002/68/Add.1', None)
    """
    text = unicodedata.normalize("NFKC", words).translate(_DASHES).strip()
    if "://" in text:
        address = urlsplit(text)
        if address.hostname not in _HOSTS:
            return None
        text = _LANGUAGE.sub("", unquote(address.path), count=1)
        text = text.removeprefix("/")
    text = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    text = re.sub(r"\s*/\s*", "/", text).strip(" .,;:\"'")
    text = re.sub(r"(?<=[0-9A-Za-z])\s+(?=\([^()]*\)$)", "", text)
    if "/" not in text or " " in text:
        return None
    return _parsed(text)


def readings(number: str) -> list[Symbol]:
    """The symbols whose strokes were written as dashes to make this number, the plainest first.

    >>> [str(symbol) for symbol in readings("A-RES-66-1")], [str(symbol) for symbol in readings("A-S-10-2")]
    (['A/RES/66/1'], ['A/S-10/2', 'A/S/10/2'])
    """
    text = number.replace("_", " ")
    marked = _SPECIAL.sub(lambda found: found[0][:-1] + "\0", text)
    kept = [at for at, sign in enumerate(marked) if sign == "\0"]
    found: dict[Symbol, None] = {}
    for choice in itertools.islice(itertools.product((True, False), repeat=len(kept)), _MOST_READINGS):
        signs = ["/" if sign == "-" else sign for sign in marked]
        for at, stays in zip(kept, choice, strict=True):
            signs[at] = "-" if stays else "/"
        if (symbol := _parsed("".join(signs))) is not None:
            found.setdefault(symbol)
    return list(found)


def number_of(symbol: Symbol) -> str:
    """A symbol as the last part of an Akoma Ntoso IRI: strokes are dashes, spaces are underscores.

    >>> number_of(parse_symbol("A/RES/66/1"))
    'A-RES-66-1'
    """
    return str(symbol).replace("/", "-").replace(" ", "_")


def _parsed(text: str) -> Symbol | None:
    try:
        return parse_symbol("/".join(_cased(element) for element in text.split("/")))
    except SymbolError:
        return None


def _cased(element: str) -> str:
    """An element as symbols print it, whatever the case it was written in; mixed case of its own stays."""
    head = re.match(r"[A-Za-z]*", element)
    word = head[0] if head else ""
    for printed in _CAPITALIZED:
        if word.casefold() == printed.casefold():
            return printed + element[len(word) :]
    return element.upper() if element == element.lower() or word.casefold() in ("res", "dec") else element
