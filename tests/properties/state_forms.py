"""Lists of States by the names they bore on a day, in the sentences and brackets in which reports list them.

A list is its words and the States named. Names are those of the authorities: short, formal, former and variant ones,
bracket forms among them, as far as they meant one State on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from hypothesis import strategies as st

from rapporteur.authorities import load_authorities
from rapporteur.model import StateRef

DAYS = (date(1961, 4, 18), date(1985, 6, 3), date(2010, 1, 27), date(2019, 11, 12), date(2024, 5, 6))

_WITH_THE = ("United", "Union", "Republic", "Kingdom", "State of", "States", "Netherlands", "Philippines", "Islands")


@dataclass(frozen=True, slots=True)
class Listed:
    """The words of a list, the States it names, and the day it was written."""

    words: str
    states: frozenset[StateRef]
    day: date


@cache
def borne_on(day: date) -> tuple[tuple[str, StateRef], ...]:
    """Each name that meant one State on the day, with the State."""
    books = load_authorities()
    return tuple(
        (name.label, state.ref)
        for state in books.states.values()
        if state.kind in ("state", "former-state") and (state.valid_until is None or day <= state.valid_until)
        for name in state.names
        if name.borne_on(day) and books.states_named(name.label, day) == (state.ref,)
    )


@st.composite
def lists(
    draw: st.DrawFn,
    joints: tuple[str, ...] = (" and ", ", and "),
    notes: bool = True,
    most: int = 12,
    days: tuple[date, ...] = DAYS,
) -> Listed:
    """States in any order, each once: "the" or none before a name that takes it, lines broken, note digits glued."""
    day = draw(st.sampled_from(days))
    chosen = draw(st.lists(st.sampled_from(borne_on(day)), min_size=1, max_size=most, unique_by=lambda pair: pair[1]))
    words: list[str] = []
    for name, _ in chosen:
        the = "the " if any(word in name for word in _WITH_THE) and draw(st.booleans()) else ""
        note = draw(st.sampled_from(["", "", "", "", "2", "14"])) if notes and not name.isupper() else ""
        words.append(f"{the}{name}{note}")
    comma = draw(st.sampled_from([", ", ",\n"]))
    listed = words[0] if len(words) == 1 else comma.join(words[:-1]) + draw(st.sampled_from(joints)) + words[-1]
    spaces = [i for i, c in enumerate(listed) if c == " "]
    cuts = draw(st.sets(st.sampled_from(spaces), max_size=3)) if spaces else set()
    broken = "".join("\n" if i in cuts else c for i, c in enumerate(listed))
    return Listed(broken, frozenset(ref for _, ref in chosen), day)


@st.composite
def two_lists(
    draw: st.DrawFn, joints: tuple[str, ...] = (" and ", ", and "), notes: bool = True
) -> tuple[Listed, Listed]:
    """Two lists of one day."""
    one = draw(lists(joints, notes))
    return one, draw(lists(joints, notes, 6, (one.day,)))
