"""Passed over: a report read under a style that was asked for → what another style, which fits it, would have read.

A style says in which ways its family records things; what it does not say is not looked for. Where somebody forces a
style on a report of another family, each way that is so left out comes back as a line for a person to look at.
"""

from __future__ import annotations

from rapporteur.model import Report
from rapporteur.patterns.styles import WAYS, choose_style, generic


def passed_over(report: Report) -> tuple[str, ...]:
    """One line for each way of the style that the report's words show and the style asked for lacks.

    Nothing where no style was asked for, where it is the one that the words show, or where they show none.
    """
    asked = report.house.style
    if not report.record.style:
        return ()
    own = choose_style(report.source.text, report.symbol).style
    if own.id in (asked.id, generic().id):
        return ()
    return tuple(
        f"{what}: the style {asked.id} was asked for and does not read them as {own.id} does, which fits the report: "
        f"{WAYS[what][way]}"
        for what, ways in own.ways
        for way in ways
        if way != "none" and not asked.does(what, way)
    )
