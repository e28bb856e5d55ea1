"""Is each report built or named, none twice, none over another, and the same however the work is shared out?"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from many_sample import contents, copy_many, statuses, write_names

from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.many import run
from rapporteur.many.crew import NoWorkers
from rapporteur.many.sources import gather, read_list
from rapporteur.many.values import Standing, Stopped


@pytest.fixture(autouse=True)
def _one_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code is the same from one run to the next, whatever a person edits meanwhile."""
    monkeypatch.setattr(run, "code_fingerprint", lambda: "this code")


def test_one_bad_report_stops_no_other(tmp_path: Path) -> None:
    """Are good reports built and bad ones named with what, where, why and what to do?"""
    reports = write_names(tmp_path / "in", a="A-1", b="refuse", c="C-1", d="fail")
    (reports / "c.toml").write_text('symbol = "C/9"\n')
    (reports / "e.md").write_text("E-1\n")
    (reports / "e.toml").write_text("colour = 'red'\n")
    (reports / "table.csv").write_text("1,2\n")
    done = copy_many(reports, out=tmp_path / "out")
    assert statuses(done) == {"a.md": "built", "b.md": "failed", "c.md": "built", "d.md": "failed", "e.md": "failed"}
    faults = {result.source: result.fault for result in done.results if result.fault}
    assert faults["b.md"].seen == "It refuses."
    assert faults["b.md"].where == f"{reports / 'b.md'}, line 1"
    assert "ZeroDivisionError: it fails" in faults["d.md"].seen and "many_sample.py, line " in faults["d.md"].where
    assert "colour" in faults["e.md"].seen and faults["e.md"].where == str(reports / "e.toml")
    assert all(fault.expected and fault.remedy for fault in faults.values())
    assert done.aside == {".csv": 1} and not done.good
    assert (tmp_path / "out" / "C-1.summary.json").read_text() == "c.md C/9 None https://a.example/\n"


def test_the_number_of_jobs_and_the_order_change_nothing(tmp_path: Path) -> None:
    """Are files and index the same bytes for one worker and three, and for a list that is turned round?"""
    names = {f"r{number}": f"N-{number % 5}" for number in range(8)} | {"x": "refuse"}
    reports = write_names(tmp_path / "in", **names)
    files = sorted(reports.iterdir())
    copy_many(reports, out=tmp_path / "one", jobs=1)
    copy_many(reports, out=tmp_path / "three", jobs=3)
    copy_many(*reversed(files), out=tmp_path / "turned", jobs=2)
    one = contents(tmp_path / "one")
    assert len(one) == 2 * 5 + 1
    assert one == contents(tmp_path / "three") == contents(tmp_path / "turned")


def test_two_reports_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Has the first by label the name, is the second named, and is neither built again?"""
    reports = write_names(tmp_path / "in" / "2010", b="SAME")
    write_names(tmp_path / "in" / "2009", z="SAME")
    done = copy_many(tmp_path / "in", out=tmp_path / "out", jobs=1)
    assert statuses(done) == {"2009/z.md": "built", "2010/b.md": "clash"}
    assert (tmp_path / "out" / "SAME.txt").read_text() == "SAME\nof z\n"
    clash = done.results[1].fault
    assert clash and "2009/z.md" in clash.seen and clash.where == str(reports / "b.md")
    again = copy_many(tmp_path / "in", out=tmp_path / "out")
    assert statuses(again) == {"2009/z.md": "kept", "2010/b.md": "clash"}
    write_names(tmp_path / "in" / "2008", a="SAME")
    third = copy_many(tmp_path / "in", out=tmp_path / "out")
    assert statuses(third) == {"2008/a.md": "built", "2009/z.md": "clash", "2010/b.md": "clash"}
    assert (tmp_path / "out" / "SAME.txt").read_text() == "SAME\nof a\n"
    (tmp_path / "in" / "2008" / "a.md").unlink()
    assert statuses(copy_many(tmp_path / "in", out=tmp_path / "out")) == {"2009/z.md": "built", "2010/b.md": "clash"}
    assert (tmp_path / "out" / "SAME.txt").read_text() == "SAME\nof z\n"


def test_the_same_file_in_two_folders_is_a_clash(tmp_path: Path) -> None:
    """Are two files of one name and the same bytes told of, on the first run and the next?"""
    write_names(tmp_path / "in" / "x", a="SAME")
    write_names(tmp_path / "in" / "y", a="SAME")
    for first in ("built", "kept"):
        assert statuses(copy_many(tmp_path / "in", out=tmp_path / "out")) == {"x/a.md": first, "y/a.md": "clash"}


def test_what_is_built_is_not_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a second run build nothing, a changed byte, record, output file or option what it touches, new code all?"""
    reports, out = write_names(tmp_path / "in", a="A", b="B", c="C"), tmp_path / "out"

    def built(style: str = "", fresh: bool = False) -> set[str]:
        done = copy_many(reports, out=out, style=style, fresh=fresh)
        return {name for name, status in statuses(done).items() if status == "built"}

    assert built() == {"a.md", "b.md", "c.md"}
    first = contents(out)
    assert built() == set() and contents(out) == first
    (reports / "b.md").write_text("B\nof B\n")
    assert built() == {"b.md"} and built() == set()
    (reports / "c.toml").write_text('symbol = "C/1"\n')
    assert built() == {"c.md"} and built() == set()
    (out / "A.txt").write_text("touched")
    assert built() == {"a.md"} and (out / "A.txt").read_text() == "A\nof a\n"
    (out / "A.summary.json").unlink()
    assert built() == {"a.md"} and built() == set()
    assert built(style="generic") == {"a.md", "b.md", "c.md"}
    assert built(fresh=True) == {"a.md", "b.md", "c.md"}
    assert built() == set()
    monkeypatch.setattr(run, "code_fingerprint", lambda: "other patterns")
    assert built() == {"a.md", "b.md", "c.md"} and built() == set()
    for stamp in (out / ".rapporteur").glob("*.json"):
        stamp.write_text("{")
    assert built() == {"a.md", "b.md", "c.md"}


