"""Does no query reach out: neither by what it says, in whatever spelling, nor by what the engine would do?"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from calling import Calling

from rapporteur.errors import UnusableQuery
from rapporteur.query.outside import Clauses, clauses_of

INSIDE = "https://w3id.org/rapporteur/id/document/FERRY/WG.1/2031/1/graph"

REACHING = {
    "plain": "SELECT * { SERVICE <HERE> { ?s ?p ?o } }",
    "silent": "SELECT * { SERVICE SILENT <HERE> { ?s ?p ?o } }",
    "small letters": "select * { service <HERE> { ?s ?p ?o } }",
    "mixed letters": "SELECT * { SeRvIcE <HERE> { ?s ?p ?o } }",
    "no space": "SELECT*{SERVICE<HERE>{?s ?p ?o}}",
    "code point": r"SELECT * { \u0053ERVICE <HERE> { ?s ?p ?o } }",
    "long code point": r"SELECT * { SERV\U00000049CE <HERE> { ?s ?p ?o } }",
    "all code points": r"SELECT * { \u0053\u0045\u0052\u0056\u0049\u0043\u0045 <HERE> { ?s ?p ?o } }",
    "code point of a quote": r'SELECT ("\u0022 AS ?x) { SERVICE <HERE> { ?s ?p ?o } # " AS ?x) {} ',
    "comment between": "SELECT * { SERVICE # a word\n <HERE> { ?s ?p ?o } }",
    "after a comment": "SELECT * { # SERVICE\n SERVICE <HERE> { ?s ?p ?o } }",
    "comment that ends with a carriage return": "SELECT * { # nothing\rSERVICE <HERE> { ?s ?p ?o }\n}",
    "after a string": 'SELECT * { ?s ?p "SERVICE" . SERVICE <HERE> { ?s ?p ?o } }',
    "after a long string": "SELECT * { ?s ?p '''it's \" ''' . SERVICE <HERE> { ?s ?p ?o } }",
    "less than, not an IRI": "SELECT * { ?s ?p ?o FILTER(?o<1).SERVICE#>\n?x{ ?a ?b ?c } }",
    "variable": "SELECT * { BIND(<HERE> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "prefixed": "PREFIX here: <HERE> SELECT * { SERVICE here: { ?s ?p ?o } }",
    "relative": "BASE <HERE> SELECT * { SERVICE <x> { ?s ?p ?o } }",
    "subquery": "SELECT * { { SELECT * { { SELECT ?s { SERVICE <HERE> { ?s ?p ?o } } } } } }",
    "optional": "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <HERE> { ?s ?q ?r } } }",
    "union": "SELECT * { { ?s ?p ?o } UNION { SERVICE <HERE> { ?s ?p ?o } } }",
    "minus": "SELECT * { ?s ?p ?o MINUS { SERVICE <HERE> { ?s ?p ?o } } }",
    "graph": "SELECT * { GRAPH ?g { SERVICE <HERE> { ?s ?p ?o } } }",
    "exists": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <HERE> { ?s ?p ?o } } }",
    "not exists": "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <HERE> { ?s ?p ?o } } }",
    "bind": "SELECT * { BIND(EXISTS { SERVICE <HERE> { ?s ?p ?o } } AS ?x) }",
    "select expression": "SELECT (EXISTS { SERVICE <HERE> { ?s ?p ?o } } AS ?x) {}",
    "if": "SELECT (IF(EXISTS { SERVICE <HERE> { ?s ?p ?o } }, 1, 2) AS ?x) {}",
    "order": "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <HERE> { ?s ?p ?o } })",
    "having": "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <HERE> { ?s ?p ?o } })",
    "group": "SELECT (1 AS ?x) { ?s ?p ?o } GROUP BY (EXISTS { SERVICE <HERE> { ?s ?p ?o } })",
    "nested service": "SELECT * { SERVICE <HERE> { SERVICE <HERE> { ?s ?p ?o } } }",
    "ask": "ASK { SERVICE <HERE> { ?s ?p ?o } }",
    "construct": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <HERE> { ?s ?p ?o } }",
    "describe": "DESCRIBE ?s WHERE { SERVICE <HERE> { ?s ?p ?o } }",
    "from": "SELECT * FROM <HERE> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <HERE> { GRAPH ?g { ?s ?p ?o } }",
    "from beside one that is here": f"SELECT * FROM <{INSIDE}> FROM <HERE> {{ ?s ?p ?o }}",
    "from prefixed": "PREFIX here: <HERE> SELECT * FROM here:x { ?s ?p ?o }",
    "from relative": "BASE <HERE> SELECT * FROM <x> { ?s ?p ?o }",
    "from in code points": r"SELECT * \u0046ROM <HERE> { ?s ?p ?o }",
    "from of ask": "ASK FROM <HERE> { ?s ?p ?o }",
    "from of construct": "CONSTRUCT { ?s ?p ?o } FROM <HERE> WHERE { ?s ?p ?o }",
    "from of the short construct": "CONSTRUCT FROM <HERE> WHERE { ?s ?p ?o }",
    "from of describe": "DESCRIBE <a:a> FROM <HERE>",
    "from a file": "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    "load": "LOAD <HERE>",
    "load after a query": "SELECT * {} ; LOAD <HERE>",
}

HARMLESS = (
    'SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), "SERVICE <http://a.example/> { }")) }',
    "SELECT ?service ?from { ?service ?load ?from }",
    "PREFIX service: <http://service.example/from#> SELECT * { ?s service:load service:from }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://a.example/> FROM LOAD",
    "SELECT * { ?s ?p '''LOAD \" FROM <http://a.example/> ''' }",
    f"SELECT * FROM NAMED <{INSIDE}> FROM <{INSIDE}> {{ ?s ?p 'from' }}",
    r'SELECT ("Caf\u00e9" AS ?x) {}',
)


@pytest.fixture
def here() -> Iterator[tuple[str, socket.socket]]:
    """An address of this machine at which somebody listens, to see who comes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/", listening


