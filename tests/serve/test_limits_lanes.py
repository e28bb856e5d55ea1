"""Do clients take turns, and does a server that loses its processes get others?"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest
from calling import Calling
from hypothesis import given, settings
from hypothesis import strategies as st

from rapporteur.serve import Settings, make_app
from rapporteur.serve.fairness import FairQueue


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.booleans()), max_size=60), st.integers(0, 8))
@settings(max_examples=100, deadline=None)
def test_a_queue_never_holds_too_many_and_loses_nothing_unsaid(steps: list[tuple[str, bool]], room: int) -> None:
    """Is there never more than there is room for, and does each thing come out, or is given back, exactly once?"""
    queue = FairQueue[int](room)
    waiting: set[int] = set()
    for number, (client, takes) in enumerate(steps):
        if takes:
            taken = queue.take()
            assert (taken is None) == (not waiting)
            waiting.discard(taken if taken is not None else -1)
        else:
            waiting.add(number)
            lost = queue.put(client, number)
            if lost is not None:
                waiting.remove(lost)
        assert len(queue) == len(waiting) <= room
    rest = [queue.take() for _ in range(len(queue))]
    assert set(rest) == waiting and queue.take() is None


def test_a_newcomer_is_let_in_where_another_has_many() -> None:
    """Does the client with most give way to one that has none, and is the newcomer next after one turn?"""
    queue = FairQueue[str](4)
    assert [queue.put("many", f"m{n}") for n in range(5)] == [None] * 4 + ["m4"]
    assert queue.put("new", "n0") == "m3"
    assert [queue.take(), queue.take()] == ["m0", "n0"]
    assert queue.put("new", "n1") is None
    assert queue.drop("new", "n1") and not queue.drop("new", "n1")


def test_a_client_with_one_query_does_not_wait_for_all_of_another(ferry_store: Path) -> None:
    """Is the one query of a client answered before most of the forty that another host has waiting?"""
    settings_ = Settings(ferry_store, workers=1, long_workers=1, waiting=64)
    with Calling(make_app(settings_)) as ferry:
        lanes = ferry.app.state.service.lanes

        async def race() -> int:
            from rapporteur.serve.jobs import Sparql

            done: list[str] = []

            async def one(client: str, number: int) -> None:
                query = f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o FILTER(STRLEN(STR(?o)) != {number + 100000}) }}"
                await lanes.run(Sparql(query), client, None)
                done.append(client)

            many = [asyncio.create_task(one("many", number)) for number in range(40)]
            await asyncio.sleep(0)
            await asyncio.gather(one("single", 99), *many)
            return done.index("single")

        assert ferry.run(race()) <= 5


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for processes in /proc")
def test_a_server_that_lost_its_processes_gets_others(ferry_store: Path) -> None:
    """Is a query answered after the nursery, and with it every worker, was killed from outside?"""
    with Calling(make_app(Settings(ferry_store, workers=1, long_workers=1))) as ferry:
        assert ferry.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        nursery = ferry.app.state.service.lanes._nursery._process.pid
        os.kill(nursery, signal.SIGKILL)
        for _ in range(100):
            time.sleep(0.05)
            if "State:\tZ" in Path(f"/proc/{nursery}/status").read_text("utf-8"):
                break
        assert ferry.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
        assert ferry.app.state.service.lanes._nursery._process.pid != nursery


def test_a_nursery_has_one_thread(ferry_store: Path) -> None:
    """Is the process that workers are forked from free of threads, which a fork would not copy?"""
    with Calling(make_app(Settings(ferry_store, workers=1, long_workers=1))) as ferry:
        status = Path(f"/proc/{ferry.app.state.service.lanes._nursery._process.pid}/status")
        if not status.exists():
            pytest.skip("there is no /proc to look into")
        assert "Threads:\t1\n" in status.read_text("utf-8")
