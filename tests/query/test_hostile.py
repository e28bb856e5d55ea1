"""Hostile values: do more than two hundred strings that try to break out of their place change no query's meaning?"""

from __future__ import annotations

import itertools

import pytest
from rdflib import Graph, Literal, URIRef

from rapporteur.errors import UnusableQuery
from rapporteur.query import ask, read_query
from rapporteur.store.embedded import MemoryStore

OPENERS = [
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    '\\"',
    "\\\\",
    ">",
    "}",
    ")",
    "\n",
    "\r\n",
    "\t",
    "\\u0022",
    "\\u007D",
    "\\U00000022",
    "#",
    "@en ",
    "^^<x> ",
    "",
]
WORDS = [
    "} UNION { ?s ?p ?o }",
    "} VALUES ?other { UNDEF",
    "VALUES ?word { UNDEF }",
    "} } INSERT DATA { <http://e/x> <http://e/y> 1 } #",
    "; DROP ALL; SELECT * WHERE {",
    "SERVICE <http://e/> { ?s ?p ?o }",
    "SELECT ?x FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    "?word",
    "UNDEF",
    "<http://e/p>",
    "{{0}} %s $word \x01\x7f\u2028\ufeff",
]
HOSTILE = [opener + word + closer for opener, word in itertools.product(OPENERS, WORDS) for closer in ("", opener)]

QUERY = read_query(
    "#+ summary: Which?\n#+ params:\n#+   word:\n#+     type: string\n#+   other:\n#+     type: string\n"
    "SELECT ?s WHERE { VALUES ?word { UNDEF } VALUES ?other { UNDEF } ?s <http://e/p> ?word ; <http://e/q> ?other }",
    "which",
)
IRI = read_query(
    "#+ summary: Which?\n#+ params:\n#+   thing:\n#+     type: iri\n#+   state:\n#+     type: state\n#+   n:\n"
    "#+     type: integer\nSELECT ?s WHERE { VALUES ?thing { UNDEF } VALUES ?state { UNDEF } VALUES ?n { UNDEF } "
    "?s ?thing ?state ; <http://e/n> ?n }",
    "which",
)


def test_there_are_more_than_two_hundred() -> None:
    """Is the list as long as it says?"""
    assert len(set(HOSTILE)) > 400


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    """A store in which each hostile string stands at one place, and innocent ones at others."""
    store = MemoryStore("memory", "http://e/manifest")
    triples = [(f"http://e/s{at}", "p", text) for at, text in enumerate(HOSTILE)]
    triples += [(f"http://e/s{at}", "q", "plain") for at in range(len(HOSTILE))]
    lines = [f"<{s}> <http://e/{p}> {Literal(o).n3()} ." for s, p, o in triples]
    store._store.load("\n".join(lines), __import__("pyoxigraph").RdfFormat.TURTLE)
    return store


def test_each_finds_itself_alone_in_a_store(store: MemoryStore) -> None:
    """Is each string, given as a parameter, that string and nothing else?"""
    for text in dict.fromkeys(HOSTILE):
        found = {row[0] for row in ask(store, QUERY, {"word": Literal(text), "other": "plain"}).rows}
        meant = {f"http://e/s{at}" for at, other in enumerate(HOSTILE) if other == text.strip()}
        assert found == meant, text
        assert meant or text != text.strip()


def test_each_finds_itself_alone_in_rdflib() -> None:
    """Is it so with the other engine, whose parser changes tabs and some backslashes?"""
    for text in list(dict.fromkeys(HOSTILE))[::3]:
        graph = Graph()
        for name, word in (("mine", text.strip()), ("other", "plain")):
            graph.add((URIRef(f"http://e/{name}"), URIRef("http://e/p"), Literal(word)))
            graph.add((URIRef(f"http://e/{name}"), URIRef("http://e/q"), Literal("plain")))
        assert ask(graph, QUERY, {"word": text, "other": "plain"}).rows == (("http://e/mine",),), text


def test_none_is_taken_for_an_iri_a_state_or_a_number(store: MemoryStore) -> None:
    """Is each refused where an IRI, State or number is asked for, or kept to one IRI that holds no sign of syntax?"""
    for text in HOSTILE:
        for name in ("thing", "state", "n"):
            try:
                rows = ask(store, IRI, {name: text}).rows
            except UnusableQuery as fault:
                assert name in fault.seen
            else:
                assert rows == ()
                assert name != "n" and not set(text.strip("<> \n\r\t")) & set(' <>"{}|\\^`'), text


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_what_no_query_can_hold_is_told(store: MemoryStore, text: str) -> None:
    """Is half a character, or NUL, refused with its number instead of sent?"""
    with pytest.raises(UnusableQuery) as caught:
        ask(store, QUERY, {"word": text})
    assert f"U+{ord(text[1]):04X}" in caught.value.expected