def _nobody_came(listening: socket.socket) -> bool:
    try:
        listening.accept()[0].close()
    except TimeoutError:
        return True
    return False


def test_every_spelling_is_refused_before_anything_is_asked(ferry: Calling, here: tuple[str, socket.socket]) -> None:
    """Is each query that reaches out refused with 400 in words, by GET and by POST, and does nobody come?"""
    address, listening = here
    for name, query in REACHING.items():
        text = query.replace("HERE", address)
        answer = ferry.request("POST", "/sparql", data={"query": text})
        assert answer.status_code == 400, name
        assert answer.json()["expected"], name
        if not name.startswith("load"):
            with pytest.raises(UnusableQuery):
                clauses_of(text, {INSIDE})
    assert len(REACHING) >= 45
    assert _nobody_came(listening)


@pytest.mark.parametrize("query", HARMLESS)
def test_words_that_only_look_so_are_answered(ferry: Calling, query: str) -> None:
    """Is a query answered that has the words in a string, a comment, a name, or for a graph that is here?"""
    assert ferry.get("/sparql", params={"query": query}).status_code == 200


def test_clauses_are_read_in_full() -> None:
    """Do the clauses come out with prefix and base resolved, each graph once?"""
    text = (
        "BASE <http://b.example/> PREFIX p: <http://p.example/> SELECT * FROM <x> FROM p:y FROM NAMED <x> FROM <x> {}"
    )
    known = {"http://b.example/x", "http://p.example/y"}
    assert clauses_of(text, known) == Clauses(("http://b.example/x", "http://p.example/y"), ("http://b.example/x",))
    assert clauses_of("SELECT * { ?s ?p ?o }", ()) == Clauses()


def test_what_cannot_be_read_for_sure_is_refused() -> None:
    """Is a query refused that has the word and is nested beyond reading, or is no SPARQL 1.1?"""
    deep = "SELECT * { " + "{ " * 3000 + "SERVICE <a:a> {} " + "} " * 3000 + "}"
    for text in (deep, "SELECT * { SERVICE <a:a> { ?s ?p <<( ?a ?b ?c )>> } }"):
        with pytest.raises(UnusableQuery):
            clauses_of(text, ())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the filter of system calls is one of Linux")
def test_the_engine_itself_cannot_reach_out_in_a_worker(here: tuple[str, socket.socket]) -> None:
    """Were a query to slip by: does the engine get no connection behind the second wall, and one without it?"""
    address, listening = here
    asking = (
        "import pyoxigraph, sys\n"
        "from rapporteur.serve.walls import raise_walls\n"
        "if sys.argv[1] == 'walled': assert 'network' in raise_walls()\n"
        f"try: list(pyoxigraph.Store().query('SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}'))\n"
        "except (OSError, RuntimeError) as fault: print(type(fault).__name__)\n"
    )
    walled = subprocess.run([sys.executable, "-c", asking, "walled"], capture_output=True, text=True, timeout=60)
    assert (walled.stdout.strip(), walled.returncode) == ("PermissionError", 0)
    assert _nobody_came(listening)
    with subprocess.Popen([sys.executable, "-c", asking, "open"], stdout=subprocess.DEVNULL) as bare:
        listening.settimeout(30)
        assert not _nobody_came(listening), "without the wall the engine asks: the test above is not empty"
        bare.kill()
