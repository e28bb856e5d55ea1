"""Does ``/sparql`` keep the query part of the SPARQL 1.1 Protocol (W3C, 21 March 2013), clause by clause?

Sections are those of the Recommendation. Beside them stand the facts of the official protocol tests (``w3c/rdf-tests``,
``sparql11/protocol``) with graphs of this store in place of theirs.
"""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

import pytest
from calling import Calling

ID = "https://w3id.org/rapporteur/id/"
ONE, TWO = (f"{ID}document/FERRY/WG.1/2031/{number}/graph" for number in (1, 2))
PARAGRAPHS = "SELECT ?p WHERE { ?p <https://w3id.org/rapporteur/ontology#text> ?text }"
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
ROWS = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
TRIPLES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")
ABOUT = f"ASK {{ <{ID}document/FERRY/WG.1/2031/1> ?a ?b . <{ID}document/FERRY/WG.1/2031/2> ?c ?d }}"


def _bindings(answer: object) -> list[dict[str, dict[str, str]]]:
    found: list[dict[str, dict[str, str]]] = json.loads(answer.content)["results"]["bindings"]  # type: ignore[attr-defined]
    return found


def _post(ferry: Calling, body: str | bytes, kind: str | None, address: str = "/sparql", **headers: str) -> object:
    said = {**({"Content-Type": kind} if kind else {}), **headers}
    return ferry.request("POST", address, content=body, headers=said)


def test_a_query_comes_by_get(ferry: Calling) -> None:
    """2.1.1: is a query answered that stands percent-encoded in the address, the parameters in any order?"""
    query = quote(PARAGRAPHS)
    first = ferry.get(f"/sparql?query={query}&default-graph-uri={quote(ONE)}")
    second = ferry.get(f"/sparql?default-graph-uri={quote(ONE)}&query={query}")
    assert first.status_code == second.status_code == 200
    assert len(_bindings(first)) == 5
    assert first.content == second.content


def test_a_query_comes_in_a_form(ferry: Calling) -> None:
    """2.1.2: is a query answered that stands in the body of a form, with its dataset there?"""
    body = urlencode({"query": PARAGRAPHS, "default-graph-uri": TWO})
    answer = _post(ferry, body, FORM)
    assert [row["p"]["value"].split("/2031/")[1][0] for row in _bindings(answer)] == ["2"] * 5


def test_a_query_comes_as_the_body(ferry: Calling) -> None:
    """2.1.3: is a query answered that is the body, unencoded, with its dataset in the address?"""
    address = f"/sparql?default-graph-uri={quote(ONE)}"
    assert len(_bindings(_post(ferry, PARAGRAPHS, DIRECT, address))) == 5
    assert len(_bindings(_post(ferry, PARAGRAPHS, f"{DIRECT}; charset=UTF-8"))) == 10


def test_there_is_exactly_one_query(ferry: Calling) -> None:
    """2.1: is a request refused that has no query in its body, or two?"""
    two = urlencode([("query", "ASK {}"), ("query", "SELECT * {}")])
    answers = [ferry.get(f"/sparql?{two}"), _post(ferry, two, FORM), _post(ferry, "default-graph-uri=", FORM)]
    answers.append(_post(ferry, "ASK {}", DIRECT, "/sparql?query=ASK%7B%7D"))
    answers.append(ferry.get("/sparql?Query=ASK%7B%7D"))
    assert [answer.status_code for answer in answers] == [400] * 5
    assert "exactly one query" in answers[0].json()["expected"]


def test_the_default_graph_of_a_request_is_the_merge_of_those_it_names(ferry: Calling) -> None:
    """2.1.4: is the default graph the merge of several, in which a triple of two graphs stands once?"""
    labels = f"SELECT ?label {{ <{ID}state/ZZZ> <http://www.w3.org/2000/01/rdf-schema#label> ?label }}"
    both = [("default-graph-uri", ONE), ("default-graph-uri", TWO)]
    assert len(_bindings(ferry.get("/sparql?" + urlencode([("query", PARAGRAPHS), *both])))) == 10
    assert len(_bindings(ferry.get("/sparql?" + urlencode([("query", labels), *both])))) == 1
    assert ferry.get("/sparql?" + urlencode([("query", ABOUT), *both])).json()["boolean"] is True
    assert ferry.get("/sparql?" + urlencode([("query", ABOUT), both[0]])).json()["boolean"] is False


