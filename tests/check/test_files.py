"""Is input that cannot be used refused, with its place and what to do?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sample_graph import sample, trig

from rapporteur.check import check_file, check_graph
from rapporteur.errors import UnusableInput, UnusableShapes
from rapporteur.resources import resource


def _shapes(folder: Path) -> Path:
    copy = folder / "shapes"
    shutil.copytree(resource("shapes"), copy)
    return copy


def test_a_broken_graph_is_refused_with_its_line(tmp_path: Path) -> None:
    """Does a TriG that breaks off say at which line?"""
    path = tmp_path / "broken.trig"
    lines = trig().split("\n")
    path.write_text("\n".join([*lines[:30], "this is no triple", *lines[30:]]), "utf-8")
    with pytest.raises(UnusableInput) as caught:
        check_file(path)
    assert caught.value.where == f"{path}, line 31"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (trig()[: len(trig()) // 2].encode(), "This does not parse: "),
        (trig().rstrip().removesuffix("}").encode(), "This does not parse: "),
        (None, "The file cannot be read: No such file or directory."),
        (b"", "There is no report in this graph."),
        (
            b"@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<http://x/a> rdfs:label 'a' .",
            "There is no report",
        ),
        (b"\xff\xfe\x00binary", "This is no UTF-8 text"),
    ],
    ids=["half", "unclosed", "missing", "empty", "without a report", "binary"],
)
def test_what_is_no_build_is_refused(content: bytes | None, seen: str, tmp_path: Path) -> None:
    """Is a file that no build wrote refused, never taken for a graph without faults?"""
    path = tmp_path / "file.trig"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnusableInput) as caught:
        check_file(path)
    assert caught.value.seen.startswith(seen)


def test_a_text_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Is a text that was asked for and is not there an error, not a check left out?"""
    path = tmp_path / "sample.trig"
    path.write_text(trig(), "utf-8")
    with pytest.raises(UnusableInput):
        check_file(path, tmp_path / "nowhere.txt")


def test_shapes_that_are_no_turtle_are_refused_with_their_line(tmp_path: Path) -> None:
    """Does a shapes file that breaks off say at which line?"""
    shapes = _shapes(tmp_path)
    must = shapes / "must.ttl"
    lines = must.read_text("utf-8").split("\n")
    must.write_text("\n".join([*lines[:40], "shape: a ] .", *lines[40:]]), "utf-8")
    with pytest.raises(UnusableShapes) as caught:
        check_graph(sample(), shapes=shapes)
    assert caught.value.where == f"{must}, line 41"


def test_missing_shapes_are_refused(tmp_path: Path) -> None:
    """Is a missing file of shapes an error, not fewer constraints?"""
    shapes = _shapes(tmp_path)
    (shapes / "evidence.ttl").unlink()
    with pytest.raises(UnusableShapes) as caught:
        check_graph(sample(), shapes=shapes)
    assert "evidence.ttl" in caught.value.where


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("STRLEN(?quote) !=", "STRLEN(?quote !="),
        (
            "shape:LinkHasOneTarget a sh:PropertyShape ;\n    sh:path rap:target",
            "shape:LinkHasOneTarget a sh:PropertyShape",
        ),
        ('rdfs:comment "A link has one target." ;\n', ""),
    ],
    ids=["query", "path", "expectation"],
)
def test_shapes_that_cannot_run_are_refused(old: str, new: str, tmp_path: Path) -> None:
    """Is a shape with a broken query, without a path or without its expectation refused by name of its file?"""
    shapes = _shapes(tmp_path)
    evidence = shapes / "evidence.ttl"
    text = evidence.read_text("utf-8")
    assert old in text
    evidence.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(UnusableShapes) as caught:
        check_graph(sample(), shapes=shapes)
    assert "evidence" in caught.value.where


def test_shapes_of_ones_own_are_used(tmp_path: Path) -> None:
    """Does a changed shape change what is found?"""
    shapes = _shapes(tmp_path)
    should = shapes / "should.ttl"
    should.write_text(should.read_text("utf-8").replace("sh:path dcterms:issued", "sh:path dcterms:created"), "utf-8")
    assert [finding.code for finding in check_graph(sample(), shapes=shapes).findings] == ["ReportIsDated"]
