"""The catalogue as SHACL executables: can a portal load them, run what they hold, and find them by their words?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDFS, SH, Graph, Literal, Namespace, URIRef

from rapporteur.cli import main
from rapporteur.query import ask, executables, list_queries, load_dataset, read_query

SCHEMA = Namespace("https://schema.org/")
TARGET = "https://example.org/sparql"
SHAPES = """
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
[] a sh:NodeShape ; sh:targetClass sh:SPARQLExecutable ;
    sh:property [ sh:path [ sh:alternativePath ( sh:select sh:ask sh:construct ) ] ; sh:minCount 1 ; sh:maxCount 1 ] ,
        [ sh:path rdfs:comment ; sh:minCount 1 ; sh:or ( [ sh:datatype rdf:langString ] [ sh:datatype rdf:HTML ] ) ] ,
        [ sh:path schema:target ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
        [ sh:path sh:prefixes ; sh:minCount 1 ; sh:node [ sh:property [ sh:path sh:declare ; sh:minCount 1 ] ] ] .
[] a sh:NodeShape ; sh:targetObjectsOf sh:declare ;
    sh:property [ sh:path sh:prefix ; sh:minCount 1 ; sh:maxCount 1 ] ,
        [ sh:path sh:namespace ; sh:minCount 1 ; sh:maxCount 1 ] .
"""
"""What the shapes of the SIB's examples ask of an example, and SHACL of a prefix declaration, in our own words."""


def ran(*arguments: str) -> int:
    """The exit code of the command."""
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return int(left.value.code or 0)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The files that the command writes, read back as one graph."""
    folder = tmp_path_factory.mktemp("shacl")
    assert ran("query", "--shacl", str(folder), "--target", TARGET) == 0
    files = sorted(folder.glob("*.ttl"))
    assert len(files) == len(list_queries()) + 1 > 40
    graph = Graph()
    for file in files:
        graph.parse(file, format="turtle")
    return graph


def test_each_question_conforms_to_what_portals_ask(whole: Graph) -> None:
    """Has each executable one query, a comment with its language, an endpoint and declared prefixes?"""
    shapes = Graph().parse(data=SHAPES, format="turtle")
    conforms, _, told = validate(whole, shacl_graph=shapes)
    assert conforms, told
    lacking = Graph() + whole
    lacking.remove((None, SCHEMA.target, None))
    assert not validate(lacking, shacl_graph=shapes)[0]


def test_what_an_executable_holds_is_the_question(whole: Graph) -> None:
    """Is the text in sh:select the query of the file, and its comment the question a person would ask?"""
    held = {str(node).rpartition("/")[2]: str(text) for node, text in whole.subject_objects(SH.select)}
    assert set(held) == {query.name for query in list_queries()}
    for query in list_queries():
        assert held[query.name].rstrip() == query.text[query.text.index("\nPREFIX") :].strip(), query.name
        node = URIRef(f"https://example.org/.well-known/sparql-examples/{query.name}")
        assert str(whole.value(node, RDFS.comment)).startswith(query.summary)
        assert set(whole.objects(node, SCHEMA.keywords)) and (node, SCHEMA.target, URIRef(TARGET)) in whole


def test_what_an_executable_holds_runs() -> None:
    """Do the texts, without header or parameters, give rows where the question does?"""
    dataset = load_dataset()
    few = [query for query in list_queries() if query.name in ("reports", "decisions-cited", "outline")]
    for name, graph in executables(few, TARGET).items():
        for text in graph.objects(None, SH.select):
            assert ask(dataset, read_query(str(text), name)).rows == ask(dataset, name).rows != ()


def test_a_prefix_is_declared_once(whole: Graph) -> None:
    """Is each prefix of a query declared, with the namespace that the queries give it?"""
    declared = {
        (str(whole.value(one, SH.prefix)), str(whole.value(one, SH.namespace)))
        for one in whole.objects(None, SH.declare)
    }
    assert ("rap", "https://w3id.org/rapporteur/ontology#") in declared
    assert len({prefix for prefix, _ in declared}) == len(declared)
    assert isinstance(next(whole.objects(None, SH.namespace)), Literal)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a file in the folder's place an error in four parts?"""
    (tmp_path / "taken").write_text("", "utf-8")
    assert ran("query", "--shacl", str(tmp_path / "taken")) == 2
    assert "cannot be written" in capsys.readouterr().err
