"""Faults on disk: is a store that is held, foreign, old, damaged or full told, and nothing in it overwritten?"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from small import ID, build, command, symbol

from rapporteur.errors import UnusableStore
from rapporteur.store import load, open_store, verify
from rapporteur.store.folder import MARK, StoreFolder


def state(folder: Path) -> dict[str, str]:
    """The hash of every file below a folder, but for who holds the lock, and the journal."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ("journal.log", "lock")
    }


def sst(place: Path) -> Path:
    """The largest file of the current generation that holds triples."""
    return max((place / "generations").rglob("*.sst"), key=lambda path: path.stat().st_size)


def test_a_second_writer_is_told_who_holds_the_lock(place: Path, tmp_path: Path) -> None:
    """Does the message name process, host and verb, and does a reader go on meanwhile?"""
    file = build(tmp_path, 3)
    with pytest.raises(ZeroDivisionError), StoreFolder(place).writing("replace"):
        with pytest.raises(UnusableStore) as caught:
            list(load(open_store(place), [file]))
        assert f"process {os.getpid()} on " in caught.value.seen and "`store replace`" in caught.value.seen
        other = command("store", "load", str(file), "--store", str(place))
        assert other.returncode == 2 and f"process {os.getpid()} on " in other.stderr
        assert len(open_store(place).entries()) == 8
        raise ZeroDivisionError
    assert [outcome.done for outcome in load(open_store(place), [file])][-1] == "loaded", "free again after an error"


def test_a_folder_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    """Is a folder with other files, and a file, refused, whatever the verb?"""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", "utf-8")
    file = build(tmp_path / "built", 1)
    for verb in (
        ["load", str(file)],
        ["remove", "x"],
        ["backup", "x.nq"],
    ):
        done = command("store", *verb, "--store", str(tmp_path / "mine"))
        assert done.returncode == 2 and "nothing was written" in done.stderr, verb
    assert state(tmp_path / "mine") == {"thesis.txt": hashlib.sha256(b"mine").hexdigest()}
    done = command("store", "load", str(file), "--store", str(tmp_path / "mine" / "thesis.txt"))
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_a_store_of_another_version_is_left_alone(place: Path, tmp_path: Path) -> None:
    """Is the version named, and nothing changed?"""
    said = json.loads((place / MARK).read_text("utf-8"))
    (place / MARK).write_text(json.dumps(said | {"layout": 99, "writer": "9.9.9"}), "utf-8")
    before = state(place)
    for verb in (["load", str(build(tmp_path, 3))], ["list"]):
        done = command("store", *verb, "--store", str(place))
        assert done.returncode == 2 and "layout 99, written by rapporteur 9.9.9" in done.stderr
    assert state(place) == before


@pytest.mark.parametrize("harm", ["half", "gone", "noise", "no manifest", "no number", "no generation", "no mark"])
def test_a_damaged_store_is_told_and_nothing_overwritten(place: Path, tmp_path: Path, harm: str) -> None:
    """Is every kind of damage told by `verify` and by `replace`, with what to do?"""
    victim = sst(place)
    match harm:
        case "half":
            victim.write_bytes(victim.read_bytes()[: victim.stat().st_size // 2])
        case "gone":
            victim.unlink()
        case "noise":
            data = bytearray(victim.read_bytes())
            for at in range(0, len(data) - 200, 50):
                data[at] ^= 0xFF
            victim.write_bytes(data)
        case "no manifest":
            next(victim.parent.glob("MANIFEST-*")).unlink()
        case "no number":
            (place / "current").write_text("seven", "ascii")
        case "no generation":
            (place / "current").write_text("77", "ascii")
        case "no mark":
            (place / MARK).write_text("{", "utf-8")
    before = state(place)
    with pytest.raises(UnusableStore, match="damaged"):
        list(verify(open_store(place)))
    with pytest.raises(UnusableStore, match="damaged"):
        list(load(open_store(place), [build(tmp_path, 1, word="barges")], replace=True))
    assert state(place) == before


def test_damage_that_no_question_meets_is_told(place: Path) -> None:
    """Is every file compared with what was written, and a question ended that would go on for ever over damage?

    That question is asked in another process: the engine goes on with it, and takes memory, until the process ends.
    """
    files = [path for path in (place / "generations").rglob("*.sst") if path.stat().st_size > 5000]
    assert len(files) > 1
    for file in files:
        whole = file.read_bytes()
        file.write_bytes(bytes([whole[0] ^ 0xFF]) + whole[1:])
        with pytest.raises(UnusableStore, match=f"The file {file.name} is not as it was written"):
            open_store(place).check()
        file.write_bytes(whole)
    open_store(place).check()
    for file in files:
        data = bytearray(file.read_bytes())
        for at in range(0, len(data) // 2, 500):
            data[at] ^= 0xFF
        file.write_bytes(data)
    ask = (
        "import sys; from rapporteur.store import embedded, open_store; embedded._PATIENCE = 0.2; "
        "open_store(sys.argv[1]).select('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask, str(place)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1 and "UnusableStore: The store is damaged" in done.stderr, done.stderr


def test_a_store_of_an_earlier_version_has_no_sums(place: Path, tmp_path: Path) -> None:
    """Is a store whose files were never summed read and altered, and summed from then on?"""
    for sums in (place / "generations").rglob("sums.json"):
        sums.unlink()
    store = open_store(place)
    store.check()
    list(load(store, [build(tmp_path, 3)]))
    store.check()
    assert list(verify(store)) == [] and list((place / "generations").rglob("sums.json"))


def test_a_system_without_flock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no such lock, is a folder refused with what to use instead, and are files still answered?"""
    monkeypatch.setattr("rapporteur.store.folder.fcntl", None)
    with pytest.raises(UnusableStore, match="no flock") as caught:
        open_store(tmp_path / "store")
    assert "SPARQL server" in caught.value.remedy
    assert len(open_store(build(tmp_path, 1)).entries()) == 5


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
from rapporteur.cli import main
main(["store", "load", *sys.argv[1:]])
"""


def test_a_file_that_may_not_grow_leaves_the_old_state(place: Path, tmp_path: Path) -> None:
    """Where the system refuses more room in the middle of a write, is that told and the store as it was?"""
    file = build(tmp_path, 3, paragraphs=20_000)
    before = state(place)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(file), "--store", str(place)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 2 and "no room left" in done.stderr, done.stderr
    assert state(place) == before
    assert list(verify(open_store(place))) == []


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """On a small disk, is the last state kept, and does the same command work once there is room?"""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount a small disk here")
    try:
        place = str(disk / "store")
        assert command("store", "load", str(build(tmp_path, 1)), "--store", place).returncode == 0
        file = build(tmp_path, 2, paragraphs=60_000)
        done = command("store", "load", str(file), "--store", place)
        assert done.returncode == 2 and "no room left" in done.stderr, done.stderr
        assert "Traceback" not in done.stderr
        store = open_store(place)
        assert {e.document for e in store.entries() if not e.shared} == {f"{ID}document/{symbol(1)}"}
        assert list(verify(store)) == []
        subprocess.run(["mount", "-o", "remount,size=200m", str(disk)], check=True)
        assert command("store", "load", str(file), "--store", place).returncode == 0
        del store
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)
