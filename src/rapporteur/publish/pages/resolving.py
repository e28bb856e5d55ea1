"""A page that leads from a symbol, an article or a name to the page of the thing, with an index in the page itself.

``resolve/?words=untoc art. 26`` leads on at once where one thing is meant, and shows the rivals where several are. It
asks for no other file, so that it works from a disk. Words are compared as `resolve.js` compares them. Nothing is
guessed: a number whose body is not said is shown, and not led to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

from rdflib import Literal, URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here
from rapporteur.publish.pages.searching import fold

PATH = "resolve/"
KINDS = ("report", "document", "decision", "publication", "part", "instrument", "provision", "state", "organization")
_NAMES = (LABEL, DCTERMS["title"], DCTERMS["alternative"], RAP["symbol"], RAP["acronym"], RAP["iso3"])
_RESOLUTION = re.compile(r"document/.+/RES/([^/]+(?:/[^/]+)?)")
_DECISION = re.compile(r"decision/.+/([^/]+/[^/]+)")
_EXAMPLES = 3


def write_resolve(pages: Pages) -> int:
    """Write the page; how many things it leads to."""
    here = Here(pages, f"{PATH}index.html")
    listed = [iri for kind in KINDS for iri in pages.site.things[kind]]
    keys: dict[str, list[int]] = defaultdict(list)
    numbers: dict[str, list[int]] = defaultdict(list)
    for at, iri in enumerate(listed):
        for key in keys_of(pages, iri):
            keys[key].append(at)
        if number := number_of(iri[len(pages.site.root) :]):
            numbers[number].append(at)
    rows = [[pages.label(iri), here.href(iri)] for iri in listed]
    examples = [
        (str(iri)[len(pages.site.base) :], here.link(iri))
        for kind in ("report", "document", "provision", "state")
        for iri in pages.site.things[kind][:_EXAMPLES]
    ]
    index = {
        "things": rows,
        "keys": dict(sorted(keys.items())),
        "numbers": dict(sorted(numbers.items())),
        "parts": {at: parts_of(pages, here, iri) for at, iri in enumerate(listed) if str(iri) in pages.report_of},
    }
    pages.write(here.path, "resolve.html", "Find by symbol or article", index=index, examples=examples)
    return len(listed)


def keys_of(pages: Pages, iri: URIRef) -> list[str]:
    """What a thing is found by: its names, its symbol, its IRI."""
    path = unquote(iri[len(pages.site.root) :])
    words = [value for name in _NAMES for value in pages.facts.values(iri, name) if isinstance(value, Literal)]
    found = dict.fromkeys(key_of(str(one)) for one in words)
    found[key_of(path)] = None
    family, _, rest = path.partition("/")
    if family == "document" or (family == "instrument" and "/" not in rest):
        found[key_of(rest)] = None
    return [key for key in found if key]


def number_of(path: str) -> str:
    """The number by which a resolution or decision is called where its body is not said; "" of anything else.

    >>> number_of("document/A/RES/55/25"), number_of("decision/CTOC/COP/4/4"), number_of("document/A/55/25")
    ('resolution 55/25', 'decision 4/4', '')
    """
    for noun, form in (("resolution", _RESOLUTION), ("decision", _DECISION)):
        if found := form.fullmatch(path):
            return key_of(f"{noun} {found[1]}")
    return ""


def parts_of(pages: Pages, here: Here, document: URIRef) -> dict[str, str]:
    """The paragraphs and recommendations of a report that lie where their numbers say, as words: "1 2 31/b"."""
    facts, page = pages.report_of[str(document)].facts, here.href(document)
    found = {}
    for name, classes, form in (
        ("paragraph", ("Paragraph", "Subparagraph"), f"{page}#paragraph/{{}}"),
        ("recommendation", ("Recommendation",), f"{page}recommendation/{{}}/"),
    ):
        begin = f"{document}/{name}/"
        parts = [part for one in classes for part in facts.of_class(RAP[one]) if part.startswith(begin)]
        numbers = [part[len(begin) :] for part in parts if here.href(part) == form.format(part[len(begin) :])]
        found[name] = " ".join(sorted(numbers, key=natural))
    return found


def key_of(text: str) -> str:
    """Words as they are compared: folded, without spaces around strokes and before brackets, nor signs at the ends.

    >>> key_of(" A / RES / 1450 (XIV). "), key_of("C\u00f4te d\u2019Ivoire")
    ('a/res/1450(xiv)', "cote d'ivoire")
    """
    found = re.sub(r"\s+", " ", fold(text).replace("\u2019", "'"))
    return re.sub(r" ?/ ?", "/", re.sub(r" (?=\()", "", found)).strip(" .,;:")