def test_named_graphs_of_a_request_are_those_that_it_names(ferry: Calling) -> None:
    """2.1.4: does GRAPH see the named graphs of the request alone, and is the default graph empty beside them?"""
    ask = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    both = [("named-graph-uri", ONE), ("named-graph-uri", TWO)]
    found = _bindings(ferry.get("/sparql?" + urlencode([("query", ask), *both])))
    assert {row["g"]["value"] for row in found} == {ONE, TWO}
    default = _bindings(ferry.get("/sparql?" + urlencode([("query", PARAGRAPHS), *both])))
    assert default == []
    full = f"ASK {{ ?s ?p ?o GRAPH <{TWO}> {{ ?a ?b ?c }} FILTER NOT EXISTS {{ GRAPH <{ONE}> {{ ?s ?p ?o }} }} }}"
    split = [("default-graph-uri", f"{ONE}/evidence"), ("named-graph-uri", TWO)]
    assert _post(ferry, urlencode([("query", full), *split]), FORM).json()["boolean"] is True  # type: ignore[attr-defined]


def test_the_dataset_of_the_request_goes_before_that_of_the_query(ferry: Calling) -> None:
    """2.1.4: where the query names a dataset and the request another, is the request's taken?"""
    query = PARAGRAPHS.replace("WHERE", f"FROM <{ONE}> WHERE")
    own = _bindings(ferry.get("/sparql", params={"query": query}))
    other = _bindings(ferry.get("/sparql", params={"query": query, "default-graph-uri": TWO}))
    assert {row["p"]["value"].split("/2031/")[1][0] for row in own} == {"1"}
    assert {row["p"]["value"].split("/2031/")[1][0] for row in other} == {"2"}


def test_a_query_names_graphs_of_this_store_itself(ferry: Calling) -> None:
    """2.1.4: are FROM and FROM NAMED of graphs that are here answered, also with a prefix or below a base?"""
    named = f"SELECT DISTINCT ?g FROM NAMED <{ONE}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert [row["g"]["value"] for row in _bindings(ferry.get("/sparql", params={"query": named}))] == [ONE]
    based = f"BASE <{ID}document/FERRY/WG.1/2031/1/> SELECT (COUNT(*) AS ?n) FROM <graph> {{ ?s ?p ?o }}"
    assert _bindings(ferry.get("/sparql", params={"query": based}))[0]["n"]["value"] == "8"


@pytest.mark.parametrize("parameter", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_that_is_not_here_is_refused(ferry: Calling, parameter: str) -> None:
    """2.1.4: is a request for the dataset of another place refused with 400, which names the graph?"""
    answer = ferry.get("/sparql", params={"query": "ASK {}", parameter: "http://elsewhere.example/graph"})
    assert answer.status_code == 400
    assert "elsewhere.example" in answer.json()["seen"]


def test_without_a_dataset_the_union_is_asked_and_every_graph_seen(ferry: Calling) -> None:
    """2.1.4: is the store's own dataset asked where neither names one, without what names files of this machine?"""
    assert len(_bindings(ferry.get("/sparql", params={"query": PARAGRAPHS}))) == 10
    graphs = _bindings(ferry.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}))
    assert len(graphs) == 8
    assert not any("manifest" in row["g"]["value"] for row in graphs)


