"""Does each constraint about a report see its fault, and only that?"""

from __future__ import annotations

from pathlib import Path

import broken_graphs as broken
import pytest
from rdflib import Dataset
from sample_graph import PREFIXES, TEXT, sample, written_out

from rapporteur.check import CheckResult, check_file
from rapporteur.check.catalogue import ASSERTED, CLOSED, constraints

ROWS = (
    *broken.WHOLE,
    *broken.PARTS,
    *broken.MEETING,
    *broken.THINGS,
    *broken.UNITS,
    *broken.EVIDENCE,
    *broken.CONCEPTS,
    *broken.WARNINGS,
    *broken.CLOSURE,
)
_SPARQL_PREFIXES = PREFIXES.replace("@prefix", "PREFIX").replace(" .\n", "\n")


def spoil(dataset: Dataset, row: broken.Broken) -> Dataset:
    """Apply the updates of a row; each must change something."""
    for update in row.updates:
        before = set(dataset.quads())
        dataset.update(_SPARQL_PREFIXES + written_out(update))
        assert set(dataset.quads()) != before, f"this changes nothing: {update}"
    return dataset


def check(dataset: Dataset, folder: Path, text: str | None = None) -> CheckResult:
    """Write the dataset as a NAME.trig and check it the way the command does."""
    path = folder / "sample.trig"
    dataset.serialize(path, format="trig")
    if text is not None:
        (folder / "sample.txt").write_bytes(text.encode())
    return check_file(path)


def test_the_sample_is_sound(tmp_path: Path) -> None:
    """Does the graph that the rows spoil hold every constraint, so that what is found is the row's doing?"""
    result = check(sample(), tmp_path, TEXT)
    assert result.findings == ()
    assert result.conforms
    assert result.inferred


@pytest.mark.parametrize("row", ROWS, ids=[row.constraint for row in ROWS])
def test_a_constraint_sees_its_fault(row: broken.Broken, tmp_path: Path) -> None:
    """Does this fault break exactly this constraint, at this node, with a message in four parts?"""
    result = check(spoil(sample(), row), tmp_path)
    assert {finding.code for finding in result.findings} == {row.constraint}
    node = written_out(row.node).strip("<>")
    found = [finding for finding in result.findings if finding.node.startswith(node)]
    assert found, [finding.node for finding in result.findings]
    finding = found[0]
    assert finding.constraint == f"https://w3id.org/rapporteur/shapes#{row.constraint}"
    assert finding.seen.endswith(".") and finding.remedy.endswith(".") and finding.expected.endswith(".")
    assert "{" not in finding.message
    assert finding.severity == ("warning" if row in broken.WARNINGS else "finding")
    assert result.conforms is (row in broken.WARNINGS)


def test_each_constraint_has_its_row() -> None:
    """Is there a constraint in the files of both passes that no row breaks, or a row for none?"""
    named = [constraint.name for constraint in constraints(ASSERTED + CLOSED)]
    assert len(named) == 129
    assert sorted(row.constraint for row in ROWS) == sorted(named)


def test_constraint_names_are_used_once() -> None:
    """Would two constraints of one name be told apart?"""
    named = [constraint.name for constraint in constraints(ASSERTED + CLOSED)]
    assert len(named) == len(set(named))