def test_a_killed_worker_is_replaced(tmp_path: Path) -> None:
    """Is the report of a worker that the system killed built by another, and all the rest too?"""
    names = {f"r{number}": f"N-{number}" for number in range(6)}
    mark = tmp_path / "was killed"
    reports = write_names(tmp_path / "in", **names | {"r3": f"die once {mark}"})
    done = copy_many(reports, out=tmp_path / "out")
    assert mark.exists() and set(statuses(done).values()) == {"built"}
    copy_many(reports, out=tmp_path / "plain", jobs=1)
    assert contents(tmp_path / "out") == contents(tmp_path / "plain")


def test_a_report_that_kills_its_worker_twice_is_named(tmp_path: Path) -> None:
    """Is a report whose worker dies each time tried twice, named, and passed by?"""
    reports = write_names(tmp_path / "in", a="A", b="die", c="C")
    begun: list[str] = []
    done = copy_many(reports, out=tmp_path / "out", watch=lambda at: begun.extend(at.under_way), jobs=1)
    assert statuses(done) == {"a.md": "built", "b.md": "failed", "c.md": "built"}
    fault = done.results[1].fault
    assert fault and "killed twice (signal 9)" in fault.seen and fault.where == str(reports / "b.md")
    assert begun == ["a.md", "b.md", "b.md", "c.md"]


def test_workers_that_cannot_start_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Does a worker that cannot import what it needs end the run with what to do, and no loop?"""
    reports = write_names(tmp_path / "in", a="A")
    main = tmp_path / "script.py"
    main.write_text("raise SystemExit('this script cannot be imported')\n")
    import __main__

    monkeypatch.setattr(__main__, "__spec__", None)
    monkeypatch.setattr(__main__, "__file__", str(main), raising=False)
    with pytest.raises(NoWorkers, match="__main__"):
        copy_many(reports, out=tmp_path / "out", jobs=1)


def test_what_is_stopped_goes_on(tmp_path: Path) -> None:
    """Does Ctrl-C leave whole builds with their stamps, say how far it was, and the next run do the rest?"""
    reports = write_names(tmp_path / "in", **{f"r{number}": f"N-{number}" for number in range(6)})

    def watch(at: Standing) -> None:
        if at.built == 3:
            raise KeyboardInterrupt

    with pytest.raises(Stopped) as stopped:
        copy_many(reports, out=tmp_path / "out", watch=watch)
    assert (stopped.value.standing.built, stopped.value.standing.total) == (3, 6)
    assert len(contents(tmp_path / "out")) == 3 * 2
    done = copy_many(reports, out=tmp_path / "out")
    assert sorted(statuses(done).values()) == ["built"] * 3 + ["kept"] * 3


def test_the_watch_is_told_what_is_under_way(tmp_path: Path) -> None:
    """Do the standings begin at nothing, name what is being built, and end with all?"""
    reports = write_names(tmp_path / "in", a="A", b="refuse", c="C")
    seen: list[Standing] = []
    copy_many(reports, out=tmp_path / "out", watch=seen.append, jobs=1)
    assert (seen[0].done, seen[0].total) == (0, 3)
    assert [at.under_way for at in seen if at.under_way] == [("a.md",), ("b.md",), ("c.md",)]
    assert (seen[-1].built, seen[-1].kept, seen[-1].failed, seen[-1].done) == (2, 0, 1, 3)


def test_the_index_tells_of_each_source(tmp_path: Path) -> None:
    """Does the index list sources in order, name no path of this machine, and say the same when nothing was built?"""
    reports, out = write_names(tmp_path / "in", b="B", a="refuse"), tmp_path / "out"
    copy_many(reports, out=out)
    text = (out / "index.json").read_text("utf-8")
    index = json.loads(text)
    assert [entry["source"] for entry in index["sources"]] == ["a.md", "b.md"]
    assert index["sources"][0]["fault"]["where"] == "a.md, line 1"
    assert index["sources"][1]["counts"] == {"paragraphs": 1} and index["sources"][1]["name"] == "B"
    assert str(tmp_path) not in text
    copy_many(reports, out=out)
    assert (out / "index.json").read_text("utf-8") == text


def test_a_name_that_an_earlier_run_gave_is_said(tmp_path: Path) -> None:
    """Is a build of another run's report written over only with a word?"""
    copy_many(write_names(tmp_path / "in", old="SAME"), out=tmp_path / "out")
    done = copy_many(write_names(tmp_path / "new", fresh="SAME"), out=tmp_path / "out")
    assert done.results[0].status == "built" and "old.md" in done.results[0].note


