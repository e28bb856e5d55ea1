"""Two versions of the ontology in, what changed from one to the other out, term by term.

A change breaks if data or queries made for the old version may be wrong under the new one: a term is gone, is of
another kind, is of or leads to less than before, is no longer a kind of another, excludes another now, or another
class follows from its use.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize
from rdflib import URIRef

from rapporteur.errors import UnusableInput
from rapporteur.graph.vocabulary import LABEL, OWL, RAP, RDFS, SCHEMA, SKOS, TYPE
from rapporteur.publish.facts import Facts, Terms
from rapporteur.publish.ontology import terms_in
from rapporteur.publish.pages.here import compact

_LOSS, _GAIN, _NEITHER = "loss", "gain", ""
_SAID: dict[URIRef, tuple[str, str]] = {
    TYPE: ("kind of term", _LOSS),
    LABEL: ("label", _NEITHER),
    SKOS["definition"]: ("definition", _NEITHER),
    SKOS["example"]: ("example", _NEITHER),
    RDFS["subClassOf"]: ("superclass", _LOSS),
    RDFS["subPropertyOf"]: ("superproperty", _LOSS),
    OWL["disjointWith"]: ("excluded class", _GAIN),
    RDFS["domain"]: ("domain", _LOSS + _GAIN),
    RDFS["range"]: ("range", _LOSS + _GAIN),
    SCHEMA["domainIncludes"]: ("domain that it includes", _LOSS),
    SCHEMA["rangeIncludes"]: ("range that it includes", _LOSS),
    RDFS["seeAlso"]: ("what is close elsewhere", _NEITHER),
    SKOS["editorialNote"]: ("note on counterparts", _NEITHER),
    OWL["deprecated"]: ("deprecated", _NEITHER),
}
"""What is compared, and whether a value that is lost, or one that is gained, breaks."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    :ivar term: such as ``rap:cites``.
    :ivar what: "added", "removed", or what of the term is another.
    :ivar before: the old values, and ``after`` the new ones, as the files say them; "" for none.
    """

    term: str
    what: str
    before: str
    after: str
    breaks: bool


def ontology_changes(old: Facts, new: Facts) -> list[Change]:
    """What changed, term by term; those that break are marked.

    :param old: the facts of the earlier version, ``new`` those of the later; `read_ontology` reads a file.

    >>> class_ = (RAP["Lamp"], TYPE, OWL["Class"])
    >>> ontology_changes(Facts([class_]), Facts())
    [Change(term='rap:Lamp', what='removed', before='owl:Class', after='', breaks=True)]
    """
    found = []
    for term in sorted(terms_in(old) | terms_in(new)):
        if term not in terms_in(new) or term not in terms_in(old):
            gone = term not in terms_in(new)
            what = "removed" if gone else "added"
            found.append(Change(compact(term), what, _words(old, term, TYPE), _words(new, term, TYPE), gone))
            continue
        for property_, (what, breaking) in _SAID.items():
            before, after = (set(facts.values(term, property_)) for facts in (old, new))
            if before != after:
                lost, gained = before - after, after - before
                breaks = bool((_LOSS in breaking and lost) or (_GAIN in breaking and gained))
                was, is_ = _words(old, term, property_), _words(new, term, property_)
                found.append(Change(compact(term), what, was, is_, breaks))
    return found


def read_ontology(path: str | Path) -> Facts:
    """The facts of an ontology file in Turtle.

    :raises UnusableInput: if there is no such file, it is no Turtle, or declares no term of ours.
    """
    file = Path(path)
    try:
        graph = serialize(parse(file.read_bytes(), RdfFormat.TURTLE), format=RdfFormat.N_TRIPLES)
    except OSError as fault:
        raise UnusableInput(
            f"The file cannot be read: {fault.strerror or fault}.",
            where=str(file),
            expected="a version of the ontology in Turtle.",
            remedy="Name a file such as ontology/rapporteur.ttl.",
        ) from fault
    except (SyntaxError, ValueError) as fault:
        raise UnusableInput(
            f"This is no Turtle: {fault}.",
            where=str(file),
            expected="a version of the ontology in Turtle.",
            remedy="Correct the line, or name another file.",
        ) from fault
    facts = Facts(Terms().triples(graph or b""))
    if not terms_in(facts):
        raise UnusableInput(
            "No term of the ontology is declared here.",
            where=str(file),
            expected=f"classes and properties whose IRIs begin with {RAP}.",
            remedy="Name a file such as ontology/rapporteur.ttl.",
        )
    return facts


def _words(facts: Facts, term: URIRef, property_: URIRef) -> str:
    values = facts.values(term, property_)
    return ", ".join(compact(value) if isinstance(value, URIRef) else str(value) for value in values)
