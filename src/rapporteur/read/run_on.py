"""Numbers inside a line: copies in which headings, numbers and paragraphs run on, "… (art. 2). 6. The Board should …".

Takes a `Layout`, gives the same with such lines cut before the numbers that are due, and before the headings over
them. A number is cut off where it is the next one, no line begins with it, and a sentence or a heading ends before it:
where lines begin with all the numbers there are, nothing is cut. Linear in the length of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapporteur.model import Finding
from rapporteur.patterns import load_patterns
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Layout, Line, LineKind

_NUMBER = LAYOUT["run-on/number"].regex
_LABEL = LAYOUT["run-on/label"].regex
_CITED = LAYOUT["run-on/cited"].regex
_FIRST_HEADING = LAYOUT["run-on/first-heading"].regex
_TITLE = LAYOUT["run-on/title"].regex
_MASTHEAD = re.compile(r"\bDistr\.|\bOriginal\s*:")
_SHORT = load_patterns("sentences")["short/any"].regex
_NOTE = LAYOUT["run-on/note"].regex
_AT_START = (LAYOUT["paragraph/number"].regex, LAYOUT["paragraph/dotted"].regex)
_OTHER_FORMS = (LAYOUT["paragraph/brackets"].regex, LAYOUT["paragraph/bracket"].regex)
_SENTENCE_END = re.compile(r"[.!?;:][)\]”’\"']*(?:\s+|\Z)")
_ENDED = re.compile(r"[.!?;][)\]”’\"']*\s*\Z")
_OPENS = re.compile(r"[A-ZÀ-Þ“(]")
_ITEM = re.compile(r"(?<=\s)\((?P<letter>[a-z])\)\s+(?=[A-Z“])")
_BEFORE_ITEM = 12
_AFTER_ITEM = re.compile(r"[;,.](?:\s(?:and|or))?\Z")
_HEAD = 24
_LONGEST_PLAIN, _LONGEST_LABELLED = 160, 420
_LOOK_BACK = 600
"""Characters before a number in which the heading over it begins, or a sentence ends."""
_FEWEST = 3
"""Numbers that count on inside lines, at least, where no line begins with one."""
_FEWEST_SIGNS = 60
"""Characters of such a paragraph on the average, at least: the items of an agenda are shorter."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that may be a paragraph's.

    :ivar line: index of its line.
    :ivar at: where it begins in the text.
    :ivar value: (12,), or (61, 12) for "61.12".
    :ivar inside: it stands in the midst of the line.
    :ivar begins: where the heading over it begins, or the number itself without one.
    """

    line: int
    at: int
    value: tuple[int, ...]
    inside: bool
    begins: int


def with_run_on(layout: Layout) -> Layout:
    """The layout with its lines cut before the numbers, and the headings, that run on inside them."""
    found = list(_numbers(layout))
    cuts: dict[int, list[int]] = {}
    numbers: list[str] = []
    for number in (*_due(layout, [f for f in found if len(f.value) == 1]), *_members(found)):
        cuts.setdefault(number.line, []).append(number.at)
        numbers.append(".".join(map(str, number.value)))
    if not cuts:
        return layout
    lines: list[Line] = []
    for i, line in enumerate(layout.lines):
        below = layout.lines[i + 1] if i + 1 < len(layout.lines) else None
        last = below is None or below.gap
        lines += _cut(layout.text, line, sorted(cuts[i]), last) if i in cuts else (line,)
    return replace(layout, lines=tuple(lines), run_on=tuple(numbers))


def said_of(numbers: Sequence[str], name: str) -> Finding:
    """That paragraphs were told by numbers in the midst of lines.

    :param numbers: these numbers, at least one.
    """
    first, count = numbers[0], len(numbers)
    seen = f"Paragraph {first} begins" if count == 1 else f"Paragraph {first} and {count - 1} more begin"
    return Finding(
        "run-on",
        f"{seen} in the midst of a line; the line was cut before the number and before the heading over it.",
        name,
        "a paragraph that begins its line.",
        "Compare the headings with the printed page: where one ends and the next begins is told by their labels alone.",
        severity="warning",
    )


def _numbers(layout: Layout) -> Iterator[_Found]:
    """The numbers at the beginning of lines, and those inside them that a sentence or a heading stands before."""
    for i, line in enumerate(layout.lines):
        if line.kind is not LineKind.TEXT or line.bullet:
            continue
        start, end = line.span.start, line.span.end
        head = layout.text[start : min(end, start + _HEAD)]
        opening = next((match for form in _AT_START if (match := form.match(head))), None)
        if opening is not None:
            yield _Found(i, start, _value(opening["number"]), False, start)
        for match in _NUMBER.finditer(layout.text, start, end):
            at = match.start("number")
            begin = max(start, at - _LOOK_BACK)
            value, before = _value(match["number"]), layout.text[begin:at]
            announced = before.rstrip().endswith(":")
            if at == start or (announced and len(value) == 1):
                continue
            heading = len(before) if announced else _heading_before(before)
            if opening is not None and heading is None and _numbers_title(layout.text[start:at], value):
                heading, begin = 0, start
            if heading is not None:
                yield _Found(i, at, value, True, begin + heading)


def _numbers_title(words: str, value: tuple[int, ...]) -> bool:
    """Are the words of a line a title with a number of its own, "1. Ports", and not an item before the next one?"""
    label = _LABEL.match(words)
    title = words[label.end() :].strip() if label else ""
    plain = bool(title) and len(title) <= _LONGEST_PLAIN and not (_SENTENCE_END.search(title) or _CITED.search(title))
    return plain and len(value) == 1 and not title.endswith(",") and value[0] != int(words.partition(".")[0]) + 1


def _value(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _heading_before(words: str) -> int | None:
    """Where the heading begins that some words of a line end with; their end where a sentence ends them; else None."""
    if (_ENDED.search(words) and not _SHORT.search(words.rstrip())) or _ends_with_note(words):
        return len(words)
    begin = _last_sentence(words)
    tail = words[begin:].strip()
    labelled = _FIRST_HEADING.search(words, max(0, len(words) - _LONGEST_PLAIN))
    within = labelled.start("heading") if labelled is not None and not _CITED.search(tail) else None
    if not tail or not _OPENS.match(tail) or tail.endswith((",", ";")):
        return within
    if _LABEL.match(tail):
        return begin if len(tail) <= _LONGEST_LABELLED else None
    if len(tail) <= _LONGEST_PLAIN and (within is None or not _MASTHEAD.search(words)):
        return begin if not _CITED.search(tail) else None
    return within


def _last_sentence(words: str) -> int:
    """Where the words behind the last sentence begin; a full stop of a label or an abbreviation ends none."""
    begin = 0
    for match in _SENTENCE_END.finditer(words):
        before = words[: match.start() + 1]
        if match.end() < len(words) and not (_SHORT.search(before) or _ends_label(before)):
            begin = match.end()
    notes = [match.end() for match in _NOTE.finditer(words, begin) if words[match.end() :].strip()]
    return notes[-1] + 1 if notes else begin


def _ends_with_note(words: str) -> bool:
    """Do the words end with a sentence and the number of the note that it calls, glued to its full stop: "rights.2"?"""
    match = next((match for match in _NOTE.finditer(words.rstrip()) if match.end() == len(words.rstrip())), None)
    return match is not None and not _SHORT.search(words[: match.start()])


def _ends_label(words: str) -> bool:
    """Is the last full stop of some words that of a heading's label, "II." or "A."?"""
    last = words.rsplit(None, 1)[-1] if words.split() else ""
    return _LABEL.match(last + " X") is not None and len(last) <= len("XXVIII.")


