"""Lines and columns of a list that an annex prints: a passage in, its cells out.

A text as read keeps the lines and columns that a clean text has lost: a cell is a line, or what one column holds of
it. A name that goes over lines is one cell; so is that of a State which goes over the lines of a column, at its first
piece. Another one that does is in pieces, and they say so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapporteur.find.passages import Passage
from rapporteur.model import StateRef
from rapporteur.patterns import load_patterns

States = Callable[[str], tuple[StateRef, ...]]
"""The States that bear a name at the report's date."""

_COLUMNS = re.compile(r"[^\S\n]{3,}|\t")
_MARKS = " *†‡•·–-,;."
_HANGING = 8
"""How many characters the second line of a name may stand in from its first, at most."""
_HEAD = 4
"""How many characters a head stands in from the names below it, at least."""
_MOST_LINES = 4
"""Lines of a column that the name of a State may take."""
_SAME = 3
"""How many characters the cells of one column may stand apart."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a passage that one line, or one column of a line, holds.

    :ivar line: number of its line in the list, from 0; ``column`` counts characters from the beginning of the line.
    :ivar apart: a blank line, or another column, stands before it.
    :ivar alone: its line has no other cell.
    :ivar broken: it holds a piece of a name only.
    :ivar heads: it stands apart and further in than the line below, as heads of lists do.
    :ivar name: the whole name of which it holds the first piece, and who bears it; ("", ()) else.
    """

    start: int
    end: int
    line: int
    column: int
    apart: bool
    alone: bool = True
    broken: bool = False
    heads: bool = False
    name: tuple[str, tuple[StateRef, ...]] = ("", ())


def cells(passage: Passage, start: int, states: States) -> list[Cell]:
    """The cells of the text from index ``start`` on, in reading order."""
    text, source, offsets = passage.text, passage.report.source.text, passage.clean.offsets
    found: list[Cell] = []
    at, apart, line = start, True, 0

    def add(end: int) -> None:
        low = at
        while low < end and text[low] in _MARKS:
            low += 1
        high = end
        while high > low and text[high - 1] in " *†‡":
            high -= 1
        if low < high:
            column = offsets[low] - (source.rfind("\n", 0, offsets[low]) + 1)
            found.append(Cell(low, high, line, column, apart))

    for i in range(start, len(text) - 1):
        if text[i] != " " or i == 0:
            continue
        gap = source[offsets[i - 1] + 1 : offsets[i + 1]]
        turns = "\n" in gap
        if turns or _COLUMNS.search(gap):
            add(i)
            at, apart, line = i + 1, not turns or gap.count("\n") > 1, line + turns
    add(len(text))
    held = Counter(cell.line for cell in found)
    found = [replace(cell, alone=held[cell.line] == 1) for cell in found]
    return _headed(list(_joined(passage, _broken(passage, _over_lines(passage, found, states)))))


def _over_lines(passage: Passage, found: Sequence[Cell], states: States) -> list[Cell]:
    """The cells, those that one column's lines hold of the name of a State made one: its first, with the whole name.

    So is a cell whose name is none to the words of the next column or, ending in "of", of the next line, which stand
    right behind it in a clean text.
    """
    at_line: dict[int, list[Cell]] = defaultdict(list)
    for cell in found:
        at_line[cell.line].append(cell)
    named = {name.at for name in passage.names if name.kind == "state"}
    gone: set[Cell] = set()
    whole: dict[Cell, Cell] = {}
    run_on = False
    for cell in found:
        chain: list[Cell] = []
        below: Cell | None = None if cell in gone else cell
        while below is not None and len(chain) < _MOST_LINES:
            chain.append(below)
            words = " ".join(passage.text[c.start : c.end] for c in chain).replace("- ", "-")
            known = len(chain) == 1 and (cell.start, cell.end) in named
            first = len(chain) == 1
            inverted = first and ", " in words and words.endswith((" of", " of the"))
            parted = first and (inverted or run_on)
            bearers = () if known or (all(c.alone for c in chain) and not parted) else states(words)
            run_on = inverted if first else run_on
            if bearers:
                whole[cell] = replace(cell, name=(words, bearers))
                gone |= {*chain[1:]}
                break
            below = _below(chain, at_line)
    return [whole.get(cell, cell) for cell in found if cell not in gone]


def _below(chain: Sequence[Cell], at_line: dict[int, list[Cell]]) -> Cell | None:
    """The cell right below the last of a chain, in its column: no further out than the first, and little further in."""
    first, last = chain[0], chain[-1]
    below = at_line.get(last.line + 1, ())
    return next((c for c in below if -_SAME < c.column - first.column <= _HANGING), None)


def _goes_on(passage: Passage, cell: Cell) -> bool:
    """Does the name in a cell end in another one?"""
    text = passage.text[cell.start : cell.end]
    ends = load_patterns("annexes")["annex/goes-on"].regex.search(text)
    return ends is not None or text.count("(") > text.count(")")


def _goes_back(passage: Passage, cell: Cell) -> bool:
    """Does the name in a cell begin in another one?"""
    text = passage.text[cell.start : cell.end]
    return text[0].islower() or text[0] in "(&" or text.count("(") < text.count(")")


def _broken(passage: Passage, found: Sequence[Cell]) -> list[Cell]:
    """The cells, those marked that hold a piece of a name which goes over the lines of a column."""
    marked: set[Cell] = set()
    by_line: dict[int, list[Cell]] = defaultdict(list)
    for cell in found:
        by_line[cell.line].append(cell)
    for cell in found:
        if cell.name[1]:
            continue
        for step, broken in ((1, _goes_on(passage, cell)), (-1, _goes_back(passage, cell))):
            if not broken:
                continue
            beside = by_line.get(cell.line + step, [])
            near = (o for o in beside if abs(o.column - cell.column) <= _SAME and not o.name[1])
            other = next(near, None)
            if not cell.alone or (other is not None and not other.alone):
                marked |= {cell, *([other] if other is not None else [])}
    return [replace(cell, broken=cell in marked) for cell in found]


def _joined(passage: Passage, found: Sequence[Cell]) -> Iterator[Cell]:
    """The cells, those joined that one name goes over."""
    last: Cell | None = None
    for cell in found:
        if last is not None and _one(passage, last, cell):
            last = replace(last, end=cell.end, line=cell.line)
            continue
        if last is not None:
            yield last
        last = cell
    if last is not None:
        yield last


def _one(passage: Passage, last: Cell, cell: Cell) -> bool:
    """Do two cells that follow each other hold one name?"""
    if last.name[1] or cell.name[1]:
        return False
    if any(n.at[0] < last.end and n.at[1] > cell.start for n in passage.names if n.kind != "instrument"):
        return True
    if cell.apart or last.broken or cell.broken or not (last.alone and cell.alone):
        return False
    hangs = 0 < cell.column - last.column <= _HANGING
    return hangs or _goes_on(passage, last) or _goes_back(passage, cell)


def _headed(found: list[Cell]) -> list[Cell]:
    """The cells, those marked that stand where heads do."""
    after = [*found[1:], None]
    return [
        replace(cell, heads=bool(cell.apart and cell.alone and n is not None and cell.column >= n.column + _HEAD))
        for cell, n in zip(found, after, strict=True)
    ]
