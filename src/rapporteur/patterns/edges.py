"""Edges: a compiled expression in, out whether its matches touch the beginning or the end of a text, and how they end.

Read off the parsed expression, as `letters` are. Words before a name ("chaired by $") and behind it ("^ , keeper") are
looked for at that edge alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from rapporteur.patterns.letters import Tree, Words, elements

_MOST = 400
"""Endings of a form that are told apart; with more it is tried on every text."""
_ENOUGH = 60
"""Endings that texts are asked for; of more only the last letters."""
_LONG = 8
"""Letters of an ending."""
_FEW = 4
"""Signs of a character class that are read as letters of an ending."""
_NOTHING: Words = frozenset([""])
_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_BEGINNING = (op.AT_BEGINNING, op.AT_BEGINNING_STRING)
_END = (op.AT_END, op.AT_END_STRING)


@dataclass(frozen=True, slots=True)
class Edges:
    """Where in a text the matches of an expression stand.

    :ivar first: each begins where the text does.
    :ivar lines: each begins where a line does.
    :ivar tails: each ends where the text does, which then ends with one of these; white space but a space at the end is
        in none of them. Empty where that is not known.
    """

    first: bool = False
    lines: bool = False
    tails: tuple[str, ...] = ()


def edges_of(regex: re.Pattern[str]) -> Edges:
    """The edges that every match of an expression touches.

    >>> edges_of(re.compile(r"(?:met|held)\\sby\\s(?:the\\s)?$")).tails
    ('by ', 'the ')
    """
    tree = _parser.parse(regex.pattern, regex.flags)
    if regex.flags & re.MULTILINE:
        return Edges(lines=_begins(tree))
    tails = None if regex.flags & re.IGNORECASE else _tails(tree)
    kept = frozenset(_piece(tail) for tail in tails or ())
    for letters in range(_LONG, 0, -1):
        kept = frozenset(tail[-letters:] for tail in kept)
        kept = frozenset(tail for tail in kept if not any(tail != other and tail.endswith(other) for other in kept))
        if len(kept) <= _ENOUGH:
            break
    return Edges(_begins(tree), False, () if "" in kept or len(kept) > _ENOUGH else tuple(sorted(kept)))


def _piece(tail: str) -> str:
    """What stands in an ending behind its last white space but the one that closes it; of two the last."""
    body = tail.rstrip(" ")
    if len(tail) - len(body) > 1:
        return " "
    return body[body.rfind(" ") + 1 :] + tail[len(body) :][:1] if body else tail[-1:]


def _begins(tree: Tree) -> bool:
    """Does every match of a sequence begin where the text does; or where a line does, to one that reads lines?"""
    for kind, value in elements(tree):
        if kind is op.AT and value in _BEGINNING:
            return True
        if kind is op.SUBPATTERN and _begins(value[3]):
            return True
        if kind is op.BRANCH and all(_begins(branch) for branch in value[1]):
            return True
        if kind in _REPEATS and value[0] and _begins(value[2]):
            return True
        if kind not in _ZERO_WIDTH:
            return False
    return False


def _tails(tree: Tree) -> Words | None:
    """How every match of a sequence ends that ends where the text does; None where one need not."""
    parts = elements(tree)
    if not parts:
        return None
    kind, value = parts[-1]
    if kind is op.AT and value in _END:
        return _joined(*_endings(parts[:-1]))
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        inner = [_tails(value[3])]
    elif kind is op.BRANCH:
        inner = [_tails(branch) for branch in value[1]]
    else:
        return None
    if any(tails is None for tails in inner):
        return None
    together: Words = frozenset().union(*(tails for tails in inner if tails is not None))
    short = {tail for tail in together if len(tail) < _LONG}
    if not short:
        return together
    return (together - short) | {before + tail for tail in short for before in _joined(*_endings(parts[:-1]))}


def _joined(whole: Words, ended: Words) -> Words:
    return frozenset(text[-_LONG:] for text in whole | ended)


def _endings(tree: Tree) -> tuple[Words, Words]:
    """What every match of a sequence is, as far as is known: whole texts, and texts that something unknown precedes."""
    whole: Words = _NOTHING
    ended: Words = frozenset()
    for kind, value in reversed(elements(tree)):
        next_whole, next_ended = _ending(kind, value)
        if len(whole) * (len(next_whole) + len(next_ended)) > _MOST:
            return frozenset(), ended | whole
        ended |= {before + text for before in next_ended for text in whole}
        whole = frozenset(before + text for before in next_whole for text in whole)
        ended |= {text[-_LONG:] for text in whole if len(text) >= _LONG}
        whole = frozenset(text for text in whole if len(text) < _LONG)
        if not whole:
            break
    return whole, ended


def _ending(kind: Any, value: Any) -> tuple[Words, Words]:
    """`_endings` of one element of a parsed expression."""
    if kind is op.LITERAL:
        return frozenset([chr(value)]), frozenset()
    if kind in _ZERO_WIDTH:
        return _NOTHING, frozenset()
    if kind is op.IN and value == [(op.CATEGORY, op.CATEGORY_SPACE)]:
        return frozenset([" "]), frozenset()
    if kind is op.IN and len(value) <= _FEW and all(k is op.LITERAL for k, _ in value):
        return frozenset(chr(letter) for _, letter in value), frozenset()
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _endings(value[3])
    if kind is op.ATOMIC_GROUP:
        return _endings(value)
    if kind is op.BRANCH:
        branches = [_endings(branch) for branch in value[1]]
        return frozenset().union(*(b[0] for b in branches)), frozenset().union(*(b[1] for b in branches))
    if kind in _REPEATS:
        least, most, repeated = value
        whole, ended = _endings(repeated)
        if most > 1:
            whole, ended = frozenset(), ended | whole
        return (whole | _NOTHING if least == 0 else whole), ended
    return frozenset(), _NOTHING
