"""Terms: our ontology and the context of our graphs → the classes and properties that an editor completes."""

from __future__ import annotations

import json
from typing import Any

from rapporteur.graph.load import ontology_triples
from rapporteur.graph.vocabulary import PREFIXES
from rapporteur.resources import resource

_TYPE = PREFIXES["rdf"] + "type"
_LABEL = PREFIXES["rdfs"] + "label"
_KINDS = {
    PREFIXES["owl"] + "Class": "classes",
    PREFIXES["owl"] + "ObjectProperty": "properties",
    PREFIXES["owl"] + "DatatypeProperty": "properties",
    PREFIXES["owl"] + "AnnotationProperty": "properties",
}


def terms() -> dict[str, list[dict[str, str]]]:
    """Classes and properties that can be completed: those of our ontology, and those of others that graphs use.

    Which of others they use is what the JSON-LD context of the graphs names.
    """
    kinds: dict[str, str] = {}
    labels: dict[str, str] = {}
    for subject, predicate, value in ontology_triples():
        if str(predicate) == _TYPE and str(value) in _KINDS:
            kinds[str(subject)] = _KINDS[str(value)]
        elif str(predicate) == _LABEL and getattr(value, "language", "") == "en":
            labels[str(subject)] = str(value)
    for iri in _named():
        kinds.setdefault(iri, "classes" if iri[len(_namespace(iri)) :][:1].isupper() else "properties")
    ours = {name: PREFIXES[name] for name in PREFIXES}
    found: dict[str, list[dict[str, str]]] = {"classes": [], "properties": []}
    for iri in sorted(kinds, key=lambda one: (not one.startswith(ours["rap"]), one)):
        if _namespace(iri):
            found[kinds[iri]].append({"iri": iri, "label": labels.get(iri, "")})
    return found


def _named() -> set[str]:
    """The terms that the JSON-LD context names."""
    context: dict[str, Any] = json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))["@context"]
    found = {_TYPE}
    for said in context.values():
        name = said.get("@id", "") if isinstance(said, dict) else said
        prefix, sign, rest = str(name).partition(":")
        if sign and rest and prefix in PREFIXES:
            found.add(PREFIXES[prefix] + rest)
    return found


def _namespace(iri: str) -> str:
    """The namespace of ours that an IRI stands in; "" if none."""
    return next((namespace for namespace in PREFIXES.values() if iri.startswith(namespace) and iri != namespace), "")
