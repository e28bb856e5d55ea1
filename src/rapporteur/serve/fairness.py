"""Fairness: a queue in which clients take turns, however many requests each of them has waiting."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import Generic, TypeVar

T = TypeVar("T")


class FairQueue(Generic[T]):
    """At most ``room`` things; the next is the oldest of the client whose turn it is.

    >>> queue = FairQueue[str](3)
    >>> queue.put("a", "a1"), queue.put("a", "a2"), queue.put("a", "a3")
    (None, None, None)
    >>> queue.put("b", "b1")  # the one with most has to give way
    'a3'
    >>> queue.take(), queue.take(), queue.take(), queue.take()
    ('a1', 'b1', 'a2', None)
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._waiting: OrderedDict[str, deque[T]] = OrderedDict()

    def __len__(self) -> int:
        return sum(len(own) for own in self._waiting.values())

    def put(self, client: str, thing: T) -> T | None:
        """Let a thing wait; gives back the one that there is no room for, which may be another."""
        own = self._waiting.get(client, ())
        lost: T | None = None
        if len(self) >= self._room:
            heaviest = max(self._waiting, key=lambda name: len(self._waiting[name]), default=client)
            if heaviest == client or len(self._waiting[heaviest]) <= len(own) + 1:
                return thing
            lost = self._waiting[heaviest].pop()
        self._waiting.setdefault(client, deque()).append(thing)
        return lost

    def take(self) -> T | None:
        """The next; None where nothing waits."""
        while self._waiting:
            client, own = self._waiting.popitem(last=False)
            if own:
                thing = own.popleft()
                if own:
                    self._waiting[client] = own
                return thing
        return None

    def drop(self, client: str, thing: T) -> bool:
        """Take a thing out; whether it was there."""
        own = self._waiting.get(client)
        if own is None or thing not in own:
            return False
        own.remove(thing)
        if not own:
            del self._waiting[client]
        return True
