"""The colours of the picture: can they be told apart by colour-blind eyes, and kinds even without them?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from importlib.resources import files

import pytest

from rapporteur.view.networks.kinds import KINDS

Colour = tuple[float, float, float]

SEEN = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What each eye sees of a colour in linear sRGB: Machado, Oliveira and Fernandes 2009, severity 1."""

XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
HUES = ("recommendation", "provision", "earlier", "organization", "document", "decision", "state")
PAGE = files("rapporteur.view").joinpath("page")


def palettes() -> dict[str, dict[str, str]]:
    css = PAGE.joinpath("picture.css").read_text("utf-8")
    blocks = re.findall(r":root(\[data-theme=dark\])? \{(.*?)\}", css, re.DOTALL)
    return {"dark" if dark else "light": dict(re.findall(r"--([\w-]+): (#\w{6})", body)) for dark, body in blocks}


def times(matrix: Sequence[Sequence[float]], colour: Sequence[float]) -> Colour:
    x, y, z = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return x, y, z


def linear(colour: str) -> Colour:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return red, green, blue


def lab(colour: Colour) -> Colour:
    """CIE L*a*b* of a colour in linear sRGB."""
    parts = [part / white for part, white in zip(times(XYZ, [min(1, max(0, c)) for c in colour]), WHITE, strict=True)]
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in parts)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    """As the Web Content Accessibility Guidelines count it."""
    low, high = sorted(times(XYZ, linear(colour))[1] for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dress", ["light", "dark"])
@pytest.mark.parametrize("eyes", SEEN)
def test_hues_stay_apart_for_every_eye(dress: str, eyes: str) -> None:
    """Are any two of the seven hues at least 15 apart in L*a*b*, where 2.3 is just noticeable?"""
    palette = palettes()[dress]
    seen = {hue: lab(times(SEEN[eyes], linear(palette[hue]))) for hue in HUES}
    for one, other in itertools.combinations(HUES, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart > 15, (one, other, apart)


@pytest.mark.parametrize("dress", ["light", "dark"])
def test_outlines_and_words_stand_out(dress: str) -> None:
    """Is every outline 3 to 1 against the page, and every word 4.5 to 1 against what it stands on?"""
    palette = palettes()[dress]
    for kind in KINDS:
        assert contrast(palette[kind], palette["page"]) >= 3, kind
    for word, ground in (("ink", "page"), ("ink", "box"), ("ink", "panel"), ("quiet", "panel"), ("mark-ink", "mark")):
        assert contrast(palette[word], palette[ground]) >= 4.5, (word, ground)
    assert contrast(palette["page"], palette["recommendation"]) >= 4.5


def test_every_kind_has_a_form_of_its_own() -> None:
    """Can kinds be told apart without any colour: is no outline with its border given twice, and every kind known?"""
    script = PAGE.joinpath("scene.js").read_text("utf-8")
    looks = dict(re.findall(r"^  (\w+): (\{ shape: [^}]*\}),$", script, re.MULTILINE))
    assert set(KINDS) - {"thing"} == set(looks)
    assert len(set(looks.values())) == len(looks) > 15
