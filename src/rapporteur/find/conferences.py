"""Conferences and meetings of parties that no words make anybody's: "the International Lamp Conference".

Takes a passage and what is read already, gives `OrganizationMention`s that stay open: such a name is a body's, a
meeting's or a title's, and nothing tells which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.passages import Passage, Range
from rapporteur.find.ranges import overlapping
from rapporteur.model.citations import OrganizationMention
from rapporteur.patterns import load_patterns


def find_conferences(passage: Passage, read: Sequence[Range]) -> Iterator[OrganizationMention]:
    """Each conference by a name in capitals of two words more, and each meeting of parties without its treaty.

    :param read: ranges of titles, treaties, and bodies that are read in another way.
    """
    if "Conference" not in passage.text and "Parties" not in passage.text:
        return
    is_read = overlapping(read)
    pattern = load_patterns("bodies")["body/conference"]
    for match in pattern.regex.finditer(passage.text):
        if not is_read(match.span()):
            name = passage.text[slice(*match.span())]
            whole = OrganizationMention(**passage.place(*match.span(), "organization/two"), form="name", name=name)
            yield replace(whole, rule=pattern.rule)
