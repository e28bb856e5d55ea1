"""The search in the browser: an index made beforehand, cut into small files, of which a search loads those it needs.

``search/things.json`` says what can be found: label, address, kind, opening words. ``search/words/X.json`` has, for the
words that begin with X, the things that they stand in and how often. Words are folded as `page.js` folds them: NFKD, no
marks, lower case.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

from rdflib import Literal, URIRef

from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, SKOS
from rapporteur.publish.pages.frame import Pages

_WORD = re.compile(r"[^\W_]+")
_OPENING = 180
"""Characters of a text that are shown with a hit."""
_IN_LABEL = 6
"""How much more a word counts in a name than in a text."""


@dataclass
class Found:
    """One thing that can be found."""

    label: str
    address: str
    kind: str
    text: str
    other: str


def fold(text: str) -> str:
    """A text as it is compared.

    >>> fold("Côte d'Ivoire")
    "cote d'ivoire"
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def write_search(pages: Pages) -> int:
    """Write the page and the index; how many things can be found."""
    things = _things(pages)
    words: dict[str, dict[int, int]] = defaultdict(Counter)
    for at, thing in enumerate(things):
        for word in _WORD.findall(fold(f"{thing.label} {thing.other}")):
            words[word][at] += _IN_LABEL
        for word in _WORD.findall(fold(thing.text)):
            words[word][at] += 1
    parts: dict[str, dict[str, list[list[int]]]] = defaultdict(dict)
    for word in sorted(words):
        parts[_part(word)][word] = [[at, n] for at, n in sorted(words[word].items())]
    rows = [[thing.label, thing.address, thing.kind, _opening(thing.text)] for thing in things]
    pages.writer.write("search/things.json", _json(rows))
    for name, found in sorted(parts.items()):
        pages.writer.write(f"search/words/{name}.json", _json(found))
    pages.write(
        "search/index.html", "search.html", "Search", parts=sorted(parts), kinds=sorted({t.kind for t in things})
    )
    return len(things)


def _part(word: str) -> str:
    """The file that a word stands in: its first letter or figure, else its code point."""
    return word[0] if re.match("[a-z0-9]", word) else f"u{ord(word[0]):x}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING else f"{text[:_OPENING].rpartition(' ')[0] or text[:_OPENING]} …"


def _things(pages: Pages) -> list[Found]:
    found = []
    for iri, kind in pages.site.kinds.items():
        found.append(_found(pages, iri, kind))
    for report in pages.site.reports:
        for name in ("Section", "Paragraph", "Footnote"):
            found += [_found(pages, iri, name.lower()) for iri in report.facts.of_class(RAP[name])]
    return found


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
