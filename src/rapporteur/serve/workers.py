"""Workers, as the server sees them: start one, hand it a job and wait for the answer, kill it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_START = 60.0
"""Seconds in which a worker must be ready."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker sent back: what it says, and the body or the file of it."""

    header: dict[str, Any]
    body: bytes | Path


class WorkerDiedError(Exception):
    """The process ended before it had answered."""


class Nursery:
    """The process that workers are forked from; see `rapporteur.serve.nursery`.

    :param spool: folder for long answers.
    """

    def __init__(self, store: Path, memory: int, spool: Path) -> None:
        self._spool = spool
        self._channel, theirs = socket.socketpair()
        command = [sys.executable, "-P", "-m", "rapporteur.serve.nursery"]
        self._process = subprocess.Popen(
            [*command, str(theirs.fileno()), str(store), str(memory)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            start_new_session=True,  # Ctrl-C is for the server, which ends its workers itself
        )
        theirs.close()

    async def worker(self) -> Worker:
        """A new worker, ready.

        :raises WorkerDiedError: if it does not become so.
        """
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._channel, [b"w"], [theirs.fileno()])
            except OSError as fault:
                ours.close()
                raise WorkerDiedError from fault
        ours.setblocking(False)
        reader, writer = await asyncio.open_connection(sock=ours, limit=2**20)
        worker = Worker(reader, writer, self._spool)
        try:
            async with asyncio.timeout(_START):
                await worker.greet()
        except (TimeoutError, WorkerDiedError) as fault:
            worker.kill()
            raise WorkerDiedError from fault
        return worker

    @property
    def is_there(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    async def close(self) -> None:
        """End it."""
        self._channel.close()
        await asyncio.to_thread(self._process.wait)


class Worker:
    """One process.

    :ivar walls: that stand around it; see `rapporteur.serve.walls`.
    :ivar asked: jobs so far.
    :ivar patient: whether it has stepped back behind the others, for a long query.
    :ivar peak: kilobytes of memory that it has had at most.
    """

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, spool: Path) -> None:
        self._reader = reader
        self._writer = writer
        self._spool = spool
        self._file: Path | None = None
        self._pid = 0
        self._handle = -1
        self.walls: tuple[str, ...] = ()
        self.asked = 0
        self.patient = False
        self.peak = 0

    async def greet(self) -> None:
        """Wait until it is ready."""
        said = await self._header()
        self.walls, self._pid = tuple(said["walls"]), said["pid"]
        if hasattr(os, "pidfd_open"):
            with contextlib.suppress(OSError):
                self._handle = os.pidfd_open(self._pid)

    async def ask(self, job: dict[str, Any]) -> Reply:
        """The reply to a job.

        :raises WorkerDiedError: if the process ends before.
        """
        self.asked += 1
        self._file = self._spool / f"{self._pid}-{self.asked}"
        try:
            self._writer.write(json.dumps({**job, "file": str(self._file)}).encode() + b"\n")
            await self._writer.drain()
        except OSError as fault:
            raise WorkerDiedError from fault
        header = await self._header()
        self.peak = header.pop("rss", 0)
        try:
            body: bytes | Path = await self._reader.readexactly(header.pop("length", 0))
        except (asyncio.IncompleteReadError, OSError) as fault:
            raise WorkerDiedError from fault
        if header.pop("in_file", False):
            body = self._file
        self._file = None
        return Reply(header, body)

    async def _header(self) -> dict[str, Any]:
        try:
            line = await self._reader.readuntil(b"\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError) as fault:
            raise WorkerDiedError from fault
        said: dict[str, Any] = json.loads(line)
        return said

    @property
    def is_there(self) -> bool:
        """Whether nothing says that the process has ended."""
        return not self._reader.at_eof() and not self._writer.is_closing()

    def computed(self) -> float | None:
        """Seconds of a processor that it has used; None where the system does not tell (no ``/proc``)."""
        try:
            fields = Path(f"/proc/{self._pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def step_back(self) -> None:
        """Let other processes go first from now on; there is no way back for one without privileges."""
        if not self.patient:
            self.patient = True
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._pid, 5)

    def kill(self) -> None:
        """End the process at once, whatever it does, and remove what it had written."""
        with contextlib.suppress(OSError):
            if self._handle >= 0:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
                os.close(self._handle)
            elif self._pid:
                os.kill(self._pid, signal.SIGKILL)
        self._handle, self._pid = -1, 0
        self._writer.close()
        if self._file is not None:
            self._file.unlink(missing_ok=True)
