"""Where the name of a body or gathering ends before the place and the day of its meeting.

Takes a passage and where words in capitals were read as a name, gives the place before "on Thursday", "in June" and
"in Port Zedd in 1931". A place without a date stays: "Women in Harbours" is built as "Women in Port Zedd".
"""

from __future__ import annotations

from rapporteur.find.passages import Passage
from rapporteur.patterns import load_patterns

_BEHIND = 40


def before_day(passage: Passage, start: int, end: int) -> int:
    """Where a name ends before the month, the year or the day something was done in."""
    forms = (passage.patterns["organization/dated"].regex, load_patterns("bodies")["body/weekday"].regex)
    found = [dated.start() for form in forms if (dated := form.search(passage.text, start, end)) is not None]
    return min(found, default=end)


def before_place(passage: Passage, start: int, end: int) -> int:
    """Where a gathering's name ends before a last "in Port Zedd" that is told to be where it met.

    A date or a State behind it tells that, or another such word before it: "Conference on Trade in Nets in Port Zedd".
    """
    bodies = load_patterns("bodies")
    place = bodies["body/in-place"].regex.search(passage.text, start, end)
    if place is None:
        return end
    told = bodies["body/when"].regex.match(passage.text[end : end + _BEHIND]) is not None
    told = told or (passage.text.startswith(", ", end) and passage.name_at(end + 2, "state") is not None)
    told = told or bodies["body/in"].regex.search(passage.text, start, place.start()) is not None
    return place.start() if told else end


def with_state(passage: Passage, end: int) -> int:
    """Where a body's name ends with the State that it is of, "Lamp Commission of Azuria": each State has one."""
    of = passage.take("organization/of-state", end)
    state = passage.name_at(end + of.end(), "state") if of is not None else None
    if state is None or state.shared or passage.take("organization/and-state", state.at[1]) is not None:
        return end
    return state.at[1]
