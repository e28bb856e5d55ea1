"""Citations of other houses, whose decisions and documents no authority knows: "resolution XII.4", "document LB65/18".

Takes a passage and the ranges that other citations cover, gives `OutsideMention`s in reading order, one a number. All
of them stay open: that such a thing is cited is said, what it is nobody guesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapporteur.find.decision_parts import parts_after
from rapporteur.find.passages import Passage, Range
from rapporteur.find.ranges import overlapping
from rapporteur.model.outside import OutsideMention
from rapporteur.patterns import load_patterns

_KINDS = {
    "outside/decision": "decision",
    "outside/conclusions": "decision",
    "outside/comment": "document-symbol",
    "outside/document": "document-symbol",
}
_AHEAD = 60


def find_outside(passage: Passage, taken: Sequence[Range]) -> Iterator[OutsideMention]:
    """Each number of another house's decision or document, in the order of the kinds, outside ``taken``."""
    patterns = load_patterns("outside")
    is_taken = None
    for id, kind in _KINDS.items():
        if id == "outside/document" and not _may_hold_documents(passage.text):
            continue
        numbers = patterns[f"{id}-number"].regex
        for opening in patterns[id].regex.finditer(passage.text):
            is_taken = is_taken or overlapping(taken)
            start, at = opening.start() + opening.group().startswith("("), opening.end()
            while (number := numbers.match(passage.text[at : at + _AHEAD])) is not None:
                end = at + number.end()
                if not is_taken((at, end)):
                    mention = OutsideMention(**passage.place(start, end, "decision/named"), kind=kind)
                    yield replace(mention, rule=patterns[id].rule)
                _, end = parts_after(passage, end)
                joined = passage.take("provision/and", end) or passage.take("provision/comma", end)
                if joined is None:
                    break
                start = at = end + joined.end()


def _may_hold_documents(text: str) -> bool:
    """Does a capital letter and a number of few figures stand before a stroke: "LB65/18"? Hardly a text holds one."""
    at = text.find("/")
    while at >= 0:
        if text[at - 1 : at].isdigit() and text[max(0, at - 4) : at].rstrip("0123456789")[-1:].isupper():
            return True
        at = text.find("/", at + 1)
    return False
