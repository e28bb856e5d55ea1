"""Framed JSON-LD: triples in, trees out, as a program reads them that knows no RDF.

Three trees: every recommendation with its evidence, every State and organization with all it did, the report part by
part. Each file holds its context, which is the project's own with names for the ways back ("evidence" is who has this
as `rap:source`), and each has a frame in ``data/shared/frames/``: a JSON-LD 1.1 processor makes the same tree from the
flat files. Expanded, a tree gives triples of the graphs and none besides.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rdflib import URIRef

from rapporteur.graph.jsonld import Compactor, context
from rapporteur.graph.serialize import Subjects, natural, object_key, property_key
from rapporteur.graph.vocabulary import DCTERMS, LABEL, RAP, TYPE
from rapporteur.publish.facts import Facts

BACK = {
    "evidence": RAP["source"],
    "parts": DCTERMS["isPartOf"],
    "notes": RAP["noteOf"],
    "records": RAP["recordedIn"],
    "takesPartAs": RAP["participant"],
    "speaksIn": RAP["speaker"],
    "representedBy": RAP["representing"],
    "spokenForIn": RAP["onBehalfOf"],
    "recommends": RAP["recommendedBy"],
    "mentionedIn": RAP["mentions"],
}
"""Names of ways back, which the context of the flat files does not need."""


@dataclass(frozen=True)
class Frame:
    """What of a thing is written inside it.

    :ivar whole: all its properties; else class and label alone.
    :ivar embed: properties whose things are written inside, each by its own frame; of others the IRI alone.
    :ivar back: ways back, by their names in `BACK`.
    """

    whole: bool = True
    embed: Mapping[URIRef, Frame] = field(default_factory=dict)
    back: Mapping[str, Frame] = field(default_factory=dict)


_FLAGS = {"@embed": "@always", "@omitDefault": True}
_BARE = {"@embed": "@never", "@omitDefault": True}
_NAMED = Frame(whole=False)
_LINK = Frame(embed={RAP["target"]: _NAMED, RAP["grade"]: _NAMED, RAP["rule"]: _NAMED})
_DONE = Frame(
    embed={RAP["agendaItem"]: _NAMED, RAP["capacity"]: _NAMED, RAP["recordedIn"]: _NAMED, RAP["meeting"]: _NAMED},
    back={"evidence": _LINK},
)
_RECOMMENDATION = Frame(
    embed={
        RAP[name]: _NAMED
        for name in ("addressee", "agendaItem", "buildsOn", "cites", "mentions", "recordedIn", "strength", "theme")
    },
    back={"evidence": _LINK},
)
_ACTOR = Frame(
    back={
        "takesPartAs": _DONE,
        "representedBy": _DONE,
        "speaksIn": _DONE,
        "spokenForIn": _DONE,
        "recommends": _NAMED,
        "mentionedIn": _NAMED,
    }
)
_SUBPARAGRAPH = Frame(back={"notes": Frame(), "records": _NAMED})
_PARAGRAPH = Frame(back={"parts": _SUBPARAGRAPH, "notes": Frame(), "records": _NAMED})
_DEEPEST = Frame(back={"parts": _PARAGRAPH, "notes": Frame(), "records": _NAMED})


def _nested(levels: int) -> Frame:
    """Sections within sections: roman, letter, arabic and what a document puts below."""
    inner = _nested(levels - 1) if levels else _DEEPEST
    return Frame(back={"parts": inner, "notes": Frame(), "records": _NAMED})


_MEETING = Frame(back={"parts": Frame(back={"parts": Frame()})})
_SECTIONS = _nested(4)
_REPORT = Frame(embed={RAP["reports"]: _MEETING}, back=_SECTIONS.back)

TREES: Mapping[str, tuple[tuple[URIRef, ...], Frame]] = {
    "recommendations": ((RAP["Recommendation"],), _RECOMMENDATION),
    "actors": ((RAP["State"], RAP["Organization"]), _ACTOR),
    "tree": ((RAP["Report"],), _REPORT),
}
"""The classes at the top of each tree, and its frame."""


def framed_context() -> dict[str, Any]:
    """The project's context with the ways back."""
    compactor = Compactor(context())
    return {**context(), **{name: {"@reverse": compactor.compact(iri)} for name, iri in BACK.items()}}


