"""Reading order: links and open mentions by place; what else tells two apart is asked only where places are equal.

Takes things and two keys, gives the things in the order of both. To print a target costs more than to compare places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import Any, TypeVar

Thing = TypeVar("Thing")


@lru_cache(maxsize=4096)
def printed(ref: Hashable) -> str:
    """A reference as Python prints it, which tells references at one place apart."""
    return str(ref)


def in_order(
    things: Iterable[Thing],
    place: Callable[[Thing], tuple[Any, ...]],
    else_by: Callable[[Thing], Any],
    same: Callable[[Thing], Hashable] | None = None,
) -> list[Thing]:
    """The things sorted by ``place``, those at one place by ``else_by``, what is equal in both as it came.

    :param same: of things at one place for which it gives the same value, only the last is kept.

    >>> in_order(["bb", "c", "a"], lambda word: (len(word),), str)
    ['a', 'c', 'bb']
    """
    by_place: dict[tuple[Any, ...], list[Thing]] = defaultdict(list)
    for thing in things:
        by_place[place(thing)].append(thing)
    ordered: list[Thing] = []
    for at in sorted(by_place):
        here = by_place[at]
        ordered += here if len(here) < 2 else _at_one_place(here, else_by, same)
    return ordered


def _at_one_place(
    here: list[Thing], else_by: Callable[[Thing], Any], same: Callable[[Thing], Hashable] | None
) -> list[Thing]:
    once = here if same is None else list({same(thing): thing for thing in here}.values())
    return sorted(once, key=else_by) if len(once) > 1 else once
