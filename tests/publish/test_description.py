"""Does the description of a publication say what is there, in words that portals read?"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
from pyoxigraph import RdfFormat
from rdflib import DCAT, DCTERMS, PROV, RDF, VOID, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from rapporteur.errors import UnusableInput
from rapporteur.publish import read_site
from rapporteur.publish.crate import citation

SPDX = Namespace("http://spdx.org/rdf/terms#")
HOME = "https://w3id.org/rapporteur/"
NAME = "CTOC-COP-WG.4-2010-6"
REPORT = URIRef(f"{HOME}catalogue.ttl#{NAME}")
GRAPHS = Path(__file__).parent.parent.parent / "graphs"


@pytest.fixture(scope="module")
def catalogue(out: Path) -> Graph:
    """The catalogue as rdflib reads it."""
    graph = Graph()
    graph.parse(out / "catalogue.ttl")
    return graph


def test_the_catalogue_is_valid_dcat_ap(catalogue: Graph) -> None:
    """Does the catalogue keep what DCAT-AP demands, and do the shapes see a fault when there is one?"""
    shapes = Graph().parse(Path(__file__).parent / "dcat-ap.ttl")
    conforms, _, words = pyshacl.validate(catalogue, shacl_graph=shapes, inference="none")
    assert conforms, words
    assert len(set(catalogue.subjects(RDF.type, DCAT.Dataset))) == 4
    assert len(set(catalogue.subjects(RDF.type, DCAT.Distribution))) > 30
    broken = Graph() + catalogue
    distribution = next(catalogue.objects(REPORT, DCAT.distribution))
    broken.remove((distribution, DCAT.accessURL, None))
    broken.set((distribution, DCAT.byteSize, Literal("many")))
    conforms, found, _ = pyshacl.validate(broken, shacl_graph=shapes, inference="none")
    sh = Namespace("http://www.w3.org/ns/shacl#")
    faults = {(found.value(f, sh.focusNode), found.value(f, sh.resultPath)) for f in found.subjects(sh.focusNode, None)}
    assert not conforms
    assert faults == {(distribution, DCAT.accessURL), (distribution, DCAT.byteSize)}


@pytest.mark.parametrize(("ending", "form"), [("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")])
def test_the_catalogue_is_the_same_in_every_format(out: Path, catalogue: Graph, ending: str, form: str) -> None:
    """Are the other three formats of the catalogue the same graph?"""
    other = Graph()
    other.parse(out / f"catalogue.{ending}", format=form)
    assert set(other) == set(catalogue) and isomorphic(other, catalogue)


def test_every_data_file_is_described_with_its_size_and_hash(out: Path, catalogue: Graph) -> None:
    """Is each file of data a distribution whose address, size and SHA-256 are those of the file?"""
    files = {p for p in (out / "data").rglob("*") if p.is_file() and "frames" not in p.parts}
    wanted = {f"{HOME}{p.relative_to(out).as_posix()}" for p in files if p.name != "context.jsonld"}
    described = {str(address): d for d, address in catalogue.subject_objects(DCAT.downloadURL)}
    assert set(described) - {f"{HOME}rapporteur-data.tar.gz"} == wanted
    for address, distribution in described.items():
        content = (out / address.removeprefix(HOME)).read_bytes()
        assert int(str(catalogue.value(distribution, DCAT.byteSize))) == len(content)
        checksum = catalogue.value(distribution, SPDX.checksum)
        assert str(catalogue.value(checksum, SPDX.checksumValue)) == hashlib.sha256(content).hexdigest()


def test_void_counts_are_those_of_the_data(out: Path, data: Path, catalogue: Graph) -> None:
    """Are the numbers of triples, things of a class and links those that a reader counts in the file?"""
    triples = {
        (q.subject, q.predicate, q.object) for q in pyoxigraph.parse(path=f"{data}.nq", format=RdfFormat.N_QUADS)
    }
    assert int(str(catalogue.value(REPORT, VOID.triples))) == len(triples)
    assert int(str(catalogue.value(REPORT, VOID.distinctSubjects))) == len({s for s, _, _ in triples})
    for partition in catalogue.objects(REPORT, VOID.classPartition):
        class_ = str(catalogue.value(partition, VOID["class"]))
        things = {s for s, p, o in triples if p.value == str(RDF.type) and getattr(o, "value", "") == class_}
        assert int(str(catalogue.value(partition, VOID.entities))) == len(things), class_
    for partition in catalogue.objects(REPORT, VOID.propertyPartition):
        property_ = str(catalogue.value(partition, VOID.property))
        assert int(str(catalogue.value(partition, VOID.triples))) == sum(p.value == property_ for _, p, _ in triples)
    assert len(list(catalogue.objects(REPORT, VOID.propertyPartition))) == len({p for _, p, _ in triples})


def test_linksets_lead_to_the_four_datasets_of_others(out: Path, catalogue: Graph) -> None:
    """Is each linkset's count that of the triples that lead there, and is none of the four missing?"""
    spaces = {"authorities": set(), "ontology": set()}  # type: dict[str, set[str]]
    for linkset in catalogue.subjects(RDF.type, VOID.Linkset):
        source = str(catalogue.value(linkset, VOID.subjectsTarget)).rpartition("#")[2]
        space = str(catalogue.value(catalogue.value(linkset, VOID.objectsTarget), VOID.uriSpace))
        predicate = str(catalogue.value(linkset, VOID.linkPredicate))
        if source in spaces:
            spaces[source].add(space)
            path = out / "data" / "shared" / f"{source}.nt"
            lines = path.read_text("utf-8").splitlines()
            counted = sum(f" <{predicate}> <{space}" in line for line in lines)
            assert int(str(catalogue.value(linkset, VOID.triples))) == counted > 0
    assert spaces["authorities"] == {
        "http://metadata.un.org/thesaurus/",
        "http://eurovoc.europa.eu/",
        "http://www.wikidata.org/entity/",
    }
    assert spaces["ontology"] == {"https://w3id.org/un/ontology/undo/"}


