"""A `Task` → its `Outcome`, in the process that does the work, here or on another machine.

Whatever goes wrong in one report is told as a `Fault` and does not stop the others.
"""

from __future__ import annotations

import hashlib
import traceback
from pathlib import Path
from threading import Lock
from types import TracebackType

from rapporteur.errors import RapporteurError
from rapporteur.many.fingerprint import code_fingerprint
from rapporteur.many.values import Fault, Outcome, Task, Work
from rapporteur.read.files import read_bytes

_ONE_AT_A_TIME = Lock()
"""A worker of a cluster may have several threads; neither rdflib's parsers nor pdfium like two at once."""


def answer(work: Work, task: Task) -> Outcome:
    """Build one report, or say why not."""
    with _ONE_AT_A_TIME, _Boundary(task) as boundary:
        boundary.outcome = _attempt(work, task)
    return boundary.outcome


def _attempt(work: Work, task: Task) -> Outcome:
    where = str(task.source.path)
    if task.code and task.code != code_fingerprint():
        return Fault(
            "The worker runs another rapporteur, or on other libraries or another Python.",
            where,
            "the code, data and versions of the machine that gives the work.",
            "Install the same package and constraints on every worker.",
        )
    data = task.data if task.data is not None else read_bytes(task.source.path)
    if hashlib.sha256(data).hexdigest() != task.sha256:
        return Fault(
            "The file changed while the work went on.",
            where,
            "a file that stays as it is until it is read.",
            "Run the same command again.",
        )
    return work(data, task.name, task.record, task.base)


class _Boundary:
    """Where an exception of one report ends: the line between one report and the others."""

    outcome: Outcome

    def __init__(self, task: Task) -> None:
        self._task = task

    def __enter__(self) -> _Boundary:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> bool:
        if isinstance(fault, RapporteurError):
            told = Fault.of(fault)
            self.outcome = Fault(told.seen, _placed(told.where, self._task), told.expected, told.remedy)
        elif isinstance(fault, Exception):
            last = traceback.extract_tb(at)[-1]
            self.outcome = Fault(
                f"The program failed: {type(fault).__name__}: {fault}",
                f"{self._task.source.path} ({Path(last.filename).name}, line {last.lineno})",
                "a report that the program can carry to its end.",
                "Tell the makers of rapporteur, with this message and the report.",
            )
        return isinstance(fault, Exception)


def _placed(where: str, task: Task) -> str:
    """A place that begins with the file's name, with its whole path instead."""
    return f"{task.source.path}{where.removeprefix(task.name)}" if where.startswith(task.name) else where
