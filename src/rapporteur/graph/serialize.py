"""Triples → Turtle and TriG with the same bytes on every machine.

Sorted throughout: subjects in natural order (paragraph 2 before paragraph 10), of each its class, its
label, then its properties by IRI, of each of these its values. Every form that a reader can meet is one
that rdflib and pyoxigraph read back to the same triples. There are no blank nodes to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rdflib import Literal, URIRef

from rapporteur.graph.vocabulary import LABEL, PREFIXES, TYPE, XSD, Object, Triple

_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_DIGITS = re.compile(r"([0-9]+)")
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES |= str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_FIRST = {str(TYPE): 0, str(LABEL): 1}
_BARE = {
    XSD["integer"]: re.compile(r"-?[0-9]+"),
    XSD["decimal"]: re.compile(r"-?[0-9]+\.[0-9]+"),
    XSD["boolean"]: re.compile(r"true|false"),
}
"""Literals that Turtle writes without quotes (RDF 1.1 Turtle, Numbers and Booleans)."""

NaturalKey = tuple[tuple[tuple[str, int], ...], str]


def natural(text: str) -> NaturalKey:
    """A sort key by which "item 2" stands before "item 10".

    >>> sorted(["p/10", "p/2", "p/2/b"], key=natural)
    ['p/2', 'p/2/b', 'p/10']
    """
    steps = [*_DIGITS.split(text), ""]
    return tuple((word, int(number or -1)) for word, number in zip(steps[::2], steps[1::2], strict=True)), text


def object_key(value: Object) -> tuple[int, NaturalKey, str, str]:
    """IRIs first, then literals by their words, language and type."""
    if isinstance(value, Literal):
        return 1, natural(str(value)), value.language or "", str(value.datatype or "")
    return 0, natural(str(value)), "", ""


def property_key(property_: URIRef) -> tuple[int, str]:
    """The class first, then the label, then the rest by IRI."""
    return _FIRST.get(str(property_), 2), str(property_)


def by_subject(triples: Iterable[Triple]) -> list[tuple[URIRef, list[tuple[URIRef, list[Object]]]]]:
    """Triples as subjects with their properties with their values, all sorted and each once."""
    subjects: dict[URIRef, dict[URIRef, set[Object]]] = {}
    for subject, property_, value in triples:
        subjects.setdefault(subject, {}).setdefault(property_, set()).add(value)
    return [
        (
            subject,
            [
                (property_, sorted(values, key=object_key) if len(values) > 1 else list(values))
                for property_, values in sorted(properties.items(), key=lambda entry: property_key(entry[0]))
            ],
        )
        for subject, properties in sorted(subjects.items(), key=lambda entry: natural(entry[0]))
    ]


class TurtleWriter:
    """Writes triples as Turtle or TriG.

    :ivar root: what the addresses under ``@base`` begin with; they are written relative to it.
    :ivar prefixes: prefix → namespace; those that are used are named at the top.
    """

    def __init__(self, root: str, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._root = root
        self._prefixes = dict(prefixes)
        self._namespaces = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._used: set[str] = set()
        self._seen: dict[URIRef, str] = {}

    def turtle(self, triples: Iterable[Triple]) -> str:
        """One graph."""
        body = "\n".join(self._subjects(triples, ""))
        return self._head() + body

    def trig(self, graphs: Mapping[URIRef, Iterable[Triple]]) -> str:
        """Named graphs, in the order given; one without triples is left out."""
        blocks = []
        for name, triples in graphs.items():
            lines = self._subjects(triples, "    ")
            if lines:
                blocks.append(f"{self._iri(name)} {{\n" + "\n".join(lines) + "}\n")
        return self._head() + "\n".join(blocks)

    def _head(self) -> str:
        lines = [f"@base <{self._root}> .\n"] if self._root else []
        lines += [f"@prefix {p}: <{self._prefixes[p]}> .\n" for p in sorted(self._used)]
        return "".join(lines) + ("\n" if lines else "")

    def _subjects(self, triples: Iterable[Triple], indent: str) -> list[str]:
        blocks = []
        for subject, properties in by_subject(triples):
            lines = [
                f"{indent}    {'a' if property_ == TYPE else self._iri(property_)} "
                + " , ".join(self._term(value) for value in values)
                for property_, values in properties
            ]
            blocks.append(f"{indent}{self._iri(subject)}\n" + " ;\n".join(lines) + " .\n")
        return blocks

    def _term(self, value: Object) -> str:
        if isinstance(value, URIRef):
            return self._iri(value)
        text, datatype = str(value), value.datatype
        if datatype is not None and (bare := _BARE.get(datatype)) and bare.fullmatch(text):
            return text
        quoted = '"' + text.translate(_ESCAPES) + '"'
        if value.language:
            return f"{quoted}@{value.language}"
        return quoted if datatype is None else f"{quoted}^^{self._iri(datatype)}"

    def _iri(self, iri: URIRef) -> str:
        written = self._seen.get(iri)
        if written is None:
            written = self._seen[iri] = self._write_iri(str(iri))
        return written

    def _write_iri(self, iri: str) -> str:
        """Relative to the base, with a prefix, else in full."""
        if self._root and iri.startswith(self._root) and len(iri) > len(self._root):
            return f"<{iri[len(self._root) :]}>"
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = self._namespaces.get(iri[:cut]), iri[cut:]
        if prefix is not None and (_LOCAL.fullmatch(local) or not local):
            self._used.add(prefix)
            return f"{prefix}:{local}"
        return f"<{iri}>"
