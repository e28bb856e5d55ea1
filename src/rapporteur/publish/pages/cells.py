"""Cells of the lists: a thing in, what stands of it in one column out."""

from __future__ import annotations

from collections.abc import Callable, Collection

from markupsafe import Markup
from rdflib import URIRef

from rapporteur.graph.serialize import natural
from rapporteur.graph.vocabulary import DCTERMS, RAP, TYPE
from rapporteur.publish.pages.frame import Pages
from rapporteur.publish.pages.here import Here

Cell = Callable[[Here, URIRef], Markup]
_CITING = (RAP["cites"], RAP["mentions"])


def named(here: Here, iri: URIRef) -> Markup:
    """The thing, in each language that its name is known in."""
    return here.name(iri)


def values(name: str, brief: bool = False) -> Cell:
    """The values of a property of ours.

    :param brief: whether things are called by their settled short titles.
    """

    def cell(here: Here, iri: URIRef) -> Markup:
        pages = here.pages
        cells = [
            here.link(value, pages.brief(value) if brief else "") if isinstance(value, URIRef) else Markup.escape(value)
            for value in pages.facts.values(iri, RAP[name])
        ]
        return Markup(", ").join(cells)

    return cell


def title(here: Here, iri: URIRef) -> Markup:
    """The title, where it is not the name that stands before it."""
    title = here.pages.facts.text(iri, DCTERMS["title"])
    return Markup.escape(title if title != here.pages.label(iri) else "")


def day(property_: URIRef) -> Cell:
    """The day that stands under a property."""

    def cell(here: Here, iri: URIRef) -> Markup:
        said = here.pages.facts.text(iri, property_)
        return Markup("<span class=line>{}</span>").format(said) if said else Markup("")

    return cell


def number(here: Here, iri: URIRef) -> Markup:
    """The thing by its number."""
    return here.link(iri, here.pages.facts.text(iri, RAP["number"]))


def whole(here: Here, iri: URIRef) -> Markup:
    """What it is a part of."""
    found = here.pages.facts.things(iri, DCTERMS["isPartOf"]) or here.pages.facts.things(iri, RAP["inDocument"])
    return Markup(", ").join(here.link(one, here.pages.brief(one)) for one in found)


def document(here: Here, iri: URIRef) -> Markup:
    """The document that it stands in."""
    document = here.pages.document(iri)
    return here.link(URIRef(document)) if document else Markup("")


def reports(here: Here, iri: URIRef) -> Markup:
    """The reports on a meeting."""
    found = here.pages.facts.pointing(iri).get(RAP["reports"], ())
    return Markup(", ").join(here.link(one) for one in sorted(found, key=natural))


def count(name: str, *classes: str) -> Cell:
    """How many things point at it by this property of ours; where classes are given, things of these."""

    def cell(here: Here, iri: URIRef) -> Markup:
        found = here.pages.facts.pointing(iri).get(RAP[name], ())
        if classes:
            wanted = {RAP[one] for one in classes}
            found = [one for one in found if wanted & set(here.pages.facts.things(one, TYPE))]
        return Markup.escape(text_parts(here.pages, RAP[name], found))

    return cell


def text_parts(pages: Pages, property_: URIRef, subjects: Collection[URIRef]) -> int:
    """How many things point somewhere; of those that cite or mention, the text parts.

    The words of a recommendation stand in a text part, which cites and mentions what they do: they count once.
    """
    if property_ not in _CITING:
        return len(subjects)
    parts = sum(RAP["Recommendation"] not in pages.facts.things(one, TYPE) for one in subjects)
    return parts or len(subjects)
