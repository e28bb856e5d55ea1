"""Letters of resolutions: "A and B" of "3411 A and B (XXX)" → the numbers "3411A(XXX)" and "3411B(XXX)".

Takes the letters as printed between or behind the figures of a number, gives one number each. Several resolutions
adopted under one number are told apart by a capital letter, between the two numerals until 1976 and behind them since
(note on symbols in the records of the General Assembly); the letter is an integral part of the citation.
"""

from __future__ import annotations

import re

_LETTER = re.compile(r"(?P<to>to\b|[-–‐‑])?[\s,]*(?:and\b)?\s*(?P<letter>[A-Z]{1,2}\b(?:\s[IVX]{1,4}\b)?)")


def lettered(number: str, letters: str | None) -> tuple[str, ...]:
    """The numbers that letters make of one number; the number itself without letters.

    >>> lettered("3419(XXX)", "A to C")
    ('3419A(XXX)', '3419B(XXX)', '3419C(XXX)')
    >>> lettered("66/246", "A and B"), lettered("319(XI)", "B II"), lettered("66/1", None)
    (('66/246A', '66/246B'), ('319BII(XI)',), ('66/1',))
    """
    head, bracket, session = number.partition("(")
    return tuple(f"{head}{letter}{bracket}{session}" for letter in _letters(letters)) if letters else (number,)


def _letters(printed: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _LETTER.finditer(printed):
        letter = match["letter"].replace(" ", "")
        if match["to"] and found and len(letter) == 1 and found[-1] < letter:
            found += [chr(code) for code in range(ord(found[-1][0]) + 1, ord(letter))]
        found.append(letter)
    return tuple(dict.fromkeys(found))
