"""What an installed package brings to a notebook: the bundled report, built once, and copies of the notebooks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import rapporteur
from rapporteur import pipeline
from rapporteur.cli import main
from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.notebook import bundled, copy_notebooks, list_notebooks

ROOT = Path(__file__).parents[2]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A package without a clone, whose cache is a folder of the test; builds are counted, and write one file."""
    sources = tmp_path / "package" / "graphs" / "sources"
    sources.mkdir(parents=True)
    (sources / "NAME.md").write_text("1. A text.\n")
    monkeypatch.setattr(bundled, "resource", lambda *parts: tmp_path.joinpath("package", *parts))
    monkeypatch.setenv(bundled.CACHE_SETTING, str(tmp_path / "cache"))
    builds: list[Path] = []

    def build_into(source: Path, folder: Path, progress: Callable[[str], None]) -> None:
        builds.append(source)
        progress("Building its graphs")
        folder.mkdir(parents=True)
        (folder / "NAME.trig").write_text("built")

    monkeypatch.setattr(pipeline, "build_into", build_into)
    return builds


def test_a_clone_has_the_report_built() -> None:
    """In a clone, is the bundled report the graph that is committed?"""
    assert rapporteur.bundled_report() == ROOT / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


def test_an_installed_package_builds_it_once(installed: list[Path], tmp_path: Path) -> None:
    """Is it built at the first call with a word on progress, kept, and built again only when the text is another?"""
    said: list[str] = []
    first = rapporteur.bundled_report(said.append)
    assert first.read_text() == "built" and first.is_relative_to(tmp_path / "cache")
    assert said[0].startswith("Building the graph of NAME once; it is kept in ") and said[1] == "Building its graphs"
    assert rapporteur.bundled_report(said.append) == first and len(installed) == 1 and len(said) == 2
    assert sorted(path.name for path in bundled.cache().iterdir()) == [first.parent.name]
    installed[0].write_text("1. Another text.\n")
    assert rapporteur.bundled_report(said.append) != first and len(installed) == 2


def test_what_a_killed_build_left_is_no_report(installed: list[Path]) -> None:
    """Is a folder of the right name without a graph in it built over?"""
    first = rapporteur.bundled_report(str)
    first.unlink()
    assert rapporteur.bundled_report(str).read_text() == "built" and len(installed) == 2


def test_a_cache_that_cannot_be_written_is_told(
    installed: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Does the error name the folder and the setting that moves it, and a package without a report say so?"""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(bundled.CACHE_SETTING, str(tmp_path / "file"))
    with pytest.raises(UnwritableOutput, match=f"{tmp_path / 'file'}.*{bundled.CACHE_SETTING}"):
        rapporteur.bundled_report(str)
    (tmp_path / "package" / "graphs" / "sources" / "NAME.md").unlink()
    with pytest.raises(UnusableInput, match="carries no report"):
        rapporteur.bundled_report(str)


def test_notebooks_are_copied_and_never_written_over(tmp_path: Path) -> None:
    """Are all copied once, left alone the second time, and refused where a reader has changed one?"""
    written = copy_notebooks(tmp_path / "mine")
    assert [path.name for path in written] == sorted(one.path.name for one in list_notebooks())
    assert len(written) == 7
    assert copy_notebooks(tmp_path / "mine") == []
    written[0].write_text("{}")
    written[1].unlink()
    with pytest.raises(UnwritableOutput, match=written[0].name):
        copy_notebooks(tmp_path / "mine")
    assert not written[1].exists() and written[0].read_text() == "{}"
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        copy_notebooks(tmp_path / "file" / "below")


def test_the_command_line_lists_and_copies_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Does `rapporteur notebooks` say what each answers, and with a folder write them there?"""
    with pytest.raises(SystemExit) as left:
        main(["notebooks", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert left.value.code == 0 and told[0]["name"] == "first-look" and all(one["about"] for one in told)
    with pytest.raises(SystemExit) as left:
        main(["notebooks", str(tmp_path / "mine")])
    assert left.value.code == 0 and "7 notebooks." in capsys.readouterr().out
    assert len(list((tmp_path / "mine").glob("*.ipynb"))) == len(told) == 7
