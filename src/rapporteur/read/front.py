"""The front of a report: masthead and title, before the first heading or numbered paragraph.

Takes the lines up to there, gives the lines of the title, the document symbol and date of issue that the masthead
prints, the furniture, and the lines that are neither (an unnumbered summary, for instance).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapporteur.model import Furniture, Span
from rapporteur.read.clean import Cleaner
from rapporteur.read.labels import LAYOUT
from rapporteur.read.layout import Line, LineKind
from rapporteur.read.position import Position
from rapporteur.read.title_lines import rest_of_heading
from rapporteur.read.unseen import as_seen

_MASTHEAD = LAYOUT.group("masthead")
_TITLE_OPENS = LAYOUT["title/opens"].regex
_OFFICER = LAYOUT["title/officer"].regex
_CONTENTS = LAYOUT["masthead/contents"].regex
_SYMBOL = re.compile(r"[A-Z][A-Z0-9.]{0,11}(?:\([A-Z]{2,8}\))?(?:/[A-Z0-9][A-Za-z0-9.()-]{0,23}){1,8}")
_OWN_SYMBOL = re.compile(rf"(?<![\w/]){_SYMBOL.pattern}(?<!\.)(?![\w/])(?<=\d)")
"""A symbol that ends in a number, anywhere in a line that holds the distribution."""
_DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution\b)|\bOriginal\s*:", re.IGNORECASE)
_DATES = ("masthead/date", "masthead/date-behind-month", "masthead/published")
_LONGEST_MASTHEAD_LINE = 160
_JOINT = re.compile(r"\s?[–-]\s?(?=[A-Z][A-Z0-9.]*/)")
"""What joins the two symbols of a document that two bodies issued."""


@dataclass(slots=True)
class Front:
    """What stands before the report's first heading or paragraph.

    :ivar strays: what is neither title nor masthead, lines that belong together in one.
    :ivar issued: year, month, day.
    """

    title: list[Line] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    strays: list[Span] = field(default_factory=list)
    symbol: str | None = None
    issued: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together: one heading, or text lines without a blank line between them.

    :ivar after: index of the first line behind them.
    """

    lines: tuple[Line, ...]
    text: str
    after: int

    @property
    def heading(self) -> bool:
        return self.lines[0].kind is LineKind.HEADING

    @property
    def masthead(self) -> bool:
        return any(form.regex.search(self.text) for form in _MASTHEAD)

    @property
    def stock(self) -> bool:
        return bool(LAYOUT["heading/stock"].regex.match(self.text))

    @property
    def says_report(self) -> bool:
        return bool(LAYOUT["title/report"].regex.search(self.text))


def read_front(at: Position, end: int, known_title: str | None) -> Front:
    """Sort the front lines of a report.

    :param end: index of the first line after them.
    :param known_title: the title by the record, which settles which lines print it.
    """
    front = Front()
    groups = list(lines_together(at, end))
    title = _title(groups, known_title)
    for group in groups:
        if group is title:
            front.title = list(group.lines)
            continue
        for line in group.lines:
            _masthead_line(line, at.cleaner, front)
        before_title = title is not None and group.lines[0].span < title.lines[0].span
        if before_title or group.heading or _masthead_like(group):
            front.furniture += [Furniture("masthead", line.span) for line in group.lines]
        else:
            front.strays.append(Span(group.lines[0].span.start, group.lines[-1].span.end))
    return front


def lines_together(at: Position, end: int) -> Iterator[Group]:
    """A heading with the lines it goes on over, or text lines without a blank line between them.

    The line that a title opens with, one below a symbol, one that names an officer, and one of a table of contents,
    begin a group of their own.
    """
    i = 0
    while i < end:
        first = at.lines[i]
        after = i + 1
        if first.kind is LineKind.HEADING:
            after = min(end, rest_of_heading(at, i))
        while after < end and first.kind is at.lines[after].kind is LineKind.TEXT and not _apart(at, after):
            after += 1
        if first.kind not in (LineKind.RULE, LineKind.NOTE):
            lines = at.lines[i:after]
            yield Group(lines, at.cleaner.clean(line.span for line in lines).text, after)
        i = after


def _apart(at: Position, i: int) -> bool:
    """Does the line begin a group of its own? What was set aside before it, a table of contents, parts it, too."""
    words = at.head(at.lines[i]).text
    between = at.cleaner.text[at.lines[i - 1].span.end : at.lines[i].span.start]
    parted = at.lines[i].gap or bool(between.strip()) or _SYMBOL.fullmatch(at.head(at.lines[i - 1]).text) is not None
    return parted or bool(_TITLE_OPENS.match(words) or _OFFICER.match(words) or _CONTENTS.search(words))


def _title(groups: list[Group], known: str | None) -> Group | None:
    if known:
        wanted = " ".join(known.split()).casefold()
        for group in groups:
            if group.text.casefold() == wanted:
                return group
    bare = LAYOUT["title/bare"].regex
    headings = [g for g in groups if g.heading and g.text and not g.masthead and not g.stock]
    texts = [g for g in groups if not g.heading and not g.masthead and not g.stock and _short(g)]
    headings, texts = ([g for g in rivals if not bare.match(g.text)] or rivals for rivals in (headings, texts))
    for rivals in (headings, texts):
        for group in rivals:
            if group.says_report:
                return group
        if rivals:
            return rivals[0]
    return None


def _short(group: Group) -> bool:
    return len(group.text) <= 400 and not group.text.endswith((".", ":", ";"))


def is_sentence(group: Group) -> bool:
    """Are the words of a group text, and neither heading nor masthead nor title?"""
    if group.heading:
        return False
    listed = group.lines[0].bullet or group.text.endswith(("?", ":"))
    return listed or not (_masthead_like(group) or (_short(group) and group.says_report))


def _masthead_like(group: Group) -> bool:
    return group.masthead or (len(group.text) <= _LONGEST_MASTHEAD_LINE and not group.text.endswith((".", ",", ";")))


def _masthead_line(line: Line, cleaner: Cleaner, front: Front) -> None:
    """Take symbol and date from one line; the first of each counts."""
    raw = as_seen(cleaner.text[line.span.start : line.span.end])
    if front.symbol is None and (match := LAYOUT["masthead/symbol"].regex.search(raw)):
        symbol = match["symbol"]
        symbol = symbol.removesuffix(")") if symbol.count("(") < symbol.count(")") else symbol
        front.symbol = _JOINT.sub("-", symbol)
    elif front.symbol is None and (match := LAYOUT["masthead/number"].regex.search(raw)):
        front.symbol = match["number"].replace("-", "/")
    whole = _DISTRIBUTION.search(raw)
    if front.symbol is None and whole and (symbol := _OWN_SYMBOL.search(raw)):
        front.symbol = symbol[0]
    dated = next(filter(None, (LAYOUT[id].regex.search(raw) for id in _DATES)), None)
    if whole and dated is None:
        dated = LAYOUT["day/in-masthead"].regex.search(raw)
    if front.issued is None and (match := dated):
        month = LAYOUT.words["months"].index(match["month"].capitalize()) + 1
        front.issued = (int(match["year"]), month, int(match["day"]))
