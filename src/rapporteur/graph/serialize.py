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

Subjects = list[tuple[URIRef, list[tuple[URIRef, list[Object]]]]]
"""Sorted: each subject with its properties, each property with its values."""

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


def by_subject(triples: Iterable[Triple]) -> Subjects:
    """Triples as subjects with their properties with their values, all sorted and each once."""
    subjects: dict[URIRef, dict[URIRef, set[Object]]] = {}
    for subject, property_, value in triples:
        subjects.setdefault(subject, {}).setdefault(property_, set()).add(value)
    properties = {property_ for described in subjects.values() for property_ in described}
    place = {property_: at for at, property_ in enumerate(sorted(properties, key=property_key))}
    return [
        (
            subject,
            [
                (property_, sorted(values, key=object_key) if len(values) > 1 else list(values))
                for property_, values in sorted(described.items(), key=lambda entry: place[entry[0]])
            ],
        )
        for subject, described in sorted(subjects.items(), key=lambda entry: natural(entry[0]))
    ]


def turtle(root: str, subjects: Subjects) -> str:
    """One graph as Turtle.

    :param root: what the addresses under ``@base`` begin with; they are written relative to it.
    """
    writer = _Writer(root)
    body = "\n".join(writer.subjects(subjects, ""))
    return writer.head() + body


def trig(root: str, graphs: Mapping[URIRef, Subjects]) -> str:
    """Named graphs as TriG, in the order given; one without triples is left out."""
    writer = _Writer(root)
    blocks = [
        f"{writer.iri(name)} {{\n" + "\n".join(writer.subjects(subjects, "    ")) + "}\n"
        for name, subjects in graphs.items()
        if subjects
    ]
    return writer.head() + "\n".join(blocks)


class _Writer:
    """Writes one document; the prefixes that it used stand in its head."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._namespaces = {namespace: prefix for prefix, namespace in PREFIXES.items()}
        self._used: set[str] = set()
        self._seen: dict[URIRef, str] = {}

    def head(self) -> str:
        """Base and prefixes, once the body is written."""
        prefixes = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in sorted(self._used))
        return f"@base <{self._root}> .\n{prefixes}\n"

    def subjects(self, subjects: Subjects, indent: str) -> list[str]:
        """A block of lines for each subject."""
        blocks = []
        for subject, properties in subjects:
            lines = [
                f"{indent}    {'a' if property_ == TYPE else self.iri(property_)} "
                + " , ".join([self._term(value) for value in values])
                for property_, values in properties
            ]
            blocks.append(f"{indent}{self.iri(subject)}\n" + " ;\n".join(lines) + " .\n")
        return blocks

    def _term(self, value: Object) -> str:
        if isinstance(value, URIRef):
            return self.iri(value)
        text, datatype = str(value), value.datatype
        if datatype is not None and (bare := _BARE.get(datatype)) and bare.fullmatch(text):
            return text
        quoted = '"' + text.translate(_ESCAPES) + '"'
        if value.language:
            return f"{quoted}@{value.language}"
        return quoted if datatype is None else f"{quoted}^^{self.iri(datatype)}"

    def iri(self, iri: URIRef) -> str:
        """An address as it is written here."""
        written = self._seen.get(iri)
        if written is None:
            written = self._seen[iri] = self._write_iri(str(iri))
        return written

    def _write_iri(self, iri: str) -> str:
        """Relative to the base, with a prefix, else in full."""
        if iri.startswith(self._root) and len(iri) > len(self._root):
            return f"<{iri[len(self._root) :]}>"
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = self._namespaces.get(iri[:cut]), iri[cut:]
        if prefix is not None and (_LOCAL.fullmatch(local) or not local):
            self._used.add(prefix)
            return f"{prefix}:{local}"
        return f"<{iri}>"
