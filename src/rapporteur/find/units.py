"""Recommendations: a report → its units, in each way in which its house records them.

Each way is a module of its own beside this one: `deontic` reads chapters of prose, `labelled` what is printed with a
"Recommendation 3" of its own, `numbered` the lists of a body that numbers its recommendations, `operative` resolutions
and decisions, `conclusions` what a body tells that it requested. What one way has read the others leave.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.authorities import Authorities
from rapporteur.find.conclusions import find_conclusions
from rapporteur.find.cut_off import unread_in_cut
from rapporteur.find.decided import find_decided
from rapporteur.find.deontic import find_deontic_units
from rapporteur.find.labelled import find_labelled_units
from rapporteur.find.numbered import find_numbered_units
from rapporteur.find.operative import find_operative
from rapporteur.find.reporting_body import reporting_body
from rapporteur.find.sentences import Range
from rapporteur.find.told import find_told_units
from rapporteur.find.unread_decisions import unread_decisions
from rapporteur.find.unread_forms import unread_forms
from rapporteur.find.unread_lists import unread_lists, unread_parts, unread_sections, unread_speakers
from rapporteur.model import PartRef, Report, Span
from rapporteur.model.citations import NameMention
from rapporteur.model.units import UnitMention, UnitMentions


def find_units(
    report: Report, names: Sequence[NameMention], authorities: Authorities, bodies: Sequence[NameMention] = ()
) -> UnitMentions:
    """All recommendation units of a report, in reading order.

    :param bodies: namings of bodies that the authorities do not hold, which can be asked as well.
    """
    style = report.house.style
    found: list[UnitMention] = []
    taken: set[PartRef] = set()
    unread: tuple[str, ...] = ()
    if style.does("recommendations", "numbered"):
        numbered, taken = find_numbered_units(report, names, authorities)
        found += numbered
    names = (*names, *bodies)
    if style.does("recommendations", "numbered") and not style.does("recommendations", "deontic"):
        unread += unread_lists(report, taken)
    if style.does("recommendations", "deontic"):
        labelled, read, unasked = find_labelled_units(report, names, taken)
        found += labelled
        unread += unasked
        taken = taken | read
    own, lists, said = reporting_body(report, authorities), dict[PartRef, Range](), frozenset[PartRef]()
    if not style.does("recommendations", "conclusions"):
        decided, lists, undecided, said = find_decided(report, names, own, taken)
        found += decided
        unread += undecided
        taken = taken | set(lists)
    if style.does("recommendations", "operative"):
        operative, resolved, unresolved = find_operative(report, names, own, taken)
        unread += unresolved
        found += operative
        taken = taken | resolved
    concluded: tuple[UnitMention, ...] = ()
    if style.does("recommendations", "conclusions"):
        concluded = find_conclusions(report, names, taken)
        found += concluded
        decided, lists, undecided, said = find_decided(report, names, own, taken | {u.paragraph for u in concluded})
        found += decided
        unread += undecided
        taken = taken | set(lists)
    if style.does("recommendations", "deontic"):
        deontic = find_deontic_units(report, names, taken)
        found = _joined(found, deontic) if concluded else [*found, *deontic]
        if not style.does("recommendations", "conclusions"):
            asked = {unit.paragraph for unit in found}
            decided, more, undecided, also = find_decided(report, names, own, taken | asked, True)
            said |= also
            found += decided
            unread += undecided
            taken, lists = taken | set(more), lists | more
        unread += (
            *unread_sections(report, taken),
            *unread_parts(report, found),
            *unread_speakers(report, names, taken),
        )
        if not style.does("recommendations", "conclusions"):
            told, untold = find_told_units(report, names, taken, lists, own, {unit.paragraph for unit in found})
            found += told
            unread += untold
    elif style.does("recommendations", "told"):
        told, untold = find_told_units(report, names, taken, lists, own)
        found += told
        unread += untold
    unread += unread_in_cut(report, names, found, taken)
    unread += unread_forms(report, found)
    unread += unread_decisions(report, found, taken | said, own)
    ordered = sorted(found, key=lambda unit: (unit.span, unit.number))
    return UnitMentions(tuple(_told_apart(ordered)), unread)


def _joined(first: Sequence[UnitMention], second: Sequence[UnitMention]) -> list[UnitMention]:
    """The units of two ways of reading, those of the second that are parts of the first's left out, counted anew."""
    spans: dict[PartRef, list[Span]] = {}
    for unit in first:
        spans.setdefault(unit.paragraph, []).append(unit.span)
    more = [u for u in second if not any(u.span.overlaps(span) for span in spans.get(u.paragraph, ()))]
    both = {unit.paragraph for unit in more} & set(spans)
    counts: dict[str, int] = {}
    joined: list[UnitMention] = []
    for unit in sorted([*first, *more], key=lambda unit: (unit.span, unit.number)):
        lead, _, last = unit.number.rpartition(".")
        if unit.paragraph in both and lead and last.isdigit():
            counts[lead] = counts.get(lead, 0) + 1
            unit = replace(unit, number=f"{lead}.{counts[lead]}")
        joined.append(unit)
    return joined


def _told_apart(units: Sequence[UnitMention]) -> Iterator[UnitMention]:
    """The units, those of a paragraph told apart by "~2" whose number another paragraph, of an annex, bears already."""
    keys: dict[str, PartRef] = {}
    renamed: dict[PartRef, str] = {}
    for unit in units:
        own = unit.paragraph.path[0]
        if unit.paragraph not in renamed:
            key, copy = own, 1
            while keys.setdefault(key, unit.paragraph) != unit.paragraph:
                copy += 1
                key = f"{own.split('~')[0]}~{copy}"
            renamed[unit.paragraph] = key
        new = renamed[unit.paragraph]
        yield (
            unit
            if new == own or not unit.number.startswith(own)
            else replace(unit, number=new + unit.number[len(own) :])
        )
