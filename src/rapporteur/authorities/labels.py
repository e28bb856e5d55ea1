"""When are two printed names the same? Typography and a leading article do not count, letters do.

Takes names, gives keys to compare them by and the further spellings that lists print, and says whether two names are
one slip of the pen apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_TYPOGRAPHY = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u00ad": None,
    }
)

_FORM = r"(?:[A-Z][\w'-]* )*(?:Republic|Kingdom|States?|Principality|Sultanate|Commonwealth|Federation|Union|Duchy) of"
_RUNNING = re.compile(rf"^(?P<form>{_FORM}) (?P<the>the )?(?P<name>(?!the )[A-ZÀ-Þ].*)$")
_BRACKETED = re.compile(rf"^(?P<name>[^(]+) \((?:The )?(?P<form>{_FORM})(?P<the> the)?\)$")


def name_key(name: str) -> str:
    """The key by which names are compared: composed letters, straight quotes, single spaces, no leading "the".

    >>> name_key("the  Lao People’s Democratic Republic")
    "Lao People's Democratic Republic"
    """
    plain = " ".join(unicodedata.normalize("NFC", name).translate(_TYPOGRAPHY).split())
    return plain[4:] if plain[:4] in ("the ", "The ") else plain


def spellings(name: str) -> tuple[str, ...]:
    """Further spellings of a State's name that lists and indexes print, by rule alone; the name itself is not given.

    The form of government runs before the name, stands in brackets or behind a comma, with or without "the"; accents
    and the hyphen fall away, "Saint" is shortened, "and" becomes a sign.

    >>> spellings("Azuria (United Republic of)")
    ('Azuria(United Republic of)', 'Azuria, United Republic of', 'United Republic of Azuria')
    >>> spellings("Saint Azur-Bleu")
    ('St Azur-Bleu', 'St. Azur-Bleu', 'Saint Azur Bleu', 'St Azur Bleu', 'St. Azur Bleu')
    """
    found = {name}
    for rule in (_orders, _without_accents, _saints, _without_hyphen, _with_sign):
        found |= {spelt for spelling in found for spelt in rule(spelling)}
    return tuple(sorted(found - {name}, key=lambda spelt: ("-" not in spelt, spelt)))


def _orders(name: str) -> Iterator[str]:
    match = _RUNNING.match(name) or _BRACKETED.match(name)
    if match is None or " of" in match["name"]:
        return
    form, bare = match["form"], match["name"]
    for the in ("", " the") if match["the"] else ("",):
        yield f"{form}{the} {bare}"
        yield f"{bare} ({form}{the})"
        yield f"{bare}({form}{the})"
        yield f"{bare}, {form}{the}"


def _without_accents(name: str) -> Iterator[str]:
    yield "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _saints(name: str) -> Iterator[str]:
    if name.startswith("Saint "):
        yield f"St. {name[6:]}"
        yield f"St {name[6:]}"


def _without_hyphen(name: str) -> Iterator[str]:
    yield re.sub(r"(?<=[a-z])-(?=[a-z])", "", re.sub(r"(?<=[a-z])-(?=[A-Z])", " ", name))


def _with_sign(name: str) -> Iterator[str]:
    if name.count(" and ") == 1:
        yield name.replace(" and ", " & ")


def within_one_edit(left: str, right: str) -> bool:
    """Are the two at most one letter put in, left out, changed, or swapped with its neighbour apart?

    >>> within_one_edit("Guatemala", "Guatamala"), within_one_edit("Uruguay", "Paraguay")
    (True, False)
    """
    if abs(len(left) - len(right)) > 1:
        return False
    start = 0
    shorter = min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    if start == shorter:
        return True
    a, b = left[start:], right[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]
