"""A report that begins in the midst: what stands under a chapter whose heading was cut off.

The title of a chapter tells whether its paragraphs recommend or only tell what was said. Where it is lost, nobody can
know, so nothing is read there as a recommendation; what would be one under such a title comes back as a line.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from rapporteur.find.conclusions import find_conclusions
from rapporteur.find.deontic import units_in
from rapporteur.model import PartRef, Report
from rapporteur.model.citations import NameMention
from rapporteur.model.units import UnitMention
from rapporteur.patterns import load_patterns

_QUOTED = 80
"""Characters of the first words that the line holds."""


def cut_sections(report: Report) -> frozenset[str]:
    """The paths of the sections whose chapter stands before the beginning of the text, "" for no section at all.

    None where the first paragraph has the number 1: its text begins where the report does.
    """
    first = next((paragraph for paragraph in report.paragraphs if not paragraph.annex), None)
    if first is None or first.number == "1":
        return frozenset()
    found = set()
    for path in {paragraph.section for paragraph in report.paragraphs if not paragraph.annex}:
        chain = report.section_chain(path)
        if not chain or chain[0].level > 1:
            found.add(path)
    return frozenset(found)


def unread_in_cut(
    report: Report, names: Sequence[NameMention], read: Sequence[UnitMention], taken: Container[PartRef]
) -> tuple[str, ...]:
    """A line about what may be recommendations under a chapter that was cut off; none where there is nothing.

    :param read: the units that were read.
    :param taken: paragraphs that were read in another way.
    """
    cut, style = cut_sections(report), report.house.style
    holding = {unit.paragraph for unit in read}
    told = load_patterns("units")["section/deliberations"].regex
    unclear = [
        paragraph
        for paragraph in report.paragraphs
        if paragraph.section in cut
        and not paragraph.annex
        and paragraph.ref not in holding
        and paragraph.ref not in taken
        and not any(told.search(heading.title.text) for heading in report.section_chain(paragraph.section))
    ]
    found: tuple[UnitMention, ...] = ()
    if unclear and style.does("recommendations", "deontic"):
        found = units_in(report, unclear, names)
    elif unclear and style.does("recommendations", "conclusions"):
        refs = {paragraph.ref for paragraph in unclear}
        concluded = find_conclusions(report, names, taken, cut)
        found = tuple(unit for unit in concluded if unit.paragraph in refs)
    if not found:
        return ()
    count = len({unit.paragraph for unit in found})
    first, last = found[0].paragraph.path[0], found[-1].paragraph.path[0]
    where = f"paragraph {first} asks" if count == 1 else f"{count} paragraphs, {first} to {last}, ask"
    return (
        f"recommendations: {where} something of somebody, and the text begins behind the heading of their chapter, "
        f"which would tell whether they are recommendations: not read, “{found[0].words[:_QUOTED]}”",
    )
