"""Steps below an article: "26, paragraphs 2 and 3", "5 (d) (i)", "subparagraphs (a) to (c)" → the path of each.

Takes a passage and the place behind a number, gives what was read and where reading stopped.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapporteur.find.numbers import between_ends
from rapporteur.find.passages import Passage
from rapporteur.model.citations import Steps


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a place on: the targets, and where reading stopped."""

    targets: tuple[Steps, ...]
    end: int


def read_steps(passage: Passage, at: int, base: Steps) -> Read:
    """What follows a number: brackets, ", paragraphs 2 and 3", ", subparagraph (a)"; without any, the number itself."""
    targets: list[Steps] = [base]
    brackets = _read_brackets(passage, at, base)
    if brackets is not None:
        targets, at = list(brackets.targets), brackets.end
    while True:
        step = passage.take("provision/step", at)
        if step is None:
            return Read(tuple(targets), at)
        sub = step["sub"] is not None
        plural = (step["subplural"] if sub else step["plural"]) is not None
        values, end = read_values(passage, at + step.end(), plural)
        if not values:
            return Read(tuple(targets), at)
        *before, last = targets
        targets = before + [(*last, *named_steps(sub, value, bool(last[len(base) :]))) for value in values]
        at = end


def _read_brackets(passage: Passage, at: int, base: Steps) -> Read | None:
    """ "(2) (a) and (b)": steps in brackets after a number."""
    steps = base
    end = at
    while (bracket := passage.take("provision/bracketed", end)) is not None:
        steps = (*steps, _bracket_step(bracket["value"], steps))
        end += bracket.end()
    if end == at:
        return None
    targets = [steps]
    while (siblings := _siblings(passage, end, targets[-1][-1][1])) is not None:
        targets += [(*steps[:-1], (steps[-1][0], value)) for value in siblings[0]]
        end = siblings[1]
    return Read(tuple(targets), end)


def read_values(passage: Passage, at: int, plural: bool) -> tuple[list[tuple[str, ...]], int]:
    """Numbers or letters of paragraphs; in the plural a list or a range of them. Each is a path: ("1", "a")."""
    values: list[tuple[str, ...]] = []
    last_joined = ranged = False
    end = at
    while (value := passage.take("provision/value", at)) is not None:
        path: tuple[str, ...] = (value["bracketed"] or value["value"],)
        end = at + value.end()
        while (bracket := passage.take("provision/bracketed", end)) is not None:
            path = (*path, bracket["value"])
            end += bracket.end()
        if ranged and values:
            values += [(step,) for step in between_ends(values[-1][-1], path[-1])]
        values.append(path)
        while len(path) > 1 and (siblings := _siblings(passage, end, values[-1][-1])) is not None:
            values += [(*path[:-1], value) for value in siblings[0]]
            end = siblings[1]
        if not plural:
            break
        joined = passage.take("provision/and", end)
        comma = passage.take("provision/comma", end)
        span = passage.take("provision/range", end)
        if joined is not None and not last_joined:
            at, last_joined, ranged = end + joined.end(), True, False
        elif comma is not None and not last_joined:
            at, ranged = end + comma.end(), False
        elif span is not None:
            at, ranged = end + span.end(), True
        else:
            break
    return values, end


def _siblings(passage: Passage, at: int, before: str) -> tuple[list[str], int] | None:
    """More brackets of the level of ``before``, " and (b)" or " to (d)" with those between, and where they end."""
    joined = passage.take("provision/and", at) or passage.take("provision/comma", at)
    span = passage.take("provision/range", at) if joined is None else None
    joint = joined or span
    bracket = passage.take("provision/bracketed", at + joint.end()) if joint is not None else None
    if joint is None or bracket is None or passage.text[at + joint.end()] != "(":
        return None
    between = between_ends(before, bracket["value"]) if span is not None else []
    return [*between, bracket["value"]], at + joint.end() + bracket.end()


def named_steps(sub: bool, path: tuple[str, ...], below: bool) -> Steps:
    """Steps with their units: a "subparagraph 2" of an article is its paragraph 2, as the treaties call it."""
    steps: list[tuple[str, str]] = []
    for index, value in enumerate(path):
        paragraph = (not sub or (value[0].isdigit() and not below)) and index == 0
        steps.append(("paragraph" if paragraph and value[0].isdigit() else "subparagraph", value))
    return tuple(steps)


def _bracket_step(value: str, steps: Steps) -> tuple[str, str]:
    under_article = steps[-1][0] in ("article", "rule")
    return ("paragraph" if under_article and value.isdigit() else "subparagraph", value)


def between_numbers(first: Steps, last: Steps) -> list[Steps]:
    return [((last[0][0], number),) for number in between_ends(first[0][1], last[0][1])]
