"""Has everything one place that every file system takes, and does a publication change as a whole or not at all?"""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.cli import main
from rapporteur.errors import UnusableInput, UnwritableOutput
from rapporteur.publish import Published, Site, publish_site, read_site
from rapporteur.publish.formats import report_files
from rapporteur.publish.places import LONGEST_NAME, Places, file_name, relative
from rapporteur.publish.strangers import require_no_strangers
from rapporteur.publish.writer import MARK, Writer

ROOT = "https://lamps.example/id/"
GRAPHS = Path(__file__).parent.parent.parent / "graphs"


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_place_of_a_thing_is_the_path_of_its_iri(site: Site) -> None:
    """Does plain hosting lead from every IRI of the bundled report to its page, without a rule?"""
    assert len(site.kinds) > 400 and not site.places.moved
    for iri in site.kinds:
        assert site.places.page(iri) == f"id/{iri.removeprefix(site.root)}/index.html"


def test_what_has_no_page_is_a_place_on_one(site: Site) -> None:
    """Has every resource of every graph an address: its own page, or a place on the page of what it belongs to?"""
    for report in site.reports:
        for subject, _, _ in report.facts:
            if site.places.is_ours(subject):
                path, _, fragment = site.places.address(subject).partition("#")
                assert path.startswith("id/") and path.endswith("/")
                assert bool(fragment) == (subject not in site.kinds)
        for row in report.evidence:
            assert site.places.address(row.iri) == f"{site.places.folder(report.document)}/#link/{row.iri[-12:]}"


@given(st.lists(st.text(min_size=1, max_size=30), min_size=2, max_size=8, unique=True))
@settings(max_examples=60, deadline=None)
def test_no_two_things_share_a_folder(names: list[str]) -> None:
    """Are the folders of any IRIs apart where case counts for nothing, and made of harmless characters?"""
    places = Places(ROOT, [f"{ROOT}state/{name}" for name in names])
    folders = [places.folder(f"{ROOT}state/{name}") for name in names]
    assert len({folder.casefold() for folder in folders}) == len(names)
    for folder in folders:
        assert folder.isascii() and not set(folder) & set('<>:"\\|?*%#& ')
        assert all(step not in ("", ".", "..") and not step.endswith(".") for step in folder.split("/"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("ALB", "alb"), ("a%20b", "a=20b"), ("a%2fb", "a%2Fb"), ("con", "=63on"), ("x" * 300, "x" * 301), ("é", "%C3%A9")],
)
def test_names_that_would_meet_are_kept_apart(one: str, other: str) -> None:
    """Do two things whose names a file system could take for one lie in two folders, whichever comes first?"""
    iris = [f"{ROOT}state/{one}/x", f"{ROOT}state/{other}/x"]
    for order in (iris, iris[::-1]):
        places = Places(ROOT, order)
        first, second = (places.folder(iri).casefold() for iri in iris)
        assert first != second
        assert max(len(step) for step in first.split("/")) <= LONGEST_NAME


def test_a_step_never_leads_out() -> None:
    """Is a step such as ".." or the name of our own files turned into a harmless one?"""
    assert [file_name(step) for step in ("..", ".", "", "index.html", "INDEX", "NUL.txt")] == [
        ".=2E",
        "=2E",
        "=",
        "=69ndex.html",
        "=49NDEX",
        "=4EUL.txt",
    ]
    assert relative("id/a/b/index.html", "assets/page.css") == "../../../assets/page.css"
    assert relative("id/a/index.html", "id/a/#x") == "#x"


def test_the_same_input_gives_the_same_bytes(published: Published, tmp_path: Path) -> None:
    """Are two publications of the same graphs the same, to the byte?"""
    again = publish_site(tmp_path / "again", GRAPHS)
    assert (again.state, again.files, again.size) == (published.state, published.files, published.size)
    assert (again.out / "SHA256SUMS").read_bytes() == (published.out / "SHA256SUMS").read_bytes()


def test_a_store_is_published_as_its_files_are(published: Published, tmp_path: Path) -> None:
    """Does a store on disk give the same reports, things and graphs as the files it was loaded from?"""
    from rapporteur.store import load, open_store

    list(load(open_store(tmp_path / "store"), [GRAPHS]))
    site = read_site(tmp_path / "store")
    assert site.state == published.state
    assert site.reports[0].text is not None


def test_a_folder_of_other_people_is_refused(tmp_path: Path) -> None:
    """Is a folder with files of others left as it is, and a file in its place too?"""
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "thesis.txt").write_text("mine")
    with pytest.raises(UnwritableOutput, match="A folder that holds other files"), Writer(tmp_path / "theirs"):
        pass
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UnwritableOutput, match="This is no folder"), Writer(tmp_path / "file"):
        pass
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "theirs", "thesis.txt"]


