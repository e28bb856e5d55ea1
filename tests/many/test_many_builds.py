"""Does the process that hands out the work hold no graph, and is a build whole whatever falls into its writing?"""

from __future__ import annotations

import gc
import io
import os
import pickle
from pathlib import Path

import pytest
from many_sample import contents, write_reports

from rapporteur.cli.show import _Lines
from rapporteur.graph import Built, write_files
from rapporteur.many.fingerprint import code_fingerprint, key_of
from rapporteur.many.values import Rendered, Source, Standing, Task
from rapporteur.model import Record
from rapporteur.pipeline import build_many, rendered


@pytest.mark.slow
def test_the_parent_holds_no_graph(tmp_path: Path) -> None:
    """Is there, while reports are built, no graph here, at most one build as bytes, and little in a result?"""
    held: list[int] = []

    def watch(at: Standing) -> None:
        things = gc.get_objects()
        held.append(sum(isinstance(thing, Rendered) for thing in things))
        assert not [thing for thing in things if isinstance(thing, Built) and thing.name.startswith("CTOC-COP-WG.9")]

    done = build_many([write_reports(tmp_path / "in", *range(4))], tmp_path / "out", jobs=2, progress=watch)
    assert done.good and done.count("built") == 4
    assert len(held) == 9 and max(held) <= 1
    assert len(pickle.dumps(done.results)) / 4 < 2000, "bytes a result"


@pytest.mark.slow
def test_a_worker_builds_as_a_single_build_does(tmp_path: Path) -> None:
    """Do the files that come back bear the report's name, and does the row tell what the summary tells?"""
    (path,) = write_reports(tmp_path / "in", 3).iterdir()
    build = rendered(path.read_bytes(), path.name, Record(), "https://a.example/")
    assert build.name == "CTOC-COP-WG.9-2031-3"
    assert sorted(build.files) == sorted(
        f"{build.name}.{ending}" for ending in ("trig", "ttl", "jsonld", "evidence.ttl", "txt", "summary.json")
    )
    assert build.files[f"{build.name}.txt"] == path.read_bytes()
    assert b"https://a.example/id/" in build.files[f"{build.name}.trig"]
    assert build.row["counts"]["recommendations"] == 2 and build.row["findings"] == []
    assert build.row["warnings"] == {"ReportIsDated": 1}


@pytest.mark.parametrize("moment", range(8))
def test_ctrl_c_while_a_build_is_written_keeps_the_last(
    moment: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Are the old files back when Ctrl-C comes at any step of putting the new ones in their place?"""
    old = {f"N.{ending}": b"old" for ending in ("trig", "ttl", "txt", "jsonld")}
    write_files("N", old, tmp_path)
    before, replace, steps = contents(tmp_path), Path.replace, 0

    def interrupted(path: Path, target: Path) -> Path:
        nonlocal steps
        steps += 1
        if steps == moment + 1:
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files("N", dict.fromkeys(old, b"new"), tmp_path)
    assert contents(tmp_path) == before
    assert len(list(tmp_path.iterdir())) == 4


def test_a_key_is_of_all_that_a_build_depends_on(tmp_path: Path) -> None:
    """Does the key differ when bytes, name, record, base, code or a style file do, and not with the place?"""
    style = tmp_path / "own.toml"
    style.write_text("one")

    def key(
        code: str = "c", place: str = "x", name: str = "a.md", sha: str = "1", base: str = "b", **record: str
    ) -> str:
        return key_of(Task(Source(0, place, Path(place)), name, sha, Record(**record), base), code)

    keys = [key(), key("d"), key(name="b.md"), key(sha="2"), key(base="c"), key(symbol="A/1"), key(style=str(style))]
    style.write_text("two")
    keys.append(key(style=str(style)))
    assert len(set(keys)) == 8
    assert key(place="x") == key(place="y")


def test_the_code_has_a_fingerprint() -> None:
    """Is it one hash of all code, patterns, ontology and shapes, made once a process?"""
    from rapporteur.many.fingerprint import _files, _libraries

    names = [name for name, _ in _files()]
    assert {"pipeline.py", "patterns/citations.toml", "ontology/authorities/states.csv", "shapes/must.ttl"} <= set(
        names
    )
    assert not [name for name in names if name.startswith(("cli/", "view/")) or name.endswith(".pyc")]
    assert any(line.startswith("rdflib ") for line in _libraries())
    assert len(code_fingerprint()) == 64


def test_lines_come_now_and_then() -> None:
    """Where no terminal is, is there a first line, one a tenth, a last one, and not one a report?"""
    stream = io.StringIO()
    lines = _Lines(stream)
    for done in range(1001):
        lines(Standing(1000, done, 0, 0, ("a.md", "b.md") if done < 1000 else ()))
    said = stream.getvalue().splitlines()
    assert said[0] == "0 of 1000 reports: 0 built, 0 built before, 0 failed; now a.md, b.md"
    assert said[-1] == "1000 of 1000 reports: 1000 built, 0 built before, 0 failed"
    assert len(said) == 11, os.linesep.join(said)
