"""Does a Dask cluster give the same files with the same bytes, even when a worker is killed half way?"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from many_sample import contents, copied, statuses, write_names, write_reports

from rapporteur.many import cluster
from rapporteur.many.cluster import UnusableCluster
from rapporteur.many.run import run_many
from rapporteur.many.values import ManyBuilt, Standing
from rapporteur.pipeline import build_many

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")


@pytest.fixture
def two_workers() -> Iterator[distributed.LocalCluster]:
    """A scheduler with two worker processes; one that dies is started again."""
    with distributed.LocalCluster(
        n_workers=2, processes=True, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", silence_logs=50
    ) as both:
        yield both


@pytest.mark.slow
def test_a_worker_killed_half_way_changes_nothing(two_workers: distributed.LocalCluster, tmp_path: Path) -> None:
    """Are all reports built with the bytes of the serial build, though one of two workers dies half way?"""
    reports = write_reports(tmp_path / "in", *range(8))
    (reports / "prose.md").write_text("Nothing here has a number.\n")
    with distributed.Client(two_workers, set_as_default=False) as client:
        pids = sorted(client.run(os.getpid).values())
    killed: list[int] = []

    def watch(at: Standing) -> None:
        if at.built == 4 and not killed:
            killed.append(pids[0])
            os.kill(pids[0], signal.SIGKILL)

    done = build_many([reports], tmp_path / "cluster", dask=two_workers.scheduler_address, progress=watch)
    assert killed and len(set(pids)) == 2
    told = statuses(done)
    assert told.pop("prose.md") == "failed"
    assert set(told.values()) == {"built"}, [result.fault for result in done.results]
    serial = build_many([reports], tmp_path / "serial", jobs=1)
    assert statuses(serial) == statuses(done)
    assert contents(tmp_path / "cluster") == contents(tmp_path / "serial")
    assert len(contents(tmp_path / "serial")) == 8 * 6 + 1


@pytest.mark.slow
def test_a_worker_with_other_code_is_told_of(
    two_workers: distributed.LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Is a report refused by a worker whose package is not the one that gives the work?"""
    monkeypatch.setattr(cluster, "code_fingerprint", lambda: "another version")
    reports = write_names(tmp_path / "in", a="A")
    done = _give(reports, tmp_path / "out", two_workers.scheduler_address)
    fault = done.results[0].fault
    assert fault and "another rapporteur" in fault.seen and not (tmp_path / "out" / "A.txt").exists()


def _give(reports: Path, out: Path, address: str) -> ManyBuilt:
    return run_many([reports], out, copied, base="https://a.example/", dask=address, watch=lambda at: None)


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is it said which extra to install?"""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UnusableCluster, match=r"rapporteur\[dask\]"):
        _give(write_names(tmp_path / "in", a="A"), tmp_path / "out", "tcp://127.0.0.1:8786")


def test_an_address_where_nobody_answers_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Are an address that is none, one where nothing listens, and one where something else does, said to be so?"""
    monkeypatch.setattr(cluster, "ANSWER", 1.0)
    reports = write_names(tmp_path / "in", a="A")
    with socket.create_server(("127.0.0.1", 0)) as mute:
        for address in ("nonsense", "tcp://127.0.0.1:1", f"tcp://127.0.0.1:{mute.getsockname()[1]}"):
            with pytest.raises(UnusableCluster, match="No scheduler answers") as refused:
                _give(reports, tmp_path / "out", address)
            assert refused.value.where == address


def test_a_style_in_a_file_stays_here(tmp_path: Path) -> None:
    """Is a style file of this machine refused, since the workers cannot see it?"""
    style = tmp_path / "own.toml"
    style.write_text("")
    with pytest.raises(UnusableCluster, match=r"own\.toml"):
        run_many(
            [write_names(tmp_path / "in", a="A")], tmp_path / "out", copied,
            base="https://a.example/", style=str(style), dask="tcp://127.0.0.1:1", watch=lambda at: None,
        )  # fmt: skip
