"""Sizes: a short label → the width and height of the box it needs in a picture, at full size."""

from __future__ import annotations

CHARACTER = 8.2
"""Width of a character in a sans-serif face of 15 pixels, on the generous side."""
LINE, MARGIN, WIDEST = 18, 30, 250


def label_size(short: str, widest: int = WIDEST) -> tuple[int, int]:
    """Width and height of a label's box; what is longer than a line of ``widest`` pixels takes two.

    >>> label_size("15.1"), label_size("Group of Ferry Islands and their friends on the mainland")
    ((63, 25), (280, 43))
    """
    width = len(short) * CHARACTER
    if width <= widest:
        return round(max(34, width + MARGIN)), LINE + 7
    return widest + MARGIN, 2 * LINE + 7
