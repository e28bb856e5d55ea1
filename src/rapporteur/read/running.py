"""Page furniture: which printed lines are only there because of the page, and where pages turn if no form feed says.

Takes a `Sheet`, gives its lines the role of page number or running head, and, in a text without form feeds, their
pages. A running head is known by its form (a symbol, a job number) or by coming back page after page at the same edge.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapporteur.read.labels import LAYOUT, labels_of
from rapporteur.read.numbers_apart import count_paragraphs
from rapporteur.read.outline import Outline
from rapporteur.read.printed import Printed, Role, Sheet

_EDGE = LAYOUT["edge/furniture"].regex
_NUMBER = LAYOUT["edge/number"].regex
_CONTENTS = LAYOUT["contents/entry"].regex
_SYMBOL = LAYOUT["masthead/symbol"].regex
_DEEP = 4
"""Lines looked at from each edge of a page."""
_OFTEN = 3
"""Pages on which words at an edge come back before they count as a running head."""
_MASTHEAD = 40
"""Lines in which a masthead prints the symbol."""
_LONGEST = 160
_LABEL = re.compile(r"\(?(?:\d{1,4}(?:\.\d+)*[.)]|[a-z]{1,4}\))")
_ENDING = re.compile(r"[a-zà-ÿ][^\n]*[.;:,]\s*\Z")
"""The last words of a sentence, or some before a comma: many pages may begin with the same ones."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Number:
    """A line that may be a page number.

    :ivar at: its index among the lines.
    :ivar length: of the run of numbers that ends with it.
    """

    at: int
    value: int
    length: int
    before: _Number | None


def set_aside_running(sheet: Sheet) -> None:
    """Give page numbers and running heads their roles, and lines their pages where the format has none."""
    own = _own_symbols(sheet)
    if not sheet.paged:
        _divide(sheet, own)
    pages = list(sheet.pages())
    offset = _offset(sheet, pages)
    repeated = [_repeated(sheet, pages, top, offset or 0) for top in (True, False)]
    headings = _headings(sheet, {_labelled(words) for words in (*repeated[0], *repeated[1])})
    for lines in pages:
        for top, words in zip((True, False), repeated, strict=True):
            if top and lines is pages[0]:
                continue
            for line in _edge(lines, top):
                if line.role is Role.BODY:
                    if line.span.start in headings:
                        break
                    role = _role(sheet, line, words, offset, own)
                    if role is None:
                        break
                    line.role = role


def _edge(lines: list[Printed], top: bool) -> Iterable[Printed]:
    return lines[:_DEEP] if top else reversed(lines[-_DEEP:])


def _labelled(words: str) -> str:
    """Words that begin with the label of a heading, white space collapsed; "" for others."""
    return " ".join(words.split()) if any(reading.style != "arabic" for reading in labels_of(words)) else ""


def _headings(sheet: Sheet, often: set[str]) -> frozenset[int]:
    """Where the lines begin whose words come back and that are headings all the same: their label is the one due.

    "A. Ports" after "II. Harbours" begins a section, and once more after "III. Quays"; printed again before "B." it is
    a running head.
    """
    if not often - {""}:
        return frozenset()
    outline = Outline()
    found: set[int] = set()
    for line in sheet.lines:
        words = _labelled(sheet.words(line)[:_LONGEST])
        if not words or _CONTENTS.search(sheet.words(line)):
            continue
        readings = tuple(reading for reading in labels_of(words) if reading.style != "arabic")
        if words not in often:
            due = outline.follows(readings)
        else:
            last = outline.last()
            due = any(
                reading.value in (0, outline.annexes + 1) and not (reading.value == 0 and outline.annexes)
                if reading.style == "annex"
                else reading.value == last.get(reading.style, 0) + 1
                for reading in readings
            )
        if due:
            outline.add_labelled(readings, 1)
            found.update({line.span.start} if words in often else ())
    return frozenset(found)


