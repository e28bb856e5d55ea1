"""Reading order: links and open mentions by place; what else tells two apart is asked only where places are equal.

Takes things and two keys, gives the things in the order of both. To print a target costs more than to compare places.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from itertools import groupby
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
    given = list(things)
    places = [place(thing) for thing in given]
    ordered: list[Thing] = []
    for _, group in groupby(sorted(range(len(given)), key=places.__getitem__), key=places.__getitem__):
        here = [given[number] for number in group]
        if len(here) > 1:
            once = here if same is None else list({same(thing): thing for thing in here}.values())
            here = sorted(once, key=else_by)
        ordered += here
    return ordered
