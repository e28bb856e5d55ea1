"""Treaties at their depositary: the id of a treaty in, its page in the United Nations Treaty Collection out.

``depositary.toml`` holds the form of the address and the numbers, with what they were read in.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_ROMAN = {"I": 1, "V": 5, "X": 10}


@cache
def _depositary() -> Any:
    return tomllib.loads(files("rapporteur.resolving").joinpath("depositary.toml").read_text("utf-8"))


def treaty_address(treaty: str) -> str:
    """Where the depositary shows text and status of a treaty; "" where no number of it is known.

    :param treaty: its id, such as ``untoc``.

    >>> treaty_address("tip-protocol")
    'https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18&clang=_en'
    >>> treaty_address("lamps-convention")
    ''
    """
    said = _depositary()
    number = said["numbers"].get(treaty, "")
    return said["form"].format(number=number, chapter=_chapter(number)) if number else ""


def _chapter(number: str) -> int:
    """The chapter of a number, ``XVIII-12-a``, which begins with it in Roman numerals."""
    values = [_ROMAN[letter] for letter in number.partition("-")[0]]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
