"""House styles as data: one file a family of reports, chosen from the words of the document and said with reasons.

A style file is TOML: what the family is and which documents it was read against, ``[[recognise]]`` cues with weights,
``[ways]`` in which the family records things, ``[names]`` that it shortens, and further ``[[pattern]]`` and ``[words]``
entries that are laid over the general pattern files. A new style is a new file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapporteur.errors import UnusableInput
from rapporteur.model.style import GENERIC, Style, StyleChoice
from rapporteur.patterns.form import Form
from rapporteur.patterns.styles.tables import first_fault

ENOUGH = 3
"""Weight of the matching cues from which a style counts as recognised."""

FRONT = 8_000
"""Characters at the beginning of a text in which a cue with ``where = "front"`` is looked for."""

_HEAD = 1_000
"""Characters at the beginning of a text, its masthead and title, that decide between styles which fit equally."""

WAYS: dict[str, dict[str, str]] = {
    "recommendations": {
        "deontic": "chapters of recommendations; a unit is a deontic operator with its addressee",
        "numbered": "the body numbers its recommendations; a unit is a number, its States in parentheses at the end",
        "conclusions": "the body concludes, requests and invites; a unit is such a clause",
        "operative": "operative paragraphs of resolutions and decisions that the report carries",
        "told": "sentences that tell what the body itself requested at its meeting; a unit is such a clause",
        "none": "the report holds no recommendations",
    },
    "statements": {
        "sentence": "a sentence tells who made statements",
        "lettered": "lettered lists of members, observers and organizations under a chapeau",
        "speaker-paragraph": "one paragraph a speaker, named where the paragraph begins",
        "views": "the same, under headings that say whose views they are",
    },
    "attendance": {
        "sentence": "a sentence or its list tells who was represented",
        "annex": "a list under the headings of an annex",
        "table": "a table",
        "numbers": "numbers only, nobody is named",
        "review": "a State under review, its delegation and a group of rapporteurs",
    },
    "secretariat": {
        "own": "the body has a secretariat of its own: the word alone does not mean that of the United Nations",
    },
}
"""What a style may say of itself, and what that means."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A form by which a family is recognised.

    :ivar label: the reason as it is said: "The symbol is one of the Port Authority."
    :ivar where: "front" or "text".
    :ivar weight: what it counts; cues against a style count below zero.
    """

    label: str
    where: str
    weight: int
    regex: Form
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def style_ids() -> tuple[str, ...]:
    """The ids of the styles that the package carries, sorted."""
    found = (entry.name for entry in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def load_style(name: str) -> Style:
    """The style of that id, or in the data file at that path.

    :raises UnusableInput: if there is none, or the file is no style; it names what is wrong.
    """
    return _read(_path(name))[0]


def cues_of(style: Style) -> tuple[Cue, ...]:
    """The cues by which a style is recognised, in the order of its file."""
    return _read(style.path)[1] if style.path else ()


@cache
def overlay(style: Style) -> dict[str, Any]:
    """The ``pattern`` and ``words`` tables that a style lays over the general files."""
    if not style.path:
        return {}
    data = _data(style.path)
    return {"pattern": data.get("pattern", []), "words": data.get("words", {})}


def choose_style(text: str, symbol: str | None = None) -> StyleChoice:
    """The style that the words of a document show, with the reasons; the generic one where none is sure.

    :param symbol: of the document, where the text may not print it.
    """
    found: list[tuple[int, str, tuple[str, ...]]] = []
    for id in style_ids():
        hits = _hits(load_style(id), text, symbol)
        weight = sum(cue.weight for cue in hits)
        if weight >= ENOUGH:
            found.append((weight, id, tuple(cue.label for cue in hits if cue.weight > 0)))
    found.sort(key=lambda row: (-row[0], row[1]))
    rivals = tuple(id for _, id, _ in found[1:])
    if not found:
        return StyleChoice(generic(), ("No house style was recognised.",))
    tied = [(_weight_of_head(load_style(id), text, symbol), id) for weight, id, _ in found if weight == found[0][0]]
    best = [id for weight, id in tied if weight == max(tied)[0]]
    if len(best) > 1:
        both = f"Two house styles fit equally: {best[0]} and {best[1]}."
        return StyleChoice(generic(), (both,), (best[0], *(id for id in (found[0][1], *rivals) if id != best[0])))
    if len(tied) > 1:
        _, id, reasons = next(row for row in found if row[1] == best[0])
        others = tuple(other for _, other, _ in found if other != id)
        return StyleChoice(load_style(id), (*reasons, "They stand in its masthead and title."), others)
    return StyleChoice(load_style(found[0][1]), found[0][2], rivals)


def style_for(asked: str | None, text: str, symbol: str | None = None) -> StyleChoice:
    """The style that was asked for, else the one that the words show.

    :raises UnusableInput: if no such style is known.
    """
    if not asked:
        return choose_style(text, symbol)
    own = choose_style(text, symbol)
    style = load_style(asked)
    others = tuple(id for id in (own.style.id, *own.rivals) if id not in (style.id, GENERIC.id))
    fits = not others or sum(cue.weight for cue in _hits(style, text, symbol)) >= ENOUGH
    return StyleChoice(style, ("It was asked for.",), others, fits)


def _hits(style: Style, text: str, symbol: str | None) -> list[Cue]:
    """The cues of a style that a document shows; those in the whole text count where they can still make enough."""
    front = f"{symbol or ''}\n{text[:FRONT]}"
    cues = cues_of(style)
    shown = [cue for cue in cues if cue.where == "front" and cue.regex.search(front)]
    further = [cue for cue in cues if cue.where != "front"]
    if sum(cue.weight for cue in shown) + sum(max(0, cue.weight) for cue in further) < ENOUGH:
        return shown
    return [*shown, *(cue for cue in further if cue.regex.search(text))]


def _weight_of_head(style: Style, text: str, symbol: str | None) -> int:
    """What the cues of a style count that the masthead and the title show."""
    head = f"{symbol or ''}\n{text[:_HEAD]}"
    return sum(cue.weight for cue in cues_of(style) if cue.where == "front" and cue.regex.search(head))


def generic() -> Style:
    """The style for a document of no known family."""
    return load_style(GENERIC.id)


@cache
def _path(name: str) -> str:
    if name.endswith(".toml"):
        return name
    if name not in style_ids():
        raise UnusableInput(
            f"The style “{name}”.",
            where="--style",
            expected=f"one of {', '.join(style_ids())}, or a style file that ends in .toml.",
            remedy="See `rapporteur styles`.",
        )
    return str(files(__name__).joinpath(f"{name}.toml"))


@cache
def _data(path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as fault:
        raise style_fault(path, f"A style file that cannot be opened: {fault.strerror or fault}.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise style_fault(path, f"A style file that cannot be read: {fault}.") from None


@cache
def _read(path: str) -> tuple[Style, tuple[Cue, ...]]:
    data = _data(path)
    if seen := first_fault(data, WAYS):
        raise style_fault(path, seen)
    style = Style(
        id=Path(path).stem,
        label=data["label"],
        specimens=tuple(data.get("specimens", ())),
        unverified=data.get("unverified", ""),
        ways=tuple((what, tuple(ways)) for what, ways in data.get("ways", {}).items()),
        names=tuple(data.get("names", {}).items()),
        path=path,
    )
    return style, tuple(_cue(path, table) for table in data.get("recognise", []))


def _cue(path: str, table: dict[str, Any]) -> Cue:
    try:
        flags = re.VERBOSE | re.MULTILINE | (re.IGNORECASE if table.get("ignore_case") else 0)
        return Cue(
            table["label"],
            table.get("where", "front"),
            table["weight"],
            Form(table["pattern"], flags),
            tuple(table["examples"]),
            tuple(table["counterexamples"]),
        )
    except re.error as fault:
        raise style_fault(path, f"A cue “{table['label']}” whose pattern is no regular expression: {fault}.") from None


def style_fault(path: str, seen: str) -> UnusableInput:
    """The error for a style file: what was seen in it, and how one is written."""
    ways = "; ".join(f"{what}: {', '.join(ways)}" for what, ways in WAYS.items())
    return UnusableInput(
        seen,
        where=path,
        expected="label, specimens, unverified, [ways], [names], [[recognise]], [[pattern]], [words]. "
        f"Ways are {ways}.",
        remedy="Correct the file; docs/styles.md tells how a style is written.",
    )
