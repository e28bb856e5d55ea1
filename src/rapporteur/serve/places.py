"""Places: what lanes are made of: a ticket for a job on its way, and a lane with its places and who waits for one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from rapporteur.serve.fairness import FairQueue
from rapporteur.serve.jobs import Answer, Refusal
from rapporteur.serve.workers import Worker


@dataclass(eq=False, slots=True)
class Ticket:
    """One job on its way."""

    order: dict[str, Any]
    key: str
    client: str
    begun: float
    done: asyncio.Future[Answer | Refusal]
    left: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the client has gone."""
    patience: asyncio.TimerHandle | None = None
    """Ends the waiting for a place; cancelled where one is found, so that nothing is kept that is done."""

    def stop_waiting(self) -> None:
        """A place is found, or given up."""
        if self.patience is not None:
            self.patience.cancel()


class Lane:
    """Places for workers, and who waits for one."""

    def __init__(self, places: int, room: int) -> None:
        self.places = places
        self.busy = 0
        self.queue: FairQueue[Ticket] = FairQueue(room)
        self.idle: list[Worker] = []
        self.pressed = asyncio.Event()
        """Set while somebody waits."""

    @property
    def is_free(self) -> bool:
        """Whether a place is."""
        return self.busy < self.places

    def running(self) -> float:
        """How many run."""
        return self.busy

    def waiting(self) -> float:
        """How many wait."""
        return len(self.queue)
