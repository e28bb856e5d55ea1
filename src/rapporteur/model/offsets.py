"""Offsets: runs of characters that stand side by side in, the offset of each character out.

A text of which some spaces were left out is a few hundred such runs; to write down fifty thousand offsets takes longer
than to find the run that one of them lies in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload


class Offsets(Sequence[int]):
    """The offsets of all characters of some runs, one run behind the other, as a tuple of them would be.

    >>> tuple(Offsets([range(3, 5), range(9, 11)]))
    (3, 4, 9, 10)
    """

    __slots__ = ("_runs", "_shifts", "_starts")

    def __init__(self, runs: Iterable[range]) -> None:
        """Runs of step 1 in reading order, none of them empty."""
        self._runs = tuple(runs)
        self._starts: list[int] = []
        self._shifts: list[int] = []
        at = 0
        for run in self._runs:
            self._starts.append(at)
            self._shifts.append(run.start - at)
            at += run.stop - run.start
        self._starts.append(at)

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self._runs)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        starts = self._starts
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(starts[-1])))
        if 0 <= index < starts[-1]:
            return index + self._shifts[bisect_right(starts, index) - 1]
        if not -starts[-1] <= index < 0:
            raise IndexError(f"no character {index} in a text of {starts[-1]}")
        return self[index + starts[-1]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Offsets({list(self._runs)})"