@pytest.mark.parametrize("form", ROWS)
@pytest.mark.parametrize("query", ["SELECT (1 AS ?x) {}", "ASK {}"])
def test_rows_and_truth_come_in_every_format_of_the_w3c(ferry: Calling, query: str, form: str) -> None:
    """2.1.5, 2.1.6: does a SELECT, and an ASK, come in the format that the client takes, called by its media type?"""
    answer = ferry.get("/sparql", params={"query": query}, headers={"Accept": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == form
    assert ("1" if "SELECT" in query else "true") in answer.text


@pytest.mark.parametrize("form", TRIPLES)
@pytest.mark.parametrize("query", ["CONSTRUCT { <s> <p> 1 } WHERE {}", f"DESCRIBE <{ID}document/FERRY/WG.1/2031/1>"])
def test_triples_come_in_every_format(ferry: Calling, query: str, form: str) -> None:
    """2.1.5, 2.1.6: does a CONSTRUCT, and a DESCRIBE, come in RDF that a parser nobody here wrote reads?"""
    from rdflib import Graph

    answer = ferry.get("/sparql", params={"query": query}, headers={"Accept": form})
    assert answer.headers["content-type"].split(";")[0] == form
    assert len(Graph().parse(data=answer.text, format=form)) >= 1


def test_the_client_s_preferences_are_weighed(ferry: Calling) -> None:
    """2.1.5: do quality values, ranges and the server's own order decide (RFC 9110, 12.5.1)?"""
    wanted = {
        "text/csv;q=0.5, application/sparql-results+xml;q=0.9": "application/sparql-results+xml",
        "text/*": "text/csv",
        "*/*": "application/sparql-results+json",
        "application/sparql-results+json;q=0, */*;q=0.1": "application/sparql-results+xml",
        "text/html, */*;q=0.8": "application/sparql-results+json",
        "application/json": "application/sparql-results+json",
        "TEXT/CSV": "text/csv",
    }
    got = {a: ferry.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": a}) for a in wanted}
    assert {a: r.headers["content-type"].split(";")[0] for a, r in got.items()} == wanted
    assert all("Accept" in r.headers["vary"] for r in got.values())


@pytest.mark.parametrize("query", ["SELECT * {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_a_client_that_takes_none_of_them_is_told_which_there_are(ferry: Calling, query: str) -> None:
    """2.1.5: is it told with 406, and what there is?"""
    answer = ferry.get("/sparql", params={"query": query}, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert ("text/turtle" if "CONSTRUCT" in query else "text/csv") in answer.json()["expected"]


def test_a_format_can_stand_in_the_address(ferry: Calling) -> None:
    """Can a client that sets no header ask for CSV, and is a format that is none refused?"""
    answer = ferry.get("/sparql", params={"query": "SELECT (7 AS ?x) {}", "format": "csv"})
    assert answer.text == "x\r\n7\r\n"
    assert ferry.get("/sparql", params={"query": "ASK {}", "format": "pie"}).status_code == 406


def test_a_broken_query_is_told_with_its_line_and_a_caret(ferry: Calling) -> None:
    """2.1.7: is a query that is no SPARQL refused with 400, the place marked under its line?"""
    answer = ferry.get("/sparql", params={"query": "SELECT ?s\nWHERE { ?s ?p }"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    lines = answer.json()["seen"].splitlines()
    assert "line 2" in lines[0]
    assert lines[1] == "  WHERE { ?s ?p }"
    assert lines[2].rstrip("^").strip() == "" and lines[2].endswith("^")


@pytest.mark.parametrize(
    ("query", "said", "caret"),
    [
        ("SELECT * {\n  ?s ex:calls ?o }", "line 2, column 6: the prefix ex: is not declared", 5),
        ("SELECT * {\n  FILTR(?o > 1) }", "line 2, column 3: it cannot be read from here on", 2),
        ("SELECT *\n{ ?s ?p ?o", "line 2, column 1: a brace is not closed", 0),
        ("SELECT ?a { ?a ?p ?o } }", "line 1, column 24: nothing more can stand here", 23),
        ("SELECT (1 AS ?x)\n(2 AS ?x) {}", "line 2, column 13: Duplicated variable name in SELECT", 12),
    ],
)
def test_the_caret_stands_where_the_fault_is(ferry: Calling, query: str, said: str, caret: int) -> None:
    """2.1.7: is the place that of what cannot be read, and not where the engine would have taken other words?"""
    lines = ferry.get("/sparql", params={"query": query}).json()["seen"].splitlines()
    assert lines[0] == f"The query is no SPARQL: {said}"
    assert lines[2] == "  " + " " * caret + "^"


def test_a_refusal_comes_as_text_for_who_asks_for_text(ferry: Calling) -> None:
    """2.1.7: is the body of a refusal negotiated too?"""
    answer = ferry.get("/sparql", params={"query": "ASK {"}, headers={"Accept": "text/plain"})
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Expected: a query in SPARQL 1.1." in answer.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_told_which_there_are(ferry: Calling, method: str) -> None:
    """2.1: is a query by another method refused with 405 and a header Allow?"""
    answer = ferry.request(method, "/sparql?query=ASK%20%7B%7D")
    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["allow"].replace(" ", "").split(","))


@pytest.mark.parametrize(
    ("kind", "body"),
    [("text/plain", b"ASK {}"), (None, b"query=ASK%20%7B%7D"), (None, b"ASK {}"), ("text/turtle", b"")],
)
def test_a_body_says_what_it_is(ferry: Calling, kind: str | None, body: bytes) -> None:
    """2.1.2, 2.1.3: is a body refused with 415 that does not call itself a form or a query?"""
    assert _post(ferry, body, kind).status_code == 415  # type: ignore[attr-defined]


def test_a_query_is_utf_8(ferry: Calling) -> None:
    """2.1.3: is a body in UTF-16 refused, and one in UTF-8 read?"""
    utf_16 = _post(ferry, "ASK {}".encode("utf-16"), f"{DIRECT}; charset=UTF-16")
    unsaid = _post(ferry, "ASK {}".encode("utf-16"), DIRECT)
    assert (utf_16.status_code, unsaid.status_code) == (415, 400)  # type: ignore[attr-defined]
    assert ferry.get("/sparql?query=ASK%7B%7D%20%23%FF").status_code == 400
    assert _post(ferry, "query=ASK%7B%7D%20%23%FF", FORM).status_code == 400  # type: ignore[attr-defined]
    found = _bindings(_post(ferry, 'SELECT ("Côte d’Ivoire 科" AS ?x) {}'.encode(), DIRECT))
    assert found[0]["x"]["value"] == "Côte d’Ivoire 科"


@pytest.mark.parametrize(
    ("method", "address", "kind", "body"),
    [
        ("GET", "/sparql?update=CLEAR%20ALL", None, ""),
        ("POST", "/sparql", FORM, "update=CLEAR%20ALL"),
        ("POST", "/sparql", FORM, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"),
        ("POST", "/sparql", "application/sparql-update", "CLEAR ALL"),
        ("POST", "/sparql", "application/sparql-update", "LOAD <http://elsewhere.example/>"),
    ],
)
def test_an_update_is_refused_in_words(ferry: Calling, method: str, address: str, kind: str | None, body: str) -> None:
    """2.2: is an update, by whichever way, refused with 403, and told how reports are loaded?"""
    answer = ferry.request(method, address, content=body, headers={"Content-Type": kind} if kind else {})
    assert answer.status_code == 403
    assert "rapporteur store" in answer.json()["to_do"]
    assert len(_bindings(ferry.get("/sparql", params={"query": PARAGRAPHS}))) == 10


def test_an_update_that_comes_as_a_query_is_no_query(ferry: Calling) -> None:
    """2.1: is an update refused with 400 where a query should stand?"""
    for text in ("CLEAR ALL", "INSERT DATA { <a:a> <a:a> 1 }", "LOAD <http://elsewhere.example/>"):
        assert _post(ferry, text, DIRECT).status_code == 400  # type: ignore[attr-defined]


def test_head_says_what_get_would_say(ferry: Calling) -> None:
    """RFC 9110, 9.3.2: has a HEAD the headers of the GET?"""
    said = {"params": {"query": PARAGRAPHS}}
    head, get = ferry.request("HEAD", "/sparql", **said), ferry.get("/sparql", **said)
    assert head.status_code == 200
    assert [head.headers[n] for n in ("content-type", "etag")] == [get.headers[n] for n in ("content-type", "etag")]


def test_options_says_what_there_is(ferry: Calling) -> None:
    """RFC 9110, 9.3.7: does OPTIONS name the methods, and the types that a POST may have?"""
    answer = ferry.request("OPTIONS", "/sparql")
    assert answer.status_code == 204
    assert "POST" in answer.headers["allow"]
    assert DIRECT in answer.headers["accept-post"]


def test_the_address_with_a_stroke_is_the_same(ferry: Calling) -> None:
    """Do the official tests' own addresses, ``/sparql/``, work for GET and for POST?"""
    assert ferry.get("/sparql/", params={"query": "ASK {}"}).json()["boolean"] is True
    assert _post(ferry, "ASK {}", DIRECT, "/sparql/").json()["boolean"] is True  # type: ignore[attr-defined]


def test_relative_iris_are_read_against_the_address(ferry: Calling) -> None:
    """SPARQL 1.1 Query, 4.1.1: is the base the address that the query was sent to?"""
    answer = ferry.get("/sparql", params={"query": "SELECT (IRI('x') AS ?x) (<y> AS ?y) {}"})
    assert [term["value"] for term in _bindings(answer)[0].values()] == ["http://localhost/x", "http://localhost/y"]
