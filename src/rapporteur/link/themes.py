"""Themes linked: theme mentions → (unit, theme, concept) with the words or the heading they rest on.

Words give grade ``explicit``, a heading ``structure``, the unit whose sentence is continued ``context``. A theme that
the scheme does not hold, or that only groups others, is never linked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapporteur.authorities import Authorities
from rapporteur.model import Because, ConceptRef, Grade, Linked, Report, UnitRef, Unlinked
from rapporteur.model.units import ThemeBasis, ThemeMention

_GRADES: dict[ThemeBasis, Grade] = {
    "words": Grade.EXPLICIT,
    "heading": Grade.STRUCTURE,
    "shared": Grade.CONTEXT,
}


@dataclass(frozen=True, slots=True)
class ThemeLinks:
    """Themes with their evidence, in reading order of the units."""

    links: tuple[Linked, ...]
    unlinked: tuple[Unlinked, ...]


def link_themes(report: Report, themes: Sequence[ThemeMention], authorities: Authorities) -> ThemeLinks:
    """Link each theme mention to its concept of the scheme "theme"."""
    links: list[Linked] = []
    unlinked: list[Unlinked] = []
    for mention in themes:
        ref, quote = UnitRef(mention.unit), report.quote(mention.span)
        known = authorities.themes.get(mention.theme)
        if known is not None and not known.grouping:
            links.append(
                Linked(
                    ref,
                    "theme",
                    ConceptRef("theme", mention.theme),
                    mention.span,
                    quote,
                    "theme",
                    mention.part,
                    _GRADES[mention.basis],
                    mention.rule,
                )
            )
        else:
            unlinked.append(
                Unlinked(
                    ref,
                    "theme",
                    mention.span,
                    quote,
                    "theme",
                    mention.part,
                    Because.OUTSIDE_AUTHORITIES,
                    mention.rule,
                )
            )
    return ThemeLinks(tuple(links), tuple(unlinked))
