"""The little language of the recommendation tests: words of one paragraph under a heading → its units."""

from __future__ import annotations

from rapporteur.authorities import load_authorities
from rapporteur.find.names import find_names
from rapporteur.find.units import find_units
from rapporteur.model import Report
from rapporteur.model.units import UnitMention
from rapporteur.read import report_from_text


def report_of(words: str, heading: str = "Recommendations", below: str = "") -> Report:
    """A report with one numbered paragraph; ``below`` is a heading between the chapter's and the paragraph."""
    inner = f"#### A. {below}\n\n" if below else ""
    return report_from_text(f"## Report on a meeting\n\n### I. {heading}\n\n{inner}5. {words}\n", "invented.md")


def units_of(words: str, heading: str = "Recommendations", below: str = "") -> tuple[UnitMention, ...]:
    """The units of that report."""
    report = report_of(words, heading, below)
    books = load_authorities()
    return find_units(report, find_names(report, books), books).units


def rows(words: str) -> list[tuple[str, str, str, str]]:
    """Each unit as: whom it addresses (or how that is left to context), its operator, its strength, its verbs."""
    found = []
    for unit in units_of(words):
        whom = " + ".join(actor.words for actor in unit.addressees) or f"({unit.subject})"
        found.append((whom, unit.operator.norm, unit.operator.strength, ", ".join(unit.actions)))
    return found