def _due(layout: Layout, found: Sequence[_Found]) -> list[_Found]:
    """The plain numbers inside lines that are due: between, before and behind those that lines begin with.

    A number that its line begins with is a heading's where the words up to the next number, which is due, are a title.
    """
    outer = [i for i, number in enumerate(found) if not number.inside]
    heads = (layout.text[line.span.start : min(line.span.end, line.span.start + _HEAD)] for line in layout.lines)
    if not outer and sum(any(form.match(head) for form in _OTHER_FORMS) for head in heads) >= _FEWEST:
        return []
    first = outer[0] if outer else len(found)
    due = found[first].value[0] - 1 if outer else None
    taken = _chain(layout, found[:first], due)
    last = found[first].value[0] if outer else (taken[-1].value[0] if taken else None)
    if last is None:
        return []
    ahead = [found[i].value[0] for i in outer]
    skipped: int | None = None
    before = last
    for i in range(first if outer else found.index(taken[-1]) + 1, len(found)):
        number = found[i]
        value = number.value[0]
        if not number.inside:
            before, last, skipped = last, value, None
            continue
        place = bisect_right(outer, i)
        below = ahead[place] if place < len(ahead) else None
        if value == before + 1 and number.begins == layout.lines[number.line].span.start:
            last, skipped = before, None
        if value == last + 1 and below != value and skipped != last:
            taken.append(number)
            last, skipped = value, None
        else:
            skipped = value
    return taken


