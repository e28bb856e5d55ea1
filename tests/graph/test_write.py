"""Are all six files written or none, with the same bytes each time, and do they say what the dataset says?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import graph_sample as sample
import pytest
from rdflib import RDF, RDFS, Dataset, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS

from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.graph import Built, build_graph, load_built, with_inferred, write_built
from rapporteur.resources import resource

ID = Namespace("https://w3id.org/rapporteur/id/")
RAP = Namespace("https://w3id.org/rapporteur/ontology#")
NAME = "CAC-COSP-WG.9-2031-4"
ENDINGS = ["trig", "ttl", "jsonld", "evidence.ttl", "txt", "summary.json"]


@pytest.fixture(scope="module")
def built() -> Built:
    plain = build_graph(sample.linked_report(), sample.books())
    return with_inferred(plain, [(plain.iris.document, RDF.type, RAP.Document)])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_six_files_are_written(built: Built, tmp_path: Path) -> None:
    """Are the six files there under their fixed names, and nothing else?"""
    paths = write_built(built, tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [f"{NAME}.{ending}" for ending in ENDINGS]
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == sorted(p.name for p in paths)


def test_the_trig_holds_the_three_graphs(built: Built, tmp_path: Path) -> None:
    """Does the TriG hold the report's three graphs, triple by triple, and no shared graph?"""
    write_built(built, tmp_path)
    read = Dataset()
    read.parse(tmp_path / f"{NAME}.trig", format="trig")
    named = {URIRef(str(g.identifier)): set(g) for g in read.graphs() if len(g)}
    assert named == {name: set(triples) for name, triples in built.graphs.items()}
    assert len(named) == 3


def test_turtle_and_json_ld_say_the_same(built: Built, tmp_path: Path) -> None:
    """Do both hold the report's facts, with class, label and parent of all they name, and evidence apart?"""
    write_built(built, tmp_path)
    turtle = Graph().parse(tmp_path / f"{NAME}.ttl")
    assert set(turtle) == set(Graph().parse(tmp_path / f"{NAME}.jsonld", format="json-ld"))
    assert set(built.facts) <= set(turtle)
    article = ID["instrument/ferry-convention/article/9"]
    assert (article, RDF.type, RAP.Provision) in turtle
    assert (article, DCTERMS.isPartOf, ID["instrument/ferry-convention"]) in turtle
    assert (ID["instrument/ferry-convention"], RDF.type, RAP.Instrument) in turtle
    assert len(set(turtle.objects(ID["state/KEN"], RDFS.label))) == 2
    assert not set(turtle.objects(ID["state/KEN"], RAP.iso3))
    assert not set(turtle.predicate_objects(ID["state/PSE"])), "nobody named it"
    ours = {o for p, o in turtle.predicate_objects() if isinstance(o, URIRef) and str(o).startswith(str(ID))}
    assert {o for o in ours if not set(turtle.objects(o, RDFS.label))} == set()
    assert set(Graph().parse(tmp_path / f"{NAME}.evidence.ttl")) == set(built.evidence)


def test_the_context_is_the_projects_own(built: Built, tmp_path: Path) -> None:
    """Is the inline context equal to ontology/context.jsonld?"""
    write_built(built, tmp_path)
    ours = json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))
    assert json.loads((tmp_path / f"{NAME}.jsonld").read_text("utf-8"))["@context"] == ours["@context"]


def test_the_text_is_as_read(built: Built, tmp_path: Path) -> None:
    """Do the offsets count the characters of NAME.txt?"""
    write_built(built, tmp_path)
    text = (tmp_path / f"{NAME}.txt").read_bytes().decode("utf-8")
    assert text == sample.TEXT
    at = sample.span("Harbour Watch")
    assert text[at.start : at.end] == "Harbour Watch"


def test_the_summary_tells_what_stayed_open(built: Built, tmp_path: Path) -> None:
    """Does the summary count links by kind and grade, and list open mentions, misspelt names and what was not read?"""
    write_built(built, tmp_path)
    summary = json.loads((tmp_path / f"{NAME}.summary.json").read_text("utf-8"))
    assert summary["counts"]["recommendations"] == 2
    assert summary["links"]["treaty-article"] == 2
    assert sum(summary["links"].values()) == sum(summary["grades"].values()) == 11
    first = summary["open_mentions"][0]
    assert (first["quote"], first["because"]) == ("The guidelines", "several-candidates")
    assert first["place"] == "CAC/COSP/WG.9/2031/4, paragraph 3"
    assert sample.TEXT.split("\n")[first["line"] - 1].startswith("3. Kenya")
    assert [(slip["quote"], slip["target"], slip["score"]) for slip in summary["similar"]] == [("Kenya", "Kenya", 0.92)]
    assert summary["not_read"] == ["A list without a verb, in paragraph 3."]
    assert summary["source"]["sha256"] == sample.report().source.sha256


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """Are the files of two processes with different hash seeds the same, byte for byte?"""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import graph_sample as s\n"
        "from rapporteur.graph import build_graph, write_built\n"
        "write_built(build_graph(s.linked_report(), s.books()), sys.argv[2])\n"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path / seed)],
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        )
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert len(contents(tmp_path / "1")) == 6


def test_a_build_that_cannot_be_written_leaves_the_last_one(built: Built, tmp_path: Path) -> None:
    """Where one of the files cannot be replaced, are all the others what they were?"""
    write_built(built, tmp_path)
    (tmp_path / "notes.md").write_text("mine")
    blocked = tmp_path / f"{NAME}.summary.json"
    blocked.unlink()
    blocked.mkdir()
    before = contents(tmp_path)
    other = build_graph(sample.linked_report(), sample.books(), "https://data.example/")
    with pytest.raises(UnwritableOutput) as caught:
        write_built(other, tmp_path)
    assert contents(tmp_path) == before
    assert NAME in caught.value.where
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*before, blocked.name])


def test_a_folder_that_is_a_file_is_refused(built: Built, tmp_path: Path) -> None:
    """Is a folder that cannot be made an error in four parts?"""
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnwritableOutput, match="To do: Give another folder"):
        write_built(built, tmp_path / "file" / "folder")


def test_a_written_graph_loads_with_what_all_reports_share(built: Built, tmp_path: Path) -> None:
    """Does a loaded build answer with the labels of the ontology, and is no graph refused with a reason?"""
    write_built(built, tmp_path)
    dataset = load_built(tmp_path / f"{NAME}.trig")
    assert (RAP.cites, RDFS.label, None) in dataset
    assert len(dataset.graph(URIRef(f"{built.iris.document}/graph"))) == len(built.facts)
    with pytest.raises(UnusableInput, match="There is no such graph"):
        load_built(tmp_path / "none.trig")
    (tmp_path / "broken.trig").write_text("<a> { <b> ")
    with pytest.raises(UnusableInput, match="The graph cannot be read"):
        load_built(tmp_path / "broken.trig")
