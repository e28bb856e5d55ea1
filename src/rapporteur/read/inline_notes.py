"""Notes printed inside the text that calls them: "the Board <sup> 2) Since 1931. </sup> met".

Takes a line of Markdown, gives its inline notes: where each is called, its number and its words. Collections of
treaties are converted so. The note is called where its number stands by itself before ("Ruritania 2)"), else where it
is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapporteur.model import Span
from rapporteur.read.layout import Mark

_NOTE = re.compile(r"(?P<open><sup>)\s*(?P<label>(?P<number>\d{1,3})[.)]?)\s+[^<]*?[A-Za-z]{2}[^<]*</sup>")


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note inside a line.

    :ivar call: what is printed where it is called; ``opening`` its tag, the same span where no number stands before.
    :ivar label: its number and the sign after it; ``end`` is behind its closing tag.
    """

    number: str
    call: Span
    opening: Span
    label: Span
    end: int

    def marks(self) -> Iterator[Mark]:
        """The call, the tag where it is not the call, and the note's own number."""
        yield Mark("note-marker", self.call, (self.number,))
        if self.opening != self.call:
            yield Mark("markup", self.opening)
        yield Mark("note-marker", self.label, (self.number,))


def inline_notes(text: str, start: int, end: int) -> list[InlineNote]:
    """The inline notes of the line ``text[start:end]``, in order."""
    found: list[InlineNote] = []
    begins = start
    for match in _NOTE.finditer(text, start, end) if text.find("<sup>", start, end) >= 0 else ():
        opening = Span(*match.span("open"))
        call = _printed_call(text, begins, opening.start, match["number"]) or opening
        found.append(InlineNote(match["number"], call, opening, Span(*match.span("label")), match.end()))
        begins = match.end()
    return found


def _printed_call(text: str, start: int, end: int, number: str) -> Span | None:
    """The note's number by itself behind a word: "Ruritania 2), Syldavia", not "(see item 2)"."""
    for match in re.compile(rf"(?<=[\w’'.”])\s?(?P<call>{number}\))(?=[\s,.;:]|$)").finditer(text, start, end):
        before = text[start : match.start()]
        if before.count("(") <= before.count(")"):
            return Span(*match.span("call"))
    return None


def with_inline(marks: Iterable[Mark], notes: Iterable[InlineNote]) -> list[Mark]:
    """The marks of a block with those of its inline notes in the place of what their tags were taken for."""
    own = [mark for note in notes for mark in note.marks()]
    taken = {mark.span.start for mark in own}
    return sorted([*(mark for mark in marks if mark.span.start not in taken), *own], key=lambda mark: mark.span)
