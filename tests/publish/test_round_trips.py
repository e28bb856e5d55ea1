"""Does each file of a publication say what the built graph says, to every reader that we know of?"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx
import pyoxigraph
import pytest
from csvw import CSVW
from pyld import jsonld
from pyoxigraph import RdfFormat
from rdflib import Dataset, Graph

GRAPHS = Path(__file__).parent.parent.parent / "graphs"
BUILT = GRAPHS / "CTOC-COP-WG.4-2010-6.trig"
GRAPH = "https://w3id.org/rapporteur/id/document/CTOC/COP/WG.4/2010/6/graph"
Triples = set[tuple[str, str, str]]


def _stay_here(address: str, options: Any = None) -> Any:
    raise AssertionError(f"a JSON-LD document asks for {address}")


jsonld.set_document_loader(_stay_here)


@pytest.fixture(scope="module")
def built() -> dict[str, Triples]:
    """The triples of the built file by graph: "", "evidence", "inferred"."""
    found: dict[str, Triples] = {}
    for quad in pyoxigraph.parse(path=str(BUILT), format=RdfFormat.TRIG):
        part = str(quad.graph_name.value)[len(GRAPH) :].lstrip("/")
        found.setdefault(part, set()).add((str(quad.subject), str(quad.predicate), str(quad.object)))
    return found


def _parsed(text: bytes, form: RdfFormat) -> Triples:
    return {(str(t.subject), str(t.predicate), str(t.object)) for t in pyoxigraph.parse(text, form)}


def _by_pyld(document: Any) -> Triples:
    return _parsed(jsonld.to_rdf(document, {"format": "application/n-quads"}).encode(), RdfFormat.N_QUADS)


def _by_rdflib(path: Path, form: str) -> Triples:
    graph = Graph()
    graph.parse(path, format=form)
    return _parsed(graph.serialize(format="nt").encode(), RdfFormat.N_TRIPLES)


@pytest.mark.parametrize(
    ("ending", "form", "name"),
    [
        ("ttl", RdfFormat.TURTLE, "turtle"),
        ("nt", RdfFormat.N_TRIPLES, "nt"),
        ("rdf", RdfFormat.RDF_XML, "xml"),
        ("jsonld", RdfFormat.JSON_LD, "json-ld"),
    ],
)
def test_a_graph_is_the_same_in_every_format(
    data: Path, built: dict[str, Triples], ending: str, form: RdfFormat, name: str
) -> None:
    """Do rdflib and pyoxigraph read the facts, the evidence and what follows back as they were built?"""
    for part in ("", "inferred"):
        path = Path(f"{data}{f'.{part}' if part else ''}.{ending}")
        assert _parsed(path.read_bytes(), form) == built[part], path.name
        assert _by_rdflib(path, name) == built[part], path.name
    assert _parsed(Path(f"{data}.evidence.{ending}").read_bytes(), form) == built["evidence"]


@pytest.mark.parametrize(
    ("ending", "form", "name"), [("trig", RdfFormat.TRIG, "trig"), ("nq", RdfFormat.N_QUADS, "nquads")]
)
def test_all_graphs_are_the_same_in_one_file(
    data: Path, built: dict[str, Triples], ending: str, form: RdfFormat, name: str
) -> None:
    """Do both formats for many graphs hold each of them, for both readers?"""
    path = Path(f"{data}.{ending}")
    counts: dict[str, int] = {}
    for quad in pyoxigraph.parse(path=str(path), format=form):
        assert (str(quad.subject), str(quad.predicate), str(quad.object)) in built[
            quad.graph_name.value[len(GRAPH) + 1 :]
        ]
        counts[quad.graph_name.value] = counts.get(quad.graph_name.value, 0) + 1
    dataset = Dataset()
    dataset.parse(path, format=name)
    wanted = {f"{GRAPH}/{part}".rstrip("/"): len(triples) for part, triples in built.items()}
    assert counts == wanted
    assert {str(g.identifier): len(g) for g in dataset.graphs() if len(g)} == wanted


@pytest.mark.parametrize("ending", ["trig", "ttl", "jsonld", "evidence.ttl", "txt"])
def test_what_a_build_writes_is_published_as_it_is(data: Path, ending: str) -> None:
    """Is a file that a build writes the same bytes in the publication?"""
    assert Path(f"{data}.{ending}").read_bytes() == BUILT.with_suffix(f".{ending}").read_bytes()


@pytest.mark.parametrize("tree", ["recommendations", "actors", "tree"])
def test_a_tree_expands_to_triples_of_the_graphs(data: Path, built: dict[str, Triples], tree: str) -> None:
    """Do PyLD, rdflib and pyoxigraph take the same triples from a framed file, all of the report's own?"""
    path = Path(f"{data}.{tree}.jsonld")
    found = _by_pyld(json.loads(path.read_text("utf-8")))
    assert len(found) > 1000
    assert found <= built[""] | built["evidence"]
    assert _parsed(path.read_bytes(), RdfFormat.JSON_LD) == found
    assert _by_rdflib(path, "json-ld") == found


def test_compact_json_ld_is_what_pyld_makes_of_the_context(data: Path, built: dict[str, Triples]) -> None:
    """Does PyLD, given our file, find the graph that was built?"""
    assert _by_pyld(json.loads(Path(f"{data}.jsonld").read_text("utf-8"))) == built[""]


