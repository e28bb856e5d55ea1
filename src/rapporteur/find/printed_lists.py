"""Lists that are told by their lines: a name a line, or columns of names, with no sign between two of them.

Takes a stretch of a passage behind the words that announce a list, gives its items, or nothing where it is not printed
so. Columns may have run together ("Azuria Syldavia"), and a name may go on a line below, with another column between:
what is no known name is an item of its own, so that a misspelt one is compared and any other is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapporteur.find.lists import ListPiece, piece
from rapporteur.find.passages import Passage, Range
from rapporteur.find.scenes import names_in
from rapporteur.model.actors import Expected
from rapporteur.model.citations import NameMention
from rapporteur.patterns import load_patterns

_FEWEST_LINES = 3
_MOST_WORDS = 5
_SIGNS = " .,;:*•·|–—-\t"


def read_printed(
    passage: Passage, start: int, end: int, expects: Expected, *, last: bool = False
) -> tuple[ListPiece, ...]:
    """The items of ``text[start:end]`` where its lines tell them; empty where they do not.

    :param expects: what the words before the list announce; a list of States ends at the first line that is no name.
    :param last: no other list follows in the sentence that ends at ``end``: a list of States may go on behind it.
    """
    lines = lines_of(passage, start, end)
    if len(lines) < 2 or _divided(passage.text, lines):
        return ()
    if expects == "state":
        further = lines_of(passage, end, len(passage.text)) if last else []
        return _columns(passage, [*lines, *further], end)
    return _bodies(passage, lines) if expects == "organization" else ()


def lines_of(passage: Passage, start: int, end: int) -> list[Range]:
    """The stretches of ``text[start:end]`` that stand on one line each in the text as read."""
    source, offsets = passage.report.source.text, passage.clean.offsets
    breaks = [
        at
        for at in range(start + 1, end - 1)
        if passage.text[at] == " " and "\n" in source[offsets[at - 1] + 1 : offsets[at + 1]]
    ]
    bounds = [start, *(at + 1 for at in breaks), end + 1]
    return [(a, b - 1) for a, b in pairwise(bounds) if passage.text[a : b - 1].strip(_SIGNS)]


def _divided(text: str, lines: Sequence[Range]) -> bool:
    """Do signs divide the items, so that the lines need not tell them?"""
    closed = sum(text[a:b].rstrip().endswith((",", ";")) for a, b in lines[:-1])
    within = sum(text.count("), ", a, b) + text.count("; ", a, b) for a, b in lines)
    return 3 * (closed + within) > len(lines)


def _columns(passage: Passage, lines: Sequence[Range], end: int) -> tuple[ListPiece, ...]:
    """States by their lines, up to the first line that is prose; none where too few of the words are names.

    A full stop behind a name ends a sentence, not the list; behind it a line must hold a name and no words of a clause.
    """
    text, lead = passage.text, 0
    found: list[tuple[Range, tuple[NameMention, ...]]] = []
    listed: set[object] = set()
    names = [name for name in names_in(passage, lines[0][0], lines[-1][1]) if name.kind != "instrument"]
    at = lines[0][0]
    for a, b in lines:
        here = _new([name for name in names if a <= name.at[0] < b], listed)
        loose = _between(text, max(a, at), b, here)
        named = bool(here) and not text[a : here[0].at[0]].strip(_SIGNS)
        prose = any(len(text[slice(*one)].split()) > _MOST_WORDS for one in loose)
        if prose or (a >= end and (not here or any(text[one[0]].islower() for one in loose))):
            break
        lead += named
        found += [(name.at, (name,)) for name in here]
        found += [(one, ()) for one in loose if text[one[0]].isupper()]
        at = max([b, *(name.at[1] for name in here)])
    pieces = [one for where, own in sorted(found, key=lambda each: each[0]) if (one := piece(passage, *where, own))]
    known = sum(one.name is not None for one in pieces)
    return tuple(pieces) if lead >= _FEWEST_LINES and 4 * known >= 3 * len(pieces) else ()


def _new(names: Sequence[NameMention], listed: set[object]) -> list[NameMention]:
    """Those not yet ``listed``, to which they are added: a name that goes on elsewhere names nobody new."""
    found = []
    for name in names:
        if name.candidates not in listed:
            listed.add(name.candidates)
            found.append(name)
    return found


def _between(text: str, start: int, end: int, names: Sequence[NameMention]) -> list[Range]:
    """The words of a line that stand before, between and behind its names, without signs around them."""
    edges = [start, *(at for name in names for at in name.at), end]
    found = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        words = text[a:b].strip(_SIGNS) if a < b else ""
        inverted = a > start and load_patterns("lists")["list/inverted"].regex.match(text[a:b].rstrip())
        if any(sign.isalpha() for sign in words) and not inverted:
            first = text.index(words, a)
            found.append((first, first + len(words)))
    return found


def _bodies(passage: Passage, lines: Sequence[Range]) -> tuple[ListPiece, ...]:
    """Organizations a line each, if every one is known or built as such a name; a line may go on in the next.

    Nothing where a comma stands between two that are known: it divides the items, and lines end where they are full.
    """
    unfinished = load_patterns("lists")["list/unfinished"].regex
    known = [name for name in names_in(passage, lines[0][0], lines[-1][1]) if name.kind != "instrument"]
    if any(passage.text[a.at[1] : b.at[0]] == ", " for a, b in pairwise(known)):
        return ()
    joined: list[Range] = []
    for a, b in lines:
        before = passage.text[slice(*joined[-1])] if joined else ""
        over = any(name.at[0] < a < name.at[1] for name in known)
        if before and (over or unfinished.search(before) or not re.match(r"\W*[A-ZÀ-Þ\d]", passage.text[a:b])):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    if len(joined) < _FEWEST_LINES:
        return ()
    pieces = [one for a, b in joined if (one := piece(passage, a, b, names_in(passage, a, b))) is not None]
    return tuple(pieces) if all(one.name is not None or one.institution for one in pieces) else ()
