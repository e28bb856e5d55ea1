"""Lists of organizations: a note or bracket that is nothing but names, known or not, becomes one name an item.

Takes a passage, gives `OrganizationMention`s for the names that no authority holds (form "listed"). A list counts as
one of organizations when it has three items or more, each printed as a name, and at least a third of them are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapporteur.find.passages import Passage, Range, covered
from rapporteur.model import PartKind
from rapporteur.model.citations import OrganizationMention


def find_listed(
    passage: Passage, closed: Sequence[Range], known: Sequence[Range]
) -> Iterator[OrganizationMention]:
    """Each unknown organization of a note that lists organizations; ``known`` are the ranges of known ones."""
    if passage.part.kind is not PartKind.NOTE:
        return
    items = _joined(passage, split_list(passage.text, known))
    named = [item for item in items if _is_known(item, known)]
    shape = passage.patterns["organization/list"].regex
    if len(items) < 3 or 3 * len(named) < len(items):
        return
    if not all(item in named or shape.match(passage.text[slice(*item)]) for item in items):
        return
    for start, end in items:
        if (start, end) not in named and not covered((start, end), closed):
            begin = start + 4 if passage.text[start:end].startswith("the ") else start
            yield OrganizationMention(
                **passage.place(begin, end, "organization/list"), form="listed", name=passage.text[begin:end]
            )


def split_list(text: str, whole: Sequence[Range]) -> list[Range]:
    """The items of a comma list with a last "and"; commas and "and" in brackets or in ``whole`` names do not split."""
    body = len(text.rstrip(" ."))
    cuts: list[Range] = []
    depth = 0
    for at in range(body):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0 and text[at] in ",;" and not covered((at, at + 1), whole):
            cuts.append((at, at + 1))
    last = cuts[-1][1] if cuts else 0
    final = [
        at
        for at in range(last, body)
        if text.startswith(" and ", at)
        and text[at + 5 : at + 6].isupper()
        and not covered((at, at + 5), whole)
        and text.count("(", last, at) == text.count(")", last, at)
    ]
    if final:
        cuts.append((final[-1], final[-1] + 5))
    items: list[Range] = []
    start = 0
    for cut_start, cut_end in [*cuts, (body, body)]:
        words = text[start:cut_start]
        begin = start + len(words) - len(words.lstrip())
        if words.strip().startswith("and "):
            begin += 4
        if words.strip():
            items.append((begin, start + len(words.rstrip())))
        start = cut_end
    return items


def _joined(passage: Passage, items: list[Range]) -> list[Range]:
    """The items, those that name a part of an institution joined with the institution that follows."""
    part = passage.patterns["organization/list-part"].regex
    host = passage.patterns["organization/list-host"].regex
    joined: list[Range] = []
    for start, end in items:
        before = passage.text[slice(*joined[-1])] if joined else ""
        if joined and host.search(passage.text[start:end]) and part.match(before) and not host.search(before):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_known(item: Range, known: Sequence[Range]) -> bool:
    return any(item[0] <= start and end <= item[1] and end - start >= 0.8 * (item[1] - item[0]) for start, end in known)
