"""How the server bears load: 32 clients with the carried questions, first among themselves, then beside hostile ones.

``python bench/serve.py [SECONDS [CLIENTS]]``; 60 seconds a round and 32 clients without numbers. In the second round
one client in ten sends queries that never end, each with a text of its own; one in ten sends bodies of 10 MB; one in
ten hangs up in the middle. Prints requests, errors, median and 95th percentile of the honest clients, and the memory of
the server with its workers. Clients and server share the machine.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from rapporteur.query import list_queries
from rapporteur.store import load, open_store

REPORT = Path(__file__).parent.parent / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
ENDLESS = "SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i && ?b != <x:{}>) }}"
BODY = b"#" * (10 * 2**20)
LIMIT = 10
"""Seconds that a query may take."""


@dataclass
class Told:
    """What the clients of a round met.

    :ivar times: seconds of each honest request; ``errors`` what was not answered with 200.
    :ivar hostile: statuses that the hostile clients got, and how often.
    :ivar memory: MiB of all processes of the server, every two seconds.
    """

    times: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    hostile: dict[str, int] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)


def requests() -> list[str]:
    """Addresses of the carried questions, by their names and as queries, with their examples."""
    found = []
    for query in list_queries():
        params = {p.name: p.example for p in query.parameters if p.example}
        found.append(f"/api/{query.name}.json?{urlencode(params)}")
        found.append(f"/sparql?{urlencode({'query': query.text})}")
    return found


class Connection:
    """A connection that is kept, as light as can be, so that clients take little of the machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, request: bytes) -> int:
        """The status of the answer, its body read to the end."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(request)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        if "transfer-encoding: chunked" in head.lower():
            while size := int(await reader.readuntil(b"\r\n"), 16):
                await reader.readexactly(size + 2)
            await reader.readexactly(2)
        else:
            length = re.search(r"(?i)content-length: (\d+)", head)
            await reader.readexactly(int(length[1]) if length else 0)
        if "connection: close" in head.lower():
            await self.close()
        return int(head.split(" ", 2)[1])

    async def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def get(address: str) -> bytes:
    """A GET."""
    return f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


async def honest(port: int, until: float, addresses: list[str], told: Told) -> None:
    """Ask one question after the other, and count what each takes."""
    connection = Connection(port)
    while time.monotonic() < until:
        address = random.choice(addresses)
        begun = time.perf_counter()
        try:
            status = await asyncio.wait_for(connection.send(get(address)), 60)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as fault:
            status = 0
            told.errors.append(f"{type(fault).__name__} at {address[:60]}")
            await connection.close()
        else:
            told.times.append(time.perf_counter() - begun)
        if status not in (0, 200):
            told.errors.append(f"{status} at {address[:60]}")
    await connection.close()


async def hostile(port: int, until: float, kind: str, told: Told) -> None:
    """Ask without end, send too much, or leave."""
    while time.monotonic() < until:
        connection = Connection(port)
        query = get(f"/sparql?{urlencode({'query': ENDLESS.format(random.random())})}")
        said = "left"
        try:
            if kind == "endless":
                said = str(await asyncio.wait_for(connection.send(query), 60))
            elif kind == "body":
                head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(BODY)}\r\n"
                said = str(
                    await connection.send(f"{head}Content-Type: application/sparql-query\r\n\r\n".encode() + BODY)
                )
            else:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(connection.send(query), random.uniform(0.01, 1))
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as fault:
            said = type(fault).__name__
        finally:
            await connection.close()
        told.hostile[f"{kind} {said}"] = told.hostile.get(f"{kind} {said}", 0) + 1


async def watch(pid: int, until: float, told: Told) -> None:
    """Look at the memory of the server."""
    while time.monotonic() < until:
        told.memory.append(memory_of(pid))
        await asyncio.sleep(2)


def memory_of(pid: int) -> float:
    """MiB that a process and those below it have for themselves (proportional set size)."""
    size = 0.0
    with contextlib.suppress(OSError):
        found = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text())
        size = int(found[1]) / 1024 if found else 0.0
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            size += sum(memory_of(int(child)) for child in children.read_text().split())
    return size


async def round_of(port: int, pid: int, seconds: float, clients: int, rough: bool) -> Told:
    """One round."""
    told, until, addresses = Told(), time.monotonic() + seconds, requests()
    each = max(1, clients // 10) if rough else 0
    work = [honest(port, until, addresses, told) for _ in range(clients - 3 * each)]
    work += [hostile(port, until, kind, told) for kind in ("endless", "body", "leaving") for _ in range(each)]
    await asyncio.gather(watch(pid, until, told), *work)
    return told


def tell(name: str, told: Told) -> float:
    """Print a round; gives the 95th percentile in seconds."""
    times = sorted(told.times)
    p95 = times[int(len(times) * 0.95)]
    half = len(told.memory) // 2
    early, late = statistics.median(told.memory[:half]), statistics.median(told.memory[half:])
    print(f"{name}: {len(times)} honest requests, {len(told.errors)} errors")
    print(f"  seconds: median {statistics.median(times):.3f}   p95 {p95:.3f}   longest {times[-1]:.3f}")
    print(f"  memory of the server: {early:.0f} MiB in the first half, {late:.0f} in the second")
    for what in sorted(set(told.errors)):
        print(f"  error: {what} ({told.errors.count(what)} times)")
    if told.hostile:
        print("  hostile: " + ", ".join(f"{what} {number}" for what, number in sorted(told.hostile.items())))
    return p95


def main() -> None:
    """Both rounds on one server."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 32
    with tempfile.TemporaryDirectory() as folder:
        list(load(open_store(Path(folder) / "store"), [REPORT]))
        code = "from rapporteur.cli import main; main()"
        command = [sys.executable, "-c", code, "serve", f"{folder}/store", "--port", "0", "--timeout", str(LIMIT)]
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, env={**os.environ, "NO_COLOR": "1"}
        ) as server:
            try:
                assert server.stderr is not None
                found = re.search(r":(\d+) ", server.stderr.readline())
                assert found is not None, "the server does not start"
                port = int(found[1])
                asyncio.run(warm(port))
                calm = tell("Calm", asyncio.run(round_of(port, server.pid, seconds, clients, rough=False)))
                rough = tell("Rough", asyncio.run(round_of(port, server.pid, seconds, clients, rough=True)))
                print(f"p95 rough by calm: {rough / calm:.1f}   bar: at most 5")
            finally:
                server.terminate()
                server.stderr.close()


async def warm(port: int) -> None:
    """Ask everything once."""
    for _ in range(100):
        with contextlib.suppress(OSError):
            connection = Connection(port)
            for address in requests():
                await connection.send(get(address))
            await connection.close()
            return
        await asyncio.sleep(0.2)


if __name__ == "__main__":
    main()
