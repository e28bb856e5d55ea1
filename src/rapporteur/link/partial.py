"""Expressions that are linked in part: "articles 18 and 99 of the Convention" → the one that stays open, by its number.

Takes the outcomes of one expression, each with the number it is about, gives them with the open ones quoted by that
number alone: the same words are not linked and open at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rapporteur.link.context import Outcome
from rapporteur.model import Linked, Report, Span, Unlinked

_LIST = re.compile(r"\d[\d./]*(?:(?:[\s,–—-]|\band\b|\bor\b|\bto\b|\(\w{1,4}\))*[\d)][\d./]*)*|(?<=\s)\S.*", re.DOTALL)
"""The numbers of an expression; of one whose numbers are Roman, what stands behind its first word."""


def told_apart(report: Report, outcomes: Iterable[tuple[Outcome, tuple[str, ...]]]) -> Iterator[Outcome]:
    """The outcomes of one expression; where some are links, those that are open by their numbers.

    :param outcomes: each with its number and the letters or numbers below it, ("6", "b"). One that is not printed, as
        within a range, is quoted by the numbers without the word before them.
    """
    known = list(outcomes)
    partly = any(isinstance(outcome, Linked) for outcome, _ in known)
    for outcome, number in known:
        yield _narrowed(report, outcome, number) if partly and isinstance(outcome, Unlinked) else outcome


def _narrowed(report: Report, outcome: Unlinked, number: tuple[str, ...]) -> Unlinked:
    below = "".join(rf"\s*\(?{re.escape(step)}\b\)?" for step in number[1:])
    printed = re.compile(rf"(?<![\w.]){re.escape(number[0])}(?!\w){below}")
    match = printed.search(outcome.quote) or _LIST.search(outcome.quote)
    if match is None:
        return outcome
    start = outcome.span.start
    return replace(outcome, span=Span(start + match.start(), start + match.end()), quote=match.group())
