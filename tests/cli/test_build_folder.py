"""Does `rapporteur build` take a folder and a list, say what became of each report, and leave with the right code?"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

STATES = ("Kenya", "Norway", "Peru", "Thailand")
FILES = ("trig", "ttl", "jsonld", "evidence.ttl", "txt", "summary.json")
COMMAND = [sys.executable, "-c", "from rapporteur.cli import main; main()", "build"]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def build(*arguments: object, stdin: str = "") -> Ran:
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=120, check=False
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def report(number: int) -> str:
    return f"""CTOC/COP/WG.9/2031/{number}

# Report on the meeting of the Working Group on Ferries held in Vienna on 4 and 5 March 2031

## I. Introduction

1. The following States were represented: {STATES[number % 4]} and {STATES[(number + 1) % 4]}.

## II. Recommendations

2. States parties should keep a register of ferries, in accordance with article {number + 5} of the Organized Crime
Convention.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports, two of them in folders below."""
    folder = tmp_path / "reports"
    for number, place in enumerate(("a.md", "deep/b.md", "deep/er/c.txt"), 1):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(report(number), "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.slow
def test_a_folder_is_built_as_each_report_alone(reports: Path, tmp_path: Path) -> None:
    """Are good reports built as alone, bad ones and a double named with four parts, and is the exit code 1?"""
    (reports / "empty.md").write_bytes(b"")
    (reports / "binary.md").write_bytes(bytes(range(256)))
    (reports / "prose.txt").write_text("Nothing here has a number.\n")
    (reports / "double.md").write_text(report(1).replace("register", "list"), "utf-8")
    (reports / "table.csv").write_text("1,2\n")
    ran = build(reports, "--out", tmp_path / "out", "--jobs", 2)
    assert ran.code == 1, ran.err
    for number, place in enumerate(("a.md", "deep/b.md", "deep/er/c.txt"), 1):
        alone = tmp_path / "alone"
        build(reports / place, "--out", alone)
        assert {f"CTOC-COP-WG.9-2031-{number}.{ending}" for ending in FILES} <= set(contents(alone))
    assert not (tmp_path / "alone" / ".rapporteur").exists()
    both = contents(tmp_path / "out")
    index = json.loads(both.pop("index.json"))
    assert both == contents(tmp_path / "alone")
    bad = [entry["source"] for entry in index["sources"] if "fault" in entry]
    assert bad == ["binary.md", "double.md", "empty.md", "prose.txt"]
    for source in bad:
        told = ran.err.split(f"No graph of {source}\n")[1].split("No graph of")[0]
        assert [line.split(":")[0].strip() for line in told.splitlines()[:4]] == ["seen", "where", "expected", "to do"]
        assert source in told
    assert "as those of a.md are" in ran.err
    assert "3 built, 0 built before from the same, 3 failed, 1 with a name that another has" in ran.out
    assert "1 .csv" in ran.out
    assert "0 of 7 reports: 0 built" in ran.err and "7 of 7 reports: 3 built, 0 built before, 4 failed" in ran.err


@pytest.mark.slow
def test_a_list_gives_one_value_for_programs(reports: Path, tmp_path: Path) -> None:
    """Are paths on standard input built, and is all that stands on standard output one JSON value?"""
    paths = f"{reports / 'a.md'}\n{reports / 'deep' / 'er' / 'c.txt'}\n"
    ran = build("--list", "-", "--out", tmp_path / "out", "--json", stdin=paths)
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["built"], told["kept"], told["failed"], told["clash"]) == (2, 0, 0, 0)
    assert [(row["source"], row["status"]) for row in told["reports"]] == [
        ("a.md", "built"),
        ("deep/er/c.txt", "built"),
    ]
    assert told["reports"][0]["counts"]["recommendations"] == 1
    assert Path(told["index"]).is_file()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_ctrl_c_leaves_whole_builds(reports: Path, tmp_path: Path) -> None:
    """Does Ctrl-C end the command soon, with what was done, how to go on, and only whole builds?"""
    for number in range(4, 12):
        (reports / f"r{number}.md").write_text(report(number), "utf-8")
    out = tmp_path / "out"
    command = [*COMMAND, str(reports), "--out", str(out), "--jobs", "1"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background job is deaf to Ctrl-C
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    ) as process:
        assert process.stderr
        said = ""
        while "2 built" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=30)
    assert process.returncode == 130, said + rest
    assert "of 11 to go" in rest and "goes on from here" in rest and "Traceback" not in rest
    names = {name.removesuffix(".trig") for name in contents(out) if name.endswith(".trig")}
    assert 2 <= len(names) < 11
    assert set(contents(out)) == {f"{name}.{ending}" for name in names for ending in FILES}
    assert not [path for path in out.iterdir() if path.name.startswith(".CTOC")]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "REPORT"),
        (("-", "other.md"), "standard input"),
        (("a.md", "b.md", "--symbol", "A/1"), "--symbol"),
        (("a.md", "b.md", "--jobs", "0"), "--jobs"),
        (("--list", "no-such-list"), "no-such-list"),
        (("{empty}",), "no report here"),
        (("{out}",), "also the one to write into"),
        (("{out}/a.md", "--dask", "nonsense"), "nonsense"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_misuse_leaves_with_two(arguments: tuple[str, ...], word: str, tmp_path: Path) -> None:
    """Does each misuse leave with 2 and say which word was wrong?"""
    for name in ("empty", "out"):
        (tmp_path / name).mkdir()
    (tmp_path / "out" / "a.md").write_text(report(1))
    given = [argument.format(empty=tmp_path / "empty", out=tmp_path / "out") for argument in arguments]
    ran = build(*given, "--out", tmp_path / "out")
    assert ran.code == 2, ran.err
    assert word in " ".join(ran.err.split())
