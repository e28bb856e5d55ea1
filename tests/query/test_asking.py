"""Asking: are rows typed and ordered, codes never lost, and queries that cannot be run refused with their line?"""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDFS, Dataset, Graph, Literal, URIRef

from rapporteur.errors import UnusableInput, UnusableQuery
from rapporteur.query import ask, find_query, load_dataset, read_query, run_query, union_of
from rapporteur.query.reading import read_other

E = "http://example.org/"


@pytest.fixture
def graph() -> Graph:
    graph = Graph()
    for code, count in (("NA", 3), ("KE", 2), ("WS", None)):
        graph.add((URIRef(E + code), RDFS.label, Literal(code)))
        if count is not None:
            graph.add((URIRef(E + code), URIRef(E + "count"), Literal(count)))
    return graph


def test_a_code_that_looks_like_a_missing_value_stays_text(graph: Graph) -> None:
    """Is the "NA" of Namibia still there in the data frame?"""
    query = read_query(
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?c WHERE { ?s rdfs:label ?c } ORDER BY ?c", "codes"
    )
    frame = run_query(graph, query)
    assert list(frame["c"]) == ["KE", "NA", "WS"]
    assert frame["c"].dtype == object
    assert not frame["c"].isna().any()


def test_columns_come_as_the_header_says_and_values_as_what_they_are(graph: Graph) -> None:
    """Are columns in the header's order, IRIs text, numbers numbers, gaps None?"""
    query = read_query(
        "#+ summary: How many?\n#+ columns:\n#+   n: how many\n#+   s: of what\n"
        f"SELECT ?s ?n WHERE {{ ?s ?label ?code FILTER(isLiteral(?code) && !isNumeric(?code))"
        f" OPTIONAL {{ ?s <{E}count> ?n }} }} ORDER BY ?s",
        "counts",
    )
    answer = ask(graph, query)
    assert answer.columns == ("n", "s")
    assert answer.rows == ((2, E + "KE"), (3, E + "NA"), (None, E + "WS"))
    whole = run_query(graph, query)
    assert whole["n"].dtype == object and whole["n"].iloc[2] is None


def test_a_group_by_over_nothing_gives_no_row(graph: Graph) -> None:
    """Is the row of nothings that rdflib gives for an empty GROUP BY left out, and a plain count of none kept?"""
    grouped = read_query("SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s <http://none> ?o } GROUP BY ?s", "grouped")
    plain = read_query("SELECT (COUNT(?o) AS ?n) WHERE { ?s <http://none> ?o }", "plain")
    assert ask(graph, grouped).rows == ()
    assert ask(graph, plain).rows == ((0,),)


@pytest.mark.parametrize(
    ("text", "line", "seen"),
    [
        ("SELECT ?s\nWHERE {\n  ?s ?p ?o\n", "line 2", "no SPARQL"),
        ("SELECT ?s\nWHERE {\n  ?s ?p\n}\n", "line 3", "no SPARQL"),
        ("# ferry:boat\nSELECT ?s\nWHERE { ?s ferry:calls ?o }", "line 3", "The prefix ferry: is not declared."),
        ("SELECT ?s\nWHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 2", "SERVICE"),
        ("SELECT ?s\nFROM <http://example.org/>\nWHERE { ?s ?p ?o }", "line 2", "FROM"),
        ("ASK { ?s ?p ?o }", "", "another form: ASK"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "", "another form: CONSTRUCT"),
        ("INSERT DATA { <http://a> <http://b> 1 }", "", "another form: INSERT"),
        ("", "", "no SPARQL"),
    ],
)
def test_a_query_that_cannot_be_run_is_refused_with_its_line(graph: Graph, text: str, line: str, seen: str) -> None:
    """Is a broken file, and one that would reach out of the loaded graphs, refused before it is run?"""
    with pytest.raises(UnusableQuery) as caught:
        ask(graph, read_query(text, "mine"))
    assert seen in caught.value.seen
    assert caught.value.where.endswith(line)


