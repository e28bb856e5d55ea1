"""Colours of charts, each for light and for dark at once: ``"@#4477aa|#77aadd"``; the page picks one of the two.

Kinds have Paul Tol's schemes "bright" (light) and "light" (dark), https://sronpersonalpages.nl/~pault/; scales from
weak to strong are ColorBrewer's YlGnBu, as the figures for paper have it, from light to dark on white and from dark to
light on black. Both are distinct to colour-blind eyes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

BOTH = re.compile(r'"@(#[0-9a-f]{6})\|(#[0-9a-f]{6})"')


def both(light: str, dark: str) -> str:
    """One colour for light pages, and what stands for it on dark ones."""
    return f"@{light}|{dark}"


PAGE = both("#ffffff", "#14171b")
INK, SOFT = both("#1a1a1a", "#e6e9ed"), both("#555555", "#a3adb8")
FAINT, PALE = both("#9a9a9a", "#626c77"), both("#e6e6e6", "#2b323a")
LIGHT_KINDS = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377")
DARK_KINDS = ("#77aadd", "#ee8866", "#44bb99", "#eedd88", "#99ddff", "#ffaabb")
KINDS = tuple(both(*pair) for pair in zip(LIGHT_KINDS, DARK_KINDS, strict=True))
_RAMP = ("#ffffd9", "#edf8b1", "#c6e9b4", "#7ecdbb", "#40b5c4", "#1d90c0", "#225da8", "#243392", "#081d58")
_BLACK, _WHITE = "#000000", "#ffffff"


def in_light(spec: dict[str, Any]) -> dict[str, Any]:
    """A specification with its colours for light pages."""
    resolved: dict[str, Any] = json.loads(BOTH.sub(r'"\1"', json.dumps(spec)))
    return resolved


def ramp(steps: Sequence[int]) -> list[str]:
    """A colour for each step of one scale, the higher the stronger; equal ranks get one colour.

    >>> ramp([1, 5])
    ['@#bae5b5|#1e86bb', '@#1a2b7d|#f5fbc3']
    """
    levels = sorted(set(steps))
    last = len(levels) - 1
    places = [levels.index(step) / last if last else 0.6 for step in steps]
    return [both(_shade(0.27 + 0.65 * place), _shade(0.65 - 0.58 * place)) for place in places]


def on(colour: str) -> str:
    """The colour of words on a field of ``colour``: black on a light field, white on a dark one.

    >>> on(both("#ffffd9", "#081d58"))
    '@#000000|#ffffff'
    """
    light, dark = colour.removeprefix("@").split("|")
    return both(_over(light), _over(dark))


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _shade(place: float) -> str:
    """A colour of the ramp, at 0 its lightest and at 1 its darkest."""
    at = min(int(place * (len(_RAMP) - 1)), len(_RAMP) - 2)
    share = place * (len(_RAMP) - 1) - at
    mixed = [round(a + (b - a) * share) for a, b in zip(_parts(_RAMP[at]), _parts(_RAMP[at + 1]), strict=True)]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _over(colour: str) -> str:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return _BLACK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 else _WHITE
