"""Letters: a compiled expression in, out what every match of it begins with and cannot do without.

Read off the parsed expression, so that no pattern has to declare it. White space is taken for one space: what is read
here holds for texts without any other, as clean text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 200
"""Words that a form may begin with, or need one of; with more it is tried everywhere."""
_LONG = 4
"""Letters that are enough of the beginning of a word where all that may follow would be more than `_MOST`."""
_OPENING = 8
"""Elements of an expression of which it is asked whether they are capitals."""
_FEW = 4
"""Signs of a character class that are read as letters of a word: "[Tt]"."""
_SETS = 2
"""Sets of words of each of which a match holds one, that are looked for; of more the rarest."""
COMMON = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "its", "of", "on", "or", "the", "to", "The"]
)
"""Words that stand in nearly every sentence, so that it tells nothing that one does."""
CLAUSE_ENDS = ",;:()"
"""Signs that a chain of capitalised words does not run over."""
_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

Words = frozenset[str]
_NOTHING: Words = frozenset([""])
_NONE: Words = frozenset()
_SPACE: Words = frozenset([" "])
Tree = Iterable[tuple[Any, Any]]
"""A parsed expression: its elements, each with its kind and what belongs to it."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What is known of every match of an expression.

    :ivar heads: it begins with one of these words; empty where that is not known.
    :ivar common: one of the heads stands in nearly every sentence, so that they tell something only near a need.
    :ivar needs: sets of words; it holds one of each set. The rarest comes first.
    :ivar capitals: so many capital letters, at most 2, it begins with.
    :ivar folded: small and capital letters are the same to it; heads and needs are in small ones.
    :ivar in_clause: between its beginning and the word of the first set that it holds stands none of `CLAUSE_ENDS`.
    """

    heads: tuple[str, ...] = ()
    common: bool = False
    needs: tuple[tuple[str, ...], ...] = ()
    capitals: int = 0
    in_clause: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class _Need:
    """A set of words of which every match holds one, and whether what stands before it ends no clause."""

    words: Words
    in_clause: bool


def letters_of(regex: re.Pattern[str]) -> Letters:
    """What every match of an expression begins with and needs.

    >>> letters_of(re.compile("[Tt]he (?:red|green) buoy")).heads
    ('The green buoy', 'The red buoy', 'the green buoy', 'the red buoy')
    """
    tree = _parser.parse(regex.pattern, regex.flags)
    whole, begun = _beginnings(tree)
    heads = _shortest(frozenset(word.rstrip(" ") for word in whole | begun))
    if "" in heads or len(heads) > _MOST:
        heads = _NONE
    if regex.flags & re.IGNORECASE:
        small = [_small(heads), *(_small(need.words) for need in _needed(tree))]
        return Letters(small[0], needs=tuple(filter(None, small[1:])), folded=True)
    needs = [need for need in _needed(tree) if need.words != heads][:_SETS]
    return Letters(
        tuple(sorted(heads)),
        any(_is_common(word) for word in heads),
        tuple(tuple(sorted(need.words)) for need in needs),
        _capitals(tree, 0),
        bool(needs) and needs[0].in_clause,
    )


def _small(words: Words) -> tuple[str, ...]:
    """The words in small letters; none where another letter may stand for one of theirs, as "ſ" does for "s"."""
    return tuple(sorted({word.lower() for word in words})) if all(map(str.isascii, words)) else ()


def elements(tree: Tree) -> list[tuple[Any, Any]]:
    """The elements of a parsed expression, which itself gives them one by one more slowly."""
    return tree.data if isinstance(tree, _parser.SubPattern) else list(tree)


def _is_common(word: str) -> bool:
    """Is the word so short or frequent that nearly every text holds it? A capital letter is not."""
    return word in COMMON or (len(word) < 2 and not word.isupper())


def _shortest(words: Words) -> Words:
    """The words without those that begin with another of them."""
    kept: list[str] = []
    for word in sorted(words):
        if not kept or not word.startswith(kept[-1]):
            kept.append(word)
    return frozenset(kept)


def _least(need: _Need) -> _Need:
    """The need without spaces around its words, and without words that hold another of them."""
    kept: list[str] = []
    for word in sorted({word.strip(" ") for word in need.words}, key=len):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    led = (word[: min(word.index(one) for one in kept if one in word)] for word in need.words)
    return _Need(frozenset(kept), need.in_clause and not any(set(CLAUSE_ENDS) & set(before) for before in led))


def _beginnings(tree: Tree) -> tuple[Words, Words]:
    """What every match of a sequence is, as far as is known: whole words, and words that some unknown text follows."""
    whole, begun = _NOTHING, _NONE
    literal = ""
    for kind, value in elements(tree):
        if kind is op.LITERAL:
            literal += chr(value)
            continue
        if literal:
            whole, literal = frozenset(word + literal for word in whole), ""
        next_whole, next_begun = _beginning(kind, value)
        if len(whole) * (len(next_whole) + len(next_begun)) > _MOST:
            begun |= {word for word in whole if len(word) >= _LONG}
            whole -= begun
            next_whole, next_begun = _NONE, _shortest(next_begun | next_whole)
        if len(whole) * (len(next_whole) + len(next_begun)) > _MOST:
            return _NONE, begun | whole
        begun |= {a + b for a in whole for b in next_begun}
        whole = frozenset(a + b for a in whole for b in next_whole)
        if not whole:
            return whole, begun
    return frozenset(word + literal for word in whole), begun


def _beginning(kind: Any, value: Any) -> tuple[Words, Words]:
    """`_beginnings` of one element of a parsed expression."""
    if kind is op.LITERAL:
        return frozenset([chr(value)]), _NONE
    if kind in _ZERO_WIDTH:
        return _NOTHING, _NONE
    if kind is op.IN and value == [(op.CATEGORY, op.CATEGORY_SPACE)]:
        return _SPACE, _NONE
    if kind is op.IN and len(value) <= _FEW and all(k is op.LITERAL for k, _ in value):
        return frozenset(chr(letter) for _, letter in value), _NONE
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _beginnings(value[3])
    if kind is op.ATOMIC_GROUP:
        return _beginnings(value)
    if kind is op.BRANCH:
        branches = [_beginnings(branch) for branch in value[1]]
        return frozenset().union(*(b[0] for b in branches)), frozenset().union(*(b[1] for b in branches))
    if kind in _REPEATS:
        least, most, repeated = value
        whole, begun = _beginnings(repeated)
        if most > 1:
            whole, begun = _NONE, begun | whole
        return (whole | _NOTHING if least == 0 else whole), begun
    return _NONE, _NOTHING


def _needed(tree: Tree) -> list[_Need]:
    """The sets of words of each of which every match of a sequence holds one, the rarest first."""
    sets: list[_Need] = []
    run, run_in_clause, in_clause = _NOTHING, True, True
    for kind, value in elements(tree):
        whole, begun = _beginning(kind, value)
        if len(run) * (len(whole) + len(begun)) > _MOST:
            sets.append(_Need(run, run_in_clause))
            run, run_in_clause = _NOTHING, in_clause
        run = frozenset(a + b for a in run for b in whole | begun)
        if begun or len(run) > _MOST:
            sets.append(_Need(run, run_in_clause))
            sets += [_Need(need.words, need.in_clause and in_clause) for need in _needed_of(kind, value)]
            run, run_in_clause = _NOTHING, in_clause and _stays_in_clause(kind, value)
        in_clause = in_clause and _stays_in_clause(kind, value)
    sets.append(_Need(run, run_in_clause))
    known = sorted({least for need in sets if _rarity((least := _least(need)).words) > 0}, key=_order, reverse=True)
    return [need for at, need in enumerate(known) if not any(rarer.words <= need.words for rarer in known[:at])]


def _needed_of(kind: Any, value: Any) -> list[_Need]:
    """`_needed` of one element of a parsed expression."""
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _needed(value[3])
    if kind is op.ATOMIC_GROUP:
        return _needed(value)
    if kind is op.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        if not all(branches):
            return []
        together = _Need(frozenset().union(*(n[0].words for n in branches)), all(n[0].in_clause for n in branches))
        return [together] if len(together.words) <= _MOST else []
    if kind in _REPEATS and value[0]:
        return _needed(value[2])
    return []


def _order(need: _Need) -> tuple[float, bool, list[str]]:
    return _rarity(need.words), need.in_clause, sorted(need.words)


def _rarity(words: Words) -> float:
    """How seldom, roughly, a text holds one of the words: long ones, and few, are rare; below 0: always."""
    shortest = min(map(len, words), default=0)
    if (
        not shortest
        or words & COMMON
        or (shortest == 1 and any(len(w) == 1 and (w.isalnum() or w.isspace()) for w in words))
    ):
        return -1
    return 8 * min(shortest, 8) + (_MOST - len(words)) / 4


def _stays_in_clause(kind: Any, value: Any) -> bool:
    """Is none of the signs that end a clause in whatever this element of a parsed expression matches?"""
    if kind in _ZERO_WIDTH:
        return True
    if kind is op.LITERAL:
        return chr(value) not in CLAUSE_ENDS
    if kind is op.IN:
        return not any(_holds(value, ord(sign)) for sign in CLAUSE_ENDS)
    if kind is op.BRANCH:
        return all(_stays_in_clause(*element) for branch in value[1] for element in elements(branch))
    if kind in (op.SUBPATTERN, op.ATOMIC_GROUP, *_REPEATS):
        inner = value if kind is op.ATOMIC_GROUP else value[3] if kind is op.SUBPATTERN else value[2]
        return all(_stays_in_clause(*element) for element in elements(inner))
    return False


def _holds(members: Sequence[tuple[Any, Any]], code: int) -> bool:
    """May a character class hold the punctuation mark of this code?"""
    negated = bool(members) and members[0][0] is op.NEGATE
    within = any(
        (kind is op.LITERAL and value == code)
        or (kind is op.RANGE and value[0] <= code <= value[1])
        or (kind is op.CATEGORY and value not in _NO_SIGNS)
        for kind, value in members
    )
    return not within if negated else within


_NO_SIGNS = (op.CATEGORY_WORD, op.CATEGORY_DIGIT, op.CATEGORY_SPACE)
"""Categories that hold no punctuation mark."""


def _capitals(tree: Tree, after: int) -> int:
    """With how many capital letters, at most 2, every match of a sequence begins that so many of them follow."""
    parts = elements(tree)
    if len(parts) > _OPENING:
        parts, after = parts[:_OPENING], 0
    for kind, value in reversed(parts):
        after = _capital(kind, value, after)
    return after


def _capital(kind: Any, value: Any, after: int) -> int:
    """`_capitals` of one element of a parsed expression."""
    if kind in _ZERO_WIDTH:
        return after
    if kind is op.LITERAL or kind is op.IN:
        members = [(kind, value)] if kind is op.LITERAL else value
        return min(2, after + 1) if all(_is_capital(*member) for member in members) else 0
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _capitals(value[3], after)
    if kind is op.ATOMIC_GROUP:
        return _capitals(value, after)
    if kind is op.BRANCH:
        return min(_capitals(branch, after) for branch in value[1])
    if kind in _REPEATS:
        least, most, repeated = value
        times = [after]
        while len(times) <= min(most, least + 2):
            times.append(_capitals(repeated, times[-1]))
        return min(times[least:])
    return 0


def _is_capital(kind: Any, value: Any) -> bool:
    if kind is op.LITERAL:
        return chr(value).isupper()
    return kind is op.RANGE and all(chr(code).isupper() for code in range(value[0], value[1] + 1))
