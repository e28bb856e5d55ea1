"""Several instruments: "articles 5 and 9 of the Nets Convention and the Buoys Convention, respectively" → each its own.

Takes a passage, the numbers read and the instrument behind them, gives which of the provisions are of which instrument.
What "respectively" pairs with other things than as many instruments is of none that can be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapporteur.find.instruments import Tail, anaphor_at, by_name, named_at, read_instrument, read_owner
from rapporteur.find.passages import Passage, TreatyName
from rapporteur.find.provision_steps import Read
from rapporteur.model.citations import InstrumentWords, Steps
from rapporteur.patterns import load_patterns
from rapporteur.patterns.form import Form

_TOLD = ("name", "unknown-treaty", "anaphor")
_BEHIND = 40


@dataclass(frozen=True, slots=True)
class Several:
    """Provisions with the words of the instrument each is of, and where the last of these words end."""

    end: int
    parts: tuple[tuple[tuple[Steps, ...], InstrumentWords], ...]


def read_several(passage: Passage, start: int, read: Read, tail: Tail) -> Several | None:
    """What is told of several instruments; None where one alone is named, and nothing says "respectively".

    :param start: where the unit word of the provisions begins.
    :param tail: the instrument behind them.
    """
    behind = _match(passage, "respectively", read.end)
    if behind is not None:
        return _respective(passage, start, read, read.end + behind.end())
    if tail.words.form == "its" and _match(passage, "respectively", tail.end) is not None:
        return _paired(read, [Tail(tail.end, InstrumentWords(form="unread", name="respectively"))])
    both = _match(passage, "both", read.end)
    first = tail if both is None else _instrument(passage, read.end + both.end(), both["determiner"])
    if first is None or first.words.form not in _TOLD:
        return None
    listed = [first, *_joined(passage, first.end)]
    if len(listed) > 1 and _match(passage, "respectively", listed[-1].end) is not None:
        return _paired(read, listed)
    if both is not None:
        return _shared(read, listed) if len(listed) == 2 else None
    again = [first, *_joined(passage, first.end, again=True)]
    may_be_outer = _regex("led-by-of").search(passage.text[max(0, start - _BEHIND) : start]) is not None
    return _shared(read, again) if len(again) > 1 and not may_be_outer else None


def _respective(passage: Passage, start: int, read: Read, at: int) -> Several | None:
    """What "articles 5 and 9, respectively" are of: what is named behind it, else what ends right before them."""
    first = read_instrument(passage, at)
    if first.words.form in _TOLD:
        listed = [first, *_joined(passage, first.end)]
        return _paired(read, listed) if len(listed) > 1 else _shared(read, listed)
    if first.words.form == "none" and read_owner(passage, start) is not None and not _listed_before(passage, start):
        return None
    before = [Tail(read.end, by_name(passage, name)) for name in _listed_before(passage, start)]
    return _paired(read, before or [Tail(read.end, InstrumentWords(form="unread"))])


def _listed_before(passage: Passage, start: int) -> list[TreatyName]:
    """Two treaties or more whose names, joined by "and", end right before the bracket that opens at a place."""
    last = passage.treaty_before(start)
    if last is None or _regex("bracket").fullmatch(passage.text[last.at[1] : start]) is None:
        return []
    names = [last]
    while (name := passage.treaty_before(names[0].at[0])) is not None:
        if _regex("joined").fullmatch(passage.text[name.at[1] : names[0].at[0]]) is None:
            break
        names.insert(0, name)
    return names if len(names) > 1 else []


def _joined(passage: Passage, at: int, *, again: bool = False) -> Iterator[Tail]:
    """The instruments that a list goes on with; ``again`` for those alone whose preposition is said again."""
    while (join := _match(passage, "again" if again else "joined", at)) is not None:
        further = _instrument(passage, at + join.end(), join["determiner"])
        if further is None:
            return
        yield further
        at = further.end


def _instrument(passage: Passage, at: int, determiner: str | None) -> Tail | None:
    return named_at(passage, at) or anaphor_at(passage, at, determiner)


def _paired(read: Read, listed: Sequence[Tail]) -> Several:
    """As many provisions as instruments, one each; of none that can be told where their numbers differ."""
    whole = list(dict.fromkeys(steps[0] for steps in read.targets))
    groups = [tuple(s for s in read.targets if s[0] == one) for one in whole]
    if len(groups) == 1:
        groups = [(steps,) for steps in read.targets]
    if len(groups) != len(listed):
        return Several(listed[-1].end, ((read.targets, InstrumentWords(form="unread", name="respectively")),))
    return Several(listed[-1].end, tuple(zip(groups, (one.words for one in listed), strict=True)))


def _shared(read: Read, listed: Sequence[Tail]) -> Several:
    """All provisions of each instrument."""
    return Several(listed[-1].end, tuple((read.targets, one.words) for one in listed))


def _match(passage: Passage, name: str, at: int) -> re.Match[str] | None:
    return _regex(name).match(passage.text[at : at + _BEHIND])


def _regex(name: str) -> Form:
    return load_patterns("instruments")[f"several/{name}"].regex
