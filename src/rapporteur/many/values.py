"""What the room hands about: a `Task` for a worker, its `Outcome`, a `Result` a source, `Standing` for who watches.

None of them holds a graph. An `Outcome` holds the bytes of six files and lives until they are written; a `Result` is
small, so that a thousand of them are nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rapporteur.errors import RapporteurError
from rapporteur.model import Record

Status = Literal["built", "kept", "clash", "failed"]
"""``kept``: built before, from the same. ``clash``: another source has its name. ``failed``: no graph came of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why no graph came of a source, in the four parts of every message."""

    seen: str
    where: str
    expected: str
    remedy: str

    @classmethod
    def of(cls, error: RapporteurError) -> Fault:
        """The four parts that an error carries."""
        return cls(error.seen, error.where, error.expected, error.remedy)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to build.

    :ivar order: its place among the sources, from 0, which does not depend on the order they were given in.
    :ivar label: what messages and the index call it: its path from the folder that all sources lie in, with strokes.
    """

    order: int
    label: str
    path: Path


@dataclass(frozen=True, slots=True)
class Task:
    """One report to build, as it goes to a worker.

    :ivar name: the file's name, which tells the format where the bytes do not.
    :ivar sha256: of the file as it was when the work was planned.
    :ivar record: what is known besides the text.
    :ivar base: what IRIs begin with.
    :ivar data: the file's bytes where the worker cannot see the file.
    :ivar code: the fingerprint that the worker's code must have; "" where it is the same installation.
    """

    source: Source
    name: str
    sha256: str
    record: Record
    base: str
    data: bytes | None = field(default=None, repr=False)
    code: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A build as the bytes of its files.

    :ivar name: what the files are called, NAME.
    :ivar row: what the index tells of it, as plain values.
    """

    name: str
    files: Mapping[str, bytes] = field(repr=False)
    row: Mapping[str, Any] = field(repr=False)


Outcome = Rendered | Fault
"""What comes back for a task."""

Work = Callable[[bytes, str, Record, str], Rendered]
"""Bytes of a report, its file name, its record and the base → its files. A function of a module, so that it can be
named to another process."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source.

    :ivar name: what its files are called; "" where it failed.
    :ivar counts: sections, paragraphs, recommendations, links and so on.
    :ivar findings: how many findings the report and the check of its graph gave; a list of them is in the index.
    :ivar not_read: how many passages were not read.
    :ivar fault: why no graph came of it, for a clash and a failure.
    :ivar note: what else a person should know.
    """

    source: str
    path: Path
    status: Status
    name: str = ""
    symbol: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    findings: int = 0
    warnings: int = 0
    not_read: int = 0
    fault: Fault | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the work has come.

    :ivar under_way: labels of what is being built now, in the order of the sources.
    """

    total: int
    built: int
    kept: int
    failed: int
    under_way: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many sources need no more work."""
        return self.built + self.kept + self.failed


Watch = Callable[[Standing], None]


@dataclass(frozen=True, slots=True)
class ManyBuilt:
    """What became of all sources.

    :ivar results: one a source, in the order of their labels.
    :ivar aside: files of the folders that are no reports to read, by ending, and how many.
    :ivar index: the file that lists the sources with what was found in each.
    """

    results: tuple[Result, ...]
    aside: Mapping[str, int]
    index: Path

    def count(self, *statuses: Status) -> int:
        """How many results have one of these statuses."""
        return sum(result.status in statuses for result in self.results)

    @property
    def good(self) -> bool:
        """Did every source become a graph without findings?"""
        return not any(result.fault or result.findings for result in self.results)


class Stopped(KeyboardInterrupt):
    """The work was stopped with Ctrl-C; what was written is whole.

    :ivar standing: how far it had come.
    """

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        super().__init__(f"stopped after {standing.done} of {standing.total}")
