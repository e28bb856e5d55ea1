"""Text in two columns, as ``pdftotext -layout`` sets them side by side → the same text in one.

Only running text is taken apart: its lines go on in the column below them, most begin in the middle of a sentence. Rows
of a table stay rows. A text without columns comes back as it is; one with columns is a new text, which offsets count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_PAGE = 60
"""Lines looked at together where no form feed parts them."""
_LEAST_LINES = 8
_GUTTER = 3
"""Columns of white space between two columns of text, at least."""
_NARROWEST = 18
"""Characters of a line of a column, on average."""


def in_one_column(text: str) -> str:
    """The text with each page of two columns set in one: the left one, then the right one."""
    if not re.search(r"\S {3,}\S", text):
        return text
    pages = [_in_one(lines) for lines in _pages(text)]
    return "".join(pages)


def _pages(text: str) -> Iterator[list[str]]:
    for page in re.split(r"(?<=\f)", text):
        lines = _LINE.findall(page)
        step = len(lines) if "\f" in text else _PAGE
        for start in range(0, len(lines), max(step, 1)):
            yield lines[start : start + step]


def _in_one(lines: list[str]) -> str:
    gutter = _gutter(lines)
    if gutter is None:
        return "".join(lines)
    out: list[str] = []
    band: list[str] = []
    for line in [*lines, None]:
        if line is not None and not line[max(0, gutter - _GUTTER) : gutter].strip():
            band.append(line)
            continue
        out += _unfolded(band, gutter)
        band = []
        if line is not None:
            out.append(line)
    return "".join(out)


def _unfolded(band: list[str], gutter: int) -> list[str]:
    """The left halves of a band's lines, then the right ones, where both are running text."""
    both = [line for line in band if line[:gutter].strip() and line[gutter:].strip()]
    if len(both) < _LEAST_LINES or not all(_running([half(line, gutter) for line in both]) for half in (_left, _right)):
        return band
    indent = min(len(line[:gutter]) - len(line[:gutter].lstrip()) for line in both)
    left = [_left(line, gutter) for line in band]
    right = [" " * indent + half if half else "" for half in (_right(line, gutter) for line in band)]
    end = next((line[len(line.rstrip("\r\n\f")) :] for line in band if line.endswith("\n")), "\n")
    tail = "\f" if band[-1].rstrip("\n").endswith("\f") else ""
    return [f"{half}{end.replace(chr(12), '')}" for half in (*left, *right)] + ([tail] if tail else [])


def _left(line: str, gutter: int) -> str:
    return line[:gutter].rstrip()


def _right(line: str, gutter: int) -> str:
    return line[gutter:].rstrip()


def _running(halves: Sequence[str]) -> bool:
    """Are these lines of running text? Many begin with a small letter, and they are not short."""
    small = sum(half.strip()[:1].islower() for half in halves)
    return small >= 0.4 * len(halves) and sum(map(len, halves)) >= _NARROWEST * len(halves)


def _gutter(lines: Sequence[str]) -> int | None:
    """The column at which the right half of most lines begins, None where there are no two columns."""
    printed = [line.rstrip() for line in lines if line.strip()]
    if len(printed) < _LEAST_LINES:
        return None
    width = max(map(len, printed))
    best, most = None, 0
    for column in range(width // 4, 3 * width // 4):
        both = flush = 0
        for line in printed:
            if len(line) > column and not line[column - _GUTTER : column].strip() and line[:column].strip():
                both += 1
                flush += not line[column].isspace()
        if both >= max(_LEAST_LINES, len(printed) // 2) and flush > most:
            best, most = column, flush
    return best
