"""Parameters: what a person typed → the RDF term a query is asked with.

``provision=untoc/article/26`` becomes the IRI below ``id/instrument/``, ``theme=training`` the concept,
``state=ALB`` the State. Terms are written into the query by rdflib's own ``n3()``; the words of a user never
become query text.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence

from rdflib import Graph, Literal, URIRef

from rapporteur.errors import UnusableQuery
from rapporteur.graph.iris import Iris
from rapporteur.query.headers import ANY, Parameter, Query, values_row
from rapporteur.store import Store

Term = URIRef | Literal | None
Given = str | int | URIRef | Literal
"""What a caller may give: the text a person types, a number, or a ready term."""

_SIGN = (
    r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000dffff])"
)
"""What an IRI may hold (RFC 3987, section 2.2), but for the one ``#`` and for brackets."""

_FULL = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*://{_SIGN}+(?:#{_SIGN}*)?")
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
"""What no SPARQL query can hold: NUL, and halves of characters."""
_SHORT = re.compile(rf"{_SIGN}+(?:#{_SIGN}*)?")
_ROOMS = ("document/", "meeting/", "state/", "organization/", "instrument/", "decision/", "publication/")


def terms_of(query: Query, given: Mapping[str, Given], graph: Graph | Store | None = None) -> dict[str, Term]:
    """The term of each parameter of ``query`` asked with ``given``; those not given keep their default.

    :param graph: where it is given, a concept or State that it does not know is refused.
    :raises UnusableQuery: if a parameter is unknown or its value of the wrong type; it says what was expected.
    """
    for name in given:
        if query.parameter(name) is None:
            raise _unknown_parameter(query, name)
    terms: dict[str, Term] = {}
    for parameter in query.parameters:
        term = term_of(parameter, given.get(parameter.name, parameter.default), query.name)
        if graph is not None and parameter.name in given:
            _check_known(parameter, term, query.name, graph)
        terms[parameter.name] = term
    return terms


def bind(query: Query, terms: Mapping[str, Term]) -> str:
    """The text of ``query`` with each parameter's term in its ``VALUES`` row.

    All rows are found in the text of the file before a term is written, so that the words of one parameter are never
    taken for the row of another.
    """
    places = sorted((match.span(), name) for name in terms for match in values_row(name).finditer(query.text))
    pieces, done = [], 0
    for (start, end), name in places:
        term = terms[name]
        pieces += [query.text[done:start], f"VALUES ?{name} {{ {'UNDEF' if term is None else term.n3()} }}"]
        done = end
    return "".join([*pieces, query.text[done:]])


def term_of(parameter: Parameter, value: Given, query: str = "") -> Term:
    """The term that ``value`` means for ``parameter``; None for "any".

    :raises UnusableQuery: if the value has the wrong type.
    """
    if isinstance(value, URIRef | Literal):
        value = str(value)
    text = str(value).strip()
    if text == ANY:
        return None
    if parameter.values and text not in parameter.values:
        raise _wrong(parameter, text, query, f"one of {', '.join(parameter.values)}", text, parameter.values)
    if parameter.type == "integer":
        if not re.fullmatch(r"[+-]?\d+", text):
            raise _wrong(parameter, text, query, "a whole number")
        return Literal(int(text))
    if parameter.type == "string":
        if unwritable := _UNWRITABLE.search(text):
            raise _wrong(parameter, text, query, f"a text without the character U+{ord(unwritable[0]):04X}")
        return Literal(text)
    return _iri(parameter, text, query)


def iri_of(text: str, under: str, where: str, example: str, remedy: str) -> URIRef:
    """The IRI that a text means where one thing must be named, so that "any" is none.

    :param under: where a short one stands below ``id/``, as `Parameter.under`.
    :raises UnusableQuery: if it is no IRI; it says ``where`` it was given, an ``example``, and the ``remedy``.
    """
    try:
        term = term_of(Parameter("", "iri", "", under=under), text)
    except UnusableQuery:
        term = None
    if isinstance(term, URIRef):
        return term
    raise UnusableQuery(
        f"{text!r} is no IRI.",
        where=where,
        expected=f"an IRI, in full or as answers show it, such as {example}.",
        remedy=remedy,
    )


def _iri(parameter: Parameter, text: str, query: str) -> URIRef:
    """The IRI that a full or a short value stands for."""
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    if _FULL.fullmatch(text):
        return URIRef(text)
    root = Iris.from_setting().root
    if not _SHORT.fullmatch(text):
        raise _wrong(parameter, text, query, f"an IRI, or what follows {root}{parameter.under} in one")
    if text.startswith(_ROOMS) or (parameter.under and text.startswith(parameter.under)):
        return URIRef(root + text)
    if parameter.type == "state" and re.fullmatch(r"[a-z]{3}", text):
        text = text.upper()
    return URIRef(root + parameter.under + text)


def _check_known(parameter: Parameter, term: Term, query: str, graph: Graph | Store) -> None:
    """Refuse a concept or State that the graph does not know: these lists are closed, so it is a slip."""
    if parameter.type not in ("concept", "state") or not isinstance(term, URIRef):
        return
    if _is_known(term, graph):
        return
    room = Iris.from_setting().root + parameter.under
    known = sorted({subject[len(room) :] for subject in _subjects(room, graph)})
    known = [k for k in known if "/" not in k]
    given = str(term).removeprefix(room)
    raise _wrong(parameter, given, query, f"an id that the loaded graphs know under {parameter.under}", given, known)


def _is_known(term: URIRef, graph: Graph | Store) -> bool:
    """Whether a triple begins or ends with the term."""
    if isinstance(graph, Graph):
        return (term, None, None) in graph or (None, None, term) in graph
    pattern = f"{{ {term.n3()} ?p ?o }} UNION {{ ?s ?p {term.n3()} }}"
    return bool(graph.select(f"SELECT ?p WHERE {{ {pattern} }} LIMIT 1").rows)


def _subjects(room: str, graph: Graph | Store) -> list[str]:
    """The IRIs below ``room`` that something is said of."""
    if isinstance(graph, Graph):
        return [str(subject) for subject in graph.subjects(unique=True) if str(subject).startswith(room)]
    begins = f"FILTER(STRSTARTS(STR(?s), {Literal(room).n3()}))"
    rows = graph.select(f"SELECT DISTINCT ?s WHERE {{ ?s a ?class {begins} }}").rows
    return [row[0].value for row in rows if row[0] is not None]


def _wrong(
    parameter: Parameter,
    value: str,
    query: str,
    expected: str,
    near: str = "",
    known: Sequence[str] = (),
) -> UnusableQuery:
    example = parameter.example or (parameter.default if parameter.default != ANY else "")
    close = difflib.get_close_matches(near, known, n=3, cutoff=0.5) if near else []
    remedy = f"Did you mean {' or '.join(close)}?" if close else f"Give {parameter.name}=any to ask without it."
    return UnusableQuery(
        f"The value {value!r} of the parameter {parameter.name}.",
        where=f"query {query}" if query else f"parameter {parameter.name}",
        expected=f"{expected}" + (f", such as {parameter.name}={example}." if example else "."),
        remedy=remedy,
    )


def _unknown_parameter(query: Query, name: str) -> UnusableQuery:
    names = [p.name for p in query.parameters]
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.4)
    return UnusableQuery(
        f"A parameter {name!r}.",
        where=f"query {query.name}",
        expected=f"one of {', '.join(names)}." if names else "no parameter: this query takes none.",
        remedy=f"Did you mean {close[0]}?" if close else "Leave it out.",
    )