def tree(name: str, facts: Facts, evidence: Facts, roots: Iterable[URIRef] | None = None) -> str:
    """One tree as JSON-LD.

    :param name: a key of `TREES`.
    :param facts: of the report; what a thing is, and what points at it, is taken from here.
    :param evidence: of the report; the links.
    :param roots: what stands at the top; all things of its classes without it.
    """
    classes, frame = TREES[name]
    found = roots if roots is not None else {iri for class_ in classes for iri in facts.of_class(class_)}
    writer = _Trees(facts, evidence)
    nodes = [writer.node(iri, frame) for iri in sorted(found, key=natural)]
    return node_a_line(framed_context(), nodes)


def flat(subjects: Subjects) -> str:
    """Triples as compact JSON-LD with the project's context, for a graph too large to be read line by line."""
    writer = Compactor(context())
    return node_a_line(context(), [writer.node(subject, properties) for subject, properties in subjects])


def node_a_line(terms: Any, nodes: list[dict[str, Any]]) -> str:
    """A JSON-LD document with one node on each line: short to write, and a difference shows the things that differ."""
    lines = ",\n".join([json.dumps(node, ensure_ascii=False) for node in nodes])
    return f'{{"@context": {json.dumps(terms, ensure_ascii=False)},\n"@graph": [\n{lines}\n]}}\n'


def frame_file(name: str) -> str:
    """The frame that makes a tree from the flat files."""
    classes, frame = TREES[name]
    compactor = Compactor(context())
    head = {"@context": framed_context(), "@requireAll": False}
    names = [compactor.compact(class_).partition(":")[2] for class_ in classes]
    return _json({**head, "type": names, **_frame(frame, _term(compactor))})


def _term(compactor: Compactor) -> Callable[[URIRef], str]:
    """The word of a property whose values are things."""
    some = URIRef("http://example.org/thing")
    return lambda property_: str(compactor._key(str(property_), some)[0])


def _frame(frame: Frame, term: Callable[[URIRef], str]) -> dict[str, Any]:
    """A frame as JSON-LD 1.1 has it, where whatever is not to be written inside must be named."""
    if not frame.whole:
        return {**_FLAGS, "@explicit": True, "type": {}, "rdfs:label": {}}
    links = {
        said["@id"]: name for name, said in context().items() if isinstance(said, dict) and said.get("@type") == "@id"
    }
    bare = [name for name in (*links.values(), "describedAt") if name not in map(term, frame.embed)]
    made: dict[str, Any] = {**_FLAGS, **dict.fromkeys(bare, _BARE)}
    made |= {term(property_): _frame(inner, term) for property_, inner in frame.embed.items()}
    return made | {name: _frame(inner, term) for name, inner in frame.back.items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


class _Trees:
    """Writes things with what is inside them."""

    def __init__(self, facts: Facts, evidence: Facts) -> None:
        self._facts = facts
        self._evidence = evidence
        self._compactor = Compactor(context())
        self._term = _term(self._compactor)

    def node(self, iri: URIRef, frame: Frame, above: tuple[URIRef, ...] = ()) -> dict[str, Any]:
        """One thing; what it is inside of is only named by its IRI."""
        graph = self._facts if iri in self._facts else self._evidence
        about = graph.about(iri)
        wanted = about.keys() if frame.whole else about.keys() & {TYPE, LABEL}
        flat = [
            (property_, sorted(about[property_], key=object_key))
            for property_ in sorted(wanted, key=property_key)
            if property_ not in frame.embed
        ]
        made = self._compactor.node(iri, flat)
        inside = (*above, iri)
        for property_, inner in frame.embed.items():
            if values := graph.things(iri, property_):
                made[self._term(property_)] = _one_or_many([self._inner(value, inner, inside) for value in values])
        for name, inner in frame.back.items():
            if others := self._back(name, iri, inside):
                made[name] = _one_or_many([self.node(other, inner, inside) for other in others])
        return made

    def _inner(self, iri: URIRef, frame: Frame, above: tuple[URIRef, ...]) -> dict[str, Any]:
        if iri in above or (iri not in self._facts and iri not in self._evidence):
            return {"id": self._compactor.compact(iri)}
        return self.node(iri, frame, above)

    def _back(self, name: str, iri: URIRef, above: tuple[URIRef, ...]) -> list[URIRef]:
        graph = self._evidence if name == "evidence" else self._facts
        return [other for other in graph.subjects(BACK[name], iri) if other not in above]


def _one_or_many(nodes: list[dict[str, Any]]) -> Any:
    return nodes[0] if len(nodes) == 1 else nodes