def test_the_old_publication_stays_until_the_new_is_whole(tmp_path: Path) -> None:
    """Does a publication that is cut leave the old one as it was, and the next one clean up?"""
    out = tmp_path / "site"
    with Writer(out) as writer:
        writer.write("a.txt", "old")
    with pytest.raises(KeyboardInterrupt), Writer(out) as writer:
        writer.write("a.txt", "new")
        assert (out / "a.txt").read_text() == "old"
        raise KeyboardInterrupt
    assert (out / "a.txt").read_text() == "old" and _names(tmp_path) == ["site"]
    (tmp_path / ".site.new").mkdir()  # a process that was killed left this, and nobody has that number now
    (tmp_path / ".site.new" / MARK).write_text("words\n99999999\n")
    with Writer(out) as writer:
        writer.write("b.txt", "new")
    assert _names(out) == [MARK, "b.txt"] and _names(tmp_path) == ["site"]


def test_a_change_cut_between_its_two_steps_is_healed(tmp_path: Path) -> None:
    """Is the old publication put back where only its old name is left?"""
    out = tmp_path / "site"
    with Writer(out) as writer:
        writer.write("a.txt", "old")
    out.rename(tmp_path / ".site.old")
    with pytest.raises(RuntimeError), Writer(out):
        raise RuntimeError
    assert (out / "a.txt").read_text() == "old"


def test_two_publications_at_once_are_refused(tmp_path: Path) -> None:
    """Is a second publication told of the first, which goes on undisturbed?"""
    out = tmp_path / "site"
    with Writer(out) as writer:
        (tmp_path / ".site.new" / MARK).write_text(f"words\n{os.getppid()}\n")
        with pytest.raises(UnwritableOutput, match="Another publication is being written"), Writer(out):
            pass
        writer.write("a.txt", "whole")
    assert (out / "a.txt").read_text() == "whole"


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "", "a/./b", "a\\b"])
def test_no_path_leads_out_of_a_publication(tmp_path: Path, path: str) -> None:
    """Is a path that leads elsewhere refused?"""
    with Writer(tmp_path / "site") as writer, pytest.raises(ValueError, match="no path within"):
        writer.write(path, "x")


def test_a_path_is_written_once_whatever_its_case(tmp_path: Path) -> None:
    """Is a second file of the same name refused, also where only case tells them apart?"""
    with Writer(tmp_path / "site") as writer:
        writer.write("a.txt", "x")
        with pytest.raises(ValueError, match="written already"):
            writer.write("a.txt", "y")
        with pytest.raises(ValueError, match="share a file"):
            writer.write("A.txt", "y")


def test_what_xml_cannot_hold_is_left_out_or_marked(tmp_path: Path) -> None:
    """Is a graph with a form feed in its words whole in every format but RDF/XML, and GraphML still XML?"""
    text = (GRAPHS / "CTOC-COP-WG.4-2010-6.trig").read_text("utf-8")
    words = 'rap:nameAsWritten "Albania"'
    assert words in text
    (tmp_path / "hostile.trig").write_text(text.replace(words, 'rap:nameAsWritten "Al\\fbania"', 1), "utf-8")
    site = read_site(tmp_path)
    files = report_files(site.reports[0], site)
    name = site.reports[0].name
    assert f"{name}.rdf" not in files and f"{name}.evidence.rdf" in files
    assert {f"{name}.{ending}" for ending in ("ttl", "nt", "jsonld", "trig", "nq", "graphml")} <= files.keys()
    assert "Al\fbania" in str(files[f"{name}.participations.csv"])
    ElementTree.fromstring(str(files[f"{name}.graphml"]).encode())


def test_a_file_that_somebody_put_into_a_publication_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Is a publication with a further file refused before anything is written, and the file named and left there?"""
    out = tmp_path / "site"
    with Writer(out) as writer:
        writer.write("index.html", "x")
        writer.write("SHA256SUMS", "0  index.html\n")
    require_no_strangers(out)
    (out / "id").mkdir()
    (out / "id" / "robots.txt").write_text("mine")
    with pytest.raises(SystemExit) as left:
        main(["publish", str(out), "--from", str(GRAPHS)])
    assert left.value.code == 2 and "A publication that holds other files: id/robots.txt." in capsys.readouterr().err
    assert (out / "id" / "robots.txt").read_text() == "mine"


def test_the_command_refuses_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Does the command line say what is wrong with a folder, where, and what to do, and leave with 2?"""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(SystemExit) as left:
        main(["publish", str(tmp_path), "--from", str(GRAPHS)])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "A folder that holds other files." in said and str(tmp_path) in said and "To do:" in said


def test_graphs_of_another_base_are_refused() -> None:
    """Is a base that the graphs were not built with told, with what to do?"""
    with pytest.raises(UnusableInput, match="under another base"):
        read_site(GRAPHS, base="https://lamps.example/")
