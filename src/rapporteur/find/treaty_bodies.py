"""Bodies by the treaty that set them up: "Conference of the Parties to the Convention on Nets", read to its end.

Takes a passage whose treaties are known, gives an `OrganizationMention` (form "unknown") for each such name. Its
treaty's title may hold commas, which end the name of any other body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model.citations import OrganizationMention
from rapporteur.patterns import load_patterns

_BEHIND = 90


def treaty_bodies(passage: Passage, closed: Sequence[Range]) -> Iterator[OrganizationMention]:
    """Each body whose name ends with the title of a treaty, outside ``closed``: known bodies."""
    pattern = load_patterns("bodies")["body/of-treaty"]
    for treaty in passage.treaties:
        if treaty.several or treaty.shared or not (treaty.title or treaty.candidates):
            continue
        first = max(0, treaty.at[0] - _BEHIND)
        body = pattern.regex.search(passage.text[first : treaty.at[0]])
        at = (first + body.start("body"), treaty.at[1]) if body is not None else treaty.at
        if body is None or covered(at, closed):
            continue
        acronym = passage.take("organization/acronym", at[1])
        yield replace(
            OrganizationMention(
                **passage.place(*at, "organization/unknown"),
                form="unknown",
                name=passage.text[slice(*at)],
                acronym=acronym["acronym"] if acronym is not None else "",
            ),
            rule=pattern.rule,
        )
