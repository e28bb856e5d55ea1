"""Notes of a page whose links were lost: "[3]" or "³" in the text, "3. Words … ↑" or "³ Words … ↑" at the end.

Takes the blocks of a page, gives them with those notes told as notes and each call a marker. A block is a note only if
it ends in the arrow that led back and its number stands in an earlier block: in square brackets, or raised as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.read.blocks import Block, Words
from rapporteur.read.html_notes import take_off

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "0123456789")
_BODY = re.compile(
    rf"\s*(?:(?P<number>\d{{1,3}})\.\s+|(?P<raised>[{_RAISED}]{{1,3}})\s*)\S.*[↑↩⏎]\ufe0e?\s*\Z", re.DOTALL
)
_CALL = re.compile(rf"\[(\d{{1,3}})\]|(?<!\bm)(?<!\bkm)([{_RAISED}]{{1,3}})")
_ARROW = re.compile(r"\s*[↑↩⏎]\ufe0e?\s*\Z")


def with_arrow_notes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the notes among them behind all others."""
    bodies = {id(block): _number(match) for block in blocks if not block.note and (match := _BODY.match(block.text))}
    if not bodies:
        return list(blocks)
    numbers = set(bodies.values())
    called: set[str] = set()
    kept: list[Block] = []
    notes: list[Block] = []
    for block in blocks:
        number = bodies.get(id(block), "")
        if number and number in called:
            notes.append(_note(block, number))
            continue
        kept.append(block)
        found = {_number(match) for part in block.words for match in _CALL.finditer(part.text)} & numbers
        if found:
            called |= found
            block.words = [piece for part in block.words for piece in _cut(part, found)]
    return [*kept, *notes]


def _number(match: re.Match[str]) -> str:
    """The number as it is printed, raised digits or others: a raised call is one of a note whose number is raised."""
    return match[1] or match[2]


def _note(block: Block, number: str) -> Block:
    words = list(block.words)
    if number[0] in _RAISED:
        first = next(i for i, part in enumerate(words) if part.text.strip())
        words[first] = replace(words[first], text=words[first].text.lstrip().removeprefix(number).lstrip())
    number = number.translate(_LOWERED)
    take_off(words, number)
    last = next(i for i in range(len(words) - 1, -1, -1) if words[i].text.strip())
    words[last] = replace(words[last], text=_ARROW.sub("", words[last].text))
    return replace(block, words=words, label="", bullet=False, tight=False, indent=0, note=number, opens_note=True)


def _cut(part: Words, numbers: set[str]) -> Iterator[Words]:
    """The words with each call of one of the notes as a marker."""
    at = 0
    for match in _CALL.finditer(part.text):
        if _number(match) in numbers:
            if match.start() > at:
                yield replace(part, text=part.text[at : match.start()])
            yield Words("", notes=(_number(match).translate(_LOWERED),))
            at = match.end()
    if at < len(part.text):
        yield replace(part, text=part.text[at:])