def test_the_build_is_told_with_source_version_and_rules(out: Path, data: Path, catalogue: Graph) -> None:
    """Does PROV name the text by its hash, the version that read it, and every rule that made a link?"""
    build = catalogue.value(REPORT, PROV.wasGeneratedBy)
    text = catalogue.value(build, PROV.used)
    sha256 = catalogue.value(catalogue.value(text, SPDX.checksum), SPDX.checksumValue)
    assert str(sha256) == hashlib.sha256(Path(f"{data}.txt").read_bytes()).hexdigest()
    builder = catalogue.value(build, PROV.wasAssociatedWith)
    version = json.loads((GRAPHS / f"{NAME}.summary.json").read_text("utf-8"))["version"]
    assert str(catalogue.value(builder, URIRef("https://schema.org/softwareVersion"))) == version
    plans = set(catalogue.objects(catalogue.value(build, PROV.qualifiedAssociation), PROV.hadPlan))
    used = Graph().parse(f"{data}.evidence.ttl").objects(None, URIRef("https://w3id.org/rapporteur/ontology#rule"))
    assert plans == set(used)


def test_data_and_code_have_licences_of_their_own(catalogue: Graph) -> None:
    """Is the licence of the data that of the ontology, and the program's another?"""
    assert catalogue.value(REPORT, DCTERMS.license) == URIRef("http://creativecommons.org/licenses/by/4.0/")
    program = URIRef(f"{HOME}catalogue.ttl#rapporteur")
    assert catalogue.value(program, DCTERMS.license) == URIRef("http://spdx.org/licenses/Apache-2.0")


def test_the_research_object_lists_every_data_file(out: Path) -> None:
    """Does the RO-Crate say what RO-Crate 1.1 demands, and is every file that it lists there?"""
    crate = json.loads((out / "ro-crate-metadata.json").read_text("utf-8"))
    assert crate["@context"] == "https://w3id.org/ro/crate/1.1/context"
    by_id = {entity["@id"]: entity for entity in crate["@graph"]}
    assert len(by_id) == len(crate["@graph"])
    descriptor, root = by_id["ro-crate-metadata.json"], by_id["./"]
    assert descriptor["about"] == {"@id": "./"} and descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert root["@type"] == "Dataset" and root["name"] and root["description"]
    assert root["datePublished"] == "2026-11-25" and by_id[root["license"]["@id"]]["name"]
    files = {path for path, entity in by_id.items() if entity["@type"] == "File"}
    data = {p.relative_to(out).as_posix() for p in (out / "data").rglob("*") if p.is_file()}
    assert files == data | {"CITATION.cff", "dataset.jsonld"}
    reached, queue = set(), ["./"]
    while queue:
        at = queue.pop()
        reached.add(at)
        queue += [part["@id"] for part in by_id[at].get("hasPart", ())]
    assert files < reached
    assert all(int(by_id[path]["contentSize"]) == (out / path).stat().st_size for path in files)


def test_the_archive_holds_the_data_without_times(out: Path) -> None:
    """Are the files in the archive those beside it, sorted, and does nothing in it tell when or where it was made?"""
    packed = out / "rapporteur-data.tar.gz"
    assert packed.read_bytes()[4:8] == b"\0\0\0\0"
    with gzip.open(packed) as plain, tarfile.open(fileobj=plain) as tar:
        entries = tar.getmembers()
        names = [entry.name.removeprefix("rapporteur-data/") for entry in entries]
        assert names == sorted(names)
        assert all((entry.mtime, entry.uid, entry.uname, entry.mode) == (0, 0, "", 0o644) for entry in entries)
        for entry, name in zip(entries, names, strict=True):
            held = tar.extractfile(entry)
            assert held is not None and held.read() == (out / name).read_bytes()
    data = {p.relative_to(out).as_posix() for p in (out / "data").rglob("*") if p.is_file()}
    assert set(names) == data | {"CITATION.cff", "ro-crate-metadata.json", "dataset.jsonld"}


def test_the_checksums_are_those_of_every_file(out: Path) -> None:
    """Does `sha256sum` find every file as SHA256SUMS says, and does it name each of them?"""
    named = {line.split("  ", 1)[1] for line in (out / "SHA256SUMS").read_text("utf-8").splitlines()}
    there = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert there - named == {"SHA256SUMS", ".rapporteur-publication"} and named <= there
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("this system has no sha256sum")
    done = subprocess.run([tool, "--check", "--quiet", "SHA256SUMS"], cwd=out, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_terms_can_be_said(out: Path) -> None:
    """Do publisher, licence, day and home stand where they were given, and is a day that is none refused?"""
    terms = {
        "publisher": "The “Lamp” Library: <North>",
        "licence": "https://lamps.example/licence",
        "day": "2031-05-06",
    }
    site = read_site(GRAPHS, home="https://lamps.example/data", terms=terms)
    words = citation(site)
    assert 'name: "The “Lamp” Library: <North>"' in words
    assert 'license-url: "https://lamps.example/licence"' in words
    assert 'url: "https://lamps.example/data/"' in words and 'date-released: "2031-05-06"' in words
    with pytest.raises(UnusableInput, match="The day 'yesterday'"):
        read_site(GRAPHS, terms={"day": "yesterday"})