def _chain(layout: Layout, found: Sequence[_Found], due: int | None) -> list[_Found]:
    """The longest row of numbers, each one more than the last, of those before the first that a line begins with.

    :param due: the number that the row should end with, None where no line begins with a number.
    """
    longest: dict[int, list[_Found]] = {}
    for number in found:
        value = number.value[0]
        row = [*longest.get(value - 1, []), number]
        if len(row) > len(longest.get(value, [])):
            longest[value] = row
    if due is not None:
        return longest.get(due, [])
    best = max(longest.values(), key=len, default=[])
    headed = bool(best) and _FIRST_HEADING.search(layout.text, best[0].begins, best[0].at) is not None
    if len(best) < _FEWEST and not (best and best[0].value == (1,) and (len(best) > 1 or headed)):
        return []
    whole = sum(b.at - a.at for a, b in pairwise(best))
    return best if whole >= _FEWEST_SIGNS * (len(best) - 1) else []


def _members(found: Sequence[_Found]) -> list[_Found]:
    """The numbers below another, "61.12", that are due inside lines: one that no line begins with, after the last."""
    starts = {number.value for number in found if not number.inside}
    rows: dict[tuple[int, ...], int] = {}
    taken: dict[tuple[int, ...], list[_Found]] = {}
    for number in found:
        if len(number.value) < 2:
            continue
        above, value = number.value[:-1], number.value[-1]
        if not number.inside:
            rows[above] = value
        elif number.value not in starts and value == rows.get(above, 0) + 1:
            rows[above] = value
            taken.setdefault(above, []).append(number)
    return [n for above, row in taken.items() if rows[above] >= _FEWEST for n in row]


def _cut(text: str, line: Line, numbers: Sequence[int], last: bool) -> Iterator[Line]:
    """The lines that one becomes: cut before each of the numbers, and before the headings over them.

    :param last: nothing goes on with the line below it.
    """
    start, places = line.span.start, [line.span.start]
    for number in numbers:
        begin = max(places[-1], number - _LOOK_BACK)
        heading = _heading_before(text[begin:number])
        if heading is not None and begin + heading < number:
            places += [*_title(text, start, begin + heading), *_labels(text, begin + heading, number)]
        places.append(number)
    rest = text[places[-1] : line.span.end]
    tail = _last_sentence(rest)
    if last and tail and _LABEL.match(rest[tail:]) and not _ENDED.search(rest):
        places += _labels(text, places[-1] + tail, line.span.end)
    places = sorted({place for place in places if start <= place < line.span.end})
    ends = [*places[1:], line.span.end]
    items = [item for place, end in zip(places, ends, strict=True) for item in _items(text, place, end)]
    places = sorted([*places, *items])
    for i, place in enumerate(places):
        end = places[i + 1] if i + 1 < len(places) else line.span.end
        span = replace(line.span, start=place, end=place + len(text[place:end].rstrip()))
        yield replace(line, span=span, gap=True, turn=False, anchor=None) if i else replace(line, span=span)


def _title(text: str, start: int, end: int) -> list[int]:
    """Where title and contents of a report begin whose masthead runs on before its first heading."""
    found = list(_TITLE.finditer(text, start, end))
    contents = [match.start() for match in found if match["title"] is None][:1]
    titles = [match.start() for match in found if match["title"] is not None and match.start() < (contents or [end])[0]]
    return [*titles[-1:], *contents] if titles and _MASTHEAD.search(text, start, titles[-1]) else []


def _items(text: str, start: int, end: int) -> list[int]:
    """Where the lettered parts of a list begin that a colon announces in a paragraph: ": (a) …; (b) …"."""
    found: list[int] = []
    for match in _ITEM.finditer(text, start, end):
        before = text[max(start, match.start() - _BEFORE_ITEM) : match.start()].rstrip()
        first = before.endswith(":")
        if match["letter"] != chr(ord("a") + len(found)) or not (first if not found else _AFTER_ITEM.search(before)):
            continue
        found.append(match.start())
    return found if len(found) > 1 else []


def _labels(text: str, start: int, end: int) -> list[int]:
    """Where the headings begin that stand one behind another: at the first of them, and at each further label."""
    words = text[start:end]
    further = [match.start() for match in re.finditer(r"(?<=\s)(?=\S)", words) if _LABEL.match(words[match.start() :])]
    return [start, *(start + place for place in further)]
