"""Reading order: links and open mentions by place; what else tells two apart is asked only where places are equal.

Takes things and two keys, gives the things in the order of both. To print a target costs more than to compare places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, TypeVar

Thing = TypeVar("Thing")


def in_order(
    things: Iterable[Thing], place: Callable[[Thing], tuple[Any, ...]], else_by: Callable[[Thing], Any]
) -> list[Thing]:
    """The things sorted by ``place``, those at one place by ``else_by``, what is equal in both as it came.

    >>> in_order(["bb", "c", "a"], lambda word: (len(word),), str)
    ['a', 'c', 'bb']
    """
    ordered: list[Thing] = []
    for _, group in groupby(sorted(things, key=place), key=place):
        here = list(group)
        ordered += here if len(here) == 1 else sorted(here, key=else_by)
    return ordered
