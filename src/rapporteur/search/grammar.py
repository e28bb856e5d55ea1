"""The search words: what a person types in, a tree of words and phrases out, or an error that points at the place.

Grammar, loosest first: ``a OR b``; ``a b`` and ``a AND b``; ``a NOT b``; then ``word``, ``word*``, ``"a phrase"``,
``"a phr"*`` and ``( … )``. Operators are upper case; ``and``, ``or`` and ``not`` are words like any other. Nothing that
is typed reaches SQLite as syntax: `search.plan` writes every word as a quoted string.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rapporteur.errors import UnusableQuery

MOST_CHARACTERS = 2000
MOST_WORDS = 64
DEEPEST = 20
_SHOWN = 70
_OPERATORS = ("AND", "OR", "NOT")
_TOKEN = re.compile(r"(?P<open>\()|(?P<close>\))|(?P<quote>[\"“”])|(?P<star>\*)|(?P<word>[^\s()\"“”*]+)")
_MINUS = re.compile(r"[-−–](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Words:
    """A word, or words that stand side by side.

    :ivar prefix: whether the last of them is only the beginning of one.
    """

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every one of ``yes`` and none of ``no``; ``yes`` is never empty."""

    yes: tuple[Node, ...]
    no: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """At least one."""

    of: tuple[Node, ...]


Node = Words | All | Any


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class _Not:
    node: Node
    at: int


def parse(typed: str) -> Node | None:
    """The tree of what was typed; None where it is empty.

    :raises UnusableQuery: if it cannot be read; the error shows the place with a caret and says what to write.

    >>> parse('child* "forced labour" NOT tourism')
    All(yes=(Words(text='child', prefix=True), Words(text='forced labour', prefix=False)), \
no=(Words(text='tourism', prefix=False),))
    """
    if len(typed) > MOST_CHARACTERS:
        raise _fault(
            typed, MOST_CHARACTERS, f"{len(typed)} characters.", f"at most {MOST_CHARACTERS}.", "Search for less."
        )
    text = "".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in typed)
    return _Parser(text).whole()


