"""Names: the prefixes and the base of a SPARQL text → its IRIs in full, as the standard and the engine read them.

rdflib's own reading forgets a prefix when another is declared for the same namespace, knows prefixes that nobody
declared, and lets each operation of an update begin with the base of the request anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rdflib import Literal, URIRef
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Prologue, SPARQLError


class Names(Prologue):
    """What a prologue declares (SPARQL 1.1 Query, section 4.1).

    :param base: against which relative IRIs are read until a BASE says otherwise; "" for none.
    """

    def __init__(self, base: str = "") -> None:
        super().__init__()
        self.base = base
        self._declared: dict[str, URIRef] = {}

    def read(self, prologue: Iterable[CompValue]) -> None:
        """Take in what a prologue declares, after what was declared before it."""
        for said in prologue:
            if said.name == "Base":
                self.base = str(self.absolutize(said.iri))
            elif said.name == "PrefixDecl":
                self._declared[said.prefix or ""] = self.absolutize(said.iri)

    def absolutize(self, iri: Any) -> Any:
        """A term in full.

        :raises SPARQLError: for a prefix that is not declared, and a relative IRI that can be read in two ways.
        """
        if isinstance(iri, CompValue) and iri.name == "pname":
            if (prefix := iri.prefix or "") not in self._declared:
                raise SPARQLError(f"the prefix {prefix}: is not declared")
            return URIRef(self._declared[prefix] + (iri.localname or ""))
        if isinstance(iri, CompValue) and iri.name == "literal":
            return Literal(iri.string, lang=iri.lang, datatype=self.absolutize(iri.datatype))
        if isinstance(iri, URIRef) and ":" not in iri:
            if "//" in iri:  # rdflib drops the empty part, other readers keep it
                raise SPARQLError(f"the relative IRI <{iri}>, which can be read in two ways")
            return URIRef(iri, base=self.base or None)
        return iri
