"""The place and days of a meeting on the front of its report: "Zenda, Ruritania, 3–5 May 2031".

Takes a report, gives `MeetingMention`s of form "front"; they count where neither title nor body says when it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapporteur.find.dates import find_days
from rapporteur.model import PartKind, PartRef, Report
from rapporteur.model.actors import MeetingMention
from rapporteur.patterns import load_patterns

_ACROSS = re.compile(r"(?<=[a-z])\s?[–-]\s?(?=\d)")
"""The dash of days in two months: "30 April–2 May"."""


def find_front_meeting(report: Report) -> Iterator[MeetingMention]:
    """The meeting of each line of the front that holds a place and several days, and nothing else.

    One day alone may be that of issue; days without a place may be those of the body above, to which the report goes.
    """
    pattern = load_patterns("agenda")["meeting/front"]
    for at, furniture in enumerate(f for f in report.furniture if f.kind == "masthead"):
        words = " ".join(report.quote(furniture.span).split())
        match = pattern.regex.match(words)
        if match is None:
            continue
        told = _ACROSS.sub(" to ", match["days"])
        for (begin, end), days in find_days(told):
            dated = [date(year, month, day) for day, month, year in days if year is not None]
            if (begin, end) != (0, len(told)) or len(dated) != len(days) or len(dated) < 2:
                continue
            yield MeetingMention(
                part=PartRef(PartKind.REPORT),
                span=furniture.span,
                words=words,
                rule=pattern.rule,
                text_part=PartRef(PartKind.REPORT, ("front", str(at))),
                at=(0, len(words)),
                form="front",
                location=match["place"] or "",
                start=min(dated),
                end=max(dated),
            )
