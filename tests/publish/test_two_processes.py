"""Two processes write one publication: the same bytes, and a fault in either leaves the old one as it was."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rapporteur.errors import UnwritableOutput
from rapporteur.publish import Published, Site, publish_site
from rapporteur.publish.beside import Beside, Part, can_be_two
from rapporteur.publish.writer import Writer

GRAPHS = Path(__file__).parent.parent.parent / "graphs"


@pytest.fixture
def begun(site: Site, tmp_path: Path) -> Iterator[Callable[..., Beside]]:
    """Begins parts beside this process over a publication that already lies there."""
    if not can_be_two(site):
        pytest.skip("no second process can be had here")
    out = tmp_path / "out"
    with Writer(out) as first:
        first.write("old.txt", "old")
    with pytest.raises(UnwritableOutput), Writer(out) as writer:

        def begin(*parts: Part) -> Beside:
            return Beside(parts, site, writer)

        yield begin
        raise UnwritableOutput("never whole", where="", expected="", remedy="")
    assert (out / "old.txt").read_text() == "old"


def test_one_process_writes_the_same_bytes_as_two(published: Published, tmp_path: Path) -> None:
    """Are all files the same, by the list of their checksums, whoever wrote them?"""
    alone = publish_site(tmp_path / "alone", GRAPHS, jobs=1)
    assert (alone.out / "SHA256SUMS").read_bytes() == (published.out / "SHA256SUMS").read_bytes()
    assert alone.files == published.files
    assert alone.spent.keys() == published.spent.keys()


def test_a_part_gives_its_value_and_its_files(begun: Callable[..., Beside], tmp_path: Path) -> None:
    """Does the first process get what a part of the second returned, before that is done with the rest?"""
    taken: list[Writer] = []

    def write(site: Site, writer: Writer) -> int:
        writer.write("data/a.txt", "a")
        return 7

    with begun(("one", write), ("two", lambda site, writer: None)) as beside:
        taken.append(beside._writer)
        assert beside.value("one") == 7
        assert taken[0].files["data/a.txt"][0] == 1
        beside.finish()
        assert beside.spent.keys() == {"one", "two"}


def test_an_error_there_is_raised_here(begun: Callable[..., Beside]) -> None:
    """Does an error keep its kind and its four parts, and a fault of ours its words?"""

    def full(site: Site, writer: Writer) -> None:
        raise UnwritableOutput("No room.", where="disk", expected="room.", remedy="Make some.")

    with pytest.raises(UnwritableOutput, match=r"No room\. Where: disk"), begun(("full", full)) as beside:
        beside.finish()

    def broken(site: Site, writer: Writer) -> None:
        raise KeyError("a fault of ours")

    with pytest.raises(RuntimeError, match="a fault of ours"), begun(("broken", broken)) as beside:
        beside.finish()


def test_a_process_that_was_killed_is_told_of(begun: Callable[..., Beside]) -> None:
    """Is it said that the system ended the second process, and what to do?"""

    def killed(site: Site, writer: Writer) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(UnwritableOutput, match="--jobs 1"), begun(("killed", killed)) as beside:
        beside.finish()


def test_the_second_process_ends_with_the_first(begun: Callable[..., Beside]) -> None:
    """Is a part that would never end ended when the pages fail?"""

    def endless(site: Site, writer: Writer) -> None:
        signal.pause()

    with pytest.raises(ZeroDivisionError), begun(("endless", endless)) as beside:
        process = beside._process
        raise ZeroDivisionError
    assert process.exitcode is not None
    with begun(("endless", endless)) as left:
        left._holding.close()  # as when the first process is killed
        left._process.join(10)
        assert left._process.exitcode == 1


def test_a_path_that_both_wrote_is_refused(tmp_path: Path) -> None:
    """Are files of the second process held to what holds in one: each path once, whatever its case?"""
    with Writer(tmp_path / "out") as writer:
        writer.write("a/b.txt", "x")
        with pytest.raises(ValueError, match="share a file"):
            writer.take({"A/b.txt": (1, "0")})
        with pytest.raises(ValueError, match="written already"):
            writer.take({"a/b.txt": (1, "0")})
