"""Resolutions carried in a text: "It adopted the following: The Council, Recalling …, Urges …" → whose are they?

Takes the words that lead to the body that speaks in a resolution, gives whether it was adopted by the body whose report
it is, at the meeting that is reported. A draft that was introduced or withdrawn, an amendment that was proposed and a
resolution of another body or session are printed in the same form and decide nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapporteur.find.reporting_body import OwnBody
from rapporteur.find.sentences import Range, sentence_ranges
from rapporteur.patterns import load_patterns
from rapporteur.patterns.form import Form

_SEVERAL = re.compile(r",? and (?=the )")
"""Between two bodies that decide together."""


def is_adopted(text: str, begins: int, at: Range, own: OwnBody | None, again: bool) -> bool:
    """Did the report's body adopt the resolution in which the words at ``at`` name who speaks?

    :param begins: index where the text begins, behind the title of a section.
    :param own: the body whose report it is, None where its title names none: then anybody may have.
    :param again: the text carries another resolution before this one.
    """
    patterns, names = load_patterns("operative"), _SEVERAL.split(text[slice(*at)])
    if own is not None and all(own.means(name) != "own" for name in names):
        return False
    before = sentence_ranges(text, begins, at[0])
    lead = text[slice(*before[-1])] if before else ""
    if patterns["operative/unadopted"].regex.search(lead) is not None:
        return False
    if load_patterns("conclusions")["conclusion/earlier"].regex.search(lead) is not None:
        return False
    tells = not again and lead.endswith(".")
    announces = tells or patterns["operative/announces"].regex.search(lead) is not None
    return not announces or patterns["operative/adopted"].regex.search(lead) is not None


def clause_ranges(opens: Sequence[re.Match[str]], end: int) -> list[Range]:
    """The index range of each clause that an operative verb opens, to the next one; the last ends at ``end``."""
    ends = [*(match.start() for match in opens[1:]), end]
    return [(match.start("verb"), last) for match, last in zip(opens, ends, strict=False)]


def within_sentences(text: str, clauses: Sequence[Range]) -> list[Range]:
    """The ranges of clauses, each no further than its sentence: what is told behind a resolution is none of it."""
    return [(low, next((end for _, end in sentence_ranges(text, low, high)), high)) for low, high in clauses]


def beyond(text: str, clauses: Sequence[Range], end: int, asks: Form) -> str:
    """The first words between a clause and the next, or the end, by which something is asked; "" for none."""
    for (_, low), high in zip(clauses, [*(begins for begins, _ in clauses[1:]), end], strict=False):
        rest = text[low:high]
        if asks.search(rest) is not None:
            return rest
    return ""
