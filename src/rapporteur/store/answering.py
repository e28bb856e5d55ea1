"""Threads in which an engine answers: a question in, the promise of its answer out.

A question may never end, so whoever asks waits outside of it, and no thread keeps the process from ending. A thread is
kept for the next question: one that is new has no memory of its own yet, which costs a short question a fifth of its
time (measured with Oxigraph 0.5.13).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

_T = TypeVar("_T")
_Asked = tuple[Callable[[], Any], "Future[Any]"]

_KEPT = 16
"""About so many threads wait for work at most; others end when they have answered."""
_IDLE: list[SimpleQueue[_Asked]] = []
"""Where threads without work wait for it."""

if hasattr(os, "register_at_fork"):  # not on Windows, where no process is forked
    os.register_at_fork(after_in_child=_IDLE.clear)  # one that is has none of the threads


def promised(answer: Callable[[], _T]) -> Future[_T]:
    """What ``answer`` will give, or raise; it is called in another thread."""
    coming: Future[_T] = Future()
    try:
        waiting = _IDLE.pop()
    except IndexError:
        waiting = SimpleQueue()
        Thread(target=_work, args=(waiting,), daemon=True).start()
    waiting.put((answer, coming))
    return coming


def _work(waiting: SimpleQueue[_Asked]) -> None:
    """Answer one question after another, for as long as the thread is kept."""
    while _answer(*waiting.get(), waiting):
        pass


def _answer(answer: Callable[[], Any], coming: Future[Any], waiting: SimpleQueue[_Asked]) -> bool:
    """Keep the promise; the thread is free again before whoever waits hears of it, so that the next has it.

    Gives whether the thread is kept.
    """
    asked = coming.set_running_or_notify_cancel()
    found, fault = None, None
    try:
        found = answer() if asked else None
    except BaseException as raised:  # raised again where it is awaited
        fault = raised
    kept = len(_IDLE) < _KEPT
    if kept:
        _IDLE.append(waiting)
    if fault is not None:
        coming.set_exception(fault)
    elif asked:
        coming.set_result(found)
    return kept