def test_a_folder_is_searched_at_any_depth(tmp_path: Path) -> None:
    """Are reports taken by their endings, and records, hidden files, the output and built texts left?"""
    reports = write_names(tmp_path / "in", a="A")
    write_names(reports / "deep" / "er", b="B")
    write_names(reports / ".hidden", c="C")
    write_names(reports / "out", d="D")
    for name in ("a.toml", "notes.toml", "E.txt", "E.trig", "E.summary.json", "F.TXT", "LICENSE", ".profile.md"):
        (reports / name).write_text("x")
    sources, aside = gather([reports], reports / "out")
    assert [source.label for source in sources] == ["F.TXT", "a.md", "deep/er/b.md"]
    assert [source.order for source in sources] == [0, 1, 2]
    assert aside == {"": 1, ".json": 1, ".toml": 1, ".trig": 1, ".txt": 1}
    twice, _ = gather([reports / "a.md", reports / "deep" / ".." / "a.md"], tmp_path)
    assert [source.label for source in twice] == ["a.md"]
    (tmp_path / "nothing").mkdir()
    with pytest.raises(UnusableInput, match="no report here"):
        gather([tmp_path / "nothing"], tmp_path / "elsewhere")
    with pytest.raises(UnusableInput, match="also the one to write into"):
        gather([reports], tmp_path / "in")


def test_a_list_is_read_line_by_line(tmp_path: Path) -> None:
    """Are paths with spaces and Windows line ends read, and is a file that is not there named, not fatal?"""
    reports = write_names(tmp_path / "in", a="A")
    paths = read_list([f"{reports / 'a.md'}\r\n", "\n", f"{reports / 'not there.md'}\n"])
    done = copy_many(*paths, out=tmp_path / "out")
    assert statuses(done) == {"a.md": "built", "not there.md": "failed"}
    assert done.results[1].fault and done.results[1].fault.seen == "No such file."


def test_a_name_that_cannot_be_written_stops_no_other(tmp_path: Path) -> None:
    """Is a report whose files would have too long a name, or the name of a folder, named and passed by?"""
    reports = write_names(tmp_path / "in", a="A" * 300, b="B", c="C")
    (tmp_path / "out" / "C.txt").mkdir(parents=True)
    done = copy_many(reports, out=tmp_path / "out")
    assert statuses(done) == {"a.md": "failed", "b.md": "built", "c.md": "failed"}
    assert all(result.fault for result in done.results if result.status == "failed")
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".C")]


@pytest.mark.parametrize("place", ["out", "out/.rapporteur"])
def test_a_folder_that_cannot_be_written_is_refused(place: str, tmp_path: Path) -> None:
    """Is a file where a folder must be refused before any work, and left as it was?"""
    reports = write_names(tmp_path / "in", a="A")
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("mine")
    with pytest.raises(UnwritableOutput):
        copy_many(reports, out=tmp_path / "out", watch=lambda at: pytest.fail("work was begun"))
    assert (tmp_path / place).read_text() == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    """Is a folder without the right to write refused before any work?"""
    reports = write_names(tmp_path / "in", a="A")
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(UnwritableOutput):
        copy_many(reports, out=tmp_path / "out")
