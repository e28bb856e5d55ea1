"""The contract: does every carried question give the same rows on rdflib, on disk, on Oxigraph and on Virtuoso?

The rows of each hand-counted case are put into one canonical form and sorted; their hashes are compared.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from servers import oxigraph, oxigraph_binary, virtuoso

import rapporteur
from rapporteur.errors import UnusableQuery
from rapporteur.query import Collection, Rows, ask, find_query, list_queries, load_dataset
from rapporteur.query.searching import search_of
from rapporteur.resources import resource
from rapporteur.store import Store, load, open_store, verify

sys.path.insert(0, str(Path(__file__).parent.parent / "query"))

from answer import Answer
from answers_evidence import EVIDENCE
from answers_meeting import MEETING
from answers_recommendations import RECOMMENDATIONS

CASES = [*RECOMMENDATIONS, *MEETING, *EVIDENCE]


def fingerprint(answer: Rows) -> str:
    """The hash of the sorted rows, each value by its type and text."""
    rows = sorted(repr([None if v is None else (type(v).__name__, str(v)) for v in row]) for row in answer.rows)
    return hashlib.sha256("\n".join([repr(answer.columns), *rows]).encode()).hexdigest()


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    """What rdflib answers to each case."""
    graph = load_dataset()
    return {str(case): fingerprint(ask(graph, case.query, case.params)) for case in CASES}


@pytest.fixture(scope="module", params=["disk", "memory", "oxigraph", "oxigraph with a union", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The bundled report in one kind of store after the other."""
    report = resource("graphs", "CTOC-COP-WG.4-2010-6.trig")
    folder = tmp_path_factory.mktemp("contract")
    with pytest.MonkeyPatch.context() as settings:
        if request.param == "disk":
            yield _filled(open_store(folder / "store"), report)
        elif request.param == "memory":
            yield open_store(report)
        elif request.param == "virtuoso":
            if not shutil.which("virtuoso-t"):
                pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)")
            settings.setenv("RAPPORTEUR_STORE_USER", "dba")
            settings.setenv("RAPPORTEUR_STORE_PASSWORD", "dba")
            with virtuoso(folder) as address:
                yield _filled(open_store(address), report)
        else:
            if not oxigraph_binary():
                pytest.skip("the package oxigraph is not installed")
            with oxigraph(*(["--union-default-graph"] if "union" in request.param else [])) as (address, _):
                yield _filled(open_store(address), report)


def _filled(store: Store, report: Path) -> Store:
    assert [outcome.done for outcome in load(store, [report])] == ["loaded"] * 3
    return store


def test_every_question_gives_the_same_rows(store: Store, expected: dict[str, str]) -> None:
    """Is the hash of the sorted rows that of rdflib, for every case but those whose header says why not?"""
    asked = [case for case in CASES if store.product not in find_query(case.query).not_on]
    differ = [str(case) for case in asked if fingerprint(ask(store, case.query, case.params)) != expected[str(case)]]
    assert differ == []
    assert {case.query for case in asked} >= {query.name for query in list_queries() if not query.not_on}


def test_the_only_report_is_all_of_them(store: Store) -> None:
    """Does a question of the one report that is there give the rows that it gives of all?"""
    if not hasattr(store, "steady"):
        pytest.skip("asked of the store on disk; the other engines give its rows")
    asked = [q for q in list_queries() if q.parameter("report")]
    one = {"report": "CTOC/COP/WG.4/2010/6"}
    assert len(asked) > 30
    assert [q.name for q in asked if fingerprint(ask(store, q)) != fingerprint(ask(store, q, one))] == []


def test_one_object_says_the_same_of_every_store(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are what a search finds, the words of a link, and what a collection holds the same, whoever keeps the graphs?"""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    graphs = rapporteur.open(resource("graphs", "CTOC-COP-WG.4-2010-6.trig"))
    asked = Collection(store)
    for words, filters in (("victim protect*", {}), ("", {"provision": "untoc/article/26"}), ("", {"speaker": "USA"})):
        assert asked.index.search(words, **filters) == graphs.index.search(words, **filters)
        assert asked.index.search(words, **filters).total
    link = "document/CTOC/COP/WG.4/2010/6/link/95fe8043d98e"
    assert asked.evidence(link) == graphs.evidence(link) and asked.evidence(link).mark is not None
    assert asked.reports().equals(graphs.reports())


def test_a_query_of_any_form_has_one_answer(store: Store) -> None:
    """Are yes, no, triples made and triples told the same, whoever keeps the graphs, and is a broken one shown?"""
    rap, asked = "PREFIX rap: <https://w3id.org/rapporteur/ontology#>", Collection(store)
    assert asked.sparql(f'{rap} ASK {{ GRAPH ?g {{ ?s rap:iso3 "ALB" }} }}') is True
    assert asked.sparql(f'{rap} ASK {{ ?s rap:iso3 "QQQ" }}') is False
    made = asked.sparql(
        f'{rap} CONSTRUCT {{ ?s rap:code ?c }} WHERE {{ GRAPH ?g {{ ?s rap:iso3 ?c }} FILTER(?c = "ALB") }}'
    )
    albania = URIRef("https://w3id.org/rapporteur/id/state/ALB")
    code = URIRef("https://w3id.org/rapporteur/ontology#code")
    assert isinstance(made, Graph) and [(s, p, str(o)) for s, p, o in made] == [(albania, code, "ALB")]
    told = asked.sparql(f"DESCRIBE <{albania}>")
    assert isinstance(told, Graph) and set(load_dataset().triples((albania, None, None))) <= set(told)
    with pytest.raises(UnusableQuery, match=r"no SPARQL[^^]*\^"):
        asked.sparql("ASK {\n  ?s ?p\n}")


def test_a_search_needs_no_manifest(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are the same parts and counts found through SPARQL alone, as of a server that others filled?"""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    known = search_of(store).search("victim protect*")
    monkeypatch.setattr(type(store), "entries", lambda self: ())
    foreign = search_of(store)
    assert foreign.staleness().changed
    assert foreign.search("victim protect*") == known and known.total == 21


def test_a_question_that_a_server_cannot_answer_is_refused(store: Store) -> None:
    """Are there three such questions at most, and is each refused with its reason instead of answered wrongly?"""
    refused = [query for query in list_queries() if store.product in query.not_on]
    assert len(refused) <= 3
    for query in refused:
        with pytest.raises(UnusableQuery, match=store.product) as caught:
            ask(store, query)
        assert query.not_on[store.product] in caught.value.seen


def test_every_graph_comes_back_as_it_went_in(store: Store) -> None:
    """Does each named graph of the store hash as its file does, and the union hold what the graphs hold?"""
    assert len(store.entries()) == 5
    assert list(verify(store)) == []


def test_the_queries_that_a_server_cannot_answer_are_few() -> None:
    """Do headers name only servers that are tested here?"""
    assert {server for query in list_queries() for server in query.not_on} <= {"virtuoso"}
    assert isinstance(CASES[0], Answer) and len(CASES) > 45
