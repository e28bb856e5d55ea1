"""What people type and reports do not print: short names of treaties, and numbers of resolutions without their body.

Words in, the treaties or the decisions that they may mean out; ``typed.toml`` holds the names and forms.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from rapporteur.model import DecisionRef, DocumentRef

_OPENING = re.compile(r"(?:the\s+)?(?:(?:un|u\.n\.|united nations)\s+)?", re.IGNORECASE)
_NUMBERED = re.compile(
    rf"{_OPENING.pattern}(?P<noun>resolution|decision)\s+(?:no\.\s*)?(?P<number>\d.*)", re.IGNORECASE
)


@cache
def typed() -> Any:
    """What ``typed.toml`` says."""
    return tomllib.loads(files("rapporteur.resolving").joinpath("typed.toml").read_text("utf-8"))


def treaties_called(name: str) -> tuple[str, ...]:
    """The ids of the treaties that a short name is used for; none where it is no such name.

    >>> treaties_called("the UN TIP Protocol"), treaties_called("Kyoto")
    (('tip-protocol',), ())
    """
    bare = _OPENING.sub("", name, count=1).casefold()
    return next((tuple(one["means"]) for one in typed()["name"] if one["name"].casefold() == bare), ())


def of_any_body(words: str) -> tuple[str, list[DocumentRef | DecisionRef]]:
    """The noun, and what a number without its body may be; "" and nothing where the words are none.

    >>> noun, rivals = of_any_body("Resolution 55/25")
    >>> noun, [str(one.symbol) for one in rivals]
    ('resolution', ['A/RES/55/25', 'A/HRC/RES/55/25'])
    """
    found = _NUMBERED.fullmatch(words.strip(" .,"))
    if found is None:
        return "", []
    noun, number = found["noun"].casefold(), found["number"]
    codes = [code for one in typed()["numbered"] if re.fullmatch(one["form"], number) for code in one["bodies"]]
    number = number.replace(" (", "(").replace(" ", "")
    if noun == "resolution":
        return noun, [DocumentRef(f"{code}/RES/{number}") for code in codes]
    return noun, [DecisionRef(code, number) for code in codes]
