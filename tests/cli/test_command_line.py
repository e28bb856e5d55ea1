"""Does the command line say what it should, leave with the right code, and never show a traceback?"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "graphs" / "sources" / "CTOC-COP-WG.4-2010-6.md"
FILES = ("trig", "ttl", "jsonld", "evidence.ttl", "txt", "summary.json")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def rapporteur(*arguments: object, stdin: bytes = b"", **environment: str) -> Ran:
    command = [sys.executable, "-c", "from rapporteur.cli import main; main()", *map(str, arguments)]
    done = subprocess.run(
        command, input=stdin, capture_output=True, cwd=ROOT, env=os.environ | environment, timeout=120, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def check_refusal(ran: Ran, *words: str) -> None:
    """Exit 2, four parts on standard error, the words among them, no traceback."""
    assert ran.code == 2, ran.err
    assert "Traceback" not in ran.err
    labelled = [line for line in ran.err.splitlines() if not line.startswith(" ")]
    assert [line.split(":")[0] for line in labelled[:4]] == ["Error", "Where", "Expected", "To do"], ran.err
    for word in words:
        assert word in ran.err


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    ran = rapporteur("build", REPORT, "--out", folder)
    assert ran.code == 0, ran.err
    return folder


def test_build_writes_the_six_files(built: Path) -> None:
    """Are the six files there, and are they those committed under graphs/?"""
    names = {path.name for path in built.iterdir()}
    assert names == {f"CTOC-COP-WG.4-2010-6.{ending}" for ending in FILES}
    for name in sorted(names):
        committed = ROOT / "graphs" / name
        assert committed.read_bytes() == (built / name).read_bytes(), f"{name} differs from the one committed"


def test_link_gives_candidates_and_reason() -> None:
    """Does `link --text --json` give the fixed fields, with offsets into the text given?"""
    text = "in accordance with article 26, paragraphs 2 and 3, of the Organized Crime Convention"
    ran = rapporteur("link", "--text", text, "--json")
    rows = [row for row in json.loads(ran.out) if row["kind"] == "treaty-article"]
    fields = {"quote", "start", "end", "kind", "target", "candidates", "grade", "rule", "because"}
    assert ran.code == 0
    assert fields <= set(rows[0])
    assert [row["target"].split("/id/")[1] for row in rows] == [
        "instrument/untoc/article/26/paragraph/2",
        "instrument/untoc/article/26/paragraph/3",
    ]
    assert all(text[row["start"] : row["end"]] == row["quote"] == text[19:] for row in rows)
    explained = rapporteur("link", "--text", text, "--explain")
    assert "[explicit]" in explained.out and "rule " in explained.out


def test_link_gives_all_links_of_a_report_with_what_they_start_from(built: Path) -> None:
    """Are they those of the evidence graph: who was present and spoke, addressees and themes among them?"""
    rows = json.loads(rapporteur("link", REPORT, "--json").out)
    linked = [row for row in rows if row["target"]]
    evidence = (built / "CTOC-COP-WG.4-2010-6.evidence.ttl").read_text("utf-8")
    assert len(linked) == evidence.count("rap:Link ;")
    assert {"participation", "statement", "addressee", "theme"} <= {row["kind"] for row in linked}
    assert all(row["source"].startswith("http") and row["property"] for row in rows)


def test_link_leaves_a_bare_convention_open() -> None:
    """Is "article 5 of the Convention" open where nothing says which convention?"""
    ran = rapporteur("link", "--text", "as stipulated in article 5 of the Convention", "--json")
    rows = json.loads(ran.out)
    assert ran.code == 0
    assert rows and all(row["target"] is None and row["because"] for row in rows)


def test_read_accounts_for_every_character() -> None:
    """Is nothing of the bundled report left over?"""
    ran = rapporteur("read", REPORT, "--coverage", "--json")
    covered = json.loads(ran.out)
    text = REPORT.read_text("utf-8")
    assert ran.code == 0
    assert covered["left_over"] == []
    assert sum(covered["counts"].values()) == len(re.sub(r"\s", "", text))


def test_a_report_comes_on_standard_input(tmp_path: Path) -> None:
    """Does "-" read standard input, and does --symbol name the files?"""
    ran = rapporteur("build", "-", "--out", tmp_path, "--symbol", "CTOC/COP/WG.4/2010/6", stdin=REPORT.read_bytes())
    assert ran.code == 0, ran.err
    assert (tmp_path / "CTOC-COP-WG.4-2010-6.trig").is_file()


def test_another_base_replaces_ours(tmp_path: Path) -> None:
    """Does one setting change the base of every IRI of a thing?"""
    ran = rapporteur("build", REPORT, "--out", tmp_path, RAPPORTEUR_BASE="https://example.org/un/")
    assert ran.code == 0, ran.err
    turtle = (tmp_path / "CTOC-COP-WG.4-2010-6.ttl").read_text("utf-8")
    assert "https://example.org/un/id/" in turtle
    assert "w3id.org/rapporteur/id/" not in turtle


UNUSABLE = {
    "missing.md": (None, "missing.md"),
    "empty.md": (b"", "empty.md"),
    "binary.md": (bytes(range(256)) * 40, "binary.md"),
    "latin.md": ("1. Résumé of the meeting.\n".encode("latin-1"), "UTF-8"),
    "prose.md": (b"Nothing here has a number.\n", "prose.md"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_unusable_input_writes_nothing(name: str, tmp_path: Path) -> None:
    """Is a file that is no report refused in four parts, with exit code 2 and nothing written?"""
    content, word = UNUSABLE[name]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    out = tmp_path / "out"
    check_refusal(rapporteur("build", path, "--out", out), word)
    assert not out.exists() or not list(out.iterdir())


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """Is an output "folder" that is a file refused, and left as it was?"""
    taken = tmp_path / "taken"
    taken.write_text("mine")
    check_refusal(rapporteur("build", REPORT, "--out", taken), "taken")
    assert taken.read_text() == "mine"


def _line(start: str) -> str:
    """The whole line of the report that starts so."""
    return next(line for line in REPORT.read_text("utf-8").splitlines() if line.startswith(start))


FINDINGS = {
    "repeated": (("\n31. With regard", "\n30. With regard"), "30"),
    "missing": (("\n40. States parties should develop responses", "\nStates parties should develop responses"), "40"),
    "skipped": ((_line("### **A. Implementation of the Protocol"), ""), "II"),
    "markerless": (
        ("Model Law against Trafficking in Persons<sup>10</sup>", "Model Law against Trafficking in Persons"),
        "10",
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_findings_are_said_and_the_graph_is_written(name: str, tmp_path: Path) -> None:
    """Does a fault of the report leave with 1, say the four parts, and still write the graph?"""
    (old, new), word = FINDINGS[name]
    text = REPORT.read_text("utf-8")
    assert old in text
    path = tmp_path / "report.md"
    path.write_text(text.replace(old, new, 1), "utf-8")
    ran = rapporteur("build", path, "--out", tmp_path / "out")
    assert ran.code == 1, ran.out + ran.err
    assert (tmp_path / "out" / "report.trig").is_file()
    for part in ("seen:", "where:", "expected:", "to do:"):
        assert part in ran.err
    assert word in ran.err
    assert "Traceback" not in ran.err


def test_queries_answer_as_table_json_and_csv(built: Path) -> None:
    """Are the rows the same in all three forms?"""
    graph = built / "CTOC-COP-WG.4-2010-6.trig"
    table = rapporteur("query", "themes-by-strength", "--graph", graph)
    rows = json.loads(rapporteur("query", "themes-by-strength", "--graph", graph, "--json").out)
    csv = rapporteur("query", "themes-by-strength", "--graph", graph, "--csv").out.splitlines()
    assert table.code == 0
    assert rows and len(csv) == len(rows) + 1
    assert csv[0] == ",".join(rows[0])
    assert f"{len(rows)} rows" in table.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("query", "themes-by-strenght"), ("themes-by-strength",)),
        (("query", "themes-by-strength", "--param", "nonsense"), ("--param",)),
        (("score", "no-such-folder", "--graph", "graphs/CTOC-COP-WG.4-2010-6.trig"), ("no-such-folder",)),
        (("score", "tests/gold/CTOC-COP-WG.4-2010-6", "--graph", "no-such.trig"), ("no-such.trig",)),
        (("check", "no-such.trig"), ("no-such.trig",)),
        (("view", "--out", "picture.docx"), (".html",)),
    ],
    ids=lambda value: " ".join(map(str, value))[:40],
)
def test_a_wrong_word_is_answered_with_a_right_one(arguments: tuple[str, ...], words: tuple[str, ...]) -> None:
    """Does each mistake get its four parts and a way out?"""
    check_refusal(rapporteur(*arguments), *words)


def test_a_broken_query_and_a_broken_graph_are_refused(tmp_path: Path) -> None:
    """Are a broken .rq and a broken .trig refused, with the line?"""
    query = tmp_path / "broken.rq"
    query.write_text("SELECT ?x WHERE { ?x ?y }\n")
    check_refusal(rapporteur("query", query), "broken.rq")
    trig = tmp_path / "broken.trig"
    trig.write_text("<a> <b> .\n")
    check_refusal(rapporteur("check", trig), "broken.trig")


def test_a_query_of_any_form_is_answered(tmp_path: Path) -> None:
    """Is an ASK answered in a word, a DESCRIBE as Turtle and as JSON-LD, and CSV of them refused?"""
    built = tmp_path / "boats.ttl"
    built.write_text('<http://e/a> <http://e/name> "Ferry"@en .\n')
    for text, word in (("ASK { ?s ?p 'Ferry'@en }", "yes"), ("ASK { ?s ?p 'Raft'@en }", "no")):
        mine = tmp_path / f"{word}.rq"
        mine.write_text(text)
        ran = rapporteur("query", "--file", mine, "--graph", built)
        assert (ran.code, ran.out) == (0, f"{word}\n"), ran.err
    assert rapporteur("query", "--file", mine, "--graph", built, "--json").out == "false\n"
    mine.write_text("PREFIX boats: <http://e/> DESCRIBE boats:a")
    turtle = rapporteur("query", mine, "--graph", built)
    assert 'boats:a boats:name "Ferry"@en .' in turtle.out
    told = json.loads(rapporteur("query", mine, "--graph", built, "--json").out)
    assert told == [{"@id": "http://e/a", "http://e/name": [{"@language": "en", "@value": "Ferry"}]}]
    for option in (["--csv"], ["--limit", "2"]):
        check_refusal(rapporteur("query", mine, "--graph", built, *option), "DESCRIBE")


def test_misuse_leaves_with_two() -> None:
    """Do an unknown verb, a missing option and two sources at once leave with 2 and no traceback?"""
    for arguments in (("frobnicate",), ("build", str(REPORT)), ("link",), ("link", str(REPORT), "--text", "x")):
        ran = rapporteur(*arguments)
        assert ran.code == 2, (arguments, ran.err)
        assert "Traceback" not in ran.err


def test_view_writes_one_page_that_asks_nobody(built: Path, tmp_path: Path) -> None:
    """Does the picture stand alone, without an address it would fetch?"""
    page = tmp_path / "picture.html"
    ran = rapporteur("view", "--graph", built / "CTOC-COP-WG.4-2010-6.trig", "--out", page)
    assert ran.code == 0, ran.err
    html = page.read_text("utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", html)


def test_a_question_tells_what_it_takes_and_gives() -> None:
    """Are the parameters, columns and units of a question told without asking it, for a person and for a program?"""
    shown = rapporteur("query", "states-that-spoke-most", "--about", COLUMNS="120")
    assert shown.code == 0 and "leave out States with fewer statements" in shown.out
    told = json.loads(rapporteur("query", "states-that-spoke-most", "--about", "--json").out)
    assert [p["parameter"] for p in told["parameters"]] == ["report", "language", "minimum"]
    assert {c["column"]: c["unit"] for c in told["columns"] if c["unit"]} == {"statements": "statements"}


def test_it_says_its_version() -> None:
    """Does the command say the version that the package has?"""
    assert rapporteur("--version").out == f"rapporteur {metadata.version('rapporteur')}\n"
