"""Can graphs be read by the SPARQL 1.1 Graph Store HTTP Protocol (W3C Recommendation, 21 March 2013), and only read?"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from calling import Calling
from rdflib import Graph

ID = "https://w3id.org/rapporteur/id/"
NAME = f"{ID}document/FERRY/WG.1/2031/1/graph"
DIRECT = f"/graph-store?graph={quote(NAME, safe='')}"
INDIRECT = "/id/document/FERRY/WG.1/2031/1/graph"


@pytest.mark.parametrize("form", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
@pytest.mark.parametrize("address", [DIRECT, INDIRECT])
def test_a_graph_is_read(ferry: Calling, address: str, form: str) -> None:
    """5.2, 4.1, 4.2: does a GET give the graph, named directly or by its own address, in the format asked for?"""
    answer = ferry.get(address, headers={"Accept": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == form
    assert len(Graph().parse(data=answer.text, format=form)) == 8


def test_the_default_graph_is_the_union(ferry: Calling) -> None:
    """4.2: does ``?default`` give the store's default graph, here longer than the cap and saying so?"""
    answer = ferry.get("/graph-store?default", headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert answer.headers["rapporteur-cut"] == "rows; rows=40"
    assert len(Graph().parse(data=answer.text, format="nt")) == 40
    assert answer.text.splitlines()[-1].startswith("# Cut after 40 triples")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("address", [f"/graph-store?graph={ID}none", "/id/none"])
def test_a_graph_that_is_not_there_is_not_found(ferry: Calling, method: str, address: str) -> None:
    """5.2, 5.6: is it 404 for GET and for HEAD?"""
    assert ferry.request(method, address).status_code == 404


def test_what_the_store_keeps_for_itself_is_no_graph(ferry: Calling) -> None:
    """Is the manifest, which names files of this machine, shown to nobody?"""
    assert ferry.get(f"/graph-store?graph={ID}graph/manifest").status_code == 404


@pytest.mark.parametrize("query", ["", "?default&graph=a:b", f"?graph={NAME}&graph={NAME}"])
def test_exactly_one_graph_is_named(ferry: Calling, query: str) -> None:
    """4.2: is a request refused with 400 that names none, two, or a graph and the default?"""
    assert ferry.get(f"/graph-store{query}").status_code == 400


def test_head_has_the_headers_of_get(ferry: Calling) -> None:
    """5.6: has a HEAD of a graph that is there the headers of the GET?"""
    head, get = ferry.request("HEAD", DIRECT), ferry.get(DIRECT)
    assert head.status_code == 200
    assert [head.headers[n] for n in ("content-type", "etag")] == [get.headers[n] for n in ("content-type", "etag")]


def test_a_client_that_takes_no_rdf_is_told(ferry: Calling) -> None:
    """5.2: is it 406 where no format fits?"""
    assert ferry.get(DIRECT, headers={"Accept": "image/png"}).status_code == 406


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("address", [DIRECT, INDIRECT, "/graph-store?default"])
def test_nothing_is_written(ferry: Calling, method: str, address: str) -> None:
    """5.3 to 5.7: is every writing method refused with 405, Allow and words, and the graph as it was?"""
    answer = ferry.request(method, address, content="<a:a> <a:b> <a:c> .", headers={"Content-Type": "text/turtle"})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "rapporteur store load" in answer.json()["to_do"]
    assert len(Graph().parse(data=ferry.get(DIRECT, headers={"Accept": "text/turtle"}).text, format="turtle")) == 8


def test_options_says_what_there_is(ferry: Calling) -> None:
    """Does OPTIONS name the methods?"""
    assert ferry.request("OPTIONS", DIRECT).headers["allow"] == "GET, HEAD, OPTIONS"
