"""Words on figures: names that fit, lists that end, numbers with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import shorten, wrap

from rapporteur.authorities import load_authorities


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts.

    >>> counted(1, "State"), counted(2_000, "State"), counted(2, "body", "bodies")
    ('1 State', '2,000 States', '2 bodies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str], most: int = 6) -> str:
    """Names as a sentence lists them, at most ``most``, the others counted.

    >>> listed(["Fiji", "Kenya", "Samoa"]), listed("ABCDE", 3)
    ('Fiji, Kenya and Samoa', 'A, B, C and 2 others')
    """
    kept = list(names)
    if len(kept) > most:
        over = len(kept) - most
        return f"{', '.join(kept[:most])} and {counted(over, 'other')}"
    return " and ".join(filter(None, (", ".join(kept[:-1]), kept[-1]))) if kept else "none"


def folded(name: str, letters: int, lines: int = 2) -> str:
    """A long name on at most so many lines; what does not fit ends in "…".

    >>> folded("Subsidiary Body for Ferries and Moorings", 20)
    'Subsidiary Body for\\nFerries and Moorings'
    """
    kept = wrap(name, letters)
    if len(kept) > lines:
        kept = [*kept[: lines - 1], shorten(" ".join(kept[lines - 1 :]), letters, placeholder="…")]
    return "\n".join(kept)


def in_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts the numbers of items and parts as a person does: 2, 10, 10(a), 10(b).

    >>> sorted(["10(b)", "2", "10", "10(a)"], key=in_order)
    ['2', '10', '10(a)', '10(b)']
    """
    parts = re.findall(r"\d+|[^\W\d_]+", number)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def by_strength(names: Iterable[str]) -> dict[str, int]:
    """Labels of strengths with their ranks, the weakest first; those that are not in the scheme come last, by name."""
    ranks = {
        entry.label: (entry.rank, at)
        for at, entry in enumerate(load_authorities().concepts.values())
        if entry.scheme == "strength" and entry.rank is not None
    }
    last = max((rank for rank, _ in ranks.values()), default=0) + 1
    ordered = sorted(set(names), key=lambda name: (*ranks.get(name, (last, 0)), name))
    return {name: ranks.get(name, (last, 0))[0] for name in ordered}