class _Parser:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)
        self.at = 0
        self.words = 0

    def whole(self) -> Node | None:
        if not self.text.strip():
            return None
        if not self.tokens:
            first = len(self.text) - len(self.text.lstrip())
            raise _fault(self.text, first, "Signs alone.", "a letter or a figure to look for.", "Write a word.")
        node = self.either(0)
        if self.next is not None:
            raise _fault(
                self.text,
                self.next.at,
                "A closing parenthesis that nothing opens.",
                "as many opening as closing ones.",
                "Take it out, or put ( where the group begins; in quotation marks it is no syntax.",
            )
        return node

    @property
    def next(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def operator(self, *names: str) -> bool:
        return self.next is not None and self.next.kind == "operator" and self.next.text in names

    def either(self, depth: int) -> Node:
        if depth > DEEPEST and self.next:
            raise _fault(
                self.text,
                self.next.at - 1,
                f"Parentheses within parentheses, more than {DEEPEST} deep.",
                f"at most {DEEPEST}.",
                "Leave out those that change nothing.",
            )
        found = [self.every(depth)]
        while self.operator("OR"):
            self.at += 1
            found.append(self.every(depth))
        return found[0] if len(found) == 1 else Any(tuple(found))

    def every(self, depth: int) -> Node:
        yes: list[Node] = []
        no: list[_Not] = []
        while True:
            node = self.one(depth)
            if isinstance(node, _Not):
                no.append(node)
            else:
                yes.append(node)
            if self.operator("AND"):
                self.at += 1
            elif self.next is None or self.next.kind == "close" or self.operator("OR"):
                break
        if not yes:
            raise _fault(
                self.text,
                no[0].at,
                "NOT with nothing that it takes away from.",
                "something to look for beside it.",
                "Write for example: victims NOT witnesses.",
            )
        return yes[0] if len(yes) == 1 and not no else All(tuple(yes), tuple(one.node for one in no))

    def one(self, depth: int) -> Node | _Not:
        token = self.next
        if token is None or token.kind == "close" or self.operator("AND", "OR"):
            raise self.missing(token)
        self.at += 1
        if token.kind == "operator":
            inner = self.one(depth)
            if isinstance(inner, _Not):
                raise _fault(self.text, inner.at, "NOT after NOT.", "one NOT.", "Take one out.")
            return _Not(inner, token.at)
        if token.kind == "open":
            inner = self.either(depth + 1)
            if self.next is None:
                raise _fault(
                    self.text,
                    token.at,
                    "A parenthesis that is not closed.",
                    "a ) for every (.",
                    "Put ) where the group ends; in quotation marks it is no syntax.",
                )
            self.at += 1
            return inner
        self.words += 1
        if self.words > MOST_WORDS:
            raise _fault(
                self.text, token.at, f"More than {MOST_WORDS} words.", f"at most {MOST_WORDS}.", "Search for less."
            )
        return Words(token.text, token.kind == "prefix")

    def missing(self, token: _Token | None) -> UnusableQuery:
        """The error for a place where a word should stand."""
        before = self.tokens[self.at - 1] if self.at else None
        seen = f"Nothing after {before.text}." if before else f"Nothing before {token.text if token else 'the end'}."
        word = token or before
        name = word.text if word and word.kind == "operator" else before.text if before else ""
        remedy = "Put a word there." + (f' To look for the word itself, write "{name}".' if name in _OPERATORS else "")
        return _fault(self.text, token.at if token else len(self.text), seen, "a word, a phrase or a group.", remedy)


def _tokens(text: str) -> list[_Token]:
    """The tokens of a text; signs that stand alone are passed over, as between two words."""
    tokens: list[_Token] = []
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        kind, found = match.lastgroup or "", match[0]
        if kind == "quote":
            tokens.append(_phrase(text, match.start()))
            at = tokens[-1].end
        elif kind == "star":
            tokens[-1:] = [_star(text, match.start(), tokens)]
        elif kind == "word":
            before = text[match.start() - 1 : match.start()]
            if _MINUS.match(found) and not before.strip():
                raise _fault(
                    text,
                    match.start(),
                    f"A minus before a word: {found[:40]}.",
                    "NOT before what is to be left out.",
                    f"Write NOT {found[1:41]}, or the word without its minus.",
                )
            if found == "NEAR" and text[at : at + 1] == "(":
                raise _fault(
                    text,
                    match.start(),
                    "NEAR, which is not known here.",
                    "words, phrases, AND, OR, NOT.",
                    'Write the words side by side, or as a "phrase".',
                )
            if found in _OPERATORS:
                tokens.append(_Token("operator", found, match.start(), at))
            elif _has_word(found):
                tokens.append(_Token("word", found, match.start(), at))
        else:
            tokens.append(_Token(kind, found, match.start(), at))
    return tokens


def _phrase(text: str, at: int) -> _Token:
    """The phrase that opens at a place."""
    closing = re.compile('["“”]').search(text, at + 1)
    if closing is None:
        raise _fault(
            text, at, "A quotation mark that is not closed.", "one at each end of the phrase.", "Put one at its end."
        )
    inside = text[at + 1 : closing.start()]
    if not _has_word(inside):
        raise _fault(text, at, "A phrase without a word.", "words between the marks.", "Write the phrase, or nothing.")
    return _Token("word", inside, at, closing.end())


def _star(text: str, at: int, tokens: list[_Token]) -> _Token:
    """The word before a star, as the beginning of words."""
    last = tokens[-1] if tokens else None
    follows = text[at + 1 : at + 2]
    if last is None or last.kind != "word" or last.end != at or (follows.strip() and follows not in ")("):
        raise _fault(
            text,
            at,
            "A star that ends no word.",
            "the star right behind the beginning of a word.",
            "Write for example: traffick*. A star within or before a word is not known.",
        )
    return _Token("prefix", last.text, last.at, at + 1)


def _has_word(text: str) -> bool:
    """Whether the index would see a word in it: a letter, a figure, or a sign of private use."""
    return any(unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "Co" for sign in text)


def _fault(text: str, at: int, seen: str, expected: str, remedy: str) -> UnusableQuery:
    """An error that shows the place with a caret."""
    at = min(max(at, 0), len(text))
    begin = max(0, min(at - _SHOWN // 2, len(text) - _SHOWN))
    line = "".join(" " if sign.isspace() or not sign.isprintable() else sign for sign in text[begin : begin + _SHOWN])
    return UnusableQuery(
        seen,
        where=f"the search words, character {at + 1}\n  {line}\n  {' ' * (at - begin)}^\n",
        expected=expected,
        remedy=remedy,
    )
