"""What changed between two versions of the vocabulary: found, and told apart by whether it may break?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapporteur.cli import main
from rapporteur.errors import UnusableInput
from rapporteur.publish.ontology_changes import ontology_changes, read_ontology
from rapporteur.resources import resource

HEAD = """@prefix rap: <https://w3id.org/rapporteur/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
OLD = f"""{HEAD}
rap:Lamp a owl:Class ; rdfs:subClassOf rap:Light ; rdfs:label "lamp"@en .
rap:Light a owl:Class . rap:Keeper a owl:Class .
rap:lit a owl:ObjectProperty ; rdfs:domain rap:Keeper .
rap:seen a owl:ObjectProperty ; schema:domainIncludes rap:Lamp , rap:Keeper .
"""
NEW = f"""{HEAD}
rap:Lamp a owl:Class ; rdfs:label "lamp of a tower"@en ; owl:disjointWith rap:Keeper .
rap:Light a owl:Class . rap:Ship a owl:Class . rap:Keeper a owl:Class .
rap:lit a owl:DatatypeProperty ; schema:domainIncludes rap:Keeper , rap:Ship .
rap:seen a owl:ObjectProperty ; schema:domainIncludes rap:Lamp , rap:Keeper , rap:Ship .
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two invented versions."""
    old, new = tmp_path / "old.ttl", tmp_path / "new.ttl"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


def test_changes_are_found_and_told_apart(files: tuple[Path, Path]) -> None:
    """Is each change found once, and does it break where less holds than before, or more is excluded?"""
    old, new = map(read_ontology, files)
    found = {(c.term, c.what): c.breaks for c in ontology_changes(old, new)}
    assert found == {
        ("rap:Lamp", "label"): False,
        ("rap:Lamp", "superclass"): True,
        ("rap:Lamp", "excluded class"): True,
        ("rap:Ship", "added"): False,
        ("rap:lit", "kind of term"): True,
        ("rap:lit", "domain"): True,
        ("rap:lit", "domain that it includes"): False,
        ("rap:seen", "domain that it includes"): False,
    }
    back = {(c.term, c.what): c.breaks for c in ontology_changes(new, old)}
    assert back["rap:Ship", "removed"] and back["rap:seen", "domain that it includes"]
    assert not back["rap:Lamp", "superclass"]
    assert ontology_changes(old, old) == []


def test_the_verb_tells_them(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Does the command list them for programs and people, and say that nothing changed of the package's own file?"""
    with pytest.raises(SystemExit) as left:
        main(["ontology", "changes", *map(str, files), "--json"])
    assert left.value.code == 0
    told = json.loads(capsys.readouterr().out)
    assert {"term": "rap:Ship", "what": "added", "before": "", "after": "owl:Class", "breaks": False} in told
    with pytest.raises(SystemExit):
        main(["ontology", "changes", *map(str, files)])
    assert "8 changes, 4 may break" in capsys.readouterr().out
    with pytest.raises(SystemExit) as left:
        main(["ontology", "changes", str(resource("ontology", "rapporteur.ttl"))])
    assert left.value.code == 0 and "Nothing changed." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("# A heading\n\nand words", "This is no Turtle"),
        ("<http://x/a> <http://x/b> <http://x/c> .", "No term of the ontology"),
        (b"\xff\xfe\x00", "This is no Turtle"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_ontology_is_refused(tmp_path: Path, content: str | bytes | None, words: str) -> None:
    """Does a file that is none say what was seen, where, and what to do, whatever is in it?"""
    path = tmp_path / "some.ttl"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnusableInput, match=words) as refused:
        read_ontology(path)
    assert refused.value.where == str(path) and refused.value.remedy
