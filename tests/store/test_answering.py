"""Threads that answer: is one kept for the next question, is a fault raised where it is awaited, may one fork?"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from queue import SimpleQueue

import pytest

from rapporteur.store import answering
from rapporteur.store.answering import promised


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """No thread waits yet, and none that a test leaves is asked by another."""
    kept = answering._IDLE[:]
    answering._IDLE.clear()
    yield
    answering._IDLE[:] = kept


def test_one_thread_answers_one_question_after_another() -> None:
    """Is the thread of the first asked again, and is it another than the one that asks?"""
    threads = {promised(threading.get_ident).result(10) for _ in range(20)}
    assert len(threads) == 1 and threading.get_ident() not in threads


def test_a_fault_is_raised_where_the_answer_is_awaited() -> None:
    """Is it the same fault, and does the thread answer the next?"""
    with pytest.raises(ZeroDivisionError):
        promised(lambda: 1 // 0).result(10)
    assert promised(lambda: "next").result(10) == "next"


def test_a_question_that_does_not_end_keeps_none_waiting() -> None:
    """Do others answer meanwhile, and does it answer in the end?"""
    go = threading.Event()
    slow = promised(lambda: go.wait(10))
    assert [promised(lambda n=n: n).result(10) for n in range(3)] == [0, 1, 2]  # type: ignore[misc]
    assert not slow.done()
    go.set()
    assert slow.result(10) is True


def test_a_promise_that_was_taken_back_costs_no_thread() -> None:
    """Is it passed over, and the next question answered by the same thread?"""
    taken_back: Future[str] = Future()
    after: Future[str] = Future()
    assert taken_back.cancel()
    waiting: SimpleQueue[answering._Asked] = SimpleQueue()
    waiting.put((lambda: "never", taken_back))
    waiting.put((lambda: "next", after))
    threading.Thread(target=answering._work, args=(waiting,), daemon=True).start()
    assert after.result(10) == "next"


def test_not_more_threads_are_kept_than_are_of_use() -> None:
    """Of many questions at the same time, do most threads end when they have answered?"""
    go = threading.Event()
    before = threading.active_count()
    asked = [promised(lambda: go.wait(10)) for _ in range(3 * answering._KEPT)]
    go.set()
    assert all(promise.result(10) for promise in asked)
    deadline = time.monotonic() + 10
    most = before + 2 * answering._KEPT
    while threading.active_count() > most and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() <= most and len(answering._IDLE) >= answering._KEPT


def _asked_in_a_fork(told: object) -> None:
    told.send(promised(lambda: "answered").result(10))  # type: ignore[attr-defined]


def test_a_process_that_is_forked_has_threads_of_its_own() -> None:
    """Is a question answered there, though the threads of its parent are gone?"""
    assert promised(lambda: 1).result(10) == 1
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_asked_in_a_fork, args=(there,))
    child.start()
    assert here.poll(20) and here.recv() == "answered"
    child.join(10)
    assert child.exitcode == 0
