"""Settings: what the one who starts the server may choose, with a safe default each."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server behaves.

    :ivar store: folder of a store; everything else is made into one before the server starts.
    :ivar seconds: that a query may take, waiting not counted, before its worker is killed.
    :ivar quick: seconds of a processor after which a query is a long one, and makes room for others.
    :ivar memory: bytes that a query may have, beside what its worker has when the store is open.
    :ivar rows: of one answer; triples where it is a graph.
    :ivar size: bytes of one answer.
    :ivar workers: processes for short queries: more than cores, so that the system shares the cores among them, and one
        that computes long leaves places for others.
    :ivar long_workers: processes for long queries, beside the others.
    :ivar waiting: queries that may wait in each lane; the next is told to come again.
    :ivar body: bytes of a request's body; ``url`` of its address with the query string.
    :ivar patience: seconds in which the headers, and then the body, of a request must have come.
    :ivar origins: web pages that may ask from a browser: ("*",) is every one, () none.
    :ivar pages: folder of a publication whose pages the IRIs lead to; None for the server's own.
    :ivar public: whether other machines can reach it.
    :ivar token: what a client must know to send updates; "" where none is taken.
    """

    store: Path
    seconds: float = 30.0
    quick: float = 1.0
    memory: int = 2**30
    rows: int = 100_000
    size: int = 64 * 2**20
    workers: int = 4 * (os.cpu_count() or 2)
    long_workers: int = max(2, (os.cpu_count() or 2) // 2)
    waiting: int = 128
    body: int = 2**20
    url: int = 16_384
    patience: float = 10.0
    connections: int = 1000
    origins: tuple[str, ...] = ("*",)
    pages: Path | None = None
    public: bool = False
    token: str = field(default="", repr=False)