def _own_symbols(sheet: Sheet) -> frozenset[str]:
    """The symbol of the document itself: the first that a line of the masthead ends in.

    Without a masthead, those that stand alone on a line again and again.
    """
    alone: Counter[str] = Counter()
    for i, line in enumerate(sheet.lines):
        if match := _SYMBOL.search(sheet.words(line)):
            if i < _MASTHEAD:
                return frozenset({match["symbol"]})
            alone[match["symbol"]] += match.start("symbol") == 0
    return frozenset(symbol for symbol, times in alone.items() if times >= _OFTEN and not symbol.endswith("."))


def _is_edge(words: str, own: frozenset[str]) -> bool:
    """Does a line hold only what the edge of a page prints, and no symbol of another document, as a note does?"""
    return _EDGE.match(words) is not None and own.issuperset(
        token.rstrip("*") for token in words.split() if "/" in token and token[0].isupper()
    )


def _numberless(words: str, number: int) -> str:
    """The words of a line with its page number masked."""
    return _DIGITS.sub(lambda m: "#" if int(m[0]) == number else m[0], " ".join(words.split()))


def _role(
    sheet: Sheet, line: Printed, repeated: frozenset[str], offset: int | None, own: frozenset[str]
) -> Role | None:
    words = sheet.words(line)
    if number := _NUMBER.match(words):
        known = offset is None or int(number["number"]) - line.page == offset
        return Role.PAGE_NUMBER if known else None
    if len(words) > _LONGEST or _LABEL.match(words) or _ENDING.match(words):
        return None
    forms = (" ".join(words.split()), _numberless(words, line.page + (offset or 0)))
    if _is_edge(words, own) or not repeated.isdisjoint(forms):
        return Role.RUNNING_HEAD
    return None


def _offset(sheet: Sheet, pages: list[list[Printed]]) -> int | None:
    """Printed page number less the count of pages, where two pages agree on it."""
    found: Counter[int] = Counter()
    for lines in pages:
        edges = {id(line): line for top in (True, False) for line in _edge(lines, top)}
        values = {
            int(m["number"]) - lines[0].page for line in edges.values() if (m := _NUMBER.match(sheet.words(line)))
        }
        found.update(values)
    best = found.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else None


def _repeated(sheet: Sheet, pages: list[list[Printed]], top: bool, offset: int) -> frozenset[str]:
    """Words that come back at one edge of the pages, the page number in them aside."""
    found: Counter[str] = Counter()
    for lines in pages:
        found.update({_numberless(sheet.words(line), line.page + offset) for line in _edge(lines, top)})
    return frozenset(words for words, times in found.items() if times >= _OFTEN and any(c.isalpha() for c in words[2:]))


def _divide(sheet: Sheet, own: frozenset[str]) -> None:
    """Find the page turns of a text that has lost its form feeds, unless its numbers count paragraphs; number pages."""
    if count_paragraphs(sheet.text, [(line.span, line.above > 0) for line in sheet.lines]):
        return
    numbers = _chain(sheet, own)
    heads = _heads(sheet, numbers, own)
    at_number = {number.at: number.value for number in numbers}
    for i in sorted({*at_number, *heads}):
        sheet.lines[i].role = Role.PAGE_NUMBER if i in at_number else Role.RUNNING_HEAD
    if not at_number and not heads:
        return
    clusters = list(_clusters(sheet, sorted({*at_number, *heads})))
    at_foot = _numbers_at_foot(clusters, at_number, len(sheet.lines))
    page, begin = 1, 0
    for cluster in clusters:
        value = next((at_number[i] for i in cluster if i in at_number), None)
        turn = _turn(cluster, at_number, at_foot)
        if value is not None:
            page = value if at_foot else value - 1
        for line in sheet.lines[begin:turn]:
            line.page = page
        if turn:
            page, begin = page + 1, turn
    for line in sheet.lines[begin:]:
        line.page = page
    sheet.paged = True


def _turn(cluster: list[int], at_number: dict[int, int], at_foot: bool) -> int:
    """The line that begins the next page: after a number at the foot, before a running head."""
    if not at_foot:
        return cluster[0]
    numbers = [i for i in cluster if i in at_number]
    return numbers[0] + 1 if numbers else cluster[0]


