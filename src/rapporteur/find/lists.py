"""Lists of names: a stretch of text in, its items out, each with the name of the authorities that fills it.

A list is cut at semicolons, else at commas, and at the "and" before its last item; nothing is cut inside a known name
or inside brackets. An "and" inside an unknown name is told from the "and" of the list by what stands on its two sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypedDict

from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import names_in
from rapporteur.model import Span
from rapporteur.model.actors import Expected
from rapporteur.model.citations import NameMention
from rapporteur.model.swift import swift
from rapporteur.patterns import load_patterns

_BRACKET = re.compile(r"[()]")
_GROUPED = re.compile(r"[\s,;:.]*")
_BOTH_BUILT, _BOTH_KNOWN = 10, 20
"""How sure two names must be: both at least built like the name of an organization, or both known."""


@swift
@dataclass(frozen=True, slots=True)
class ListPiece:
    """One item of a list.

    :ivar at: index range of the words, without "the" before them and an acronym behind them.
    :ivar name: the name of the authorities that fills it, or None.
    :ivar partial: names that only a part of the words bear, when ``name`` is None.
    :ivar tail: what follows the name in its place: " (on behalf of the Union)".
    :ivar end: where the item ends, tail included.
    :ivar institution: no authority holds it, and it is built or abbreviated as the name of an organization is.
    :ivar acronym: index range of the acronym in brackets behind the words, or None.
    """

    at: Range
    name: NameMention | None
    partial: tuple[NameMention, ...]
    tail: str
    end: int
    institution: bool = False
    acronym: Range | None = None

    def letters(self, passage: Passage) -> Letters:
        """The acronym behind the words, as a `ListedName` holds it."""
        if self.acronym is None:
            return Letters(acronym="", acronym_span=None)
        return Letters(acronym=passage.text[slice(*self.acronym)], acronym_span=passage.clean.span(*self.acronym))


class Letters(TypedDict):
    """The fields of a `ListedName` that its acronym fills."""

    acronym: str
    acronym_span: Span | None


def read_list(
    passage: Passage, start: int, end: int, expects: Expected = "", several: bool = False, *, joined: bool = True
) -> tuple[ListPiece, ...]:
    """The items of the list that ``text[start:end]`` is, in reading order; empty where it holds no word.

    :param expects: what the words before the list announce.
    :param several: they announce more than one, so that a single "and" joins two names.
    :param joined: the last two names of such a list are joined by "and"; else an "and" is a part of a name.

    A list in brackets, or one pair of brackets a name ("(Azuria) (Syldavia)"), is read inside them.
    """
    names = names_in(passage, start, end)
    brackets = _brackets(passage.text, start, end, [n.at for n in names])
    if brackets and _only_brackets(passage.text, start, end, brackets):
        inside = (read_list(passage, a + 1, b - 1, expects, several, joined=joined) for a, b in brackets)
        return tuple(item for items in inside for item in items)
    suffix = load_patterns("lists")["list/suffix"].regex
    commas_inside = [comma.span() for comma in suffix.finditer(passage.text, start, end)]
    closed = [n.at for n in names] + brackets + commas_inside
    pieces: list[ListPiece] = []
    segments = _cut(passage.text, start, end, ";", closed)
    for number, (a, b) in enumerate(segments):
        last = number == len(segments) - 1
        whole = len(segments) > 1 and expects == "state" and not any(a <= n.at[0] < b for n in names)
        commas = [(a, b)] if whole else _cut(passage.text, a, b, ",", closed)
        if len(segments) > 1 and expects != "state":
            inner = [p for c in commas for p in _split_at_and(passage, c, closed, names, expects, _BOTH_BUILT)]
            if not all(piece.name for piece in inner):
                inner = _split_at_and(passage, (a, b), closed, names, expects, 0 if last and joined else _BOTH_BUILT)
            pieces += inner
            continue
        for place, comma in enumerate(commas):
            final = place == len(commas) - 1 and (place > 0 or several or expects == "state")
            least = _BOTH_KNOWN if not joined else 0 if final else _BOTH_BUILT
            pieces += _split_at_and(passage, comma, closed, names, expects, least)
    return tuple(pieces)


def piece(passage: Passage, start: int, end: int, names: Sequence[NameMention]) -> ListPiece | None:
    """What ``text[start:end]`` is as one item, or None where no word is left of it."""
    patterns = load_patterns("lists")
    note = patterns["list/note"].regex.match(passage.text, start)
    start = note.end() if note else start
    lead = patterns["list/lead"].regex.match(passage.text[start:end])
    first = start + (lead.end() if lead else 0)
    trail = patterns["list/trail"].regex.search(passage.text[first:end])
    last = first + trail.start() if trail else end
    if last <= first:
        return None
    for name in names:
        opens = name.at[0] == first or (start <= name.at[0] < first and name.at[1] > first)
        if opens and name.kind != "instrument" and name.at[1] <= end:
            stop = max(last, name.at[1])
            tail = passage.text[name.at[1] : stop]
            if not tail or patterns["list/rest"].regex.match(tail):
                behind = patterns["list/acronym"].regex.match(tail)
                letters = _acronym(behind, name.at[1]) or _short(passage, name, tail, names)
                return ListPiece(name.at, name, (), tail, stop, acronym=letters)
    remark = patterns["list/remark"].regex.search(passage.text[first:last])
    named = first + remark.start() if remark else last
    acronym = patterns["list/acronym"].regex.search(passage.text[first:named])
    if acronym is not None and ") of " in passage.text[first : first + acronym.start()]:
        acronym = None  # of the body that the one named belongs to: "Fog Office (FO) of the Isles Union (IU)"
    stop = first + acronym.start() if acronym else named
    partial = tuple(n for n in names if first <= n.at[0] and n.at[1] <= stop and n.kind != "instrument")
    shape = load_patterns("attendance")["attendance/organization-name"].regex
    letters = _acronym(acronym, first)
    abbreviated = letters is not None and not any(name.kind == "state" for name in partial)
    institution = abbreviated or shape.search(passage.text, first, stop) is not None
    institution = institution and patterns["list/no-name"].regex.search(passage.text, first, stop) is None
    office = load_patterns("spokesmen")["spokesmen/office"].regex
    institution = institution and office.match(passage.text[first:stop]) is None
    return ListPiece((first, stop), None, partial, passage.text[stop:last], last, institution, letters)


def _acronym(match: re.Match[str] | None, start: int) -> Range | None:
    return (start + match.start("acronym"), start + match.end("acronym")) if match else None


def _short(passage: Passage, name: NameMention, tail: str, names: Sequence[NameMention]) -> Range | None:
    """The short name in brackets behind a name that bears both: "Fog Agency of the Isles (Fogpol)"."""
    if not tail.startswith(" ("):
        return None
    start = name.at[1] + len(" (")
    same = (n.at for n in names if n.at[0] == start and n.candidates == name.candidates)
    return next((at for at in same if passage.text.startswith(")", at[1])), None)


def _split_at_and(
    passage: Passage,
    at: Range,
    closed: Sequence[Range],
    names: Sequence[NameMention],
    expects: Expected,
    least: int,
) -> list[ListPiece]:
    """The items of a stretch without commas: one, two where an "and" joins them, more where States are joined.

    :param least: how sure the names on the two sides of an "and" must be, for it to join two.
    """
    start, end = at
    whole = piece(passage, start, end, names_in(passage, start, end))
    if whole is None:
        return []
    text = passage.text
    opened_by_and = text[start:end].lstrip().startswith(("and ", "or "))
    joints = [
        (whole.at[0] + m.start(), whole.at[0] + m.end())
        for m in load_patterns("lists")["list/and"].regex.finditer(text[whole.at[0] : end])
    ]
    joints = [j for j in joints if j[0] > whole.at[0] and not any(a <= j[0] < b for a, b in closed)]
    if not joints or (opened_by_and and expects != "state" and len(names) == 0):
        return [whole]
    before = _before_office(passage, at, joints, closed, names)
    if before and expects != "state":
        return before
    bounds = [start, *(j[0] for j in joints), end]
    every = [piece(passage, a, b, names_in(passage, a, b)) for a, b in pairwise(bounds)]
    if expects == "state" or all(p is not None and p.name for p in every):
        return [p for p in every if p is not None]
    best: tuple[int, list[ListPiece]] | None = None
    for joint, _ in joints:
        left = piece(passage, start, joint, names_in(passage, start, joint))
        right = piece(passage, joint, end, names_in(passage, joint, end))
        if left is not None and right is not None:
            sides = _worth(left), _worth(right)
            worth = 10 * min(sides) + sum(sides)
            if best is None or worth >= best[0]:
                best = (worth, [left, right])
    if best is None or opened_by_and or best[0] < least:
        return [whole]
    return best[1]


def _before_office(
    passage: Passage, at: Range, joints: Sequence[Range], closed: Sequence[Range], names: Sequence[NameMention]
) -> list[ListPiece]:
    """The items, where known names come first and offices behind "and the" follow them: no name goes on with one.

    Without the article the office may be the same person's: "the Minister of Azuria and President of the Board".
    """
    start, end = at
    office = load_patterns("spokesmen")["spokesmen/office"].regex
    text = passage.text
    cuts = [a for a, b in joints if text.startswith("the ", b) and office.match(text[b:end])]
    if not cuts:
        return []
    found = _split_at_and(passage, (start, cuts[0]), closed, names, "", 0)
    if not found or not all(item.name for item in found):
        return []
    rest = [piece(passage, a, b, names_in(passage, a, b)) for a, b in pairwise([*cuts, end])]
    return found + [item for item in rest if item is not None]


def _worth(item: ListPiece) -> int:
    """How surely an item is a name of its own: 2 if known, 1 if built or abbreviated as one of an organization."""
    return 2 if item.name is not None else int(item.institution)


def _cut(text: str, start: int, end: int, sign: str, closed: Sequence[Range]) -> list[Range]:
    """``text[start:end]`` cut at a sign, except inside closed ranges."""
    cuts = [start - 1]
    inside = {at for a, b in closed if sign in text[a:b] for at in range(a, b)}
    at = text.find(sign, start, end)
    while at >= 0:
        if at not in inside:
            cuts.append(at)
        at = text.find(sign, at + 1, end)
    bounds = [*cuts, end]
    return [(a + 1, b) for a, b in pairwise(bounds) if b > a + 1]


def _brackets(text: str, start: int, end: int, names: Sequence[Range]) -> list[Range]:
    """The outermost pairs of brackets in ``text[start:end]`` that are no part of a name; one left open is none."""
    found: list[Range] = []
    opened: list[int] = []
    for sign in _BRACKET.finditer(text, start, end):
        at = sign.start()
        if any(a <= at < b for a, b in names):
            continue
        if sign[0] == "(":
            opened.append(at)
        elif opened:
            first = opened.pop()
            found = [pair for pair in found if pair[0] < first] + [(first, at + 1)]
    return found


def _only_brackets(text: str, start: int, end: int, brackets: Sequence[Range]) -> bool:
    """Does nothing but signs stand between the brackets?"""
    edges = [start, *(at for pair in brackets for at in pair), end]
    return all(_GROUPED.fullmatch(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
