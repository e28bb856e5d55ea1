"""The search in the browser: an index made beforehand, cut into small files, of which a search loads those it needs.

``search/things/N.json`` says what can be found, a hundred things a file: label, address, kind, opening words. Things of
a kind follow one another, so that a kind is a range of numbers. ``search/words/X_.json`` has, for the words that begin
with X, the things that they stand in and how often; where these are many, X is longer. Words are folded as `search.js`
folds them: NFKD, no marks, lower case.
"""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import Literal, URIRef

from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, SKOS
from rapporteur.publish.pages.frame import Pages

TOGETHER = 100
"""Things in one file."""
MOST_PLACES = 40_000
"""Places of words in one file: some 300 kB, of which a server that compresses sends a third."""
_WORD = re.compile(r"[^\W_]+")
_ASCII = re.compile(r"[a-z0-9]*")
_OPENING = 180
"""Characters of a text that are shown with a hit."""
_IN_LABEL = 6
"""How much more a word counts in a name than in a text."""
_PARTS = ("Section", "Paragraph", "Footnote")


@dataclass
class Found:
    """One thing that can be found."""

    label: str
    address: str
    kind: str
    text: str
    other: str


@dataclass
class Range:
    """The numbers of all things of a kind, half-open."""

    kind: str
    first: int
    end: int


def fold(text: str) -> str:
    """A text as it is compared.

    >>> fold("Côte d'Ivoire")
    "cote d'ivoire"
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def write_search(pages: Pages) -> int:
    """Write the page and the index; how many things can be found."""
    words: dict[str, array[int]] = {}
    ranges: dict[str, Range] = {}
    rows: list[list[str]] = []
    number = 0
    for thing in _things(pages):
        weights = Counter[str]()
        for word in _WORD.findall(fold(f"{thing.label} {thing.other}")):
            weights[word] += _IN_LABEL
        weights.update(_WORD.findall(fold(thing.text)))
        for word, weight in weights.items():
            words.setdefault(word, array("L")).extend((number, weight))
        ranges.setdefault(thing.kind, Range(thing.kind, number, number)).end = number + 1
        rows.append([thing.label, thing.address, thing.kind, _opening(thing.text)])
        number += 1
        if not number % TOGETHER:
            _write_rows(pages, number, rows)
    _write_rows(pages, number, rows)
    parts = []
    for part, listed in _cut(sorted(words), words):
        parts.append(file_of(part))
        found = {word: list(zip(words[word][::2], words[word][1::2], strict=True)) for word in listed}
        pages.writer.write(f"search/words/{file_of(part)}_.json", _json(found))
    kinds = sorted(ranges.values(), key=lambda one: one.kind)
    pages.write("search/index.html", "search.html", "Search", parts=parts, kinds=kinds, together=TOGETHER)
    return number


def _write_rows(pages: Pages, number: int, rows: list[list[str]]) -> None:
    """Write the things before ``number`` that are not written yet, and forget them."""
    if rows:
        pages.writer.write(f"search/things/{(number - 1) // TOGETHER}.json", _json(rows))
        rows.clear()


def _cut(words: list[str], places: dict[str, array[int]], letters: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Sorted words by what they begin with, which is longer where they have very many places."""
    begins: dict[str, list[str]] = {}
    for word in words:
        begins.setdefault(word[:letters], []).append(word)
    for begin, listed in begins.items():
        if len(begin) < letters or sum(len(places[word]) for word in listed) <= 2 * MOST_PLACES or len(listed) < 2:
            yield begin, listed
        else:
            whole = [word for word in listed if word == begin]
            if whole:
                yield begin, whole
            yield from _cut(listed[len(whole) :], places, letters + 1)


def file_of(part: str) -> str:
    """The name of the file of the words that begin so: the letters themselves, else code points.

    >>> file_of("con"), file_of("日本")
    ('con', '~65e5~672c')
    """
    return part if _ASCII.fullmatch(part) else "".join(f"~{ord(letter):x}" for letter in part)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING else f"{text[:_OPENING].rpartition(' ')[0] or text[:_OPENING]} …"


def _things(pages: Pages) -> Iterator[Found]:
    """All that can be found, kind by kind."""
    for iri, kind in pages.site.kinds.items():
        yield _found(pages, iri, kind)
    for name in _PARTS:
        for report in pages.site.reports:
            for iri in report.facts.of_class(RAP[name]):
                yield _found(pages, iri, name.lower())


def _found(pages: Pages, iri: URIRef, kind: str) -> Found:
    facts = pages.facts
    text = facts.text(iri, RAP["text"]) or facts.text(iri, SKOS["definition"]) or facts.text(iri, DCTERMS["title"])
    names = [value for value in facts.values(iri, LABEL) if isinstance(value, Literal)]
    names += [
        v
        for p in (RAP["acronym"], RAP["symbol"], DCTERMS["alternative"])
        for v in facts.values(iri, p)
        if isinstance(v, Literal)
    ]
    return Found(
        pages.label(iri), pages.site.places.address(iri), kind, text, " ".join(str(name) for name in names[1:])
    )