def _clusters(sheet: Sheet, indices: list[int]) -> Iterator[list[int]]:
    """Page furniture that nothing else separates; a second page number begins a cluster of its own."""
    cluster: list[int] = []
    for i in indices:
        if cluster and i != cluster[-1] + 1:
            yield cluster
            cluster = []
        cluster.append(i)
    if cluster:
        yield cluster


def _numbers_at_foot(clusters: list[list[int]], at_number: dict[int, int], end: int) -> bool:
    """Do page numbers close their page? Else they open it, after or before a running head."""
    votes = 0
    for cluster in clusters:
        numbers = [k for k, i in enumerate(cluster) if i in at_number]
        if numbers and len(cluster) > 1:
            votes += 1 if numbers[0] == 0 else -1
    if votes:
        return votes > 0
    last = max(at_number, default=end)
    return last >= end - 1 or not at_number


def _chain(sheet: Sheet, own: frozenset[str]) -> list[_Number]:
    """The longest run of lines that count pages: alone on their line, rising by one, or by two over a blank page."""
    best: dict[int, _Number] = {}
    for i, line in enumerate(sheet.lines):
        match = _NUMBER.match(sheet.words(line))
        if match is None or not _alone(sheet, i, own):
            continue
        value = int(match["number"])
        near = [best[v] for v in (value - 1, value - 2) if v in best]
        before = max(near, key=lambda number: number.length, default=None)
        length = before.length + 1 if before else 1
        if value not in best or length >= best[value].length:
            best[value] = _Number(i, value, length, before)
    longest = max(best.values(), key=lambda number: number.length, default=None)
    if longest is None or (longest.length == 1 and not _beside_symbol(sheet, longest.at, own)):
        return []
    chain: list[_Number] = []
    while longest is not None:
        chain.append(longest)
        longest = longest.before
    return chain[::-1]


def _alone(sheet: Sheet, i: int, own: frozenset[str]) -> bool:
    """Does white space, the end of the text or page furniture stand on a side of line ``i``?"""
    above = i == 0 or sheet.lines[i].above > 0
    below = i + 1 == len(sheet.lines) or sheet.lines[i + 1].above > 0
    return (above and (below or _beside_symbol(sheet, i, own))) or (below and _beside_symbol(sheet, i, own))


def _beside_symbol(sheet: Sheet, i: int, own: frozenset[str]) -> bool:
    beside = (*sheet.lines[max(0, i - 1) : i], *sheet.lines[i + 1 : i + 2])
    return any(_is_edge(sheet.words(line), own) for line in beside)


def _heads(sheet: Sheet, numbers: list[_Number], own: frozenset[str]) -> set[int]:
    """The lines that are running heads: beside a page number again and again, or of the form of one.

    The first printing of a symbol is the masthead's.
    """
    beside: Counter[str] = Counter()
    for number in numbers:
        for line in (*sheet.lines[max(0, number.at - 1) : number.at], *sheet.lines[number.at + 1 : number.at + 2]):
            beside[sheet.words(line)] += 1
    often = {
        words
        for words, times in beside.items()
        if times >= _OFTEN and len(words) <= _LONGEST and not _ENDING.match(words)
    }
    headings = _headings(sheet, {_labelled(words) for words in often})
    found: set[int] = set()
    taken = {number.at for number in numbers}
    printed: set[str] = set()
    for i, line in enumerate(sheet.lines):
        words = sheet.words(line)
        symbol = _SYMBOL.search(words)
        first = symbol is not None and symbol["symbol"] not in printed
        printed.update({symbol["symbol"]} if symbol else ())
        if i in taken or not (line.above or i - 1 in taken or i - 1 in found):
            continue
        form = _is_edge(words, own) and not first
        if i and (form or (words in often and line.span.start not in headings)) and _apart_below(sheet, i, taken, own):
            found.add(i)
    return found


def _apart_below(sheet: Sheet, i: int, taken: set[int], own: frozenset[str]) -> bool:
    if i + 1 == len(sheet.lines) or i + 1 in taken or sheet.lines[i + 1].above:
        return True
    return _is_edge(sheet.words(sheet.lines[i + 1]), own)
