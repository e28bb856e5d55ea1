"""Chapters of treaties: "chapter V of the Buoys Convention" → a mention of what is seen and not linked.

Takes a passage, gives `ProvisionMention`s in reading order; no table says which articles a chapter has.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapporteur.find.instruments import read_instrument
from rapporteur.find.numbers import read_chapters
from rapporteur.find.passages import Passage
from rapporteur.model.citations import InstrumentWords, ProvisionMention


def find_chapters(passage: Passage) -> Iterator[ProvisionMention]:
    """Each chapter of a treaty, "chapter V of the Buoys Convention": seen, and of no instrument that is linked."""
    if "hap" not in passage.text:
        return
    for match in passage.search("section/open"):
        numbers, end = read_chapters(passage, match.end(), match["plural"] is not None)
        owner = read_instrument(passage, end).words.form if numbers else "none"
        if owner in ("name", "unknown-treaty", "anaphor"):
            yield ProvisionMention(
                **passage.place(match.start(), end, "section/open"),
                targets=tuple((("chapter", number),) for number in numbers),
                instrument=InstrumentWords(form="unread", noun="chapter", name=match.group()),
            )
