"""Does the command find, say what it made and what is stale, and point at what it cannot read?"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from lamps import lamps, report
from test_index import trig

from rapporteur.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of ``rapporteur search``."""
    with pytest.raises(SystemExit) as left:
        main(["search", *arguments])
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


def test_json_of_the_bundled_report(capsys: pytest.CaptureFixture[str]) -> None:
    """Does a search without a graph take the bundled report, and say that it made an index?"""
    code, out, err = run(capsys, "compensation fund", "--kind", "recommendation", "--facets", "--json")
    found = json.loads(out)
    assert code == 0
    assert "Making the index" in err
    assert [hit["number"] for hit in found["hits"]] == ["56.1"]
    assert [count["value"] for count in found["facets"]["addressee"]] == ["states-parties"]
    assert run(capsys, "compensation fund")[2] == ""


def test_people_and_tables(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Are hits shown with their place and marks, counted, paged, and given as CSV?"""
    graph = str(trig(tmp_path, "lamps.trig", lamps()))
    code, out, _ = run(capsys, "lamp", "--graph", graph, "--limit", "1", "--facets")
    assert code == 0
    assert "«" in out and "1 of 9 found; the next with --offset 1" in out and "Fiji" in out
    _, out, _ = run(capsys, "lamp", "--graph", graph, "--state", "FJI", "--state", "KEN", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 5
    assert {row["kind"] for row in rows} == {"paragraph", "subparagraph", "statement", "recommendation"}
    _, out, _ = run(capsys, "--related", "document/LAMPS/1/paragraph/1", "--graph", graph, "--json")
    assert json.loads(out)["total"] >= 1


def test_a_stale_index_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Does an index searched without its graphs say that they have changed, and with them renew itself?"""
    graph, index = str(trig(tmp_path, "tides.trig", report("TIDES/3", "Tides turn."))), str(tmp_path / "i.sqlite")
    assert "1 of 1 found" in run(capsys, "turn", "--graph", graph, "--index", index)[1]
    trig(tmp_path, "tides.trig", report("TIDES/3", "Tides burn at night."))
    code, out, err = run(capsys, "turn", "--index", index)
    assert (code, "1 of 1 found" in out) == (0, True)
    assert "stale: of its graphs, 1 changed" in err
    code, out, err = run(capsys, "turn", "--graph", graph, "--index", index)
    assert (code, "0 of 0 found" in out) == (0, True)
    assert "The index is stale (1 changed); it is brought up to date." in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lamp AND",), "  lamp AND\n          ^\n"),
        ((), "Nothing to look for."),
        (("lamp", "--kind", "recomendation"), "Write recommendation."),
        (("lamp", "--limit", "5000"), "from 0 to 1000"),
        (("lamp", "--related", "x"), "Leave one out."),
        (("--related", "x"), "No part 'x'."),
        (("lamp", "--index", "none.sqlite"), "There is no such index."),
        (("lamp", "--graph", "none.trig"), "There is no such file or folder."),
    ],
)
def test_misuse_is_told_in_four_parts(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    """Does what cannot be used leave with 2 and say what to do?"""
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "To do:" in err


def test_a_filter_that_nothing_has_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Is an empty answer explained?"""
    graph = str(trig(tmp_path, "lamps.trig", lamps()))
    code, out, err = run(capsys, "lamp", "--graph", graph, "--state", "Kenia")
    assert (code, "0 of 0 found" in out) == (0, True)
    assert "Nothing in the index has the state 'Kenia'. Near it: Kenya, KEN." in err
