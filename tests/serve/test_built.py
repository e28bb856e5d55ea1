"""Are built graphs that are served loaded once, and followed when they change?"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from rapporteur.errors import UnusableInput
from rapporteur.serve.built import store_of
from rapporteur.store import open_store

TEXT = """@prefix rap: <https://w3id.org/rapporteur/ontology#> .
<{id}document/LAMP/{n}/graph> {{ <{id}document/LAMP/{n}> a rap:Report ; rap:symbol "{symbol}" . }}
"""
ID = "https://w3id.org/rapporteur/id/"


def write(folder: Path, number: int, symbol: str = "") -> Path:
    """A built report of two triples."""
    folder.mkdir(exist_ok=True)
    file = folder / f"LAMP-{number}.trig"
    file.write_text(TEXT.format(id=ID, n=number, symbol=symbol or f"LAMP/{number}"), "utf-8")
    return file


def served(path: Path, read: list[str]) -> tuple[Path, list[str]]:
    """Where the store is, and the symbols of the reports that it holds while it is served.

    :param read: takes the names of the files that were read.
    """
    with store_of(path, lambda number, of, file: read.append(file.name)) as place:
        rows = (
            open_store(place)
            .select("SELECT ?s WHERE { ?r <https://w3id.org/rapporteur/ontology#symbol> ?s } ORDER BY ?s")
            .rows
        )
        return place, [row[0].value for row in rows if row[0] is not None]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rapporteur" / "serve"


def test_they_are_loaded_once_and_followed(tmp_path: Path) -> None:
    """Does a second server load nothing, and one after a change hold what the files hold, and nothing else?"""
    built, read = tmp_path / "built", list[str]()
    write(built, 1), write(built, 2)
    place, held = served(built, read)
    assert held == ["LAMP/1", "LAMP/2"] and read == ["LAMP-1.trig", "LAMP-2.trig"]
    assert served(built, read) == (place, held) and len(read) == 2
    write(built, 2, "LAMP/2/Rev.1"), write(built, 3), (built / "LAMP-1.trig").unlink()
    assert served(built, read) == (place, ["LAMP/2/Rev.1", "LAMP/3"]) and read[2:] == ["LAMP-2.trig", "LAMP-3.trig"]


def test_files_that_are_gone_leave_nothing(tmp_path: Path, cache: Path) -> None:
    """Is the store of a folder that was removed swept by the next server, but not while another has it?"""
    built, other = tmp_path / "built", tmp_path / "other"
    write(built, 1), write(other, 2)
    with store_of(built, lambda *step: None) as place:
        shutil.rmtree(built)
        served(other, [])
        assert place.is_dir()
    served(other, [])
    assert not place.exists() and len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("file", ["current", "rapporteur-store.json", "files", "one byte"])
def test_a_damaged_store_is_made_anew(tmp_path: Path, file: str) -> None:
    """Is a store whose own files or those of the engine are damaged made again, once, in its place?"""
    built, read = tmp_path / "built", list[str]()
    write(built, 1)
    place, held = served(built, [])
    files = sorted(place.rglob("*.sst"), key=lambda path: path.stat().st_size)
    if file == "one byte":
        files[-1].write_bytes(bytes([files[-1].read_bytes()[0] ^ 0xFF]) + files[-1].read_bytes()[1:])
    else:
        for damaged in files if file == "files" else [place / file]:
            damaged.write_text("no number", "ascii")
    assert served(built, read) == (place, held) and read == ["LAMP-1.trig"]
    assert served(built, read) == (place, held) and len(read) == 1


def test_a_damaged_store_that_another_serves_is_left(tmp_path: Path) -> None:
    """Is it not taken from under the other, and are the graphs served from a temporary store that is gone after?"""
    built = tmp_path / "built"
    write(built, 1)
    with store_of(built, lambda *step: None) as place:
        (place / "current").write_text("no number", "ascii")
        again, held = served(built, [])
        assert held == ["LAMP/1"] and again != place and not again.exists()
        assert (place / "current").read_text("ascii") == "no number"


def test_without_a_cache_the_store_is_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are graphs served where the cache is no folder, and is the temporary store gone after?"""
    built = tmp_path / "built"
    write(built, 1)
    (tmp_path / "file").write_text("", "ascii")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    again, held = served(built, [])
    assert held == ["LAMP/1"] and not again.exists()


def test_what_is_no_built_graph_is_refused(tmp_path: Path) -> None:
    """Is a broken file told, and is it read again once it is mended?"""
    file = write(tmp_path / "built", 1)
    whole = file.read_text("utf-8")
    file.write_text(whole[:-20], "utf-8")
    with pytest.raises(UnusableInput, match="broken"):
        served(file, [])
    file.write_text(whole, "utf-8")
    os.utime(file, ns=(1, 1))
    assert served(file, [])[1] == ["LAMP/1"]
