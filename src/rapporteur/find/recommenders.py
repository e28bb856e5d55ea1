"""Those who made a recommendation: the words of one number → its texts, each with the names in brackets behind it.

Brackets close a text where names stand in them and nothing of the sentence follows: a mark, the end, further such
brackets, or the next text. Brackets inside a text ("(No. 29)", "(ICRMW)") are a part of it; where strokes part a text
("Consider joining (Azuria)/join (Syldavia) the accord") they too name those who made it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapporteur.find.lists import ListPiece, read_list
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import names_in, place
from rapporteur.find.sentences import trimmed
from rapporteur.find.verbs import lexicon
from rapporteur.model.actors import ListedName
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

_MARKS = " ;.,:/*"
_LEADS_ON = re.compile(r",?\s(?:and|or|as\swell\sas)\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text and who made it.

    :ivar at: index range of its words, without the brackets and the mark at its end.
    :ivar brackets: index ranges of the brackets that close it; none where nobody is named.
    """

    at: Range
    brackets: tuple[Range, ...]
    recommenders: tuple[ListedName, ...]


def read_wordings(passage: Passage, start: int, end: int, near: Callable[[str], bool]) -> tuple[Wording, ...]:
    """The texts of the recommendation ``text[start:end]``, in reading order; none where it holds no word.

    :param near: are words a misspelt name of a State?
    """
    text = passage.text
    groups = _groups(text, start, end)
    closing = _closing(passage, groups, end, near)
    found: list[Wording] = []
    at = start
    for run, after in closing:
        found.append(_wording(passage, at, run[0][0], run, groups, near))
        at = after
    low, high = _bare(text, at, end)
    if any(char.isalpha() for char in text[low:high]) and (not found or text[low : low + 1].isalpha()):
        found.append(_wording(passage, low, high, (), groups, near))
    if len(found) == 1 and not found[0].brackets and not found[0].recommenders:
        found = [_said_to_be_by(passage, found[0])]
    return tuple(wording for wording in found if wording.at[0] < wording.at[1])


def _said_to_be_by(passage: Passage, wording: Wording) -> Wording:
    """A text that ends in "recommended by" and nothing but names of States; else as it is."""
    said = list(load_patterns("units")["numbered/recommended-by"].regex.finditer(passage.text, *wording.at))
    if not said:
        return wording
    names = _listed(passage, said[-1].end(), wording.at[1])
    if not names or any(name.name is None or name.name.kind != "state" for name in names):
        return wording
    return Wording((wording.at[0], said[-1].start()), (), tuple(names))


def _wording(
    passage: Passage, start: int, end: int, run: tuple[Range, ...], groups: list[Range], near: Callable[[str], bool]
) -> Wording:
    """One text with those named in the brackets that close it and in those inside: where strokes part it, or where
    brackets before an "and" hold nothing but States ("light the reefs (Azuria) and the harbours (Syldavia)")."""
    at = _bare(passage.text, start, end)
    parted = load_patterns("units")["numbered/stroke"].regex.search(passage.text, *at) is not None
    inside = [
        g
        for g in groups
        if at[0] <= g[0] and g[1] <= at[1] and (_closes(passage, g, False, near) if parted else _states(passage, g))
    ]
    return Wording(at, run, tuple(name for bracket in (*inside, *run) for name in _names(passage, bracket)))


def _bare(text: str, start: int, end: int) -> Range:
    """The range without white space and marks at its ends, and without an "and" before it."""
    low, high = trimmed(text, start, end)
    while low < high and text[low] in _MARKS:
        low += 1
    if text.startswith("and ", low):
        low += len("and ")
    while high > low and text[high - 1] in _MARKS:
        high -= 1
    return low, high


def _groups(text: str, start: int, end: int) -> list[Range]:
    """The outermost round brackets of a stretch; one that is never closed runs to the next semicolon or the end."""
    closed = _closed(text, start, end)
    found: list[Range] = []
    depth, opened = 0, start
    for index in range(start, end):
        if text[index] == "(":
            opened = index if depth == 0 else opened
            depth += 1
        elif text[index] == ")" and depth:
            depth -= 1
            if depth == 0:
                found.append((opened, index + 1))
        elif text[index] == ";" and depth and opened not in closed:
            found.append((opened, index))
            depth = 0
    if depth:
        found.append((opened, _bare(text, opened, end)[1]))
    return found


