"""N-Triples: terms of rdflib as canonical N-Triples writes them, and what its escapes stand for.

Written as the engine of the store writes them, so that the same triple is the same line wherever it is published.
"""

from __future__ import annotations

import re

from rdflib import URIRef

from rapporteur.graph.serialize import Subjects
from rapporteur.graph.vocabulary import Object

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_MEANT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)}
_ESCAPES |= {ord(meant): f"\\{letter}" for letter, meant in _MEANT.items()}
_ESCAPES |= str.maketrans({"\\": "\\\\", '"': '\\"'})


def unescaped(written: str) -> str:
    """What stands in an IRI or a literal of N-Triples.

    >>> unescaped(r"a\\u00e9\\"")
    'aé"'
    """
    return _ESCAPE.sub(_character, written) if "\\" in written else written


def _character(found: re.Match[str]) -> str:
    short, long, other = found.groups()
    return chr(int(short or long, 16)) if short or long else _MEANT.get(other, other)


def ntriples(subjects: Subjects) -> str:
    """Sorted triples as N-Triples, in their order.

    >>> a, p = URIRef("http://x/a"), URIRef("http://x/p")
    >>> ntriples([(a, [(p, [a])])])
    '<http://x/a> <http://x/p> <http://x/a> .\\n'
    """
    return "".join(
        [
            f"<{subject}> <{property_}> {_written(value)} .\n"
            for subject, properties in subjects
            for property_, values in properties
            for value in values
        ]
    )


def _written(term: Object) -> str:
    if isinstance(term, URIRef):
        return f"<{term}>"
    words = f'"{str(term).translate(_ESCAPES)}"'
    if term.language:
        return f"{words}@{term.language}"
    return f"{words}^^<{term.datatype}>" if term.datatype else words