def test_a_query_of_another_form_is_answered_as_what_it_is(graph: Graph) -> None:
    """Is an ASK a bool, a CONSTRUCT and a DESCRIBE a graph, a parameter bound, and a word in a name no form?"""
    header = "#+ params:\n#+   code:\n#+     type: string\n#+     default: NA\n"
    asked = header + 'ASK { VALUES ?code { "NA" } ?ask ?p ?code }'
    assert read_other(graph, read_query(asked, "mine")) is True
    for other in ("DE", "\\u0022 } UNION { ?s ?p ?o", "N\tA"):
        assert read_other(graph, read_query(asked, "mine"), {"code": other}) is False
    text = f"PREFIX e: <{E}> CONSTRUCT {{ ?s e:select ?n }} WHERE {{ ?s e:count ?n }}"
    made = read_other(graph, read_query(text, "mine"))
    assert isinstance(made, Graph) and "e:NA e:select 3" in made.serialize(format="turtle")
    told = read_other(graph, read_query(f"DESCRIBE <{E}WS>", "mine"))
    assert isinstance(told, Graph) and list(told) == [(URIRef(E + "WS"), RDFS.label, Literal("WS"))]


@pytest.mark.parametrize(
    ("text", "line", "seen"),
    [
        ("ASK {\n  ?s ?p\n}\n", "line 2", "no SPARQL"),
        ("CONSTRUCT { ?s ?p ?o }\nFROM <http://example.org/>\nWHERE { ?s ?p ?o }", "line 2", "FROM"),
        ("DESCRIBE ?s\nWHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "line 2", "SERVICE"),
        ("ASK\n{ ferry:a ?p ?o }", "line 2", "The prefix ferry: is not declared."),
        ("DELETE WHERE { ?s ?p ?o }", "", "another form: DELETE"),
    ],
)
def test_another_form_is_refused_for_what_a_select_is(graph: Graph, text: str, line: str, seen: str) -> None:
    """Is an ASK, CONSTRUCT or DESCRIBE that is broken or reaches outside, and an update, refused with its line?"""
    with pytest.raises(UnusableQuery) as caught:
        read_other(graph, read_query(text, "mine"))
    assert seen in caught.value.seen
    assert caught.value.where.endswith(line)


def test_a_header_that_names_other_columns_is_refused(graph: Graph) -> None:
    """Is a header that promises what the query does not select told so?"""
    with pytest.raises(UnusableQuery, match="names the columns boat; the query selects s"):
        ask(graph, read_query("#+ columns:\n#+   boat: its name\nSELECT ?s WHERE { ?s ?p ?o }", "mine"))


def test_an_unknown_name_suggests_the_nearest() -> None:
    """Does a half-remembered name lead to the query that was meant?"""
    with pytest.raises(UnusableQuery) as caught:
        find_query("states-that-spoke")
    assert "states-that-spoke-most" in caught.value.remedy


def test_a_file_of_ones_own_is_a_query_too(graph: Graph, tmp_path: Path) -> None:
    """Can a user ask what nobody foresaw, and is a missing or garbled file told so?"""
    mine = tmp_path / "mine.rq"
    mine.write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "utf-8")
    assert ask(graph, mine).rows == ((5,),)
    with pytest.raises(UnusableQuery, match="cannot be read"):
        find_query(tmp_path / "other.rq")
    mine.write_bytes(b"SELECT \xff")
    with pytest.raises(UnusableQuery, match="not UTF-8"):
        find_query(mine)


def test_named_graphs_are_asked_together() -> None:
    """Does a question see facts and evidence that stand in different graphs?"""
    dataset = Dataset()
    dataset.graph(URIRef(E + "facts")).add((URIRef(E + "a"), RDFS.label, Literal("a")))
    dataset.graph(URIRef(E + "evidence")).add((URIRef(E + "a"), URIRef(E + "quote"), Literal("words")))
    query = read_query(f"SELECT ?q WHERE {{ ?s <{RDFS.label}> ?l ; <{E}quote> ?q }}", "both")
    assert ask(dataset, query).rows == (("words",),)
    assert len(union_of(dataset)) == 2


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [
        ("graph.trig", "<http://a> {", "is not trig"),
        ("graph.txt", "", "ends in '.txt'"),
        ("none.trig", None, "cannot be read"),
    ],
)
def test_a_graph_that_cannot_be_read_is_refused(tmp_path: Path, name: str, text: str | None, seen: str) -> None:
    """Does a broken, strange or missing file give a message in four parts?"""
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(UnusableInput) as caught:
        load_dataset(tmp_path / name)
    assert seen in caught.value.seen
    assert caught.value.where == str(tmp_path / name)


def test_an_installation_without_graphs_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Does an installed wheel, which bundles no graph, ask for --graph?"""
    monkeypatch.setattr("rapporteur.query.load.resource", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(UnusableInput, match="--graph"):
        load_dataset()
