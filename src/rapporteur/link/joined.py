"""Two names that "and" joins in the place of one of those spoken for: "the Isles Group and the Reef States".

Takes such a name, gives the two of which each is borne by somebody. Where only one is, nobody can say whether the words
are the name of one group or of two: they stay open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rapporteur.link.listed import NameShelf
from rapporteur.model import Report
from rapporteur.model.actors import ListedName

_AND = re.compile(r",?\s+and\s+(?:of\s+)?(?:the\s+)?")


def apart(report: Report, name: ListedName, shelf: NameShelf) -> tuple[ListedName, ...]:
    """The name, or the two that it joins; words that describe States are no name.

    :param shelf: knows who bears a name.
    """
    if name.name is not None or name.expects == "state" or shelf.bears(name.words):
        return (name,)
    one_known = False
    for joint in _AND.finditer(name.words):
        left, right = name.words[: joint.start()], name.words[joint.end() :]
        known = shelf.bears(left), shelf.bears(right)
        if all(known):
            return tuple(_parts(report, name, joint))
        one_known = one_known or any(known)
    return (replace(name, expects="", institution=False),) if one_known else (name,)


def _parts(report: Report, name: ListedName, joint: re.Match[str]) -> Iterator[ListedName]:
    clean = next(clean for part, clean in report.texts() if part == name.text_part)
    start, end = name.at
    for a, b in ((start, start + joint.start()), (start + joint.end(), end)):
        words = name.words[a - start : b - start]
        yield replace(name, words=words, at=(a, b), span=clean.span(a, b), partial=())
