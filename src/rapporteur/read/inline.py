"""Markdown inside a block: asterisks, underscores, note markers, tags, escapes → marks and italics.

A note is called by ``<sup>1</sup>``, ``[^1]`` or raised digits.

Takes the text and the lines of one block (lines without a blank line between them), gives `Mark`s in order and the
spans printed in italics. A sign that closes nothing stays a character of the text. Linear: one pass, two stacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapporteur.model import Span
from rapporteur.read.layout import Mark

_NOTE = r"(?:\d{1,4}|[*†‡]{1,3}|[a-z])"
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED_DIGITS, "0123456789")
_TOKEN = re.compile(
    rf"""
      (?P<escape> \\ (?=[!-/:-@\[-`{{-~]) | \\$ )
    | (?P<sup> <sup>\s*(?P<numbers>{_NOTE}(?:\s*[,;–-]\s*{_NOTE})*)\s*</sup> )
    | (?P<raised> [{_RAISED_DIGITS}]{{1,4}}(?:,\s?[{_RAISED_DIGITS}]{{1,4}})* )
    | (?P<caret> \[\^(?P<name>\w{{1,12}})\] (?!:) )
    | (?P<tag> </?(?P<element>[A-Za-z][A-Za-z0-9]{{0,15}})(?:\s[^<>\n]{{0,200}})?/?> )
    | (?P<run> \*+ | _+ )
    """,
    re.VERBOSE,
)
_ITALIC_TAGS = frozenset({"i", "em"})


def note_numbers(printed: str) -> tuple[str, ...]:
    """The notes that the words of a marker call.

    >>> note_numbers("8,9"), note_numbers("3–5"), note_numbers("*")
    (('8', '9'), ('3', '4', '5'), ('*',))
    """
    found: list[str] = []
    for part in re.split(r"\s*[,;]\s*", printed):
        ends = re.fullmatch(r"(\d{1,4})\s*[–-]\s*(\d{1,4})", part)
        if ends and int(ends[1]) < int(ends[2]) <= int(ends[1]) + 30:
            found += [str(number) for number in range(int(ends[1]), int(ends[2]) + 1)]
        else:
            found += re.findall(_NOTE, part)
    return tuple(found)


def lettered_notes(text: str) -> frozenset[str]:
    """The letters and raised digits that begin a line as the number of a note: only these may be markers.

    >>> sorted(lettered_notes("<sup>a</sup> The Chair.\\n¹² The Board."))
    ['a', '¹²']
    """
    form = rf"^[ \t]*(?:<sup>\s*([a-z])\s*</sup>|([{_RAISED_DIGITS}]{{1,4}})(?=\s*\S))"
    return frozenset(letter or raised for letter, raised in re.findall(form, text, re.MULTILINE))


class _Emphasis:
    """The open signs of a block, one stack a sign: an inner sign is closed before an outer one."""

    def __init__(self) -> None:
        self.open: dict[str, list[list[int]]] = {"*": [], "_": []}
        self.marks: list[Mark] = []
        self.italics: list[Span] = []

    def run(self, sign: str, start: int, length: int, before: str, after: str) -> None:
        """Take up a run of signs between the characters ``before`` and ``after`` ("" at the edge of a line)."""
        inside_word = sign == "_" and before.isalnum() and after.isalnum()
        closes = bool(before.strip()) and not inside_word and not (sign == "_" and after.isalnum())
        opens = bool(after.strip()) and not inside_word and not (sign == "_" and before.isalnum())
        stack = self.open[sign]
        while closes and length and stack:
            opener = stack[-1]
            taken = 2 if min(length, opener[1]) >= 2 else 1
            inner = opener[0] + opener[1]
            self.marks.append(Mark("emphasis", Span(inner - taken, inner)))
            self.marks.append(Mark("emphasis", Span(start, start + taken)))
            if taken == 1:
                self.italics.append(Span(inner, start))
            opener[1] -= taken
            if not opener[1]:
                stack.pop()
            start, length = start + taken, length - taken
        if opens and length:
            stack.append([start, length])


def marks_of_block(text: str, lines: Iterable[Span], letters: frozenset[str]) -> tuple[list[Mark], list[Span]]:
    """The marks of one block in order, and its italics.

    :param lines: the words of each line, in order.
    :param letters: the letters and raised digits that may be note markers, from `lettered_notes`.
    """
    emphasis = _Emphasis()
    tags: list[int] = []
    for line in lines:
        for match in _TOKEN.finditer(text, line.start, line.end):
            span = Span(*match.span())
            if match["run"]:
                before = text[span.start - 1] if span.start > line.start else ""
                after = text[span.end] if span.end < line.end else ""
                if before != "\\":
                    emphasis.run(match["run"][0], span.start, len(span), before, after)
            elif match["escape"]:
                emphasis.marks.append(Mark("markup", span))
            elif match["sup"]:
                emphasis.marks.extend(_superscript(match["numbers"], span, letters))
            elif match["raised"]:
                if letters.issuperset(part.strip() for part in match["raised"].split(",")):
                    emphasis.marks.append(Mark("note-marker", span, note_numbers(match["raised"].translate(_LOWERED))))
            elif match["caret"]:
                emphasis.marks.append(Mark("note-marker", span, (match["name"],)))
            else:
                emphasis.marks.append(Mark("markup", span))
                if match["element"].lower() in _ITALIC_TAGS:
                    if not match["tag"].startswith("</"):
                        tags.append(span.end)
                    elif tags:
                        emphasis.italics.append(Span(tags.pop(), span.start))
    emphasis.marks.sort(key=lambda mark: mark.span)
    return emphasis.marks, sorted(emphasis.italics)


def _superscript(printed: str, span: Span, letters: frozenset[str]) -> Iterator[Mark]:
    """A note marker; or, where letters are raised that no note bears, the two tags around them."""
    numbers = note_numbers(printed)
    if any(number.isalpha() and number not in letters for number in numbers):
        yield Mark("markup", Span(span.start, span.start + len("<sup>")))
        yield Mark("markup", Span(span.end - len("</sup>"), span.end))
    else:
        yield Mark("note-marker", span, numbers)
