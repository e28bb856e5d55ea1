"""The day of an act: "DONE at Zenda this twelfth day of May, one thousand nine hundred and forty" → a date.

Takes the text of a document that prints no date of issue, gives year, month and day of its testimonium. Acts of
diplomatic conferences are dated so (*Final Clauses of Multilateral Treaties Handbook*, United Nations, testimonium).
"""

from __future__ import annotations

import re

from rapporteur.read.labels import LAYOUT

_SPACES = re.compile(r"[\s-]+")


def done_on(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of the first testimonium of a text, None where there is none.

    >>> done_on("DONE at Zenda this twenty-first day of May, one thousand nine hundred and forty-three, in one copy")
    (1943, 5, 21)
    """
    match = LAYOUT["done/date"].regex.search(text)
    if match is None:
        return None
    day = int(match["day"]) if match["day"] else _number(match["ordinal"], "ordinals")
    year = int(match["year"]) if match["year"] else _year(match["words"])
    month = [name.lower() for name in LAYOUT.words["months"]].index(match["month"].lower()) + 1
    return (year, month, day) if year and day else None


def _year(words: str) -> int:
    """ "one thousand nine hundred and sixty-one" → 1961; 0 where a word is no number."""
    parts = [word for word in _SPACES.split(words.lower()) if word != "and"]
    thousands, _, rest = " ".join(parts).partition(" thousand")
    hundreds, found, below = rest.strip().rpartition("hundred")
    total = 1000 * _number(thousands, "cardinals")
    total += 100 * _number(hundreds.strip(), "cardinals") if found else 0
    return total + (_number(below.strip(), "cardinals") if below.strip() else 0)


def _number(words: str, kind: str) -> int:
    """The value of a number below one hundred in words of that list; 0 for others.

    The lists count from one; "twenty-first" is the sum of "twenty" and "first".
    """
    total = 0
    for word in _SPACES.split(words.lower().strip()):
        listed = next((LAYOUT.words[name] for name in (kind, "cardinals") if word in LAYOUT.words[name]), ())
        tens = LAYOUT.words["tens"]
        if word in tens:
            total += 10 * (tens.index(word) + 2)
        elif listed:
            total += listed.index(word) + 1
    return total
