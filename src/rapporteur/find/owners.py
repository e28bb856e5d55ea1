"""Whose a title or a body is: where its name ends before "of the <body>", and where such words are part of the name.

Takes a passage and a range of it, gives places of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapporteur.find.passages import Passage, Range
from rapporteur.find.ranges import names_from


def owner_end(passage: Passage, start: int, end: int) -> int:
    """Where a title or a body's name ends: before "of the <body>" or "of <State>" that says whose it is.

    Not where the name tells whose work the body serves: "Fund to Support Islands in the Work of the Council".
    """
    for name in passage.names_over(start + 1, end):
        if start < name.at[0] and name.kind in ("organization", "state"):
            for lead in (" of the ", " by the ", " of ", " by "):
                owned = name.at[0] - len(lead)
                if passage.text.startswith(lead, owned) and not _serves(passage, start, owned):
                    return owned
    return end


def is_served(passage: Passage, start: int, at: Range) -> bool:
    """Is the body at ``at`` the one whose work the name that begins at ``start`` tells of?"""
    return start < at[0] and any(
        passage.text.startswith(lead, at[0] - len(lead)) and _serves(passage, start, at[0] - len(lead))
        for lead in (" of the ", " of ")
    )


def title_end(passage: Passage, start: int, end: int) -> int:
    """Where a title ends: before a blank line, the words by which a body goes on to speak or that tell where the title
    stands, before the State that does by it what was told of, "the implementation of … by Azuria", and before a State,
    body or known treaty of which a clause goes on to tell, "the Convention on Nets which Azuria signed"."""
    unbroken = passage.unbroken(start, end)
    end = start + len(passage.text[start:unbroken].rstrip(" ,;"))
    for id in ("treaty/speaks", "treaty/told"):
        behind = passage.patterns[id].regex.search(passage.text, start, end)
        end = behind.start() if behind is not None else end
    between = passage.patterns["treaty/between"].regex
    for name in names_from(passage, start + len(" by ") + 1, end + len(" by ")):
        by = name.at[0] - len(" by ")
        if (
            name.kind == "state"
            and passage.text.startswith(" by ", by)
            and not between.search(passage.text, start, by + 1)
        ):
            return by
        if name.kind in ("state", "organization", "instrument") and not between.search(passage.text, start, name.at[0]):
            clause = passage.before("treaty/clause", name.at[0])
            if clause is not None and (clause["joins"] is None or name.kind != "state"):
                return name.at[0] - len(clause.group())
    return end


def without_neighbours(passage: Passage, start: int, end: int, bodies: Sequence[Range]) -> Range:
    """A title without the bodies before and behind it, in a list that nothing divides: "Tide Board Fog Pact Sea Union".

    The full name of a body right behind a word in capitals, which joins nothing, shows such a list.
    """
    joins = passage.patterns["treaty/runs-into"].regex
    full = [(a, b) for a, b in bodies if " " in passage.text[a:b]]
    behind = next((a for a, b in full if start < a and b <= end and joins.search(passage.text, start, a)), None)
    if behind is None:
        return start, end
    before = next((b + 1 for a, b in bodies if a == start and b < behind), start)
    return before, start + len(passage.text[start:behind].rstrip(" ,;"))


def _serves(passage: Passage, start: int, end: int) -> bool:
    return passage.patterns["organization/owner-work"].regex.search(passage.text, start, end) is not None
