"""Titles of treaties that the authorities do not hold: where each begins and ends, beside the titles that they hold.

Takes a passage and the ranges of the known titles in it, gives ranges; tells where a known title is part of another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.instruments_told import led
from rapporteur.find.owners import title_end, without_neighbours
from rapporteur.find.passages import Passage, Range, TreatyName
from rapporteur.find.ranges import overlapping
from rapporteur.find.treaty_lists import titles_in_list


def unknown_ranges(passage: Passage, known: Sequence[Range]) -> Iterator[Range]:
    """Titles of treaties that the authorities do not hold: no title of theirs lies around them, nor in them, unless
    they tell what the treaty is about: "Agreement for the Implementation of the Harbour Treaty"."""
    titles = list(passage.search("provision/treaty-title"))
    if not titles:
        return
    bodies = [name.at for name in passage.names_of("organization")]
    nouns = passage.patterns["treaty/noun"].regex
    is_known = overlapping(known)
    reached = 0
    for match in titles:
        start = match.start() + leading_words(passage, match.start())
        end = title_end(passage, *match.span())
        start = next((body[0] for body in bodies if body[0] < start <= body[1] + 1 and body[1] <= end), start)
        start, end = without_neighbours(passage, start, end, bodies)
        noun = nouns.search(passage.text, start, end)
        inside = noun is not None and any(body[0] <= start and noun.end() <= body[1] for body in bodies)
        if start >= reached and not inside:
            labour = passage.take("treaty/labour-number", end)
            reached = end + (labour.end() if labour is not None else 0)
            whole = not is_known((start, reached))
            for title in titles_in_list(passage, start, reached):
                about = _about(passage, title, known) if is_known(title) else title
                about = about or _led(passage, title, known)
                if about is not None and (whole or passage.take("provision/treaty-title", about[0]) is not None):
                    yield about


def _about(passage: Passage, title: Range, known: Sequence[Range]) -> Range | None:
    """The title of a treaty about a known one, which ends where the known title does; None where it is not."""
    nouns = passage.patterns["treaty/noun"].regex
    for first, last in known:
        if title[0] < first < title[1] and nouns.search(passage.text, title[0], first):
            of = passage.before("treaty/of-treaty", first)
            return (title[0], max(title[1], last)) if of is not None else None
    return None


def _led(passage: Passage, title: Range, known: Sequence[Range]) -> Range | None:
    """A title that is a known one's but for the words that lead it: "Nordic Convention on Buoys"."""
    for first, last in known:
        lead = led(passage, first) if title[0] <= first < title[1] else 0
        if lead and title[0] <= first - lead and passage.patterns["treaty/noun"].regex.match(passage.text, first):
            return first - lead, last
    return None


def leading_words(passage: Passage, start: int) -> int:
    """How many characters from a place on are no part of the title: "The", "Ratify the", "Azuria of the"."""
    length = 0
    for id in ("treaty/leading", "organization/leading"):
        leading = passage.take(id, start + length)
        length += leading.end() if leading is not None else 0
    applied = passage.name_at(start + length, "state")
    behind = passage.take("treaty/applied-by", applied.at[1]) if applied is not None else None
    return applied.at[1] + behind.end() - start if applied is not None and behind is not None else length


def begins_another(passage: Passage, name: TreatyName) -> bool:
    """Is a short title, which ends with the noun of a treaty, the beginning of another treaty's title?"""
    if passage.take("treaty/other-subject", name.at[1]) is None:
        return False
    words = passage.text[slice(*name.at)]
    return any(noun.end() == len(words) for noun in passage.patterns["treaty/noun"].regex.finditer(words))
