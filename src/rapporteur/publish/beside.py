"""Parts of a publication made in a second process: parts in, what each gave and the files that it wrote out.

The process is a fork, so that it has all that was read without reading it again. Each part answers with its CPU
seconds, its value and its files; an error there is raised here. Neither process outlives the other: the second ends as
soon as the pipe that the first holds open is closed, whatever closed it.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from time import process_time
from types import TracebackType
from typing import Any

from rapporteur.errors import RapporteurError, UnwritableOutput
from rapporteur.publish.site import Site
from rapporteur.publish.writer import Writer

Part = tuple[str, Callable[[Site, Writer], Any]]
"""What it is called, and what writes it; its value is for other parts."""


def can_be_two(site: Site) -> bool:
    """Whether a second process can work here: a system that forks, two cores, and graphs that lie in files.

    The engine of an open store has threads, which a fork does not take along.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    forks = sys.platform == "linux" and not multiprocessing.current_process().daemon
    return forks and cores > 1 and all(report.source.file is not None for report in site.reports)


class InTurn:
    """The same parts one after the other in this process, each when it is asked for or at the end."""

    def __init__(self, parts: Sequence[Part], site: Site, writer: Writer, say: Callable[[str], None]) -> None:
        self._left, self._site, self._writer, self._say = [*parts], site, writer, say
        self._values: dict[str, Any] = {}
        self.spent: dict[str, float] = {}

    def __enter__(self) -> InTurn:
        return self

    def __exit__(self, *left: object) -> None:
        pass

    def value(self, name: str) -> Any:
        """What a part gave, once it is done."""
        while name not in self._values:
            self._next()
        return self._values[name]

    def finish(self) -> None:
        """Wait until all is written."""
        while self._left:
            self._next()

    def _next(self) -> None:
        name, write = self._left.pop(0)
        self._say(name)
        begun = process_time()
        self._values[name] = write(self._site, self._writer)
        self.spent[name] = process_time() - begun


class Beside:
    """Parts made in a second process from when the block is entered; ended with it.

    :ivar spent: CPU seconds of each part that is done.
    """

    def __init__(self, parts: Sequence[Part], site: Site, writer: Writer) -> None:
        self._parts, self._site, self._writer = parts, site, writer
        self._left = [name for name, _ in parts]
        self._values: dict[str, Any] = {}
        self.spent: dict[str, float] = {}

    def __enter__(self) -> Beside:
        context = multiprocessing.get_context("fork")
        self._answers, answering = context.Pipe(duplex=False)
        held, self._holding = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_make, args=(self._parts, self._site, self._writer, answering, held, self._holding), daemon=True
        )
        gc.freeze()  # what is shared is not looked through for garbage, which would copy it
        try:
            self._process.start()
        finally:
            gc.unfreeze()
        answering.close()
        held.close()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._holding.close()
        if kind is not None:
            self._process.terminate()
        self._process.join()
        self._answers.close()

    def value(self, name: str) -> Any:
        """What a part gave, once it is done.

        :raises RapporteurError: what a part there raised; `UnwritableOutput` where the process was ended.
        """
        while name not in self._values:
            self._next()
        return self._values[name]

    def finish(self) -> None:
        """Wait until all is written; raises as `value`."""
        while self._left:
            self._next()

    def _next(self) -> None:
        try:
            told = self._answers.recv()
        except EOFError:
            self._process.join()
            raise UnwritableOutput(
                f"The process that wrote the data was ended (exit code {self._process.exitcode}).",
                where=str(self._writer.out),
                expected="that it writes all of it; a system that runs out of memory ends the largest process.",
                remedy="Publish fewer reports at a time, or with one process (--jobs 1); the old publication is there.",
            ) from None
        if told[0] is None:
            raise _raised(*told[1:])
        name, self._values[name], self.spent[name], files = told
        self._left.remove(name)
        self._writer.take(files)


def _make(
    parts: Sequence[Part], site: Site, writer: Writer, answers: Connection, held: Connection, holding: Connection
) -> None:
    """The work of the second process."""
    holding.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells both; the first ends the second
    threading.Thread(target=_end_with, args=(held,), daemon=True).start()
    before = set(writer.files)
    try:
        for name, write in parts:
            begun = process_time()
            value = write(site, writer)
            files = {path: said for path, said in writer.files.items() if path not in before}
            before |= files.keys()
            answers.send((name, value, process_time() - begun, files))
    except RapporteurError as fault:
        answers.send((None, type(fault), (fault.seen, fault.where, fault.expected, fault.remedy)))
    except Exception:
        answers.send((None, RuntimeError, (traceback.format_exc(),)))


def _end_with(held: Connection) -> None:
    """End this process when the other is gone."""
    with contextlib.suppress(EOFError, OSError):
        held.recv()
    os._exit(1)


def _raised(kind: type[Exception], said: tuple[str, ...]) -> Exception:
    if issubclass(kind, RapporteurError):
        seen, where, expected, remedy = said
        return kind(seen, where=where, expected=expected, remedy=remedy)
    return kind(*said)
