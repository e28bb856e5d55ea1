"""Dates in words: "from 27 to 29 January 2010", "May 3 to 5, 2003" → days, with the year where it is said.

A date without a year keeps None: which year is meant is known from the meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rapporteur.patterns import load_patterns

Day = tuple[int, int, int | None]

_NUMBER = re.compile(r"\d{1,2}")
_RANGE = re.compile(r"to|[-–—‐‑]")
_LONGEST = 62


def find_days(text: str) -> Iterator[tuple[tuple[int, int], tuple[Day, ...]]]:
    """Each expression of days with its index range: every day of a range, each of a list, in calendar order.

    >>> next(find_days("from 27 to 29 January 2010"))
    ((5, 26), ((27, 1, 2010), (28, 1, 2010), (29, 1, 2010)))
    >>> [days for _, days in find_days("on 27 and 28 January")]
    [((27, 1, None), (28, 1, None))]
    """
    found = [*_days_before_month(text), *_days_behind_month(text)]
    yield from sorted(found, key=lambda expression: expression[0])


def _days_behind_month(text: str) -> Iterator[tuple[tuple[int, int], tuple[Day, ...]]]:
    """ "November 30 to December 4, 2018"."""
    file = load_patterns("agenda")
    months = {name: number for number, name in enumerate(file.words["months"], start=1)}
    for match in file["agenda/days-behind-month"].regex.finditer(text):
        year, month = int(match["year"]), months[match["month"]]
        days: list[Day] = [(int(match["first"]), month, year)]
        if match["last"]:
            end: Day = (int(match["last"]), months[match["last_month"] or match["month"]], year)
            if end[1] < month:
                days = [(days[0][0], month, year - 1)]
            days = _between(days[0], end) if _RANGE.fullmatch(match["link"]) else [*days, end]
        if all(_real(day) for day in days):
            yield match.span(), tuple(days)


def _days_before_month(text: str) -> Iterator[tuple[tuple[int, int], tuple[Day, ...]]]:
    """ "30 November to 4 December 2018"."""
    file = load_patterns("agenda")
    months = {name: number for number, name in enumerate(file.words["months"], start=1)}
    for match in file["agenda/days"].regex.finditer(text):
        numbers = [int(n) for n in _NUMBER.findall(match["first"])]
        month = months[match["month"]]
        year = int(match["year"]) if match["year"] else None
        days: list[Day] = [(n, month, year) for n in numbers]
        if match["last"]:
            last_year = int(match["last_year"]) if match["last_year"] else year
            first_year = year if year is not None else last_year
            end: Day = (int(match["last"]), months[match["last_month"]], last_year)
            if first_year is not None and last_year is not None and year is None and end[1] < month:
                first_year = last_year - 1
            days = [(n, month, first_year) for n in numbers]
            days = _between(days[-1], end) if _RANGE.fullmatch(match["link"]) else [*days, end]
        elif len(numbers) == 2 and _RANGE.search(match["first"]):
            days = _between(days[0], days[1])
        if all(_real(day) for day in days):
            yield match.span(), tuple(days)


def _between(first: Day, last: Day) -> list[Day]:
    """Every day from the first to the last; the two alone where they run backward or too far."""
    if not (_real(first) and _real(last)):
        return [first, last]
    start, end = _date(first), _date(last)
    if not 0 <= (end - start).days <= _LONGEST:
        return [first, last]
    dated = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    return [(d.day, d.month, d.year if first[2] is not None else None) for d in dated]


def _real(day: Day) -> bool:
    try:
        _date(day)
    except ValueError:
        return False
    return True


def _date(day: Day) -> date:
    return date(day[2] if day[2] is not None else 2000, day[1], day[0])