@pytest.mark.parametrize("tree", ["recommendations", "tree"])
def test_the_published_frame_makes_the_tree(out: Path, data: Path, tree: str) -> None:
    """Does a JSON-LD processor, given the flat files and our frame, make the tree that we publish?"""
    flat = json.loads(Path(f"{data}.jsonld").read_text("utf-8"))
    evidence = json.loads(Path(f"{data}.evidence.jsonld").read_text("utf-8"))
    selectors = ("/quote", "/position", "/target")
    links = [n for n in evidence["@graph"] if "/link/" not in n["id"] or not n["id"].endswith(selectors)]
    frame = json.loads((out / "data" / "shared" / "frames" / f"{tree}.jsonld").read_text("utf-8"))
    framed = jsonld.frame({"@context": flat["@context"], "@graph": flat["@graph"] + links}, frame, {"omitGraph": False})
    published = json.loads(Path(f"{data}.{tree}.jsonld").read_text("utf-8"))
    assert {node["id"] for node in framed["@graph"]} == {node["id"] for node in published["@graph"]}
    assert _by_pyld(framed) == _by_pyld(published)


def test_every_recommendation_stands_with_all_its_evidence(data: Path, built: dict[str, Triples]) -> None:
    """Is each link that starts from a recommendation inside it, with its words?"""
    nodes = json.loads(Path(f"{data}.recommendations.jsonld").read_text("utf-8"))["@graph"]
    source = "<https://w3id.org/rapporteur/ontology#source>"
    for node in nodes:
        links = node["evidence"] if isinstance(node["evidence"], list) else [node["evidence"]]
        wanted = {s for s, p, o in built["evidence"] if p == source and o == f"<{node['id']}>"}
        assert {f"<{link['id']}>" for link in links} == wanted
        assert all(link["quote"] for link in links)
    assert len(nodes) == 77


def test_tables_are_valid_against_their_metadata(data: Path) -> None:
    """Does a CSV on the Web library find every table as its metadata says, each row once?"""
    group = CSVW(str(data.parent / "csv-metadata.json"), validate=True)
    assert group.is_valid
    assert all(table.check_primary_key() for table in group.tables)
    rows = {str(table.url).rsplit(".", 2)[-2]: sum(1 for _ in table) for table in group.tables}
    wanted = {"recommendations": 77, "citations": 79, "statements": 122, "participations": 121, "evidence": 1042}
    wanted |= {"wordings": 0, "mentions": 245, "presentations": 11, "accessions": 11, "meetings": 1, "items": 10}
    wanted |= {"parts": 180, "actors": 151, "documents": 40, "concepts": 79, "open-mentions": 0, "rules": 98}
    assert rows == wanted


def test_rows_say_what_the_graph_says(data: Path, built: dict[str, Triples]) -> None:
    """Does every cell give a triple of the graph, and is every fact in a table but what things of others are called?"""
    metadata = json.loads((data.parent / "csv-metadata.json").read_text("utf-8"))
    known = {
        (s, p, o.replace("^^<http://www.w3.org/2001/XMLSchema#string>", "")) for g in built.values() for s, p, o in g
    }
    said = set()
    for table in metadata["tables"]:
        schema = table["tableSchema"]
        text = (data.parent / table["url"]).read_text("utf-8")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            about = f"<{row[schema['aboutUrl'][2:-1]]}>"
            for column in schema["columns"]:
                cell = row[column["name"]]
                if column.get("suppressOutput") or not cell:
                    continue
                for value in cell.split(column["separator"]) if "separator" in column else [cell]:
                    triple = (about, f"<{column['propertyUrl']}>", _term(value, column))
                    assert triple in known, (row, column["name"])
                    said.add(triple)
    facts = {(s, p, o.replace("^^<http://www.w3.org/2001/XMLSchema#string>", "")) for s, p, o in built[""]}
    left = {(s, p) for s, p, _ in facts - said}
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    outside = ("<http://id.loc.gov/vocabulary/iso639-1/en>", "<https://docs.un.org/en/CTOC/COP/WG.4/2010/6>")
    assert left == {(iri, label) for iri in outside}
    assert len(said) > 15_000


def _term(value: str, column: dict[str, Any]) -> str:
    if "valueUrl" in column:
        return f"<{value}>"
    if column["datatype"] != "string":
        return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{column["datatype"]}>'
    return (
        str(pyoxigraph.Literal(value, language=column["lang"])) if "lang" in column else str(pyoxigraph.Literal(value))
    )


def test_every_thing_and_tie_is_in_the_networks(data: Path, built: dict[str, Triples]) -> None:
    """Does networkx open the GraphML with as many nodes and edges as the graph and the JSON have?"""
    subjects = {s for s, _, _ in built[""]}
    ties = [t for t in built[""] if t[2] in subjects and not t[1].endswith("#type>")]
    graph = networkx.read_graphml(f"{data}.graphml")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(subjects), len(ties))
    read = json.loads(Path(f"{data}.graph.json").read_text("utf-8"))["graph"]
    assert (len(read["nodes"]), len(read["edges"])) == (len(subjects), len(ties))
    assert {(e["source"], e["target"]) for e in read["edges"]} == {(s, t) for s, t, *_ in graph.edges}
