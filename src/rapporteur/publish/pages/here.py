"""One page: addresses, links, names and statements as they are written from there.

Every address is relative, so that the folder can lie anywhere. Statements are HTML with RDFa 1.1, so that a program
can read what a page says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from rdflib import Literal, URIRef

from rapporteur.graph.vocabulary import LABEL, PREFIXES, RAP, TYPE
from rapporteur.publish.places import relative

if TYPE_CHECKING:
    from rapporteur.publish.pages.frame import Pages

_CONTROLS = re.compile("[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STRING = URIRef(f"{PREFIXES['xsd']}string")
_START, _END = f"{PREFIXES['schema']}startDate", f"{PREFIXES['schema']}endDate"
_IN_THE_FILE = frozenset(RAP[name] for name in ("start", "end", "order", "sha256"))
"""What only a program asks for."""
LANGUAGES = {"ar": "العربية", "zh": "中文", "en": "English", "fr": "Français", "ru": "Русский", "es": "Español"}
"""The six official languages of the United Nations, each by its own name."""

DOWNLOADS = "downloads/"
"""Where the data is shown: every file, licences, how to cite it."""
MENU = (
    ("recommendations/", "Recommendations"),
    ("id/state/", "States"),
    ("id/instrument/", "Provisions"),
    ("id/theme/", "Themes"),
    ("questions/", "Questions"),
    (DOWNLOADS, "Data"),
    ("search/", "Search"),
)
"""The places that every page leads to."""


class Here:
    """One page, from which everything else has an address."""

    menu = MENU
    languages = LANGUAGES

    def __init__(self, pages: Pages, path: str) -> None:
        self.pages = pages
        self.path = path
        self._ways: dict[str, str] = {}
        self.made = f"Made by rapporteur {pages.site.version}."

    @property
    def vocabulary(self) -> str:
        """The way to the vocabulary's page; "" where there is none."""
        return self.to(self.pages.vocabulary)

    def to(self, address: str) -> str:
        """The way to an address from the top of the publication; "" for ""."""
        if address not in self._ways:
            self._ways[address] = relative(self.path, address) if address else ""
        return self._ways[address]

    def href(self, iri: URIRef) -> str:
        """The way to a thing; "" where no page shows it."""
        return self.to(self.pages.address(iri))

    def link(self, iri: URIRef, text: str = "", attributes: str = "") -> Markup:
        """A thing as a link with its label; an outside one leads outside.

        :param attributes: written into the element as they are.
        """
        words = text or self.pages.label(iri)
        way = self.href(iri)
        outside = str(iri)  # rdflib's own startswith takes no several beginnings
        if not way and not self.pages.site.places.is_ours(iri) and outside.startswith(("http://", "https://")):
            host = outside.split("/")[2]
            if not text and words != short(iri) and compact(iri) == outside:
                words = f"{words} ({host})"
            return Markup(f'<a{attributes} rel="external noreferrer" href="{escape(outside)}">{escape(words)}</a>')
        if not way:
            return Markup(f"<span{attributes}>{escape(words)}</span>")
        return Markup(f'<a{attributes} href="{escape(way)}">{escape(words)}</a>')

    def name(self, iri: URIRef) -> Markup:
        """A link whose label can be shown in each language that the graph has it in."""
        labels = {
            value.language: str(value)
            for value in self.pages.facts.values(iri, LABEL)
            if isinstance(value, Literal) and value.language in LANGUAGES
        }
        if len(labels) < 2:
            return self.link(iri)
        words = Markup("").join(
            Markup('<span lang="{}" dir=auto>{}</span>').format(language, labels[language])
            for language in LANGUAGES
            if language in labels
        )
        return Markup('<a class=many href="{}">{}</a>').format(self.href(iri), words)

    def statement(self, property_: URIRef, value: URIRef | Literal, text: str = "") -> Markup:
        """One value of a thing as HTML with RDFa 1.1.

        :param text: shown for a thing in place of its label.
        """
        name = escape(compact(property_))
        if isinstance(value, URIRef):
            return self.link(value, text, f' property="{name}" resource="{escape(str(value))}"')
        if value.language:
            kind = f' lang="{escape(value.language)}" dir=auto'
        else:
            kind = f' datatype="{escape(compact(value.datatype or _STRING))}"'
        return Markup(f'<span property="{name}"{kind}>{escape(str(value))}</span>')

    def statements(self, iri: URIRef, apart: tuple[URIRef, ...] = ()) -> list[tuple[str, str, list[Markup]]]:
        """All that is said of a thing: label of the property, its short name, the values."""
        about = self.pages.facts.about(iri)
        order = sorted(about, key=_order)
        return [
            (
                self.pages.property_label(property_),
                compact(property_),
                [self.statement(property_, value) for value in self.pages.facts.values(iri, property_)],
            )
            for property_ in order
            if property_ not in apart
        ]


def _order(property_: URIRef) -> tuple[bool, bool, bool, bool, str]:
    """The class first, then the label, what we say, what others' words say; last where it stands in a file."""
    name = str(property_)
    name = {_START: f"{_START}#1", _END: f"{_START}#2"}.get(name, name)
    ours = name.startswith(str(RAP))
    return property_ in _IN_THE_FILE, property_ != TYPE, property_ != LABEL, not ours, name


def compact(iri: URIRef) -> str:
    """An IRI by its prefix, else in full.

    >>> compact(RAP["cites"])
    'rap:cites'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return str(iri)


def short(iri: str) -> str:
    """What stands after ``/id/``, else the IRI without its scheme."""
    return iri.partition("/id/")[2] or iri.partition("://")[2] or iri


def plain(text: str) -> str:
    """A text for a place that cannot isolate it, such as a title: without control characters."""
    return _CONTROLS.sub(" ", text)