def _closed(text: str, start: int, end: int) -> set[int]:
    """Where a round bracket opens that is closed again, those inside it closed first."""
    waiting: list[int] = []
    closed: set[int] = set()
    for index in range(start, end):
        if text[index] == "(":
            waiting.append(index)
        elif text[index] == ")" and waiting:
            closed.add(waiting.pop())
    return closed


def _closing(
    passage: Passage, groups: list[Range], end: int, near: Callable[[str], bool]
) -> list[tuple[tuple[Range, ...], int]]:
    """The runs of brackets that close a text, each with the index at which the next text may begin."""
    joint = load_patterns("units")["numbered/joint"].regex
    text = passage.text
    runs: list[tuple[tuple[Range, ...], int]] = []
    at = 0
    while at < len(groups):
        last = at
        while last + 1 < len(groups) and joint.match(text[groups[last][1] : groups[last + 1][0]]):
            last += 1
        after = _ends(text, groups[last][1], end)
        chain = groups[at : last + 1]
        while after is not None and chain and not _closes(passage, chain[0], len(chain) == 1, near):
            chain = chain[1:]
        if after is not None and chain:
            runs.append((tuple(chain), after))
        at = last + 1
    return runs


def _ends(text: str, at: int, end: int) -> int | None:
    """Where the next text may begin, if a text can end at ``at``; else None."""
    match = load_patterns("units")["numbered/end"].regex.match(text[at:end])
    if match is None:
        return None
    after = at + match.end()
    rest = text[after:end].strip()
    if match["hard"] or not rest:
        return after
    first = rest.removeprefix("and ").split()[0].strip(",.;:").lower()
    return after if first in lexicon() or match["soft"] == "." else None


def _closes(passage: Passage, group: Range, last: bool, near: Callable[[str], bool]) -> bool:
    """Do the brackets hold names of States: known ones or, in the last brackets, what can be no other thing?"""
    start, end = _content(passage, group)
    words = passage.text[start:end].strip()
    if any(name.kind == "state" for name in names_in(passage, start, end)) or near(words):
        return True
    if not words or load_patterns("units")["numbered/no-state"].regex.search(words):
        return False
    return last and not any(name.kind == "instrument" for name in names_in(passage, start, end))


def _states(passage: Passage, group: Range) -> bool:
    """Do the brackets hold States and nothing else, before an "and" that leads on to what another State asked?"""
    names = _names(passage, group) if _LEADS_ON.match(passage.text, group[1]) else []
    return bool(names) and all(name.name is not None and name.name.kind == "state" for name in names)


def _content(passage: Passage, group: Range) -> Range:
    """What stands in the brackets, up to "on behalf of"."""
    start = group[0] + 1
    end = group[1] - 1 if passage.text[group[1] - 1] == ")" else group[1]
    text = passage.text
    if text[group[0] : group[1]].count("(") > text[group[0] : group[1]].count(")"):
        end = group[1]
    behalf = load_patterns("units")["numbered/on-behalf"].regex.search(text[start:end])
    return start, start + behalf.start() if behalf else end


def _names(passage: Passage, group: Range) -> list[ListedName]:
    return _listed(passage, *_content(passage, group))


def _listed(passage: Passage, start: int, end: int) -> list[ListedName]:
    rule = load_patterns("units")["numbered/brackets"].rule
    found: list[ListedName] = []
    for piece in read_list(passage, start, end, "state", True):
        joined = _joined_by_sign(passage, piece)
        found += [
            ListedName(
                **place(passage, *name.at, rule),
                name=name,
                partial=(),
                institution=False,
                expects="state",
            )
            for name in joined
        ]
        if not joined:
            found.append(
                ListedName(
                    **place(passage, *piece.at, rule),
                    name=piece.name,
                    partial=piece.partial,
                    institution=piece.institution,
                    expects="state",
                )
            )
    return found


def _joined_by_sign(passage: Passage, piece: ListPiece) -> tuple[NameMention, ...]:
    """The States of an item that is nothing but their names with "&" between them, else nothing."""
    names = piece.partial
    if piece.name is not None or any(name.kind != "state" for name in names):
        return ()
    edges = [piece.at[0], *(edge for name in names for edge in name.at), piece.at[1]]
    between = [passage.text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return names if between == ["", *["&"] * (len(names) - 1), ""] else ()
